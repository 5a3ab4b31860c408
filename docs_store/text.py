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

MAX_MARKS: Final = 4
"""Combining marks kept on one base. Vietnamese, Hebrew with cantillation and Tibetan stay below five."""

TITLE_LIMIT: Final = 500
"""Code points of a title, name or URL shown on one line."""

CAPTION_LIMIT: Final = 5_000
"""Code points of a caption; the longest in the wild are picture stories of a few hundred words."""

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# ZWSP, word joiner, BOM and soft hyphen carry no meaning on a terminal; ZWJ and ZWNJ do (emoji, Persian, Indic).
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_C0 = re.compile("[\x00-\x08\x0e-\x1f]")
_REPLACED = re.compile(
    "[\x7f-\x84\x86-\x9f"  # DEL and C1 (NEL is a line end)
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u206a-\u206f"  # bidi and deprecated format controls
    "\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb"  # surrogates, noncharacters, interlinear annotation
    "\U000e0000-\U000e007f"  # tags
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}-{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
)
# Anything the steps below would touch; most text has none of it and is returned as it came.
_SUSPECT = re.compile(f"[\t\r\x0b\x0c\x85\u2028\u2029]|{_INVISIBLE.pattern}|{_C0.pattern}|{_REPLACED.pattern}")
# Characters that nothing below touches, in whatever order they stand: most texts are of these alone, which is seen in a
# twentieth of the time that the steps take. No mark is among them, nor what composes with its neighbour.
_UNTOUCHED = re.compile(
    "[\n -~\u00a1-\u00ac\u00ae-\u017f\u0391-\u03a1\u03a3-\u03ce\u0400-\u0481\u0621-\u064a\u05d0-\u05ea"
    "\u2010-\u2027\u2030-\u203a\u20a0-\u20bf\u3001-\u3003\u3008-\u3011\u3041-\u3096\u30a1-\u30ff\u4e00-\u9fff"
    "\uac00-\ud7a3\uff01-\uff60]*"
)
# Marks are neither letters nor spaces for `re`, so a base overloaded with marks shows as a run of these.
_MARK_RUN = re.compile(rf"[^\w\s]{{{MAX_MARKS + 1},}}")
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
    return (text.isascii() and text.isprintable()) or _UNTOUCHED.fullmatch(text) is not None


def clean_counted(text: str) -> Cleaned:
    """Like `clean`, and counts what was taken out: controls, invisible characters and surplus marks, not line ends."""
    if is_clean(text):
        return Cleaned(text, 0)
    removed = 0
    if _SUSPECT.search(text):
        text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
        text, controls = _C0.subn(lambda match: chr(0x2400 + ord(match[0])), text)
        text, replaced = _REPLACED.subn("\ufffd", text)
        text, invisible = _INVISIBLE.subn("", text)
        removed = controls + replaced + invisible
    if text.isascii():
        return Cleaned(text, removed)
    # The cut comes first: NFC on a base with 400,000 marks takes over 20 s. It comes again because NFC takes some
    # letters apart (U+1D160 becomes a note and two marks).
    text, cut = _cut_marks(text)
    if not unicodedata.is_normalized("NFC", text):
        text, again = _cut_marks(unicodedata.normalize("NFC", text))
        cut += again
    return Cleaned(text, removed + cut)


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


def _cut_marks(text: str) -> tuple[str, int]:
    cut = 0

    def shorten(run: re.Match[str]) -> str:
        nonlocal cut
        kept, marks = [], 0
        for character in run[0]:
            marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
            if marks <= MAX_MARKS:
                kept.append(character)
        cut += len(run[0]) - len(kept)
        return "".join(kept)

    return _MARK_RUN.sub(shorten, text), cut
