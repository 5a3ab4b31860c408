"""Bylines of saved pages: what is understood of them becomes authors, and what is not stays as text."""

from __future__ import annotations

import pytest

from docs_store.model import Article
from docs_store.reading.html import read_page
from docs_store.reading.normalise import normalise

FIRST = "The ferry to Tarrow sailed again on Monday, eleven weeks after a storm had torn away its landing stage."
SECOND = "Forty people stood on the quay in the rain, and the brass band of the fire brigade played them aboard."


def _read(byline: str, head: str = "", after: str = "") -> Article:
    html = (
        f"<html lang='en'><head>{head}</head><body><article><h1>Ferry sails again</h1>{byline}"
        f"<p>{FIRST}</p><p>{SECOND}</p>{after}</article></body></html>"
    )
    return normalise(read_page(html, "https://tideway.example/ferry"), path="")


def _texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


@pytest.mark.parametrize(
    "line",
    [
        "By Our Shipping Desk and others",
        "By The Federated Wire",
        "By Nurse Orla Q., RN, and her ward",
        "Von unserer Mitarbeiterin vor Ort",
        "بقلم: سلمى الحداد",
    ],
)
def test_a_byline_that_names_nobody_known_stays_text(line: str) -> None:
    article = _read(f"<p class='byline'>{line}</p>")
    said = " ".join((*article.authors, *_texts(article)))
    assert all(word in said for word in line.split()[1:])


def test_who_writes_from_where_is_an_author() -> None:
    article = _read("<p class='byline'>Orla Quill in Tarrow and Anton Vesely in Nether Quay</p>")
    assert article.authors == ("Orla Quill", "Anton Vesely")
    assert _texts(article) == [FIRST, SECOND]


def test_who_made_the_pictures_is_no_author_and_stays_text() -> None:
    line = "Photographs by Orla Quill and Anton Vesely"
    article = _read(f"<p class='byline'>{line}</p>")
    assert article.authors == ()
    assert _texts(article) == [line, FIRST, SECOND]


def test_a_byline_beside_what_the_data_names_adds_its_persons() -> None:
    data = "<meta name='author' content='webdesk7'>"
    article = _read("<p class='byline'>By Ada Quill and Anton Vesely / Tideway Staff Writers</p>", data)
    assert article.authors == ("webdesk7", "Ada Quill", "Anton Vesely")
    data = "<meta name='author' content='Ada Quill'>"
    article = _read("<p class='byline'>By Ada Quill and Anton Vesely</p>", data)
    assert article.authors == ("Ada Quill", "Anton Vesely")


@pytest.mark.parametrize("line", ["Ada Quill @adaquill", "Ada Quill | ada.quill@tideway.example", "By Ada Quill"])
def test_how_to_write_to_an_author_is_no_name(line: str) -> None:
    article = _read(f"<p class='byline'>{line}</p>")
    assert article.authors == ("Ada Quill",)
    assert _texts(article) == [FIRST, SECOND]


def test_the_rest_of_an_authors_box_is_no_text() -> None:
    box = "<div class='author'><p>Ada Quill</p><p>Shipping reporter</p><p>All her stories</p></div>"
    article = _read(box, "<meta name='author' content='Ada Quill'>")
    assert article.authors == ("Ada Quill",)
    assert _texts(article) == [FIRST, SECOND]


def test_a_byline_under_the_text_makes_the_author() -> None:
    article = _read("", after="<p>By Ada Quill</p>")
    assert article.authors == ("Ada Quill",)
    assert _texts(article) == [FIRST, SECOND]
    article = _read("", "<meta name='author' content='Orla Vance'>", after="<p>By Ada Quill</p>")
    assert article.authors == ("Orla Vance",)
    assert _texts(article) == [FIRST, SECOND, "By Ada Quill"]


@pytest.mark.parametrize(
    ("line", "moment", "published"),
    [
        ("1 October 2031", "2031-10-01T10:00:00+02:00", "2031-10-01 10:00:00+02:00"),
        ("By Ada Quill on 1 October 2031", "2031-10-01T10:00:00+02:00", "2031-10-01 10:00:00+02:00"),
        ("10/02/2031", "2031-02-10T10:00:00+02:00", "2031-02-10 10:00:00+02:00"),
        ("1 October 2031", "2031-11-04T10:00:00+02:00", "2031-10-01 00:00:00+00:00"),
        ("1 October 2031, 08:30", "2031-10-01T10:00:00+02:00", "2031-10-01 08:30:00+00:00"),
    ],
)
def test_a_byline_s_day_has_the_time_that_the_page_shows_of_it(line: str, moment: str, published: str) -> None:
    article = _read(f"<p class='byline'>{line}</p><div><time datetime='{moment}'>then</time></div>")
    assert str(article.published) == published


@pytest.mark.parametrize("line", ["June 3, 1931 – January 22, 2018", "3 June 1931 — † 22 January 2018"])
def test_the_days_of_a_life_are_no_day_of_publication(line: str) -> None:
    for element in ("h2", "p"):
        article = _read(f"<{element}>{line}</{element}>")
        assert article.published is None
        assert line in _texts(article)
