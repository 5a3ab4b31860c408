"""Whatever a page is made of, it becomes a document or a `DocumentError`."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from docs_store.errors import DocumentError
from docs_store.reading import read_articles
from docs_store.reading.html import read_article, read_fragment, read_page
from docs_store.reading.normalise import normalise

TAGS = (
    "html", "head", "body", "title", "base", "meta", "link", "h1", "h2", "p", "div", "span", "a", "ul", "ol",
    "li", "dl", "dd", "blockquote", "br", "hr", "table", "tr", "td", "figure", "figcaption", "img", "picture",
    "source", "noscript", "amp-img", "article", "aside", "section", "main", "nav", "footer", "form", "button",
    "time", "script", "style", "template", "iframe", "video", "svg", "math", "pre", "center", "font",
    "frameset", "details",
)  # fmt: skip
NAMES = ("class", "id", "href", "src", "srcset", "data-src", "alt", "width", "datetime", "content", "property", "name",
         "rel", "hreflang", "itemprop", "type", "style", "lang")  # fmt: skip
VALUES = st.sampled_from(
    ["caption", "credit", "byline", "standfirst", "related", "og:title", "article:published_time", "author",
     "canonical", "alternate", "application/ld+json", "display:none", "1", "http://[", "//x.example/a.jpg",
     "a.jpg 2x, b.jpg 9e999w", "data:,", "javascript:0", "https://x.example/", "2024-03-11", "99999999999999999999", "http://x.example:port/"]
) | st.text(max_size=12)  # fmt: skip
WORDS = st.sampled_from(
    ["The lamps of the harbour were lit again on Monday, after eleven weeks, the council said. " * 2, "By Ana Lima",
     "Photo: Ana Lima/AFP", "Related:", "Comments", "11 March 2024", "Lamps - Post", '{"@type":"Article","headline":',
     '{"@graph":[{"@type":"NewsArticle","headline":"H","author":[[{"name":1}]],"image":[{"caption":2}]}]}',
     "<!--", "-->", "]]>", "&amp", "&#xD800;", "&#0;", "\x00", "\ufffe"]
) | st.text(max_size=30)  # fmt: skip


@st.composite
def tags(draw: st.DrawFn) -> str:
    attributes = draw(st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=3))
    written = "".join(f' {name}="{value}"' for name, value in attributes)
    return f"{draw(st.sampled_from(['<', '</', '<', '<']))}{draw(st.sampled_from(TAGS))}{written}>"


SOUP = st.lists(tags() | WORDS, max_size=40).map("".join)


@given(SOUP, st.sampled_from(["", "https://x.example/a", "http://["]))
def test_any_soup_of_tags_is_a_page(soup: str, url: str) -> None:
    raw = read_page(soup, url)
    assert read_article(soup, url) in (raw, None)
    with contextlib.suppress(DocumentError):  # no text in it
        normalise(raw, path="")
    story = read_fragment(soup, url)
    assert all(block.image is None or block.image < len(story.images) for block in story.blocks)


@given(st.binary(max_size=400) | SOUP.map(lambda soup: soup.encode("utf-16", "surrogatepass")), st.booleans())
def test_any_bytes_are_a_page_or_an_error(data: bytes, is_mhtml: bool) -> None:
    begin = b"From: <Saved by Blink>\nContent-Type: multipart/related; boundary=X\n\n--X\nContent-Type: text/html\n\n"
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(DocumentError):
        path = Path(folder) / "page.html"
        path.write_bytes((begin if is_mhtml else b"<!DOCTYPE html>") + data)
        list(read_articles(path, annotate=False, on_skip=lambda _: None))
    with contextlib.suppress(DocumentError):
        read_page(data)
