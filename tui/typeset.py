"""Typesetting: articles and rows to lines of named runs. Pure; knows cells, not Textual.

A *passage* is a stretch of text wrapped as one (a headline, a paragraph, a caption). A *page* is an article's passages
wrapped to a width, a line at a time. A *run* is text with the roles it plays; a palette turns roles into styles.
Positions are (passage, offset) in code points, so they survive a change of width.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

from rich.cells import cell_len, get_character_cell_size

from docs_store import Article, ArticleSummary, Block, BlockKind, Image, Marks, SearchHit, Span

DEFAULT_MEASURE: Final = 72
"""Columns of running text. Bringhurst: 45 to 75 characters a line is read most easily."""

MEASURES: Final = (40, 120)
"""The narrowest and widest measure a reader may ask for."""


class Run(NamedTuple):
    """Text and the roles it plays, outermost first: ("paragraph", "person", "hit")."""

    text: str
    roles: tuple[str, ...]


Line: TypeAlias = tuple[Run, ...]


class Position(NamedTuple):
    """A place in a page: the passage and the offset in its text."""

    passage: int
    offset: int


START: Final = Position(0, 0)
"""Where a page begins."""


class Mark(NamedTuple):
    """A role laid over `start..end` of a passage's text."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Text wrapped as one, and how it stands on the page."""

    text: str
    role: str
    block: int | None = None
    """The block of the article it shows; None for the headline, the byline and pictures' credits."""
    first: str = ""
    """What stands before its first line."""
    rest: str = ""
    """What stands before its other lines; as many cells as `first`."""
    gap: bool = True
    """A blank line before it."""
    image: int | None = None
    """The picture that stands here: set for captions, and for what stands in for a missing one."""
    margin: str = "rule"
    """The role of what stands before its lines."""


# --------------------------------------------------------------------------------------------------- wrapping

# Every character in these ranges is one cell wide and may not be broken after: the fast path (Latin, Greek, Cyrillic,
# common punctuation).
_NARROW = re.compile("[\\s\x21-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20c0]*")
_NO_LINE_START = frozenset(
    "、。，．・：；？！）」』】〕〉》｝］ゝゞ々ー…—ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ!?%),.:;]}」’”"
)
_NO_LINE_END = frozenset("（「『【〔〈《｛［([{“‘")
_JOINER = "\u200d"


def wrap(text: str, width: int) -> list[Span]:
    """Return the spans of `text` that stand on one line each, at most `width` cells wide. Linear in the text.

    Lines break at spaces, between wide characters (never before closing punctuation: kinsoku shori), and inside a word
    only where the word alone is wider than the line. Spaces at a break belong to no line.
    """
    width = max(width, 2)
    lines: list[Span] = []
    start = 0
    for piece in text.split("\n"):
        end = start + len(piece)
        # One regex call decides; the narrow path then costs a few operations a line, not a character.
        matched = _NARROW.match(text, start, end)
        if matched is not None and matched.end() == end:
            _wrap_narrow(text, start, end, width, lines)
        else:
            _wrap_wide(text, start, end, width, lines)
        start = end + 1
    return lines


def _wrap_narrow(text: str, start: int, end: int, width: int, lines: list[Span]) -> None:
    first = len(lines)
    while end - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        if cut <= start:
            cut = start + width  # a word wider than the line
        stop = cut
        while stop > start and text[stop - 1] == " ":
            stop -= 1
        if stop > start:
            lines.append((start, stop))
        start = cut
        while start < end and text[start] == " ":
            start += 1
    if start < end or len(lines) == first:
        lines.append((start, end))


def _wrap_wide(text: str, start: int, end: int, width: int, lines: list[Span]) -> None:
    first = len(lines)
    used = 0
    last_break = -1  # where the line may end, exclusive
    index = start
    while index < end:
        character = text[index]
        cells = get_character_cell_size(character)
        if character == " " or (cells == 2 and index > start and _may_break(text, index)):
            last_break = index
        if used + cells > width and index > start and character != " ":
            cut = last_break if last_break > start else _grapheme_start(text, start, index)
            stop = cut
            while stop > start and text[stop - 1] == " ":
                stop -= 1
            if stop > start:
                lines.append((start, stop))
            while cut < end and text[cut] == " ":
                cut += 1
            start, last_break = cut, -1
            index, used = max(index, cut), sum(map(get_character_cell_size, text[cut:index]))
            continue
        used += cells
        index += 1
    if start < end or len(lines) == first:
        stop = end
        while stop > start and text[stop - 1] == " ":
            stop -= 1
        lines.append((start, stop))


def _may_break(text: str, index: int) -> bool:
    before = text[index - 1]
    return text[index] not in _NO_LINE_START and before not in _NO_LINE_END and before != _JOINER


def _grapheme_start(text: str, start: int, index: int) -> int:
    """Return the last place in `start < place <= index` that does not part a base from its marks or joiners."""
    place = index
    while place > start + 1 and (get_character_cell_size(text[place]) == 0 or text[place - 1] == _JOINER):
        place -= 1
    # A "grapheme" wider than the line is hostile input: cut it where the line is full.
    return place if place > start + 1 else index


def fit(text: str, width: int) -> str:
    """Return `text` cut to `width` cells, an ellipsis in place of what was cut."""
    if len(text) * 2 <= width or cell_len(text) <= width:
        return text
    used = 0
    for index, character in enumerate(text):
        used += get_character_cell_size(character)
        if used > width - 1:
            return text[:index].rstrip() + "…"
    return text


def fit_end(text: str, width: int) -> str:
    """Return the last `width` cells of `text`, an ellipsis in place of what was cut: of a path its end tells more."""
    if cell_len(text) <= width:
        return text
    used = 0
    for index in range(len(text) - 1, -1, -1):
        used += get_character_cell_size(text[index])
        if used > width - 1:
            return "…" + text[index + 1 :]
    return text


# --------------------------------------------------------------------------------------------------- articles


def byline(article: Article) -> str:
    """Return who wrote it, where and when, on one line: "By A and B · The Post · 16 January 2024"."""
    names = article.authors
    by = ""
    if names:
        by = "By " + (names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}")
    date = date_words(article.summary, long=True)
    return " · ".join(filter(None, (by, article.source, date, mark_words(article.marks))))


def mark_words(marks: Marks) -> str:
    """Return what its reader noted of an article, in words: "★ · saved 3 May 2021, unread"."""
    saved = f"saved {day_words(marks.saved)}" if marks.saved else ""
    read = "" if marks.read is None else "read" if marks.read else "unread"
    return " · ".join(filter(None, ("★" if marks.starred else "", ", ".join(filter(None, (saved, read))))))


def day_words(day: dt.date) -> str:
    """Return a day in words: "3 May 2021"."""
    return f"{day.day} {day:%B %Y}"


def date_words(summary: ArticleSummary, *, long: bool = False) -> str:
    """Return the best date known, an inferred one told as such ("~" short, in words long); "" where there is none."""
    date = summary.date
    if date is None:
        return ""
    words = day_words(date) if long else date.isoformat()
    if summary.date_is_inferred:
        return f"{words} (date inferred)" if long else f"~{words}"
    return words


_HASH = re.compile(r"(?=[^.]*\d)[0-9a-fA-F_-]{6,}(?:\.\w{2,5})?")
"""A file's name that is a number or a hash, which says nothing."""


def image_label(image: Image, number: int) -> str:
    """Return what names a picture where it has no caption: its alt text, its file's name, or its number."""
    name = file_name(image)
    return image.alt or ("" if _HASH.fullmatch(name) else name) or f"Picture {number}"


def file_name(image: Image) -> str:
    """Return the name of a picture's file, without its folder or host, and without a query; "" where none is known."""
    path = re.split("[?#]", image.source, maxsplit=1)[0]
    return path.rstrip("/").rsplit("/", 1)[-1]


def article_passages(article: Article) -> tuple[Passage, ...]:
    """Return the article as it is read: headline, standfirst, byline, then its blocks in order."""
    passages = [Passage(article.title, "headline", gap=False)]
    blocks = list(enumerate(article.blocks))
    # A title made from the standfirst says nothing new above it: the standfirst follows all the same, whole.
    lead = [(index, block) for index, block in blocks if block.kind is BlockKind.STANDFIRST]
    passages += [Passage(block.text, "standfirst", index) for index, block in lead]
    if line := byline(article):
        passages.append(Passage(line, "byline"))
    previous = None
    for index, block in blocks:
        if block.kind is BlockKind.STANDFIRST:
            continue
        passages += _block_passages(article, index, block, previous)
        previous = block.kind
    if not article.body and article.url:
        passages.append(Passage("Only its title and address are stored: " + article.url, "paragraph"))
    passages += _highlight_passages(article.marks)
    return tuple(passages)


def _highlight_passages(marks: Marks) -> Iterator[Passage]:
    if marks.highlights:
        yield Passage("Highlights and notes", "heading")
    for highlight in marks.highlights:
        if highlight.quote:
            yield Passage(highlight.quote, "quote", None, "  ", "  ")
        if highlight.note:
            yield Passage(highlight.note, "paragraph", gap=not highlight.quote)


def _block_passages(article: Article, index: int, block: Block, previous: BlockKind | None) -> Iterator[Passage]:
    match block.kind:
        case BlockKind.CAPTION:
            assert block.image is not None  # noqa: S101 - Block's own invariant, told to the type checker
            image = article.images[block.image]
            text = block.text or image_label(image, block.image + 1)
            yield Passage(text, "caption", index if block.text else None, "▌ ", "▌ ", image=block.image)
            if image.credit:
                yield Passage(image.credit, "credit", None, "▌ ", "▌ ", gap=False)
        case BlockKind.LIST_ITEM:
            yield Passage(block.text, "paragraph", index, "• ", "  ", gap=previous is not BlockKind.LIST_ITEM)
        case BlockKind.QUOTE:
            yield Passage(block.text, "quote", index, "  ", "  ")
        case _:
            yield Passage(block.text, block.kind.value, index)


class Page:
    """Passages wrapped to a width. Lines are made in order, as far as they are asked for.

    A line is (passage, start, end); a gap is (passage, -1, -1), before the passage's first line. Lines are therefore
    sorted, and a position is found by bisection.
    """

    def __init__(self, passages: Sequence[Passage], width: int) -> None:
        self.passages = passages
        self.width = width
        self.lines: list[tuple[int, int, int]] = []
        self._next = 0

    @property
    def complete(self) -> bool:
        """True once every passage is wrapped."""
        return self._next == len(self.passages)

    def extend(self, characters: int) -> None:
        """Wrap further passages until about `characters` more code points are on the page."""
        wrapped = 0
        while wrapped < characters and not self.complete:
            number = self._next
            passage = self.passages[number]
            if passage.gap and self.lines:
                self.lines.append((number, -1, -1))
            inner = self.width - cell_len(passage.first)
            self.lines += [(number, start, end) for start, end in wrap(passage.text, inner)]
            wrapped += len(passage.text) + 1
            self._next += 1

    def extend_to(self, position: Position) -> None:
        """Wrap as far as `position`."""
        while not self.complete and self._next <= position.passage:
            self.extend(1)

    def line_of(self, position: Position) -> int:
        """Return the line that shows `position`, wrapping as far as it; the last line where it lies beyond the end."""
        self.extend_to(position)
        line = bisect_right(self.lines, (position.passage, position.offset, 1 << 62)) - 1
        return max(0, line)

    def position_of(self, line: int) -> Position:
        """Return the position at the start of `line`, of those wrapped so far."""
        if not self.lines:
            return START
        passage, start, _ = self.lines[min(max(line, 0), len(self.lines) - 1)]
        return Position(passage, max(start, 0))

    def runs(self, line: int, marks: Sequence[Mark] = ()) -> Line:
        """Return `line` as runs; `marks` are those of its passage, in order of start, later ones on top."""
        number, start, end = self.lines[line]
        if start < 0:
            return ()
        passage = self.passages[number]
        first = line == 0 or self.lines[line - 1][0] != number or self.lines[line - 1][1] < 0
        prefix = passage.first if first else passage.rest
        before = (Run(prefix, (passage.margin,)),) if prefix else ()
        return (*before, *styled(passage.text, start, end, (passage.role,), marks))


def styled(text: str, start: int, end: int, roles: tuple[str, ...], marks: Iterable[Mark]) -> Line:
    """Return `text[start:end]` as runs: `roles`, and on top the roles of the marks that cover each stretch."""
    covering = [mark for mark in marks if mark.start < end and mark.end > start]
    if not covering:
        return (Run(text[start:end], roles),) if end > start else ()
    cuts = sorted({start, end, *(max(m.start, start) for m in covering), *(min(m.end, end) for m in covering)})
    return tuple(
        Run(text[left:right], (*roles, *(mark.role for mark in covering if mark.start <= left < mark.end)))
        for left, right in pairwise(cuts)
    )


def entity_marks(article: Article, passages: Sequence[Passage]) -> list[list[Mark]]:
    """Return the entity marks of each passage, in order."""
    by_block: dict[int, list[Mark]] = {}
    for mention in article.mentions:
        if mention.block is not None:
            by_block.setdefault(mention.block, []).append(Mark(mention.start, mention.end, mention.kind.value))
    return [sorted(by_block.get(p.block, ())) if p.block is not None else [] for p in passages]


def find_in(passages: Sequence[Passage], needle: str) -> list[tuple[int, Span]]:
    """Return where `needle` stands in the passages, case ignored: (passage, span), in reading order."""
    if not needle.strip():
        return []
    pattern = re.compile(re.escape(needle.strip()), re.IGNORECASE)
    return [(number, m.span()) for number, p in enumerate(passages) for m in pattern.finditer(p.text) if m[0]]


def next_position(places: Sequence[Position], here: Position, step: int) -> int | None:
    """Return the index of the place after `here` (before it where `step` is -1), None where there is none."""
    index = bisect_right(places, here) if step > 0 else bisect_left(places, here) - 1
    return index if 0 <= index < len(places) else None


# --------------------------------------------------------------------------------------------------- rows


def wrapped_lines(
    text: str, width: int, roles: tuple[str, ...], marks: Iterable[Mark] = (), *, most: int = 99, indent: str = ""
) -> list[Line]:
    """Return `text` as at most `most` lines of `width` cells, an ellipsis where more was cut."""
    spans = wrap(text, width - len(indent))
    marks = list(marks)
    lines = [styled(text, start, end, roles, marks) for start, end in spans[:most]]
    if len(spans) > most and lines:
        start, end = spans[most - 1]
        kept = end if cell_len(text[start:end]) < width - len(indent) else max(start, end - 1)
        lines[-1] = (*styled(text, start, kept, roles, marks), Run("…", roles))
    return [(Run(indent, ()), *line) for line in lines] if indent else lines


def hit_marks(spans: Iterable[Span]) -> list[Mark]:
    """Return search marks for `spans`."""
    return [Mark(start, end, "hit") for start, end in spans]


_TITLE_LINES: Final = (2, 4)
"""Lines of a headline in the finder: as a rule, and where what was matched stands further down."""


def hit_row(hit: SearchHit, width: int) -> tuple[Line, ...]:
    """Return a row of the finder: headline as far as it was matched, snippet in at most two lines, source and date."""
    title, marks = hit.article.title, hit_marks(hit.title_marks)
    usual, most = _TITLE_LINES
    matched = sum(start < marks[-1].end for start, _ in wrap(title, width)) if marks else 0
    lines = wrapped_lines(title, width, ("row_title",), marks, most=min(max(usual, matched), most))
    if hit.snippet:
        text, spans = around_first_mark(hit.snippet, hit.snippet_marks, 2 * width)
        lines += wrapped_lines(text, width, ("snippet",), hit_marks(spans), most=2)
    lines.append(meta_line(hit.article, width))
    return tuple(lines)


def around_first_mark(text: str, marks: Sequence[Span], room: int) -> tuple[str, tuple[Span, ...]]:
    """Return `text` from where its first mark comes into the first `room` code points, and the marks moved with it."""
    if not marks or marks[0][1] <= room * 2 // 3:
        return text, tuple(marks)
    start = text.rfind(" ", 0, max(0, marks[0][0] - room // 3)) + 1
    if start <= 1:
        return text, tuple(marks)
    moved = tuple((left - start + 1, right - start + 1) for left, right in marks)
    return "…" + text[start:], moved


def meta_line(summary: ArticleSummary, width: int) -> Line:
    """Return source and date as one muted line; the date, shorter and more telling, is never cut."""
    date = date_words(summary) or (f"saved {day_words(summary.saved_day)}" if summary.saved_day else "undated")
    if summary.starred:
        date = f"★ {date}"
    if summary.editions > 1:
        date += f" · +{summary.editions - 1}"
    source = fit(summary.source, max(0, width - cell_len(date) - 3))
    return (Run(f"{date} · {source}" if source else date, ("muted",)),)
