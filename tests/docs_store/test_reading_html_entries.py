"""Live blogs, callouts and bare text of saved pages: what stands among the paragraphs as their equal is the text."""

from __future__ import annotations

import pytest

from docs_store.model import Article, BlockKind
from docs_store.reading.html import read_page
from docs_store.reading.html.ticker import is_moment
from docs_store.reading.normalise import normalise
from tests.docs_store.lamps import TEXTS

OPENING = "The tide is expected to stand three metres over the quay of Tarrow tonight, and the schools stay closed."
FIRST = "Two skippers were fetched from the roof of the fish market by a boat of the fire brigade, unhurt."
SECOND = "No train runs to Nether Quay, the railway's spokeswoman Ada Quill says, and none will before noon."


def _read(body: str) -> Article:
    html = f"<html lang='en'><head><title>Tide</title></head><body><article><h1>Tide in Tarrow</h1>{body}</article>"
    return normalise(read_page(f"{html}</body></html>", "https://tideway.example/tide"), path="")


def _told(article: Article) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in article.blocks]


@pytest.mark.parametrize(
    "entry",
    [
        "<div class='entry'><span class='time'>{}</span>{}{}</div>",
        "<section class='post'><time datetime='2031-03-03T21:38:00Z'>{}</time>{}{}</section>",
        "<div class='item'>{1}<p class='when'>{0}</p>{2}</div>",
    ],
)
def test_an_entry_of_a_live_blog_keeps_its_moment_and_its_heading(entry: str) -> None:
    first = entry.format("21:38 Uhr", "<h3>Two on a roof</h3>", f"<p>{FIRST}</p>")
    second = entry.format("20.15 GMT", "<h3>No trains</h3>", f"<p>{SECOND}</p>")
    assert _told(_read(f"<p>{OPENING}</p><div class='blog'>{first}{second}</div>")) == [
        (BlockKind.PARAGRAPH, OPENING),
        (BlockKind.HEADING, "21:38 Uhr Two on a roof"),
        (BlockKind.PARAGRAPH, FIRST),
        (BlockKind.HEADING, "20.15 GMT No trains"),
        (BlockKind.PARAGRAPH, SECOND),
    ]


def test_an_entry_without_a_heading_has_its_moment_for_one() -> None:
    entries = (f"<div class='entry'><b>{at}</b><p>{text}</p></div>" for at, text in (("9:07", FIRST), ("8:55", SECOND)))
    headings = [text for kind, text in _told(_read(f"<p>{OPENING}</p>{''.join(entries)}")) if kind is BlockKind.HEADING]
    assert headings == ["9:07", "8:55"]


def test_one_time_of_day_makes_no_live_blog() -> None:
    article = _read(f"<p>{OPENING}</p><div class='meta'>21:38</div><p>{FIRST}</p><p>{SECOND}</p>")
    assert [text for _, text in _told(article)] == [OPENING, FIRST, SECOND]


@pytest.mark.parametrize("text", ["21:38", "9.05 pm", "18.04 BST", "3 March 2031, 21:38", "21h05", "Um 10:42 Uhr"])
def test_a_moment_is_a_time_of_day(text: str) -> None:
    assert is_moment(text)


@pytest.mark.parametrize("text", ["3 March 2031", "21:38 Two injured", "Tarrow 2:31", "25:10", "192.168.10.1"])
def test_what_is_no_moment(text: str) -> None:
    assert not is_moment(text)


def test_a_callout_and_bare_text_among_the_paragraphs_are_text() -> None:
    callout = "<div class='card kg-callout'><div>💡</div><div>The quay was laid in 1904, by hand.</div></div>"
    bare = "Forty people sat in the chapel, which stands on the hill, and sang until the morning came."
    article = _read(f"<p>{OPENING}</p><p>{FIRST}</p>{callout}<img src='a.jpg'>{bare}<p>{SECOND}</p>")
    texts = [block.text for block in article.blocks if block.image is None]
    assert texts == [OPENING, FIRST, "The quay was laid in 1904, by hand.", bare, SECOND]


def test_the_last_paragraph_of_a_short_page_is_text() -> None:
    article = _read(f"<p>{OPENING}</p><div class='x'><img src='a.jpg'></div>{FIRST}<p>A shed was lost.</p>")
    assert [block.text for block in article.blocks if block.image is None] == [OPENING, FIRST, "A shed was lost."]


def test_a_page_whose_text_stands_in_its_menu_alone_is_read() -> None:
    said = f"{FIRST} {SECOND} {OPENING}"
    article = normalise(read_page(f"<nav>{said}<h1>0</h1></nav>", "https://tideway.example/tide"), path="")
    assert said in [block.text for block in article.blocks]


def test_a_page_of_nothing_but_teasers_is_read() -> None:
    teasers = "".join(
        f"<div class='teaser'><h2><a href='/{at}'>Tide number {at} of this night</a></h2><p>A short teaser.</p></div>"
        for at in range(20)
    )
    page = f"<html><head><title>Tideway Post</title></head><body>{teasers}</body></html>"
    assert normalise(read_page(page, "https://tideway.example/"), path="").title == "Tideway Post"


def test_a_post_set_into_the_text_is_a_quotation_with_its_author() -> None:
    post = (
        "<blockquote class='twitter-tweet'><p>I did not open the sluice. It opened itself.</p>"
        "&mdash; Orla Vance (@orla) <a href='https://twitter.example/1'>March 3, 2031</a></blockquote>"
    )
    assert _told(_read(f"<p>{OPENING}</p><p>{FIRST}</p>{post}<p>{SECOND}</p>"))[2:4] == [
        (BlockKind.QUOTE, "I did not open the sluice. It opened itself."),
        (BlockKind.QUOTE, "— Orla Vance (@orla) March 3, 2031"),
    ]


def _posts(*texts: str) -> str:
    post = "<div class='post'><h2><a href='/{0}'>Post {0} on the tide</a></h2><p class='by'>By Ada Quill</p>{1}</div>"
    return "".join(post.format(at, text) for at, text in enumerate(texts, 1))


def test_posts_in_full_one_after_another_keep_their_headings() -> None:
    texts = ["".join(f"<p>{line}</p>" for line in lines) for lines in (TEXTS[:4], TEXTS[4:])]
    page = f"<html><head><title>Notes of Tarrow</title></head><body><div id='main'>{_posts(*texts)}</div></body></html>"
    told = _told(normalise(read_page(page), path=""))
    headings = [text for kind, text in told if kind is BlockKind.HEADING]
    assert headings == ["Post 1 on the tide", "Post 2 on the tide"]
    assert told[0] == (BlockKind.HEADING, "Post 1 on the tide")


def test_a_linked_heading_over_a_line_or_two_is_a_teasers() -> None:
    teasers = _posts("<p>The tide is coming, and it is high.</p>", "<p>The tide is going, and it is low.</p>")
    text = "".join(f"<p>{line}</p>" for line in (OPENING, FIRST, SECOND))
    told = [text for _, text in _told(_read(f"{text}<div class='more'>{teasers}</div>"))]
    assert told[:3] == [OPENING, FIRST, SECOND]
    assert not any(line.startswith("Post ") for line in told)
