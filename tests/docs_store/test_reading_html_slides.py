"""Pictures of saved pages in galleries, in old tables and in the text: each is told once, with caption and credit."""

from __future__ import annotations

import pytest

from docs_store.model import Article, BlockKind
from docs_store.reading.html import read_page
from docs_store.reading.html.images import told
from docs_store.reading.normalise import normalise

FIRST = "The lamps of the four harbours were lit again on Monday, eleven weeks after the storm had torn their cable."
SECOND = "Two boats had run aground on the bar since Christmas, and several skippers waited outside until morning."


def _read(html: str) -> Article:
    return normalise(read_page(html), path="")


def _story(inside: str) -> Article:
    return _read(
        "<html lang='en'><head><title>Lamps lit</title></head><body><article><h1>Lamps lit</h1>"
        f"<p>{FIRST}</p>{inside}<p>{SECOND}</p></article></body></html>"
    )


def _texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind is not BlockKind.CAPTION]


def _pictures(article: Article) -> list[tuple[str, str, str]]:
    return [(image.caption, image.credit, image.source.rpartition("/")[2]) for image in article.images]


def test_the_slides_of_a_gallery_are_told_once_without_their_counters() -> None:
    slides = [("The lamp of Tarrow mole.", "Lena Zimmer", "1.jpg"), ("The lamp of Oss.", "Omar Vance / TTP", "2.jpg")]
    gallery = "".join(
        f"<div class='slide'><img src='{source}'><div class='slide-count'>{at}/2</div>"
        f"<div class='caption'>{caption}</div><div class='credit'>{credit}</div></div>"
        for at, (caption, credit, source) in enumerate(slides, 1)
    )
    article = _read(
        "<html lang='en'><head><title>In pictures: lamps</title></head><body><h1>In pictures: lamps</h1>"
        "<p class='standfirst'>From the mole of Tarrow to the bar of Oss</p>"
        f"<p class='byline'>Photographs by Lena Zimmer</p><div>{gallery}</div><p>{FIRST}</p></body></html>"
    )
    assert _pictures(article) == slides
    assert _texts(article) == [
        "From the mole of Tarrow to the bar of Oss",
        "Photographs by Lena Zimmer",
        FIRST,
    ]


@pytest.mark.parametrize(
    "inside",
    [
        "<img src='a.jpg'><p class='caption'>The lamp of Oss. Photo: Lena Zimmer</p>",
        "<div class='photo'><img src='a.jpg'><div class='photo__title'>The lamp of Oss. Photo: Lena Zimmer</div></div>",
        "<p align='center'><img src='a.jpg'></p><p>The lamp of Oss. Photo: Lena Zimmer</p>",
    ],
)
def test_a_caption_is_of_the_picture_that_it_follows(inside: str) -> None:
    article = _story(inside)
    assert _pictures(article) == [("The lamp of Oss.", "Lena Zimmer", "a.jpg")]
    assert _texts(article) == [FIRST, SECOND]


def test_the_author_of_an_article_made_no_picture_of_it() -> None:
    article = _read(
        "<html lang='en'><head><title>Lamps lit</title></head><body><h1>Lamps lit</h1><div class='node'>"
        "<div class='field-author'>Ada Quill</div><div><img src='a.jpg'></div>"
        f"<div class='image-caption'>The lamp of Oss.</div><div class='body'><p>{FIRST}</p><p>{SECOND}</p></div></div>"
        "</body></html>"
    )
    assert _pictures(article) == [("The lamp of Oss.", "", "a.jpg")]
    assert article.authors == ("Ada Quill",)


def test_the_words_beside_a_credit_are_not_left_in_the_caption() -> None:
    picture = told("The lamp of Oss. Photo © Lena Zimmer")
    assert (picture.caption, picture.credit) == ("The lamp of Oss.", "Lena Zimmer")
    picture = told("The lamp of Oss. Tideway photo by Lena Zimmer")
    assert (picture.caption, picture.credit) == ("The lamp of Oss.", "Lena Zimmer/Tideway")
    picture = told("The lamp of Oss. File image", "Lena Zimmer")
    assert picture.caption == "The lamp of Oss. File image"


def test_an_old_page_of_tables_is_read_whole() -> None:
    article = _read(
        "<HTML><HEAD><TITLE>The Tarrow Messenger Online - Lamps lit at last</TITLE></HEAD><BODY><TABLE WIDTH=600>"
        "<TR><TD COLSPAN=2><IMG SRC='logo.gif' WIDTH=90><BR><FONT SIZE=1>Monday, March 2, 1998</FONT></TD></TR>"
        "<TR><TD><A HREF='news.html'>News</A><BR><A HREF='sport.html'>Sport</A></TD>"
        "<TD><FONT SIZE=5><B>Lamps lit at last</B></FONT><BR><FONT SIZE=2>By ADA QUILL<BR>Messenger Staff Writer</FONT>"
        f"<P><FONT FACE='Times'>{FIRST}<P>{SECOND}<P><TABLE ALIGN=RIGHT><TR><TD><IMG SRC='a.jpg' WIDTH=200></TD></TR>"
        "<TR><TD><I>The lamp of Oss. Messenger photo by Lena Zimmer</I></TD></TR></TABLE>"
        "The mayor, Orla Vance, wept as she watched it from the promenade.<P>One lamp is dark.<P></FONT>"
        "<FONT SIZE=1>&copy; 1998 The Tarrow Messenger. You are visitor 412.</FONT></TD></TR></TABLE></BODY></HTML>"
    )
    assert (article.title, article.source) == ("Lamps lit at last", "The Tarrow Messenger Online")
    assert article.authors == ("ADA QUILL",)
    assert str(article.published)[:10] == "1998-03-02"
    assert _texts(article) == [
        FIRST,
        SECOND,
        "The mayor, Orla Vance, wept as she watched it from the promenade.",
        "One lamp is dark.",
    ]
    assert _pictures(article) == [("The lamp of Oss.", "Lena Zimmer/Messenger", "a.jpg")]


@pytest.mark.parametrize("window", ["Printer Friendly Page", "Print this article", "Untitled Document", "Druckversion"])
def test_a_window_that_names_nothing_gives_way_to_the_heading(window: str) -> None:
    article = _read(
        f"<html><head><title>{window}</title></head><body><b>The Tarrow Messenger</b><br>"
        "Published: Sunday, 17 August 2003<br>Section B<br><h2>Lamps lit at last</h2>"
        f"<p>by Ada Quill</p><p>{FIRST}</p><p>{SECOND}</p></body></html>"
    )
    assert article.title == "Lamps lit at last"
    assert article.authors == ("Ada Quill",)
    assert str(article.published)[:10] == "2003-08-17"


@pytest.mark.parametrize("line", ["<p class='date'>April 1999</p>", "<time datetime='1999-04'>Spring</time>"])
def test_a_month_is_a_date_within_it(line: str) -> None:
    article = _read(
        f"<html><head><title>Lamps lit</title></head><body><article><h1>Lamps lit</h1>{line}"
        f"<p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
    )
    assert article.published is None
    assert str(article.inferred) == "1999-04-01"
    assert _texts(article)[-2:] == [FIRST, SECOND]


def test_a_headline_in_a_script_without_capitals_is_no_author() -> None:
    article = _read(
        "<html lang='ko'><head><title>등대 다시 켜져 항구 - 남해일보</title></head><body><div id='articleBody'>"
        "<h3 class='title'>등대 다시 켜져 항구</h3><span>입력 2012.02.15 10:20</span>"
        "<p>이하늘 기자 lee@namhae.example</p>"
        "<p>남해의 작은 섬 등대가 15일 다시 켜졌다. 등대는 지난 겨울 폭풍으로 십일 주 동안 꺼져 있었다고 한다.</p>"
        "<p>어민들은 아침까지 바다 밖에서 기다려야 했으며 두 척의 배가 모래톱에 걸려 움직이지 못했다고 말했다.</p>"
        "</div></body></html>"
    )
    assert (article.title, article.source) == ("등대 다시 켜져 항구", "남해일보")
    assert article.authors == ("이하늘",)
    assert str(article.published)[:10] == "2012-02-15"
