"""What shows that a text is Markdown: signs that no scraper of plain text leaves in a line."""

from __future__ import annotations

import re
from typing import Final

_LINKS: Final = (
    ("](", re.compile(r"(?<!!)\[[^\[\]\n]{1,300}\]\((?:https?://|/|#|\.)[^\s()]{0,500}\)")),
    ("![", re.compile(r"!\[[^\[\]\n]{0,500}\]\([^\s()]{1,500}")),
)
_OTHERS: Final = (
    ("# ", re.compile(r"(?m)^ {0,3}#{1,6} +[^\s#]")),
    ("[[", re.compile(r"!?\[\[[^\[\]\n]{1,300}\]\]")),
    ("```", re.compile(r"(?m)^ {0,3}```")),
    ("{{", re.compile(r"\{\{[<%] ?[a-z]")),
)
"""Each sign comes with letters that it must have: looking for those costs next to nothing."""
_FIRST_OF_ANY: Final = "#[`{"
"""One of these is in every sign, and looking for one letter costs a tenth of looking for two."""


def links_or_pictures(text: str) -> int:
    """Return how many of these two kinds a text has: whoever writes a link so writes Markdown."""
    return _count(_LINKS, text)


def sure_signs(text: str) -> int:
    """Return how many kinds of sure signs a text has."""
    return links_or_pictures(text) + _count(_OTHERS, text)


def _count(signs: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> int:
    if not any(letter in text for letter in _FIRST_OF_ANY):
        return 0
    return sum(letters in text and sign.search(text) is not None for letters, sign in signs)
