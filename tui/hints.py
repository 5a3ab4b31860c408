"""Hints on files that are stored all the same: what many files share is said once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first list does without
    from docs_store import Skipped


def told_hints(hints: Sequence[Skipped], most: int) -> tuple[str, ...]:
    """Return a line for each of the `most` most frequent hints: the first file it is on, and how many others."""
    counts = Counter(hint.reason for hint in hints)
    first: dict[str, str] = {}
    for hint in hints:
        first.setdefault(hint.reason, hint.path)
    return tuple(
        f"{first[reason]}{f' and {count - 1:,} more' if count > 1 else ''}: {reason}"
        for reason, count in counts.most_common(most)
    )
