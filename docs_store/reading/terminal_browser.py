"""What browsers in the terminal write (`lynx -dump`, `elinks -dump`): links numbered, their addresses below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from docs_store.model import Link, LinkKind

_MOST_LINKS: Final = 200
_ENTRY = re.compile(r"[ \t]+(\d{1,4})\. (\S{1,2000})[ \t]*")
_HEADING = re.compile(r"[^\W\d][^\n\[\]]{0,40}")
_PART = re.compile(r"[ \t]+[^\W\d][^\n\[\]]{0,40}:?[ \t]*")
"""What parts the list: "Visible links", "Hidden links:"."""
_NUMBER = re.compile(r"\[(\d{1,4})\]")
_CONTROL = re.compile(r"(?:\(BUTTON_*\)|\[INS: :INS\])[ \t]?")
"""What lynx writes for a button without a word, and for what the page was to insert."""
_INSIDE = re.compile(r"\S[^\S\n]*$")


def without_controls(text: str) -> str:
    """Return `text` without the marks of buttons and insertions: "(BUTTON) Log In" is the button's word alone."""
    return _CONTROL.sub("", text) if "(BUTTON" in text or "[INS:" in text else text


def without_numbers(text: str) -> tuple[str, tuple[Link, ...]]:
    """Return `text` without the numbers of its links and the list of their addresses, and the links inside its lines.

    A text that does not end in such a list keeps its numbers. What begins a line is the site's menu more often than
    the article's own link.
    """
    text = without_controls(text)
    lines = text.rstrip().split("\n")
    addresses, heading = _listed(lines)
    if not addresses:
        return text, ()
    text = "\n".join(lines[:heading])
    inside = [
        addresses[number[1]]
        for number in _NUMBER.finditer(text)
        if number[1] in addresses and _INSIDE.search(text, text.rfind("\n", 0, number.start()) + 1, number.start())
    ]
    urls = [url for url in dict.fromkeys(inside) if url.startswith(("http://", "https://"))]
    plain = _NUMBER.sub(lambda number: "" if number[1] in addresses else number[0], text)
    return plain, tuple(Link(url, url, LinkKind.REFERENCE) for url in urls[:_MOST_LINKS])


def _listed(lines: Sequence[str]) -> tuple[dict[str, str], int]:
    """Return the addresses at the end of a text by their numbers, 1 and on, and the line of the heading over them."""
    addresses: dict[str, str] = {}
    for at in range(len(lines) - 1, 0, -1):
        entry = _ENTRY.fullmatch(lines[at])
        if entry:
            addresses[entry[1]] = entry[2]
        elif addresses and _HEADING.fullmatch(lines[at]):
            is_all = addresses.keys() == {str(number) for number in range(1, len(addresses) + 1)}
            return (addresses if is_all else {}), at
        elif lines[at].strip() and not (addresses and _PART.fullmatch(lines[at])):
            break
    return {}, 0
