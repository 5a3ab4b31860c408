"""Org, the notes of Emacs: keywords and properties as fields, headings, captions, quotations, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Final

from docs_store.model import BlockKind, Image, Link, LinkKind
from docs_store.reading.fields import Fields
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.record import to_document
from docs_store.reading.source import Source
from docs_store.reading.story import StoryBuilder, without_credit

_SUFFIX: Final = ".org"
_MOST_LINKS: Final = 200
_LISTED: Final = ("tags", "keywords", "filetags")
_FIELDS: Final = ("title", "subtitle", "author", "date", "description", "language", "url", "source", "link",
                  "published", *_LISTED)  # fmt: skip
"""Keywords and properties that tell something of the article; others are for Emacs."""
_UNREAD: Final = ("comment", "export")

_KEYWORD = re.compile(r"[ \t]*#\+(?P<name>\w{1,40}):[ \t]*(?P<value>.*)", re.IGNORECASE)
_BLOCK = re.compile(r"[ \t]*#\+(?P<edge>begin|end)_(?P<name>\w{1,40})", re.IGNORECASE)
_PROPERTY = re.compile(r"[ \t]*:(?P<name>[\w-]{1,40}):(?:[ \t]+(?P<value>.*))?$")
_HEADING = re.compile(
    r"\*{1,20} +(?:(?:TODO|DONE|NEXT|WAITING|CANCELLED) +)?(?:\[#\w\] +)?(?P<words>.*?)"
    r"(?:[ \t]+:(?P<tags>[\w@#%]{1,60}(?::[\w@#%]{1,60}){0,20}):)?[ \t]*$"
)
_ITEM = re.compile(r"[ \t]*(?:[-+]|\d{1,4}[.)]|[ \t]\*)[ \t]+(?:\[[ X-]\][ \t]+)?(?P<words>.*)")
_RULE = re.compile(r"[ \t]*(?:\|[-+|: ]*|-{5,}[ \t]*)$")
_NOTE = re.compile(r"\[fn:(?P<name>[\w-]{1,40})\][ \t]+(?P<words>.*)")
_LINK = re.compile(r"\[\[(?P<target>[^\[\]\n]{1,2000})\](?:\[(?P<label>[^\[\]\n]{1,1000})\])?\]")
_PICTURE = re.compile(r"(?i)(?:file:|https?:)?[^\s:]\S{0,500}\.(?:jpe?g|png|gif|webp|avif|svg|tiff?)$")
_STRESS = re.compile(r"(?<![\w*/_=~+])([*/_=~+])(?=\S)([^\n]{1,500}?)(?<=\S)\1(?![\w*/_=~+])")
_CALLED = re.compile(r"\[fn:[\w-]{1,40}\]|<<[^<>\n]{1,200}>>")
_OPENING = re.compile(r"\s*(?:#\+title:|:PROPERTIES:\s*\n)", re.IGNORECASE)
_SIGN = re.compile(r"(?im)^(?:\*{1,8} \S|#\+\w{1,40}:)")


def matches(source: Source) -> bool:
    """Tell whether a file is Org: by its title, or by its name and a sign of it."""
    is_called = PurePath(source.member or source.name).suffix.lower() == _SUFFIX
    return bool(_OPENING.match(source.text_head) or (is_called and _SIGN.search(source.text_head)))


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the article. Raises `DocumentError` where there is nothing in it."""
    reader = _Reader()
    for line in source.read_text().replace("\r\n", "\n").split("\n"):
        reader.take(line)
    reader.end()
    record = dict(reader.fields)
    if not Fields(record, reading.columns).first("title") and reader.heading:
        record["title"] = reader.heading
        reader.story.blocks.pop(reader.heading_at)
    raw = to_document(record, reading.columns, reader.story.build())
    if raw is None:
        raise source.error("no text in it")
    yield replace(raw, tags=tuple(dict.fromkeys((*raw.tags, *reader.tags))), links=(*raw.links, *reader.links))


@dataclass(slots=True)
class _Reader:
    """Goes through the lines once."""

    story: StoryBuilder = field(default_factory=StoryBuilder)
    fields: dict[str, object] = field(default_factory=dict)
    tags: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    heading: str = ""
    """The first heading, if it comes before any text, whose block is `heading_at`."""
    heading_at: int = -1
    lines: list[str] = field(default_factory=list)
    """Of the block that is being read."""
    kind: BlockKind = BlockKind.PARAGRAPH
    caption: str = ""
    block: str = ""
    """The name of the `#+begin_…` that is open."""
    is_drawer: bool = False

    def take(self, line: str) -> None:
        """Read a line."""
        edge, keyword, named = _BLOCK.match(line), _KEYWORD.match(line), _PROPERTY.match(line)
        if edge:
            self.end()
            self.block = edge["name"].lower() if edge["edge"].lower() == "begin" else ""
        elif self.block in _UNREAD:
            pass
        elif self.block in ("src", "example"):
            self._add(BlockKind.PARAGRAPH, line)
        elif self.is_drawer or (named and named["name"].upper() in ("PROPERTIES", "LOGBOOK")):
            self.is_drawer = not (named and named["name"].upper() == "END")
            if named and named["value"]:
                self._tell(named["name"], named["value"])
        elif keyword:
            self.end()
            if keyword["name"].lower() == "caption":
                self.caption = f"{self.caption} {keyword['value']}".strip()
            else:
                self._tell(keyword["name"], keyword["value"])
        elif heading := _HEADING.match(line):
            self.end()
            self._head(heading)
        elif not line.strip() or _RULE.match(line) or line.startswith("# "):
            self.end()
        else:
            self._text(line)

    def end(self) -> None:
        """End the block that the lines so far are."""
        lines, self.lines = self.lines, []
        kind = BlockKind.QUOTE if self.block in ("quote", "verse") else self.kind
        self.kind = BlockKind.PARAGRAPH
        words = [lines] if self.block != "verse" else [[line] for line in lines]
        for each in words:
            self._add(kind, " ".join(each))

    def _tell(self, name: str, value: str) -> None:
        name, value = name.lower(), value.strip()
        if name in _LISTED:
            self.tags += filter(None, re.split(r"[:,\s]+", value))
        elif name in _FIELDS and value:
            self.fields.setdefault(name, value.strip("<>[]") if name in ("date", "published") else self._plain(value))

    def _head(self, heading: re.Match[str]) -> None:
        self.tags += filter(None, (heading["tags"] or "").split(":"))
        words = self._plain(heading["words"])
        if not self.heading and not self.story.blocks and words:
            self.heading, self.heading_at = words, len(self.story.blocks)
        self._add(BlockKind.HEADING, heading["words"])

    def _text(self, line: str) -> None:
        item, note = _ITEM.match(line), _NOTE.match(line)
        bare = line.strip()
        picture = _LINK.fullmatch(bare)
        if picture and _PICTURE.match(picture["target"]):
            if self.caption:  # pandoc breaks its line
                self.caption, self.lines = " ".join((self.caption, *self.lines)), []
            self.end()
            self._picture(picture)
        elif bare.startswith("|"):
            self.end()
            self._add(BlockKind.PARAGRAPH, " | ".join(filter(None, map(str.strip, bare.strip("|").split("|")))))
        elif item or note:
            self.end()
            self.kind = BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH
            self.lines = [item["words"] if item else note["words"] if note else ""]
        else:
            self.lines.append(bare)

    def _picture(self, link: re.Match[str]) -> None:
        caption, self.caption = self._plain(self.caption), ""
        source = link["target"].removeprefix("file:")
        self.story.add_picture(without_credit(Image(caption=caption, source=source)))

    def _add(self, kind: BlockKind, text: str) -> None:
        if words := self._plain(text):
            if self.caption:  # of a table, or of what is no picture
                self.story.add(BlockKind.PARAGRAPH, self._plain(self.caption))
                self.caption = ""
            self.story.add(kind, words)

    def _plain(self, text: str) -> str:
        """Return the words of a text; where its links lead to is kept."""
        text = _CALLED.sub("", _LINK.sub(self._linked, text))
        return " ".join(_STRESS.sub(lambda stressed: stressed[2], text).split())

    def _linked(self, link: re.Match[str]) -> str:
        target, label = link["target"], link["label"] or link["target"]
        if target.startswith(("http://", "https://")) and len(self.links) < _MOST_LINKS:
            self.links.append(Link(label, target, LinkKind.REFERENCE))
        return label
