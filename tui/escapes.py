"""Esc, and what is typed right behind it: both come as alt and a key do, where a line gathers what is typed.

Textual takes the two for that one key, which means nothing here, and Esc would be lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

ESC: Final = "\x1b"

_CODES: Final = r"\[\]OP^_\\"
"""What codes of terminals have behind Esc."""

_EDITS: Final = r"bfd\x7f"
"""What edits by words in a box behind it: alt and an arrow come as Esc and b or f from some terminals."""

_ALONE: Final = re.compile(rf"{ESC}(?=[^{ESC}{_CODES}b])")
_ALONE_IN_BOX: Final = re.compile(rf"{ESC}(?=[^{ESC}{_CODES}{_EDITS}])")


def parted(text: str, *, in_box: bool) -> Iterator[str]:
    """Yield what is in `text`, in order: each Esc that is a key of its own by itself, the rest as it is."""
    alone = _ALONE_IN_BOX if in_box else _ALONE
    at = 0
    for esc in alone.finditer(text):
        if esc.start() > at:
            yield text[at : esc.start()]
        yield ESC
        at = esc.end()
    if at < len(text):
        yield text[at:]
