"""From the pieces of a page to an article's story: text and pictures in reading order, without what the page adds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from docs_store.model import BlockKind, Link, LinkKind
from docs_store.reading.boilerplate import furniture
from docs_store.reading.bylines import read_byline
from docs_store.reading.html.body import find_body, letters
from docs_store.reading.html.flow import Piece, pieces
from docs_store.reading.html.metadata import Metadata
from docs_store.reading.html.page import absolute
from docs_store.reading.story import Story, StoryBuilder

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_LINKS: Final = 100
_CHROME = re.compile(
    r"(?i)(?:^|[\s_-])(?:related|teasers?|recommend\w*|promo\w*|newsletter|sidebar|trending|popular|more[_-]?(?:on|from|stories|"
    r"news|articles)|read[_-]?(?:more|next|also)|author(?:s|[_-]?(?:box|bio|info|image|card|profile))?|bio|byline|avatar|comments?|footer|nav\w*|"
    r"menu|social|share|outbrain|taboola|cards?|most[_-]\w+|widget|advert\w*|sponsor\w*|signup|upnext|up[_-]next|latest|"
    r"suggest\w*|further|playlist|carousel[_-]?articles?)(?:$|[\s_-])"
)
_CHROME_TAGS: Final = frozenset(("aside", "nav", "footer"))


@dataclass(frozen=True, slots=True)
class Told:
    """An article's story and what it links."""

    story: Story
    links: tuple[Link, ...] = ()


def tell(tree: HtmlElement, metadata: Metadata) -> Told:
    """Return the story of the page's article."""
    flow = pieces(tree)
    body = find_body(tree, flow)
    kept = set(body.kept)
    story, links = StoryBuilder(), list[Link]()
    container = _container([flow[at].element for at in body.kept])
    last = max(kept, default=len(flow))
    title = letters(metadata.title)
    for at, piece in enumerate(flow):
        if piece.picture is not None:
            if at <= last + 2 and _belongs(piece, container):
                picture = piece.picture
                story.add_image(picture.caption, picture.credit, picture.alt, absolute(picture.source, metadata.url))
        elif at in kept and letters(piece.text) != title:
            if piece.kind is not BlockKind.HEADING and (furniture(piece.text) or read_byline(piece.text)):
                continue
            story.add(piece.kind, piece.text)
            links += [Link(text, url, LinkKind.REFERENCE) for text, url in piece.links]
    for line in body.lines:
        story.add_text(line)
    return Told(story.build(), tuple(links[:_MOST_LINKS]))


def _container(elements: list[HtmlElement]) -> HtmlElement | None:
    """Return the smallest element that holds nearly all of `elements`."""
    counts: dict[HtmlElement, int] = {}
    for element in elements:
        for above in element.iterancestors():
            counts[above] = counts.get(above, 0) + 1
    holding = [element for element, count in counts.items() if count >= 0.8 * len(elements)]
    return max(holding, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _belongs(piece: Piece, container: HtmlElement | None) -> bool:
    """Tell whether a picture is the article's and not of what the page puts around it."""
    if piece.picture is not None and piece.picture.is_linked:
        return False
    around = set(container.iterancestors()) | {container} if container is not None else set()
    for above in (piece.element, *piece.element.iterancestors()):
        if above in around:
            break
        if (
            above.tag in _CHROME_TAGS
            or _CHROME.search(above.get("class") or "")
            or _CHROME.search(above.get("id") or "")
        ):
            return False
    return True


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
