"""Sentences that a program has cut at their links and emphases, put together again.

BeautifulSoup's `get_text` and its like write each stretch of a page on a line of its own: "The ferry of", "Osk",
", which sank". No line but such a stretch begins with a closing mark, so it always goes on with the line before it.
Where a text shows that it was cut so, a line in small letters goes on too, and so does one after words that break off.
Where a doubt is left a line stays alone, as headings, captions and bylines do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from docs_store.reading.bylines import announces_author, read_byline

_CLOSING: Final = frozenset(",.;:!?)]”’、，。；：！？）」』】》")
_CLOSES = re.compile(
    r"(?:[,;:!?]|\.(?![\s.]*\.))+[\"”’»)]*(?:\s|$)|[)\]”’]+[,.;:!?]*(?:\s|$)|[、，。；：！？）」』】》]"
)
"""What goes on with a sentence: a mark and a space, a mark of the east. Neither ":)" nor ".NET" nor ". . ."."""
_SMALL = re.compile(
    r"(?:[–—]\s?|[\"“„«‘']|[(\[])?(?=[a-zß-ÿа-яё])[^\W\d_][\w'’-]*[,.;:)\]\"”’»]*(?:\s|$)"
    r"|['’](?:s|re|ll|ve|d|t|m)\b|[(（]\S|\[\d{1,3}\]"
)
"""What goes on with words that ended without a stop: small letters, "’s", something in brackets."""
_STOPPED = re.compile(r"[.!?…:;。！？：；।؟|][\"”’»)\]」』]*$")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|[A-Za-z]\.[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Sen|Rep|Gov|No|vs)\.$")
_CREDITED = re.compile(
    r"[©ⓒ]|(?i:(?:photo|image|picture)?\s?credits?|photo(?:graph)?s?|fotos?|bild|bildquelle|quelle)\s?:\s?\S"
)
"""What names a picture's maker: no sentence goes on with it, nor it with what follows."""
_ENDS_CREDITED = re.compile(
    r"(?:[.!?…\"”’»)]\s?|\s[|–-]\s)(?:©|(?i:(?:photo|image|picture)?\s?credits?|photos?|fotos?|bild|bildquelle)\s?:)"
    r"\s?[^\s.][^.]{1,60}$"
)
"""A caption that its maker ends."""
_ENDS_DATED = re.compile(
    r"(?:[,.]|\s[–—-]) (?:(?:le |am |el |il )?\d{1,2}\.? (?:de )?[^\W\d_]{3,10}\.?|[^\W\d_]{3,10}\.? \d{1,2},)"
    r" (?:de )?(?:19|20)\d\d$"
)
"""A caption that its day ends: "… at its pier - Osk - 3 May 2024"."""
_OPENS = re.compile(r"[(\[“„«‘（「『《，、]$|(?:^|\s)[\"'&–—]$|(?:^|[\s(])[^\W\d_]{1,2}['’]$|^\d{1,2}[.)]$")
"""What breaks off: an opening mark, a dash, "l’", a list's number."""
_COMMA = re.compile(r",[\"”’»]?$")
_ENDED_INSIDE = re.compile(r"[^\W\d_]{2}[.!?][\"”’»)]*\s+[\"“„«(]?[^\W\d_a-zß-ÿ]|[。！？].")
_NO_SPACE_AFTER = re.compile(r"[(\[“„‘（「『《]$|(?:^|[\s(])[^\W\d_]{1,2}['’]$")
_TIGHT = re.compile(r"\[\d|['’]\w")
"""What follows a word without a space: a note's number, "’s"."""
_WIDE = re.compile("[\u2e80-\u9fff\uff00-\uffef]")
_WORDS_OF_ONE_LETTER: Final = frozenset("AIOYÀÓВИКОСУЯ")

_TELLING: Final = 60
"""Code points of one of two lines whose cut tells, where small letters alone do; and of a line that is no byline."""
_LEAST: Final = 3
"""Cuts before small letters that tell that a text was cut, where none is before a mark."""
_LONG: Final = 100
"""Code points from which a line is taken for part of a paragraph, and not for a heading."""
_LONG_WIDE: Final = 20
"""The same in scripts without spaces."""
_SHORTEST: Final = 3
"""Letters of a first word that alone begins a sentence before a link: "The", "As", "Le"."""


def joined(lines: Sequence[str]) -> list[str]:
    """Return `lines`, none of them empty, the pieces of each cut sentence as one line. Linear in their length."""
    if not any(line[0] in _CLOSING or line[0].islower() for line in lines):  # most texts
        return list(lines)
    found: list[list[str]] = []
    for line, goes_on in zip(lines, _goes_on(lines), strict=True):
        if goes_on:
            found[-1].append(line)
        else:
            found.append([line])
    return [_glued(pieces) for pieces in found]


def _goes_on(lines: Sequence[str]) -> list[bool]:
    """Return whether each line goes on with the one before it."""
    closes = [at > 0 and line[0] in _CLOSING and bool(_CLOSES.match(line)) for at, line in enumerate(lines)]
    begun = list(closes)
    marks, letters = sum(closes), 0
    for at in range(1, len(lines)):
        line, before = lines[at], lines[at - 1]
        is_item = before[0].islower() and not begun[at - 1] and bool(_SMALL.match(before))  # of a list of such lines
        if not closes[at] and not is_item and _is_open(before) and _is_small(line):
            begun[at] = True
            letters += max(len(before), len(line)) >= _TELLING
    if marks + letters < (2 if marks else _LEAST):
        return closes
    goes_on = list(begun)
    ends = False  # whether the words from here on come to the end of a sentence
    for at in range(len(lines) - 1, 0, -1):
        line, before = lines[at], lines[at - 1]
        is_followed = at + 1 < len(lines) and begun[at + 1]
        ends = (
            not _is_open(line) or bool(_ENDED_INSIDE.search(line)) or (ends and at + 1 < len(lines) and goes_on[at + 1])
        )
        is_caption = at + 1 < len(lines) and not begun[at + 1] and bool(_CREDITED.match(lines[at + 1]))
        goes_on[at] = begun[at] or (
            not is_caption and _breaks_off(before, line, is_inside=begun[at - 1], is_followed=is_followed and ends)
        )
    return goes_on


def _breaks_off(line: str, after: str, *, is_inside: bool, is_followed: bool) -> bool:
    """Tell whether a line ends in the middle of a sentence, that goes on with the line `after` it.

    `is_inside` says that it goes on with the line before it, `is_followed` that pieces of a sentence follow that line,
    up to the sentence's end: then it is a link or an emphasis.
    """
    if _CREDITED.match(line) or _CREDITED.match(after) or _ENDS_CREDITED.search(line):
        return False
    if _OPENS.search(line):
        return True
    if not _is_open(line) or (_ENDS_DATED.search(line) and not _is_small(after)):
        return False
    last = line.rpartition(" ")[2]
    is_wide = bool(_WIDE.match(last[-1]))
    is_long = len(line) >= (_LONG_WIDE if is_wide else _LONG)
    is_running = is_inside or (is_long and bool(_ENDED_INSIDE.search(line)))
    is_small = (
        not any(map(str.isupper, last)) and (last[-1].isalpha() or last[-1] in ")）") and (is_long or not is_wide)
    )
    is_text = is_followed or len(after) >= _LONG
    is_word = line.istitle() and len(line) <= _SHORTEST
    has_comma = bool(_COMMA.search(line)) and (is_running or is_followed or len(after) >= _TELLING)
    return (
        (is_running and is_small)
        or (is_text and is_word)
        or has_comma
        or (is_followed and (is_running or is_small or is_long))
    )


def _is_small(line: str) -> bool:
    """Tell whether a line begins as none does but inside a sentence, and is no byline: "by Ana Lima"."""
    return bool(_SMALL.match(line)) and read_byline(line) is None and not announces_author(line)


def _is_open(line: str) -> bool:
    """Tell whether no sentence ends with a line."""
    return not _STOPPED.search(line) or bool(_ABBREVIATED.search(line))


def _glued(pieces: list[str]) -> str:
    """Join pieces, with a space but before closing marks, behind opening ones and an initial, and in wide scripts."""
    text = [pieces[0]]
    for before, after in pairwise(pieces):
        is_initial = (
            before == pieces[0] and len(before) == 1 and before.isupper() and before not in _WORDS_OF_ONE_LETTER
        )
        is_wide = _WIDE.match(before[-1]) and _WIDE.match(after[0])
        is_tight = _CLOSES.match(after) or _TIGHT.match(after) or _NO_SPACE_AFTER.search(before)
        text.append(after if (is_initial and after[0].islower()) or is_wide or is_tight else f" {after}")
    return "".join(text)
