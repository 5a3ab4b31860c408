"""Captions without a credit of their own: what tells them, and what only looks like one."""

from __future__ import annotations

import pytest

from docs_store.reading.text import read_text
from tests.docs_store.prose import PROSE


def captions(*lines: str) -> list[str]:
    return [image.caption for image in read_text("\n\n".join(lines)).images]


@pytest.mark.parametrize(
    "line",
    [
        "Ada Byron (left) and Max Born at the grain hall",
        "The board of the mill (from left): Ada Byron, Max Born, Ana Lima",
        "Der Vorstand (von links nach rechts): Ada Byron, Max Born, Ana Lima",
        "La junta (de izquierda a derecha): Ana Lima, Rosa Vera",
        "Clockwise from top left: the grain hall in 1994, 2003, 2015 and last winter",
        "Von links: Ada Byron, Max Born und Ana Lima",
        "This artist’s impression shows the grain hall as it is to be",
        "The grain hall lies half in ruins in this photo taken in 2019.",
        "Ada Byron, left, and Max Born at the grain hall, which has been shut since",
        "Ada Byron, second from right, speaks at the grain hall.",
        "Ana Lima, à gauche, devant la halle aux grains",
        "Max Born poses for a group photo at the grain hall",
        "Max Born, pictured with his dog at the grain hall",
        "La antigua lonja, en una imagen de archivo.",
        "FILE - The grain hall before the fire, May 3, 2024",
        "FILE PHOTO: The grain hall before the fire",
        "In this handout photo provided by the mill, the grain hall stands empty.",
        "This undated photo released by the mill shows the grain hall.",
        "Im Bild: Die alte Kornhalle vor dem Brand",
        "Die alte Kornhalle vor dem Brand (Archivbild)",
        "Die alte Kornhalle vor dem Brand. Aufnahme vom 3. Juli.",
        "La antigua lonja antes del incendio (imagen de 2019)",
        "En la imagen, la antigua lonja antes del incendio",
        "La antigua lonja antes del incendio. Archivo",
        "Na foto, o antigo celeiro antes do incêndio",
        "На фото: старый амбар до пожара",
        "Старый амбар до пожара. Фото из архива",
        "Na zdjęciu: stary spichlerz przed pożarem",
        "RELIEVED: Ada Byron leaves the grain hall after the meeting.",
        "SO NEAR … Ada Byron leaves the grain hall after the meeting.",
        "Ada Byron leaves the grain hall after the meeting in Osk, Sarn, May 3, 2024.",
        "枯れた井戸の前に立つ森田恵子さん＝３日午後、北浜市",
        "资料图：村外干涸的水井",
        "▲ 말라 버린 우물",
    ],
)
def test_words_of_its_own_tell_a_caption(line: str) -> None:
    assert captions(PROSE[0], line, *PROSE[1:]) == [line.removeprefix("▲ ")]


@pytest.mark.parametrize(
    "line",
    [
        "The grain hall (built in 1911) will be closed.",
        "Why the water is so dear",
        "In this picture of the future there is no room for the mill.",
        "The photo was never found, and nobody has looked for it since.",
        "BREAKING: Ada Byron leaves the meeting.",
        "OSK: The council met on Tuesday. It has no water and no money.",
        "He was born in the village on May 3, 1924.",
        "“Nobody told me,” said Ada Byron.",
        "Ada Byron",
        "A preventable crisis",
        "Each right, when exercised, buys a hundredth of the mill.",
        "The centre, built in 1911, will be closed.",
        "He was pictured with his dog at the grain hall on Tuesday.",
        "Aus dem Englischen von Clara Winter Copyright: Nordlicht Syndicate, 2031",
        "Translated from the Danish by Max Born © Osk Review 2031",
        "Traduit de l’anglais par Clara Winter © Osk Revue",
    ],
)
def test_other_short_lines_of_a_text_are_no_captions(line: str) -> None:
    assert captions(PROSE[0], line, *PROSE[1:]) == []


def test_speakers_in_capitals_make_no_captions() -> None:
    spoken = ("LEDGER: What did you do?", "OSTEN: I lit the lamp.", "LEDGER: And then?", "OSTEN: I slept. I was tired.")
    assert captions(PROSE[0], *spoken, *PROSE[1:]) == []


def test_a_label_before_a_caption_is_not_part_of_it() -> None:
    (image,) = read_text(
        "\n\n".join((PROSE[0], "Image source, Ana Lima", "Image caption, A dry well", *PROSE[1:]))
    ).images
    assert (image.caption, image.credit) == ("A dry well", "Ana Lima")
    (slide,) = read_text("\n\n".join((PROSE[0], "[2/5] A dry well, May 3, 2024. REUTERS/Ana Lima", *PROSE[1:]))).images
    assert (slide.caption, slide.credit) == ("A dry well, May 3, 2024.", "REUTERS/Ana Lima")


def test_where_a_page_credits_weakly_its_weak_credits_tell_captions() -> None:
    lines = (
        "A dry well near Osk. Valley Mill",
        "The pump house. Valley Mill",
        "Ada Byron at the pump. Ana Lima for Osk Star",
    )
    assert captions(PROSE[0], lines[0], PROSE[1], lines[1], PROSE[2], lines[2], PROSE[0]) == [
        "A dry well near Osk.",
        "The pump house.",
        "Ada Byron at the pump.",
    ]
    assert captions(PROSE[0], lines[2], *PROSE[1:]) == []


def test_where_a_script_has_no_capitals_two_captions_tell_the_paper_in_brackets() -> None:
    lines = ("صياد أمام قاربه في الميناء (الوادي)", "شبكة فارغة على الرصيف (الوادي)")
    assert captions(PROSE[0], lines[0], PROSE[1], lines[1], PROSE[2]) == [line.rpartition(" (")[0] for line in lines]
    assert captions(PROSE[0], lines[0], *PROSE[1:]) == []


def test_a_teaser_with_a_credit_that_the_text_repeats_is_no_caption() -> None:
    teaser = f"{PROSE[0][:70]}. - Copyright Ana Lima/Copyright 2024 The Agency. All rights reserved"
    raw = read_text("\n\n".join(("The price of water", teaser, *PROSE)))
    assert raw.images == ()
    assert [block.text for block in raw.blocks] == list(PROSE)


def test_a_caption_may_begin_with_the_name_and_office_that_a_paragraph_begins_with() -> None:
    office = "The President of the Water Committee, Dr. Rosalind Byron,"
    caption = f"{office} walks to the well at noon."
    said = f"{office} said on Monday that {PROSE[0]}"
    assert captions("The price of water", f"{caption} (Ana Lima/AFP)", said, *PROSE) == [caption]


def test_what_a_picture_is_to_who_sees_none_may_stand_before_its_caption_without_its_stop() -> None:
    said = "Ada Byron: the oldest ferryman of Osk"
    assert captions("The price of water", *PROSE, said, f"{said}.", *PROSE) == [said]
    assert captions("The price of water", *PROSE, said, said, f"{said}.", *PROSE) == [said]
    assert captions("The price of water", *PROSE, said, *PROSE) == []


def test_a_credit_over_short_paragraphs_takes_none_of_them() -> None:
    lines = [f"{sentence}." for text in PROSE for sentence in text.rstrip(".").split(". ")]
    lines += [f"{text.split(',')[0]}, and so it went on until the evening of the same day." for text in PROSE]
    assert captions("Ana Lima Fotografa | Moment | Getty Images", *lines) == []


def test_an_agency_beside_the_date_is_where_the_text_is_from() -> None:
    raw = read_text("\n\n".join(("The price of water", "It has doubled since the spring", "AFP", "28.04.2023", *PROSE)))
    assert (raw.images, raw.source) == ((), "AFP")


def test_pictures_of_other_articles_are_not_this_ones() -> None:
    lines = (
        "Mehr zum Thema",
        "Bildrechte: Ana Lima",
        "Warum das Wasser teuer ist",
        "Bildrechte: Max Born",
        "Der Brunnen",
    )
    raw = read_text("\n\n".join((*PROSE[:2], *lines, PROSE[2])))
    assert raw.images == ()
    assert {link.title for link in raw.links} >= {"Warum das Wasser teuer ist", "Der Brunnen"}


def test_what_stands_in_a_row_of_buttons_is_one() -> None:
    raw = read_text("\n\n".join(("Tweet", "Share", "Free Valley", "Email", "Print", "The price of water", *PROSE)))
    assert raw.title == "The price of water"
    assert len(raw.blocks) == len(PROSE)


def test_after_the_text_titles_become_links_and_what_is_between_them_leaves() -> None:
    after = (
        "Related articles",
        "Politics",
        "Who owns the water under the valley",
        "Ana Lima",
        "3 hours ago",
        "The newsletter for which you can register",
    )
    raw = read_text(
        "\n\n".join(("The price of water", *PROSE, *after, "The well that nobody dug, and who drank from it"))
    )
    assert [link.title for link in raw.links if len(link.title) > 20] == [
        "Who owns the water under the valley",
        "The well that nobody dug, and who drank from it",
    ]
    assert len(raw.blocks) == len(PROSE)


def test_topics_are_tags() -> None:
    raw = read_text("\n\n".join(("The price of water", *PROSE, "Tags: water, Osk", "Related topics", "Wells", "Mills")))
    assert raw.tags == ("water", "Osk", "Wells", "Mills")


@pytest.mark.parametrize(
    ("front", "authors"),
    [
        (("Clara Winter",), ("Clara Winter",)),
        (("By", "Clara Winter ,", "Max Born"), ("Clara Winter", "Max Born")),
        (("By Clara Winter and Max Born The Associated Press",), ("Clara Winter", "Max Born")),
        (("Von Clara Winter mit AFP",), ("Clara Winter",)),
        (("Clara Winter, Max Born, Ana Lima, Felix Roy",), ()),
        (("Clara Winter (left)",), ()),
    ],
)
def test_who_is_named_between_headline_and_text(front: tuple[str, ...], authors: tuple[str, ...]) -> None:
    assert read_text("\n\n".join(("The Bridge That Waited for Years", *front, *PROSE))).authors == authors


def test_an_agency_signs_with_its_reporters_and_a_page_ends_with_its_author() -> None:
    signed = "Reporting by Clara Winter in Lindau, additional reporting by Max Born, editing by Felix Roy"
    assert read_text("\n\n".join(("The Bridge That Waited", *PROSE, signed))).authors == ("Clara Winter",)
    last = "Clara Winter is a politics reporter for the Osk Star."
    raw = read_text("\n\n".join(("The Bridge That Waited", *PROSE, last)))
    assert raw.authors == ("Clara Winter",)
    assert raw.blocks[-1].text == last


def test_a_credit_under_a_caption_over_the_text_is_no_author() -> None:
    lines = ("▲ Ada Byron and Max Born shake hands. Lindau, May 3, 2024.", "Jonas Roth/Nordlicht Press", "May 4, 2024")
    raw = read_text("\n\n".join(("The Longest Game", *lines, *PROSE)))
    (image,) = raw.images
    assert (image.caption, image.credit) == (lines[0][2:], lines[1])
    assert raw.authors == ()


@pytest.mark.parametrize(
    "above", [("Share this Story : The Bridge That Waited for Years",), ("NEWS FEATURE",), ("Gastkommentar",)]
)
def test_the_headline_is_found_under_what_stands_over_it(above: tuple[str, ...]) -> None:
    raw = read_text("\n\n".join((*above, "The Bridge That Waited for Years", *PROSE)))
    assert raw.title == "The Bridge That Waited for Years"
    assert [block.text for block in raw.blocks] == list(PROSE)


@pytest.mark.parametrize(
    ("caption", "credit", "maker"),
    [
        ("Ada Byron and Max Born", "Osk Images/AFP", "Osk Images/AFP"),
        ("Ada Byron at the hall in May. It was shut that day.", "© Max Born/dpa", "Max Born/dpa"),
        ("The grain hall before the fire.", "(Quelle: Osk Social)", "Osk Social"),
    ],
)
def test_over_the_text_a_credit_under_author_and_day_is_of_what_stands_over_it(
    caption: str, credit: str, maker: str
) -> None:
    raw = read_text("\n\n".join(("The price of water", "By Ana Lima", "3 May 2024", caption, credit, *PROSE)))
    assert [(image.caption, image.credit) for image in raw.images] == [(caption, maker)]
    assert raw.authors == ("Ana Lima",)


def test_who_takes_pictures_for_a_paper_is_a_maker() -> None:
    line = "A sign for the hall along the road to Osk."
    raw = read_text("\n\n".join(("The price of water", *PROSE, line, "Ana Lima for Valley of Osk", *PROSE)))
    assert [(image.caption, image.credit) for image in raw.images] == [(line, "Ana Lima for Valley of Osk")]


def test_who_stands_over_a_credit_is_shown_where_another_wrote() -> None:
    lines = ("The price of water", "3 May 2024", "Rosalind Byron", "Foto: AFP/Max Born", "Ana Lima", *PROSE)
    raw = read_text("\n\n".join(lines))
    assert raw.authors == ("Ana Lima",)
    assert [image.caption for image in raw.images] == ["Rosalind Byron"]


@pytest.mark.parametrize(
    ("lines", "caption", "credit"),
    [
        (("Image caption Старый амбар до пожара",), "Старый амбар до пожара", ""),
        (
            ("Image copyright", "Ana Lima", "Image caption", "The grain hall of Osk"),
            "The grain hall of Osk",
            "Ana Lima",
        ),
        (("The grain hall of Osk", "•", "Crédits :", "Getty"), "The grain hall of Osk", "Getty"),
        (("The grain hall.", "Photo by Ana Lima", "/", "Osk via AFP"), "The grain hall.", "Ana Lima / Osk via AFP"),
        (("The grain hall of Osk.  /", "ANA LIMA"), "The grain hall of Osk.", "ANA LIMA"),
        (("The grain hall. Ana Lima/AFP files",), "The grain hall.", "Ana Lima/AFP files"),
    ],
)
def test_a_caption_or_its_credit_may_be_cut_into_lines(lines: tuple[str, ...], caption: str, credit: str) -> None:
    raw = read_text("\n\n".join(("The price of water", *PROSE, *lines, *PROSE)))
    assert [(image.caption, image.credit) for image in raw.images] == [(caption, credit)]


def test_a_sentence_in_a_row_of_captions_is_one() -> None:
    shown = [f"The {thing} of Osk. Photo: Ana Lima/AFP" for thing in ("well", "mill", "ferry")]
    bare = "A mule rests beside the pump."
    assert bare in captions("The price of water", *PROSE, *shown[:2], bare, shown[2], *PROSE)
    assert bare not in captions("The price of water", *PROSE, shown[0], bare, shown[1], *PROSE)


def test_a_name_inside_the_text_is_of_one_whom_the_text_has_named() -> None:
    said = "The wells were dug by Rosalind Byron, who has since left the valley and will not say why she went."
    name = "Rosalind Byron"
    assert captions("The price of water", *PROSE, said, name, *PROSE) == [name]
    assert captions("The price of water", *PROSE, name, "THE WELLS", said, PROSE[0]) == [name]
    assert captions("The price of water", *PROSE, name, said, PROSE[0]) == []  # a heading
    assert captions("The price of water", *PROSE, name, *PROSE) == []
    assert captions("The price of water", *PROSE, said, name, PROSE[0], name, *PROSE) == []  # who speaks


def test_names_over_a_paragraph_each_on_whom_they_name_are_headings() -> None:
    both = "The wells were dug by Rosalind Byron and by Max Born, who have both left the valley and never came back."
    byron = "Byron, who was a teacher, dug the first of them by herself in the year after the war, with a spade."
    born = "The younger one, Born, kept bees, and dug the other in the winter of the next year to give them water."
    assert captions("The price of water", PROSE[0], both, "Rosalind Byron", byron, "Max Born", born, PROSE[1]) == []
    assert captions("The price of water", PROSE[0], both, "Rosalind Byron", byron, PROSE[1]) == ["Rosalind Byron"]
