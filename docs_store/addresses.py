"""What an address on the web holds beside the page that it names: what follows readers, and where a copy is kept."""

from __future__ import annotations

import re
from typing import Final

_TRACKING: Final = re.compile(
    r"""(?ix)(?:utm_[a-z_]+|(?:fb|g|dc|y|tw|ms|tt|epi)clid|msclkid|fbclsrc|gclsrc|gbraid|wbraid|mc_[ce]id|igshid|igsh|ref_src
    |cmpid|ocid|_hsenc|_hsmi|mkt_tok|at_(?:medium|campaign|custom\d|link_\w+|bbc_team|format|ptr_name|creation)
    |ns_(?:source|mchannel|campaign|linkname|fee)|xtor|smid|__twitter_impression)(?:=.*)?"""
)
"""Parameters, with their values, of which none tells one page from another."""

_COPY: Final = re.compile(
    r"(?i)(?:https?://(?:web\.archive\.org|web-beta\.archive\.org)/(?:web/)?\d{1,14}(?:[a-z]{2}_)?"
    r"|(?:https?://[\w.:-]{1,100})?/(?:[\w.-]{1,40}/){0,3}\d{14}(?:[a-z]{2}_)?"
    r"|https?://archive\.(?:fo|is|li|md|ph|today|vn)/(?:\d{4}\.\d\d\.\d\d-\d{6}|\d{14}))/(?=https?://)"
)
"""What web archives put before the address of a page that they keep a copy of: most of them the moment of the copy."""


def without_tracking(url: str) -> str:
    """Return `url` without parameters that tell how a reader came to the page; all else stays as it is written.

    The address of a copy in a web archive is that of the page it was made of.
    """
    url = of_original(url)
    if "?" not in url and "#" not in url:
        return url
    address, sign, fragment = url.partition("#")
    if sign and _TRACKING.fullmatch(fragment.partition("&")[0]):
        url, sign, fragment = address, "", ""
    place, mark, query = address.partition("?")
    parts = query.split("&")
    kept = [part for part in parts if not _TRACKING.fullmatch(part.removeprefix("amp;"))]
    if len(kept) == len(parts):
        return url
    return place + (mark if kept else "") + "&".join(kept) + sign + fragment


def of_original(url: str) -> str:
    """Return the address of the page that a web archive keeps a copy of at `url`; `url` where it is no copy's."""
    kept_copy = _COPY.match(url) if url.find("://", len("https:")) > 0 else None
    return url[kept_copy.end() :] if kept_copy else url
