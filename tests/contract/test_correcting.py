from __future__ import annotations

import pytest

from docs_store import Action, Correction, Corrections, EntityKind, Store
from docs_store.corrections.model import Watched
from docs_store.model import EntityCount
from tests.contract.articles import ALL, HARBOUR, PERSON, PLACE, STRIKE, articles_of, made, naming

MAYOR = "Odile Varga"
ORGANISATION = EntityKind.ORGANISATION


def names(store: Store, article_id: str) -> list[tuple[str, str]]:
    article = store.get(article_id)
    assert article is not None
    return [
        (article.blocks[mention.block or 0].text[mention.start : mention.end], f"{mention.name} ({mention.kind})")
        for mention in article.mentions
    ]


def counts(store: Store) -> dict[str, int]:
    return {f"{each.name} ({each.kind})": each.articles for each in store.top_entities(limit=20)}


def keys(store: Store, query: str) -> list[str]:
    return [hit.article.key for hit in store.search(query, limit=10).hits]


AS_RECOGNISED = {f"{MAYOR} (person)": 2, "Port Selwyn (place)": 2}


def test_what_was_recognised_holds_where_nothing_is_corrected(writable: Store) -> None:
    assert not writable.corrections
    assert counts(writable) == AS_RECOGNISED
    assert writable.undo_correction() is None


def test_an_alias_is_the_name_everywhere(writable: Store) -> None:
    assert writable.correct(Correction(Action.ALIAS, "odile varga", to="O. M. Varga")) == 2
    assert names(writable, HARBOUR.id) == [(MAYOR, "O. M. Varga (person)"), ("Port Selwyn", "Port Selwyn (place)")]
    assert counts(writable) == {"O. M. Varga (person)": 2, "Port Selwyn (place)": 2}
    assert keys(writable, 'person:"O. M. Varga"') == ["strike", "harbour"]
    assert keys(writable, f'person:"{MAYOR}"') == ["strike", "harbour"]  # the name that it had leads there
    assert articles_of(writable, MAYOR) == 0
    assert EntityCount("O. M. Varga", PERSON, 2) in writable.facets("", limit=5).entities


def test_a_name_is_respelled(writable: Store) -> None:
    assert writable.correct(Correction(Action.ALIAS, MAYOR, to="Ödile Varga")) == 2
    assert counts(writable) == {"Ödile Varga (person)": 2, "Port Selwyn (place)": 2}
    assert writable.undo_correction() is not None
    assert counts(writable) == AS_RECOGNISED


def test_undoing_restores_what_was_recognised(writable: Store) -> None:
    steps = (
        Correction(Action.MERGE, MAYOR, PERSON, to="Port Selwyn", to_kind=PLACE),
        Correction(Action.IGNORE, "Port Selwyn"),
        Correction(Action.ADD, "Lindqvist Line", ORGANISATION),
        Correction(Action.KIND, "Lindqvist Line", EntityKind.OTHER),
    )
    assert [writable.correct(step) for step in steps] == [2, 2, 2, 2]
    assert counts(writable) == {"Lindqvist Line (other)": 2}
    assert writable.corrections.steps == steps
    for step in reversed(steps):
        assert writable.undo_correction() == (step, 2)
    assert [writable.get(article.id) for article in ALL] == list(ALL)
    assert counts(writable) == AS_RECOGNISED
    assert writable.check() == ()


def test_one_merged_into_another_takes_its_kind(writable: Store) -> None:
    assert writable.correct(Correction(Action.MERGE, MAYOR, to="Port Selwyn", to_kind=PLACE)) == 2
    assert counts(writable) == {"Port Selwyn (place)": 2}
    assert writable.stats().mentions == 4
    assert writable.stats().entities == 1
    writable.undo_correction()
    assert keys(writable, f'person:"{MAYOR}"') == ["strike", "harbour"]


def test_an_ignored_name_is_none(writable: Store) -> None:
    assert writable.correct(Correction(Action.IGNORE, MAYOR)) == 2
    assert counts(writable) == {"Port Selwyn (place)": 2}
    assert writable.correct(Correction(Action.IGNORE, "Port Selwyn", PLACE)) == 2
    assert keys(writable, "has:entities") == []
    writable.undo_correction()
    assert keys(writable, "has:entities") == ["strike", "harbour"]


def test_another_kind_is_not_meant(writable: Store) -> None:
    assert writable.correct(Correction(Action.IGNORE, MAYOR, PLACE)) == 0
    assert counts(writable) == AS_RECOGNISED


def test_an_added_name_is_found_in_the_texts(writable: Store) -> None:
    assert writable.correct(Correction(Action.ADD, "Karst bridge", PLACE)) == 1
    assert counts(writable) == AS_RECOGNISED | {"Karst bridge (place)": 1}
    assert keys(writable, 'place:"Karst bridge"') == ["bridge"]
    assert writable.correct(Correction(Action.ADD, "東京湾", PLACE)) == 1
    assert keys(writable, 'place:"東京湾"') == ["tokyo"]


def test_names_are_split_by_article_and_by_words(writable: Store) -> None:
    assert writable.correct(Correction(Action.SPLIT, MAYOR, to="Odile Varga Jr", within=STRIKE.id)) == 1
    assert counts(writable) == {"Port Selwyn (place)": 2, f"{MAYOR} (person)": 1, "Odile Varga Jr (person)": 1}
    assert writable.correct(Correction(Action.SPLIT, MAYOR, to="Mayor Varga", within="opened harbour")) == 1
    assert keys(writable, 'person:"Mayor Varga"') == ["harbour"]
    writable.undo_correction()
    writable.undo_correction()
    assert counts(writable) == AS_RECOGNISED


def test_a_name_stands_apart_from_those_it_is_like(writable: Store) -> None:
    text = "Odile B. Varga was asked."
    writable.put_many([made("asked", "Asked", text, mentions=naming(text, ("Odile B. Varga", PERSON)))])
    both = (EntityCount(MAYOR, PERSON, 2), EntityCount("Odile B. Varga", PERSON, 1))
    assert writable.spellings("Odile B. Varga", PERSON) == writable.spellings(MAYOR, PERSON) == both
    assert keys(writable, f'person:"{MAYOR}"') == ["strike", "harbour", "asked"]
    assert keys(writable, f'!person:"{MAYOR}" Odile') == []
    assert writable.correct(Correction(Action.APART, "odile b. varga")) == 0
    assert writable.spellings(MAYOR, PERSON) == both[:1]
    assert writable.spellings("Odile B. Varga", PERSON) == both[1:]
    assert keys(writable, 'person:"Odile B. Varga"') == ["asked"]
    assert writable.undo_correction() is not None
    assert writable.spellings(MAYOR, PERSON) == both
    writable.correct(Correction(Action.SPLIT, MAYOR, to="Odile C. Varga", within=STRIKE.id))
    assert [each.articles for each in writable.spellings(MAYOR, PERSON)] == [1]


def test_corrections_hold_of_what_is_stored_later(writable: Store) -> None:
    writable.correct(Correction(Action.ALIAS, MAYOR, to="The mayor"))
    writable.correct(Correction(Action.ADD, "Ostrow", PLACE))
    text = "Odile Varga went to Ostrow."
    later = made("later", "A journey", text, mentions=naming(text, (MAYOR, PERSON)))
    writable.put_many([later, HARBOUR])
    assert names(writable, later.id) == [(MAYOR, "The mayor (person)"), ("Ostrow", "Ostrow (place)")]
    assert articles_of(writable, "The mayor") == 3
    assert writable.put_many([later]).unchanged == 1
    writable.undo_correction()
    writable.undo_correction()
    assert writable.get(later.id) == later
    writable.remove([later.id])
    assert counts(writable) == AS_RECOGNISED
    assert writable.check() == ()


@pytest.mark.parametrize("action", [Action.ALIAS, Action.MERGE])
def test_a_name_given_back_is_the_old_one(writable: Store, action: Action) -> None:
    writable.correct(Correction(action, MAYOR, to="Nobody"))
    writable.correct(Correction(action, "Nobody", to=MAYOR))
    assert counts(writable) == AS_RECOGNISED


def test_a_value_of_its_own() -> None:
    assert Corrections() == Corrections((), ())
    assert Corrections(watched=(Watched("Ostrow"),))
