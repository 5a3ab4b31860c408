"""Find names in a document: rules and the gazetteer propose (`grammar`, `context`), the document decides (`vote`).

A trained pipeline, where one is asked for, is a witness beside the rules, or proposes in their place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from docs_store.entities import lexicon as lex
from docs_store.entities import names
from docs_store.entities.acronyms import as_defined, spelt_out, without_things
from docs_store.entities.context import (
    OF_SHARES,
    does,
    evidence,
    is_certain,
    is_firm,
    is_namesake,
    is_settled,
    without_place,
)
from docs_store.entities.cues import NOBODY, PARTNERSHIPS, Evidence
from docs_store.entities.datelines import Dateline, dateline
from docs_store.entities.gazetteer import Gazetteer, exonyms, load
from docs_store.entities.grammar import parse
from docs_store.entities.heads import by_heads
from docs_store.entities.lists import in_lists
from docs_store.entities.nicknames import with_nicknames
from docs_store.entities.runs import Run, find_runs
from docs_store.entities.shortened import as_shortened
from docs_store.entities.teams import with_teams
from docs_store.entities.vote import Candidate, Definition, Vote
from docs_store.entities.whole import Whole, find_whole
from docs_store.entities.witness import as_known, candidates_of, heard
from docs_store.entities.words import CERTAIN, HINT, LIKELY, TRACE, Piece
from docs_store.entities.works import WORKS, is_quoted, is_work
from docs_store.model import EntityKind, EntityMention

if TYPE_CHECKING:
    from docs_store.entities.spacy import Pipeline

_TELLING: Final = WORKS | NOBODY | PARTNERSHIPS
"""Words before a name that is no person's, whatever it looks like."""
_ARTICLES: Final = ("the ", "The ")
_NEAR: Final = 24
"""Code points before a name in which the word before it is."""
Texts: TypeAlias = Mapping[int | None, str]
"""The texts of one document, by block."""
_Propose: TypeAlias = Callable[[int | None, str], list[Candidate]]


def find_names(texts: Texts, *, witness: str = "", pipeline: Pipeline | None = None) -> list[EntityMention]:
    """Return the names in English `texts`, in order, each with its text's key as `block`.

    The texts are one document. `witness` (its title) takes part in the vote, and no mention of it is returned.
    `pipeline` adds no names, but its word counts where the rules are not certain.
    """
    gazetteer = load()

    def propose(block: int | None, text: str) -> list[Candidate]:
        candidates = with_nicknames(block, text, list(_by_rules(block, text, gazetteer)), gazetteer)
        candidates = in_lists(text, candidates, gazetteer)
        # Asking is what takes the time, and there may be nothing to ask.
        unsure = any(candidate.piece.weight < CERTAIN for candidate in candidates)
        return heard(candidates, pipeline.find(text)) if pipeline and unsure else candidates

    return _decided(texts, witness, propose)


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
    return with_teams(texts, mentions)


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


def _by_rules(block: int | None, text: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    whole = find_whole(text)
    from_where = dateline(text)
    if not (whole or from_where):
        yield from _of_runs(block, text, gazetteer)
        return
    found = list(_of_runs(block, text, gazetteer))
    if from_where:
        found = _from(from_where, block, found)
    # "St. John's" is a town, and "St. John's University" none.
    whole = [name for name in whole if not any(_is_inside(name, each) for each in found)]
    found = [each for each in found if not any(each.start < name.end and name.start < each.end for name in whole)]
    for start, end, kind, name in whole:
        piece = Piece(0, end - start, kind, CERTAIN, name, names.key(name))
        found.append(Candidate(block, start, end, piece, (), silent=False))
    yield from sorted(found, key=lambda each: each.start)


def _from(city: Dateline, block: int | None, found: list[Candidate]) -> list[Candidate]:
    """Return the candidates of a text with the city of its dateline, which is no organisation's letters."""
    inside = [each for each in found if each.start < city.end]
    if any(each.piece.weight >= CERTAIN for each in inside):  # known by heart
        return found
    after = found[len(inside) :]
    if not city.name:
        return [*(each for each in inside if each.piece.kind is not EntityKind.ORGANISATION), *after]
    piece = Piece(0, city.end, EntityKind.PLACE, CERTAIN, city.name, names.key(city.name))
    return [Candidate(block, 0, city.end, piece, (), silent=False), *after]


def _is_inside(name: Whole, candidate: Candidate) -> bool:
    longer = candidate.end - candidate.start > name.end - name.start
    return longer and candidate.start <= name.start and name.end <= candidate.end


def _of_runs(block: int | None, text: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    for run in find_runs(text):
        if text[run.start - 1 : run.start] == "<":
            if _is_bracketed(text, run):
                yield _company(block, text, run)
                continue
            if run.text.isupper() and text[run.start + len(run.text) :][:1] in (">", "."):
                continue  # "<OSKC>", "<OSKC.O>": what shares go by
        for piece in _of_headline(run.text, gazetteer) if run.headline else parse(run.text, run.opens):
            start, end = run.start + piece.start, run.start + piece.end
            owned = text[end : end + 2] in ("'s", "’s") and gazetteer.organisations.get(f"{piece.name}'s")
            if owned and not (piece.kind is EntityKind.PERSON and piece.weight >= CERTAIN):
                end += 2  # "McDonald's", and not "Mr. McDonald's"
                piece = Piece(piece.start, piece.end + 2, EntityKind.ORGANISATION, CERTAIN, owned, names.key(owned))
            if piece.name in lex.NAMESAKES and is_namesake(text, start, end):
                name = lex.NAMESAKES[piece.name]
                piece = Piece(piece.start, piece.end, EntityKind.ORGANISATION, LIKELY, name, names.key(name))
            if piece.start == 0 and not (run.headline or run.opens):
                if text[start - 1] == " ":
                    before = text[text.rfind(" ", max(0, start - _NEAR), start - 1) + 1 : start - 1]
                    if before in _TELLING:
                        if is_work(text, end, piece, before):
                            continue
                        if piece.kind is EntityKind.PERSON and is_firm(text, end, before):
                            piece = piece._replace(kind=EntityKind.ORGANISATION, weight=LIKELY)
                    elif before == "of" and piece.kind is EntityKind.PERSON and is_settled(text, start):
                        piece = piece._replace(kind=EntityKind.PLACE, weight=CERTAIN)
                elif piece.kind is EntityKind.PLACE and is_quoted(text, start, end, piece):
                    continue
            # "Jordan" is a country, and somebody's family name.
            doubtful = piece.weight < CERTAIN or (piece.kind is EntityKind.PLACE and piece.name in gazetteer.surnames)
            asked = doubtful and not run.headline
            if text[end : end + 1] == "$":
                continue  # "US$5"
            context = _told_of(text, start, end, piece, gazetteer) if asked else ()
            if context is None:
                continue
            opens = run.opens and piece.common and piece.start == 0
            # "Anchor Savings Bank said": its second capital says something, where it does what bodies do; "Apple said".
            # A known word needs more: "Apple said", and not "Apple markets".
            longer = opens and " " in run.text[piece.start : piece.end]
            known = opens and (piece.weight >= LIKELY or piece.kind is EntityKind.ORGANISATION)
            meant = (longer and does(context)) or (known and does(context, HINT)) or (opens and is_certain(context))
            silent = run.headline or (opens and not meant)
            yield Candidate(block, start, end, piece, context, silent)


def _told_of(text: str, start: int, end: int, piece: Piece, gazetteer: Gazetteer) -> Evidence | None:
    """Return what the surroundings of a piece that is not certain tell; None where they tell that it is no name."""
    context = evidence(text, start, end, gazetteer)
    if context is OF_SHARES:
        return None
    if piece.weight == TRACE:
        if text[start - 4 : start] in _ARTICLES and not does(context, HINT):
            return None  # "a trip down the Delta"
        return tuple(told for told in context if told[0] is not EntityKind.PLACE)
    return without_place(context, piece.name) if context and piece.kind is None else context


def _company(block: int | None, text: str, run: Run) -> Candidate:
    """Return the company that is between "<" and ">", without its article."""
    end = run.start + len(run.text)
    start = run.start + (len(_ARTICLES[1]) if run.text.startswith(_ARTICLES[1]) else 0)
    name = " ".join(text[start:end].split())
    piece = Piece(0, end - start, EntityKind.ORGANISATION, CERTAIN, name, names.key(name))
    return Candidate(block, start, end, piece, (), silent=False)


def _is_bracketed(text: str, run: Run) -> bool:
    """Tell what the wires put between "<" and ">": a company whose shares are not traded; not the letters of one's."""
    if " " not in run.text or run.text.isupper() or not text.startswith(">", run.start + len(run.text)):
        return False
    whole, of, _ = run.text.rpartition(" of ")
    return not (of and whole.rpartition(" ")[2] in lex.LEGAL)  # "<Osk Corp of Selwyn>"


def _of_headline(run: str, gazetteer: Gazetteer) -> Iterator[Piece]:
    """Yield the pieces of a run in a headline, where verbs have capitals too: "Orlova Says Norway" is nobody."""
    for piece in parse(run, True):
        words = run[piece.start : piece.end].split(" ")
        crowded = [at for at, word in enumerate(words) if at and _crowds(word, len(words), gazetteer)]
        if piece.kind not in (EntityKind.PERSON, None) or not crowded:
            yield piece
            continue
        start = piece.start
        for part in _split(words, crowded):
            for inner in parse(part, True) if part else ():
                yield inner._replace(start=start + inner.start, end=start + inner.end)
            start += len(part) + 1


def _crowds(word: str, words: int, gazetteer: Gazetteer) -> bool:
    """Tell whether `word` is no part of a person's name of so many words: a place, or a word of the language."""
    if word in gazetteer.given or word in gazetteer.surnames:
        return False
    return word in gazetteer.places or (words > 2 and gazetteer.is_word(word.lower()))


def _split(words: Sequence[str], at: Sequence[int]) -> Iterator[str]:
    """Yield `words` as texts that end before and after those at the indices `at`; these are empty of names."""
    cuts = [0, *at, *(index + 1 for index in at), len(words)]
    for low, high in pairwise(sorted(set(cuts))):
        yield " ".join(words[low:high])
