"""Markdown with or without front matter, as Hugo, Jekyll, Obsidian and clippers write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from docs_store.reading.fields import Fields
from docs_store.reading.front_matter import read_front_matter, split_front_matter
from docs_store.reading.markdown_heads import has_head, split_head
from docs_store.reading.markdown_signs import sure_signs
from docs_store.reading.markdown_story import read_note
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.record import to_document
from docs_store.reading.source import Source

_SUFFIXES: Final = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd")
_SIGNS: Final = tuple(map(re.compile, (
    r"(?m)^ {0,3}> ?\S",
    r"(?m)^ {0,3}[*+-] +\S",
    r"\*\*[^\s*][^*\n]{0,300}\*\*|__[^\s_][^_\n]{0,300}__",
    r"(?<![\w*])\*[^\s*][^*\n]{0,300}\*(?![\w*])",
    r"(?m)^[^\s#>*-][^\n]{0,200}\n(?:=+|-{3,})[ \t]*$",
)))  # fmt: skip
_LEAST_SIGNS: Final = 2

_WORD = re.compile(r"[^\W\d_]+(?:[-'’&][^\W\d_]+)*")
_DAY = re.compile(r"\d{4}-(?:\d\d(?:-\d\d)?|W\d\d|Q\d)")
_NO_NAMES: Final = ("readme", "index", "untitled", "note", "notes", "article", "document", "post", "page", "text")
"""What says nothing of the text, though it is a word."""

_LINK_MARKS = re.compile(r"^\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]$")


def matches(source: Source) -> bool:
    """Tell whether a file is Markdown: by what stands over its text, or two sure signs.

    Where its name says so, any sign will do.
    """
    text = source.text_head.replace("\r\n", "\n")
    if split_front_matter(text)[0] or has_head(text):
        return True
    sure = sure_signs(text)
    if PurePath(source.member or source.name).suffix.lower() in _SUFFIXES:
        return sure > 0 or any(sign.search(text) for sign in _SIGNS)
    return sure >= _LEAST_SIGNS


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the article. Raises `DocumentError` where there is nothing in it."""
    front, text = split_front_matter(source.read_text().replace("\r\n", "\n"))
    fields = read_front_matter(front)
    if not front:
        fields, text = split_head(text)
    record = {name: _unlinked(value) for name, value in fields.items()}
    note = read_note(text)
    title = Fields(record, reading.columns).first("title")
    if not title or title == note.heading:
        record["title"] = title or note.heading or _name(source)
        note = note.without_heading()
    raw = to_document(record, reading.columns, note.story)
    if raw is None:
        raise source.error("no text in it")
    yield replace(
        raw,
        url=raw.url if "://" in raw.url else "",
        tags=tuple(dict.fromkeys((*raw.tags, *note.tags))),
        links=(*raw.links, *note.links),
    )


def _name(source: Source) -> str:
    """Return the file's name where it is words or a day: a note of Obsidian is titled by it, and known by it."""
    path = PurePath(source.member or source.name)
    name = path.stem.strip()
    if " " in name:
        return name
    is_title = _DAY.fullmatch(name) or (_WORD.fullmatch(name) and not name[0].islower())
    return name if is_title and path.suffix.lower() in _SUFFIXES and name.lower() not in _NO_NAMES else ""


def _unlinked(value: object) -> object:
    """Return a value of the front matter, links to notes as their words: author: "[[Ana Lima]]"."""
    if isinstance(value, list):
        return [_unlinked(item) for item in value]
    link = _LINK_MARKS.match(value.strip()) if isinstance(value, str) else None
    return link[1] if link else value
