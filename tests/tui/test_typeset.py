"""Wrapping, pages and rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from docs_store import Article, Block, BlockKind, Highlight, Image, Marks, SearchHit
from tui.hit_rows import around_first_mark, hit_row
from tui.passages import article_passages
from tui.typeset import Mark, Page, Passage, Position, Run, next_position, styled
from tui.wording import byline, image_label
from tui.wrapping import fit, fit_end, wrap

WIDE = st.text(alphabet="aé日本語、。（）「」 👩🏽‍🚀\u0301ab漢☺⚠\ufe0f\n", max_size=200)


def lines_of(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


def test_words_break_at_spaces_and_long_ones_where_the_line_is_full() -> None:
    assert lines_of("the quick brown fox", 9) == ["the quick", "brown fox"]
    assert lines_of("incomprehensibilities", 8) == ["incompre", "hensibil", "ities"]
    assert lines_of("one\ntwo", 9) == ["one", "two"]
    assert lines_of("", 9) == [""]


def test_japanese_breaks_between_characters_but_never_before_closing_punctuation() -> None:
    for line in lines_of("「橋の調査」は、来週、はじまる。（談）", 8):
        assert line[0] not in "、。」）"
        assert line[-1] not in "「（"


def test_a_joined_emoji_is_not_parted() -> None:
    crew = "👩‍🚀👨‍🚀👩‍🚀👨‍🚀"
    for line in lines_of(crew, 4):
        assert not line.startswith("\u200d")
        assert not line.endswith("\u200d")


@given(st.text(max_size=400) | WIDE, st.integers(2, 40))
def test_wrapping_loses_nothing_but_spaces_and_never_overflows(text: str, width: int) -> None:
    spans = wrap(text, width)
    kept = "".join(text[start:end] for start, end in spans)
    assert kept.replace(" ", "").replace("\n", "") == text.replace(" ", "").replace("\n", "")
    position = 0
    for start, end in spans:
        assert position <= start <= end
        position = end
        line = text[start:end]
        printable = all(not 0 < ord(c) < 32 and not 0x7F <= ord(c) < 0xA0 for c in line)
        if printable and len(line) > 1:
            assert cell_len(line) <= width or all(cell_len(c) == 0 for c in line[1:])


@given(st.text(max_size=100) | WIDE, st.integers(1, 40))
def test_what_fits_is_not_cut_and_what_is_cut_fits(text: str, width: int) -> None:
    short = fit(text, width)
    assert short == text or (short.endswith("…") and len(short) <= len(text) + 1)


@pytest.mark.parametrize("cut", [fit, fit_end])
@given(signs=st.lists(st.sampled_from(["a", "日", "☺", "☺\ufe0f", "1\ufe0f\u20e3", " "])), width=st.integers(1, 20))
def test_a_sign_drawn_as_an_emoji_takes_two_cells(cut: Callable[[str, int], str], signs: list[str], width: int) -> None:
    text = "".join(signs)
    assert cell_len(cut(text, width)) <= width
    assert max(cell_len(text[start:end]) for start, end in wrap(text, width)) <= max(width, 2)


@given(
    st.text(min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20), st.sampled_from(["person", "hit"])), max_size=6),
)
def test_styling_keeps_the_text_and_lays_every_mark(text: str, spans: list[tuple[int, int, str]]) -> None:
    marks = [Mark(start, start + length, role) for start, length, role in spans]
    runs = styled(text, 0, len(text), ("paragraph",), marks)
    assert "".join(run.text for run in runs) == text
    at = 0
    for run in runs:
        expected = {m.role for m in marks if m.start <= at < m.end}
        assert set(run.roles) == {"paragraph", *expected}
        at += len(run.text)


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (51, ["By Ada Quill · The Meridian Post · 9 March 2024 · ★"]),
        (44, ["By Ada Quill · The Meridian Post ·", "9 March 2024 · ★"]),
        (22, ["By Ada Quill ·", "The Meridian Post ·", "9 March 2024 · ★"]),
        (14, ["By Ada Quill ·", "The Meridian", "Post ·", "9 March 2024 ·", "★"]),
    ],
)
def test_a_byline_breaks_between_its_parts(width: int, lines: list[str]) -> None:
    page = Page([Passage("By Ada Quill · The Meridian Post · 9 March 2024 · ★", "byline", in_parts=True)], width)
    page.extend(99)
    assert ["".join(run.text for run in page.runs(line)) for line in range(len(page.lines))] == lines


def story() -> Article:
    return Article(
        id="1" * 16,
        key="bridge",
        title="Harbour bridge inquiry opens",
        blocks=(
            Block(BlockKind.STANDFIRST, "Engineers warned twice, the first hearing was told."),
            Block(BlockKind.PARAGRAPH, "The inquiry opened on Monday."),
            Block(BlockKind.CAPTION, "The bridge at dusk.", 0),
            Block(BlockKind.HEADING, "Two warnings"),
            Block(BlockKind.PARAGRAPH, "The first letter was never answered."),
            Block(BlockKind.CAPTION, "", 1),
        ),
        authors=("Ada Quill", "Ben Hark", "Cy Moss"),
        source="The Meridian Post",
        inferred=dt.date(2024, 3, 9),
        images=(Image("The bridge at dusk.", "I. Brandt/Nordlicht"), Image(alt="harbour 002")),
    )


def test_an_article_is_set_headline_standfirst_byline_then_blocks_in_order() -> None:
    article = story()
    passages = article_passages(article)
    roles = [passage.role for passage in passages]
    assert roles == [
        "headline",
        "standfirst",
        "byline",
        "paragraph",
        "caption",
        "credit",
        "heading",
        "paragraph",
        "caption",
    ]
    assert byline(article) == "By Ada Quill, Ben Hark and Cy Moss · The Meridian Post · 9 March 2024 (date inferred)"
    assert [passage.image for passage in passages if passage.role == "caption"] == [0, 1]
    assert passages[-1].text == "harbour 002"


@given(st.integers(10, 80), st.integers(10, 80))
def test_a_position_survives_a_change_of_width(before: int, after: int) -> None:
    passages = article_passages(story())
    page = Page(passages, before)
    page.extend(1 << 30)
    other = Page(passages, after)
    for line, (_, start, _) in enumerate(page.lines):
        if start < 0:
            continue
        position = page.position_of(line)
        number, left, right = other.lines[other.line_of(position)] if other.line_of(position) else other.lines[0]
        assert number == position.passage
        assert left <= position.offset <= right


def test_a_long_page_is_wrapped_as_far_as_it_is_asked_for() -> None:
    passages = [Passage(f"Paragraph {number} of a long report.", "paragraph", number) for number in range(1_000)]
    page = Page(passages, 60)
    page.extend(500)
    assert len(page.lines) < 60
    assert not page.complete
    assert page.lines[page.line_of(Position(700, 3))][0] == 700


def test_prefixes_stand_before_first_and_other_lines() -> None:
    page = Page([Passage("one two three four", "paragraph", 0, "• ", "  ")], 10)
    page.extend(100)
    assert ["".join(run.text for run in page.runs(line)) for line in range(2)] == ["• one two", "  three"]
    assert page.runs(0)[0] == Run("• ", ("rule",))


def test_the_next_place_is_strictly_after_and_the_one_before_strictly_before() -> None:
    places = [Position(1, 0), Position(1, 5), Position(4, 0)]
    assert next_position(places, Position(1, 0), 1) == 1
    assert next_position(places, Position(1, 5), -1) == 0
    assert next_position(places, Position(9, 0), 1) is None
    assert next_position(places, Position(0, 0), -1) is None


def test_a_snippet_is_moved_so_that_its_first_mark_is_seen() -> None:
    text = "many words come before the one that was asked for, a bolt of iron"
    at = text.index("bolt")
    moved, ((start, end),) = around_first_mark(text, ((at, at + 4),), 30)
    assert moved.startswith("…")
    assert moved[start:end] == "bolt"
    assert start < 20
    assert around_first_mark(text, ((5, 10),), 30) == (text, ((5, 10),))


@given(st.text(max_size=120), st.integers(0, 119), st.integers(4, 60))
def test_moving_a_snippet_keeps_what_is_marked(text: str, at: int, room: int) -> None:
    if at < len(text):
        moved, ((start, end),) = around_first_mark(text, ((at, at + 1),), room)
        assert moved[start:end] == text[at]


def test_a_row_tells_headline_snippet_source_and_an_inferred_date_as_such() -> None:
    summary = story().summary
    hit = SearchHit(summary, 1.0, ((0, 7),), "was never answered by the board", ((4, 9),))
    rows = ["".join(run.text for run in line) for line in hit_row(hit, 40)]
    assert rows == [
        "Harbour bridge inquiry opens",
        "was never answered by the board",
        "~2024-03-09 · The Meridian Post",
    ]
    assert Run("Harbour", ("row_title", "hit")) in hit_row(hit, 40)[0]


def test_a_row_tells_the_day_of_saving_where_there_is_no_date_and_a_star() -> None:
    saved = dt.datetime(2024, 5, 3, tzinfo=dt.UTC)
    bare = replace(story().summary, published=None, inferred=None, saved=saved)
    rows = {
        "saved 3 May 2024 · The Meridian Post": bare,
        "★ saved 3 May 2024 · The Meridian Post": replace(bare, starred=True),
        "★ ~2024-03-09 · The Meridian Post": replace(story().summary, saved=saved, starred=True),
        "undated · The Meridian Post": replace(bare, saved=None),
        "★ saved 3 May 2024 · +2": replace(bare, source="", starred=True, editions=3),
        "✓ ~2024-03-09 · The Meridian Post": replace(story().summary, read=True),
        "★ ✓ ~2024-03-09 · The Meridian Post": replace(story().summary, starred=True, read=True),
    }
    for told, summary in rows.items():
        assert "".join(run.text for run in hit_row(SearchHit(summary, 1.0), 60)[-1]) == told


def test_a_row_shows_as_much_of_a_long_headline_as_was_matched() -> None:
    title = "Forty-eight bolts: how a letter that nobody answered came to close the only bridge of Port Sela"
    hit = SearchHit(replace(story().summary, title=title), 1.0)
    at = title.index("bridge")
    rows = ["".join(run.text for run in line) for line in hit_row(hit, 30)]
    assert len(rows) == 3
    assert rows[1].endswith("…")
    matched = ["".join(run.text for run in line) for line in hit_row(replace(hit, title_marks=((at, at + 6),)), 30)]
    assert "bridge" in matched[2]


def test_what_its_reader_noted_stands_in_the_byline_and_below_the_text() -> None:
    marks = Marks(dt.datetime(2021, 5, 3, tzinfo=dt.UTC), True, True, (), (Highlight("on Monday", "Which?"),))
    assert byline(replace(story(), marks=marks)).endswith(" · ★ · saved 3 May 2021, read")
    assert byline(replace(story(), marks=replace(marks, read=False))).endswith(" · ★ · saved 3 May 2021")
    texts = [passage.text for passage in article_passages(replace(story(), marks=marks))]
    assert texts[-3:] == ["Highlights and notes", "on Monday", "Which?"]
    bare = Article(id="1" * 16, key="a", title="A bridge", url="https://post.example/a", marks=Marks(read=True))
    assert [passage.text for passage in article_passages(bare)] == [
        "A bridge",
        "read",
        "Only its title and address are stored: https://post.example/a",
    ]


@pytest.mark.parametrize(
    ("source", "label"),
    [
        ("https://osk.example/a/70c8fc80-abcd.jpg?w=9", "Picture 3"),
        ("70c8fc80", "Picture 3"),
        ("", "Picture 3"),
        ("facade.jpg", "facade.jpg"),
        ("a/IMG_2031.JPG", "IMG_2031.JPG"),
        ("港.jpg", "港.jpg"),
    ],
)
def test_a_picture_without_words_is_called_after_its_file_unless_that_says_nothing(source: str, label: str) -> None:
    assert image_label(Image(source=source), 3) == label
