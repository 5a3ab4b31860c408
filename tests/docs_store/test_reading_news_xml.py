"""NITF and NewsML: one article an item, its text, pictures and topics."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from docs_store import Article, DocumentError, Skipped, read_articles

NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://osk.example/nitf-3-3.dtd">
<nitf><head><title>Well Runs Dry - Archive</title>
<meta content="4" name="publication_day_of_month"/>
<docdata><doc-id id-string="17"/><doc.copyright holder="The Osk Courier" year="2024"/>
<identified-content><classifier class="indexing_service">Wells &amp; Water</classifier></identified-content>
</docdata>
<pubdata date.publication="20240304T000000" name="The Osk Courier" ex-ref="http://osk.example/17"/></head>
<body><body.head><hedline><hl1>The Well Runs Dry</hl1><hl2>And again</hl2></hedline>
<byline class="print_byline">By ANA LIMA</byline>
<byline class="normalized_byline">Lima, Ana</byline><abstract><p>A village looks for water.</p></abstract></body.head>
<body.content><block class="lead_paragraph"><p>The well of Osk is dry.</p></block>
<block class="full_text"><p>The well of Osk is dry.</p><hl2>Later</hl2><p>It may <em>rain</em>.</p>
<media media-type="image"><media-reference source="1.jpg" alternate-text="a well"/>
<media-caption><p>The dry well. Photo: Ana Lima/AFP</p></media-caption></media>
<ul><li>One pump</li></ul></block></body.content></body></nitf>"""

VOLUME = """<newsitem itemid="2286" id="root" date="1996-08-20" xml:lang="en">
<title>OSK: Well runs dry.</title><headline>Well runs dry.</headline><byline>Ana Lima</byline>
<dateline>OSK 1996-08-20</dateline>
<text><p>The well is dry.</p><p>It may rain.</p></text><copyright>(c) Osk 1996</copyright>
<metadata><codes class="bip:topics:1.0"><code code="WELLS"/></codes></metadata></newsitem>"""

G2 = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:newsml:osk.example:1" xml:lang="en"><itemMeta><provider literal="OSK"/>
<versionCreated>2024-03-05T10:15:00Z</versionCreated></itemMeta>
<contentMeta><contentCreated>2024-03-04T10:15:00Z</contentCreated><by>Ana Lima</by><headline>The Well</headline>
<subject qcode="x"><name>Wells</name></subject></contentMeta>
<contentSet><inlineXML>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>It is dry.</p></body></html>
</inlineXML></contentSet></newsItem>
<newsItem guid="urn:newsml:osk.example:2"><itemMeta/></newsItem></itemSet></newsMessage>"""

OLD = """<NewsML><NewsItem>
<Identification><NewsIdentifier><NewsItemId>OSK7</NewsItemId></NewsIdentifier></Identification>
<NewsManagement><FirstCreated>20240304T101500Z</FirstCreated></NewsManagement>
<NewsComponent><NewsLines><HeadLine>The Well</HeadLine><ByLine>Ana Lima</ByLine></NewsLines>
<ContentItem><DataContent><p>It is dry.</p><p>It may rain.</p></DataContent></ContentItem>
</NewsComponent></NewsItem></NewsML>"""


def read(path: Path, text: str, skipped: list[Skipped] | None = None) -> list[Article]:
    path.write_text(text, encoding="utf-8")
    return list(read_articles(path, annotate=False, on_skip=(skipped if skipped is not None else []).append))


def test_nitf(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "a", NITF)
    assert (article.key, article.title, article.source) == ("17", "The Well Runs Dry", "The Osk Courier")
    assert (article.authors, article.url) == (("ANA LIMA",), "http://osk.example/17")
    assert (article.authors, article.tags) == (("ANA LIMA",), ("Wells & Water",))
    assert article.published == dt.datetime(2024, 3, 4, tzinfo=dt.UTC)
    assert article.standfirst == "A village looks for water."
    assert article.body == "The well of Osk is dry.\n\nLater\n\nIt may rain.\n\nOne pump"
    (image,) = article.images
    assert (image.caption, image.credit, image.alt, image.source) == (
        "The dry well.", "Ana Lima/AFP", "a well", "1.jpg"
    )  # fmt: skip


def test_a_volume_of_reuters(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "a", VOLUME)
    assert (article.key, article.title, article.authors) == ("2286", "Well runs dry.", ("Ana Lima",))
    assert (article.body, article.language) == ("The well is dry.\n\nIt may rain.", "en")
    assert article.published == dt.datetime(1996, 8, 20, tzinfo=dt.UTC)


def test_newsml_of_both_generations(tmp_path: Path) -> None:
    skipped: list[Skipped] = []
    (new,) = read(tmp_path / "a", G2, skipped)
    assert (new.key, new.title, new.body) == ("urn:newsml:osk.example:1", "The Well", "It is dry.")
    assert (new.authors, new.tags, new.source) == (("Ana Lima",), ("Wells",), "OSK")
    assert new.published == dt.datetime(2024, 3, 4, 10, 15, tzinfo=dt.UTC)
    assert [item.reason for item in skipped] == ["a news item without title or text"]
    (old,) = read(tmp_path / "b", OLD)
    assert (old.key, old.title, old.body) == ("OSK7", "The Well", "It is dry.\n\nIt may rain.")
    assert old.published == dt.datetime(2024, 3, 4, 10, 15, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<newsMessage><header/></newsMessage>", "without an item"),
        ('<!DOCTYPE nitf [<!ENTITY a "b">]><nitf>&a;</nitf>', "declares entities"),
    ],
)
def test_what_holds_no_article_says_so(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason):
        read(tmp_path / "a", text)
