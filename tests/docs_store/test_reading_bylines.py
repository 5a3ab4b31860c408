"""Who wrote a text and when, under its headline: whom a byline names, and what only looks like one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs_store import read_articles
from docs_store.reading.byline_people import person_alone
from docs_store.reading.bylines import read_byline
from docs_store.reading.raw import RawDocument
from docs_store.reading.saying import says
from docs_store.reading.text import read_text

HEADLINE = "The bridge is closed again"
BODY = (
    "The old bridge over the Osk has been closed since Monday, and nobody in the valley knows for how long. The "
    "council wants to decide in April what is to become of it, and the farmers drive round by the weir until then.",
    "The ferryman has not had so many passengers in forty years, he says, and his two sons came home from the coast.",
)


def read(*front: str) -> RawDocument:
    return read_text("\n\n".join((HEADLINE, *front, *BODY)))


@pytest.mark.parametrize(
    ("front", "authors", "source"),
    [
        (("By The Associated Press",), (), "Associated Press"),
        (("By AFP",), (), "AFP"),
        (("By Reuters Staff",), (), "Reuters"),
        (("By The Osk Valley Herald",), (), "The Osk Valley Herald"),
        (("By our Foreign Staff",), ("Our Foreign Staff",), ""),
        (("From our Correspondent",), ("Our Correspondent",), ""),
        (("From Our Own Correspondent in Lindau",), ("Our Own Correspondent",), ""),
        (("By a Staff Reporter",), ("A Staff Reporter",), ""),
        (("By Prof Sir Max Born FRS",), ("Sir Max Born",), ""),
        (("By Dr. Ada Byron, MD, PhD",), ("Ada Byron",), ""),
        (("Von unserem Korrespondenten Felix Roy",), ("Felix Roy",), ""),
        (("De notre envoyée spéciale Clara Winter",), ("Clara Winter",), ""),
        (("By ADA BYRON/Osk Valley Herald",), ("ADA BYRON",), "Osk Valley Herald"),
        (("ADA BYRON/Osk Valley Herald",), ("ADA BYRON",), "Osk Valley Herald"),
        (("By Ada Byron | The Osk Valley Herald",), ("Ada Byron",), "The Osk Valley Herald"),
        (("By Ada Byron for the Osk Valley Herald",), ("Ada Byron",), "Osk Valley Herald"),
        (("By ADA BYRON Associated Press Writer",), ("ADA BYRON",), "Associated Press"),
        (("By Ada Byron and agencies",), ("Ada Byron",), ""),
        (("By Ada Byron in Osk and Max Born in Lindau",), ("Ada Byron", "Max Born"), ""),
        (("Ada Byron | Political Editor",), ("Ada Byron",), ""),
        (("Ada Byron - Political Editor", "12 March 2024"), ("Ada Byron",), ""),
        (("Clara Winter, Santa Rita", "12 March 2024"), ("Clara Winter",), ""),
        (
            ("Clara Winter, Transport Correspondent, Osk Courier", "Published 11/03/2024 07:55"),
            ("Clara Winter",),
            "Osk Courier",
        ),
        (
            ("Ada Byron\nPolitical Editor, The Osk Valley Herald", "12 March 2024"),
            ("Ada Byron",),
            "The Osk Valley Herald",
        ),
        (("Ada Byron\nBusiness reporter, Osk News",), ("Ada Byron",), ""),
        (("Ada Byron\nDeputy political editor @adabyron", "12 March 2024"), ("Ada Byron",), ""),
        (("By Max Born, as told to Ada Byron",), ("Max Born", "Ada Byron"), ""),
        (("Max Born", "As told to Ada Byron"), ("Max Born", "Ada Byron"), ""),
        (("Story and photos by Ada Byron",), ("Ada Byron",), ""),
    ],
)
def test_whom_a_byline_names(front: tuple[str, ...], authors: tuple[str, ...], source: str) -> None:
    raw = read(*front)
    assert (raw.title, raw.authors, raw.source) == (HEADLINE, authors, source)
    assert [block.text for block in raw.blocks] == [*BODY]
    assert raw.images == ()


@pytest.mark.parametrize(
    "line",
    [
        "Ada Byron, editor of the Herald, died on Sunday. She was 71.",
        "Ada Byron, 91, saw the sea for the first time on Monday.",
        "Ada Byron und Max Born, die Wirte vom Wehr, haben am Montag geheiratet.",
        "By Monday Night, the river had risen.",
        "By Sunday, Ada Byron was dead.",
        "On May 3, 2024 Ada Byron died.",
        "Ada Byron, who mends clocks, and Max Born, who breaks them, met in Lindau.",
    ],
)
def test_a_first_sentence_that_begins_with_a_name_is_no_byline(line: str) -> None:
    assert read_byline(line) is None
    raw = read("By Clara Winter", "6 June 2005", line)
    assert raw.authors == ("Clara Winter",)
    assert [block.text for block in raw.blocks] == [line, *BODY]


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Byron, our correspondent in Paris.", "Ada Byron, Science Editor", "Prof. Ada Byron and Dr. Max Born",
        "Ada Byron is Osk", "Clara Winter, Lindau, 3. Mai 2024, 13:25 Uhr", "Reporting by Ada Byron",
    ],
)  # fmt: skip
def test_names_say_nothing(line: str) -> None:
    assert not says(line)


NAMES = st.sampled_from(("Ada Byron", "Max Born", "Clara Winter, 91", "Felix Roy, the ferryman"))
DOINGS = st.sampled_from(
    (
        "died on Sunday",
        "was seen at the weir",
        "has bought the mill",
        "said nothing to the council",
        "walked home alone",
    )
)


@given(sentences=st.lists(st.tuples(NAMES, DOINGS), min_size=1, max_size=4, unique=True))
def test_every_sentence_of_a_text_is_in_it(sentences: list[tuple[str, str]]) -> None:
    texts = [f"{name}, {doing}." if "," in name else f"{name} {doing}." for name, doing in sentences]
    raw = read("By Nora Quill", "6 June 2005", *texts)
    assert raw.authors == ("Nora Quill",)
    assert [block.text for block in raw.blocks] == [*texts, *BODY]


@pytest.mark.parametrize(
    ("front", "published", "inferred"),
    [
        (("Ada Byron | Political Editor", "Published 11/03/2024 07:55", "Last modified 11/03/2024 11:20"),
         None, dt.date(2024, 11, 3)),
        (("By Ada Byron", "11/03/2024"), None, dt.date(2024, 11, 3)),
        (("By Ada Byron", "April 1999"), None, dt.date(1999, 4, 1)),
        (("By Ada Byron | April 1999",), None, dt.date(1999, 4, 1)),
        (("By Ada Byron", "Published 21/03/2024 07:55"), dt.date(2024, 3, 21), None),
    ],
)  # fmt: skip
def test_a_day_that_is_not_told_for_sure_is_a_guess(
    tmp_path: Path, front: tuple[str, ...], published: dt.date | None, inferred: dt.date | None
) -> None:
    path = tmp_path / "page.txt"
    path.write_text("\n\n".join((HEADLINE, *front, *BODY)))
    (article,) = read_articles(path, annotate=False)
    assert (article.title, article.authors, article.body) == (HEADLINE, ("Ada Byron",), "\n\n".join(BODY))
    assert article.published is None if published is None else article.published
    assert (article.published.date() if article.published else None, article.inferred) == (published, inferred)


def test_a_month_is_a_heading_among_paragraphs() -> None:
    raw = read("By Ada Byron", "3 May 2001", BODY[0], "April 1999", BODY[1])
    assert (raw.published, [str(block.kind) for block in raw.blocks if block.text == "April 1999"]) == (
        "3 May 2001",
        ["heading"],
    )


@pytest.mark.parametrize(
    "line",
    [
        "Publié il y a 3 heures , mis à jour à 09h42",
        "Publicado hace 3 horas",
        "Published 3 hours ago, updated at 9.42 am",
    ],
)
def test_how_long_ago_it_was_is_no_text(line: str) -> None:
    byline = read_byline(line)
    assert byline is not None
    assert (byline.authors, byline.published) == ((), "")
    assert line not in [block.text for block in read("By Ada Byron", line).blocks]


@pytest.mark.parametrize("line", ["The ferry left 3 hours ago", "Il y a 3 jours encore, la mer était calme"])
def test_what_happened_some_time_ago_is_text(line: str) -> None:
    assert line in [block.text for block in read("By Ada Byron", "12 March 2024", line).blocks]


def test_a_gap_as_wide_as_a_file_is_gone_through_once() -> None:
    assert person_alone(f"Osk{' ' * 200_000}Sela") == ()
