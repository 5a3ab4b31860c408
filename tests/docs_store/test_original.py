"""An article's file as it is: what is shown of it, from where, and what is refused."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docs_store import Article, DocumentError, read_original
from docs_store.reading import place as module


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
    monkeypatch.setattr(module, "_STRETCH", 50)
    path = written(tmp_path, b'{"id": "' + b"x" * 200 + b'"}\n{"id": "r7"}\n')
    assert read_original(article_of(path, "r7")).line == 1


@pytest.mark.parametrize("stretch", [1, 7, 90, 4_000])
def test_a_record_is_found_across_what_is_looked_at_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stretch: int
) -> None:
    monkeypatch.setattr(module, "_STRETCH", stretch)
    path = written(tmp_path, "".join(json.dumps({"id": f"r{n}", "text": "r7"}) + "\n" for n in range(30)).encode())
    assert read_original(article_of(path, "r22")).line == 23


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


RSS = """<?xml version="1.0"?>
<rss version="2.0"><channel><title>Courier</title>
<item><title>First</title><link>https://a.example/1?x=1&amp;y=2</link>
<description>See &lt;a href="https://a.example/2"&gt;the second&lt;/a&gt;.</description></item>
<item>
  <title><![CDATA[Tide & tables]]></title>
  <link>https://a.example/2</link></item><item><title>Third</title><guid>tag:3</guid></item>
</channel></rss>
"""
ATOM = """<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title>
<entry><title>First</title><link rel="alternate" href="https://a.example/1"/><id>tag:1</id></entry>
<entry><title>Second</title>
<link rel="alternate" href="https://a.example/2"/></entry></feed>
"""
MBOX = """From ada@a.example Mon Jan 15 05:12:33 2024
From: Ada <ada@a.example>
Subject: First
Date: Mon, 15 Jan 2024 05:12:33 +0000
Message-ID: <one@a.example>

The first, which has a From in it.

From ben@a.example Mon Jan 15 06:12:33 2024
From: Ben <ben@a.example>
Subject: Tide tables lost
Date: Mon, 15 Jan 2024 06:12:33 +0000
In-Reply-To: <one@a.example>
Message-ID:
 <two@a.example>

The second.
"""
TABLE = 'id,title,text\n1,First,"About 2, at length"\n2,"Tide ""tables""",Lost\n'
LISTED = json.dumps([{"id": f"r{n}", "title": f"Record {n}", "by": [{"n": 1}]} for n in range(3)], indent=2)
SGML = """<DOC>
<DOCNO> AP-1 </DOCNO>
<HEAD>First</HEAD>
<TEXT>
See AP-2.
</TEXT>
</DOC>
<DOC>
<DOCNO> AP-2 </DOCNO>
<HEAD>Second</HEAD>
<TEXT>
A text.
</TEXT>
</DOC>
"""


@pytest.mark.parametrize(
    ("content", "key", "title", "line", "begins"),
    [
        (RSS, "https://a.example/1?x=1&y=2", "other", 3, "<item><title>First"),
        (RSS, "https://a.example/2", "other", 5, "<item>\n  <title><![CDATA[Tide"),
        (RSS, "tag:3", "other", 7, "<item><title>Third"),
        (RSS, "PATH#2", "Tide & tables", 5, "<item>\n  <title><![CDATA[Tide"),
        (RSS, "https://a.example/9", "other", 1, "<?xml"),
        (ATOM, "https://a.example/2", "other", 4, "<entry><title>Second"),
        (MBOX, "one@a.example", "other", 1, "From ada"),
        (MBOX, "two@a.example", "other", 9, "From ben"),
        (MBOX, "PATH#2", "Tide tables lost", 9, "From ben"),
        (TABLE, "2", "other", 3, '2,"Tide'),
        (TABLE, "PATH#2", 'Tide "tables"', 3, '2,"Tide'),
        (LISTED, "r2", "other", 20, "{"),
        (json.dumps(json.loads(LISTED)), "r2", "other", 1, '{"id": "r2"'),
        (SGML, "AP-2", "other", 8, "<DOC>\n<DOCNO> AP-2"),
    ],
)
def test_of_many_records_the_articles_own_comes_first(
    tmp_path: Path, content: str, key: str, title: str, line: int, begins: str
) -> None:
    path = written(tmp_path, content.encode(), "file.dat")
    found = read_original(article_of(path, key.replace("PATH", str(path)), title))
    assert (found.line, found.text.lstrip()[: len(begins)]) == (line, begins)
    assert found.goes_on is False


def test_a_single_message_is_shown_from_its_beginning(tmp_path: Path) -> None:
    path = written(tmp_path, MBOX.partition("\n")[2].encode(), "a.eml")
    assert read_original(article_of(path, "one@a.example", "First")).line == 1


def test_a_page_is_shown_from_its_beginning(tmp_path: Path) -> None:
    url = "https://a.example/page"
    path = written(tmp_path, f"<html>\n<head>\n<link rel=canonical href='{url}'>\n<p>{'A page. ' * 30}".encode())
    assert read_original(article_of(path, url)).line == 1
