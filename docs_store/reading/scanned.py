"""Text recognised on scanned pages, as libraries have digitised newspapers: ALTO and PAGE, an article a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from docs_store.ledger import Skipped
from docs_store.model import BlockKind
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source
from docs_store.reading.story import StoryBuilder
from docs_store.reading.xml_stream import elements, root_name
from docs_store.reading.xml_tree import name_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOTS: Final = ("alto", "pcgts")
_HYPHENS: Final = "-\u00ad\u00ac\u2e17"
"""Signs at the end of a line whose last word goes on in the next one."""
_HEADINGS: Final = ("heading", "header-title")


def matches(source: Source) -> bool:
    """Tell whether a file is such text."""
    return root_name(source) in _ROOTS


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the pages. Raises `DocumentError` where there are none, or the file is no XML that can be read."""
    is_alto, some = root_name(source) == "alto", False
    for page in elements(source, reading, ("Page",)):
        some = True
        raw = _document(_alto_blocks(page) if is_alto else _regions(page))
        if raw is None:
            reading.report(Skipped(f"{source.name}:{page.sourceline}", "a page without text"))
        else:
            yield raw
    if not some:
        raise source.error("scanned text without a page")


def _document(blocks: Iterable[tuple[BlockKind, str]]) -> RawDocument | None:
    story, title = StoryBuilder(), ""
    for kind, text in blocks:
        if kind is BlockKind.HEADING and not title and not story.blocks:
            title = text
        elif text:
            story.add(kind, text)
    built = story.build()
    return RawDocument(title=title, blocks=built.blocks) if title or built.blocks else None


def _alto_blocks(page: _Element) -> Iterator[tuple[BlockKind, str]]:
    for block in page.iter("{*}TextBlock"):
        words: list[str] = []
        for string in block.iter("{*}String"):
            part = string.get("SUBS_TYPE") or ""
            if part != "HypPart2" or not string.get("SUBS_CONTENT"):
                words.append((part and string.get("SUBS_CONTENT")) or string.get("CONTENT") or "")
        yield BlockKind.PARAGRAPH, " ".join(filter(None, words))


def _regions(page: _Element) -> Iterator[tuple[BlockKind, str]]:
    for region in page.iter("{*}TextRegion"):
        lines = [_equivalent(each) for each in region if name_of(each) == "textline"]
        text = _joined(filter(None, lines)) or _equivalent(region)
        yield BlockKind.HEADING if region.get("type") in _HEADINGS else BlockKind.PARAGRAPH, text


def _equivalent(element: _Element) -> str:
    """Return the text that an element stands for, the first reading of it."""
    read_as = next((each for each in element if name_of(each) == "textequiv"), None)
    return text_of(next((each for each in read_as if name_of(each) == "unicode"), None)) if read_as is not None else ""


def _joined(lines: Iterable[str]) -> str:
    joined = ""
    for line in lines:
        if joined.endswith(tuple(_HYPHENS)) and line[:1].islower():
            joined = joined[:-1] + line
        else:
            joined = f"{joined} {line}".strip()
    return joined
