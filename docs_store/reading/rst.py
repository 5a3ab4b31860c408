"""reStructuredText, of Sphinx, Pelican and Nikola: fields, headings, figures, quotations, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Final

from docs_store.model import BlockKind, Image
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.record import to_document
from docs_store.reading.rst_inline import Inline, targets_in
from docs_store.reading.source import Source
from docs_store.reading.story import StoryBuilder, without_credit

_SUFFIXES: Final = (".rst", ".rest")
_FIELDS: Final = ("author", "authors", "date", "tags", "keywords", "category", "summary", "description", "abstract",
                  "lang", "language", "url", "source", "title", "subtitle", "published", "link")  # fmt: skip
_QUOTES: Final = ("epigraph", "pull-quote", "highlights", "pullquote")
_CODE: Final = (
    "code",
    "code-block",
    "sourcecode",
    "parsed-literal",
    "math",
    "productionlist",
    "prompt",
    "literalinclude",
)
_UNREAD: Final = frozenset((
    "contents", "include", "raw", "meta", "toctree", "replace", "highlight", "index", "only", "default-role", "role",
    "sectnum", "section-numbering", "header", "footer", "target-notes", "unicode", "date", "tableofcontents",
    "youtube", "vimeo", "slides", "video", "audio", "currentmodule", "module", "testsetup", "graphviz", "disqus",
    "literalinclude",
))  # fmt: skip
_DEEPEST: Final = 20
"""Blocks within each other; what is deeper is a paragraph."""

_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1{2,}\s*$")
_SIGN = re.compile(
    r"(?m)^(?:\.\. (?:[\w-]{1,40}::|(?:title|slug): |_[^:\n]{1,200}:)|:[\w-]{1,40}:(?: |`)|([=~^\"'#*+-])\1{2,}[ ]*$)"
)
_SURE = re.compile(
    r"\s*(?:\.\. [^\n]*\n\s*)*(?:([=#*])\1{3,}\n)?[^\n]{2,200}\n([=#*~-])\2{3,}\n\s*\n?:(?:date|author)s?: "
)
_META = re.compile(r"\.\. (?P<name>[\w-]{1,40}): (?P<value>.*)")
_FIELD = re.compile(r":(?P<name>[\w -]{1,40}):(?:[ \t]+(?P<value>.*))?$")
_DIRECTIVE = re.compile(r"\.\. (?:\|[^|\n]{1,100}\| )?(?P<name>[\w:+.-]{1,60}?)::(?:[ \t]+(?P<words>.*))?$")
_NOTE = re.compile(r"\.\. \[(?:#?[\w.-]{0,60}|\*)\][ \t]*(?P<words>.*)")
_ITEM = re.compile(r"(?P<mark>(?:[-*+•‣⁃]|\(?(?:\d{1,4}|[a-zA-Z]|#|[ivxlcIVXLC]{1,6})[.)])[ \t]+)(?P<words>\S.*)")
_SIMPLE_EDGE = re.compile(r"={2,}(?:[ ]+={2,})+[ ]*$")
_GRID_EDGE = re.compile(r"\+(?:[-=]{1,300}\+)+$")
_SPAN = re.compile(r"=+")


def matches(source: Source) -> bool:
    """Tell whether a file is reStructuredText: by its name and a sign of it, or by fields under an underlined title."""
    is_called = PurePath(source.member or source.name).suffix.lower() in _SUFFIXES
    return bool((is_called and _SIGN.search(source.text_head)) or _SURE.match(source.text_head.replace("\r\n", "\n")))


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the article. Raises `DocumentError` where there is nothing in it."""
    lines = source.read_text().replace("\r\n", "\n").expandtabs().split("\n")
    reader = _Reader(Inline(targets_in(lines)))
    reader.blocks(lines, BlockKind.PARAGRAPH, 0)
    raw = to_document(reader.fields, reading.columns, reader.story.build())
    if raw is None:
        raise source.error("no text in it")
    links = (*raw.links, *reader.inline.links)
    yield replace(raw, url=raw.url if "://" in raw.url else "", links=links)


@dataclass(slots=True)
class _Reader:
    """Goes through blocks, those within them by themselves."""

    inline: Inline
    story: StoryBuilder = field(default_factory=StoryBuilder)
    fields: dict[str, object] = field(default_factory=dict)

    def blocks(self, lines: list[str], kind: BlockKind, depth: int) -> None:
        """Read the blocks in `lines`, paragraphs among them as `kind`."""
        if depth > _DEEPEST:
            self._add(kind, " ".join(lines))
            return
        at = 0
        while at < len(lines):
            line = lines[at]
            if not line.strip():
                at += 1
            elif line[0] == " ":
                end = _indented(lines, at)
                self.blocks(_dedented(lines[at:end]), BlockKind.QUOTE, depth + 1)
                at = end
            elif line.startswith((".. ", "__ ")) or line in ("..", "__"):
                end = _indented(lines, at + 1)
                self._explicit(line, _dedented(lines[at + 1 : end]), kind, depth)
                at = end
            elif title := _title(lines, at):
                at = self._head(*title)
            elif named := _FIELD.match(line):
                end = _indented(lines, at + 1)
                self._field(named, _dedented(lines[at + 1 : end]))
                at = end
            elif (item := _ITEM.match(line)) and not _is_sentence(lines, at):
                end = _indented(lines, at + 1)
                self._item(item, _dedented(lines[at + 1 : end]), depth)
                at = end
            else:
                at = self._paragraph(lines, at, kind, depth)

    def _paragraph(self, lines: list[str], at: int, kind: BlockKind, depth: int) -> int:
        """Read the paragraph, the table or the term that begins at a line; return where it ends."""
        after = lines[at + 1] if at + 1 < len(lines) else ""
        if after.startswith(" ") and after.strip() and not lines[at].endswith("::"):  # a term, and what it means
            self._add(kind, lines[at])
            end = _indented(lines, at + 1)
            self.blocks(_dedented(lines[at + 1 : end]), kind, depth + 1)
            return end
        end, is_session = at + 1, lines[at].startswith(">>> ")
        while end < len(lines) and lines[end].strip() and (is_session or lines[end][0] != " "):
            end += 1
        found = lines[at:end]
        if _ADORNMENT.match(found[0]) and len(found) == 1:
            return end
        if _SIMPLE_EDGE.match(found[0]):
            return self._simple_table(lines, at)
        if _GRID_EDGE.match(found[0].rstrip()):
            self._grid(found)
            return end
        if all(f"{each} ".startswith("| ") for each in found) or is_session:
            for each in found:
                self._add(kind, each.removeprefix("|"), is_code=each.startswith((">>>", "...")))
            return end
        text = " ".join(map(str.strip, found))
        has_code = text.endswith("::")
        self._add(kind, text[:-2].rstrip() if text.endswith(" ::") else text[:-1] if has_code else text)
        if has_code:
            code = _indented(lines, end)
            for each in _dedented(lines[end:code]):
                self._add(BlockKind.PARAGRAPH, each, is_code=True)
            return code
        return end

    def _head(self, words: str, end: int) -> int:
        if "title" not in self.fields and not self.story.blocks:
            self.fields["title"] = self.inline.plain(words)
        else:
            self._add(BlockKind.HEADING, words)
        return end

    def _field(self, named: re.Match[str], more: list[str]) -> None:
        name, value = named["name"].lower(), " ".join(" ".join((named["value"] or "", *more)).split())
        if not self.story.blocks:
            if name in _FIELDS and value:
                self.fields.setdefault(name, value if name == "tags" else self.inline.plain(value))
            return
        self._add(BlockKind.PARAGRAPH, f"{named['name']}: {value}")

    def _item(self, item: re.Match[str], more: list[str], depth: int) -> None:
        rest = next((at for at, line in enumerate(more) if not line.strip() or _ITEM.match(line)), len(more))
        self._add(BlockKind.LIST_ITEM, " ".join((item["words"], *more[:rest])))
        self.blocks(more[rest:], BlockKind.PARAGRAPH, depth + 1)

    def _explicit(self, line: str, body: list[str], kind: BlockKind, depth: int) -> None:
        directive, note, meta = _DIRECTIVE.match(line), _NOTE.match(line), _META.match(line)
        if directive:
            self._directive(directive, body, kind, depth)
        elif note:
            self.blocks([note["words"], *body], BlockKind.PARAGRAPH, depth + 1)
        elif meta and not self.story.blocks and meta["name"].lower() in _FIELDS and meta["value"].strip():
            self.fields.setdefault(meta["name"].lower(), meta["value"].strip())

    def _directive(self, directive: re.Match[str], body: list[str], kind: BlockKind, depth: int) -> None:
        name, words = directive["name"].lower().rpartition(":")[2], (directive["words"] or "").strip()
        options = {}
        while body and (option := _FIELD.match(body[0])):
            options[option["name"]] = (option["value"] or "").strip()
            body = body[1:]
        if name in ("image", "figure", "thumbnail"):
            self._picture(Image(alt=options.get("alt", ""), source=words), body)
        elif name in _UNREAD or directive[0].startswith(".. |"):  # what a name stands for is no part of the text
            return
        elif name in _CODE:
            for each in (words, *body) if name in ("math", "parsed-literal") else body:
                self._add(BlockKind.PARAGRAPH, each, is_code=True)
        elif name in ("csv-table", "list-table", "table"):
            self._add(BlockKind.PARAGRAPH, words)
            if name == "csv-table":
                for row in (options.get("header", ""), *body):
                    self._add(BlockKind.PARAGRAPH, " | ".join(part.strip(' "') for part in row.split(",")))
            else:
                self.blocks(body, BlockKind.PARAGRAPH, depth + 1)
        elif name in ("rubric", "topic", "sidebar", "admonition"):
            self._add(BlockKind.HEADING, words)
            self.blocks(body, kind, depth + 1)
        else:
            inner = BlockKind.QUOTE if name in _QUOTES else kind
            is_text = " " in words or not words.isascii() or words.endswith((".", "!", "?"))  # else a version, say
            self.blocks([words if is_text else "", *body], inner, depth + 1)

    def _picture(self, image: Image, body: list[str]) -> None:
        caption = self.inline.plain(" ".join(body))
        self.story.add_picture(without_credit(replace(image, caption=caption)))

    def _simple_table(self, lines: list[str], at: int) -> int:
        starts = [found.start() for found in _SPAN.finditer(lines[at])]
        edges = (number for number in range(at + 1, len(lines)) if _SIMPLE_EDGE.match(lines[number]))
        end = next((each for each in edges if each + 1 >= len(lines) or not lines[each + 1].strip()), len(lines))
        for line in lines[at:end]:
            if line.strip() and not _SIMPLE_EDGE.match(line) and not line.startswith("---"):
                cells = (line[begin:until].strip() for begin, until in zip(starts, [*starts[1:], None], strict=True))
                self._add(BlockKind.PARAGRAPH, " | ".join(filter(None, cells)))
        return end + 1

    def _grid(self, lines: list[str]) -> None:
        cells: list[str] = []
        for line in lines:
            if line.startswith("+"):
                self._add(BlockKind.PARAGRAPH, " | ".join(filter(None, map(str.strip, cells))))
                cells = []
                continue
            parts = line.strip().strip("|").split("|")
            cells += [""] * (len(parts) - len(cells))
            cells = [f"{cell} {part.strip()}" for cell, part in zip(cells, parts + [""] * len(cells), strict=False)]
        self._add(BlockKind.PARAGRAPH, " | ".join(filter(None, map(str.strip, cells))))

    def _add(self, kind: BlockKind, text: str, *, is_code: bool = False) -> None:
        words = text if is_code else self.inline.plain(text)
        if words.strip():
            self.story.add(kind, words)


def _title(lines: list[str], at: int) -> tuple[str, int] | None:
    """Return the title that begins at a line, and where it ends; None where there is none."""
    line, after = lines[at].rstrip(), lines[at + 1].rstrip() if at + 1 < len(lines) else ""
    over = _ADORNMENT.match(line)
    if (
        over
        and after.strip()
        and at + 2 < len(lines)
        and lines[at + 2].rstrip() == line
        and not _SIMPLE_EDGE.match(line)
    ):
        return after.strip(), at + 3
    under = _ADORNMENT.match(after)
    if under and not over and len(after) >= min(len(line), 4) and not _goes_on(lines, at):
        return line, at + 2
    return None


def _is_sentence(lines: list[str], at: int) -> bool:
    """Tell whether a line that begins as a lettered item is of a paragraph, which goes on: "A. Osk was" over "ill"."""
    below = lines[at + 1] if at + 1 < len(lines) else ""
    return lines[at][0].isalpha() and bool(below.strip()) and below[0] != " " and not _ITEM.match(below)


def _goes_on(lines: list[str], at: int) -> bool:
    """Tell whether a line is one of a paragraph that began before it."""
    return at > 0 and bool(lines[at - 1].strip()) and not _ADORNMENT.match(lines[at - 1])


def _indented(lines: list[str], at: int) -> int:
    """Return where the lines end that are indented, from a line on; empty ones at their end are none of them."""
    end = at
    for number in range(at, len(lines)):
        if lines[number].strip():
            if lines[number][0] != " ":
                break
            end = number + 1
    return end


def _dedented(lines: list[str]) -> list[str]:
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return [line[margin:].rstrip() for line in lines]
