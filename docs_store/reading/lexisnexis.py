"""Articles exported from LexisNexis as text: "1 of 20 DOCUMENTS", paper, day and headline, fields in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from docs_store.ledger import Skipped
from docs_store.reading.dates import find_dates, month_at_end
from docs_store.reading.exported_text import exported
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source

_BEGINS = re.compile(
    r"^[ \t\f]*(?:Document )?\d{1,6} (?:of|von|de|sur) \d{1,6}(?: DOCUMENT(?:S|OS)?)?[ \t]*$", re.MULTILINE
)
_SURE = re.compile(
    r"^[ \t\f]*\d{1,6} of \d{1,6} DOCUMENTS?[ \t]*$|^(?:LOAD-DATE|PUBLICATION-TYPE|PUB-TYPE): ", re.MULTILINE
)
_OVER: Final = "SECTION|LENGTH|BYLINE|DATELINE|HEADLINE|HIGHLIGHT|SERIES|COLUMN|EDITION|SOURCE"
_UNDER: Final = (
    "LOAD-DATE|LANGUAGE|PUB-TYPE|PUBLICATION-TYPE|GRAPHIC|GRAPHICS|SUBJECT|TYPE|JOURNAL-CODE|COPYRIGHT|"
    "DISTRIBUTION|ORGANIZATION|COMPANY|TICKER|INDUSTRY|PERSON|GEOGRAPHIC|CITY|STATE|COUNTRY|NAME|CORRECTION-DATE|"
    "DOCUMENT-TYPE|ACC-NO|URL|ISSN"
)
_FIELD = re.compile(rf"(?P<name>{_OVER}|{_UNDER}|BODY):(?:[ \t]+(?P<value>\S.*))?[ \t]*")
_PARTED = re.compile(rf"\n[ \t\f]*\n|\n(?=(?:{_OVER}|{_UNDER}|BODY):)")
_IS_UNDER = re.compile(_UNDER)
_LENGTH = re.compile(r"^(?:LENGTH|BYLINE|SECTION|HEADLINE|BODY):", re.MULTILINE)
_RIGHTS = re.compile(r"(?i)\s*(?:copyright\b|©|\(c\) ?\d|all rights reserved)")


def matches(source: Source) -> bool:
    """Tell whether a text begins with the number of a document among those exported, and has their fields."""
    text = source.text_head.replace("\r\n", "\n").lstrip()
    first = _BEGINS.match(text)
    return first is not None and _SURE.search(text) is not None and _LENGTH.search(text) is not None


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the articles; one without headline and text is reported."""
    text = source.read_text().replace("\r\n", "\n")
    for number, part in enumerate(_BEGINS.split(text)[1:], 1):
        raw = _document(_groups(part))
        if raw is None:
            reading.report(Skipped(source.name, f"document {number}: no text in it"))
        else:
            yield raw


def _groups(text: str) -> list[str]:
    """Return the stretches of lines that blank lines part, and fields."""
    return [group.strip("\n") for group in _PARTED.split(text) if group.strip()]


def _document(groups: Sequence[str]) -> RawDocument | None:
    fields: dict[str, str] = {}
    over: list[str] = []
    body: list[str] = []
    is_under = False
    for group in groups:
        found = _FIELD.match(group)
        if found and found["name"] == "BODY":
            body.append(group[found.start("value") :] if found["value"] else group[found.end() :])
        elif found and (not body or _IS_UNDER.fullmatch(found["name"])):
            is_under = is_under or (bool(body) and found["name"] != "GRAPHIC")
            fields.setdefault(found["name"], " ".join(group[found.end("name") + 1 :].split()))
        elif _RIGHTS.match(group) and (is_under or not body):
            over += [" ".join(line.split()) for line in group.splitlines()[1:] if not _RIGHTS.match(line)]
        elif fields or body:
            body.append(group)
        else:
            over.append(" ".join(group.split()))
    return _made(fields, over, "\n\n".join(body))


def _made(fields: dict[str, str], over: list[str], body: str) -> RawDocument | None:
    """Return the document, its paper, day and headline told apart: they stand over the fields in that order."""
    day = next((at for at, text in enumerate(over) if any(find_dates(text)) or month_at_end(text)), len(over))
    graphic = fields.get("GRAPHIC") or fields.get("GRAPHICS", "")
    return exported(
        {
            "title": fields.get("HEADLINE") or " ".join(over[day + 1 :]),
            "summary": fields.get("HIGHLIGHT", ""),
            "byline": fields.get("BYLINE", ""),
            "date": over[day] if day < len(over) else "",
            "source": fields.get("SOURCE") or " ".join(over[:day]),
            "tags": fields.get("SECTION", "").partition(";")[0],
        },
        f"{fields['DATELINE'].rstrip(' .:')} — {body}" if fields.get("DATELINE") and body else body,
        captions=(graphic,) if graphic else (),
    )
