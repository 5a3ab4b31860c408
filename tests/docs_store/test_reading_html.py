"""Saved web pages become articles."""

from __future__ import annotations

from docs_store.model import BlockKind
from docs_store.reading.html import read_fragment, read_page


def test_a_page_is_read_from_bytes_or_text() -> None:
    page = """<!doctype html><html lang="en"><head><title>Lamps lit - The Harbour Post</title></head><body><article>
    <h1>Lamps lit</h1><p>The harbour lamps were lit again on Monday after eleven dark weeks, the council said.</p>
    <p>Boats had waited outside the bay, and their crews cheered when the first of the lamps came on.</p>
    </article></body></html>"""
    for html in (page, page.encode()):
        raw = read_page(html, "https://harbour.example/lamps")
        assert raw.title == "Lamps lit"
        assert raw.url == "https://harbour.example/lamps"
        assert [block.kind for block in raw.blocks] == [BlockKind.PARAGRAPH] * 2


def test_a_fragment_is_read_whole() -> None:
    story = read_fragment(
        "Short.<p>Second <b>bold</b> one.</p><ul><li>An item</li></ul><img src='/a.jpg' alt='A lamp'>",
        "https://x.example/",
    )
    assert [block.text for block in story.blocks] == ["Short.", "Second bold one.", "An item", ""]
    assert story.images[0].source == "https://x.example/a.jpg"
