"""Captions without a credit, told by the form of their sentence; and what has nearly that form and is the text."""

from __future__ import annotations

import pytest

from docs_store.reading.raw import RawDocument
from docs_store.reading.text import read_text
from tests.docs_store.prose import PROSE


def read(*lines: str) -> RawDocument:
    return read_text("\n\n".join(("The price of water", *lines)))


def captions(raw: RawDocument) -> tuple[str, ...]:
    return tuple(image.caption for image in raw.images)


@pytest.mark.parametrize(
    "line",
    [
        "Farmers wait at the closed pump in Sarn on Tuesday, May 7.",
        "A woman carries two pails across the square in Osk, Lindland, on May 7.",
        "Engineers inspect the well on Wednesday, May 8, in Upper Sarn.",
        "A general view of the dry fountain in the square of Osk",
        "Imagen de la fuente seca de la plaza, en Osk.",
        "Vue aérienne du moulin et de son étang",
        "Les paysans devant la pompe fermée de la vallée. Osk - 7 mai 2024",
        "La file d'attente à la fontaine du moulin - Osk - 7 mai 2024",
        "(L-R) Ana Lima, Max Born and Rosa Vera",
    ],
)
def test_what_a_picture_shows_is_told_by_the_sentence(line: str) -> None:
    raw = read(*PROSE, line, *PROSE)
    assert captions(raw) == (line,)


@pytest.mark.parametrize(
    "line",
    [
        "The pumps will be checked again on May 7.",
        "Farmers hold a right to the water if they apply for it until May 7.",
        "The pump stood still for a week after May 7.",
        "We wait at the closed pump in Sarn on Tuesday, May 7.",
        "A view of the dry fountain: what the council says of it",
        "Review: Vera - The Law of Wells Sunday, 7 May 2024",
        "Notices under Section 5(c)(2) of the law go to the council's designated agent in Osk.",
        "Wer zur Ärztin oder zum Arzt geht, braucht eine(r) solche Karte aus dem Rathaus.",
        "Voters head to the polls in the valley on Nov. 5.",
        "The millers play at home against Sarn on Sept. 8.",
        "Mayor Born leaves office on Jan. 20.",
        "The council holds a hearing on the price of water on May 7.",
        "A hearing on the watch over the wells opens in Osk on May 7.",
        "The view of most millers is that the price will stay where it is.",
        "The overall picture of the harvest improves by the week.",
        "Vue de la vallée, la réforme paraît bien modeste.",
        "La imagen de la ciudad mejora cada año.",
        "Vista de cerca, la reforma parece modesta.",
        "Вид на жительство можно получить за один год.",
        "Zdjęcie blokady potrwa jeszcze kilka dni.",
        "Luftaufnahmen zeigen das Ausmaß der Schäden.",
    ],
)
def test_what_nearly_has_that_form_stays_in_the_text(line: str) -> None:
    raw = read(*PROSE, line, *PROSE)
    assert raw.images == ()
    assert any(line in block.text for block in raw.blocks)


EASTERN = (
    "山谷里的水价自春天以来已经翻了一倍，许多农户说，如果不卖掉土地，他们再也付不起这笔钱，村委会星期二晚上为此在旧粮仓里"
    "开会，一直谈到半夜以后才散去。",
    "下个月还要再开一次会，到那时工程师会把每口井重新量一遍。在此之前，水泵每天中午到下午四点停机，广场上的喷泉也一直干着，"
    "从五月一日起就是这样。",
)


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("《山谷日报》网站的报道截图。", "《山谷日报》网站的报道截图。", ""),
        ("喷泉边的老人（视频截图）", "喷泉边的老人（视频截图）", ""),
        ("干涸的喷泉。村委会供图 山谷网发", "干涸的喷泉。", "村委会供图 山谷网发"),
    ],
)
def test_what_a_chinese_picture_shows(line: str, caption: str, credit: str) -> None:
    raw = read_text("\n".join(("山谷水价翻倍", *EASTERN, line, *EASTERN)))
    assert [(image.caption, image.credit) for image in raw.images] == [(caption, credit)]


@pytest.mark.parametrize("line", ["雨还没下。", "他向记者展示了聊天记录的截图。"])
def test_a_few_signs_may_be_a_sentence(line: str) -> None:
    raw = read_text("\n".join(("山谷水价翻倍", *EASTERN, line, *EASTERN, "夜深了。", *EASTERN, "天亮了。", *EASTERN)))
    assert raw.images == ()


@pytest.mark.parametrize(
    "lines",
    [
        ("add to the valley board", "Courtesy Osk Mill"),
        ("You have successfully mailed the page.", "Image: Ana Lima on Flickr"),
        ("Follow @valleypaper", "(Credit: Osk Foundation)"),
        ("Have you found your well yet?", "© Osk Verlag"),
        ("Recommend this article:", "© privat"),
    ],
)
def test_what_a_page_says_over_a_credit_is_no_caption(lines: tuple[str, ...]) -> None:
    raw = read(*lines, *PROSE)
    assert not any(captions(raw))


def test_a_heading_in_title_case_is_no_caption_of_an_agency_s_picture() -> None:
    raw = read(*PROSE, "The Slow Drying", "Reuters", *PROSE)
    assert not any(captions(raw))


def test_where_credits_stand_between_paragraphs_none_is_made_a_pair() -> None:
    one, two, three = PROSE
    raw = read(one, "Credit: Osk Games", two, "Credit: Osk Games, Valley Play", three, "The wells were dry again.")
    assert not any(captions(raw))
    raw = read(
        *(one, "Credit: Osk Games", two, "Credit: Valley Play", three),
        *("How the third well came to be dug in Sarn", "Credit: Osk Games, Valley Play", one, two),
    )
    assert not any(captions(raw))


@pytest.mark.parametrize("line", ["▼ “A goal for the next two years” ▼", "▼ March (3)", "字号: [大] [中] [小]"])
def test_marks_of_menus_and_headings_are_no_picture_s(line: str) -> None:
    assert read(*PROSE, line, *PROSE).images == ()


COMMENTS = (
    "Kommentare Schreibe einen Kommentar",
    *("Ana Lima", "8. April 2024 @ 11:38", "Das Wasser ist teuer [Freund Max Born].", "Antworten"),
    *("Max Born", "8. April 2024 @ 12:01", f"Ich sehe das anders, und zwar so: {PROSE[0]}", "Antworten"),
    *("Rosa Vera", "9. April 2024 @ 09:12", "Und die Mühle?", "Antworten"),
)


def test_readers_with_a_button_to_answer_end_the_article() -> None:
    raw = read(*PROSE, *COMMENTS)
    said = " ".join(block.text for block in raw.blocks)
    assert PROSE[-1] in said
    assert "anders" not in said
    assert "teuer" not in said
    assert raw.images == ()


def test_a_paragraph_on_what_was_answered_is_no_heading_of_readers() -> None:
    said = "Responses to the plan were mixed, as the council had feared when it met in the grain hall in the spring."
    raw = read(PROSE[0], said, PROSE[1], *("Good.", "Reply", "Bad.", "Reply", "So it is.", "Reply"))
    assert said in [block.text for block in raw.blocks]


def test_two_answers_are_headings_of_the_text() -> None:
    raw = read(*PROSE, "Antworten", *PROSE, "Antworten", *PROSE)
    assert [block.text for block in raw.blocks].count(PROSE[-1]) == 3


def test_captions_over_their_credits_show_that_what_stands_under_a_teaser_s_is_none() -> None:
    shown = [
        f"{who} am geschlossenen Brunnen. Bildrechte: Ana Lima" for who in ("Eine Bäuerin", "Ein Müller", "Ein Hirte")
    ]
    lines = [line for text in shown for line in (PROSE[0], text, PROSE[1])]
    raw = read(*lines, "mehr", "Bildrechte: IMAGO/valley", "Tal Der Streit ums Wasser – was die Müller sagen", *PROSE)
    assert len([caption for caption in captions(raw) if caption]) == 3


def test_captions_over_their_credits_stay_where_two_credits_have_none() -> None:
    one, two, three = PROSE
    raw = read(
        *("Die Müllerin vor ihrer Mühle.", "© Ana Lima", one, two, "© Ana Lima", three),
        *(one, "© Max Born", two, three),
    )
    assert "Die Müllerin vor ihrer Mühle." in captions(raw)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("5347", "207 24", "The price of water doubles"), "The price of water doubles"),
        (("https://osk.example/well.jpg", "The price of water doubles"), "The price of water doubles"),
        (("« previous episode | next episode »", "The price of water doubles"), "The price of water doubles"),
        (("OSK.LA / Politics / Valley", "The price of water doubles"), "The price of water doubles"),
        (("EDITORIAL", "The First Well", "By Ana Lima"), "The First Well"),
        (("Neue Brunnen", "„Wir haben schon den dritten“"), "„Wir haben schon den dritten“"),
        (("Markt • Tal und Mühle", "12 Müller und ihr Wasser", "5. Mai 2024"), "12 Müller und ihr Wasser"),
        (("Environment", "The well ran dry. Now, it's back.", "By Ana Lima"), "The well ran dry. Now, it's back."),
        (("Adrift", "The valley has lost its wells.", "By Ana Lima"), "Adrift"),
        (("Cold Comfort", "The wells are dry, and nobody minds.", "By Ana Lima"), "Cold Comfort"),
        (
            ("« L'eau est à nous », dit la meunière", "Par Ana Lima"),
            "« L'eau est à nous », dit la meunière",
        ),
    ],
)
def test_what_stands_over_the_headline_is_not_it(lines: tuple[str, ...], title: str) -> None:
    assert read_text("\n\n".join((*lines, *PROSE))).title == title


@pytest.mark.parametrize(
    "lines",
    [
        ("2. Ten Things That Wells Are Not", "* Osk Valley/Getty Images"),
        ("* Vidéo/Photo",),
        ("[ ] Search",),
        ("Search: [Keywords ] Valley Search",),
        ("[you@courier.example ] Send",),
        ("[Choose a valley… ] Go To Osk",),
        ("[Period_____] Wells________________ | Osk",),
        ("[gif] [well_at_noon]",),
        ("[lazy] [Old-Well-Picture]",),
    ],
)
def test_items_and_fields_that_browsers_in_the_terminal_write_are_no_captions(lines: tuple[str, ...]) -> None:
    assert not any(captions(read(*PROSE, *lines, *PROSE)))


def test_a_caption_in_a_list_has_no_bullet() -> None:
    raw = read(*PROSE, "* The dry fountain © Ana Lima / Osk Press", *PROSE)
    assert [(image.caption, image.credit) for image in raw.images] == [("The dry fountain", "Ana Lima / Osk Press")]


def test_whose_a_page_is_on_a_line_of_its_own_is_no_credit() -> None:
    assert not any(captions(read(*PROSE, "Become a friend of the valley", "© 2019 Valley Resort", *PROSE)))


@pytest.mark.parametrize("line", ["Become a friend © 2019 Osk Resort", "DE-80335 Sarn © Vera 2016"])
def test_whose_a_page_is_after_its_text_is_no_credit(line: str) -> None:
    assert read(*PROSE, line).images == ()


def test_where_a_picture_is_from_shows_nothing() -> None:
    assert not any(captions(read_text("\n".join(("山谷水价翻倍", *EASTERN, "图片来自视频截图。", *EASTERN)))))


def test_numbered_answers_end_the_article_too() -> None:
    said = ("1. + Antworten", "Das ist teuer.", "2. + Antworten", "Ich sehe das anders.", "3. + Antworten", PROSE[0])
    raw = read(*PROSE, "Kommentare", *said)
    assert "anders" not in " ".join(block.text for block in raw.blocks)


@pytest.mark.parametrize(
    ("lines", "caption", "credit"),
    [
        (
            ("Farmers were waiting at the pump in Sarn.", "(Ana Lima/Osk Press)"),
            "Farmers were waiting at the pump in Sarn.",
            "",
        ),
        (("Bauern warten an der Pumpe von Sarn", "/ Ana Lima"), "Bauern warten an der Pumpe von Sarn", "Ana Lima"),
        (("Sala de espera del molino de Osk. /", "ANA LIMA"), "Sala de espera del molino de Osk.", "ANA LIMA"),
        (
            ("Die Pumpe im Abendrot. Bild:", "Ana Lima/Shutterstock.com"),
            "Die Pumpe im Abendrot.",
            "Ana Lima/Shutterstock.com",
        ),
    ],
)
def test_a_credit_that_a_program_has_cut_off_its_caption(lines: tuple[str, ...], caption: str, credit: str) -> None:
    raw = read(*PROSE, *lines, *PROSE)
    assert captions(raw) == (caption,)
    assert raw.images[0].credit == (credit or "Ana Lima/Osk Press")


def test_who_a_chart_is_by_stays_behind_the_paragraph() -> None:
    raw = read(*PROSE, "The wells are dry. The farmers now pay twice as much.", "(Ana Lima / Grain)", *PROSE)
    assert not any(captions(raw))


def test_a_credit_goes_on_with_no_sentence() -> None:
    cut = ("The committee met on Tuesday in the old grain hall of the", "valley of Osk", ", and talked until midnight.")
    credit = "© imago/Osk Archives/imago stock&people"
    lines = ("The price of water", *PROSE, *cut, "Karte der Brunnen.", credit, *cut, *PROSE)
    assert [(image.caption, image.credit) for image in read_text("\n".join(lines)).images] == [
        ("Karte der Brunnen.", credit.removeprefix("© "))
    ]


def test_a_page_cut_at_its_links_is_not_taken_for_wrapped() -> None:
    cut = [
        line for end in ("was dear.", "is not all.", "came late.", "ran dry.") for line in ("Drinking", f"water {end}")
    ]
    raw = read_text("\n".join(("The price of water", "By Ana Lima", "3 May 2024", *PROSE, *cut, *PROSE)))
    assert raw.title == "The price of water"
    assert [block.text for block in raw.blocks].count(PROSE[0]) == 2


def test_a_sentence_right_under_itself_is_a_picture_s() -> None:
    line = "Mills are part of what the valley sells to its guests."
    raw = read(*PROSE, line, line, *PROSE)
    assert captions(raw) == (line,)
    assert not any(captions(read(*PROSE, PROSE[0], PROSE[0], *PROSE)))
    assert not any(captions(read(*PROSE, line, line, line, *PROSE)))


def test_a_source_in_brackets_under_a_sentence_is_a_picture_s() -> None:
    raw = read("Von Ana Lima", "5. Mai 2024", "Bauern warten an der Pumpe.", "(Quelle: IMAGO/Valley Wells)", *PROSE)
    assert [(image.caption, image.credit) for image in raw.images] == [
        ("Bauern warten an der Pumpe.", "IMAGO/Valley Wells")
    ]
    for sign in ("(Quelle: APA/dpa)", "(dpa)"):
        raw = read(*PROSE, "Der Brunnen ist trocken.", sign)
        assert raw.images == ()


def test_a_sentence_over_a_credit_under_the_standfirst_tells_of_the_picture() -> None:
    raw = read(
        *("What the council wants to do about the price of water, and why.", "By Ana Lima", "3 May 2024"),
        *("The fountain in the square was renamed by the council.", "Getty Images/Max Born", *PROSE),
    )
    assert captions(raw) == ("The fountain in the square was renamed by the council.",)


@pytest.mark.parametrize(
    "line",
    [
        "There was an error, please provide a valid email address.",
        "A welcome email is on its way. If you don't see it, please check your junk folder.",
        "Create a FREE account to continue reading",
        "Exclusive articles by Ana Lima, Max Born and others.",
        "Valley Post ePaper, an electronic replica of the print edition to view on any device.",
        "Daily puzzles, including the Valley Crossword.",
        "Email Address (required)",
        "Der Streit um die Pumpe von Sarn | mehr",
    ],
)
def test_what_a_page_offers_its_visitors_is_no_text(line: str) -> None:
    assert line not in " ".join(block.text for block in read(*PROSE, line, *PROSE).blocks)
