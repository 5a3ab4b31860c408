"""What inputs are made from: for every reader of the registries some files that it reads, all of them our own."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias

from backports import zstd

from docs_store.importing import IMPORTERS, read_import
from docs_store.ledger import Skipped
from docs_store.model import Article
from docs_store.reading import read_articles
from docs_store.reading.formats import FORMATS
from tests.docs_store.importing import exports
from tests.docs_store.packing import BRIDGE, HARBOUR, PICTURE, pdf, pdf_of_streams, tarred, zipped
from tests.docs_store.test_reading_asciidoc import ASCIIDOC
from tests.docs_store.test_reading_books import FB2, book
from tests.docs_store.test_reading_clippers import ENEX, PAGE, webarchive
from tests.docs_store.test_reading_databases import (
    EUROPRESSE,
    FACTIVA,
    FACTIVA_PAGE,
    FACTIVA_TABLES,
    FACTIVA_TEXT,
    NEXIS,
    PROQUEST,
)
from tests.docs_store.test_reading_feeds import ATOM, BLOG, OLD, RDF, RSS
from tests.docs_store.test_reading_latex import LATEX
from tests.docs_store.test_reading_mail import HOSTILE
from tests.docs_store.test_reading_mail import PAGE as MAILED_PAGE
from tests.docs_store.test_reading_markdown import HUGO, JOPLIN, OBSIDIAN, PLAIN
from tests.docs_store.test_reading_mediawiki import HEAD as EXPORT
from tests.docs_store.test_reading_mediawiki import PAGE as WIKI_PAGE
from tests.docs_store.test_reading_mediawiki import WIKITEXT
from tests.docs_store.test_reading_news_xml import NITF, VOLUME
from tests.docs_store.test_reading_news_xml import OLD as NEWSML
from tests.docs_store.test_reading_notebooks import NOTEBOOK
from tests.docs_store.test_reading_office import DOCX, NEXIS_UNI, ODT, RTF
from tests.docs_store.test_reading_org import ORG
from tests.docs_store.test_reading_pdf import INFO, PAGES
from tests.docs_store.test_reading_rst import RST, SPHINX
from tests.docs_store.test_reading_scanned import ALTO
from tests.docs_store.test_reading_scanned import PAGE as SCANNED
from tests.docs_store.test_reading_scholarly import DOCBOOK, JATS, PAPER, SCRAPED, TEI
from tests.docs_store.test_reading_sgml import REUTERS, WIRE
from tests.docs_store.test_reading_table import UNKNOWN
from tests.docs_store.test_reading_warc import RECORDS, URLS, chunked, page, response
from tests.docs_store.test_reading_workbooks import ODS, XLSX

_DATA: Final = Path(__file__).parent.parent / "data"

Read: TypeAlias = Callable[[Path, Callable[[Skipped], None]], Iterator[Article]]
"""Reads a file, passing what it skips to the function."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A file in the parts that it is packed from, so that what is within a container is damaged too."""

    parts: tuple[bytes, ...]
    pack: Callable[[Sequence[bytes]], bytes] = b"".join
    file: str = "file"
    """What it is called, where a name decides."""


@dataclass(frozen=True, slots=True)
class Target:
    """One reader, and files that it reads."""

    name: str
    samples: tuple[Sample, ...]
    read: Read


def targets() -> dict[str, Target]:
    """Return every reader of the registries by its name: its module's, or `import-` and the program's."""
    made = _samples()
    readers = dict.fromkeys(_module(each.read) for each in FORMATS)
    found = [Target(name, made.pop(name, ()), _read) for name in (*readers, *_WITHIN)]
    for program in IMPORTERS:
        name = f"import-{program}"
        found.append(Target(name, made.pop(name, ()), partial(_read_import, program)))
    if made:
        raise AssertionError(f"samples of no reader: {', '.join(made)}")
    return {target.name: target for target in found}


_WITHIN: Final = ("compressed", "docx", "epub", "odt", "workbook")
"""What is read through another reader of the registry, and has code of its own."""


def _module(read: Callable[..., object]) -> str:
    return read.__module__.rpartition(".")[2]


def _read(path: Path, report: Callable[[Skipped], None]) -> Iterator[Article]:
    return read_articles(path, annotate=False, on_skip=report)


def _read_import(program: str, path: Path, report: Callable[[Skipped], None]) -> Iterator[Article]:
    # ArchiveBox keeps a folder.
    return read_import(program, path.parent if program == "archivebox" else path, annotate=False, on_skip=report)


def _samples() -> dict[str, tuple[Sample, ...]]:
    texts = [file.read_bytes() for file in sorted((_DATA / "text" / "files").iterdir())]
    pages = [file.read_bytes() for file in sorted((_DATA / "html").glob("*.html"))]
    lines = b"\n".join(json.dumps(record).encode() for record in _RECORDS)
    compressors = (partial(gzip.compress, mtime=0), bz2.compress, lzma.compress, zstd.compress)
    return {
        "ziparchive": (_zip({"2031/harbour.txt": HARBOUR, "a.html": pages[0], "b.json": lines}),),
        "tararchive": (_packed({"2031/harbour.txt": HARBOUR, "bridge.txt": BRIDGE}, tarred),),
        "warc": (
            _plain(*RECORDS),
            _plain(response(URLS[0], chunked(page("One")), sent="Transfer-Encoding: chunked\r\n")),
        ),
        "pdf": (_plain(pdf(PAGES, **INFO)), Sample((_DRAWN,), _deflated_page)),
        "beside": (_plain(PICTURE), _plain(b"p { color: red }", file="a.css")),
        "fb2": (_plain(FB2.encode("windows-1251")),),
        "feed": tuple(_plain(text.encode()) for text in (RSS, ATOM, RDF, OLD, BLOG)),
        "news_xml": tuple(_plain(text.encode()) for text in (NITF, VOLUME, NEWSML)),
        "mediawiki": (_plain(f"{EXPORT}{WIKI_PAGE}</mediawiki>".encode()), _plain(WIKITEXT.encode(), file="a.wiki")),
        "notebook": (_plain(NOTEBOOK.encode()),),
        "jats": (_plain(JATS.encode()),),
        "scanned": (_plain(ALTO.encode()), _plain(SCANNED.encode())),
        "tei": tuple(_plain(text.encode()) for text in (TEI, PAPER, SCRAPED)),
        "lexisnexis": (_plain(NEXIS.encode()),),
        "factiva": (_plain(FACTIVA.encode()),),
        "enex": (_plain(ENEX.encode()),),
        "webarchive": (_plain(webarchive(PAGE.encode())),),
        "factiva_display": tuple(_plain(text.encode()) for text in (FACTIVA_PAGE, FACTIVA_TEXT, FACTIVA_TABLES)),
        "europresse": (_plain(EUROPRESSE.encode()),),
        "references": (_plain(exports.BOOKMARKS.encode()), _plain(b"TY  - NEWS\nTI  - A\nAU  - B\nER  - \n")),
        "nexis": (_plain(NEXIS_UNI.encode()),),
        "proquest": (_plain(PROQUEST.encode()),),
        "rtf": (_plain(RTF),),
        "docx": (_zip(DOCX),),
        "odt": (_zip(ODT),),
        "workbook": (_zip(XLSX), _zip(ODS)),
        "sgml": (_plain(REUTERS.encode()), _plain(WIRE.encode())),
        "html": tuple(map(_plain, pages)),
        "unread": (_plain(b"Rar!\x1a\x07 a"), _plain(b"<?xml version='1.0'?><kml/>"), _plain(bytes(range(256)))),
        "mail": tuple(_plain(text.encode()) for text in (_MESSAGE, f"From a@b Fri May 2 2031\n{_MESSAGE}", *HOSTILE)),
        "json": (_plain(lines), _plain(json.dumps({"items": _RECORDS}, indent=1).encode())),
        "joplin": (_plain(JOPLIN.encode(), file="a.md"),),
        "docbook": (_plain(DOCBOOK.encode()),),
        "latex": (_plain(LATEX.encode()),),
        "rst": (_plain(RST.encode(), file="a.rst"), _plain(SPHINX.encode(), file="a.rst")),
        "asciidoc": (_plain(ASCIIDOC.encode(), file="a.adoc"),),
        "org": (_plain(ORG.encode(), file="a.org"),),
        "markdown": tuple(_plain(text.encode(), file="a.md") for text in (HUGO, OBSIDIAN, PLAIN)),
        "table": (_plain(UNKNOWN.encode()), _plain(UNKNOWN.replace(",", "\t").encode("utf-16"))),
        "text": tuple(map(_plain, texts)),
        "compressed": tuple(map(partial(_compressed, lines), compressors)),
        "epub": (_unzipped(book("nav")), _unzipped(book("ncx"))),
        "import-archivebox": (
            _plain(_made(partial(exports.archivebox, database=True), "index.sqlite3"), file="index.sqlite3"),
            _plain(_made(partial(exports.archivebox, database=False), "index.json"), file="index.json"),
        ),
        "import-bookmarks": (
            _plain(exports.BOOKMARKS.encode(), file="a.html"),
            _plain(exports.PINBOARD.encode(), file="a.json"),
        ),
        "import-raindrop": (_plain(exports.RAINDROP.encode(), file="a.csv"),),
        "import-readwise": (
            *(_plain(text.encode(), file="a.csv") for text in (exports.READER, exports.READWISE)),
            _plain(exports.READWISE_NOTE.encode(), file="a.md"),
        ),
        "import-substack": (_zip({name: text.encode() for name, text in exports.SUBSTACK.items()}),),
        "import-instapaper": (_plain(exports.INSTAPAPER.encode(), file="a.csv"),),
        "import-newsboat": (_plain(_made(exports.newsboat, "cache.db"), file="cache.db"),),
        "import-omnivore": (_zip(exports.OMNIVORE),),
        "import-pocket": (
            _plain(exports.POCKET_CSV.encode(), file="part_000000.csv"),
            _plain(exports.POCKET_HTML.encode(), file="ril_export.html"),
            _zip(exports.POCKET),
        ),
        "import-readeck": (_zip(exports.READECK),),
        "import-wallabag": (
            _plain(json.dumps(exports.WALLABAG).encode(), file="a.json"),
            _plain(exports.WALLABAG_CSV.encode(), file="a.csv"),
        ),
        "import-zotero": (
            _plain(_made(exports.zotero, "zotero.sqlite"), file="zotero.sqlite"),
            _plain(exports.ZOTERO_CSL.encode(), file="a.json"),
            _plain(exports.ZOTERO_CSV.encode(), file="a.csv"),
        ),
    }  # fmt: skip


def _plain(*parts: bytes, file: str = "file") -> Sample:
    return Sample(parts, file=file)


def _packed(files: Mapping[str, str | bytes], pack: Callable[[dict[str, bytes]], bytes]) -> Sample:
    contents = (content if isinstance(content, bytes) else content.encode() for content in files.values())
    return Sample(tuple(contents), lambda parts: pack(dict(zip(files, parts, strict=True))))


def _zip(files: Mapping[str, str | bytes]) -> Sample:
    return _packed(files, zipped)


def _compressed(content: bytes, compress: Callable[[bytes], bytes]) -> Sample:
    return Sample((content,), lambda parts: compress(b"".join(parts)))


def _deflated_page(parts: Sequence[bytes]) -> bytes:
    data = zlib.compress(b"".join(parts))
    stream = b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(data), data)
    return pdf_of_streams([stream], {})


def _unzipped(archive: bytes) -> Sample:
    from io import BytesIO
    from zipfile import ZipFile

    with ZipFile(BytesIO(archive)) as opened:
        return _zip({name: opened.read(name) for name in opened.namelist()})


def _made(make: Callable[[Path], Path], name: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return (make(Path(folder) / "made") / name).read_bytes()


def all_parts(known: Iterable[Target]) -> tuple[bytes, ...]:
    """Return the parts of all samples: what may get into any of them."""
    return tuple(part for target in known for sample in target.samples for part in sample.parts)


_RECORDS: Final = [
    {"id": 7, "title": "The well is dry", "text": "It may rain.\n\nThey say.", "date": "2031-05-03", "by": ["Ada"]},
    {"headline": {"main": "A pier"}, "body": "<p>It <b>opened</b>.</p><img src='a.jpg' alt='A pier'>", "date": 1e9},
    {"url": "https://courier.example/1", "og:title": "Lamps", "content": [{"text": "9"}], "images": [{"alt": "x"}]},
]  # fmt: skip

_DRAWN: Final = b"""\
BT /F1 24 Tf 1 0 0 1 60 770 Tm (Cracks in the bridge) Tj ET q 1 0 0 1 0 0 cm BT /F1 10 Tf 60 740 Td
[(Engineers found) -250 (cracks in two of the piers on Mon-)] TJ 0 -12 Td <646179> Tj T* (and left.) ' ET Q
"""

_MESSAGE: Final = f"""\
From: =?utf-8?q?Ada_Qu=C3=ADll?= <ada@courier.example>
To: readers@courier.example
Subject: Re: The harbour opens
Date: Fri, 02 May 2031 18:30:00 +0200
List-Id: "The Sela Courier" <news.courier.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="aa"

--aa
Content-Type: multipart/alternative; boundary*0=b; boundary*1=b

--bb
Content-Type: text/plain; charset=utf-8; format=flowed

The harbour opens on Monday,{" "}
after years of delay.

> Did it?
--{" "}
Ada
--bb
Content-Type: text/html; charset="iso-8859-1"
Content-Transfer-Encoding: quoted-printable

{MAILED_PAGE}=20
--bb--
--aa
Content-Type: application/pdf; name*=utf-8''a%20b.pdf
Content-Disposition: attachment
Content-Transfer-Encoding: base64

JVBERi0xLjQK
--aa
Content-Type: message/rfc822

From: Tom
To: Ada
Subject: =?iso-2022-jp?B?GyRCRnxLXBsoQg==?=

Inner.
--aa--
"""
