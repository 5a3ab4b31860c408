"""Whatever stands in a structured file becomes articles or a `DocumentError`; no row is lost and none is made up."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs_store.reading.columns import ARTICLE_PARTS, NAMES
from docs_store.reading.fields import Fields, unmarked
from docs_store.reading.front_matter import read_front_matter, split_front_matter
from docs_store.reading.record import to_document
from tests.properties.test_reading_anything import articles_of

MARKDOWN = """---
|+++
|title: a
|x: [a, *b, &b c]
|# A
|## |> |* |1. |[a](b)|![a](b.png "c")|[[a|b]]|![[a.png]]|{{< figure src="a" caption='b' >}}|{{%|`|```
|*|_|<img src=a>|<p>|</div>|==|%%|#tag |[^1]|\\|&amp;|
|

|    |word """
XML = """<?xml version="1.0"?>|<rss>|</rss>|<channel>|<feed xmlns="http://www.w3.org/2005/Atom">|<item>|</item>|<entry>
|</entry>|<title>|</title>|<link href='http://a.example'/>|<link>|</link>|<description>|</description>|</content:encoded>
|<content type="xhtml">|</content>|<![CDATA[|]]>|<!--|-->|<media:content url="a.jpg" medium="image">|&amp;|&nbsp;|&x;
|<body.content>|<media>|<media-caption>|<head>|<hl1>|<p>|</p>|<newsItem>|</newsItem>|</nitf>|<inlineXML>|<byline>
|<text>|</text>|<div type="article">|<head>|<quote>|<note>|<choice><sic>|<figure>|<graphic url="a"/>|<front>
|<article-meta>|<fig>|<caption>|<list-item>|<table><tr>|<alternatives>|<page>|<revision>|{{|}}|[[|]]
|<author><name>|</name></author>|<guid>|<!DOCTYPE a [|<!ENTITY a 'b'>|]>|<opml>|<outline xmlUrl='a'/>|\0|é|word |&"""
SGML = """<REUTERS NEWID="1">|</REUTERS>|<DOC>|</DOC>|<DOCNO>|</DOCNO>|<TEXT>|</TEXT>|<TITLE>|</TITLE>|<BODY>|</BODY>
|<P>|<HEADLINE>|</headline>|<D>|<TOPICS>|</TOPICS>|<DATE>|</DATE>|870226|26-FEB-1987|&#3;|&lt;|&blank;|<|>|é|word """
TABLE = """title|text|date|id|,|;|\t|"|""|\\|\r|
|\0|é|word |nan|2024-03-04|['a', "b"]|<p>|a.b"""
FORMATS = {
    "md": (MARKDOWN, ["", "---\n", "+++\n"]),
    "xml": (
        XML,
        [
            "<rss>",
            "<feed>",
            "<rdf:RDF>rss",
            "<nitf>",
            "<newsMessage><newsItem>",
            "<TEI>",
            "<doc><main>",
            "<mediawiki>",
            "<article><front><article-meta>",
        ],
    ),
    "sgm": (SGML, ["<REUTERS>", "<DOC><DOCNO>"]),
    "csv": (TABLE, ["title,text\n", "title\ttext\tx\n", "a;b;c\n"]),
}
CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["<p>a</p>", "['a']"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["a.b", ".", "", "name", "value", "$date", "url", "caption"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)
FIELD_NAMES = st.sampled_from(
    sorted({name for names in NAMES.values() for name in names} | {"related", "metadata", "a.b"})
)


@pytest.fixture(scope="module", params=sorted(FORMATS))
def path(request: pytest.FixtureRequest) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / f"file.{request.param}"


@given(data=st.data(), tail=st.binary(max_size=20))
def test_any_pieces_of_a_format(path: Path, data: st.DataObject, tail: bytes) -> None:
    pieces, starts = FORMATS[path.suffix[1:]]
    drawn = data.draw(st.lists(st.sampled_from(pieces.split("|")) | st.text(max_size=5), max_size=40))
    start = data.draw(st.sampled_from(starts))
    articles_of(path, (start + "".join(drawn)).encode("utf-8", "surrogatepass") + tail)


@given(record=st.dictionaries(FIELD_NAMES | st.text(max_size=8), VALUES, max_size=6))
def test_any_record_with_any_mapping(record: dict[str, object]) -> None:
    columns = dict(zip(ARTICLE_PARTS, record, strict=False))
    for mapping in ({}, columns):
        raw = to_document(record, mapping)
        assert raw is None or all(block.image is None or block.image < len(raw.images) for block in raw.blocks)
    Fields(record, columns)


@given(
    rows=st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=8),
    delimiter=st.sampled_from(",;\t|"),
    name=st.sampled_from(["a", "a.csv", "a.tsv"]),
)
def test_every_row_of_a_table_is_read(rows: list[tuple[str, str, str]], delimiter: str, name: str) -> None:
    written = io.StringIO()
    lines = [
        ("id", "title", "text"),
        *((str(at), f"Title {at} {title}", text) for at, (_, title, text) in enumerate(rows)),
    ]
    csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(lines)
    with tempfile.TemporaryDirectory() as folder:
        articles = articles_of(Path(folder) / name, written.getvalue().encode())
    assert [article.key for article in articles] == [str(at) for at in range(len(rows))]


@given(text=st.text(max_size=200), mark=st.sampled_from(["---\n", "+++\n", ""]))
def test_front_matter_and_text_are_the_whole(text: str, mark: str) -> None:
    whole = mark + text.lstrip("\ufeff")
    front, rest = split_front_matter(whole)
    assert whole.startswith(front)
    assert whole.endswith(rest)
    assert all(isinstance(name, str) for name in read_front_matter(front))


@given(text=st.text("<>/bpa &;ltamp#3x ", max_size=100))
def test_what_is_unmarked_holds_no_tag_that_was_there(text: str) -> None:
    assert "<b>" not in unmarked(text.replace("&", "") + "</b>")
    assert len(unmarked(text)) <= len(text)


@given(value=VALUES)
def test_any_answer_of_an_api(value: object) -> None:
    wrapped = {"response": {"docs": [value, {"title": "a", "content": value}]}, "hits": value}
    with tempfile.TemporaryDirectory() as folder:
        articles_of(Path(folder) / "a.json", json.dumps(wrapped).encode())
