"""Labels that stand alone on a line, and what they are of on the next: "Image caption,", "Photo:", "2 of 4 |"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from docs_store.reading.makers import names_nobody
from docs_store.reading.names import AGENCY_NAME, is_names
from docs_store.reading.press_words import CAPTION_LABEL

_DASHES: Final = ("—", "–", "-")
_LONGEST_CAPTION: Final = 400
_LONGEST_HOUSE: Final = 20
_LABEL_ALONE = re.compile(
    r"(?i)(?:image|photo|media|video) (?:caption|source|copyright)\s?[,:]|"
    r"(?-i:(?:Image|Media) (?:caption|copyright))|\d{1,3}(?: of |/| ?von | de | sur )\d{1,3} \|"
)
_CREDIT_ALONE = re.compile(
    r"(?i)[(\[]?(?:(?:photo|image|picture|illustration)s?\s)?(?:credits?|photos?|images?|source|courtesy|by)\s?:|photos?\sby|"
    r"fotos?(?:credit)?\s?:|bild(?:quelle|nachweis)?\s?:|crédits?\s?(?:photo)?\s?:|fotografía\s?:|foto\s(?:di|von|de)"
)
_ENDS_LABELLED = re.compile(
    r"(?i)(?:[.!?…\"”’»)\]]\s|\s[|–-]\s)(?:photos?|images?|pictures?|fotos?|bild(?:er)?|crédits?(?: photo)?|credits?|"
    r"quelle|fotografía|imagen|immagine)\s?:$|[\w.\"”’»)]\s{0,3}/$"
)
"""How a caption ends whose maker stands on the next line: "… at its pier. Photo:", "… at its pier. /"."""
_SEPARATORS: Final = frozenset("•·|/")
_BULLET: Final = "•"
"""What some programs write on a line of its own, where a page parts a caption from its credit, or that in two."""
_BY_ALONE = re.compile(r"(?i)(?:photos?|pictures?|images?|fotos?) (?:by|von|di|de) \S.{2,60}")
_SLASHED = re.compile(r"[/|]\s?(?=[A-ZÀ-Þ])")
"""What begins a maker on the line under a caption: "/ Ana Lima"."""
_SHORTEST_CAPTION: Final = 20
_LONGEST_MAKER: Final = 80
"""Code points of who made a picture, on the line after such a label."""


def _is_maker(text: str) -> bool:
    return len(text) <= _LONGEST_MAKER and (is_names(text) or names_nobody(text))


def with_datelines(texts: Sequence[str]) -> list[str]:
    """Return the lines, a dateline that stands on three of its own before what follows: "Osk, Lindland", "CNN", "—"."""
    found: list[str] = []
    before = ""
    for at, text in enumerate(texts):
        if text in _DASHES and at + 1 < len(texts) and len(found) > 1 and _is_house(found[-1]) and is_names(found[-2]):
            before = f"{found[-2]} ({found[-1]}) — "
            del found[-2:]
            continue
        found.append(before + text)
        before = ""
    return found


def with_credits(texts: Sequence[str]) -> list[str]:
    """Return the lines, what stands over "hide caption" for a credit, and under "toggle caption" not again."""
    found: list[str] = []
    maker = ""
    for text in texts:
        if text.lower() == "hide caption" and found and _is_maker(found[-1]):
            maker = found.pop()
            caption = f"{found.pop()} " if found and len(found[-1]) <= _LONGEST_CAPTION else ""
            found.append(f"{caption}Photo: {maker}")
        elif text != maker or not text:
            found.append(text)
        if text.lower() not in ("hide caption", "toggle caption"):
            maker = ""
    return found


def with_ends(texts: Sequence[str]) -> list[str]:
    """Return the lines, a maker on its own line behind the caption that announces it, or that its mark goes on with."""
    found: list[str] = []
    for at, text in enumerate(texts):
        if text in _SEPARATORS and found and at + 1 < len(texts):
            before, after = found[-1], texts[at + 1]
            if text != _BULLET and _BY_ALONE.match(before) and _is_maker(after) and AGENCY_NAME.search(after):
                found[-1] = f"{before} {text}"  # "Photo by Ana Lima", "/", "The Agency"
                continue
            if _CREDIT_ALONE.fullmatch(after):
                continue
        before = found[-1] if found else ""
        slashed = _SLASHED.match(text)
        is_end = bool(slashed and _is_maker(text[slashed.end() :])) or (
            before.endswith((":", "/")) and bool(_ENDS_LABELLED.search(before)) and _is_maker(text)
        )
        is_long = len(before) >= _SHORTEST_CAPTION or bool(_BY_ALONE.match(before))
        if is_end and is_long and len(before) <= _LONGEST_CAPTION:
            found[-1] = f"{before} {text}"
        else:
            found.append(text)
    return found


def _is_house(text: str) -> bool:
    return len(text) <= _LONGEST_HOUSE and (text.isupper() or AGENCY_NAME.fullmatch(text) is not None)


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
