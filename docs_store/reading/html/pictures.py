"""A page's pictures: the element that is one, its file, its caption and its credit.

A caption is told by its element (`figcaption`) or by what its class calls it, in the languages that classes are named
in; a credit within it likewise, and then by its wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from docs_store.reading.credits import Credited, split_credit
from docs_store.reading.html.page import names_of, squeezed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST: Final = 1200
"""Code points of a caption; a longer text in a caption's place is a story."""
_FAR: Final = 4
"""Elements around a caption among which its picture is looked for."""
_IMAGES: Final = frozenset(("img", "amp-img", "amp-anim"))

_CAPTION = re.compile(
    r"(?i)(?<!text)(?<!font)(?:(?:^|[\s_-])\w*caption\w*|(?:^|[\s_-])(?:legende?|(?:photo|image|img|pic|picture|media|"
    r"foto|bild|figure)[_-]?(?:text|description|desc|legend\w*|info)|bild(?:unterschrift|unterzeile|text|legende|"
    r"beschreibung)|bu|pie[_-]?(?:de[_-]?)?foto|leyenda|didascalia|legenda|podpis|bildtekst|bildetekst|kuvateksti))"
    r"(?:$|[\s_-])|(?-i:[a-z](?:Caption|Legend)(?:$|[\s_A-Z-]))"
)
_CREDIT = re.compile(
    r"(?i)(?:^|[\s_-])(?:\w*credits?|copyright|(?:photo|image|bild|foto)?[_-]?(?:source|author|rights?|quelle|urheber|"
    r"nachweis|owner|holder|byline|agency|provider|fotograf|photographer|photog)|firma|autor|auteur|signature|"
    r"attribution|kilde)(?:$|[\s_-])|(?-i:[a-z](?:Credit|Copyright|Source)(?:$|[\s_A-Z-]))"
)
_SOURCE_LABEL = re.compile(
    r"(?i)^(?:source|quelle|fuente|fonte|kilde|källa|źródło|источник|джерело|bron|出典|来源)\s?[:：]"
)
_FILE = re.compile(r"(?i)\.(?:jpe?g|png|gif|webp|avif|svg|tiff?)(?:$|[?#])")
_PLAYED = re.compile(r"(?i)video|player|podcast|audio")
_CONTROL = re.compile(
    r"(?i)(?:^|[\s_-])(?:sr[_-]?only|visually[_-]?hidden|screen[_-]?reader\w*|button|toggle|icon|expand|close|zoom|"
    r"counter|share|social|assistive)(?:$|[\s_-])"
)
_DECORATION = re.compile(
    r"(?i)(?:^|[\s/_.-])(?:icons?|logos?|avatars?|pixel|spacer|badge|emoji|smil(?:ey|ies)|sprite|loader|placeholder|"
    r"blank|tracking|gravatar)(?:$|[\s/_.-])"
)
_SIZED = re.compile(r"(?:[-_]\d{2,4}x\d{2,4}|[-_]\d{2,4}w?|-scaled)$")
_SIZE = re.compile(r"\s*(\d{1,5})")
_LEAST_NAME: Final = 5
"""Code points of a file's name below which it may be any picture's ("1", "image")."""
_SHORT: Final = 80
"""Code points of a line that names nothing but a source."""
_SMALLEST: Final = 60
"""Pixels of the side of a picture; below it is an icon."""


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


_FILM: Final = Picture(is_foreign=True)
"""What stands under a film is no caption of a picture, and no text."""


def read_picture(element: HtmlElement) -> Picture | None:
    """Return the picture that `element` is with all it holds, None where it is none."""
    tag = element.tag
    if tag in _IMAGES:
        return _bare(element)
    if tag == "figure":
        return _figure(element)
    if tag == "figcaption" or _is_caption(element):
        return _captioned(element)
    return None


def _figure(figure: HtmlElement) -> Picture | None:
    if next(figure.iterdescendants("figure"), None) is not None:
        return None
    images = _images_in(figure)
    captions = _captions(figure)
    if not images and (not captions or plays(figure)):
        return None  # a table, a quotation, a film
    if not captions:
        text = squeezed("".join(_shown(figure)))
        if len(text) > _LONGEST or next(figure.iterdescendants("table", "blockquote", "h2", "h3"), None) is not None:
            return None
        captions = [figure]
    elif len(images) > 1 and len(captions) > 1:
        return None  # a gallery: each of its captions is read with its own image
    return _assembled(captions, figure, images)


def _captioned(caption: HtmlElement) -> Picture | None:
    """Read a caption that stands in no figure of its own, its image being near."""
    text = squeezed("".join(_shown(caption)))
    if not 2 < len(text) <= _LONGEST:
        return None
    for box in around(caption):
        if plays(box):
            return _FILM
        images = [each for each in _images_in(box) if _bare(each)]
        if images:
            if any(map(plays, around(images[-1]))):
                return _FILM
            return _assembled([caption], box if len(images) == 1 else caption, images[-1:])
    return _assembled([caption], caption, [])


def around(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield an element and those close around it."""
    yield element
    # libxml2 takes what follows a `source` for its content
    parents = (parent for parent in element.iterancestors() if parent.tag not in ("source", "picture"))
    for _, parent in zip(range(_FAR), parents, strict=False):
        if parent.tag in ("article", "main", "body", "html"):
            return
        yield parent


def _images_in(box: HtmlElement) -> list[HtmlElement]:
    return [each for each in box.iterdescendants() if each.tag in _IMAGES]


def plays(element: HtmlElement) -> bool:
    """Tell whether an element is a film's or a sound's, by its names."""
    if element.tag in ("article", "main", "body", "html"):
        return False
    told = (element.get(name, "")[:_LONGEST] for name in ("class", "id", "itemtype", "data-type", "data-module-id"))
    return any(map(_PLAYED.search, told)) or any(_PLAYED.search(str(name)) for name in element.attrib)


def _assembled(captions: list[HtmlElement], box: HtmlElement, images: list[HtmlElement]) -> Picture | None:
    texts = list(dict.fromkeys(filter(None, (squeezed("".join(_shown(each, _CREDIT))) for each in captions))))
    texts = [text for text in texts if not any(text in other for other in texts if other is not text)]
    credit = next(filter(None, (squeezed("".join(_shown(each))) for each in _credits(box))), "")
    found = [bare for each in images if (bare := _bare(each))]
    bare = next((each for each in found if each.source), found[0] if found else Picture())
    picture = told(squeezed(" ".join(texts)) or bare.caption, credit or bare.credit)
    if not (picture.caption or found):
        return None
    return replace(
        picture, alt=bare.alt, source=bare.source, is_foreign=leads_elsewhere(captions[0]) or leads_elsewhere(box)
    )


def told(text: str, credit: str = "") -> Picture:
    """Return a picture with what `text` says of it and, apart from that, `credit`: of who made it."""
    split = split_credit(text)
    if _SOURCE_LABEL.match(text) and len(text) < _SHORT:
        split = Credited("", text)
    if split.caption or not credit:
        text, credit = split.caption, credit or split.credit
    elif split.credit:
        text = ""
    return Picture(text, split_credit(credit).credit or credit)


def file_of(source: str) -> str:
    """Return what is the same in the addresses of one picture in several sizes; "" where there is nothing of it."""
    name = source.partition("?")[0].rpartition("/")[2].rpartition(".")[0]
    return _SIZED.sub("", name) if len(name) > _LEAST_NAME else ""


def _captions(box: HtmlElement) -> list[HtmlElement]:
    """Return the outermost captions in `box`."""
    found: list[HtmlElement] = []
    for element in box.iterdescendants():
        if (
            isinstance(element.tag, str)
            and (element.tag == "figcaption" or _is_caption(element))
            and not any(above in found for above in element.iterancestors())
        ):
            found.append(element)
    return found


def _credits(box: HtmlElement) -> Iterator[HtmlElement]:
    return (each for each in box.iterdescendants() if isinstance(each.tag, str) and _named(each, _CREDIT))


def _is_caption(element: HtmlElement) -> bool:
    return (
        element.tag in ("p", "div", "span", "small", "em", "i", "dd", "td", "aside", "cite", "footer", "h6", "section")
        and _named(element, _CAPTION)
        and not _named(element, _CREDIT)
    ) or element.get("itemprop") == "caption"


def _named(element: HtmlElement, pattern: re.Pattern[str]) -> bool:
    return any(map(pattern.search, filter(None, names_of(element))))


def _shown(element: HtmlElement, left_out: re.Pattern[str] | None = None) -> Iterator[str]:
    """Yield the text in an element, without controls and, where asked, without what is named as `left_out`."""
    stack = [iter((element,))]
    yield element.text or ""
    stack = [iter(element)]
    open_elements: list[HtmlElement] = []
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            if open_elements:
                yield " " if open_elements[-1].tag in ("p", "div", "li", "br", "figcaption") else ""
                yield open_elements.pop().tail or ""
            continue
        skipped = (
            not isinstance(child.tag, str)
            or child.tag in ("button", "script", "style", "svg", "noscript", "template", "iframe", "label")
            or _named(child, _CONTROL)
            or (left_out is not None and _named(child, left_out))
        )
        if skipped:
            yield " "
            yield child.tail or ""
            continue
        yield " " if child.tag in ("p", "div", "li", "br") else ""
        yield child.text or ""
        stack.append(iter(child))
        open_elements.append(child)


def leads_elsewhere(element: HtmlElement) -> bool:
    """Tell whether an element is within a link to another page: a teaser's picture is, and its caption."""
    for link in element.iterancestors("a"):
        url = (link.get("href") or "").strip()
        if url and not url.startswith(("#", "javascript:")) and not _FILE.search(url):
            return True
    return False


def _bare(image: HtmlElement) -> Picture | None:
    """Return an image as a picture without caption, None where it is an icon or a tracking pixel."""
    for side in ("width", "height"):
        size = _SIZE.match(image.get(side) or "")
        if size and int(size[1]) < _SMALLEST:
            return None
    source = source_of(image)
    if _named(image, _DECORATION) or _DECORATION.search(source.rpartition("/")[2]):
        return None
    alt, caption = squeezed(image.get("alt") or ""), squeezed(image.get("data-caption") or "")
    if not (source or alt or caption):
        return None
    return replace(told(caption, squeezed(image.get("data-credit") or "")), alt=alt, source=source)


def source_of(image: HtmlElement) -> str:
    """Return where an image's file is, as written: of lazy images where they will load it from."""
    for name in ("data-src", "data-original", "data-lazy-src", "data-url", "src"):
        url = (image.get(name) or "").strip()
        if url and not url.startswith(("data:", "blob:", "about:")):
            return url
    for name in ("data-srcset", "data-lazy-srcset", "srcset"):
        if url := _largest(image.get(name) or ""):
            return url
    return next(
        (
            url
            for each in _other_sources(image)
            if (url := _largest(each.get("srcset") or each.get("data-srcset") or ""))
        ),
        "",
    )


def _other_sources(image: HtmlElement) -> Iterator[HtmlElement]:
    for above in image.iterancestors():
        if above.tag == "picture":
            yield from above.iterdescendants("source")
        elif above.tag == "source":
            continue
        return


def _largest(srcset: str) -> str:
    """Return the address of the largest of a `srcset`'s files."""
    best, url = -1.0, ""
    for candidate in srcset.split(", ") if ", " in srcset else srcset.split(","):
        address, _, size = candidate.strip().partition(" ")
        number = size.strip().rstrip("wx")
        width = float(number) if number.replace(".", "", 1).isdecimal() else 0.0
        if address and not address.startswith("data:") and width > best:
            best, url = width, address
    return url
