"""What a page puts around its article, by what its elements are called: teasers, author boxes, comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from docs_store.reading.html.page import is_called, names_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAGS: Final = frozenset(("aside", "nav", "footer", "form"))
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_PAGE: Final = ("body", "html")
_DEEPEST: Final = 5
"""Elements between a stretch and such a box."""
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
_CALLOUT = re.compile(r"(?i)(?:^|[\s_-])(?:callout|admonition|kg-(?:toggle|header)-card)(?:$|[\s_-])")
"""A box in which the text itself says something apart."""
_FACTS = re.compile(
    r"(?i)(?:^|[\s_-])(?:fact[_-]?(?:s|box|file)(?:[_-]?box)?|info[_-]?(?:box|kasten)|fakta(?:ruta|boks)?|explainer|"
    r"encadr[eé]|despiece|kader|glossar\w*)(?:$|[\s_-])"
)
"""The same in an aside: what the text is about in figures, what a word means."""
_OF_OTHERS = re.compile(r"(?i)author|social|newsletter|sign-?up|related|share|promo|sponsor|advert|teaser|product|shop")
"""In the name of such an aside: it says something else."""
_LINKED: Final = 0.3
"""Share of an aside's words in links from which it leads elsewhere."""


@dataclass(frozen=True, slots=True)
class Homes:
    """The elements that hold much of the article's text, and the names of these: others so called do too."""

    elements: frozenset[HtmlElement] = frozenset()
    names: frozenset[tuple[str, str]] = frozenset()
    known: dict[HtmlElement, bool] = field(default_factory=dict, compare=False, repr=False)
    """Whether those that were asked about are the page's own: what is around several is looked at once."""

    def hold(self, element: HtmlElement) -> bool:
        """Tell whether an element holds much of the text, or is called as one that does."""
        return element in self.elements or named(element) in self.names

    def is_loose(self, element: HtmlElement) -> bool:
        """Tell whether an element stands apart from the text, the page alone being around both."""
        home = next((above for above in element.iterancestors() if above in self.elements), None)
        inner = any(each.tag not in _PAGE for each in self.elements)
        return inner and (home is None or home.tag in _PAGE)


def named(element: HtmlElement) -> tuple[str, str]:
    """Return an element's tag and class."""
    return str(element.tag), element.get("class") or ""


def is_chrome(element: HtmlElement, homes: Homes) -> bool:
    """Tell whether an element, or one around it, is named as the page's own; those that hold the text are not."""
    return next(are_chrome((element,), homes))


def are_chrome(elements: Iterable[HtmlElement], homes: Homes) -> Iterator[bool]:
    """Yield the same of each of many elements."""
    known = homes.known
    for element in elements:
        passed: list[HtmlElement] = []
        found: bool | None = None
        for above in chain((element,), element.iterancestors()):
            found = known.get(above)
            if found is None:
                passed.append(above)
                found = _decides(above, homes)
            if found is not None:
                break
        known.update(dict.fromkeys(passed, bool(found)))
        yield bool(found)


def _decides(element: HtmlElement, homes: Homes) -> bool | None:
    """Tell whether what is in an element is the page's own, None where that is for the elements around it to say."""
    if element.tag in _PAGE or homes.hold(element):
        return False
    if element.tag == "blockquote" or is_callout(element):  # a post from elsewhere, set into the text
        return None
    return True if element.tag in _TAGS or is_named_chrome(element) else None


def is_named_chrome(element: HtmlElement) -> bool:
    """Tell whether an element is named as the page's own; the id of a heading is made of its words."""
    if element.tag in _HEADINGS:
        return bool(_NAMES.search(names_of(element)[0]))
    return is_called(element, _NAMES)


def is_callout(element: HtmlElement) -> bool:
    """Tell whether an element is a box in which the text itself says something apart."""
    return is_called(element, _CALLOUT) or (element.tag == "aside" and _tells_facts(element))


def _tells_facts(aside: HtmlElement) -> bool:
    if not is_called(aside, _FACTS) or is_called(aside, _OF_OTHERS):
        return False
    linked = sum(len(each.text_content()) for each in aside.iter("a"))
    return linked <= _LINKED * len(aside.text_content())


def callout(element: HtmlElement, known: dict[HtmlElement, bool]) -> HtmlElement | None:
    """Return the outermost box close around an element in which a text says something apart, None where none is.

    What is `known` of the elements around others is looked up there, and what is not is put there.
    """
    box = None
    for above in islice(element.iterancestors(), _DEEPEST):
        is_one = known.get(above)
        if is_one is None:
            is_one = known[above] = is_callout(above)
        box = above if is_one else box
    return box
