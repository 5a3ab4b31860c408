"""Documents of word processors: what their styles tell, what is no text, and what databases export as them."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from docs_store import Article, read_articles
from docs_store.errors import DocumentError
from docs_store.ledger import Skipped
from docs_store.model import BlockKind
from tests.docs_store.packing import zipped

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FERRIES = "The ferries of Port Sela stayed in port for an eighth day, and passengers waited in the rain."
CREWS = "They want rest between the night crossings, said Ben Hark, who speaks for the Harbour Union."
STYLES = f"""<w:styles {W}>
<w:style w:styleId="Titre"><w:name w:val="Title"/></w:style>
<w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Lgende"><w:name w:val="caption"/></w:style></w:styles>"""
CORE = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:created>2031-11-04T10:11:12Z</dcterms:created></cp:coreProperties>"""
NOTES = f"""<w:footnotes {W}><w:footnote><w:p><w:r><w:t>The union was founded in 1903.</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""
BOX = """<w:p><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
<mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Choice>
<mc:Fallback><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Fallback>
</mc:AlternateContent></w:p>"""
NEXIS_UNI = f"""
Ferry strike enters second week
Ferry strike enters second week
The Sela Courier

November 2, 2031 Tuesday

Copyright 2031 Sela Courier Ltd. All Rights Reserved

Section: NEWS; Pg. 4

Length: 512 words

Byline: Ada Quill

Dateline: PORT SELA

Body

{FERRIES}

{CREWS}

Graphic

A ferry at the quay

Classification

Language: ENGLISH

Subject: STRIKES (90%)

Load-Date: November 3, 2031

End of Document

Bridge inquiry opens

The Mercury

November 2031

Length: 64 words

Body

The inquiry opened before two hundred listeners.

Load-Date: November 4, 2031

End of Document

Nothing

The Mercury

November 5, 2031

Length: 1 words

End of Document
"""


def paragraph(text: str, style: str = "", more: str = "") -> str:
    about = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{about}<w:r><w:t xml:space="preserve">{text}</w:t></w:r>{more}</w:p>'


def docx(*paragraphs: str) -> dict[str, bytes]:
    document = f"<w:document {W}><w:body>{''.join(paragraphs)}<w:sectPr/></w:body></w:document>"
    return {
        "[Content_Types].xml": b"<Types/>",
        "word/document.xml": document.encode(),
        "word/styles.xml": STYLES.encode(),
        "word/footnotes.xml": NOTES.encode(),
        "docProps/core.xml": CORE.encode(),
    }


DOCX = docx(
    paragraph("Ferry strike enters second week", "Titre"),
    paragraph("By Ada Quill"),
    paragraph("2 November 2031"),
    paragraph("A ferry at the quay. Photo: Lena Roth", "Lgende"),
    paragraph(FERRIES, more="<w:del><w:r><w:delText>N</w:delText></w:r></w:del>"),
    paragraph("What the crews want", "Titre1"),
    paragraph(CREWS, more="<w:r><w:instrText>PAGE</w:instrText></w:r>"),
    '<w:p><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>more</w:t><w:tab/><w:t>crews</w:t></w:r>'
    "</w:p>",
    f"<w:tbl><w:tr><w:tc>{paragraph('Monday')}</w:tc><w:tc>{paragraph('4')}</w:tc></w:tr></w:tbl>",
    f"<w:tbl><w:tr><w:tc>{paragraph('Two')}{paragraph('in one cell')}</w:tc></w:tr></w:tbl>",
    BOX,
)  # fmt: skip
ODT = {
    "mimetype": b"application/vnd.oasis.opendocument.text",
    "content.xml": f"""<office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:table="b"
xmlns:draw="d"><office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/>
</office:automatic-styles><office:body><office:text><text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>
<text:p text:style-name="P1">Ferry strike enters second week</text:p><text:p>By Ada Quill</text:p>
<text:p>2 November 2031</text:p><text:p>The ferries of<text:s text:c="1"/>Port Sela<text:line-break/>stayed<draw:frame>
<draw:text-box><text:p text:style-name="Illustration">A ferry at the quay</text:p></draw:text-box></draw:frame> in
port.</text:p><text:h text:outline-level="2">What the crews want</text:h><text:p>{CREWS}<text:note><text:note-citation>1
</text:note-citation><text:note-body><text:p>The union was founded in 1903.</text:p>
</text:note-body></text:note></text:p><text:list>
<text:list-item><text:p>more crews</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Monday</text:p></table:table-cell><table:table-cell>
<text:p>4</text:p></table:table-cell></table:table-row></table:table></office:text></office:body>
</office:document-content>""".encode(),
    "meta.xml": b'<m xmlns:meta="m"><meta:creation-date>2031-11-04T10:11:12</meta:creation-date></m>',
    "META-INF/manifest.xml": b"<m/>",
}
RTF = (
    rb"{\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0 Arial;}{\f1\fcharset204 Arial Cyr;}}{\colortbl;\red0;}"
    rb"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 Title;}{\*\cs10 Default;}}"
    rb"{\info{\title Untitled}{\author me}{\creatim\yr2031\mo11\dy4}}{\header Page 4}{\*\generator Sela 1.0;}"
    rb"\pard\s2 Ferry strike enters second week\par\pard By Ada Quill\par 2 November 2031\par "
    rb"{\field{\*\fldinst{HYPERLINK https://courier.example}}{\fldrslt The caf\'e9}} of \u8222?Sela\u8220? has {\f1"
    rb"\'cc\'e8\'f0}"
    rb"{\pict\bin5 }}{{{} and {\v hidden }stays open all night, said the owner of the house.\par"
    rb"\pard\s1 What the crews want\par\pard{\listtext\'b7\tab}\ls1 more crews\par"
    rb"\pard\intbl Monday\cell 4\cell\row\pard Last.\u-10179?\u-8704?\par}"
)


def read(path: Path, content: bytes) -> list[Article]:
    path.write_bytes(content)
    return list(read_articles(path, annotate=False))


def blocks(article: Article) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in article.blocks]


def known(article: Article) -> tuple[object, ...]:
    return article.title, article.authors, article.published and article.published.date()


FACTS = ("Ferry strike enters second week", ("Ada Quill",), dt.date(2031, 11, 2))


def test_a_word_document(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "a.docx", zipped(DOCX))
    assert known(article) == FACTS
    assert blocks(article) == [
        (BlockKind.CAPTION, "A ferry at the quay."),
        (BlockKind.PARAGRAPH, FERRIES),
        (BlockKind.HEADING, "What the crews want"),
        (BlockKind.PARAGRAPH, CREWS),
        (BlockKind.LIST_ITEM, "more crews"),
        (BlockKind.PARAGRAPH, "Monday | 4"),
        (BlockKind.PARAGRAPH, "Two"),
        (BlockKind.PARAGRAPH, "in one cell"),
        (BlockKind.PARAGRAPH, "In a box."),
        (BlockKind.PARAGRAPH, "The union was founded in 1903."),
    ]
    assert [image.credit for image in article.images] == ["Lena Roth"]


def test_an_opendocument_text(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "a.odt", zipped(ODT))
    assert known(article) == FACTS
    assert blocks(article) == [
        (BlockKind.PARAGRAPH, "The ferries of Port Sela"),
        (BlockKind.PARAGRAPH, "stayed in port."),
        (BlockKind.CAPTION, "A ferry at the quay"),
        (BlockKind.HEADING, "What the crews want"),
        (BlockKind.PARAGRAPH, CREWS),
        (BlockKind.PARAGRAPH, "The union was founded in 1903."),
        (BlockKind.LIST_ITEM, "more crews"),
        (BlockKind.PARAGRAPH, "Monday | 4"),
    ]


def test_rich_text(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "a.rtf", RTF)
    assert known(article) == FACTS
    assert blocks(article) == [
        (BlockKind.PARAGRAPH, "The café of „Sela“ has Мир and stays open all night, said the owner of the house."),
        (BlockKind.HEADING, "What the crews want"),
        (BlockKind.LIST_ITEM, "more crews"),
        (BlockKind.PARAGRAPH, "Monday | 4"),
        (BlockKind.PARAGRAPH, "Last.\U0001f600"),
    ]


def test_rich_text_of_textedit_ends_paragraphs_by_backslashes(tmp_path: Path) -> None:
    text = b"{\\rtf1\\ansi\\cocoartf2639\nThe first line\\\nand the second one.\\\n\\\nThe third.}"
    (article,) = read(tmp_path / "a.rtf", text)
    assert (article.title, article.body) == ("The first line", "and the second one.\n\nThe third.")


def test_a_document_without_styles_is_read_as_scraped_text_is(tmp_path: Path) -> None:
    parts = ("Ferry strike enters second week", "By Ada Quill", "Share on Facebook", "2 November 2031", FERRIES, CREWS)
    files = docx(*map(paragraph, parts))
    del files["word/footnotes.xml"]
    (article,) = read(tmp_path / "a.docx", zipped(files))
    assert known(article) == FACTS
    assert article.body == f"{FERRIES}\n\n{CREWS}"


def test_the_day_a_document_was_made_is_a_guess(tmp_path: Path) -> None:
    for name, content in (("a.docx", zipped(docx(paragraph("A title"), paragraph(FERRIES)))), ("a.rtf", RTF)):
        (article,) = read(tmp_path / name, content.replace(b"2 November 2031", b"The union"))
        assert (article.published, article.inferred) == (None, dt.date(2031, 11, 4))


@pytest.mark.parametrize("name", ["text", "docx", "rtf"])
def test_articles_of_nexis_uni(tmp_path: Path, name: str) -> None:
    lines = [line for line in NEXIS_UNI.split("\n") if line]
    content = {
        "text": NEXIS_UNI.encode(),
        "docx": zipped(docx(*(paragraph(line, "Titre1" if line == lines[0] else "") for line in lines))),
        "rtf": b"{\\rtf1\\ansi " + b"\\par ".join(line.encode() for line in lines) + b"}",
    }[name]
    path = tmp_path / "file"
    path.write_bytes(content)
    skipped: list[Skipped] = []
    first, second = read_articles(path, annotate=False, on_skip=skipped.append)
    assert known(first) == FACTS
    assert (first.source, first.tags, first.body) == (
        "The Sela Courier",
        ("NEWS",),
        f"PORT SELA — {FERRIES}\n\n{CREWS}",
    )
    assert [image.caption for image in first.images] == ["A ferry at the quay"]
    assert (second.title, second.source, second.published, second.inferred) == (
        "Bridge inquiry opens",
        "The Mercury",
        None,
        dt.date(2031, 11, 1),
    )
    assert [bad.reason for bad in skipped][:1] == ["document 3: no text in it"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.docx", zipped(docx()), "no text in it"),
        ("a.docx", zipped({"word/document.xml": b"no XML"}), "a damaged Word document"),
        ("a.odt", zipped({**ODT, "content.xml": b"\0\1"}), "a damaged OpenDocument text, or an encrypted one"),
        ("a.odp", zipped({**ODT, "mimetype": b"application/vnd.oasis.opendocument.presentation"}), "are not read"),
        ("a.rtf", b"{\\rtf1\\ansi{\\pict 00}}", "no text in it"),
    ],
)
def test_what_has_no_text_says_so(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    if name == "a.docx" and reason == "no text in it":
        files = docx()
        del files["word/footnotes.xml"]
        content = zipped(files)
    with pytest.raises(DocumentError, match=reason):
        read(tmp_path / name, content)


def test_a_kind_that_is_cut_short_is_none(tmp_path: Path) -> None:
    """The archive's list promises more of the file that tells the kind than there is."""
    stored = BytesIO()
    with ZipFile(stored, "w") as archive:  # not compressed
        archive.writestr("content.xml", "<a/>")
        archive.writestr("mimetype", "text")
    content = bytearray(stored.getvalue())
    at = content.rindex(b"PK\x01\x02")
    content[at + 20 : at + 28] = 2 * (900).to_bytes(4, "little")  # its size, packed and not
    with suppress(DocumentError):
        read(tmp_path / "a.zip", bytes(content))


def test_authors_and_keywords_are_told_by_styles_and_properties(tmp_path: Path) -> None:
    word = docx(
        paragraph("Ferry strike", "Titre"), paragraph("By Ada Quill", "Author"), paragraph("Bo Lind", "Author"),
        paragraph(FERRIES),
    )  # fmt: skip
    word["docProps/core.xml"] = CORE.replace(
        "<dcterms", "<cp:keywords>ferries; strikes, Sela</cp:keywords><dcterms", 1
    ).encode()
    odt = {
        **ODT,
        "content.xml": ODT["content.xml"]
        .replace(b'style:parent-style-name="Title"/>', b'style:parent-style-name="Title"/>'
                 b'<style:style style:name="Author" style:parent-style-name="Standard"/>')
        .replace(b"<text:p>By Ada Quill</text:p>", b'<text:p text:style-name="Author">Ada Quill</text:p>'
                 b'<text:p text:style-name="Author">Bo Lind</text:p>'),
        "meta.xml": b'<m xmlns:n="m"><n:keyword>ferries, strikes</n:keyword><n:keyword>Sela</n:keyword></m>',
    }  # fmt: skip
    for name, content in (("a.docx", zipped(word)), ("a.odt", zipped(odt))):
        (article,) = read(tmp_path / name, content)
        assert (article.authors, article.tags) == (("Ada Quill", "Bo Lind"), ("ferries", "strikes", "Sela"))
        assert article.body.startswith("The ferries of Port Sela")
    del word["word/footnotes.xml"]
    alone = word | {"word/document.xml": docx(paragraph("Ada Quill", "Author"))["word/document.xml"]}
    (article,) = read(tmp_path / "b.docx", zipped(alone))
    assert article.title == "Ada Quill"
