"""What stands around a page's headline: the standfirst, and who wrote the article when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from docs_store.model import BlockKind
from docs_store.reading.boilerplate import furniture
from docs_store.reading.byline_forms import split_authors
from docs_store.reading.byline_people import person_alone
from docs_store.reading.byline_words import ORGANISATION
from docs_store.reading.bylines import announces_author, read_byline
from docs_store.reading.html.author_lines import ADDRESS, LONGEST_PLACE, LONGEST_SIGNATURE
from docs_store.reading.html.bylines import AUTHOR, after_by, is_of_pictures, leads_to_author, without_places
from docs_store.reading.html.flow import Piece
from docs_store.reading.html.metadata import Metadata
from docs_store.reading.html.page import is_called, letters, squeezed, weight
from docs_store.reading.html.signed import NO_NAME, agency_of, is_house, is_name, signature, signed, without_paper
from docs_store.reading.names import is_names
from docs_store.reading.stated_dates import partial_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NEAR: Final = 3
"""Pieces within which parts of the headline stand."""
_AROUND: Final = 8
"""Pieces after the headline among which the byline stands."""
_FAR: Final = 40
"""The same, of a byline that says that it is one: buttons to share may stand over it."""
_OVER: Final = 8
"""Pieces before the headline among which the day of the issue stands."""
_PROSE: Final = 90
"""Weight from which a kept piece before the headline is text and no kicker."""
_LEAST_STANDFIRST: Final = 25
_LONGEST_STANDFIRST: Final = 800
_LITTLE: Final = 300
"""Weight of the text up to which the description adds something: behind a paywall there is no more."""
_FEW: Final = 8
"""Elements in a stretch."""
_STANDFIRST = re.compile(
    r"(?i)(?:^|[\s_-])(?:standfirst|deks?|sub[_-]?(?:title|head(?:line|ing)?|line|deck)s?|lead|lede|intro\w*|excerpt|"
    r"summary|\w*abstract|description|vorspann|untertitel|teaser[_-]?text|field[_-]teaser|entradilla|bajada|copete|chapo|sommario|occhiello|"
    r"ingress|manchet|sapo|deck|synopsis|tagline)(?:$|[\s_-])|"
    r"(?-i:[a-z](?:Lead|Intro|Subtitle|Summary|Standfirst|Dek)(?:$|[\s_A-Z-]))"
)
_AGAIN = re.compile(r"^.{2,60}\s[Bb]y\s+(?=[A-ZÀ-Þ])")
"""The name beside a portrait, before the byline itself: "Ada Byron By Ada Byron"."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over the article's text."""

    headline: int = -1
    """Where the headline stands, -1 where it does not."""
    kept: tuple[int, ...] = ()
    """Where the text stands, without the headline, kickers and bylines."""
    standfirst: int | None = None
    """Where the standfirst stands."""
    authors: tuple[str, ...] = ()
    published: str = ""
    above: str = ""
    """The day of the issue, over the headline."""


def read_head(flow: Sequence[Piece], kept: Sequence[int], metadata: Metadata) -> Head:
    """Part what stands over the text from the text itself, which is at `kept`."""
    headline = _headline(flow, kept, metadata)
    text = [at for at in kept if not _is_of_headline(flow[at], at, headline, metadata)]
    if len(text) > 1 and _is_alone(flow[text[0]]):
        authors, text = list(split_authors(flow[text[0]].text)), text[1:]
    else:
        authors = []
    published = agency = ""
    agencies: set[int] = set()
    dek = _standfirst(flow, text, headline, metadata)
    opening = next((at for at in text if _is_prose(flow[at])), len(flow))
    first = opening if opening != dek else next((at for at in text if at > dek and _is_prose(flow[at])), len(flow))
    below = range(headline + 1, min(first, headline + _FAR, len(flow))) if headline >= 0 else range(0)
    for at in below:
        piece = flow[at]
        if at > headline + _AROUND and (authors or agency or not after_by(piece.text)):
            continue
        is_author = _is_called(piece.element, AUTHOR) or leads_to_author(piece) or _holds_byline(piece)
        if not agency and piece.kind is not BlockKind.HEADING and (agency := agency_of(piece.text)):
            agencies = {at}
        if at == opening or (at > opening and not (is_author or after_by(piece.text))):
            continue  # under a long standfirst a byline says that it is one
        byline = signed(piece, is_author=is_author)
        if byline is not None:
            authors += byline.authors
            published = published or byline.published
            box = {at, *(near for near in range(at + 1, first) if _is_under(flow[near], piece))}
            text = [kept for kept in text if kept not in box]
        elif len(piece.text) <= LONGEST_SIGNATURE and not (
            is_of_pictures(piece.text) or furniture(piece.text) or announces_author(piece.text)
        ):
            if is_author:
                authors += _named_apart(piece) or _named_on(piece.text)
            elif worded := after_by(piece.text):
                authors += filter(_is_person, _named_on(worded))
            elif (line := ADDRESS.sub("", piece.text)).lower() == line.upper() and (alone := person_alone(line)):
                authors += alone  # 김민수 기자
                text = [kept for kept in text if kept != at]
        if not published and _is_month(piece.text):
            published = piece.text
    if agency and not (authors or metadata.authors):
        authors = [agency]
    if agency and agency in (*authors, *metadata.authors, metadata.source):
        text = [kept for kept in text if kept not in agencies]
    above = "" if published or headline < 0 else _date_over(flow[max(0, headline - _OVER) : headline])
    if not authors and all(is_house(name, metadata.source) for name in metadata.authors) and text:
        ends = [flow[at] for at in range(text[-1], min(text[-1] + 2, len(flow)))]
        authors += signature(ends, beyond=ends[1] if len(ends) > 1 else None)
    standfirst = _standfirst(flow, text, headline, metadata)
    return Head(headline, tuple(text), standfirst, tuple(dict.fromkeys(authors)), published, above)


def summary(flow: Sequence[Piece], head: Head, metadata: Metadata) -> str:
    """Return the description that the page's head has where there is too little text without it."""
    told, size = letters(metadata.description), sum(weight(flow[at].text) for at in head.kept)
    if told == letters(metadata.title):
        return ""  # the headline once more
    if head.standfirst is not None or size >= _LITTLE or any(told in letters(flow[at].text) for at in head.kept):
        return ""
    return metadata.description


def _is_under(line: Piece, byline: Piece) -> bool:
    """Tell whether a line of a byline's own element says more of its author: a role, a day, and no figures."""
    if line.element is not byline.element:
        return False
    return bool(read_byline(line.text)) or (weight(line.text) <= LONGEST_PLACE and not any(map(str.isdigit, line.text)))


def _holds_byline(piece: Piece) -> bool:
    """Tell whether all of a stretch is in one element that is called a byline."""
    inner = (each for each in islice(piece.element.iterdescendants(), _FEW) if is_called(each, AUTHOR))
    return any(letters(each.text_content()) == letters(piece.text) for each in inner)


def _is_month(text: str) -> bool:
    """Tell whether a line is a month of a year: "April 1999"."""
    told = partial_date(text)
    return told is not None and told.month is not None


def _date_over(pieces: Sequence[Piece]) -> str:
    """Return the day or the month that a line over the headline tells and nothing else, the last of them."""
    for piece in reversed(pieces):
        byline = None if piece.linked else read_byline(piece.text)
        if byline is not None and byline.published and not byline.authors:
            return byline.published
        if _is_month(piece.text):
            return piece.text
    return ""


def _named_apart(piece: Piece) -> list[str]:
    """Return the names that stand in elements of their own, nothing but these parting them."""
    parts = [squeezed(each.text_content()) for each in piece.element.iterdescendants() if not len(each)]
    named = [part for part in parts if is_name(part)]
    return named if len(named) > 1 and letters("".join(named)) == letters(piece.text) else []


def _named_on(line: str) -> list[str]:
    """Return whom a byline names, without where they are, their paper and how to write to them."""
    line = _AGAIN.sub("", without_places(ADDRESS.sub("", line))).strip()
    if not is_names(line) or NO_NAME.search(line):
        return []
    return list(person_alone(line)) or list(map(without_paper, split_authors(line)))


def _is_alone(piece: Piece) -> bool:
    """Tell whether a stretch over the text names a person and nothing else: topics are in common words."""
    is_line = piece.kind is not BlockKind.HEADING and _is_person(piece.text)
    return is_line and (bool(person_alone(piece.text)) or _is_called(piece.element, AUTHOR))


def _is_person(name: str) -> bool:
    return is_name(name) and not ORGANISATION.search(name)


def _headline(flow: Sequence[Piece], kept: Sequence[int], metadata: Metadata) -> int:
    first = next((at for at in kept if weight(flow[at].text) >= _PROSE), len(flow))
    told = set(map(letters, metadata.titles))
    found: dict[tuple[bool, bool], int] = {}
    for at in range(min(first + 1, len(flow))):
        is_told, is_first = letters(flow[at].text) in told, flow[at].element.tag == "h1"
        if (is_told or is_first) and (kept or (is_told, is_first) not in found):
            found[is_told, is_first] = at
    return next((found[sort] for sort in ((True, True), (True, False), (False, True)) if sort in found), -1)


def _is_of_headline(piece: Piece, at: int, headline: int, metadata: Metadata) -> bool:
    """Tell whether a piece is the headline, a part of another wording of it, or stands over it."""
    spelled = letters(piece.text)
    if (piece.element.tag == "h1" and at <= headline + _NEAR) or spelled in map(letters, metadata.titles):
        return True
    if headline >= 0 and abs(at - headline) <= _NEAR and any(spelled in letters(title) for title in metadata.titles):
        return True
    return at < headline and (piece.kind is BlockKind.HEADING or weight(piece.text) < _PROSE)


def _is_prose(piece: Piece) -> bool:
    """Tell whether a stretch is of the text itself, and no standfirst or byline over it."""
    return piece.kind is not BlockKind.HEADING and weight(piece.text) >= _PROSE


def _standfirst(flow: Sequence[Piece], kept: Sequence[int], headline: int, metadata: Metadata) -> int | None:
    """Return where the standfirst stands: what the page's head describes it by, or what is called one."""
    first = kept[0] if kept else len(flow)
    under = (at for at in range(headline + 1, min(first + 1, len(flow))) if flow[at].text)
    title = letters(metadata.title)
    between = [at for at in under if letters(flow[at].text) != title and not furniture(flow[at].text)]
    described = letters(metadata.description.rstrip("….")) if len(metadata.description) >= _LEAST_STANDFIRST else ""
    for at in between:
        spelled = letters(flow[at].text)
        if (
            described
            and len(flow[at].text) >= _LEAST_STANDFIRST
            and (described in spelled or described.startswith(spelled))
        ):
            if at != first or flow[at].element.tag != "p" or _is_called(flow[at].element, _STANDFIRST):
                return at
            # What describes the article is how its text begins: close under the headline there may be a standfirst too.
            close = (each for each in between if each < min(at, headline + 1 + _NEAR))
            between = [each for each in close if _is_whole(flow[each]) and letters(flow[each].text) != title]
            break
    told = [at for at in between if read_byline(flow[at].text)]  # the byline may stand over it
    return next(
        (
            at
            for at in between
            if _may_be_standfirst(flow[at], is_near=0 <= headline >= at - 2 - sum(each < at for each in told))
        ),
        None,
    )


def _is_whole(piece: Piece) -> bool:
    """Tell whether a stretch is all that its element says."""
    return letters(piece.text) == letters(piece.element.text_content())


def _may_be_standfirst(piece: Piece, *, is_near: bool) -> bool:
    return (
        _LEAST_STANDFIRST <= len(piece.text) <= _LONGEST_STANDFIRST
        and piece.linked < len(piece.text) / 2
        and (_is_called(piece.element, _STANDFIRST) or (is_near and piece.element.tag == "h2"))
        and not furniture(piece.text)
        and not read_byline(piece.text)
    )


def _is_called(element: HtmlElement, name: re.Pattern[str]) -> bool:
    """Tell whether an element, or one closely around it, has such a name."""
    return any(is_called(each, name) for each in _close(element))


def _close(element: HtmlElement) -> Iterator[HtmlElement]:
    for _, above in zip(range(3), chain((element,), element.iterancestors()), strict=False):
        if above.tag in ("article", "main", "body"):
            return
        yield above
