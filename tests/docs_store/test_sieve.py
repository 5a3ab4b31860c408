"""A sieve gives of each text what taking it apart whole gives, as far as a query's words go."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter

from hypothesis import given
from hypothesis import strategies as st

from docs_store.entities.lexicon import ORGANISATION_HEADS
from docs_store.local.fields import Analysis
from docs_store.local.sieve import sieve
from docs_store.query.passages import Wanted

_ANALYSIS = Analysis()
# Words whose stems are not their beginnings: Porter2's exceptions, and its rules that replace an ending.
_ODD = (
    "skis", "skies", "sky", "dying", "lying", "tying", "die", "lie", "tie", "idly", "gently", "ugly", "early",
    "only", "singly", "news", "innings", "outing", "cries", "cried", "ties", "tied", "happy", "happily",
    "relational", "conditional", "rational", "valenci", "digitizer", "organization", "organizations", "operator",
    "feudalism", "decisiveness", "hopefulness", "callousness", "formaliti", "sensitiviti", "sensibiliti", "hoping",
    "hopping", "hopped", "luxuriated", "troubled", "sized", "agreed", "agreement", "plastered", "motoring",
    "conflated", "failing", "filing", "hissing", "fizzed", "generate", "generously", "communism", "arsenal",
    "archaeology", "analogies", "apologist", "proceed", "exceed", "succeed", "1987", "1980s", "o'clock",
    "Oil-Prices", "U.S.", "covid-19", "x_ray", "McDonald's", "a",
)  # fmt: skip


def _same(words: list[str], text: str) -> None:
    wanted = [Wanted((token.term,), 1, word) for word in words for token in _ANALYSIS(word)]
    terms = {asked.needle[0] for asked in wanted}
    whole = [token for token in _ANALYSIS(text) if token.term in terms]
    assert [token for token in sieve(wanted, _ANALYSIS)(text) if token.term in terms] == whole


def test_every_word_is_found_by_its_stem() -> None:
    vocabulary = {ending for word in (*_ODD, *ORGANISATION_HEADS) for ending in _inflected(word.lower())}
    for _, alike in groupby(sorted(vocabulary), itemgetter(0)):  # what begins otherwise is in no doubt
        words = [*alike]
        for word in words:
            _same([word], " ".join(words))


def _inflected(word: str) -> set[str]:
    base = word[:-1] if word.endswith(("e", "y")) else word
    return {word} | {
        base + ending for ending in ("s", "ed", "ing", "ies", "ied", "ization", "fulness", "ly", "ally", "ive", "y")
    }


@given(st.lists(st.sampled_from([*_ODD, "Łódź", "łodz", "東京都", "Straße"]), max_size=4), st.text(max_size=200))
def test_any_text_gives_the_same(words: list[str], text: str) -> None:
    _same(words, " ".join([text, *words, text.upper()]))


def test_a_phrase_is_sought_in_the_whole_text() -> None:
    assert sieve([Wanted(("oil", "price"), 1, "oil")], _ANALYSIS) is _ANALYSIS


@given(st.text(alphabet="abys'é東京湾ー ЁйA.1\n", max_size=60))
def test_the_terms_of_a_text_are_those_of_its_tokens(text: str) -> None:
    assert _ANALYSIS.terms(text) == {token.term for token in _ANALYSIS(text)}
