"""Stated dates that mean two days, or tell a year or a month alone."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs_store import Article, MemoryStore, read_articles
from docs_store.reading.bylines import read_byline
from docs_store.reading.dates import find_dates
from docs_store.reading.stated_dates import Partial, day_first, in_order, is_ambiguous, partial_date

TEXT = "The well of Osk has been dry for three months, and nobody knows when it will have water again."
FRENCH = "Le puits de la ville est à sec depuis des mois, et les habitants ne savent pas quand il y aura de l'eau."


def read(path: Path, text: str) -> list[Article]:
    path.write_text(text)
    return list(read_articles(path, annotate=False))


def stated(date: object, tmp_path: Path, **more: object) -> Article:
    (article,) = read(tmp_path / "one.json", json.dumps({"title": "Osk", "text": TEXT, "date": date} | more))
    return article


def table(days: list[str], text: str = TEXT) -> str:
    return "title,text,date\n" + "".join(f'Osk {at},"{text}",{day}\n' for at, day in enumerate(days))


@pytest.mark.parametrize("rows_of_text", [1, 200])  # those that settle it within the head, and far past it
def test_one_value_of_a_column_settles_the_order_of_all(tmp_path: Path, rows_of_text: int) -> None:
    days = [f"{day:02}/03/2021" for day in range(1, 13)] + ["25/03/2021"]
    found = read(tmp_path / "a.csv", table(days, TEXT * rows_of_text))
    assert [str(article.summary.date) for article in found] == [f"2021-03-{day:02}" for day in (*range(1, 13), 25)]
    assert not any(article.summary.date_is_inferred for article in found)


def test_a_column_of_americans(tmp_path: Path) -> None:
    found = read(tmp_path / "a.csv", table(["03/01/2021", "03/25/2021"]))
    assert [str(article.summary.date) for article in found] == ["2021-03-01", "2021-03-25"]


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_records_settle_the_order_too(tmp_path: Path, name: str) -> None:
    records = [{"title": f"Osk {day}", "text": TEXT, "date": day} for day in ("01/03/2021 09:30", "25/03/2021 09:30")]
    text = json.dumps(records) if name == "a.json" else "".join(json.dumps(each) + "\n" for each in records)
    assert [str(each.published) for each in read(tmp_path / name, text)] == [
        "2021-03-01 09:30:00+00:00", "2021-03-25 09:30:00+00:00",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("more", "day"),
    [
        ({"text": f"On 10 July 1968 it rained. {TEXT}"}, "1968-07-10"),
        ({"text": f"On October 7, 1968, it rained. {TEXT}"}, "1968-10-07"),
        ({"text": FRENCH}, "1968-07-10"),
        ({"language": "en-GB"}, "1968-07-10"),
        ({"language": "en-US"}, "1968-10-07"),
        ({"url": "https://news.example.co.uk/well"}, "1968-07-10"),
    ],
)
def test_what_is_said_around_it_settles_the_order(tmp_path: Path, more: dict[str, str], day: str) -> None:
    article = stated("10/07/1968", tmp_path, **more)
    assert (str(article.summary.date), article.summary.date_is_inferred) == (day, False)


def test_where_nothing_settles_it_it_is_a_guess(tmp_path: Path) -> None:
    article = stated("10/07/1968", tmp_path)
    assert (str(article.summary.date), article.summary.date_is_inferred) == ("1968-10-07", True)


def test_front_matter_is_settled_by_its_text(tmp_path: Path) -> None:
    note = f"---\ntitle: Osk\ndate: 10/07/1968\n---\n\nOn 10 July 1968 it rained. {TEXT}\n"
    (article,) = read(tmp_path / "a.md", note)
    assert str(article.published) == "1968-07-10 00:00:00+00:00"


@given(st.dates(dt.date(1970, 1, 2), dt.date(2068, 12, 31)), st.sampled_from("/-"), st.sampled_from(["%Y", "%y"]))
def test_a_date_is_read_as_it_was_written_in_either_order(day: dt.date, mark: str, year: str) -> None:
    # Of 1 January 1970 nothing is read: that is a zero which somebody took for a date.
    for is_day_first, layout in ((True, f"%d{mark}%m{mark}{year}"), (False, f"%m{mark}%d{mark}{year}")):
        written = day.strftime(layout)
        moment = in_order(written, is_day_first=is_day_first)
        assert moment is not None
        assert moment.date() == day
        assert day_first(written) in (is_day_first, None)
        assert is_ambiguous(written) == (day.day <= 12 and day.day != day.month)


@pytest.mark.parametrize("value", ["2021-03-01", "1 March 2021", "01.03.2021", "05/05/2021", "25/03/2021", 1890, None])
def test_what_means_one_day_alone_is_not_ambiguous(value: object) -> None:
    assert not is_ambiguous(value)


@pytest.mark.parametrize(
    ("value", "year", "month"),
    [
        ("1890", 1890, None), (1890, 1890, None), ("c. 1890", 1890, None), ("ca. 1890", 1890, None),
        ("[1890?]", 1890, None), ("2021-03", 2021, 3), ("03/2021", 2021, 3), ("March 2021", 2021, 3),
        ("März 2021", 2021, 3), ("marzo de 2021", 2021, 3), ("2021, Sept.", 2021, 9),
    ],
)  # fmt: skip
def test_a_year_or_a_month(tmp_path: Path, value: object, year: int, month: int | None) -> None:
    assert partial_date(value) == Partial(year, month)
    article = stated(value, tmp_path)
    assert article.published is None
    assert article.inferred == dt.date(year, month or 1, 1)
    store = MemoryStore()
    store.put_many([article])
    asked = f"on:{year}-{month:02}" if month else f"on:{year}"
    assert [hit.article.id for hit in store.find(asked, limit=9).hits] == [article.id]


@pytest.mark.parametrize("value", ["Monday 2021", "18901", "13/2021", 17, True, None, "3", "1200", "Volume 1890"])
def test_no_year_and_no_month(value: object) -> None:
    assert partial_date(value) is None


def test_a_year_gives_way_to_a_day(tmp_path: Path) -> None:
    assert str(stated("1968", tmp_path, updated="1968-07-10").published) == "1968-07-10 00:00:00+00:00"
    note = f"---\ntitle: Osk\ndate: 1968-07\n---\n\n{TEXT}\n"
    (inside,) = read(tmp_path / "1968-07-10 Osk.md", note)
    (outside,) = read(tmp_path / "2020-07-10 Osk.md", note)
    assert (str(inside.inferred), str(outside.inferred)) == ("1968-07-10", "1968-07-01")


def test_another_date_of_the_record_settles_the_order(tmp_path: Path) -> None:
    assert str(stated("10/07/1968", tmp_path, updated="1968-07-10T12:00:00Z").published)[:10] == "1968-07-10"
    assert str(stated("10/07/1968", tmp_path, updated="1968-10-07T12:00:00Z").published)[:10] == "1968-10-07"
    assert stated("10/07/1968", tmp_path, updated="1999-01-01").published is None


@pytest.mark.parametrize(
    ("head", "published", "inferred"),
    [
        ('<meta name="date" content="10/07/1968"><meta name="dc.date" content="1968-07-10">', "1968-07-10", "None"),
        ('<meta name="date" content="10/07/1968">', "None", "1968-10-07"),
        ('<meta name="date" content="1890">', "None", "1890-01-01"),
    ],
)
def test_a_page_is_read_by_the_date_that_means_one_day(
    tmp_path: Path, head: str, published: str, inferred: str
) -> None:
    page = f"<html><head><title>Osk</title>{head}</head><body><article><h1>The Well of Osk</h1>"
    page += "".join(f"<p>{TEXT} {TEXT} So said neighbour {number} of the well.</p>" for number in range(5))
    (article,) = read(tmp_path / "a.html", page + "</article></body></html>")
    assert (str(article.published)[: max(4, len(published))], str(article.inferred)) == (published, inferred)


@pytest.mark.parametrize(
    ("taken", "inferred"),
    [
        ("March 10, 2024", "2024-03-11"),
        ("14 March 2024", "2024-03-11"),
        ("2 November 2024", "2024-11-03"),
        ("4 July 2019", "2024-11-03"),
    ],
)
def test_a_picture_taken_days_before_tells_which_of_two_days_is_likely(
    tmp_path: Path, taken: str, inferred: str
) -> None:
    picture = f"The well, {taken}. © Osk Post/Ada Quill"
    story = f"The Well of Osk\n\nPublished 11/03/2024 07:55\n\n{TEXT}\n\n{picture}\n\n{TEXT}\n"
    (article,) = read(tmp_path / "well.txt", story)
    assert (article.published, str(article.inferred)) == (None, inferred)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15 Ιουνίου 2031", "2031-06-15"),
        ("2 Νοεμβρίου 2031", "2031-11-02"),
        ("9 ביולי 2031", "2031-07-09"),
        ("3 באוקטובר 2031", "2031-10-03"),
        ("9 מרץ 2031", "2031-03-09"),
        ("3. maaliskuuta 2031", "2031-03-03"),
        ("2. marraskuuta 2031", "2031-11-02"),
        ("2031. szeptember 14.", "2031-09-14"),
        ("ngày 2 tháng 11 năm 2031", "2031-11-02"),
    ],
)
def test_days_in_greek_hebrew_finnish_hungarian_and_vietnamese(text: str, day: str) -> None:
    assert [found.isoformat() for found, _, _ in find_dates(text)] == [day]


def test_a_byline_in_hebrew_is_of_few_words() -> None:
    for line in ("מאת: דנה לוי", "מאת דנה לוי"):
        byline = read_byline(line)
        assert byline is not None
        assert byline.authors == ("דנה לוי",)
    assert read_byline("מאת אלף איש הגיעו אל הנמל ביום שני בבוקר") is None
