"""What is pasted, taken out of what a terminal sends.

Textual takes an Esc in a pasted text for its end, and the rest for keys: of a command each, where nobody types.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Final

from textual.events import Paste

from docs_store import clean

BEGIN: Final = "\x1b[200~"
_END: Final = "\x1b[201~"

_LONGEST: Final = 100_000
"""Code points of a text that are taken: boxes have one line."""

_PATIENCE: Final = 2.0
"""Seconds in which more of a text comes, else it has ended: keys must not be lost to one without an end."""


class Pastes:
    """Parts keys from what is pasted, which may come in many pieces."""

    def __init__(self) -> None:
        self._held = ""
        self._pasted: str | None = None
        self._came = 0.0

    def parted(self, text: str) -> Iterator[str | Paste]:
        """Yield what is in `text`, in order: what was typed as it is, what was pasted cleaned, once it is whole."""
        text, self._held = self._held + text, ""
        while text:
            if self._pasted is None:
                typed, begin, text = text.partition(BEGIN)
                if begin:
                    self._pasted = ""
                else:
                    size = _begun(typed)
                    typed, self._held = typed[: len(typed) - size], typed[len(typed) - size :]
                if typed:
                    yield typed
                continue
            self._came = time.monotonic()
            self._pasted, end, rest = (self._pasted + text).partition(_END)
            if not end:
                return
            yield from self._whole()
            text = rest

    def given_up(self) -> Iterator[str | Paste]:
        """Yield what was typed and seemed to begin a paste, and what was pasted, where no more has come for long."""
        held, self._held = self._held, ""
        if held:
            yield held
        if self._pasted is not None and time.monotonic() - self._came > _PATIENCE:
            yield from self._whole()

    def _whole(self) -> Iterator[Paste]:
        pasted, self._pasted = self._pasted, None
        if pasted:
            yield Paste(clean(pasted[:_LONGEST]))


def _begun(typed: str) -> int:
    """Return how many characters at the end of `typed` may begin a pasted text; of a lone Esc none, it is a key."""
    return next((size for size in range(len(BEGIN) - 1, 1, -1) if typed.endswith(BEGIN[:size])), 0)
