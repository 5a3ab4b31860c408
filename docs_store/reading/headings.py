"""Which short lines among the text are headings, which are items of a list, and which name other articles.

A heading stands over text. Three lines or more without text between them are a list, but for the one over it and the
one under it; and where one line comes again and again among them, a section's name, those beside it are teasers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import Enum
from typing import Final

from docs_store.reading.byline_dates import is_age
from docs_store.reading.byline_people import has_given_name, people_in
from docs_store.reading.bylines import read_byline
from docs_store.reading.names import is_names

_LONGEST: Final = 110
"""Width of a section heading."""
_LIST: Final = 3
"""Lines one after another that are a list."""
_LONGEST_LABEL: Final = 25
_SHORTEST_TITLE: Final = 30
"""Code points of a section's name among teasers, and of a teaser's title."""
_SHORTER: Final = 0.8
"""Of the next shortest: a first line that is shorter is the heading over a list."""

_DASHES: Final = "–—―- "
_STOPS = re.compile(r"[.…。;,:！][\"”’»)\]]*$")
_FIGURE = re.compile(r"\d|[½¼¾⅓⅔]")
_NEEDS_LETTERS = re.compile(r"[^\W\d_]")
_LABEL = re.compile(r"[^\W\d_][^\d:]*")
_NO_HEADING = re.compile(
    r"""(?ix)
    [-–—]\s?\S.{0,60}\(@\w+\).{0,30}                               # who wrote a post that is quoted, and when
    |.{0,100}\s\S{1,30}@\S{3,40}
    |(?:doi\b|https?://|www\.).*|.{0,60}pic\.twitter\.com/\w+
    |[(（]?(?:source|sources|quelle|quellen|fuente|fonte|kilde|källa|bron|źródło|zdroj|forrás|источник|джерело|出典|来源)\s?[:：].*
    |[-–—(（]?\s?(?:with\s(?:files|reports?|reporting|additional|information|inputs?)\s.{0,12}(?:from|by|of)|additional\sreporting\sby
      |mit\s(?:material|informationen|agenturmaterial)\b|avec\s(?:afp|reuters|ap)\b|con\sinformación\sde|com\sinformações\sd[aeo]
      |met\smedewerking\svan|z\swykorzystaniem)\b.*
    """
)


class Sort(Enum):
    """What a short line among the text is."""

    HEADING = "heading"
    ITEM = "item"
    TEASER = "teaser"
    LABEL = "label"
    """The name of a section beside a teaser: it says nothing."""


def may_head(text: str, width: int) -> bool:
    """Tell whether a line `width` columns wide may be a heading: short, worded, without a stop at its end."""
    if width > _LONGEST or _STOPS.search(text) or not _NEEDS_LETTERS.search(text) or _NO_HEADING.fullmatch(text):
        return False
    if text[0] in _DASHES and is_speaker(text):
        return False
    byline = read_byline(text)
    return byline is None or not (byline.published or is_age(text))


def is_speaker(text: str) -> bool:
    """Tell whether a line says who said what stands over it: "— Ada Byron, baker", "Ada Byron, baker"."""
    name, comma, _ = (bare := text.lstrip(_DASHES)).partition(",")
    if bare == text:
        return bool(comma) and bool(people_in(name))
    return is_names(name) and (has_given_name(name) or is_names(bare))


def sort_run(texts: Sequence[str], *, announced: bool, over_text: bool) -> list[Sort]:
    """Return what each of some lines is that may be headings and stand one after another, without text between.

    `announced` says that the text before them ends in a colon, `over_text` that text stands under them.
    """
    labels = _labels(texts)
    if labels:
        return [_beside(texts, at, labels) for at in range(len(texts))]
    if len(texts) < _LIST:
        return [Sort.HEADING] * len(texts)
    sorts = [Sort.ITEM] * len(texts)
    if announced:
        return sorts
    if _FIGURE.search(texts[0]) is None and all(map(_FIGURE.search, texts[1:-1])):  # over "500 g flour"
        sorts[0] = Sort.HEADING
        if over_text and _FIGURE.search(texts[-1]) is None:
            sorts[-1] = Sort.HEADING
    elif len(texts[0]) <= _SHORTER * min(map(len, texts[1:])):
        sorts[0] = Sort.HEADING
    elif over_text:
        sorts[-1] = Sort.HEADING
    return sorts


def _labels(texts: Sequence[str]) -> set[str]:
    """Return the lines that come more than once among titles, and are too short and too plain for one."""
    counts = Counter(texts)
    found = {text for text in counts if counts[text] > 1 and len(text) <= _LONGEST_LABEL and _LABEL.fullmatch(text)}
    titles = sum(len(text) >= _SHORTEST_TITLE for text in texts)
    return found if titles > 1 else set()


def _beside(texts: Sequence[str], at: int, labels: set[str]) -> Sort:
    if texts[at] in labels:
        return Sort.LABEL
    near = texts[max(0, at - 1) : at + 2]
    return Sort.TEASER if len(texts[at]) >= _SHORTEST_TITLE and not labels.isdisjoint(near) else Sort.ITEM
