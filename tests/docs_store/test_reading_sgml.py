"""The SGML of old news corpora: many documents a file, none of it quite right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs_store import Article, Skipped, read_articles
from docs_store.reading import sgml
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source, open_source

REUTERS = """<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" OLDID="5544" NEWID="1">
<DATE>26-FEB-1987 15:01:01.79</DATE>
<TOPICS><D>wells</D><D>rain</D></TOPICS>
<PLACES><D>osk</D></PLACES>
<PEOPLE></PEOPLE>
<UNKNOWN>
&#5;&#5;&#5;C T
&#22;&#22;&#1;f0704&#31;reute</UNKNOWN>
<TEXT>&#2;
<TITLE>MILLS OF OSK &lt;U> RUN DRY</TITLE>
<AUTHOR>    By Ana Lima, Reuters</AUTHOR>
<DATELINE>    OSK, Feb 26 - </DATELINE><BODY>Showers went on through the week in
the upper valley, easing the drought there since early
January, the cooperative said in its weekly note.
    The dry time means the barley will be late this year, said
A&amp;B Mills &lt;ABM>.
 Reuter
&#3;</BODY></TEXT>
</REUTERS>
<REUTERS TOPICS="NO" NEWID="2">
<DATE>26-FEB-1987 15:02:00.00</DATE>
<TEXT TYPE="UNPROC">&#2;
******MILLS OF OSK
 NET 20 VS 10
&#3;</TEXT>
</REUTERS>
<REUTERS NEWID="3"><TOPICS></TOPICS><TEXT TYPE="BRIEF">&#2;<TITLE>MILLS CLOSE</TITLE>&#3;</TEXT></REUTERS>
"""

WIRE = """<DOC>
<DOCNO> AP880212-0001 </DOCNO>
<FILEID>AP-NR-02-12-88 2344EST</FILEID>
<FIRST>r i AM-Wells     02-12 0012</FIRST>
<HEAD>Wells Run Dry in Upper Valley</HEAD>
<HEAD>With Photo</HEAD>
<BYLINE>By ANA LIMA</BYLINE>
<DATELINE>OSK (AP) </DATELINE>
<TEXT>
   Showers went on through the week in the upper valley, easing the
drought there since January.
   The dry time means the barley will be late &hyph; so the mills say.
</TEXT>
<TEXT>
   A second part of it follows here.
</TEXT>
</DOC>
<DOC><DOCNO>FT911-1</DOCNO><DATE>910514
</DATE><HEADLINE>
FT  14 MAY 91 / Wells in brief</HEADLINE>
<TEXT>One line of it.</TEXT><PUB>The Osk Times</PUB></DOC>
<doc id="OSK_ENG_19940701.0001" type="story">
<headline>
A Pier Opens
</headline>
<dateline>
OSK, July 1
</dateline>
<text>
<p>
It opened on Friday
by noon.
<p>
Many came.
</p>
</text>
</doc>
<DOC>
<DOCNO> LA010190-0001 </DOCNO>
<DATE>
<P>
January 1, 1990, Monday
</P>
</DATE>
<HEADLINE><P>BARLEY LATE</P></HEADLINE>
<SUBJECT><P>BARLEY; MILLS</P></SUBJECT>
<GRAPHIC><P>Photo, A dry well</P></GRAPHIC>
<TEXT><P>It is late.</P></TEXT>
"""


def read(path: Path, text: str | bytes, skipped: list[Skipped] | None = None) -> list[Article]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(read_articles(path, annotate=False, on_skip=(skipped if skipped is not None else []).append))


def test_reuters(tmp_path: Path) -> None:
    first, second, third = read(tmp_path / "reut.sgm", REUTERS)
    assert (first.key, first.title, first.source) == ("1", "MILLS OF OSK <U> RUN DRY", "Reuters")
    assert first.published == dt.datetime(1987, 2, 26, 15, 1, 1, tzinfo=dt.UTC)
    assert (first.authors, first.tags) == (("Ana Lima",), ("wells", "rain", "osk"))
    assert first.body == (
        "OSK, Feb 26 - Showers went on through the week in the upper valley, easing the drought there since early "
        "January, the cooperative said in its weekly note.\n\n"
        "The dry time means the barley will be late this year, said A&B Mills <ABM>."
    )
    assert (first.cleaned, second.cleaned) == (0, 0)
    assert second.body == "******MILLS OF OSK\n\nNET 20 VS 10"
    assert (third.title, third.body, third.tags) == ("MILLS CLOSE", "", ())


def test_the_wires(tmp_path: Path) -> None:
    wire, paper, pier, late = read(tmp_path / "wire", WIRE)
    assert (wire.key, wire.title, wire.authors) == ("AP880212-0001", "Wells Run Dry in Upper Valley", ("ANA LIMA",))
    assert wire.published == dt.datetime(1988, 2, 12, tzinfo=dt.UTC)
    assert [block.text for block in wire.blocks] == [
        "OSK (AP) – Showers went on through the week in the upper valley, easing the drought there since January.",
        "The dry time means the barley will be late - so the mills say.",
        "A second part of it follows here.",
    ]
    assert (paper.title, paper.body, paper.source) == (
        "FT 14 MAY 91 / Wells in brief", "One line of it.", "The Osk Times"
    )  # fmt: skip
    assert paper.published == dt.datetime(1991, 5, 14, tzinfo=dt.UTC)
    assert (pier.key, pier.title) == ("OSK_ENG_19940701.0001", "A Pier Opens")
    assert pier.body == "OSK, July 1 – It opened on Friday by noon.\n\nMany came."
    assert pier.published == dt.datetime(1994, 7, 1, tzinfo=dt.UTC)
    assert (late.title, late.body, late.tags) == ("BARLEY LATE", "It is late.", ("BARLEY", "MILLS"))
    assert late.published == dt.datetime(1990, 1, 1, tzinfo=dt.UTC)


def test_one_document_that_is_not_closed_or_empty_does_not_take_the_others_along(tmp_path: Path) -> None:
    skipped: list[Skipped] = []
    text = "<DOC><DOCNO>1</DOCNO><TEXT>One</TEXT>\n<DOC><DOCNO>2</DOCNO></DOC> "
    text += "<DOC><DOCNO>3</DOCNO><TEXT>Three</TEXT></DOC>"
    path = tmp_path / "wire"
    assert [article.key for article in read(path, text, skipped)] == ["1", "3"]
    assert skipped == [Skipped(f"{path}:2", "a document without title or text")]


def test_where_documents_are_closed_the_last_that_is_not_is_said_to_be_cut_short(tmp_path: Path) -> None:
    text, skipped = "<DOC><DOCNO>1</DOCNO><TEXT>One</TEXT>{}<DOC><DOCNO>2</DOCNO><TEXT>Tw", list[Skipped]()
    assert len(list(read(tmp_path / "wire", text.format("</DOC>"), skipped))) == 2
    assert [each.reason for each in skipped] == ["the rest of it: cut short"]
    skipped.clear()
    assert len(list(read(tmp_path / "wire", text.format(""), skipped))) == 2
    assert skipped == []


def test_the_encoding_of_each_line_is_its_own(tmp_path: Path) -> None:
    text = "<DOC><DOCNO>{}</DOCNO><TEXT>The cafés of Osk — “all three” — are closed.</TEXT></DOC>\n"
    one, two = read(tmp_path / "wire", text.format(1).encode() + text.format(2).encode("cp1252"))
    assert one.body == two.body == "The cafés of Osk — “all three” — are closed."


def test_documents_are_read_one_by_one_and_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "wire"
    path.write_text(f"<DOC><DOCNO>1</DOCNO>\n<TEXT>{'words and more ' * 100}</TEXT></DOC>\n" * 2_000)
    with open_source(str(path)) as source:
        next(sgml.read(source, Reading(_unexpected, _unused)))
        assert source.stream.tell() < path.stat().st_size / 2
    monkeypatch.setattr(sgml, "_LONGEST", 1_000)
    skipped: list[Skipped] = []
    long = "<DOC><DOCNO>1</DOCNO><TEXT>\n" + "words and more\n" * 300 + "</TEXT></DOC>\n"
    assert [article.key for article in read(path, long + "<DOC><DOCNO>2</DOCNO><TEXT>Two</TEXT></DOC>", skipped)] == [
        "2"
    ]
    assert [item.reason for item in skipped] == ["a document longer than 0 MiB"]


@pytest.mark.parametrize("text", ["<DOC>", "<doc>Not of a corpus.</doc>", "A <DOC> in running text: <TEXT>."])
def test_what_is_no_corpus_is_left_to_others(tmp_path: Path, text: str) -> None:
    path = tmp_path / "page"
    path.write_text(text)
    with open_source(str(path)) as source:
        assert not sgml.matches(source)


def _unexpected(skipped: Skipped) -> None:
    raise AssertionError(skipped)


def _unused(source: Source, reading: Reading) -> Iterator[RawDocument]:
    raise AssertionError(source, reading)
