"""Joplin's own files (RAW, and JEX, a tar archive of them): Markdown, and after it what the program notes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from docs_store.errors import NotAnArticle
from docs_store.reading.html import read_fragment
from docs_store.reading.markdown_story import Note, read_note
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.record import to_document
from docs_store.reading.source import HEAD, Source

_NOTED = re.compile(
    r"(?:\A|\n\n)id: ?[0-9a-f]{32}\n(?P<fields>(?:[a-z_]{1,40}:[^\n]{0,5000}\n){3,60})type_: ?(?P<kind>\d{1,3})\s*\Z"
)
_NAME = re.compile(r"[0-9a-f]{32}\.md")
_NOTE: Final = "1"
_HTML: Final = "2"


def matches(source: Source) -> bool:
    """Tell whether a file is one of Joplin's: it ends in what Joplin notes; a long one is told by its name."""
    if len(source.head) >= HEAD:
        return _NAME.fullmatch(PurePath(source.member or source.name).name) is not None
    return "type_:" in source.text_head[-100:] and _NOTED.search(source.text_head.replace("\r\n", "\n")) is not None


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the note. Raises `DocumentError` where it is encrypted, or the file is a notebook, a tag or the like."""
    text = source.read_text().replace("\r\n", "\n").lstrip("\ufeff")
    noted = _NOTED.search(text)
    if noted is None:
        raise source.error("a file of Joplin's that is cut short")
    if noted["kind"] != _NOTE:
        raise NotAnArticle(source.name, "a notebook, a tag or a file's entry of Joplin's, not an article")
    fields = {name: value.strip() for name, _, value in (line.partition(":") for line in noted["fields"].splitlines())}
    if fields.get("encryption_applied") == "1":
        raise source.error("encrypted")
    title, _, body = text[: noted.start()].partition("\n")
    body = body.strip("\n")
    note = Note(read_fragment(body)) if fields.get("markup_language") == _HTML else read_note(body)
    url = fields.get("source_url", "")
    made = fields.get("user_created_time") or fields.get("created_time", "")
    record = {"title": title.strip() or note.heading, "author": fields.get("author", ""), "url": url}
    # Of what was clipped from the web, the day of the note says when it was saved.
    raw = to_document({**record, "saved" if url else "created": made}, reading.columns, note.story)
    if raw is None:
        raise source.error("no text in it")
    yield replace(raw, tags=tuple(dict.fromkeys((*raw.tags, *note.tags))), links=(*raw.links, *note.links))
