"""Who wrote a page's article and when, as the lines around its headline and under its text say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final

from docs_store.entities.gazetteer import load
from docs_store.model import BlockKind
from docs_store.reading.boilerplate import furniture
from docs_store.reading.byline_forms import Byline, split_authors
from docs_store.reading.byline_people import has_given_name, person_alone
from docs_store.reading.byline_words import BY, ORGANISATION
from docs_store.reading.bylines import read_byline
from docs_store.reading.dates import find_dates, month_of
from docs_store.reading.html.flow import Piece
from docs_store.reading.html.page import is_host, letters, squeezed, weight
from docs_store.reading.names import is_names
from docs_store.reading.press_words import AGENCY

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NAME_WORDS: Final = range(2, 5)
_LONGEST: Final = 160
"""Code points of a line that names the authors."""
_SIGNATURE: Final = 60
"""Weight of a line under the text that is nothing but its author's name."""
_LEAST_SITE: Final = 4
"""Letters of a site's name that a name which has it in it is the site's by."""
_SHORTEST_SITE: Final = 2
"""Letters of the same in a wide script."""
_MOST_LINES: Final = 6

_BY = re.compile(rf"(?i)^[-–—\s]*{BY}")
_TOPICS = re.compile(
    r"(?i)(?:tags?|tagged|topics?|filed under|filed in|posted in|categor(?:y|ies)|keywords|schlagw\w+|themen|etiquetas|"
    r"temas|mots[ -]clés|thèmes|rubriques?|trefwoorden|tagi|argomenti)(?:\s?:|\s(?=[A-ZÀ-Þ]))"
)
"""What parts a byline from what its article is of."""
_WIDE = re.compile("[\u3040-\u9fff\uac00-\ud7ff]")
_INITIALS = re.compile(r"[A-Z]{2,5}")
_ADDRESS = re.compile(r"\s*\S{1,60}@\S{3,60}|\s+@\w{2,30}\b")
_NUMBERS = re.compile(
    r"(?P<date>(?<![\d/])\d{1,2}\s?/\s?\d{1,2}\s?/\s?(?P<year>\d{4}|\d\d)(?!\d)(?:[\s,]+\d{1,2}:\d\d)?).{0,30}$"
)
"""A date in numbers, of which the words beside it do not tell which is the month's."""
NO_NAME: Final = re.compile(r"[、:：\d]")
"""A comma of Chinese and Japanese, a label, a clock: "发布时间：09-30"."""
_DAY = re.compile(r"(?<= )(?P<month>[A-Z][a-z]{2,8})\.? \d{1,2}(?= at \d| ?[·|•,]|$)")
_PARTS = re.compile(r"\s*[|·•/]\s*|\s+[–—-]\s+")
_AGENCY_FIRST = re.compile(rf"(?:{AGENCY})(?=$|\W)")
_SOON: Final = 6
"""Code points after an agency's name among which its date begins."""
_AGENCY_SIGN = re.compile(rf"(?:\([cC]\)|©)\s?(?:{AGENCY})\s?/\s?(?P<names>[^/()（）]{{4,60}})[)）]?$")
"""How agencies sign under their text: "(c)AFP/Ada Byron"."""


def is_name(text: str) -> bool:
    """Tell whether a line is a person's name and nothing else; one word may be a place."""
    words = text.split() if not NO_NAME.search(text) else []
    return len(words) in _NAME_WORDS and is_names(text) and text[-1].isalpha() and not words[-1].islower()


def without_paper(name: str) -> str:
    """Return a name in several words without the paper behind a slash: "Ada Byron/Osk Tribune"."""
    person, slash, _ = name.partition("/")
    return person.strip() if slash and " " in person.strip() else name


def without_house(name: str, site: str = "") -> str:
    """Return a person's name without the paper, the agency or the initials of the house behind a comma."""
    person, comma, house = map(str.strip, name.partition(","))
    is_of_house = is_name(person) and (_INITIALS.fullmatch(house) or is_house(house, site))
    return person if comma and is_of_house else name


def is_handle(name: str, others: Iterable[str]) -> bool:
    """Tell whether a name is that of an account, and one of the `others` is its bearer's: "nickborn" of Nick Born."""
    if " " in name or name != name.lower():
        return False
    surnames = (letters(other.rpartition(" ")[2]) for other in others if " " in other)
    return any(len(surname) >= _LEAST_SITE and surname in letters(name) for surname in surnames)


def is_site(name: str, site: str) -> bool:
    """Tell whether an author that a page names is the site itself: by its name, the beginning of it, or its address."""
    own, host = letters(name), letters(site.rpartition(".")[0]) if is_host(site) else ""
    is_begun = bool(_WIDE.match(site)) and len(own) >= _SHORTEST_SITE and letters(site).startswith(own)
    return is_host(name) or is_begun or own in (letters(site), host or None)


def is_house(name: str, site: str) -> bool:
    """Tell whether an author that a page names is no person: the site, its publisher or address, an agency."""
    if is_site(name, site) or re.fullmatch(AGENCY, name) or _INITIALS.fullmatch(name):
        return True
    own = f" {' '.join(site.lower().split())} "
    return len(own) - 2 >= _LEAST_SITE and own in f" {' '.join(name.lower().split())} "


def signed(piece: Piece, *, is_author: bool) -> Byline | None:
    """Return what a stretch near the headline says of who wrote the article when, None where it says nothing of it.

    `is_author` tells whether its element is called after authors.
    """
    lines = _lines(piece)
    found = [byline for line in lines if (byline := _read(line, is_author=is_author)) is not None]
    if not found:
        return None
    published = next((byline.published for byline in found if byline.published), "")
    authors = [name for byline in found for name in byline.authors]
    if len(lines) > 1 and published and not authors:
        bare = [squeezed(_ADDRESS.sub(" ", _BY.sub("", line))) for line in lines]
        authors = [line for line in bare if is_name(line) and (is_author or person_alone(line))]
        authors = [line for line in authors if not _is_other(line)][:1]
    return Byline(tuple(dict.fromkeys((*authors, *_linked(piece, authors)))), published=published)


def _linked(piece: Piece, authors: Sequence[str]) -> Iterator[str]:
    """Yield whom the links of a byline name beside its `authors`; what stands behind a label is a topic."""
    topics = letters("".join(_TOPICS.split(piece.text, maxsplit=1)[1:]))
    known = list(map(letters, authors))
    for label, _ in piece.links:
        name = squeezed(_ADDRESS.sub(" ", _BY.sub("", label)))
        spelled = letters(name)
        is_told = spelled in topics or any(spelled in each or each in spelled for each in known)
        if is_name(name) and not (is_told or _is_other(name)):
            yield name


def agency_of(line: str) -> str:
    """Return the agency that a line names as who wrote, alone or with when: "Reuters", "AFP 30 avril 2031"."""
    if len(line) > _LONGEST:
        return ""
    line = _BY.sub("", line).strip()
    named = _AGENCY_FIRST.match(line)
    rest = line[named.end() :] if named else ""
    is_one = named is not None and (not rest or any(start < _SOON for _, start, _ in find_dates(rest)))
    return named[0] if named is not None and is_one else ""


def signature(pieces: Sequence[Piece], beyond: Piece | None = None) -> tuple[str, ...]:
    """Return whom the stretches at the end of the text name as its author, the last first.

    `beyond` is the one of them that stands behind the text: a name there may be a box's.
    """
    for piece in reversed(pieces):
        agency = _AGENCY_SIGN.search(piece.text[-_LONGEST:])
        if agency and is_names(agency["names"]):
            return tuple(split_authors(agency["names"]))
        line = _ADDRESS.sub("", piece.text[:_LONGEST]).strip(" ()[]")
        if len(piece.text) < _LONGEST and weight(line) < _SIGNATURE:
            by = _BY.match(line)
            if by and is_name(line[by.end() :]):
                return tuple(split_authors(line[by.end() :]))
            is_line = piece.kind is not BlockKind.HEADING and len(piece.links) <= 1  # "Related Reading"; several topics
            if is_line and (names := person_alone(line)) and (piece is not beyond or _is_known(names)):
                return names
    return ()


def _is_known(names: Sequence[str]) -> bool:
    """Tell whether all of some names begin as a person's does, or are in a script that has no capitals."""
    return all(_WIDE.match(name) or has_given_name(name) for name in names)


def _lines(piece: Piece) -> list[str]:
    """Return the lines of a stretch: what its element breaks it into, where it is the first of them."""
    if len(piece.text) > _LONGEST:
        return []
    lines = [line for line in map(squeezed, _broken(piece.element)) if line][: _MOST_LINES + 1]
    is_first = 1 < len(lines) <= _MOST_LINES and letters(piece.text) in (letters(lines[0]), letters("".join(lines)))
    return lines if is_first and sum(map(len, lines)) <= _LONGEST else [piece.text]


def _broken(element: HtmlElement) -> Iterator[str]:
    parts: list[str] = []
    for each in chain((element,), element.iterdescendants()):
        if each.tag == "br":
            yield "".join(parts)
            parts = []
        elif isinstance(each.tag, str):
            parts.append(each.text or "")
        if each is not element:
            parts.append(each.tail or "")
    yield "".join(parts)


def _read(line: str, *, is_author: bool) -> Byline | None:
    line = squeezed(_ADDRESS.sub(" ", line))
    byline = read_byline(line)
    if byline is not None:
        authors = tuple(name for name in map(without_paper, byline.authors) if is_name(name) and not _is_other(name))
        if authors or not byline.published:
            return Byline(authors, published=byline.published)
    loose = _read_loosely(line, is_author=is_author)
    if loose is None or byline is None:
        return loose if byline is None else Byline(published=byline.published)
    return Byline(loose.authors, published=byline.published)


def _read_loosely(line: str, *, is_author: bool) -> Byline | None:
    """Read a line that names people before a date, and more: a place, a paper, a date in numbers."""
    by = _BY.match(line)
    numbers = _NUMBERS.search(line)
    begins = [start for _, start, _ in find_dates(line)] or [numbers.start() if numbers else len(line)]
    start = min(*begins, next(_days(line), len(line)) if by else len(line))
    if start == len(line) and not (by and is_author):
        return None
    names: list[str] = []
    for part in _PARTS.split(line[by.end() if by else 0 : start]):
        found = [_without_place(name) for name in split_authors(part)]
        if not found or not all(map(is_name, found)):
            break
        names += [name for name in found if by or is_author or has_given_name(name)]
    names = [name for name in names if not _is_other(name)]
    if not names:
        return None
    return Byline(tuple(names), published=numbers["date"] if numbers and len(numbers["year"]) > 2 else "")


def _days(line: str) -> Iterator[int]:
    """Yield where a day of no year is told in English: "March 18 at 12:22 PM"."""
    yield from (day.start() for day in _DAY.finditer(line) if month_of(day["month"]))


def _without_place(name: str) -> str:
    """Return a name without the place that stands behind it: "Ada Byron Madrid"."""
    words = name.split()
    if len(words) > _NAME_WORDS.start and words[-1] in load().places and words[-2] not in load().places:
        return " ".join(words[:-1])
    return name


def _is_other(name: str) -> bool:
    """Tell whether what may be a name is a place's, a paper's or a button's."""
    return name in load().places or bool(ORGANISATION.search(name)) or furniture(name) is not None
