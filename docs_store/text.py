"""Outside text made safe and uniform: the one `clean()`, at ingest and again at the store's door.

No byte of an article may act on a terminal, reorder a line or hide inside it, and nothing legible is lost (controls
become visible pictures, not holes).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

TITLE_LIMIT: Final = 500
"""Code points of a title, name or URL shown on one line."""

CAPTION_LIMIT: Final = 5_000
"""Code points of a caption; the longest in the wild are picture stories of a few hundred words."""

_SPACES = re.compile(r"\s+")
# Letters that readers type without their stroke, and that Unicode does not decompose.
_STROKED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})


class Cleaned(Struct, frozen=True):
    """A cleaned text and how many code points were removed or replaced in it."""

    text: str
    removed: int


def clean(text: str) -> str:
    """Return `text` with line ends as LF and nothing in it that could act on a terminal. Idempotent; keeps newlines."""
    return clean_counted(text).text


def is_clean(text: str) -> bool:
    """Tell at a glance that `clean` leaves `text` as it is; False where it takes a closer look."""
    if text.isascii() and text.isprintable():
        return True
    from docs_store.unsafe import UNTOUCHED

    return UNTOUCHED.fullmatch(text) is not None


def clean_counted(text: str) -> Cleaned:
    """Like `clean`, and counts what was taken out: controls, invisible characters and surplus marks, not line ends."""
    if is_clean(text):
        return Cleaned(text, 0)
    from docs_store.unsafe import made_safe

    return Cleaned(*made_safe(text))


def one_line(text: str, limit: int = TITLE_LIMIT) -> str:
    """Return cleaned `text` as one line of at most `limit` code points, an ellipsis in place of what was cut."""
    text = _SPACES.sub(" ", clean(text)).strip()
    if len(text) <= limit:
        return text
    # Cutting may part a base from its marks, never the reverse, so the result is still clean.
    return text[: limit - 1].rstrip() + "…"


def are_lines(texts: Iterable[str], limit: int = TITLE_LIMIT) -> bool:
    """Tell at a glance that each of `texts` is "" or as `one_line` leaves it; False where it takes a closer look."""
    lines = [text for text in texts if text]
    together = " ".join(lines)
    return (
        "  " not in together
        and together == together.strip()
        and "\n" not in together
        and is_clean(together)
        and (len(together) <= limit or max(map(len, lines)) <= limit)
    )


def path_line(path: str, limit: int) -> str:
    """Return cleaned `path` as one line of at most `limit` code points, its spaces kept: they are part of the name."""
    return clean(path).replace("\n", " ")[:limit]


def cut_at_word(text: str, limit: int) -> str:
    """Return at most `limit` code points of `text`, cut between words, an ellipsis in place of what was cut."""
    if len(text) <= limit:
        return text
    head = text[:limit]
    word_end = head.rfind(" ", limit // 2)  # scripts without spaces, and very long words, are cut anywhere
    return head[: word_end if word_end > 0 else limit - 1].rstrip(" ,;:–—-") + "…"


def path_label(path: str) -> str:
    """Return how the store knows the file at `path`: the path, its bad bytes and unsafe characters escaped."""
    if path.isprintable() and clean(path) == path:
        return path
    return (
        path.encode("utf-8", "surrogateescape")
        .decode("utf-8", "backslashreplace")
        .encode("unicode_escape")
        .decode("ascii")
    )


def fold(text: str) -> str:
    """Return `text` for comparing: compatibility forms, case and diacritics removed ("Café" and "CAFE" are one)."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold()).casefold().translate(_STROKED)
    return "".join(character for character in decomposed if not unicodedata.combining(character))
