"""Words of a text and where they stand, in whatever script it is written. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from docs_store import scripts
from docs_store.text import fold

_PART: Final = 2
"""Letters or digits of what is nothing without the part beside it: "AT&T", "G-7", "F-16", unlike "well-known"."""

_THOUSANDS: Final = 3
"""Digits of each group of a large figure but the first."""

# Scripts written without spaces between words: their text is matched by pairs of characters.
UNSPACED: Final = re.compile(f"[{scripts.UNSPACED}]+")
_WORD = re.compile(rf"(?:[^\W_]|[{scripts.MARKS}])+")


class Token(NamedTuple):
    """A word as it is compared, and where it stands."""

    term: str
    start: int
    end: int


Analyse: TypeAlias = Callable[[str], Sequence[Token]]
"""What a store makes of a text: its words, each as that store compares them."""


def words(text: str) -> list[Token]:
    """Return the words of `text`, folded; unspaced scripts in pairs of characters."""
    if text.isascii():  # then folding keeps every letter's place, and is done at once
        return [Token(match[0], *match.span()) for match in _WORD.finditer(text.lower())]
    tokens: list[Token] = []
    for start, end, unspaced in _scripts(text):
        if unspaced:
            tokens += pairs(text, start, end)
        else:
            found = ((fold(match[0]), match) for match in _WORD.finditer(text, start, end))
            tokens += [Token(term, *match.span()) for term, match in found if term]  # marks alone are no word
    return tokens


def is_one_word(text: str, one: Token, other: Token) -> bool:
    """Whether two tokens of `text`, one after the other, are one word to who typed them: "AT&T", not "Nature's"."""
    between = text[one.end : other.start]
    if not between or any(mark.isspace() or mark in "'’" for mark in between):
        return False
    return is_short_word(text[one.start : one.end]) or is_short_word(text[other.start : other.end])


def is_short_word(word: str) -> bool:
    """Whether a word is likely a part of one: "AT&T", "G-7", "e-mail"."""
    return len(word) <= _PART


def may_be_joined(parts: Sequence[str]) -> bool:
    """Whether the parts of a word can stand without what is between: "G7", "email", "5500", not "35" for "3.5"."""
    return not all(map(str.isdigit, parts)) or all(len(part) == _THOUSANDS for part in parts[1:])


def pairs(text: str, start: int, end: int) -> list[Token]:
    """Return the overlapping pairs of characters of `text[start:end]`; a lone character stands for itself."""
    if end - start == 1:
        return [Token(text[start:end], start, end)]
    return [Token(text[at : at + 2], at, at + 2) for at in range(start, end - 1)]


def _scripts(text: str) -> Iterator[tuple[int, int, bool]]:
    at = 0
    for match in UNSPACED.finditer(text):
        if match.start() > at:
            yield at, match.start(), False
        yield match.start(), match.end(), True
        at = match.end()
    if at < len(text):
        yield at, len(text), False
