"""What two spellings of one address, or of one headline, have in common: how an article's links are resolved."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from docs_store.text import fold

# What newsletters, social networks and analytics add to an address; it names the reader's way, not the page.
_TRACKING: Final = re.compile(r"utm_.*|(?:fb|g|dc|y|ms|tw)cl(?:id|src)|mc_[ce]id|igshid|ref_src|cmpid|ocid|ns_.*|at_.*")
_HOST_PREFIX = re.compile(r"^(?:www|m|amp)\d?\.")
_NOT_LETTERS = re.compile(r"[\W_]+")


def url_key(url: str) -> str:
    """Return `url` without what does not name the page: scheme, www, trailing slash, fragment, tracking parameters."""
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    if not host:
        return ""
    default_port = port in (None, 80, 443)
    query = sorted((name, value) for name, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(name.lower()))
    path = parts.path.rstrip("/")
    for ending in ("/index.html", "/index.htm", "/index.php"):
        path = path.removesuffix(ending)
    return (
        _HOST_PREFIX.sub("", host)
        + ("" if default_port else f":{port}")
        + path
        + (f"?{urlencode(query)}" if query else "")
    )


def title_key(title: str) -> str:
    """Return the letters and digits of `title`, folded, one space between words."""
    return _NOT_LETTERS.sub(" ", fold(title)).strip()
