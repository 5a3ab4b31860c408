"""Dates in the digits of other scripts than the Latin."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from docs_store import read_articles
from docs_store.reading.dates import date_in_name, find_dates, parse_time


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("٣ مايو ٢٠٢٤", dt.date(2024, 5, 3)),
        ("٢٠٢٤-٠٥-٠٣", dt.date(2024, 5, 3)),
        ("٢٠٢٤/٠٥/٠٣", dt.date(2024, 5, 3)),
        ("۳۰/۰۵/۲۰۲۴", dt.date(2024, 5, 30)),
        ("२०२४-०५-०३", dt.date(2024, 5, 3)),
        ("٢٠٢٤٠٥٠٣", dt.date(2024, 5, 3)),
    ],
)
def test_a_date(written: str, day: dt.date) -> None:
    moment = parse_time(written)
    assert moment is not None
    assert moment.date() == day


def test_it_is_found_where_it_stands() -> None:
    text = "نشر في ٣ مايو ٢٠٢٤ مساء"
    ((day, start, end),) = find_dates(text)
    assert (day, text[start:end]) == (dt.date(2024, 5, 3), "٣ مايو ٢٠٢٤")
    assert date_in_name("خبر-٢٠٢٤-٠٥-٠٣") == dt.date(2024, 5, 3)


def test_the_line_of_a_text_that_tells_its_date(tmp_path: Path) -> None:
    path = tmp_path / "strike.txt"
    path.write_text(
        "إضراب العبارات يدخل أسبوعه الثاني\n\nنشر في ٣ مايو ٢٠٢٤\n\n"
        "بقيت العبارات في الميناء يوما ثامنا وانتظر الركاب على الرصيف تحت المطر طوال النهار.\n",
        "utf-8",
    )
    (article,) = read_articles(path, annotate=False)
    assert article.published is not None
    assert article.published.date() == dt.date(2024, 5, 3)
