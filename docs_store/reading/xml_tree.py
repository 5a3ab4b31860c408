"""XML that is small enough to be read whole: parsed leniently, and with nothing fetched, expanded or run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import XMLSyntaxError, _BaseErrorLog, _Element


def parse_xml(data: bytes) -> tuple[_Element | None, str]:
    """Return the root of the tree, as much of it as is well-formed, and why the rest of it is missing, "" if it is not.

    There is no root where there is nothing in it.
    """
    from lxml.etree import Entity, XMLParser, XMLSyntaxError, fromstring, strip_tags

    parser = XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = fromstring(data, parser)
    except XMLSyntaxError as error:
        check_memory(error)
        return None, ""
    except ValueError:
        return None, ""
    if root is not None:
        strip_tags(root, Entity)
    return root, given_up(parser.error_log)


def check_memory(error: XMLSyntaxError) -> None:
    """Raise `MemoryError` where that is what libxml2 means by an error."""
    from lxml.etree import ErrorTypes

    if error.code == ErrorTypes.ERR_NO_MEMORY:
        raise MemoryError from error


def given_up(log: _BaseErrorLog) -> str:
    """Return why a lenient parser has read no further, by what it has logged; "" where it has read to the end."""
    from lxml.etree import ErrorTypes

    problem = log.last_error
    if problem is None or problem.type != ErrorTypes.ERR_RESOURCE_LIMIT:
        return ""
    return "elements nested too deep" if "depth" in problem.message else "a text that is too long"


def name_of(element: _Element) -> str:
    """Return an element's name without its namespace, in lower case; "" for what is no element."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def text_of(element: _Element | None) -> str:
    """Return all text in an element, on one line."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def all_named(element: _Element, name: str) -> list[_Element]:
    """Return the elements called `name` at any depth, in any namespace."""
    return [each for each in element.iter() if name_of(each) == name]
