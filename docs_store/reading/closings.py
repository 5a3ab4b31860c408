"""What the last lines of a text say of who wrote it: names in brackets with the day, names alone, who somebody is."""

from __future__ import annotations

import re
from typing import Final

from docs_store.reading.byline_forms import Byline, split_authors
from docs_store.reading.byline_people import NAME_ALONE, people_in
from docs_store.reading.dates import find_dates
from docs_store.reading.names import is_names

_LONGEST: Final = 160
"""Code points of such brackets."""

_CLOSING = re.compile(r"\((?P<names>[^()]{4,120}), (?P<date>\d{1,2}\. ?(?:\d{1,2}\.|[^\W\d_]{3,9}) ?\d{4})\)$")
_FROM = re.compile(r" (?:aus|in|from|à|de|desde|da|i|från) [^\W\d_a-zß-ÿ][\w-]+(?=,|$)")
_DESCRIBED = re.compile(
    r"^(?P<name>[^\W\d_][\w.'’-]+(?: [\w.'’-]+){1,3}) (?:is|was|ist|est|es|är|er) "
    r"(?:(?:an?|the|eine?|une?|una?|en) )?(?:[\w-]+ ){0,4}"
    r"(?:reporter|writer|journalist|editor|correspondent|columnist|redakteur|journaliste|periodista)(?:in|e|s)?\b"
)


def closing_byline(text: str) -> Byline | None:
    """Return whom and what day a text's last brackets name: "… of the dam. (Ada Byron, Max Born, 3.5.2031)"."""
    closing = _CLOSING.search(text, max(0, len(text) - _LONGEST))
    names = _FROM.sub("", closing["names"]) if closing else ""
    if closing is None or not is_names(names) or not any(find_dates(closing["date"])):
        return None
    return Byline(tuple(split_authors(names)), published=closing["date"])


def signature(line: str) -> tuple[str, ...]:
    """Return the names in a line that has two of them or more and nothing else: "Ada Byron, Max Born"."""
    names = tuple(split_authors(line))
    return names if len(names) > 1 and all(map(NAME_ALONE.fullmatch, names)) else ()


def described_author(line: str) -> str:
    """Return whom a page's last line calls a journalist, "" where it does not: "Ada Byron is a reporter in London."."""
    described = _DESCRIBED.match(line)
    return described["name"] if described and people_in(described["name"]) else ""
