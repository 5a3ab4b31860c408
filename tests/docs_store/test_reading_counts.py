"""No record is lost in silence: one of them spoilt, each is an article or is reported, whatever the format."""

from __future__ import annotations

import gzip
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Final

import brotli
import pytest

from docs_store import MemoryStore, ingest
from docs_store.errors import DocumentError
from docs_store.importing import read_import
from docs_store.ledger import Skipped
from docs_store.reading import read_articles
from tests.docs_store.importing import exports
from tests.docs_store.packing import BRIDGE, HARBOUR, tarred, zipped
from tests.docs_store.test_reading_books import book
from tests.docs_store.test_reading_warc import page, response

PROSE: Final = "The harbour of Osk opens on Monday, after years of delay, and the mayor will cut the ribbon."
ROWS: Final = 10
"""Rows beside the spoilt one: a table is known by rows that are alike."""
DEEP: Final = 300
TOO_DEEP: Final = 100_000


def nested(times: int) -> str:
    return "[" * times + '"x"' + "]" * times


# JSON and tables


def record(number: int) -> str:
    return json.dumps({"id": number, "title": f"Osk {number}", "text": f"{PROSE} {number}"})


SPOILT_JSON: Final = (
    "{}", "[]", "[1]", "null", "7", '"words"', '{"id": 2}', '{"title": "", "text": ""}', '{"title": {}, "text": [[]]}',
    '{"title": "\\ud800"}', '{"title": "a\u0001b"}', '{"title": NaN}', f'{{"title": {nested(DEEP)}}}',
    f'{{"text": {nested(DEEP)}}}', f'{{"a": {nested(DEEP)}}}', '{"id": 1, "title": "The same id"}',
)  # fmt: skip
BROKEN_LINES: Final = (
    '{"title": "cut sh', "}", "words", f'{{"text": {nested(TOO_DEEP)}}}', '{"n": ' + "9" * 5_000 + "}",
)  # fmt: skip


def json_lines(spoilt: str) -> bytes:
    return "\n".join([record(1), spoilt, record(3)]).encode("utf-8", "surrogatepass")


def json_list(spoilt: str) -> bytes:
    return f"[{record(1)}, {spoilt}, {record(3)}]".encode()


def table(spoilt: str) -> bytes:
    rows = [f'{number},"Osk {number}","{PROSE}"' for number in range(1, ROWS + 1)]
    return "\n".join(["id,title,text", *rows[:5], spoilt, *rows[5:]]).encode("utf-8", "surrogateescape")


SPOILT_ROWS: Final = ("2", "2,,", "2,a,b,c,d", '2,"a, "b"", c', '2,"a"b,c', ",,x", "2,\udcff\udcfe,\udcff")


# XML and its like


def rss(spoilt: str) -> bytes:
    items = (f"<item><title>Osk {number}</title><description>{PROSE}</description></item>" for number in (1, 3))
    return f"<rss><channel><title>c</title>{spoilt.join(items)}</channel></rss>".encode("utf-8", "surrogateescape")


def atom(spoilt: str) -> bytes:
    items = (f"<entry><title>Osk {number}</title><summary>{PROSE}</summary></entry>" for number in (1, 3))
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>f</title>{spoilt.join(items)}</feed>'.encode()


def nitf(spoilt: str) -> bytes:
    items = (
        f"<NewsItem><nitf><body><hl1>Osk {number}</hl1><body.content><p>{PROSE}</p></body.content></body></nitf>"
        "</NewsItem>"
        for number in (1, 3)
    )
    return f"<NewsML>{spoilt.join(items)}</NewsML>".encode()


def sgml(spoilt: str) -> bytes:
    items = (f"<DOC>\n<DOCNO>{number}</DOCNO>\n<TEXT>\n{PROSE}\n</TEXT>\n</DOC>\n" for number in (1, 3))
    return spoilt.join(items).encode()


def deep(tag: str) -> str:
    return f"<{tag}>" * 5_000 + "x" + f"</{tag}>" * 5_000


# Mail and containers


def message(number: int) -> bytes:
    return (
        f"From a@osk.example Fri May  2 10:00:00 2031\nFrom: a@osk.example\nTo: b@osk.example\nSubject: Osk {number}\n"
        f"Date: Fri, 02 May 2031 10:00:00 +0000\n\n{PROSE}\n\n"
    ).encode()


def mbox(spoilt: bytes) -> bytes:
    return message(1) + b"From a@osk.example Fri May  2 10:00:00 2031\n" + spoilt + b"\n\n" + message(3)


SPOILT_MAIL: Final = (
    b"", b"Subject: nothing in it\n", b"no header at all", b"From: a@b\nTo: c@d\nContent-Type: multipart/mixed\n\nx",
    b"From: a@b\nTo: c@d\nContent-Type: text/html; charset=none-such\nContent-Transfer-Encoding: base64\n\n!!!!",
    b"From: a@b\nTo: c@d\nContent-Type: text/html\n\n" + deep("div").encode(),
    b"From: a@b\nSubject: =?utf-8?b?/////w==?=\nDate: never\n\n\xff\xfe\xfd",
)  # fmt: skip


def warc(spoilt: bytes, encoding: str) -> bytes:
    return (
        response("https://osk.example/1", page("Osk 1"))
        + response("https://osk.example/2", spoilt, sent=f"Content-Encoding: {encoding}\r\n")
        + response("https://osk.example/3", page("Osk 3"))
    )


_COMPRESSED: Final = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}


def in_zip(spoilt: bytes) -> bytes:
    return zipped({"1.txt": HARBOUR, "2.json": spoilt, "3.txt": BRIDGE})


def in_tar(spoilt: bytes) -> bytes:
    return tarred({"1.txt": HARBOUR, "2.json": spoilt, "3.txt": BRIDGE})


def _cases() -> Iterable[tuple[str, bytes]]:
    made: list[tuple[str, Callable[[str], bytes], Iterable[str]]] = [
        ("JSON Lines", json_lines, (*SPOILT_JSON, *BROKEN_LINES)),
        ("JSON", json_list, SPOILT_JSON),
        ("CSV", table, SPOILT_ROWS),
        ("RSS", rss, ("<item/>", "<item><title></title></item>", "<item><description><p></p></description></item>",
                      "<item><guid>2</guid></item>", "<item>\udcff\udcfe</item>",
                      "<item><title>a & b</title></item>", "<item><title>&unknown;</title></item>")),
        ("Atom", atom, ("<entry/>", "<entry><id>2</id></entry>", "<entry><title/><content/></entry>")),
        ("NewsML", nitf, ("<NewsItem/>", "<NewsItem><nitf><body/></nitf></NewsItem>")),
        ("SGML", sgml, ("<DOC></DOC>\n", "<DOC>\n<DOCNO>2</DOCNO>\n</DOC>\n",
                        "<DOC>\n<DOCNO>2</DOCNO>\n<TEXT>\n</TEXT>\n</DOC>\n")),
    ]  # fmt: skip
    for name, make, spoilt in made:
        yield from ((name, make(each)) for each in spoilt)
    yield from (("mbox", mbox(each)) for each in SPOILT_MAIL)
    for encoding, compress in _COMPRESSED.items():
        yield "WARC", warc(b"\x1f\x8bxx", encoding)
        yield "WARC", warc(compress(page("Osk 2"))[:300], encoding)
    for content in (b"{", b"\0\1\2", nested(TOO_DEEP).encode(), b"{}"):
        yield "zip", in_zip(content)
        yield "tar", in_tar(content)


CASES: Final = tuple(_cases())


@pytest.mark.parametrize(("name", "content"), CASES, ids=[f"{name}-{at}" for at, (name, _) in enumerate(CASES)])
def test_each_record_is_an_article_or_is_reported(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    skipped: list[Skipped] = []
    articles = list(read_articles(path, annotate=False, on_skip=skipped.append))
    records = 1 + (ROWS if name == "CSV" else 2)
    assert len(articles) + len(skipped) == records, ([article.title for article in articles], skipped)
    assert len(articles) >= records - 1


# Books: a page of one without text, as covers are, is nobody's loss


def epub(spoilt: str | None) -> bytes:
    return book("none", **{"one-b": spoilt})


def fb2(spoilt: str) -> bytes:
    sections = (f"<section><title><p>Chapter {number}</p></title><p>{PROSE}</p></section>" for number in (1, 3))
    return f"<FictionBook><description/><body>{spoilt.join(sections)}</body></FictionBook>".encode()


SPOILT_CHAPTERS: Final = (f"<section><p>{PROSE}", "<section><p>a & b</p></section>", "<section><p>&unknown;",
                          f"<section>{'<section>' * 90}<p>{PROSE}</p>")  # fmt: skip
SPOILT_PAGES: Final = (
    None,
    "<",
    "\0",
    deep("div"),
    f"<html><body><p>{PROSE}",
    "<?xml version='1.0'?><html><p>&unknown;",
)


@pytest.mark.parametrize(
    ("name", "content"),
    [*(("a.epub", epub(each)) for each in SPOILT_PAGES), *(("a.fb2", fb2(each)) for each in SPOILT_CHAPTERS)],
)
def test_each_chapter_is_an_article_or_is_reported(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    skipped: list[Skipped] = []
    articles = list(read_articles(path, annotate=False, on_skip=skipped.append))
    told = "\n".join(article.body for article in articles)
    assert len(articles) + len(skipped) >= 3 or told.count(PROSE) >= content.count(PROSE.encode()), (told, skipped)


@pytest.mark.parametrize("cut", [0.5, 0.6, 0.75, 0.9, 0.98])
def test_what_is_cut_short_is_said_to_be(tmp_path: Path, cut: float) -> None:
    whole = fb2("<section><title><p>Chapter 2</p></title><p>Short.</p></section>")
    corpus = sgml("") + b"<DOC>\n<TEXT>" + PROSE.encode() * 9
    for name, content in (("a.fb2", whole), ("a.sgm", corpus), ("a.warc.gz", gzip.compress(warc(page("Osk 2"), "x")))):
        path = tmp_path / name
        path.write_bytes(content[: int(len(content) * cut)])
        skipped: list[Skipped] = []
        told: list[str] = []
        try:
            list(read_articles(path, annotate=False, on_skip=skipped.append))
        except DocumentError as error:
            told.append(error.reason)
        told += (each.reason for each in skipped)
        assert any("cut short" in reason for reason in told), (name, told)


def test_what_was_whole_of_a_compressed_file_cut_short_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    records = [gzip.compress(response(f"https://osk.example/{number}", page(f"Osk {number}"))) for number in (1, 2, 3)]
    path.write_bytes(b"".join(records)[:-40])
    read = read_articles(path, annotate=False)
    assert [next(read).title, next(read).title] == ["Osk 1", "Osk 2"]
    with pytest.raises(DocumentError, match="cut short"):
        next(read)


@pytest.mark.parametrize("spoilt", SPOILT_MAIL)
def test_each_message_of_a_maildir_is_an_article_or_is_reported(tmp_path: Path, spoilt: bytes) -> None:
    for folder in ("cur", "new", "tmp"):
        (tmp_path / "Mail" / folder).mkdir(parents=True)
    for number, content in enumerate((message(1), spoilt, message(3))):
        (tmp_path / "Mail" / "cur" / f"13100{number}.M1.osk:2,S").write_bytes(content)
    report = ingest([tmp_path / "Mail"], MemoryStore(), annotate=False)
    assert report.added + len(report.skipped) == 3
    assert report.added >= 2


# Exports


def wallabag(spoilt: str) -> bytes:
    first, second = (json.dumps(entry) for entry in exports.WALLABAG)
    return f"[{first}, {spoilt}, {second}]".encode()


def zotero(spoilt: str) -> bytes:
    first, second = (json.dumps(item) for item in json.loads(exports.ZOTERO_CSL))
    return f"[{first}, {spoilt}, {second}]".encode()


def instapaper(spoilt: str) -> bytes:
    header, *rows = exports.INSTAPAPER.splitlines()
    return "\n".join([header, *rows[:2], spoilt, ""]).encode()


def pocket(spoilt: str) -> bytes:
    header, *rows = exports.POCKET_CSV.splitlines()
    return "\n".join([header, *rows[:2], spoilt, ""]).encode()


def archivebox(spoilt: str) -> bytes:
    links = [json.dumps({"timestamp": f"{number}.0", "url": f"https://osk.example/{number}"}) for number in (1, 3)]
    return f'{{"links": [{links[0]}, {spoilt}, {links[1]}]}}'.encode()


def omnivore(spoilt: str) -> bytes:
    items = [
        json.dumps({"id": f"{number}", "slug": f"s{number}", "title": "Osk", "url": f"https://osk.example/{number}"})
        for number in (1, 3)
    ]
    return zipped({"metadata_0_to_3.json": f"[{items[0]}, {spoilt}, {items[1]}]".encode()})


def readeck(spoilt: str) -> bytes:
    infos = [json.dumps({"UID": f"u{number}", "URL": f"https://osk.example/{number}"}) for number in (1, 3)]
    files = {"data.json": "{}", "bookmarks/u1/info.json": infos[0], "bookmarks/u2/info.json": spoilt}
    return zipped({name: text.encode() for name, text in {**files, "bookmarks/u3/info.json": infos[1]}.items()})


_ROW: Final = "guid, title, author, url, feedurl, pubDate, content, unread, flags, deleted"
SPOILT_NEWS: Final = (
    ("g9", "", "", "", "", 0, "", 1, "", 0), ("", "", "", "", "", 0, "", 1, "", 0),
    (b"\xff", "T", b"\xff\xfe", "u", "f", "never", b"\xff", 1, b"\xff", 0),
    ("g9", "T", "", "javascript:x", "f", 2**62, "<p>x", 1, "a", 0), ("g9", "T", "", "", "f", 0, deep("div"), 1, "", 0),
)  # fmt: skip


@pytest.mark.parametrize("spoilt", SPOILT_NEWS)
def test_each_item_of_newsboat_is_an_article_or_is_reported(tmp_path: Path, spoilt: tuple[object, ...]) -> None:
    folder = exports.newsboat(tmp_path / "newsboat")
    kept = len(list(read_import("newsboat", folder, annotate=False, on_skip=print)))
    with closing(sqlite3.connect(folder / "cache.db")) as database, database:
        database.execute(f"INSERT INTO rss_item ({_ROW}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", spoilt)
    skipped: list[Skipped] = []
    articles = list(read_import("newsboat", folder, annotate=False, on_skip=skipped.append))
    assert len(articles) + len(skipped) == kept + 1
    assert len(articles) >= kept


SPOILT_ITEMS: Final = ("{}", "[]", "null", "7", '{"title": "no address"}', '{"url": 7}', f'{{"a": {nested(DEEP)}}}')
SPOILT_BOOKMARKS: Final = ("a", ",,,,,", '"a "b"", c')

EXPORTS: Final[tuple[tuple[str, str, Callable[[str], bytes], tuple[str, ...]], ...]] = (
    ("wallabag", "a.json", wallabag, SPOILT_ITEMS),
    ("zotero", "a.json", zotero, SPOILT_ITEMS),
    ("omnivore", "a.zip", omnivore, SPOILT_ITEMS),
    ("readeck", "a.zip", readeck, (*SPOILT_ITEMS, "{", "")),
    ("archivebox", "index.json", archivebox, SPOILT_ITEMS),
    ("instapaper", "a.csv", instapaper, SPOILT_BOOKMARKS),
    ("pocket", "part_000000.csv", pocket, SPOILT_BOOKMARKS),
)


@pytest.mark.parametrize(
    ("program", "file", "make", "spoilt"),
    [(program, file, make, each) for program, file, make, spoilt in EXPORTS for each in spoilt],
)
def test_each_item_of_an_export_is_an_article_or_is_reported(
    tmp_path: Path, program: str, file: str, make: Callable[[str], bytes], spoilt: str
) -> None:
    path = tmp_path / file
    path.write_bytes(make(spoilt))
    skipped: list[Skipped] = []
    export = tmp_path if program == "archivebox" else path
    articles = list(read_import(program, export, annotate=False, on_skip=skipped.append))
    assert len(articles) + len(skipped) == 3, ([article.title for article in articles], skipped)
    assert len(articles) >= 2
