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
        # what is over the window, or the page's address, shared, and a headline of its own in the page
        (f"<title>Water and dams | Osk Board</title>{_og('Water and dams | Osk Board')}", f"<h1>{TITLE}</h1>"),
        (f"<title>Water | Osk</title>{_og('osk-water-price-spring-2024')}", f"<h1>{TITLE}</h1>"),
        (f"<title>{TITLE}</title>{_og('courier.example')}", ""),
        # the signs of older blogs
        (f"<title>{TITLE} \u2039 The Osk Valley Blog</title>", f"<h3>{TITLE}</h3>"),
        (f"<title>The Osk Valley Blog \u00ab {TITLE}</title>", f"<h3>{TITLE}</h3>"),
        (f"<title>www.courier.example - {TITLE}</title>", ""),
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


@pytest.mark.parametrize("dots", ["…", "..."])
def test_dots_that_end_a_headline_are_no_cut(dots: str) -> None:
    title = f"It was wet, it was warm{dots}"
    assert _title(f"<title>{title} - Osk Sailing Club</title>", f"<h1>{title}</h1>") == title


def test_a_title_that_ends_at_a_quotation_mark_in_its_attribute_is_taken_whole() -> None:
    title = 'Council calls price of water "robbery" and votes against it'
    head = f'<title>{title} - Osk Courier</title><meta property="og:title" content="{title}">'
    assert _title(head, f"<h1>{title}</h1>") == title
    quoted = '<meta property="og:title" content="Council votes">'
    assert _title(quoted, "<h1>Council votes against it</h1>") == "Council votes"


@pytest.mark.parametrize(
    "window",
    [
        "港口九盏灯在十一个星期后重新点亮-TIDE 港务通讯",
        "港口九盏灯在十一个星期后重新点亮 港务处_潮汐网",
        "港口九盏灯在十一个星期后重新点亮__第三号公报_潮汐网",
        "港务日报--港口九盏灯在十一个星期后重新点亮",
    ],
)
@pytest.mark.parametrize("shown", ["<h5>{}</h5>", "<div class='t'>{}</div>"])
def test_a_wide_title_is_told_from_section_and_site_by_what_the_page_shows(window: str, shown: str) -> None:
    title = "港口九盏灯在十一个星期后重新点亮"
    assert _title(f"<title>{window}</title>", shown.format(title)) == title


def test_no_wide_headline_has_a_low_line_in_it() -> None:
    assert (
        _title("<title>港口九盏灯在十一个星期后重新点亮_港务_潮汐网</title>", "") == "港口九盏灯在十一个星期后重新点亮"
    )


def test_a_description_that_is_the_headline_once_more_is_no_standfirst() -> None:
    head = f'<title>{TITLE}</title><meta name="description" content="{TITLE}">'
    again = f"<div class='crumbs'>Harbour</div><div class='summary'>{TITLE}</div>"
    page = f"<html><head>{head}</head><body><h1>{TITLE}</h1>{again}<p>{PROSE[0]}</p></body></html>"
    assert [block.text for block in read_page(page).blocks] == [PROSE[0]]


@pytest.mark.parametrize("name", ["c0 title", "MsoTitle"])
def test_what_a_word_processor_calls_the_title_is_that_of_a_page_without_headings(name: str) -> None:
    page = f"<html><head></head><body><p class='{name}'>{TITLE}</p>{TEXT}</body></html>"
    assert read_page(page).title == TITLE
