"""AsciiDoc, of Asciidoctor, Antora and blogs: its header as fields, headings, captions, quotations, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import PurePath
from typing import Final

from docs_store.model import BlockKind, Image
from docs_store.reading.asciidoc_inline import Inline
from docs_store.reading.front_matter import read_front_matter, split_front_matter
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.record import to_document
from docs_store.reading.source import Source
from docs_store.reading.story import StoryBuilder, without_credit

_SUFFIXES: Final = (".adoc", ".asciidoc", ".asc", ".ad")
_FIELDS: Final = {"author": "author", "authors": "author", "revdate": "date", "date": "date", "docdate": "date",
                  "published_at": "date", "published": "date", "description": "summary", "summary": "summary",
                  "subtitle": "summary", "lang": "language", "url": "url", "source": "source",
                  "keywords": "tags", "tags": "tags"}  # fmt: skip
"""What attributes are called that tell something of the article, as programs put `page-` and the like before them."""
_MAKERS = re.compile(r"(?:page|jbake|hp|awestruct|article|blog)-")
_OPENING = re.compile(r"\s*(?://[^\n]*\n\s*)*=[ ]\S[^\n]*\n(?:[^\n:=|]{1,200}\n){0,2}:!?[\w-]{1,60}!?:")
_SIGN = re.compile(
    r"(?m)^(?:={1,6} \S|:[\w-]{1,60}:(?: |$)|\[[\w, =\"#%.]{1,100}\]$|image::|\|===|\w[^\n]{2,100}\n={4,}$)"
)

_DEEPEST: Final = 20
"""Blocks within each other; what would open another is text."""

_TITLE = re.compile(r"= (?P<words>\S.*)")
_ATTRIBUTE = re.compile(r":(?P<name>!?[\w-]{1,60}!?):(?:[ ]+(?P<value>.*))?$")
_AUTHORS = re.compile(r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,4}(?: <[^<>\n]{1,200}>)?")
_REVISION = re.compile(r"(?:[vV]?\d[\w.]{0,20},? *)?(?P<date>[^:\n]{4,60}\d)(?::.*)?$")
_HEADING = re.compile(r"(?:={2,6}|#{2,6}) (?P<words>\S.*)")
_UNDER = re.compile(r"([=~^+-])\1{2,}$")
_STYLE = re.compile(r"\[(?!\[)(?P<style>[^\]]{0,500})\]$")
_BLOCK_TITLE = re.compile(r"\.(?P<words>[^\s.].*)")
_EDGE = re.compile(r"(?:-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|/{4,}|--|```\w{0,40}|[|,:!]={3,})$")
_PICTURE = re.compile(r"image::(?P<path>[^\s\[]{1,1000})\[(?P<told>[^\]]{0,2000})\]$")
_CAPTION = re.compile(r"(?:title|caption)=\"(?P<words>[^\"]{1,2000})\"")
_ALT = re.compile(r"(?:alt=)?\"?(?P<words>[^\",=]{1,500})\"?(?:,|$)")
_DIRECTIVE = re.compile(r"(?:include|ifdef|ifndef|ifeval|endif)::\S{0,1000}\[")
_COMMENT = re.compile(r"//(?!/)")
_UNREAD = re.compile(
    r"//(?!/)|(?:include|ifdef|ifndef|ifeval|endif|toc|video|audio)::|\[\[[^\]]{1,200}\]\]$|'''$|<<<$|-{3}$|\+$"
)
_ITEM = re.compile(r"[ \t]*(?:\*{1,6}|-|\.{1,6}|\d{1,4}\.|<\d{1,3}>|<\.>)[ \t]+(?:\[[ x*]\][ \t]+)?(?P<words>\S.*)")
_TERM = re.compile(r"[ \t]*(?P<term>\S(?:[^:\n]|:(?!:)){0,200})(?::{2,4}|;;)(?:[ \t]+(?P<words>.*))?$")
_COLUMNS = re.compile(r"cols=\"?(?:(?P<times>\d{1,2})\*|(?P<list>[^\"\]]{1,200}))")
_CELL_MARKS = re.compile(r"(?:\d{0,3}(?:\.\d{1,3})?[+*])?[<^>]?(?:\.[<^>])?[aehlmsdv]?$")


def matches(source: Source) -> bool:
    """Tell whether a file is AsciiDoc: by its header, or by its name and a sign of it."""
    is_called = PurePath(source.member or source.name).suffix.lower() in _SUFFIXES
    text = source.text_head.replace("\r\n", "\n")
    return bool(_OPENING.match(text) or (is_called and _SIGN.search(text)))


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the article. Raises `DocumentError` where there is nothing in it."""
    front, text = split_front_matter(source.read_text().replace("\r\n", "\n"))
    reader = _Reader(fields=dict(read_front_matter(front)))
    lines = text.split("\n")
    for line in lines[reader.head(lines) :]:
        reader.take(line.rstrip())
    reader.end()
    raw = to_document(reader.fields, reading.columns, reader.story.build())
    if raw is None:
        raise source.error("no text in it")
    yield replace(raw, url=raw.url if "://" in raw.url else "", links=(*raw.links, *reader.inline.links))


class _Inside(Enum):
    """What the lines within a block are."""

    TEXT = auto()
    CODE = auto()
    TABLE = auto()
    UNREAD = auto()
    """Comments, and what is passed on to the page as it is."""


def _inside(edge: str) -> _Inside:
    """Return what the block holds that a line has opened, "" where none is open."""
    if edge[:1] in ("/", "+"):
        return _Inside.UNREAD
    if edge != "--" and edge[:2] in ("--", "..", "``"):
        return _Inside.CODE
    return _Inside.TABLE if edge.endswith("==") and edge[0] in "|,:!" else _Inside.TEXT


@dataclass(slots=True)
class _Reader:
    """Goes through the lines once."""

    fields: dict[str, object]
    story: StoryBuilder = field(default_factory=StoryBuilder)
    inline: Inline = field(default_factory=Inline)
    lines: list[str] = field(default_factory=list)
    """Of the paragraph that is being read."""
    kind: BlockKind = BlockKind.PARAGRAPH
    style: str = ""
    """What stands in brackets over the block that comes."""
    caption: str = ""
    edges: list[str] = field(default_factory=list)
    """The lines that have opened the blocks that are open."""
    styles: list[str] = field(default_factory=list)
    """Their styles."""
    cells: list[str] = field(default_factory=list)
    """Of the table that is open."""
    columns: int = 0

    def head(self, lines: list[str]) -> int:
        """Read title, authors, day and attributes; return where the text begins."""
        at = 0
        while at < len(lines):
            attribute = _ATTRIBUTE.match(lines[at])
            if attribute:  # Antora's may stand over the title
                self._tell(attribute)
            elif lines[at].strip() and not lines[at].startswith("//"):
                break
            at += 1
        title = _TITLE.match(lines[at]) if at < len(lines) else None
        under = lines[at + 1].rstrip() if at + 1 < len(lines) else ""
        is_underlined = under.startswith("=") and _is_title(lines[at], under)
        if title or is_underlined:
            self.fields.setdefault("title", self.inline.plain(title["words"] if title else lines[at]))
            at += 1 + is_underlined
            if at < len(lines) and all(_AUTHORS.fullmatch(each.strip()) for each in lines[at].split(";")):
                self.fields["author"] = [each.partition("<")[0].strip() for each in lines[at].split(";")]
                at += 1
                revision = _REVISION.match(lines[at]) if at < len(lines) else None
                if revision:
                    self.fields["date"] = revision["date"]
                    at += 1
        while at < len(lines) and (attribute := _ATTRIBUTE.match(lines[at])):
            self._tell(attribute)
            at += 1
        return at

    def _tell(self, attribute: re.Match[str]) -> None:
        name, value = attribute["name"], (attribute["value"] or "").strip()
        self.inline.attributes[name.lower()] = value
        known = _FIELDS.get(_MAKERS.sub("", name.lower()))
        if known and value:
            words = value.strip("[]").replace("'", "").replace('"', "") if known == "tags" else self.inline.plain(value)
            self.fields.setdefault(known, words)

    def take(self, line: str) -> None:
        """Read a line."""
        inner = self.edges[-1] if self.edges else ""
        inside = _inside(inner)
        may_open = inside in (_Inside.TEXT, _Inside.TABLE) and len(self.edges) < _DEEPEST
        if self._is_underlined(line):
            self._head(self.lines.pop())
        elif _EDGE.match(line) and (line == inner or may_open):
            self.end()
            self._edge(line, inner)
        elif inside is _Inside.CODE:
            self._add(BlockKind.PARAGRAPH, line, is_code=True)
        elif inside is _Inside.TABLE:
            self._row(line, inner[0])
        elif inside is _Inside.TEXT:
            self._line(line)

    def _is_underlined(self, under: str) -> bool:
        is_line = not self.edges and len(self.lines) == 1 and self.kind is BlockKind.PARAGRAPH
        return is_line and _is_title(self.lines[0], under)

    def _edge(self, line: str, inner: str) -> None:
        if line != inner:
            self.edges.append(line)
            self.styles.append(self.style)
            if columns := _COLUMNS.search(self.style):
                self.columns = int(columns["times"] or 0) or len(columns["list"].split(","))
            self.style = ""
            if line[0] not in "/+":
                self._block_title()
            return
        if line[0] in "|,:!":
            self._table()
        self.edges.pop()
        self._quoted(self.styles.pop())

    def _line(self, line: str) -> None:
        attribute, heading, style = _ATTRIBUTE.match(line), _HEADING.match(line), _STYLE.match(line)
        title, picture = _BLOCK_TITLE.match(line), _PICTURE.match(line)
        if not line.strip() or line == "+":
            self.end()
            self.style = ""
            return
        if self.lines and not (picture or heading):
            if not (_COMMENT.match(line) or _DIRECTIVE.match(line)):
                self._text(line)
            return
        if attribute and not self.lines:
            self._tell(attribute)
        elif picture:
            self.end()
            self._picture(picture)
        elif _UNREAD.match(line):
            self.end()
        elif heading:
            self.end()
            self._head(heading["words"])
        elif style:
            self.style = style["style"]
        elif title and not _ITEM.match(line):
            self.caption = title["words"]
        else:
            self._text(line)

    def _head(self, words: str) -> None:
        if "title" not in self.fields and not self.story.blocks:
            self.fields["title"] = self.inline.plain(words)
        else:
            self._add(BlockKind.HEADING, words)

    def _text(self, line: str) -> None:
        item, term = _ITEM.match(line), _TERM.match(line)
        is_verse = self.style.startswith("verse") or any(each.startswith("verse") for each in self.styles)
        if (item or term) and not is_verse:
            self.end()
            self.kind = BlockKind.LIST_ITEM
            told = f"{term['term']}: {term['words']}" if term and term["words"] else f"{term['term']}:" if term else ""
            self.lines = [item["words"] if item else told]
            return
        self.lines.append(line.strip())
        if is_verse or line.endswith(" +"):
            style = self.style
            self.lines[-1] = self.lines[-1].removesuffix(" +")
            self.end()
            self.style = style if is_verse else ""

    def end(self) -> None:
        """End the paragraph that the lines so far are."""
        if not self.lines:
            return
        is_quote = any(each.startswith(("quote", "verse")) for each in (self.style, *self.styles)) or any(
            edge.startswith("____") for edge in self.edges
        )
        lines, style, kind = self.lines, self.style, self.kind
        self.lines, self.style, self.kind = [], "", BlockKind.PARAGRAPH
        self._block_title()
        is_code = style.startswith(("source", "listing", "literal"))
        for text in lines if is_code else (" ".join(lines),):
            self._add(BlockKind.QUOTE if is_quote and kind is BlockKind.PARAGRAPH else kind, text, is_code=is_code)
        if not style.startswith("verse"):
            self._quoted(style)

    def _quoted(self, style: str) -> None:
        """Add whom a quotation is of."""
        name, _, of = style.partition(",")
        if name.strip() in ("quote", "verse") and of.strip():
            told = (part.strip(" '") for part in of.replace('"', "").split(","))
            self._add(BlockKind.QUOTE, f"— {', '.join(filter(None, told))}")

    def _block_title(self) -> None:
        caption, self.caption = self.caption, ""
        if caption:
            self._add(BlockKind.PARAGRAPH, caption)

    def _picture(self, picture: re.Match[str]) -> None:
        told, alt = _CAPTION.search(picture["told"]), _ALT.match(picture["told"])
        caption, self.caption, self.style = told["words"] if told else self.caption, "", ""
        image = Image(self.inline.plain(caption), alt=alt["words"].strip() if alt else "", source=picture["path"])
        self.story.add_picture(without_credit(image))

    def _row(self, line: str, sign: str) -> None:
        if sign in ",:":
            self._add(BlockKind.PARAGRAPH, " | ".join(part.strip(' "') for part in line.split(sign)))
            return
        before, *cells = line.split(sign)
        if self.cells and before.strip():
            self.cells[-1] = f"{self.cells[-1]} {before if not cells else _CELL_MARKS.sub('', before)}"
        self.columns = self.columns or len(cells)
        self.cells += [_CELL_MARKS.sub("", f"{each} ") if each is not cells[-1] else each for each in cells]

    def _table(self) -> None:
        cells, columns = self.cells, max(1, self.columns)
        self.cells, self.columns = [], 0
        for at in range(0, len(cells), columns):
            row = (" ".join(cell.split()) for cell in cells[at : at + columns])
            self._add(BlockKind.PARAGRAPH, " | ".join(filter(None, row)))

    def _add(self, kind: BlockKind, text: str, *, is_code: bool = False) -> None:
        words = text if is_code else self.inline.plain(text)
        if words.strip():
            self.story.add(kind, words)
        for image in self.inline.take_images():
            self.story.add_picture(without_credit(image))
        for note in self.inline.take_notes():
            self.story.add(BlockKind.PARAGRAPH, note)


def _is_title(line: str, under: str) -> bool:
    """Tell whether what stands under a line makes it a title, as it is as long as that."""
    return abs(len(line.rstrip()) - len(under)) <= 1 and line[:1].isalnum() and _UNDER.match(under) is not None
