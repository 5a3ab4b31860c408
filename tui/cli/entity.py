"""`broadsheet entity NAME`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Final

from docs_store import EntityCount, EntityKind, Portrait, Store, likely, portrait
from tui.cli.archives import open_archive
from tui.cli.arguments import answer_arguments
from tui.cli.exits import DONE, NOTHING, CommandError
from tui.cli.naming import names_like
from tui.cli.output import summary_row, write, write_json, write_row
from tui.timeline import bars, columns
from tui.wording import counted

_WIDTH = 60
"""Columns of the timeline."""

_NAMESAKES: Final = 8
"""People with a surname that are told of its page."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("name", nargs="+", help="a person, organisation, place or event: its name, or another for it")
    parser.add_argument("--kind", choices=[kind.value for kind in EntityKind], help="where several have the name")
    answer_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Print what the archive tells of an entity: spellings, timeline, whom it is named with, its sentences."""
    name = " ".join(options.name)
    kind = EntityKind(options.kind) if options.kind else None
    with open_archive(options.archive) as store:
        found = portrait(store, name, kind, limit=options.limit)
        remedy = "" if found else _meant(store, name, kind)
        others = _others(store, name, kind, found) if found and not options.json else []
    if found is None:
        raise CommandError(f"nobody and nothing is called {name!r} in this archive{remedy}", NOTHING)
    if options.json:
        write_json(found)
    else:
        _tell(found, others)
    return DONE


def _others(store: Store, name: str, kind: EntityKind | None, found: Portrait) -> list[EntityCount]:
    """Return who has this surname, who else is called so, and whose names with these words are as frequent."""
    entity = found.entity
    words = set(name.casefold().split())
    named = [each for each in likely(store, name, kind) if words <= set(each.name.casefold().split())]
    frequent = [each for each in named if each.articles >= entity.articles]
    return [
        each
        for each in dict.fromkeys((*found.namesakes[:_NAMESAKES], *store.called(name, kind), *frequent))
        if each != entity
    ]


def _meant(store: Store, name: str, kind: EntityKind | None) -> str:
    """Return what else to ask: for whom it may be meant, for what is spelled so, or for all."""
    found = " or ".join(repr(each.name) for each in likely(store, name, kind))
    return (found and f"; did you mean {found}?") or names_like(store, name, kind) or "; try: broadsheet entities"


def _tell(found: Portrait, others: Sequence[EntityCount]) -> None:
    entity = found.entity
    write(f"{entity.name} · {entity.kind.value} · {counted(entity.articles, 'article')}")
    if found.names:
        write("also named " + ", ".join(f"{each.name} ({each.articles:,})" for each in found.names))
    if others:
        write("see also " + ", ".join(f"{each.name} ({each.kind.value}, {each.articles:,})" for each in others))
    if found.spellings:
        listed = len(found.hits)
        where = f"in the {listed:,} newest " if 0 < listed < entity.articles else ""
        write(f"{where}written " + ", ".join(f"{spelling} ({count:,})" for spelling, count in found.spellings))
    if found.demonyms:
        write(f"its people and things: {', '.join(found.demonyms)}")
    if over_time := columns(found.months, _WIDTH):
        write("")
        write("".join(bars(over_time)))
        undated = f", and {found.undated:,} undated" if found.undated else ""
        write(f"{over_time[0].words} to {over_time[-1].words}{undated}")
    elif found.undated:
        write("")
        write("all of them undated" if found.undated > 1 else "undated")
    if found.companions:
        write("")
        write("named with")
        for companion in found.companions:
            times = f"{companion.times:,.1f} times as often as by chance"
            write_row((companion.together, companion.entity.kind.value, companion.entity.name, times))
    write("")
    for hit in found.hits:
        write_row(summary_row(hit.article))
        write(f"    {hit.snippet}")
