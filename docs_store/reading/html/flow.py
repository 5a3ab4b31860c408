"""A page's tree as one flow of pieces in reading order: stretches of text, each of one block element, and pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from docs_store.model import BlockKind
from docs_store.reading.html.images import Picture
from docs_store.reading.html.lines import BREAK, own_lines
from docs_store.reading.html.page import is_hidden, squeezed
from docs_store.reading.html.pictures import captioned_within, read_picture
from docs_store.reading.html.tables import read_rows

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSHOWN: Final = frozenset((
    "head", "script", "style", "template", "svg", "math", "object", "embed", "iframe", "audio", "video", "canvas",
    "button", "select", "textarea", "input", "label", "datalist", "noscript", "map", "dialog", "amp-ad", "amp-sidebar",
    "amp-analytics", "amp-consent", "frameset",
))  # fmt: skip
BLOCKS: Final = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul",
))  # fmt: skip
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_KINDS: Final = {"li": BlockKind.LIST_ITEM, "dd": BlockKind.LIST_ITEM, "blockquote": BlockKind.QUOTE} | dict.fromkeys(
    _HEADINGS, BlockKind.HEADING
)


_ONE_LINE: Final = frozenset((BlockKind.HEADING, BlockKind.LIST_ITEM))
"""Blocks whose lines are broken to fit."""
_INNER: Final = 4
"""Blocks around a stretch that tell what it is."""
_NEAR: Final = 3
"""Pieces between an image and its caption."""
_MOST_OF_ITEM: Final = 5
"""Paragraphs of what is no item of a list, whatever its element."""
_MOST_ELEMENTS: Final = 60_000
_DEEPEST: Final = 300
_MOST_ANCESTORS: Final = 2_000_000


@dataclass(slots=True, eq=False)
class Piece:
    """A stretch of text, or a picture."""

    element: HtmlElement
    """The block it stands in."""
    text: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    links: list[tuple[str, str]] = field(default_factory=list)
    """Texts and addresses of the links in it."""
    linked: int = 0
    """Code points of its text that are links."""
    picture: Picture | None = None
    is_row: bool = False
    """Whether it is a row of a table of data, which is its element."""


@dataclass(frozen=True, slots=True)
class Flow:
    """The pieces of a page in reading order."""

    pieces: list[Piece]
    is_light: bool
    """Whether judging each piece by what is around it takes bounded time: no page that people read is larger."""


def read_flow(tree: HtmlElement) -> Flow:
    """Return the pieces of a tree."""
    walker = _Walker()
    elements = deepest = 0
    for element, depth in _walk(tree, walker):
        walker.start(element)
        elements += 1
        deepest = max(deepest, depth)
    walker.flush()
    is_light = elements <= _MOST_ELEMENTS and deepest <= _DEEPEST and deepest * len(walker.found) <= _MOST_ANCESTORS
    return Flow(walker.found, is_light)


def _walk(tree: HtmlElement, walker: _Walker) -> Iterator[tuple[HtmlElement, int]]:
    """Yield the elements that are shown and their depths, telling `walker` of their text and their ends."""
    stack: list[tuple[HtmlElement, Iterator[HtmlElement]]] = []
    element: HtmlElement | None = tree
    while element is not None or stack:
        if element is not None:
            if isinstance(element.tag, str) and walker.enters(element):
                yield element, len(stack)
                walker.text(element.text)
                stack.append((element, iter(element)))
            else:
                walker.text(element.tail)
        parent, children = stack[-1] if stack else (tree, iter(()))
        element = next(children, None)
        if element is None and stack:
            stack.pop()
            walker.end(parent)
            if parent is not tree:
                walker.text(parent.tail)


class _Walker:
    """Gathers text until a block begins or ends."""

    def __init__(self) -> None:
        self.found: list[Piece] = []
        self._parts: list[str] = []
        self._links: list[tuple[str, str]] = []
        self._link: tuple[str, int] | None = None
        self._linked = 0
        self._blocks: list[HtmlElement] = []
        self._breaks = 0
        self._wholes: dict[HtmlElement, bool] = {}

    def enters(self, element: HtmlElement) -> bool:
        """Tell whether an element is to be gone into; a picture is taken whole."""
        tag = element.tag
        if tag in _UNSHOWN or is_hidden(element):
            if tag in BLOCKS:
                self.flush()
            for each, shown in () if tag in _UNSHOWN else captioned_within(element):
                self._forget(shown)
                self.found.append(Piece(each, picture=shown))
            return False
        rows = read_rows(element) if tag == "table" else []
        if rows:
            self.flush()
            for row in rows:
                linked = sum(len(label) for label, _ in row.links)
                self.found.append(Piece(element, row.text, links=list(row.links), linked=linked, is_row=True))
            return False
        picture = read_picture(element)
        if picture is not None:
            if tag not in ("img", "amp-img") or picture.caption:
                self.flush()
            if (picture.caption or picture.credit) and picture.source:
                self._forget(picture)
            self.found.append(Piece(element, picture=picture))
            return False
        return True

    def _forget(self, captioned: Picture) -> None:
        """Take out an image that has just been seen alone: its caption, which names it too, stands after it."""
        for at in range(max(0, len(self.found) - _NEAR), len(self.found)):
            picture = self.found[at].picture
            if picture is None or picture.source != captioned.source or picture.caption:
                continue
            if picture.credit in ("", captioned.credit):
                del self.found[at]
                return

    def start(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag == "br":
            self._breaks += 1
            self._parts.append(BREAK)
            if self._breaks > 1:
                self.flush()
        elif tag in BLOCKS:
            self.flush()
            self._blocks.append(element)
        elif tag == "a":
            url = (element.get("href") or "").strip()
            if url and not url.startswith(("#", "javascript:")):
                self._link = (url, len(self._parts))

    def text(self, text: str | None) -> None:
        if text:
            is_set = "\n" in text and any(block.tag == "pre" for block in self._blocks[-_INNER:])
            self._parts.append(text.replace("\n", BREAK) if is_set else text)
            if not text.isspace():
                self._breaks = 0

    def end(self, element: HtmlElement) -> None:
        if element.tag in BLOCKS:
            self.flush()
            self._blocks.pop()
        elif element.tag == "a" and self._link is not None:
            url, begin = self._link
            label = squeezed("".join(self._parts[begin:]))
            if label:
                self._links.append((label, url))
                self._linked += len(label)
            self._link = None

    def flush(self) -> None:
        """End a piece."""
        if not self._parts:
            self._link = self._link and (self._link[0], 0)
            return
        text = squeezed("".join(self._parts))
        if self._link is not None:  # a link around whole blocks
            url, begin = self._link
            label = squeezed("".join(self._parts[begin:]))
            if label:
                self._links.append((label, url))
                self._linked += len(label)
            self._link = (url, 0)
        if text and self._blocks:
            kind = self._kind()
            lines = [text] if kind in _ONE_LINE else own_lines("".join(self._parts))
            for line, links in _apart(lines, self._links):
                self.found.append(
                    Piece(self._blocks[-1], line, kind, links, min(sum(len(label) for label, _ in links), len(line)))
                )
        self._parts, self._links, self._linked, self._breaks = [], [], 0, 0

    def _is_whole(self, item: HtmlElement) -> bool:
        """Tell whether an item has so many paragraphs that it is none of a list: a page's layout is one."""
        if item not in self._wholes:
            self._wholes[item] = sum(1 for _ in islice(item.iter("p"), _MOST_OF_ITEM)) == _MOST_OF_ITEM
        return self._wholes[item]

    def _kind(self) -> BlockKind:
        for element in reversed(self._blocks[-_INNER:]):
            kind = _KINDS.get(str(element.tag))
            is_whole = kind is BlockKind.LIST_ITEM and self._blocks[-1].tag == "p" and self._is_whole(element)
            if kind is not None and not is_whole:
                return kind
        return BlockKind.PARAGRAPH


def _apart(lines: list[str], links: list[tuple[str, str]]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield lines with the links in each; all as one where a link goes on from one to the next."""
    waiting = list(links)
    held: list[list[tuple[str, str]]] = []
    for line in lines:
        own: list[tuple[str, str]] = []
        begin = 0
        while waiting and (at := line.find(waiting[0][0], begin)) >= 0:
            begin = at + len(waiting[0][0])
            own.append(waiting.pop(0))
        held.append(own)
    if waiting:
        yield " ".join(lines), links
    else:
        yield from zip(lines, held, strict=True)
