"""Whole pages scraped as text: the menus of the site over the article, and the article under them."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs_store.model import Article, BlockKind, LinkKind
from docs_store.reading import read_articles
from tests.docs_store.prose import PROSE

MENU = (
    "Account", "Log out", "Local", "World", "Business", "Sport", "Culture", "Weather", "Letters", "Archive", "Puzzles",
)  # fmt: skip
TEASERS = (
    "Ferry comes back to Sarn after eleven weeks in the yard",
    "Mayor of Osk wants the bridge to be painted green",
)
TITLE = "Water gets dear in the valley of Osk"


def _page(tmp_path: Path, *lines: str) -> Article:
    path = tmp_path / "page.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    (article,) = read_articles(path, annotate=False)
    return article


@pytest.mark.parametrize("over", [(), (f"{TITLE} | The Osk Courier",), (f"{TITLE} - News - The Osk Courier",)])
@pytest.mark.parametrize("front", [("By Ana Lima", "3 May 2024"), ("Ana Lima", "3 May 2024")])
def test_the_headline_is_found_under_the_menus(tmp_path: Path, over: tuple[str, ...], front: tuple[str, ...]) -> None:
    article = _page(tmp_path, *over, *MENU, *TEASERS, "Max Born", "2 May 2024", "Local", TITLE, *front, *PROSE)
    assert article.title == TITLE
    assert article.authors == ("Ana Lima",)
    assert article.published is not None
    assert article.published.day == 3
    assert [block.text for block in article.blocks] == list(PROSE)
    assert [link.title for link in article.links if link.kind is LinkKind.RELATED] == list(TEASERS)


def test_a_day_right_over_the_headline_is_the_articles(tmp_path: Path) -> None:
    article = _page(tmp_path, *MENU, *TEASERS, "3 May 2024", TITLE, "By Ana Lima", *PROSE)
    assert (article.title, article.published and article.published.day) == (TITLE, 3)


def test_sentences_over_the_headline_are_not_lost(tmp_path: Path) -> None:
    said = "The offices of the Osk Courier stay closed on the day of the regatta, as they do every year."
    article = _page(tmp_path, *MENU, said, TITLE, "By Ana Lima", "3 May 2024", *PROSE)
    assert article.title == TITLE
    assert [block.text for block in article.blocks] == [said, *PROSE]


def test_the_lists_of_a_recipe_are_no_menu(tmp_path: Path) -> None:
    needs = ("Flour", "Sugar", "Salt", "Yeast", "Butter", "Milk", "Two eggs", "Lemon peel", "Raisins", "Almonds", "Rum")
    article = _page(tmp_path, "Cake as they bake it on the island of Osk", "You need", *needs, *PROSE)
    assert article.title == "Cake as they bake it on the island of Osk"
    texts = [block.text for block in article.blocks]
    assert all(need in texts for need in needs)


def test_a_text_over_another_headline_is_the_article(tmp_path: Path) -> None:
    talk = [f"The {which} of the skippers says that the water was never as dear." for which in ("oldest", "youngest")]
    answers = ("Osk", "Sarn", "Lindau", "Upper farms", "Bar", "Pier", "Yard", "Hall", "Well", "Dam", "Mill")
    article = _page(tmp_path, TITLE, *talk * 4, *answers, TEASERS[0], "By Max Born", *PROSE[:2])
    assert all(answer in [block.text for block in article.blocks] for answer in answers)


def test_buttons_and_a_table_of_contents_are_no_menu(tmp_path: Path) -> None:
    buttons = ("Share", "Facebook", "Email", "X", "Reddit", "Pinterest", "LinkedIn", "Copy link", "Print", "WhatsApp")
    parts = ("Where is the water?", "Who pays for it?", "When will it rain?")
    article = _page(
        tmp_path, TITLE, "By Ana Lima", "3 May 2024", *buttons, *parts, PROSE[0], parts[0], PROSE[1], parts[1], PROSE[2]
    )
    assert article.title == TITLE
    assert article.authors == ("Ana Lima",)
    headings = [block.text for block in article.blocks if block.kind is BlockKind.HEADING]
    assert headings[-2:] == list(parts[:2])


def test_the_menu_at_the_pages_end_is_left_out(tmp_path: Path) -> None:
    menu = ("Sitemap", "Jobs", "Puzzles", "Privacy policy", "Delivery", "Careers", "Shop", "Regatta")
    article = _page(tmp_path, TITLE, "By Ana Lima", "3 May 2024", *PROSE, *menu)
    assert [block.text for block in article.blocks] == list(PROSE)


@pytest.mark.parametrize("menu", [(), ("Sitemap", "Privacy policy", "Terms of use")])
def test_a_list_at_the_articles_end_stays(tmp_path: Path, menu: tuple[str, ...]) -> None:
    winners = ("Ana Lima", "Max Born", "Nora Quill", "Clara Winter", "The ferry of Osk", "Jobs for all", "Mill wheel")
    said = "These are the winners of the regatta, in the order in which they came in over the bar of Osk:"
    article = _page(tmp_path, TITLE, "By Felix Roy", "3 May 2024", *PROSE, said, *winners, *menu)
    texts = [block.text for block in article.blocks]
    assert all(winner in texts for winner in winners[4:])
    assert not set(menu) & set(texts)


def test_whom_to_ask_stands_over_the_last_menu(tmp_path: Path) -> None:
    ask = ("Contact us", "Osk Waterworks, 3 Mill Lane", "+00 123 456")
    article = _page(tmp_path, TITLE, "3 May 2024", *PROSE, *ask, "Sitemap", "Careers", "Privacy policy", "Shop")
    texts = [block.text for block in article.blocks]
    assert ask[1] in texts
    assert ask[2] in texts
    assert "Shop" not in texts


@pytest.mark.parametrize("label", ["Credit:", "Photo by", "Foto:", "Image credit:", "(Credit:"])
def test_a_label_on_a_line_of_its_own_goes_with_the_maker_under_it(tmp_path: Path, label: str) -> None:
    caption = "The fountain in the square of Osk"
    maker = "Max Born)" if label.startswith("(") else "Max Born"
    article = _page(tmp_path, TITLE, "By Ana Lima", "3 May 2024", PROSE[0], caption, label, maker, *PROSE[1:])
    assert [(image.caption, image.credit) for image in article.images] == [(caption, "Max Born")]
    assert [block.text for block in article.blocks if block.kind is not BlockKind.CAPTION] == list(PROSE)


@pytest.mark.parametrize(
    "over",
    [
        ("Valley", "Water"),
        ("Skip to content", "Login", "News Sport Culture Weather Letters Puzzles", "MENU", "Search", "Valley"),
        ("Subscribe now", "Home", "Regatta", "Obituaries", "Tenders", "Radio"),
    ],
)
def test_the_headline_under_a_few_entries_is_the_line_that_speaks_of_the_text(
    tmp_path: Path, over: tuple[str, ...]
) -> None:
    title = "Price of water doubled in the valley of Osk"
    article = _page(tmp_path, *over, title, "Share", "Facebook", *PROSE)
    assert article.title == title
    assert [block.text for block in article.blocks] == list(PROSE)


def test_a_standfirst_speaks_of_the_text_too_and_the_headline_stands_over_it(tmp_path: Path) -> None:
    title = "Price of water doubled in Osk"
    said = "The committee talked about the wells of the valley, and the fountain in the square stays dry"
    article = _page(tmp_path, *MENU, title, "Valley", said, "By Ana Lima", "3 May 2024", *PROSE)
    assert article.title == title


def test_a_path_through_the_site_is_not_the_headline(tmp_path: Path) -> None:
    title = "Dry fountain, closed road and pumps off"
    path = "Committee of Osk: price of water doubled in valley"
    article = _page(tmp_path, *MENU, path, "Waterworks", title, "By Ana Lima", "3 May 2024", *PROSE)
    assert article.title == title


def test_what_else_there_is_to_read_is_not_the_headline(tmp_path: Path) -> None:
    title, other = "Price of water doubled in Osk", "Committee leaves fountain, pumps and wells in the valley"
    said = "Nobody can pay for it much longer."
    article = _page(tmp_path, "Valley", "Letters", title, said, "Read also", other, *PROSE)
    assert article.title == title


def test_the_rows_of_a_table_are_no_menu(tmp_path: Path) -> None:
    rows = ("Water 5.1 vs 4.9", "Flow 12.2 vs 11.8", "Year", "Water 20.4 vs 19.1", "Council of Osk water flow")
    article = _page(tmp_path, "OSK WATERWORKS 4TH QUARTER", *rows, *PROSE)
    assert article.title == "OSK WATERWORKS 4TH QUARTER"
