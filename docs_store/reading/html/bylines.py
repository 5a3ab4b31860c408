"""The lines of a page that say who wrote its article: what is understood of them becomes authors, the rest stays text.

Of a byline that names nobody ("By our Foreign Staff"), or nobody that is an author by what else the page says, no word
is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final

from docs_store.reading.boilerplate import furniture
from docs_store.reading.byline_dates import is_age
from docs_store.reading.byline_forms import split_authors
from docs_store.reading.byline_people import has_given_name
from docs_store.reading.byline_words import BY, ORGANISATION
from docs_store.reading.bylines import announces_author, read_byline
from docs_store.reading.bylines_east import apart
from docs_store.reading.dates import find_dates
from docs_store.reading.html.page import is_called, letters
from docs_store.reading.html.signed import is_handle, is_house, is_site, without_house
from docs_store.reading.press_words import LABEL
from docs_store.reading.stated_dates import partial_date

if TYPE_CHECKING:
    from docs_store.reading.html.flow import Piece
    from docs_store.reading.html.metadata import Metadata

AUTHOR: Final = re.compile(r"(?i)(?:^|[\s_-])\w*(?:author|byline|autor|auteur|writer|contributor)\w*(?:$|[\s_-])")
"""What an element is called that names who wrote the article."""
_PROFILE = re.compile(
    r"(?i)/(?:authors?|autor(?:e|es|en|in|as?)?|auteurs?|autori|by|profiles?|people|staff|journalists?|columnists?|"
    r"contributors?|reporters?|journaliste?s?|redakt\w+|firmas?|forfatter|skribent)[/-]"
)
_LONGEST: Final = 160
"""Code points of a byline."""
_AROUND: Final = 8
"""Pieces after the headline among which the byline stands."""
_NEAR: Final = 3
"""Elements around a line of which one may be called a byline."""
_LEAST: Final = 3
_BY = re.compile(rf"(?i)\W{{0,3}}{BY}(?=\S)")
_PLACED = re.compile(r" (?:in|aus|à|a|en|da|från|i) (?=[^\W\d_a-zß-ÿ])[^,;]+?(?=,| and | und | et | y | och | og |$)")
_LABEL = re.compile(r"(?i)(?:authors?|autor(?:[/*:]?in)?|auteure?|autore|作者|文)\s?[:：/]\s?")
_CREDIT = re.compile(rf"(?i)\W{{0,3}}(?:{LABEL})\s?[:：]")
_PICTURED = re.compile(
    r"(?i)\b(?:photo\w*|pictures?|images?|illustrat\w+|graphics?|video|fotos?|fotogra\w+|bilder|bild|ilustra\w+)"
    r"(?:\s[\w&]+){0,2}?\s?(?:\s(?:by|von|par|por|de|di|av|af|door)\s|[:：])"
)


def all_authors(metadata: Metadata, found: Sequence[str], lines: Sequence[str]) -> tuple[str, ...]:
    """Return who wrote the article: by the page's data, else as `found` on it; and who is named beside them.

    `lines` are its bylines. A paper by its own name is the author where nobody else is.
    """
    is_named = not all(is_house(name, metadata.source) for name in metadata.authors)
    stated = tuple(
        name
        for each in metadata.authors
        for name in ([each] if is_house(each, metadata.source) else list(split_authors(each)) or [each])
    )
    if is_named:
        stated = tuple(name for name in stated if not is_site(name, metadata.source))
    authors = stated if is_named else tuple(found) or stated
    authors = tuple(name for each in authors for name in apart(without_house(each, metadata.source)))
    known = [letters(name) for name in authors if " " in name]
    beside: list[str] = []
    for line in lines:
        spelled, byline = letters(line), read_byline(line)
        if byline is not None and any(name in spelled for name in known):
            beside += [name for name in byline.authors if has_given_name(name) and " " in name]
        elif _BY.match(line) and not ORGANISATION.search(after_by(line).partition("/")[0]):
            beside += [name for name in found if " " in name and letters(name) in spelled]
    others = (name for name in beside if not any(letters(name) in each or each in letters(name) for each in known))
    named = (*authors, *dict.fromkeys(others))
    return tuple(name for name in named if not is_handle(name, named))


def leads_to_author(piece: Piece) -> bool:
    """Tell whether a stretch is but a link to the page of an author: "/author/ada-byron"."""
    label, url = piece.links[0] if len(piece.links) == 1 else ("", "")
    return bool(label) and letters(label) == letters(piece.text) and bool(_PROFILE.search(url))


def without_places(line: str) -> str:
    """Return a byline without where its authors are: "Ada Byron in London and Max Born in Paris"."""
    return _PLACED.sub("", line)


def after_by(line: str) -> str:
    """Return what follows the words that say who wrote, "" where there are none: "By Ada Byron"."""
    by = _BY.match(line)
    return line[by.end() :] if by else ""


def without_label(line: str) -> str:
    """Return a byline without the label before the name: "Autor/in: Ada Byron"."""
    label = _LABEL.match(line)
    return line[label.end() :] if label else line


def is_of_pictures(line: str) -> bool:
    """Tell whether a line says who made pictures, and not who wrote."""
    return bool(_PICTURED.search(line))


def head_lines(flow: Sequence[Piece], headline: int, first: int) -> list[int]:
    """Return the bylines between the headline and the first of the text, by their words or what they are called."""
    if headline < 0:
        return []
    return [at for at in range(headline + 1, min(first, headline + 1 + _AROUND)) if _is_byline(flow[at])]


def not_understood(flow: Sequence[Piece], lines: Sequence[int], authors: Sequence[str], source: str) -> Iterator[int]:
    """Yield which of the bylines at `lines` name no author, nor the source: they are text.

    Of a box that is called a byline, lines beside one that does are what its author is, or a button.
    """
    known = [spelled for name in (*authors, source) if len(spelled := letters(name)) >= _LEAST]
    named = [at for at in lines if any(name in letters(flow[at].text) for name in known)]
    for at in lines:
        if _only_dates(flow[at].text):
            continue
        if is_of_pictures(flow[at].text) or (at not in named and (not named or _BY.match(flow[at].text))):
            yield at


def _is_byline(piece: Piece) -> bool:
    text = piece.text
    if not _LEAST <= len(text) <= _LONGEST or furniture(text) or _only_dates(text):
        return False
    if announces_author(text) or _CREDIT.match(text):  # "By", over the name; "Photo: Ada Byron/OSK"
        return False
    return bool(_BY.match(text)) or (_is_named(piece) and any(map(str.isalpha, text)))


def _only_dates(text: str) -> bool:
    """Tell whether a line says when, and nobody's name."""
    byline = read_byline(text)
    if byline is not None and not byline.authors:
        return bool(byline.published or byline.source) or is_age(text)
    return partial_date(text) is not None or (byline is None and any(find_dates(text)))


def _is_named(piece: Piece) -> bool:
    for _, each in zip(range(_NEAR), chain((piece.element,), piece.element.iterancestors()), strict=False):
        if each.tag in ("article", "main", "body"):
            return False
        if is_called(each, AUTHOR):
            return True
    return False
