"""RTF, as Word, TextEdit, WordPad and press databases write it: text between commands, in groups that may be unseen."""

from __future__ import annotations

import codecs
import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Final

from docs_store.model import BlockKind
from docs_store.reading.office import Paragraph, documents, row_of, styled
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source

_MAGIC: Final = b"{\\rtf"
_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,9})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+|\\)"
)
_SAID: Final = {
    "tab": " ", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ",
    "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
}  # fmt: skip
_SIGNS: Final = {b"~": " ", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\", b"-": "", b":": "", b"|": ""}
_PARAGRAPH_ENDS: Final = ("par", "sect", "page", "softpage", "column")
_UNSEEN: Final = frozenset((
    "author", "colortbl", "comment", "company", "do", "doccomm", "filetbl", "fldinst", "footer", "footerf", "footerl",
    "footerr", "header", "headerf", "headerl", "headerr", "keywords", "listoverridetable", "listtable", "manager",
    "nonshppict", "objdata", "operator", "pict", "pntxta", "pntxtb", "revtbl", "rsidtbl", "shprslt", "subject", "tc",
    "template", "title", "txe", "xe", "xmlnstbl", "atnid", "atnauthor", "atnref", "annotation", "ftnsep", "ftnsepc",
    "aftnsep", "aftnsepc", "bkmkstart", "bkmkend", "themedata", "datastore", "generator", "background", "creatim",
    "fonttbl", "info",
))  # fmt: skip
"""Groups with nothing in them that is text of the document, as are those that begin with `\\*`."""
_SEEN: Final = ("shptxt", "fldrslt", "result")
"""Groups that are text, be they in ones that begin with `\\*`."""
_BULLETS: Final = ("listtext", "pntext")
_CHARSETS: Final = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437",
}  # fmt: skip
"""The encodings of fonts, by the numbers of their character sets; others are in the document's."""
_DEEPEST: Final = 1_000
"""Groups in each other; what is deeper is read as if it were not."""


def matches(source: Source) -> bool:
    """Tell whether a file is RTF."""
    return source.head.startswith(_MAGIC)


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the articles of a document. Raises `DocumentError` where there are no words in it."""
    reader = _Reader(source.read())
    reader.read()
    yield from documents(reader.paragraphs, reader.made(), (), source, reading)


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds within a group, and is as it was after it."""

    unseen: bool = False
    is_firm: bool = False
    """Whether nothing in it is seen, whatever it be."""
    destination: str = ""
    font: int = -1
    skips: int = 1
    """Characters after one in Unicode that stand for it in old programs."""
    is_hidden: bool = False


@dataclass(slots=True)
class _Reader:
    """Goes through the commands once."""

    data: bytes
    paragraphs: list[Paragraph] = field(default_factory=list)
    _group: _Group = _Group()
    _around: list[_Group] = field(default_factory=list)
    _encoding: str = "cp1252"
    _fonts: dict[int, str] = field(default_factory=dict)
    _styles: dict[int, str] = field(default_factory=dict)
    _style: int = -1
    _outline: int = -1
    _is_item: bool = False
    _in_table: bool = False
    _words: list[str] = field(default_factory=list)
    _bytes: bytearray = field(default_factory=bytearray)
    """Of the document's encoding, not yet decoded: a character may be several."""
    _cells: list[list[str]] = field(default_factory=list)
    _cell: list[str] = field(default_factory=list)
    _name: list[str] = field(default_factory=list)
    """The name of a style, in the list of them."""
    _created: dict[str, int] = field(default_factory=dict)
    _to_skip: int = 0

    def read(self) -> None:
        at = 0
        while at < len(self.data) and (token := _TOKEN.match(self.data, at)):
            at = token.end()
            if brace := token["brace"]:
                self._decode()
                self._to_skip = 0
                if brace == b"{":
                    self._open()
                else:
                    self._close()
            elif word := token["word"]:
                number = int(token["number"]) if token["number"] else None
                if word == b"bin":
                    at += max(0, number or 0)
                else:
                    self._command(word.decode("ascii"), number)
            elif token["hex"]:
                self._byte(bytes.fromhex(token["hex"].decode("ascii")))
            elif sign := token["sign"]:
                self._sign(sign)
            elif token["text"]:
                self._plain(token["text"])
        self._end_paragraph()
        self._end_row()

    def made(self) -> dt.date | None:
        """Return the day on which the document says that it was made."""
        with suppress(KeyError, ValueError):
            return dt.date(self._created["yr"], self._created["mo"], self._created["dy"])
        return None

    def _open(self) -> None:
        if len(self._around) < _DEEPEST:
            self._around.append(self._group)

    def _close(self) -> None:
        if self._group.destination == "style":
            if self._style >= 0:
                self._styles[self._style] = "".join(self._name).partition(";")[0]
            self._name, self._style = [], -1
        if self._around:
            self._group = self._around.pop()

    def _command(self, word: str, number: int | None) -> None:
        group = self._group
        if word == "u" and number is not None:
            self._decode()
            self._say(_character(number))
            self._to_skip = group.skips
            return
        self._to_skip = 0
        self._decode()
        if word == "f":
            self._group = replace(group, font=number if number is not None else -1)
        elif word == "uc":
            self._group = replace(group, skips=max(0, number or 0))
        elif word in ("v", "deleted"):
            self._group = replace(group, is_hidden=number != 0)
        elif word == "plain":
            self._group = replace(group, is_hidden=False)
        elif word == "ansicpg" and number:
            self._encoding = _known(f"cp{number}") or self._encoding
        elif word in ("mac", "pc", "pca"):
            self._encoding = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[word]
        elif word == "fcharset" and number is not None:
            self._fonts[group.font] = _CHARSETS.get(number, "")
        elif word in ("yr", "mo", "dy") and group.destination == "creatim" and number is not None:
            self._created[word] = number
        elif word == "s" and number is not None:
            self._style = number
        else:
            if not self._destination(word):
                self._shape(word, number)

    def _destination(self, word: str) -> bool:
        """Take a command that says what the group is; tell whether it is one."""
        group = self._group
        if word in _SEEN:
            self._group = replace(group, unseen=group.is_firm, destination=word)
        elif word in _UNSEEN:
            self._group = replace(group, unseen=True, is_firm=True, destination=word)
        elif word == "stylesheet":
            self._group = replace(group, unseen=True, is_firm=True, destination="style")
        elif word in _BULLETS:
            self._is_item = True
            self._group = replace(group, unseen=True, destination=word)
        elif word == "footnote":
            self._words.append(" ")
        else:
            return False
        return True

    def _shape(self, word: str, number: int | None) -> None:
        """Take a command that ends or shapes a paragraph, or stands for a character."""
        if self._group.unseen:
            return
        if word in _SAID:
            self._say(_SAID[word])
        elif word in _PARAGRAPH_ENDS:
            self._end_paragraph()
        elif word in ("cell", "nestcell"):
            self._end_paragraph()
            self._cells.append(self._cell)
            self._cell = []
        elif word in ("row", "nestrow"):
            self._end_row()
        elif word == "pard":
            self._style = self._outline = -1
            self._is_item = self._in_table = False
        elif word == "intbl":
            self._in_table = True
        elif word == "outlinelevel" and number is not None:
            self._outline = number
        elif word == "ls" and number:
            self._is_item = True

    def _sign(self, sign: bytes) -> None:
        self._decode()
        if sign == b"*":
            self._group = replace(self._group, unseen=True)
        elif sign in b"\r\n":  # as TextEdit ends paragraphs
            if not self._group.unseen:
                self._end_paragraph()
        else:
            self._say(_SIGNS.get(sign, ""))

    def _byte(self, data: bytes) -> None:
        if self._to_skip:
            self._to_skip -= 1
        else:
            self._bytes += data

    def _plain(self, data: bytes) -> None:
        if self._group.is_firm and self._group.destination != "style":  # pictures, mostly
            return
        skipped = min(self._to_skip, len(data))
        self._to_skip -= skipped
        self._bytes += data[skipped:]

    def _decode(self) -> None:
        if self._bytes:
            encoding = self._fonts.get(self._group.font) or self._encoding
            self._say(self._bytes.decode(encoding, "replace"))
            self._bytes.clear()

    def _say(self, text: str) -> None:
        if self._group.destination == "style":
            self._name.append(text)
        elif not (self._group.unseen or self._group.is_hidden):
            self._words.append(text)

    def _end_paragraph(self) -> None:
        self._decode()
        words = _whole("".join(self._words))
        self._words = []
        if self._in_table:
            self._cell.append(words)
            return
        self._end_row()
        paragraph = styled(words, self._styles.get(self._style, ""))
        if paragraph.kind is BlockKind.PARAGRAPH:
            if 0 <= self._outline <= 8:
                paragraph = replace(paragraph, kind=BlockKind.HEADING)
            elif self._is_item:
                paragraph = replace(paragraph, kind=BlockKind.LIST_ITEM)
        self.paragraphs.append(paragraph)

    def _end_row(self) -> None:
        """Add the row that has ended: as one paragraph where it is data, else the paragraphs in its cells."""
        cells = [*self._cells, self._cell]
        row = row_of(cells)
        self.paragraphs += [row] if row else [Paragraph(words) for cell in cells for words in cell]
        self._cells, self._cell = [], []


def _character(number: int) -> str:
    return chr(number + 0x10000 if number < 0 else number) if -0x8000 <= number <= 0x10FFFF else "\ufffd"


def _whole(text: str) -> str:
    """Return a text with its characters whole that were written as two halves each."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _known(encoding: str) -> str:
    with suppress(LookupError):
        return codecs.lookup({"cp10000": "mac_roman", "cp65001": "utf-8"}.get(encoding, encoding)).name
    return ""
