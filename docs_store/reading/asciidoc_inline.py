"""The marks within a line of AsciiDoc: stress, links, notes, attributes, pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from docs_store.model import Image, Link, LinkKind

_MOST_LINKS: Final = 200
_PASS = re.compile(r"pass:\w{0,4}\[([^\[\]]{0,2000})\]|\+\+\+?([^+\n]{1,500})\+\+\+?")
_ATTRIBUTE = re.compile(r"\{([\w-]{1,60})\}")
_NOTE = re.compile(r"footnote(?:ref)?:[\w-]{0,60}\[(?:[\w-]{1,60},)?([^\[\]]{0,3000})\]")
_IMAGE = re.compile(r"image:(?!:)([^\s\[\]]{1,500})\[([^\[\]]{0,500})\]")
_LINK = re.compile(
    r"(?:link:(?P<to>[^\s\[\]]{1,1000})|(?P<url>https?://[^\s\[\]<>]{1,1000}))\[(?P<label>[^\[\]]{0,1000})\]"
)
_CROSS = re.compile(r"<<([^<>,\n]{1,200})(?:,([^<>\n]{1,500}))?>>|xref:([^\s\[\]]{1,500})\[([^\[\]]{0,500})\]")
_MACRO = re.compile(r"(?:kbd|btn|menu|stem|latexmath|asciimath|icon|indexterm2?):[\w-]{0,60}\[([^\[\]]{0,500})\]")
_INDEX = re.compile(r"\(\(\(?([^()\n]{1,200})\)?\)\)")
_ANCHOR = re.compile(r"\[\[[\w:.,\s-]{1,200}\]\]|\[#[\w.-]{1,100}\](?=#)|\[\.?[\w.-]{1,60}\](?=#)")
_QUOTED = re.compile(r"([\"'])`([^`\n]{1,300})`\1")
_STRESS = re.compile(r"(?<![\w*_`#+\\])(\*\*|__|``|##|[*_`#+])(?=\S)([^\n]{1,300}?)(?<=\S)\1(?![\w])")
_RAISED = re.compile(r"([\^~])([^\s^~]{1,60})\1")
_QUOTES: Final = {'"': "“”", "'": "‘’"}
_SIGNS: Final = {
    "nbsp": " ", "sp": " ", "zwsp": "", "wj": "", "empty": "", "apos": "'", "quot": '"', "lt": "<", "gt": ">",
    "amp": "&", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "deg": "°", "vbar": "|",
    "startsb": "[", "endsb": "]", "plus": "+", "cpp": "C++", "pp": "++",
}  # fmt: skip
"""Attributes that every text has, for what would be a mark."""
_ROUNDS: Final = 3
"""Marks within each other."""


@dataclass(slots=True)
class Inline:
    """Returns lines without their marks, and keeps what these lead to."""

    attributes: dict[str, str] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    _notes: list[str] = field(default_factory=list)
    _images: list[Image] = field(default_factory=list)

    def plain(self, text: str) -> str:
        """Return the words of a text."""
        text = _ATTRIBUTE.sub(lambda found: self.attributes.get(found[1].lower(), found[0]), text)
        text = _PASS.sub(lambda found: found[1] or found[2] or "", text)
        text = _LINK.sub(self._linked, _IMAGE.sub(self._pictured, _INDEX.sub(_indexed, _ANCHOR.sub("", text))))
        text = _CROSS.sub(lambda found: found[2] or found[4] or found[1] or found[3], text)
        text = _MACRO.sub(lambda found: found[1], text)
        text = _NOTE.sub(self._noted, text)
        text = _QUOTED.sub(lambda found: f"{_QUOTES[found[1]][0]}{found[2]}{_QUOTES[found[1]][1]}", text)
        for _ in range(_ROUNDS):
            text = _STRESS.sub(lambda found: found[2], text)
        text = _ATTRIBUTE.sub(lambda found: _SIGNS.get(found[1], found[0]), _RAISED.sub(lambda found: found[2], text))
        return " ".join(text.split())

    def take_notes(self) -> list[str]:
        """Return the footnotes since the last time."""
        notes, self._notes = self._notes, []
        return [self.plain(note) for note in notes]

    def take_images(self) -> list[Image]:
        """Return the pictures within lines since the last time."""
        images, self._images = self._images, []
        return images

    def _linked(self, found: re.Match[str]) -> str:
        url = found["to"] or found["url"]
        label = found["label"].partition(",")[0].strip().strip('"').removesuffix("^") or url
        if "://" in url and len(self.links) < _MOST_LINKS:
            self.links.append(Link(label, url, LinkKind.REFERENCE))
        return label

    def _pictured(self, found: re.Match[str]) -> str:
        self._images.append(Image(alt=found[2].partition(",")[0].strip(' "'), source=found[1]))
        return " "

    def _noted(self, found: re.Match[str]) -> str:
        if found[1].strip():
            self._notes.append(" ".join(found[1].split()))
        return ""


def _indexed(found: re.Match[str]) -> str:
    """Return what a mark of the index shows: `((word))` shows it, `(((word)))` nothing."""
    return "" if found[0].startswith("(((") else found[1]
