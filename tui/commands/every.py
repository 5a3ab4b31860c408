"""Every command there is, in the order of the help."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tui.command import Command, Scope, key_word
from tui.commands.adding import AddFolderOrFile, StopAdding
from tui.commands.article import (
    Copy,
    CopyPath,
    FindInside,
    LeaveFind,
    LongerLines,
    MarkRead,
    NextHit,
    NextMention,
    OpenPage,
    Pipe,
    PreviousHit,
    RawText,
    ShorterLines,
    Star,
    UsualLines,
    ViewPicture,
)
from tui.commands.everywhere import (
    Back,
    Escape,
    Forward,
    Help,
    HelpWhileTyping,
    NextPane,
    NextTheme,
    Palette,
    PreviousPane,
    Quit,
    QuitWhileTyping,
    Redraw,
    Suspend,
)
from tui.commands.finding import (
    Abort,
    EarlierPeriod,
    FindArticle,
    KeepPeriod,
    LaterPeriod,
    LeaveBox,
    Narrow,
    NarrowWhileTyping,
    NextArticle,
    NextRow,
    Open,
    OpenWhileTyping,
    PreviousArticle,
    PreviousRow,
    SaveSearch,
    SaveSearchWhileTyping,
    Searches,
    SearchesWhileTyping,
    TakeCompletion,
    Timeline,
    TimelineWhileTyping,
)
from tui.commands.kinds import KIND_COMMANDS
from tui.commands.moving import Bottom, Down, HalfPageDown, HalfPageUp, PageDown, PageUp, Top, Up
from tui.commands.names import (
    ChangeName,
    MergeName,
    Names,
    NoEntity,
    PageOfName,
    RedoCorrection,
    UndoCorrection,
)
from tui.commands.panel import Entities, NextTab, Outline, Pictures, PreviousTab, RelatedArticles, SidePanel, Story

COMMANDS: Final[tuple[type[Command], ...]] = (
    FindArticle, OpenWhileTyping, LeaveBox, NextRow, PreviousRow, TakeCompletion, Narrow, NarrowWhileTyping, Timeline,
    TimelineWhileTyping, EarlierPeriod, LaterPeriod, KeepPeriod, Searches, SearchesWhileTyping, SaveSearch,
    SaveSearchWhileTyping,
    Abort, Open, NextArticle, PreviousArticle,
    Down, Up, PageDown, PageUp, HalfPageDown, HalfPageUp, Top, Bottom,
    FindInside, LeaveFind, NextHit, PreviousHit, NextMention, LongerLines, ShorterLines, UsualLines,
    Star, MarkRead, Copy, CopyPath, OpenPage, ViewPicture, RawText, Pipe,
    Pictures, RelatedArticles, Story, Entities, Outline, NextTab, PreviousTab, PageOfName,
    NoEntity, MergeName, ChangeName, UndoCorrection, RedoCorrection, Names, *KIND_COMMANDS, SidePanel,
    NextPane, PreviousPane, Escape, Back, Forward, AddFolderOrFile, StopAdding,
    Redraw, Suspend, NextTheme, Palette, Help, HelpWhileTyping, Quit, QuitWhileTyping,
)  # fmt: skip

_FIRST: Final[tuple[type[Command], ...]] = (
    Help, HelpWhileTyping, Open, OpenWhileTyping, EarlierPeriod, LaterPeriod, KeepPeriod, Escape,
    NextArticle, NextHit, FindInside, FindArticle, Narrow, Searches, Quit, Palette,
)  # fmt: skip
"""What the last line shows first: a narrow one has room for some six, with the ways back and out among them."""


def keys_shown(scope: Scope, now: Mapping[type[Command], str]) -> list[tuple[str, str]]:
    """Return the keys for the last line where the focus is there, each with what it does, the most useful first.

    `now` has what some do there just now: they come before what leads to other lists.
    """
    at = _FIRST.index(Narrow)
    of_use: tuple[type[Command], ...] = (Quit, *now) if now else ()
    in_order = dict.fromkeys((*_FIRST[:at], *of_use, *_FIRST[at:], *COMMANDS))
    labels = ((command, now.get(command, command.label_in(scope))) for command in in_order)
    return [(key_word(command.keys[0]), label) for command, label in labels if label]


BY_NAME: Final = {command.name(): command() for command in COMMANDS}
