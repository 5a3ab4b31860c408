"""Blocks and images as they are gathered, in reading order; and the text of a record, which is plain running text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from docs_store.model import Block, BlockKind, Image
from docs_store.reading.credits import split_credit
from docs_store.reading.datelines import agency_signed
from docs_store.reading.dates import date_in_name, date_in_text
from docs_store.reading.layout import paragraphs
from docs_store.reading.makers import Strength
from docs_store.reading.names import LONGEST

_LONGEST_CAPTION: Final = 450
"""Code points of a paragraph of a record that may be a caption."""

_MAY_BE_CREDITED = re.compile("[©ⓒ/|:：]")
_BULLET = re.compile(r"^(?:[-*•·▪►→]\s+|\d{1,2}[.)]\s+(?=\D))")


@dataclass(frozen=True, slots=True)
class Story:
    """Blocks in reading order, and the images their captions name."""

    blocks: tuple[Block, ...] = ()
    images: tuple[Image, ...] = ()


@dataclass(slots=True)
class StoryBuilder:
    """Gathers blocks and images."""

    blocks: list[Block] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    _captions: dict[str, int] = field(default_factory=dict)
    """Which image each caption is of."""

    def add(self, kind: BlockKind, text: str) -> None:
        """Add a block that is no caption."""
        self.blocks.append(Block(kind, text))

    def add_text(self, text: str) -> None:
        """Add a paragraph, or an item of a list where it begins with a bullet."""
        item = list_item(text)
        self.add(BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH, item or text)

    def add_image(self, caption: str, credit: str, alt: str = "", source: str = "") -> None:
        """Add an image with its caption's block; one that is there already only gains what it lacked."""
        key = caption.rstrip(" .")  # a picture's words for who cannot see it have no full stop
        at = self._captions.setdefault(key, len(self.images)) if key else len(self.images)
        if at < len(self.images):
            image = self.images[at]
            self.images[at] = replace(
                image, credit=image.credit or credit, alt=image.alt or alt, source=image.source or source
            )
            return
        taken = date_in_text(caption) or (date_in_name(alt) if alt else None)
        self.blocks.append(Block(BlockKind.CAPTION, caption, len(self.images)))
        self.images.append(Image(caption, credit, alt, source, taken))

    def add_picture(self, image: Image) -> None:
        """Add a picture that is known to be another than those before, with its caption's block."""
        self.blocks.append(Block(BlockKind.CAPTION, image.caption, len(self.images)))
        self.images.append(image)

    def build(self) -> Story:
        """Return what was gathered."""
        return Story(tuple(self.blocks), tuple(self.images))


def without_credit(image: Image) -> Image:
    """Return a picture whose caption may end in its credit, the credit taken out of it."""
    credited = split_credit(image.caption)
    if image.credit or not credited.caption:
        return image
    return replace(image, caption=credited.caption, credit=credited.credit)


def list_item(text: str) -> str:
    """Return what follows the bullet or number that `text` begins with, "" where it begins with none."""
    bullet = _BULLET.match(text)
    return text[bullet.end() :] if bullet else ""


def story_blocks(text: str, *, has_headline: bool = True) -> Story:
    """Return the paragraphs of a record's text, which may begin with its headline.

    Only a paragraph with a sure credit is taken for a caption: a record is running text, and what a page would put
    around it has been left out already.
    """
    story = StoryBuilder()
    parts = paragraphs(text, has_headline=has_headline)
    while len(parts) > 1 and agency_signed(parts[-1]):
        parts.pop()
    for part in parts:
        if (
            len(parts) > 1
            and len(part) <= _LONGEST_CAPTION
            and _MAY_BE_CREDITED.search(part, max(0, len(part) - LONGEST))
        ):
            credited = split_credit(part)
            if credited.strength is Strength.STRONG and credited.caption:
                story.add_image(credited.caption, credited.credit)
                continue
        story.add_text(part)
    return story.build()
