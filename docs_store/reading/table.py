"""CSV, TSV and tables with semicolons or bars: one article a row, its columns read by the names people give them.

Rows are read one at a time, in memory bounded by the longest one.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import PurePath
from typing import Final

from docs_store.errors import DocumentError
from docs_store.ledger import Skipped
from docs_store.reading.columns import ASK_FOR_MAP, listed, misfit, plain_name
from docs_store.reading.fields import parts_in
from docs_store.reading.limits import begin_another
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.record import to_document
from docs_store.reading.source import HEAD, Source
from docs_store.reading.stated_dates import day_first_in, is_ambiguous
from docs_store.reading.text_lines import head_lines, text_lines

_DELIMITERS: Final = ",\t;|"
_SUFFIXES: Final = (".csv", ".tsv", ".tab")
_MOST_COLUMNS: Final = 1_000
_LONGEST_NAME: Final = 80
_LARGEST_CELL: Final = 8 * 2**20
"""Code points: from here on a quotation mark that nobody closed is likelier than so long a text."""
_SHORTEST_TEXT: Final = 60
"""Code points on average, from which a column of unknown name may be the text."""
_STRETCH: Final = 10_000
"""Rows that are given as much time as a document, though they be empty, as those below a sheet's last one."""
_ROWS_TRIED: Final = 200
_EVEN_SHARE: Final = 0.8
"""Share of rows with as many cells as the header, from which the columns are told apart rightly."""
_MOST_REPORTED: Final = 1_000
"""Bad rows reported one by one: past them the file is no table, or not this one."""
_PARTS_HINTED: Final = ("text", "title", "date", "author")
"""What of an article a table should tell, the most missed first."""
_NOTHING: Final = frozenset({"", "nan", "none", "null", "n/a", "na", "\\n", "<na>", "nat"})
"""What programs write where there is nothing (pandas, MySQL)."""
_QUOTED = re.compile('".*"')
_IDENTIFIER = re.compile(r"[^\W\d][\w.:-]{0,39}")


class _Unquoted(csv.excel):
    """No cell is quoted: a quotation mark is a letter."""

    quoting = csv.QUOTE_NONE


class _Escaped(csv.excel):
    """Quotation marks in a quoted cell follow a backslash (MySQL, Python)."""

    doublequote = False
    escapechar = "\\"


@dataclass(frozen=True, slots=True)
class _Table:
    """How a table is written, and its first rows."""

    delimiter: str
    dialect: type[csv.Dialect]
    header: tuple[str, ...]
    """The names of its columns; where its first row is none of names, their numbers."""
    has_header: bool
    rows: tuple[list[str], ...]
    """Whole rows at its beginning, the header left out."""

    @property
    def even(self) -> float:
        """The share of rows that have as many cells as the header."""
        return sum(len(row) == len(self.header) for row in self.rows) / max(1, len(self.rows))

    @property
    def parts(self) -> frozenset[str]:
        """The parts of an article that its columns have the names of. Everything has a `name`: it is no title here."""
        return parts_in(name for name in self.header if plain_name(name) != "name")

    def width(self, name: str) -> float:
        """Return how long the texts in the column `name` are, on average."""
        at = self.header.index(name)
        return sum(len(row[at]) for row in self.rows if at < len(row)) / max(1, len(self.rows))

    def has_words(self, name: str) -> bool:
        """Tell whether there is more than numbers in the column `name`."""
        at = self.header.index(name)
        return any(any(map(str.isalpha, row[at])) for row in self.rows if at < len(row))


def matches(source: Source) -> bool:
    """Tell whether a file is a table: by the names of its columns, else by rows that are all alike."""
    table = _sniff(source)
    if table is None:
        return False
    if table.parts & {"title", "text"} and len(table.parts) > 1:
        return table.even >= _EVEN_SHARE or not table.rows  # one row may be longer than the head
    if PurePath(source.member or source.name).suffix.lower() in _SUFFIXES:
        return table.even >= _EVEN_SHARE
    is_named = all(map(_IDENTIFIER.fullmatch, table.header))
    return is_named and len(table.header) > 2 and len(table.rows) > 2 and table.even == 1


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the rows. Raises `DocumentError` where nobody can say which column is the title and which the text."""
    table = _sniff(source)
    if table is None:
        raise source.error("no table")
    columns = _columns(table, source, reading)
    if hint := _hint(table, columns):
        reading.report(Skipped(source.name, hint, is_hint=True))
    width = len(table.header)
    order = _day_first(table, columns, source, reading)
    for count, (number, row) in enumerate(_rows(source, table, reading), 1):
        if not count % _STRETCH:
            begin_another()
        place = f"{source.name}:{number}"
        if any(map(str.strip, row[width:])):
            reading.report(Skipped(place, f"a row of {len(row)} cells where {width} columns have names"))
            continue
        cells = zip(table.header, map(str.strip, row), strict=False)
        raw = to_document(
            {name: cell for name, cell in cells if cell.lower() not in _NOTHING}, columns, day_first=order
        )
        if raw is not None:
            yield raw
        elif any(map(str.strip, row)):
            reading.report(Skipped(place, "a row without title or text"))


def _day_first(table: _Table, columns: Mapping[str, str], source: Source, reading: Reading) -> bool | None:
    """Return whether the dates of a table have the day first, by a value that shows it; None where none does.

    The rows past its beginning are looked over too, where those tell nothing and the file can be read twice.
    """
    named = [columns["date"]] if "date" in columns else [name for name in table.header if "date" in parts_in([name])]
    at = [table.header.index(name) for name in named]

    def dates(rows: Iterable[list[str]]) -> Iterator[str]:
        return (row[each] for row in rows for each in at if each < len(row))

    order = day_first_in(dates(table.rows))
    if order is not None or not any(map(is_ambiguous, dates(table.rows))) or not source.stream.seekable():
        return order
    with suppress(DocumentError):  # which comes again, after the rows that are good
        order = day_first_in(dates(_looked_over(source, table, reading)))
    source.stream.seek(0)
    return order


def _looked_over(source: Source, table: _Table, reading: Reading) -> Iterator[list[str]]:
    for _, row in _rows(source, table, replace(reading, report=lambda _: None)):
        begin_another()
        yield row


def _columns(table: _Table, source: Source, reading: Reading) -> Mapping[str, str]:
    """Return the user's mapping with names for numbers ("3").

    Raises `DocumentError` where it does not fit: read by the names of its columns, good articles might be replaced by
    others. It does too where there is none, and the names do not tell enough.
    """
    names = {plain_name(name): name for name in table.header}
    names = {str(number): name for number, name in enumerate(table.header, 1)} | names
    found = {part: names[plain_name(name)] for part, name in reading.columns.items() if plain_name(name) in names}
    if missing := [name for part, name in reading.columns.items() if part not in found]:
        raise source.error(misfit("column", missing, table.header))
    if not found and (asked := _unsettled(table)):
        raise source.error(f"columns {listed(table.header)}: {ASK_FOR_MAP} {asked}")
    return found


def _hint(table: _Table, columns: Mapping[str, str]) -> str:
    """Return which columns are left aside, and how to say what they are; "" where the user has said what is what."""
    if columns:
        return ""
    known = [name for name in table.header if parts_in([name])]
    unknown = [name for name in table.header if name not in known and table.has_words(name)]
    widest = max(map(table.width, known), default=0.0)
    if not unknown:
        return ""
    if len(unknown) <= len(known) and all(table.width(name) <= widest for name in unknown):
        return f"columns that were not used: {listed(unknown, 5)}"
    missing = [part for part in _PARTS_HINTED if part not in table.parts]
    asked = f"; if one is the {' or '.join(missing)}, --map {missing[0]}=COLUMN says so" if missing else ""
    return f"columns that were not recognised: {listed(unknown, 5)}{asked}"


def _unsettled(table: _Table) -> str:
    """Return a mapping to propose where the names leave open which column is the text, else ""."""
    unknown = [name for name in table.header if not parts_in([name])]
    longest = max(unknown, key=table.width, default="")
    has_text = "text" in table.parts or not longest or table.width(longest) < _SHORTEST_TEXT
    if has_text and table.parts & {"title", "text", "summary"}:
        return ""
    title = next((name for name in table.header if "title" in parts_in([name])), "")
    others = [name for name in table.header if name != longest]
    return f"title={title or max(others, key=table.width)},text={longest or table.header[-1]}"


def _rows(source: Source, table: _Table, reading: Reading) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows after the header, each with the number of its line; those that cannot be read are reported."""
    csv.field_size_limit(_LARGEST_CELL)  # the module keeps one for the whole process
    rows = csv.reader(map(_one_end, text_lines(source, reading)), table.dialect, delimiter=table.delimiter)
    bad = 0
    is_header = table.has_header
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            bad += 1
            if bad > _MOST_REPORTED:
                raise source.error(f"more than {_MOST_REPORTED} rows cannot be read: {error}") from error
            reading.report(Skipped(f"{source.name}:{rows.line_num}", f"a row cannot be read: {error}"))
            continue
        if row is None:
            return
        if row and not is_header:
            yield rows.line_num, row
        is_header = is_header and not row


def _sniff(source: Source) -> _Table | None:
    """Return how the table in `source` is written: the way in which most rows have as many cells as the header."""
    csv.field_size_limit(_LARGEST_CELL)
    lines = head_lines(source)
    found = [
        table
        for delimiter in _DELIMITERS
        if any(delimiter in line for line in lines[:2])  # the header's, or after an empty one
        for dialect in (csv.excel, _Unquoted, _Escaped)
        if (table := _tried(lines, delimiter, dialect, is_whole=len(source.head) < HEAD)) is not None
    ]
    known = [table for table in found if parts_in(table.header)]
    return max(known or found, key=lambda table: (table.even, len(table.header), len(table.rows)), default=None)


def _tried(lines: list[str], delimiter: str, dialect: type[csv.Dialect], *, is_whole: bool) -> _Table | None:
    """Return the table that the lines at a file's beginning make, None where they make none."""
    rows = filter(None, csv.reader(map(_one_end, lines), dialect, delimiter=delimiter))
    body: list[list[str]] = []
    with suppress(csv.Error):  # what came before it tells enough
        body.extend(islice(rows, _ROWS_TRIED))
    if len(body) < _ROWS_TRIED and not is_whole and len(body) > 1:
        del body[-1]  # it may go on
    if not body or not 1 < len(body[0]) <= _MOST_COLUMNS:
        return None
    header = tuple(name.strip() for name in body[0])
    if dialect is _Unquoted and any(map(_QUOTED.fullmatch, header)):
        return None
    if _is_header(header):
        return _Table(delimiter, dialect, header, True, tuple(body[1:]))
    return _Table(delimiter, dialect, tuple(map(str, range(1, len(header) + 1))), False, tuple(body))


def _is_header(names: tuple[str, ...]) -> bool:
    """Tell whether cells can be names of columns; the first and the last of a program's own making may be empty."""
    return (
        sum(map(bool, names)) > 1
        and all(len(name) <= _LONGEST_NAME and "\n" not in name for name in names)
        and all(names[1:-1])
    )


def _one_end(line: str) -> str:
    """Return `line` with one line feed at its end, and no carriage return, which the csv module does not bear."""
    return line.rstrip("\r\n").replace("\r", " ") + "\n"
