"""Items as Google Reader gave them, and its heirs still export them: FreshRSS, Inoreader, The Old Reader, BazQux."""

from __future__ import annotations

from typing import Final

from docs_store.reading.fields import Record

_STATE: Final = "/state/com.google/"
_LABEL: Final = "/label/"
_OWN: Final = frozenset(
    ("id", "guid", "categories", "origin", "crawlTimeMsec", "timestampUsec", "canonical", "alternate")
)
"""Fields that mean something else elsewhere, or only the program's own."""


def plain_item(item: Record) -> Record:
    """Return such an item with its fields as others have them; any other record as it is."""
    origin = item.get("origin")
    if not isinstance(origin, dict) or "streamId" not in origin:
        return item
    held = item.get("categories")
    categories = [each for each in held if isinstance(each, str)] if isinstance(held, list) else []
    states = {each.rpartition(_STATE)[2] for each in categories if _STATE in each}
    labels = [each.partition(_LABEL)[2] if _LABEL in each else each for each in categories if _STATE not in each]
    url = next(filter(None, (_address(item.get(name)) for name in ("canonical", "alternate"))), None)
    starred = item.get("starred")
    is_moment = isinstance(starred, int) and not isinstance(starred, bool)
    return {name: value for name, value in item.items() if name not in _OWN or (name == "id" and not url)} | {
        "url": url,
        "source": origin.get("title"),
        "tags": labels,
        "starred": "starred" in states or bool(starred),
        "read": "read" in states if states else None,
        "saved": starred if is_moment else None,
    }


def _address(value: object) -> str | None:
    """Return where the first of an item's links leads."""
    first = value[0] if isinstance(value, list) and value else None
    href = first.get("href") if isinstance(first, dict) else None
    return href if isinstance(href, str) and href else None
