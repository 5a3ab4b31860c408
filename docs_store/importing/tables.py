"""The rows of an exported table, each by the names of its columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Final

from docs_store.importing.export import Export
from docs_store.importing.values import Item
from docs_store.reading.formats import read_source
from docs_store.reading.reader import Reading
from docs_store.reading.text_lines import text_lines

_LARGEST_CELL: Final = 8 * 2**20
"""Code points: from here on a quotation mark that nobody closed is likelier than so long a text."""
_DELIMITERS: Final = ",;\t"


def rows(export: Export, name: str, columns: tuple[str, ...]) -> Iterator[Item]:
    """Yield the rows of the table `name`. Raises `DocumentError` unless it has the `columns` (plain names)."""
    with export.source(name) as source:
        csv.field_size_limit(_LARGEST_CELL)  # the module keeps one for the whole process
        first = source.text_head.partition("\n")[0]
        lines = (line.rstrip("\r\n").replace("\r", " ") + "\n" for line in text_lines(source, _reading(export)))
        reader = csv.reader(lines, delimiter=max(_DELIMITERS, key=first.count))
        header: list[str] = []
        while True:
            try:
                row = next(reader, None)
            except csv.Error as error:
                export.skip(f"{name}:{reader.line_num}", f"a row that cannot be read: {error}")
                continue
            if row is None:
                return
            if not header:
                header = [cell.strip().removeprefix("\ufeff") for cell in row]
                if missing := [column for column in columns if Item(dict.fromkeys(header, 1)).value(column) is None]:
                    raise source.error(f"no column {', '.join(missing)} in it")
            elif row:
                yield Item(dict(zip(header, row, strict=False)))


def rows_of_tables(export: Export, columns: tuple[str, ...]) -> Iterator[tuple[Item, str]]:
    """Yield the rows of all CSV tables, each with its table's name. Raises `DocumentError` where there is no table."""
    tables = export.named(".csv")
    if not tables:
        raise export.error("no .csv file")
    for name in tables:
        yield from ((item, name) for item in rows(export, name, columns))


def _reading(export: Export) -> Reading:
    return Reading(export.report, read_source)
