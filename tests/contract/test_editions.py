"""Editions of one article are one story, whichever comes first and however often they are stored."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import permutations

import pytest

from docs_store import Article, Link, LinkKind, Relation, Store, related_stories
from docs_store.marks import Marks
from docs_store.stories.editions import EDITION, sketch
from tests.contract.articles import day, made

LEAD = (
    "The keeper of Varn lighthouse, Tomas Edda, rowed eleven miles through the gale of Tuesday night to bring the "
    "harbour board the logbook it had asked for twice, the board said in Port Selwyn on Wednesday."
)
MORE = (
    "The logbook shows that the lamp was dark for 38 minutes on 3 May, when the coaster Halcyon Reach ran on to the "
    "Cutter Rocks with 214 crates of oranges aboard, none of which was recovered."
)
LATER = "Edda, 61, said he would row back on Friday if the wind allowed it, and that he had not been asked to stay."
OTHER = (
    "The keeper of Holm lighthouse, Ida Brandt, rowed four miles through the fog of Sunday night to bring the town "
    "council the petition it had asked for once, the council said in Sela on Monday, and was thanked for it."
)


def edition(
    key: str, *paragraphs: str, title: str = "Keeper rows in with the logbook", date: str = "2031-05-14"
) -> Article:
    article = made(key, title, *paragraphs, published=day(date), source=key)
    return replace(article, sketch=sketch(article.blocks, article.title))


FIRST = edition("courier", LEAD, MORE)
COPIED = edition("post", LEAD, MORE, title="Dark for 38 minutes: lighthouse log reaches board")
UPDATED = edition("wire", LEAD.replace("rowed eleven", "has rowed eleven"), MORE, LATER, date="2031-05-14T20:00:00")
UNLIKE = edition("sela", OTHER, LATER)


def stories(store: Store) -> dict[str, int]:
    return {summary.key: summary.editions for summary in store.iter_summaries() if summary.story}


@pytest.mark.parametrize("order", list(permutations([FIRST, COPIED, UPDATED])))
def test_copies_and_updates_are_one_story_in_any_order(writable: Store, order: tuple[Article, ...]) -> None:
    writable.put_many([UNLIKE, *order])
    assert stories(writable) == {"courier": 3, "post": 3, "wire": 3}
    assert len({summary.story for summary in writable.iter_summaries() if summary.story}) == 1


def test_they_are_still_one_when_stored_one_by_one_and_again(writable: Store) -> None:
    for article in (FIRST, COPIED, UPDATED, COPIED):
        writable.put_many([article])
    assert stories(writable) == {"courier": 3, "post": 3, "wire": 3}


def test_none_is_lost_and_each_is_related_to_the_others(writable: Store) -> None:
    writable.put_many([FIRST, COPIED, UPDATED])
    assert {writable.get(article.id) for article in (FIRST, COPIED, UPDATED)} == {FIRST, COPIED, UPDATED}
    rows = [(row.article.key, row.reason) for row in writable.related(FIRST.id, limit=9)]
    assert sorted(rows[:2]) == [("post", EDITION), ("wire", EDITION)]
    assert {row.group for row in writable.related(FIRST.id, limit=2)} == {Relation.SAME_STORY}
    assert [key for key, _ in rows].count("post") == 1
    hits = [hit.article for hit in writable.search("logbook Edda", limit=9).hits]
    assert {(hit.key, hit.editions) for hit in hits} == {("courier", 3), ("post", 3), ("wire", 3)}


def test_the_editions_of_an_article_oldest_first(writable: Store) -> None:
    writable.put_many([UPDATED, COPIED, FIRST, UNLIKE])
    for asked in (FIRST, UPDATED):
        found = writable.editions(asked.id)
        assert {each.key for each in found} == {"courier", "post", "wire"}
        assert found[-1].key == "wire"
        assert {each.editions for each in found} == {3}
    assert [each.key for each in writable.editions(UNLIKE.id)] == ["sela"]
    assert writable.editions("0" * 16) == ()


def test_of_the_editions_of_another_article_one_is_related(writable: Store) -> None:
    asked = edition("asked", LEAD + " The keeper Edda is on leave.", title="Keeper on leave", date="2031-05-20")
    asked = replace(asked, sketch=())  # of the same words, and no edition of theirs
    writable.put_many([FIRST, COPIED, UPDATED, asked, UNLIKE])
    keys = [row.article.key for row in related_stories(writable, asked.id, limit=9)]
    assert len({"courier", "post", "wire"} & {*keys}) == 1
    assert "sela" in keys
    linking = replace(asked, links=tuple(Link(each.title, "", LinkKind.RELATED) for each in (FIRST, COPIED)))
    writable.put_many([linking])
    rows = related_stories(writable, asked.id, limit=9)
    assert [row.article.key in ("courier", "post", "wire") for row in rows].count(True) == 1
    assert rows[0].group is Relation.LINKED
    own = related_stories(writable, FIRST.id, limit=9)
    assert {row.article.key for row in own if row.reason == EDITION} == {"post", "wire"}


def test_one_that_is_removed_or_rewritten_leaves_the_story(writable: Store) -> None:
    writable.put_many([FIRST, COPIED, UPDATED])
    writable.remove([COPIED.id])
    assert stories(writable) == {"courier": 2, "wire": 2}
    writable.put_many([replace(UNLIKE, id=UPDATED.id, key="wire")])
    assert stories(writable) == {}


def test_the_same_words_another_day_are_another_story_unless_all_are_the_same(writable: Store) -> None:
    rewritten = edition("week", LEAD, LATER, date="2031-05-21")
    again = edition("archive", LEAD, MORE, date="2041-05-14")
    writable.put_many([FIRST, rewritten, again])
    assert stories(writable) == {"courier": 2, "archive": 2}


def test_a_report_of_the_same_make_with_other_names_and_figures_is_none(writable: Store) -> None:
    def prices(town: str, rye: int) -> Article:
        text = (
            f"{town} grain exchange: the price of rye was {rye} crowns a sack at the close, against {rye - 3} the day "
            f"before, that of oats {rye - 20}, with trade quiet, few sellers in the hall and no change expected before "
            f"the end of the week, brokers at the exchange said."
        )
        return edition(town, text, title=f"{town} prices")

    writable.put_many([prices("Varn", 120), prices("Holm", 95), prices("Sela", 211)])
    assert stories(writable) == {}


def test_short_texts_are_editions_only_where_they_are_the_same(writable: Store) -> None:
    text = "The ferry to Varn will not sail tonight, the harbour board said."
    writable.put_many(
        [
            edition("one", text),
            edition("two", text.upper(), date="2031-07-01"),
            edition("titled otherwise", text, title="Keeper rows out"),
            edition("more", text, "It blows."),
            edition("few", "Bread is dearer."),
            edition("as few", "Bread is dearer."),
        ]
    )
    assert stories(writable) == {"one": 2, "two": 2}
    writable.put_many([edition("three", text)])
    assert stories(writable) == {"one": 3, "two": 3, "three": 3}
    writable.remove([edition("two", text).id])
    assert stories(writable) == {"one": 2, "three": 2}


def test_without_dates_more_must_be_the_same(writable: Store) -> None:
    undated = [replace(article, published=None) for article in (FIRST, COPIED)]
    assert all(article.summary.date is None for article in undated)
    writable.put_many([*undated, replace(edition("half", LEAD, OTHER), published=None)])
    assert stories(writable) == {"courier": 2, "post": 2}


def test_dates_a_day_apart_are_two_days(writable: Store) -> None:
    assert UPDATED.published
    late = replace(UPDATED, id="f" * 16, key="late", published=UPDATED.published + dt.timedelta(days=2))
    shorter = replace(late, blocks=(*late.blocks[:1], *UNLIKE.blocks[:1]))
    writable.put_many([FIRST, replace(shorter, sketch=sketch(shorter.blocks))])
    assert stories(writable) == {}


def test_the_day_of_saving_is_no_date_of_an_edition(writable: Store) -> None:
    for key, saved in (("one", "2031-05-01"), ("two", "2031-05-20")):
        article = made(key, f"Logbook {key}", LEAD, MORE, marks=Marks(day(saved)))
        writable.put_many([replace(article, sketch=(7, 11))])  # two numbers are enough where no date tells them apart
    assert stories(writable) == {"one": 2, "two": 2}
