"""Text that programs have cut: at links and emphases, or at the columns of a page printed with its menus."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs_store.model import BlockKind
from docs_store.reading import read_articles
from docs_store.reading.fragments import joined
from docs_store.reading.layout import paragraphs

CUT = ("The ferry of", "Osk", ", which sank on Monday, was older than the", "harbour", ".")
WHOLE = "The ferry of Osk, which sank on Monday, was older than the harbour."


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("Its captain,", "Ana Lima", ", told the", "Osk Courier", "that she had warned of it."),
         "Its captain, Ana Lima, told the Osk Courier that she had warned of it."),
        (("The", "Osk Courier", "had warned of it twice."), "The Osk Courier had warned of it twice."),
        (("The report (", "in full", ") is long."), "The report (in full) is long."),
        (("Nobody read", "Lima", "’s report", "[2]", "in the end."), "Nobody read Lima’s report[2] in the end."),
        (("D", "as Schiff sank in der Nacht."), "Das Schiff sank in der Nacht."),
        (("A", "ferry sank in the night."), "A ferry sank in the night."),
        (("Le rapport de l’", "Institut", "est long."), "Le rapport de l’Institut est long."),
        (("这艘渡轮多年来往返于奥斯克和萨恩之间，据", "《信使报》", "，星期一沉没。"),
         "这艘渡轮多年来往返于奥斯克和萨恩之间，据《信使报》，星期一沉没。"),
        (("The yard calls it a", "“floating", "garden”", "— an idea of the nineties."),
         "The yard calls it a “floating garden” — an idea of the nineties."),
        (("1.", "Look for a life jacket."), "1. Look for a life jacket."),
    ],
)  # fmt: skip
def test_a_sentence_cut_at_its_links_is_one_again(lines: tuple[str, ...], whole: str) -> None:
    assert whole in joined([*CUT, *lines])


@pytest.mark.parametrize(
    "lines",
    [
        ("Ferry sinks in a storm off the coast", "by", "Ana Lima", "3 May 2024"),
        ("Ferry sinks in a storm off the coast", "by Ana Lima", "3 May 2024"),
        ("What Happened Next", "The captain swam ashore and was picked up by a farmer before the night was over."),
        ("The ferry at its pier in Osk, before the fire", "The captain swam ashore."),
        ("What the ferry carried:", "apples", "pears"),
        (".NET and its friends",),
        (". . .",),
        ("'s Avonds is het stil.",),
    ],
)
def test_headlines_bylines_captions_and_lists_stay_lines_of_their_own(lines: tuple[str, ...]) -> None:
    found = joined([*CUT, *lines, *CUT])
    assert found[0] == found[-1] == WHOLE
    assert lines[0] in found
    if "by" in lines[1:2]:
        assert found.index("by") == found.index(lines[0]) + 1


@pytest.mark.parametrize("day", ["Osk - 3 May 2024", "Osk, le 3 mai 2024", "Osk – May 3, 2024", "Osk, 3. Mai 2024"])
def test_a_caption_that_ends_in_its_day_goes_on_with_nothing(day: str) -> None:
    caption = (
        f"The council comes out of the grain hall after a night of talks. The ferry waits for it at its pier in {day}"
    )
    said = (
        "The captain of the ferry, who is new and had never seen the river so low, said that it was not hers, but for"
    )
    assert caption in joined([*CUT, caption, said, "a summer, and that she would not", "stay."])
    assert f"{caption} and nobody saw it." in joined([*CUT, caption, "and nobody saw it."])


def test_lines_in_small_letters_are_not_joined_where_nothing_shows_a_cut() -> None:
    lines = ["A poem", "the sea was calm that day", "and nobody had seen", "the ferry leave its bay"]
    assert joined(lines) == lines


@given(st.lists(st.text(alphabet="ab AB,.;:)(’“1[]—渡。，", min_size=1).filter(lambda text: bool(text.strip()))))
def test_nothing_is_lost_or_moved(lines: list[str]) -> None:
    lines = [line.strip() for line in lines]
    assert "".join("".join(joined(lines)).split()) == "".join("".join(lines).split())


def test_a_page_in_pieces_has_paragraphs_and_headings(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(
        "\n".join(
            (
                "Ferry sinks off Osk",
                "By",
                "Max Born",
                "6 April 2024",
                *CUT,
                "What Happened Next",
                "According to",
                "Ana Lima",
                ", its captain, the water came in at the bow, and nobody could close the gate that the yard had built.",
                "Nothing of it was in the",
                "report",
                "that the ministry published in January, after a year of waiting.",
            )
        ),
        encoding="utf-8",
    )
    (article,) = read_articles(path, annotate=False)
    assert article.title == "Ferry sinks off Osk"
    assert article.authors == ("Max Born",)
    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.PARAGRAPH, WHOLE),
        (BlockKind.HEADING, "What Happened Next"),
        (
            BlockKind.PARAGRAPH,
            "According to Ana Lima, its captain, the water came in at the bow, and nobody could close the gate that "
            "the yard had built.",
        ),
        (
            BlockKind.PARAGRAPH,
            "Nothing of it was in the report that the ministry published in January, after a year of waiting.",
        ),
    ]


LONG = (
    "The committee met on Tuesday in the old grain hall and talked until after midnight about the price of water, "
    "which has doubled since the spring and which nobody in the valley can pay for much longer without selling land.",
    "A second meeting is planned for next month, when the engineers will have measured the wells again. Until then "
    "the pumps stay off from noon to four, and the fountain in the square stays dry, as it has since the first of May.",
)


def test_a_page_printed_by_a_text_browser_is_joined_among_its_menus_and_tables() -> None:
    menu = [f"  • {word}" for word in ("Home", "News", "Sport", "Weather", "Culture", "The valley", "Letters") * 3]
    table = "Well                      depth in metres, as measured last, and what it is used for by its owner, as told"
    item = textwrap.fill(LONG[1], 80, initial_indent="  • ", subsequent_indent="    ")
    text = "\n".join((*menu, "", textwrap.fill(LONG[0], 80), "", table, "", item, "", "    A short end."))
    found = paragraphs(text)
    assert LONG[0] in found
    assert f"• {LONG[1]}" in found
    assert [line.strip() for line in menu] == found[: len(menu)]


def test_wide_text_with_words_of_another_script_is_joined() -> None:
    text = "渡轮公司OskFerry昨天宣布，新的渡轮将在明年春天投入使用，届时从奥斯克到萨恩只需四十分钟" * 5 + "。"
    lines, line, width = [], "", 0
    for character in text:
        wide = 2 - character.isascii()
        if width + wide > 80:
            lines.append(line)
            line, width = "", 0
        line, width = line + character, width + wide
    assert paragraphs("\n".join(("首页", "新闻", "体育", "", *lines, line, "", "天气"))) == [
        "首页", "新闻", "体育", text, "天气",
    ]  # fmt: skip


@pytest.mark.parametrize("first", ["[ ] Buy a ferry", "[1] The Osk Courier, 3 May 2024", "[12]"])
def test_a_note_that_begins_with_a_bracket_is_no_json(tmp_path: Path, first: str) -> None:
    path = tmp_path / "note.txt"
    path.write_text(f"{first}\n\n{LONG[0]}\n\n{LONG[1]}\n", encoding="utf-8")
    (article,) = read_articles(path, annotate=False)
    assert article.body.endswith(LONG[1])


def test_a_caption_over_its_credit_is_no_piece_of_the_text() -> None:
    broken = "The new ferry will be longer. It is to sail between the two banks twice as often as the one that sank"
    caption = "Ana Lima of the yard shows what is left of the hull"
    assert caption in joined([*CUT, broken, caption, "© Osk Harbour", "Nobody was hurt."])
    credited = "What is left of the hull on the northern bank. It is to be sold. Credit: AFP/Osk"
    assert credited in joined([*CUT, credited, "When the yard met in", "Sarn", ", nobody spoke."])
