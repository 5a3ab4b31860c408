"""Folders of which so much is gone that rather their disk is: from them nothing is removed unasked."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from docs_store.ingestion.walking import is_below
from docs_store.ledger import Skipped
from docs_store.text import path_label

_FEWEST: Final = 20
_SHARE: Final = 0.9
"""Of at least so many files, the share that is hardly ever deleted between two runs."""


def emptied(folders: Iterable[str], gone: Collection[str], seen: Collection[str]) -> tuple[Skipped, ...]:
    """Return the `folders` that have lost all their files, or nearly all of many, and what that means.

    `gone` are the files whose articles no other file holds, `seen` all that are there. A disk that is not mounted
    leaves an empty folder behind, and files that have merely moved are `seen` elsewhere in it.
    """
    told = []
    for folder in dict.fromkeys(map(path_label, folders)):
        lost = sum(is_below(path, [folder]) for path in gone)
        left = sum(is_below(path, [folder]) for path in seen) if lost else 0
        if lost and not left:
            what = f"it held {lost:,} {'files' if lost > 1 else 'file'} with articles, and none is there now"
        elif lost + left >= _FEWEST and lost > _SHARE * (lost + left):
            what = f"{lost:,} files with articles are gone from it, and {left:,} are there"
        else:
            continue
        told.append(Skipped(folder, f"{what}; in case its disk is missing, nothing was removed (--prune-all does)"))
    return tuple(told)
