"""Telling what says something, a sentence, from what only names: a byline, a role, a list of people."""

from __future__ import annotations

import re
from typing import Final

from docs_store.reading.byline_words import ROLE
from docs_store.reading.press_words import PARTICLES

_FEWEST: Final = 2
"""Words in small letters of a sentence with a full stop; a byline may have one: "By Ada Byron, chief reporter."."""
_MANY: Final = 6
"""Of a line without one."""
_ENDS = re.compile(r"[.!?…][\"”’»)\]]*$")
_ENDS_INSIDE = re.compile(r"(?<!\b[A-ZÀ-Þ])(?<![.,])[.!?…][\"”’»)\]]*\s+[\"“„«(]?[^\W\d_a-z]")
_TITLE_ENDS = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|Maj|Rev|Hon|Fr|Sr|Jr|St|Ste|Mme|Sra|Ing|Dipl|Mag|Ph|med|"
    r"rer|phil|nat|jur|a|p|m|No|Nr|Co|Inc)$",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"(?<![\w’'-])(?:says?|said|told|tells|is|was|were|are|has|had|have|died|dies|will|would|can|could|went|came|saw|won|lost|"
    r"became|began|took|made|gave|left|ist|war|sind|waren|hat|hatte|haben|wird|wurde|sagte?|starb|est|était|sont|dit|"
    r"es|fue|era|dijo|murió|è|fu|disse|foi|er|var|är|sa)(?![\w’'-])"
)


def says(line: str) -> bool:
    """Tell whether a line says something of whom it names: "Ada Byron, the engineer, died on Sunday."."""
    small = [word for word in re.findall(r"(?<![\w@.'’-])[^\W\d_]+(?![\w@])", ROLE.sub(" ", line)) if word.islower()]
    small = [word for word in small if word not in PARTICLES]
    if small and any(not _TITLE_ENDS.search(line, 0, end.start()) for end in _ENDS_INSIDE.finditer(line)):
        return True
    if _ENDS.search(line) and len(small) >= _FEWEST:
        return True
    return len(small) >= _MANY or (len(small) >= _FEWEST and _SAYS.search(line) is not None)
