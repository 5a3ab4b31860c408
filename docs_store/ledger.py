"""What an archive notes of its files and runs, and what is told of it: frozen values, like an article's."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, or one record of it, that was not stored, and why."""

    path: str
    reason: str
    is_hint: bool = False
    """Whether it was stored all the same, and this tells only what was made of it."""


@dataclass(frozen=True, slots=True)
class FileSeen:
    """A file as the store last read it."""

    path: str
    size: int
    """Bytes; -1 where it could not be looked at, and is tried again."""
    mtime_ns: int
    skipped: tuple[Skipped, ...] = ()
    """What of it was not stored, and why: the file itself, or places in it; and hints on what was."""
    columns: tuple[tuple[str, str], ...] = ()
    """Which column or field held which part of an article, where the user has said so: ("title", "headline")."""
    gone: tuple[str, ...] = ()
    """Ids of articles, or pages, that were read from it, are no longer in it, and stay stored."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one bringing up to date did, as the archive remembers it."""

    finished: dt.datetime
    seconds: float
    added: int
    changed: int
    unchanged: int
    removed: int
    vanished: int
    """Files, and records of files, that were gone; their articles stayed unless they were `removed`."""
    files_read: int
    files_unchanged: int
    skipped: tuple[tuple[str, int], ...]
    """Why files or records were not stored, most frequent first, and how many each."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What `Store.put_many` did with the articles it was given."""

    added: int
    changed: int
    """There before, with another content."""
    unchanged: int
    """There before, just the same; nothing was written."""
    outdone: int = 0
    """Of the unchanged ones, those given with less text, or older, than another file's, which stays."""
    editions: int = 0
    """Of the added ones, other texts of a page that another file holds too."""
    again: frozenset[str] = frozenset()
    """Files that are to be read again: what they hold was in a text that is no longer stored. Their notes say so."""


@dataclass(frozen=True, slots=True)
class StoreStats:
    """What a store holds."""

    articles: int
    files: int
    images: int
    entities: int
    mentions: int
    sources: tuple[tuple[str, int], ...]
    """The largest sources and their articles, largest first."""
    earliest: dt.date | None
    latest: dt.date | None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something `Store.check` found wrong, and what `Store.repair` would do about it."""

    problem: str
    remedy: str
    is_fault: bool = True
    """False for what passes by itself: another process is storing, and not done."""
