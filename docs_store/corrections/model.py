"""One correction: what a person says about one name."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from msgspec import Struct

from docs_store.model import EntityKind
from docs_store.text import one_line


class Action(StrEnum):
    """What a correction says of the entity it names."""

    ALIAS = "alias"
    """It is called otherwise."""
    MERGE = "merge"
    """It is another entity."""
    SPLIT = "split"
    """It is another entity in some articles."""
    IGNORE = "ignore"
    """It is none."""
    ADD = "add"
    """It is one, wherever a text has its name."""
    KIND = "kind"
    """It is of this kind."""
    APART = "apart"
    """It is nobody else, however alike another name is."""


RENAMING: Final = (Action.ALIAS, Action.MERGE, Action.SPLIT)
"""Actions that give another name."""


class Correction(Struct, frozen=True):
    """One correction. Raises `ValueError` where its parts do not fit its action."""

    action: Action
    name: str
    kind: EntityKind | None = None
    """Which entity is meant where several have the name, None for all of them; for `ADD` and `KIND`, what it is."""
    to: str = ""
    """The other name, for `ALIAS`, `MERGE` and `SPLIT`."""
    to_kind: EntityKind | None = None
    """The other entity's kind, for `MERGE` and `SPLIT`; None where it is the same."""
    within: str = ""
    """Where to `SPLIT`: an article's id, or words that its headline and text hold."""

    def __post_init__(self) -> None:
        require_name(self.name)
        if (self.action in RENAMING) is not bool(self.to):
            raise ValueError(f"{self.action} needs {'another name' if self.action in RENAMING else 'no other name'}")
        if self.to:
            require_name(self.to)
        if (self.action is Action.SPLIT) is not bool(self.within):
            raise ValueError(f"{self.action} needs {'to know where' if self.action is Action.SPLIT else 'no place'}")
        if self.kind is None and self.action in (Action.ADD, Action.KIND):
            raise ValueError(f"{self.action} needs a kind")
        if self.to_kind is not None and self.action not in (Action.MERGE, Action.SPLIT):
            raise ValueError(f"{self.action} has no second kind")


class Watched(Struct, frozen=True):
    """A name of a watchlist, marked wherever a text has it. Raises `ValueError` where it is none."""

    name: str
    kind: EntityKind | None = None
    """None where the list does not say: `OTHER`, unless a recogniser knows better."""

    def __post_init__(self) -> None:
        require_name(self.name)


class Added(NamedTuple):
    """What an added name means."""

    name: str
    kind: EntityKind
    marked: bool
    """False where another correction says that it is no entity."""
    firm: bool
    """Whether the kind was stated: then it overrules that of a recogniser."""


def require_name(text: str) -> None:
    """Raise `ValueError` unless `text` can be a name."""
    if text != one_line(text) or not any(map(str.isalnum, text)):
        raise ValueError(f"{text!r} is no name: it needs letters, on one line, without spaces around them")
