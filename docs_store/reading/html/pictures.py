"""A page's pictures with what it says of them: the element that is one, its caption and its credit.

A caption is told by its element (`figcaption`) or by what its class calls it, in the languages that classes are named
in; a credit within it likewise, and then by its wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from docs_store.reading.bylines import read_byline
from docs_store.reading.credits import split_credit
from docs_store.reading.html.images import IMAGES, Picture, leads_elsewhere, read_image, told
from docs_store.reading.html.page import is_called, squeezed
from docs_store.reading.makers import Strength
from docs_store.reading.names import AGENCY_NAME
from docs_store.reading.press_words import CAPTION_LABEL

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST: Final = 1200
"""Code points of a caption; a longer text in a caption's place is a story."""
_LEAST: Final = 3
_BESIDE: Final = 40
"""Code points that a picture's box holds besides its caption and its credit."""
_BY: Final = 3
"""Elements on either side of a credit among which its caption stands."""
_FAR: Final = 4
"""Elements around a caption among which its picture is looked for."""
_LONGEST_NAME: Final = 300
_NAMING: Final = ("class", "id", "itemtype", "data-type", "data-module-id")
_WHOLE: Final = frozenset(("article", "main", "body", "html"))
_MAY_CAPTION: Final = frozenset(
    ("p", "div", "span", "small", "em", "i", "dd", "td", "aside", "cite", "footer", "h6", "section")
)
_LINES: Final = frozenset(("p", "div", "li", "br", "figcaption"))
_NO_TEXT: Final = frozenset(("button", "script", "style", "svg", "noscript", "template", "iframe", "label"))
_END: Final = "\x1e"
"""Between two lines; no text has it."""
_FILM: Final = Picture(is_foreign=True)
"""What stands under a film is no caption of a picture, and no text."""

_CAPTION = re.compile(
    r"(?i)(?:(?:^|[\s_]|(?<!text)(?<!font)-)\w*caption\w*|(?:^|[\s_-])(?:legende?|(?:photo|image|img|pic|picture|media|"
    r"foto|bild|figure)[_-]{0,2}(?:text|description|descr?|legend\w*|info)|bild(?:unterschrift|unterzeile|text|legende|"
    r"beschreibung)|(?:photo|image|img|picture|foto|bild)[_-]{1,2}(?:title|name|note)|bu|pie[_-]?(?:de[_-]?)?foto|leyenda|didascalia|legenda|podpis|bildtekst|bildetekst|kuvateksti))"
    r"(?:$|[\s_-])|(?-i:[a-z](?:Caption|Legend)(?:$|[\s_A-Z-]))"
)
_CREDIT = re.compile(
    r"(?i)(?:^|[\s_-])(?:\w*credits?|copyright|(?:photo|image|bild|foto)?[_-]?(?:source|author|rights?|quelle|urheber|"
    r"nachweis|owner|holder|byline|agency|provider|fotograf|photographer|photog)|firma|autor|auteur|signature|"
    r"attribution|kilde)(?:$|[\s_-])|(?-i:[a-z](?:Credit|Copyright|Source)(?:$|[\s_A-Z-]))"
)
_AUTHOR = re.compile(r"(?i)(?:^|[\s_-])(?:author|autor|auteur|firma|signature|byline)(?:$|[\s_-])")
_CONTROL = re.compile(
    r"(?i)(?:^|[\s_-])(?:sr[_-]?only|visually[_-]?hidden|screen[_-]?reader\w*|button|toggle|icon|expand|close|zoom|"
    r"counter|share|social|assistive)(?:$|[\s_-])"
)
_SWITCH = re.compile(r"(?i)caption\w*[_-]?(?:control|toggle|button|switch)")
"""What shows a caption and hides it."""
_PLAYED = re.compile(r"(?i)video|player|podcast|audio")


def read_picture(element: HtmlElement) -> Picture | None:
    """Return the picture that `element` is with all it holds, None where it is none."""
    tag = element.tag
    if tag == "figcaption" and _is_of_code(element):
        return None
    if tag in IMAGES:
        return read_image(element)
    if tag == "figure":
        return _figure(element)
    if (tag == "figcaption" and not _is_credit_beside(element)) or _is_caption(element):
        return _captioned(element)
    return None


def captioned_within(hidden: HtmlElement) -> Iterator[tuple[HtmlElement, Picture]]:
    """Yield the pictures with captions in what a page shows on demand: the next ones of a gallery."""
    end: HtmlElement | None = None
    for element in hidden.iter("figure", "figcaption", *_MAY_CAPTION):
        if end is not None and end in element.iterancestors():
            continue
        if element.tag not in _MAY_CAPTION or _is_caption(element):
            picture = read_picture(element)
            if picture is not None and picture.caption and picture.source:
                end = element
                yield element, picture


def around(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield an element and those close around it."""
    yield element
    # libxml2 takes what follows a `source` for its content
    parents = (parent for parent in element.iterancestors() if parent.tag not in ("source", "picture"))
    for _, parent in zip(range(_FAR), parents, strict=False):
        if parent.tag in _WHOLE:
            return
        yield parent


def plays(element: HtmlElement) -> bool:
    """Tell whether an element is a film's or a sound's, by its names."""
    if element.tag in _WHOLE:
        return False
    names = (
        element.get(name, "")[:_LONGEST_NAME] for name in ("class", "id", "itemtype", "data-type", "data-module-id")
    )
    return any(map(_PLAYED.search, names)) or any(_PLAYED.search(str(name)) for name in element.attrib)


def is_control(element: HtmlElement) -> bool:
    """Tell whether an element is called as what is pressed, or read out alone."""
    return is_called(element, _CONTROL)


def _figure(figure: HtmlElement) -> Picture | None:
    if next(figure.iterdescendants("figure"), None) is not None:
        return None
    images, captions = _images_in(figure), _captions(figure)
    if not images and (not captions or plays(figure) or any(map(_is_of_code, captions))):
        return None  # a table, a quotation, a film, a program
    if len(images) > 1 and len(captions) > 1:
        return None  # a gallery: each of its captions is read with its own image
    if not captions:
        if next(figure.iterdescendants("table", "blockquote", "h2", "h3"), None) is not None:
            return None
        captions = [figure]
        if len(text_of(figure)) > _LONGEST:
            return None
    return _assembled(captions, figure, images)


def _captioned(caption: HtmlElement) -> Picture | None:
    """Read a caption that stands in no figure of its own, its image being near."""
    text = text_of(caption)
    if not _LEAST <= len(text) <= _LONGEST:
        return None
    byline = read_byline(text)
    if byline is not None and byline.authors and byline.published:
        return None  # who wrote the article when: "caption" is the class of other small print too
    for box in around(caption):
        if plays(box):
            return _FILM
        images = [each for each in _images_in(box) if read_image(each)]
        if images:
            if any(map(plays, around(images[-1]))):
                return _FILM
            return _assembled([caption], box if len(images) == 1 else caption, images[-1:])
    before = caption.getprevious()  # a picture may stand in the text as its caption does
    images = [] if before is None else [before] if before.tag in IMAGES else _images_in(before)
    if before is not None and len(images) == 1 and (before.tag in IMAGES or not text_of(before)):
        return None if any(map(plays, around(images[0]))) else _assembled([caption], caption, images)
    return _assembled([caption], caption, [])


def _assembled(captions: list[HtmlElement], box: HtmlElement, images: list[HtmlElement]) -> Picture | None:
    """Return the picture of the `images` in a `box`, the same in several files, with what its `captions` say."""
    captions = [each for each in captions if not _is_only_credit(each)] or captions
    lines = list(dict.fromkeys(line for each in captions for line in _lines_of(each, without=_CREDIT)))
    lines = [line for line in lines if not any(line in other for other in lines if other is not line)]
    marked = (each for each in _credits(box) if each.get("itemprop") != "caption")
    named = (each for each in marked if box.tag == "figure" or _is_of_picture(each, captions, box))
    credit = next(filter(None, map(text_of, named)), "")
    if not credit and len(makers := [line for line in lines if _is_credit(line)]) < len(lines):
        credit = next(iter(makers), "")
        lines = [line for line in lines if line not in makers[:1]]
    if not credit and box.tag == "figure" and box not in captions:  # over or under the caption, called nothing
        credit = next((line for line in _lines_of(box) if line not in lines and _is_credit(line)), "")
    text = CAPTION_LABEL.sub("", " ".join(lines))
    found = [picture for each in images if (picture := read_image(each))]
    image = next((each for each in found if each.source), found[0] if found else Picture())
    picture = told(text or image.caption, credit or image.credit)
    if not (picture.caption or found):
        return None
    is_foreign = leads_elsewhere(captions[0]) or leads_elsewhere(box)
    return replace(picture, alt=image.alt, source=image.source, is_foreign=is_foreign)


def _images_in(box: HtmlElement) -> list[HtmlElement]:
    return [each for each in box.iterdescendants() if each.tag in IMAGES]


def _captions(box: HtmlElement) -> list[HtmlElement]:
    """Return the outermost captions in `box`."""
    found: list[HtmlElement] = []
    for each in box.iterdescendants():
        if (each.tag == "figcaption" or _is_caption(each)) and not any(
            above in found for above in each.iterancestors()
        ):
            found.append(each)
    return found


def _credits(box: HtmlElement) -> Iterator[HtmlElement]:
    return (each for each in box.iterdescendants() if is_called(each, _CREDIT))


def _is_credit(line: str) -> bool:
    """Tell whether a line of a caption is nothing but a credit, and surely one."""
    split = split_credit(line)
    return not split.caption and (split.strength is Strength.STRONG or AGENCY_NAME.fullmatch(line) is not None)


def _is_only_credit(caption: HtmlElement) -> bool:
    """Tell whether what is a caption by its element is called a credit: `<figcaption class="credit">`."""
    return caption.get("itemprop") != "caption" and is_called(caption, _CREDIT) and not is_called(caption, _CAPTION)


def _is_credit_beside(caption: HtmlElement) -> bool:
    """Tell whether it is only a credit, and the caption itself stands beside it."""
    close = chain(islice(caption.itersiblings(preceding=True), _BY), islice(caption.itersiblings(), _BY))
    return _is_only_credit(caption) and any(map(_is_caption, close))


def _is_of_code(caption: HtmlElement) -> bool:
    """Tell whether a caption says which program its figure shows."""
    figure = caption.getparent()
    if figure is None or figure.tag != "figure" or figure.find("figcaption") is not caption:
        return False
    return not _images_in(figure) and next(figure.iterdescendants("pre"), None) is not None


def _is_of_picture(credit: HtmlElement, captions: list[HtmlElement], box: HtmlElement) -> bool:
    """Tell whether what is called a credit is the picture's: where a box holds more, an author is the article's."""
    if (
        not is_called(credit, _AUTHOR)
        or credit in captions
        or any(above in captions for above in credit.iterancestors())
    ):
        return True
    return len(text_of(box)) <= len(text_of(credit)) + sum(len(text_of(each)) for each in captions) + _BESIDE


def _is_caption(element: HtmlElement) -> bool:
    if element.get("itemprop") == "caption":
        return True
    if element.tag not in _MAY_CAPTION or not is_called(element, _CAPTION):
        return False
    return not (is_called(element, _CREDIT) or is_called(element, _SWITCH))


def text_of(element: HtmlElement, *, without: re.Pattern[str] | None = None) -> str:
    """Return the text in an element, without controls and what is called as `without` says."""
    return " ".join(_lines_of(element, without=without))


def _lines_of(element: HtmlElement, *, without: re.Pattern[str] | None = None) -> list[str]:
    """Return the lines of that text."""
    from lxml.etree import iterwalk

    parts: list[str] = []
    walker = iterwalk(element, events=("start", "end"))
    for event, each in walker:
        parts.append(_END if each.tag in _LINES else "")
        if event == "end":
            parts.append((each.tail or "") if each is not element else "")
        elif each is not element and (
            each.tag in _NO_TEXT or is_called(each, _CONTROL) or (without is not None and is_called(each, without))
        ):
            parts.append(" ")
            walker.skip_subtree()
        else:
            parts.append(each.text or "")
    return [line for line in map(squeezed, "".join(parts).split(_END)) if line]
