"""Facts that widgets report upwards. The screen alone decides what follows from them.

A fact equals itself alone, and Textual shows it: what a dataclass would add for both costs a start 3 ms.
"""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import Struct
from textual.message import Message

from docs_store import ArticleSummary, EntityKind, Link
from tui.timeline import Column
from tui.typeset import Position


@dataclass(eq=False, repr=False)
class QueryChanged(Message):
    """The finder's box holds another text."""

    text: str


@dataclass(eq=False, repr=False)
class QuerySubmitted(Message):
    """Enter was pressed in the finder's box."""


@dataclass(eq=False, repr=False)
class RowHighlighted(Message):
    """The reader moved to a row of a list."""

    source: str
    """The id of the list."""
    value: object


@dataclass(eq=False, repr=False)
class RowChosen(Message):
    """Enter or a click chose a row of a list."""

    source: str
    value: object


@dataclass(eq=False, repr=False)
class MoreRowsWanted(Message):
    """The reader came near the end of a list that may go on."""

    source: str


@dataclass(eq=False, repr=False)
class PositionChanged(Message):
    """The article was scrolled, or more or less of it is shown."""

    position: Position
    is_moved: bool = True
    """Whether it was scrolled."""

    def can_replace(self, message: Message) -> bool:
        """Scrolling sends many; only the last one matters."""
        return isinstance(message, PositionChanged) and (self.is_moved or not message.is_moved)


@dataclass(eq=False, repr=False)
class PlaceClicked(Message):
    """A place in the article was clicked."""

    position: Position


@dataclass(eq=False, repr=False)
class FindChanged(Message):
    """The text to find inside the article changed; `done` where the reader closed its box."""

    text: str
    done: bool = False


@dataclass(eq=False, repr=False)
class PeriodChosen(Message):
    """The reader moved along the timeline; None where nothing filters any more."""

    column: Column | None

    def can_replace(self, message: Message) -> bool:
        """Let a later one take its place: holding a key sends many."""
        return isinstance(message, PeriodChosen)


@dataclass(eq=False, repr=False)
class TabChosen(Message):
    """Another tab of the side panel was asked for."""

    tab: str


@dataclass(eq=False, repr=False)
class KeyClicked(Message):
    """A key that the last line shows was clicked."""

    key: str
    """As it stands there."""


class GoTo(Struct, frozen=True):
    """What a row of the side panel leads to: a place in the open article."""

    position: Position


class GoToPicture(GoTo, frozen=True):
    """A row of the side panel that stands for a picture; its place in the text is where Enter leads."""

    image: int
    """Its index in the article."""


class GoToEntity(Struct, frozen=True):
    """A row of the side panel that stands for an entity: Enter goes to its mentions, one after another."""

    name: str
    kind: EntityKind
    places: tuple[Position, ...]


class GoToQuery(Struct, frozen=True):
    """A row that asks something of the archive: an earlier or a saved query, or one narrowed by a facet."""

    query: str
    name: str = ""
    """The entity that the row stands for, where it stands for one: its name, and its `kind`."""
    kind: EntityKind | None = None


class GoToArticle(Struct, frozen=True):
    """A row that leads to another article."""

    article: ArticleSummary
    reason: str = ""
    """Why it is related to the open one."""


class GoToLink(Struct, frozen=True):
    """A row that leads out of the archive."""

    link: Link
