"""Reading whatever it is in bounded time and memory: here where it costs little, else where it can be stopped."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Final

from docs_store.ingestion.read_ahead import ReadAhead
from docs_store.ingestion.reader_process import read_here
from docs_store.ledger import Skipped
from docs_store.model import Article
from docs_store.reading.columns import check_columns

_LONG: Final = 128 * 2**10
"""Bytes of a file from which on it had better be read where it can be killed. In a shorter one, if its format is light,
nothing that was tried takes longer than a document may there: the worst is Markdown of brackets alone, with 4 seconds.
"""


def may_cost_much(path: str) -> bool:
    """Tell whether a file had better be read in a process that can be killed."""
    from docs_store.reading.formats import is_heavy

    if path == "-":  # not to be looked into: what is read of it is gone
        return True
    with suppress(OSError, ValueError):  # reading it will say so
        return Path(path).stat().st_size > _LONG or is_heavy(path)
    return False


def can_hand_over_input() -> bool:
    """Tell whether a reader process can read our standard input."""
    try:
        return os.name == "posix" and sys.stdin is not None and sys.stdin.fileno() >= 0
    except (OSError, ValueError):  # it is no file, or closed
        return False


def read_bounded(
    path: str | os.PathLike[str],
    *,
    annotate: bool = True,
    on_skip: Callable[[Skipped], None],
    columns: Mapping[str, str] | None = None,
) -> Iterator[Article]:
    """Yield what `read_articles` yields, in bounded time and memory.

    What may cost much is read by a process that is there for nothing else, and is stopped: one more reason why a file
    is not read. What is skipped comes after what is read. Raises `DocumentError`, and `ValueError` as `read_articles`.
    """
    name, columns = os.fspath(path), check_columns(columns or {})
    with ExitStack() as stack:
        if not (can_hand_over_input() if name == "-" else may_cost_much(name)):
            found = read_here(name, annotate=annotate, columns=columns)
        else:
            ahead = ReadAhead([name], 1, annotate=annotate, columns={name: columns}, looks_around=False)
            found = stack.enter_context(ahead).read(name)
        for each in found:
            if isinstance(each, Skipped):
                on_skip(each)
            else:
                yield each
