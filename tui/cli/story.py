"""`broadsheet story ARTICLE`."""

from __future__ import annotations

import argparse

from docs_store import story
from tui.cli.archives import open_archive
from tui.cli.arguments import answer_arguments
from tui.cli.exits import DONE
from tui.cli.naming import article_named, say_which
from tui.cli.output import summary_row, write, write_json, write_row


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("article", help="an id, a key, or words of a headline")
    answer_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Print the story of an article, oldest first, with what each of its articles adds."""
    with open_archive(options.archive) as store:
        article = article_named(store, options.article)
        chapters = story(store, article.id, limit=options.limit)
    say_which(article, options.article)
    if options.json:
        write_json(chapters)
        return DONE
    for chapter in chapters:
        write_row(summary_row(chapter.article))
        for sentence in chapter.adds:
            write(f"    {sentence}")
    return DONE
