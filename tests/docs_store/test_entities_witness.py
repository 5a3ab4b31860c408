"""What a pipeline says beside the rules, and in their place, without any pipeline."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from docs_store import EntityKind, EntityMention, Recogniser, RecogniserMissing, find_entities
from docs_store.entities import spacy
from docs_store.entities.recognise import find_names, find_names_by
from docs_store.entities.witness import Found

PERSON, ORGANISATION, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE


class Pipeline(spacy.Pipeline):
    """Finds the words it was told."""

    def __init__(self, **kinds: EntityKind) -> None:
        self.name = "xx_told 1.0"
        self._kinds = {name.replace("_", " "): kind for name, kind in kinds.items()}

    def find(self, text: str) -> list[Found]:
        found = [(text.find(name), name, kind) for name, kind in self._kinds.items() if name in text]
        return [Found(start, start + len(name), kind) for start, name, kind in sorted(found)]


def told(mentions: Sequence[EntityMention]) -> list[tuple[str, str]]:
    return [(mention.name, mention.kind.value) for mention in mentions]


def test_a_pipeline_alone_is_put_to_the_vote_and_has_one_name_for_every_spelling() -> None:
    text = "Galina Orlova met the Sela Pilots (SP) in the U.S. on Monday, and Orlova left."
    pipeline = Pipeline(Galina_Orlova=PERSON, Sela_Pilots=ORGANISATION, SP=ORGANISATION)
    pipeline._kinds["U.S."] = PLACE
    assert told(find_names_by(pipeline, {0: text}, "en")) == [
        ("Galina Orlova", "person"),
        ("Sela Pilots", "organisation"),
        ("Sela Pilots", "organisation"),
        ("United States", "place"),
    ]


def test_what_rules_are_sure_of_stands() -> None:
    text = "Kvik i Oslo Havn"
    sure = [EntityMention(7, 11, PLACE, "Oslo", 0)]
    found = find_names_by(Pipeline(Oslo_Havn=ORGANISATION, Kvik=PERSON), {0: text}, "nb", sure=sure)
    assert told(found) == [("Kvik", "person"), ("Oslo", "place")]


def test_a_pipeline_s_word_makes_a_name_of_a_hint_and_overrules_nothing_certain() -> None:
    text = "People near the mill knew Quen well. They met Galina Orlova."
    hint: dict[int | None, str] = {0: "The letter was from a certain Gallagher, people said."}
    assert told(find_names(hint)) != told(find_names(hint, pipeline=Pipeline(Gallagher=PERSON)))
    assert ("Galina Orlova", "person") in told(find_names({0: text}, pipeline=Pipeline(Galina_Orlova=PLACE)))


def test_without_a_pipeline_best_is_the_rules_and_spacy_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy, "pipeline", lambda _: None)
    text = "Galina Orlova went to Oslo."
    assert find_entities(text, recogniser="best") == find_entities(text)
    with pytest.raises(RecogniserMissing, match=r"for the language 'en'; pip install 'broadsheet\[entities\]'"):
        find_entities(text, recogniser=Recogniser.SPACY)
    with pytest.raises(ValueError, match="'magic' is not a valid Recogniser"):
        find_entities(text, recogniser="magic")


def test_a_pipeline_s_word_is_put_beside_what_the_text_and_the_gazetteer_tell() -> None:
    pipeline = Pipeline(Varnolt=PERSON, Norway=PERSON, Sweden=ORGANISATION, Boeing=PERSON)
    pipeline._kinds["www.osk.example"] = ORGANISATION
    text = "The lamp maker Varnolt, of Norway, beat Sweden and met Boeing, says www.osk.example today."
    assert told(find_names_by(pipeline, {0: text}, "en")) == [
        ("Varnolt", "organisation"),
        ("Norway", "place"),
        ("Sweden", "organisation"),
        ("Boeing", "organisation"),
    ]


def test_a_pipeline_shares_guesses_of_the_rules_and_is_heard_against_none() -> None:
    text: dict[int | None, str] = {0: "It was told by Quenold Robotics, and to Varnold Quern there."}
    rules = told(find_names(text))
    assert rules == [("Quenold Robotics", "organisation"), ("Varnold Quern", "person")]
    assert told(find_names(text, pipeline=Pipeline())) == rules
    against = Pipeline(Quenold_Robotics=PERSON, Varnold_Quern=ORGANISATION)
    assert told(find_names(text, pipeline=against)) == rules
