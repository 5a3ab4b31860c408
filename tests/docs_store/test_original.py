"""An article's file as it is: what is shown of it, from where, and what is refused."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docs_store import Article, DocumentError, read_original
from docs_store.reading import original as module


def article_of(path: Path | str, key: str = "key", title: str = "Tide tables lost") -> Article:
    return Article("a" * 16, key, title, path=str(path))


def written(folder: Path, data: bytes, name: str = "page.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_file_is_told_whole_with_its_controls_visible(tmp_path: Path) -> None:
    path = written(tmp_path, b"Tide tables lost\r\n\r\n\x1b[31m[red]\x1b[0m\tand\x07\n")
    found = read_original(article_of(path))
    assert found.text == "Tide tables lost\n\n␛[31m[red]␛[0m  and␇\n"
    assert (found.line, found.goes_on, found.size) == (1, False, path.stat().st_size)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_its_encoding_is_told_apart(tmp_path: Path, encoding: str) -> None:
    words = "Der Hafen öffnet früh, die Fähren grüßen, „schön“ und über Mäßiges hört man nichts.\n" * 9
    assert read_original(article_of(written(tmp_path, words.encode(encoding)))).text == words


def test_of_a_huge_file_the_first_whole_lines_are_read(tmp_path: Path) -> None:
    path = written(tmp_path, "A line of tides — and more.\n".encode() * 10)
    with path.open("r+b") as stream:
        stream.truncate(5 * 2**30)  # a hole: nothing of it is on the disk
    found = read_original(article_of(path))
    assert found.goes_on
    assert found.size == 5 * 2**30
    assert found.text.startswith("A line of tides — and more.\n")
    assert len(found.text) <= 2**20


def test_lines_are_counted_too(tmp_path: Path) -> None:
    found = read_original(article_of(written(tmp_path, b"tide" + b"\n" * 50_000)))
    assert found.text.count("\n") == 19_999
    assert found.goes_on


@pytest.mark.parametrize(
    ("key", "title", "line"),
    [("r7", "other", 8), ("9", "other", 10), ("/x/wire.jsonl#3", "Record 2 “é”", 3), ("nowhere", "other", 1)],
)
def test_of_json_lines_the_articles_own_record_comes_first(tmp_path: Path, key: str, title: str, line: int) -> None:
    records = [{"id": f"r{n}" if n != 9 else 9, "title": f"Record {n} “é”", "text": "r7 and 9"} for n in range(12)]
    path = written(tmp_path, "".join(json.dumps(record) + "\n" for record in records).encode(), "wire.jsonl")
    found = read_original(article_of(path, key.replace("/x/", f"{tmp_path}/"), title))
    assert found.line == line
    assert json.loads(found.text.split("\n")[0]) == records[line - 1]


def test_a_line_without_end_is_not_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LONGEST", 100)
    path = written(tmp_path, b'{"id": "' + b"x" * 200 + b'"}\n{"id": "r7"}\n')
    assert read_original(article_of(path, "r7")).line == 1


@pytest.mark.parametrize(("data", "reason"), [(b"PK\x03\x04\x00\x00" + bytes(90), "binary, not text"), (b"", "empty")])
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason):
        read_original(article_of(written(tmp_path, data)))


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, reason in (
        (tmp_path / "gone.txt", "no such file"), (tmp_path / "pipe", "not a regular file"), (tmp_path, "a folder"),
        ("", "standard input"),
    ):  # fmt: skip
        with pytest.raises(DocumentError, match=reason):
            read_original(article_of(path))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.text(min_size=1, max_size=20).filter(str.strip))
def test_any_bytes_are_text_or_an_error(tmp_path: Path, data: bytes, title: str) -> None:
    try:
        found = read_original(article_of(written(tmp_path, b'{"' + data), title=title))
    except DocumentError:
        return
    assert "\x1b" not in found.text
    assert "\r" not in found.text
