"""What is left of a page or a wire in an article, its title or its byline, where a reader would not have it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docs_store import Article, read_articles
from docs_store.model import BlockKind
from docs_store.reading.datelines import agency_signed, without_dateline
from docs_store.reading.stops import is_of_number
from docs_store.reading.text import read_text

_TEXT = (
    "The old bridge over the Osk has been closed since Monday, and nobody in the valley knows for how long. The "
    "council wants to decide in April what is to become of it, and the farmers drive round by the weir until then."
)
_MORE = (
    "The ferryman has not had so many passengers in forty years, he says, and his two sons have come home from the "
    "coast to help him. In the evening the queue reaches as far as the mill, whose owner sells bread to those who wait."
)


def _read(tmp_path: Path, text: str, name: str = "page.txt") -> Article:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return next(iter(read_articles(path)))


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("OSK, April 25 (Reuters) - The bridge is closed.", "The bridge is closed."),
        ("Osk (dpa/osk) - Die Brücke ist zu.", "Die Brücke ist zu."),
        ("MADRID, 3 Ene. (EUROPA PRESS) - El puente está cerrado.", "El puente está cerrado."),
        ("(ANSA) - ROMA, 12 GEN - Il ponte è chiuso.", "Il ponte è chiuso."),
        ("BHOPAL: The bridge is closed.", "The bridge is closed."),
        ("WASHINGTON — The bridge is closed.", "The bridge is closed."),
        ("Hamburg. Die Brücke ist zu.", "Die Brücke ist zu."),
        ("КИЕВ, 3 янв — РИА Новости. Мост закрыт.", "Мост закрыт."),
        ("【ニューヨーク＝山田一郎】橋は閉鎖された。", "橋は閉鎖された。"),
        ("(서울=연합뉴스) 홍길동 기자 = 다리가 폐쇄됐다.", "다리가 폐쇄됐다."),
        ("NATO: The bridge is closed.", "NATO: The bridge is closed."),
        ("The bridge (built in 1803) - a wonder once.", "The bridge (built in 1803) - a wonder once."),
        ("Wow. That is a bridge.", "Wow. That is a bridge."),
    ],
)
def test_a_dateline_is_told_from_the_first_sentence(text: str, without: str) -> None:
    assert without_dateline(text) == without


@pytest.mark.parametrize(
    ("paragraph", "title"),
    [
        ("Hamburg. Die Brücke über die Osk ist seit Montag gesperrt. Niemand weiß, wie lange.",
         "Die Brücke über die Osk ist seit Montag gesperrt."),
        ("OSK, April 25 (Reuters) - The bridge over the river is closed. Nobody knows for how long.",
         "The bridge over the river is closed."),
        ("No luck. The bridge over the river is closed. Nobody knows for how long.",
         "No luck. The bridge over the river is closed."),
        ("Am 3. Oktober wurde die Brücke geschlossen. Niemand weiß, wie lange.",
         "Am 3. Oktober wurde die Brücke geschlossen."),
        ("Die Brücke wurde am Mittwoch (12.3.) gesperrt. Niemand weiß, wie lange.",
         "Die Brücke wurde am Mittwoch (12.3.) gesperrt."),
        ("Zum 38. Mal wird an der Osk gelaufen. Es kommen mehr Leute als je.", "Zum 38. Mal wird an der Osk gelaufen."),
    ],
)  # fmt: skip
def test_a_title_is_made_of_the_first_real_sentence(tmp_path: Path, paragraph: str, title: str) -> None:
    article = _read(tmp_path, json.dumps({"text": f"{paragraph}\n\n{_TEXT}"}), "page.json")
    assert article.title_made
    assert article.title == title


def test_no_title_is_made_of_a_name_before_the_text(tmp_path: Path) -> None:
    article = _read(tmp_path, json.dumps({"text": f"Osk\n\nAda Byron\n\n{_TEXT}"}), "page.json")
    assert article.title.startswith("The old bridge over the Osk")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Aufnahme vom 3. Juli.", True), ("den 3. juli ble brua stengt", True), ("zum 38. Mal", True),
        ("2024. július 3. óta", True), ("v 19. století", True), ("am 5. Dezember", True),
        ("He was 38. Then he left.", False), ("It was built in 1994. May came.", False),
        ("Er kam als 3. Danach", False),
    ],
)  # fmt: skip
def test_a_stop_after_a_number_may_end_no_sentence(text: str, number: bool) -> None:
    assert is_of_number(text, text.index(".")) is number


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("Ein Kahn an der Furt von Lindau. Aufnahme vom 3. Juli. Ohm Zwirner / Pool via Reuters",
         "Ein Kahn an der Furt von Lindau. Aufnahme vom 3. Juli.", "Ohm Zwirner / Pool via Reuters"),
        ("Most u Lindavy na snímku ze 3. července. Jan Novák / ČTK",
         "Most u Lindavy na snímku ze 3. července.", "Jan Novák / ČTK"),
    ],
)  # fmt: skip
def test_a_day_is_no_end_of_a_caption(line: str, caption: str, credit: str) -> None:
    image = read_text(f"The bridge is closed\n\n{_TEXT}\n\n{line}\n\n{_MORE}").images[0]
    assert (image.caption, image.credit) == (caption, credit)


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Reuter", "Reuter"), ("REUTER", "REUTER"), ("(dpa/lby)", "dpa"), ("AFP/ab", "AFP"), ("-- AP", "AP"),
        ("(Quelle: APA/sda/dpa)", "APA"), ("Europa Press", "Europa Press"),
        ("ab/cd", ""), ("Hamburg", ""), ("AFP reported this", ""), ("Reuters was not told.", ""), ("(KNA) said.", ""),
    ],
)  # fmt: skip
def test_what_an_agency_signs_with(line: str, agency: str) -> None:
    assert agency_signed(line) == agency


def test_an_agencys_sign_is_no_paragraph(tmp_path: Path) -> None:
    record = _read(tmp_path, json.dumps({"title": "Bridge closed", "text": f"{_TEXT}\n\n{_MORE}\n\n REUTER"}), "a.json")
    assert [block.text for block in record.blocks] == [_TEXT, _MORE]
    page = _read(tmp_path, f"The bridge is closed\n\n{_TEXT}\n\n{_MORE}\n\n(dpa/osk)")
    assert page.source == "dpa"
    assert [block.text for block in page.blocks if block.kind is BlockKind.PARAGRAPH] == [_TEXT, _MORE]


@pytest.mark.parametrize(
    "lines",
    [
        ("Ada Byron", "Journalist", _TEXT),
        ("Ada Byron", "Science Editor in Osk", _TEXT),
        ("A boat at the weir of Lindau. / Ada Byron", "Ada Byron", "12 May 2031", _TEXT),
        ("ADA BYRON", _TEXT),
        ("Ada Byron", _TEXT),
    ],
)
def test_a_byline_over_a_text_without_a_headline_is_no_title(lines: tuple[str, ...]) -> None:
    raw = read_text("\n\n".join((*lines, _MORE)))
    assert (raw.title, raw.authors) == ("", ("Ada Byron",)) or (raw.title, raw.authors) == ("", ("ADA BYRON",))


def test_a_name_that_the_text_tells_of_is_a_title() -> None:
    raw = read_text(f"Ada Byron\n\nByron built the bridge. {_TEXT}\n\n{_MORE}")
    assert (raw.title, raw.authors) == ("Ada Byron", ())


def test_a_name_that_the_text_tells_of_is_no_author() -> None:
    told = "Ada Byron, one of the two who crossed the bridge on Monday, has told the court what she saw there."
    raw = read_text(f"Witness tells of the bridge\n\n{told}\n\nAda Byron (R)\n\n{_TEXT}\n\n{_MORE}")
    assert raw.authors == ()


def test_who_wrote_other_articles_did_not_write_this_one() -> None:
    others = "RELATED\n\nFish return to the Osk\n\nMax Born\n\nMay 3, 2031"
    text = f"The bridge is closed\n\n{{}}{_TEXT}\n\n{_MORE}\n\n{others}"
    assert read_text(text.format("")).authors == ()
    assert read_text(text.format("By Ada Byron\n\n")).authors == ("Ada Byron",)
    signed = f"{_TEXT}\n\n{_MORE}\n\nReporting by Ada Byron and Max Born"
    assert read_text(signed).authors == ("Ada Byron", "Max Born")


@pytest.mark.parametrize(
    ("lines", "authors", "source"),
    [
        (("By", "Ada Byron 0 ,", "&", "Max Born 1"), ("Ada Byron", "Max Born"), ""),
        (("By Ada Byron", "Political correspondent in Lindau"), ("Ada Byron",), ""),
        (("Ada Byron", "Lindau", "12 May 2031"), ("Ada Byron",), ""),
        (("Ada Byron – Journalist Journalist",), ("Ada Byron",), ""),
        (("Von Osker-Stern , abc",), (), "Osker-Stern"),
    ],
)
def test_bylines_are_whole_and_nothing_else(lines: tuple[str, ...], authors: tuple[str, ...], source: str) -> None:
    raw = read_text("\n\n".join(("The bridge is closed", *lines, _TEXT, _MORE)))
    assert (raw.title, raw.authors, raw.source) == ("The bridge is closed", authors, source)
    assert [block.text for block in raw.blocks] == [_TEXT, _MORE]


def test_what_stands_over_a_headline_is_none() -> None:
    page = f"After new floods on the Osk\n\nCouncil closes the old bridge again\n\nBy Ada Byron\n\n{_TEXT}\n\n{_MORE}"
    raw = read_text(page)
    assert (raw.title, raw.tags) == ("Council closes the old bridge again", ("After new floods on the Osk",))
    summed_up = read_text(f"Darum geht's\n\nDie Brücke ist seit Montag gesperrt.\n\n{_TEXT}\n\n{_MORE}")
    assert summed_up.title == ""


@pytest.mark.parametrize(
    ("end", "authors", "published"),
    [
        (" (Ada Byron from Lindau, Max Born, 3.5.2031)", ("Ada Byron", "Max Born"), "3.5.2031"),
        (" (Ada Byron, 3. Mai 2031)", ("Ada Byron",), "3. Mai 2031"),
        ("\n\nAda Byron, Max Born", ("Ada Byron", "Max Born"), None),
        ("\n\nЯрослав Кузиша, Антон Зеленко", ("Ярослав Кузиша", "Антон Зеленко"), None),
        (" (Osk Town Hall was rebuilt on 3.5.2031)", (), None),
        ("\n\nLindau, Osk", (), None),
    ],
)
def test_who_signs_a_text_at_its_end_wrote_it(end: str, authors: tuple[str, ...], published: str | None) -> None:
    raw = read_text(f"The bridge is closed\n\n{_TEXT}\n\n{_MORE}{end}")
    assert (raw.authors, raw.published) == (authors, published)


def test_a_kicker_of_some_words_stands_over_headline_standfirst_and_byline() -> None:
    lines = ("The mill and the bridge", "Council closes the old bridge again for want of planks and nails")
    page = "\n\n".join((*lines, "Nobody in the valley knows for how long it will be.", "By Ada Byron", _TEXT, _MORE))
    raw = read_text(page)
    assert (raw.title, raw.tags) == (lines[1], (lines[0],))


def test_what_parts_a_caption_from_its_credit_is_in_neither() -> None:
    raw = read_text(
        f"The bridge is closed\n\n{_TEXT}\n\nA boat lies at the weir of Lindau, Foto: Lena Zimmer/dpa\n\n{_MORE}"
    )
    (image,) = raw.images
    assert (image.caption, image.credit) == ("A boat lies at the weir of Lindau", "Lena Zimmer/dpa")


def test_days_before_what_happened_are_no_list_of_articles() -> None:
    last = "Since then nobody has crossed the Osk but by the ferry, and the council has promised to build a new bridge."
    days = (
        "2031-02-05:",
        "The first crack is seen",
        "2031-02-14:",
        "The farmers are told of it",
        "2031-02-15:",
        "The end",
    )
    texts = [
        block.text for block in read_text("\n\n".join(("The bridge", "By Ana Lima", _TEXT, _MORE, *days, last))).blocks
    ]
    assert texts[-1] == last
    assert all(any(said in text for text in texts) for said in days)


def test_a_paragraph_under_a_list_of_articles_is_not_lost() -> None:
    last = "Since then nobody has crossed the Osk but by the ferry, and the council has promised to build a new bridge."
    listed = [line for at in (3, 4, 5) for line in (f"How the mill of Osk was lit again, part {at}", f"{at} MAY 31")]
    raw = read_text("\n\n".join(("The bridge", "By Ana Lima", _TEXT, _MORE, *listed, last)))
    texts = [block.text for block in raw.blocks]
    assert texts == [_TEXT, _MORE, last]
    assert len(raw.links) == 3


def test_a_sentence_that_begins_as_a_plea_does_is_text() -> None:
    said = (
        "This story has it all: an urgent e-mail, a fake login page, and a clerk who was asked for the key of the weir."
    )
    plea = "This article is for subscribers only. Please log in to read on."
    texts = [block.text for block in read_text("\n\n".join(("The key", _TEXT, said, plea, _MORE))).blocks]
    assert said in texts
    assert plea not in texts


def test_the_initials_of_an_agencys_desks_are_no_caption() -> None:
    raw = read_text(
        "\n\n".join(("The bridge", "By Ana Lima", _TEXT, _MORE, "al/mb/nq/osk", "© Agence France-Presse", _TEXT))
    )
    assert "al/mb/nq/osk" not in [image.caption for image in raw.images]
