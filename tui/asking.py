"""Questions to the terminal, and its answers, which come among what is typed and are taken out of it.

Every terminal answers what it is ("primary device attributes", DA1), and answers come in the order of the questions: so
each question ends with that one, and what has not been answered when that answer comes will not be.
"""

from __future__ import annotations

import re
from asyncio import AbstractEventLoop, Future, get_running_loop
from collections import deque
from threading import Lock
from typing import Final

ATTRIBUTES: Final = "\x1b[c"
"""The question what the terminal is."""

_ANSWER: Final = re.compile(
    r"\x1b\[\?[\d;]+(?P<last>c)"  # DA1
    r"|\x1b\[\?[\d;]+S"  # XTSMGRAPHICS
    r"|\x1b\[6;\d+;\d+t"  # the size of a cell
    r"|\x1bP>\|[^\x1b]{0,200}\x1b\\"  # XTVERSION
)

_BEGUN: Final = re.compile(r"\x1b(?:\[(?:\?[\d;]*|6(?:;\d*){0,2})?|P(?:>(?:\|[^\x1b]{0,200}\x1b?)?)?)?\Z")
"""What may be the beginning of an answer."""


class Answers:
    """Takes answers out of what comes from the terminal, in the thread that reads."""

    def __init__(self) -> None:
        self._waiting: deque[tuple[AbstractEventLoop, Future[str]]] = deque()
        self._lock = Lock()
        self._is_asked = False
        self._got = ""
        self._held = ""

    def expected(self) -> Future[str]:
        """Return what will be the answers to a question that is about to be asked."""
        loop = get_running_loop()
        future: Future[str] = loop.create_future()
        with self._lock:
            self._waiting.append((loop, future))
            self._is_asked = True
        return future

    def taken(self, text: str) -> str:
        """Take the answers out of `text`; return the rest. What may be the beginning of one is kept for later."""
        if not self._is_asked:
            return text
        rest, self._held = self._held + text, ""
        for answer in _ANSWER.finditer(rest):
            self._got += answer[0]
            if answer["last"]:
                self._resolve()
        rest = _ANSWER.sub("", rest)
        begun = _BEGUN.search(rest) if self._waiting else None
        if begun:
            self._held = begun[0]
            rest = rest[: begun.start()]
        return rest

    def released(self) -> str:
        """Return what was kept and is no answer, as nothing has followed it: Esc is a key too."""
        held, self._held = self._held, ""
        return held

    def _resolve(self) -> None:
        got, self._got = self._got, ""
        with self._lock:
            loop, future = self._waiting.popleft() if self._waiting else (None, None)
        if loop and future and not loop.is_closed():
            loop.call_soon_threadsafe(_settle, future, got)


def _settle(future: Future[str], got: str) -> None:
    if not future.done():  # nobody has given up on it
        future.set_result(got)
