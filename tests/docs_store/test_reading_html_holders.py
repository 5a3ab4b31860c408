"""What holds the text of a saved page, where that is made for something else, and what stands around little of it."""

from __future__ import annotations

import pytest

from docs_store.model import Article, BlockKind
from docs_store.reading.html import marked, misused, read_page
from docs_store.reading.html.flow import read_flow
from docs_store.reading.html.page import letters, parse
from docs_store.reading.html.prose import with_most
from docs_store.reading.normalise import normalise
from tests.docs_store.lamps import TEXTS

MENU = "".join(f"<li><a href='/{at}'>Section {at} of the harbour</a></li>" for at in range(40))


def _read(body: str) -> Article:
    head = "<title>Lamps lit again - Tideway</title>"
    page = f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>"
    return normalise(read_page(page, "https://tideway.example/lamps"), path="")


def _texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind is not BlockKind.CAPTION]


def _paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize("tag", ["form", "aside", "nav", "footer"])
def test_an_element_that_holds_headline_and_text_is_no_box_whatever_it_is_named(tag: str) -> None:
    page = f"<ul>{MENU}</ul><{tag}><h1>Lamps lit again</h1><div class='t'>{_paragraphs(TEXTS)}</div></{tag}>"
    assert _texts(_read(page)) == TEXTS


def test_what_is_said_in_one_go_under_a_headline_is_the_text_of_a_page_of_links() -> None:
    teasers = "".join(
        f"<div class='t'><a href='/n/{at}'>How the ferry came back, part {at}</a></div>" for at in range(30)
    )
    page = f"<ul>{MENU}</ul><div class='n'><h1>Lamps lit again</h1><p>{TEXTS[0]} {TEXTS[1]}</p></div>{teasers}"
    assert _texts(_read(page)) == [f"{TEXTS[0]} {TEXTS[1]}"]


def test_what_readers_say_in_boxes_with_a_button_to_answer_each_is_no_text() -> None:
    said = "I saw them lit from the bridge, and I must say that they looked as they did when I was a child here."
    remarks = "".join(
        f"<li><div class='u'><strong>skipper{at}</strong><h4>#{at}</h4></div><p>{said} {at}</p>"
        "<div class='i'><a href='#c'>Reply</a> <a href='#d'>Report</a></div></li>"
        for at in range(3)
    )
    page = f"<h1>Lamps lit again</h1><div class='t'>{_paragraphs(TEXTS)}</div><ul>{remarks}</ul>"
    assert _texts(_read(page)) == TEXTS


@pytest.mark.parametrize(
    "answer", ["Answer: No, it is not.", "Antwort: Nein.", "Reply of the harbour master: We know."]
)
def test_answers_in_boxes_of_an_article_are_its_text(answer: str) -> None:
    asked = (
        "Does the ferry sail in the spring, as the harbour master had said it would when he was asked in the winter?"
    )
    boxes = "".join(f"<div class='q'><p>{asked} {at}</p><p>{answer} {at}</p></div>" for at in range(3))
    page = f"<div id='c'><h1>Lamps lit again</h1>{_paragraphs(TEXTS)}{boxes}</div>"
    assert _texts(_read(page)) == [*TEXTS, *(text for at in range(3) for text in (f"{asked} {at}", f"{answer} {at}"))]


def test_a_quotation_that_is_cut_under_a_linked_heading_is_text() -> None:
    law = "“No ship shall leave the port before its lamps are lit, and none shall enter it in the dark […]"
    cited = f"<h3><a href='/law'>The law of the lamps</a></h3><p>{law}</p>"
    page = f"<div id='c'><h1>Lamps lit again</h1>{_paragraphs(TEXTS)}{cited}{_paragraphs(TEXTS[:1])}</div>"
    assert law in _texts(_read(page))


def test_the_cut_beginnings_of_other_articles_under_their_headlines_are_no_text() -> None:
    others = "".join(
        f"<div class='n'><h2><a href='/n/{at}'>How the ferry came back, part {at}</a></h2>"
        f"<p>The ferry to Tarrow sailed again on Monday, weeks after a storm had torn away its stage {at} […]</p></div>"
        for at in range(3)
    )
    page = f"<div id='c'><h1>Lamps lit again</h1><div class='t'>{_paragraphs(TEXTS)}</div>{others}</div>"
    assert _texts(_read(page)) == TEXTS


def test_the_day_under_the_first_paragraph_is_the_page_s() -> None:
    page = (
        f"<h1>Lamps lit again</h1><div><p>{TEXTS[0]}</p><div>12.10.2031, 19:16 Uhr</div>{_paragraphs(TEXTS[1:])}</div>"
    )
    read = _read(page).published
    assert read is not None
    assert read.date().isoformat() == "2031-10-12"


@pytest.mark.parametrize(
    ("over", "under"),
    [
        ("<div>In the press</div><header>12.10.19</header>", ""),
        ("", "<p><a href='/ada'>von Ada Byron</a>, 12.10.19</p>"),
    ],
)
def test_a_day_in_short_figures_beside_the_headline_is_the_page_s(over: str, under: str) -> None:
    read = _read(f"{over}<h1>Lamps lit again</h1>{under}<div>{_paragraphs(TEXTS)}</div>").published
    assert read is not None
    assert read.date().isoformat() == "2019-10-12"


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2010/HARBOUR/08/13/lamps.lit/index.html", "2010-08-13"),
        ("home/2017/7/12/lamps", "2017-07-12"),
        ("n/2019-05-21-lamps", "2019-05-21"),
        ("2019/99/12/lamps", None),
        ("1912/3/lamps", None),
    ],
)
def test_the_day_in_its_address_is_a_page_s_that_tells_none(path: str, day: str | None) -> None:
    head = "<head><title>Lamps lit again</title></head>"
    page = f"<html>{head}<body><h1>Lamps lit again</h1>{_paragraphs(TEXTS)}</body></html>"
    read = normalise(read_page(page, f"https://tideway.example/{path}"), path="").published
    assert (read and read.date().isoformat()) == day


def test_what_the_head_has_escaped_twice_is_read_once() -> None:
    said = "Ana &amp;amp; Max light the lamps by hand"
    page = f"<html><head><meta property='og:title' content='{said}'></head><body>{_paragraphs(TEXTS)}</body></html>"
    assert normalise(read_page(page), path="").title == "Ana & Max light the lamps by hand"


def test_a_page_s_layout_in_items_makes_no_list_of_its_text() -> None:
    page = f"<ul><li><h3>Lamps lit again</h3></li><li class='left'>{_paragraphs(TEXTS)}</li></ul>"
    assert {block.kind for block in _read(page).blocks if block.text in TEXTS} == {BlockKind.PARAGRAPH}


def test_a_paragraph_that_stands_there_twice_is_told_once() -> None:
    page = f"<h1>Lamps lit again</h1><div>{_paragraphs([TEXTS[0] * 4, *TEXTS[1:], TEXTS[0] * 4])}</div>"
    assert _texts(_read(page)) == [TEXTS[0] * 4, *TEXTS[1:]]


def test_paragraphs_of_one_name_are_all_text_where_one_of_them_is() -> None:
    texts = [f"{text} {number}" for number in range(5) for text in TEXTS]
    said = "".join(f"<div class='para'>{text}</div>" for text in texts)
    tree = parse(
        f"<h1>Lamps lit again</h1><div class='t'>{said}</div><p class='o'>Read the paper before others do.</p>"
    )
    assert tree is not None
    pieces = read_flow(tree).pieces
    last = len(pieces) - 1
    assert with_most(pieces, [3, last]) == [*range(1, len(texts) + 1), last]
    assert with_most(pieces, [last]) == [last]
    assert with_most(pieces, list(range(1, len(texts)))) == list(range(1, len(texts)))


def test_a_heading_whose_id_is_made_of_its_words_is_no_box_of_the_page_s() -> None:
    heading = "<h3 id='boats-that-came-in-and-related-tales'>Boats that came in and related tales</h3>"
    page = f"<h1>Lamps lit again</h1><div>{_paragraphs(TEXTS[:2])}{heading}{_paragraphs(TEXTS[2:])}</div>"
    assert "Boats that came in and related tales" in _texts(_read(page))


@pytest.mark.parametrize(
    ("told", "link"),
    [("harbour@tideway.example", "mailto:harbour@tideway.example"), ("https://tideway.example/lamps/help", "/help")],
)
def test_an_address_that_the_text_announces_is_text(told: str, link: str) -> None:
    asks = "Whoever has seen one of the lamps since the storm may write to the harbour board:"
    page = f"<p>{asks}</p><p><a href='{link}'>{told}</a></p>{_paragraphs(TEXTS[2:])}"
    assert told in _texts(_read(f"<h1>Lamps lit again</h1><div>{_paragraphs(TEXTS[:2])}{page}</div>"))


def test_boxes_within_each_other_are_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def asked_letters(text: str) -> str:
        asked.append(text)
        return letters(text)

    monkeypatch.setattr(misused, "letters", asked_letters)
    boxes, headings = "<aside>" * 50, "<h2>How the ferry came back</h2>" * 50
    tree = parse(f"<title>Lamps lit again</title>{boxes}{headings}{_paragraphs(TEXTS)}")
    assert tree is not None
    misused.set_right(tree)
    assert len(asked) == 1 + 50


def test_of_what_is_marked_within_itself_the_beginning_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def squeezed(text: str) -> str:
        asked.append(len(text))
        return text

    monkeypatch.setattr(marked, "squeezed", squeezed)
    tree = parse("<div itemprop='author'>" * 20 + "Ana Lima, " * 2_000)
    assert tree is not None
    assert marked.marked_authors(tree) == ()
    assert max(asked) < 5_000
