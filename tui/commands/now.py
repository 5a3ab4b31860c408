"""What keys do just now, where that is something else than usual, or is of use just there."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import Final, TypeAlias

from tui.command import Command
from tui.commands.article import NextHit
from tui.commands.everywhere import Escape
from tui.commands.finding import SaveSearch
from tui.commands.names import ChangeName, MergeName, NoEntity, PageOfName

Now: TypeAlias = Mapping[type[Command], str]


class What(Enum):
    """What is marked in the article, and `n` goes along."""

    NOTHING = auto()
    NAMES = auto()
    MENTION = auto()
    """The one of a name that one has gone to."""

    HITS = auto()


AS_MARKED: Final[Mapping[What, Now]] = {
    What.NOTHING: {},
    What.NAMES: {NextHit: "next name"},
    What.MENTION: {Escape: "end", NextHit: "next mention", PageOfName: "its page"},
    What.HITS: {Escape: "clear", NextHit: "next hit"},
}
"""In the article."""

CORRECTIONS: Final[Now] = {MergeName: "merge", ChangeName: "change", NoEntity: "no name"}
"""On the page of a name."""

NAMES: Final[Now] = {PageOfName: "its page", **CORRECTIONS}
"""Where names are listed."""

SEARCHES: Final[Now] = {SaveSearch: "save or drop"}
"""Where searches are."""
