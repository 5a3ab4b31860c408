"""Articles exported from Factiva as text: fields of two letters, a headline, a leading paragraph and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from docs_store.ledger import Skipped
from docs_store.reading.exported_text import exported
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source

_CODES: Final = (
    "SE|CLM|HD|CR|BY|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN|ART|DE|CX|GC|RBB|TN"
)
_FIELD = re.compile(rf"(?P<code>{_CODES})(?:[ \t]{{2,}}|\t|[ \t]*$)(?P<value>.*)")
_HEADLINE = re.compile(r"^HD(?:[ \t]{2,}\S|[ \t]*$)", re.MULTILINE)
_OTHERS = re.compile(r"^(?:PD|SN|LP|TD|AN|WC)(?:[ \t]{2,}|[ \t]*$)", re.MULTILINE)
_LEAST: Final = 3
"""Other fields of an article that are in a file's beginning."""
_BEGINS: Final = ("SE", "CLM", "HD")
_DOCUMENT = re.compile(r"^Document\s+")


def matches(source: Source) -> bool:
    """Tell whether a text has the fields of Factiva at its lines' beginnings."""
    text = source.text_head.replace("\r\n", "\n")
    return _HEADLINE.search(text) is not None and len(set(_OTHERS.findall(text))) >= _LEAST


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the articles; one without headline and text is reported."""
    for number, fields in enumerate(_articles(source.read_text().splitlines()), 1):
        raw = document(fields)
        if raw is None:
            reading.report(Skipped(source.name, f"article {number}: no text in it"))
        else:
            yield raw


def _articles(lines: Iterable[str]) -> Iterator[dict[str, str]]:
    """Yield the fields of each article: it ends with its number (AN), or where another's headline begins."""
    fields: dict[str, str] = {}
    code = ""
    for line in lines:
        found = _FIELD.fullmatch(line)
        if found is None:
            if code:
                fields[code] += f"\n{line}"
            continue
        code = found["code"]
        if "AN" in fields or (code in fields and code in _BEGINS):
            yield fields
            fields = {}
        fields[code] = f"{fields[code]}\n\n{found['value']}" if code in fields else found["value"]
    if fields:
        yield fields


def is_code(text: str) -> bool:
    """Tell whether a text is the code of a field."""
    return text in _CODES.split("|")


def document(fields: dict[str, str]) -> RawDocument | None:
    """Return the article of these fields, by their codes; None where nothing is in it."""
    plain = {code: " ".join(value.split()) for code, value in fields.items()}
    subjects = (part.partition(":")[2] or part for part in plain.get("NS", "").split("|"))
    return exported(
        {
            "id": _DOCUMENT.sub("", plain.get("AN", "")),
            "title": plain.get("HD", ""),
            "byline": plain.get("BY", ""),
            "date": plain.get("PD", ""),
            "source": plain.get("SN", ""),
            "tags": ";".join(filter(None, (plain.get("SE", ""), *map(str.strip, subjects)))),
        },
        "\n\n".join(filter(None, (fields.get(code, "").strip() for code in ("LP", "TD", "CR", "CT", "RF")))),
        captions=(plain["ART"],) if plain.get("ART") else (),
    )
