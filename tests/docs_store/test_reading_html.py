"""Saved web pages: headline, byline, text and pictures are told from what the page puts around them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from docs_store.model import Article, BlockKind, LinkKind
from docs_store.reading import read_articles
from docs_store.reading.html import read_article, read_fragment, read_page
from docs_store.reading.normalise import normalise

DATA = Path(__file__).parent.parent / "data" / "html"
FIRST = "The nine lamps of the harbour were lit again on Monday, eleven weeks after a storm had torn their cable."
SECOND = "Two boats had run aground on the bar since Christmas, and several skippers waited outside until morning."
THIRD = "The harbour master said the lamps would be inspected every autumn, and a spare drum of cable would be kept."


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def story(inside: str = "", before: str = "", head: str = "") -> Article:
    """Read a page with three paragraphs, `inside` standing after the first and `before` above them."""
    body = f"<article><h1>Lamps lit</h1>{before}<p>{FIRST}</p>{inside}<p>{SECOND}</p><p>{THIRD}</p></article>"
    return normalise(read_page(page(body, head), "https://tideway.example/lamps"), path="")


def only(path: Path) -> Article:
    (article,) = read_articles(path, annotate=False)
    return article


def texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


# What is text


def test_the_blocks_of_a_page_have_their_kinds() -> None:
    article = story(
        "<h2>Aground</h2><blockquote><p>We could see the town and could not reach it at all.</p></blockquote>"
        "<ul><li>The cable is laid below the walkway.</li><li>A second feed runs from the chandlery.</li></ul>"
    )
    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.PARAGRAPH, FIRST),
        (BlockKind.HEADING, "Aground"),
        (BlockKind.QUOTE, "We could see the town and could not reach it at all."),
        (BlockKind.LIST_ITEM, "The cable is laid below the walkway."),
        (BlockKind.LIST_ITEM, "A second feed runs from the chandlery."),
        (BlockKind.PARAGRAPH, SECOND),
        (BlockKind.PARAGRAPH, THIRD),
    ]


@pytest.mark.parametrize(
    "inside",
    [
        "<div class='newsletter-signup'><p>Sign up for our newsletter and get the tide tables every morning.</p></div>",
        (
            "<aside><h3>Most read</h3><p>A long line about quite another matter,"
            " told in a dozen words or more.</p></aside>"
        ),
        "<p>Advertisement</p>",
        "<p><a href='/ferry'>Ferry to sail twice a day from Easter on, the company says</a></p>",
        "<ul class='share'><li><a href='#'>Facebook</a></li><li><a href='#'>Copy link</a></li></ul>",
        "<p style='display: none'>Nobody is shown this paragraph of text, however long it may be in the end.</p>",
    ],
)
def test_what_the_page_says_for_itself_is_left_out(inside: str) -> None:
    assert texts(story(inside)) == [FIRST, SECOND, THIRD]


def test_readers_comments_are_left_out() -> None:
    comment = "<p>They did the same at Withy Ford, and it took three years until anybody came to mend it at all.</p>"
    html = page(
        f"<article><h1>Lamps lit</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
        f"<div id='comments'><h3>Comments</h3>{comment * 2}</div></article>"
    )
    assert texts(normalise(read_page(html), path="")) == [FIRST, SECOND, THIRD]


def test_a_paragraph_full_of_links_is_text_and_its_links_are_references() -> None:
    inside = (
        "<p>The <a href='/bill'>bill of nine hundred crowns</a> was paid by <a href='https://x.example/'>two</a>.</p>"
    )
    article = story(inside)
    assert texts(article)[1] == "The bill of nine hundred crowns was paid by two."
    assert [(link.title, link.url, link.kind) for link in article.links] == [
        ("bill of nine hundred crowns", "https://tideway.example/bill", LinkKind.REFERENCE),
        ("two", "https://x.example/", LinkKind.REFERENCE),
    ]


def test_other_articles_are_related_links_and_other_languages_translations() -> None:
    article = story(
        "<div class='more'><h3>Read also</h3><ul><li><a href='/mole'>Who owns the eastern mole?</a></li></ul></div>",
        head="<link rel='alternate' hreflang='de' href='/de'><link rel='alternate' hreflang='x-default' href='/'>",
    )
    assert [(link.url, link.kind) for link in article.links] == [
        ("https://tideway.example/mole", LinkKind.RELATED),
        ("https://tideway.example/de", LinkKind.TRANSLATION),
    ]
    assert texts(article) == [FIRST, SECOND, THIRD]


def test_the_standfirst_is_what_the_head_describes_or_what_is_called_one() -> None:
    dek = "Skippers waited outside the bay while the council argued over a bill."
    for before, head in (
        (f"<div>{dek}</div>", f"<meta name='description' content='{dek}'>"),
        (f"<p class='article__standfirst'>{dek}</p>", ""),
        (f"<h2>{dek}</h2>", ""),
    ):
        article = story(before=before, head=head)
        assert article.standfirst == dek
        assert article.body.startswith(FIRST)
    cut = f"<meta name='description' content='{FIRST[:60]}…'>"
    assert story(head=cut).standfirst == ""  # the beginning of the text is none


def test_behind_a_paywall_the_description_is_what_there_is() -> None:
    html = page("<h1>Lamps lit</h1><p>Subscribe to read on.</p>", f"<meta property='og:description' content='{FIRST}'>")
    assert normalise(read_page(html), path="").standfirst == FIRST


# Title, date, author


@pytest.mark.parametrize(
    ("head", "heading", "title"),
    [
        ("<title>Lamps lit - The Tideway Post</title>", "The Tideway Post", "Lamps lit"),
        ("<title>Lamps lit | The Tideway Post</title>", "Lamps lit", "Lamps lit"),
        ("<title>x</title><meta property='og:title' content='Lamps lit'>", "The Tideway Post", "Lamps lit"),
        (
            (
                "<meta property='og:site_name' content='Tideway Post'>"
                "<meta property='og:title' content='Lamps lit — Tideway Post'>"
            ),
            "",
            "Lamps lit",
        ),
        (
            (
                '<title>Search words</title><script type="application/ld+json">'
                '{"@type":"NewsArticle","headline":"Lamps lit"}</script>'
            ),
            "Search words",
            "Lamps lit",
        ),
        ("", "Lamps lit", "Lamps lit"),
        ("<meta property='og:title' content='Lamps …'>", "Lamps lit", "Lamps lit"),
        ("<title>Well-known: the 3-2 win</title>", "", "Well-known: the 3-2 win"),
    ],
)
def test_the_title_is_the_headline_without_the_name_of_the_site(head: str, heading: str, title: str) -> None:
    html = page(f"<h1>{heading}</h1><p>{FIRST}</p><p>{SECOND}</p>", head)
    assert read_page(html, "https://tideway.example/1").title == title


@pytest.mark.parametrize(
    ("head", "before", "moment"),
    [
        (
            "<meta property='article:published_time' content='2024-03-11T18:40:00+02:00'>",
            "",
            "2024-03-11T18:40:00+02:00",
        ),
        ("<meta name='date' content='2024-03-11'>", "", "2024-03-11T00:00:00+00:00"),
        ("", "<time datetime='2024-03-11T18:40:00Z'>yesterday</time>", "2024-03-11T18:40:00+00:00"),
        ("", "<div>Published on 11 March 2024</div>", "2024-03-11T00:00:00+00:00"),
    ],
)
def test_a_date_is_found_with_its_zone(head: str, before: str, moment: str) -> None:
    assert story(before=before, head=head).published == dt.datetime.fromisoformat(moment)


def test_a_year_is_no_date() -> None:
    assert (
        story("<p>© 2024 The Tideway Post, and other things that are said at the end of a page.</p>").published is None
    )


@pytest.mark.parametrize(
    ("head", "before"),
    [
        ("<meta name='author' content='Marna Oldfield'>", ""),
        ("", "<p class='byline'>By <a href='/marna'>Marna Oldfield</a></p>"),
        ("", "<div>Posted on March 11, 2024 by <a href='/author/m'>Marna Oldfield</a></div>"),
        (
            "<meta property='og:site_name' content='Tideway Post'><meta name='author' content='Tideway Post'>",
            "<div class='c-author-name'>Marna Oldfield</div>",
        ),
        ("<meta property='article:author' content='https://x.example/marna'>", "<p>By Marna Oldfield</p>"),
    ],
)
def test_an_author_is_found(head: str, before: str) -> None:
    assert story(before=before, head=head).authors == ("Marna Oldfield",)


@pytest.mark.parametrize(
    "script",
    [
        (
            '{"@graph":[{"@type":"Person","@id":"#p","name":"Ana Lima"},{"@type":"NewsArticle"'
            ',"headline":"H","author":{"@id":"#p"}}]}'
        ),
        (
            '[{"@type":"BreadcrumbList"},{"@type":["Thing","BlogPosting"],"headline":"H"'
            ',"author":[{"name":["Ana Lima"]}]}]'
        ),
        '<!--\n{"@type":"Article","headline":"H",\n"author":"Ana Lima", "text":"a\nb"}\n-->',
        '//<![CDATA[\n{"@type":"Article","headline":"H","author":"Ana Lima"}\n//]]>',
    ],
)
def test_json_ld_is_read_in_the_shapes_it_comes_in(script: str) -> None:
    raw = read_page(page(f"<p>{FIRST}</p>", f'<script type="application/ld+json">{script}</script>'))
    assert (raw.title, raw.authors) == ("H", ("Ana Lima",))


@pytest.mark.parametrize("script", ["[" * 5000, '{"a":' * 900 + "1" + "}" * 900, '{"@type":"Article"', "null"])
def test_json_ld_that_is_none_is_passed_over(script: str) -> None:
    named = f'{{"@type":"Article","headline":{script}}}'
    for text in (script, named):
        head = f'<title>Lamps lit</title><script type="application/ld+json">{text}</script>'
        assert read_page(page(f"<p>{FIRST}</p>", head)).title == "Lamps lit"


def test_the_articles_own_data_is_told_from_that_of_teasers() -> None:
    teaser = (
        '{"@type":"NewsArticle","headline":"Ferry to sail","author":"B","datePublished":"2020-01-01","articleBody":"x"}'
    )
    own = '{"@type":"NewsArticle","headline":"Lamps lit in the bay","author":"Ana Lima"}'
    head = f'<title>Lamps lit in the bay</title><script type="application/ld+json">[{teaser},{own}]</script>'
    raw = read_page(page(f"<h1>Lamps lit in the bay</h1><p>{FIRST}</p>", head))
    assert (raw.title, raw.authors) == ("Lamps lit in the bay", ("Ana Lima",))


# Pictures


@pytest.mark.parametrize(
    "figure",
    [
        (
            "<figure><img src='a.jpg'>"
            "<figcaption>The lamps at dusk. <span class='credit'>Ivo Brandt</span></figcaption></figure>"
        ),
        "<figure><img src='a.jpg'><figcaption>The lamps at dusk. Photo: Ivo Brandt</figcaption></figure>",
        (
            "<div class='wp-caption'><img src='a.jpg'>"
            "<p class='wp-caption-text'>The lamps at dusk. (Foto: Ivo Brandt)</p></div>"
        ),
        "<div><img src='a.jpg'><div class='bildunterschrift'>The lamps at dusk. © Ivo Brandt</div></div>",
        "<div><div><img src='a.jpg'></div><p>The lamps at dusk.</p><p>Photo: Ivo Brandt</p></div>",
        "<figure><amp-img src='a.jpg'></amp-img><figcaption>The lamps at dusk. Photo: Ivo Brandt</figcaption></figure>",
        "<img src='a.jpg' data-caption='The lamps at dusk.' data-credit='Ivo Brandt'>",
        (
            "<a href='a.jpg'><figure><img src='a.jpg'>"
            "<figcaption>The lamps at dusk. Photo: Ivo Brandt</figcaption></figure></a>"
        ),
    ],
)
def test_a_caption_is_told_from_its_credit_and_stands_at_its_place(figure: str) -> None:
    article = story(figure)
    (image,) = article.images
    assert (image.caption.rstrip("."), image.credit) == ("The lamps at dusk", "Ivo Brandt")
    assert image.source == "https://tideway.example/a.jpg"
    assert [block.image for block in article.blocks] == [None, 0, None, None]


@pytest.mark.parametrize(
    "image",
    [
        "<img data-src='big.jpg' src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
        "<img srcset='small.jpg 400w, big.jpg 1600w'>",
        "<picture><source srcset='big.jpg 2x, small.jpg 1x'><img src='data:image/png;base64,AA=='></picture>",
        "<img class='lazy' src='data:,'><noscript><img src='big.jpg'></noscript>",
        "<amp-img src='big.jpg'></amp-img>",
    ],
)
def test_a_picture_keeps_the_address_of_its_file(image: str) -> None:
    (found,) = story(f"<figure>{image}<figcaption>The lamps at dusk</figcaption></figure>").images
    assert found.source == "https://tideway.example/big.jpg"


def test_a_picture_that_the_page_holds_itself_has_no_address() -> None:
    (image,) = story(
        "<figure><img src='data:image/jpeg;base64,/9j/4AAQ' alt='Lamps'><figcaption>Dusk</figcaption>"
    ).images
    assert (image.caption, image.alt, image.source) == ("Dusk", "Lamps", "")


@pytest.mark.parametrize(
    "chrome",
    [
        "<img src='/img/logo.png' alt='Tideway Post'>",
        "<img src='/pixel' width='1' height='1'>",
        "<div class='author-box'><figure><img src='/marna.jpg'><figcaption>Marna Oldfield</figcaption></figure></div>",
        (
            "<a href='/ferry'><figure><img src='/ferry.jpg'>"
            "<figcaption>Ferry to sail twice a day</figcaption></figure></a>"
        ),
        "<aside><figure><img src='/x.jpg'><figcaption>Something quite else</figcaption></figure></aside>",
        "<p><img src='/n.jpg' alt='Get the lamps of Tideway delivered to your inbox every week, and sign up now.'></p>",
        (
            "<figure><img src='/n.jpg'>"
            "<figcaption>Get our daily news email with exclusive stories from the pier.</figcaption></figure>"
        ),
        "<figure class='video'><div data-video-id='1'></div><figcaption>Watch the lamps go on</figcaption></figure>",
    ],
)
def test_pictures_of_the_page_itself_are_left_out(chrome: str) -> None:
    assert story(chrome).images == ()


def test_what_only_the_data_says_of_a_picture_is_taken() -> None:
    data = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Lamps lit",'
        '"image":{"@type":"ImageObject",'
        '"url":"https://cdn.example/harbour-lamps-1200x800.jpg","caption":"The lamps at dusk."}}</script>'
    )
    (shown,) = story("<img src='https://cdn.example/harbour-lamps-640x480.jpg' alt='dusk'>", head=data).images
    assert (shown.caption, shown.alt) == ("The lamps at dusk.", "dusk")
    (unshown,) = story(head=data).images
    assert (unshown.caption, unshown.source) == ("The lamps at dusk.", "https://cdn.example/harbour-lamps-1200x800.jpg")


def test_a_picture_shown_twice_is_one() -> None:
    figure = "<figure><img src='a.jpg'><figcaption>The lamps at dusk</figcaption></figure>"
    assert len(story(figure, before=figure).images) == 1
    assert len(story("<img src='a.jpg'><div><img src='a.jpg'></div>").images) == 1


# Files


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<meta charset='iso-8859-1'>", "cp1252"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>", "cp1252"),
        ("<meta charset='latin1'>", "utf-8"),  # it says so, and is not
        ("<meta charset='rot13'>", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("<meta charset='utf-16'>", "utf-8"),
    ],
)
def test_a_page_is_read_in_its_encoding(tmp_path: Path, head: str, encoding: str) -> None:
    path = tmp_path / "page.html"
    text = "Grüße aus Łódź" if encoding.startswith("utf") else "Grüße – „aus“ Malmö"
    path.write_bytes(page(f"<h1>{text}</h1><p>{FIRST}</p><p>{SECOND}</p>", head).encode(encoding))
    assert only(path).title == text


def test_a_page_in_a_script_of_two_bytes_is_read() -> None:
    html = page("<h1>霧ケ浜の灯台</h1><p>" + "灯台が百年ぶりに修復された。" * 9, "<meta charset=Shift_JIS>")
    assert read_page(html.encode("cp932")).title == "霧ケ浜の灯台"


@pytest.mark.parametrize("name", ["page.html", "page.txt", "page", "page.json"])
@pytest.mark.parametrize("begin", ["<!DOCTYPE html>", "<?xml version='1.0'?>\n<!-- x -->\n", "\n\n", "<!-- saved -->"])
def test_a_page_is_told_by_its_content(tmp_path: Path, name: str, begin: str) -> None:
    path = tmp_path / name
    path.write_text(f"{begin}<html><body><h1>Lamps lit</h1><p>{FIRST}</p><p>{SECOND}</p></body></html>")
    assert texts(only(path)) == [FIRST, SECOND]


def test_a_piece_of_a_page_is_read_and_text_that_only_begins_like_one_is_not(tmp_path: Path) -> None:
    piece = tmp_path / "piece.txt"
    piece.write_text(f"<div><h2>Lamps</h2><p>{FIRST}</p><p>{SECOND}</p></div>")
    assert FIRST in texts(only(piece))
    text = tmp_path / "text.txt"
    text.write_text(f"<p> is the mark of a paragraph\n\n{FIRST}\n")
    assert only(text).title == "<p> is the mark of a paragraph"


def test_xhtml_closes_elements_that_html_leaves_open() -> None:
    html = (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/>'
        f'<script src="x.js"/></head><body><a id="one"/><p>{FIRST}</p><p>{SECOND}</p></body></html>'
    )
    assert [block.text for block in read_page(html).blocks] == [FIRST, SECOND]


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0029)https://tideway.example/lamps -->",
        "<!--\n Page saved with SingleFile \n url: https://tideway.example/lamps \n saved date: today\n-->",
    ],
)
def test_a_saved_page_says_where_it_is_from_and_its_files_stay_beside_it(comment: str) -> None:
    figure = "<figure><img src='./Lamps_files/dusk.jpg'><figcaption>The lamps at dusk</figcaption></figure>"
    raw = read_page(f"<!DOCTYPE html>\n{comment}\n<html><body><p>{FIRST}</p>{figure}<p>{SECOND}</p></body></html>")
    assert raw.url == "https://tideway.example/lamps"
    assert [image.source for image in raw.images] == ["./Lamps_files/dusk.jpg"]


def test_a_page_saved_as_mhtml_is_read(tmp_path: Path) -> None:
    path = tmp_path / "lamps.mhtml"
    figure = '<figure><img src=3D"https://tideway.example/a.jpg"><figcaption>D=C3=A4mmerung</figcaption></figure>'
    path.write_bytes(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://tideway.example/lamps\r\nSubject: Lamps\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="XX"\r\n'
        "\r\n--XX\r\n"
        "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: https://tideway.example/lamps\r\n\r\n<html><body><h1>Lamps lit</h1><p>{FIRST}</p>{figure}"
        f"<p>{SECOND}</p></body></html>\r\n--XX\r\nContent-Type: image/jpeg\r\n\r\nAAAA\r\n--XX--\r\n".encode()
    )
    article = only(path)
    assert (article.title, article.url) == ("Lamps lit", "https://tideway.example/lamps")
    assert texts(article) == [FIRST, "Dämmerung", SECOND]


# Pages that are no article, and pages that are none


def test_an_index_gives_its_headlines_and_is_no_article() -> None:
    html = (DATA / "index_en.html").read_bytes()
    raw = read_page(html)
    headlines = [block.text for block in raw.blocks if block.kind is BlockKind.HEADING]
    assert "Harbour lamps lit after eleven dark weeks" in headlines
    assert "Bell of the chapel found in a barn" in headlines
    assert {link.url for link in raw.links} == {"/lamps", "/ferry", "/mole", "/bell"}
    assert read_article(html) is None


def test_an_article_is_one() -> None:
    html = page(f"<article><h1>Lamps lit</h1><p>{FIRST}</p><p>{SECOND}</p></article>")
    assert read_article(html) is None  # as little text may stand on any page
    said = html.replace("<head>", "<head><meta property='og:type' content='article'>")
    found = read_article(said, "https://tideway.example/lamps")
    assert found is not None
    assert found == read_page(said, "https://tideway.example/lamps")


@pytest.mark.parametrize(
    "html", ["<html></html>", "<html><body><!-- --></body></html>", "<html><body> &nbsp; </body></html>"]
)
def test_a_page_without_text_has_none(html: str) -> None:
    assert read_page(html).blocks == ()


@pytest.mark.parametrize(
    "html",
    [
        "<html><body>" + "<div>" * 100_000 + FIRST,
        "<html><body>" + "<ul><li>" * 3_000 + FIRST,
        "<html><body><p>" + FIRST + "<!--" * 60_000,
        "<html><body><p>" + FIRST + "</p>" + "<script>" * 20_000,
        "<html><frameset><frame src='a.htm'><noframes><body><p>" + FIRST + "</p></body></noframes></frameset></html>",
        "<html><body><noscript><p>" + FIRST + "</p></noscript><script>draw()</script></body></html>",
        "<html><body><form><label>" + FIRST + "</label></form></body></html>",
        "<html><body class='" + "a-" * 200_000 + "'>" + "<p id='" + "x_" * 200_000 + "'>" + FIRST,
        "<html><body><p>\0" + FIRST + "\x01</p></body></html>",
    ],
)
def test_whatever_a_page_is_made_of_its_text_is_there(html: str) -> None:
    assert FIRST in " ".join(block.text for block in read_page(html).blocks)


def test_a_page_of_ten_thousand_paragraphs_is_read_whole() -> None:
    paragraphs = "".join(f"<p>{number}. {FIRST}</p>" for number in range(10_000))
    assert len(read_page(page(paragraphs)).blocks) == 10_000


def test_a_fragment_is_read_whole() -> None:
    html = "Short.<p>Second <b>bold</b> one.<br><br>Third.</p><ul><li>An item</li></ul><img src='/a.jpg' alt='A lamp'>"
    found = read_fragment(html, "https://x.example/")
    assert [(block.kind, block.text) for block in found.blocks] == [
        (BlockKind.PARAGRAPH, "Short."),
        (BlockKind.PARAGRAPH, "Second bold one."),
        (BlockKind.PARAGRAPH, "Third."),
        (BlockKind.LIST_ITEM, "An item"),
        (BlockKind.CAPTION, ""),
    ]
    assert found.images[0].source == "https://x.example/a.jpg"
    assert read_fragment("").blocks == ()
    assert [block.text for block in read_fragment("no markup & no end").blocks] == ["no markup & no end"]


def test_a_long_attribute_without_a_name_that_can_be_set_takes_no_page_away(tmp_path: Path) -> None:
    text = "The bridge over the Osk was opened on Monday, and people came from all over the valley to see it built."
    (tmp_path / "osk.html").write_text(
        f"<html><title>A bridge for Osk</title><article><h1>A bridge for Osk</h1><p {{x='{'y' * 3_000}'>{text}</p>"
        f"<p>{text}</p></article></html>",
        "utf-8",
    )
    assert text in next(read_articles(tmp_path / "osk.html")).body
