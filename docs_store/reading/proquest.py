"""Articles exported from ProQuest as text: between lines of underscores, fields by their names, "Full text:" one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from docs_store.ledger import Skipped
from docs_store.reading.exported_text import exported
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source

_RULE = re.compile(r"^[ \t]*_{20,}[ \t]*$", re.MULTILINE)
_SIGNS = re.compile(
    r"^(?:Full text|Publication (?:title|info)|ProQuest document ID|Document URL):|^Report Information from ProQuest",
    re.MULTILINE,
)
_LEAST: Final = 2
"""Different signs in a file's beginning."""
_FIELD = re.compile(
    r"(?P<name>Author|Publication info|Abstract|Links|Full text|Subject|Location|People|Company / organization|"
    r"Classification|Identifier / keyword|Title|Alternate title|Publication title|Volume|Issue|Pages|First page|"
    r"Number of pages|Publication year|Publication date|Year|Section|Publisher|Place of publication|"
    r"Country of publication|Publication subject|ISSN|e-ISSN|Source type|Language of publication|Document type|"
    r"Document feature|ProQuest document ID|Document URL|Copyright|Last updated|Database|Word count|Dateline|Column|"
    r"Edition|Source attribution|CODEN|DOI|Series title|Supplement): ?(?P<value>.*)",
    re.DOTALL,
)
_CAPTION = re.compile(r"(?:CAPTION|Caption|Photo(?:graph)?|Illustration):?\s+(?P<text>.*)", re.DOTALL)
_PARTED = re.compile(r"\n\s*\n")
_NUMBER = re.compile(r"Document \d+ of \d+")
_PRINTED = re.compile(r"\]?\.?\s*(?P<day>\d{1,2} \w{3,9} \d{4})")


def matches(source: Source) -> bool:
    """Tell whether a text has ProQuest's rules and fields."""
    text = source.text_head.replace("\r\n", "\n")
    return _RULE.search(text) is not None and len(set(_SIGNS.findall(text))) >= _LEAST


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the articles; one without text is reported."""
    for part in _RULE.split(source.read_text().replace("\r\n", "\n")):
        groups = [group.strip() for group in _PARTED.split(part) if group.strip()]
        fields, named = _fields(groups)
        if not named:  # what stands before and after the documents
            continue
        raw = _document(fields)
        if raw is None:
            reading.report(Skipped(source.name, f"{fields.get('Title') or 'a document'}: no text in it"))
        else:
            yield raw


def _fields(groups: Sequence[str]) -> tuple[dict[str, str], int]:
    """Return the fields of a document, and how many it names; its headline stands before them."""
    fields: dict[str, str] = {}
    named = 0
    for group in groups:
        found = _FIELD.fullmatch(group)
        if found:
            named += 1
            fields.setdefault(found["name"], found["value"].strip())
        elif "Full text" in fields:
            fields["Full text"] = f"{fields['Full text']}\n\n{group}".strip()
        elif not named and not _NUMBER.fullmatch(group):
            fields.setdefault("Headline", " ".join(group.split()))
    return fields, named


def _document(fields: dict[str, str]) -> RawDocument | None:
    paper, _, place = (fields.get("Publication title") or fields.get("Publication info", "")).partition(";")
    printed = _PRINTED.search(fields.get("Publication info", "") or place)
    parts = _PARTED.split(fields.get("Full text", ""))
    captions = [found["text"] for part in parts if (found := _CAPTION.fullmatch(part.strip()))]
    authors = [_name(each) for each in fields.get("Author", "").split(";") if each.strip()]
    return exported(
        {
            "id": fields.get("ProQuest document ID", ""),
            "title": fields.get("Title") or fields.get("Headline", ""),
            "summary": fields.get("Abstract", ""),
            "byline": " and ".join(authors),
            "date": fields.get("Publication date") or (printed["day"] if printed else fields.get("Year", "")),
            "source": paper.strip(),
            "tags": fields.get("Section", ""),
            "language": fields.get("Language of publication", ""),
        },
        "\n\n".join(part for part in parts if not _CAPTION.fullmatch(part.strip())),
        captions=tuple(captions),
    )


def _name(text: str) -> str:
    """Return a name that begins with the family's as it is said."""
    family, comma, given = " ".join(text.split()).partition(", ")
    return f"{given} {family}" if comma and "," not in given else " ".join(text.split())
