"""From a page's tree to its article: text and pictures in reading order, without what the page adds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from docs_store.model import BlockKind, Link, LinkKind
from docs_store.reading.boilerplate import Furniture, furniture
from docs_store.reading.byline_people import has_given_name
from docs_store.reading.bylines import read_byline
from docs_store.reading.bylines_east import reporters_in_dateline
from docs_store.reading.html.author_lines import is_bio, is_signature
from docs_store.reading.html.body import Body, find_body
from docs_store.reading.html.bylines import all_authors, head_lines, not_understood
from docs_store.reading.html.chrome import Homes, are_chrome, is_chrome
from docs_store.reading.html.flow import Flow, Piece, read_flow
from docs_store.reading.html.gallery import article_pictures, lead_picture
from docs_store.reading.html.head import Head, read_head, summary
from docs_store.reading.html.images import Picture
from docs_store.reading.html.jsonld import ImageFact
from docs_store.reading.html.marked import marked_authors
from docs_store.reading.html.metadata import Metadata
from docs_store.reading.html.page import absolute, host_of, letters, weight
from docs_store.reading.html.signed import is_name
from docs_store.reading.html.teasers import points, related
from docs_store.reading.lines import is_sentence
from docs_store.reading.page_talk import is_control
from docs_store.reading.stated_dates import short_day
from docs_store.reading.story import Story, StoryBuilder

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_LINKS: Final = 100
_SENTENCES: Final = 60
"""Weight of a paragraph that says something."""
_PROSE: Final = 1_000
"""Weight of such paragraphs on a page that is an article whatever it says of itself."""
_LEAST_PROSE: Final = 200
"""The same, of a page that says it is one."""
_PARAGRAPH: Final = 100
"""Weight of a line that is a paragraph, where nothing but its length tells."""
_BOLD: Final = frozenset(("b", "strong"))
_LONGEST_HEADING: Final = 80
_TITLE: Final = 10
"""Letters of an article's title; shorter ones are buttons'."""
_YEAR_FIRST: Final = frozenset(("ja", "zh", "ko", "hu", "lt"))
"""Languages whose dates in figures begin with the year."""
_UNDER: Final = 12
"""Stretches between a headline and what is said under it."""
_FEW: Final = 3
_EDGE: Final = 2
"""Stretches at either end of the text that may say what its author is."""
_POINTING: Final = 0.4
"""Share of the stretches of an index that point to other pages."""
_LITTLE: Final = 100
"""Weight of the text up to which all that the page shows is taken."""


@dataclass(frozen=True, slots=True)
class Told:
    """An article's story, and what is told beside it."""

    story: Story
    links: tuple[Link, ...] = ()
    authors: tuple[str, ...] = ()
    published: str = ""
    above: str = ""
    """The day of the issue, where a line over the headline tells it."""
    is_shown: bool = True
    """Whether the page's elements hold the text."""
    is_article: bool = False
    """Whether the page is an article, no index, form or gallery of links."""


def tell(tree: HtmlElement, flow: Flow, metadata: Metadata, images: Sequence[ImageFact] = ()) -> Told:
    """Return the story of the page's article; of a page that has none, all that it shows.

    `images` are what its JSON-LD tells of pictures: where the page itself says nothing of them, that is taken.
    """
    body = find_body(tree, flow.pieces) if flow.is_light else Body()
    head = read_head(flow.pieces, body.kept, metadata)
    story = StoryBuilder()
    if description := summary(flow.pieces, head, metadata):
        story.add(BlockKind.STANDFIRST, description)
    if lead := lead_picture(flow.pieces, images, metadata.title):
        _add_picture(story, lead, metadata.url)
    pictures = article_pictures(flow.pieces, body, head, images)
    first = next((at for at in head.kept if at != head.standfirst), len(flow.pieces))
    over = [at for at in head_lines(flow.pieces, head.headline, first) if at != head.standfirst]
    opening = flow.pieces[head.kept[0]].text if head.kept else ""
    found = head.authors or tuple(_signed(flow.pieces, body.signed)) or marked_authors(tree)
    found = found or reporters_in_dateline(opening)
    authors = all_authors(metadata, found, [flow.pieces[at].text for at in over])
    unread = list(not_understood(flow.pieces, over, authors, metadata.source)) if head.kept else []
    begun = next((at for at in head.kept if at >= first and not _names_only(flow.pieces[at], authors)), first)
    unread += not_understood(flow.pieces, [at for at in body.signed if at > begun], authors, metadata.source)
    texts = {at for at in (*head.kept, head.standfirst) if at is not None and not _names_only(flow.pieces[at], authors)}
    texts -= {at for at in (*head.kept[:_EDGE], *head.kept[-_EDGE:]) if is_bio(flow.pieces[at].text, authors)}
    texts.update(unread)
    for at, piece in enumerate(flow.pieces):
        if at in pictures:
            _add_picture(story, pictures[at], metadata.url)
        elif at == head.standfirst and at in texts:
            story.add(BlockKind.STANDFIRST, piece.text)
        elif body.entries.get(at):
            story.add(BlockKind.HEADING, body.entries[at])
        elif at in texts:
            after = bisect_right(head.kept, at)
            below = flow.pieces[head.kept[after]].text if after < len(head.kept) else ""
            story.add(BlockKind.HEADING if _is_bold_heading(piece, below) else piece.kind, piece.text)
    add_lines(story, body.lines, authors)
    is_signed = head.headline is not None and bool(authors) and bool(metadata.published or head.published)
    is_article = _is_article(flow.pieces, body, metadata, is_signed=is_signed)
    others = related(flow.pieces, head.kept)
    is_index = not is_article and _is_index(flow.pieces) and not _is_told(flow.pieces, head)
    if sum(weight(block.text) for block in story.blocks) < _LITTLE or is_index:
        story = _shown(flow, metadata.url)
        others = [at for at, piece in enumerate(flow.pieces) if points(piece) and not is_chrome(piece.element, Homes())]
    others = [at for at in others if not _names_only(flow.pieces[at], authors)]
    links = tuple(_links(flow.pieces, head.kept, others, metadata.url))[:_MOST_LINKS]
    published = head.published or _dated(flow.pieces, head, is_western=metadata.language[:2].lower() not in _YEAR_FIRST)
    return Told(story.build(), links, authors, published, head.above, not body.lines, is_article)


def tell_all(tree: HtmlElement, url: str) -> Story:
    """Return everything there is in a tree as a story: all of it is the article."""
    story = StoryBuilder()
    for piece in read_flow(tree).pieces:
        _add_piece(story, piece, url)
    return story.build()


def _signed(flow: Sequence[Piece], lines: Sequence[int]) -> Iterator[str]:
    """Yield whom the bylines within the text name; what stands before a day there may be a place."""
    for at in lines:
        byline = read_byline(flow[at].text)
        named = [name for name in byline.authors if is_name(name) and "(" not in name] if byline is not None else []
        known = [name for name in named if has_given_name(name)]  # beside whom a body and a place are named
        yield from (known or named) if byline is not None and not byline.published else ()


def _dated(flow: Sequence[Piece], head: Head, *, is_western: bool) -> str:
    """Return the day that a line says alone among the first of the text, as under a standfirst; "" where none does.

    `is_western` tells whether days in figures have their year last.
    """
    if head.headline < 0 or not head.kept:
        return ""
    for at in range(head.kept[0], min(head.kept[-1], head.headline + _UNDER)):
        byline = None if flow[at].linked else read_byline(flow[at].text)
        if byline is not None and byline.published:
            return byline.published
    near = flow[max(0, head.headline - _FEW) : head.headline + _UNDER]
    return next(filter(None, (short_day(piece.text) for piece in near if not points(piece))), "") if is_western else ""


def _add_piece(story: StoryBuilder, piece: Piece, url: str) -> None:
    if piece.picture is not None:
        _add_picture(story, piece.picture, url)
    else:
        story.add(piece.kind, piece.text)


def _is_bold_heading(piece: Piece, below: str) -> bool:
    """Tell whether a paragraph is a heading by its letters: short, all bold, without a stop, and text under it.

    A question is none: in an interview they are bold.
    """
    if piece.kind is not BlockKind.PARAGRAPH or not 0 < len(piece.text) <= _LONGEST_HEADING < len(below):
        return False
    element = piece.element
    are_bold = len(element) > 0 and all(each.tag in _BOLD and not (each.tail or "").strip() for each in element)
    return are_bold and not (element.text or "").strip() and piece.text[-1] not in '?!.:;,…。？！：»”"'


def _names_only(piece: Piece, authors: Sequence[str]) -> bool:
    """Tell whether a stretch says who wrote the article and nothing else, as over the text and under it again."""
    return bool(piece.text) and piece.kind is not BlockKind.HEADING and is_signature(piece.text, authors)


def add_lines(story: StoryBuilder, lines: Sequence[str], authors: Sequence[str]) -> None:
    """Add lines of which no element tells what they are: text, and short ones between that are headings."""
    own = [line for line in lines if not (furniture(line) or is_signature(line, authors))]
    begins = next(
        (at for at, line in enumerate(own) if weight(line) >= _PARAGRAPH), 0
    )  # before it: place, date, section
    for line, after in zip_longest(own[begins:], own[begins + 1 :], fillvalue=""):
        if weight(line) < _SENTENCES and not is_sentence(line) and weight(after) >= _PARAGRAPH:
            story.add(BlockKind.HEADING, line)
        else:
            story.add_text(line)


def _add_picture(story: StoryBuilder, picture: Picture, url: str) -> None:
    """Add a picture, unless nothing is known of it, or it illustrates a plea of the page's."""
    if not picture.is_nameless and not any(map(_is_plea, (picture.caption, picture.alt))):
        credit = "" if is_control(picture.credit) else picture.credit  # "autoplay"; but "Truth Social" is one
        said = furniture(picture.caption)  # "Related: How the ferry came back", of a film
        caption = said[1] if said is not None and said[0] is Furniture.RELATED and said[1] else picture.caption
        story.add_image(caption, credit, picture.alt, absolute(picture.source, url))


def _is_plea(text: str) -> bool:
    found = furniture(text)
    return found is not None and found[0] is Furniture.PLEA


def _shown(flow: Flow, url: str) -> StoryBuilder:
    """Return all that a page shows, without its menus and forms where something is left then."""
    story = StoryBuilder()
    for piece in flow.pieces if flow.is_light else ():
        if not (is_chrome(piece.element, Homes()) or furniture(piece.text)):
            _add_piece(story, piece, url)
    if sum(weight(block.text) for block in story.blocks) < _LITTLE:
        story = StoryBuilder()
        for piece in flow.pieces:
            _add_piece(story, piece, url)
    return story


def _is_index(flow: Sequence[Piece]) -> bool:
    """Tell whether a page names other pages more than it says something itself."""
    said = [piece for piece in flow if piece.text]
    chrome = are_chrome((piece.element for piece in said), Homes())
    shown = [piece for piece, is_the_page_s in zip(said, chrome, strict=True) if not is_the_page_s]
    return sum(map(points, shown)) >= max(_FEW, len(shown) * _POINTING)


def _is_article(flow: Sequence[Piece], body: Body, metadata: Metadata, *, is_signed: bool) -> bool:
    """Tell whether a page has the text of an article: little will do where it has a headline, a byline and a day."""
    prose = sum(map(weight, body.lines))
    for at in body.kept:
        piece = flow[at]
        if (said := weight(piece.text)) >= _SENTENCES and piece.linked * 2 < len(piece.text):
            prose += said
    if prose >= (_LEAST_PROSE if metadata.says_article else _PROSE):
        return True
    return is_signed and prose >= _LITTLE and not _is_index(flow)  # which takes as long as finding the text


def _is_told(flow: Sequence[Piece], head: Head) -> bool:
    """Tell whether a page says something under its headline in one go, however much it points elsewhere around that."""
    said = [at for at in head.kept if weight(flow[at].text) >= _SENTENCES and not points(flow[at])]
    if head.headline < 0 or not said or not head.headline < said[0] <= head.headline + _UNDER:
        return False
    prose = sum(weight(flow[at].text) for at in said)
    return prose >= _LEAST_PROSE and not any(map(points, flow[said[0] : said[-1]]))


def _links(flow: Sequence[Piece], kept: Sequence[int], others: Sequence[int], url: str) -> Iterator[Link]:
    """Yield what the text points to; to other articles from beside it, where they are on the same site."""
    host = host_of(url)
    for places, kind in ((others, LinkKind.RELATED), (kept, LinkKind.REFERENCE)):
        for at in places:
            for title, target in flow[at].links:
                address = absolute(target, url)
                if not address or (kind is LinkKind.RELATED and weight(letters(title)) < _TITLE):
                    continue
                is_own = host_of(address) in ("", host)
                yield Link(title, address, kind if is_own else LinkKind.REFERENCE)
