"""What is scanned for, as frizbee takes it: words by their letters, among texts that are folded already."""

from __future__ import annotations

from typing import Final

from frizbee import Matcher, Pattern, Scoring

WORD_LIMIT: Final = 64
"""Letters of a word that are scanned for; longer ones are no words, and scores would overflow."""

THREADS: Final = 2

_SCORING: Final = Scoring(prefix_bonus=0, capitalization_bonus=0, matching_case_bonus=0, exact_match_bonus=0)


def literal(letters: str) -> Pattern:
    """Return what seeks `letters` as they stand."""
    return Pattern(letters, matching="substring")


def matcher(patterns: list[Pattern], most: int) -> Matcher:
    """Return what finds at most `most` texts with all the patterns, best first; of equals the one loaded last."""
    return Matcher.from_patterns(
        patterns,
        casing="respect",
        unicode="always",
        sort="score_then_index_desc",  # loaded oldest first, so the newest of equals come first
        max_items=most,
        scoring=_SCORING,
    )
