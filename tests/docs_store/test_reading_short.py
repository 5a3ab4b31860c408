"""Pages whose paragraphs are all short, as tabloids, local papers and papers in Asia have them; and bare fronts."""

from __future__ import annotations

import pytest

from docs_store.model import BlockKind
from docs_store.reading.raw import RawDocument
from docs_store.reading.text import read_text

SHORT = (
    "The ferry to Osk sails twice a week now, and the shop has no bread. That is what the council was told on Monday.",
    "It was told so by eleven people, one after the other, who had all come by rowing boat and meant to go home by it.",
    "“We plan our lives around it,” said Ana Lima, who has the shop, “and then it does not come, and nobody says why.”",
)


def read(*lines: str) -> RawDocument:
    return read_text("\n\n".join(lines))


def body(raw: RawDocument) -> list[str]:
    return [block.text for block in raw.blocks if block.kind is BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("The ferry in the harbour at dusk", "(Osk Town Council)"),
        ("The ferry in the harbour at dusk", "Supplied"),
        ("The ferry in the harbour at dusk", "Image: SUPPLIED"),
    ],
)
def test_a_caption_over_its_credit_is_told_among_short_paragraphs(caption: str, credit: str) -> None:
    raw = read("Ferry leaves islanders high and dry", "3 May 2024", *SHORT[:2], caption, credit, SHORT[2], "It rained.")
    assert [image.caption for image in raw.images] == [caption]
    assert body(raw) == [*SHORT, "It rained."]


def test_a_standfirst_is_told_among_short_paragraphs() -> None:
    raw = read("Ferry leaves islanders high and dry", "Shop runs out of bread", "By Ana Lima", "3 May 2024", *SHORT)
    assert [block.text for block in raw.blocks if block.kind is BlockKind.STANDFIRST] == ["Shop runs out of bread"]
    raw = read("Ferries", "Islanders left high and dry", SHORT[0], "By Ana Lima", "3 May 2024", *SHORT[1:], SHORT[1])
    assert (raw.title, raw.tags) == ("Islanders left high and dry", ("Ferries",))


def test_a_headline_may_end_in_a_full_stop_over_its_byline() -> None:
    title = "The ferry left early. The bread stayed on the quay."
    assert read(title, SHORT[0], "3 May 2024", "By Ana Lima", *SHORT).title == title
    assert read(title, *SHORT).title == ""


def test_a_headline_that_stands_twice_is_one() -> None:
    title = "Ferry leaves islanders high and dry"
    raw = read(
        title, title, "The shop has no bread, and nobody in the council has an answer to that.", "3 May 2024", *SHORT
    )
    assert [block.text for block in raw.blocks if block.kind is BlockKind.STANDFIRST] != [title]
    assert (raw.title, body(raw)) == (title, list(SHORT))


def test_text_goes_on_after_titles_of_other_articles() -> None:
    listed = ("Recommended", "Harbour wall collapses again", "The island that sank")
    raw = read("Ferry leaves islanders high and dry", "3 May 2024", *SHORT[:2], *listed, SHORT[2])
    assert body(raw) == list(SHORT)
    assert [link.title for link in raw.links] == list(listed[1:])


def test_an_agency_that_signs_its_text_is_no_credit() -> None:
    dateline = f"OSK, May 3 (EFE).- {SHORT[0]}"
    raw = read("Ferry leaves islanders high and dry", dateline, SHORT[1], "The mayor hopes for rain. EFE", SHORT[2])
    assert raw.images == ()
    assert "The mayor hopes for rain. EFE" in body(raw)
    raw = read("Ferry leaves islanders high and dry", dateline.replace("EFE", "ANI"), *SHORT[1:], "Rain fell. (ANI)")
    assert (raw.images, body(raw)[-1]) == ((), "Rain fell. (ANI)")
    pictured = "Ana Lima waits on the quay in Osk on May 3, 2024. (ANI)"
    raw = read("Ferry leaves islanders high and dry", dateline.replace("EFE", "ANI"), pictured, *SHORT[1:])
    assert [image.credit for image in raw.images] == ["ANI"]


def test_who_took_all_the_pictures_is_no_credit_of_the_line_beside_it() -> None:
    about = "Ana Lima spent four days on the island."
    lines = ("Ferry leaves islanders high and dry", "By Ana Lima", "Photographs by Max Born", about, "May 3, 2024")
    assert read(*lines, *SHORT).images == ()


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("September 10, 20248:41 PM UTC Updated 3 hours ago", "September 10, 2024 8:41 PM UTC"),
        ("Published On 5 Dec 20235 Dec 2023", "5 Dec 2023"),
        ("Publié le 05/09/2023 à 18:22", "2023-09-05 18:22"),
        ("02/04/2025 11h18 Atualizado 02/04/2025", "2025-04-02 11h18"),
        ("30.ago.2024 às 15h00", "30.ago.2024 15h00"),
        ("Gepubliceerd op 19 augustus 2024 om 15:31", "19 augustus 2024 15:31"),
        ("05/09/2023 6:22 PM EST", "05/09/2023 6:22 PM EST"),
        ("Published 05/09/2023 06:22", "05/09/2023 06:22"),
        ("Last modified 05/09/2023 06:22", "05/09/2023 06:22"),
    ],
)
def test_when_it_was_published(line: str, published: str) -> None:
    assert (read("Ferry leaves islanders high and dry", line, *SHORT).published or "") == published


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (("Tilmund Vardemark", "May 3, 2024"), ("Tilmund Vardemark",)),
        (("Tilmund Vardemark", "Journalist", "May 3, 2024"), ("Tilmund Vardemark",)),
        (("Tilmund Vardemark Environment correspondent", "May 3, 2024"), ("Tilmund Vardemark",)),
        (("By Tilmund Vardemark (Osk, special correspondent)", "May 3, 2024"), ("Tilmund Vardemark",)),
        (("World News", "May 3, 2024"), ()),
        (("September 3, 2024 Update",), ()),
        (("두메읍=윤가람 기자", "2024.10.15."), ("윤가람",)),
        (("本报记者  葛晓棠", "2024年9月27日"), ("葛晓棠",)),
    ],
)
def test_who_is_named_beside_the_date(lines: tuple[str, ...], authors: tuple[str, ...]) -> None:
    assert read("Ferry leaves islanders high and dry", *lines, *SHORT).authors == authors


def test_names_in_capitals_under_captions_are_credits_where_the_author_stands_below() -> None:
    caption = "A shepherd crosses the slope above the lake, where no snow fell."
    lines = ("The village that sold its snow", caption, "ANA LIMA", "Rosa Vera", "3 May 2024")
    raw = read(*lines, *SHORT)
    assert [(image.caption, image.credit) for image in raw.images] == [(caption, "ANA LIMA")]
    assert raw.authors == ("Rosa Vera",)


def test_lines_of_a_script_without_spaces_are_not_joined() -> None:
    lines = (
        "山村有了流动邮局",
        "作者：葛晓棠",
        "清晨六点，山路还罩在雾里，邮递员的小货车已经拐过第三道弯。",
        "村民来取包裹。",
    )
    assert [block.text for block in read_text("\n".join(lines)).blocks] == list(lines[2:])


def test_what_the_page_says_of_itself_leaves() -> None:
    over = ("Staff Writer", "318", "Save this story", "View image in fullscreen")
    after = ("12 thoughts on “Ferry leaves islanders high and dry”", "Max Born", "41", "Category: Ferries")
    raw = read("Ferry leaves islanders high and dry", "By Max Born", *over, "May 3, 2024", *SHORT, *after)
    assert [block.text for block in raw.blocks] == list(SHORT)
    told = ("Follow the Star on Facebook", "2 minuti di lettura", "← Older post", "この記事は有料記事です。残り421文字")
    assert [block.text for block in read("Islanders left high and dry", *SHORT, *told).blocks] == list(SHORT)


def test_a_person_and_a_paper_on_a_line_of_their_own_are_a_credit() -> None:
    raw = read(
        "Ferry leaves islanders high and dry", "3 May 2024", *SHORT, "The ferry at dusk", "Anna Lima / OSK", *SHORT
    )
    assert [(image.caption, image.credit) for image in raw.images] == [("The ferry at dusk", "Anna Lima / OSK")]


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("Islanders wait on the quay for the Monday boat", "Islanders wait on the quay for the Monday boat"),
        ("The ferry at anchor off Osk. Tilmund Vardemark, Osk University", "The ferry at anchor off Osk."),
        ("Where the ferry sails now?", ""),
        ("What you need to know:", ""),
        ("This article was first published in Osk", ""),
        ("Breaking news", ""),
        ("The senators want early testimony from Lt. Col. Tilmund Vardemark and Max Born.", ""),
    ],
)
def test_a_line_alone_between_byline_and_text_is_a_bare_caption(line: str, caption: str) -> None:
    raw = read("Ferry leaves islanders high and dry", "By Ana Lima", "May 3, 2024", "Share", line, *SHORT)
    assert [image.caption for image in raw.images] == ([caption] if caption else [])


def test_a_standfirst_may_stand_between_byline_and_date() -> None:
    told = "Multa per chi sale in ciabatte. Gli albergatori: «Così spaventiamo i turisti»"
    raw = read("Il sindaco vieta le ciabatte in montagna", "di Ana Lima", told, "29 luglio 2024", *SHORT)
    assert [block.text for block in raw.blocks if block.kind is BlockKind.STANDFIRST] == [told]
