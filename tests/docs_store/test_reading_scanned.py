"""ALTO and PAGE: the words of scanned pages, joined where a line has parted them."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs_store import Article, DocumentError, Skipped, read_articles
from docs_store.model import BlockKind

ALTO = """<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Description/><Layout><Page ID="P1"><PrintSpace>
<ComposedBlock><TextBlock><TextLine><String CONTENT="HIGH"/><SP/><String CONTENT="WATER."/></TextLine></TextBlock>
<TextBlock><TextLine><String CONTENT="The"/><SP/><String CONTENT="har" SUBS_TYPE="HypPart1" SUBS_CONTENT="harbour"/>
<HYP CONTENT="-"/></TextLine><TextLine><String CONTENT="bour" SUBS_TYPE="HypPart2" SUBS_CONTENT="harbour"/><SP/>
<String CONTENT="is"/><SP/><String CONTENT="full."/></TextLine></TextBlock></ComposedBlock></PrintSpace></Page>
<Page ID="P2"><PrintSpace/></Page></Layout></alto>"""
PAGE = """<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Page imageFilename="1.tif">
<TextRegion type="heading"><TextLine><TextEquiv><Unicode>HIGH WATER.</Unicode></TextEquiv></TextLine></TextRegion>
<TextRegion type="paragraph"><TextLine><Word><TextEquiv><Unicode>The</Unicode></TextEquiv></Word>
<TextEquiv><Unicode>The har\u00ac</Unicode></TextEquiv><TextEquiv><Unicode>The hat</Unicode></TextEquiv></TextLine>
<TextLine><TextEquiv><Unicode>bour is full.</Unicode></TextEquiv></TextLine>
<TextEquiv><Unicode>The whole of it</Unicode></TextEquiv></TextRegion>
<TextRegion><TextEquiv><Unicode>It rains.</Unicode></TextEquiv></TextRegion><ImageRegion/></Page></PcGts>"""


def read(path: Path, text: str, skipped: list[Skipped] | None = None) -> list[Article]:
    path.write_text(text, encoding="utf-8")
    return list(read_articles(path, annotate=False, on_skip=(skipped if skipped is not None else []).append))


def test_alto(tmp_path: Path) -> None:
    skipped: list[Skipped] = []
    (article,) = read(tmp_path / "1924-03-14_p3.xml", ALTO, skipped)
    assert [block.text for block in article.blocks] == ["HIGH WATER.", "The harbour is full."]
    assert str(article.inferred) == "1924-03-14"
    assert [each.reason for each in skipped] == ["a page without text"]


def test_page(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "a.xml", PAGE)
    assert article.title == "HIGH WATER."
    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.PARAGRAPH, "The harbour is full."),
        (BlockKind.PARAGRAPH, "It rains."),
    ]


def test_what_has_no_page_says_so(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="without a page"):
        read(tmp_path / "a.xml", "<alto><Layout/></alto>")
