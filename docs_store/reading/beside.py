"""What lies beside articles and is none: pictures, sound, film, fonts, what dresses a page, and copies of notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Final

from docs_store.errors import NotAnArticle
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source

_KINDS: Final = (
    (re.compile(rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|II\*\0|MM\0\*|\x00\x00\x01\x00|BM.{4}\x00{4}"
                rb"|.{4}ftyp(?:avi[fs]|hei[cfx]|mif1)|\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,500}-->\s*)?"
                rb"(?:<!DOCTYPE svg[^>]{0,300}>\s*)?<svg[\s/>]", re.DOTALL), "a picture"),
    (re.compile(rb"ID3[\x02-\x04]|OggS\x00|fLaC\x00|RIFF....(?:WAVE|AVI )|.{4}ftyp|\x1a\x45\xdf\xa3"
                rb"|\xff[\xfb\xf3\xf2]", re.DOTALL), "sound or film"),
    (re.compile(rb"wOF[F2]|OTTO\0|\x00\x01\x00\x00\x00|true\x00|ttcf"), "a font"),
)  # fmt: skip
_DRESS: Final = {
    ".css": "a style sheet", ".less": "a style sheet", ".scss": "a style sheet",
    ".js": "a script", ".mjs": "a script", ".map": "a script's map",
    ".cdx": "a list of a web archive", ".cdxj": "a list of a web archive",
}  # fmt: skip
"""By name, for what is text and reads like any."""
_NOTE = re.compile(rb'<div class="note[ \w]{0,30}"><div class="heading">')
"""In the page that Google Keep's export has of each note beside its JSON, which tells labels and dates too."""
_ROBOTS = re.compile(r"(?im)^\s*(?:user-agent|sitemap)\s*:")


def matches(source: Source) -> bool:
    """Tell whether it is a picture, sound, film or font, or a page of what another file beside it holds."""
    return bool(_kind(source))


def is_dress(source: Source) -> bool:
    """Tell by its name whether a text is a style sheet, a script or the like."""
    return bool(_dress(source))


def read(source: Source, _: Reading) -> Iterator[RawDocument]:
    """Raise the `NotAnArticle` that says what it is."""
    raise NotAnArticle(source.name, f"{_kind(source) or _dress(source)}, not an article")


def _dress(source: Source) -> str:
    path = PurePath(source.member or source.name)
    if path.name.lower() == "robots.txt" and _ROBOTS.search(source.text_head):
        return "rules for crawlers"
    return _DRESS.get(path.suffix.lower(), "")


def _kind(source: Source) -> str:
    if kind := next((kind for pattern, kind in _KINDS if pattern.match(source.head)), ""):
        return kind
    return "a copy of the note beside it" if _is_copy(source) else ""


def _is_copy(source: Source) -> bool:
    if source.member or not _NOTE.search(source.head):
        return False
    path = Path(source.name)
    return path.suffix == ".html" and path.with_suffix(".json").is_file()
