"""Files of every kind: what is read, in which encoding, and what is refused with its reason."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from docs_store.errors import DocumentError
from docs_store.ledger import Skipped
from docs_store.model import Article
from docs_store.reading import read_articles, source

GERMAN = (
    "Die Brücke über den Fluß bleibt für den Verkehr geöffnet, sagte der Bürgermeister. Größere Schäden gibt es "
    "nicht.\n\n"
    "Im nächsten Jahr soll sie trotzdem erneuert werden, weil die Prüfer überall kleine Risse gefunden haben."
)


def read(path: Path) -> list[Article]:
    return list(read_articles(path, annotate=False))


def refused(path: Path | str) -> str:
    with pytest.raises(DocumentError) as caught:
        list(read_articles(path, annotate=False))
    assert caught.value.path == os.fspath(path)
    return caught.value.reason


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252"]
)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(GERMAN.encode(encoding))
    (article,) = read(path)
    assert article.body == GERMAN
    assert article.language == "de"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        "Паромы порта Села стоят у причала\n\nОни хотят отдыха, сказал представитель союза.\n",
        "渡轮罢工进入第二周\n\n塞拉港的渡轮第八天停靠在港口，一切都停了。\n\n船员要求在夜间航行之间休息，一位代表在会谈后说。会谈持续到午夜，市长在场。\n",
    ],
)
def test_utf16_without_a_mark_in_any_script(tmp_path: Path, encoding: str, text: str) -> None:
    path = tmp_path / "page"
    path.write_bytes(text.encode(encoding))
    (article,) = read_articles(path, annotate=False)
    assert (article.title, *article.body.split("\n\n")) == tuple(filter(None, text.split("\n")))


def test_one_broken_byte_does_not_turn_utf8_into_something_else(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(GERMAN.encode() + b" \xff")
    (article,) = read(path)
    assert article.body.startswith("Die Brücke über den Fluß")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \n\n", "empty"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a picture, not an article"),
        (b"%PDF-1.7\n", "a damaged PDF file"),
        (b"PK\x03\x04rest", "damaged or cut short"),
        (b"<?xml version='1.0'?><feed/>", "without entries"),
        (b"<?xml version='1.0'?><svg/>", "a picture"),
        (b"<?xml version='1.0'?><other/>", "XML files of this kind"),
        (b"[" * 100_000, "nested too deep"),
        (b"[]", "no record"),
    ],
)
def test_what_is_refused_says_why(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(content)
    assert reason in refused(path)


def test_a_few_nuls_where_a_program_broke_off_take_no_mailbox_and_no_list_away(tmp_path: Path) -> None:
    message = "From a@b Fri May 2 2031\nFrom: Ada\nTo: b\nSubject: c\nDate: 2 May 2031\n\nThe pier is shut.{}\n\n"
    (tmp_path / "mbox").write_text(message.format(1) + message.format("2\0\0") + message.format(3))
    assert len(read(tmp_path / "mbox")) == 3
    record = '{{"title": "Pier {}", "text": "The pier is shut, and the council says it will be shut for years."}}\n'
    (tmp_path / "a.jsonl").write_text("".join(map(record.format, range(4))) + "\0\0\0\n" + record.format(4))
    assert [article.title for article in read(tmp_path / "a.jsonl")] == [f"Pier {number}" for number in range(5)]


def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    assert "folder" in refused(tmp_path)
    assert "no such file" in refused(tmp_path / "absent.txt")
    assert "not a file name" in refused("a\0b")
    if sys.platform != "win32":
        fifo = tmp_path / "fifo"
        os.mkfifo(fifo)
        assert "not a regular file" in refused(fifo)
        assert "not a regular file" in refused("/dev/zero")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_one_may_not_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("secret")
    path.chmod(0)
    assert "permission" in refused(path)


def test_a_file_past_the_limit_is_refused_but_json_lines_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "SIZE_LIMIT", 1000)
    text = tmp_path / "big.txt"
    text.write_text("word " * 400)
    assert "larger than" in refused(text)
    lines = tmp_path / "big.jsonl"
    lines.write_text("".join(f'{{"id": {number}, "text": "short"}}\n' for number in range(200)))
    assert len(read(lines)) == 200


def test_a_line_past_the_limit_is_one_bad_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "SIZE_LIMIT", 1000)
    path = tmp_path / "lines.jsonl"
    path.write_text('{"title": "a"}\n{"title": "' + "b" * 5000 + '"}\n{"title": "c"}\n')
    skipped: list[Skipped] = []
    titles = [article.title for article in read_articles(path, annotate=False, on_skip=skipped.append)]
    assert titles == ["a", "c"]
    assert [item.path for item in skipped] == [f"{path}:2"]


@pytest.mark.parametrize(
    "content", ["Plain words on a line.\n\nAnd more of them.", '{"title": "a", "text": "b"}\n' * 2]
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    article = next(read_articles("-", annotate=False))
    assert article.path == ""
    assert len(article.key) == 32
    assert article.body


def test_the_name_of_a_file_does_not_decide(tmp_path: Path) -> None:
    path = tmp_path / "article.html"
    path.write_text('{"title": "A record", "text": "Its text."}')
    (article,) = read(path)
    assert article.title == "A record"
    (tmp_path / "records.json").write_text("[Video] A story about things\n\nIt has some text.")
    (article,) = read(tmp_path / "records.json")
    assert article.title == "[Video] A story about things"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>", "import bookmarks"),
        ("[InternetShortcut]\r\nIDList=\r\nURL=https://courier.example/ferry\r\n", "a shortcut to an address"),
        ("@article{quill_2031,\n\ttitle = {Ferry strike},\n}\n", "BibTeX"),
        ("TY  - NEWS\nTI  - Ferry strike\nAU  - Quill, Ada\nER  - \n", "RIS"),
        ('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:link="http://purl.org/rss/1.0/modules/link/">'
         "<dc:title>Ferry strike</dc:title></rdf:RDF>", "XML files of this kind"),
        ("<doc title='Ferry strike'><content><p>They stayed in port.</p></content></doc>\n", "XML files of this kind"),
    ],
)  # fmt: skip
def test_what_holds_no_texts_of_its_own_says_so(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "file"
    path.write_text(content)
    with pytest.raises(DocumentError, match=reason):
        list(read_articles(path, annotate=False))
