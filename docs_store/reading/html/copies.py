"""Of copies: which page one says that it is of, and what those who keep it put around the page."""

from __future__ import annotations

import re
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, Final

from docs_store.reading.html.page import PROLOGUE, absolute, host_of, is_host, letters, squeezed, weight

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TOOLBAR: Final = 64 * 2**10
"""Code points in which a web archive tells of the page that it shows."""
_ADDRESS = r"""(?P<url>https?://[^\s<>"']{1,2000})"""
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d{1,8}\)|Saved from (?=\S{1,2000} at \S{8,40} using monolith)|"
    rf"Page saved with SingleFile\s+url:\s*){_ADDRESS}|\bdata-scrapbook-source=[\"']{_ADDRESS.replace('url', 'of')}",
    re.IGNORECASE,
)
"""What browsers, SingleFile, Monolith and WebScrapBook write at the beginning of a page they save."""
_MIRRORED = re.compile(r"<!-- Mirrored from (?P<url>[\w.-]{4,100}/[^\s<>]{0,2000}) by HTTrack ")
_SAVED_BY_META = re.compile(rf"<meta name=\"savepage-url\" content=\"{_ADDRESS}\"")
_COPY_OF = re.compile(rf'(?:__wm\.wombat\(|\bid="wmtbURL"\s(?:[^<>]{{0,200}}\s)?value=)"{_ADDRESS}"')
"""What the Wayback Machine writes into a page it shows: in its scripts, and in its bar before 2018."""
_SAYING: Final = (
    ("<!-- Mirrored from ", _MIRRORED),
    ('<meta name="savepage-url"', _SAVED_BY_META),
    ("__wm.wombat(", _COPY_OF),
    ('id="wmtbURL"', _COPY_OF),
)
"""How what tells the address begins in a page that is saved so, and what that is."""

_CACHED: Final = "//div[contains(@id, '__google-cache-hdr')]"
_BARS: Final = f"//*[@id='wm-ipp-base' or @id='wm-ipp' or @id='wm-ipp-print' or @id='donato'] | {_CACHED}"
"""What the Wayback Machine and Google's cache put over the page."""
_MARKS: Final = ("wm-ipp", "donato", "__google-cache-hdr", "archive.")
"""What is in the text of a page that they keep."""
_KEEPER = re.compile(r"(?i)archive\.(?:fo|is|li|md|ph|today|vn)")
_OF_KEEPER: Final = (
    "//*[@id='HEADER'] | //meta[starts-with(@property, 'article:') or @property='og:site_name'"
    " or contains(@property, 'description')]"
)
"""What archive.today says of its copy: its bar, and when it was made."""
_ORIGINAL = re.compile(r"(?i)(?:view|see|read|open) (?:the )?original(?: (?:article|page|post))?")
_TEXT: Final = 60
"""Weight of a paragraph, before which a reader's export names the page it shows."""
_MOST_LINKS: Final = 40


def saved_from(text: str) -> str:
    """Return the address that a saved page, or a web archive's copy, says it is from, "" where it says none."""
    saved = _SAVED_FROM.search(text, 0, PROLOGUE)
    if saved:
        return unescape(saved["url"] or saved["of"])
    for mark, told in _SAYING:
        at = text.find(mark, 0, _TOOLBAR)
        found = told.search(text, at, _TOOLBAR) if at >= 0 else None
        if found:
            url = unescape(found["url"])
            return url if "://" in url else f"https://{url}"
    return ""


def without_bars(tree: HtmlElement, text: str) -> None:
    """Take out what a web archive has put around the page that it shows, and says of its copy.

    `text` is that of the page, by which it is told at once that there is nothing to be looked for.
    """
    if not any(mark in text for mark in _MARKS):
        return
    bars = tree.xpath(_BARS)
    if any(_KEEPER.fullmatch(each) for each in tree.xpath("//meta[@property='og:site_name']/@content")):
        bars += tree.xpath(_OF_KEEPER)
    for bar in bars:
        if bar.getparent() is not None:
            bar.drop_tree()


def shown_address(tree: HtmlElement) -> str:
    """Return where a page that a reader has exported says over its text that it is from, "" where it says nothing.

    That is a link to a page by the name of its site ("tideway.example"), or "View Original"; the first in Google's bar.
    """
    cached = tree.xpath(f"{_CACHED}//a/@href")
    if cached:
        return absolute(cached[0], "")
    for element in islice(tree.iter("a", "p"), _MOST_LINKS):
        text = squeezed(element.text_content())
        if element.tag == "p" and weight(letters(text)) >= _TEXT:
            break
        if not (is_host(text) or _ORIGINAL.fullmatch(text)):
            continue
        url = absolute(element.get("href"), "")
        is_other = is_host(text) and host_of(url) != text.lower().removeprefix("www.")
        if url.rstrip("/").count("/") > len("//") and not is_other:
            return url
    return ""
