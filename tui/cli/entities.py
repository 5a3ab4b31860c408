"""`broadsheet entities [ARTICLE]`."""

from __future__ import annotations

import argparse
from collections import Counter

from docs_store import EntityCount
from tui.cli.archives import open_archive
from tui.cli.arguments import answer_arguments
from tui.cli.exits import DONE, NOTHING
from tui.cli.naming import article_named, say_which
from tui.cli.output import write_json, write_rows


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("article", nargs="?", help="an id, a key, or words of a headline; none: the whole archive")
    answer_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Print entities, most named first: how often in the article, or in how many articles of the archive."""
    with open_archive(options.archive) as store:
        if options.article:
            article = article_named(store, options.article)
            say_which(article, options.article)
            mentions = article.mentions
            counted = Counter((mention.name, mention.kind) for mention in mentions).most_common(options.limit)
            if options.json:
                write_json([{"name": name, "kind": kind, "mentions": number} for (name, kind), number in counted])
                return DONE if counted else NOTHING
            return write_rows((number, kind.value, name) for (name, kind), number in counted)
        found: tuple[EntityCount, ...] = store.top_entities(limit=options.limit)
    if options.json:
        write_json(found)
        return DONE if found else NOTHING
    return write_rows((item.articles, item.kind.value, item.name) for item in found)
