"""SGML of the old corpora, many documents a file: Reuters-21578, and the files of TREC and of the newswire collections.

No parser of XML reads them: tags are left open, entities made up, control characters written out. A document is found
line by line and taken apart by its tags, so that memory is bounded by the longest one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from docs_store.ledger import Skipped
from docs_store.model import BlockKind
from docs_store.reading.datelines import agency_signed
from docs_store.reading.dates import date_in_name
from docs_store.reading.fields import unescaped
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.record import to_document
from docs_store.reading.source import Source
from docs_store.reading.story import Story, StoryBuilder, story_blocks
from docs_store.reading.text_lines import text_lines

_LONGEST: Final = 8 * 2**20
"""Code points of a document."""
_TITLES: Final = ("TITLE", "HEADLINE", "HEAD", "TTL", "TI", "HL", "H3")
_TEXTS: Final = (("LEADPARA", "LP", "TEXT"), ("BODY",))
_TAGS: Final = ("TOPICS", "PLACES", "PEOPLE", "ORGS", "EXCHANGES", "SUBJECT", "KEYWORDS")
_DATES: Final = ("DATE", "DATE_TIME", "DATETIME", "DD", "PUBDATE")
_SOURCES: Final = ("SO", "PUB", "SOURCE")
_AUTHORS: Final = ("AUTHOR", "BYLINE", "AU")
_IDS: Final = ("DOCNO", "DOCID")
_NOT_TEXT: Final = (*_TITLES, *_TAGS, *_DATES, *_SOURCES, *_AUTHORS, *_IDS, "DATELINE", "DOCTYPE", "SLUG", "DOCHDR",
                    "PROFILE", "PAGE", "FILEID", "FIRST", "SECOND", "UNKNOWN", "MKNOTE", "COMPANIES")  # fmt: skip

_OPENING = re.compile(r"<(DOC|REUTERS)(?:\s[^<>]{0,500})?>", re.IGNORECASE)
_MARK = re.compile(r"<(?P<closes>/?)(?:DOC|REUTERS)(?:\s[^<>]{0,500})?>", re.IGNORECASE)
_BEFORE = re.compile(
    r"\s*(?:<(?:!DOCTYPE|\?xml|!--)[^>]{0,500}>\s*){0,5}(?:<(?!DOC\b|REUTERS\b)\w{1,20}>\s*)?", re.IGNORECASE
)
_SIGNS = re.compile(r"<(?:DOCNO|DOCID|TEXT|HEADLINE|BODY)\b|<DOC\s+id=", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(?:NEWID|id)\s*=\s*["']?([^"'\s>]{1,200})""", re.IGNORECASE)
_TAG = re.compile(r"<(?P<closes>/?)(?P<name>[a-zA-Z][\w.-]{0,40})(?:\s[^<>]{0,500})?>")
_PARAGRAPHS: Final = ("P", "PARA", "PARAGRAPH")
_PARAGRAPH = re.compile("<P>")
_CONTROL = re.compile(r"&#(?:[0-9]|1[0-9]|2[0-9]|3[01]|127);?|[\x00-\x08\x0e-\x1f\x7f]")
_MEANINGS: Final = {"blank": " ", "hyph": "-", "bullet": "•", "amp": "&", "equals": "=", "sect": "§"}
_MADE_UP = re.compile(rf"&({'|'.join(_MEANINGS)})\s?;", re.IGNORECASE)
_REUTERS = re.compile("<REUTERS", re.IGNORECASE)
_SIX_DIGITS = re.compile(r"(?<!\d)(\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)")


def matches(source: Source) -> bool:
    """Tell whether a file begins with a document of such a corpus."""
    before = _BEFORE.match(source.text_head)
    opening = _OPENING.match(source.text_head, before.end() if before else 0)
    return opening is not None and bool(opening[1].upper() == "REUTERS" or _SIGNS.search(source.text_head))


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the documents of the file."""
    for number, document in enumerate(_documents(source, reading), 1):
        raw = _document(document, reading)
        if raw is None:
            reading.report(Skipped(f"{source.name}:{number}", "a document without title or text"))
        else:
            yield raw


def _documents(source: Source, reading: Reading) -> Iterator[str]:
    """Yield the documents, each with its opening tag; one that is not closed ends where the next begins."""
    parts: list[str] = []
    size = 0
    are_closed = False
    for line in text_lines(source, reading):
        at = 0
        for mark in _MARK.finditer(line):
            if parts:
                yield "".join((*parts, line[at : mark.start()]))
            parts = [] if mark["closes"] else [mark[0]]
            are_closed = are_closed or not parts
            at, size = mark.end(), 0
        if parts:
            parts.append(line[at:])
            size += len(line) - at
        if size > _LONGEST:
            reading.report(Skipped(source.name, f"a document longer than {_LONGEST >> 20} MiB"))
            parts, size = [], 0
    if parts:
        if are_closed:
            reading.report(Skipped(source.name, "the rest of it: cut short"))
        yield "".join(parts)


def _document(text: str, reading: Reading) -> RawDocument | None:
    opening, _, content = text.partition(">")
    named = _ATTRIBUTE.search(opening)
    document = _Document(_MADE_UP.sub(_meant, _CONTROL.sub("", content)))
    identifier = document.first(_IDS) or (named[1] if named else "")
    record = {
        "id": identifier,
        "title": document.first(_TITLES),
        "date": _date(document.first(_DATES), identifier),
        "authors": list(document.all(_AUTHORS)),
        "source": "Reuters" if _REUTERS.match(opening) else document.first(_SOURCES),
        "tags": [topic for topics in document.all(_TAGS) for topic in topics.split(";")],
    }
    return to_document(record, reading.columns, document.story())


class _Document:
    """A document's content, and where its elements are."""

    def __init__(self, content: str) -> None:
        self._content = content
        self._elements: dict[str, list[_Element]] = {}
        opened: list[tuple[str, int, int]] = []
        count: Counter[str] = Counter()
        for tag in _TAG.finditer(content):
            name = tag["name"].upper()
            if not tag["closes"]:
                opened.append((name, tag.start(), tag.end()))
                count[name] += 1
            while tag["closes"] and count[name]:  # what was opened since and not closed has nothing in it
                last, start, inner = opened.pop()
                count[last] -= 1
                if last == name:
                    self._elements.setdefault(name, []).append(_Element(start, inner, tag.start(), tag.end()))
                    break

    def all(self, names: tuple[str, ...]) -> Iterator[str]:
        """Yield the words in the elements of these names, lists of them parted by semicolons."""
        for name in names:
            for element in self._elements.get(name, ()):
                words = self._content[element.inner : element.inner_end].replace("</D>", ";").replace("</d>", ";")
                if text := _words(words):
                    yield text

    def first(self, names: tuple[str, ...]) -> str:
        """Return the first words there are in elements of these names, "" where there are none."""
        return next(self.all(names), "")

    def story(self) -> Story:
        """Return the text: what its element holds, else everything that tells nothing else."""
        names = next((names for names in _TEXTS if any(name in self._elements for name in names)), ())
        spans = sorted((each.inner, each.inner_end) for name in names for each in self._elements.get(name, ()))
        text = "\n\n".join(self._without_facts(*span) for span in spans or [(0, len(self._content))]).rstrip()
        signed = text.rfind("\n")
        text = text[:signed] if signed >= 0 and agency_signed(text[signed:]) else text
        dateline = self.first(("DATELINE",))
        if dateline and dateline[-1] not in "-–—":
            dateline += " –"
        if not _PARAGRAPH.search(text):
            text = f"{dateline} {text.lstrip()}" if dateline else text
            return story_blocks(unescaped(text), has_headline=not self.first(_TITLES))
        story = StoryBuilder()
        for part in _PARAGRAPH.split(text):
            if words := _words(part):
                words = unescaped(f"{dateline} {words}" if dateline and not story.blocks else words)
                story.add(BlockKind.PARAGRAPH, words)
        return story.build()

    def _without_facts(self, start: int, end: int) -> str:
        """Return the text between two places without the elements that tell of the document, and without tags."""
        facts = sorted((each.start, each.end) for name in _NOT_TEXT for each in self._elements.get(name, ()))
        kept = []
        for first, last in facts:
            if start <= first and last <= end:
                kept.append(self._content[start:first])
                start = last
        kept.append(self._content[start:end])
        return _TAG.sub(lambda tag: "<P>" if tag["name"].upper() in _PARAGRAPHS else "", "\n".join(kept))


class _Element(NamedTuple):
    start: int
    inner: int
    inner_end: int
    end: int


def _words(text: str) -> str:
    """Return a text without tags, on one line, what is escaped in it still escaped: `&lt;OSK>` names a company."""
    return " ".join(_TAG.sub(" ", text).split())


def _date(stated: str, identifier: str) -> str:
    """Return the date as stated, else as the document's number has it: 910514, AP880212-0001, NYT_ENG_19940701.0001."""
    six = _SIX_DIGITS.fullmatch(stated) or (not stated and _SIX_DIGITS.search(identifier))
    if six:
        return f"{'19' if six[1] > '30' else '20'}{six[1]}-{six[2]}-{six[3]}"
    found = None if stated else date_in_name(identifier)
    return found.isoformat() if found else stated


def _meant(entity: re.Match[str]) -> str:
    return _MEANINGS[entity[1].lower()]
