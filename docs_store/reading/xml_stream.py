"""XML one element at a time: broken files are read as far as they make sense, hostile ones not at all.

No DTD is loaded, no entity expanded, no address fetched; memory is bounded by the largest element that is asked for.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from html.entities import html5
from itertools import chain
from typing import TYPE_CHECKING, Final

from docs_store.ledger import Skipped
from docs_store.reading.legacy import line_encoding
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source, encoding_of
from docs_store.reading.text_lines import is_utf8
from docs_store.reading.xml_tree import check_memory, given_up

if TYPE_CHECKING:
    from lxml.etree import XMLPullParser, _Element

_CHUNK: Final = 64 * 2**10
_LARGEST: Final = 16 * 2**20
"""Bytes without the end of an element that is asked for: no article is so large."""

_ROOT = re.compile(
    r"\s*(?:(?:<\?[^>]{0,500}>|<!--(?:[^-]|-(?!->)){0,5000}-->|<!DOCTYPE[^>\[]{0,500}(?:\[[^\]]{0,10000}\]\s*)?>)\s*){0,20}"
    r"<(?:[A-Za-z][\w.-]{0,40}:)?([A-Za-z][\w.-]{0,40})"
)
_ENCODING = re.compile(rb"""\s*<\?xml[^>]{0,200}\sencoding\s*=""")
_AMPERSAND = re.compile(rb"&(?!#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6});)(?:([a-zA-Z][a-zA-Z0-9]{1,30});)?")
"""One that begins an entity by name, or none."""
_LONGEST_ENTITY: Final = 40


def root_name(source: Source) -> str:
    """Return the root element's name, in lower case and without its prefix; "" where the file begins with none."""
    root = _ROOT.match(source.text_head)
    return root[1].lower() if root else ""


def elements(
    source: Source, reading: Reading, whole: tuple[str, ...], also: tuple[str, ...] = ()
) -> Iterator[_Element]:
    """Yield the elements of these names as they end; those of `whole` are gone when the next one is asked for.

    Raises `DocumentError` where the file declares entities, or none of `whole` can be read.
    """
    if "<!ENTITY" in source.text_head:
        raise source.error("XML that declares entities of its own is not read")
    parser = _parser(source, (*whole, *also))
    since, some = 0, False
    for chunk in chain(_chunks(source), (b"",)):
        problem, ended = _fed(parser, chunk), False
        for _, element in parser.read_events():
            if local_name(element) in whole:
                ended = True
                yield element
                _drop(element)
            else:
                yield element
        since, some = 0 if ended else since + len(chunk), some or ended
        if since > _LARGEST:
            problem = f"more than {_LARGEST >> 20} MiB without the end of <{whole[0]}>"
        if ended and not chunk and _is_cut(parser):
            problem = "cut short"
        if problem and not some:
            raise source.error(problem)
        if problem:
            reading.report(Skipped(source.name, f"the rest of it: {problem}"))
            return


def local_name(element: _Element) -> str:
    """Return the element's name without its namespace, or the prefix of one that is not declared; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def inner_html(element: _Element) -> str:
    """Return what is in an element: its text (escaped HTML, in feeds), or its elements as HTML."""
    if not len(element):
        return element.text or ""
    from lxml import etree

    for inner in element.iter("{*}*"):
        with suppress(ValueError):  # what is left of "a:1" and "a:" is no name
            inner.tag = local_name(inner)  # a prefix means nothing in HTML
    return (element.text or "") + "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)


def _parser(source: Source, names: tuple[str, ...]) -> XMLPullParser:
    from lxml import etree

    return etree.XMLPullParser(
        events=("end",),
        tag=[f"{{*}}{name}" for name in names],
        encoding="utf-8" if _legacy(source.head) else None,  # else as it states, or shows by its mark
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _fed(parser: XMLPullParser, chunk: bytes) -> str:
    """Feed the parser, b"" at the end; return what is wrong where it cannot go on, else ""."""
    from lxml import etree

    try:
        if chunk:
            parser.feed(chunk)
        else:
            parser.close()  # after a fault it may have kept back what came then
    except etree.XMLSyntaxError as error:
        check_memory(error)
        return f"broken XML: {error.msg}"
    return given_up(parser.feed_error_log)


def _is_cut(parser: XMLPullParser) -> bool:
    """Tell whether the end of the file has ended elements."""
    from lxml.etree import ErrorTypes

    return any(
        error.type in (ErrorTypes.ERR_TAG_NOT_FINISHED, ErrorTypes.ERR_CDATA_NOT_FINISHED)
        for error in parser.feed_error_log
    )


def _drop(element: _Element) -> None:
    """Free an element and all before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _chunks(source: Source) -> Iterator[bytes]:
    """Yield the file in pieces, entities as numbers: XML has but five, and libxml2 drops even those after a fault."""
    is_wide = encoding_of(source.head) not in (None, "utf-8-sig")
    legacy = _legacy(source.head)
    decoder = codecs.getincrementaldecoder(legacy)("replace") if legacy else None
    rest = b""
    while data := source.stream.read(_CHUNK):
        if is_wide:
            yield data
            continue
        data = rest + (decoder.decode(data).encode() if decoder else data)
        cut = data.rfind(b"&", -_LONGEST_ENTITY)  # it may go on in the next piece
        data, rest = (data[:cut], data[cut:]) if cut >= 0 else (data, b"")
        yield _AMPERSAND.sub(_numbered, data)
    if rest:
        yield _AMPERSAND.sub(_numbered, rest)


def _numbered(entity: re.Match[bytes]) -> bytes:
    characters = html5.get(f"{(entity[1] or b'').decode()};")
    return b"".join(b"&#%d;" % ord(each) for each in characters) if characters else b"&amp;" + entity[0][1:]


def _legacy(head: bytes) -> str:
    """Return the encoding of a file that neither states one nor is Unicode, else ""."""
    stated = _ENCODING.match(head) or encoding_of(head)
    return "" if stated or is_utf8(head) else line_encoding(head)
