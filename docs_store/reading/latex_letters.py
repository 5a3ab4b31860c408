"""The letters and signs of LaTeX that are commands: accents, ligatures, dashes, quotation marks."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

ACCENTS: Final = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "d": "\u0323", "b": "\u0331",
    "r": "\u030a",
}  # fmt: skip
"""What a command puts on the letter that comes."""

SIGNS: Final = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
    "i": "i", "j": "j", "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "S": "§",
    "P": "¶", "copyright": "©", "pounds": "£", "euro": "€", "texteuro": "€", "LaTeX": "LaTeX", "TeX": "TeX",
    "LaTeXe": "LaTeX2e", "BibTeX": "BibTeX", "textbackslash": "\\", "textasciitilde": "~", "textquoteright": "’",
    "guillemotleft": "«", "guillemotright": "»", "og": "« ", "fg": " »", "textbar": "|", "degree": "°",
    "textdegree": "°",
    "dag": "†", "ddag": "‡", "textregistered": "®", "texttrademark": "™", "quad": " ", "qquad": " ", "space": " ",
    "newline": " ", "linebreak": " ", "slash": "/", "textperiodcentered": "·", "textgreater": ">", "textless": "<",
}  # fmt: skip
"""What stands for a letter or a sign."""

_LIGATURES: Final = (("```", "“‘"), ("``", "“"), ("''", "”"), ("---", "—"), ("--", "–"), ("`", "‘"))
_SPACES = re.compile(r"[ \t\n\x0b\f\r]+")


def accented(accent: str, letter: str) -> str:
    """Return a letter with an accent on it."""
    return unicodedata.normalize("NFC", letter[:1] + ACCENTS[accent]) + letter[1:] if letter[:1].isalpha() else letter


def typeset(text: str) -> str:
    """Return a text with its quotation marks and dashes, its white space as single spaces."""
    for signs, sign in _LIGATURES:
        text = text.replace(signs, sign)
    return _SPACES.sub(" ", text).strip()
