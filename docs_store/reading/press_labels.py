"""What a press release says of itself over its headline: that it is one, and when it may be printed."""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 100
_KIND: Final = (
    r"(?:for )?(?:immediate|general) release|(?:press|news|media) release|press(?:e)?mitteilung|presseinformation|"
    r"medienmitteilung|presseaussendung|zur sofortigen veröffentlichung|communiqué de presse|"
    r"pour diffusion immédiate|nota de prensa|comunicado de prensa|para (?:su )?(?:publicación|difusión) inmediata|"
    r"comunicato stampa|per la pubblicazione immediata|nota à imprensa|comunicado de imprensa|persbericht|"
    r"pressmeddelande|pressemeddelelse|pressemelding|lehdistötiedote|informacja prasowa|tisková zpráva|basın bülteni|"
    r"пресс-релиз|прес-реліз"
)
_EMBARGO: Final = (
    r"(?:strictly |under )?embargo(?:ed)?(?: (?:until|till|for)\b|\s?:).{0,80}|"
    r"(?:not )?for (?:release|publication) (?:until|before|on|after)\b.{0,80}|sperrfrist\s?:.{0,80}|"
    r"(?:sous )?embargo jusqu.{0,80}|embargado hasta .{0,80}|embargo fino .{0,80}"
)
_LABEL = re.compile(rf"(?i)\W*(?:(?:{_KIND})(?:\W+(?:{_KIND}))*|{_EMBARGO})\W*")
_LABELLED = re.compile(rf"(?i)\W*(?:{_KIND})\s*[-–—:|,/•]\s*(?=\d|\w+ \d)")
_DIGIT = re.compile(r"\d")


def is_press_label(line: str) -> bool:
    """Tell whether a line says no more than that a press release is one: "FOR IMMEDIATE RELEASE", "Embargo: 6 May"."""
    return len(line) <= _LONGEST and _LABEL.fullmatch(line) is not None


def without_press_label(line: str) -> str:
    """Return a line without such a label before its date: "Press release – 6 May 2024"."""
    return _LABELLED.sub("", line, count=1) if len(line) <= _LONGEST and _DIGIT.search(line) else line
