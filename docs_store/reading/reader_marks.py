"""What a record says of its reader: when it was saved, whether it is starred, whether it was read."""

from __future__ import annotations

from typing import Final

from docs_store.marks import Marks
from docs_store.reading.fields import Fields, as_moment

_SAVED: Final = ("saved", "savedat", "datesaved", "dateadded", "timeadded", "bookmarkedat")
_STARRED: Final = ("starred", "isstarred", "favorite", "isfavorite", "favourite", "isfavourite", "bookmarked")
_READ: Final = ("read", "isread", "archived", "isarchived")
_UNREAD: Final = ("unread", "isunread")
_SAID: Final = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


_NAMES: Final = frozenset((*_SAVED, *_STARRED, *_READ, *_UNREAD))
_NONE: Final = Marks()


def marks_in(fields: Fields) -> Marks:
    """Return the marks in a record; only what says plainly yes or no is one."""
    if not fields.has_any(_NAMES):
        return _NONE
    saved = next(filter(None, (as_moment(fields.named(name)) for name in _SAVED)), None)
    read, unread = _said(fields, _READ), _said(fields, _UNREAD)
    return Marks(saved, bool(_said(fields, _STARRED)), read if unread is None else not unread)


def _said(fields: Fields, names: tuple[str, ...]) -> bool | None:
    values = (fields.named(name) for name in names)
    return next((said for value in values if (said := _SAID.get(str(value).lower())) is not None), None)
