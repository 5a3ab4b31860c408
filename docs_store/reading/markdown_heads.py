"""What programs write over a Markdown text where others have front matter: Notion, Logseq, Readwise, Jina's reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from docs_store.reading.fields import Record, parts_in

_HEADING: Final = r"(?:\s*# [^\n]{1,500}\n)?"
_PAIR: Final = r"[^\W\d_][\w /()-]{0,40}: [^\n]{1,5000}"
_TELLING: Final = frozenset(("url", "author", "date", "tags", "source"))

_NOTION = re.compile(rf"(?P<above>\s*# [^\n]{{1,500}}\n\s*\n)(?P<pairs>(?:{_PAIR}\n){{2,60}})(?=\s*\n|\Z)")
"""A database's columns under the headline, a line each."""
_LOGSEQ = re.compile(r"(?P<pairs>(?:(?:- |  )?[^\W\d_][\w/.-]{0,40}:: ?[^\n]{0,5000}\n){1,60})")
_LOGSEQS_OWN = re.compile(
    r"(?m)^\s*(?:id|collapsed|heading|background-color|(?:created|updated)-at|ls-type|(?:logseq|hl)[.-][\w.-]{1,40})"
    r":: ?.*\n?"
)
"""What Logseq notes of a block, and no words."""
_JINAS_URL: Final = "URL Source"
_JINA = re.compile(
    rf"\s*(?P<pairs>Title: [^\n]{{0,5000}}\n\s*{_JINAS_URL}: [^\n]{{1,5000}}\n(?:\s*{_PAIR}\n){{0,20}})"
    r"\s*Markdown Content:[ \t]*\n"
)
_JINAS_PICTURE = re.compile(r"!\[Image \d{1,4}(?:: )?")
_READWISE = re.compile(
    rf"(?P<above>{_HEADING})\s*(?:!\[rw-book-cover\]\([^\n()]{{0,2000}}\)\s*)?#{{1,3}} Metadata[ \t]*\n"
    rf"(?P<pairs>(?:- {_PAIR}\n){{1,60}})"
)
READWISE_ENDS = re.compile(
    r" ?\(\[(?:View Highlight|Location \d{1,9})\]\([^\n()]{0,2000}\)\)|[ \t]*\^rw\d{1,20}(?=\n|\Z)"
)
"""What stands behind a highlight: where it leads to, and its mark."""
_FULL_TITLE: Final = "Full Title"
_TAG_MARKS = re.compile(r"\]\]\s*\[\[|(?<=\S)\s+#")


def split_head(text: str) -> tuple[Record, str]:
    """Return the fields in the head of such a text, none where it has no head, and the text without it."""
    for pattern, fields_of, own, put in _HEADS:
        head = pattern.match(text)
        fields = fields_of(head["pairs"]) if head else {}
        if head and fields:
            above = "" if "title" in fields else head.groupdict().get("above", "")
            return fields, above + own.sub(put, text[head.end() :])
    return {}, text


def has_head(text: str) -> bool:
    """Tell whether a text is Markdown by its head alone, whatever it is called."""
    return _JINA.match(text) is not None or _READWISE.match(text) is not None


def readwise_head(text: str) -> tuple[Record, str]:
    """Return the fields in the head of a note of Readwise's, none where it is another, and the text below them."""
    head = _READWISE.match(text)
    return (_metadata(head["pairs"]), text[head.end() :]) if head else ({}, text)


def _pairs(text: str, sign: str = ":") -> dict[str, object]:
    lines = (line.strip().removeprefix("- ").partition(sign) for line in text.splitlines())
    return {name.strip(): value.strip() for name, _, value in lines if value.strip()}


def _crawled(text: str) -> dict[str, object]:
    fields = _pairs(text)
    return {"url": fields.pop(_JINAS_URL), "title": fields.pop("Title", "")} | fields


def _columns(text: str) -> dict[str, object]:
    """Return the columns of a database, where they tell something of an article: else it is text with colons."""
    fields = _pairs(text)
    return fields if parts_in(fields) & _TELLING else {}


def _properties(text: str) -> dict[str, object]:
    return _pairs(text, "::")


def _metadata(text: str) -> dict[str, object]:
    fields = _pairs(text)
    title = fields.pop(_FULL_TITLE, None)
    tags = str(fields.pop("Document Tags", "") or fields.pop("Tags", ""))
    fields.pop("Category", None)  # of Readwise's own shelves
    names = [tag for part in _TAG_MARKS.split(tags) if (tag := part.strip("[]# "))]
    return fields | ({"title": title} if title else {}) | ({"tags": names} if names else {})


_NEVER = re.compile(r"(?!)")
_HEADS: Final[tuple[tuple[re.Pattern[str], Callable[[str], dict[str, object]], re.Pattern[str], str], ...]] = (
    (_JINA, _crawled, _JINAS_PICTURE, "!["),
    (_READWISE, _metadata, READWISE_ENDS, ""),
    (_LOGSEQ, _properties, _LOGSEQS_OWN, ""),
    (_NOTION, _columns, _NEVER, ""),
)
"""How each head looks, the fields in it, and what of the text below is the program's own, with what to put there."""
