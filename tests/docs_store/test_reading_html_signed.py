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


def test_topics_that_a_byline_links_are_no_authors() -> None:
    topics = "".join(f" <a href='/t/{name[0]}'>{name}</a>" for name in ("Orla Stern", "Anton Vesely"))
    line = f"By <a href='/o'>ADA QUILL, Editor</a> | June 7, 2031 @ 6:43pm<span>Tags:{topics}</span>"
    assert _read(f"<div class='meta'>{line}</div>").authors == ("ADA QUILL",)


@pytest.mark.parametrize(
    "byline",
    [
        "<p class='byline'><span>Orla Quill</span> <span>By <a href='/o'>Orla Quill</a></span></p>",
        "<p class='byline'>By <em><a href='/o'>Orla Quill</a></em><span><a href='/t'>@orlaquill</a></span><br>"
        "on June 26, 2031 at 9:00a</p>",
    ],
)
def test_an_author_is_named_once_however_often_the_byline_does(byline: str) -> None:
    article = _read(byline)
    assert article.authors == ("Orla Quill",)
    assert _texts(article) == [FIRST, SECOND]


def test_a_byline_whose_names_the_data_has_in_one_is_understood() -> None:
    data = "<meta name='author' content='Orla Quill and Anton Vesely'>"
    line = "By <a href='/o'>ORLA QUILL</a> &amp; <a href='/a'>ANTON VESELY</a> | 10/9/31 7:15 AM EDT"
    article = _read(f"<div class='byline'>{line}</div>", data)
    assert article.authors == ("Orla Quill", "Anton Vesely")
    assert _texts(article) == [FIRST, SECOND]


def test_a_byline_under_a_long_standfirst_is_read_and_a_quotation_there_is_none() -> None:
    dek = f"{FIRST} And whoever had thought that nobody would come was wrong, as was the council."
    quoted = "<blockquote>We rowed until we could not. — Anton Vesely, Nether Quay, 15 April 2030</blockquote>"
    article = _read(f"<p class='standfirst'>{dek}</p><div class='author'>by <a href='/o'>Orla Quill</a></div>{quoted}")
    assert article.authors == ("Orla Quill",)
    assert article.standfirst == dek
    assert any(text.startswith("We rowed until") for text in _texts(article))


def test_a_heading_under_a_byline_of_lines_is_the_standfirst() -> None:
    by = (
        "<div class='item'>By Orla Quill<br>Published: 18 November 2031, 02:27<br>Last modified: 18 November 2031</div>"
    )
    dek = "Whoever thought that nobody would come aboard was wrong"
    article = _read(f"{by}<h2>{dek}</h2>")
    assert article.standfirst == dek


def test_where_an_author_wrote_and_when_is_no_text() -> None:
    date = "<meta property='article:published_time' content='2031-09-05T05:00:00+02:00'>"
    dek = "<h2>The storm tore away the landing stage and no boat went</h2>"
    article = _read(f"{dek}<p class='autor'>Ada Quill Vesely</p><p>Sevilla - 05 sep 2031 - 05:00</p>", date)
    assert _texts(article)[1:] == [FIRST, SECOND]


def test_a_title_in_two_parts_is_no_name() -> None:
    assert _read("<p>海、そこに ある町</p>").authors == ()


def test_the_buttons_of_a_byline_are_no_authors() -> None:
    buttons = "".join(f"<li><a href='#{at}'>{text}</a></li>" for at, text in enumerate(("Print", "E-mail", "Share")))
    article = _read(f"<div class='byline'><p>by <a href='/o'>Orla Quill</a></p><ul>{buttons}</ul></div>")
    assert article.authors == ("Orla Quill",)
    assert _texts(article) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "mark",
    [
        "<p class='m'><a rel='author' href='/by/orla'>Orla Quill</a></p>",
        "<p class='m'><span itemprop='author'>Author: Orla Quill</span></p>",
        "<div itemprop='author'><span itemprop='name'>Orla Quill</span></div>",
        "<div class='post-author-name'><div class='by'>By</div> <a href='/orla'>Orla Quill</a><div> - </div></div>",
        "<div class='Author StoryComment_author'>Orla Quill, TDW</div>",
    ],
)
def test_who_is_marked_as_the_author_is_one_wherever_that_stands(mark: str) -> None:
    others = "<div class='comments'><div class='comment-author'><a rel='author'>Max Bold</a></div>So do I.</div>"
    article = _read("", after=f"<p>{FIRST} {SECOND}</p>{mark}{others}")
    assert article.authors == ("Orla Quill",)


def test_who_is_marked_by_one_name_is_an_author_and_links_to_more_of_his_are_not() -> None:
    assert _read("<a rel='author'>Orla</a>").authors == ("Orla",)
    assert _read("<p class='post-byline'>by Orla</p>").authors == ("Orla",)
    assert _read("", after="<a rel='author'>View all posts by Orla Quill</a>").authors == ()
    names = "".join(f"<p><a rel='author'>{name} Quill</a></p>" for name in ("Orla", "Ada", "Max", "Nils"))
    assert _read("", after=f"{names}<p>{FIRST} {SECOND}</p>").authors == ()  # an index


@pytest.mark.parametrize(
    ("stated", "authors"),
    [
        ("By  Orla Quill, TDW", ("Orla Quill",)),
        ("104363", ()),
        ("name, email@mail.example", ()),
        ("Super User", ()),
        ("原创 潮汐日报", ("潮汐日报",)),
        ("潮汐新闻记者 王小明 李兰", ("王小明", "李兰")),
        ("大渡 美咲", ("大渡 美咲",)),
    ],
)
def test_what_a_program_states_for_an_author_is_told_from_a_name(stated: str, authors: tuple[str, ...]) -> None:
    assert _read("", f"<meta name='author' content='{stated}'>").authors == authors


def test_an_account_and_the_site_itself_give_way_to_the_person() -> None:
    head = "<meta property='og:site_name' content='Tideway News'>"
    for other in ("oquill", "orlaquill", "Tideway News", "tideway.example"):
        stated = f"{head}<meta name='author' content='{other}'><meta name='author' content='Orla Quill'>"
        assert _read("", stated).authors == ("Orla Quill",)


@pytest.mark.parametrize(
    "line",
    [
        "January 13, 2031 at 08:45 AM | categories: Ferries, Quays | <a href='#c'>View Comments</a>",
        "<div class='t'>Harbour Law</div><div>3 May 2031</div>",
    ],
)
def test_buttons_and_topics_beside_a_date_are_no_authors(line: str) -> None:
    assert _read(f"<div>{line}</div>").authors == ()


@pytest.mark.parametrize("after", ["<p>{}</p>", "</article><div class='headline'>{}</div><article>"])
def test_a_heading_behind_the_text_and_its_topics_sign_nothing(after: str) -> None:
    topics = "<a href='/t/a'>Tarrow</a> <a href='/t/b'>Ferrying</a> <a href='/t/c'>Quaysides</a>"
    assert _read("", after=after.format(topics)).authors == ()
    assert _read("", after="</article><div class='w'>Der Fährenticker</div><article>").authors == ()


def test_who_sent_a_report_is_its_author_in_chinese() -> None:
    text = "".join(
        f"<p>{line}</p>"
        for line in ("潮汐社三月一日电（记者王小明）港口九盏灯在十一个星期后重新点亮。", "灯又亮了。" * 20)
    )
    page = f"<html lang='zh'><body><article><h1>港口九盏灯重新点亮</h1>{text}</article></body></html>"
    assert normalise(read_page(page), path="").authors == ("王小明",)


def test_the_site_of_a_wide_title_is_the_source_of_its_page() -> None:
    text = "".join(f"<p>{'灯又亮了，船也回来了。' * 9}</p>" for _ in range(3))
    head = "<title>港口九盏灯在十一个星期后重新点亮_港务_潮汐网</title>"
    page = f"<html lang='zh'><head>{head}</head><body><h5>港口九盏灯在十一个星期后重新点亮</h5>{text}</body></html>"
    assert normalise(read_page(page), path="").source == "潮汐网"


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("The Tideway | All of the Harbour's News", "The Tideway"),
        ("All of the Harbour's News | Tideway.example", "Tideway.example"),
        ("www.tideway.example", "tideway.example"),
    ],
)
def test_the_name_of_a_site_is_told_without_its_motto(name: str, source: str) -> None:
    assert _read("", f'<meta property="og:site_name" content="{name}">').source == source


def test_initials_of_a_house_give_way_to_a_person_whom_the_page_marks() -> None:
    mark = "<p><span itemprop='author'>Author: Orla Quill</span></p>"
    assert _read("", "<meta name='author' content='TDW'>", f"<p>{FIRST} {SECOND}</p>{mark}").authors == ("Orla Quill",)
    assert _read("", "<meta name='author' content='TDW'>").authors == ("TDW",)


def test_the_body_and_the_place_beside_an_author_in_the_text_are_none() -> None:
    line = "<p>Author: Ada QUILL, Harbour Board of the Valley, Nether Quay (N)</p>"
    assert _read("", after=f"{line}<p>{FIRST} {SECOND}</p>").authors == ("Ada QUILL",)
