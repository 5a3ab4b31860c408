"""Lines of a page that say no more than who its authors are: signatures under the text, and what an author does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from docs_store.reading.byline_people import person_alone
from docs_store.reading.html.page import weight
from docs_store.reading.lines import is_sentence
from docs_store.reading.names import is_names

LONGEST_SIGNATURE: Final = 160
"""Code points of a signature."""
LONGEST_PLACE: Final = 60
_MOST_PLACES: Final = 2
"""Weight and number of the words beside the names that may be of a place or a section."""
_LONGEST_BIO: Final = 600
_WORKS = re.compile(
    r"(?:,[^,.]{2,80},)?\s+(?:currently\s)?(?:is|was|has been|covers|writes|reports|works|edits|leads|joined|"
    r"ist|war|schreibt|arbeitet|berichtet|leitet|est|écrit|couvre|travaille|dirige|es|escribe|cubre|trabaja|"
    r"è|scrive|lavora|é|escreve|is|schrijft|werkt)\b"
)
_WHAT = re.compile(
    r"(?i)\b(?:report\w*|journalist\w*|editor\w*|writ(?:es|er)|author|columnist|correspondent|contribut\w+|freelance\w*|"
    r"covers|schreibt|redakteur\w*|korrespondent\w*|autor\w*|journaliste|rédact\w+|auteure?|periodista|redactora?|"
    r"giornalista|jornalista|redacteur)\b"
)
ADDRESS = re.compile(r"\s*[|,]?\s*[\w.+-]*@[\w.-]+")
"""Where to write to somebody."""


def is_signature(text: str, authors: Sequence[str]) -> bool:
    """Tell whether a line names some of an article's authors, and what the line may say of the place, but no more."""
    if not authors or len(text) > LONGEST_SIGNATURE or is_sentence(text):
        return False
    alone = person_alone(ADDRESS.sub("", text.strip(" ()[]【】")))  # [김민수 기자 kim@tideway.example]
    if alone and set(alone) <= set(authors):
        return True
    rest = text = text.lstrip("-–—•* ")
    for name in sorted(authors, key=len, reverse=True):
        rest = rest.replace(name, " ") if " " in name else rest
    others = rest.replace(",", " ").strip(" ;&|·–-")
    return rest != text and (not others or _is_place(others))


def is_bio(text: str, authors: Sequence[str]) -> bool:
    """Tell whether a paragraph says what an author of the article is: "Ada Byron is a reporter in Lindau."."""
    begun = next((text[len(name) :] for name in authors if " " in name and text.startswith(name)), "")
    return len(text) <= _LONGEST_BIO and bool(_WORKS.match(begun)) and bool(_WHAT.search(begun, 0, LONGEST_SIGNATURE))


def _is_place(text: str) -> bool:
    """Tell whether what stands beside the names may be a place or a section."""
    return is_names(text) and len(text.split()) <= _MOST_PLACES and weight(text) <= LONGEST_PLACE
