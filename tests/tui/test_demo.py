"""The demo archive: read whole, in many languages, with pictures and with related items that are really there."""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from pathlib import Path

import pytest
import tomli

from docs_store import Article, LinkKind, Skipped, read_articles
from docs_store.text import fold
from tui.demo import demo_folder
from tui.picture_files import NoPictureError, find_picture

FOLDER = demo_folder()
PICTURES = sorted(FOLDER.glob("*.jpg"))
FILES = sorted(set(FOLDER.iterdir()) - set(PICTURES))
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def articles() -> tuple[Article, ...]:
    skipped: list[Skipped] = []
    found = tuple(article for file in FILES for article in read_articles(file, annotate=False, on_skip=skipped.append))
    assert skipped == []
    return found


def of_file(articles: tuple[Article, ...], name: str) -> Article:
    return next(article for article in articles if Path(article.path).name == name)


def test_every_file_gives_articles(articles: tuple[Article, ...]) -> None:
    assert {Path(article.path).name for article in articles} == {file.name for file in FILES}
    assert len(articles) >= 40
    assert len({article.id for article in articles}) == len(articles)


def test_no_two_articles_share_a_title(articles: tuple[Article, ...]) -> None:
    assert len({article.title for article in articles}) == len(articles)


def test_it_speaks_many_languages(articles: tuple[Article, ...]) -> None:
    assert {"en", "ja", "ar", "ru", "de", "fr", "es"} <= {article.language for article in articles}


def test_every_related_title_names_an_article_of_the_archive(articles: tuple[Article, ...]) -> None:
    headlines = {fold(article.title) for article in articles}
    for file in FILES:
        headlines |= {fold(line) for line in file.read_text("utf-8").splitlines()[:8]}
    named = {
        (Path(article.path).name, link.title)
        for article in articles
        for link in article.links
        if link.kind is LinkKind.RELATED
    }
    found = {(file, title) for file, title in named if fold(title) in headlines}
    assert len(found) >= 50
    assert named == found


def test_an_editorial_has_its_translation(articles: tuple[Article, ...]) -> None:
    english = of_file(articles, "editorial_brava_en.txt")
    assert [link.kind for link in english.links].count(LinkKind.TRANSLATION) == 1
    assert of_file(articles, "editorial_brava_ja.txt").language == "ja"


def test_pictures_have_captions_credits_and_days(articles: tuple[Article, ...]) -> None:
    images = [image for article in articles for image in article.images]
    assert sum(bool(image.caption and image.credit) for image in images) >= 50
    assert sum(image.taken is not None for image in images) >= 25
    assert sum(bool(image.alt) for image in images) >= 5


def test_its_picture_files_are_found_from_their_articles(articles: tuple[Article, ...]) -> None:
    found = set()
    for article in articles:
        for image in article.images:
            with suppress(NoPictureError):
                found.add(find_picture(article, image))
    assert found == set(PICTURES)
    assert len(PICTURES) == 2
    assert all(picture.stat().st_size < 20_000 for picture in PICTURES)


def test_stories_run_over_months(articles: tuple[Article, ...]) -> None:
    days = [article.summary.date for article in articles if article.summary.date]
    assert (max(days) - min(days)).days > 180
    assert any(article.summary.date_is_inferred for article in articles)


def test_one_has_no_title_and_one_is_very_long(articles: tuple[Article, ...]) -> None:
    assert of_file(articles, "clip_0041.txt").title_made
    assert max(len(article.body) for article in articles) > 40_000


def test_one_has_emoji_and_letters_of_several_marks() -> None:
    text = (FOLDER / "letters_page_july.txt").read_text("utf-8")
    assert "\N{ZERO WIDTH JOINER}" in text
    assert any(unicodedata.combining(character) for character in text)


def test_it_is_small_and_in_a_package_that_is_shipped() -> None:
    assert sum(file.stat().st_size for file in (*FILES, *PICTURES)) < 400_000
    packages = tomli.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert (ROOT / "tui") in FOLDER.parents
    assert "tui" in packages["packages"]
    assert not any(key in packages for key in ("exclude", "only-include"))
