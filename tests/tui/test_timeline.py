"""Hits over time, gathered into columns."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs_store import EntityCount, EntityKind, Facets, Portrait, check_query
from docs_store.query.model import Dated
from tui.messages import GoToQuery
from tui.screens.query_rows import facet_rows, portrait_rows
from tui.timeline import Column, Days, bars, columns, day_columns
from tui.widgets.timeline_view import TimelineView, _dates_told

MONTHS = st.dictionaries(
    st.dates(dt.date(1700, 1, 1), dt.date(2200, 12, 31)).map(lambda day: day.replace(day=1)), st.integers(1, 9_999)
).map(lambda months: tuple(sorted(months.items())))


def month(text: str) -> dt.date:
    return dt.date.fromisoformat(f"{text}-01")


@given(MONTHS, st.integers(1, 200))
def test_every_article_is_in_one_column_and_they_fit(months: tuple[tuple[dt.date, int], ...], width: int) -> None:
    found = columns(months, width)
    assert len(found) <= width
    if width >= 4:  # five centuries in columns of two
        assert sum(column.articles for column in found) == sum(articles for _, articles in months)
    assert len(bars(found)) == len(found)
    assert all((bar == " ") is (column.articles == 0) for bar, column in zip(bars(found), found, strict=True))


@given(MONTHS, st.integers(4, 200))
def test_what_a_column_asks_for_is_its_stretch(months: tuple[tuple[dt.date, int], ...], width: int) -> None:
    for column in columns(months, width):
        ((condition,),) = check_query(column.query).clauses
        assert isinstance(condition, Dated)
        assert condition.first == column.first
        assert condition.last is not None
        assert condition.last.replace(day=1) == column.last


DAYS = st.lists(
    st.dates(dt.date(1700, 1, 1), dt.date(2200, 12, 31)) | st.dates(dt.date(2024, 1, 1), dt.date(2024, 3, 1))
)


@given(DAYS, st.integers(4, 200))
def test_every_day_is_in_one_column_that_asks_for_it(days: list[dt.date], width: int) -> None:
    found = day_columns(days, width)
    assert len(found) <= width
    assert sum(column.articles for column in found) == len(days)
    for day in days:
        (holding,) = (column for column in found if column.holds(day))
        assert holding.articles
        ((condition,),) = check_query(holding.query).clauses
        assert isinstance(condition, Dated)
        assert condition.first is not None
        assert condition.last is not None
        assert condition.first <= day <= condition.last


def test_near_days_have_a_column_each_and_far_ones_share_weeks_or_months() -> None:
    day = dt.date(2024, 2, 27)
    four = [day + dt.timedelta(number) for number in range(4)]
    expected = tuple(Days(each, each, number) for each, number in zip(four, (2, 0, 0, 1), strict=True))
    assert day_columns([day, day, four[3]], 24) == expected
    weeks = day_columns([day, day + dt.timedelta(100)], 24)
    assert [(column.words, column.query) for column in weeks[:1]] == [
        ("27 Feb–4 Mar 2024", "on:2024-02-27..2024-03-04")
    ]
    assert Days(day, day, 1).words == "27 February 2024"
    assert [type(column) for column in day_columns([day, day.replace(year=2030)], 24)] == [Column] * 13
    assert day_columns([dt.date.max], 24) == (Days(dt.date.max, dt.date.max, 1),)
    assert day_columns([], 24) == ()


def test_columns_stand_for_spans_that_people_count_in() -> None:
    months = [(month("1990-03"), 4), (month("1992-11"), 1)]
    assert len(columns(months, 40)) == 33
    assert [column.words for column in columns(months, 3)] == ["1990", "1991", "1992"]
    assert [column.articles for column in columns(months, 3)] == [4, 0, 1]
    assert [column.query for column in columns(months, 2)] == ["on:1990..1991", "on:1992..1993"]


@pytest.mark.parametrize(
    ("first", "last", "query", "words"),
    [
        ("1987-03", "1987-03", "on:1987-03", "March 1987"),
        ("1987-04", "1987-06", "on:1987-04..1987-06", "Apr 1987–Jun 1987"),
        ("1987-01", "1987-12", "on:1987", "1987"),
        ("1985-01", "1989-12", "on:1985..1989", "1985–1989"),
    ],
)
def test_names_of_columns(first: str, last: str, query: str, words: str) -> None:
    column = Column(month(first), month(last), 1)
    assert (column.query, column.words) == (query, words)


def test_bars_are_as_high_as_there_are_articles() -> None:
    counts = [(month(f"2024-{number:02}"), articles) for number, articles in ((1, 1), (2, 50), (3, 100))]
    assert bars(columns(counts, 9)) == "▁▄█"
    assert bars(()) == ""
    assert columns((), 9) == columns(counts, 0) == ()


def test_the_years_below_the_bars_are_those_of_articles() -> None:
    view = TimelineView(id="timeline")
    view.set_months([(month("1987-03"), 2), (month("2026-05"), 1)])
    assert view._columns[0].first.year < 1987
    assert view._columns[-1].last.year > 2026
    (dates,) = view._dates(24)
    assert dates.text.split() == ["1987", "2026"]


def test_how_many_are_undated_is_said_where_there_is_room() -> None:
    view = TimelineView(id="timeline")
    told = {
        40: "1987    2026 +1,234 undated",
        24: "1987 +1,234 undated  2026",
        14: "+1,234 undated",
    }
    assert _dates_told("1987", "2026", "+1,234 undated", 12, 40) == told[40]
    assert _dates_told("1987", "2026", "+1,234 undated", 25, 25) == told[24]
    assert _dates_told("1987", "2026", "+1,234 undated", 20, 20) == told[14]
    assert _dates_told("1987", "2026", "+1,234 undated", 20, 24) == "1987–2026 +1,234 undated"
    assert _dates_told("1987", "2026", "", 12, 12) == "1987    2026"
    view.set_months([(month("2024-10"), 2)], 166)
    assert [run.text for run in view._dates(24)] == ["2024 +166 undated"]
    view.chosen = 0
    assert "".join(run.text for run in view._dates(40)) == "October 2024: 2 +166 undated"
    assert "".join(run.text for run in view._dates(24)) == "Oct 2024: 2 +166 undated"
    assert "".join(run.text for run in view._dates(20)) == "Oct 2024: 2"
    view.set_months([], 7)
    assert [run.text for run in view._dates(24)] == ["7 undated"]
    view.set_days([dt.date(2024, 1, 5)], dt.date(2024, 1, 5), 1)
    assert "".join(run.text for run in view._dates(40)) == "5 January 2024 +1 undated"
    view.set_months([], 7)
    view.set_days([dt.date(2024, 1, 5)], None, 0)
    view.end_days()
    assert [run.text for run in view._dates(24)] == ["7 undated"]


def test_years_are_narrowed_by_to_the_last_and_so_is_what_is_undated() -> None:
    months = tuple((dt.date(year, 5, 1), 2) for year in range(2000, 2020))
    facets = Facets(50, (), (), (), (), months)
    assert facets.undated == 10
    rows = [row.value.query for row in facet_rows(facets, "grain") if isinstance(row.value, GoToQuery)]
    assert rows == [*(f"grain on:{year}" for year in range(2019, 2007, -1)), "grain on:2000..2007", "grain is:undated"]
    assert all(check_query(query).clauses for query in rows)
    (only,) = [row.value for row in facet_rows(Facets(3, (), (), (), (), months[:1]), "") if row.value is not None][1:]
    assert only == GoToQuery("is:undated")
    thirteen = facet_rows(Facets(26, (), (), (), (), months[:13]), "")
    assert thirteen[-1].value == GoToQuery("on:2000")


def test_two_names_written_alike_are_told_apart() -> None:
    teams = [EntityCount("Sela", kind, 3) for kind in (EntityKind.PLACE, EntityKind.ORGANISATION)]
    facets = Facets(
        6, (("Post", 5),), (), (), (*teams, EntityCount("Ada Quill", EntityKind.PERSON, 2)), ((dt.date(2024, 3, 1), 6),)
    )
    told = ["".join(run.text for run in row.typeset(30)[0]) for row in facet_rows(facets, "ferry")]
    assert [line.split("  ")[0] for line in told] == [
        "All of them: 2024.", "Sources", "Post", "Names", "Sela, place", "Sela, org", "Ada Quill",
    ]  # fmt: skip


def test_a_page_of_a_name_says_whose_it_is_before_what_else_they_are_called() -> None:
    named = (EntityCount("Ada B. Quill", EntityKind.PERSON, 1),)
    spelled = (("Quill", 3), ("Ada Quill", 1))
    page = Portrait(EntityCount("Ada Quill", EntityKind.PERSON, 2), "", named, spelled, (), (), (), ())
    (row,) = portrait_rows(page)  # asked for as Ada B. Quill, that name alone stands in the box
    assert "".join(run.text for run in row.typeset(60)[0]) == "Ada Quill, also Ada B. Quill, Quill"
