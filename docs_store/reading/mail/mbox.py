"""Mailboxes: messages one after another, each behind a line that begins with "From "."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docs_store.reading.source import SIZE_LIMIT, Source

_ENVELOPE = re.compile(rb"From \S+ .*\d{4}")
_QUOTED = re.compile(rb">+From ")


def messages(source: Source) -> Iterator[bytes | None]:
    """Yield message after message; None in place of one that is larger than `SIZE_LIMIT`."""
    held: list[bytes] = []
    size = 0
    after_blank = True
    for line in source.lines():
        if line is not None and after_blank and _ENVELOPE.match(line):
            if held:
                yield _message(held, size)
            held, size = [], 0
            continue
        size += SIZE_LIMIT + 1 if line is None else len(line)
        if line is not None and size <= SIZE_LIMIT:
            held.append(line[1:] if _QUOTED.match(line) else line)
        after_blank = line is not None and not line.strip()
    if held:
        yield _message(held, size)


def _message(lines: list[bytes], size: int) -> bytes | None:
    return b"".join(lines) if size <= SIZE_LIMIT else None
