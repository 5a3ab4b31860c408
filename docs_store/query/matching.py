"""How well a headline answers what was typed, word by word. Shared by all stores; the scan before it is theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from typing import Final, NamedTuple

from docs_store.edits import OSA
from docs_store.model import Span
from docs_store.query.model import Query
from docs_store.query.passages import spans, typos_allowed
from docs_store.text import fold
from docs_store.words import UNSPACED, Token, is_one_word, is_short_word, may_be_joined, words

# What a typed word is worth by how it stands in the headline. The order is the promise; the distances leave room for
# one clear word to outweigh one doubtful one.
_EXACT: Final = 1.0
_PREFIX: Final = 0.9
_JOINED: Final = 0.85
_TYPO: Final = 0.75
_TYPO_EACH: Final = 0.12
_INSIDE: Final = 0.7
_SHORT: Final = 0.5
_SCATTERED: Final = 0.2

_STRETCH: Final = 3
"""How many times its own length the letters of a scattered word may reach over."""

_CONTRADICTED: Final = 0.05
"""Taken off a typo where a letter typed is not the word's: omitted, doubled and swapped letters are all its own."""

_ORDER: Final = 0.01
"""Added where the words come in the order typed, and again where they stand next to each other."""

_SMALL: Final = 3
"""Letters of a word that initials may leave out: "OECD"."""

_RUN = re.compile(r"\w+")

_SHORT_LENGTH: Final = 3
"""Letters of a word that forgives one left out, where nothing else is found ("wat" for "what")."""

TYPO_PREFIX: Final = 5
"""Letters from which on the beginning of a word may be mistyped too."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of a headline query, folded, each once, in the order typed."""

    words: tuple[str, ...]
    """The parts of what is typed as one word have a space between them: "at t" for "AT&T"."""

    @classmethod
    def of(cls, query: Query) -> Asked:
        """Return what `query` asks of headlines: every word counts, quoted or not; unspaced runs stay whole."""
        typed = (fold(match) for term in query.terms for match in _typed(term.text))
        return cls(tuple(dict.fromkeys(word for word in typed if word)))


class _Found(NamedTuple):
    worth: float
    place: int
    """Which word of the headline."""
    mark: Span | None
    mistyped: str = ""
    """The word of the headline that is meant, where it is another one than was typed."""


class Kind(IntEnum):
    """How doubtful an answer is. The doubtful are worth showing only where nothing better is."""

    GOOD = 0
    SHORT = 1
    """A word of three letters was found with one left out."""
    SCATTERED = 2
    """A word was found only as letters far apart."""


_KINDS: Final = {_SHORT: Kind.SHORT, _SCATTERED: Kind.SCATTERED}


@dataclass(frozen=True, slots=True)
class Answer:
    """How well a headline answers, and where."""

    score: float
    """0 to about 1."""
    kind: Kind
    marks: tuple[Span, ...]
    mistyped: tuple[tuple[str, str], ...] = ()
    """Each word typed that is in the headline only as another word, and that one; "" for scattered letters."""


def _typed(text: str) -> list[str]:
    """Split as `words` does, but keep in one piece what is one word as typed: an unspaced run, "AT&T"."""
    typed: list[list[Token]] = []
    for token in words(text):
        if typed and (token.start < typed[-1][-1].end or is_one_word(text, typed[-1][-1], token)):
            typed[-1].append(token)
        else:
            typed.append([token])
    return [_rejoined(text, tokens) for tokens in typed]


def _rejoined(text: str, tokens: Sequence[Token]) -> str:
    """Return the tokens of one word: as they stand where they overlap, else with a space between."""
    parts: list[Span] = []
    for token in tokens:
        if parts and token.start < parts[-1][1]:
            parts[-1] = (parts[-1][0], token.end)
        else:
            parts.append((token.start, token.end))
    return " ".join(text[start:end] for start, end in parts)


def answer(asked: Asked, title: str) -> Answer | None:
    """Return how `title` answers, or None where a word is not in it, however forgiven."""
    if not asked.words:
        return None
    tokens = words(title)
    total = weight = 0.0
    marks: list[Span] = []
    places: list[int] = []
    mistyped: list[tuple[str, str]] = []
    kind = Kind.GOOD
    index = 0
    while index < len(asked.words):
        word = asked.words[index]
        found = _in_parts(word.split(" "), tokens) if " " in word else _best(word, tokens)
        if found.worth < _JOINED and index + 1 < len(asked.words):  # "white house" for "Whitehouse"
            pair = word + asked.words[index + 1]
            joined = _best(pair, tokens, typos=False)
            if joined.worth >= _PREFIX:
                word, found = pair, joined._replace(worth=_JOINED)
                index += 1
        if not found.worth:
            if " " in word:
                return None
            folded = fold(title)
            if UNSPACED.search(word) and word in folded:
                found = _Found(_INSIDE, len(tokens), _inside(word, title))
            elif not word.isdigit() and _scattered(word, folded):
                found = _Found(_SCATTERED, len(tokens), None)
            else:
                return None
        kind = max(kind, _KINDS.get(found.worth, Kind.GOOD))
        if found.mistyped or found.worth == _SCATTERED:
            mistyped.append((word, found.mistyped))
        marks += [found.mark] if found.mark else []
        places.append(found.place)
        total += found.worth * len(word)
        weight += len(word)
        index += 1
    return Answer(round(total / weight + _order(places), 6), kind, spans(marks), tuple(mistyped))


def _order(places: Sequence[int]) -> float:
    steps = [second - first for first, second in pairwise(places)]
    if not steps:
        return 0.0
    return _ORDER * (sum(step > 0 for step in steps) + sum(abs(step) == 1 for step in steps)) / len(steps)


def _in_parts(parts: Sequence[str], tokens: Sequence[Token]) -> _Found:
    """Return where the parts of a word stand one after the other, or written as one: "Email" for "e-mail"."""
    best = _Found(0.0, -2, None)
    if may_be_joined(parts):
        joined = _best("".join(parts), tokens, typos=False)
        # "E-mai" is unfinished; "AT&T" is no attack.
        is_begun = joined.worth >= _PREFIX and (parts[-1].isdigit() or not all(map(is_short_word, parts)))
        if is_begun or joined.worth == _EXACT:
            best = joined._replace(worth=_JOINED)
    for at in range(len(tokens) - len(parts) + 1):
        terms = [token.term for token in tokens[at : at + len(parts)]]
        worth = min(_part(part, term, is_last=part is parts[-1]) for part, term in zip(parts, terms, strict=True))
        if worth > best.worth:
            best = _Found(worth, at, (tokens[at].start, _end(tokens[at + len(parts) - 1], len(parts[-1]))))
    return best


def _part(part: str, term: str, *, is_last: bool) -> float:
    if part == term:
        return _EXACT
    if is_last and term.startswith(part) and (len(part) > 1 or part.isdigit()):  # "AT TWO" is not AT&T, unfinished
        return _PREFIX
    return mistyping(part, term)


def _best(word: str, tokens: Sequence[Token], *, typos: bool = True) -> _Found:
    """Return the headline's word that is most like `word`; one of no worth where none is."""
    for at, (term, start, end) in enumerate(tokens):
        if term == word:
            return _Found(_EXACT, at, (start, end))
    best = _Found(0.0, -2, None)
    length = len(word)
    for at, token in enumerate(tokens):
        term, start, end = token
        if term.startswith(word):
            found = _Found(_PREFIX + 0.05 * length / len(term), at, (start, _end(token, length)))
        elif at + 1 < len(tokens) and len(term) < length and _begins((term, tokens[at + 1].term), word):
            found = _Found(_JOINED, at, (start, tokens[at + 1].end))
        elif length > 2 and word in term:
            first = term.index(word)
            found = _Found(_INSIDE, at, (_end(token, first, start), _end(token, first + length)))
        else:
            continue
        if found.worth > best.worth:
            best = found
    if best.worth >= _TYPO or not typos:
        return best
    least = length - typos_allowed(word)
    for at, (term, start, end) in enumerate(tokens):
        if len(term) >= least and (worth := mistyping(word, term)) > best.worth:
            best = _Found(worth, at, (start, end), term)
    return best


def _begins(terms: Sequence[str], word: str) -> bool:
    """Whether two words, one after the other, begin with `word` where nothing is between them: "white house"."""
    joined = "".join(terms)
    return may_be_joined(terms) and (joined == word if joined.isdigit() else joined.startswith(word))


def mistyping(word: str, term: str) -> float:
    """Return what `word` is worth as a mistyping of `term`, or of its beginning: 0.0 where it is none, at most 0.75.

    Figures are none of others: headlines have too many.
    """
    if word.isdigit():
        return 0.0
    allowed = typos_allowed(word)
    surplus = len(term) - len(word)
    if not allowed:
        return _SHORT if len(word) == _SHORT_LENGTH and surplus == 1 and _subsequence(word, term) else 0.0
    if surplus <= allowed and (distance := OSA.distance(word, term, score_cutoff=allowed)) <= allowed:
        contradicted = surplus == 0 and sorted(word) != sorted(term)
        return _TYPO - _TYPO_EACH * (distance - 1) - (_CONTRADICTED if contradicted else 0.0)
    if surplus > 0 and len(word) >= TYPO_PREFIX:
        beginnings = (term[: len(word)], term[: len(word) + 1])
        distance = min(OSA.distance(word, beginning, score_cutoff=allowed) for beginning in beginnings)
        if distance <= allowed:
            return _TYPO - _TYPO_EACH * distance
    return 0.0


def _end(token: Token, letters: int, otherwise: int | None = None) -> int:
    """Return where the first `letters` of a word end in the text; its end where folding changed its length."""
    if token.end - token.start == len(token.term):
        return token.start + letters
    return token.end if otherwise is None else otherwise


def _inside(word: str, title: str) -> Span | None:
    """Return where the folded `word` stands in `title`, where folding keeps every letter's place."""
    each = [fold(character) for character in title]
    if any(len(letter) != 1 for letter in each):
        return None
    at = "".join(each).find(word)
    return (at, at + len(word)) if at >= 0 else None


def _subsequence(word: str, text: str) -> bool:
    letters = iter(text)
    return all(letter in letters for letter in word)


def _scattered(word: str, text: str) -> bool:
    """Whether the letters of `word` come in order within a short stretch of `text`, from where a word begins.

    Each stands in the word of the one before it, or begins a later one: "hrbr" and "nyse" are meant so, and letters
    picked from anywhere mean nothing.
    """
    places = [match.span() for match in _RUN.finditer(text)]
    room = _STRETCH * len(word)
    return any(
        text[start] == word[0] and _spread(word, 1, text, places[at:], start + 1, start + room, set())
        for at, (start, _) in enumerate(places)
    )


def _spread(
    word: str, done: int, text: str, places: Sequence[Span], at: int, limit: int, failed: set[tuple[int, int]]
) -> bool:
    """Whether the letters of `word` after the first `done` follow in `text[at:limit]`, the first of `places` going on.

    `failed` holds what was tried in vain, by `done` and `at`: without it "aaaab" in "a a a a" would take for ever.
    """
    if done == len(word):
        return True
    if (done, at) in failed:
        return False
    inside = text.find(word[done], at, min(places[0][1], limit))
    if inside >= 0 and _spread(word, done + 1, text, places, inside + 1, limit, failed):
        return True
    is_next = True  # initials reach as far as their words do
    for later, (start, end) in enumerate(places[1:], 1):
        if start >= limit and not is_next:
            break
        is_next = is_next and end - start <= _SMALL
        if text[start] == word[done] and _spread(word, done + 1, text, places[later:], start + 1, limit, failed):
            return True
    failed.add((done, at))
    return False
