"""Addresses: what follows readers about is no part of them, and all else stays as it is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docs_store import MemoryStore, import_articles, ingest
from docs_store.addresses import without_tracking
from docs_store.local.links import url_key
from docs_store.model import article_id

PAGE = "https://courier.example/2031/bridge/"


@pytest.mark.parametrize(
    ("url", "bare"),
    [
        (f"{PAGE}?utm_source=pocket", PAGE),
        (f"{PAGE}?utm_source=a&utm_medium=b&fbclid=x#part", f"{PAGE}#part"),
        (f"{PAGE}?id=7&gclid=x&Page=a%20b", f"{PAGE}?id=7&Page=a%20b"),
        (f"{PAGE}?UTM_Source=a&amp;utm_medium=b", PAGE),
        (f"{PAGE}#utm_source=rss", PAGE),
        (f"{PAGE}?id=7#xtor=RSS-1", f"{PAGE}?id=7"),
        (f"https://web.archive.org/web/20310504101112/{PAGE}?utm_source=a", PAGE),
        (f"http://web.archive.org/web/20310504101112id_/{PAGE}", PAGE),
        (f"https://archive.ph/2031.05.04-101112/{PAGE}", PAGE),
        (f"https://arquivo.osk.example/wayback/20310504101112/{PAGE}", PAGE),
        (f"/web/20310504101112im_/{PAGE}bridge.jpg", f"{PAGE}bridge.jpg"),
        ("https://web.archive.org/web/2031*/bridge", "https://web.archive.org/web/2031*/bridge"),
        (
            f"https://share.osk.example/20310504101112?url={PAGE}",
            f"https://share.osk.example/20310504101112?url={PAGE}",
        ),
    ],
)
def test_what_follows_readers_about_is_left_out(url: str, bare: str) -> None:
    assert without_tracking(url) == bare


def test_a_link_is_known_by_the_page_that_it_names() -> None:
    assert url_key("http://courier.example/2031/bridge/?fbclid=x&wbraid=y") == url_key(f"{PAGE}index.html#part")
    assert url_key(f"{PAGE}?b=2&a=1") == url_key("https://www.courier.example/2031/bridge?a=1&b=2&utm_source=z")
    kept = [PAGE, f"{PAGE}?123", f"{PAGE}?124", f"{PAGE}?at_id=2", f"{PAGE}?ns_id=1", f"{PAGE}?print="]
    assert len({url_key(url) for url in kept}) == len(kept)
    assert url_key("http://[") == url_key("mailto:ada@courier.example") == ""


@pytest.mark.parametrize(
    "url",
    ["", PAGE, f"{PAGE}?", f"{PAGE}?id=7&&b=%2f+%20", f"{PAGE}?utm=1", f"{PAGE}?ns_id=1&at_id=2", f"{PAGE}#utm",
     "a ?b#c", f"{PAGE}?q=utm_source=x", "mailto:ada@courier.example?subject=x"],
)  # fmt: skip
def test_all_else_stays_as_it_is_written(url: str) -> None:
    assert without_tracking(url) == url


def page(url: str) -> str:
    text = "<p>Engineers found cracks in two of the piers on Monday, and closed the lane to lorries.</p>" * 3
    return (
        f'<html><head><title>Cracks in the bridge</title><link rel="canonical" href="{url}"></head>'
        f"<body><article><h1>Cracks in the bridge</h1>{text}</article></body></html>"
    )


def test_one_page_shared_in_several_ways_is_one_article(tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "a.html").write_text(page(PAGE), "utf-8")
    (folder / "b.html").write_text(page(f"{PAGE}?utm_source=x&amp;utm_medium=social"), "utf-8")
    record = {"title": "Ferry", "text": "The ferry runs again.", "url": "https://courier.example/ferry"}
    lines = [json.dumps(record | {"url": record["url"] + end}) for end in ("?fbclid=1", "")]
    (folder / "c.jsonl").write_text("\n".join(lines), "utf-8")
    with MemoryStore() as store:
        ingest([folder], store, annotate=False)
        assert {summary.id for summary in store.iter_summaries()} == {article_id(PAGE), article_id(record["url"])}


def test_an_import_of_a_shared_address_marks_the_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(PAGE), "utf-8")
    table = tmp_path / "part_000000.csv"
    table.write_text(
        f"title,url,time_added,tags,status\nCracks,{PAGE}?utm_source=pocket,1930000000,to-cite,unread\n", "utf-8"
    )
    for order in (0, 1):
        with MemoryStore() as store:
            if order:
                ingest([tmp_path / "a.html"], store, annotate=False)
            import_articles("pocket", table, store, annotate=False)
            ingest([tmp_path / "a.html"], store, annotate=False)
            (summary,) = store.iter_summaries()
            found = store.get(summary.id)
            assert found is not None
            assert (found.marks.tags, found.url, "cracks in two" in found.body) == (("to-cite",), PAGE, True)
