"""What imports say of a page, beside files and each other: nothing that one of them tells is lost."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from docs_store import (
    Marks,
    MemoryStore,
    import_articles,
    ingest,
)
from tests.docs_store.importing import exports
from tests.docs_store.importing.exports import BRIDGE, FERRY, zipped
from tests.docs_store.importing.importing import article, assert_is_the_ferry_story, imported, moment


def test_reading_a_file_again_keeps_the_marks_of_an_import(tmp_path: Path, store: MemoryStore) -> None:
    path = tmp_path / "part_000000.csv"
    path.write_text(exports.POCKET_CSV)
    import_articles("pocket", path, store, annotate=False)
    marks = article(store, FERRY).marks
    wallabag = tmp_path / "all.json"
    wallabag.write_text(json.dumps(exports.WALLABAG))
    import_articles("wallabag", wallabag, store, annotate=False)
    plain = replace(article(store, FERRY), marks=Marks(), tags=("news",), path="/clippings/ferry.html")
    store.put_many([plain])
    kept = article(store, FERRY)
    assert kept.marks.starred
    assert kept.marks.saved == marks.saved == moment("2031-05-08T07:15")
    assert kept.tags == ("news", "harbour", "to cite")
    assert kept.path == "/clippings/ferry.html"


def test_an_address_alone_does_not_take_the_place_of_a_text(tmp_path: Path, store: MemoryStore) -> None:
    wallabag = tmp_path / "all.json"
    wallabag.write_text(json.dumps(exports.WALLABAG))
    import_articles("wallabag", wallabag, store, annotate=False)
    pocket = tmp_path / "part_000000.csv"
    pocket.write_text(exports.POCKET_CSV.replace("harbour|", "boats|"))
    report = import_articles("pocket", pocket, store, annotate=False)
    assert (report.added, report.changed, report.unchanged) == (0, 2, 0)
    ferry = article(store, FERRY)
    assert_is_the_ferry_story(ferry)
    assert ferry.tags == ("harbour", "to cite", "boats")


def test_of_two_imports_a_cut_text_does_not_take_the_place_of_the_whole(tmp_path: Path, store: MemoryStore) -> None:
    whole, cut = tmp_path / "whole.json", tmp_path / "cut.json"
    sentences = [
        "The ferries of Port Sela stayed in port for an eighth day, and passengers waited in the rain.",
        "They want rest between the night crossings, said Ben Hark, who speaks for the Harbour Union.",
        "The council of the upper town meets on Friday to hear both sides in the old grain hall.",
    ]
    for path, kept in ((whole, sentences), (cut, sentences[:1])):
        content = "".join(f"<p>{each}</p>" for each in kept)
        path.write_text(json.dumps([{"url": FERRY, "title": "Ferry strike", "content": content, "tags": [path.stem]}]))
    for path in (whole, cut, whole, cut):
        import_articles("wallabag", path, store, annotate=False)
        assert article(store, FERRY).body.endswith("the old grain hall.")
    assert article(store, FERRY).marks.tags == ("whole", "cut")


def test_what_another_program_tells_beside_the_address_is_added(tmp_path: Path, store: MemoryStore) -> None:
    (tmp_path / "reader.csv").write_text(exports.READER)
    imported("readwise", tmp_path / "reader.csv", store)
    assert article(store, FERRY).authors == ()
    (tmp_path / "a.md").write_text(exports.READWISE_NOTE)
    imported("readwise", tmp_path / "a.md", store)
    ferry = article(store, FERRY)
    assert (ferry.authors, ferry.standfirst) == (("Ada Quill",), "Crews want rest.")
    assert len(ferry.marks.highlights) == 2


WHOLE = (
    "The ferries of Port Sela stayed in port for an eighth day, and passengers waited in the rain.",
    "They want rest between the night crossings, said Ben Hark, who speaks for the Harbour Union.",
)
OTHER = (
    "The council of the upper town meets on Friday to hear both sides in the old grain hall.",
    "A commission of engineers inspected the northern pier and wrote a report on its timbers.",
)


def of_wallabag(path: Path, sentences: tuple[str, ...], **fields: object) -> Path:
    content = "".join(f"<p>{each}</p>" for each in sentences)
    path.write_text(json.dumps([{"url": FERRY, "title": "Ferry strike", "content": content, **fields}]))
    return path


def of_readeck(path: Path, sentences: tuple[str, ...], **fields: object) -> Path:
    info = {"id": "a", "url": FERRY, "title": "Ferry strike", **fields}
    text = f"<section>{''.join(f'<p>{each}</p>' for each in sentences)}</section>"
    return zipped(path, {"bookmarks/a/info.json": json.dumps(info), "bookmarks/a/container/index.html": text})


@pytest.mark.parametrize("wallabag_first", [True, False])
def test_what_two_programs_tell_of_a_page_is_joined(tmp_path: Path, store: MemoryStore, wallabag_first: bool) -> None:
    made = [
        ("wallabag", of_wallabag(tmp_path / "all.json", WHOLE, is_archived=1, tags=["sea"])),
        ("readeck", of_readeck(tmp_path / "all.zip", OTHER, is_archived=False, is_marked=True, labels=["port"])),
    ]
    for name, path in made if wallabag_first else made[::-1]:
        imported(name, path, store)
    stored = [found for each in store.iter_summaries() if (found := store.get(each.id))]
    assert sorted(found.path for found in stored) == ["import:readeck", "import:wallabag"]
    assert {found.body.partition("\n")[0] for found in stored} == {WHOLE[0], OTHER[0]}, "each says something of its own"
    for found in stored:
        assert (found.marks.read, found.marks.starred, {*found.marks.tags}) == (True, True, {"sea", "port"})
    imported("wallabag", of_wallabag(tmp_path / "all.json", ("It is over.", *OTHER)), store)
    assert [each.title for each in store.iter_summaries()] == ["Ferry strike"], (
        "a program's text takes the last one's place"
    )


@pytest.mark.parametrize("import_first", [True, False])
@pytest.mark.parametrize("in_file", [WHOLE, (*WHOLE, *OTHER), WHOLE[:1]])
def test_no_prune_removes_what_was_imported(
    tmp_path: Path, store: MemoryStore, import_first: bool, in_file: tuple[str, ...]
) -> None:
    export = of_wallabag(tmp_path / "all.json", WHOLE, tags=["sea"])
    folder = tmp_path / "clippings"
    folder.mkdir()
    page = folder / "ferry.json"
    record = {"url": FERRY, "title": "Ferry strike", "text": "\n\n".join(in_file)}
    (folder / "other.json").write_text(json.dumps({**record, "url": BRIDGE}))
    page.write_text(json.dumps(record))
    if import_first:
        imported("wallabag", export, store)
    ingest([folder], store, annotate=False)
    if not import_first:
        imported("wallabag", export, store)
    page.unlink()
    for _ in range(2):
        report = ingest([folder], store, annotate=False, prune=True)
        assert (report.removed, report.skipped) == (0, ())
        ferry = article(store, FERRY)
        assert all(sentence in ferry.body for sentence in WHOLE)
        assert ferry.marks.tags == ("sea",)
    page.write_text(json.dumps({**record, "text": "The strike is over, and boats sail at noon."}))
    ingest([folder], store, annotate=False)
    assert sum(each.key == FERRY for each in store.iter_summaries()) == 2
    assert ("night crossings" in in_file[-1]) <= (store.search("night crossings", limit=1).total > 1)


def test_an_import_stays_when_the_file_that_stood_for_it_is_written_anew(tmp_path: Path, store: MemoryStore) -> None:
    page = tmp_path / "ferry.json"
    record = {"url": FERRY, "title": "Ferry strike", "text": "\n\n".join((*WHOLE, *OTHER))}
    page.write_text(json.dumps(record))
    ingest([page], store, annotate=False)
    imported("wallabag", of_wallabag(tmp_path / "all.json", WHOLE), store)
    assert article(store, FERRY).path == str(page)
    page.write_text(json.dumps({**record, "text": "The strike is over, and boats sail at noon."}))
    assert ingest([page], store, annotate=False).editions == 1
    stored = {found.path: found.body for each in store.iter_summaries() if (found := store.get(each.id))}
    assert WHOLE[1] in stored["import:wallabag"]
    assert stored[str(page)].startswith("The strike is over")
