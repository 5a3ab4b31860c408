"""Microformats (h-entry), by which blogs of the independent web and Medium's exports mark whose entry a page is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docs_store.reading.html.page import squeezed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ADDRESSES = ("p-canonical", "u-url")
_CITED = ("h-cite", "h-card")
"""Classes of what stands within an entry and has an address of its own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a page marks of its entry."""

    url: str = ""
    authors: tuple[str, ...] = ()


def read_entry(tree: HtmlElement) -> Entry:
    """Return what the page marks; nothing where it has no entry, or several, of which none is its article."""
    entries = [each for each in tree.iter("*") if "h-entry" in _classes(each)]
    if len(entries) != 1:
        return Entry()
    links = [each for each in entries[0].iter("a") if not _is_cited(each, entries[0])]
    addresses = (each.get("href") for name in _ADDRESSES for each in links if name in _classes(each))
    authors = [each for each in entries[0].iter("*") if "p-author" in _classes(each)]
    names = filter(None, map(_name, authors))
    return Entry(next(filter(None, addresses), ""), tuple(dict.fromkeys(names)))


def is_published(time: HtmlElement) -> bool:
    """Tell whether a time is marked as when an entry was published."""
    return "dt-published" in _classes(time)


def _classes(element: HtmlElement) -> list[str]:
    name = element.get("class") or ""
    return name.split() if "-" in name else []


def _is_cited(element: HtmlElement, entry: HtmlElement) -> bool:
    for each in (element, *element.iterancestors()):
        if each is entry:
            return False
        if not set(_CITED).isdisjoint(_classes(each)):
            return True
    return False


def _name(author: HtmlElement) -> str:
    named = next((each for each in author.iter("*") if "p-name" in _classes(each)), author)
    return squeezed(named.text_content())
