"""Where in what JSON spells the records are: itself, a list, or a list within what an API answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docs_store.errors import DocumentError
from docs_store.model import BlockKind
from docs_store.reading.fields import Fields, parts_in
from docs_store.reading.json_decode import closed_before, decode_json
from docs_store.reading.raw import RawDocument
from docs_store.reading.record import to_document

_LISTS: Final = ("articles", "items", "records", "documents", "docs", "entries", "results", "posts", "stories", "news",
                 "hits", "rows", "edges", "bookmarks", "notes", "activeNotes", "data", "db")  # fmt: skip
"""Names under which an object holds a list of records."""
_HOLDERS: Final = ("response", "data", "hits", "articles", "result", "results", "content", "feed", "_embedded")
"""Names under which an answer of an API holds the object that holds the records: {"hits": {"hits": […]}}."""
_HOLDING: Final = frozenset((*_LISTS, *_HOLDERS))
_MOST_DEEP: Final = 4
_MOST_LOOKED_AT: Final = 10_000
_SAMPLE: Final = 3
"""Lists and objects that are looked into where no record is at hand, and records by which a list is judged."""


def records_in(value: object) -> tuple[list[object], str]:
    """Return the records in `value`, and the title of the feed that holds them."""
    if isinstance(value, list):
        return value, ""
    holder = value
    for _ in range(_MOST_DEEP):
        if not isinstance(holder, dict):
            break
        if _HOLDING.isdisjoint(holder):
            break
        held = next((items for name in _LISTS if _is_records(items := holder.get(name))), None)
        inner = next((each for name in _HOLDERS if isinstance(each := holder.get(name), dict)), None)
        if (held is None and inner is None) or _has_text(holder):
            break
        if isinstance(held, list) and len(held) == 1 and _holds_more(held[0]):  # Ghost's {"db": [{"data": …}]}
            holder = held[0]
            continue
        if isinstance(held, list):
            title = holder.get("title")
            return held, title if isinstance(title, str) else ""
        holder = inner
    return [value], ""


def articles_within(value: object) -> Iterator[object]:
    """Yield the articles in lists somewhere within an object that is none itself, whatever it calls them.

    An article has a headline and a text: comments, and parts of a text, seldom have both.
    """
    if not isinstance(value, dict) or parts_in(map(str, value)) & {"url", "summary", "text"}:
        return
    waiting: list[object] = [value]
    for _ in range(_MOST_LOOKED_AT):
        if not waiting:
            break
        held = waiting.pop()
        inner = held.values() if isinstance(held, dict) else held if isinstance(held, list) else ()
        for each in inner:
            if isinstance(each, list) and any(map(_is_article, each[:_SAMPLE])):
                yield from each
            elif isinstance(each, (dict, list)):
                waiting.append(each)


def _is_article(value: object) -> bool:
    return isinstance(value, dict) and bool(Fields(value).first("title")) and _has_text(value)


def _holds_more(value: object) -> bool:
    """Tell whether what a list holds alone is no record, but holds them."""
    return isinstance(value, dict) and not _HOLDING.isdisjoint(value) and to_document(value) is None


def _is_records(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value[:1])


def _has_text(record: dict[str, object]) -> bool:
    """Tell whether `record` is an article itself, and not what holds articles."""
    return tells(to_document(record))


def tells(raw: RawDocument | None) -> bool:
    """Tell whether there is more in a document than title, summary and captions."""
    return raw is not None and any(block.kind not in (BlockKind.STANDFIRST, BlockKind.CAPTION) for block in raw.blocks)


def whole_before(error: DocumentError) -> object:
    """Return the value that holds the records that are whole before what is wrong with JSON, [] where there is none."""
    closed, depth = closed_before(error)
    value = decode_json(closed.encode("utf-8", "surrogatepass"), error.path) if closed else []
    items, _ = records_in(value)
    last = value
    for _ in range(depth):
        inner = list(last.values()) if isinstance(last, dict) else last
        last = inner[-1] if isinstance(inner, list) and inner else None
    return value if items is last else []  # else it is in the record that is broken
