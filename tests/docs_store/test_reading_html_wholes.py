"""What belongs to the article of a saved page though it is not set as its paragraphs are."""

from __future__ import annotations

import json

import pytest

from docs_store.model import Article, BlockKind
from docs_store.reading.html import read_page
from docs_store.reading.html.chrome import Homes
from docs_store.reading.html.flow import read_flow
from docs_store.reading.html.page import parse
from docs_store.reading.html.wholes import with_wholes
from docs_store.reading.normalise import normalise

FIRST = "The nine lamps of the harbour were lit again on Monday, eleven weeks after a storm had torn their cable."
SECOND = "Two boats had run aground on the bar since Christmas, and several skippers waited outside until morning."
THIRD = "The harbour master said the lamps would be inspected every autumn, and a spare drum of cable would be kept."
REST = [
    f"The {which} of the skippers said that no boat had come in over the bar at night since the lamps went out."
    for which in ("oldest", "youngest", "tallest", "loudest", "third")
]
PROSE = "".join(f"<p>{text}</p>" for text in (SECOND, *REST, THIRD))
LESSON = "Never trust a lamp that nobody has looked at since the spring, and carry a bell."


def _read(inside: str = "", after: str = "", head: str = "") -> Article:
    html = (
        f"<!DOCTYPE html><html><head>{head}</head><body><main><article><h1>Lamps lit over the bar</h1>"
        f"<div class='text'><p>{FIRST}</p>{inside}{PROSE}{after}</div></article></main></body></html>"
    )
    return normalise(read_page(html, "https://tideway.example/lamps"), path="")


def _texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind is not BlockKind.CAPTION]


def _whole(inside: str, *kept: str) -> list[str]:
    """Return what is the article's besides its paragraphs where `kept` alone was taken of what stands `inside` it."""
    tree = parse(f"<html><body><main><div class='text'><p>{FIRST}</p>{inside}{PROSE}</div></main></body></html>")
    assert tree is not None
    pieces = read_flow(tree).pieces
    texts = {FIRST, SECOND, *REST, THIRD}
    taken = [at for at, piece in enumerate(pieces) if piece.text in texts or piece.text in kept]
    home = pieces[taken[0]].element.getparent()
    assert home is not None
    homes = Homes(frozenset((home, *home.iterancestors())))
    return [pieces[at].text for at in with_wholes(pieces, taken, homes) if pieces[at].text not in texts]


@pytest.mark.parametrize(
    ("box", "texts"),
    [
        (f"<div class='quote-wrap'><div class='press'><p>{LESSON}</p><p>- Ada Byron, pilot</p></div></div>",
         [LESSON, "- Ada Byron, pilot"]),
        (f"<div class='tip'><div><p class='over'>Lesson 1</p><div class='large'><p>{LESSON}</p></div></div></div>",
         ["Lesson 1", LESSON]),
    ],
)  # fmt: skip
def test_a_box_that_says_something_stays_where_it_stands(box: str, texts: list[str]) -> None:
    assert _whole(box) == texts


@pytest.mark.parametrize(
    "box",
    [
        f"<div class='cta'><div><p>{LESSON}</p></div><div><a href='/shop'>To the shop</a></div></div>",
        f"<div class='consent'><div><p>{LESSON}</p></div><div><button>Accept</button></div></div>",
        f"<div class='film'><div><p>{LESSON}</p></div><video src='x.mp4'></video></div>",
        f"<div class='player'><div><p>{LESSON}</p></div></div>",
        f"<div class='sr-only'><div><p>{LESSON}</p></div></div>",
        f"<div class='newsletter'><div><p>{LESSON}</p></div></div>",
        "<div class='note'><div><p>Lamps</p></div></div>",
        f"<figure><img src='/lamp.jpg'><figcaption>{LESSON}</figcaption></figure><div><p>{LESSON}</p></div>",
    ],
)
def test_a_box_that_asks_for_something_or_says_it_again_stays_out(box: str) -> None:
    assert _whole(box) == []


def test_answers_stand_under_their_questions() -> None:
    questions = {
        "Why did the lamps go out?": "A storm in January tore the cable that leads over the bar to the last of them.",
        "Who lights them now?": "The pilots do, in turn, and they row out to each of the nine lamps before sunset.",
    }
    rows = "".join(
        f"<div class='faq-{at}'><div class='bar'><div class='icon'>K</div><h3>{asked}</h3></div>"
        f"<div class='panel'>{told}</div></div>"
        for at, (asked, told) in enumerate(questions.items())
    )
    assert [text for text in _whole(f"<div class='rows'>{rows}</div>", *questions) if text != "K"] == [
        text for question in questions.items() for text in question
    ]


def test_a_program_keeps_its_lines_and_what_its_figure_is_called() -> None:
    lines = ["lamps = 9", "for lamp in range(lamps):", "light(lamp)"]
    rows = "".join(
        f"<div class='ec-line'><div class='gutter'><div class='ln'>{at}</div></div><div class='code'>{line}</div></div>"
        for at, line in enumerate(lines, 1)
    )
    caption = "<figcaption class='header'><span>tools/lamps.py</span></figcaption>"
    assert _whole(f"<div class='code-box'><figure>{caption}<pre><code>{rows}</code></pre></figure></div>") == [
        "tools/lamps.py",
        *lines,
    ]


def test_the_rest_of_a_list_stays_though_it_looks_like_a_byline() -> None:
    days = ["2031-02-05: The cable is torn", "2031-02-14: The first lamp is lit"]
    first = "A storm comes up in the night, nobody is on watch, and the cable over the bar is torn"
    assert _whole(f"<ul><li>{first}</li><li>{days[0]}</li><li>{days[1]}</li></ul>", first) == [first, *days]
    assert _whole(f"<ul><li>Lamps</li><li>{first}</li><li>{days[0]}</li></ul>", "Lamps") == ["Lamps"]


def test_headings_in_boxes_of_their_own_stay_over_the_text() -> None:
    said = "The cable is as old as the bar, as the oldest of the skippers remembers it."
    inside = f"<div class='items'><div class='head'><h2>Cable</h2></div><ul><li>{said}</li></ul></div>"
    assert _whole(inside, said) == ["Cable", said]
    assert _whole("<div class='more'><h2><a href='/boats'>Boats come in again</a></h2></div>") == []


def test_all_pictures_of_a_gallery_under_the_text_are_kept() -> None:
    names = ["Ada Byron", "Max Born", "Nora Quill", "Clara Winter"]
    items = "".join(
        f"<dl class='gallery-item'><dt><a href='/full/{at}.jpg'><img src='/lamp-{at}-300x200.jpg' width='300'></a>"
        f"<img src='/lamp-{at}-small-300x200.jpg' width='300'></dt>"
        f"<dd class='wp-caption-text gallery-caption'>{name} at her lamp (Photo: Osk Herald)</dd></dl>"
        for at, name in enumerate(names)
    )
    article = _read(after=f"<div class='gallery'>{items}</div>")
    captions = [image.caption for image in article.images if image.caption]
    assert captions == [f"{name} at her lamp" for name in names]


def test_an_article_of_a_wiki_is_called_by_its_name() -> None:
    facts = {"@type": "Article", "name": "Lamps lit over the bar", "headline": "signals of a harbour in the north"}
    script = f"<script type='application/ld+json'>{json.dumps(facts)}</script>"
    edit = "<div class='mw-heading'><h2>Cable</h2><span class='mw-editsection'>[<a href='/e'>edit</a>]</span></div>"
    article = _read(f"{edit}<p>{LESSON}</p>", head=f"<title>Lamps lit over the bar - Tideway Wiki</title>{script}")
    assert article.title == "Lamps lit over the bar"
    assert "[edit]" not in _texts(article)


def test_a_plea_that_is_called_a_caption_is_neither_caption_nor_text() -> None:
    plea = "The Osk Letter is a reader-supported publication. To receive new posts, consider becoming a subscriber."
    article = _read(after=f"<div class='subscription-widget-wrap'><p class='cta-caption'>{plea}</p></div>")
    assert article.images == ()
    assert plea not in _texts(article)
