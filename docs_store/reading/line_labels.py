"""Labels that stand alone on a line, and what they are of on the next: "Image caption,", "Photo:", "2 of 4 |"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from docs_store.reading.makers import names_nobody
from docs_store.reading.names import is_names
from docs_store.reading.press_words import CAPTION_LABEL

_LABEL_ALONE = re.compile(
    r"(?i)(?:image|photo|media|video) (?:caption|source|copyright)\s?[,:]|\d{1,3}(?: of |/| ?von | de | sur )\d{1,3} \|"
)
_CREDIT_ALONE = re.compile(
    r"(?i)[(\[]?(?:(?:photo|image|picture|illustration)s?\s)?(?:credits?|photos?|images?|source|courtesy|by)\s?:|photos?\sby|"
    r"fotos?(?:credit)?\s?:|bild(?:quelle|nachweis)?\s?:|crédits?\s?(?:photo)?\s?:|fotografía\s?:|foto\s(?:di|von|de)"
)
_LONGEST_MAKER: Final = 80
"""Code points of who made a picture, on the line after such a label."""


def _is_maker(text: str) -> bool:
    return len(text) <= _LONGEST_MAKER and (is_names(text) or names_nobody(text))


def with_labels(texts: Iterable[str]) -> Iterator[str]:
    """Yield the lines, a label that stands alone with what it is of ("Image caption,"), captions without brackets."""
    label = ""
    for text in texts:
        if text.startswith("[") and text.endswith("]") and CAPTION_LABEL.match(text[1:]):
            text = text[1:-1].strip()
        if label and (_LABEL_ALONE.fullmatch(label) or _is_maker(text)):
            text, label = f"{label} {text}", ""
        elif label:
            yield label
        label = text if _LABEL_ALONE.fullmatch(text) or _CREDIT_ALONE.fullmatch(text) else ""
        if not label:
            yield text
    if label:
        yield label
