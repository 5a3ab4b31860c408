"""What a search says of words that might be spelled otherwise."""

from __future__ import annotations

import pytest

from docs_store import Store
from tests.contract.articles import made
from tests.contract.conftest import Fill


@pytest.fixture
def ferries(fill: Fill) -> Store:
    return fill(
        [
            *(made(f"{at}", f"Ferry {at}", "The ferry and a dredger sail.", source="Post") for at in range(30)),
            made("told", "A note", "The ferry sails.", source="Courier"),
            made("slip", "Another note", "The dregder sails."),
        ]
    )


@pytest.mark.parametrize("typed", ["ferry source:courier", "^ferry !source:post", "ferry"])
def test_another_ending_is_not_offered_nor_what_is_rare_only_where_it_was_sought(ferries: Store, typed: str) -> None:
    """It offered "ferrys", which has the stem of "ferry", where a filter left few."""
    assert ferries.search(typed, limit=5).notes == ()


def test_the_likelier_word_is_offered_for_what_few_texts_have(ferries: Store) -> None:
    assert ferries.search("dregder", limit=5).notes == ("did you mean dredger? 30 texts have that",)


def test_words_that_no_text_has_are_told_in_one(ferries: Store) -> None:
    notes = ferries.search("feryr dredgre", limit=5).notes
    assert notes == ("no text has “feryr” or “dredgre”: looked for ferry, dredger",)


def test_a_word_of_headlines_is_told_rather_than_its_stem(writable: Store) -> None:
    """What is left of "zebrasone" without its ending is one letter nearer to what was typed."""
    writable.put_many([made(str(at), "Zebrasone speaks", "Zebrasone spoke.") for at in range(3)])
    assert writable.search("zebrasoni", limit=5).notes == ("no text has “zebrasoni”: looked for zebrasone",)


@pytest.mark.parametrize("typed", ["зеленский", "Ёлка", "їжак", "российский ferry"])
def test_a_letter_that_the_index_keeps_and_comparing_does_not_is_searched_for(writable: Store, typed: str) -> None:
    """In comparing, й is и; the index has й. The search failed where it found little."""
    assert writable.search(typed, limit=5).notes == ()
    writable.put_many([made("both", "Российский зеленский", "Ёлка, їжак.")])
    assert writable.search(typed, limit=5).hits[0].article.key == "both"


@pytest.mark.parametrize(
    ("typed", "key", "marks", "note"),
    [
        ("semi conductor duty", "joined", ["semiconductors", "duty"], ""),
        ("whitehouse staff", "apart", ["White House", "staff"], "no text has “whitehouse”: looked for white house"),
        (
            "stockyard wardens",
            "yard",
            ["stock yard", "wardens"],
            "no text has “stockyard” with the other words: looked for stock yard too",
        ),
    ],
)
def test_words_are_found_with_the_space_left_out_or_put_in(
    writable: Store, typed: str, key: str, marks: list[str], note: str
) -> None:
    writable.put_many(
        [
            made("joined", "Lunch", "On semiconductors there is a duty."),
            *(made(f"half {at}", f"Half {at}", "A semi-annual duty, a conductor's staff.") for at in range(5)),
            made("apart", "Tea", "The White House has a staff."),
            made("yard", "Dinner", "In the stock yard wardens slept."),
            *(made(f"yard {at}", f"Yard {at}", "A stock yard.") for at in range(9)),
            made("few", "Supper", "A stockyard burned."),
            *(made(f"other {at}", f"Other {at}", "Nothing else.") for at in range(20)),
        ]
    )
    page = writable.search(typed, limit=9)
    hit = next(hit for hit in page.hits if hit.article.key == key)
    assert hit.score > 500  # it has all words
    assert [hit.snippet[start:end] for start, end in hit.snippet_marks] == marks
    assert page.notes == ((note,) if note else ())


def test_initials_with_full_stops_stand_together_with_other_words_too(writable: Store) -> None:
    """Any text with "VK harbour" came before those with "V.K. harbour", however little it is about that."""
    rain = "It rained, and nobody came to the fair. " * 60
    writable.put_many(
        [
            made("passing", "Tea", f"{rain} They had seen the VK harbour. {rain}"),
            made("about", "V.K. harbour opens", "The V.K. harbour opens."),
        ]
    )
    assert [hit.article.key for hit in writable.search("vk harbour", limit=2).hits] == ["about", "passing"]


def test_a_slip_that_several_texts_have_is_told_where_far_more_have_the_word(writable: Store) -> None:
    """Newspapers mistype too: what has "interst" was the answer, and nothing told of the thousands with "interest"."""
    writable.put_many([made(f"{at}", f"Dredger {at}", "A dredger sails.") for at in range(601)])
    writable.put_many([made(f"slip{at}", f"Note {at}", "The dregder sails.") for at in range(6)])
    assert writable.search("dregder", limit=9).notes == ("did you mean dredger? 601 texts have that",)
    writable.put_many([made("slip7", "Note 7", "The dregder sails.")])
    assert writable.search("dregder", limit=9).notes == ()


@pytest.mark.parametrize(("typed", "keys"), [("text:whitehouse", {"apart"}), ("!text:whitehouse ferry", {"ferry"})])
def test_what_narrows_is_found_with_the_space_put_in_too(writable: Store, typed: str, keys: set[str]) -> None:
    writable.put_many([made("apart", "Tea", "The White House has a ferry."), made("ferry", "Lunch", "A yellow ferry.")])
    found = {hit.article.key for hit in writable.search(typed, limit=9).hits}
    assert found & {"apart", "ferry"} == keys
