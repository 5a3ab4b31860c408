"""Europresse (also Eureka.cc): saved pages of articles, each with headline, paper, day, byline and text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from docs_store.ledger import Skipped
from docs_store.reading.byline_forms import split_authors
from docs_store.reading.dates import find_dates
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.record import to_document
from docs_store.reading.source import Source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PAGE = re.compile(r"""class\s*=\s*["'](?:DocPublicationName|docOcurrContainer|titreArticleVisu)\b""")
_ISSUE = re.compile(r"(?:,\s*|\s+)n[o°]\.?\s*\d.*$", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"\bnews\W[\w·.-]{6,80}")
_PRINTED = "est paru dans"
"""Words of the link to the page itself."""
_TEXTS: Final = ("docOcurrContainer", "DocText")
_AUTHORS: Final = ("docAuthors", "sm-margin-bottomNews")


def matches(source: Source) -> bool:
    """Tell whether a page is articles of Europresse."""
    return _PAGE.search(source.text_head) is not None


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the articles; one without headline and text is reported."""
    from docs_store.reading.html.page import decode_page, parse

    tree = parse(decode_page(source.read()))
    for number, article in enumerate(tree.iter("article") if tree is not None else (), 1):
        raw = _document(article)
        if raw is None:
            reading.report(Skipped(source.name, f"article {number}: no text in it"))
        else:
            yield raw


def _document(article: HtmlElement) -> RawDocument | None:
    from lxml.html import tostring

    from docs_store.reading.html import read_fragment

    text = next((each for name in _TEXTS for each in _called(article, name)), None)
    titles = list(islice(_called(article, "titreArticleVisu"), 1)) or list(islice(_called(article, "titreArticle"), 1))
    around = next(_called(article, "titreArticle"), None)
    under = [] if around is None else [each for each in around.iter("p") if each not in titles]
    papers = (next(each.itertext(), "") for each in _called(article, "DocPublicationName"))
    header = " ".join(_said(each) for each in _called(article, "DocHeader"))
    sections = [each.getnext() for each in _called(article, "DocTitreSousSection")]
    bylines = (each for name in _AUTHORS for each in _called(article, name) if each not in under)
    printed = (
        each.get("href") or "" for each in (text if text is not None else article).iter("a") if _PRINTED in _said(each)
    )
    number = _NUMBER.search(" ".join(_said(each) for each in article.iter("footer")))
    record = {
        "id": number[0] if number else "",
        "title": " ".join(map(_said, titles)),
        "summary": " – ".join(filter(None, map(_said, under))),
        "authors": [name for each in islice(bylines, 1) for name in split_authors(_said(each))],
        "date": _day(header),
        "source": _ISSUE.sub("", " ".join(next(papers, "").split())),
        "url": next(printed, ""),
        "tags": [_said(each) for each in sections if each is not None],
    }
    story = None if text is None else read_fragment(tostring(text, encoding="unicode", with_tail=False))
    return to_document(record, story=story) if record["title"] or (story is not None and story.blocks) else None


def _called(around: HtmlElement, name: str) -> Iterator[HtmlElement]:
    """Yield the elements that have a class."""
    return (each for each in around.iter("*") if name in (each.get("class") or "").split())


def _day(header: str) -> str:
    """Return the day among edition, count of words and page: "jeudi 14 mars 2024 620 mots, p. 3"."""
    found = next(iter(find_dates(header)), None)
    return header[found[1] : found[2]] if found else ""


def _said(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())
