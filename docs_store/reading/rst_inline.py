"""The marks within a line of reStructuredText: stress, roles, links and references to targets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from docs_store.model import Link, LinkKind

_MOST_LINKS: Final = 200
_TARGET = re.compile(r"\s*\.\. _`?(?P<name>[^`:\n]{1,200})`?: +(?P<url>\S.{0,2000})$")
_REPLACED = re.compile(r"\s*\.\. \|(?P<name>[^|\n]{1,100})\| replace:: *(?P<words>.{0,500})$")
_ROLE = re.compile(r"(?::[\w:+.-]{1,60}:)`(?P<words>[^`\n]{1,1000})`(?!_)")
_PHRASE = re.compile(r"`(?P<words>[^`<\n]{0,1000}?)\s*(?:<(?P<url>[^<>`\n]{1,1000})>)?`__?(?!\w)")
_WORD = re.compile(r"(?<![\w`])(?P<words>\w[\w.-]{0,100}?)__?(?!\w)")
_CALLED = re.compile(r"\s*\[(?:#?[\w.-]{0,60}|\*)\]_(?!\w)")
_LITERAL = re.compile(r"``(?P<words>[^\n]{1,1000}?)``")
_STRESS = re.compile(r"(?<![\w*\\])(\*\*|\*)(?=[^\s*])([^\n]{1,300}?)(?<=[^\s*\\])\1(?![\w*])")
_TITLE = re.compile(r"`([^`\n]{1,1000})`(?!_)")
_SUBSTITUTED = re.compile(r"\|([^|\s][^|\n]{0,98})\|_{0,2}")
_ESCAPED = re.compile(r"\\(\s|[^\w\s])")
_LABELLED = re.compile(r"(?P<label>.{1,1000}?)\s*<(?P<to>[^<>]{1,1000})>$")


def targets_in(lines: Iterable[str]) -> dict[str, str]:
    """Return what names stand for: the addresses of `.. _name: url`, and the words of `.. |name| replace:: words`."""
    found = {}
    for line in lines:
        if ".. " in line[:40] and (target := _TARGET.match(line)):
            found[_plain_name(target["name"])] = target["url"].strip()
        elif ".. |" in line[:40] and (replaced := _REPLACED.match(line)):
            found[f"|{replaced['name']}"] = replaced["words"].strip()
    return found


@dataclass(slots=True)
class Inline:
    """Returns lines without their marks, and keeps where they lead to."""

    targets: Mapping[str, str]
    links: list[Link] = field(default_factory=list)

    def plain(self, text: str) -> str:
        """Return the words of a text."""
        text = _CALLED.sub("", text)
        text = _SUBSTITUTED.sub(lambda found: self.targets.get(f"|{found[1]}", found[0]), text)
        parts = _LITERAL.split(text)  # what is literal has no marks
        parts[::2] = map(self._unmarked, parts[::2])
        return " ".join("".join(parts).split())

    def _unmarked(self, text: str) -> str:
        text = _ROLE.sub(_labelled, text)
        text = _WORD.sub(self._referred, _PHRASE.sub(self._linked, text))
        text = _STRESS.sub(lambda found: found[2], _TITLE.sub(lambda found: found[1], text))
        return _ESCAPED.sub(lambda found: found[1].strip(), text)

    def _linked(self, found: re.Match[str]) -> str:
        label = found["words"].strip() or found["url"] or ""
        self._link(label, found["url"] or self.targets.get(_plain_name(label), ""))
        return label

    def _referred(self, found: re.Match[str]) -> str:
        url = self.targets.get(_plain_name(found["words"]), "")
        if not url:
            return found[0]
        self._link(found["words"], url)
        return found["words"]

    def _link(self, label: str, url: str) -> None:
        if url.startswith(("http://", "https://")) and len(self.links) < _MOST_LINKS:
            self.links.append(Link(label, url, LinkKind.REFERENCE))


def _labelled(found: re.Match[str]) -> str:
    """Return what a role shows: the label before its target, or the target without the marks of Sphinx."""
    labelled = _LABELLED.fullmatch(found["words"])
    return labelled["label"] if labelled else found["words"].lstrip("~!")


def _plain_name(name: str) -> str:
    return " ".join(name.lower().split())
