"""Paragraphs of documents without markup that are the captions of pictures: told by a credit, a number or a label."""

from __future__ import annotations

from typing import Final

from docs_store.model import Image
from docs_store.reading.credits import split_credit
from docs_store.reading.makers import Strength
from docs_store.reading.press_words import CAPTION_LABEL, FIGURE

_LONGEST: Final = 450
"""Code points of a caption."""


def figure_line(text: str) -> Image | None:
    """Return the picture whose caption, and perhaps credit, `text` is; None where it is a paragraph like any."""
    if len(text) > _LONGEST:
        return None
    credited = split_credit(text)
    is_credited = credited.strength is Strength.STRONG
    if not (is_credited or FIGURE.match(text) or CAPTION_LABEL.match(text)):
        return None
    caption = CAPTION_LABEL.sub("", credited.caption if is_credited else text)
    return Image(caption, credited.credit if is_credited else "")
