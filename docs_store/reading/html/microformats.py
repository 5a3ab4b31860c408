"""Microformats (h-entry), by which blogs of the independent web and Medium's exports mark whose entry a page is.

Their forerunner, hAtom ("hentry", "vcard", "fn"), is in the templates of Blogger and of older WordPress themes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from docs_store.reading.html.page import squeezed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ADDRESSES = ("p-canonical", "u-url")
_ENTRY: Final = frozenset(("h-entry", "hentry"))
_PUBLISHED: Final = frozenset(("dt-published", "published"))
_CARD: Final = 3
"""Elements around a name among which is its card."""
_CITED = ("h-cite", "h-card")
"""Classes of what stands within an entry and has an address of its own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a page marks of its entry."""

    url: str = ""
    authors: tuple[str, ...] = ()


def read_entry(tree: HtmlElement) -> Entry:
    """Return what the page marks; nothing where it has no entry, or several, of which none is its article."""
    named = tree.xpath("descendant-or-self::*[contains(@class, 'entry')]")
    entries = [each for each in named if not _ENTRY.isdisjoint(_classes(each)) and not _is_beside(each)]
    if len(entries) != 1:
        return Entry()
    links = [each for each in entries[0].iter("a") if not _is_cited(each, entries[0])]
    addresses = (each.get("href") for name in _ADDRESSES for each in links if name in _classes(each))
    authors = [each for each in entries[0].iter("*") if "p-author" in _classes(each)]
    authors = authors or [each for each in entries[0].iter("*") if _is_card_of_author(each)]
    names = filter(None, map(_name, authors))
    return Entry(next(filter(None, addresses), ""), tuple(dict.fromkeys(names)))


def _is_beside(entry: HtmlElement) -> bool:
    """Tell whether an entry stands beside the article of its page: it is a teaser of another."""
    return next(entry.iterancestors("aside", "nav", "footer"), None) is not None


def is_published(time: HtmlElement) -> bool:
    """Tell whether a time is marked as when an entry was published."""
    return not _PUBLISHED.isdisjoint(_classes(time))


def _classes(element: HtmlElement) -> list[str]:
    return (element.get("class") or "").split()


def _is_card_of_author(element: HtmlElement) -> bool:
    """Tell whether an element is the name in a card (hCard) that is called the author's."""
    if "fn" not in _classes(element):
        return False
    around = (name for _, above in zip(range(_CARD), element.iterancestors(), strict=False) for name in _classes(above))
    names = {*around, *_classes(element)}
    return "vcard" in names and any("author" in name for name in names)


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
