"""What people clip with: Evernote's exports, and pages as Safari saves them."""

from __future__ import annotations

import base64
import datetime as dt
import json
import plistlib
from pathlib import Path

import pytest

from docs_store import Article, read_articles
from docs_store.errors import DocumentError, NotAnArticle
from docs_store.ledger import Skipped
from docs_store.reading import xml_stream
from tests.docs_store.packing import zipped

FERRIES = "The ferries of Port Sela stayed in port for an eighth day, and passengers waited in the rain."
CREWS = "They want rest between the night crossings, said Ben Hark, who speaks for the Harbour Union."
URL = "https://courier.example/2031/ferry-strike"
PAGE = (
    "<html><head><title>Ferry strike</title></head><body><article><h1>Ferry strike enters second week</h1>"
    f"<p>By Ada Quill</p><p>{FERRIES} Ein Café.</p><p>{CREWS}</p></article></body></html>"
)


def note(title: str, content: str, more: str = "") -> str:
    return (
        f"<note><title>{title}</title><created>20311104T101112Z</created>{more}<content><![CDATA[<?xml version='1.0'?>"
        '<!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd">'
        f"<en-note style='color: red'>{content}</en-note>]]></content></note>"
    )


def enex(*notes: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/'
        f'evernote-export4.dtd">\n<en-export export-date="20311201T000000Z" application="Evernote">{"".join(notes)}'
        "</en-export>\n"
    )


ABOUT = (
    "<tag>ferries</tag><tag>sela</tag><note-attributes><author>the account's owner</author>"
    f"<source-url>{URL}</source-url></note-attributes>"
)
ENEX = enex(
    note(
        "Ferry strike enters second week",
        f"<div>By Ada Quill</div><div>2 November 2031</div><div>{FERRIES}</div><div><br/></div><div>{CREWS}"
        '<en-media hash="9f" type="image/png"/></div>',
        ABOUT,
    ),
    note("A thought", "By Monday: <en-todo checked='true'/>ask about the <data value='3'>three</data> crews"),
    note("", ""),
)


def attached(size: int, kind: str) -> str:
    data = base64.b64encode(bytes(size)).decode()
    return f'<resource><data encoding="base64">{data}</data><mime>{kind}</mime></resource>'


def webarchive(page: bytes, kind: str = "text/html", encoding: str = "UTF-8") -> bytes:
    main = {
        "WebResourceData": page,
        "WebResourceURL": URL,
        "WebResourceMIMEType": kind,
        "WebResourceTextEncodingName": encoding,
    }
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=plistlib.FMT_BINARY)


NO_PAGE = plistlib.dumps({"Web": "x"}, fmt=plistlib.FMT_BINARY)


def read(path: Path, content: bytes) -> tuple[list[Article], list[Skipped]]:
    path.write_bytes(content)
    skipped: list[Skipped] = []
    return list(read_articles(path, annotate=False, on_skip=skipped.append)), skipped


def test_notes_of_evernote(tmp_path: Path) -> None:
    (clip, thought), skipped = read(tmp_path / "a.enex", ENEX.encode())
    assert (clip.title, clip.url, clip.authors) == ("Ferry strike enters second week", URL, ("Ada Quill",))
    assert (clip.published and clip.published.date(), clip.body) == (dt.date(2031, 11, 2), f"{FERRIES}\n\n{CREWS}")
    assert (clip.marks.saved, clip.marks.tags) == (
        dt.datetime(2031, 11, 4, 10, 11, 12, tzinfo=dt.UTC),
        ("ferries", "sela"),
    )
    assert (thought.title, thought.body, thought.authors) == ("A thought", "By Monday: ask about the three crews", ())
    assert [bad.reason for bad in skipped] == ["a note without title or text"]


@pytest.mark.parametrize("size", [10, 200_000, 300_001])
def test_files_attached_to_notes_are_counted_and_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(xml_stream, "_LARGEST", 100_000)
    notes = [
        note("One", FERRIES, attached(size, "application/pdf") + attached(size, "image/png")),
        note("Two", CREWS, attached(size, "application/pdf")),
    ]
    articles, skipped = read(tmp_path / "a.enex", enex(*notes).encode())
    assert [(each.title, each.body) for each in articles] == [("One", FERRIES), ("Two", CREWS)]
    assert [(bad.reason, bad.is_hint) for bad in skipped] == [
        ("files attached to notes are not read: 2 × application/pdf", True)
    ]


@pytest.mark.parametrize(("encoding", "named"), [("utf-8", "UTF-8"), ("cp1252", "windows-1252"), ("utf-8", "no such")])
def test_a_page_of_safari(tmp_path: Path, encoding: str, named: str) -> None:
    (article,), skipped = read(tmp_path / "a.webarchive", webarchive(PAGE.encode(encoding), encoding=named))
    assert (article.title, article.url, article.authors, skipped) == (
        "Ferry strike enters second week",
        URL,
        ("Ada Quill",),
        [],
    )
    assert article.body == f"{FERRIES} Ein Café.\n\n{CREWS}"


@pytest.mark.parametrize(("cut", "titles"), [(100, ["Ferry strike enters second week"]), (3_000, [])])
def test_of_a_page_of_safari_cut_short_what_is_whole_is_read(tmp_path: Path, cut: int, titles: list[str]) -> None:
    path = tmp_path / "a.webarchive"
    frame = "<html><title>An advertisement</title><p>Lamps at half the price, this week alone.</p></html>"
    page = PAGE.replace("</body>", "<p>The crews went home.</p>" * 200 + "</body>")
    whole = webarchive(page.encode())
    data = whole[:-cut]
    path.write_bytes(data.replace(b"bplist00", b"bplist00\x4f\x10" + bytes([len(frame)]) + frame.encode(), 1))
    articles: list[Article] = []
    with pytest.raises(DocumentError, match="a damaged web archive"):
        articles.extend(read_articles(path, annotate=False))
    assert [article.title for article in articles] == titles


def test_a_text_that_safari_saved(tmp_path: Path) -> None:
    text = f"Ferry strike enters second week\n\n{FERRIES}\n\n{CREWS}\n"
    (article,), _ = read(tmp_path / "a.webarchive", webarchive(text.encode(), "text/plain"))
    assert (article.title, article.url) == ("Ferry strike enters second week", URL)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.enex", enex().encode(), "an export of Evernote's without notes"),
        ("a.webarchive", webarchive(PAGE.encode())[:-40], "a damaged web archive"),
        (
            "a.webarchive",
            plistlib.dumps({"Web": "x"}, fmt=plistlib.FMT_BINARY),
            "a web archive of Safari's without a page",
        ),
        ("a.plist", NO_PAGE, "binary, not text"),
    ],
)
def test_what_holds_nothing_says_so(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason):
        read(tmp_path / name, content)


KEPT = {
    "title": "What to take along", "isTrashed": False, "isPinned": False, "isArchived": False, "color": "DEFAULT",
    "listContent": [{"text": "a rope", "isChecked": True}, {"text": "a lamp", "isChecked": False}],
    "labels": [{"name": "harbour"}],
    "createdTimestampUsec": 1935990900000000, "userEditedTimestampUsec": 1935990900123000,
}  # fmt: skip
KEPT_PAGE = """<html><head><title>What to take along</title></head>
<body><div class="note DEFAULT"><div class="heading"><div class="meta-icons"></div>
May 8, 2031, 7:15:00 AM</div><div class="title">What to take along</div>
<div class="content">a rope, and a lamp for the way back from the quay</div></div></body></html>"""


def test_notes_of_google_keep_are_read_once(tmp_path: Path) -> None:
    (article,), skipped = read(tmp_path / "a.json", json.dumps(KEPT).encode())
    assert (article.title, article.body, article.tags) == ("What to take along", "a rope\n\na lamp", ("harbour",))
    assert article.published == dt.datetime(2031, 5, 8, 7, 15, tzinfo=dt.UTC)
    with pytest.raises(NotAnArticle):
        read(tmp_path / "a.html", KEPT_PAGE.encode())
    (alone,), _ = read(tmp_path / "b.html", KEPT_PAGE.encode())
    assert (alone.title, skipped) == ("What to take along", [])
    files = {"Takeout/Notizen/a.json": json.dumps(KEPT).encode(), "Takeout/Notizen/a.html": KEPT_PAGE.encode()}
    (packed,), skipped = read(tmp_path / "takeout.zip", zipped(files))
    assert (packed.tags, skipped) == (("harbour",), [])
