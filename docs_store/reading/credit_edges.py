"""What clings to a credit: the publisher's rights and buttons behind it, a lost space before it, a name before it."""

from __future__ import annotations

import re
from typing import Final

from docs_store.reading.byline_people import CAPITALISED, has_given_name
from docs_store.reading.press_words import RIGHTS

_MOST_NAMES: Final = 4
"""Names of a person in capitals."""
_LONGEST_GLUED: Final = 80
_LONGEST_RIGHTS: Final = 60
"""Code points of what a publisher says of its rights after a credit."""
_RIGHTS = re.compile(
    rf"(?i)(?:{RIGHTS}|purchase licensing rights(?: ?, opens new tab)?|(?:hide|toggle) caption|enlarge this image)"
    r"[.\s)]*$"
)
_GLUED = re.compile(
    r"([a-zß-ÿа-яё]{2}[.!?…][\"”’»)]?|\b[a-zß-ÿ]{2,20})(?=[A-ZÀ-ÞА-Я][\w'’-]+[ /])"
    r"|(?<=[a-zß-ÿа-яё])(?=(?:Image|Bild|Foto|Photo|Picture|Credit|Imagen|Фото)s?:\s)"
)
"""Where the space before a credit, or before its label, was lost."""
_PARTED = re.compile(r"\s?[/|]\s?| for (?:The )?(?=[A-Z])")
_SIGNED = re.compile(r"(?<=[a-zß-ÿа-яё\d)”\"][.!?…])\s+(?P<name>[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){1,2})$")
POINTS: Final = re.compile(
    r"(?i)[(\[](?:l(?:eft)?\s?(?:-|–|to)\s?r(?:ight)?|(?:from\s)?(?:the\s)?(?:left|right)|cent(?:re|er)|[lrc]\.?|"
    r"v\.\s?l\.(?:\s?n\.\s?r\.)?|links|rechts|(?:à|de)\s(?:gauche|droite)|izquierda|derecha)[)\]]$"
)
"""What says where those stand whom it names next."""
_GLUED_NAME = re.compile(rf"(?<=[a-zß-ÿ]{{2}})\.(?P<name>{CAPITALISED} (?:[A-Z]\. )?{CAPITALISED}(?: {CAPITALISED})?)$")
"""A photographer right behind the caption, whose space was lost: "… in Osk.Ada Byron"."""


def without_rights(tail: str) -> str:
    """Return the end of a line without what a publisher says of its rights, or of its page, after a credit."""
    rights = _RIGHTS.search(tail, max(0, len(tail) - _LONGEST_RIGHTS))
    return tail if rights is None else tail[: rights.start()].rstrip(" .,;–—-")


def unglued(tail: str) -> str:
    """Return the end of a line with the spaces that were lost before a credit."""
    return _GLUED.sub(lambda found: f"{found[0]} ", tail)


def signed(caption: str) -> tuple[str, str]:
    """Part the photographer's name from a caption, where the agency stood behind it: "… the well. Ana Lima (EFE)"."""
    found = _SIGNED.search(caption)
    if found is None or not has_given_name(found["name"]):
        return caption, ""
    return caption[: found.start()], found["name"]


def in_capitals(tail: str) -> tuple[str, str]:
    """Part a person's name in capitals from the end of a line in small letters: "… before the fire ANA LIMA"."""
    words = tail.split(" ")
    at = len(words)
    while at and words[at - 1].isupper() and words[at - 1].isalpha():
        at -= 1
    name = " ".join(words[at:])
    is_name = 2 <= len(words) - at <= _MOST_NAMES and has_given_name(name)
    return (" ".join(words[:at]), name) if is_name and words[at - 1].islower() else (tail, "")


def is_person_of_paper(text: str) -> bool:
    """Tell whether a line names a person and, behind a slash, a paper: "Ana Lima / OSK", "Ana Lima for Osk Star"."""
    name, *paper = _PARTED.split(text)
    return len(paper) == 1 and 2 <= len(name.split()) < _MOST_NAMES > len(paper[0].split()) and has_given_name(name)


def glued_name(line: str) -> str:
    """Return the person's name that stands right behind the last full stop of a line, "" where none does."""
    glued = _GLUED_NAME.search(line, max(0, len(line) - _LONGEST_GLUED))
    return glued["name"] if glued and has_given_name(glued["name"]) else ""
