"""What the text exports of press databases have in common: bylines, days and headings in fields."""

from __future__ import annotations

from collections.abc import Iterator

from docs_store.model import Block, BlockKind, Image
from docs_store.reading.byline_forms import split_authors
from docs_store.reading.bylines import read_byline
from docs_store.reading.dates import find_dates, month_at_end
from docs_store.reading.layout import paragraphs
from docs_store.reading.raw import RawDocument
from docs_store.reading.record import to_document
from docs_store.reading.story import Story, list_item


def exported(
    fields: dict[str, str], body: str, *, captions: tuple[str, ...] = (), has_headline: bool = False
) -> RawDocument | None:
    """Return the document of a record, None where nothing is in it.

    `fields` are what `to_document` knows ("title", "summary", "byline", "date", "source", "id", "tags"); `body` is its
    text, wrapped or a paragraph a line; `captions` are of its pictures, which stand nowhere.
    """
    record: dict[str, object] = {name: value for name, value in fields.items() if value and name != "byline"}
    record["authors"] = list(_authors(fields.get("byline", "")))
    record["date"] = _day(fields.get("date", ""))
    parts = (*paragraphs(body, has_headline=has_headline),)
    blocks = [
        Block(BlockKind.LIST_ITEM, item) if (item := list_item(part)) else Block(BlockKind.PARAGRAPH, part)
        for part in parts
    ]
    blocks += [Block(BlockKind.CAPTION, caption, at) for at, caption in enumerate(captions)]
    return to_document(record, story=Story(tuple(blocks), tuple(map(Image, captions))))


def _authors(byline: str) -> Iterator[str]:
    """Yield whom a field of a byline names, with or without its "by"."""
    byline = " ".join(byline.split()).rstrip(".")
    made = read_byline(byline) or read_byline(f"By {byline}") if byline else None
    if made is not None:
        yield from made.authors or filter(None, (made.source,))
    elif byline:
        yield from split_authors(byline)


def _day(text: str) -> str:
    """Return the day in a field with weekday and edition: "February 12, 1995, Sunday, Late Edition"."""
    dates = list(find_dates(text))
    if dates:
        return text[min(start for _, start, _ in dates) : max(end for _, _, end in dates)]
    month = month_at_end(text.strip())
    return month[0] if month else text
