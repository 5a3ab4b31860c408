"""Lists of references and bookmarks, which hold addresses and no texts: known, so that the reason says what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source

_KINDS: Final = (
    (re.compile(r"\s*<!DOCTYPE NETSCAPE-Bookmark-file-1>", re.IGNORECASE),
     "a list of bookmarks, which holds no texts: `import bookmarks` brings in titles, addresses and tags"),
    (re.compile(r"(?:\s|%[^\n]{0,500}\n)*@(?i:article|book|misc|online|inproceedings|incollection|techreport|comment)"
                r"\s*\{[^\s{}]{0,300},?\s*\n?\s*\w+\s*=\s*[{\"]"),
     "a list of references (BibTeX), which holds no texts: `import zotero` reads one exported as CSL JSON or CSV"),
    (re.compile(r"\s*\[InternetShortcut\]\s*\n(?:[^\n]{0,2000}\n){0,20}?URL=", re.IGNORECASE),
     "a shortcut to an address on the web, which holds no text: save the page itself"),
    (re.compile(r"\s*TY  - [A-Z]{2,12}\s*\n(?:[A-Z][A-Z0-9]  - [^\n]*\n){2}"),
     "a list of references (RIS), which holds no texts: `import zotero` reads one exported as CSL JSON or CSV"),
)  # fmt: skip


def matches(source: Source) -> bool:
    """Tell whether a file is such a list."""
    return bool(_reason(source))


def read(source: Source, _: Reading) -> Iterator[RawDocument]:
    """Raise the `DocumentError` that says what it is."""
    raise source.error(_reason(source))


def _reason(source: Source) -> str:
    text = source.text_head.replace("\r\n", "\n")
    return next((reason for pattern, reason in _KINDS if pattern.match(text)), "")
