"""Where in a file of many records (JSON, a feed, a mailbox, a table, a corpus) that of an article begins."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from heapq import merge
from typing import Final, NamedTuple

from docs_store.model import Article
from docs_store.reading.formats import format_name
from docs_store.reading.source import Source
from docs_store.text import one_line

_SEARCHED: Final = 256 * 2**20
"""Bytes of a file that are looked through: a second or two."""

_STRETCH: Final = 2 * 2**20
"""Bytes looked at at a time, and the most that a record may have before what it is known by."""

_LONGEST: Final = 16 * 2**20
"""Bytes of a line that is looked at."""

_AROUND: Final = 10_000
"""Bytes before and after a text in which stands what it is."""

_LINE: Final = re.compile(rb"^", re.MULTILINE)
"""Each line begins a record."""


class Place(NamedTuple):
    """Where something begins in a file."""

    start: int
    """The byte."""
    line: int
    """The number of its line, from 1."""


BEGINNING: Final = Place(0, 1)


class _Kind(NamedTuple):
    """How the records of a format are told apart."""

    begins: re.Pattern[bytes]
    """What a record begins with."""
    holds: str
    """What stands around its id or address, as a regular expression."""
    titled: str
    """What stands around its headline."""
    spell: Callable[[str], set[str]]
    """Returns the ways in which a text is written there."""


def _plain(text: str) -> set[str]:
    return {text}


def _in_xml(text: str) -> set[str]:
    return {text, html.escape(text, quote=False), html.escape(text)}


def _in_table(text: str) -> set[str]:
    return {text, text.replace('"', '""')}


def _in_json(text: str) -> set[str]:
    return {json.dumps(text, ensure_ascii=ascii_only)[1:-1] for ascii_only in (True, False)}


_XML_VALUE: Final = (
    r"(?i:<(?:\w+:)?(?:link|guid|id|docno|docid|origlink)\b[^<>]*>\s*(?:<!\[CDATA\[)?\s*)(?:{0})\s*(?:<|\]\])"
    r"|(?i:<(?:\w+:)?(?:link|item|doc|reuters)\b[^<>]*\s(?:href|rdf:about|newid|id)\s*=\s*[\"'])(?:{0})[\"']"
)
"""In elements and attributes that name an entry: its text may link to another one."""
_XML_TEXT: Final = r"(?:>|\[CDATA\[|^)\s*(?:{})\s*(?:<|\]\]|$)"
_XML = _Kind(re.compile(rb"<(?:\w+:)?(?:item|entry|doc|reuters)\b", re.IGNORECASE), _XML_VALUE, _XML_TEXT, _in_xml)
_CELL: Final = r"(?:^|[,;|\t\"])\s*(?:{})\s*(?:$|[,;|\t\"])"
_KINDS: Final = {
    "feeds": _XML,
    "SGML of news corpora": _XML,
    "mail": _Kind(re.compile(rb"^From ", re.MULTILINE), r"(?i:^(?:(?:message-id|archived-at):)?\s*)<(?:{})>\s*$",
                  r"^(?i:subject:)\s*(?:{})\s*$", _plain),
    "LexisNexis": _Kind(re.compile(rb"^[ \t\f]*(?:Document )?\d{1,6} of \d{1,6}\b", re.MULTILINE), r"(?!){}",
                        r"^\s*(?:HEADLINE: )?(?:{})\s*$", _plain),
    "Factiva": _Kind(re.compile(rb"^HD\b", re.MULTILINE), r"^AN\s+(?:Document\s+)?(?:{})\s*$",
                     r"^(?:HD\s+)?(?:{})\s*$", _plain),
    "CSV and TSV": _Kind(_LINE, _CELL, _CELL, _in_table),
    "JSON and JSON Lines": _Kind(_LINE, r":\s*\"?(?:{})\"?\s*(?:$|[,}}])", r":\s*\"(?:{})\"", _in_json),
}  # fmt: skip


def place_of(source: Source, article: Article) -> Place:
    """Return where the article's record begins; the file's beginning where that is not found, or the file has but one.

    It is known by its id or address, else by its headline, which others may have too.
    """
    kind = _KINDS.get(format_name(source))
    if kind is None:
        return BEGINNING
    if kind.spell is _in_json and (objects := _objects(source.head)):
        kind = kind._replace(begins=objects)
    known = "" if article.key.startswith(article.path) else article.key
    checks_record = kind.begins is _LINE and kind.spell is _in_json
    by_title: Place | None = None
    for text in _texts(source):
        if by_title is None:
            by_title = next((text.begin(kind, at) for at in text.finds(kind.titled, kind.spell(article.title))), None)
        for at in text.finds(kind.holds, kind.spell(known)) if known else ():
            if not checks_record or _is_record(text.line(at), known):
                return text.begin(kind, at)
        if by_title and not known:
            break
    return by_title or BEGINNING


class _Text(NamedTuple):
    """A stretch of a file, of whole lines, and the one before it."""

    data: bytes
    fresh: int
    """Where it begins, after the one before it."""
    place: Place
    """Where `data` begins in the file."""

    def finds(self, around: str, spelled: set[str]) -> Iterator[int]:
        """Yield where one of the spellings stands with what `around` it tells what it is: the first in each line."""
        spellings = "|".join(sorted(map(re.escape, spelled)))
        pattern = re.compile(around.format(spellings).encode("utf-8", "replace"), re.MULTILINE)
        checked = self.fresh
        for at in merge(*(_places(self.data, each.encode("utf-8", "replace"), self.fresh) for each in spelled)):
            if at < checked:
                continue
            end = self.data.find(b"\n", at)
            end = len(self.data) if end < 0 else end
            begin = max(self.data.rfind(b"\n", 0, at) + 1, at - _AROUND)
            if pattern.search(self.data, begin, min(end, at + _AROUND)):
                yield at
                checked = end

    def line(self, at: int) -> bytes:
        """Return the line around `at`."""
        end = self.data.find(b"\n", at)
        return self.data[self.data.rfind(b"\n", 0, at) + 1 : None if end < 0 else end]

    def begin(self, kind: _Kind, at: int) -> Place:
        """Return where the record around `at` begins; the file's beginning where nothing before it begins one."""
        if kind.begins is _LINE:
            start = self.data.rfind(b"\n", 0, at) + 1
        else:
            start = max((mark.start() for mark in kind.begins.finditer(self.data, 0, at)), default=-1)
        if start < 0:
            return BEGINNING
        return Place(self.place.start + start, self.place.line + self.data.count(b"\n", 0, start))


def _places(data: bytes, sought: bytes, start: int) -> Iterator[int]:
    while (start := data.find(sought, start)) >= 0:
        yield start
        start += 1


def _texts(source: Source) -> Iterator[_Text]:
    """Yield the file stretch after stretch, each with the one before it."""
    start, number = BEGINNING
    before = b""
    while start < _SEARCHED and (data := source.stream.read(_STRETCH)):
        data += source.stream.readline(_LONGEST)
        yield _Text(before + data, len(before), Place(start - len(before), number - before.count(b"\n")))
        if not data.endswith(b"\n"):
            return
        start, number, before = start + len(data), number + data.count(b"\n"), data


def _objects(head: bytes) -> re.Pattern[bytes] | None:
    """Return what the objects of a JSON list begin with that is laid out in lines; None where a line is a record."""
    laid_out = re.search(rb"\n([ \t]*)\{[ \t]*\r?\n", head)
    if laid_out and head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in b"[{":
        return re.compile(rb"^" + laid_out[1] + rb"\{", re.MULTILINE)
    return re.compile(rb"(?<=[\[,]) ?\{") if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[") else None


def _is_record(line: bytes, wanted: str) -> bool:
    """Tell whether a line of JSON Lines has `wanted` as one of its own values."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return False
    values = record.values() if isinstance(record, dict) else ()
    return any(one_line(str(value)) == wanted for value in values if isinstance(value, (str, int)))
