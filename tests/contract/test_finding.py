from __future__ import annotations

import pytest

from docs_store import SearchPage, Store
from tests.contract.articles import ALL, NEWEST_FIRST, made
from tests.contract.conftest import Fill


def found(page: SearchPage) -> list[str]:
    return [hit.article.key for hit in page.hits]


def marked(page: SearchPage) -> list[str]:
    hit = page.hits[0]
    return [hit.article.title[start:end] for start, end in hit.title_marks]


@pytest.mark.parametrize("typed", ["", "   ", '""', "?!", "\x1b"])
def test_no_words_give_the_newest(store: Store, typed: str) -> None:
    for page in (store.find(typed, limit=3), store.search(typed, limit=3)):
        assert found(page) == list(NEWEST_FIRST[:3])
        assert page.total == 6


@pytest.mark.parametrize(
    ("typed", "key", "marks"),
    [
        ("harbour", "harbour", ["Harbour"]),
        ("HARB", "harbour", ["Harb"]),
        ("habrour", "harbour", ["Harbour"]),  # swapped
        ("harrbour", "harbour", ["Harbour"]),  # doubled
        ("bulding harbour", "harbour", ["Harbour", "building"]),  # omitted, another order
        ("karst cracks", "bridge", ["Cracks", "Karst"]),
        ("fahrleute", "streik", ["Fährleute"]),
        ("beet root", "soup", ["beetroot"]),
        ("walkout", "strike", ["walk out"]),
        ("フェリー", "tokyo", ["フェリー"]),
        ("東京湾 増便", "tokyo", ["東京湾", "増便"]),
        ("sup beetroot", "soup", ["beetroot", "soup"]),  # a short word, where nothing else is found
    ],
)
def test_headlines_are_found_however_typed(store: Store, typed: str, key: str, marks: list[str]) -> None:
    page = store.find(typed, limit=5)
    assert found(page)[:1] == [key]
    assert marked(page) == marks


def test_a_clear_word_beats_a_doubtful_one(fill: Fill) -> None:
    titles = ("A bride for the baron", "Bridges of the north", "The old bridge", "Bidden guests")
    store = fill([made(title, title) for title in titles])
    assert found(store.find("bridge", limit=9)) == ["The old bridge", "Bridges of the north", "A bride for the baron"]


def test_letters_far_apart_are_shown_only_where_nothing_better_is(fill: Fill) -> None:
    store = fill([made(title, title) for title in ("Karst bridge", "Kind art stores burn")])
    assert found(store.find("karst", limit=9)) == ["Karst bridge"]
    assert found(store.find("ksburn", limit=9)) == []
    assert found(store.find("kartst", limit=9)) == ["Karst bridge"]
    assert found(store.find("kiart", limit=9)) == ["Kind art stores burn"]


def test_no_headline_answers(store: Store) -> None:
    assert store.find("xylophone quartz", limit=5) == SearchPage()


def test_more_match_than_are_asked_for(store: Store) -> None:
    page = store.find("the", limit=1)
    assert len(page.hits) == 1
    assert page.total == 1
    assert store.find("o", limit=1).total > 1


@pytest.mark.parametrize(
    ("typed", "key", "mark"),
    [
        ("grate", "soup", "grate"),
        ("crack pier", "bridge", "cracks"),  # another form of the word
        ("linie", "streik", "Linie"),
        ("発表", "tokyo", "発表"),
        ('"long way round"', "bridge", "long way round"),
        ("enginers", "bridge", "Engineers"),  # a typo, where the word as typed is nowhere
        ("peeel beetroot", "soup", "Peel"),
    ],
)
def test_texts_are_found_with_a_snippet(store: Store, typed: str, key: str, mark: str) -> None:
    page = store.search(typed, limit=5)
    assert found(page)[:1] == [key]
    hit = page.hits[0]
    assert mark in [hit.snippet[start:end] for start, end in hit.snippet_marks]


def test_a_phrase_is_its_words_in_a_row(store: Store) -> None:
    assert found(store.search('"return to Port Selwyn"', limit=5)) == ["strike"]
    assert found(store.search('"Selwyn Port"', limit=5)) == []


def test_any_word_counts_and_all_words_win(store: Store) -> None:
    page = store.search("ferries harbour twice", limit=5)
    assert found(page)[0] == "harbour"
    assert "strike" in found(page)


def test_a_sentence_works_as_typed(store: Store) -> None:
    page = store.search("What did the mayor say to the crews of the ferries, and when will they return?", limit=2)
    assert found(page)[0] == "strike"


def test_words_without_a_subject_are_looked_for_where_there_are_no_others(store: Store) -> None:
    assert "bridge" in found(store.search("the", limit=9))
    assert "bridge" not in found(store.search("the harbour", limit=9))


def test_scores_never_rise(store: Store) -> None:
    for page in (store.search("ferries of the Lindqvist Line", limit=9), store.find("o", limit=9)):
        scores = [hit.score for hit in page.hits]
        assert len(scores) > 1
        assert scores == sorted(scores, reverse=True)


def test_locate_marks_what_a_query_matched(store: Store) -> None:
    passages = ["Two cracks were found.", "No word of it.", "A crack, and the bridges"]
    assert store.locate("cracks bridge", passages) == (((4, 10),), (), ((2, 7), (17, 24)))
    assert store.locate("brigdes", passages) == ((), (), ((17, 24),))
    assert store.locate("brid", passages) == ((), (), ((17, 24),))
    assert store.locate('"were found"', passages) == (((11, 21),), (), ())
    assert store.locate("", passages) == ((), (), ())
    assert store.locate("cracks", []) == ()


def test_what_narrows_a_search_leaves_less_and_never_brings_back_what_has_only_some_words(writable: Store) -> None:
    def stored(count: int, text: str, source: str) -> None:
        writable.put_many(
            [made(f"{source} {text} {number}", f"No {number}", text, source=source) for number in range(count)]
        )

    stored(110, "Gold was found in the mine.", "Courier")
    stored(5, "Gold was found in the mine.", "Mercury")
    stored(20, "Gold was found in the river.", "Mercury")
    assert writable.search("gold mine", limit=1).total == 115
    counted = dict(writable.facets("gold mine", limit=9).sources)
    for source, articles in counted.items():
        narrowed = f"gold mine source:{source}"
        assert writable.search(narrowed, limit=1).total == writable.facets(narrowed, limit=1).total == articles
    assert counted == {"Courier": 110, "Mercury": 5}


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("hrbr", True),
        ("hb", True),
        ("nhpo", True),
        ("nhso", True),
        ("copper", False),
        ("rbn", False),
        ("aaaaaaaaaaaaaaab", False),
    ],
)
def test_scattered_letters_begin_words_or_go_on_in_one(writable: Store, typed: str, is_found: bool) -> None:
    writable.put_many(
        [
            made("a", "New harbour port opens"),
            made("c", "Northern Highlands of Selwyn opened"),
            made("b", "PEPSICO <PEP> NEW JERSEY " + "a " * 30),
        ]
    )
    assert bool(writable.find(typed, limit=1).hits) is is_found


_IN_PARTS = (
    "At the end, kv two tea rooms close",
    "Kv&T raises its rates",
    "KVT lays off a few",
    "G7 ministers meet",
    "Nova's week",
)


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("Kv&T", ["Kv&T raises its rates", "KVT lays off a few"]),
        ("kv&t rates", ["Kv&T raises its rates"]),
        ("G-7", ["G7 ministers meet"]),
        ("G-7 minsters", ["G7 ministers meet"]),
        ("nova's week", ["Nova's week"]),
        ("v&t", []),
    ],
)
def test_what_is_typed_as_one_word_is_found_as_one(writable: Store, typed: str, titles: list[str]) -> None:
    writable.put_many([made(title, title) for title in _IN_PARTS])
    assert found(writable.find(typed, limit=9)) == titles


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [("Kv&T", {1, 2}), ('"Kv&T"', {1}), ("G-7", {3}), ("nova's", {4}), ("t-q", set())],
)
def test_texts_hold_such_a_word_as_one(writable: Store, typed: str, numbers: set[int]) -> None:
    writable.put_many([made(str(at), f"No {at}", text) for at, text in enumerate(_IN_PARTS)])
    page = writable.search(typed, limit=9)
    assert {int(hit.article.key) for hit in page.hits} == numbers
    assert all(hit.snippet_marks for hit in page.hits)


_SHORT = (
    "Ushers of the house push Japan",
    "U.S. and Japan meet",
    "ATTACK ON AN OIL RIG",
    "ATT lays off a few",
    "Sales rise 3.5 pct",
    "Sales rise 35 pct",
    "Port lays off 5,500",
    "A hall for 550,000",
)


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("us japan", {"Ushers of the house push Japan", "U.S. and Japan meet"}),
        ("an us", {"U.S. and Japan meet"}),  # not "house"
        ("se house", set()),
        ("AT&T", {"ATT lays off a few"}),
        ("3.5 pct", {"Sales rise 3.5 pct"}),
        ("35 pct", {"Sales rise 35 pct"}),
        ("5500 port", {"Port lays off 5,500"}),
        ("5500 hall", set()),
    ],
)
def test_few_letters_and_figures_are_not_found_inside_others(writable: Store, typed: str, titles: set[str]) -> None:
    writable.put_many([made(title, title) for title in _SHORT])
    page = writable.find(typed, limit=9)
    assert set(found(page)[: page.total - page.doubted]) == titles


@pytest.mark.parametrize(
    ("typed", "keys"),
    [("vk harbour", {"dotted", "plain"}), ("V.K. harbour", {"dotted", "plain"}), ('"vk" harbour', {"plain"})],
)
def test_initials_are_found_with_and_without_full_stops(fill: Fill, typed: str, keys: set[str]) -> None:
    store = fill(
        [
            made("dotted", "Lunch", "A harbour of the V.K. opens."),
            made("plain", "Dinner", "A VK harbour closes."),
            made("apart", "Tea", "V and then K: a harbour."),
        ]
    )
    page = store.search(typed, limit=9)
    best = [hit for hit in page.hits if hit.score >= page.hits[0].score - 500]  # those with all words
    assert {hit.article.key for hit in best} == keys
    if "dotted" in keys:
        snippet, marks = next((hit.snippet, hit.snippet_marks) for hit in best if hit.article.key == "dotted")
        assert [snippet[start:end] for start, end in marks] == ["harbour", "V.K"]


@pytest.mark.parametrize(
    ("typed", "keys", "marks"),
    [
        ("ferry", {"ferry", "ferries"}, {"ferry", "ferries"}),
        ("'ferries", {"ferry", "ferries"}, {"ferry", "ferries"}),
        ("Ferris", {"name", "named"}, {"Ferris"}),
        ("busy", {"busy"}, {"busy"}),
    ],
)
def test_words_that_a_stemmer_takes_for_one_are_told_apart(
    fill: Fill, typed: str, keys: set[str], marks: set[str]
) -> None:
    """As the index has it, "Ferris" is "ferry", and business is busy."""
    store = fill(
        [
            made("name", "Ferris, Ferris and Ferris", "Ferris has a business."),
            made("named", "Ferris in business", "A business of Ferris."),
            made("ferry", "Lunch in the harbour", "Late in a long report on the price of timber and tea: a ferry."),
            made("ferries", "Dinner in the harbour", "Late in a long report on the price of timber and tea: ferries."),
            made("busy", "Tea in the harbour", "Late in a long report on the price of timber: a busy day."),
        ]
    )
    page = store.search(typed, limit=9)
    assert set(found(page)[: len(keys)]) == keys
    scores = [hit.score for hit in page.hits]
    assert scores == sorted(scores, reverse=True)
    assert {hit.snippet[start:end] for hit in page.hits for start, end in hit.snippet_marks} == marks
    assert store.locate(typed, ["A ferry of the Ferris Line is busy in business, ferries say."]) == (
        tuple(
            (start, end) for start, end in _spans("A ferry of the Ferris Line is busy in business, ferries say.", marks)
        ),
    )


def _spans(text: str, marked: set[str]) -> list[tuple[int, int]]:
    return sorted((text.index(word), text.index(word) + len(word)) for word in marked)


def test_initials_are_no_common_word(fill: Fill) -> None:
    store = fill([made("word", "Lunch", "The harbour told us."), made("state", "Tea", "A harbour of the U.S. opens.")])
    assert found(store.search("U.S. harbour", limit=9))[0] == "state"
    assert store.search("U.S.", limit=9).total == 1
    assert store.search("us", limit=9).total == 2


def test_a_word_that_no_text_has_is_looked_for_as_the_word_it_is_like(writable: Store) -> None:
    """Its stem may be unlike that of the right word: "televison", "televis"."""
    writable.put_many(
        [
            made("tower", "A television tower falls", "The television tower was blown up."),
            made("closing", "Closing at noon", "Shops are closing."),
            made("crossing", "A crossing opens", "The crossing was opened."),
            *(made(f"zebra {at}", f"No {at}", "A zebra was seen.") for at in range(9)),
        ]
    )
    assert found(writable.search("televison", limit=9)) == ["tower"]
    assert "crossing" in found(writable.search("zebra crosing", limit=20))[:2]
    page = writable.search("televison", limit=1)
    assert [page.hits[0].snippet[start:end] for start, end in page.hits[0].snippet_marks] == ["television"]


def test_what_is_only_like_a_word_that_texts_have_is_doubted(fill: Fill) -> None:
    """It is no slip of "oval" where texts tell of opals; where none does, the headlines stand as they did."""
    titles = ("Shops open late", "Oval sold", "Opals of Varn", "Nothing new at the fair")
    store = fill([made(title, title, "They weighed an opal." if "fair" in title else "Lunch.") for title in titles])
    page = store.find("opal", limit=9)
    assert found(page) == ["Opals of Varn", "Oval sold"]
    assert (page.total, page.doubted) == (2, 1)
    assert page.hits[0].score > page.hits[1].score
    assert store.find("opaal", limit=9).doubted == 0  # no text has it


@pytest.mark.parametrize(
    ("usual", "slip", "doubted"),
    [
        (5, "The chanel is dredged.", 0),
        (5, "The chanel is dredged for the ferry.", 1),  # one text has just what was typed
        (0, "The chanel is dredged.", 1),  # the right word is no more usual
    ],
)
def test_what_has_all_words_is_not_doubted_for_a_slip_of_one_text(
    fill: Fill, usual: int, slip: str, doubted: int
) -> None:
    sinking = made("sinking", "Channel ferry sinking off Varn", "It sank.")
    others = [made(f"other{n}", f"The channel {n}", "Ships cross the channel.") for n in range(usual)]
    page = fill([sinking, *others, made("slip", "Dredgers", slip)]).find("chanel ferry", limit=9)
    assert (found(page), page.doubted) == (["sinking"], doubted)


def test_another_ending_is_not_doubted(fill: Fill) -> None:
    store = fill([made("one", "Harbour board meets", "A harbour."), made("two", "Lunch", "Of two harbours.")])
    page = store.find("harbours", limit=9)
    assert (found(page), page.doubted) == (["one"], 0)


_SLIP = (
    made(
        "both", "Harbour news", "Late in the long report on timber: a needle of zebrawood, and a channel for the ferry."
    ),
    *(made(f"needed {at}", f"Funds needed {at}", "More is needed.") for at in range(6)),
    *(made(f"channel {at}", f"The channel {at}", "Ships cross the channel.") for at in range(6)),
    *(made(f"ferry {at}", f"Ferry {at}", "The ferry sails.") for at in range(3)),
    made("slip", "Dredgers", "The chanel is dredged."),
)


@pytest.mark.parametrize("typed", ["chanel ferry", "ferry chanel"])
def test_what_holds_all_words_but_for_a_slip_of_one_text_comes_first(writable: Store, typed: str) -> None:
    writable.put_many(_SLIP)
    page = writable.search(typed, limit=20)
    assert found(page)[0] == "both"
    assert "slip" in found(page)
    marked = [page.hits[0].snippet[start:end] for start, end in page.hits[0].snippet_marks]
    assert marked == ["channel", "ferry"]
    writable.put_many([made("typed", "Signs", "The ferry sails up the chanel.")])
    assert found(writable.search(typed, limit=20))[0] == "typed"  # it has just what was typed


def test_a_word_swapped_letters_make_is_likelier_than_another_word(writable: Store) -> None:
    """No headline has "needle"; six have "needed"."""
    writable.put_many(_SLIP)
    page = writable.search("zebrawood needel", limit=20)
    assert found(page)[0] == "both"
    assert [page.hits[0].snippet[start:end] for start, end in page.hits[0].snippet_marks] == ["needle", "zebrawood"]


def test_a_word_without_its_last_letter_is_found_whatever_its_stem(writable: Store) -> None:
    writable.put_many([made("sinks", "Ferry sinking off Varn", "A ferry was sinking."), *_SLIP])
    assert found(writable.search("sinkin ferry", limit=20))[0] == "sinks"


@pytest.mark.parametrize("typed", ["Чайковский", "Αθήνας", "İstanbul"])
def test_letters_that_folding_and_the_index_take_apart_differently_are_found(fill: Fill, typed: str) -> None:
    store = fill([*ALL, made("letters", "Three words", "Чайковский, Αθήνας, İstanbul.")])
    assert [hit.article.key for hit in store.search(typed, limit=5).hits] == ["letters"]
    assert store.search(f"{typed}x", limit=5).total <= 1  # what it may be meant for is looked for, and nothing fails
