"""Short lines of a scraped page: headings, lists, teasers among the text, and the list of other articles under it."""

from __future__ import annotations

import pytest

from docs_store.model import BlockKind
from docs_store.reading.headings import Sort, may_head, sort_run
from docs_store.reading.raw import RawDocument
from docs_store.reading.text import read_text

_PARAGRAPHS = [
    f"The {which} bridge over the Osk has been closed since Monday, and nobody in the valley knows for how long. The "
    "council wants to decide in April what is to become of it, and the farmers drive round by the weir until then."
    for which in ("old", "new", "third", "last")
]
_TITLES = [
    "Council weighs a second ferry for the upper valley", "Millers ask who pays for the broken weir at Lindau",
    "Why the salmon came back to the Osk after forty years", "Skippers fear another winter without the nine lamps",
]  # fmt: skip


def _read(*between: str, after: tuple[str, ...] = ()) -> RawDocument:
    first, second, *rest = _PARAGRAPHS
    return read_text("\n\n".join(("The bridge is closed", first, second, *between, *rest, *after)))


def _short(raw: RawDocument) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in raw.blocks if block.text not in _PARAGRAPHS]


def test_a_short_line_over_text_is_a_heading() -> None:
    assert _short(_read("What the council says")) == [(BlockKind.HEADING, "What the council says")]


def test_short_lines_after_one_another_are_a_list_with_a_heading_under_it() -> None:
    items = ("Two boats of oak from the coast", "Forty yards of hempen rope", "A lamp for each of the piers")
    raw = _read(*items, "What the council says")
    assert _short(raw) == [
        *((BlockKind.LIST_ITEM, item) for item in items),
        (BlockKind.HEADING, "What the council says"),
    ]


def test_a_list_has_its_heading_over_it_or_an_announcement() -> None:
    items = ["Two boats of oak from the coast", "Forty yards of hempen rope", "A lamp for each of the piers"]
    assert sort_run(["What is lost", *items], announced=False, over_text=True) == [Sort.HEADING, *[Sort.ITEM] * 3]
    assert sort_run(items, announced=True, over_text=True) == [Sort.ITEM] * 3


def test_titles_beside_a_section_that_comes_again_are_of_other_articles() -> None:
    raw = _read("Valley", _TITLES[0], "Valley", _TITLES[1], "Valley", _TITLES[2])
    assert _short(raw) == []
    assert [link.title for link in raw.links] == _TITLES[:3]


@pytest.mark.parametrize(
    "line",
    [
        "— Ada Byron (@adabyron) May 3, 2031", "May 3, 2031", "doi: 10.9999/osk.7", "Source: Osk Town Council",
        "With files from the Lindau Courier", "Mit Material von dpa", "14 hours ago", "A sentence ends here.",
    ],
)  # fmt: skip
def test_what_is_no_heading(line: str) -> None:
    assert not may_head(line, len(line))


def test_how_old_a_film_is_says_nothing() -> None:
    assert _short(_read("14 hours ago")) == []


@pytest.mark.parametrize(
    "line",
    [
        "Les også Fergen som kom hjem til Osk",
        "À lire aussi Le bac qui revint au printemps",
        "【関連記事】渡し船が帰ってきた日のこと",
    ],
)
def test_a_teaser_needs_no_mark_after_its_words(line: str) -> None:
    raw = _read(line)
    assert _short(raw) == []
    assert len(raw.links) == 1


@pytest.mark.parametrize(
    "stamps",
    [
        ("Comment 04 NOV 31", "Editorial 03 NOV 31", "News 28 OCT 31"),
        ("Ada Byron - April 15, 2031 1", "Max Born - April 14, 2031", "Osk Staff - April 13, 2031 3"),
        ("Ada Byron 08.07.2031 19 min", "Max Born 13.12.2030 4 min", "Rosa Vera 04.12.2030 5 min"),
        ("1月13日", "1月13日", "1月12日"),
        ("2 hours ago", "5 hours ago", "1 day ago"),
    ],
)  # fmt: skip
def test_titles_with_their_dates_under_the_text_are_of_other_articles(stamps: tuple[str, str, str]) -> None:
    teaser = "The ferry had lain at the coast since the great flood and was thought to be lost to the valley."
    after = [line for title, stamp in zip(_TITLES, stamps, strict=False) for line in (title, stamp, teaser)]
    raw = _read(after=tuple(after))
    assert [block.text for block in raw.blocks] == _PARAGRAPHS
    assert [link.title for link in raw.links] == _TITLES[:3]
    assert raw.authors == ()


def test_the_entries_of_a_live_blog_are_text() -> None:
    entries = [line for paragraph in _PARAGRAPHS for line in ("May 3, 2031", paragraph)]
    raw = read_text("\n\n".join(("The bridge is closed", *entries)))
    assert [block.text for block in raw.blocks if len(block.text) > 20] == _PARAGRAPHS
