"""A story in order of time, and what each of its articles adds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from docs_store import Article, EntityKind, MemoryStore, Store, story
from tests.contract import test_editions as editions
from tests.contract.articles import SOUP, day, made, naming

RAN = "The coaster Halcyon ran on to the Cutter rocks with a cargo of oranges."
CALM = "The sea was calm, and the lamp of the Varn lighthouse was dark."
INQUIRY = "Mr. Edda, keeper of the lighthouse, will be heard by the U.S. board of inquiry."
RAISED = "Salvors of the Sela yard raised the hull at the spring tide of Friday."
SHORT = "Nobody was hurt."


def article(key: str, date: str | None, *sentences: str) -> Article:
    text = " ".join(sentences)
    names = [(name, EntityKind.OTHER) for name in ("Halcyon",) if name in text]
    published = day(date) if date else None
    return made(key, f"Halcyon, {key}", text, published=published, mentions=naming(text, *names))


FIRST = article("first", "2031-05-14", RAN, SHORT, CALM)
SECOND = article("second", "2031-05-16", INQUIRY, RAN, CALM)
COPY = article("copy", "2031-05-17", CALM, RAN)
LAST = article("last", "2031-06-01", RAN, SHORT, RAISED)


@pytest.fixture
def store() -> Iterator[Store]:
    with MemoryStore() as store:
        store.put_many([LAST, COPY, SECOND, FIRST, SOUP])
        yield store


@pytest.mark.parametrize("asked", [FIRST, SECOND, LAST])
def test_it_is_told_from_its_beginning_whichever_article_is_asked_for(store: Store, asked: Article) -> None:
    told = [(chapter.article.key, chapter.adds) for chapter in story(store, asked.id)]
    assert told == [("first", (RAN, CALM)), ("second", (INQUIRY,)), ("copy", ()), ("last", (RAISED,))]


def test_an_article_of_no_story_is_told_alone(store: Store) -> None:
    (chapter,) = story(store, SOUP.id)
    assert chapter.article.key == "soup"
    assert chapter.adds == ("Peel the beetroots, then grate them.",)
    assert story(store, "0" * 16) == ()


@pytest.mark.parametrize("asked", [editions.FIRST, editions.UPDATED])
def test_the_earliest_edition_opens_the_story_wherever_one_asks_from(store: Store, asked: Article) -> None:
    copied = editions.edition("post", editions.LEAD, editions.MORE, date="2031-05-14T10:00:00")
    store.put_many([editions.FIRST, copied, editions.UPDATED])
    chapters = story(store, asked.id)
    told = [(chapter.article.key, chapter.adds) for chapter in chapters]
    assert told == [("courier", (editions.LEAD, editions.MORE)), ("wire", (editions.LATER,))]
    assert {chapter.article.editions for chapter in chapters} == {3}


def test_what_a_correction_corrects_is_what_it_adds(store: Store) -> None:
    wrong = editions.edition("release", editions.LEAD, editions.MORE, date="2031-05-14")
    more = editions.MORE.replace("214 crates", "219 crates")
    right = editions.edition("corrected", editions.LEAD, more, date="2031-05-14T18:00:00")
    store.put_many([wrong, right])
    for asked in (wrong, right):
        told = [(chapter.article.key, chapter.adds) for chapter in story(store, asked.id)]
        assert told == [("release", (editions.LEAD, editions.MORE)), ("corrected", (more,))]


def test_a_limit_is_kept_and_the_article_is_in_it(store: Store) -> None:
    assert [chapter.article.key for chapter in story(store, LAST.id, limit=1)] == ["last"]
    chapters = story(store, LAST.id, limit=2)
    assert len(chapters) == 2
    assert chapters[-1].article.key == "last"
    assert story(store, LAST.id, limit=0) == ()


def test_no_more_than_two_sentences_are_told_and_the_first_ones_count_more(store: Store) -> None:
    many = [f"Witness number{n} spoke of matter{n}, evidence{n} and proof{n} at length." for n in range(500)]
    store.put_many([article("witnesses", "2031-06-02", RAN, CALM, *many)])
    chapters = story(store, LAST.id)
    assert [chapter.adds for chapter in chapters if chapter.article.key == "witnesses"] == [tuple(many[:2])]


def test_a_long_sentence_is_cut(store: Store) -> None:
    endless = " and ".join(f"the tide of day{n} came" for n in range(100))
    store.put_many([article("long", "2031-06-02", RAN, CALM, endless)])
    (adds,) = (chapter.adds for chapter in story(store, LAST.id) if chapter.article.key == "long")
    assert [len(sentence) <= 300 and sentence.endswith("…") for sentence in adds] == [True]


def sunk(key: str, date: str, title: str, *sentences: str) -> Article:
    """Return a report of one wreck, that names nobody."""
    return made(key, title, " ".join(sentences), published=day(date))


KEEL = "The dredger Ondine capsized beside the breakwater of Larne Quay with eleven dredgermen in her hold."
SWAM = "Seven dredgermen swam to the breakwater, and the harbour pilots searched for the others until dusk."
FAULT = "Surveyors had warned that the hopper doors of dredgers such as the Ondine leak where the ballast shifts."
DOORS = "Insurers of the dredger said that hopper doors and ballast were surveyed at Larne Quay in the spring."
CLAIM = "Insurers expect claims of nine millions, for the hopper doors were surveyed in the spring."
WRECKED = (
    sunk("sinks", "2031-09-01T08:00:00", "Dredger Ondine capsizes at the breakwater", KEEL, SWAM),
    sunk("swam", "2031-09-01T20:00:00", "Seven dredgermen swim from the Ondine", SWAM, KEEL),
    sunk("doors", "2031-09-02T09:00:00", "Surveyors warned of hopper doors", FAULT, KEEL),
    sunk("claims", "2031-09-03T09:00:00", "Insurers of the dredger expect claims", DOORS, CLAIM, FAULT),
)
FIRMS = ("Alder Mills", "Birch Foundry", "Cedar Rope", "Dogwood Tin", "Elm Ferries", "Fir Candles", "Gorse Tea")
FORMS = tuple(
    sunk(f"form{n}", f"2031-09-0{n}T12:00:00", f"{name} quarterly figures", f"{name} had a net profit of {n}5 cents.")
    for n, name in enumerate(FIRMS, 1)
)


@pytest.mark.parametrize("asked", WRECKED)
def test_each_member_tells_the_same_story(store: Store, asked: Article) -> None:
    store.put_many([*WRECKED, *FORMS])
    told = [chapter.article.key for chapter in story(store, asked.id)]
    assert told == ["sinks", "swam", "doors", "claims"]


def test_what_only_has_its_form_in_common_is_of_no_story(store: Store) -> None:
    store.put_many([*WRECKED, *FORMS])
    for form in FORMS:
        assert [chapter.article.key for chapter in story(store, form.id)] == [form.key]
