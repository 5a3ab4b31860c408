"""JSON and JSON Lines: records read by the names people use for an article's parts.

JSON Lines are read one line at a time, in memory bounded by the longest line. A record that cannot be read is reported
and counted; the others go on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Final

from docs_store.errors import DocumentError
from docs_store.ledger import Skipped
from docs_store.reading.columns import ASK_FOR_MAP, listed, misfit
from docs_store.reading.fields import Fields, parts_in, scalars
from docs_store.reading.google_reader import plain_item
from docs_store.reading.json_decode import decode_json
from docs_store.reading.json_records import articles_within, records_in, tells, whole_before
from docs_store.reading.left_aside import LeftAside
from docs_store.reading.legacy import Legacy
from docs_store.reading.limits import begin_another
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.record import to_document
from docs_store.reading.simplenote import titled_note
from docs_store.reading.source import SIZE_LIMIT, Source, encoding_of
from docs_store.reading.stated_dates import day_first_in, is_ambiguous

_MOST_FIELDS: Final = 100
"""Names of fields that are gathered for a message."""
# A note may begin with "[[" (Obsidian) or "[ ]", and a text that a browser in the terminal has written with "[1]".
_OPENING = re.compile(rb'\s*(?:\{\s*["}]|\[\s*(?:\[\s*[\[{"\]]|[{"]|-?\d+\s*,\s*[-\d]|(?:-?\d+\s*)?\]\s*$|$))')
_NUMERIC_DATE = re.compile(rb"\"\s*\d\d?[/-]\d\d?[/-]\d")
_RECORD_LINE = re.compile(rb'(?m)^[ \t]*\{[ \t]*["}]')


def matches(source: Source) -> bool:
    """Tell whether a file is JSON or JSON Lines, be its first lines damaged."""
    head = _in_utf8(source)
    if _OPENING.match(head):
        return True
    lines = [line for line in head.splitlines()[:50] if line.strip()]
    return len(lines) > 1 and sum(bool(_RECORD_LINE.match(line)) for line in lines) > len(lines) / 2


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the records of a JSON or JSON Lines file.

    Raises `DocumentError` where JSON as a whole cannot be read, or no record has a field that the user has named: read
    by other fields, good articles might be replaced by others.
    """
    return (_lines if _is_lines(_in_utf8(source)) else _whole)(source, reading)


def _in_utf8(source: Source) -> bytes:
    return source.text_head.encode("utf-8", "replace")


def _is_lines(head: bytes) -> bool:
    """Tell JSON Lines from JSON: there each line is a whole record, and the next begins at the margin."""
    lines = [line.strip() for line in head.splitlines() if line.strip()]
    if not lines or lines[0].startswith(b"["):
        return False
    if lines[0].startswith(b"{"):
        return lines[0].endswith(b"}") or len(lines) == 1 or (lines[0][-1:] not in b"{[,:" and _later_records(lines))
    return _later_records(lines)


def _later_records(lines: list[bytes]) -> bool:
    return any(_RECORD_LINE.match(line) for line in lines[1:])


def _lines(source: Source, reading: Reading) -> Iterator[RawDocument]:
    # A line feed of UTF-16 is no byte 0x0A: such a file is read whole.
    is_by_bytes = encoding_of(source.head) in (None, "utf-8-sig")
    if reading.columns and is_by_bytes:
        _check_fields(source, _looked_over(source), reading)
        if source.stream.seekable():
            source.stream.seek(0)
    lines = source.lines() if is_by_bytes else _encoded(source.read_text())
    legacy = Legacy(source.head).decode
    order = _day_first(_in_head(source, legacy), reading.columns) if _NUMERIC_DATE.search(source.head) else None
    aside = LeftAside()
    for number, line in enumerate(lines, 1):
        place = f"{source.name}:{number}"
        if line is None:
            reading.report(Skipped(place, f"a line longer than {SIZE_LIMIT >> 20} MiB"))
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            is_all = number == 1 and not line.endswith(b"\n")
            yield from _line(line, place, reading, legacy, order, aside, is_all=is_all)
    _tell_aside(aside, source, reading)


def _looked_over(source: Source) -> Iterator[object]:
    """Yield the values of the lines as they come, those in the head alone where the file can be read but once."""
    is_whole = source.stream.seekable()
    lines = source.lines() if is_whole else iter(source.head.splitlines()[:-1] or [source.head])
    legacy = Legacy(source.head).decode
    for line in lines:
        begin_another()
        with suppress(DocumentError):
            yield from records_in(decode_json(line or b"null", source.name, legacy))[0]


def _in_head(source: Source, legacy: Callable[[bytes], str]) -> Iterator[object]:
    """Yield the values of the lines at a file's beginning, but for one that goes on past it."""
    for line in source.head.splitlines():
        with suppress(DocumentError):
            yield decode_json(line, source.name, legacy)


def _check_fields(source: Source, records: Iterable[object], reading: Reading) -> None:
    """Raise `DocumentError` where no record has a field that holds a part of an article, as the user says."""
    missing, there = set(reading.columns.values()), dict[str, None]()
    for record in records:
        if isinstance(record, dict):
            fields = Fields(record)
            missing = {name for name in missing if not fields.has(name)}
            there |= dict.fromkeys(map(str, record)) if len(there) < _MOST_FIELDS else {}
        if not missing:
            return
    if there:
        raise source.error(misfit("field", sorted(missing), there))


def _encoded(text: str) -> Iterator[bytes]:
    return (line.encode("utf-8", "surrogatepass") for line in text.split("\n"))


def _line(
    line: bytes,
    place: str,
    reading: Reading,
    legacy: Callable[[bytes], str],
    order: bool | None,
    aside: LeftAside,
    *,
    is_all: bool,
) -> Iterator[RawDocument]:
    """Yield the documents in a line; of one that is damaged those before the fault, where it `is_all` there is."""
    try:
        yield from _records(decode_json(line, place, legacy), place, reading, aside, order)
    except DocumentError as error:
        if is_all and (value := whole_before(error)):
            yield from _records(value, place, reading, aside, order)
        reading.report(Skipped(place, error.reason))


def _whole(source: Source, reading: Reading) -> Iterator[RawDocument]:
    fault: DocumentError | None = None
    try:
        value = decode_json(source.read(), source.name)
    except DocumentError as error:
        value, fault = whole_before(error), error
    if value == []:
        raise fault or source.error("no record in it")
    if reading.columns:
        _check_fields(source, records_in(value)[0], reading)
    aside = LeftAside()
    yield from _records(value, source.name, reading, aside)
    _tell_aside(aside, source, reading)
    if fault is not None:
        raise fault


def _tell_aside(aside: LeftAside, source: Source, reading: Reading) -> None:
    if "text" not in reading.columns and (hint := aside.hint()):
        reading.report(Skipped(source.name, hint, is_hint=True))


def _records(
    value: object, place: str, reading: Reading, aside: LeftAside, order: bool | None = None
) -> Iterator[RawDocument]:
    """Yield the documents in `value`: a record, a list of records, or an object that holds such a list."""
    items, holder = records_in(value)
    if not items:
        reading.report(Skipped(place, "an empty list, no record"))
    if order is None and len(items) > 1 and any(map(_has_ambiguous_date, items)):
        order = _day_first(items, reading.columns)
    for number, item in enumerate(items, 1):
        item = titled_note(plain_item(item)) if isinstance(item, dict) else item
        raw = to_document(item, reading.columns, day_first=order) if isinstance(item, dict) else None
        if not tells(raw) and (inner := list(articles_within(item))):
            yield from _records(inner, place, reading, aside)
            continue
        if raw is not None and isinstance(item, dict):
            aside.take(item, raw)
            yield raw if raw.source or not holder else replace(raw, source=holder)
            continue
        where = f"{place}:{number}" if len(items) > 1 else place
        reading.report(Skipped(where, _why_not(item)))


def _day_first(records: Iterable[object], columns: Mapping[str, str]) -> bool | None:
    """Return whether the day comes first in the dates of records, by those that show it."""
    fields = (Fields(each, columns) for each in records if isinstance(each, dict))
    return day_first_in(held for each in fields for value in each.values("date") for held in scalars(value))


def _has_ambiguous_date(record: object) -> bool:
    return isinstance(record, dict) and any(map(is_ambiguous, record.values()))


def _why_not(item: object) -> str:
    if not isinstance(item, dict):
        return "no record but a bare value"
    names = [name for name in item if isinstance(name, str)]
    if not names or parts_in(names) & {"title", "text", "summary"}:
        return "a record without title or text"
    return f"a record without title or text; its fields are {listed(names)}: {ASK_FOR_MAP}"
