"""The headline of a page whose wordings disagree, as they do in the world's content management systems."""

from __future__ import annotations

import pytest

from docs_store.reading.html import read_page
from tests.docs_store.prose import PROSE

TITLE = "Price of water doubled in the valley"
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)
SITE = '<meta property="og:site_name" content="Osk Courier">'


def _og(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


def _data(headline: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{headline}"}}</script>'


def _title(head: str, body: str) -> str:
    page = (
        f"<html><head>{head}</head><body><article>{body}<p>By Ana Byron, 3 May 2024</p>{TEXT}</article></body></html>"
    )
    return read_page(page, "https://courier.example/2024/water").title


@pytest.mark.parametrize(
    ("head", "body"),
    [
        # what the site says of itself, everywhere
        (f"<title>{TITLE}</title>{_og('Osk Courier – news from the hills')}{SITE}", f"<h1>{TITLE}</h1>"),
        (f"<title>{TITLE} – Osk Courier</title>{_og('Home')}", f"<h1>{TITLE}</h1>"),
        ("<title>Osk Courier Online Edition</title>", f"<h1>Osk Courier</h1><h2>{TITLE}</h2>"),
        # the site's name first
        (f"<title>Osk Courier | {TITLE}</title>{_og(f'Osk Courier | {TITLE}')}", f"<h1>{TITLE}</h1>"),
        # other first-level headings: boxes, sections
        (f"<title>{TITLE}</title>", f"<h1>We value your privacy</h1><h1>{TITLE}</h1>"),
        (f"<title>{TITLE} - Osk Courier</title>", f"<h1>Sign up for our newsletter</h1><h1>{TITLE}</h1><h1>More</h1>"),
        (f"<title>{TITLE} | News | Osk Courier</title>{_og(f'{TITLE} | News')}", f"<h1>News</h1><h2>{TITLE}</h2>"),
        # a label or a kicker in the heading
        (f"<title>{TITLE} - Osk Courier</title>", f"<h1><span>LIVE</span> {TITLE}</h1>"),
        (
            f"<title>{TITLE} - Osk Courier</title>{_og(f'Drought: {TITLE}')}{SITE}",
            f"<h1><span>Drought</span><span>{TITLE}</span></h1>",
        ),
        # set in capitals
        (f"<title>{TITLE} - Osk Courier</title>", f"<h1>{TITLE.upper()}</h1>"),
        # for machines: cut, escaped twice, or shown nowhere
        (f"<title>{TITLE} – Osk Courier</title>{_data('Price of water doubled…')}", f"<h1>{TITLE}</h1>"),
        (f"<title>{TITLE} - Osk Courier</title>{_og(TITLE)}{_data('Water dear in Osk')}", f"<h1>{TITLE}</h1>"),
        # no heading at all
        ("<title>Article 48213</title>", f'<div class="headline">{TITLE}</div>'),
    ],
)
def test_the_headline_is_what_the_page_is_of(head: str, body: str) -> None:
    assert _title(head, body) == TITLE


def test_the_kicker_that_all_wordings_have_stays() -> None:
    title = f"Drought: {TITLE}"
    assert (
        _title(f"<title>{title} | Osk Courier</title>{_og(title)}", f"<h2><small>Drought</small> {TITLE}</h2>") == title
    )


def test_what_json_ld_calls_an_article_is_its_headline_where_the_page_shows_it() -> None:
    head = f"<title>Water Osk</title>{_og('Water Osk')}{_data(TITLE)}"
    assert _title(head, f"<h1>Water Osk</h1><h2>{TITLE}</h2>") == TITLE


def test_words_that_only_elements_part_are_words() -> None:
    assert _title("", f"<h1><span>Drought</span><span>{TITLE}</span></h1>") == f"Drought {TITLE}"


def test_references_that_were_written_twice_are_read() -> None:
    title = "Ana's & Max's wells"
    assert _title(_data("Ana&amp;#39;s &amp;amp; Max&amp;#39;s wells"), "") == title
