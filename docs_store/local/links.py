"""What two spellings of one address, or of one headline, have in common: how an article's links are resolved."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from docs_store.addresses import without_tracking
from docs_store.text import fold

_HOST_PREFIX = re.compile(r"^(?:www|m|amp)\d?\.")
_NOT_LETTERS = re.compile(r"[\W_]+")


def url_key(url: str) -> str:
    """Return `url` without what does not name the page: scheme, www, trailing slash, fragment, tracking parameters."""
    try:
        parts = urlsplit(without_tracking(url.strip()))
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    if not host:
        return ""
    default_port = port in (None, 80, 443)
    query = sorted(parse_qsl(parts.query, keep_blank_values=True))  # "?123" alone names a page too
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
