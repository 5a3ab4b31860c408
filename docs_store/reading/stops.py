"""Full stops that end no sentence: after the number of a day or of a turn, as most languages of Europe write it.

"Aufnahme vom 3. Juli", "den 3. juli", "3. července", "2024. július 3.", "zum 38. Mal", "v 19. století".
"""

from __future__ import annotations

import re
from typing import Final

from docs_store.reading.dates import month_of

_NUMBER = re.compile(r"(?:^|(?<![\w.,:]))(?:(?P<year>\d{4})|\d{1,2})\.$")
_WORD = re.compile(r"\s*(?P<day>\d{1,2}\.)?\s*(?P<word>[^\W\d_]+)")
_BEFORE: Final = 8
"""Code points before a stop that are looked at."""
_LEADS_TO_TURN = re.compile(
    r"(?i)\b(?:der|die|das|den|dem|des|am|im|zum|zur|vom|beim|seit|ab|bis|unter|nach|vor|seinem|ihrem|seinen|ihren|"
    r"den|det|de|til|på|fra|från|i|za|na|od|do|ve?|po|ke?|az?|sitt|sin)\s\d{1,2}\.$"
)
_TURN: Final = 16
"""Code points before a stop among which such a word stands."""


def is_of_number(text: str, stop: int) -> bool:
    """Tell whether the full stop at `stop` in `text` belongs to the number before it, and ends no sentence."""
    number = _NUMBER.search(text, max(0, stop - _BEFORE), stop + 1)
    after = _WORD.match(text, stop + 1)
    if number is None or after is None:
        return False
    if month_of(after["word"]) and (after["word"].casefold() not in _WORDS_TOO or _is_short(number)):
        return True
    if number["year"]:
        return False
    return after["word"][0].islower() or bool(_LEADS_TO_TURN.search(text, max(0, stop - _TURN), stop + 1))


_WORDS_TOO: Final = frozenset(("may", "march", "mar", "sept", "sep"))
"""Names of months that begin an English sentence too: "He was 38. May came"; after a day they are told all the same."""
_LAST_DAY: Final = 31


def _is_short(number: re.Match[str]) -> bool:
    return not number["year"] and int(number[0].strip(" .")) <= _LAST_DAY
