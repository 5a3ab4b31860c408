"""What keys do in the article by what is marked in it, where that is something else than usual."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import Final

from tui.command import Command
from tui.commands.article import NextHit
from tui.commands.everywhere import Escape


class What(Enum):
    """What is marked, and `n` goes along."""

    NOTHING = auto()
    NAMES = auto()
    MENTION = auto()
    """The one of a name that one has gone to."""

    HITS = auto()


AS_MARKED: Final[Mapping[What, Mapping[type[Command], str]]] = {
    What.NOTHING: {},
    What.NAMES: {NextHit: "next name"},
    What.MENTION: {Escape: "end", NextHit: "next mention"},
    What.HITS: {Escape: "clear", NextHit: "next hit"},
}
