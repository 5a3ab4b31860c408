"""Who wrote the article of a saved page and when, as the lines around its headline and under its text say."""

from __future__ import annotations

import datetime as dt

import pytest

from docs_store.model import Article, BlockKind
from docs_store.reading.bylines import read_byline
from docs_store.reading.html import read_page
from docs_store.reading.html.signed import is_house, is_name
from docs_store.reading.normalise import normalise
from tests.docs_store.lamps import TEXTS


def _page(over: str = "", under: str = "", head: str = "", top: str = "", lang: str = "en") -> Article:
    text = "".join(f"<p>{line}</p>" for line in TEXTS)
    html = (
        f"<!DOCTYPE html><html lang='{lang}'><head><title>Lamps lit again</title>{head}</head><body>{top}"
        f"<div class='story'><h1>Lamps lit again</h1>{over}<div class='text'>{text}{under}</div></div></body></html>"
    )
    return normalise(read_page(html, "https://tideway.example/lamps"), path="")


def _texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind is BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    ("over", "authors"),
    [
        ("<h2>Skippers had waited for eleven weeks</h2><div>By Ada Byron</div>", ("Ada Byron",)),
        ("<p class='autor'>Ada Byron | Lindau | 08/01/2031</p>", ("Ada Byron",)),
        ("<div>By ADA BYRON 10/ 5/31 09:19 PM ET</div>", ("ADA BYRON",)),
        ("<div>By Ada Byron<br>tideway.example<br>Archive | Contact</div>", ("Ada Byron",)),
        ("<div>Ada Byron<br>The Tideway<br>Thu, 14 May 2031 17:55 UTC</div>", ("Ada Byron",)),
        ("<div>Maria R. Vera / Peter Born Madrid 27 OCT 2031 - 12:14 CET</div>", ("Maria R. Vera", "Peter Born")),
        ("<div>By <a href='/ada'>Ada Byron</a> ada@tideway.example</div>", ("Ada Byron",)),
        ("<span class='caption'>By Ada Byron <img src='rss.gif'> posted Aug 18th 2031 7:30PM</span>", ("Ada Byron",)),
        ("<div>North Korea 09:31 August 20, 2031</div>", ()),
        ("<div>Palma de Mallorca | 08/01/2031</div>", ()),
        ("<div>Skippers waited for 3/4 of the winter</div>", ()),
    ],
)  # fmt: skip
def test_the_lines_under_the_headline_name_the_authors(over: str, authors: tuple[str, ...]) -> None:
    article = _page(over)
    assert article.authors == authors
    assert _texts(article) == TEXTS


def test_a_date_in_numbers_beside_the_author_is_the_articles_not_todays_over_the_menu() -> None:
    today = "<div><time>jueves, 09 enero 2031 - 10:21 h</time></div>"
    article = _page("<p class='autor'>Ada Byron | Lindau | 08/01/2031</p>", top=today, lang="es")
    assert article.published is not None
    assert article.published.date() == dt.date(2031, 1, 8)


def test_a_time_that_the_page_marks_comes_before_what_the_lines_say() -> None:
    marked = "<time itemprop='datePublished' datetime='2031-05-03T10:00:00Z'>3 May</time>"
    article = _page(f"<div>By Ada Byron, updated 4 May 2031</div><div>{marked}</div>")
    assert article.published == dt.datetime(2031, 5, 3, 10, tzinfo=dt.UTC)


@pytest.mark.parametrize("house", ["Ediciones Osker Bote", "oskerbote.example", "Osker Bote", "AP"])
def test_a_house_that_the_head_names_as_author_gives_way_to_the_byline(house: str) -> None:
    head = f"<meta name='author' content='{house}'><meta property='og:site_name' content='Osker Bote'>"
    assert _page("<div>By Ada Byron</div>", head=head).authors == ("Ada Byron",)


@pytest.mark.parametrize(
    ("name", "site", "is_one"),
    [
        ("Osker Bote", "Osker Bote", True), ("Redaktion Osker Bote", "Osker Bote", True), ("bote.de", "Bote", True),
        ("Reuters", "", True), ("Ada Byron", "Osker Bote", False), ("Ada Byron", "", False),
        ("Ada Byron", "Ada Byron on Tideway", False), ("Timea Born", "Time", False), ("J. Byron", "J.", False),
    ],
)  # fmt: skip
def test_a_house_is_told_by_the_sites_name(name: str, site: str, is_one: bool) -> None:
    assert is_house(name, site) is is_one


@pytest.mark.parametrize(
    ("line", "is_one"),
    [("Ada Byron", True), ("Palma de", False), ("Lindau", False), ("Ada Byron and more of them", False)],
)
def test_a_name_is_two_to_four_words(line: str, is_one: bool) -> None:
    assert is_name(line) is is_one


@pytest.mark.parametrize(
    ("last", "author"),
    [
        ("The cable lies four fathoms deep, and nobody had looked at it since.(c)AFP/Ada BYRON", "Ada BYRON"),
        ("-- By Ada Byron", "Ada Byron"), ("김바람 기자 baram@tideway.example", "김바람"),
    ],
)  # fmt: skip
def test_who_signs_under_the_text_is_the_author_where_nobody_else_is(last: str, author: str) -> None:
    assert _page(under=f"<p>{last}</p>").authors == (author,)
    assert _page("<div>By Max Born</div>", under=f"<p>{last}</p>").authors == ("Max Born",)


def test_a_sentence_in_a_wide_script_that_names_the_author_is_no_signature() -> None:
    last = "港務局は来年の秋から毎年灯台を点検し、予備の電線を倉庫に置くと発表した。(c)AFP/Ada BYRON"
    article = _page(under=f"<p>{last}</p>")
    assert article.authors == ("Ada BYRON",)
    assert _texts(article) == [*TEXTS, last]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Par Bertille Byron, Marie Born", ("Bertille Byron", "Marie Born")),
        ("By Ada Byron, Peter Born and Rosa Vera", ("Ada Byron", "Peter Born", "Rosa Vera")),
        ("By Ada Byron, New York", ("Ada Byron",)),
    ],
)
def test_commas_part_the_names_of_several_people(line: str, authors: tuple[str, ...]) -> None:
    byline = read_byline(line)
    assert byline is not None
    assert byline.authors == authors


def test_what_a_label_says_after_a_date_is_nobody() -> None:
    byline = read_byline("2031年6月18日 10:01　発信地：オスク/リンダウ [ 港 灯台 ]")
    assert byline is not None
    assert byline.authors == ()
