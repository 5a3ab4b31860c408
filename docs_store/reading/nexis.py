"""Articles exported from Nexis Uni and the newer Nexis, which gives Word documents, RTF and PDF: here their text.

Headline, paper and day stand over the fields ("Section:", "Length:", "Byline:"), "Body" before the text, and after it
"Graphic", "Classification" and the day of loading; each article ends with "End of Document".
"""

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

_BODY = re.compile(r"^[ \t]*Body[ \t]*$", re.MULTILINE)
_SURE = re.compile(r"^[ \t]*(?:Length:[ \t]*[\d,.]+ words|Load-Date:[ \t])", re.MULTILINE)
_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)
_PARTED = re.compile(r"\n[ \t]*\n")
_FIELD = re.compile(
    r"(?P<name>Section|Length|Byline|Dateline|Headline|Highlight|Series|Column|Edition|Load-Date|Correction-Date|"
    r"Language|Publication-Type|Journal Code|Subject|Company|Organization|Ticker|Industry|Person|Geographic|URL|ISSN)"
    r":[ \t]*(?P<value>.*)",
    re.DOTALL,
)
_RIGHTS = re.compile(r"(?i)copyright\b|©|\(c\) ?\d|all rights reserved")
_AFTER: Final = ("Graphic", "Classification", "Notes", "Correction")
"""What stands alone over the parts after the text."""


def matches(source: Source) -> bool:
    """Tell whether a text has the fields of such an article."""
    text = source.text_head.replace("\r\n", "\n")
    return _BODY.search(text) is not None and _SURE.search(text) is not None


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the articles; one without text is reported."""
    parts = _END.split(source.read_text().replace("\r\n", "\n"))
    for number, part in enumerate(parts, 1):
        groups = [group.strip() for group in _PARTED.split(part) if group.strip()]
        raw = _document(groups)
        if raw is not None:
            yield raw
        elif groups and number < len(parts):  # after the last one there may be a line of the program's own
            reading.report(Skipped(source.name, f"document {number}: no text in it"))


def _document(groups: Sequence[str]) -> RawDocument | None:
    begin = next((at for at, group in enumerate(groups) if _BODY.fullmatch(group)), None)
    if begin is None:
        return None
    fields: dict[str, str] = {}
    over: list[str] = []
    for group in groups[:begin]:
        if found := _FIELD.fullmatch(group):
            fields.setdefault(found["name"], " ".join(found["value"].split()))
        elif not fields and not _RIGHTS.match(group):
            over += [" ".join(line.split()) for line in group.split("\n") if line.strip()]
    body: list[str] = []
    graphics: list[str] = []
    part = ""
    for group in groups[begin + 1 :]:
        if group in _AFTER:
            part = group
        elif (found := _FIELD.fullmatch(group)) and (part == "Classification" or found["name"] == "Load-Date"):
            fields.setdefault(found["name"], " ".join(found["value"].split()))
        elif part != "Classification":
            (graphics if part == "Graphic" else body).append(group)
    day = next((at for at in range(len(over) - 1, -1, -1) if any(find_dates(over[at])) or month_at_end(over[at])), None)
    text = "\n\n".join(body)
    return exported(
        {
            "title": fields.get("Headline") or (over[day - 2] if day is not None and day > 1 else "".join(over[:1])),
            "summary": fields.get("Highlight", ""),
            "byline": fields.get("Byline", ""),
            "date": over[day] if day is not None else "",
            "source": over[day - 1] if day else "",
            "tags": fields.get("Section", "").partition(";")[0],
        },
        f"{fields['Dateline'].rstrip(' .:')} — {text}" if fields.get("Dateline") and text else text,
        captions=tuple(graphics),
    )
