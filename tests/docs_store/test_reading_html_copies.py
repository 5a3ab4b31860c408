"""Pages as archives of the web, savers and reading lists keep them: where they are from, without what keeps them."""

from __future__ import annotations

import pytest

from docs_store.model import Article, BlockKind
from docs_store.reading.html import read_page
from docs_store.reading.normalise import normalise
from tests.docs_store.lamps import TEXTS

URL = "https://tideway.example/lamps"
TITLE = "<title>Lamps lit again | The Tideway</title>"
TEXT = "".join(f"<p>{line}</p>" for line in TEXTS)
STORY = f"<h1>Lamps lit again</h1><p>By Ada Byron</p><p>30 April 2031</p>{TEXT}"


def _read(html: str) -> Article:
    return normalise(read_page(html), path="")


def _is_whole(article: Article) -> bool:
    texts = [block.text for block in article.blocks if block.kind is not BlockKind.CAPTION]
    return texts == TEXTS and article.title == "Lamps lit again" and article.url == URL


@pytest.mark.parametrize(
    "html",
    [
        f"<!-- Saved from {URL} at 2031-05-01T10:00:00Z using monolith v2.8.3 -->\n<html><head>{TITLE}</head>",
        f"<html><!-- Mirrored from tideway.example/lamps by HTTrack Website Copier/3.x [XR] --><head>{TITLE}</head>",
        f'<html><head>{TITLE}<style>p {{margin: 0}}</style><meta name="savepage-url" content="{URL}"></head>',
        f'<html data-scrapbook-source="{URL}" data-scrapbook-create="20310501100000000"><head>{TITLE}</head>',
    ],
    ids=["monolith", "httrack", "save page", "scrapbook"],
)
def test_what_a_program_writes_into_a_page_that_it_saves_tells_its_address(html: str) -> None:
    assert _is_whole(_read(f"{html}<body><article>{STORY}</article></body></html>"))


def test_the_bar_that_the_wayback_machine_shows_over_a_page_is_none_of_it() -> None:
    head = '<script>__wm.wombat("https://tideway.example/lamps","20310501100000","https://web.archive.org/");</script>'
    bar = (
        '<div id="wm-ipp-base" style="display: block"><div id="wm-ipp">The Wayback Machine - https://web.archive.org/web/'
        "20310501100000/https://tideway.example/lamps<p>12 captures</p><p>01 May 2031 - 09 Sep 2032</p><p>About this "
        "capture</p><p>COLLECTED BY Collection: Save Page Now</p></div></div>"
    )
    article = _read(f"<html><head>{head}{TITLE}</head><body>{bar}{STORY}</body></html>")
    assert _is_whole(article)
    assert article.published is not None
    assert article.published.date().isoformat() == "2031-04-30"


def test_what_archive_today_says_of_its_copy_is_nothing_of_the_page() -> None:
    copy = "https://archive.ph/2031.05.09-100000/https://tideway.example/lamps"
    head = (
        f'{TITLE}<meta property="og:site_name" content="archive.ph"><meta property="og:title" content="Lamps lit again'
        f' | The Tideway"><link rel="canonical" href="{copy}"><meta property="twitter:description" content="archived'
        ' 9 May 2031 10:00:00 UTC"><meta property="article:published_time" content="2031-05-09T10:00:00Z">'
    )
    bar = (
        '<div id="HEADER"><table><tr><td>webpage capture</td><td>Saved from</td><td><time itemprop="pubdate"'
        ' datetime="2031-05-09T10:00:00Z">9 May 2031 10:00:00 UTC</time></td></tr></table></div>'
    )
    body = f'<div id="CONTENT"><div class="html"><div class="body">{STORY}</div></div></div>'
    article = _read(f"<html><head>{head}</head><body><center>{bar}{body}</center></body></html>")
    assert _is_whole(article)
    assert article.source == "tideway.example"
    assert article.published is not None
    assert article.published.date().isoformat() == "2031-04-30"


def test_the_bar_of_googles_cache_tells_the_address() -> None:
    bar = (
        f"<div id='bN015htcoyT__google-cache-hdr'><div>This is Google's cache of <a href='{URL}'>{URL}</a>. It is a"
        " snapshot of the page as it appeared on 1 May 2031 04:12:10 GMT.</div><div>Text-only version</div></div>"
    )
    assert _is_whole(_read(f"<html><head>{TITLE}</head><body>{bar}<div>{STORY}</div></body></html>"))


@pytest.mark.parametrize(
    "link",
    [f"<a class='domain' href='{URL}'>tideway.example</a>", f"<a href='{URL}'>View Original</a>"],
)
def test_the_page_that_an_exported_article_leads_to_over_its_text_is_its_address(link: str) -> None:
    page = (
        f"<html><head><title>Lamps lit again</title></head><body><div class='header'>{link}<h1>Lamps lit again</h1>"
        f"<div class='credits reader-credits'>Ada Byron</div></div><div class='content'>{TEXT}</div></body></html>"
    )
    article = _read(page)
    assert _is_whole(article)
    assert article.authors == ("Ada Byron",)


@pytest.mark.parametrize(
    "link",
    [
        "<a href='https://weir.example/'>weir.example</a>",
        "<a href='https://weir.example/leaks'>The weir is leaking</a>",
        "<a href='https://weir.example/leaks'>tideway.example</a>",
    ],
)
def test_another_link_over_a_text_is_not_its_address(link: str) -> None:
    page = f"<html><head>{TITLE}</head><body><p>{link}</p><h1>Lamps lit again</h1>{TEXT}</body></html>"
    assert _read(page).url == ""


def test_a_link_within_a_text_is_not_its_address() -> None:
    more = f"<p>More at <a href='{URL}'>tideway.example</a></p>"
    assert _read(f"<html><head>{TITLE}</head><body><h1>Lamps lit again</h1>{TEXT}{more}</body></html>").url == ""
