"""Web archives: which pages are articles, how they were sent, and records that are broken."""

from __future__ import annotations

import gzip
import zlib
from contextlib import suppress
from pathlib import Path

import brotli
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docs_store.errors import DocumentError
from docs_store.ledger import Skipped
from docs_store.model import Article
from docs_store.reading import read_articles, streams
from tests.docs_store.packing import PICTURE, zipped

PARAGRAPHS = (
    "The harbour opens on Monday, after years of delay, and the mayor will be there to cut the ribbon. Several hundred "
    "residents are expected, and the ferry will make its first crossing before noon.",
    "Engineers are still at work on two of the piers, which will open in the autumn if the weather lets them. Nobody "
    "at the works could say on Friday what the delay has cost, or who is going to pay for it.",
    "The council meets again next week to speak of the lane that was closed to lorries. Its members had asked for a "
    "report on the lamps, the railings and the road, and have not seen one yet.",
    "In the old town people had waited longest, said Odile Varga, whose shop stands across from the gate. She has kept "
    "the first ticket of the old ferry in a drawer, and means to frame it now.",
)


def page(title: str) -> bytes:
    text = "".join(f"<p>{title}. {paragraph}</p>" for paragraph in PARAGRAPHS)
    head = f"<html><head><title>{title}</title><meta property='og:type' content='article'></head>"
    return f"{head}<body><article><h1>{title}</h1>{text}</article></body></html>".encode()


FRONT = b"<html><head><title>The Courier</title></head><body><ul><li><a href='/a'>Harbour</a></li></ul></body></html>"


def response(
    url: str, body: bytes, status: str = "200 OK", kind: str = "text/html; charset=utf-8", sent: str = ""
) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{sent}\r\n".encode()
    return record("response", url, head + body, "application/http; msgtype=response")


def record(what: str, url: str, block: bytes, kind: str) -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: {what}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2033-01-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\nContent-Type: {kind}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def chunked(body: bytes) -> bytes:
    parts = [body[at : at + 500] for at in range(0, len(body), 500)]
    return b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


URLS = [f"https://courier.example/{name}" for name in ("a", "b", "c")]
RECORDS = [response(url, page(f"Report {url[-1]}")) for url in URLS]


def read(path: Path, content: bytes) -> tuple[list[Article], list[str]]:
    path.write_bytes(content)
    skipped: list[Skipped] = []
    articles = list(read_articles(path, annotate=False, on_skip=skipped.append))
    return articles, [f"{each.path.removeprefix(str(path))}: {each.reason}" for each in skipped]


def test_the_articles_are_read_and_nothing_else(tmp_path: Path) -> None:
    others = [
        record("warcinfo", "", b"software: none\r\n", "application/warc-fields"),
        record("request", URLS[0], b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
        response("https://courier.example/gone", page("Gone"), status="404 Not Found"),
        response("https://courier.example/pic", PICTURE, kind="image/png"),
        response("https://courier.example/", FRONT),
        record("resource", "https://courier.example/r", page("A resource"), "text/html"),
        record("revisit", URLS[1], b"HTTP/1.1 200 OK\r\n\r\n", "application/http; msgtype=response"),
    ]
    articles, skipped = read(tmp_path / "a.warc", b"".join([others[0], *RECORDS, *others[1:]]))
    assert skipped == []
    assert [each.key for each in articles] == [*URLS, "https://courier.example/r"]
    assert articles[0].title == "Report a"
    assert articles[0].url == URLS[0]
    assert articles[0].published is None


def test_compressed_by_record_and_in_a_wacz(tmp_path: Path) -> None:
    packed = b"".join(map(gzip.compress, RECORDS))
    assert [each.key for each in read(tmp_path / "a.warc.gz", packed)[0]] == URLS
    files = {"archive/data.warc.gz": packed, "datapackage.json": b"{}", "pages/pages.jsonl": b'{"title": "A page"}\n',
             "indexes/index.cdx": b"example,courier)/ 2033 {}"}  # fmt: skip
    articles, skipped = read(tmp_path / "a.wacz", zipped(files))
    assert ([each.key for each in articles], skipped) == (URLS, [])


@pytest.mark.parametrize(
    ("sent", "pack"),
    [
        ("Transfer-Encoding: chunked\r\n", chunked),
        ("Content-Encoding: gzip\r\n", gzip.compress),
        ("Content-Encoding: br\r\n", brotli.compress),
        ("Content-Encoding: deflate\r\n", zlib.compress),
        ("Content-Encoding: deflate\r\n", lambda body: zlib.compress(body, wbits=-15)),
        ("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", lambda body: chunked(gzip.compress(body))),
        ("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", bytes),  # undone, and the header left
        ("Content-Encoding: br\r\n", bytes),
    ],
)
def test_how_it_was_sent(tmp_path: Path, sent: str, pack: type[bytes]) -> None:
    articles, skipped = read(tmp_path / "a.warc", response(URLS[0], pack(page("Report")), sent=sent))
    assert ([each.title for each in articles], skipped) == (["Report"], [])


def without_length(data: bytes) -> bytes:
    return data.replace(b"Content-Length", b"Content-Width")


@pytest.mark.parametrize(
    ("broken", "reasons"),
    [
        (b"garbage\r\n" * 50, [": a broken record"]),
        (without_length(RECORDS[1]), [": a broken record"]),
        (RECORDS[1].replace(b"HTTP/1.1 200 OK", b"nothing"), [": a broken record"]),
        (RECORDS[1].replace(b"Content-Length: ", b"Content-Length: x"), [": a broken record"]),
        (
            response(URLS[1], b"\x1f\x8bbroken", sent="Content-Encoding: gzip\r\n"),
            [f"!{URLS[1]}: damaged or cut short"],
        ),
    ],
)
def test_a_broken_record_does_not_lose_the_others(tmp_path: Path, broken: bytes, reasons: list[str]) -> None:
    articles, skipped = read(tmp_path / "a.warc", RECORDS[0] + broken + RECORDS[2])
    assert [each.key for each in articles] == [URLS[0], URLS[2]]
    assert skipped == reasons


def test_cut_short(tmp_path: Path) -> None:
    articles, skipped = read(tmp_path / "a.warc", b"".join(RECORDS)[:-400])
    assert [each.key for each in articles] == URLS[:2]
    assert skipped == [f"!{URLS[2]}: damaged or cut short"]
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join(map(gzip.compress, RECORDS))[:-100])
    found: list[Article] = []
    with pytest.raises(DocumentError, match="damaged or cut short"):
        found.extend(read_articles(path, annotate=False))


def test_bombs_in_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "_SLACK", 2**20)
    bomb = brotli.compress(b"<html>" + b" " * 2**23)
    path = tmp_path / "a.warc"
    path.write_bytes(RECORDS[0] + response(URLS[1], bomb, sent="Content-Encoding: br\r\n") + RECORDS[2])
    with pytest.raises(DocumentError, match="swells to more than 100 times its size"):
        list(read_articles(path, annotate=False))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_damage_gives_articles_or_a_reason(tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(RECORDS[0] + response(URLS[1], chunked(page("B")), sent="Transfer-Encoding: chunked\r\n"))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(5, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 5))] = data.draw(st.binary(max_size=6))
    with suppress(DocumentError):
        read(tmp_path / "a.warc", bytes(content))


SHORT = (
    "<html><head><title>The herring come back - Sela Post</title>{date}</head><body><h1>The herring come back</h1>"
    "{byline}<p>The herring came on a Tuesday, and by Thursday the whole of Sela smelled of money, said Ole Vik, "
    "who has fished there since 2010 with his two brothers and a dog.</p></body></html>"
)
DATE = "<meta property='article:published_time' content='2029-09-09'>"


def test_a_short_page_with_headline_byline_and_day_is_an_article(tmp_path: Path) -> None:
    body = SHORT.format(date=DATE, byline="<p class='byline'>By Ada Quill</p>").encode()
    articles, skipped = read(tmp_path / "a.warc", response(URLS[0], body))
    assert skipped == []
    assert [(each.title, each.authors) for each in articles] == [("The herring come back", ("Ada Quill",))]


@pytest.mark.parametrize(
    ("records", "reason"),
    [
        ([response(URLS[0], FRONT)], "its page is no article"),
        ([response(URLS[0], FRONT), response(URLS[1], SHORT.format(date="", byline="").encode())],
         "none of its 2 pages is an article"),
        ([response("https://courier.example/pic", PICTURE, kind="image/png")], "no web page in it"),
    ],
)  # fmt: skip
def test_an_archive_without_articles_says_so(tmp_path: Path, records: list[bytes], reason: str) -> None:
    assert read(tmp_path / "a.warc", b"".join(records)) == ([], [f": {reason}"])


def arc(url: str, body: bytes, kind: str = "text/html") -> bytes:
    block = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    return f"{url} 192.0.2.7 20040314073000 {kind} {len(block)}\n".encode() + block + b"\n"


def test_the_archives_of_before_warc(tmp_path: Path) -> None:
    spec = b"1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n"
    head = b"filedesc://a.arc 0.0.0.0 20040314073000 text/plain %d\n" % len(spec) + spec + b"\n"
    records = [head, arc(URLS[0], page("One")), arc(URLS[1], PICTURE, "image/png"), arc(URLS[2], page("Two"))]
    articles, skipped = read(tmp_path / "a.arc.gz", b"".join(map(gzip.compress, records)))
    assert [(article.title, article.url) for article in articles] == [("One", URLS[0]), ("Two", URLS[2])]
    assert not skipped
    articles, skipped = read(tmp_path / "b.arc", head + b"no record\n" + records[1])
    assert ([article.title for article in articles], skipped) == (["One"], [": a broken record"])


def test_the_text_of_pages_that_crawls_are_published_as(tmp_path: Path) -> None:
    text = "\n".join(("Home", "The bridge opens", "By Ana Lima", *PARAGRAPHS)).encode()
    records = [
        record("conversion", URLS[0], text, "text/plain"),
        record("conversion", URLS[1], b"Home\nNews\nSport\n", "text/plain"),
        record("conversion", URLS[2], text, "application/json"),
    ]
    articles, skipped = read(tmp_path / "a.wet.gz", b"".join(map(gzip.compress, records)))
    assert [(article.title, article.url, article.authors) for article in articles] == [
        ("The bridge opens", URLS[0], ("Ana Lima",))
    ]
    assert articles[0].body.startswith(PARAGRAPHS[0])
    assert not skipped
