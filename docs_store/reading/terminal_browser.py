"""What browsers in the terminal write (`lynx -dump`, `elinks -dump`): links numbered, their addresses below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from docs_store.model import Link, LinkKind
from docs_store.reading.layout import paragraphs

_MOST_LINKS: Final = 200
_ENTRY = re.compile(r"[ \t]+(\d{1,4})\. ([a-z][a-z\d+.-]{1,20}:\S{0,2000}[?(].{1,4000}|\S{1,2000})[ \t]*")
"""An address may have spaces in it, as "share this" has the headline; where one begins a footnote, its words follow."""
_HEADING = re.compile(r"[^\W\d][^\n\[\]]{0,40}")
_PART = re.compile(r"[ \t]+[^\W\d][^\n\[\].,]{0,40}:?[ \t]*")
"""What parts the list: "Visible links", "Hidden links:"."""
_MAP: Final = "[USEMAP]"
"""Over the places of a picture that is a map, behind the list and numbered from 1 again."""
_CUT_SHARE: Final = 0.1
"""Share of the list's lines that may be the rest of an address with line ends in it."""
_MOST_PARTS: Final = 2
_MOST_HEADINGS: Final = 3
"""Headings over an entry 1, from the end, that may be the list's."""
_NUMBER = re.compile(r"\[(\d{1,4})\]")
_CONTROL = re.compile(r"(?:\(BUTTON_*\)|\[INS: :INS\])[ \t]?")
"""What lynx writes for a button without a word, and for what the page was to insert."""
_FRAME = re.compile(
    r"(?m)^[ \t]*(?:IFRAME:|REFRESH\(\d{1,5} sec\):)\s*\S+[ \t]*$(?:\n[ \t]+(?=[^\s\[]*[&=%?])[^\s\[]+$)*"
)
"""Another page inside this one, and where a page sends its visitors, with addresses of any length."""
_RELATED_PAGES = re.compile(
    r"\s*[ \t]{3}#(?:\[1\][^\n]*(?:\n[ \t]+\S[^\n]*)*|"
    r"[^\s#][^\n]*\balternate\b[^\n]*(?:\n[ \t]+\S[^\n]*\balternate\b[^\n]*)*)"
)
"""What lynx writes over a page of the pages that belong to it: "#publisher alternate alternate"."""
_BEGINS = re.compile(r"(?m)^[^\S\n]*\[")


def without_controls(text: str) -> str:
    """Return `text` without the marks of buttons, insertions and frames: of "(BUTTON) Log In" the words stay."""
    if "(BUTTON" in text or "[INS:" in text:
        text = _CONTROL.sub("", text)
    if "IFRAME:" in text or "REFRESH(" in text:
        text = _FRAME.sub("", text)
    head = _RELATED_PAGES.match(text)
    return text[head.end() :] if head else text


@dataclass(frozen=True, slots=True)
class Dump:
    """A text without the list of addresses that it ends in, and the links that are numbered inside its lines."""

    text: str
    links: tuple[Link, ...] = ()
    last: int = 0
    """The last link's number; 0 where there are none."""

    def paragraphs(self) -> list[str]:
        """Return its paragraphs without the numbers of links: lines were wrapped with them."""
        found = paragraphs(self.text)
        if not self.last:
            return found
        plain = (_NUMBER.sub(lambda number: "" if int(number[1]) <= self.last else number[0], each) for each in found)
        return [text for each in plain if (text := each.strip())]


def read_dump(text: str) -> Dump:
    """Return what a browser in the terminal wrote; a text that does not end in a list of addresses keeps its numbers.

    What begins a line is the site's menu more often than the article's own link.
    """
    is_numbered = "[1]" in text
    text = without_controls(text)
    if not is_numbered:
        return Dump(text)
    lines = text.rstrip().split("\n")
    if _MAP in lines:
        lines = lines[: lines.index(_MAP)]
    addresses, heading = _listed(lines)
    if not addresses:
        return Dump(text)
    text = "\n".join(lines[:heading])
    begins = {line.end() - 1 for line in _BEGINS.finditer(text)}
    numbers = (number for number in _NUMBER.finditer(text) if number.start() not in begins)
    inside = [addresses[number[1]] for number in numbers if number[1] in addresses]
    urls = [url for url in dict.fromkeys(inside) if url.startswith(("http://", "https://"))]
    links = tuple(Link(url, url, LinkKind.REFERENCE) for url in urls[:_MOST_LINKS])
    return Dump(text, links, max(map(int, addresses)))


def _listed(lines: Sequence[str]) -> tuple[dict[str, str], int]:
    """Return the addresses at the end of a text by their numbers, and the line of the heading over them."""
    tried = 0
    following = ""  # the next line that is neither blank nor a part's heading
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        first = _ENTRY.fullmatch(following) if _HEADING.fullmatch(line) else None
        if first and first[1] == "1" and tried < _MOST_HEADINGS:
            tried += 1
            if addresses := _addresses(lines[at + 1 :]):
                return addresses, at
        if line.strip() and not _PART.fullmatch(line):
            following = line
    return {}, 0


def _addresses(lines: Sequence[str]) -> dict[str, str]:
    """Return the addresses of a list by their numbers, 1 and on; empty where the lines are something else."""
    found: dict[str, str] = {}
    last = left_out = cut = 0
    for line in lines:
        entry = _ENTRY.fullmatch(line)
        if entry and int(entry[1]) > last:
            last = int(entry[1])
            found[entry[1]] = entry[2]
        elif line.strip() and _PART.fullmatch(line):
            left_out += 1  # where the hidden links begin
        else:
            cut += bool(line.strip())
    is_list = left_out <= _MOST_PARTS and cut <= len(found) * _CUT_SHARE and last - len(found) <= left_out + cut
    return found if is_list else {}
