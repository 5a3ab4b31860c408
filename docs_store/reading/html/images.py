"""The images of a page: where their files are, what they are besides, and what is an icon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from docs_store.reading.credited import Credited
from docs_store.reading.credits import split_credit
from docs_store.reading.html.page import is_called, squeezed
from docs_store.reading.press_words import LABEL

if TYPE_CHECKING:
    from lxml.html import HtmlElement

IMAGES: Final = frozenset(("img", "amp-img", "amp-anim"))
_SMALLEST: Final = 60
"""Pixels of the side of a picture; below it is an icon."""
_SHORT: Final = 80
"""Code points of a line that names nothing but a source."""
_LEAST_NAME: Final = 5
"""Code points of a file's name below which it may be any picture's ("1", "image")."""
# Where lazy images have the file that they will load, before the one that stands for it until then.
_SOURCES: Final = ("data-src", "data-original", "data-lazy-src", "data-url")
_SETS: Final = ("data-srcset", "data-lazy-srcset")

_DECORATION = re.compile(
    r"(?i)(?:^|[\s/_.-])(?:icons?|ico|ic|btn|logos?|avatars?|pixel|spacer|badge|emoji|smil(?:ey|ies)|sprite|loader|placeholder|"
    r"blank|tracking|gravatar)(?:$|[\s/_.-])"
)
_PARTED = re.compile(r"(?P<said>[^\s(),]+(?:\s[^\s(),]+){3,30}) \((?P<credit>[^()]{3,80})\)")
"""Several words and then a credit."""
_SOURCE_LABEL = re.compile(
    r"(?i)^(?:source|quelle|fuente|fonte|kilde|källa|źródło|источник|джерело|bron|出典|来源)\s?[:：]"
)
_LABEL_LEFT = re.compile(rf"(?i)(?:^|(?<=[\s,;|/(–—-]))(?:{LABEL})\s?[:：]\s*$")
"""A label whose maker stands in an element of its own."""
_WORD_LEFT = re.compile(rf"(?i)(?<=[.!?…]) (?:{LABEL})$")
_PAPER_LEFT = re.compile(r"(?<=[.!?…]) (?P<name>[A-Z][\w.'’&-]*(?: [A-Z][\w.'’&-]*){0,2})$")
_FILE = re.compile(r"(?i)\.(?:jpe?g|png|gif|webp|avif|svg|tiff?)(?:$|[?#])")
_SIDE = re.compile(r"\s*(\d{1,5})")
_SIZED = re.compile(r"(?:[-_]\d{2,4}x\d{2,4}|[-_]\d{2,4}w?|-scaled)$")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it stands on a page."""

    caption: str = ""
    credit: str = ""
    alt: str = ""
    source: str = ""
    """As written; "" where the page holds the picture itself."""
    is_foreign: bool = False
    """Whether it is known not to be the article's: a teaser's, whose caption is a link, or a film's."""

    @property
    def is_nameless(self) -> bool:
        """Whether nothing tells which picture it is."""
        return not (self.caption or self.alt or self.source)


def told(text: str, credit: str = "") -> Picture:
    """Return a picture with what `text` says of it and, apart from that, `credit`: of who made it."""
    said, split = text, split_credit(text)
    if not split.caption and (parted := _PARTED.fullmatch(text)) and not split_credit(parted["said"]).credit:
        split = Credited(parted["said"], parted["credit"])  # of which "Member of Parliament Ada Byron" made nothing
    if _SOURCE_LABEL.match(text) and len(text) < _SHORT:
        split = Credited("", text)
    if split.caption or not credit:
        text, credit = split.caption, credit or split.credit
    elif split.credit:
        text = ""
    credit = split_credit(credit).credit or credit
    if not credit:
        return Picture(text)
    text = _LABEL_LEFT.sub("", text).rstrip(" ,;|–—-/")  # what led from the one to the other
    if said[len(text) :].lstrip().startswith("©"):  # "… off the pier. Photo © Ada Byron"
        text = _WORD_LEFT.sub("", text)
    paper = _PAPER_LEFT.search(text) if said[len(text) :].lower().startswith(" photo") else None
    if paper:  # "… off the pier. Herald photo by Ada Byron"
        text, credit = text[: paper.start()], f"{credit}/{paper['name']}"
    return Picture(text, "" if credit == text else credit)


def read_image(image: HtmlElement) -> Picture | None:
    """Return what an image says itself, None where it is an icon or a tracking pixel."""
    for side in ("width", "height"):
        size = _SIDE.match(image.get(side) or "")
        if size and int(size[1]) < _SMALLEST:
            return None
    source = _source_of(image)
    if is_called(image, _DECORATION) or _DECORATION.search(source.rpartition("/")[2]):
        return None
    alt, caption = squeezed(image.get("alt") or ""), squeezed(image.get("data-caption") or "")
    if not (source or alt or caption):
        return None
    return replace(told(caption, squeezed(image.get("data-credit") or "")), alt=alt, source=source)


def file_of(source: str) -> str:
    """Return what is the same in the addresses of one picture in several sizes; "" where there is nothing of it."""
    name = source.partition("?")[0].rpartition("/")[2].rpartition(".")[0]
    return _SIZED.sub("", name) if len(name) > _LEAST_NAME else ""


def leads_elsewhere(element: HtmlElement) -> bool:
    """Tell whether an element is within a link to another page: a teaser's picture is, and its caption."""
    for link in element.iterancestors("a"):
        url = (link.get("href") or "").strip()
        if url and not url.startswith(("#", "javascript:")) and not _FILE.search(url):
            return True
    return False


def _source_of(image: HtmlElement) -> str:
    """Return where an image's file is, as written; "" where the page holds it itself."""
    return next(filter(None, _sources_of(image)), "")


def _sources_of(image: HtmlElement) -> Iterator[str]:
    yield from (_address(image.get(name)) for name in _SOURCES)
    yield from (_largest(image.get(name)) for name in _SETS)
    yield _address(image.get("src"))
    yield _largest(image.get("srcset"))
    # libxml2 takes what follows a `source` for its content
    picture = next((above for above in image.iterancestors() if above.tag != "source"), None)
    if picture is not None and picture.tag == "picture":
        yield from (
            _largest(each.get("srcset") or each.get("data-srcset")) for each in picture.iterdescendants("source")
        )


def _address(url: str | None) -> str:
    url = (url or "").strip()
    return "" if url.startswith(("data:", "blob:", "about:")) else url


def _largest(srcset: str | None) -> str:
    """Return the address of the largest of a `srcset`'s files."""
    best, largest = -1.0, ""
    candidates = (srcset or "").split(", " if ", " in (srcset or "") else ",")
    for candidate in candidates:
        url, _, size = candidate.strip().partition(" ")
        number = size.strip().rstrip("wx")
        width = float(number) if number.replace(".", "", 1).isdecimal() else 0.0
        if _address(url) and width > best:
            best, largest = width, url
    return largest
