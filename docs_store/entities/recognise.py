"""Find names in a document: rules and the gazetteer propose (`proposing`), the document decides (`vote`).

A trained pipeline, where one is asked for, is a witness beside the rules, or proposes in their place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from docs_store.entities.acronyms import as_defined, spelt_out, without_things
from docs_store.entities.candidates import Candidate, Definition
from docs_store.entities.context import evidence
from docs_store.entities.cues import Evidence
from docs_store.entities.gazetteer import exonyms, load
from docs_store.entities.heads import by_heads
from docs_store.entities.lists import in_lists
from docs_store.entities.proposing import proposed
from docs_store.entities.results import with_results
from docs_store.entities.shortened import as_shortened
from docs_store.entities.spaced import as_spaced, closed, is_spaced
from docs_store.entities.teams import with_teams
from docs_store.entities.vote import Vote
from docs_store.entities.witness import as_known, asks, candidates_of, heard
from docs_store.model import EntityKind, EntityMention

if TYPE_CHECKING:
    from docs_store.entities.spacy import Pipeline

Texts: TypeAlias = Mapping[int | None, str]
"""The texts of one document, by block."""
_Propose: TypeAlias = Callable[[int | None, str], list[Candidate]]


def find_names(texts: Texts, *, witness: str = "", pipeline: Pipeline | None = None) -> list[EntityMention]:
    """Return the names in English `texts`, in order, each with its text's key as `block`.

    The texts are one document. `witness` (its title) takes part in the vote, and no mention of it is returned.
    `pipeline` adds no names, but its word counts where it shares a guess of the rules.
    """
    gazetteer = load()
    gaps: dict[int | None, list[int]] = {}
    if any(map(is_spaced, texts.values())):
        texts = dict(texts)
        for block, text in texts.items():
            texts[block], gaps[block] = closed(text)

    def propose(block: int | None, text: str) -> list[Candidate]:
        candidates = proposed(block, text, gazetteer)
        if pipeline is None or not asks(candidates):  # asking is what takes the time
            return candidates
        return heard(candidates, pipeline.find(text))

    mentions = _decided(texts, witness, propose)
    return list(as_spaced(mentions, gaps)) if gaps else mentions


def find_names_by(
    pipeline: Pipeline, texts: Texts, language: str, *, witness: str = "", sure: Sequence[EntityMention] = ()
) -> list[EntityMention]:
    """Return the names that `pipeline` finds in `texts` of `language`, as `find_names` does.

    What rules have found beforehand, `sure`, stands.
    """
    gazetteer = load()
    canonical = gazetteer.organisations | gazetteer.places if language == "en" else exonyms(language).names

    def propose(block: int | None, text: str) -> list[Candidate]:
        here = [mention for mention in sure if mention.block == block and text is texts.get(block)]
        found = pipeline.find(text)
        if language != "en":
            return candidates_of(block, text, found, canonical, gazetteer, sure=here)
        known = as_known(text, found, gazetteer)
        told = candidates_of(block, text, known, canonical, gazetteer, sure=here, surroundings=evidence)
        return in_lists(text, told, gazetteer)

    return _decided(texts, witness, propose)


def _decided(texts: Texts, witness: str, propose: _Propose) -> list[EntityMention]:
    """Put what is proposed for each text, and for the title, to the document's vote."""
    candidates: list[Candidate] = []
    definitions: list[Definition] = []
    things: set[str] = set()
    for block, text in texts.items():
        spelt = spelt_out(block, text, propose(block, text))
        definitions += spelt.definitions
        candidates += spelt.candidates
        things |= spelt.things
    if not candidates:
        return []
    of_title = spelt_out(None, witness, propose(None, witness) if witness else [])
    definitions += of_title.definitions
    candidates = by_heads(as_shortened(as_defined(candidates, definitions, texts), texts), texts)
    if things:
        candidates = without_things(candidates, things, texts)

    def surroundings(candidate: Candidate) -> Evidence:
        text = texts.get(candidate.block)
        return evidence(text, candidate.start, candidate.end, load()) if text is not None else ()

    vote = Vote([*candidates, *of_title.candidates], definitions, surroundings)
    mentions = [
        _with_particle(texts[each.block], each) if each.end - each.start < len(each.name) else each
        for each in vote.mentions(candidates)
    ]
    return with_teams(texts, with_results(texts, mentions))


def _with_particle(text: str, mention: EntityMention) -> EntityMention:
    """Return "van Osk" for "Osk" where it stands before him, and his name has it: "Odile van Osk"."""
    if mention.kind is not EntityKind.PERSON or text[mention.start - 1 : mention.start] != " ":
        return mention
    before = mention.name.removesuffix(text[mention.start : mention.end])
    particle = before.rstrip(" ").rpartition(" ")[2]
    start = mention.start - len(particle) - 1
    if not particle.islower() or before == mention.name or text[start : mention.start - 1] != particle:
        return mention
    return replace(mention, start=start)
