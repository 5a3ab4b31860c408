"""Files within files: what is read, under which name, and what a hostile or damaged container gives."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import random
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from backports import zstd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docs_store import MemoryStore, ingest
from docs_store.errors import DocumentError
from docs_store.ledger import Skipped
from docs_store.model import Article
from docs_store.reading import members, read_articles, source, streams
from tests.docs_store.packing import BRIDGE, HARBOUR, PICTURE, device, link, tarred, zipped
from tests.docs_store.test_reading_books import book
from tests.docs_store.test_reading_office import DOCX, ODT
from tests.docs_store.test_reading_workbooks import ODS, XLSX

TWO = {"2031/harbour.txt": HARBOUR, "2031/bridge.txt": BRIDGE}
_WORDS = random.Random(1)
RECORDS = [{"id": n, "title": f"Report {n}", "text": f"{_WORDS.getrandbits(160):x}"} for n in range(2000)]
LINES = b"".join(json.dumps(record).encode() + b"\n" for record in RECORDS)
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress, "zst": zstd.compress,
}  # fmt: skip


def read(path: Path, content: bytes) -> tuple[list[Article], list[str], str]:
    """Return the articles, what was skipped (without the folder), and why the whole was not read to its end."""
    path.write_bytes(content)
    skipped: list[Skipped] = []
    articles: list[Article] = []
    reason = ""
    try:
        articles.extend(read_articles(path, annotate=False, on_skip=skipped.append))
    except DocumentError as error:
        assert error.path == str(path)
        reason = error.reason
    return articles, [f"{each.path.removeprefix(f'{path}!')}: {each.reason}" for each in skipped], reason


def titles(articles: list[Article]) -> list[str]:
    return [article.title for article in articles]


BOTH = ["The harbour opens", "Cracks in the bridge"]


@pytest.mark.parametrize("packer", PACKERS)
def test_a_compressed_file_is_read_as_what_it_holds(tmp_path: Path, packer: str) -> None:
    path = tmp_path / f"harbour.txt.{packer}"
    articles, skipped, reason = read(path, PACKERS[packer](HARBOUR))
    assert (titles(articles), skipped, reason) == (BOTH[:1], [], "")
    assert articles[0].key == str(path)


@pytest.mark.parametrize("packer", ["", *PACKERS])
@pytest.mark.parametrize("pack", [tarred, zipped])
def test_archives_are_folders(tmp_path: Path, pack: Callable[[dict[str, bytes]], bytes], packer: str) -> None:
    path = tmp_path / "clippings"
    articles, skipped, reason = read(path, PACKERS.get(packer, bytes)(pack(TWO)))
    assert (titles(articles), skipped, reason) == (BOTH, [], "")
    assert [article.key for article in articles] == [f"{path}!{name}" for name in TWO]
    assert articles[0].path == str(path)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_zip_methods(tmp_path: Path, method: int) -> None:
    assert read(tmp_path / "a.zip", zipped(TWO, method))[0] != []


@pytest.mark.parametrize("mode", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_long_names_in_tar(tmp_path: Path, mode: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tarfile.TarFile, "format", mode)
    name = "/".join(["a folder with a long name"] * 5 + ["été.txt"])
    assert read(tmp_path / "a.tar", tarred({name: HARBOUR}))[0][0].key.endswith(name)


@pytest.mark.parametrize("pack", [tarred, zipped, lambda files: gzip.compress(tarred(files))])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, pack: Callable[[dict[str, bytes]], bytes]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(pack(TWO))))
    articles = list(read_articles("-", annotate=False))
    assert titles(articles) == BOTH
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(pack({"2031/harbour.txt": BRIDGE}))))
    (other,) = read_articles("-", annotate=False)
    assert other.id not in {article.id for article in articles}  # another archive's file of the same name


def test_what_lies_beside_articles_is_passed_over(tmp_path: Path) -> None:
    files = {
        **TWO, "2031/photo.png": PICTURE, "2031/page.html": b"", "2031/page_files/frame.txt": BRIDGE,
        "style.css": b"a {}", "js/app.js": b"go()", "robots.txt": b"User-agent: *\n", "a.cdx": b" CDX N b a\n",
        ".hidden/a.txt": BRIDGE, "__MACOSX/2031/._harbour.txt": BRIDGE, "f.woff2": b"wOF2\0\1",
    }  # fmt: skip
    articles, skipped, reason = read(tmp_path / "a.zip", zipped(files))
    assert (titles(articles), skipped, reason) == (BOTH, [], "")


def test_records_within_are_their_members(tmp_path: Path) -> None:
    files = dict.fromkeys(("a.jsonl", "b.jsonl"), LINES)
    articles, skipped, _ = read(
        tmp_path / "a.tar.gz", gzip.compress(tarred({**files, "c.jsonl": b'{"id": 1}\n{bad\n'}))
    )
    assert len({article.id for article in articles}) == 4000
    assert [each.partition(": ")[0] for each in skipped] == ["c.jsonl:1", "c.jsonl:2"]


def test_an_archive_in_an_archive_is_read_and_no_deeper(tmp_path: Path) -> None:
    within = zipped({"inner.zip": zipped(TWO)})
    assert titles(read(tmp_path / "a.zip", within)[0]) == BOTH
    articles, skipped, reason = read(tmp_path / "a.zip", zipped({"deep.zip": within, "a.txt": HARBOUR}))
    assert (titles(articles), reason) == (BOTH[:1], "")
    assert skipped == ["deep.zip!inner.zip!2031/harbour.txt: more than 2 files within each other",
                       "deep.zip!inner.zip!2031/bridge.txt: more than 2 files within each other"]  # fmt: skip


# --------------------------------------------------------------------------------------------- hostile and damaged


def encrypted(content: bytes, *, every: bool = False) -> bytes:
    """Set the flag that says so; no reader gets as far as the data."""
    data = bytearray(zipped({"secret.txt": content} if every else {"secret.txt": content, "a.txt": BRIDGE}))
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(magic) + offset] |= 1
    return bytes(data)


def zip_link() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        info = zipfile.ZipInfo("link.txt")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
        archive.writestr("a.txt", BRIDGE)
    return packed.getvalue()


def damaged(data: bytes, at: int) -> bytes:
    return data[:at] + bytes(byte ^ 0x55 for byte in data[at : at + 8]) + data[at + 8 :]


OUT = "its path leads out of the archive"
CUT = "damaged or cut short"
NO_LIST = "damaged or cut short: its list of files is missing"
SWELLS = "swells to more than 100 times its size"
SUBSTACK = "an export of Substack: `import substack` brings in its posts with their titles and days"
STORED = zipped(TWO, zipfile.ZIP_STORED)
HOSTILE: dict[str, tuple[bytes, list[str], list[str], str]] = {
    "tar ../": (tarred({"../a.txt": HARBOUR, "b.txt": BRIDGE}), BOTH[1:], [f"../a.txt: {OUT}"], ""),
    "zip ../": (zipped({"b/../../a.txt": HARBOUR, "b.txt": BRIDGE}), BOTH[1:], [f"b/../../a.txt: {OUT}"], ""),
    "zip, Windows' ..": (zipped({"..\\a.txt": HARBOUR, "b.txt": BRIDGE}), BOTH[1:], [f"..\\a.txt: {OUT}"], ""),
    "tar absolute": (tarred({"/etc/a.txt": HARBOUR, "b.txt": BRIDGE}), BOTH[1:], [f"/etc/a.txt: {OUT}"], ""),
    "tar link": (tarred({"a": link("a.txt", "/etc/passwd"), "b.txt": BRIDGE}), BOTH[1:], ["a.txt: a link"], ""),
    "tar device": (tarred({"a": device("null"), "b.txt": BRIDGE}), BOTH[1:], ["null: not a regular file"], ""),
    "zip link": (zip_link(), BOTH[1:], ["link.txt: a link"], ""),
    "zip encrypted": (encrypted(HARBOUR), BOTH[1:], ["secret.txt: encrypted"], ""),
    "zip cut short": (zipped(TWO)[:-120], BOTH, [], NO_LIST),
    "zip cut in its second file": (zipped(TWO)[: zipped(TWO).rindex(b"PK\3\4") + 60], BOTH[:1], [], NO_LIST),
    "zip stored, cut": (STORED[: STORED.rindex(b"PK\3\4") + 60], BOTH[:1], [], NO_LIST),
    "zip damaged file": (damaged(STORED, 60), BOTH[1:], [f"2031/harbour.txt: {CUT}"], ""),
    "tar cut short": (tarred(TWO)[:1500], BOTH[:1], [], CUT),
    "tar damaged header": (damaged(tarred(TWO), 1024), BOTH[:1], [], CUT),
    "tar.gz cut short": (gzip.compress(tarred({**TWO, "c.txt": LINES.replace(b"{", b"")}))[:-3000], BOTH, [], CUT),
    "zip all encrypted": (encrypted(HARBOUR, every=True), [], [], "encrypted"),
    "substack": (zipped({"x/posts.csv": b"post_id,title\n", "x/posts/17.osk.html": b"<p>Dry.</p>"}), [], [], SUBSTACK),
    "office": (zipped({"ppt/presentation.xml": b"<p/>"}), [], [], "PowerPoint files are not read"),
    "gzip cut in its header": (gzip.compress(HARBOUR)[:9], [], [], CUT),
    "gzip of gzip": (gzip.compress(gzip.compress(HARBOUR)), [], [], "compressed more than once"),
    "gzip cut short": (gzip.compress(HARBOUR)[:-10], [], [], CUT),
    "gzip of nothing": (gzip.compress(b""), [], [], "empty"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_and_damaged_containers(tmp_path: Path, name: str) -> None:
    content, *expected = HOSTILE[name]
    articles, skipped, reason = read(tmp_path / "container", content)
    assert [titles(articles), skipped, reason] == expected


@pytest.mark.parametrize("packer", PACKERS)
def test_a_compressed_file_cut_short_gives_what_is_whole(tmp_path: Path, packer: str) -> None:
    articles, skipped, reason = read(tmp_path / "a", PACKERS[packer](LINES)[:-3000])
    assert 100 < len(articles) < 2000 or packer == "bz2"  # whose blocks are 900 kB
    assert (skipped, reason) == ([], CUT)


def bomb(size: int) -> bytes:
    line = b'{"title": "A bomb"' + b" " * 10_000 + b"}\n"
    return line * (size // len(line))


@pytest.mark.parametrize("packer", PACKERS)
def test_what_swells_too_much_ends(tmp_path: Path, packer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "_SLACK", 2**20)
    articles, skipped, reason = read(tmp_path / "a", PACKERS[packer](bomb(2**24)))
    assert (skipped, reason) == ([], SWELLS)
    assert articles


def test_bombs_within_bombs_share_one_allowance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "_SLACK", 2**20)
    inner = zipped({f"{n}.jsonl": bomb(2**21) for n in range(4)})
    articles, skipped, reason = read(tmp_path / "a", zipped({f"{n}.zip": inner for n in range(4)}))
    assert (skipped, reason) == ([], SWELLS)
    assert len(articles) < 2**24 // 10_000


def test_a_member_too_large_to_be_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "SIZE_LIMIT", 1000)
    articles, skipped, reason = read(
        tmp_path / "a.zip", zipped({"big.txt": b"word " * 400, "lines.jsonl": LINES, **TWO})
    )
    assert (len(articles), len(skipped), reason) == (2002, 1, "")
    assert skipped[0].startswith("big.txt: larger than")


@pytest.mark.parametrize("pack", [tarred, zipped])
def test_too_many_members(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: Callable[[dict[str, bytes]], bytes]
) -> None:
    monkeypatch.setattr(members, "MOST_MEMBERS", 2)
    articles, skipped, reason = read(tmp_path / "a", pack({**TWO, "c.txt": HARBOUR}))
    assert (titles(articles), skipped, reason) == (BOTH, [], "more than 2 files in it; the others are left out")


def test_a_header_of_a_gigabyte_is_not_read(tmp_path: Path) -> None:
    info = tarfile.TarInfo("name")
    info.type, info.size = tarfile.XHDTYPE, 2**30
    assert read(tmp_path / "a", tarred(TWO)[:1024] + info.tobuf(tarfile.USTAR_FORMAT))[1:] == ([], CUT)
    assert read(tmp_path / "b", info.tobuf(tarfile.USTAR_FORMAT) + tarred(TWO)) == ([], [], CUT)


@pytest.mark.parametrize("kind", [tarfile.XHDTYPE, tarfile.GNUTYPE_LONGNAME])
def test_headers_of_headers_without_end(tmp_path: Path, kind: bytes) -> None:
    info = tarfile.TarInfo("name")
    info.type, info.size = kind, 12
    headers = (info.tobuf(tarfile.USTAR_FORMAT) + b"12 path=abc\n".ljust(512, b"\0")) * 2000
    articles, *rest = read(tmp_path / "a", tarred(TWO)[:1024] + headers + tarred(TWO))
    assert (titles(articles), *rest) == (BOTH[:1], [], CUT)


class _Pipe:
    """Takes an archive as a program writes it that cannot go back: the sizes stand behind each file."""

    def __init__(self) -> None:
        self.data = bytearray()

    def write(self, data: bytes) -> int:
        self.data += data
        return len(data)

    def flush(self) -> None:
        pass

    def close(self) -> None:
        pass


def streamed(files: dict[str, bytes]) -> bytes:
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return bytes(pipe.data)


def test_an_archive_that_was_written_into_a_pipe_and_is_cut_short_gives_what_is_whole(tmp_path: Path) -> None:
    for keep, expected in ((-30, BOTH), (streamed(TWO).rindex(b"PK\3\4") + 60, BOTH[:1])):
        articles, skipped, reason = read(tmp_path / "a.zip", streamed(TWO)[:keep])
        assert (titles(articles), skipped, reason) == (expected, [], NO_LIST)


@pytest.mark.parametrize("files", [DOCX, ODT, XLSX, ODS], ids=["docx", "odt", "xlsx", "ods"])
def test_a_document_cut_short_behind_its_text_is_read_as_what_it_is(tmp_path: Path, files: dict[str, bytes]) -> None:
    kind = {} if "mimetype" in files else {"[Content_Types].xml": b"<Types/>"}
    whole = zipped({**kind, **files, "media/a.png": PICTURE})
    expected = read(tmp_path / "whole", whole)[0]
    articles, skipped, reason = read(tmp_path / "cut", whole[: whole.rindex(b"PK\3\4") + 20])
    assert [(each.title, each.body) for each in articles] == [(each.title, each.body) for each in expected]
    assert (len(expected) > 0, skipped, reason) == (True, [], NO_LIST)
    begins = zipped({**kind, **files}).index(b"PK\3\4", 10)
    assert read(tmp_path / "cut", whole[: begins + 10]) == ([], [], NO_LIST)


def test_of_a_book_cut_short_the_whole_chapters_are_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(book())) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    chapters = [name for name in files if name.endswith(("one.xhtml", "one-b.xhtml"))]
    package = {name: files[name] for name in files if "text/" not in name}
    cut = zipped({**package, **{name: files[name] for name in chapters}})[:-400]
    articles, skipped, reason = read(tmp_path / "a.epub", cut)
    assert (len(articles), reason) == (1, NO_LIST)
    assert all(each.endswith(": not in the book") for each in skipped)
    pages = zipped({"mimetype": files["mimetype"], **{name: files[name] for name in chapters}})[:-200]
    articles, skipped, reason = read(tmp_path / "b.epub", pages)
    assert (len(articles), skipped, reason) == (2, [], NO_LIST)


def test_a_truncated_archive_keeps_what_was_read_from_it(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    with MemoryStore() as store:
        path.write_bytes(tarred(TWO))
        assert ingest([path], store).added == 2
        path.write_bytes(tarred(TWO)[:1500])
        report = ingest([path], store, prune=True)
        assert (report.unchanged, report.removed, store.count()) == (1, 0, 2)
        assert report.skipped == (Skipped(str(path), CUT),)


_SEEDS = [
    zipped(TWO),
    STORED,
    tarred(TWO),
    gzip.compress(tarred(TWO)),
    *(pack(LINES[:3000]) for pack in PACKERS.values()),
]


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_damage_gives_articles_or_a_reason(tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(_SEEDS)))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    read(tmp_path / "a", bytes(content[: data.draw(st.integers(1, len(content) + 1))]))
