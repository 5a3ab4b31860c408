"""Values as other programs write them: addresses, moments, yes and no, lists of tags, items of a long JSON array."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Final

from docs_store.reading.columns import plain_name
from docs_store.reading.dates import parse_time
from docs_store.reading.json_decode import decode_json
from docs_store.reading.legacy import Legacy
from docs_store.reading.source import SIZE_LIMIT, Source

_CHUNK: Final = 2**18
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_SECONDS = re.compile(r"\s*\d{1,16}(?:\.\d{1,9})?\s*")
_MARK = re.compile(rb'[\[{]|[\]}]|"')
_IN_STRING = re.compile(rb'\\.|"', re.DOTALL)


class Item:
    """One record of an export, its fields by their plain names: `is_archived` and `IsArchived` are one."""

    def __init__(self, fields: object) -> None:
        """Take the fields of a record; what is no record has none."""
        named = fields.items() if isinstance(fields, Mapping) else ()
        self._fields = {plain_name(name): value for name, value in named if isinstance(name, str)}

    def value(self, *names: str) -> object:
        """Return the first of the fields that holds something, else None."""
        return next((value for name in names if (value := self._fields.get(name)) not in (None, "", [], {})), None)

    def text(self, *names: str) -> str:
        """Return the first of the fields that is a text, "" where none is."""
        return next((value.strip() for name in names if isinstance(value := self._fields.get(name), str) and value), "")

    def identifier(self, *names: str) -> str:
        """Return an id, which may be a number."""
        value = self.value(*names)
        is_number = isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**18
        return str(value) if is_number else self.text(*names)

    def url(self, *names: str) -> str:
        """Return the first of the fields that is an address on the web, "" where none is."""
        return next((url for name in names if (url := web_address(self.text(name)))), "")

    def moment(self, *names: str) -> dt.datetime | None:
        """Return the first of the fields that tells a moment."""
        for name in names:
            value = self._fields.get(name)
            if isinstance(value, (str, int, float)) and not isinstance(value, bool) and value:
                found = parse_time(float(value) if isinstance(value, str) and _SECONDS.fullmatch(value) else value)
                if found is not None:
                    return found
        return None

    def yes(self, *names: str) -> bool | None:
        """Return the first of the fields that says yes or no (true, 1, "1"), None where none does."""
        for name in names:
            value = self._fields.get(name)
            if isinstance(value, (bool, int, float)):
                return bool(value)
            if isinstance(value, str) and value.strip().lower() in _SAID:
                return _SAID[value.strip().lower()]
        return None

    def names(self, *names: str, apart: str = "") -> tuple[str, ...]:
        """Return a list of names: of texts, of records with a name or label, or one text parted at any of `apart`."""
        value = self.value(*names)
        if isinstance(value, str):
            return tuple(filter(None, map(str.strip, re.split(f"[{re.escape(apart)}]", value) if apart else [value])))
        found = []
        for each in value if isinstance(value, list) else ():
            if isinstance(each, str):
                found.append(each.strip())
            elif isinstance(each, Mapping):
                found.append(Item(each).text("name", "label", "tag", "title"))
        return tuple(filter(None, found))

    def items(self, name: str) -> Iterator[Item]:
        """Yield the records in a list."""
        return (item for item in self.entries(name) if item)

    def entries(self, name: str) -> Iterator[Item]:
        """Yield what is in a list; what is no record has no fields, and is reported for it."""
        value = self._fields.get(name)
        return map(Item, value if isinstance(value, list) else ())

    def __bool__(self) -> bool:
        """Tell whether it has fields."""
        return bool(self._fields)


_SAID: Final = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}


def web_address(text: str) -> str:
    """Return `text` where it is an address on the web, else ""."""
    text = text.strip()
    return text if _ADDRESS.fullmatch(text) else ""


def json_items(source: Source) -> Iterator[object]:
    """Yield the items of a JSON array, one at a time: whole libraries are exported as one. Other JSON is one item.

    Raises `DocumentError` where it is damaged, when what is whole before that has been yielded.
    """
    if not source.head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"["):
        yield decode_json(source.read(), source.name)
        return
    legacy = Legacy(source.head).decode
    for item in _split(source):
        yield decode_json(item, source.name, legacy)


def _split(source: Source) -> Iterator[bytes]:
    """Yield what stands between the commas of the outermost array: braces are counted, strings stepped over.

    In place of bare values, which are no items, comes one null.
    """
    data, at, begin, depth, in_string, is_bare = b"", 0, 0, 0, False, False
    while chunk := source.stream.read(max(_CHUNK, len(data) - begin)):  # a long item is copied a few times only
        data, at, begin = data[begin:] + chunk, at - begin, 0
        if len(data) > SIZE_LIMIT:
            raise source.error(f"an item of more than {SIZE_LIMIT >> 20} MiB in it")
        while match := (_IN_STRING if in_string else _MARK).search(data, at):
            at = match.end()
            mark = match[0]
            if in_string:
                in_string = mark != b'"'
            elif mark == b'"':
                in_string = True
            elif mark in b"[{":
                depth += 1
                if depth == 1:
                    begin = at
                elif depth == 2:
                    if is_bare or _is_bare(data[begin : match.start()]):
                        yield b"null"
                    begin, is_bare = match.start(), False
            else:
                depth -= 1
                if depth == 1:
                    yield data[begin:at]
                    begin = at
                elif depth <= 0:
                    if is_bare or _is_bare(data[begin : match.start()]):
                        yield b"null"
                    return
        # A backslash at the end belongs to what comes next.
        at = len(data) - 1 if in_string and data.endswith(b"\\") and at < len(data) else len(data)
        is_bare = is_bare or (depth == 1 and _is_bare(data[begin:at]))
        begin = begin if depth > 1 else at
    raise source.error("cut short: the list in it has no end")


def _is_bare(between: bytes) -> bool:
    """Tell whether there is more between two items than a comma."""
    return bool(between.strip(b", \t\r\n"))
