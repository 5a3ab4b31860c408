"""From the pieces of a page to an article's story: text and pictures in reading order, without what the page adds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from docs_store.model import BlockKind, Link, LinkKind
from docs_store.reading.boilerplate import Furniture, furniture
from docs_store.reading.bylines import read_byline
from docs_store.reading.html.body import Body, find_body, letters
from docs_store.reading.html.chrome import is_chrome
from docs_store.reading.html.flow import Piece, pieces
from docs_store.reading.html.metadata import Metadata
from docs_store.reading.html.page import absolute
from docs_store.reading.html.pictures import Picture
from docs_store.reading.story import Story, StoryBuilder

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_LINKS: Final = 100
_LONGEST_STANDFIRST: Final = 800
_LEAST_STANDFIRST: Final = 25
_NEAR: Final = 3
"""Pieces within which parts of the headline stand."""
_LITTLE: Final = 300
"""Code points of text up to which the description adds something: behind a paywall there is no more."""
_HERO: Final = 8
"""Pieces before the headline among which its picture may stand."""
_PROSE: Final = 90
"""Code points from which a kept piece before the headline is text and no kicker."""
_STANDFIRST = re.compile(
    r"(?i)(?:^|[\s_-])(?:standfirst|deks?|sub[_-]?(?:title|head(?:line|ing)?|line|deck)s?|lead|lede|intro\w*|excerpt|"
    r"summary|abstract|description|vorspann|untertitel|teaser[_-]?text|entradilla|bajada|copete|chapo|sommario|occhiello|"
    r"ingress|manchet|sapo|deck|synopsis|tagline)(?:$|[\s_-])|(?-i:[a-z](?:Lead|Intro|Subtitle|Summary|Standfirst|Dek)(?:$|[\s_A-Z-]))"
)


@dataclass(frozen=True, slots=True)
class Told:
    """An article's story and what it links."""

    story: Story
    links: tuple[Link, ...] = ()


def tell(tree: HtmlElement, metadata: Metadata) -> Told:
    """Return the story of the page's article."""
    flow = pieces(tree)
    body = find_body(tree, flow)
    headline = _headline(flow, body, metadata)
    kept = [at for at in body.kept if not _is_of_headline(flow[at], at, headline, metadata)]
    standfirst = _standfirst(flow, kept, headline, metadata)
    story, links = StoryBuilder(), list[Link]()
    if isinstance(standfirst, str):
        story.add(BlockKind.STANDFIRST, standfirst)
    texts = set(kept) | ({standfirst} if isinstance(standfirst, int) else set())
    begin, end = max(0, headline - _HERO), max(kept, default=len(flow)) + _NEAR
    for at, piece in enumerate(flow):
        picture = body.captioned.get(at, piece.picture)
        if picture is not None:
            if begin <= at <= end and _is_shown(picture, piece.element, body, is_over=at < headline):
                story.add_image(picture.caption, picture.credit, picture.alt, absolute(picture.source, metadata.url))
        elif at in texts:
            story.add(BlockKind.STANDFIRST if at == standfirst else piece.kind, piece.text)
            links += [Link(text, absolute(url, metadata.url), LinkKind.REFERENCE) for text, url in piece.links]
    for line in body.lines:
        story.add_text(line)
    for at in body.related:
        links += [Link(text, absolute(url, metadata.url), LinkKind.RELATED) for text, url in flow[at].links]
    return Told(story.build(), tuple(link for link in links if link.url)[:_MOST_LINKS])


def tell_all(tree: HtmlElement, url: str) -> Story:
    """Return everything there is in a tree as a story: all of it is the article."""
    story = StoryBuilder()
    for piece in pieces(tree):
        if piece.picture is not None:
            picture = piece.picture
            story.add_image(picture.caption, picture.credit, picture.alt, absolute(picture.source, url))
        else:
            story.add(piece.kind, piece.text)
    return story.build()


def _is_shown(picture: Picture, element: HtmlElement, body: Body, *, is_over: bool) -> bool:
    """Tell whether a picture is the article's, and not of what the page puts around it."""
    if picture.is_linked or read_byline(picture.caption):
        return False
    said = furniture(picture.caption)
    if said is not None and said[0] is not Furniture.RELATED:
        return False
    if is_over and body.homes.is_loose(element):
        return False
    parent = element.getparent()  # its own name may say that teasers show it too
    return parent is None or not is_chrome(parent, body.homes)


def _headline(flow: Sequence[Piece], body: Body, metadata: Metadata) -> int:
    """Return where the headline stands, -1 where it does not."""
    first = next((at for at in body.kept if len(flow[at].text) >= _PROSE), len(flow))
    told = set(map(letters, metadata.titles))
    found: dict[tuple[bool, bool], int] = {}
    for at in range(min(first + 1, len(flow))):
        is_told, is_first = letters(flow[at].text) in told, flow[at].element.tag == "h1"
        if (is_told or is_first) and (body.kept or (is_told, is_first) not in found):
            found[is_told, is_first] = at
    return next((found[sort] for sort in ((True, True), (True, False), (False, True)) if sort in found), -1)


def _is_of_headline(piece: Piece, at: int, headline: int, metadata: Metadata) -> bool:
    """Tell whether a piece is the headline, or stands over it."""
    spelled = letters(piece.text)
    if piece.element.tag == "h1" or spelled in map(letters, metadata.titles):
        return True
    if abs(at - headline) <= _NEAR and any(spelled in letters(title) for title in metadata.titles):
        return True  # a part of another wording
    return at < headline and (piece.kind is BlockKind.HEADING or len(piece.text) < _PROSE)


def _standfirst(flow: Sequence[Piece], kept: list[int], headline: int, metadata: Metadata) -> int | str | None:
    """Return which piece is the standfirst; or its text where the page says it in its head only."""
    first = kept[0] if kept else len(flow)
    told = letters(metadata.description.rstrip("….")) if len(metadata.description) >= _LEAST_STANDFIRST else ""
    between = [at for at in range(headline + 1, min(first + 1, len(flow))) if flow[at].text]
    for at in between:
        spelled = letters(flow[at].text)
        if told and len(flow[at].text) >= _LEAST_STANDFIRST and (told in spelled or told.startswith(spelled)):
            return at if at != first or flow[at].element.tag != "p" or _is_called(flow[at].element) else None
    for at in between:
        piece = flow[at]
        if (
            _LEAST_STANDFIRST <= len(piece.text) <= _LONGEST_STANDFIRST
            and piece.linked < len(piece.text) / 2
            and (_is_called(piece.element) or (headline >= 0 and piece.element.tag == "h2" and at <= headline + 2))
            and not furniture(piece.text)
            and not read_byline(piece.text)
        ):
            return at
    if told and not any(told in letters(flow[at].text) for at in kept):
        return metadata.description if sum(len(flow[at].text) for at in kept) < _LITTLE else None
    return None


def _is_called(element: HtmlElement) -> bool:
    """Tell whether an element, or one closely around it, is called a standfirst."""
    for _, above in zip(range(3), (element, *element.iterancestors()), strict=False):
        if above.tag in ("article", "main", "body"):
            return False
        if _STANDFIRST.search(above.get("class") or "") or _STANDFIRST.search(above.get("id") or ""):
            return True
    return False
