"""Jupyter notebooks: what is written in them, in Markdown, and their code as it stands; what code gave is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath
from typing import Final

import msgspec

from docs_store.reading.markdown_story import read_note
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.record import to_document
from docs_store.reading.source import Source

_BEGINS = re.compile(r'\s*\{\s*"(?:cells|metadata|nbformat|nbformat_minor|orig_nbformat|worksheets)"\s*:')
_CELL: Final = '"cell_type"'
_FENCE: Final = "````"
"""Around code: one that holds a fence of three is whole."""


def matches(source: Source) -> bool:
    """Tell whether a file is a notebook: an object that begins as one, and holds cells."""
    return _CELL in source.text_head and _BEGINS.match(source.text_head) is not None


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the notebook as an article. Raises `DocumentError` where it is damaged, or has no text."""
    try:
        notebook: object = msgspec.json.decode(source.read_text().encode("utf-8", "surrogatepass"))
    except (msgspec.DecodeError, RecursionError) as error:
        raise source.error("a damaged notebook, or one that is cut short") from error
    fields = _object(notebook)
    held = [fields, *map(_object, _list(fields.get("worksheets")))]  # of format 3
    cells = [_object(cell) for each in held for cell in _list(each.get("cells"))]
    note = read_note("\n\n".join(filter(None, map(_markdown, cells))))
    about = _object(fields.get("metadata"))
    told = about.get("title")
    title = told if isinstance(told, str) else ""
    if not title or title == note.heading:
        title = title or note.heading or PurePath(source.member or source.name).stem
        note = note.without_heading()
    authors = [_object(author).get("name") for author in _list(about.get("authors"))]
    record = {"title": title, "authors": [name for name in authors if isinstance(name, str)]}
    raw = to_document(record, reading.columns, note.story)
    if raw is None or not raw.blocks:
        raise source.error("no text in it")
    yield replace(raw, tags=note.tags, links=(*raw.links, *note.links))


def _markdown(cell: Mapping[str, object]) -> str:
    """Return a cell as Markdown."""
    kind = cell.get("cell_type")
    text = _text(cell.get("source", cell.get("input")))  # "input": code of format 3
    if kind == "heading":
        return f"## {text}"
    if kind == "code":
        return f"{_FENCE}\n{text}\n{_FENCE}" if text.strip() else ""
    return text if kind == "markdown" else ""


def _text(value: object) -> str:
    """Return a text, which may be written as the list of its lines."""
    lines = [line for line in _list(value) if isinstance(line, str)]
    return value if isinstance(value, str) else "".join(lines)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _object(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}
