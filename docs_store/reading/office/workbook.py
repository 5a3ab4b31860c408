"""Workbooks of spreadsheets (XLSX, ODS): each sheet is read as a table in CSV is. Formulas have their values."""

from __future__ import annotations

import csv
import datetime as dt
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING, Final

from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import SIZE_LIMIT, Source
from docs_store.reading.xml_stream import elements
from docs_store.reading.xml_tree import all_named, name_of, parse_xml, text_of
from docs_store.reading.ziparchive import open_member

if TYPE_CHECKING:
    from zipfile import ZipFile

    from lxml.etree import _Element

WORKBOOK: Final = "xl/workbook.xml"
"""The file by which an XLSX is told from another zip archive."""
SHEETS_TYPE: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_CONTENT: Final = "content.xml"
_STRINGS: Final = "xl/sharedStrings.xml"
_STYLES: Final = "xl/styles.xml"
_MOST_COLUMNS: Final = 1_000
_LEAST_CELLS: Final = 2
"""Filled cells of a row that may be the header: what stands alone over it is the table's title."""
_DATE_FORMATS: Final = frozenset((*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)))
"""The numbers of Excel's own formats that show a day or a time."""
_LAST_DAY: Final = 2_958_466
_BEGINS: Final = {False: dt.datetime(1899, 12, 30, tzinfo=dt.UTC), True: dt.datetime(1904, 1, 1, tzinfo=dt.UTC)}
"""Day 0, by whether a workbook counts as the first Macintosh did."""

_UNSHOWN = re.compile(r"\"[^\"]{0,200}\"|\[[^\]]{0,100}\]|\\.")
_DATED = re.compile(r"(?i)[ymdhs]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_COLUMN = re.compile(r"[A-Z]{1,3}")


def read(archive: ZipFile, source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the rows of the sheets of an XLSX. Raises `DocumentError` where it cannot be read."""
    book = _tree(archive, WORKBOOK, source)
    links = _tree(archive, "xl/_rels/workbook.xml.rels", source)
    if book is None or links is None:
        raise source.error("a damaged Excel workbook")
    targets = {each.get("Id"): each.get("Target") or "" for each in links}
    strings = list(_strings(archive, source, reading))
    dated = _dated_styles(_tree(archive, _STYLES, source))
    begins = _BEGINS[any(each.get("date1904") in ("1", "true") for each in all_named(book, "workbookpr"))]
    sheets = []
    for sheet in all_named(book, "sheet"):
        ids = (value for name, value in sheet.attrib.items() if str(name).endswith("}id"))
        target = targets.get(next(ids, ""), "")
        path = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
        if path in archive.NameToInfo:
            sheets.append((sheet.get("name") or "", path))

    def rows(path: str) -> Iterator[list[str]]:
        for row in elements(_member(archive, path, source), reading, ("row",)):
            yield _cells(row, lambda cell: _value(cell, strings, dated, begins))

    members = ((name, rows(path)) for name, path in sheets)
    yield from reading.members(_tables(members, source))


def read_sheets(archive: ZipFile, source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the rows of the sheets of an ODS. Raises `DocumentError` where it cannot be read."""
    content = _tree(archive, _CONTENT, source)
    if content is None:
        raise source.error("a damaged OpenDocument table, or an encrypted one")
    sheets = (
        (_attribute(each, "name"), map(_open_cells, each.iter("{*}table-row"))) for each in all_named(content, "table")
    )
    yield from reading.members(_tables(sheets, source))


def _tables(sheets: Iterator[tuple[str, Iterator[list[str]]]], source: Source) -> Iterator[Source]:
    """Yield each sheet that has rows as a table in CSV."""
    for name, rows in sheets:
        data = BytesIO()
        text = TextIOWrapper(data, "utf-8", "replace", newline="", write_through=True)
        writer, has_header = csv.writer(text, lineterminator="\n"), False
        for row in rows:
            filled = sum(map(bool, row))
            has_header = has_header or filled >= _LEAST_CELLS
            if has_header and filled:
                writer.writerow(row)
            if data.tell() > SIZE_LIMIT:
                raise source.error(f"a sheet larger than {SIZE_LIMIT >> 20} MiB")
        text.detach()
        if has_header:
            data.seek(0)
            yield source.within(f"{name.replace('/', '_') or 'sheet'}.csv", data)


def _cells(row: _Element, value: Callable[[_Element], str]) -> list[str]:
    """Return the cells of a row of an XLSX, which leaves out those that are empty."""
    cells: list[str] = []
    for cell in row:
        column = _COLUMN.match(cell.get("r") or "")
        at = _number(column[0]) if column else len(cells)
        if name_of(cell) == "c" and at < _MOST_COLUMNS:
            cells += [""] * (at + 1 - len(cells))
            cells[at] = value(cell)
    return cells


def _number(column: str) -> int:
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _value(cell: _Element, strings: Sequence[str], dated: frozenset[str], begins: dt.datetime) -> str:
    parts = {name_of(each): each for each in cell}
    kind, value = cell.get("t") or "n", text_of(parts.get("v"))
    if kind == "s":
        return strings[int(value)] if value.isdecimal() and len(value) < 10 and int(value) < len(strings) else ""
    if kind == "inlineStr":
        return _words(parts["is"]) if "is" in parts else ""
    if kind == "str" and "v" in parts:
        return _unescaped("".join(parts["v"].itertext()))
    if kind == "n" and cell.get("s") in dated:
        return _day(value, begins)
    return "" if kind == "e" else value


def _day(value: str, begins: dt.datetime) -> str:
    with suppress(ValueError, OverflowError):
        days = float(value)
        if 0 < days < _LAST_DAY:
            moment = (begins + dt.timedelta(seconds=round(days * 86_400))).replace(tzinfo=None)
            return moment.date().isoformat() if days.is_integer() else moment.isoformat(" ")
    return value


def _strings(archive: ZipFile, source: Source, reading: Reading) -> Iterator[str]:
    if _STRINGS in archive.NameToInfo:
        for string in elements(_member(archive, _STRINGS, source), reading, ("si",)):
            yield _words(string)


def _words(string: _Element) -> str:
    """Return the words of a text, without how they are spoken, which stands beside them in Japanese."""
    parts = (each.text or "" for each in string.iter("{*}t") if not _is_spoken(each))
    return _unescaped("".join(parts))


def _is_spoken(text: _Element) -> bool:
    around = text.getparent()
    return around is not None and name_of(around) == "rph"


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)


def _dated_styles(styles: _Element | None) -> frozenset[str]:
    """Return the numbers of the cell styles that show numbers as days."""
    if styles is None:
        return frozenset()
    formats: Mapping[str | None, str] = {
        each.get("numFmtId"): _UNSHOWN.sub("", each.get("formatCode") or "") for each in all_named(styles, "numfmt")
    }
    cells = [each for part in all_named(styles, "cellxfs") for each in part]

    def is_dated(number: str | None) -> bool:
        if number in formats:
            return _DATED.search(formats[number]) is not None
        return (number or "").isdecimal() and int(number or 0) in _DATE_FORMATS

    return frozenset(str(at) for at, each in enumerate(cells) if is_dated(each.get("numFmtId")))


def _open_cells(row: _Element) -> list[str]:
    """Return the cells of a row of an ODS, in which alike ones are one that is repeated."""
    cells: list[str] = []
    for cell in row.iterchildren("{*}table-cell", "{*}covered-table-cell"):
        times = _attribute(cell, "number-columns-repeated")
        day = _attribute(cell, "date-value")
        value = day or "\n".join(text_of(each) for each in cell.iter("{*}p"))
        many = int(times) if times.isdecimal() and len(times) < 6 else 1
        cells += [value] * min(many, _MOST_COLUMNS - len(cells))
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _member(archive: ZipFile, name: str, source: Source) -> Source:
    return source.within(name, open_member(archive, archive.NameToInfo[name], source))


def _tree(archive: ZipFile, name: str, source: Source) -> _Element | None:
    return parse_xml(_member(archive, name, source).read())[0] if name in archive.NameToInfo else None


def _attribute(element: _Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")
