"""What stands on scraped pages like a caption with its credit, and is something else: nothing of it is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs_store.reading import read_articles
from docs_store.reading.raw import RawDocument
from docs_store.reading.text import read_text
from tests.docs_store.prose import PROSE


def read(*lines: str) -> RawDocument:
    return read_text("\n\n".join(lines))


def story(raw: RawDocument) -> str:
    return " ".join(block.text for block in raw.blocks)


@pytest.mark.parametrize(
    "lines",
    [
        ("$20 at Osk Outdoor (Small)", "$30 at Sarn Outdoor (Small)"),
        ("“The Only Well” Lyrics: Ana Lima (Ft. Rosa Vera)", "“The Mill” Lyrics: Max Born (Ft. Rosa Vera)"),
        ("The bridge was never meant to be seen from… Read…", "The mill has stood since the year of the… Read…"),
        ("Felix (F.J.) Sarnow", "More by Felix (F.J.) Sarnow"),
        ("In the Copyright Office’s latest ruling, the valley asked for six exemptions",),
        ("Osk Copyright Infringement Claim",),
        ("Top of the page Home © 2014 Valley Media Inc",),
        ("Osk Courier © 2011-2019",),
        ("NO LICENCE IS GRANTED TO ANY PATENT, COPYRIGHT OR OTHER PROPERTY RIGHT.",),
        ("CuandoÃ©l que era el responsable de los pozos del valle llegó",),
        ("Mill Road 45, Osk /Sarn, 02923",),
        ("You comment with your account. Sign out / Change",),
        ("The valley mourned on Monday with a march to the mill. WHOLE STORY | DAY OF MOURNING",),
        ("Wells | Mills | Bridges | Ferries | Special Reports",),
        ("Here is what the council wanted from the mill!....[Link]",),
        ("Im Ofen (Mitte) in 15 Minuten backen, bis sie goldbraun sind.",),
        ("A well nobody had seen before. The", "The mill stood still for a year. The"),
        ("A sentence of the text that goes on like this. That a valley...",),
        ("Next » | Last »",),
        ("Read what the valley has agreed on here. | Powered by Osk Press Images",),
        ("ANA LIMA and ROSA VERA - AP Technology Writers",),
        ("Rn. 20 – Wells in the common; Osk, Urt. v. 27.3.2007 – VI ZR 101/06, OSK 2007, 724",),
        ("Ana Lima, «On wells and who digs them», The Osk Review, 15 September 2009.",),
        ("978-3-407-86532-8", "On shelves:"),
        ("Foto(s): © 123RF.com",),
    ],
)
def test_what_ends_like_a_credit_stays_in_the_text(lines: tuple[str, ...]) -> None:
    raw = read(*PROSE, *lines, *PROSE)
    assert raw.images == ()
    assert all(line in story(raw) for line in lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("„Ein Tal ohne Brunnen ist wie ein Haus ohne Dach.“", "(Ana Lima – Dichterin aus Osk)"),
        ("Questions about the well?", "© 2009-2024 Osk.com"),
        ("Recevoir la newsletter de la vallée", "AFP"),
        ("Home / Fit & Well / Food and Drink", "Getty Images"),
        ("2015. augusztus 20., 11:16", "AFP"),
        ("20 August 2015, 11:16 Photo: AFP",),
        ("The mill of Osk is a member of its guild", "© 2016"),
        ("Left Image: Osk Water Authority", "Right Image: Ana Lima"),
    ],
)
def test_what_stands_over_a_credit_may_be_no_caption(lines: tuple[str, ...]) -> None:
    raw = read("The price of water", *PROSE, *lines, *PROSE)
    assert not any(image.caption for image in raw.images)


def test_a_quotation_keeps_who_said_it() -> None:
    quotation = ("„Ein Tal ohne Brunnen ist wie ein Haus ohne Dach.“", "(Ana Lima – Dichterin aus Osk)")
    assert all(line in story(read(*PROSE, *quotation, *PROSE)) for line in quotation)


def test_headings_of_a_list_of_things_are_no_captions_of_the_pictures_under_them() -> None:
    headings = ("The Best Bucket for Wells", "An Honest Rope", "Our Favorite Wooden Lids")
    told = [text for heading in headings for text in (heading, "Photograph: Ana Lima/AFP", PROSE[0])]
    raw = read("What to buy for a well", *PROSE, *told, PROSE[1])
    assert not any(image.caption for image in raw.images)
    assert all(heading in story(raw) for heading in headings)
    named = ("Ana Lima at the Well", "Photograph: Rosa Vera/AFP")
    assert [image.caption for image in read("What to buy", *PROSE, *named, *PROSE).images] == [named[0]]


def test_a_credit_with_its_label_is_of_what_stands_over_it_and_not_of_the_next_heading() -> None:
    lines = ("The dry well of Osk in spring.", "Photograph by Ana Lima", "Plans for the future")
    over = ("Photograph by Ana Lima", "A pump that nobody needs", PROSE[1])
    raw = read(PROSE[0], *over, *lines, *PROSE)
    assert lines[0] in [image.caption for image in raw.images]
    assert lines[2] in story(raw)


def test_the_last_paragraph_that_an_agency_signs_is_text() -> None:
    last = "地元の当局者は「井戸は三年前から涸れている」と語った。" * 5 + "(c)AFP/Ana LIMA"
    raw = read(
        "井戸の値段", *["村人は毎朝、隣の谷まで水を汲みに行く。そこの井戸はまだ涸れていないからだ。" * 4] * 3, last
    )
    assert raw.images == ()
    assert "当局者" in story(raw)


def test_a_credit_of_which_nothing_tells_the_picture_stays() -> None:
    raw = read("Ana Lima Fotografa | Moment | Getty Images", *PROSE)
    assert "Ana Lima Fotografa" in story(raw) + " ".join(image.credit for image in raw.images)
    last = read("The price of water", *PROSE, "Photo: Ana Lima/AFP")
    assert "Ana Lima/AFP" in story(last) + " ".join(image.credit for image in last.images)


@pytest.mark.parametrize("line", ["Credit Control", "Photo Gallery", "Foto Galerie"])
def test_a_label_of_the_page_is_no_credit(line: str) -> None:
    raw = read("The price of water", PROSE[0], "Corporate finance of the mill", line, *PROSE)
    assert raw.images == ()


def test_two_people_or_one_and_a_paper_made_a_picture() -> None:
    for credit in ("Ana Lima / Rosa Vera", "Yxo Qweltz/Osk Star"):
        raw = read("The price of water", *PROSE, f"The dry well of Osk in spring. {credit}", *PROSE)
        assert [image.credit for image in raw.images] == [credit]


def test_a_heading_under_the_lead_is_no_caption() -> None:
    heading = "Half of the valley stays without water"
    lead = f"{PROSE[0]} {PROSE[1]}"
    raw = read("The price of water", "By Ana Lima", lead, "Advertisement", "Share", heading, *PROSE)
    assert heading in story(raw)
    assert raw.images == ()


def test_what_programs_write_for_buttons_and_headings_is_no_caption(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    controls = ("(BUTTON) (BUTTON)", PROSE[0], "[INS: :INS] [INS: :INS]", PROSE[1])
    heading = ("## The well of Osk", "Photograph: Ana Lima/AFP", PROSE[2])
    path.write_text("\n\n".join(("The price of water", *controls, *heading)), encoding="utf-8")
    (article,) = read_articles(path, annotate=False)
    assert not any(image.caption for image in article.images)
    assert "(BUTTON" not in article.body
    assert "INS:" not in article.body
    assert "The well of Osk" in article.body


def test_the_only_headline_may_stand_over_the_credit_of_a_picture_and_short_paragraphs() -> None:
    headline, credit = "The last well of the valley runs dry", "© Bild: REUTERS / ANA LIMA"
    short = "Carts bring water up from the river, as they did in the war and in the years after it, when it was dug."
    raw = read(headline, credit, short, *PROSE)
    assert raw.title == headline
    assert not any(image.caption for image in raw.images)


@pytest.mark.parametrize("window", ["{} - Reuters", "{} | AP News", "{} – Getty Images", "{}? | Reuters"])
def test_an_agency_behind_a_bar_on_the_first_line_is_whose_page_it_is(window: str) -> None:
    headline = "The last well of the valley runs dry"
    alone = read(window.format(headline), *PROSE)
    assert (alone.title, alone.images) == (window.format(headline), ())
    under_menu = read(window.format(headline), "News", "Home", headline, "By Ana Lima", *PROSE)
    assert (under_menu.title, under_menu.images) == (headline, ())


@pytest.mark.parametrize("line", ["The last well of the valley | Photo: Reuters", "The last well. | Ana Lima/Reuters"])
def test_a_caption_may_stand_on_the_first_line(line: str) -> None:
    assert read(line, *PROSE).images


def test_a_window_title_over_whose_page_it_is_has_no_credit() -> None:
    raw = read("The last well of the valley runs dry | Reuters", "Discover Thomson Reuters", "News", *PROSE)
    assert not any(image.caption for image in raw.images)


def test_whom_a_story_tells_of_has_made_no_pictures() -> None:
    told = ("Nobody in the valley had seen him since the spring. Varnolt", "The mill was sold in the end. Varnolt")
    of_him = [
        f"Then they asked where Varnolt {did} in the years of the drought." for did in ("lived", "worked", "went")
    ]
    raw = read(
        "The miller of Osk", PROSE[0], told[0], PROSE[1], told[1], PROSE[2], *of_him, "The well. Ana Lima", *PROSE
    )
    assert raw.images == ()
    assert len(read("The mill", PROSE[0], told[0], PROSE[1], told[1], PROSE[2], of_him[0], *PROSE).images) == len(told)


@pytest.mark.parametrize("word", ["Often", "But"])
def test_a_common_word_at_the_end_of_lines_names_nobody(word: str) -> None:
    cut = (f"Nobody in the valley had seen him. {word}", f"The mill was sold in the end. {word}")
    inside = f"And so they asked, {word} nobody answered them, as it had been in the years of the drought."
    assert read("The miller of Osk", PROSE[0], cut[0], PROSE[1], cut[1], PROSE[2], inside, *PROSE).images == ()
