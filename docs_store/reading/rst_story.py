"""The blocks, pictures, links and fields of reStructuredText, by the tree that docutils makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from docutils import nodes

from docs_store.model import BlockKind, Image, Link, LinkKind
from docs_store.reading.rst_tree import parse
from docs_store.reading.story import Story, StoryBuilder, story_blocks, without_credit

_FIELDS: Final = ("author", "authors", "date", "tags", "keywords", "category", "summary", "description", "abstract",
                  "lang", "language", "url", "source", "title", "subtitle", "published", "link")  # fmt: skip
_LONGEST: Final = 2**20
_MOST_LINES: Final = 15_000
_MOST_MARKS: Final = 40_000
"""Code points, lines and marks that are parsed; a text of more is read as paragraphs, in place of being given up.

Books have a fifth of it. docutils takes a second or two for as much, and more for marks that nothing closes.
"""
_MOST_LINKS: Final = 200
_ROOM: Final = 100_000
"""Code points that substitutions may put into a text, each at least `_EACH`: they may be made of many others."""
_EACH: Final = 10
_DEEPEST: Final = 5
"""Substitutions within each other."""

_META = re.compile(r"(?P<name>[\w-]{1,40}): (?P<value>\S.*)", re.DOTALL)
_ADORNMENT = re.compile(r"\s*([!-/:-@\[-`{-~])\1*\s*$")
_EDGE = re.compile(r"[-+=| ]*$")
_BULLET = re.compile(r"\n([-+*•]) (?=\S)")
_CELLS = re.compile(r"\s*\|\s*|\s{2,}")


@dataclass(frozen=True, slots=True)
class Note:
    """What a text holds."""

    story: Story
    fields: dict[str, object] = field(default_factory=dict)
    links: tuple[Link, ...] = ()


def read_note(text: str) -> Note:
    """Return what is in a text."""
    is_parsed = len(text) <= _LONGEST and text.count("\n") <= _MOST_LINES
    if is_parsed and sum(map(text.count, "*`|_")) <= _MOST_MARKS:
        try:
            reader = _Reader(parse(text))
            reader.blocks(reader.document, BlockKind.PARAGRAPH)
            return Note(reader.story.build(), reader.fields, tuple(reader.links))
        except RecursionError:  # blocks within each other, which no article has so many of
            pass
    return Note(story_blocks(text))


@dataclass(slots=True)
class _Reader:
    """Goes through the tree once."""

    document: nodes.document
    story: StoryBuilder = field(default_factory=StoryBuilder)
    fields: dict[str, object] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    pictures: list[nodes.Element] = field(default_factory=list)
    """Of the text that is being read, which stand after it."""
    room: int = _ROOM

    def blocks(self, node: nodes.Element, kind: BlockKind) -> None:
        """Read what is in a node, paragraphs in it as `kind`."""
        for child in _held(node):
            self._block(child, kind)

    def _block(self, node: nodes.Element, kind: BlockKind) -> None:
        match node:
            case nodes.title() if self._is_first(node):
                self.fields["title"] = self._words(node)
            case nodes.title():
                self._add(BlockKind.HEADING, self._words(node))
            case nodes.paragraph():
                self._paragraph(kind, node)
            case nodes.line():
                self._add(kind, self._words(node))
            case nodes.attribution():
                self._add(kind, f"— {self._words(node)}")
            case nodes.block_quote():
                self.blocks(node, BlockKind.QUOTE)
            case nodes.enumerated_list() if _is_no_list(node):
                for item in _held(node):
                    self._led(item, kind, item.get("lead", node["lead"]))
            case nodes.list_item():
                self._led(node, BlockKind.LIST_ITEM)
            case nodes.definition_list_item() | nodes.option_list_item():
                *terms, meaning = _held(node)
                self._add(kind, " : ".join(map(self._term, terms)))
                self.blocks(meaning, kind)
            case nodes.citation():
                self._led(node, BlockKind.PARAGRAPH, f"[{node[0].astext()}] ")
            case nodes.footnote():
                self.blocks(node, BlockKind.PARAGRAPH)
            case nodes.literal_block() | nodes.doctest_block():
                for line in "".join(self._pieces(node)).splitlines():
                    self._add(BlockKind.PARAGRAPH, line)
            case nodes.image():
                self._picture(node, "")
            case nodes.figure():
                self._figure(node)
            case nodes.table():
                self._table(node)
            case nodes.field_list():
                self._field_list(node)
            case nodes.comment():
                self._comment(node.astext())
            case nodes.system_message():
                for held in node.findall(nodes.literal_block):
                    self._broken(held.astext())
            case nodes.Invisible() | nodes.label():
                pass
            case _:
                self.blocks(node, kind)

    def _is_first(self, title: nodes.Element) -> bool:
        """Tell whether a title is the article's, which stands before all but pictures."""
        if "title" in self.fields or not isinstance(title.parent, nodes.document):
            return False
        return all(each.kind is BlockKind.CAPTION for each in self.story.blocks)

    def _led(self, node: nodes.Element, kind: BlockKind, lead: str = "") -> None:
        """Read what is in a node, its first paragraph as `kind` with `lead` before it."""
        held = [each for each in _held(node) if not isinstance(each, nodes.label)]
        while held and isinstance(held[0], nodes.container):
            held[:1] = _held(held[0])
        if held and isinstance(held[0], nodes.paragraph):
            self._paragraph(kind, held.pop(0), lead)
        elif lead:
            self._add(kind, lead.strip())
        for each in held:
            self._block(each, BlockKind.PARAGRAPH)

    def _paragraph(self, kind: BlockKind, node: nodes.Element, lead: str = "") -> None:
        """Read a paragraph, which has lines that are meant as a list where they are not set off from it."""
        text = lead + "".join(self._pieces(node))
        first, *rest = _BULLET.split(text)  # a mark, its item, and so on
        if len(set(rest[::2])) != 1 or len(rest) == len(("mark", "item")):  # dashes, which a line may begin with
            first, rest = text, []
        self._add(kind, " ".join(first.split()))
        for each in rest[1::2]:
            self._add(BlockKind.LIST_ITEM, " ".join(each.split()))

    def _term(self, node: nodes.Element) -> str:
        return node.astext() if isinstance(node, nodes.option_group) else self._words(node)

    def _figure(self, node: nodes.Element) -> None:
        image, *below = _held(node)
        captions = [each for each in below if isinstance(each, nodes.paragraph)]
        self._picture(image, " ".join(map(self._words, captions)))
        for each in below:
            if each not in captions:
                self._block(each, BlockKind.PARAGRAPH)

    def _picture(self, node: nodes.Element, caption: str) -> None:
        image = Image(caption, alt=node.get("alt", ""), source=node["uri"])
        if image != Image():
            self.story.add_picture(without_credit(image))

    def _table(self, node: nodes.Element) -> None:
        for child in _held(node):
            match child:
                case nodes.title():
                    self._add(BlockKind.PARAGRAPH, self._words(child))
                case nodes.tgroup():
                    for row in child.findall(nodes.row):
                        self._add(BlockKind.PARAGRAPH, self._within(row, " | "))
                case nodes.bullet_list():  # in a list are rows, in a list within it their cells
                    for item in _held(child):
                        self._add(BlockKind.PARAGRAPH, " ".join(self._within(each, " | ") for each in _held(item)))
                case _:
                    self._block(child, BlockKind.PARAGRAPH)

    def _field_list(self, node: nodes.Element) -> None:
        """Read fields: those before all text, but for a title and one under it, are of the article."""
        blocks = self.story.blocks
        fields = [(each[0].astext(), each[1]) for each in map(_held, _held(node))]
        names = {name.lower() for name, _ in fields}
        under = blocks[0].text if len(blocks) == 1 and blocks[0].kind is BlockKind.HEADING else ""
        if blocks and (not under or names.isdisjoint(_FIELDS)):
            for name, body in fields:
                self._led(body, BlockKind.PARAGRAPH, f"{name}: ")
            return
        for name, body in fields:
            items = [self._within(each, " ") for each in body.findall(nodes.list_item)]
            self._tell(name, items or self._within(body, " "))
        if under and names.isdisjoint(("summary", "description")):
            self.fields["subtitle"] = under
            blocks.clear()

    def _comment(self, text: str) -> None:
        if not self.story.blocks and (told := _META.match(text)):  # as Nikola notes what it knows of an article
            self._tell(told["name"], " ".join(told["value"].split()))

    def _tell(self, name: str, value: str | list[str]) -> None:
        if name.lower() in _FIELDS and value:
            self.fields.setdefault(name.lower(), value)

    def _broken(self, text: str) -> None:
        """Read what docutils did not understand: a title where none may be, or a table without its end."""
        lines = text.splitlines()
        told = [line for line in lines if not _ADORNMENT.match(line) and not _EDGE.match(line)]
        is_title = len(told) == 1 and any(map(_ADORNMENT.match, lines))
        for line in told if not text.startswith(".. ") else ():
            words = " | ".join(filter(None, _CELLS.split(line)))
            self._add(BlockKind.HEADING if is_title else BlockKind.PARAGRAPH, words)

    def _add(self, kind: BlockKind, text: str) -> None:
        if text.strip():
            self.story.add(kind, text)
        pictures, self.pictures = self.pictures, []
        for each in pictures:
            self._picture(each, "")

    def _within(self, node: nodes.Element, mark: str) -> str:
        """Return the words of all that is in a node, those of each of its parts that has some set apart by `mark`."""
        if isinstance(node, nodes.system_message | nodes.Invisible):
            return ""
        if isinstance(node, nodes.TextElement):
            return self._words(node)
        return mark.join(filter(None, (self._within(each, " ") for each in _held(node))))

    def _words(self, node: nodes.Element) -> str:
        return " ".join("".join(self._pieces(node)).split())

    def _pieces(self, node: nodes.Element, depth: int = 0) -> Iterator[str]:
        for child in node.children:
            match child:
                case nodes.Text():
                    text = child.astext()  # what is stressed has no marks of its own, though it is often given them
                    yield text.replace("``", "") if isinstance(node, nodes.emphasis | nodes.strong) else text
                case nodes.footnote_reference() | nodes.system_message():
                    pass
                case nodes.citation_reference():
                    yield f"[{child.astext()}]"
                case nodes.image():
                    self.pictures.append(child)
                case nodes.substitution_reference():
                    yield from self._substituted(child, depth)
                case nodes.reference():
                    yield self._linked(child, "".join(self._pieces(child, depth)))
                case nodes.Element():
                    yield from self._pieces(child, depth)

    def _substituted(self, node: nodes.Element, depth: int) -> Iterator[str]:
        known, name = self.document.substitution_defs, node["refname"]
        held = known.get(name) or known.get(self.document.substitution_names.get(name.lower(), ""))
        self.room -= len(held.astext()) + _EACH if held else 0
        if held and self.room > 0 and depth < _DEEPEST:
            yield from self._pieces(held, depth + 1)
        else:
            yield f"|{node.astext()}|"

    def _linked(self, node: nodes.Element, label: str) -> str:
        url, name = node.get("refuri", ""), node.get("refname")
        if name and name not in self.document.nameids and node.rawsource[:1] not in ("`", "|"):
            return node.rawsource  # "snake_case_" is but a word
        if url.startswith(("http://", "https://")) and label.strip() and len(self.links) < _MOST_LINKS:
            self.links.append(Link(" ".join(label.split()), url, LinkKind.REFERENCE))
        return label


def _held(node: nodes.Element) -> list[nodes.Element]:
    return [each for each in node.children if isinstance(each, nodes.Element)]


def _is_no_list(node: nodes.Element) -> bool:
    """Tell whether what stands before sentences is a part of them: "24. May was cold", "A. Osk was ill"."""
    return (len(node) == 1 or node.get("start", 1) != 1) and not node["lead"].startswith("#")
