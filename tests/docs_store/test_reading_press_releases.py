"""Press releases in plain text, and clippings that name their paper under the headline."""

from __future__ import annotations

import pytest

from docs_store.model import Article
from docs_store.reading.normalise import normalise
from docs_store.reading.press_labels import is_press_label
from docs_store.reading.text import read_text

HEADLINE = "Osk Water Opens a Second Well"
TEXT = (
    "Osk Water opened a second well on Monday, after a summer in which the first one fell dry and the town had to "
    "carry its water from the next valley. The mayor said that it would do for the years to come, and that the old "
    "one would be kept."
)


def read(*lines: str) -> Article:
    return normalise(read_text("\n\n".join((*lines, TEXT, TEXT.replace("Monday", "Friday")))), path="/a/osk.txt")


@pytest.mark.parametrize(
    "label",
    [
        "FOR IMMEDIATE RELEASE", "For immediate release:", "PRESS RELEASE", "PRESS RELEASE – FOR IMMEDIATE RELEASE",
        "PRESSEMITTEILUNG", "COMMUNIQUÉ DE PRESSE", "NOTA DE PRENSA", "COMUNICATO STAMPA",
        "EMBARGOED UNTIL 00:01 GMT, 6 May 2024", "Sperrfrist: 6. Mai 2024, 10 Uhr",
    ],
)  # fmt: skip
def test_a_label_is_no_headline(label: str) -> None:
    article = read(label, HEADLINE)
    assert (article.title, article.title_made) == (HEADLINE, False)
    assert article.tags == article.authors == ()
    assert label not in article.body
    assert article.published is None


def test_a_label_beside_the_date() -> None:
    article = read(HEADLINE, "Press release – 6 May 2024")
    assert str(article.published)[:10] == "2024-05-06"
    assert article.authors == ()


@pytest.mark.parametrize(
    "line",
    [
        "Press releases are no news",
        "Embargo on grain is lifted",
        "The press release said so.",
        "Immediate release of all",
    ],
)
def test_a_headline_is_no_label(line: str) -> None:
    assert not is_press_label(line)


@pytest.mark.parametrize("paper", ["Yorkshire Gazette", "The Osk Evening Chronicle", "Osker Tageblatt"])
def test_a_paper_and_its_day_under_the_headline(paper: str) -> None:
    article = read(HEADLINE, f"{paper}, November 1, 1890")
    assert (article.source, article.authors, str(article.published)[:10]) == (paper, (), "1890-11-01")


def test_a_person_named_as_a_paper_is() -> None:
    assert read(HEADLINE, "Emily Post, November 1, 1890").authors == ("Emily Post",)
