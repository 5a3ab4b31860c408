"""Newspapers called by a word of the language: "told the Mirror", "writing in The Times", "the Star reported"."""

from __future__ import annotations

import re
from typing import Final

from docs_store.entities.lexicon import words

PAPERS: Final = words(
    "Age Argus Australian Bee Bulletin Chronicle Courier Economist Enquirer Examiner Express Gazette Globe Guardian "
    "Herald Independent Inquirer Journal Ledger Mail Mercury Mirror News Observer Oregonian Post Press Record "
    "Register Scotsman Sentinel Spectator Standard Star Sun Telegraph Times Tribune"
)
"""What papers are called by alone."""
_PARTS: Final = PAPERS | words(
    "Advertiser Advocate American Banner Capital Constitution Democrat Dispatch Eagle Intelligencer Item Leader "
    "Picayune Pilot Republican Review Statesman Telegram Union Virginian World"
)
"""What papers with a hyphen are called: "Star-Telegram"."""
_BEFORE: Final = re.compile(
    r"(?:\b(?i:told|tells|telling|informed|according to|interviews? (?:with|in|by|for)|reported (?:in|by)|reports? in"
    r"|wr(?:ote|itten|ites|iting|ite) (?:in|for)|published (?:in|by)|quoted (?:in|by)|articles? in"
    r"|column(?:ist)? (?:in|for|at)|reporters? (?:at|for|from|of)|journalists? (?:at|for|from|of)"
    r"|editors? (?:of|at)|correspondent (?:for|of)"
    r"|letter (?:in|to)|advertisement in|story in|said in|columnist of|edits|edited|reading|newspapers?|papers?)"
    r"(?: the [A-Z]\w{1,15}(?: [A-Z]\w{1,15})?(?:,| and|, and)){0,2}) [Tt]he $"
)
_AFTER: Final = re.compile(
    r" (?:reported|reports|reporting|said|says|claimed|claims|quoted|quotes|wrote|writes|published|revealed"
    r"|newspapers?|papers?|journalists?|reporters?|columnists?|editors?|correspondents?|photographers?|website)\b"
    r"|['’]s? (?:front page|website|editor|political|readers|claims?|reports?|story|stories|columnist|correspondent)\b"
)
_NEAR: Final = 60
"""Code points before a name in which what tells of a paper is looked for."""


def is_double(word: str) -> bool:
    """Tell a paper that was two: "Star-Telegram"."""
    return "-" in word and _PARTS.issuperset(word.split("-"))


def is_paper(text: str, start: int, end: int) -> bool:
    """Tell whether one of `PAPERS` at `text[start:end]` is a paper, by the words around it."""
    articled = text[max(0, start - 4) : start] in ("the ", "The ")
    if articled and _AFTER.match(text, end):
        return True
    return articled and _BEFORE.search(text, max(0, start - _NEAR), start) is not None
