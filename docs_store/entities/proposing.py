"""What may be a name in one text: runs of capitals and what is known by heart, with what their surroundings tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from docs_store.entities import lexicon as lex
from docs_store.entities import names
from docs_store.entities.candidates import Candidate
from docs_store.entities.context import (
    OF_SHARES,
    OWNS,
    does,
    evidence,
    is_certain,
    is_firm,
    is_namesake,
    is_settled,
    without_place,
)
from docs_store.entities.cues import NOBODY, PARTNERSHIPS, SPEECH, Evidence
from docs_store.entities.datelines import Dateline, dateline
from docs_store.entities.gazetteer import Gazetteer, leaders
from docs_store.entities.grammar import parse
from docs_store.entities.lists import in_lists
from docs_store.entities.nicknames import with_nicknames
from docs_store.entities.papers import PAPERS, is_paper
from docs_store.entities.portfolios import with_fields
from docs_store.entities.runs import Run, find_runs
from docs_store.entities.whole import Whole, find_whole
from docs_store.entities.words import CERTAIN, FAIR, HINT, LIKELY, ORGANISATION, PERSON, PLACE, TRACE, Piece
from docs_store.entities.works import WORKS, is_quoted, is_work

_TELLING: Final = WORKS | NOBODY | PARTNERSHIPS
"""Words before a name that is no person's, whatever it looks like."""
_SETTLING: Final = ("of", "village", "town", "hamlet", "suburb")
"""Words right before a settlement's name."""
_OF_A_PAPER: Final[Evidence] = ((ORGANISATION, LIKELY),)
_TELLING_ENDS: Final = frozenset(f" {word}"[-3:] for word in (*_TELLING, *_SETTLING))
_ARTICLES: Final = ("the ", "The ")
_NEAR: Final = 24
"""Code points before a name in which the word before it is."""


def proposed(block: int | None, text: str, gazetteer: Gazetteer) -> list[Candidate]:
    """Return what may be names in English `text`, in order and apart from each other."""
    candidates = _of_runs(block, text, gazetteer)
    whole = find_whole(text)
    from_where = dateline(text)
    if whole or from_where:
        candidates = _with_whole(block, _from(from_where, block, candidates), whole)
    return in_lists(text, with_nicknames(block, text, candidates, gazetteer), gazetteer)


def _with_whole(block: int | None, candidates: Sequence[Candidate], whole: Sequence[Whole]) -> list[Candidate]:
    """Return the candidates with the names known by heart, but where these are part of a longer one.

    "St. John's" is a town, and "St. John's University" none.
    """
    whole = [name for name in whole if not any(_is_inside(name, each) for each in candidates)]
    found = [each for each in candidates if not any(each.start < name.end and name.start < each.end for name in whole)]
    for start, end, kind, name in whole:
        piece = Piece(0, end - start, kind, CERTAIN, name, names.key(name))
        found.append(Candidate(block, start, end, piece, (), silent=False))
    return sorted(found, key=lambda each: each.start)


def _is_inside(name: Whole, candidate: Candidate) -> bool:
    longer = candidate.end - candidate.start > name.end - name.start
    return longer and candidate.start <= name.start and name.end <= candidate.end


def _from(city: Dateline | None, block: int | None, found: list[Candidate]) -> list[Candidate]:
    """Return the candidates of a text with the city of its dateline, which is no organisation's letters."""
    inside = [each for each in found if city.start < each.end and each.start < city.end] if city else []
    if city is None or any(each.piece.weight >= CERTAIN and not each.silent for each in inside):  # known by heart
        return found
    others = [each for each in found if each not in inside]
    if not city.name:
        return sorted([*(each for each in inside if each.piece.kind is not ORGANISATION), *others], key=_start_of)
    piece = Piece(0, city.end - city.start, PLACE, CERTAIN, city.name, names.key(city.name))
    return sorted([Candidate(block, city.start, city.end, piece, (), silent=False), *others], key=_start_of)


def _start_of(candidate: Candidate) -> int:
    return candidate.start


def _of_runs(block: int | None, text: str, gazetteer: Gazetteer) -> list[Candidate]:
    found: list[Candidate] = []
    taken = 0
    on_wire = "<" in text
    for run in find_runs(text):
        if on_wire and text[run.start - 1 : run.start] == "<":
            if _is_bracketed(text, run):
                found.append(_company(block, text, run))
                continue
            if run.text.isupper() and text[run.start + len(run.text) :][:1] in (">", "."):
                continue  # "<OSKC>", "<OSKC.O>": what shares go by
        for piece in _of_headline(run.text, gazetteer) if run.headline else parse(run.text, run.opens):
            candidate = _candidate(block, text, run, piece, gazetteer)
            if candidate is None or candidate.start < taken:
                continue
            if candidate.piece.kind is ORGANISATION and text[candidate.end : candidate.end + 2] == ", ":
                candidate = with_fields(text, candidate, gazetteer)
                taken = candidate.end
            found.append(candidate)
    return found


def _candidate(block: int | None, text: str, run: Run, piece: Piece, gazetteer: Gazetteer) -> Candidate | None:
    """Return a piece of a run with what its surroundings tell; None where they tell that it is no name."""
    begin, _, run_opens, headline = run
    start, end = begin + piece.start, begin + piece.end
    following = text[end : end + 2]
    if following in OWNS and (owner := _owner(piece, gazetteer)):
        piece, end = owner, end + 2
        following = text[end : end + 2]
    if piece.name in lex.NAMESAKES and is_namesake(text, start, end):
        name = lex.NAMESAKES[piece.name]
        piece = Piece(piece.start, piece.end, ORGANISATION, LIKELY, name, names.key(name))
    if not (piece.start or headline or run_opens):
        told = _told_before(text, start, end, piece)
        if told is None:
            return None
        piece = told
    if following[:1] == "$":
        return None  # "US$5"
    context: Evidence = ()
    # "Jordan" is a country, and somebody's family name.
    doubtful = piece.weight < CERTAIN or (piece.kind is PLACE and piece.name in gazetteer.surnames)
    if doubtful and not headline:
        surroundings = _told_of(text, start, end, piece, gazetteer)
        if surroundings is None:
            return None
        context = surroundings
    opens = run_opens and piece.common and not piece.start
    silent = headline or (opens and not _is_meant(run, piece, context))
    return Candidate(block, start, end, piece, context, silent)


def _owner(piece: Piece, gazetteer: Gazetteer) -> Piece | None:
    """Return the body of which the possessive is part of its name: "McDonald's", and not "Mr. McDonald's"."""
    name = gazetteer.organisations.get(f"{piece.name}'s")
    if name is None or (piece.kind is PERSON and piece.weight >= CERTAIN):
        return None
    return Piece(piece.start, piece.end + 2, ORGANISATION, CERTAIN, name, names.key(name))


def _told_before(text: str, start: int, end: int, piece: Piece) -> Piece | None:
    """Return the piece as the word before it tells; None where that, or a quotation mark, tells that it is no name."""
    if text[start - 1] != " ":
        if piece.kind is PLACE and " " in piece.name and is_quoted(text, start, end):
            return None
        # "Odile" between quotation marks is a work as often.
        doubtful = piece.kind is PERSON and piece.weight == FAIR and " " not in piece.name
        return piece._replace(weight=HINT) if doubtful and is_quoted(text, start, end) else piece
    if text[start - 4 : start - 1] not in _TELLING_ENDS:  # nearly always, and cheap to see
        return piece
    before = text[text.rfind(" ", max(0, start - _NEAR), start - 1) + 1 : start - 1]
    if before in _TELLING:
        if is_work(text, end, piece, before):
            return None
        if piece.kind is PERSON and is_firm(text, end, before):
            return piece._replace(kind=ORGANISATION, weight=LIKELY)
    elif before in _SETTLING and piece.kind is PERSON and is_settled(text, start):
        return piece._replace(kind=PLACE, weight=CERTAIN)
    return piece


def _told_of(text: str, start: int, end: int, piece: Piece, gazetteer: Gazetteer) -> Evidence | None:
    """Return what the surroundings of a piece that is not certain tell; None where they tell that it is no name."""
    context = evidence(text, start, end, gazetteer)
    if context is OF_SHARES:
        return None
    if piece.weight == TRACE:
        if piece.name in PAPERS and is_paper(text, start, end):
            return _OF_A_PAPER
        if text[start - 4 : start] in _ARTICLES and not does(context, HINT):
            return None  # "a trip down the Delta"
        return tuple(told for told in context if told[0] is not PLACE)
    return without_place(context, piece.name) if context and piece.kind is None else context


def _is_meant(run: Run, piece: Piece, context: Evidence) -> bool:
    """Tell whether common words that open a sentence are a name, as their surroundings tell.

    "Anchor Savings Bank said": its second capital says something, where it does what bodies do. A known word needs
    more: "Apple said", and not "Apple markets".
    """
    if is_certain(context) or (" " in run.text[piece.start : piece.end] and does(context)):
        return True
    return (piece.weight >= LIKELY or piece.kind is ORGANISATION) and does(context, HINT)


def _company(block: int | None, text: str, run: Run) -> Candidate:
    """Return the company that is between "<" and ">", without its article."""
    end = run.start + len(run.text)
    start = run.start + (len(_ARTICLES[1]) if run.text.startswith(_ARTICLES[1]) else 0)
    name = " ".join(text[start:end].split())
    piece = Piece(0, end - start, ORGANISATION, CERTAIN, name, names.key(name))
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
        crowded = [at for at, word in enumerate(words) if at and _crowds(word, words, gazetteer)]
        if piece.kind not in (PERSON, None) or not crowded:
            yield piece
            continue
        start = piece.start
        for part in _split(words, crowded):
            for inner in parse(part, True) if part else ():
                yield inner._replace(start=start + inner.start, end=start + inner.end)
            start += len(part) + 1


def _crowds(word: str, words: Sequence[str], gazetteer: Gazetteer) -> bool:
    """Tell whether `word` is no part of a person's name of `words`: a place, a word of the language, "Reagan Said"."""
    if word in gazetteer.given or word in gazetteer.surnames:
        return word.lower() in SPEECH and words[0] in leaders()
    return word in gazetteer.places or (len(words) > 2 and gazetteer.is_word(word.lower()))


def _split(words: Sequence[str], at: Sequence[int]) -> Iterator[str]:
    """Yield `words` as texts that end before and after those at the indices `at`; these are empty of names."""
    cuts = [0, *at, *(index + 1 for index in at), len(words)]
    for low, high in pairwise(sorted(set(cuts))):
        yield " ".join(words[low:high])
