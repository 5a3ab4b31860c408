"""Scraped plain text: what stands in it is told by its words and its place alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from docs_store.ledger import Skipped
from docs_store.model import BlockKind, Link, LinkKind
from docs_store.reading.boilerplate import Furniture, pleads
from docs_store.reading.byline_dates import is_age
from docs_store.reading.byline_forms import Byline, signs_off
from docs_store.reading.byline_people import people_in, tells_role, without_count
from docs_store.reading.caption_pairs import is_told_of
from docs_store.reading.captions import find_captions
from docs_store.reading.closings import closing_byline, described_author, signature
from docs_store.reading.cues import without_label
from docs_store.reading.datelines import agency_signed
from docs_store.reading.doubled import parted
from docs_store.reading.headings import Sort, is_speaker, may_head, sort_run
from docs_store.reading.layout import paragraphs
from docs_store.reading.lines import Line, explained, is_sentence, read_lines
from docs_store.reading.names import is_names
from docs_store.reading.page import Page
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.repeated import mark_repeated, told
from docs_store.reading.source import Source
from docs_store.reading.story import StoryBuilder, list_item
from docs_store.reading.terminal_browser import read_dump

_LONGEST_NAME: Final = 60
_BYLINE_BELOW: Final = 3
"""Lines after the first paragraph in which the author may still be named."""
_SHORTEST_TITLE: Final = 25
_LONGEST_TITLE: Final = 180
"""Widths of another article's title."""
_LONGEST_ENTRY: Final = 40
"""Width of an entry in a menu."""

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_RUNNING: Final = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_BRACKETS_BEHIND = re.compile(r" ?\([^()]{2,40}\)$")
"""What stands behind a name: "Ada Byron (with AFP)"."""
_QUOTED = re.compile(r"[\"“”„«»「‹›].{8,}[\"“”„«»」‹›]\W?")
_BETWEEN_TAGS = re.compile(r"(?i)[,;|#、，·]|\btagged with:")


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the article in a file of scraped text. Raises `DocumentError` where it is too large, or is no text."""
    dump = read_dump(source.read_text())
    lines = mark_repeated(read_lines(parted(dump.paragraphs())), reading.repeated())
    if left_out := told(lines):
        reading.report(Skipped(source.name, left_out, is_hint=True))
    raw = _read(lines)
    yield replace(raw, links=(*raw.links, *dump.links)) if dump.links else raw


def read_text(text: str) -> RawDocument:
    """Return the article in a page of scraped text."""
    return _read(read_lines(paragraphs(text)))


def _is_counter(text: str) -> bool:
    """Tell whether a line is a number, of shares or comments, and no year that heads what follows."""
    return text.isdecimal() and not _YEAR.fullmatch(text)


def _read(lines: Sequence[Line]) -> RawDocument:
    page = Page(lines)
    if page.begins:
        page = Page([*lines[: page.begins], *explained(lines[page.begins :])])
    return _Reader(page, find_captions(page)).read()


@dataclass(slots=True)
class _Reader:
    """Goes through the lines of a page once, and puts each where it belongs."""

    page: Page
    captions: Mapping[int, int | None]
    story: StoryBuilder = field(default_factory=StoryBuilder)
    tags: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    source: str = ""
    published: str = ""
    alt: str = ""
    """The slug of the picture whose caption comes next."""
    waiting: list[str] = field(default_factory=list)
    """Lines that may be headings, or a list."""
    names_author: bool = False
    """Whether the line before said that this one is the author's name."""

    def read(self) -> RawDocument:
        lines, front = self.page.lines, self.page.front
        credit_lines = {credit for credit in self.captions.values() if credit is not None}
        for at, line in enumerate(lines):
            if self._ends_here(at):
                break
            if at in self.captions or at == front.standfirst or line.is_slug:
                self._add_waiting(over_text=at in self.captions)
            if at in (front.title, front.kicker, front.repeated) or at in credit_lines:
                continue
            if at == front.standfirst:
                self.story.add(BlockKind.STANDFIRST, line.text.removeprefix("/ "))
            elif at in self.captions:
                self._caption(at)
            elif not (self._made(at) or self._furniture(at) or self._slug(at)):
                self._text(at)
        self._add_waiting(over_text=False)
        if not self.story.blocks and front.title is None:  # nothing but furniture: then it is what there is to read
            for line in lines:
                self.story.add_text(line.text)
        story = self.story.build()
        return RawDocument(
            title=lines[front.title].text if front.title is not None else "",
            blocks=story.blocks,
            images=story.images,
            authors=tuple(dict.fromkeys(self.authors)) or self.page.reporters,
            published=self.published or self.page.day_filed or None,
            source=self.source,
            tags=(*((lines[front.kicker].text.rstrip(" :"),) if front.kicker is not None else ()), *self.tags),
            links=tuple(self.links),
        )

    def _ends_here(self, at: int) -> bool:
        """Tell whether the readers' comments begin here: they end the article, where no text follows."""
        line = self.page.lines[at]
        is_heading = bool(line.furniture and line.furniture[0] is Furniture.COMMENTS)
        return at > self.page.last_prose and (is_heading or at >= self.page.comments_begin)

    def _caption(self, at: int) -> None:
        line, credit_at = self.page.lines[at], self.captions[at]
        credit = line.credited.credit
        if credit_at is not None:
            credit = self.page.lines[credit_at].credited.credit
        caption = without_label(line.credited.caption or line.text)
        caption = (list_item(caption) or caption).rstrip(" ,;" if credit else "")
        self.story.add_image(caption, credit.strip(" /|"), self.alt)
        self.alt = ""

    def _made(self, at: int) -> bool:
        """Take a line that says who wrote the article, and when."""
        line = self.page.lines[at]
        is_day = line.byline is not None and line.byline.published and not line.byline.authors
        if at < self.page.begins - bool(is_day):  # another article's, but for a day right over the headline
            return False
        is_inside = self.page.first_prose + _BYLINE_BELOW < at <= self.page.last_prose
        if line.announces_author:
            self.names_author = True
            return True
        if self.names_author:
            self.names_author = line.text.endswith((",", "&"))
            if line.width <= _LONGEST_NAME and is_names(line.text):
                self.authors.extend(people_in(line.text) or (without_count(line.text),))
                return True
        if at > self.page.last_prose and (agency := agency_signed(line.text)):
            self.source = self.source or agency
            return True
        if at == self.page.last_prose and (closing := closing_byline(line.text)):
            self._take(closing)  # and it stays where it is
        if at > self.page.last_prose and not self.authors and at < self.page.list_begins and signature(line.text):
            self.authors.extend(signature(line.text))
            return True
        if at >= self.page.last_prose and (name := described_author(line.text)):
            self.authors.append(name)  # and what is said of them is there to read
        if is_inside and is_age(line.text):  # of a film, or of another article
            return True
        if line.byline is None or (is_inside and (line.byline.published or not line.byline.authors)):
            return False
        if at > self.page.first_prose and line.text.endswith((":", "：")):  # a day, before what happened then
            return False
        if not is_inside and not self._is_of_another(at):
            self._take(line.byline)
        return True

    def _is_of_another(self, at: int) -> bool:
        """Tell whether a byline after the text is another article's: in a list, or where the author is known."""
        is_theirs = at > self.page.last_prose and not signs_off(self.page.lines[at].text)
        return is_theirs and (at >= self.page.list_begins or bool(self.authors))

    def _take(self, byline: Byline) -> None:
        self.authors.extend(byline.authors)
        self.source = self.source or byline.source
        self.published = self.published or byline.published

    def _furniture(self, at: int) -> bool:
        """Take a line of the page's own; what names another article becomes a link."""
        line = self.page.lines[at]
        if at in self.page.related:
            self.links.append(Link(list_item(line.text) or line.text, "", LinkKind.RELATED))
            return True
        if at in self.page.tags:
            self.tags.append(line.text)
            return True
        if line.is_credit and not line.furniture:
            if at <= self.page.last_prose or _BRACKETS_BEHIND.sub("", line.text) not in self.authors:
                self._uncaptioned(at)
            return True
        if at and line.text in self.authors and self.page.lines[at - 1].furniture:  # over who they are
            return True
        if line.furniture is None:
            return self.page.repeats(at) or self._of_site(at) or self._listed(at) or self._beside_text(at)
        kind, title = line.furniture
        if kind is Furniture.TAGS:
            self.tags.extend(filter(None, map(str.strip, _BETWEEN_TAGS.split(title))))
        elif title:
            self.links.append(
                Link(title, "", LinkKind.TRANSLATION if kind is Furniture.TRANSLATION else LinkKind.RELATED)
            )
        return True

    def _uncaptioned(self, at: int) -> None:
        """Keep who made a picture of which nothing else is told: the credit stands beside a paragraph of the story."""
        lines, credit = self.page.lines, self.page.lines[at].credited.credit.strip(" /|")
        beside = [near for near in (at - 1, at + 1) if 0 <= near < len(lines)]
        is_inside = at < self.page.ends and not self.captions.keys() & set(beside)
        may_seem = at - 1 == self.page.front.title == 0 or any(
            is_told_of(lines[near].text) and not lines[near].is_prose for near in beside
        )
        if any(credit in image.credit for image in self.story.images):
            return
        if is_inside and may_seem:
            self.story.add_image("", credit)
        elif at < self.page.ends:  # of what, nothing tells; and nothing is lost
            self.story.add_text(lines[at].text)

    def _of_site(self, at: int) -> bool:
        """Take a line of what stands over and under the article: an entry of a menu, or another article's title."""
        line = self.page.lines[at]
        if is_sentence(line.text) or self.page.begins <= at < self.page.site_ends:
            return False
        if at >= self.page.site_ends:
            return line.width <= _LONGEST_ENTRY
        if _LONGEST_ENTRY < line.width <= _LONGEST_TITLE and not self.page.says_title(at):
            self.links.append(Link(list_item(line.text) or line.text, "", LinkKind.RELATED))
        return line.width <= _LONGEST_TITLE

    def _listed(self, at: int) -> bool:
        """Take a line of the list after the text: titles, and between them their sections, authors and times."""
        line = self.page.lines[at]
        says = line.width >= _LONGEST_NAME and is_sentence(line.text)
        if at < self.page.list_begins or (says and at not in self.page.dated_list):
            return False
        is_title = not says and _SHORTEST_TITLE <= line.width <= _LONGEST_TITLE and not is_names(line.text)
        if is_title and not pleads(line.text):
            self.links.append(Link(list_item(line.text) or line.text, "", LinkKind.RELATED))
        return True

    def _beside_text(self, at: int) -> bool:
        """Take what over the text says only what its author is, and a counter; and after it the author's name again."""
        line = self.page.lines[at]
        if at < self.page.first_prose:
            return _is_counter(line.text) or tells_role(line.text)
        return at > self.page.last_prose and (
            _is_counter(line.text) or line.text.casefold() in {name.casefold() for name in self.authors}
        )

    def _slug(self, at: int) -> bool:
        if not self.page.lines[at].is_slug:
            return False
        self.alt = self.page.lines[at].text
        if at + 1 not in self.captions:
            self.story.add_image("", "", self.alt)
            self.alt = ""
        return True

    def _text(self, at: int) -> None:
        """Add a line of the text; short ones wait until it is seen what stands after them."""
        line = self.page.lines[at]
        text = line.credited.caption or line.text
        if self.waiting and _QUOTED.fullmatch(self.waiting[-1]) and is_speaker(line.text):
            said = self.waiting.pop()
            self._add_waiting(over_text=False)
            self.story.add(BlockKind.QUOTE, said)
            self.story.add(BlockKind.QUOTE, line.text)
            return
        if at + 2 in self.captions and self.page.is_enlarged(at + 1):
            self.alt = line.text
            return
        if line.is_moment:
            self._add_waiting(over_text=False)
            self.story.add(BlockKind.HEADING, line.text)
            return
        if 0 < at < self.page.last_prose and not list_item(line.text) and may_head(text, line.width):
            self.waiting.append(line.text)
            return
        self._add_waiting(over_text=is_sentence(line.text))
        self.story.add_text(line.text)

    def _add_waiting(self, *, over_text: bool) -> None:
        if not self.waiting:
            return
        before = next((block.text for block in reversed(self.story.blocks) if block.kind in _RUNNING), "")
        sorts = sort_run(self.waiting, announced=before.endswith((":", "：")), over_text=over_text)
        for text, sort in zip(self.waiting, sorts, strict=True):
            if sort is Sort.TEASER:
                self.links.append(Link(text, "", LinkKind.RELATED))
            elif sort is not Sort.LABEL:
                self.story.add(BlockKind.HEADING if sort is Sort.HEADING else BlockKind.LIST_ITEM, text)
        self.waiting = []
