"""What is taken out of outside text, or replaced. A start does without: the patterns take 3 ms to compile."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MAX_MARKS: Final = 4
"""Combining marks kept on one base. Vietnamese, Hebrew with cantillation and Tibetan stay below five."""

UNTOUCHED = re.compile(
    "[\n -~\u00a1-\u00ac\u00ae-\u017f\u0391-\u03a1\u03a3-\u03ce\u0400-\u0481\u0621-\u064a\u05d0-\u05ea"
    "\u2010-\u2027\u2030-\u203a\u20a0-\u20bf\u3001-\u3003\u3008-\u3011\u3041-\u3096\u30a1-\u30ff\u4e00-\u9fff"
    "\uac00-\ud7a3\uff01-\uff60]*"
)
"""Characters that nothing below touches, in whatever order they stand: most texts are of these alone, which is seen in
a twentieth of the time that the steps take. No mark is among them, nor what composes with its neighbour."""

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
# Marks are neither letters nor spaces for `re`, so a base overloaded with marks shows as a run of these.
_MARK_RUN = re.compile(rf"[^\w\s]{{{MAX_MARKS + 1},}}")


def made_safe(text: str) -> tuple[str, int]:
    """Return `text` as `text.clean` makes it, and how many code points were removed or replaced."""
    removed = 0
    if _SUSPECT.search(text):
        text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
        text, controls = _C0.subn(lambda match: chr(0x2400 + ord(match[0])), text)
        text, replaced = _REPLACED.subn("\ufffd", text)
        text, invisible = _INVISIBLE.subn("", text)
        removed = controls + replaced + invisible
    if text.isascii():
        return text, removed
    # The cut comes first: NFC on a base with 400,000 marks takes over 20 s. It comes again because NFC takes some
    # letters apart (U+1D160 becomes a note and two marks).
    text, cut = _cut_marks(text)
    if not unicodedata.is_normalized("NFC", text):
        text, again = _cut_marks(unicodedata.normalize("NFC", text))
        cut += again
    return text, removed + cut


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
