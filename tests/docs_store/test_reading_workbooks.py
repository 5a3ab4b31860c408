"""Workbooks of spreadsheets: their sheets are tables, whatever a program writes around the cells."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from docs_store import Article, DocumentError, Skipped, read_articles
from tests.docs_store.packing import zipped

FERRIES = "The ferries of Port Sela stayed in port for an eighth day, and passengers waited in the rain."
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
XLSX: dict[str, bytes] = {
    "xl/workbook.xml": f'<workbook {S} {R}><workbookPr/><sheets><sheet name="Press 2031" r:id="rId1"/>'
    '<sheet name="Empty" r:id="rId2"/><sheet name="Gone" r:id="rId9"/></sheets></workbook>'.encode(),
    "xl/_rels/workbook.xml.rels": b'<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>'
    b'<Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
    "xl/sharedStrings.xml": f"<sst {S}><si><t>Headline</t></si><si><t>Date</t></si><si><t>Text</t></si>"
    "<si><t>Ferry strike</t></si><si><r><t>The ferries of </t></r><r><t>Port Sela rest._x000A_It rains.</t></r>"
    "<rPh><t>spoken</t></rPh></si></sst>".encode(),
    "xl/styles.xml": f'<styleSheet {S}><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/>'
    '<numFmt numFmtId="165" formatCode="0.0&quot;days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/>'
    '<xf numFmtId="22"/><xf numFmtId="165"/></cellXfs></styleSheet>'.encode(),
    "xl/worksheets/sheet1.xml": f'<worksheet {S}><sheetData>'
    '<row><c r="A1" t="inlineStr"><is><t>Our press</t></is></c></row>'
    '<row/><row><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c t="str"><v>Days</v></c>'
    '<c r="D3" t="s"><v>2</v></c></row>'
    '<row><c r="A4" t="s"><v>3</v></c><c r="B4" s="1"><v>47915</v></c><c r="C4" s="3"><v>7</v></c>'
    '<c r="D4" t="s"><v>4</v></c></row>'
    '<row><c r="A5" t="str"><f>A4</f><v>Rain</v></c><c r="B5" s="2"><v>47915.354166666664</v></c>'
    '<c r="C5" t="e"><v>#REF!</v></c><c r="D5" t="inlineStr"><is><t>It rains.</t></is></c></row>'
    '<row><c r="A6" t="s"><v>99</v></c></row></sheetData></worksheet>'.encode(),
    "xl/worksheets/sheet2.xml": f"<worksheet {S}><sheetData/></worksheet>".encode(),
}  # fmt: skip
ODS: dict[str, bytes] = {
    "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": f"""<d xmlns:table="t" xmlns:text="x" xmlns:office="o"><table:table table:name="Press">
<table:table-row><table:table-cell><text:p>Headline</text:p></table:table-cell>
<table:table-cell><text:p>Date</text:p></table:table-cell><table:table-cell><text:p>Text</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="16381"/></table:table-row>
<table:table-row><table:table-cell><text:p>Ferry strike</text:p></table:table-cell>
<table:table-cell office:date-value="2031-03-08"><text:p>08.03.31</text:p></table:table-cell>
<table:table-cell><text:p>{FERRIES}</text:p><text:p>It rains.</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/>
</table:table-row></table:table></d>""".encode(),
    "META-INF/manifest.xml": b"<m/>",
}


def read(path: Path, files: dict[str, bytes], skipped: list[Skipped] | None = None) -> list[Article]:
    path.write_bytes(zipped(files))
    return list(read_articles(path, annotate=False, on_skip=(skipped if skipped is not None else []).append))


def test_the_rows_of_a_workbook_are_articles(tmp_path: Path) -> None:
    skipped: list[Skipped] = []
    ferry, rain = read(tmp_path / "a.xlsx", XLSX, skipped)
    assert (ferry.title, ferry.body) == ("Ferry strike", "The ferries of Port Sela rest.\n\nIt rains.")
    assert ferry.published == dt.datetime(2031, 3, 8, tzinfo=dt.UTC)
    assert (rain.title, rain.body) == ("Rain", "It rains.")
    assert rain.published == dt.datetime(2031, 3, 8, 8, 30, tzinfo=dt.UTC)
    assert ferry.id != rain.id
    assert not [each for each in skipped if not each.is_hint]


def test_a_workbook_may_count_days_as_the_first_macintosh_did(tmp_path: Path) -> None:
    book = XLSX["xl/workbook.xml"].replace(b"<workbookPr/>", b'<workbookPr date1904="1"/>')
    ferry, _ = read(tmp_path / "a.xlsx", {**XLSX, "xl/workbook.xml": book})
    assert ferry.published == dt.datetime(2035, 3, 9, tzinfo=dt.UTC)


def test_an_opendocument_table(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "a.ods", ODS)
    assert (article.title, article.body) == ("Ferry strike", f"{FERRIES}\n\nIt rains.")
    assert article.published == dt.datetime(2031, 3, 8, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"xl/workbook.xml": b"<w/>"}, "a damaged Excel workbook"),
        ({**ODS, "content.xml": b"\0\1"}, "a damaged OpenDocument table"),
        ({**XLSX, "xl/worksheets/sheet1.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "declares entities"),
    ],
)
def test_what_is_no_workbook_says_so(tmp_path: Path, files: dict[str, bytes], reason: str) -> None:
    with pytest.raises(DocumentError, match=reason):
        read(tmp_path / "a", files)
