"""Articles of Factiva as it shows them: saved as HTML, or as the text of an RTF file, without names of fields.

Over each text stand section, headline, byline, "512 words", day, time, paper, its code, page, language and copyright,
and under it the document's number. HTML may have the fields by their codes too, in a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from docs_store.ledger import Skipped
from docs_store.reading import factiva
from docs_store.reading.bylines import read_byline
from docs_store.reading.dates import find_dates
from docs_store.reading.exported_text import exported
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"""class\s*=\s*["']article [a-z]{2,6}Article["']""")
_NUMBER = re.compile(r"^[ \t]*Documento? (?P<id>[A-Z][A-Z0-9]{4,}\d[A-Za-z0-9]{9,})[ \t]*$", re.MULTILINE)
_WORDS = re.compile(r"\d[\d,.]* (?:words|mots|Wörter|palabras|parole|palavras|woorden|слов)", re.IGNORECASE)
_COUNTED = re.compile(rf"^[ \t]*{_WORDS.pattern}[ \t]*$", re.MULTILINE | re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?(?: [A-Z]{2,4})?")
_RIGHTS = re.compile(r"(?i)copyright\b|©|\(c\) ?\d|all rights reserved")
_BLOCKS: Final = ("div", "p", "pre", "tr")
_MOST_UNDER: Final = 9
"""Lines between the count of words and the text."""


def matches(source: Source) -> bool:
    """Tell whether a page, or a text, is articles as Factiva shows them."""
    return _ARTICLE.search(source.text_head) is not None or matches_text(source)


def matches_text(source: Source) -> bool:
    """Tell whether a text is such articles, the first of them with its number."""
    text = source.text_head.replace("\r\n", "\n")
    counted, number = _COUNTED.search(text), _NUMBER.search(text)
    return counted is not None and number is not None and counted.start() < number.start()


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the articles; one without headline and text is reported."""
    text = source.read_text().replace("\r\n", "\n")
    found = _of_page(text) if _ARTICLE.search(source.text_head) else _of_text(text)
    for number, raw in enumerate(found, 1):
        if raw is None:
            reading.report(Skipped(source.name, f"article {number}: no text in it"))
        else:
            yield raw


def _of_text(text: str) -> Iterator[RawDocument | None]:
    start = 0
    for number in _NUMBER.finditer(text):
        lines = [line for each in text[start : number.start()].split("\n") if (line := " ".join(each.split()))]
        start = number.end()
        at = next((at for at, line in enumerate(lines) if _WORDS.fullmatch(line)), None)
        if at is None:
            yield exported({"id": number["id"]}, "\n\n".join(lines))
            continue
        over, under = lines[:at], lines[at + 1 :]
        byline = over.pop() if len(over) > 1 and read_byline(over[-1]) else ""
        rights = next((at for at, line in enumerate(under[:_MOST_UNDER]) if _RIGHTS.match(line)), None)
        facts = under[: rights + 1] if rights is not None else under[: _day(under) + 3]
        yield _document(number["id"], over[-1] if over else "", byline, facts, under[len(facts) :])
    if text[start:].strip() and _COUNTED.search(text, start):  # the last one, cut short
        yield exported({}, text[start:])


def _of_page(text: str) -> Iterator[RawDocument | None]:
    from docs_store.reading.html.page import parse

    tree = parse(text)
    for article in tree.iter("div") if tree is not None else ():
        classes = (article.get("class") or "").split()
        if "article" in classes and any(name.endswith("Article") for name in classes):
            yield _of_table(article) or _of_lines(article)


def _of_table(article: HtmlElement) -> RawDocument | None:
    """Return the article whose fields stand in a table by their codes, None where they do not."""
    fields: dict[str, str] = {}
    for row in article.iter("tr"):
        cells = list(row.iterchildren("td"))
        code = _said(cells[0]) if len(cells) == 2 else ""
        if factiva.is_code(code):
            paragraphs = [said for each in cells[1].iter("p") if (said := _said(each))]
            fields[code] = "\n\n".join(paragraphs) or _said(cells[1])
    return factiva.document(fields) if "HD" in fields else None


def _of_lines(article: HtmlElement) -> RawDocument | None:
    title = byline = identifier = ""
    facts: list[str] = []
    body: list[str] = []
    for element in article.iter(*_BLOCKS):
        if element is article or next(element.iterdescendants(*_BLOCKS), None) is not None:
            continue
        said = _row(element) if element.tag == "tr" else _said(element)
        if not said:
            continue
        number = _NUMBER.fullmatch(said)
        if number:
            identifier = number["id"]
        elif element.tag != "div" or body or (facts and _RIGHTS.match(facts[-1])):
            body.append(said)
        elif element.get("id") == "hd" or any("Headline" in (each.get("class") or "") for each in element):
            title = said
        elif element.get("class") == "author":
            byline = said
        elif title:
            facts.append(said)
    return _document(identifier, title, byline, [fact for fact in facts if not _WORDS.fullmatch(fact)], body)


def _document(
    identifier: str, title: str, byline: str, facts: Sequence[str], body: Sequence[str]
) -> RawDocument | None:
    """Return the article. `facts` stand between the count of words and the text: the day first, then the paper."""
    day = _day(facts)
    after = [fact for fact in facts[day + 1 :] if not _TIME.fullmatch(fact)]
    return exported(
        {
            "id": identifier,
            "title": title,
            "byline": byline,
            "date": facts[day] if day < len(facts) else "",
            "source": after[0] if after else "",
        },
        "\n\n".join(body),
    )


def _day(lines: Sequence[str]) -> int:
    return next((at for at, line in enumerate(lines) if any(find_dates(line))), 0)


def _row(row: HtmlElement) -> str:
    return " | ".join(filter(None, map(_said, row.iterchildren("td", "th"))))


def _said(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())
