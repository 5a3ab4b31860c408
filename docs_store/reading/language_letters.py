"""Which language a text in Cyrillic or Arabic letters is in, by those that its neighbours do not have.

It takes few words: a headline and a sentence mostly do. Letters of two languages, or of one that is not
told here (Kazakh, Kurdish, …), leave it untold.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

_LEAST_LETTERS: Final = 20
_LEAST_SIGNS: Final = 2
"""Letters of a language's own that must be found: one may be a foreign name's."""
_SHARE: Final = 0.7
"""Of all letters, how many must be of the script."""

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ARABIC = re.compile("[\u0621-\u064a\u066e-\u06d3\u06d5]")
_LETTER = re.compile(r"[^\W\d_]")
_SLAVIC: Final = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўјљњђћџѓќѕѐѝ")
_NO_FOREIGN_ARABIC: Final = frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگکیٹڈڑںےہھۂۓۃـڤ")
_ARTICLE = re.compile(r"\b[ولبفك]?(?:ال|لل)[ء-ي]{2,}")
"""The article of Arabic, which Persian and Urdu have in few phrases."""


def language_by_letters(text: str) -> str:
    """Return the ISO 639-1 code of the language whose own letters `text` has, "" where they do not tell."""
    letters = text.lower()
    all_letters = len(_LETTER.findall(letters))
    for script, tell in ((_CYRILLIC, _cyrillic), (_ARABIC, _arabic)):
        found = script.findall(letters)
        if len(found) >= max(_LEAST_LETTERS, _SHARE * all_letters):
            return tell(Counter(found), letters)
    return ""


def _cyrillic(letters: Counter[str], _: str) -> str:
    def of(signs: str) -> int:
        return sum(letters[sign] for sign in signs)

    if letters.keys() - _SLAVIC:
        return ""
    southern, macedonian = of("јљњђћџ"), of("ѓќѕ")
    russian, ukrainian, hard = of("ыэё"), of("їєґ"), letters["ъ"]
    if southern + macedonian >= _LEAST_SIGNS:
        eastern = russian + ukrainian + letters["і"] + of("щъйья")
        return "" if eastern else "mk" if macedonian and not of("ђћ") else "sr" if not macedonian else ""
    if letters["ў"] >= _LEAST_SIGNS:
        return "be" if not ukrainian + hard else ""
    if ukrainian + letters["і"] >= _LEAST_SIGNS:
        return "uk" if not russian + hard else ""
    if russian >= _LEAST_SIGNS:
        return "ru" if not ukrainian + letters["і"] else ""
    return "bg" if hard >= _LEAST_SIGNS and not russian + ukrainian + letters["і"] else ""


def _arabic(letters: Counter[str], text: str) -> str:
    def of(signs: str) -> int:
        return sum(letters[sign] for sign in signs)

    if sum(letters[letter] for letter in letters.keys() - _NO_FOREIGN_ARABIC) >= _LEAST_SIGNS:
        return ""
    urdu, persian, arabic = of("ٹڈڑںےہھ"), of("پچژگکی"), of("ةىأإكي")
    if urdu >= _LEAST_SIGNS:
        return "ur" if urdu > arabic else ""
    if persian >= _LEAST_SIGNS and persian > arabic:
        return "fa"
    is_arabic = arabic >= _LEAST_SIGNS and arabic > 8 * persian and len(_ARTICLE.findall(text)) >= _LEAST_SIGNS
    return "ar" if is_arabic else ""
