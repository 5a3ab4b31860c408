"""Notes as Simplenote exports them in JSON: the first line of each is its title."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_FIELDS: Final = frozenset(("content", "creationDate", "lastModified"))


def titled_note(item: Mapping[str, object]) -> Mapping[str, object]:
    """Return a note with its title apart from its text; what is none as it is."""
    content = item.get("content")
    if not item.keys() >= _FIELDS or "title" in item or not isinstance(content, str):
        return item
    title, _, text = content.strip().partition("\n")
    words = title.lstrip("# ").strip()
    return {**item, "title": words, "content": text.strip(), "date": item["creationDate"]}
