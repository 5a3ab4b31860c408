"""reStructuredText, of Sphinx, Pelican and Nikola: fields, headings, figures, quotations, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.record import to_document
from docs_store.reading.source import Source

_SUFFIXES: Final = (".rst", ".rest")

_SIGN = re.compile(
    r"(?m)^(?:\.\. (?:[\w-]{1,40}::|(?:title|slug): |_[^:\n]{1,200}:)|:[\w-]{1,40}:(?: |`)|([=~^\"'#*+-])\1{2,}[ ]*$)"
)
_SURE = re.compile(
    r"\s*(?:\.\. [^\n]*\n\s*)*(?:([=#*])\1{3,}\n)?[^\n]{2,200}\n([=#*~-])\2{3,}\n\s*\n?:(?:date|author)s?: "
)


def matches(source: Source) -> bool:
    """Tell whether a file is reStructuredText: by its name and a sign of it, or by fields under an underlined title."""
    is_called = PurePath(source.member or source.name).suffix.lower() in _SUFFIXES
    return bool((is_called and _SIGN.search(source.text_head)) or _SURE.match(source.text_head.replace("\r\n", "\n")))


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the article. Raises `DocumentError` where there is nothing in it."""
    from docs_store.reading.rst_story import read_note

    note = read_note(source.read_text().replace("\r\n", "\n"))
    raw = to_document(note.fields, reading.columns, note.story)
    if raw is None:
        raise source.error("no text in it")
    yield replace(raw, url=raw.url if "://" in raw.url else "", links=(*raw.links, *note.links))
