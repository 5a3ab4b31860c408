"""Whatever an export holds, it becomes articles, or is skipped with its reason."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docs_store import DocumentError, Skipped
from docs_store.importing import IMPORTERS, read_import
from docs_store.importing.values import json_items
from docs_store.reading.source import Source
from tests.docs_store.importing import exports

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
_NAMES = """url URL title Title content tags Labels is_archived IsMarked created_at Created published_by Authors
annotations Annotations slug state readingProgress savedAt id UID timestamp creators issued items itemType data links
date-parts highlights name"""
NAMES = st.sampled_from(_NAMES.split())
RECORDS = st.lists(st.dictionaries(NAMES, VALUES | st.just("https://a.example/b")) | VALUES, max_size=4)
FILES = (
    "all.json", "bookmarks/a/info.json", "metadata_0_to_20.json", "annotations/part_0.json", "index.json",
    "archive/1.5/index.json",
)  # fmt: skip


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as made:
        yield Path(made)


def import_whatever(path: Path) -> None:
    for name in IMPORTERS:
        skipped: list[Skipped] = []
        try:
            for article in read_import(name, path, annotate=False, on_skip=skipped.append):
                assert article.title
                assert article.file == ""
        except DocumentError as error:
            assert error.reason
        assert all(bad.reason for bad in skipped)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes(folder: Path, content: bytes) -> None:
    for name in ("a.csv", "a.json", "a.html", "a.sqlite"):
        (folder / name).write_bytes(content)
        import_whatever(folder / name)


@given(RECORDS, st.sampled_from(FILES))
def test_any_records(folder: Path, records: list[object], name: str) -> None:
    with tempfile.TemporaryDirectory(dir=folder) as made:
        import_whatever(exports.unpacked(Path(made), {name: json.dumps(records), "part_0.csv": exports.POCKET_CSV}))
        if records:
            import_whatever(exports.unpacked(Path(made), {name: json.dumps(records[0])}))


@given(st.text(alphabet='a,;"\n\r\0é\\', max_size=60), st.sampled_from([exports.POCKET_CSV, exports.INSTAPAPER]))
def test_any_rows(folder: Path, rows: str, table: str) -> None:
    path = folder / "table.csv"
    path.write_text(table + rows, newline="")
    import_whatever(path)


@settings(max_examples=30)
@given(st.lists(st.tuples(*[st.none() | st.integers() | st.binary(max_size=9) | st.text(max_size=9)] * 4), max_size=4))
def test_any_values_in_a_database(folder: Path, rows: list[tuple[object, ...]]) -> None:
    with tempfile.TemporaryDirectory(dir=folder) as made:
        newsboat = exports.newsboat(Path(made) / "newsboat")
        zotero = exports.zotero(Path(made) / "zotero")
        with sqlite3.connect(newsboat / "cache.db") as one, sqlite3.connect(zotero / "zotero.sqlite") as other:
            one.execute("PRAGMA synchronous = OFF")
            other.execute("PRAGMA synchronous = OFF")
            for at, (first, second, third, fourth) in enumerate(rows):
                try:
                    one.execute("UPDATE rss_item SET title = ?, url = ?, pubDate = ?, content = ?, flags = ?",
                                (str(first), str(second), third or 0, str(fourth), second))  # fmt: skip
                    other.execute("UPDATE items SET dateAdded = ?, key = ?", (third or "", str(second)))
                    other.execute("UPDATE OR IGNORE itemDataValues SET value = ? WHERE valueID = ?", (first, at + 1))
                    other.execute("UPDATE itemAttachments SET path = ?", (fourth,))
                except (OverflowError, UnicodeEncodeError):
                    continue
        one.close()
        other.close()
        import_whatever(newsboat)
        import_whatever(zotero)


@given(st.binary(min_size=1, max_size=40), st.integers(0, 20_000))
def test_a_damaged_database(folder: Path, garbage: bytes, at: int) -> None:
    with tempfile.TemporaryDirectory(dir=folder) as made:
        newsboat = exports.newsboat(Path(made) / "newsboat")
        data = bytearray((newsboat / "cache.db").read_bytes())
        data[at : at + len(garbage)] = garbage
        (newsboat / "cache.db").write_bytes(data)
        import_whatever(newsboat)


@given(st.lists(st.dictionaries(st.text(max_size=9), VALUES, max_size=4)), st.integers(1, 9))
def test_the_items_of_a_list_are_those_of_the_list(items: list[dict[str, object]], size: int) -> None:
    data = json.dumps(items, indent=size if size % 2 else None, ensure_ascii=size > 4).encode("utf-8", "surrogatepass")

    class Dripping(BytesIO):
        def read(self, most: int | None = -1, /) -> bytes:
            return super().read(min(size, most) if most and most > 0 else most)

    found = list(json_items(Source("list", data, Dripping(data))))
    assert json.dumps(found) == json.dumps(json.loads(data))
