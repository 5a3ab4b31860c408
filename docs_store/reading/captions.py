"""Which lines of a page are captions.

Most captions are sure: they carry a credit, or have one on the next line, or say who stands "(left)". The others give
themselves away by many small cues together: a place before the text or between paragraphs, a length between a
heading's and a paragraph's, no full stop, what is seen and when. Each cue has a weight in `weights.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from docs_store.reading.boilerplate import Furniture
from docs_store.reading.credits import Strength, is_names
from docs_store.reading.dates import find_dates
from docs_store.reading.front import Front, read_front
from docs_store.reading.lines import Line
from docs_store.reading.press_words import PICTURE_NOTE
from docs_store.reading.weights import THRESHOLD, WEIGHTS

_LONGEST: Final = 700
"""Width of a caption with a credit."""
_LONGEST_BARE: Final = 400
"""Width of a caption without one."""
_SHORT_PROSE: Final = 100
"""Width from which a sentence may be a paragraph of the text."""
_LIST_AFTER_HEADING: Final = 4
"""Lines after "Related:" that may be titles of other articles."""
_NEAR_PROSE: Final = 2
"""Lines between two paragraphs where the text has begun: a long standfirst stands apart."""
_WIDTHS: Final = (25, 45, 70, 110, 160, 230, 320)
"""Where one class of width ends and the next begins."""

_ENDS = re.compile(r"[.!?…。！？।؟][\"”’»)\]」』]*$")
_SENTENCE_INSIDE = re.compile(r"[.!?…][\"”’»)\]]*\s+[\"“„«(]?[^\W\d_a-z]|[。！？]")
_QUOTE_MARK = re.compile('["“”„«»「『]')
_BRACKETED = re.compile(r"[(（\[]([^()（）\[\]]{1,60})[)）\]]")
_PLACED = re.compile(
    r"""(?ix)\b(?:pictured|from\sleft|left\sto\sright|l[-\s]?r|(?:at|on|far|bottom|top)\s(?:left|right)|center,
    |centre,|left,|right,
    |von\slinks|v\.\s?l\.|li\s?n(?:ach)?\s?re|im\sbild|im\shintergrund|archivbild|symbolbild
    |de\s(?:izquierda|gauche)|a\sla\s(?:izquierda|derecha)|en\sla\simagen|à\s(?:gauche|droite)|da\ssinistra
    |nella\sfoto
    |na\s(?:foto|imagem)|da\sesquerda|op\sde\sfoto|v\.l\.n\.r|fra\svenstre|til\s(?:venstre|høyre|højre)
    |på\s(?:billedet|bildet|bilden)|kuvassa|na\szdjęciu|od\slewej|на\s(?:фото|снимке|світлині)|слева|ліворуч)\b
    |＝|写真は|資料写真|左から"""
)
_SAYING = re.compile(
    r"""(?ix)\b(?:said|says|told|added|according\sto|wrote|argued|claimed|asked|replied|explained|sagte|sagt
    |erklärte?|betonte
    |teilte|laut|dijo|afirmó|explicó|aseguró|señaló|según|dit|déclaré|selon|affirme|ha\sdetto|secondo|disse|segundo
    |sier|sagde|siger|säger|sade|powiedział\w*|dodał\w*|według|сказал\w*|заявил\w*|сообщил\w*|за\sсловами
    |повідоми\w+)\b
    |述べた|話した|によると|という"""
)
_KICKER = re.compile(r"^(?:[A-ZÀ-ÖØ-ÞА-Я0-9'’-]{2,}\s?){1,4}\s?[:…|–—]\s?\S")
_COLON_START = re.compile(r"^[^\s:.…]{2,20}(?:\s[^\s:.…]{1,20}){0,3}\s?[:…]\s\S")
_NAME_PAIR = re.compile(
    r"[^\W\d_a-zß-ÿ][\w.'’-]+\s(?:(?:von|van|de|del|di|da|al|el|bin|der)\s){0,2}[^\W\d_a-zß-ÿ][\w'’-]+"
)


@dataclass(frozen=True)
class Page:
    """The lines of a page, and what can be told of them together."""

    lines: Sequence[Line]

    @cached_property
    def _prose(self) -> list[int]:
        return [at for at, line in enumerate(self.lines) if line.is_prose]

    @cached_property
    def first_prose(self) -> int:
        """Where the running text begins."""
        begins = (at for at, after in pairwise(self._prose) if after - at <= _NEAR_PROSE)
        return next(begins, self._prose[0] if self._prose else len(self.lines))

    @cached_property
    def last_prose(self) -> int:
        """Where it ends: its last paragraphs are often short."""
        ends = range(len(self.lines) - 1, self._prose[-1] if self._prose else len(self.lines), -1)
        return next(
            (at for at in ends if self._is_short_prose(at)), self._prose[-1] if self._prose else len(self.lines)
        )

    def _is_short_prose(self, at: int) -> bool:
        line = self.lines[at]
        plain = line.furniture is None and line.byline is None and line.credited.strength < Strength.FAIR
        return plain and line.width >= _SHORT_PROSE and bool(_ENDS.search(line.text)) and at not in self.related

    @cached_property
    def front(self) -> Front:
        """The headline and what stands beside it."""
        return read_front(self.lines, self.first_prose)

    @cached_property
    def related(self) -> frozenset[int]:
        """Lines under a heading such as "Read also": titles of other articles."""
        found, left = set(), 0
        for at, line in enumerate(self.lines):
            if line.furniture and line.furniture[0] is Furniture.RELATED:
                left = 0 if line.furniture[1] else _LIST_AFTER_HEADING
            elif (
                left
                and not (line.is_prose or line.furniture or line.byline or line.credited.credit)
                and (line.width < 140 or not _ENDS.search(line.text))
            ):
                found.add(at)
                left -= 1
            else:
                left = 0
        return frozenset(found)

    @cached_property
    def _credited(self) -> dict[str, set[str]]:
        """The captions each credit stands under."""
        found: dict[str, set[str]] = {}
        for line in self.lines:
            if line.credited.strength and line.credited.caption and line.width < _LONGEST_BARE:
                found.setdefault(line.credited.credit, set()).add(line.credited.caption)
        return found

    @cached_property
    def credits_its_pictures(self) -> bool:
        """Whether some caption carries a sure credit: then one without is the exception."""
        return any(line.credited.strength is Strength.STRONG and line.credited.caption for line in self.lines)

    @cached_property
    def times(self) -> Counter[str]:
        """How often each line stands on the page."""
        return Counter(line.text for line in self.lines)

    @cached_property
    def captions(self) -> Mapping[int, int | None]:
        """The lines that are captions, each with the line of its credit where that is another."""
        found: dict[int, int | None] = dict(self._paired)
        for at in range(len(self.lines)):
            if at in found or self._is_other(at):
                continue
            if self._is_sure(at) or (self.lines[at].width <= _LONGEST_BARE and score(self, at) > THRESHOLD):
                found[at] = None
        return found

    def _is_other(self, at: int) -> bool:
        """Tell whether a line is known to be something else."""
        line = self.lines[at]
        if line.furniture or line.byline or line.announces_author or line.is_credit or line.is_slug:
            return True
        return at in self.front or at in self.related or line.width > _LONGEST

    def _is_sure(self, at: int) -> bool:
        """Tell whether one cue alone makes a line a caption."""
        line = self.lines[at]
        credited = line.credited
        if at > self.last_prose and self._prose:
            return False
        if credited.strength is Strength.STRONG:
            return True
        if line.width > _LONGEST_BARE:
            return False
        if at and self.lines[at - 1].is_slug:
            return True
        if credited.strength is Strength.FAIR and line.width < _WIDTHS[-1] and at < self.last_prose:
            return True
        if any(PICTURE_NOTE.fullmatch(note.strip()) for note in _BRACKETED.findall(line.text)):
            return True
        others = self._credited.get(credited.credit, set()) if credited.credit else set()
        if len(others) > 1 and line.width < _WIDTHS[-1]:
            return True
        return len(line.text) > 15 and any(
            line.text in captions for credit, captions in self._credited.items() if len(captions) > 1
        )

    @cached_property
    def _paired(self) -> dict[int, int | None]:
        """Captions whose credit stands on the line after or before them.

        Where both neighbours could be the caption, the page's other credits decide which side it is.
        """
        sides: list[tuple[int, bool, bool]] = []
        for at, line in enumerate(self.lines):
            if line.is_credit and (at <= self.last_prose or not self._prose):
                sides.append((at, self._may_pair(at - 1), self._may_pair(at + 1)))
        before = sum(above and not below for _, above, below in sides)
        after = sum(below and not above for _, above, below in sides)
        found: dict[int, int | None] = {}
        for at, _, below in sides:  # between a credit and the same credit again
            if below and at + 2 < len(self.lines) and self.lines[at + 2].credited == self.lines[at].credited:
                found[at + 1] = at
        for at, above, below in sides:
            if at + 1 in found or at - 1 in found:
                continue
            if above and (not below or before >= after):
                found[at - 1] = at
            elif below:
                found[at + 1] = at
        return found

    def _may_pair(self, at: int) -> bool:
        if not 0 <= at < len(self.lines) or self._is_other(at) or self.lines[at].is_prose:
            return False
        line = self.lines[at]
        if at < self.first_prose and is_names(line.text):  # a writer's, a magazine's: "Photographs by" follows
            return False
        return 12 <= line.width < _LONGEST_BARE and line.credited.strength < Strength.STRONG


def score(page: Page, at: int) -> float:
    """Return the sum of the weights of a line's cues."""
    return sum(WEIGHTS.get(cue, 0.0) for cue in cues(page, at))


def cues(page: Page, at: int) -> Iterator[str]:
    """Yield the names of the cues that `page.lines[at]` shows."""
    line = page.lines[at]
    yield from _own_cues(line)
    yield from _place_cues(page, at)
    yield from _neighbour_cues(page, at)


def _own_cues(line: Line) -> Iterator[str]:
    text = line.credited.caption or line.text
    if line.credited.strength:
        yield "weak credit"  # a better one would have settled it
    yield f"width under {next((width for width in _WIDTHS if line.width < width), 'any')}"
    ends = bool(_ENDS.search(text))
    if ends:
        yield "ends"
    elif line.width > 70:
        yield "long, open"
    sentences = len(_SENTENCE_INSIDE.findall(text))
    if sentences > 1:
        yield "three sentences"
    if _QUOTE_MARK.match(text):
        yield "begins with a quote"
    for cue, pattern in (("placed", _PLACED), ("saying", _SAYING)):
        if pattern.search(text):
            yield cue
    for cue, pattern in (("kicker", _KICKER), ("colon", _COLON_START)):
        if pattern.match(text):
            yield cue
    if _NAME_PAIR.search(text, 0, 60):
        yield "name"
    if next(find_dates(text), None):
        yield "date"
    if text.endswith(("?", "!", ":")):
        yield "asks"


def _place_cues(page: Page, at: int) -> Iterator[str]:
    line = page.lines[at]
    ends = bool(_ENDS.search(line.credited.caption or line.text))
    if at < page.first_prose:
        made = any(
            other.byline or other.furniture or other.announces_author for other in page.lines[max(0, at - 8) : at]
        )
        yield "front, after the byline" if made else "front, before the byline"
        if at == 0 and ends:
            yield "first, ends"
        if at + 1 == page.first_prose:
            yield "front, last"
        if page.front.title is not None and at > page.front.title:
            yield "front, after the title"
    elif at > page.last_prose:
        yield "after the text"
    else:
        size = "short" if line.width < 60 else "middling" if line.width < 160 else "long"
        yield f"inside, {'ends' if ends else 'open'}, {size}"
    yield "page credits" if page.credits_its_pictures else "page does not credit"


def _neighbour_cues(page: Page, at: int) -> Iterator[str]:
    if at:
        yield f"after {_sort(page, at - 1)}"
    if at + 1 < len(page.lines):
        yield f"before {_sort(page, at + 1)}"
    if page.times[page.lines[at].text] > 1:
        yield "twice"


def _sort(page: Page, at: int) -> str:
    """Return what a neighbouring line is, roughly."""
    line = page.lines[at]
    if line.is_prose:
        return "prose"
    if line.is_credit:
        return "credit"
    if line.furniture:
        return "furniture"
    if line.byline or line.announces_author:
        return "byline"
    if line.width < 45 and is_names(line.text):
        return "names"
    return "short" if line.width < 60 and not _ENDS.search(line.text) else "middling"
