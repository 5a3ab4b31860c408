"""Telling names from running text, as credits and bylines have them: words with capitals, and what joins them."""

from __future__ import annotations

import re
from typing import Final

from docs_store.reading.press_words import AGENCY, PARTICLES

LONGEST: Final = 160
"""Code points of a credit; "Handout/… School Board/… High School/AFP via Getty Images" comes to about a hundred."""
MOST_WORDS: Final = 14

AGENCY_NAME: Final = re.compile(rf"(?<![\w])(?:{AGENCY})(?![\w])")
_ADDRESS = re.compile(r"://|\.\w{2,4}/")


def is_names(text: str) -> bool:
    """Tell whether `text` is nothing but names, particles and what parts them."""
    text = AGENCY_NAME.sub("Agency", text.strip(" .:)]）\"”'’").removeprefix("("))
    words = text.split()
    if not words or len(text) > LONGEST or (words[0] in PARTICLES and words[0] != "via"):
        return False
    return len(words) <= MOST_WORDS and any(map(_has_capital, words)) and all(map(is_name, words))


def is_name(word: str) -> bool:
    """Tell whether a word may stand among names: a name, a particle, or what parts two of them."""
    if word[:1].isdigit() and "/" in word:  # the day before the agency: "3.mai.24/Folhapress"
        word = word.rpartition("/")[2]
    if word.endswith(":") or _ADDRESS.search(word):
        return False
    word = word.strip("()[].,;'’‘\"“”„«»")
    if not word or word.lower() in PARTICLES or not word[0].isalpha():
        return not word or word.lower() in PARTICLES or word[0] in "@&/|–—―-+" or word.isdigit()
    return _has_capital(word) or "/" in word or bool(AGENCY_NAME.fullmatch(word))


def _has_capital(word: str) -> bool:
    """Tell whether a word is written as names are: a capital in it, or a script without capitals."""
    return any(character.isupper() or (character.isalpha() and not character.islower()) for character in word) or (
        "." in word[1:-1] and word.islower()
    )
