"""XML that is small enough to be read whole: parsed leniently, and with nothing fetched, expanded or run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element


def parse_xml(data: bytes) -> _Element | None:
    """Return the root of the tree, as much of it as is well-formed; None where there is nothing in it."""
    from lxml.etree import Entity, XMLParser, XMLSyntaxError, fromstring, strip_tags

    parser = XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = fromstring(data, parser)
    except (XMLSyntaxError, ValueError):
        return None
    if root is not None:
        strip_tags(root, Entity)
    return root


def name_of(element: _Element) -> str:
    """Return an element's name without its namespace, in lower case; "" for what is no element."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def text_of(element: _Element | None) -> str:
    """Return all text in an element, on one line."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def all_named(element: _Element, name: str) -> list[_Element]:
    """Return the elements called `name` at any depth, in any namespace."""
    return [each for each in element.iter() if name_of(each) == name]
