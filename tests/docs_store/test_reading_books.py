"""E-books: chapters in order and under their names, what all of them share, and books that cannot be read."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docs_store.errors import DocumentError
from docs_store.ledger import Skipped
from docs_store.model import Article, BlockKind
from docs_store.reading import read_articles, source, streams
from tests.docs_store.packing import PICTURE, zipped

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
METADATA = """
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
<dc:title>The Ferry to Sela</dc:title><dc:creator opf:role="aut">Ada Quill</dc:creator><dc:language>en-GB</dc:language>
<dc:date opf:event="modification">2033-01-01</dc:date><dc:date>2031-05-03</dc:date><dc:subject>Harbours</dc:subject>
<meta property="dcterms:modified">2033-01-01T00:00:00Z</meta></metadata>"""
NAVIGATION = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
<nav epub:type="toc"><ol><li><a href="text/one.xhtml">The Storm</a></li><li><a href="text/two%20b.xhtml#top">
<span>The</span> Inquiry</a></li></ol></nav><nav epub:type="landmarks"><a href="text/one.xhtml">Start</a></nav>
</body></html>"""
NCX = """<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>
<navPoint id="a"><navLabel><text>The Storm</text></navLabel><content src="text/one.xhtml"/>
<navPoint id="c"><navLabel><text>At night</text></navLabel><content src="text/one.xhtml#night"/></navPoint></navPoint>
<navPoint id="b"><navLabel><text>The Inquiry</text></navLabel><content src="text/two%20b.xhtml"/></navPoint>
</navMap></ncx>"""
STORM = "The storm came in the night, and the crews of the ferry were not warned of it."
PIERS = "In the morning two of the piers were gone, and with them the lamps that had stood there for a century."
INQUIRY = "The inquiry sat for a year, heard every one of the crews and the mayor, and found no one to blame."


def page(body: str, title: str = "The Ferry to Sela") -> str:
    return f"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title>{title}</title></head><body>{body}</body></html>"


def book(contents: str = "nav", **changed: str | None) -> bytes:
    """Return a book; `changed` are files by their names without folder and ending."""
    items = [
        '<item id="cover" href="text/cover.xhtml" media-type="application/xhtml+xml"/>',
        '<item id="rights" href="text/copyright.xhtml" media-type="application/xhtml+xml"/>',
        '<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/>',
        '<item id="one-b" href="text/one-b.xhtml" media-type="application/xhtml+xml"/>',
        '<item id="two" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>',
        '<item id="pic" href="pic.png" media-type="image/png"/>',
    ]
    if contents == "nav":
        items.append('<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>')
    if contents == "ncx":
        items.append('<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>')
    order = ("cover", "rights", "nav", "one", "one-b", "two", "pic", "absent")
    spine = "".join(f'<itemref idref="{each}"/>' for each in order)
    package = f'<package xmlns="http://www.idpf.org/2007/opf">{METADATA}<manifest>{"".join(items)}</manifest><spine>{spine}</spine></package>'
    files = {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": package,
        "OEBPS/nav.xhtml": NAVIGATION,
        "OEBPS/toc.ncx": NCX,
        "OEBPS/text/cover.xhtml": page("<img src='../pic.png' alt='A ferry'/>"),
        "OEBPS/text/copyright.xhtml": page("<p>All rights are the author's.</p>"),
        "OEBPS/text/one.xhtml": page(
            f"<h1>The Storm</h1><p>{STORM}</p><figure><img src='../pic.png' alt='piers'/><figcaption>The piers, before"
            "</figcaption></figure>"
        ),
        "OEBPS/text/one-b.xhtml": page(f"<p>{PIERS}</p>"),
        "OEBPS/text/two b.xhtml": page(f"<h2>The Inquiry</h2><p>{INQUIRY}</p>"),
    }
    for name, content in changed.items():
        path = next(path for path in files if Path(path).stem == name)
        if content is None:
            del files[path]
        else:
            files[path] = content
    packed = {"mimetype": b"application/epub+zip", **{name: text.encode() for name, text in files.items()}}
    return zipped({**packed, "OEBPS/pic.png": PICTURE})


def read(path: Path, content: bytes) -> tuple[list[Article], list[str]]:
    path.write_bytes(content)
    skipped: list[Skipped] = []
    articles = list(read_articles(path, annotate=False, on_skip=skipped.append))
    return articles, [f"{each.path.removeprefix(str(path))}: {each.reason}" for each in skipped]


def refused(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    with pytest.raises(DocumentError) as caught:
        list(read_articles(path, annotate=False))
    return caught.value.reason


@pytest.mark.parametrize("contents", ["nav", "ncx"])
def test_chapters(tmp_path: Path, contents: str) -> None:
    path = tmp_path / "a.epub"
    articles, skipped = read(path, book(contents))
    assert skipped == []
    assert [(each.title, each.key) for each in articles] == [
        ("The Storm", f"{path}!OEBPS/text/one.xhtml"),
        ("The Inquiry", f"{path}!OEBPS/text/two b.xhtml"),
    ]
    first = articles[0]
    assert first.body == f"{STORM}\n\n{PIERS}"  # the second file is a part of the first chapter
    assert [(image.caption, image.alt) for image in first.images] == [("The piers, before", "piers")]
    assert (first.source, first.authors, first.language, first.tags) == (
        "The Ferry to Sela", ("Ada Quill",), "en", ("Harbours",)
    )  # fmt: skip
    assert first.published is not None
    assert first.published.date().isoformat() == "2031-05-03"


def test_without_contents_each_page_is_an_article(tmp_path: Path) -> None:
    articles, _ = read(tmp_path / "a.epub", book("none"))
    assert [each.title for each in articles] == [
        "The Storm",
        "In the morning two of the piers were gone, and with them the lamps that had stood there…",
        "The Inquiry",
    ]


def test_a_long_preface_named_after_the_cover_is_kept(tmp_path: Path) -> None:
    articles, _ = read(tmp_path / "a.epub", book(copyright=page(f"<h1>Thanks</h1><p>{STORM * 30}</p>")))
    assert [each.title for each in articles] == ["Thanks", "The Storm", "The Inquiry"]


def test_a_bad_page_does_not_lose_the_book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "SIZE_LIMIT", 5_000)
    files = {"one-b": page("<p>" + "word " * 2000 + "</p>"), "two b": None}
    articles, skipped = read(tmp_path / "a.epub", book("nav", **files))
    assert [each.title for each in articles] == ["The Storm"]
    assert [each.partition(",")[0].partition(" than")[0] for each in skipped] == [
        "!OEBPS/text/one-b.xhtml: larger", "!OEBPS/text/two b.xhtml: not in the book"
    ]  # fmt: skip


def test_books_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    assert refused(path, book(container="<container/>")) == "an EPUB without its package"
    assert refused(path, book(book="no XML")) == "an EPUB without its package"
    path.write_bytes(book())
    with zipfile.ZipFile(path, "a") as locked:
        locked.writestr("META-INF/encryption.xml", '<e><CipherReference URI="OEBPS/text/one.xhtml"/></e>')
    assert refused(path, path.read_bytes()) == "encrypted (DRM)"


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE package [<!ENTITY a "ha ha ha ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY c SYSTEM "file:///etc/passwd">]><package><metadata><title>&b;&c;</title></metadata></package>'
    )
    assert read(tmp_path / "a.epub", book(book=bomb)) == ([], [])


def test_a_book_that_swells_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "_SLACK", 2**20)
    pages = {"one": page("<p>" + "word " * 2**20 + "</p>")}
    assert refused(tmp_path / "a.epub", book("nav", **pages)) == "swells to more than 100 times its size"


FB2 = f"""<?xml version="1.0" encoding="windows-1251"?>
<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink"><description>
<title-info><author><first-name>Ада</first-name><last-name>Квилл</last-name></author><book-title>Паром</book-title>
<lang>ru</lang><date value="2031-05-03">2031</date></title-info></description>
<body><title><p>Паром</p></title>
<section><title><p>Часть первая</p></title>
<section><title><p>Глава 1</p><p>Шторм</p></title><epigraph><p>Вода</p></epigraph>
<p>{STORM}</p><section><title><p>Ночью</p></title><p>{PIERS}</p></section></section>
<section><title><p>Глава 2</p></title><image l:href="#a" title="Причал"/>
<p>{INQUIRY}<a l:href="#n1" type="note">[1]</a></p><p>Ещё<a l:href="#n1">[1]</a><a l:href="#">x</a></p>
<table><tr><th>1924</th><td>7</td></tr></table></section></section>
</body><body name="notes"><title><p>Notes</p></title>
<section id="n1"><title><p>1</p></title><p>A note.</p></section></body><binary id="a">AAAA</binary></FictionBook>"""


@pytest.mark.parametrize("pack", [bytes, lambda data: zipped({"book.fb2": data})])
def test_fictionbook(tmp_path: Path, pack: type[bytes]) -> None:
    articles, skipped = read(tmp_path / "a.fb2", pack(FB2.encode("windows-1251")))
    assert skipped == []
    assert [each.title for each in articles] == ["Часть первая. Глава 1. Шторм", "Часть первая. Глава 2"]
    first = articles[0]
    assert [(block.kind, block.text) for block in first.blocks] == [
        (BlockKind.QUOTE, "Вода"),
        (BlockKind.PARAGRAPH, STORM),
        (BlockKind.HEADING, "Ночью"),
        (BlockKind.PARAGRAPH, PIERS),
    ]
    assert (first.source, first.authors, first.language) == ("Паром", ("Ада Квилл",), "ru")
    assert articles[1].images[0].caption == "Причал"
    assert [block.text for block in articles[1].blocks[-4:]] == [
        f"{INQUIRY}[1]", "A note.", "Ещё[1]x", "1924 | 7"
    ]  # fmt: skip


def test_a_fictionbook_without_text(tmp_path: Path) -> None:
    assert refused(tmp_path / "a.fb2", b"<FictionBook></FictionBook>") == "a FictionBook without text"


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_damage_gives_chapters_or_a_reason(tmp_path: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["container", "book", "nav", "toc", "one", "fb2"]))
    texts = {"container": CONTAINER, "book": METADATA, "nav": NAVIGATION, "toc": NCX, "one": page(STORM), "fb2": FB2}
    text = texts[name]
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(text) - 1))
        text = text[:at] + data.draw(st.text(max_size=4)) + text[at + data.draw(st.integers(0, 30)) :] + " "
    content = text.encode("windows-1251", "replace") if name == "fb2" else book(**{name: text.replace("\ud800", "")})
    with suppress(DocumentError):
        read(tmp_path / "a", content)
