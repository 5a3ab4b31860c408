"""What the sentences of an article tell: their words that say something, their figures and names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docs_store.model import Article, BlockKind
from docs_store.stopwords import STOPWORDS
from docs_store.words import words

LEAST: Final = 3
"""Telling words below which a sentence says little: "He declined to comment." """

NEW: Final = 0.5
"""Share of a sentence's telling words that no other sentence has all together, from which it adds something."""

_LEFT_OUT: Final = (BlockKind.CAPTION, BlockKind.HEADING)

_SENTENCE = re.compile(r"(?<=[.!?…。！？])[\"”’»)\]]*(?:\s+|(?<=[。！？]))")

_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")

_NAME = re.compile(r"(?<=\S\s)[^\W\d_]\w+")

_ABBREVIATED: Final = 3
"""Letters up to which a capitalised word before a full stop is an abbreviation: "Mr.", "Inc."."""


def sentences_of(article: Article) -> Iterator[str]:
    """Yield the sentences of an article's standfirst and text, as often as they stand there."""
    for block in article.blocks:
        if block.kind not in _LEFT_OUT:
            yield from _sentences_of(block.text)


def telling_words(sentence: str) -> frozenset[str]:
    """Return the words of a sentence, folded, that are neither letters nor stopwords."""
    return frozenset(token.term for token in words(sentence) if len(token.term) > 1 and token.term not in STOPWORDS)


def figures_of(sentence: str) -> frozenset[str]:
    """Return the figures in a sentence."""
    return frozenset(_FIGURE.findall(sentence))


def names_of(sentence: str) -> frozenset[str]:
    """Return the telling words of a sentence with a capital letter that are not its first word."""
    found = " ".join(word for word in _NAME.findall(sentence) if word[0].isupper())
    return telling_words(found) if found else frozenset()


def _sentences_of(text: str) -> Iterator[str]:
    begun: list[str] = []
    for part in _SENTENCE.split(" ".join(text.split())):
        begun.append(part)
        if not _is_abbreviated(part.rpartition(" ")[2]):
            yield " ".join(begun)
            begun = []
    if begun:
        yield " ".join(begun)


def _is_abbreviated(last: str) -> bool:
    """Whether a full stop after this word ends no sentence: "Mr.", "U.S.", "J."."""
    word = last.removesuffix(".").lstrip('("“')
    return last != word and word[:1].isupper() and ("." in word or len(word) <= _ABBREVIATED)
