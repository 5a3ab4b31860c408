"""Scraped text: the styles of many papers and languages, and a pinned floor on labelled pages of our own."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from pathlib import Path

import msgspec
import pytest

from docs_store.model import Article, BlockKind, LinkKind
from docs_store.reading import read_articles
from tests.docs_store.prose import PROSE

PAGES = Path(__file__).parents[1] / "data" / "text"


class Labelled(msgspec.Struct):
    """A page of ours, its lines labelled."""

    file: str
    blocks: list[tuple[str, str]]

    def lines(self, label: str) -> list[str]:
        return [text for kind, text in self.blocks if kind == label]


def labelled() -> list[Labelled]:
    lines = (PAGES / "gold.jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Labelled) for line in lines]


def read(path: Path) -> Article:
    (article,) = read_articles(path, annotate=False)
    return article


def page(tmp_path: Path, *lines: str) -> Article:
    path = tmp_path / "page.txt"
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return read(path)


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).lower())


def found_and_wrong(gold: Labelled, article: Article) -> tuple[int, int]:
    """Labelled captions among the images, and images that are no caption; a credit may be parted from its caption."""
    found = [letters(image.caption) for image in article.images]
    captions = [letters(text) for text in gold.lines("caption")]
    hits = sum(any(text and text in caption and len(text) > len(caption) / 3 for text in found) for caption in captions)
    return hits, sum(not any(text and text in caption for caption in captions) for text in found)


def test_captions_on_labelled_pages_do_not_get_worse() -> None:
    pages = labelled()
    assert len(pages) >= 26
    counts = {gold.file: found_and_wrong(gold, read(PAGES / "files" / gold.file)) for gold in pages}
    hits, wrong = (sum(column) for column in zip(*counts.values(), strict=True))
    assert hits / sum(len(gold.lines("caption")) for gold in pages) >= 0.97, counts
    assert hits / (hits + wrong) >= 0.98, counts
    assert not any(counts[gold.file][1] for gold in pages if not gold.lines("caption")), counts


def test_what_is_the_sites_own_leaves_the_text() -> None:
    left, known = [], 0
    for gold in labelled():
        lines = {block.text for block in read(PAGES / "files" / gold.file).blocks if block.kind != BlockKind.STANDFIRST}
        own = gold.lines("other") + gold.lines("credit")
        left += [(gold.file, text) for text in own if text in lines]
        known += len(own)
    assert known > 80
    assert len(left) <= 0.05 * known, left


@pytest.mark.parametrize("gold", labelled(), ids=lambda gold: gold.file)
def test_no_paragraph_of_a_page_is_lost_and_no_caption_is_in_its_body(gold: Labelled) -> None:
    article = read(PAGES / "files" / gold.file)
    body = article.body.split("\n\n")
    assert [text for text in gold.lines("body") if text not in body] == []
    assert [text for text in body if text in gold.lines("caption")] == []
    assert [text for text in gold.lines("head") if text not in body] == []


@pytest.mark.parametrize("gold", labelled(), ids=lambda gold: gold.file)
def test_a_headline_is_taken_where_there_is_one_and_made_where_there_is_none(gold: Labelled) -> None:
    article = read(PAGES / "files" / gold.file)
    titles = gold.lines("title")
    assert article.title_made is not bool(titles)
    if titles:
        assert article.title == titles[0]


def test_an_editorial_without_a_headline_is_read_whole() -> None:
    article = read(PAGES / "files" / "slug_en.txt")
    assert article.title == "The river treaty was meant to end forty years of quarrels."
    assert article.title_made
    assert article.standfirst.endswith("It has begun with a new one.")
    first, second = article.images
    assert first.alt == "20231102 Veldan Osk River Treaty Signing 004"
    assert first.caption.endswith("in Veldan, November 2, 2023.")
    assert first.credit == "Nord Agency/Karin Wolde"
    assert (first.taken, second.taken) == (dt.date(2023, 11, 2), dt.date(2023, 9, 18))
    assert article.published is None
    assert article.inferred == dt.date(2023, 11, 2)
    assert article.authors == ("Editorial Board",)
    assert article.source == "The Veldan Courier"
    (link,) = article.links
    assert (link.kind, link.url) == (LinkKind.TRANSLATION, "")
    assert "RELATED" not in article.body
    assert "Author" not in article.body
    kinds = [str(block.kind) for block in article.blocks]
    assert kinds == ["standfirst", "caption", "paragraph", "paragraph", "caption", "heading", "paragraph", "paragraph"]


def test_bylines_dates_and_related_titles_of_several_languages() -> None:
    articles = {gold.file: read(PAGES / "files" / gold.file) for gold in labelled()}
    assert articles["bruecke_de.txt"].authors == ("Jana Wiesner", "Peter Kolm")
    assert articles["bruecke_de.txt"].published == dt.datetime(2024, 3, 12, 11, 26, tzinfo=dt.UTC)
    assert articles["bruecke_de.txt"].tags == ("Verkehr",)
    assert articles["marche_fr.txt"].authors == ("Lucie Arnaud",)
    assert articles["marche_fr.txt"].published == dt.datetime(2024, 1, 16, 18, 30, tzinfo=dt.UTC)
    assert articles["ostrov_ru.txt"].authors == ("Анна Ветрова",)
    assert articles["tram_it.txt"].published == dt.datetime(2024, 5, 6, tzinfo=dt.UTC)
    assert [link.title for link in articles["harbour_en.txt"].links] == ["How the 1911 wall was built"]
    assert len(articles["quiet_en.txt"].links) == 2
    languages = {name[-6:-4]: article.language for name, article in articles.items()}
    assert languages == {name: {"no": "nb"}.get(name, name) for name in languages}
    assert len(languages) == 16


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("A dry well near Osk. (Ana Lima/Star)", "A dry well near Osk.", "Ana Lima/Star"),
        ("A dry well near Osk. (©REUTERS/Ana Lima)", "A dry well near Osk.", "REUTERS/Ana Lima"),
        ("A dry well near Osk. Photo by Ana Lima / AFP via Getty Images", None, "Ana Lima / AFP via Getty Images"),
        ("A dry well near Osk. (AP Photo/Ana Lima) AP Photo", "A dry well near Osk.", "AP Photo/Ana Lima"),
        ("A dry well near Osk. — Picture by Ana Lima", "A dry well near Osk.", "Ana Lima"),
        ("Ein trockener Brunnen bei Osk. © Ana Lima | dpa", "Ein trockener Brunnen bei Osk.", "Ana Lima | dpa"),
        ("Ein trockener Brunnen bei Osk. Foto: Ana Lima", "Ein trockener Brunnen bei Osk.", "Ana Lima"),
        ("Ein Brunnen bei Osk (Archivbild) (Quelle: IMAGO/Lima)", "Ein Brunnen bei Osk (Archivbild)", "IMAGO/Lima"),
        ("Un pozo seco en Osk. Ana Lima / Europa Press", "Un pozo seco en Osk.", "Ana Lima / Europa Press"),
        ("En tørr brønn ved Osk. Foto: Ana Lima (Kystposten)", "En tørr brønn ved Osk.", "Ana Lima (Kystposten)"),
        ("Пересохший колодец. Фото: Анна Лима / ТАСС", "Пересохший колодец.", "Анна Лима / ТАСС"),
        ("بئر جافة قرب القرية. تصوير: أحمد علي", "بئر جافة قرب القرية.", "أحمد علي"),
        ("村の外れの枯れた井戸（共同）", "村の外れの枯れた井戸", "共同"),
    ],
)
def test_credits_in_the_styles_of_the_press(tmp_path: Path, line: str, caption: str | None, credit: str) -> None:
    article = page(tmp_path, PROSE[0], line, *PROSE[1:])
    (image,) = article.images
    assert image.credit == credit
    assert image.caption == (caption or "A dry well near Osk.")
    assert article.body == "\n\n".join(PROSE)


def test_a_credit_on_its_own_line_belongs_to_the_caption_beside_it(tmp_path: Path) -> None:
    article = page(tmp_path, PROSE[0], "The grain hall at night, before the meeting", "© Ana Lima/dpa", *PROSE[1:])
    (image,) = article.images
    assert (image.caption, image.credit) == ("The grain hall at night, before the meeting", "Ana Lima/dpa")


def test_the_same_caption_twice_is_one_image(tmp_path: Path) -> None:
    line = "A dry well near Osk. (Ana Lima/Star)"
    article = page(tmp_path, PROSE[0], line, PROSE[1], line, PROSE[2])
    assert len(article.images) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The deal was signed in April, according to two people who were in the room, said Reuters.",
        "She joined the state water company, Aguas Sur S.A. (AGSUR).",
        "The vote was won by the farmers' list of Karl Osten (FDP).",
        "He paid for it with his own money, as the ledger of the Lake/Valley Railway shows.",
    ],
)
def test_agencies_and_brackets_in_running_text_make_no_caption(tmp_path: Path, sentence: str) -> None:
    article = page(tmp_path, PROSE[0], f"{PROSE[1]} {sentence}", PROSE[2])
    assert article.images == ()
    assert sentence in article.body


def test_an_article_about_cookies_and_newsletters_stays_whole(tmp_path: Path) -> None:
    lines = (
        "Newsletters were once folded by hand at the kitchen table, and the readers paid for them in eggs. Cookies, "
        "too, were something else then, and nobody had to accept them before entering a house in the upper valley.",
        *PROSE,
    )
    assert page(tmp_path, *lines).body == "\n\n".join(lines)


def test_a_page_of_nothing_but_furniture_is_still_shown(tmp_path: Path) -> None:
    assert page(tmp_path, "Share", "Facebook", "Copy link").body == "Share\n\nFacebook\n\nCopy link"


def test_list_items_lose_their_bullets_and_headings_keep_their_marks(tmp_path: Path) -> None:
    article = page(
        tmp_path, *PROSE[:1], "Why is the water so dear?", PROSE[1], "- First the wells", "• Then the pumps", PROSE[2]
    )
    kinds = [(block.kind, block.text) for block in article.blocks]
    assert (BlockKind.HEADING, "Why is the water so dear?") in kinds
    assert (BlockKind.LIST_ITEM, "First the wells") in kinds
    assert (BlockKind.LIST_ITEM, "Then the pumps") in kinds


def test_hard_wrapped_text_is_joined(tmp_path: Path) -> None:
    path = tmp_path / "wrapped.txt"
    words = PROSE[0].split()
    wrapped = "\n".join(" ".join(words[at : at + 9]) for at in range(0, len(words), 9))
    path.write_text(f"{wrapped}\n\n{PROSE[1]}", encoding="utf-8")
    assert PROSE[0] not in path.read_text(encoding="utf-8")
    path.write_text(f"{wrapped}\n\n{wrapped}", encoding="utf-8")
    assert read(path).body == f"{PROSE[0]}\n\n{PROSE[0]}"


@pytest.mark.parametrize(
    ("front", "authors", "day"),
    [
        (("Clara Winter", "12 March 2024"), ("Clara Winter",), 12),
        (("Clara Winter and Tobias Okafor", "Lindau, Bavaria · 6 April 2024"), ("Clara Winter", "Tobias Okafor"), 6),
        (("Felix Roy, Crime Reporter", "Updated: November 28, 2023 — 4:51 p.m."), ("Felix Roy",), 28),
        (("14 Dec 2023 - 13:20", "Clara Winter, Max Born"), ("Clara Winter", "Max Born"), 14),
        (("Por Clara Winter, enviada especial", "10 de marzo de 2024"), ("Clara Winter",), 10),
        (("Clara Winter, Lindau, 3. Mai 2024, 13:25 Uhr",), ("Clara Winter",), 3),
        (("Lindau, Bavaria, 6 April 2024",), ("Lindau, Bavaria",), 6),  # nothing says that it is no name
    ],
)
def test_who_wrote_it_stands_beside_when(
    tmp_path: Path, front: tuple[str, ...], authors: tuple[str, ...], day: int
) -> None:
    article = page(tmp_path, "Home > News", "Menu", "The Bridge That Waited", *front, *PROSE)
    assert article.title == "The Bridge That Waited"
    assert article.authors == authors
    assert article.published is not None
    assert article.published.day == day


def test_an_agencys_last_line_names_its_reporters(tmp_path: Path) -> None:
    article = page(
        tmp_path, "The Bridge", *PROSE, "(Reporting by Clara Winter in Lindau; Editing by Max Born)", "Contact us"
    )
    assert article.authors == ("Clara Winter",)
    assert "Reporting" not in article.body
    assert "Contact" not in article.body


def test_what_a_browser_in_the_terminal_writes(tmp_path: Path) -> None:
    (tmp_path / "dump.txt").write_text(
        "          [1]The well of Osk runs dry\n\n   By Ana Lima\n   4 March 2024\n\n"
        "   The well of Osk, which [3]three villages share, has run dry for the\n"
        "   first time since the war, the [2]council said, and carts bring water up\n"
        "   from the river.[12]\n\nWhat comes next\n\n"
        "   The council meets on Friday to hear how deep a new well would have to\n"
        "   be, and who is to pay for it in a year without a harvest.\n\n"
        "References\n\n   Visible links:\n   1. https://courier.example/\n   2. https://courier.example/water\n"
        "   3. https://courier.example/villages\n\n   Hidden links:\n   4. https://courier.example/top\n",
        encoding="utf-8",
    )
    article = read(tmp_path / "dump.txt")
    assert (article.title, article.authors) == ("The well of Osk runs dry", ("Ana Lima",))
    assert [block.text for block in article.blocks] == [
        "The well of Osk, which three villages share, has run dry for the first time since the war, the council said, "
        "and carts bring water up from the river.[12]",
        "What comes next",
        "The council meets on Friday to hear how deep a new well would have to be, and who is to pay for it in a year "
        "without a harvest.",
    ]
    assert [(link.url, link.kind) for link in article.links] == [
        ("https://courier.example/villages", LinkKind.REFERENCE),
        ("https://courier.example/water", LinkKind.REFERENCE),
    ]


@pytest.mark.parametrize(
    "ending", ["   2. https://courier.example/b", "   1. a list of two words\n   2. https://courier.example/b"]
)
def test_a_list_of_other_numbers_stays(tmp_path: Path, ending: str) -> None:
    article = page(tmp_path, "The well of Osk", *PROSE, "It was dug in 1911.[1] It is deep.[2]", f"Wells\n\n{ending}")
    assert "It was dug in 1911.[1] It is deep.[2]" in article.body
    assert "https://courier.example/b" in article.body


def test_wrapped_text_may_stand_behind_a_margin(tmp_path: Path) -> None:
    lines = [
        "The committee met on Tuesday in the old grain hall and talked until",
        "after midnight about the price of water, as it had in the spring.",
    ]
    article = page(tmp_path, "The well of Osk", *("\n".join(f"    {line}" for line in lines) for _ in range(3)))
    assert [block.text for block in article.blocks] == [" ".join(lines)] * 3
