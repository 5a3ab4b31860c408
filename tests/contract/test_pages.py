"""Of a page that several files hold, each text that says something of its own is kept, whichever is read first."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from docs_store import Article, MemoryStore, Related, Store, story
from docs_store.ledger import FileSeen, Stored
from docs_store.marks import Marks
from docs_store.stories.editions import EDITION, sketch
from docs_store.stories.pages import MOST
from tests.contract.articles import day, made

URL = "https://courier.example/2031/05/ferry"
FIRST = (
    "The ferry Halcyon Reach ran on to the Cutter Rocks off Port Selwyn on Wednesday morning with 214 passengers.",
    "The harbour board said that nobody was hurt, and that the passengers would be brought ashore before noon.",
)
LATER = (
    "All passengers of the ferry Halcyon Reach, which ran on to the Cutter Rocks on Wednesday, are ashore.",
    "Two people were treated for burns in the hospital of Port Selwyn, its director Ida Brandt said in the evening.",
    "An inquiry into the lamp of Varn lighthouse, which was dark at the time, opens on Friday.",
)


def capture(
    name: str, *paragraphs: str, title: str = "Ferry runs aground", date: str = "", **fields: object
) -> Article:
    """A text of the page, in a file of that name."""
    published = day(date) if date else None
    article = made(URL, title, *paragraphs, url=URL, path=f"/pages/{name}", published=published, **fields)
    return replace(article, sketch=sketch(article.blocks, article.title))


MORNING = capture("morning.html", *FIRST, date="2031-05-14T09:00:00")
EVENING = capture("evening.html", *LATER, title="All ashore", date="2031-05-14T19:00:00")
TEASER = capture("feed.xml", FIRST[0][:70] + "…")
FULLER = capture("saved.html", *FIRST, "A tug is on its way from Sela.", date="2031-05-14T09:00:00")


def texts(store: Store) -> dict[str, str]:
    """Return the files' names of the page's articles, by id."""
    found = [store.get(summary.id) for summary in store.iter_summaries() if summary.key == URL]
    return {article.id: article.path.removeprefix("/pages/") for article in found if article}


def files(store: Store) -> set[frozenset[str]]:
    return {frozenset(path.removeprefix("/pages/") for path in held) for held in store.files_of(texts(store)).values()}


@pytest.mark.parametrize("order", list(permutations([MORNING, EVENING])))
def test_two_texts_are_both_kept_whichever_comes_first(writable: Store, order: tuple[Article, ...]) -> None:
    before = writable.count()
    assert writable.put_many(order[:1]) == Stored(1, 0, 0)
    assert writable.put_many(order[1:]) == Stored(1, 0, 0, 0, 1)
    found = texts(writable)
    assert found[MORNING.id] == "evening.html"  # the newest has the page's own id
    assert sorted(found.values()) == ["evening.html", "morning.html"]
    for _ in range(2):
        assert writable.put_many(order) == Stored(0, 0, 2)
    (other,) = found.keys() - {MORNING.id}
    assert texts(writable) == found
    assert (writable.get(MORNING.id), writable.get(other)) == (EVENING, replace(MORNING, id=other))
    assert writable.pages_of([MORNING.id, other]) == {other: MORNING.id}
    assert writable.files_of([other]) == {other: {MORNING.path}}
    assert writable.count() == before + 2
    assert writable.check() == ()


def test_they_are_one_story_with_what_each_adds(writable: Store) -> None:
    writable.put_many([EVENING, MORNING])
    summaries = [summary for summary in writable.iter_summaries() if summary.key == URL]
    assert [summary.editions for summary in summaries] == [2, 2]
    assert len({summary.story for summary in summaries}) == 1
    assert [each.title for each in writable.editions(MORNING.id)] == ["Ferry runs aground", "All ashore"]
    chapters = story(writable, MORNING.id)
    assert [chapter.article.title for chapter in chapters] == ["Ferry runs aground", "All ashore"]
    assert any("burns" in sentence for sentence in chapters[1].adds)
    related: list[Related] = [row for row in writable.related(MORNING.id, limit=5) if row.reason == EDITION]
    assert [row.article.title for row in related] == ["Ferry runs aground"]
    for query, titles in (("burns", {"All ashore"}), ("brought noon", {"Ferry runs aground"})):
        assert {hit.article.title for hit in writable.search(query, limit=5).hits} == titles
    assert writable.find("ashore", limit=5).total == 1


def test_a_text_that_is_part_of_another_is_no_other_article(writable: Store) -> None:
    for article in (TEASER, MORNING, FULLER):
        writable.put_many([article])
    assert texts(writable) == {MORNING.id: "saved.html"}
    assert files(writable) == {frozenset({"feed.xml", "morning.html", "saved.html"})}
    assert writable.put_many([TEASER, MORNING]) == Stored(0, 0, 2, 2)
    assert texts(writable) == {MORNING.id: "saved.html"}


@pytest.mark.parametrize(
    "trifle",
    [
        capture("b.html", *(text.upper().replace(" ", "  ") for text in FIRST)),
        capture("b.html", *FIRST, "Share this article"),
        capture("b.html", *FIRST, "1,234 views"),
        capture("b.html", FIRST[0].replace("ran on to", "has run on to"), FIRST[1]),
        capture("b.html", " ".join(FIRST), title="Ferry aground"),
    ],
)
def test_trifles_make_no_other_text(writable: Store, trifle: Article) -> None:
    orders = []
    for order in permutations([capture("a.html", *FIRST), trifle]):
        writable.remove(texts(writable))
        writable.put_many(order)
        orders.append(texts(writable))
        assert files(writable) == {frozenset({"a.html", "b.html"})}
    assert orders[0] == orders[1]
    assert [*orders[0]] == [MORNING.id]


@pytest.mark.parametrize(
    "other",
    [
        (FIRST[0].replace("214", "221"), FIRST[1]),
        (FIRST[0].replace("Cutter Rocks", "Sela Bank"), FIRST[1]),
        (FIRST[0], "It is stuck, and the tug that could free it is a day away, its owner told the harbour board."),
        ("Cancelled.",),
    ],
)
def test_corrections_and_other_sentences_make_another_text(writable: Store, other: tuple[str, ...]) -> None:
    writable.put_many([capture("a.html", *FIRST), capture("b.html", *other)])
    assert sorted(texts(writable).values()) == ["a.html", "b.html"]


def test_an_edition_that_is_put_back_stays_where_it_is(writable: Store) -> None:
    writable.put_many([MORNING, EVENING])
    found = texts(writable)
    annotated = [replace(article, recogniser="rules") for each in found if (article := writable.get(each))]
    assert writable.put_many(annotated) == Stored(0, 2, 0)
    assert texts(writable) == found
    assert [writable.get(each) for each in found] == annotated
    assert [summary.editions for summary in writable.iter_summaries() if summary.key == URL] == [2, 2]


def test_a_file_that_changes_changes_its_own_text_alone(writable: Store) -> None:
    writable.put_many([MORNING, EVENING])
    found = texts(writable)
    corrected = replace(capture("morning.html", FIRST[0].replace("214", "221"), FIRST[1]), published=MORNING.published)
    assert writable.put_many([corrected]) == Stored(0, 1, 0)
    assert texts(writable) == found
    assert writable.search("221", limit=5).total == 1
    assert writable.put_many([replace(EVENING, path=MORNING.path)]) == Stored(0, 1, 0)  # the same as the other's now
    assert texts(writable) == {MORNING.id: "evening.html"}
    assert files(writable) == {frozenset({"evening.html", "morning.html"})}
    assert writable.check() == ()


def test_what_is_left_of_a_page_has_its_id(writable: Store) -> None:
    third = capture(
        "night.html", "The inquiry was put off until June, and Tomas Edda of Varn resigned.", date="2031-05-16"
    )
    writable.put_many([MORNING, EVENING, third])
    assert texts(writable)[MORNING.id] == "night.html"
    count = writable.count()
    assert writable.remove([MORNING.id]) == 1
    assert (writable.count(), texts(writable)[MORNING.id]) == (count - 1, "evening.html")
    assert writable.search("burns", limit=5).total == writable.search("brought noon", limit=5).total == 1
    assert writable.search("resigned", limit=5).total == 0
    assert writable.remove(texts(writable)) == 2
    assert writable.pages_of([MORNING.id]) == {}
    assert (texts(writable), writable.ids_of_file(EVENING.path)) == ({}, frozenset())
    assert writable.check() == ()


def test_what_another_text_stood_for_is_read_again_where_it_may_be_lost(writable: Store) -> None:
    notes = [FileSeen(f"/pages/{name}", 1, 1) for name in ("saved.html", "morning.html")]
    assert writable.put_many([FULLER, MORNING], notes).again == frozenset()
    longer = replace(FULLER, blocks=(*FULLER.blocks, *capture("x", *LATER).blocks))
    assert writable.put_many([longer]).again == frozenset()  # it says all that was said
    rewritten = replace(EVENING, path=FULLER.path)
    assert writable.put_many([rewritten]).again == {MORNING.path}
    assert {note.path: note.mtime_ns for note in writable.files() if "/pages/" in note.path} == {
        FULLER.path: 1,
        MORNING.path: -1,
    }
    writable.put_many([MORNING], notes[1:])
    assert sorted(texts(writable).values()) == ["morning.html", "saved.html"]


def test_marks_are_those_of_the_page(writable: Store) -> None:
    marks = Marks(starred=True, tags=("sea",))
    bare = replace(capture("", date="2031-05-14T09:00:00"), path="", marks=marks, tags=("sea",))
    writable.put_many([bare])
    writable.put_many([MORNING, EVENING])
    stored = [writable.get(each) for each in texts(writable)]
    assert [(article.marks, article.tags) for article in stored if article] == [(marks, ("sea",))] * 2
    assert writable.put_many([MORNING, EVENING, bare]) == Stored(0, 0, 3, 1)


def test_texts_with_nothing_in_common_are_no_story(writable: Store) -> None:
    soup = capture(
        "soup.html", "Peel six beetroots, grate them, and cook them with an onion in two litres of stock.", title="Soup"
    )
    writable.put_many([MORNING, soup])
    assert sorted(texts(writable).values()) == ["morning.html", "soup.html"]
    assert [summary.editions for summary in writable.iter_summaries() if summary.key == URL] == [1, 1]


def test_an_address_of_very_many_texts_is_no_pages(writable: Store) -> None:
    def number(at: int) -> Article:
        return capture(
            f"{at}.html", f"Lot {at} of {at * 7} crates went to the {at}th bidder in the hall at Sela for {at}."
        )

    before = writable.count()
    for _ in range(2):
        writable.put_many([number(at) for at in range(MOST + 5)])
        for at in range(MOST + 5):
            writable.put_many([number(at)])
    assert writable.count() == before + MOST + 5
    assert len(texts(writable)) == MOST + 5
    writable.put_many([replace(number(MOST + 2), title="Sold")])
    assert [hit.article.title for hit in writable.find("sold", limit=5).hits] == ["Sold"]
    assert writable.count() == before + MOST + 5
    assert writable.check() == ()


def test_both_kinds_of_stores_agree(writable: Store) -> None:
    articles = [MORNING, TEASER, FULLER, EVENING, replace(EVENING, path="/pages/copy.html"), capture("bare.jsonl")]
    with MemoryStore() as other:
        for store in (writable, other):
            for article in articles:
                store.put_many([article])
        assert texts(writable) == texts(other)
        assert writable.files_of(texts(writable)) == other.files_of(texts(other))
        assert [writable.get(each) for each in texts(other)] == [other.get(each) for each in texts(other)]
