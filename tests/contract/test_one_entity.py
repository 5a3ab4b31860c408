"""One person is one row with one count: in the list of names, in facets, in completions and on the page."""

from __future__ import annotations

import pytest

from docs_store import Article, EntityCount, EntityKind, Store, portrait
from tests.contract.articles import PERSON, PLACE, day, made, naming
from tests.contract.conftest import Fill

ORGANISATION = EntityKind.ORGANISATION

MAYOR = ("Odile Varga", "O. Varga", "Odile M. Varga")


def named(number: int, *names: tuple[str, EntityKind]) -> Article:
    text = f"{' met '.join(name for name, _ in names)} on day {number}."
    return made(f"a{number}", f"Report {number}", text, published=day("2031-05-04"), mentions=naming(text, *names))


def archive() -> list[Article]:
    """Eight articles name the mayor, by three names; one has two of them."""
    spelled = [MAYOR[0]] * 4 + [MAYOR[1]] * 2 + [MAYOR[2]]
    articles = [named(number, (name, PERSON)) for number, name in enumerate(spelled)]
    articles.append(named(7, (MAYOR[0], PERSON), (MAYOR[1], PERSON), ("Port Selwyn", PLACE)))
    articles += [named(number, ("Lena Tarrow", PERSON), ("Port-Selwyn", PLACE)) for number in range(8, 12)]
    articles.append(named(12, ("Tarrow Marine Ltd", ORGANISATION), ("Lena Tarrow", PERSON)))
    articles.append(named(13, ("Tarrow Marine", ORGANISATION)))
    return articles


@pytest.fixture
def spelled(fill: Fill) -> Store:
    return fill(archive())


def test_the_list_has_each_once_with_all_its_articles(spelled: Store) -> None:
    assert spelled.top_entities(limit=9) == (
        EntityCount(MAYOR[0], PERSON, 8),
        EntityCount("Lena Tarrow", PERSON, 5),
        EntityCount("Port-Selwyn", PLACE, 5),
        EntityCount("Tarrow Marine", ORGANISATION, 2),
    )


def test_a_limit_counts_entities_and_not_names(spelled: Store) -> None:
    assert [each.name for each in spelled.top_entities(limit=2)] == [MAYOR[0], "Lena Tarrow"]
    assert spelled.top_entities(limit=0) == ()


def test_an_entity_is_listed_that_is_frequent_by_all_its_spellings(fill: Fill) -> None:
    names = [*["Lena Tarrow"] * 5, *["Ivo Sela"] * 4, *[MAYOR[0]] * 3, *[MAYOR[1]] * 2, *[MAYOR[2]] * 2]
    store = fill([named(number, (name, PERSON)) for number, name in enumerate(names)])
    assert store.top_entities(limit=1) == (EntityCount(MAYOR[0], PERSON, 7),)
    assert store.top_entities(limit=2) == (EntityCount(MAYOR[0], PERSON, 7), EntityCount("Lena Tarrow", PERSON, 5))


def test_the_list_of_some_kinds(spelled: Store) -> None:
    assert [each.name for each in spelled.top_entities(limit=9, kinds=[PLACE])] == ["Port-Selwyn"]
    kinds = [ORGANISATION, PLACE]
    assert [each.kind for each in spelled.top_entities(limit=9, kinds=kinds)] == [PLACE, ORGANISATION]
    assert spelled.top_entities(limit=9, kinds=[]) == ()


def test_a_name_is_found_by_any_spelling_typos_forgiven(spelled: Store) -> None:
    for like in ("odlie varga", "o. varga", "varga"):
        assert spelled.top_entities(limit=1, like=like) == (EntityCount(MAYOR[0], PERSON, 8),)
    assert spelled.top_entities(limit=3, like="zzzz") == ()
    assert [each.name for each in spelled.top_entities(limit=9, like="tarrow", kinds=[PERSON])] == ["Lena Tarrow"]


def test_counts_are_of_all_names_in_the_order_asked(spelled: Store) -> None:
    asked = [("o. varga", PERSON), ("Nobody", PERSON), ("Port Selwyn", PLACE), (MAYOR[2], PERSON), (MAYOR[0], PLACE)]
    counts = spelled.entity_counts(asked)
    assert [(each.name, each.kind) for each in counts] == asked
    assert [each.articles for each in counts] == [8, 0, 5, 8, 0]


def test_facets_have_each_once_with_what_is_found_of_it(spelled: Store) -> None:
    assert spelled.facets("", limit=9).entities == spelled.top_entities(limit=9)
    assert spelled.facets('place:"Port Selwyn" person:varga', limit=9).entities[0] == EntityCount(MAYOR[0], PERSON, 1)
    assert len(spelled.facets("", limit=2).entities) == 2


def test_facets_and_company_of_some_kinds(spelled: Store) -> None:
    facets = spelled.facets("", limit=9, kinds=[PLACE, ORGANISATION])
    assert {each.kind for each in facets.entities} == {PLACE, ORGANISATION}
    assert facets.entities == spelled.top_entities(limit=9, kinds=[PLACE, ORGANISATION])
    assert spelled.facets("", limit=9, kinds=[]).entities == ()
    assert spelled.facets("", limit=9, kinds=[]).total == facets.total
    page = portrait(spelled, "Lena Tarrow", PERSON, whole=True, kinds=[ORGANISATION])
    assert page is not None
    assert page.entity == EntityCount("Lena Tarrow", PERSON, 5)
    assert [each.entity.name for each in page.companions] == ["Tarrow Marine"]


def test_completions_have_each_once_with_what_they_find(spelled: Store) -> None:
    for typed in ("person:", "person:var", "entity:o"):
        offered = [each for each in spelled.complete(typed, limit=9) if "Varga" in each.value]
        assert [(each.value, each.articles) for each in offered] == [(MAYOR[0], 8)]
        assert spelled.find(offered[0].query, limit=9).total == 8


def test_the_page_has_the_same_count_by_whichever_name(spelled: Store) -> None:
    for row in spelled.top_entities(limit=9):
        for name in spelled.spellings(row.name, row.kind):
            found = portrait(spelled, name.name, name.kind, whole=True)
            assert found is not None
            assert found.entity == row
    page = portrait(spelled, "Lena Tarrow", PERSON, whole=True)
    assert page is not None
    assert [(each.entity.name, each.together) for each in page.companions] == [
        ("Port-Selwyn", 4),
        ("Tarrow Marine", 1),
    ]


def test_where_very_many_bear_a_name_each_has_its_own_count(fill: Fill) -> None:
    crowd = [f"{one}{two}{three}o Tarrow" for one in "BDFGKLMNPR" for two in "aeiou" for three in "bdfgklmnp"]
    store = fill([named(number, (name, PERSON)) for number, name in enumerate(crowd)])
    counts = store.entity_counts([(name, PERSON) for name in (*crowd[:3], *crowd[-3:])])
    assert [each.articles for each in counts] == [1] * 6
