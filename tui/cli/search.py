"""`broadsheet search WORDS…`."""

from __future__ import annotations

import argparse

from docs_store import Facets
from tui.cli.archives import open_archive
from tui.cli.arguments import answer_arguments
from tui.cli.exits import DONE, NOTHING
from tui.cli.naming import asked, typed
from tui.cli.output import answer, write_json, write_rows
from tui.query_help import query_table


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.formatter_class, parser.epilog = argparse.RawDescriptionHelpFormatter, query_table()
    parser.add_argument("words", nargs="+", help='a query: words, "a phrase", field:value, !not, as told below')
    parser.add_argument("--facets", action="store_true", help="count what is found by source, month, name, …")
    answer_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Print the articles found, best first, each with its best passage; or how many there are of each kind."""
    words = typed(options.words)
    with open_archive(options.archive) as store:
        query = asked(words, store)
        if not options.facets:
            return answer(store.search(query, limit=options.limit), as_json=options.json)
        facets = store.facets(query, limit=options.limit)
    if options.json:
        write_json(facets)
        return DONE if facets.total else NOTHING
    return write_rows(facet_rows(facets))


def facet_rows(facets: Facets) -> list[tuple[object, ...]]:
    """Return a row for each value: facet, value, articles."""
    return [
        *(("source", value, count) for value, count in facets.sources),
        *(("lang", value, count) for value, count in facets.languages),
        *(("tag", value, count) for value, count in facets.tags),
        *((entity.kind, entity.name, entity.articles) for entity in facets.entities),
        *(("month", month.isoformat()[:7], count) for month, count in facets.months),
        *([("month", "undated", facets.undated)] if facets.undated else ()),
    ]
