"""What a page puts around its article, by what its elements are called: teasers, author boxes, newsletters, comments."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAGS: Final = frozenset(("aside", "nav", "footer", "form"))
_NAMES = re.compile(
    r"(?i)(?:^|[\s_-])(?:related\w*|teasers?|recommend\w*|promo\w*|newsletters?|trending|"
    r"more[_-]?(?:on|from|stories|news|articles)|read[_-]?(?:more|next|also)|"
    r"author[_-]?(?:box|bio|info|image|card|profile|photo|details)|avatar|(?:up[_-])?comments?(?:[_-]\w+)*|respond|"
    r"disqus\w*|discussion|social\w*|sharing|outbrain|taboola|(?:most|latest)[_-]\w+|advert\w*|sponsor\w*|signup|upnext|up[_-]next|"
    r"suggest\w*|playlist|tweet|twitter[_-]?tweet)(?:$|[\s_-])|"
    # As a whole name or its end only: "sidebar-grid" and "card-body" are a layout's.
    r"(?:^|[\s_-])(?:sidebar|popular|authors?|bio|byline|footer|nav(?:bar|igation)?|menu|share|cards?|latest|further|"
    r"excerpt)(?:$|\s)"
)


def is_chrome(element: HtmlElement, homes: Container[HtmlElement]) -> bool:
    """Tell whether an element, or one around it up to the first of `homes`, is named as the page's own.

    `homes` are the elements that hold much of the article's text: whatever they are called, they are no chrome.
    """
    for above in (element, *element.iterancestors()):
        if above in homes or above.tag in ("body", "html"):
            return False
        if above.tag in _TAGS or is_named_chrome(above):
            return True
    return False


def is_named_chrome(element: HtmlElement) -> bool:
    """Tell whether an element's class or id names it as the page's own."""
    return bool(_NAMES.search(element.get("class") or "") or _NAMES.search(element.get("id") or ""))
