"""What is awaited of the finder, while keys that are meant for it wait (`type_ahead.py`)."""

from __future__ import annotations

from enum import Enum, auto


class Awaited(Enum):
    """What is awaited. `archive_failed` leads from each to the last, and only `archive_opened` away from that."""

    NOTHING = auto()
    """Keys go where they are typed."""

    LIST = auto()
    """A key has asked for a list: what is typed is meant for its rows."""

    HIT = auto()
    """Enter has asked for the best hit of what stands in the box, which is not answered yet."""

    NEVER = auto()
    """The archive could not be opened: no list will come."""


class Awaiting:
    """What is awaited by now."""

    def __init__(self) -> None:
        self.state = Awaited.NOTHING
        self._query = ""

    def list(self) -> None:
        """Await a list that a key has asked for."""
        if self.state is not Awaited.NEVER:
            self.state = Awaited.LIST

    def hit(self, query: str) -> None:
        """Await the answer to `query`, whose best hit is to be opened."""
        if self.state is not Awaited.NEVER:
            self.state, self._query = Awaited.HIT, query

    def is_hit_of(self, query: str) -> bool:
        """Whether the best hit of this query is awaited, and not of one that was typed since."""
        return self.state is Awaited.HIT and self._query == query

    def archive_opened(self) -> None:
        """Take in that lists come from now on; what was asked for while the archive opened still is."""
        if self.state is Awaited.NEVER:
            self.state = Awaited.NOTHING

    def archive_failed(self) -> None:
        """Take in that none will come."""
        self.state = Awaited.NEVER

    @property
    def is_something(self) -> bool:
        """Whether something is awaited that can still come."""
        return self.state in (Awaited.LIST, Awaited.HIT)

    @property
    def is_in_vain(self) -> bool:
        """Whether nothing can come."""
        return self.state is Awaited.NEVER

    def end(self) -> bool:
        """Await nothing more; return whether something was."""
        was = self.is_something
        if was:
            self.state = Awaited.NOTHING
        return was
