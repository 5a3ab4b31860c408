"""What a reader finds in a document, before it is made uniform."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from docs_store.marks import NO_MARKS, Marks
from docs_store.model import Block, Image, Link


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A document as its format tells of it: text still uncleaned, dates still as written."""

    identifier: str = ""
    """The source's own id of the record, unique within its file."""
    title: str = ""
    blocks: tuple[Block, ...] = ()
    images: tuple[Image, ...] = ()
    authors: tuple[str, ...] = ()
    published: str | int | float | dt.datetime | None = None
    """As found: text, or seconds or milliseconds since 1970."""
    language: str = ""
    source: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    ordinal: int = 1
    """Its place among the documents of its file, from 1, where it has neither id nor URL: what tells those apart."""
    guessed: dt.date | None = None
    """A day that it may be of where nothing says so: on which its file was made."""
    is_inner: bool = False
    """Whether it is told apart within the document before it, and not counted among those of the file."""
    variant: str = ""
    """A digest of the record where an earlier, different one of its file has the same id or URL, else ""."""
    marks: Marks = NO_MARKS
    """What a reader noted of it; `Marks.tags` are not in `tags`."""
    member: str = ""
    """The file it is in within the file that was read (of a zip archive, say), else ""."""
    day_first: bool | None = None
    """Whether its column shows that the day comes first in a `published` of 01/03/2021; None where nothing does."""
