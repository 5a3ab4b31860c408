"""The running text of XML that is made for texts (TEI, JATS): blocks in their order, whatever nests them.

What an element is for is told by its vocabulary; what that does not know is a part of the line that it stands in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from docs_store.model import BlockKind, Image, Link, LinkKind
from docs_store.reading.story import Story, StoryBuilder, without_credit
from docs_store.reading.xml_tree import name_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element


class Role(Enum):
    """What an element is for."""

    DIVISION = auto()
    """It holds blocks; words that stand directly in it are a paragraph."""
    PARAGRAPH = auto()
    HEADING = auto()
    ITEM = auto()
    QUOTE = auto()
    """Words of somebody else: a block, or within a line, where quotation marks may be left to whoever prints it."""
    ROW = auto()
    """Of a table; its children are the cells."""
    PICTURE = auto()
    NOTE = auto()
    """It stands after the block that it is called in."""
    SPACE = auto()
    """The end of a line or a page as it was printed."""
    NOTHING = auto()
    """It is left out."""


_QUOTATION_MARKS: Final = "\"'“”„«»‘’‚‹›「『"
_LINKS: Final = ("target", "{http://www.w3.org/1999/xlink}href")
_MOST_LINKS: Final = 200
_KINDS: Final = {Role.ITEM: BlockKind.LIST_ITEM, Role.QUOTE: BlockKind.QUOTE, Role.HEADING: BlockKind.HEADING}


@dataclass(slots=True)
class XmlStory:
    """Gathers the blocks of elements, one after another."""

    role_of: Callable[[_Element], Role | None]
    """Tells what an element is for; None where it is a part of its line."""
    picture_of: Callable[[_Element], Image]
    """Returns the picture in an element that is there for one."""
    links: list[Link] = field(default_factory=list)
    """What the words lead to on the web."""
    _story: StoryBuilder = field(default_factory=StoryBuilder)
    _words: list[str] = field(default_factory=list)
    _pictures: list[Image] = field(default_factory=list)
    _notes: list[_Element] = field(default_factory=list)

    def add(self, elements: Iterable[_Element]) -> XmlStory:
        """Add what is in the elements; return it."""
        for element in elements:
            self._inside(element, BlockKind.PARAGRAPH, in_line=False)
            self._end(BlockKind.PARAGRAPH)
        return self

    def build(self, title: str = "") -> Story:
        """Return what was gathered, without a heading at its beginning that is but the title."""
        story = self._story.build()
        first = next(iter(story.blocks), None)
        is_title = first is not None and first.kind is BlockKind.HEADING and first.text == title
        return Story(story.blocks[1:], story.images) if is_title else story

    def _element(self, element: _Element, kind: BlockKind, *, in_line: bool) -> None:
        name = name_of(element)
        role = self.role_of(element) if name else Role.NOTHING
        if role is Role.NOTHING:
            return
        if role is Role.SPACE:
            self._words.append(" ")
        elif role is Role.PICTURE:
            self._pictures.append(self.picture_of(element))
            if not in_line:
                self._end(kind)
        elif role is Role.NOTE:
            self._notes.append(element)
        elif role is Role.ROW:
            self._end(kind)
            self._words.append(" | ".join(filter(None, map(text_of, element))))
            self._end(BlockKind.PARAGRAPH)
        elif role is None:
            self._link(element)
            self._inside(element, kind, in_line=in_line)
        elif role is Role.QUOTE and in_line and not self._holds_blocks(element):
            is_marked = text_of(element)[:1] in _QUOTATION_MARKS
            self._words.append("" if is_marked else "“")
            self._inside(element, kind, in_line=in_line)
            self._words.append("" if is_marked else "”")
        else:
            self._end(kind)
            kind = _KINDS.get(role, kind)
            self._inside(element, kind, in_line=role is not Role.DIVISION)
            self._end(kind)

    def _inside(self, element: _Element, kind: BlockKind, *, in_line: bool) -> None:
        self._words.append(element.text or "")
        for child in element:
            self._element(child, kind, in_line=in_line)
            self._words.append(child.tail or "")

    def _link(self, element: _Element) -> None:
        """Take where an element leads to, if that is on the web."""
        url = next((each for name in _LINKS if (each := element.get(name))), "")
        title = text_of(element) if url.startswith(("http://", "https://")) else ""
        if title and len(self.links) < _MOST_LINKS:
            self.links.append(Link(title, url, LinkKind.REFERENCE))

    def _holds_blocks(self, element: _Element) -> bool:
        return any(name_of(child) and self.role_of(child) not in (None, Role.SPACE, Role.NOTE) for child in element)

    def _end(self, kind: BlockKind) -> None:
        """End the block that the words so far are; after it come its pictures and notes."""
        words, pictures, notes = " ".join("".join(self._words).split()), self._pictures, self._notes
        self._words, self._pictures, self._notes = [], [], []
        if words:
            self._story.add(kind, words)
        for image in pictures:
            if image != Image():
                self._story.add_picture(without_credit(image))
        for note in notes:
            self._inside(note, BlockKind.PARAGRAPH, in_line=False)
            self._end(BlockKind.PARAGRAPH)
