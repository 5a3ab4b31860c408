"""What was read, as a browser keeps it: back, forward, and a branch where one turned off."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from tui.typeset import START, Position


class Visit(Struct, frozen=True):
    """An article and the place where the reader left it."""

    article_id: str
    position: Position = START
    query: str = ""
    """What led to it, and is marked in it."""


class History(Struct, frozen=True):
    """Visits and which of them is the open one."""

    visits: tuple[Visit, ...] = ()
    index: int = -1

    @property
    def current(self) -> Visit | None:
        """The open one; None before one of this session is."""
        return self.visits[self.index] if 0 <= self.index < len(self.visits) else None

    @classmethod
    def after(cls, visits: tuple[Visit, ...]) -> History:
        """Return one that goes on from the visits of a session before: back leads to the last of them."""
        return cls(visits, len(visits))

    def visit(self, article_id: str, query: str = "") -> History:
        """Go to an article: what lay ahead is forgotten. Going where one is changes nothing."""
        if self.current is not None and self.current.article_id == article_id:
            return self
        if self.visits and self.index == len(self.visits) and self.visits[-1].article_id == article_id:
            return History(self.visits, self.index - 1)  # where the session before ended
        visits = (*self.visits[: self.index + 1], Visit(article_id, query=query))[-_KEPT:]
        return History(visits, len(visits) - 1)

    def at(self, position: Position, query: str = "") -> History:
        """Note where the open article is being read, and what is marked in it."""
        if self.current is None:
            return self
        visits = list(self.visits)
        visits[self.index] = replace(visits[self.index], position=position, query=query)
        return History(tuple(visits), self.index)

    def step(self, by: int) -> History | None:
        """Go back (-1) or forward (1); None where there is nothing."""
        index = self.index + by
        return History(self.visits, index) if 0 <= index < len(self.visits) else None


_KEPT = 500
"""Visits remembered: more than anyone walks back, and small."""
