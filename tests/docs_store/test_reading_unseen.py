"""Styles of the world's press that were met in pages nobody had tuned for: how they sign, credit and caption."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs_store.model import Article, BlockKind
from docs_store.reading import read_articles
from tests.docs_store.prose import PROSE

TITLE = "Water gets dear in the valley of Osk"
ZH_TITLE = "新橋通車 居民歡迎"
ZH = (
    "奧斯克河上的新橋昨日完工，市長表示，這座橋將兩岸居民的通勤時間縮短一半，也讓沿岸的農民可以把收成更快送到市場，市民對此多表歡迎。",
    "工程歷時三年，期間因為洪水兩度停工，承包商說，橋墩已經加固，足以抵擋百年一遇的大水，明年春天還會在橋邊種下櫻花樹。",
)


def _read(tmp_path: Path, *lines: str) -> Article:
    path = tmp_path / "page.txt"
    path.write_text("\n\n".join(lines), encoding="utf-8")
    (article,) = read_articles(path, annotate=False)
    return article


def _pictures(article: Article) -> list[tuple[str, str]]:
    return [(image.caption, image.credit) for image in article.images]


def _texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind is not BlockKind.CAPTION]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("記者陳大文／奧斯克報導", ("陳大文",)),
        ("河報記者陳大文/奧斯克報導", ("陳大文",)),
        ("記者陳大文、林小安/綜合報導", ("陳大文", "林小安")),
        ("陳大文\\奧斯克報導", ("陳大文",)),
        ("【記者陳大文奧斯克報導】", None),
        ("地方中心/綜合報導", ()),
    ],
)
def test_who_reported_from_where(tmp_path: Path, line: str, authors: tuple[str, ...] | None) -> None:
    article = _read(tmp_path, ZH_TITLE, line, *ZH)
    assert article.authors == (authors or ())
    assert (line in _texts(article)) == (authors is None)


def test_the_day_behind_an_agencys_maker_is_no_byline(tmp_path: Path) -> None:
    caption, credit = "市長陳安（前左）28日下午赴橋頭，會前說明工程內容。", "中央社記者林小安攝 114年11月28日"
    article = _read(tmp_path, ZH_TITLE, "記者陳大文／奧斯克報導", caption, credit, *ZH)
    assert _pictures(article) == [(caption, credit)]


@pytest.mark.parametrize(
    ("lines", "picture"),
    [
        (("The pumps stand at noon.Image copyrightAFP",), ("The pumps stand at noon.", "AFP")),
        (
            ("Image copyright Getty Images", "Image caption The pumps stay off until four"),
            ("The pumps stay off until four", "Getty Images"),
        ),
        (("The mayor at the pump of Osk (foto Rossi)",), ("The mayor at the pump of Osk", "Rossi")),
        (("The pumps of Osk at noon (Source: Osk Waterworks)",), ("The pumps of Osk at noon", "Osk Waterworks")),
        (("The well in 1910 (Source: Wikimedia Commons)",), ("The well in 1910", "Wikimedia Commons")),
        (("Map of the valley. Source: OpenStreetMap",), ("Map of the valley.", "OpenStreetMap")),
    ],
)
def test_a_caption_ends_in_what_a_picture_is_from(
    tmp_path: Path, lines: tuple[str, ...], picture: tuple[str, str]
) -> None:
    article = _read(tmp_path, TITLE, "By Ana Lima", "3 May 2024", PROSE[0], PROSE[1], *lines, PROSE[2])
    assert _pictures(article) == [picture]
    assert _texts(article) == list(PROSE)


@pytest.mark.parametrize(
    "line",
    [
        "Water cost 5.1 dollars more (Source: Osk Waterworks)",
        "The mayor said that it was enough (Source: Osk Waterworks)",
        "You need a card with a picture (photo ID)",
        "What the site shows (Photo Gallery)",
        "Image copyright is what the lawyers talk about.",
        "Image caption contests are held in the hall.",
    ],
)
def test_what_cites_or_speaks_of_pictures_is_text(tmp_path: Path, line: str) -> None:
    article = _read(tmp_path, TITLE, "By Ana Lima", "3 May 2024", PROSE[0], line, *PROSE[1:])
    assert _pictures(article) == []
    assert line in _texts(article)


@pytest.mark.parametrize("credit", ["Photo: Max Born", "Photograph: Max Born / Osk Courier"])
def test_a_heading_under_a_credit_is_no_caption(tmp_path: Path, credit: str) -> None:
    article = _read(
        tmp_path, TITLE, "By Ana Lima", "3 May 2024", *PROSE[:2], credit, "What all the words mean", PROSE[2]
    )
    assert "What all the words mean" in _texts(article)


def test_what_stands_in_the_last_menu_is_no_caption(tmp_path: Path) -> None:
    menu = ("Sitemap", "Privacy policy", "Terms of use", "Photos: Osk Courier", "Valley Post Weekly", "Careers")
    house = "The Osk Courier has been printed in the valley since the year in which the first bridge was built there."
    assert _pictures(_read(tmp_path, TITLE, "By Ana Lima", "3 May 2024", *PROSE * 2, *menu, house)) == []


def test_a_house_that_names_itself_and_the_year_made_no_picture(tmp_path: Path) -> None:
    line = "A site of the Osk Press © 2024 Osk Press"
    article = _read(tmp_path, TITLE, "By Ana Lima", "3 May 2024", *PROSE, line, "We have news for you.")
    assert _pictures(article) == []
    assert line not in _texts(article)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("3 May 2024 by Ana Byron", ("Ana Byron",)),
        ("May 3, 2024 By Ana Byron Leave a Comment", ("Ana Byron",)),
        ("Posted on May 3, 2024 10:12 am by Ana Byron", ("Ana Byron",)),
        ("Publié le 16/10/2024 par Julie Privet et Solène Marais", ("Julie Privet", "Solène Marais")),
        ("03.05.2024 10:12 Uhr von Anna Byron", ("Anna Byron",)),
        ("Submitted by Ana Byron on 3 May 2024 - 10:12", ("Ana Byron",)),
    ],
)
def test_who_wrote_stands_behind_the_day(tmp_path: Path, line: str, authors: tuple[str, ...]) -> None:
    article = _read(tmp_path, TITLE, line, *PROSE)
    assert article.authors == authors
    assert article.published is not None
    assert article.published.year == 2024
    assert _texts(article) == list(PROSE)


@pytest.mark.parametrize(
    "line",
    ["Posted by Ana Byron at 10:00 AM", "Publicado por Ana Byron en 10:00", "Eingestellt von Ana Byron um 10:00"],
)
def test_who_posted_stands_before_the_time(tmp_path: Path, line: str) -> None:
    assert _read(tmp_path, TITLE, line, *PROSE).authors == ("Ana Byron",)


@pytest.mark.parametrize(
    "line",
    [
        "No hay comentarios:",
        "Publicar un comentario",
        "Pulsa sobre la imagen para más información.",
        "Continua a leggere",
        "Свежие комментарии",
        "Оставьте первый комментарий!",
        "Copier le lien Partager sur FaceBook Partager sur Twitter Partager sur Linkedin Imprimer",
        "Share on Facebook | Share on X | Copy link | Print",
    ],
)
def test_what_a_blog_says_to_its_visitors_is_no_text(tmp_path: Path, line: str) -> None:
    assert _texts(_read(tmp_path, TITLE, "By Ana Byron", line, *PROSE)) == list(PROSE)
    assert _texts(_read(tmp_path, TITLE, "By Ana Byron", *PROSE, line)) == list(PROSE)


@pytest.mark.parametrize("line", ["Share on Facebook what the mayor said.", "Print it and share on Facebook, he said."])
def test_a_sentence_about_sharing_is_text(tmp_path: Path, line: str) -> None:
    assert line in _texts(_read(tmp_path, TITLE, "By Ana Byron", PROSE[0], line, *PROSE[1:]))


@pytest.mark.parametrize(
    "credit", ["Image source: osk.govt.example", "Photo: Max Born", "Фото: пресс-служба мэрии Оска"]
)
def test_the_credit_under_a_headline_leaves_it_one(tmp_path: Path, credit: str) -> None:
    article = _read(tmp_path, "Water gets dear", credit, *PROSE)
    assert article.title == "Water gets dear"
    assert [image.credit for image in article.images] == [credit.partition(": ")[2]]
    assert _texts(article) == list(PROSE)


@pytest.mark.parametrize("heading", ["Most read", "Related:", "Read also"])
@pytest.mark.parametrize(
    "following",
    [
        "The ferryman has not had so many passengers in forty years, he says, and his sons came home to help.",
        "He said nothing else. “I am tired,” he said.",
    ],
)
def test_the_text_goes_on_behind_titles_of_which_one_asks(tmp_path: Path, heading: str, following: str) -> None:
    """Behind "Who owns the weir?" the next paragraph was taken for one more title."""
    titles = ["Ferryman says no", "Who owns the weir?"]
    article = _read(tmp_path, TITLE, *PROSE[:2], heading, *titles, following, PROSE[2])
    assert _texts(article) == [*PROSE[:2], following, PROSE[2]]
    assert [link.title for link in article.links] == titles


@pytest.mark.parametrize(
    "line",
    [
        "Enter your email",
        "Para ver los comentarios de nuestros lectores, primero tienes que iniciar sesión o registrarte.",
        "Pour lire les commentaires, connectez-vous ou abonnez-vous.",
    ],
)
def test_what_asks_readers_to_sign_in_is_no_text(tmp_path: Path, line: str) -> None:
    assert _texts(_read(tmp_path, TITLE, *PROSE[:2], line, *PROSE[2:4])) == [*PROSE[:4]]


@pytest.mark.parametrize("line", ["* * *", "***", "• • •", "—", "⁂", "View this post on Instagram"])
def test_what_parts_or_frames_a_text_is_none_of_it(tmp_path: Path, line: str) -> None:
    assert _texts(_read(tmp_path, TITLE, *PROSE[:2], line, PROSE[2])) == [*PROSE]


def test_who_wrote_a_quoted_post_did_not_write_the_text(tmp_path: Path) -> None:
    post = ("Pretty sure that well was not supposed to sing.", "— Max Born (@maxborn) March 12, 2024")
    article = _read(tmp_path, TITLE, "By Ada Quill", *PROSE[:2], *post, PROSE[2])
    assert article.authors == ("Ada Quill",)
    assert _texts(article) == [*PROSE[:2], *post, PROSE[2]]


def test_how_an_author_is_called_elsewhere_is_no_part_of_the_name(tmp_path: Path) -> None:
    assert _read(tmp_path, TITLE, "By Ada Quill (@adaquill)", "12 March 2024", *PROSE).authors == ("Ada Quill",)
