"""From the bytes of a page to its tree: in whichever encoding, however broken, in bounded time."""

from __future__ import annotations

import codecs
import re
from html import unescape
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from docs_store.addresses import of_original
from docs_store.reading.members import PART_FOLDERS
from docs_store.reading.source import decode, encoding_of
from docs_store.reading.xml_tree import check_memory, given_up

if TYPE_CHECKING:
    from lxml.html import HtmlElement

PROLOGUE: Final = 4096
"""Bytes in which a page names its encoding; browsers look at 1,024, and pages are laxer."""
_LONGEST_NAME: Final = 300
_CHARSET = re.compile(
    rb"""(?i)<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml\b[^>]{0,80}?\bencoding\s*=\s*["']([\w.:-]{2,40})"""
)
# What pages call one encoding and mean a larger one by, as browsers read them (WHATWG Encoding Standard).
_MEANT: Final = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "utf-16": "utf-8",
    "utf-16-le": "utf-8", "utf-16-be": "utf-8", "utf-7": "utf-8",
}  # fmt: skip
_PART = re.compile(rf"(?i)(?:\./)?[^/:?#]{{1,255}}(?:{'|'.join(map(re.escape, PART_FOLDERS))})/")
"""The address of a file in the folder beside a saved page."""
_XHTML = "http://www.w3.org/1999/xhtml"
_SELF_CLOSED = re.compile(r"<(a|b|div|em|h[1-6]|i|iframe|p|script|span|strong|style|td|th|textarea|title)(\s[^<>]*)?/>")
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")
_NO_XML = re.compile("[\0-\x08\x0b\x0e-\x1f\ufffe\uffff]")
_REFERENCE = re.compile(
    r"&#(?:[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|[fF]{3}[eEfF])|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]|6553[45]))(?:;|(?![0-9a-fA-F]))"
)
"""What no XML can hold, and references to it: lxml takes it in, and refuses to move it in the tree."""
_END = re.compile(r"(?i)</html\s*>")
"""The end of a page, or of a part put into it: libxml2 begins another tree with what follows, browsers go on."""
_ANY_TAG = re.compile(r"</?(?P<name>[a-zA-Z][^\s<>/]*)[^<>]*>")
_EMPTY = re.compile(r"(?:<p>\s*){2,}")
_FLAT: Final = frozenset(("html", "head", "title", "meta", "link", "script", "style", "body", "p", "br", "img"))
"""What cannot be nested: one ends the other, or holds nothing."""
_INLINE: Final = frozenset(
    ("a", "abbr", "acronym", "b", "big", "cite", "code", "del", "em", "font", "i", "ins", "label", "mark", "nobr", "q",
     "s", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u")
)  # fmt: skip
_UNSHOWN: Final = (("<!--", "-->"), ("<script", "</script"), ("<style", "</style"), ("<title", "</title"))
_BREAKING = re.compile(r"(?i)</?(?:p|div|br|li|h[1-6]|tr|section|article|blockquote)\b[^<>]*>")
_NO_LETTER = re.compile(r"[\W_]+")
_HOST = re.compile(r"(?i)(?:www\.)?[\w-]{2,40}(?:\.[\w-]{2,40}){0,2}\.[a-z]{2,12}")
_WIDE = re.compile("[\u2e81-\U0010ffff]")
_SPACE = re.compile(r"[ \t\n\r\f\v]+")


def decode_page(data: bytes) -> str:
    """Return a page's text: by its mark, as UTF-8 where it is, in the encoding it names, else in the likeliest.

    Raises `DocumentError` where it is no text.
    """
    if encoding_of(data[:PROLOGUE]) is None:
        try:
            return data.decode("utf-8")  # saved pages are UTF-8 more often than their head says so
        except UnicodeDecodeError:
            pass
        named = _CHARSET.search(data, 0, PROLOGUE)
        encoding = _encoding((named[1] or named[2]).decode("ascii", "replace")) if named else ""
        if encoding and encoding != "utf-8":
            return data.decode(encoding, "replace")
    return decode(data, "page")


def _encoding(label: str) -> str:
    """Return Python's name of the encoding that a page's label means, "" where there is none."""
    try:
        name = codecs.lookup(label.strip()).name
    except LookupError:
        return ""
    is_text = getattr(codecs.lookup(name), "_is_text_encoding", True)  # "rot13", "hex" are no encodings of text
    return _MEANT.get(name, name) if is_text else ""


def parse(text: str) -> HtmlElement | None:
    """Return the tree of a page or a fragment, without comments; None where there is nothing in it.

    Where elements are nested so deep that the parser gives up, as in old pages that never end their `<font>`, it is the
    tree of the page with its paragraphs and pictures alone.
    """
    tree, is_whole = _parsed(text)
    return tree if is_whole else _parsed(_EMPTY.sub("<p>", _ANY_TAG.sub(_flat, text)))[0]


def _flat(tag: re.Match[str]) -> str:
    name = tag["name"].lower()
    return tag[0] if name in _FLAT else "" if name in _INLINE else "<p>"


def _parsed(text: str) -> tuple[HtmlElement | None, bool]:
    """Return the tree, and whether all of the text is in it."""
    from lxml.etree import ElementDefaultClassLookup, ParserError, XMLSyntaxError
    from lxml.html import HtmlElement, HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    # Left as it is, it asks Python for the class of an element each time that one is looked at.
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement))
    if (
        _XHTML in text[:PROLOGUE]
    ):  # HTML knows no self-closed `<a id="x"/>`, and takes the rest of the page for its content
        text = _SELF_CLOSED.sub(r"<\1\2></\1>", text)
    text = _END.sub("", text)
    data = _REFERENCE.sub("", _NO_XML.sub("", text.replace("\f", " "))).encode("utf-8", "replace")
    try:
        tree = document_fromstring(data, parser=parser)
    except ParserError:  # an empty document
        return None, True
    except XMLSyntaxError as error:
        check_memory(error)
        raise
    return tree, not given_up(parser.error_log)


def visible_lines(text: str) -> list[str]:
    """Return what is left of a page when its tags are taken out: for one that the parser gives up on."""
    for opening, closing in _UNSHOWN:
        text = _without(text, opening, closing)
    lines = (squeezed(unescape(line)) for line in _TAG.sub(" ", _BREAKING.sub("\n\n", text)).split("\n\n"))
    return [line for line in lines if line]


def _without(text: str, opening: str, closing: str) -> str:
    """Return `text` without what stands between `opening` and `closing`, in whichever case; in linear time."""
    kept, at, lower = [], 0, text.lower()
    if len(lower) != len(text):  # "İ" is longer in lower case
        lower = text
    while (start := lower.find(opening, at)) >= 0:
        kept.append(text[at:start])
        end = lower.find(closing, start)
        end = lower.find(">", end + len(closing) - 1) if end >= 0 else end
        if end < 0:
            return "".join(kept)
        at = end + 1
    return "".join((*kept, text[at:]))


def squeezed(text: str) -> str:
    """Return `text` on one line, with single spaces."""
    return _SPACE.sub(" ", text.replace("\xa0", " ")).strip()


def names_of(element: HtmlElement) -> tuple[str, str]:
    """Return what an element is called: its class and its id, as much of them as is looked at."""
    return (element.get("class") or "")[:_LONGEST_NAME], (element.get("id") or "")[:_LONGEST_NAME]


def is_called(element: HtmlElement, name: re.Pattern[str]) -> bool:
    """Tell whether an element's class or id has such a name."""
    called, own = names_of(element)
    return bool(called and name.search(called)) or bool(own and name.search(own))


def is_hidden(element: HtmlElement) -> bool:
    """Tell whether a page does not show an element at once, or it is a wiki's "[edit]"."""
    if element.get("hidden") is not None or "mw-editsection" in (element.get("class") or ""):
        return True
    return "display:none" in (element.get("style") or "").replace(" ", "").lower()


def letters(text: str) -> str:
    """Return the letters and digits of `text`, folded: what one text has in common however it is set."""
    return _NO_LETTER.sub("", text).lower()


def weight(spelled: str) -> int:
    """Return how much `letters` say: one of a wide script as much as three others."""
    return len(spelled) if spelled.isascii() else len(spelled) + 2 * len(_WIDE.findall(spelled))


def is_host(text: str) -> bool:
    """Tell whether a text is the address of a site and nothing else: "tideway.example"."""
    return _HOST.fullmatch(text) is not None


def host_of(url: str) -> str:
    """Return the host that `url` names, without "www."; "" where it names none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def absolute(url: str | None, base: str) -> str:
    """Return `url` as seen from the page at `base`; "" for what is no address of a file or page.

    What leads to a copy in a web archive, as all does on a page that one shows, leads to what it was made of.
    """
    url = of_original((url or "").strip())
    if not url or url.startswith("#") or len(url) > 2000:
        return ""
    if _PART.match(url):
        return url  # a file beside the saved page
    try:
        joined = urljoin(base, url)
        scheme = urlsplit(joined).scheme.lower()
    except ValueError:  # "http://["
        return ""
    return joined if scheme in ("http", "https", "") else ""
