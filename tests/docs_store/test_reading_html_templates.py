"""Saved pages as the templates of WordPress, Blogger, Drupal, Ghost and of papers' own systems make them."""

from __future__ import annotations

import pytest

from docs_store.model import Article, BlockKind
from docs_store.reading.bylines import read_byline
from docs_store.reading.html import read_page
from docs_store.reading.normalise import normalise
from tests.docs_store.lamps import TEXTS

_PARAGRAPHS = "".join(f"<p>{line}</p>" for line in TEXTS[1:])


def _read(body: str, head: str = "<title>Lamps lit again | The Tideway</title>") -> Article:
    page = f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>"
    return normalise(read_page(page, "https://tideway.example/lamps"), path="")


def _texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind is not BlockKind.CAPTION]


@pytest.mark.parametrize("name", ["fact-box", "factbox", "info-box", "infokasten", "encadre", "despiece", "faktaruta"])
def test_an_aside_that_tells_facts_is_text(name: str) -> None:
    box = f"<aside class='{name}'><h3>The lamps in figures</h3><ul><li>Lit: 9 of 12</li></ul></aside>"
    article = _read(f"<article><h1>Lamps lit again</h1><p>{TEXTS[0]}</p>{box}{_PARAGRAPHS}</article>")
    assert _texts(article) == [TEXTS[0], "The lamps in figures", "Lit: 9 of 12", *TEXTS[1:]]


@pytest.mark.parametrize(
    "aside",
    [
        "<aside class='fact-box'><h3>More</h3><p><a href='/weir'>The weir is leaking again</a></p></aside>",
        "<aside class='author info-box'><p>Ada has been with the paper for years, and likes lamps.</p></aside>",
        "<aside class='newsletter-factbox'><p>All the facts on lamps in your letterbox, each week.</p></aside>",
    ],
)
def test_an_aside_that_leads_elsewhere_is_no_text(aside: str) -> None:
    article = _read(f"<article><h1>Lamps lit again</h1><p>{TEXTS[0]}</p>{aside}{_PARAGRAPHS}</article>")
    assert _texts(article) == list(TEXTS)


def test_what_is_folded_away_in_a_card_of_ghosts_is_text() -> None:
    card = (
        "<div class='kg-card kg-toggle-card'><h4>How many lamps are there?</h4>"
        "<div class='kg-toggle-content'><p>There are twelve, of which nine are lit.</p></div></div>"
    )
    article = _read(
        f"<article><h1>Lamps lit again</h1><section><p>{TEXTS[0]}</p>{card}{_PARAGRAPHS}</section></article>"
    )
    assert "There are twelve, of which nine are lit." in _texts(article)


def test_whose_a_teaser_beside_the_article_is_is_not_its_author() -> None:
    teaser = "<div class='hentry'><h2>Carts</h2><span class='author vcard'><a class='fn'>Max Born</a></span></div>"
    byline = "<p class='byline'>By <a href='/author/ada-byron'>Ada Byron</a></p>"
    article = _read(f"<article><h1>Lamps lit again</h1>{byline}{_PARAGRAPHS}</article><aside>{teaser}</aside>")
    assert article.authors == ("Ada Byron",)


def test_a_post_of_bloggers_has_its_own_title_author_time_and_labels() -> None:
    post = (
        "<div class='header'><h1 class='title'><a href='/'>The Tideway</a></h1></div><div class='date-outer'>"
        "<h2 class='date-header'><span>Wednesday, March 12, 2031</span></h2><div class='post hentry'>"
        "<h3 class='post-title entry-title'>Lamps lit again</h3><div class='post-body entry-content'>"
        f"<p>{TEXTS[0]}</p>{_PARAGRAPHS}</div><div class='post-footer'><span class='post-author vcard'>Posted by "
        "<span class='fn'><a rel='author' href='/p'><span>Vera Holt</span></a></span></span> at <a href='/x'>"
        "<abbr class='published' title='2031-03-12T14:05:00+01:00'>2:05 PM</abbr></a> Labels: "
        "<a href='/l/1' rel='tag'>lamps</a>, <a href='/l/2' rel='tag'>harbour</a></div></div></div>"
    )
    article = _read(post, "<title>The Tideway: Lamps lit again</title>")
    assert (article.title, article.authors, article.tags) == ("Lamps lit again", ("Vera Holt",), ("lamps", "harbour"))
    assert article.published is not None
    assert article.published.isoformat() == "2031-03-12T14:05:00+01:00"


def test_a_cloud_of_tags_is_no_articles() -> None:
    cloud = "".join(f"<a rel='tag' href='/t/{at}'>topic {at}</a> " for at in range(40))
    assert not _read(
        f"<article><h1>Lamps lit again</h1><p>{TEXTS[0]}</p>{_PARAGRAPHS}</article><div>{cloud}</div>"
    ).tags


def test_a_node_of_drupals_has_its_author_and_teaser() -> None:
    teaser = "Since Monday nobody has seen the lamps, and the board takes its time."
    node = (
        "<h1>Lamps lit again</h1><article class='node'><footer class='node__meta'><div class='node__submitted'>"
        "Gespeichert von <span><a href='/user/3' class='username'>Vera Holt</a></span> am "
        "<span>Mi., 12.03.2031 - 14:05</span></div></footer><div class='node__content'>"
        f"<div class='field field--name-field-teaser'>{teaser}</div><div class='field--name-body'><p>{TEXTS[0]}</p>"
        f"{_PARAGRAPHS}</div></div></article>"
    )
    article = _read(node)
    assert (article.authors, article.standfirst) == (("Vera Holt",), teaser)


def test_a_link_to_the_page_of_an_author_under_the_headline_names_the_author() -> None:
    over = "<div class='a_md'><a href='/autor/marta-rivas/'>Marta Rivas</a></div><time>12 mar 2031 - 14:05</time>"
    article = _read(f"<article><h1>Lamps lit again</h1>{over}<p>{TEXTS[0]}</p>{_PARAGRAPHS}</article>")
    assert article.authors == ("Marta Rivas",)
    assert not article.links


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Ingediend door Jan Kok op di, 12.03.2031 - 14:05", "Jan Kok"),
        ("Soumis par Marie Delorme le mar 12.03.2031 - 14:05", "Marie Delorme"),
        ("Gespeichert von Vera Holt am Di., 12.03.2031 - 14:05", "Vera Holt"),
    ],
)
def test_a_day_of_the_week_is_no_name(line: str, author: str) -> None:
    byline = read_byline(line)
    assert byline is not None
    assert byline.authors == (author,)


def test_a_word_behind_the_time_of_day_is_no_zone() -> None:
    byline = read_byline("12 mrt 2031, 14:05 Door: Jan Kok")
    assert byline is not None
    assert (byline.authors, byline.published) == (("Jan Kok",), "12 mrt 2031 14:05")
