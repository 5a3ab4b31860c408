"""Feeds as files: every version's entries, and files that are broken, hostile or without an article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs_store import Article, BlockKind, DocumentError, Skipped, read_articles
from docs_store.reading import feed, xml_stream
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source, open_source

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>The Osk Courier</title><link>https://osk.example/</link><language>en-gb</language>
<image><url>https://osk.example/logo.png</url><title>The Osk Courier</title></image>
<item>
  <title>Caf&eacute; at the &amp;lt;Old&amp;gt; Pier</title><link>https://osk.example/1</link>
  <guid isPermaLink="false">urn:1</guid><dc:creator>Ana Lima</dc:creator>
  <author>desk@osk.example (Karl Osten)</author><pubDate>Mon, 04 Mar 2024 10:15:00 +0900</pubDate>
  <category>Piers</category><category>Town</category>
  <description>&lt;p&gt;A village looks for &lt;b&gt;water&lt;/b&gt;.&lt;/p&gt;
  The post A appeared first on B.</description>
  <content:encoded><![CDATA[<p>The first paragraph&nbsp;says this.</p><figure><img src="/a.jpg">
    <figcaption>The dry well. Photo: Ana Lima/AFP</figcaption></figure><h2>Later</h2><p>The second says more.</p>
    <p>The post <a href="/1">Pier</a> appeared first on <a href="/">Osk</a>.</p>]]></content:encoded>
  <media:content url="https://osk.example/b.jpg" medium="image">
    <media:description>The pier at noon</media:description><media:credit>Karl Osten</media:credit></media:content>
  <media:thumbnail url="https://osk.example/b-small.jpg"/>
</item>
<item><description>Only words &amp; nothing else.</description>
  <guid>https://osk.example/2</guid><enclosure url="https://osk.example/2.mp3" type="audio/mpeg"/></item>
<item><guid isPermaLink="false">x</guid></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xmlns:media="http://search.yahoo.com/mrss/">
<title type="html">Der &lt;em&gt;Bote&lt;/em&gt;</title>
<entry><id>tag:bote.example,2024:1</id><title type="html">Br&#252;cke &amp;amp; Fluß</title>
<link rel="enclosure" type="image/jpeg" href="https://bote.example/1.jpg"/>
<link rel="alternate" href="https://bote.example/1"/>
<author><name>Ana Lima</name><uri>https://bote.example/ana</uri></author><author><name>Karl Osten</name></author>
<published>2024-03-04T10:15:00Z</published><updated>2024-03-05T10:15:00Z</updated><category term="Brücken"/>
<summary>Kurz gesagt.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Die <b>Brücke</b> bleibt.</p>
<p>Der Fluß auch.</p></div>
</content>
<media:group><media:content url="https://bote.example/g.jpg" type="image/jpeg" width="900"/>
<media:content url="https://bote.example/g2.jpg" type="image/jpeg" width="90"/>
<media:description>Die Brücke</media:description></media:group>
</entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://osk.example/"><title>Osk</title></channel>
<item rdf:about="https://osk.example/1"><title>One</title><dc:date>2024-03-04T10:15:00+09:00</dc:date>
<dc:subject>Wells</dc:subject><description>The first.</description></item>
</rdf:RDF>"""

OLD = """<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.example/rss-0.91.dtd">
<rss version="0.91"><channel><title>Osk</title><item><title>One &ndash; and more</title>
<link>https://osk.example/1</link></item></channel></rss>"""

BLOG = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>Osk</title>
<item><title>pier.jpg</title><content:encoded>A pier</content:encoded><wp:post_type>attachment</wp:post_type></item>
<item><title>One</title><content:encoded>Its text.

Goes on.</content:encoded><excerpt:encoded>In short.</excerpt:encoded><wp:post_type>post</wp:post_type></item>
</channel></rss>"""

BOMB = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<rss><channel><item><title>&b;</title></item></channel></rss>"""


def read(path: Path, text: str | bytes, skipped: list[Skipped] | None = None) -> list[Article]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(read_articles(path, annotate=False, on_skip=(skipped if skipped is not None else []).append))


def refused(path: Path, text: str) -> str:
    with pytest.raises(DocumentError) as caught:
        read(path, text)
    return caught.value.reason


def test_rss(tmp_path: Path) -> None:
    skipped: list[Skipped] = []
    first, second = read(tmp_path / "feed", RSS, skipped)
    assert (first.title, first.source, first.url) == (
        "Café at the <Old> Pier", "The Osk Courier", "https://osk.example/1"
    )  # fmt: skip
    assert first.key == first.url
    assert first.authors == ("Ana Lima", "Karl Osten")
    assert first.published == dt.datetime(2024, 3, 4, 1, 15, tzinfo=dt.UTC)
    assert (first.tags, first.language) == (("Piers", "Town"), "en")
    assert first.standfirst == "A village looks for water."
    assert first.body == "The first paragraph says this.\n\nLater\n\nThe second says more."
    assert [(image.caption, image.credit, image.source) for image in first.images] == [
        ("The dry well.", "Ana Lima/AFP", "https://osk.example/a.jpg"),
        ("The pier at noon", "Karl Osten", "https://osk.example/b.jpg"),
    ]
    assert BlockKind.HEADING in [block.kind for block in first.blocks]
    assert (second.body, second.url, second.images) == (
        "Only words & nothing else.", "https://osk.example/2", ()
    )  # fmt: skip
    assert [item.reason for item in skipped] == ["an entry without title or text"]


def test_atom(tmp_path: Path) -> None:
    (entry,) = read(tmp_path / "feed", ATOM)
    assert (entry.title, entry.source, entry.url) == ("Brücke & Fluß", "Der Bote", "https://bote.example/1")
    assert entry.authors == ("Ana Lima", "Karl Osten")
    assert entry.published == dt.datetime(2024, 3, 4, 10, 15, tzinfo=dt.UTC)
    assert (entry.language, entry.tags) == ("de", ("Brücken",))
    assert (entry.standfirst, entry.body) == ("Kurz gesagt.", "Die Brücke bleibt.\n\nDer Fluß auch.")
    assert [(image.caption, image.source) for image in entry.images] == [("Die Brücke", "https://bote.example/g.jpg")]


def test_rdf_and_the_old_versions(tmp_path: Path) -> None:
    (one,) = read(tmp_path / "feed", RDF)
    assert (one.title, one.body, one.source, one.url) == ("One", "The first.", "Osk", "https://osk.example/1")
    assert one.tags == ("Wells",)
    assert one.published == dt.datetime(2024, 3, 4, 1, 15, tzinfo=dt.UTC)
    (old,) = read(tmp_path / "old", OLD)
    assert (old.title, old.url) == ("One – and more", "https://osk.example/1")


def test_an_export_of_wordpress(tmp_path: Path) -> None:
    (one,) = read(tmp_path / "export", BLOG)
    assert (one.title, one.standfirst, one.body) == ("One", "In short.", "Its text.\n\nGoes on.")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ('<?xml version="1.0" encoding="windows-1251"?>', "cp1251"),
        ('<?xml version="1.0" encoding="UTF-16"?>', "utf-16"),
        ("", "utf-8-sig"),
    ],
)
def test_encodings(tmp_path: Path, text: str, encoding: str) -> None:
    item = "<item><title>Закрыт мост через реку</title></item>"
    (one,) = read(tmp_path / "feed", f"{text}<rss><channel>{item}</channel></rss>".encode(encoding))
    assert one.title == "Закрыт мост через реку"


def test_a_legacy_encoding_that_is_not_stated_is_guessed(tmp_path: Path) -> None:
    text = "Die Brücke über den Fluß bleibt für den Verkehr geöffnet, sagte der Bürgermeister. Größere Schäden fehlen."
    rss = f"<rss><channel><item><title>Brücke</title><description>{text}</description></item></channel></rss>"
    (one,) = read(tmp_path / "feed", rss.encode("cp1252"))
    assert one.body == text


def test_a_bare_ampersand_costs_nothing(tmp_path: Path) -> None:
    items = "".join(f"<item><title>{title}</title></item>" for title in ("Osk & Co", "AT&T moves", "Osk &c; more"))
    articles = read(tmp_path / "feed", f"<rss><channel>{items}</channel></rss>")
    assert [article.title for article in articles] == ["Osk & Co", "AT&T moves", "Osk &c; more"]


def test_a_feed_that_is_cut_short_says_so(tmp_path: Path) -> None:
    skipped: list[Skipped] = []
    cut = "<rss><channel><item><title>One</title></item><item><title>Two</title><description>The har"
    articles = read(tmp_path / "feed", cut, skipped)
    assert [article.title for article in articles] == ["One", "Two"]
    assert [each.reason for each in skipped] == ["the rest of it: cut short"]


def test_a_broken_feed_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    broken = RSS[: RSS.index("<item><guid")].replace("</figure>", "]]><b>").replace("<category>Town", "<category>A & B")
    assert "Only words & nothing else." in [article.body for article in read(tmp_path / "feed", broken)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (BOMB, "declares entities"),
        ("<rss><channel><title>Osk</title></channel></rss>", "without entries"),
        ("<feed>" + "<b>" * 100_000, "nested too deep"),
        (
            '<opml><body><outline text="A"><outline xmlUrl="https://osk.example/feed"/></outline></body></opml>',
            "a list of 1 feed (OPML)",
        ),
        ("<rss>" + "<!ELEMENT x>" * 10, "without entries"),
    ],
)
def test_what_holds_no_article_says_so(tmp_path: Path, text: str, reason: str) -> None:
    assert reason in refused(tmp_path / "feed", text)


def test_unknown_entities_stay_as_they_are(tmp_path: Path) -> None:
    text = "<rss><channel><item><title>One &a; &b;</title></item></channel></rss>"
    (one,) = read(tmp_path / "feed", text)
    assert one.title == "One &a; &b;"


def test_memory_is_bounded_by_the_largest_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "feed"
    path.write_text("<rss><channel>" + f"<item><title>{'word ' * 200}</title></item>" * 2_000 + "</channel></rss>")
    with open_source(str(path)) as source:
        next(feed.read(source, Reading(_unexpected, _unused)))
        assert source.stream.tell() < path.stat().st_size / 2
    monkeypatch.setattr(xml_stream, "_LARGEST", 100_000)
    skipped: list[Skipped] = []
    text = f"<rss><channel><item><title>One</title></item><item>{'<b>x</b>' * 100_000}</item></channel></rss>"
    assert [article.title for article in read(path, text, skipped)] == ["One"]
    assert "without the end of <item>" in skipped[0].reason


def _unexpected(skipped: Skipped) -> None:
    raise AssertionError(skipped)


def _unused(source: Source, reading: Reading) -> Iterator[RawDocument]:
    raise AssertionError(source, reading)


BLOGGER = """<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"
xmlns:blogger="http://schemas.google.com/blogger/2018"><title>Harbour Notes</title>
<entry><id>blog-1.layout</id><category scheme="http://schemas.google.com/g/2005#kind"
term="http://schemas.google.com/blogger/2008/kind#template"/><title>Template</title><content>body { }</content></entry>
<entry><id>blog-1.post-2</id><published>2031-11-02T08:00:00Z</published>
<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#post"/>
<category scheme="http://www.blogger.com/atom/ns#" term="ferries"/><title>Ferry strike</title>
<content type="html">&lt;p&gt;They stayed in port.&lt;/p&gt;</content></entry>
<entry><id>blog-1.post-3</id><category scheme="http://schemas.google.com/g/2005#kind"
term="http://schemas.google.com/blogger/2008/kind#comment"/><title>Nice</title><content>A nice post</content></entry>
<entry><id>blog-1.post-4</id><blogger:type>COMMENT</blogger:type><title>Yes</title><content>So true</content></entry>
<entry><id>blog-1.post-5</id><blogger:type>POST</blogger:type><title>A newer post</title><content>On it.</content>
</entry></feed>"""


def test_of_a_blog_exported_from_blogger_only_its_posts_are_articles(tmp_path: Path) -> None:
    articles = read(tmp_path / "blog.xml", BLOGGER)
    assert [(each.title, each.tags) for each in articles] == [("Ferry strike", ("ferries",)), ("A newer post", ())]
