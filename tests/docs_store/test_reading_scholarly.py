"""TEI, what trafilatura writes as XML, and JATS: one article a text, its blocks, pictures and notes in their order."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from docs_store import Article, DocumentError, Skipped, read_articles
from docs_store.model import BlockKind

TEI = """<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="tei_all.rng"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="osk17">
<teiHeader><fileDesc><titleStmt><title type="sub">From the archive</title><title type="main">The Well of Osk</title>
<author><persName><surname>Lima</surname><forename>Ana</forename></persName></author></titleStmt>
<publicationStmt><publisher>Valley Library</publisher><date when="2031-05-02"/></publicationStmt>
<sourceDesc><biblStruct><monogr><title level="j">The Osk Courier</title>
<imprint><date when="1924-03-04">4 March</date></imprint></monogr></biblStruct></sourceDesc></fileDesc>
<profileDesc><langUsage><language ident="en">English</language></langUsage>
<textClass><keywords><term>wells</term><term>water</term></keywords></textClass></profileDesc></teiHeader>
<text><body><div><head>The Well of Osk</head>
<p>The well of <choice><sic>Osc</sic><corr>Osk</corr></choice>, which three vil<lb break="no"/>lages<lb/>share, is dry.
<note>So the council says.</note> <q>It was deep,</q> said
<ref target="https://osk.example/mayor">the mayor</ref>.<pb n="2"/></p><fw>2 THE OSK COURIER</fw>
<figure><graphic url="well.jpg"/><head>The dry well. Photo: Ana Lima/AFP</head><figDesc>a well</figDesc></figure>
<head>What comes next</head><list><item>Carts <del>and mules</del></item><item><p>A new well</p></item></list>
<lg><l>Water, water,</l><l>and none to drink</l></lg>
<quote><p>We shall dig.</p></quote>
<table><row><cell>Depth</cell><cell>40</cell></row></table>
<p>The end.</p></div></body></text></TEI>"""
PAPER = """<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>
<TEI xml:id="osk-1924-03-04"><teiHeader><fileDesc><titleStmt><title>The Osk Courier, 4 March 1924</title></titleStmt>
<publicationStmt><date when="1924-03-04"/></publicationStmt></fileDesc></teiHeader>
<text><body><div type="masthead"><p>Price one penny.</p></div>
<div type="section"><div type="article" xml:id="a1"><head>Well runs dry</head><byline>Ana Lima</byline>
<p>The well is dry.</p></div><div type="article"><head>Rain in Karst</head><p>It rains in Karst.</p></div></div>
</body></text></TEI>
<TEI><teiHeader/><text><body><p/></body></text></TEI></teiCorpus>"""
SCRAPED = """<doc sitename="The Osk Courier" title="The Well of Osk" author="Ana Lima; Karl Osten" date="2031-03-04"
 url="https://osk.example/well" hostname="osk.example" description="A village looks for water." tags="wells, water">
  <main><head rend="h1">The Well of Osk</head><p>The well is <hi rend="#b">dry</hi>.</p>
  <graphic src="well.jpg" alt="The dry well"/><list rend="ul"><item>Carts</item></list><quote>We shall dig.</quote>
  </main><comments><p>First!</p></comments></doc>"""
DOCBOOK = """<?xml version="1.0" encoding="UTF-8"?>
<article xmlns="http://docbook.org/ns/docbook" xmlns:xl="http://www.w3.org/1999/xlink" version="5.0" xml:lang="en">
<info><title>The Well of Osk</title>
<author><personname><firstname>Ana</firstname><surname>Lima</surname></personname></author>
<pubdate>2031-03-04</pubdate><keywordset><keyword>wells</keyword></keywordset>
<abstract><para>A village looks for water.</para></abstract></info>
<para>The well of <emphasis>Osk</emphasis>, which three
villages share,<footnote><para>Since March.</para></footnote> is dry,
says <link xl:href="https://osk.example/mayor">the mayor</link>.</para>
<figure><title>The dry well. Photo: Ana Lima/AFP</title>
<mediaobject><imageobject><imagedata fileref="well.jpg"/></imageobject>
<textobject><phrase>Well</phrase></textobject></mediaobject></figure>
<section><title>What comes next</title>
<itemizedlist><listitem><para>Carts</para></listitem>
<listitem><para>A new well</para></listitem></itemizedlist>
<blockquote><para>We shall dig.</para></blockquote>
<note><para>Keep away.</para></note>
<programlisting>dig --deep</programlisting>
<table><title>Wells by year</title><tgroup cols="2">
<thead><row><entry>Year</entry><entry>Wells</entry></row></thead>
<tbody><row><entry>2030</entry><entry>7</entry></row></tbody></tgroup></table>
</section>
</article>
"""

JATS = """<?xml version="1.0"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.2 20190208//EN" "JATS.dtd">
<article xmlns:xlink="http://www.w3.org/1999/xlink" xml:lang="en"><front>
<journal-meta><journal-title-group><journal-title>Wells</journal-title></journal-title-group></journal-meta>
<article-meta><article-id pub-id-type="pmc">17</article-id><article-id pub-id-type="doi">10.9999/wells.17</article-id>
<article-categories><subj-group><subject>Water</subject></subj-group></article-categories>
<title-group><article-title>Dry wells in <italic>Osk</italic><xref ref-type="fn">*</xref></article-title>
<subtitle>A count</subtitle></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Lima</surname><given-names>Ana B.</given-names></name>
<xref ref-type="aff">1</xref></contrib><contrib contrib-type="editor"><string-name>Karl Osten</string-name></contrib>
</contrib-group><aff>Osk</aff>
<pub-date pub-type="ppub"><month>5</month><year>2031</year></pub-date>
<pub-date pub-type="epub"><day>4</day><month>3</month><year>2031</year></pub-date>
<abstract><title>Abstract</title><p>We counted wells.</p></abstract>
<abstract abstract-type="plain-language"><p>There are few wells.</p></abstract>
<kwd-group><kwd>wells</kwd></kwd-group></article-meta></front>
<body><sec><label>1</label><title>Introduction</title><p>Wells run dry [<xref ref-type="bibr">1</xref>].<xref
 ref-type="fn">a</xref> They do so: <list><list-item><label>•</label><p>in summer</p></list-item></list> and later.</p>
<fig><label>Figure 1.</label><caption><title>The well.</title><p>It is dry.</p></caption><attrib>Ana Lima</attrib>
<alternatives><graphic xlink:href="a.tif"/><graphic xlink:href="a.jpg"/></alternatives></fig>
<table-wrap><label>Table 1</label><alternatives><graphic xlink:href="t.jpg"/><table><tr><th>Year</th><th>Wells</th></tr>
<tr><td>2030</td><td>7</td></tr></table></alternatives></table-wrap>
<disp-quote><p>We shall dig.</p></disp-quote></sec></body>
<back><ack><p>We thank the mayor.</p></ack><ref-list><ref><mixed-citation>Osten.</mixed-citation></ref></ref-list>
<fn-group><fn><p>But see the river.</p></fn></fn-group></back></article>"""


def read(path: Path, text: str, skipped: list[Skipped] | None = None) -> list[Article]:
    path.write_text(text, encoding="utf-8")
    return list(read_articles(path, annotate=False, on_skip=(skipped if skipped is not None else []).append))


def told(article: Article) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in article.blocks]


def test_tei(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "a", TEI)
    assert (article.title, article.authors, article.source) == ("The Well of Osk", ("Ana Lima",), "The Osk Courier")
    assert (article.key, article.language, article.tags) == ("osk17", "en", ("wells", "water"))
    assert article.published == dt.datetime(1924, 3, 4, tzinfo=dt.UTC)
    assert told(article) == [
        (BlockKind.PARAGRAPH, "The well of Osk, which three villages share, is dry. “It was deep,” said the mayor."),
        (BlockKind.PARAGRAPH, "So the council says."),
        (BlockKind.CAPTION, "The dry well."),
        (BlockKind.HEADING, "What comes next"),
        (BlockKind.LIST_ITEM, "Carts"),
        (BlockKind.LIST_ITEM, "A new well"),
        (BlockKind.PARAGRAPH, "Water, water,"),
        (BlockKind.PARAGRAPH, "and none to drink"),
        (BlockKind.QUOTE, "We shall dig."),
        (BlockKind.PARAGRAPH, "Depth | 40"),
        (BlockKind.PARAGRAPH, "The end."),
    ]
    (image,) = article.images
    assert (image.credit, image.alt, image.source) == ("Ana Lima/AFP", "a well", "well.jpg")
    assert [(link.title, link.url) for link in article.links] == [("the mayor", "https://osk.example/mayor")]


def test_a_paper_in_tei_is_read_article_by_article(tmp_path: Path) -> None:
    skipped: list[Skipped] = []
    well, rain, paper = read(tmp_path / "a", PAPER, skipped)
    assert (well.key, well.title, well.authors, well.body) == ("a1", "Well runs dry", ("Ana Lima",), well.body)
    assert well.body.endswith("The well is dry.")
    assert (rain.title, rain.body, rain.source) == ("Rain in Karst", "It rains in Karst.", "")
    assert paper.body == "Price one penny."
    assert len({well.id, rain.id, paper.id}) == 3
    assert {article.published for article in (well, rain, paper)} == {dt.datetime(1924, 3, 4, tzinfo=dt.UTC)}
    assert [each.reason for each in skipped] == ["a text without title or words"]


def test_what_trafilatura_writes(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "a.xml", SCRAPED)
    assert (article.title, article.authors) == ("The Well of Osk", ("Ana Lima", "Karl Osten"))
    assert (article.url, article.source, article.tags) == (
        "https://osk.example/well", "The Osk Courier", ("wells", "water")
    )  # fmt: skip
    assert article.published == dt.datetime(2031, 3, 4, tzinfo=dt.UTC)
    assert told(article) == [
        (BlockKind.STANDFIRST, "A village looks for water."),
        (BlockKind.PARAGRAPH, "The well is dry."),
        (BlockKind.CAPTION, ""),
        (BlockKind.LIST_ITEM, "Carts"),
        (BlockKind.QUOTE, "We shall dig."),
    ]
    assert [(image.alt, image.source) for image in article.images] == [("The dry well", "well.jpg")]


@pytest.mark.parametrize(
    "around", ["{}", "<pmc-articleset>{}</pmc-articleset>", "<OAI-PMH><record>{}</record></OAI-PMH>"]
)
def test_jats(tmp_path: Path, around: str) -> None:
    head, article_element = JATS.split("<article ", 1)
    text = around.format(f"<article {article_element}")
    (article,) = read(tmp_path / "a", head + text if around == "{}" else text)
    assert (article.title, article.authors) == ("Dry wells in Osk: A count", ("Ana B. Lima",))
    assert (article.url, article.source, article.tags) == (
        "https://doi.org/10.9999/wells.17", "Wells", ("wells", "Water")
    )  # fmt: skip
    assert article.published == dt.datetime(2031, 3, 4, tzinfo=dt.UTC)
    assert told(article) == [
        (BlockKind.STANDFIRST, "We counted wells."),
        (BlockKind.PARAGRAPH, "There are few wells."),
        (BlockKind.HEADING, "Introduction"),
        (BlockKind.PARAGRAPH, "Wells run dry [1]. They do so:"),
        (BlockKind.LIST_ITEM, "in summer"),
        (BlockKind.PARAGRAPH, "and later."),
        (BlockKind.CAPTION, "Figure 1. The well. It is dry."),
        (BlockKind.CAPTION, ""),
        (BlockKind.PARAGRAPH, "Year | Wells"),
        (BlockKind.PARAGRAPH, "2030 | 7"),
        (BlockKind.QUOTE, "We shall dig."),
        (BlockKind.PARAGRAPH, "We thank the mayor."),
        (BlockKind.PARAGRAPH, "But see the river."),
    ]
    assert (article.images[0].credit, article.images[0].source) == ("Ana Lima", "a.tif")


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("<pub-date iso-8601-date='2031-03-04'/>", dt.date(2031, 3, 4)),
        ("<pub-date><year>2031</year><season>Spring</season></pub-date>", dt.date(2031, 1, 1)),
        ("<pub-date><day>4</day><month>March</month><year>2031</year></pub-date>", dt.date(2031, 3, 4)),
        ("<pub-date/>", None),
    ],
)
def test_days_of_journals(tmp_path: Path, date: str, day: dt.date | None) -> None:
    meta = f"<front><article-meta>{date}</article-meta></front>"
    (article,) = read(tmp_path / "a", f"<article>{meta}<body><p>A</p></body></article>")
    assert (article.published.date() if article.published else article.inferred) == day


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<TEI><teiHeader/></TEI>", "a text without title or words"),
        ('<!DOCTYPE TEI [<!ENTITY a "b">]><TEI>&a;</TEI>', "declares entities"),
        ("<pmc-articleset><article-meta></article-meta></pmc-articleset>", "JATS without an article"),
    ],
)
def test_what_holds_no_article_says_so(tmp_path: Path, text: str, reason: str) -> None:
    skipped: list[Skipped] = []
    try:
        assert not read(tmp_path / "a", text, skipped)
    except DocumentError as error:
        skipped.append(Skipped("a", error.reason))
    assert [reason in each.reason for each in skipped] == [True]


@pytest.mark.parametrize("text", ["<doc><p>a</p></doc>", "<article><p>A</p></article>"])
def test_other_xml_is_not_taken_for_these(tmp_path: Path, text: str) -> None:
    skipped: list[Skipped] = []
    try:
        articles = read(tmp_path / "a.xml", f"<?xml version='1.0'?>{text}", skipped)
    except DocumentError as error:
        assert "of this kind" in error.reason
    else:
        assert [article.title for article in articles] == ["A"]


def test_docbook(tmp_path: Path) -> None:
    path = tmp_path / "well.xml"
    path.write_text(DOCBOOK, encoding="utf-8")
    (article,) = read_articles(path, annotate=False)
    assert (article.title, article.authors, article.tags) == ("The Well of Osk", ("Ana Lima",), ("wells",))
    assert article.published == dt.datetime(2031, 3, 4, tzinfo=dt.UTC)
    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.STANDFIRST, "A village looks for water."),
        (BlockKind.PARAGRAPH, "The well of Osk, which three villages share, is dry, says the mayor."),
        (BlockKind.PARAGRAPH, "Since March."),
        (BlockKind.CAPTION, "The dry well."),
        (BlockKind.HEADING, "What comes next"),
        (BlockKind.LIST_ITEM, "Carts"),
        (BlockKind.LIST_ITEM, "A new well"),
        (BlockKind.QUOTE, "We shall dig."),
        (BlockKind.PARAGRAPH, "Keep away."),
        (BlockKind.PARAGRAPH, "dig --deep"),
        (BlockKind.PARAGRAPH, "Wells by year"),
        (BlockKind.PARAGRAPH, "Year | Wells"),
        (BlockKind.PARAGRAPH, "2030 | 7"),
    ]
    assert [(image.credit, image.alt, image.source) for image in article.images] == [
        ("Ana Lima/AFP", "Well", "well.jpg")
    ]
    assert [(link.title, link.url) for link in article.links] == [("the mayor", "https://osk.example/mayor")]


def test_a_docbook_book_is_read_chapter_by_chapter(tmp_path: Path) -> None:
    path = tmp_path / "book.xml"
    chapters = "".join(f"<chapter><title>Well {at}</title><para>It is dry.</para></chapter>" for at in (1, 2))
    path.write_text(f"<book><bookinfo><title>Wells</title></bookinfo>{chapters}</book>", encoding="utf-8")
    articles = list(read_articles(path, annotate=False))
    assert [(each.title, each.source, each.body) for each in articles] == [
        ("Well 1", "Wells", "It is dry."), ("Well 2", "Wells", "It is dry."),
    ]  # fmt: skip
