"""Which of the 8-bit encodings of Latin letters a text is in, by the letters that its language has.

What one encoding has for "ł" or "ş" another has for "³" or "þ": all of them decode, and only one gives words.
"""

from __future__ import annotations

import re
from typing import Final

from docs_store.reading.language import guess_language

_SAMPLE: Final = 16 * 2**10
"""Bytes looked at, from shortly before the first one past ASCII on."""
_BEFORE: Final = 512
_LEAST_FIT: Final = 0.8
"""Share of the characters past ASCII that must be at home in the language."""

_LETTERS: Final = {
    "de": "äöüß", "fr": "àâæçéèêëîïôœùûüÿ", "es": "áéíñóúü¿¡ºª", "it": "àèéìíîòóùú", "pt": "áâãàçéêíóôõúüºª",
    "nl": "éëïóöüáè", "da": "æøåé", "nb": "æøåéò", "sv": "åäöé", "fi": "äöå", "ca": "àçéèíïóòúü·",
    "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "hu": "áéíóöőúüű", "ro": "ăâîșțşţ", "tr": "çğıöşüâîûİ",
}  # fmt: skip
"""The letters past ASCII of each language, in lower case."""
_WESTERN: Final = ("cp1252", "iso8859_15", "cp850", "mac_roman")
_CENTRAL: Final = ("cp1250", "iso8859_2", "cp852", "mac_latin2")
_ENCODINGS: Final = {
    "pl": _CENTRAL, "cs": _CENTRAL, "hu": _CENTRAL, "ro": (*_CENTRAL, "iso8859_16"),
    "tr": ("cp1254", "iso8859_9", "cp857", "mac_turkish"),
}  # fmt: skip
"""The encodings that have those letters, the commonest first; those of Western Europe for every other language."""
_OPENING: Final = frozenset("„‚«‹¿¡")
_PUNCTUATION: Final = frozenset("„‚«‹»›“”‘’–—…•·€£§°©®™½¼¾\u00a0")
_PAST_ASCII = re.compile(r"[^\x00-\x7f]")
_FIRST = re.compile(rb"[\x80-\xff]")


def latin_encoding(data: bytes, guess: str, language: str = "") -> str:
    """Return the encoding in which `data` has its language's letters, `guess` where none fits better.

    `language`, ISO 639-1, is what the text is taken for where its words do not tell.
    """
    first = _FIRST.search(data)
    if first is None:
        return guess
    sample = data[max(0, first.start() - _BEFORE) :][:_SAMPLE]
    # The commonest words of these languages have few letters past ASCII, whatever those are.
    language = guess_language(sample.decode("ascii", "replace")) or language
    letters = _LETTERS.get(language)
    if letters is None:
        return guess
    known = _fit(sample, guess, letters)
    fits = {encoding: _fit(sample, encoding, letters) for encoding in _ENCODINGS.get(language, _WESTERN)}
    best = max(fits, key=lambda encoding: fits[encoding])
    return best if fits[best] > known and fits[best] >= _LEAST_FIT else guess


def _fit(sample: bytes, encoding: str, letters: str) -> float:
    """Return the share of the characters past ASCII that stand where the language may have them, 0 to 1."""
    text = f" {sample.decode(encoding, 'replace')} "
    places = [match.start() for match in _PAST_ASCII.finditer(text)]
    return sum(_is_at_home(text, at, letters) for at in places) / max(1, len(places))


def _is_at_home(text: str, at: int, letters: str) -> bool:
    before, character, after = text[at - 1], text[at], text[at + 1]
    if character in _PUNCTUATION:
        is_inside = before.isalpha() and after.isalpha() and character not in "’–·"
        return not is_inside and not (character in _OPENING and before.isalpha())
    is_capital_inside = character.isupper() and before.isalpha() and (before.islower() or after.islower())
    return not is_capital_inside and (character in letters or character.lower() in letters)
