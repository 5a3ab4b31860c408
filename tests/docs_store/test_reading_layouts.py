"""Scraped texts in the layouts of the world's press: live blogs, galleries, pull quotes, paywalls, paths, bylines."""

from __future__ import annotations

import pytest

from docs_store.model import BlockKind
from docs_store.reading.bylines import read_byline
from docs_store.reading.normalise import normalise
from docs_store.reading.raw import RawDocument
from docs_store.reading.text import read_text

HEADLINE = "The bridge over the Osk is closed again"
BODY = (
    "The old bridge over the Osk has been closed since Monday, and nobody in the valley knows for how long. The "
    "council wants to decide in April what is to become of it, and the farmers drive round by the weir until then.",
    "The ferryman has not had so many passengers in forty years, he says, and his two sons have come home from the "
    "coast to help him. In the evening the queue reaches as far as the mill, whose owner sells bread to all who wait.",
)


def read(*lines: str) -> RawDocument:
    return read_text("\n\n".join(lines))


def told(raw: RawDocument, kind: BlockKind) -> list[str]:
    return [block.text for block in raw.blocks if block.kind is kind]


def test_the_moments_of_a_live_blog_head_its_entries() -> None:
    raw = read(
        HEADLINE, "By Ada Byron", "12 March 2031",
        "14:05", "Tunnel open", "The tunnel has been opened to the cars that used to take the bridge, the police say.",
        "13:42", "Schools will stay shut on Tuesday, the county has said, and parents are to be told by letter.",
        "12.10 Uhr", "The ferry sails", "Whoever wants to cross takes the ferry, which sails until midnight tonight.",
    )  # fmt: skip
    assert told(raw, BlockKind.HEADING) == ["14:05 Tunnel open", "13:42", "12.10 Uhr The ferry sails"]
    assert len(told(raw, BlockKind.PARAGRAPH)) == 3
    assert not raw.images


def test_the_lengths_of_films_head_nothing() -> None:
    raw = read(HEADLINE, "By Ada Byron", "1:05", "2:40", *BODY, "3:10", "The weir in winter", "0:58")
    assert "1:05" not in str(raw.blocks)
    assert "3:10" not in str(raw.blocks)


def test_which_of_a_gallery_a_picture_is_is_no_part_of_its_caption() -> None:
    raw = read(
        HEADLINE,
        "1 of 3 | The bridge of Osk, Friday, March 7, 2031. (AP Photo/Ada Byron)", "Read More",
        "2 of 3 | A boy waits for the ferry in Osk. (AP Photo/Ada Byron)",
        "3 of 3 |", "The weir, Friday, March 7, 2031. (AP Photo/Ada Byron)",
        "By Max Born", *BODY,
    )  # fmt: skip
    assert [image.caption for image in raw.images] == [
        "The bridge of Osk, Friday, March 7, 2031.",
        "A boy waits for the ferry in Osk.",
        "The weir, Friday, March 7, 2031.",
    ]
    assert not told(raw, BlockKind.HEADING)


@pytest.mark.parametrize("credit", ["LUCÍA FERRER (EFE)", "Foto: ANP", "Ada Byron/dpa"])
def test_a_caption_that_stands_once_more_without_its_credit_is_no_paragraph(credit: str) -> None:
    caption = "Several boats at the pier of Osk, this Monday."
    raw = read(HEADLINE, "By Ada Byron", caption, f"{caption} {credit}", *BODY)
    assert [image.caption for image in raw.images] == [caption]
    assert told(raw, BlockKind.PARAGRAPH) == list(BODY)


@pytest.mark.parametrize("speaker", ["— Karin Moll, baker", "Karin Moll, baker in Osk", "– Karin Moll"])
def test_who_says_what_stands_apart_is_no_heading(speaker: str) -> None:
    raw = read(HEADLINE, "By Ada Byron", BODY[0], "“Bread does not wait for anybody”", speaker, BODY[1])
    assert told(raw, BlockKind.QUOTE) == ["“Bread does not wait for anybody”", speaker]
    assert not told(raw, BlockKind.HEADING)


def test_a_quotation_over_text_is_a_heading() -> None:
    raw = read(HEADLINE, "By Ada Byron", BODY[0], "– We were very much alone", BODY[1], "“We wait”", BODY[0])
    assert told(raw, BlockKind.HEADING) == ["– We were very much alone", "“We wait”"]


@pytest.mark.parametrize(
    "path",
    [
        "Accueil > Société > Environnement",
        "Home / Fit & Well / Food",
        "News › Local › Osk",
        "Startseite › Lokales › Osk",
    ],
)
def test_where_a_page_stands_on_its_site_is_no_headline(path: str) -> None:
    assert read(path, HEADLINE, "By Ada Byron", *BODY).title == HEADLINE


@pytest.mark.parametrize(
    "line", ["Réservé à nos abonnés", "Nur mit Abo", "Solo suscriptores", "Exclusief voor abonnees"]
)
def test_for_whom_a_text_is_reserved_is_no_heading(line: str) -> None:
    assert not told(read(HEADLINE, "By Ada Byron", BODY[0], line, BODY[1]), BlockKind.HEADING)


def test_the_picture_of_a_list_has_its_label_for_no_caption() -> None:
    raw = read(HEADLINE, "Von Ada Byron", *BODY, "Rubriklistenbild: © Max Born/dpa")
    assert not any(image.caption for image in raw.images)


def test_the_author_once_more_under_the_text_is_no_paragraph() -> None:
    raw = read("Le pont de l’Osk est fermé", "Par Marie Delorme (avec AFP)", *BODY, "Marie Delorme(avec AFP)")
    assert told(raw, BlockKind.PARAGRAPH) == list(BODY)


@pytest.mark.parametrize(
    ("front", "authors"),
    [
        (("By Vera Holt", "Editor: Max Born", "15 June 2031"), ("Vera Holt",)),
        (("By Vera Holt", "Edited by Max Born", "15 June 2031"), ("Vera Holt",)),
        (("By Vera Holt", "Fact-checked by Max Born", "15 June 2031"), ("Vera Holt",)),
        (("Von Vera Holt", "Redakteurin Politik", "Stand: 12.03.2031, 14:05 Uhr"), ("Vera Holt",)),
        (("Par Vera Holt", "Journaliste au service Monde", "12 mars 2031"), ("Vera Holt",)),
        (("Redactie Binnenland", "12 mrt 2031 om 14:05", "Update: 3 uur geleden"), ("Redactie Binnenland",)),
    ],
)
def test_who_saw_to_a_text_and_what_its_author_is_are_no_authors_and_no_text(
    front: tuple[str, ...], authors: tuple[str, ...]
) -> None:
    raw = read(HEADLINE, *front, *BODY)
    assert raw.authors == authors
    assert raw.published
    assert told(raw, BlockKind.PARAGRAPH) == list(BODY)
    assert not told(raw, BlockKind.HEADING)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Words: Vera Holt; Pictures: Max Born", ("Vera Holt",)),
        ("Text: Vera Holt, Fotos: Max Born", ("Vera Holt",)),
        ("Por Ana Lima e Pedro Souza — De Porto Osco", ("Ana Lima", "Pedro Souza")),
        ("Medically reviewed by Max Born, MD — Written by Vera Holt on March 12, 2031", ("Vera Holt",)),
        ("Posted in News on March 12, 2031 by Vera Holt", ("Vera Holt",)),
        ("March 12, 2031 / Local News / Ada Byron", ("Ada Byron",)),
        ("Ein Artikel von Vera Holt", ("Vera Holt",)),
        ("An essay by Vera Holt", ("Vera Holt",)),
        ("كتب: أحمد سالم", ("أحمد سالم",)),
        ("نویسنده: سارا احمدی", ("سارا احمدی",)),
        ("نشر في: 12 مارس 2031 - 14:05", ()),
        ("Yayınlanma: 12.03.2031 - 14:05", ()),
        ("Geplaatst: 12.03.2031", ()),
    ],
)
def test_whom_a_line_names_beside_what_others_did(line: str, authors: tuple[str, ...]) -> None:
    found = read_byline(line)
    assert found is not None
    assert found.authors == authors


@pytest.mark.parametrize(
    "line",
    [
        "Publié le 12 mars 2031 à 14h05, mis à jour le 12 mars 2031 à 18h30",
        "Updated 13 March 2031 09:00 | Published 12 March 2031 14:05",
        "Published 12 March 2031 14:05 | Updated 13 March 2031 09:00",
        "2031年3月12日 14時05分",
        "2031年3月12日 午後2時5分",
        "입력 2031.03.12. 오후 2:05",
        "25-03-2031 14:05",
        "12 mrt 2031 om 14:05",
        "12 януари 2031, 14:05",
    ],
)
def test_a_day_has_its_own_time_of_day(line: str) -> None:
    published = normalise(read(HEADLINE, line, *BODY), path="/a.txt").published
    assert published is not None
    assert (published.hour, published.minute) == (14, 5)


def test_a_paper_beside_the_date_stays_where_a_reporter_is_named() -> None:
    raw = read(
        "奥斯克大桥修复后恢复通车", "2031-03-12 14:05 来源：林德日报", "记者 王小明", "林德市奥斯克大桥恢复通车。" * 20
    )
    assert (raw.authors, raw.source) == (("王小明",), "林德日报")


def test_a_headline_stands_over_the_maker_and_the_caption_of_its_picture() -> None:
    raw = read(
        "Village cut off by flood learns to row",
        "Image source, Max Born", "Image caption,", "Tom Ridley rows the schoolchildren across every morning",
        "Vera Holt", "BBC News, Upper Osk", "Published", "12 March 2031",
        "A village that lost its only bridge in a flood has set up a free service.",
        '"We simply row across," said Tom Ridley, 71, who takes children to school.',
    )  # fmt: skip
    assert (raw.title, raw.authors) == ("Village cut off by flood learns to row", ("Vera Holt",))
    assert not told(raw, BlockKind.HEADING)


@pytest.mark.parametrize(
    ("front", "authors", "source"),
    [
        (("Vera Holt", "Osk Valley Herald"), ("Vera Holt",), "Osk Valley Herald"),
        (("Vera Holt in Upper Osk", "Tue 12 Mar 2031 06.00 GMT"), ("Vera Holt",), ""),
        (("ByVera Holt, Osk", "Mar 12, 2031 02:05 PM IST"), ("Vera Holt",), ""),
    ],
)
def test_whom_the_front_of_a_page_names(front: tuple[str, ...], authors: tuple[str, ...], source: str) -> None:
    raw = read(HEADLINE, *front, *BODY, "Additional reporting by Jonas Halm")
    assert (raw.authors, raw.source) == (authors, source)
    assert not told(raw, BlockKind.HEADING)


def test_over_a_headline_that_is_said_stands_of_what() -> None:
    raw = read("Hochwasser an der Osk", "»Wir rudern einfach rüber«", BODY[0][:110] + ".", "Von Vera Holt", *BODY)
    assert (raw.title, raw.tags) == ("»Wir rudern einfach rüber«", ("Hochwasser an der Osk",))


def test_a_person_who_is_the_source_made_the_picture_over_it() -> None:
    raw = read(HEADLINE, "von Vera Holt", "12.03.2031 | 14:05", "The ferry at its pier.", "Quelle: Max Born", *BODY)
    assert [(image.caption, image.credit) for image in raw.images] == [("The ferry at its pier.", "Max Born")]
    assert not raw.source


def test_titles_that_name_who_wrote_them_are_related() -> None:
    titles = ("Flutschäden: Wer zahlt? Von Max Born", "Die Osk und ihre Launen Ein Essay von Ada Byron")
    raw = read(HEADLINE, "Von Vera Holt", BODY[0], "Mehr zum Thema", *titles, BODY[1])
    assert tuple(link.title for link in raw.links) == titles


def test_what_a_picture_is_to_who_sees_none_is_no_heading() -> None:
    caption = "The rowing boat that serves Upper Osk. Photograph: Max Born/The Guardian"
    raw = read(
        HEADLINE, "By Vera Holt", BODY[0], "A rowing boat tied to a post", "View image in fullscreen", caption, BODY[1]
    )
    assert [image.alt for image in raw.images] == ["A rowing boat tied to a post"]
    assert not told(raw, BlockKind.HEADING)


def test_over_amounts_stands_a_heading() -> None:
    amounts = ("500 g rye flour", "350 ml warm water", "1 tsp salt")
    raw = read(HEADLINE, "By Vera Holt", BODY[0], "What you need", *amounts, "How to make it", BODY[1])
    assert told(raw, BlockKind.HEADING) == ["What you need", "How to make it"]
    assert told(raw, BlockKind.LIST_ITEM) == list(amounts)


def test_what_readers_say_under_a_post_is_not_its_text() -> None:
    said = "Made this yesterday, it was wonderful. Thank you so much for sharing it!"
    raw = read(HEADLINE, "March 12, 2031 by Vera", *BODY, "Comments", "Karin says", "March 13, 2031 at 8:12 am", said)
    assert [block.text for block in raw.blocks] == list(BODY)


@pytest.mark.parametrize(
    "line",
    [
        "The biggest stories of the day, delivered to your inbox each morning",
        "This post may contain affiliate links. Please read our disclosure policy.",
        "This article originally appeared on Osk Valley Herald: The bridge over the Osk is closed again",
        "1.2K", "47 Likes", "512 Followers",
    ],
)  # fmt: skip
def test_what_a_template_says_is_no_text(line: str) -> None:
    raw = read(HEADLINE, "By Vera Holt", BODY[0], "Sign up", line, "Enter your email address", BODY[1])
    assert [block.text for block in raw.blocks] == list(BODY)


@pytest.mark.parametrize("sign", ["/PRNewswire/ --", "(GLOBE NEWSWIRE) --", "—"])
def test_a_release_has_its_day_in_its_dateline(sign: str) -> None:
    raw = read("Osk Ferries Announces Free Crossings", f"UPPER OSK, March 12, 2031 {sign} {BODY[0]}", BODY[1])
    assert raw.published == "March 12, 2031"


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("The bridge as it may look. Image generated with AI", "generated with AI"),
        ("Die Brücke, wie sie aussehen könnte. KI-generiertes Bild", "KI-generiertes Bild"),
        ("Die Brücke, wie sie aussehen könnte. Bild: Midjourney", "Midjourney"),
        ("The bridge on Monday. Photo provided", "Photo provided"),
        ("Die Brücke am Montag. Archiv: Max Born", "Max Born"),
        ("Die Brücke am Montag. Fotomontage: Max Born", "Max Born"),
        ("Die Brücke am Montag. zVg", "zVg"),
        ("Le pont, lundi. Photo d'archives Max Born", "Max Born"),
        ("Le pont, lundi. Capture d'écran/YouTube", "Capture d'écran/YouTube"),
        ("El puente, el lunes. (Foto: cortesía)", "cortesía"),
        ("El puente, el lunes. Foto: captura de video", "captura de video"),
    ],
)
def test_who_made_a_picture_where_nobody_did_or_nobody_is_told(line: str, credit: str) -> None:
    raw = read(HEADLINE, "By Vera Holt", BODY[0], line, BODY[1])
    assert [image.credit for image in raw.images] == [credit]


def test_people_with_what_they_are_over_the_text_are_those_in_the_picture() -> None:
    line = "Town donor Paul Roy, Sen. Ada Lima (D., Osk), and the mayor's brother Max Roy"
    raw = read(HEADLINE, "Nobody knows how long it will be, it says", line, "Vera Holt", "March 12, 2031", *BODY)
    assert [image.caption for image in raw.images] == [line]
    assert raw.authors == ("Vera Holt",)


def test_buttons_in_small_letters_wrap_no_text() -> None:
    lines = (
        "A village without a bridge", "March 12, 2031", "By", "Vera Holt",
        "Tom Ridley rows children across the Osk River on Monday.", "Max Born for NPR", "hide caption",
        "toggle caption", "Max Born for NPR", BODY[0], BODY[1], "The boat was built by his father.",
        "Max Born for NPR", "hide caption", "toggle caption", "Max Born for NPR", BODY[0],
    )  # fmt: skip
    raw = read_text("\n".join(lines))
    assert (raw.title, raw.authors) == ("A village without a bridge", ("Vera Holt",))
    assert [(image.caption, image.credit) for image in raw.images] == [
        ("Tom Ridley rows children across the Osk River on Monday.", "Max Born for NPR"),
        ("The boat was built by his father.", "Max Born for NPR"),
    ]
    assert told(raw, BlockKind.PARAGRAPH) == [BODY[0], BODY[1], BODY[0]]


def test_a_front_in_the_style_of_spain() -> None:
    title, deck = (
        "Un pueblo sin puente aprende a remar",
        "Desde la crecida, los vecinos cruzan el río en barca, y les gusta",
    )
    caption = "Tomás Ribera cruza a los niños en barca, el lunes en Osco de Arriba."
    place = "Osco de Arriba - 12 MAR 2031 - 05:20 CET"
    raw = read("CATÁSTROFES NATURALES", title, deck, f"{caption}Max Born", "Vera Holt", "Vera Holt", place, *BODY)
    assert (raw.title, raw.tags, raw.authors) == (title, ("CATÁSTROFES NATURALES",), ("Vera Holt",))
    assert [(image.caption, image.credit) for image in raw.images] == [(caption, "Max Born")]
    assert told(raw, BlockKind.PARAGRAPH) == list(BODY)
    assert not told(raw, BlockKind.HEADING)


def test_a_headline_that_stands_twice_under_a_kicker_stands_once() -> None:
    title, deck = "Il paese senza ponte", "Dall'alluvione di febbraio gli abitanti attraversano il fiume in barca"
    raw = read("Cronaca", title, title, "di Vera Holt", deck, "12 Marzo 2031", "Aggiornato alle 18:30", *BODY)
    assert (raw.title, told(raw, BlockKind.STANDFIRST), raw.tags) == (title, [deck], ("Cronaca",))
    assert not told(raw, BlockKind.HEADING)


def test_what_a_label_stands_before_is_a_caption_without_it() -> None:
    labelled = ("Image: Tom Ridley in his boat", "Image: The middle arch of the bridge. Pic: Osk Council")
    raw = read(HEADLINE, "By Vera Holt", "Tom Ridley in his boat", labelled[0], BODY[0], labelled[1], BODY[1])
    assert [(image.caption, image.credit) for image in raw.images] == [
        ("Tom Ridley in his boat", ""),
        ("The middle arch of the bridge.", "Osk Council"),
    ]
    assert not told(raw, BlockKind.HEADING)


def test_a_dateline_on_three_lines_is_one() -> None:
    raw = read("Upper Osk, Lindland", "CNN", "—", *BODY)
    assert told(raw, BlockKind.PARAGRAPH) == [f"Upper Osk, Lindland (CNN) — {BODY[0]}", BODY[1]]
    assert not raw.title


@pytest.mark.parametrize(
    ("opening", "authors"),
    [
        ("新华社奥斯克3月12日电（记者王小明、李华）清晨七点，上奥斯克村天还没亮。", ("王小明", "李华")),
        ("(오스크=연합뉴스) 김민수 기자 = 홍수로 유일한 다리가 떠내려간 지 한 달이 지났다.", ("김민수",)),
    ],
)
def test_a_dateline_names_who_reported(opening: str, authors: tuple[str, ...]) -> None:
    assert read("上奥斯克村", "2031-03-12 14:05:33", opening * 5, opening * 4).authors == authors


@pytest.mark.parametrize("line", ["송고시간2031-03-12 14:05", "آخر تحديث: 12/3/2031 06:30 PM (توقيت مكة المكرمة)"])
def test_a_word_beside_the_time_is_nobody(line: str) -> None:
    byline = read_byline(line)
    assert byline is not None
    assert not byline.authors


def test_a_galleries_count_before_a_caption_with_its_maker_is_no_part_of_it() -> None:
    caption = "Moradores usam barcos para atravessar o rio em Osco"
    raw = read(HEADLINE, "12/03/2031 05h00", f"1 de 3 {caption} — Foto: Reprodução/TV Osco", *BODY)
    assert [image.caption for image in raw.images] == [caption]
