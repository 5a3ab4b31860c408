"""Corrections of names in words, and made in an archive that is open for reading elsewhere."""

from __future__ import annotations

import asyncio
from pathlib import Path

from docs_store import Action, Correction, StoreError, open_store
from tui.wording import counted


def told(step: Correction) -> str:
    """Say what a correction says."""
    kind = f" ({step.kind})" if step.kind and step.action not in (Action.ADD, Action.KIND) else ""
    to = f"{step.to} ({step.to_kind})" if step.to_kind else step.to
    if step.to_kind and step.to_kind is step.kind:
        kind = ""  # once is enough
    match step.action:
        case Action.APART:
            return f"{step.name} is nobody else"
        case Action.IGNORE:
            return f"{step.name}{kind} is no entity"
        case Action.ADD | Action.KIND:
            return f"{step.name} is of the kind {step.kind}"
        case Action.ALIAS:
            return f"{step.name}{kind} is called {to}"
        case Action.MERGE:
            return f"{step.name}{kind} is {to}"
        case Action.SPLIT:
            return f"{step.name}{kind} is {to} in {step.within}"


def outcome(step: Correction, articles: int, *, undone: bool = False) -> str:
    """Say what a correction did, or what taking it back did."""
    return f"{'undone: ' if undone else ''}{told(step)}: {counted(articles, 'article')} changed"


async def correct(archive: Path, step: Correction) -> str:
    """Correct a name in the archive; return what happened, in words. Raises `StoreError`."""

    def work() -> str:
        with open_store(archive) as store:
            return outcome(step, store.correct(step))

    return await asyncio.to_thread(work)


async def last_correction(archive: Path) -> Correction | None:
    """Return the last correction of the archive, whoever made it; None where there is none. Raises `StoreError`."""

    def work() -> Correction | None:
        with open_store(archive, read_only=True) as store:
            return next(reversed(store.corrections.steps), None)

    return await asyncio.to_thread(work)


async def undo(archive: Path, last: Correction) -> str:
    """Take the last correction back, if that is still `last`; return what happened, in words. Raises `StoreError`."""

    def work() -> str:
        with open_store(archive) as store:
            if store.corrections.steps[-1:] != (last,):
                raise StoreError("another program has corrected a name meanwhile: nothing was taken back")
            undone = store.undo_correction()
            return outcome(*undone, undone=True) if undone else "there is no correction to undo"

    return await asyncio.to_thread(work)
