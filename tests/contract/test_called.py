"""By which names an entity is found: the page, a field of a query, completion and the list of names agree."""

from __future__ import annotations

import pytest

from docs_store import Action, Article, Correction, EntityKind, EntityMention, Store, asked_by, portrait
from tests.contract.articles import PERSON, PLACE, day, made, naming
from tests.contract.conftest import Fill

ORGANISATION = EntityKind.ORGANISATION
PIER_OWNERS = "Association of Pier Owners"


def named(number: int, *names: tuple[str, EntityKind]) -> Article:
    text = f"{' met '.join(name for name, _ in names)} on day {number}."
    return made(f"a{number}", f"Report {number}", text, published=day("2031-05-04"), mentions=naming(text, *names))


def written(number: int, name: str, kind: EntityKind, *spellings: str) -> Article:
    """Return an article that writes a name in other ways."""
    text = f"{', '.join(spellings)}: {number}."
    spans = [(text.index(each), text.index(each) + len(each)) for each in spellings]
    mentions = tuple(EntityMention(start, end, kind, name, 0) for start, end in spans)
    return made(f"a{number}", f"Report {number}", text, published=day("2031-05-04"), mentions=mentions)


def archive() -> list[Article]:
    return [
        *(named(number, ("United Nations", ORGANISATION)) for number in range(3)),
        *(named(number, ("United States", PLACE)) for number in range(10, 16)),
        named(20, ("Ukraine", PLACE), ("Unity Ferries", ORGANISATION)),
        *(named(number, ("United Kingdom", PLACE)) for number in range(30, 32)),
        *(named(number, ("Kyiv", PLACE)) for number in range(40, 42)),
        *(written(number, PIER_OWNERS, ORGANISATION, PIER_OWNERS, "APO") for number in range(50, 53)),
        named(53, ("APO", ORGANISATION)),
        named(60, ("Odile Varga", PERSON)),
        named(61, ("Oskar Varga", PERSON)),
        *(named(number, ("Lena Tarrow", PERSON)) for number in range(70, 72)),
        named(80, ("Tarrow Cup", EntityKind.EVENT)),
        named(81, ("Tarrow Cup Board", ORGANISATION), ("TCB", ORGANISATION)),
    ]


@pytest.fixture
def filled(fill: Fill) -> Store:
    return fill(archive())


@pytest.mark.parametrize(
    ("called", "kind", "name"),
    [
        ("UN", ORGANISATION, "United Nations"),
        ("un", ORGANISATION, "United Nations"),
        ("USA", PLACE, "United States"),
        ("U.S.", PLACE, "United States"),
        ("us", PLACE, "United States"),
        ("UK", PLACE, "United Kingdom"),
        ("Kiev", PLACE, "Kyiv"),
        ("kiev", PLACE, "Kyiv"),
        ("Киев", PLACE, "Kyiv"),
        ("APO", ORGANISATION, PIER_OWNERS),
        ("apo", ORGANISATION, PIER_OWNERS),
        ("tarrow", PERSON, "Lena Tarrow"),
        ("L. Tarrow", PERSON, "Lena Tarrow"),
        ("tcb", ORGANISATION, "TCB"),
        ("Tarrow cup", EntityKind.EVENT, "Tarrow Cup"),
    ],
)
def test_page_field_completion_and_list_mean_the_same(filled: Store, called: str, kind: EntityKind, name: str) -> None:
    field = {PERSON: "person", PLACE: "place", ORGANISATION: "org"}.get(kind, "entity")
    page = portrait(filled, called, whole=True)
    assert page is not None
    assert (page.entity.name, page.entity.kind) == (name, kind)
    own = {hit.article.key for hit in filled.search(page.query, limit=99).hits}
    assert len(own) == page.entity.articles
    for query in (f"{field}:{called}", f"entity:{called}", f'{field}:"{called}"', f'entity:"{called}"'):
        if '"' in query or " " not in called:
            assert {hit.article.key for hit in filled.search(query, limit=99).hits} == own
            assert {hit.article.key for hit in filled.find(query, limit=99).hits} == own
            again = portrait(filled, *(asked_by(query) or ("", None)), whole=True)
            assert '"' not in query or again == page
    assert filled.called(called)[0] == filled.called(called, kind)[0] == page.entity
    assert filled.complete(f'{field}:"{called}', limit=1)[0].value == name
    assert filled.top_entities(limit=3, like=called)[0] == page.entity


def test_a_bare_surname_means_all_who_bear_it_and_in_quotes_just_itself(fill: Fill) -> None:
    people = ("Varga", "Odile Varga", "Oskar Varga", "Lena Vargas")
    store = fill([*(named(at, (name, PERSON)) for at, name in enumerate(people)), named(9, ("Varga", PLACE))])

    def keys(query: str) -> set[str]:
        return {hit.article.key for hit in store.find(query, limit=99).hits}

    assert keys("person:varga") == {"a0", "a1", "a2"}
    assert keys('person:"varga"') == {"a0"}
    assert keys("place:varga") == {"a9"}
    assert keys("entity:varga") == {"a0", "a1", "a2", "a9"}


def test_where_nobody_is_called_so_words_of_names_are_meant(filled: Store) -> None:
    def keys(query: str) -> set[str]:
        return {hit.article.key for hit in filled.find(query, limit=99).hits}

    assert filled.called("varga") == filled.called("unit") == filled.called("") == filled.called("…") == ()
    assert keys("person:varga") == keys('person:"varga"') == {"a60", "a61"}
    assert keys("org:unit") == {"a0", "a1", "a2", "a20"}  # begins a word
    assert keys('org:"unit"') == set()
    assert keys("org:board") == {"a81"}
    assert keys("place:united") == {f"a{number}" for number in (*range(10, 16), 30, 31)}


def test_whole_words_are_meant_before_what_only_begins_so(fill: Fill) -> None:
    store = fill([named(1, ("Port of Sela", PLACE)), named(2, ("Portland Sound", PLACE))])
    assert [hit.article.key for hit in store.find("place:port", limit=9).hits] == ["a1"]
    assert {hit.article.key for hit in store.find("place:por", limit=9).hits} == {"a1", "a2"}
    assert {each.value for each in store.complete("place:port", limit=9)} == {"Port of Sela", "Portland Sound"}


def test_just_the_name_comes_before_other_ways_to_be_called(fill: Fill) -> None:
    un = [named(number, ("United Nations", ORGANISATION)) for number in range(5)]
    store = fill([*un, named(9, ("Un", PERSON))])
    assert [(each.name, each.kind) for each in store.called("UN")] == [("Un", PERSON)]
    assert [each.name for each in store.called("UN", ORGANISATION)] == ["United Nations"]
    assert store.search("entity:UN", limit=9).total == 1
    assert store.search("org:UN", limit=9).total == 5


def test_a_name_that_was_corrected_leads_to_what_it_is_now(writable: Store) -> None:
    writable.put_many([named(1, ("Harbour Friends", PERSON)), named(2, ("Friends of the Harbour", ORGANISATION))])
    merge = Correction(Action.MERGE, "Harbour Friends", to="Friends of the Harbour", to_kind=ORGANISATION)
    assert writable.correct(merge) == 1
    for query in ('entity:"Harbour Friends"', 'person:"harbour friends"', 'org:"Friends of the Harbour"'):
        assert {hit.article.key for hit in writable.search(query, limit=9).hits} == {"a1", "a2"}
        page = portrait(writable, *(asked_by(query) or ("", None)), whole=True)
        assert page is not None
        assert page.entity.name == "Friends of the Harbour"
    assert writable.top_entities(limit=5, like="harbour friends")[0].name == "Friends of the Harbour"
    assert writable.correct(Correction(Action.ALIAS, "Friends of the Harbour", to="Sela Harbour Society")) == 2
    for former in ("Harbour Friends", "Friends of the Harbour"):
        assert [each.name for each in writable.called(former)] == ["Sela Harbour Society"]
    assert writable.correct(Correction(Action.IGNORE, "Sela Harbour Society")) == 2
    assert writable.called("Harbour Friends") == ()
    writable.undo_correction()
    writable.undo_correction()
    writable.undo_correction()
    assert [(each.name, each.kind) for each in writable.called("Harbour Friends")] == [("Harbour Friends", PERSON)]


def test_what_articles_write_for_somebody_is_a_way_to_be_called(writable: Store) -> None:
    pier = "Pier Owners of Sela"
    writable.put_many(
        [
            *(written(number, pier, ORGANISATION, "POOSA", "Owners") for number in range(1, 4)),
            *(written(number, "Poor Sailors", ORGANISATION, "The Poosa") for number in range(4, 6)),
            written(6, "Poor Sailors", ORGANISATION, "POOSA"),
            written(7, "Odile Varga", PERSON, "Otty", "Varga"),
        ]
    )
    assert [each.name for each in writable.called("poosa")] == [pier, "Poor Sailors"]
    assert {hit.article.key for hit in writable.search("org:poosa", limit=9).hits} == {"a1", "a2", "a3"}
    assert [each.name for each in writable.called("the poosa")] == ["Poor Sailors"]
    assert writable.called("owners") == ()  # a word of the name
    assert [each.name for each in writable.called("OTTY", PERSON)] == ["Odile Varga"]
    assert writable.called("otty", PLACE) == ()
    assert writable.correct(Correction(Action.ALIAS, "Odile Varga", to="The mayor")) == 3
    assert [each.name for each in writable.called("otty")] == ["The mayor"]
    writable.undo_correction()
    writable.remove([written(number, pier, ORGANISATION, "POOSA", "Owners").id for number in range(1, 4)])
    writable.put_many([written(7, "Odile Varga", PERSON, "Odile Varga")])
    assert [each.name for each in writable.called("poosa")] == ["Poor Sailors"]
    assert writable.called("otty") == ()
    assert writable.check() == ()


def test_what_stands_apart_is_called_by_its_name_alone(writable: Store) -> None:
    writable.put_many([named(1, ("Kyiv", PLACE))])
    assert [each.name for each in writable.called("Kiev")] == ["Kyiv"]
    writable.correct(Correction(Action.APART, "Kyiv"))
    assert writable.called("Kiev", PLACE) in ((), writable.called("Kyiv", PLACE))
    assert [each.name for each in writable.called("kyiv")] == ["Kyiv"]


def test_a_mark_without_a_letter_is_no_word_of_a_name(store: Store) -> None:
    assert store.top_entities(limit=5, like="東{varga:\u0301")[0].name == "Odile Varga"
