"""Saved pages in styles that nobody tuned the reader on: what was lost of them, or taken for something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs_store import read_articles
from docs_store.model import Article, BlockKind
from docs_store.reading.bylines import read_byline
from docs_store.reading.html import read_page
from docs_store.reading.normalise import normalise
from tests.docs_store.lamps import TEXTS

NOTE = "Update, Tuesday: the harbour board has since told us that the drum of cable was bought in March."


def _page(inside: str = "", over: str = "", after: str = "", head: str = "") -> Article:
    text = "".join(f"<p>{line}</p>" for line in TEXTS[1:])
    html = (
        f"<!DOCTYPE html><html lang='en'><head><title>Lamps lit again</title>{head}</head><body><div class='story'>"
        f"<h1>Lamps lit again</h1>{over}<div class='text'><p>{TEXTS[0]}</p>{inside}{text}</div>{after}</div>"
        "</body></html>"
    )
    return normalise(read_page(html, "https://tideway.example/lamps"), path="")


def _texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind is not BlockKind.CAPTION]


def test_a_callout_is_text_however_many_elements_it_is_made_of() -> None:
    box = (
        "<aside class='callout note'><div class='row'><div class='callout-content'>"
        f"<div class='callout-body'><p>{NOTE}</p></div></div></div></aside>"
    )
    assert _texts(_page(box)) == [TEXTS[0], NOTE, *TEXTS[1:]]


@pytest.mark.parametrize("tag", ["section", "div"])
def test_items_of_a_list_whose_texts_are_wrapped_are_none_of_them_lost(tag: str) -> None:
    items = ["Nine lamps of brass, each with a lens", "Eleven weeks in the dark", "A drum of cable, spare"]
    wrapped = "".join(f"<li><{tag} style='margin: 0'>{item}</{tag}></li>" for item in items)
    text = "".join(f"<p>{line}</p>" for line in TEXTS[1:-1])
    html = (
        "<html><head><title>Lamps lit again</title></head><body><h1>Lamps lit again</h1><div class='c'>"
        f"<div class='s'><p>{TEXTS[0]}</p><ol class='l'>{wrapped}</ol>{text}</div></div></body></html>"
    )
    assert _texts(normalise(read_page(html), path="")) == [TEXTS[0], *items, *TEXTS[1:-1]]


def test_what_stands_under_a_byline_in_its_own_element_is_text_where_it_has_figures() -> None:
    figures = "Lamps lit: 9 of 12, cable laid: 340 m"
    article = _page(over=f"<p>by Ada Byron<br><br>Reporter<br><br>{figures}</p>")
    assert article.authors == ("Ada Byron",)
    assert figures in _texts(article)
    assert "Reporter" not in _texts(article)


@pytest.mark.parametrize("line", ["2031年3月20日，港务局表决通过了《灯塔管理办法》。", "2031年3月20日，灯又亮了！"])
def test_a_sentence_that_begins_with_a_day_is_no_byline(line: str) -> None:
    assert read_byline(line) is None


def test_an_initial_is_no_hour() -> None:
    byline = read_byline("By Ada H. Byron and Max Born Dec. 10, 2031")
    assert byline is not None and byline.authors == ("Ada H. Byron", "Max Born")


@pytest.mark.parametrize("heading", ["Related Reading", "Notícias Relacionadas", "On This Page", "Study Guide"])
def test_a_heading_names_no_author(heading: str) -> None:
    links = "<ul><li><a href='/a'>Cable found</a></li><li><a href='/b'>Lamps stolen</a></li></ul>"
    assert _page(after=f"<h3>{heading}</h3>{links}").authors == ()
    assert _page(over=f"<h3>{heading}</h3>{links}").authors == ()


def test_a_label_and_its_day_are_no_author() -> None:
    box = "<div class='author-box'><p class='author-name'>灯塔观察</p><p>发布时间：09-3022:46</p></div>"
    assert _page(over=box).authors == ("灯塔观察",)


def test_the_name_beside_a_portrait_is_no_caption() -> None:
    box = (
        "<div class='box'><div class='author-icon'><img src='/p.jpg'></div>"
        "<div class='text'><p class='author-name'>The Lamp Reader</p></div></div>"
    )
    assert [image.caption for image in _page(over=box).images if image.caption] == []


@pytest.mark.parametrize("said", ["微信扫一扫", "用微信扫码分享", "长按二维码关注", "Scan the QR code to subscribe"])
def test_a_code_to_be_scanned_is_no_picture_of_the_article(said: str) -> None:
    picture = "<figure><img src='/lamps.jpg'><figcaption>Lamps at dusk</figcaption></figure>"
    code = f"<figure><img src='/qr.png'><figcaption>{said}</figcaption></figure>"
    assert [image.caption for image in _page(picture + code).images] == ["Lamps at dusk"]


def test_a_caption_that_is_also_called_an_attribution_is_a_caption_and_the_credit_beside_it_the_credit() -> None:
    said = "The model shows the lamps as they will be. Both drawings agree."
    box = (
        "<div class='image'><img src='/lamps.jpg'><div class='meta'>"
        f"<div itemprop='caption' class='image__caption attribution'><span>{said}</span></div>"
        "<figcaption class='image__credit'>Tideway Weather</figcaption></div></div>"
    )
    assert [(image.caption, image.credit) for image in _page(box).images] == [(said, "Tideway Weather")]


def test_the_buttons_of_a_bar_over_the_text_are_no_pictures() -> None:
    bar = "".join(
        f"<li><a href='javascript:share()'><img src='/img/{name}.png' alt='{name}'></a></li>"
        for name in ("ic_print", "ico_mail", "btn-share")
    )
    assert _page(f"<ul>{bar}</ul>").images == ()


@pytest.mark.parametrize(
    ("under", "standfirst"),
    [
        ("Divers had found the broken end of the cable in nine metres of water", True),
        ("Lamps of the harbour lit again", False),
    ],
)
def test_a_standfirst_is_read_where_the_page_describes_itself_by_how_its_text_begins(
    under: str, *, standfirst: bool
) -> None:
    html = (
        f"<html><head><title>Lamps of the harbour lit again</title><meta name='description' content='{TEXTS[0]}'>"
        f"</head><body><header><h1>Lamps of the harbour lit again</h1><h2 class='subheading'>{under}</h2></header>"
        f"<article>{''.join(f'<p>{line}</p>' for line in TEXTS)}</article></body></html>"
    )
    article = normalise(read_page(html), path="")
    assert article.standfirst == (under if standfirst else "")
    assert _texts(article) == ([under] if standfirst else []) + TEXTS


def test_the_name_of_a_program_that_a_figure_shows_is_no_caption() -> None:
    figure = "<figure><figcaption>src/lamps.py</figcaption><pre>def light(lamp):\n    return lamp</pre></figure>"
    assert _page(figure).images == ()


def test_the_headline_once_more_beside_a_logo_is_no_caption() -> None:
    html = (
        "<html><head><title>Lamps of the harbour lit again</title></head><body><div class='story'><div class='top'>"
        "<div class='left'><div><img src='/paper.png' alt='The Tideway Post'></div></div><div class='middle'>"
        "<div>Lamps of the harbour lit again</div></div></div>"
        "<h1>Lamps of the harbour lit again</h1>" + "".join(f"<p>{line}</p>" for line in TEXTS) + "</div></body></html>"
    )
    article = normalise(read_page(html), path="")
    assert [image.caption for image in article.images if image.caption] == []
    assert article.title == "Lamps of the harbour lit again"


def _titled(window: str, h1: str, h2: str, head: str = "") -> Article:
    text = "".join(f"<p>{line}</p>" for line in TEXTS)
    html = (
        f"<html><head><title>{window}</title>{head}</head><body><h1>{h1}</h1><div class='story'><h2>{h2}</h2>{text}"
        "</div></body></html>"
    )
    return normalise(read_page(html, "https://news.tideway.example/lamps"), path="")


def test_a_section_over_the_page_is_no_headline_where_the_window_has_a_lesser_heading() -> None:
    headline = "Lamps of the Harbour Lit Again"
    assert _titled(headline, "Coast and Sea Centre", headline).title == headline
    assert _titled(f"{headline} - The Tideway Post", "Coast and Sea Centre", headline).title == headline
    assert _titled(f"{headline} - The Tideway Post", headline, "The Tideway Post").title == headline
    assert _titled("Coast and Sea Centre", "Lamps lit", "Coast and Sea Centre").title == "Coast and Sea Centre"


def test_the_words_of_the_host_are_the_sites_name() -> None:
    assert _titled("Lamps lit again – Tideway News", "", "").title == "Lamps lit again"
    assert _titled("Lamps lit again – Tideway Nets", "", "").title == "Lamps lit again – Tideway Nets"


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ("<meta property='og:site_name' content='https://www.tideway.example'>", "tideway.example"),
        (
            "<link rel='canonical' href='https://web.archive.org/web/20310320120000/https://www.osk.example/lamps'>",
            "osk.example",
        ),
    ],
)
def test_an_address_is_a_source_by_its_host_and_an_archive_is_none(head: str, source: str) -> None:
    assert _titled("Lamps lit again", "Lamps lit again", "", head).source == source


@pytest.mark.parametrize("end", ["</html>", "</body></html>", "</HTML >"])
def test_what_follows_the_end_of_a_part_that_was_put_into_the_page_is_read(end: str) -> None:
    text = "".join(f"<p>{line}</p>" for line in TEXTS)
    html = (
        "<html><head><title>Lamps lit again</title></head><body><div class='header'><a href='/'>Home</a></div>"
        f"{end}<div class='story'><h1>Lamps lit again</h1>{text}</div></body></html>"
    )
    assert _texts(normalise(read_page(html), path="")) == TEXTS


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("<p>Reuters</p>", "Reuters"),
        ("<p>By Reuters</p>", "Reuters"),
        ("<div>AFP 30 avril 2031 à 07:19 (Mis à jour : 30 avril 2031 à 07:38)</div>", "AFP"),
        ("<p>dpa</p>", "dpa"),
    ],
)
def test_an_agency_alone_is_the_author_where_nobody_else_is(line: str, author: str) -> None:
    article = _page(over=line)
    assert article.authors == (author,)
    assert _texts(article) == TEXTS


def test_an_agency_is_no_author_beside_one_and_no_word_of_it_is_lost() -> None:
    assert _page(over="<p>Reuters</p>", head="<meta name='author' content='Ada Byron'>").authors == ("Ada Byron",)
    said = "Reuters reporters saw the lamps from the pier on Sunday evening, and counted nine of them."
    assert said in _texts(_page(over=f"<p>{said}</p>"))


def test_several_words_before_an_agency_in_parentheses_are_a_caption() -> None:
    inside = "<div><img src='/a.jpg'><div class='caption'>Anggota DPR RI Byron (ANTARA/Facebook/Byron)</div></div>"
    assert [(image.caption, image.credit) for image in _page(inside).images] == [
        ("Anggota DPR RI Byron", "ANTARA/Facebook/Byron")
    ]


def test_a_reporter_who_signs_in_brackets_is_no_text() -> None:
    head = "<meta name='author' content='김민수'>"
    text = "".join(f"<p>{line}</p>" for line in (*TEXTS, "[김민수 기자 minsu@tideway.example]"))
    html = f"<html><head><title>Lamps lit</title>{head}</head><body><h1>Lamps lit</h1><div>{text}</div></body></html>"
    assert _texts(normalise(read_page(html), path="")) == TEXTS


def test_the_heading_of_a_list_of_links_is_no_text() -> None:
    links = "<ul><li><a href='/a'>Harbours</a></li><li><a href='/b'>Lamps and beacons</a></li></ul>"
    assert _texts(_page(f"<h2>Coasts and Seas</h2>{links}")) == TEXTS
    listed = "<ul><li>Harbours of the coast</li><li>Lamps and beacons</li></ul>"
    assert "What was lit" in _texts(_page(f"<h2>What was lit</h2>{listed}"))


def test_a_byline_whose_day_has_no_year_names_its_author() -> None:
    article = _page(over="<div class='sig-line'>By Ada Byron March 18 at 12:22 PM Follow @adabyron</div>")
    assert article.authors == ("Ada Byron",)
    assert _page(over="<p>By Grace March 18 boats had come in</p>").authors == ()


def test_a_picture_whose_credit_stands_alone_before_its_caption_is_told_once() -> None:
    image = "<img src='/lamps.jpg' alt='Lamps'>"
    box = (
        f"<div class='step'><figure class='thumb'>{image}<div class='credit'>Ada Byron</div></figure>"
        f"<figure><a>{image}</a><figcaption>Lamps at dusk<span class='credit'>Ada Byron</span></figcaption></figure>"
        "</div>"
    )
    assert [(image.caption, image.credit) for image in _page(box).images] == [("Lamps at dusk", "Ada Byron")]


def test_a_headline_in_a_wide_script_is_parted_from_section_and_site_where_the_page_shows_it() -> None:
    text = "".join(f"<p>港口的九盏灯在星期一点亮，风暴扯断了电缆，第{at}艘船等到天亮才敢进港。</p>" for at in range(9))
    for window in ("九盏灯重新点亮_社会_潮汐网", "九盏灯重新点亮-潮汐网", "九盏灯重新点亮"):
        for shown in ("<div class='title'>九盏灯重新点亮</div>", "<h2>九盏灯重新点亮</h2>"):
            html = (
                f"<html><head><title>{window}</title></head><body>{shown}<div class='text'>{text}</div></body></html>"
            )
            assert normalise(read_page(html), path="").title == "九盏灯重新点亮"
    bare = f"<html><head><title>九盏灯_重新点亮</title></head><body><div class='text'>{text}</div></body></html>"
    assert normalise(read_page(bare), path="").title == "九盏灯_重新点亮"


def test_a_byline_under_many_buttons_is_read() -> None:
    buttons = "".join(f"<div class='tool'><a href='/s{at}'>Share on {at}</a></div>" for at in range(14))
    assert _page(over=f"{buttons}<div class='sig'>By Ada Byron</div>").authors == ("Ada Byron",)


def test_a_post_set_into_the_text_stays_though_its_box_holds_a_script_too() -> None:
    post = (
        "<blockquote class='twitter-tweet'><p>Nine of twelve are lit tonight, and the cable holds. Come and see.</p>"
        "— Harbour Master (@tideway) <a href='https://x.example/1'>March 18, 2031</a></blockquote><script>x()</script>"
    )
    text = "".join(f"<section class='element'><div><p>{line}</p></div></section>" for line in TEXTS[1:])
    inside = f"<section class='element'><div><div class='oembed'>{post}</div></div></section>"
    html = (
        "<html><head><title>Lamps lit again</title></head><body><article><h1>Lamps lit again</h1>"
        f"<section class='element'><div><p>{TEXTS[0]}</p></div></section>{inside}{text}</article></body></html>"
    )
    article = normalise(read_page(html), path="")
    assert [block.kind for block in article.blocks[1:3]] == [BlockKind.QUOTE, BlockKind.QUOTE]
    assert article.blocks[1].text == "Nine of twelve are lit tonight, and the cable holds. Come and see."


@pytest.mark.parametrize(
    "bar",
    [
        '<script>__wm.wombat("https://www.osk.example/lamps?a=1&amp;b","20310320101112","https://web.archive.org/");</script>',
        '<form><input type="text" name="url" id="wmtbURL" value="https://www.osk.example/lamps?a=1&amp;b" /></form>',
    ],
)
def test_a_copy_in_a_web_archive_is_the_page_it_was_made_of(bar: str) -> None:
    prefix = "/web/20310320101112"
    text = "".join(f"<p>{line} <a href='{prefix}/https://www.osk.example/oil'>Oil</a></p>" for line in TEXTS)
    html = (
        f"<html><head><title>Lamps lit again</title>{bar}</head><body><article><h1>Lamps lit again</h1>{text}"
        f"<figure><img src='{prefix}im_/https://www.osk.example/a.jpg'><figcaption>The lamps of Osk.</figcaption>"
        "</figure></article></body></html>"
    )
    article = normalise(read_page(html), path="")
    assert (article.url, article.source) == ("https://www.osk.example/lamps?a=1&b", "osk.example")
    assert article.images[0].source == "https://www.osk.example/a.jpg"
    assert {link.url for link in article.links} == {"https://www.osk.example/oil"}


def test_what_microformats_mark() -> None:
    text = "".join(f"<p>{line}</p>" for line in TEXTS)
    marks = (
        "<a class='u-url' href='https://osk.example/lamps'>"
        "<time class='dt-published' datetime='2031-03-04'>4 March</time></a>"
        "<p>By <a class='p-author h-card' href='https://osk.example/ada'>Ada Quill</a></p>"
    )
    head = "<html><head><title>Lamps lit again</title></head><body>"
    story = f"<h1 class='p-name'>Lamps lit again</h1>{text}"
    page = f"{head}<article class='h-entry'>{story}<footer>{marks}</footer></article></body></html>"
    one = normalise(read_page(page), path="")
    assert (one.url, one.authors) == ("https://osk.example/lamps", ("Ada Quill",))
    assert one.published is not None
    assert one.published.isoformat().startswith("2031-03-04")
    others = f"<div class='h-entry'>{marks}</div>" * 2
    assert normalise(read_page(f"{head}{story}{others}</body></html>"), path="").url == ""


@pytest.mark.parametrize(
    "before",
    [
        "<script>document.write('<div id=\"top\">');</script>",
        "<br />\n<b>Warning</b>: Use of undefined constant LAMPS in <b>/srv/lamps.php</b> on line <b>9</b><br />\n",
        "<link rel='stylesheet' href='/tide.css'>\n",
    ],
)
def test_what_a_server_puts_before_a_page_makes_it_no_text(before: str, tmp_path: Path) -> None:
    page = f"{before}<!DOCTYPE html>\n<html><head><title>Lamps lit again</title></head><body><h1>Lamps lit again</h1>"
    page += "".join(f"<p>{line}</p>" for line in TEXTS) + "</body></html>"
    for name in ("lamps.html", "lamps"):
        (tmp_path / name).write_text(page if name.endswith("html") else page.replace("<!DOCTYPE", "\n<!DOCTYPE"))
        [article] = read_articles(tmp_path / name)
        assert article.title == "Lamps lit again"
        assert [text for text in _texts(article) if "Warning" not in text] == TEXTS
