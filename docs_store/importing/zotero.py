"""Zotero: its data folder (`zotero.sqlite` and `storage/`), or a library exported as CSL JSON, Zotero's JSON or CSV."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from docs_store.importing.documents import Told
from docs_store.importing.export import Export, open_export
from docs_store.importing.tables import rows
from docs_store.importing.values import Item, json_items, web_address
from docs_store.local.foreign import ForeignDatabase
from docs_store.marks import Highlight, Marks
from docs_store.reading.fields import unmarked

_DATABASE: Final = "zotero.sqlite"
_NO_ARTICLES: Final = ("note", "annotation", "attachment")
_TITLES: Final = ("title", "caseName", "nameOfAct", "subject", "shortTitle")
_SOURCES: Final = ("publicationTitle", "websiteTitle", "blogTitle", "forumTitle", "bookTitle", "proceedingsTitle",
                   "encyclopediaTitle", "dictionaryTitle", "university", "publisher")  # fmt: skip
_READABLE: Final = ("text/html", "application/xhtml+xml", "application/pdf", "text/plain", "application/epub+zip")
_STORED = re.compile(r"storage:([^/\\]+)")

_ITEMS: Final = """
SELECT item.itemID AS number, item.key, item.dateAdded AS added, type.typeName AS type
FROM items AS item JOIN itemTypes AS type USING (itemTypeID)
WHERE item.itemID NOT IN (SELECT itemID FROM deletedItems) ORDER BY item.itemID"""
_FIELDS: Final = """
SELECT field.fieldName AS name, stored.value FROM itemData AS data
JOIN fields AS field USING (fieldID) JOIN itemDataValues AS stored USING (valueID) WHERE data.itemID = ?"""
_CREATORS: Final = """
SELECT creator.firstName AS first, creator.lastName AS last FROM itemCreators AS made
JOIN creators AS creator USING (creatorID) WHERE made.itemID = ? ORDER BY made.orderIndex"""
_TAGS: Final = "SELECT tag.name FROM itemTags JOIN tags AS tag USING (tagID) WHERE itemID = ? ORDER BY tag.name"
_ATTACHED: Final = """
SELECT item.itemID AS number, item.key, attached.path, attached.contentType AS kind
FROM itemAttachments AS attached JOIN items AS item USING (itemID)
WHERE (attached.parentItemID = ? OR item.itemID = ?) AND item.itemID NOT IN (SELECT itemID FROM deletedItems)
ORDER BY attached.contentType <> 'text/html', item.itemID"""
_NOTES: Final = "SELECT note FROM itemNotes WHERE parentItemID = ? ORDER BY itemID"
_ANNOTATIONS: Final = "SELECT text, comment FROM itemAnnotations WHERE parentItemID = ? ORDER BY itemID"
_STANDALONE: Final = "SELECT 1 FROM itemAttachments WHERE itemID = ? AND parentItemID IS NULL"


def read(export: Export) -> Iterator[Told]:
    """Yield the items, those of the database with the text of a snapshot or a file that is stored with them."""
    if export.folder is None and export.path.suffix == ".sqlite":
        with open_export(export.path.parent, export.report) as folder:
            yield from _from_database(folder, export.path.name)
    elif _DATABASE in export.names:
        yield from _from_database(export, _DATABASE)
    elif tables := export.named(".csv"):
        for name in tables:
            for item in rows(export, name, ("key", "itemtype", "title")):
                yield _row(item, name)
    elif lists := export.named(".json"):
        for name in lists:
            yield from _from_json(export, name)
    else:
        raise export.error(f"neither {_DATABASE} nor an export as JSON or CSV")


# ---------------------------------------------------------------------------------------------- the database


def _from_database(export: Export, name: str) -> Iterator[Told]:
    with ForeignDatabase(export.path / name) as database:
        if not {"items", "itemData", "itemAttachments", "deletedItems"} <= set(database.tables):
            raise export.error("a database, but not Zotero's")
        has_annotations = "itemAnnotations" in database.tables
        feeds: frozenset[int] = frozenset()
        if "feedItems" in database.tables:  # what a feed offers is not in the library
            feeds = frozenset(row["itemid"] for row in database.rows("SELECT itemID FROM feedItems"))
        for row in database.rows(_ITEMS):
            number = row["number"]
            if number in feeds or (row["type"] in _NO_ARTICLES and not any(database.rows(_STANDALONE, (number,)))):
                continue
            attached = list(database.rows(_ATTACHED, (number, number)))
            highlights = [Highlight(note=_words(note["note"])) for note in database.rows(_NOTES, (number,))]
            for each in attached if has_annotations else ():
                found = database.rows(_ANNOTATIONS, (each["number"],))
                highlights += [Highlight(str(note["text"] or ""), str(note["comment"] or "")) for note in found]
            told = _stored(row, database)
            marks = replace(told.marks, highlights=tuple(highlights))
            yield replace(told, marks=marks, files=list(_files(attached, export)))


def _stored(row: Mapping[str, Any], database: ForeignDatabase) -> Told:
    number = row["number"]
    fields = {each["name"]: str(each["value"]) for each in database.rows(_FIELDS, (number,))}
    names = (f"{each['first'] or ''} {each['last'] or ''}".strip() for each in database.rows(_CREATORS, (number,)))
    return Told(
        url=web_address(fields.get("url", "")),
        identifier=str(row["key"]),
        title=next((fields[name] for name in _TITLES if fields.get(name)), ""),
        summary=fields.get("abstractNote", ""),
        authors=tuple(filter(None, names)),
        published=_date(fields.get("date", "")),
        source=next((fields[name] for name in _SOURCES if fields.get(name)), ""),
        language=fields.get("language", ""),
        marks=Marks(
            saved=Item(row).moment("added"),
            tags=tuple(str(tag["name"]) for tag in database.rows(_TAGS, (number,))),
        ),
        place=str(row["key"]),
    )


def _files(attached: list[Mapping[str, Any]], export: Export) -> Iterator[str]:
    """Yield the files stored with an item that can be read. What is only linked lies outside, and stays there."""
    for each in attached:
        stored = _STORED.fullmatch(str(each["path"] or ""))
        name = f"storage/{each['key']}/{stored[1]}" if stored else ""
        if each["kind"] in _READABLE and name in export.names:
            yield name


def _date(text: str) -> str:
    """Return the date in a field that holds it twice, sortable and as it was typed: "2019-05-00 May 2019"."""
    return text[:10].replace("-00", "") if re.match(r"\d{4}-\d\d-\d\d(?: |$)", text) else text


def _words(note: object) -> str:
    return " ".join(unmarked(str(note or "")).split())


# ---------------------------------------------------------------------------------------------- exports


def _row(item: Item, place: str) -> Told:
    return Told(
        url=item.url("url"),
        identifier=item.text("key"),
        title=item.text("title"),
        summary=item.text("abstractnote"),
        authors=item.names("author", apart=";"),
        published=item.text("date", "publicationyear"),
        source=item.text("publicationtitle", "publisher"),
        language=item.text("language"),
        marks=Marks(
            saved=item.moment("dateadded"),
            tags=(*item.names("manualtags", apart=";"), *item.names("automatictags", apart=";")),
            highlights=tuple(Highlight(note=_words(note)) for note in [item.text("notes")] if note),
        ),
        place=place,
    )


def _from_json(export: Export, name: str) -> Iterator[Told]:
    with export.source(name) as source:
        for value in json_items(source):
            item = Item(value)
            held = list(item.entries("items"))
            for each in held or [item]:
                inner = each.value("data")  # as Zotero's web API wraps it
                each = Item(inner) if isinstance(inner, Mapping) else each
                if each.text("itemtype") not in _NO_ARTICLES:
                    yield _record(each, name)


def _record(item: Item, place: str) -> Told:
    """Return what a record tells: of CSL JSON (`author`, `issued`), or of Zotero's own (`creators`, `date`)."""
    creators = (*item.items("author"), *item.items("creators"))
    names = (each.text("literal", "name") or " ".join(_name(each)) for each in creators)
    issued = Item(item.value("issued"))
    parts = issued.value("dateparts")
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    return Told(
        url=item.url("url"),
        identifier=item.identifier("key", "itemkey", "id"),
        title=item.text("title"),
        summary=item.text("abstract", "abstractnote"),
        authors=tuple(filter(None, map(str.strip, names))),
        published="-".join(f"{part:0>2}" for part in map(str, first[:3])) or item.text("date") or issued.text("raw"),
        source=item.text("containertitle", *(each.lower() for each in _SOURCES)),
        language=item.text("language"),
        marks=Marks(
            saved=item.moment("dateadded"),
            tags=item.names("tags") or item.names("keyword", apart=",;"),
            highlights=tuple(Highlight(note=_words(each.text("note"))) for each in item.items("notes")),
        ),
        place=place,
    )


def _name(creator: Item) -> tuple[str, str]:
    return creator.text("given", "firstname"), creator.text("family", "lastname")
