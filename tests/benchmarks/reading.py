"""Articles a second that each reader gives, beside what the format's own library takes for their bare text."""

from __future__ import annotations

import csv
import email
import email.policy
import io
import json
import mailbox
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

import msgspec
import pypdf
import trafilatura
import yaml
from lxml import etree
from markdown_it import MarkdownIt
from warcio.archiveiterator import ArchiveIterator

from docs_store import Article, read_articles
from tests.benchmarks.archives import articles
from tests.benchmarks.rows import Row
from tests.docs_store.packing import pdf, tarred, zipped

_MOST: Final = 400
"""Articles of a format: a second or a few of each reader."""

_LINE: Final = 90
"""Letters of a line in print."""


class _Format(NamedTuple):
    name: str
    peer: str
    write: Callable[[Sequence[Article], Path], object]
    """Writes articles as a file, or as files of a folder."""
    bare: Callable[[Path], int]
    """Reads them back by the peer; returns how many there were."""


def read(count: int) -> list[Row]:
    """Read up to `_MOST` articles from each format."""
    made = list(islice(articles(), min(count, _MOST)))
    return [_measured(each, made) for each in _FORMATS]


def _measured(kind: _Format, made: Sequence[Article]) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / kind.name.replace(" ", ".")
        kind.write(made, path)
        ours = _rate(lambda: sum(1 for file in _files(path) for _ in read_articles(file, annotate=False)), len(made))
        peer = _rate(lambda: kind.bare(path), len(made))
    return Row(f"read {kind.name}", len(made), ours, peer, "articles/s", kind.peer)


def _rate(work: Callable[[], int], count: int) -> float:
    start = time.perf_counter()
    found = work()
    if found != count:
        raise AssertionError(f"{found} of {count} articles were read")
    return count / (time.perf_counter() - start)


def _files(path: Path) -> list[Path]:
    return sorted(path.iterdir()) if path.is_dir() else [path]


def _each(suffix: str, written: Callable[[Article], str | bytes]) -> Callable[[Sequence[Article], Path], object]:
    """Return what writes each article as a file of a folder."""

    def write(made: Sequence[Article], folder: Path) -> None:
        folder.mkdir()
        for number, article in enumerate(made):
            content = written(article)
            data = content.encode() if isinstance(content, str) else content
            (folder / f"{number:04}{suffix}").write_bytes(data)

    return write


def _one(written: Callable[[Sequence[Article]], str | bytes]) -> Callable[[Sequence[Article], Path], object]:
    """Return what writes all articles as one file."""

    def write(made: Sequence[Article], path: Path) -> None:
        content = written(made)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    return write


def _every(look: Callable[[bytes], object]) -> Callable[[Path], int]:
    """Return what looks at each file, and counts those in which there is something."""
    return lambda folder: sum(1 for file in _files(folder) if look(file.read_bytes()))


# What is written


def _date(article: Article) -> str:
    return article.published.isoformat() if article.published else ""


def _record(article: Article) -> dict[str, str]:
    return {"id": article.key, "title": article.title, "text": article.body, "date": _date(article)}


def _text(article: Article) -> str:
    return f"{article.title}\n\nBy {article.authors[0]}\n\n{article.body}\n"


def _page(article: Article) -> str:
    text = "".join(f"<p>{escape(block.text)}</p>\n" for block in article.blocks)
    title, author = escape(article.title), escape(article.authors[0])
    return f"""<!DOCTYPE html><html lang="en"><head><title>{title} | {article.source}</title>
<meta property="og:title" content="{title}"><meta name="author" content="{author}">
<meta property="article:published_time" content="{_date(article)}"></head>
<body><header><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav></header>
<main><article><h1>{title}</h1><p class="byline">By {author}</p>
<figure><img src="{article.key}.jpg" alt=""><figcaption>The place, on the day. Photo: {author}</figcaption></figure>
{text}</article><aside><h2>Most read</h2><ul><li><a href="/a">Another story</a></li></ul></aside></main>
<footer><p>Copyright. All rights reserved.</p></footer></body></html>"""


def _markdown(article: Article) -> str:
    front = yaml.safe_dump({"title": article.title, "date": _date(article), "author": article.authors[0]})
    return f"---\n{front}---\n\n{article.body}\n"


def _table(made: Sequence[Article]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, ("id", "title", "text", "date"))
    writer.writeheader()
    writer.writerows(map(_record, made))
    return out.getvalue()


def _feed(made: Sequence[Article]) -> str:
    items = "".join(
        f"<item><title>{escape(each.title)}</title><guid>{each.key}</guid>"
        f"<description>{escape(''.join(f'<p>{escape(block.text)}</p>' for block in each.blocks))}</description></item>"
        for each in made
    )
    return f'<rss version="2.0"><channel><title>The Post</title>{items}</channel></rss>'


def _sgml(made: Sequence[Article]) -> str:
    return "".join(
        f"<DOC>\n<DOCNO>{each.key}</DOCNO>\n<HEADLINE>{escape(each.title)}</HEADLINE>\n"
        f"<TEXT>\n{escape(each.body)}\n</TEXT>\n</DOC>\n"
        for each in made
    )


def _letter(article: Article) -> bytes:
    letter = email.message.EmailMessage(policy=email.policy.SMTP)
    letter["From"], letter["To"], letter["Subject"] = "post@osk.example", "you@osk.example", article.title
    if article.published:
        letter["Date"] = article.published
    letter.set_content(article.body)
    letter.add_alternative(_page(article), subtype="html")
    return letter.as_bytes()


def _mbox(made: Sequence[Article]) -> bytes:
    letters = (_letter(each).replace(b"\r\n", b"\n").replace(b"\nFrom ", b"\n>From ") for each in made)
    return b"".join(b"From post@osk.example Fri May  2 10:00:00 2031\n" + letter + b"\n" for letter in letters)


def _warc(made: Sequence[Article]) -> bytes:
    out = []
    for each in made:
        page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + _page(each).encode()
        out.append(
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://osk.example/%b\r\n"
            b"WARC-Date: 2031-05-02T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:%b>\r\n"
            b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n"
            % (each.key.encode(), each.key.encode(), len(page), page)
        )
    return b"".join(out)


def _print(article: Article) -> bytes:
    lines = [article.title]
    for word in article.body.encode("cp1252", "replace").decode("cp1252").replace("(", "").replace(")", "").split():
        if len(lines) == 1 or len(lines[-1]) > _LINE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return pdf([[(60, 770 - 13 * at, 10 if at else 20, line) for at, line in enumerate(lines)]])


def _book(made: Sequence[Article]) -> bytes:
    names = [f"{number:04}.xhtml" for number, _ in enumerate(made)]
    items = "".join(f'<item id="c{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in names)
    spine = "".join(f'<itemref idref="c{name}"/>' for name in names)
    files = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        b'<rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        "a.opf": f'<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest>{items}</manifest>'
        f"<spine>{spine}</spine></package>".encode(),
    }
    chapters = {
        name: '<html xmlns="http://www.w3.org/1999/xhtml"><body>'
        f"<h1>{escape(each.title)}</h1>{''.join(f'<p>{escape(block.text)}</p>' for block in each.blocks)}</body></html>"
        for name, each in zip(names, made, strict=True)
    }
    return zipped({**files, **{name: chapter.encode() for name, chapter in chapters.items()}})


# What the peers read


def _trees(path: Path) -> int:
    return sum(1 for _, item in etree.iterparse(path, tag="item", recover=True) if item.findtext("description"))


def _letters(path: Path) -> int:
    box = mailbox.mbox(path, factory=None)
    return sum(1 for key in box.keys() if _told(box.get_bytes(key)))  # noqa: SIM118 – iterating yields letters


def _told(data: bytes) -> str:
    message = email.message_from_bytes(data, policy=email.policy.default)
    part = message.get_body(("plain",))
    return part.get_content() if part else ""


def _responses(path: Path) -> int:
    with path.open("rb") as stream:
        return sum(1 for record in ArchiveIterator(stream) if _extract(record.content_stream().read()))


def _extract(page: bytes) -> object:
    return trafilatura.bare_extraction(page.decode(), with_metadata=True)


def _rows(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.DictReader(file))


def _lines(path: Path) -> int:
    with path.open("rb") as file:
        return sum(1 for _ in map(msgspec.json.decode, file))


def _members(path: Path) -> int:
    with zipfile.ZipFile(path) as archive:
        return sum(1 for name in archive.namelist() if archive.read(name).decode())


def _chapters(path: Path) -> int:
    with zipfile.ZipFile(path) as archive:
        names = (name for name in archive.namelist() if name.endswith(".xhtml"))
        return sum(1 for name in names if "".join(etree.fromstring(archive.read(name)).itertext()))


def _tar_members(path: Path) -> int:
    with tarfile.open(path) as archive:
        files = filter(None, map(archive.extractfile, archive))
        return sum(1 for file in files if file.read().decode())


def _leaves(data: bytes) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def _lines_of_json(made: Sequence[Article]) -> str:
    return "".join(json.dumps(_record(each)) + "\n" for each in made)


def _packed(made: Sequence[Article]) -> dict[str, bytes]:
    return {f"{number:04}.txt": _text(each).encode() for number, each in enumerate(made)}


_FORMATS: Final = (
    _Format("plain text", "its bytes as UTF-8", _each(".txt", _text), _every(bytes.decode)),
    _Format("web pages", "trafilatura", _each(".html", _page), _every(_extract)),
    _Format("Markdown", "markdown-it", _each(".md", _markdown), _every(lambda data: MarkdownIt().parse(data.decode()))),
    _Format("JSON Lines", "msgspec", _one(_lines_of_json), _lines),
    _Format("CSV", "csv", _one(_table), _rows),
    _Format("feed", "lxml", _one(_feed), _trees),
    _Format("SGML", "its bytes as UTF-8", _one(_sgml), lambda path: path.read_bytes().decode().count("</DOC>")),
    _Format("mbox", "email, the plain part", _one(_mbox), _letters),
    _Format("EML", "email, the plain part", _each(".eml", _letter), _every(_told)),
    _Format("WARC", "warcio, trafilatura", _one(_warc), _responses),
    _Format("EPUB", "lxml", _one(_book), _chapters),
    _Format("PDF", "pypdf", _each(".pdf", _print), _every(_leaves)),
    _Format("zip of texts", "zipfile", _one(lambda made: zipped(_packed(made))), _members),
    _Format("tar of texts", "tarfile", _one(lambda made: tarred(_packed(made))), _tar_members),
)
