"""`broadsheet correct rename|merge|split|apart|ignore|kind|add|undo|list`."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Final

from docs_store import Action, Correction, EntityCount, EntityKind, Store, open_store
from tui.cli.archives import archive_path, open_archive
from tui.cli.arguments import answer_arguments
from tui.cli.exits import DONE, NOTHING, CommandError
from tui.cli.naming import names_like
from tui.cli.output import write, write_json, write_row
from tui.config import nearest
from tui.correcting import outcome, told

_ACTIONS: Final[Mapping[str, tuple[Action, tuple[str, ...]]]] = {
    "rename": (Action.ALIAS, ("NAME", "NEW")),
    "merge": (Action.MERGE, ("NAME", "OTHER")),
    "split": (Action.SPLIT, ("NAME", "NEW", "WHERE")),
    "apart": (Action.APART, ("NAME",)),
    "ignore": (Action.IGNORE, ("NAME",)),
    "kind": (Action.KIND, ("NAME", "KIND")),
    "add": (Action.ADD, ("NAME", "KIND")),
}
"""What each does, and the arguments it takes."""

_KINDS: Final = {kind.value: kind for kind in EntityKind}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("what", choices=[*_ACTIONS, "undo", "list"], help="what to do (undo: take the last one back)")
    parser.add_argument(
        "names",
        nargs="*",
        metavar="NAMES",
        help="rename NAME NEW, merge NAME OTHER, split NAME NEW WHERE (an article's id or key, or words that articles"
        " have), apart NAME (from names spelled alike), ignore NAME, kind NAME KIND, add NAME KIND;"
        f" a KIND is one of {', '.join(_KINDS)}",
    )
    parser.add_argument("--kind", choices=list(_KINDS), help="which NAME is meant, where several kinds have it")
    answer_arguments(parser, limit=False)


def run(options: argparse.Namespace) -> int:
    """Correct a name in the whole archive, take the last correction back, or list them."""
    if options.what in ("undo", "list") and options.names:
        raise CommandError(f"correct {options.what} takes no names")
    if options.what == "list":
        return _list(options)
    with open_store(archive_path(options.archive)) as store:
        if options.what == "undo":
            undone = store.undo_correction()
            if undone is None:
                raise CommandError("there is no correction to undo", NOTHING)
            correction, articles = undone
        else:
            correction = _correction(store, options)
            articles = store.correct(correction)
    if options.json:
        write_json({"correction": correction, "undone": options.what == "undo", "articles": articles})
    else:
        write(outcome(correction, articles, undone=options.what == "undo"))
    return DONE


def _list(options: argparse.Namespace) -> int:
    with open_archive(options.archive) as store:
        corrections = store.corrections
    if options.json:
        write_json(corrections)
    else:
        for step in corrections.steps:
            write_row((step.action, told(step)))
        if corrections.watched:
            write(f"{len(corrections.watched):,} names of watchlists")
    return DONE if corrections else NOTHING


def _correction(store: Store, options: argparse.Namespace) -> Correction:
    action, wanted = _ACTIONS[options.what]
    names = [" ".join(name.split()) for name in options.names]
    if len(names) != len(wanted):
        raise CommandError(f"correct {options.what} takes {' and '.join(wanted)}; quote names of several words")
    name, other, where = (*names, "", "")[:3]
    kind, to_kind = (_KINDS[options.kind] if options.kind else None), None
    if action in (Action.KIND, Action.ADD):
        if kind:
            raise CommandError(f"correct {options.what} takes the kind after the name, and no --kind")
        if other not in _KINDS:
            raise CommandError(f"there is no kind {other!r}{nearest(other, _KINDS)}")
        kind, other = _KINDS[other], ""
    if action is not Action.ADD:
        _known(store, name, kind if action is not Action.KIND else None)
        if action is Action.MERGE:
            to_kind = _known(store, other, None).kind
    try:
        return Correction(action, name, kind, other, to_kind, within=_place(store, where) if where else "")
    except ValueError as error:
        raise CommandError(str(error)) from error


def _known(store: Store, name: str, kind: EntityKind | None) -> EntityCount:
    """Return the most frequent entity called so. Fail, naming the nearest, where there is none."""
    counts = store.entity_counts([(name, each) for each in ([kind] if kind else EntityKind)])
    found = max(counts, key=lambda count: count.articles)
    if found.articles:
        return found
    raise CommandError(
        f"no {kind or 'entity'} of this archive is called {name!r}{names_like(store, name, kind)}", NOTHING
    )


def _place(store: Store, where: str) -> str:
    """Return the id of the article that `where` names by its id or key, else the words as they are."""
    if store.get(where):
        return where
    return next((summary.id for summary in store.iter_summaries() if summary.key == where), where)
