"""Which articles are editions of one: copied, updated or cut. Found by a sketch, judged by their words.

Stretches of five words are chosen by their content (one in four, by the hash of the first word: sampling modulo p, as
Manber, "Finding similar files in a large file system", 1994), so that an inserted sentence moves none of the others.
The least of their hashes are the sketch: a sample of all stretches that is the same for the same text, and shares as
much as the texts do (Broder, "On the resemblance and containment of documents", 1997).

News repeats its own phrases: a dividend, a market report. So editions share what is particular too, names and figures,
and appear within a day of each other unless they hardly differ. The shares below were chosen on pairs of Reuters-21578
read by hand: of those they join about 97 % are editions, and of the editions they find about 85 %.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Final, NamedTuple
from zlib import crc32

from docs_store.model import UNDATED, Article, ArticleSummary, Block, BlockKind

SKETCH: Final = 8
"""Numbers of a sketch."""

EDITION: Final = "another edition of this article"
"""Why an edition is related."""

_SHARED: Final = 2
_SHARED_FAR: Final = 3
"""Numbers that two sketches share where their texts are worth comparing, and where a day or more lies between them: in
19,779 articles of Reuters-21578 one of 1,575 pairs that share two and are days apart was an edition."""

COMMON: Final = 50
"""Articles looked at that share one number of a sketch: what more of them share is a phrase, and no article."""

LOOKED_AT: Final = 5
"""Articles that are compared word by word, at 0.2 ms each."""

_STRETCH: Final = 5
_ONE_IN: Final = 4
_SHORT: Final = 60
"""Words up to which all stretches are taken."""

_FEWEST: Final = 35
"""Words below which two texts can be alike by chance: then they are editions only where they are the same."""

_LONGEST: Final = 200_000
"""Code points that are looked at."""

_LONGER: Final = 4
"""How many times longer an edition can be: a summary of the week that quotes an article is none."""

_DAY: Final = 86_400

_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff]|[^\\W_\u3040-\u30ff\u3400-\u9fff]+")
_FIGURE = re.compile(r"\d")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_ASCII: Final = bytes(range(128))
_ONLY_WORDS: Final = bytes(code if code >= len(_ASCII) or chr(code).isalnum() else ord(" ") for code in range(256))
_ONLY_LOWER_WORDS: Final = _ONLY_WORDS.lower()


class _Likeness(NamedTuple):
    """Least shares of the shorter text's stretches, and of its names and figures, that make two articles editions."""

    stretches: float
    particulars: float


_WHENEVER: Final[tuple[_Likeness, ...]] = (_Likeness(0.9, 0.9),)
_UNDATED: Final[tuple[_Likeness, ...]] = (_Likeness(0.7, 0.75),)
_WITHIN_A_DAY: Final = (_Likeness(0.5, 0.6), _Likeness(0.35, 0.8))


def in_time(summary: ArticleSummary) -> tuple[bool, int, str]:
    """Return what sorts articles by time, the oldest first and undated ones last."""
    return summary.date is None, summary.sort_time, summary.id


def sketch(blocks: Iterable[Block], title: str = "") -> tuple[int, ...]:
    """Return the sketch of a text: at most `SKETCH` numbers of 32 bits, ascending; () where it is too short.

    That of fewer than 35 words, which may have much in common by chance, is of all of them and the title: it is shared
    by the same article alone.
    """
    words = _words(blocks)
    if len(words) >= _FEWEST:
        return tuple(sorted(_stretches(words))[:SKETCH])
    if len(words) < _STRETCH or not title:
        return ()
    whole = b" ".join((title.casefold().encode("utf-8", "replace"), *words))
    return tuple(sorted(crc32(whole, seed) for seed in range(_SHARED_FAR)))


def are_editions(one: Article, other: Article) -> bool:
    """Tell whether two articles are editions of one."""
    enough = _enough(one.summary.dated_time, other.summary.dated_time)
    if not _may_share(min(least.stretches for least in enough), one.sketch, other.sketch):
        return False
    words = [_words(article.blocks) for article in (one, other)]
    if min(map(len, words)) < _FEWEST:
        return words[0] == words[1] and one.title.casefold() == other.title.casefold()
    texts = [*map(_stretches, words)]
    shorter, longer = sorted(map(len, texts))
    if not shorter or longer > _LONGER * shorter:
        return False
    shared = _shared(*texts)
    enough = tuple(least for least in enough if shared >= least.stretches)
    return bool(enough) and _shared(*map(_particulars, (one, other))) >= min(least.particulars for least in enough)


def _enough(one: int, other: int) -> tuple[_Likeness, ...]:
    """Return which likenesses make editions of two articles with these times."""
    if UNDATED in (one, other):
        return _WHENEVER + _UNDATED
    return _WHENEVER if abs(one - other) >= _DAY else _WHENEVER + _WITHIN_A_DAY


def _may_share(share: float, one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Tell from their sketches whether one of two texts can have that share of its stretches in the other one.

    Of one sketch, the numbers up to the other's last are a sample of what both might share; three standard deviations
    are left to chance. A hundred comparisons of this kind cost as much as one of the words.
    """
    for sample, whole in ((one, other), (other, one)):
        looked_for = [number for number in sample if number <= whole[-1]]
        seen = len(set(looked_for) & set(whole))
        expected = share * len(looked_for)
        if seen >= expected - 3 * math.sqrt(expected * (1 - share)):
            return True
    return False


def are_worth_comparing(shared: int, one: int, other: int) -> bool:
    """Tell whether two articles may be editions, by the numbers their sketches share and by their `dated_time`s."""
    is_far = UNDATED not in (one, other) and abs(one - other) >= _DAY
    return shared >= (_SHARED_FAR if is_far else _SHARED)


def stories(articles: Iterable[Article], joined: Iterable[Collection[str]] = ()) -> dict[str, frozenset[str]]:
    """Return, by the id of each article that has other editions among `articles`, the ids of all of them.

    Those in each of `joined` are editions of one, whatever they say.
    """
    holding: dict[int, list[Article]] = {}
    told: dict[str, frozenset[str]] = {}
    for article in articles:
        near = [other for number in article.sketch for other in holding.get(number, ())[-COMMON:]]
        alike = Counter(other.id for other in near)
        known = {other.id: other for other in near}
        time = article.summary.dated_time
        compared = [
            known[other]
            for other, shared in alike.most_common(LOOKED_AT)
            if are_worth_comparing(shared, time, known[other].summary.dated_time)
        ]
        editions = [other.id for other in compared if are_editions(article, other)]
        story = frozenset({article.id}).union(*(told.get(other, {other}) for other in editions))
        if editions:
            told |= dict.fromkeys(story, story)
        for number in article.sketch:
            holding.setdefault(number, []).append(article)
    for ids in joined:
        story = frozenset[str]().union(*(told.get(each, {each}) for each in ids))
        told |= dict.fromkeys(story, story)
    return told


def _shared(one: frozenset[int] | frozenset[str], other: frozenset[int] | frozenset[str]) -> float:
    """Return the share of the smaller set that the other one has; 1 where there is nothing to share."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 1.0


def _text(blocks: Iterable[Block]) -> str:
    return " ".join(block.text for block in blocks if block.kind is not BlockKind.CAPTION)[:_LONGEST]


def _words(blocks: Iterable[Block]) -> list[bytes]:
    """Return the words as `_WORD` finds them, in a sixth of the time where no script without spaces is among them."""
    text = _text(blocks)
    if text.isascii():
        return text.encode().translate(_ONLY_LOWER_WORDS).split()
    text = text.lower()
    others = set(text.encode("utf-8", "replace").translate(None, _ASCII).decode())
    if _UNSPACED.search("".join(others)):
        return " ".join(_WORD.findall(text)).encode("utf-8", "replace").split()
    for mark in others:
        if not mark.isalnum():
            text = text.replace(mark, " ")
    return text.encode("utf-8", "replace").translate(_ONLY_WORDS).split()


def _stretches(words: list[bytes]) -> frozenset[int]:
    one_in = _ONE_IN if len(words) > _SHORT else 1
    openings = words[: len(words) - _STRETCH + 1]
    # To hash a word costs less than to look up whether it is known.
    starts = [at for at, number in enumerate(map(crc32, openings)) if not number % one_in]
    return frozenset([crc32(b" ".join(words[at : at + _STRETCH])) for at in starts])


def _particulars(article: Article) -> frozenset[str]:
    """Return the names and figures of an article: words with a digit, and those only ever written with a capital."""
    words = set(_WORD.findall(f"{article.title} {_text(article.blocks)}"))
    small = {word for word in words if word.islower()}
    return frozenset(
        word.lower() for word in words if _FIGURE.search(word) or (word[0].isupper() and word.lower() not in small)
    )
