"""The headline of a page in its several wordings, without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from docs_store.reading.html.page import is_called, is_host, letters, squeezed, weight
from docs_store.reading.html.shown_titles import (
    ANY,
    CALLED,
    LONGEST,
    MOST_ANY,
    MOST_HEADINGS,
    NO_TITLE,
    SEPARATOR,
    headings,
    set_titles,
    shown_titles,
    window_title,
)
from docs_store.reading.topic import told_of, topic

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST_NAME: Final = 40
"""Code points of the name of a site."""
_TWO: Final = 2
_HEADLINE: Final = 25
"""Weight of the letters of a headline; a section's name has fewer."""

_MOST_PARTS: Final = 20
_MOST_LABELS: Final = 2
"""Elements before a headline in its heading."""
_MOST_PARAGRAPHS: Final = 60
_SHORTEST: Final = 20
"""Weight of a headline that nothing but its words tells."""
_EAST = re.compile(r"(?<=[^\x00-\x7f])(?:_+|-)(?=[^\x00-\x7f])|--+")
"""What parts a headline from its section and site in wide scripts."""
_EAST_END = re.compile(r"(?<=[_-])(?:(?!--)[^_]){3,20}$")
"""The site behind its sign, at the end of a title in a wide script."""
_LOOSE = re.compile(r"[ :|_-]+")
"""What may part them, where what stands before it is long."""
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+){2,}")
"""How a page is called in its address."""


def find_titles(
    tree: HtmlElement, headline: str, shared: str, alternative: str, names: tuple[str, str]
) -> tuple[str, ...]:
    """Return the headline in every wording of the page's, the best first.

    `headline` and `alternative` are JSON-LD's, `shared` is for social networks, `names` are the site's name and host.

    The editors' own is JSON-LD's. Where the page shows and shares another, and JSON-LD has the one of the window's
    title, then that one is for search engines. Without JSON-LD a heading that the window's title goes on from is the
    headline, whatever is shared. One that the page shows is taken as it is set there.
    """
    window, shown = window_title(tree), shown_titles(tree)
    window = "" if NO_TITLE.fullmatch(window) and shown else window
    name, host = names
    is_address = _SLUG.fullmatch(shared) or is_host(shared)
    shared = "" if is_address or NO_TITLE.fullmatch(shared) else shared
    name = name or site_name(tree)
    names = (name, host)
    shown = [text for text in shown if letters(text) != letters(name)]
    if window and letters(window) not in map(letters, shown) and (part := _without_section(tree, window)) != window:
        window, shown = part, [*shown, part]
    told = [text[:LONGEST] for text in (headline, shared, window)]
    rests = _rests(tree)
    others = (*told, *shown, *set_titles(tree, window), *(rest for each in rests.values() for rest in each))
    headline, shared, window = (_without_site(text, names, others) for text in told)
    shown = _without_labels(rests, shown, (headline, shared, window))
    spelled = {letters(text): text for text in reversed(shown)}
    if (
        letters(told[1]).startswith(letters(name) or "-")
        and letters(shared) not in spelled
        and letters(window) in spelled
    ):
        shared = ""  # what the site says of itself, on all its pages
    if not headline and _is_of_window(shared, told) and len(shown) == 1 and weight(letters(shown[0])) >= _HEADLINE:
        shared = ""  # what is over the window, with the site's name, while the page has a headline of its own
    best = headline or shared or _shown_of(shown, window)
    if headline and letters(shared) in spelled and _is_for_machines(tree, headline, shared, window):
        best = shared
    elif not (headline or shared) and (called := _called(tree, told[2])):
        best = called
    elif not (headline or shared) and not any(_is_of(text, window) for text in shown):
        best = next(iter(set_titles(tree, window)), best)  # a first-level heading over several pages: their section's
    elif not headline and letters(best) not in spelled:
        best = next((text for text in shown if _goes_on(text, window) or _is_without(best, text, window)), best)
    if best.endswith(("…", "...")) or letters(best) not in spelled:  # cut for a search engine, or at a quotation mark
        best = next((text for text in (*shown, *told) if _is_whole_of(text, best)), best)
    if not (headline or shared):
        best = _telling(tree, best)
    best = _as_set(best, spelled.get(letters(best), best), (headline, shared, window))
    return tuple(dict.fromkeys(text for text in (best, headline, shared, window, alternative) if text))


def _is_for_machines(tree: HtmlElement, headline: str, shared: str, window: str) -> bool:
    """Tell whether JSON-LD has another headline than the page shows and shares, for search engines or for nobody."""
    spelled = letters(headline)
    if spelled == letters(window):
        return True
    texts = (squeezed((each.text or "")[:LONGEST]) for each in islice(tree.iter(*ANY), MOST_ANY))
    return letters(shared) == letters(window) and all(letters(text) != spelled for text in texts)


def _is_of_window(shared: str, told: Sequence[str]) -> bool:
    """Tell whether what a page shares is what stands over its window, of several parts, and none left out."""
    _, as_shared, window = told
    return bool(shared) and shared == as_shared and window.startswith(shared) and bool(SEPARATOR.search(shared))


def _is_whole_of(text: str, cut: str) -> bool:
    """Tell whether `text` goes on where `cut` was cut: at its dots, or at a quotation mark that ended an attribute."""
    begun = cut.rstrip("….")
    if begun != cut:
        return letters(text).startswith(letters(begun)) and not text.startswith(cut) and text != begun
    return bool(cut) and text.startswith(cut) and text[len(cut) :].lstrip().startswith('"') and cut.count('"') % 2 == 0


def _called(tree: HtmlElement, window: str) -> str:
    """Return the one heading that is called an entry's title, where the window's title has it in it; else ""."""
    named = {squeezed(each.text_content()) for each in islice(_entries(tree), _TWO)}
    text = next(iter(named), "")
    return text if len(named) == 1 and letters(text) and letters(text) in letters(window) else ""


def _entries(tree: HtmlElement) -> Iterator[HtmlElement]:
    headings = islice(tree.iter("h1", "h2", "h3", "h4"), MOST_HEADINGS)
    return (each for each in headings if is_called(each, CALLED))


def _shown_of(shown: Sequence[str], window: str) -> str:
    """Return the headline among those that a page shows: what the window's title is of, rather than the first."""
    return next((text for text in shown if window and _is_of(text, window)), (*shown, window)[0])


def _as_set(best: str, shown: str, told: Iterable[str]) -> str:
    """Return a headline as the page sets it, but where that is all in capitals, or elements alone part it."""
    if ": " in best and ":" not in shown:
        return best
    return next((text for text in told if letters(text) == letters(shown) and shown.isupper()), shown)


def _without_labels(rests: Mapping[str, Sequence[str]], shown: Sequence[str], told: Iterable[str]) -> list[str]:
    """Return what a page shows as its headline without a label or kicker before it, where another wording has neither.

    "LIVE The headline", "Drought" over "Water gets dear".
    """
    spelled = set(map(letters, told)) - {""}
    bare = {whole: next((rest for rest in each if letters(rest) in spelled), "") for whole, each in rests.items()}
    return [bare.get(letters(text)) or text for text in shown]


def _rests(tree: HtmlElement) -> dict[str, list[str]]:
    """Return what each first-level heading, by its letters, says behind the first elements in it."""
    found: dict[str, list[str]] = {}
    for each in islice(tree.iter("h1"), MOST_HEADINGS):
        parts = [text for part in islice(each.itertext(), _MOST_PARTS) if (text := squeezed(part))]
        found[letters("".join(parts))] = [" ".join(parts[at:]) for at in range(1, min(len(parts), _MOST_LABELS + 1))]
    return found


def _telling(tree: HtmlElement, best: str) -> str:
    """Return the heading that speaks of what the text speaks of, where the likeliest does not: a site's name."""
    paragraphs = (each.text_content() for each in islice(tree.iter("p"), _MOST_PARAGRAPHS))
    about = topic(paragraphs)
    if not about or told_of(best, about).words:
        return best
    lesser = (
        squeezed(each.text_content()[: 2 * LONGEST])
        for each in islice(tree.iter("h1", "h2", "h3", "h4", "h5"), MOST_HEADINGS)
    )
    return next((text for text in lesser if told_of(text, about).tells and weight(letters(text)) >= _SHORTEST), best)


def _without_section(tree: HtmlElement, window: str) -> str:
    """Return a window's title in a wide script without its section and site, where the page shows it so.

    "灯塔重新点亮_社会_潮汐网" has no spaces that would tell what parts it, and pages set the headline in any element.
    """
    window = window[:LONGEST]
    is_wide = weight(letters(window)) >= _TWO * len(letters(window))
    marks = list(_EAST.finditer(window))
    parts = [window[: mark.start()] for mark in marks] + [window[mark.end() :] for mark in marks if mark[0][:2] == "--"]
    if is_wide:
        loose = (window[: mark.start()] for mark in islice(_LOOSE.finditer(window), _MOST_PARTS))
        parts += [part for part in loose if weight(letters(part)) >= _HEADLINE]
    known = {letters(part): part for part in parts}
    texts = ((each.text or "")[:LONGEST] for each in islice(tree.iter(*ANY), MOST_ANY)) if known else ()
    found = {spelled for text in texts if (spelled := letters(text)) in known}
    if found:
        return known[max(found, key=len)]
    before, mark, _ = window.partition("_")  # which no headline has in it
    return before if mark and is_wide and weight(letters(before)) >= _HEADLINE else window


def _goes_on(heading: str, window: str) -> bool:
    """Tell whether the window's title is what the page shows as a headline, and more."""
    spelled, whole = letters(heading), letters(window)
    return weight(spelled) >= _HEADLINE and whole.startswith(spelled) and whole != spelled


def _is_without(shared: str, heading: str, window: str) -> bool:
    """Tell whether what a page shows and its window's title are what it shares, without the kicker before it."""
    spelled = letters(heading)
    return bool(spelled) and spelled == letters(window) and letters(shared).endswith(spelled)


def _is_of(heading: str, window: str) -> bool:
    """Tell whether a heading and the window's title have one in the other."""
    spelled, whole = letters(heading), letters(window)
    return not spelled or not whole or spelled in whole or whole in spelled


def site_name(tree: HtmlElement) -> str:
    """Return the name of the site in a window's title, told by what the page shows beside it or before it."""
    window = window_title(tree)[:LONGEST]
    parts = SEPARATOR.split(window)
    if len(parts) < _TWO:
        title = _without_section(tree, window)
        site = _EAST_END.search(window, len(title)) if window.startswith(title) else None
        return site[0] if site and title != window else ""
    found = headings(tree)
    spelled = set(map(letters, found or shown_titles(tree)))
    first, last = parts[0], parts[-1]
    before = letters("".join(parts[:-1]))
    is_headline = weight(letters(last)) >= max(_HEADLINE, weight(before))
    if found and letters(last) in spelled and is_headline:  # "The Paper | The Headline"
        return first if len(parts) == _TWO and len(first) <= _LONGEST_NAME else ""
    if len(last) <= _LONGEST_NAME and (before in spelled or (found and letters(last) in spelled)):
        return last
    return first if not found and len(first) <= _LONGEST_NAME and letters("".join(parts[1:])) in spelled else ""


def _without_site(title: str, names: tuple[str, str], others: Iterable[str]) -> str:
    """Return a title without the name of the site at its end or beginning.

    What stands before a dash is the title where another wording is just that.
    """
    name, host = names
    sites = {letters(name), letters(host), letters(f"www.{host}"), letters(host.rpartition(".")[0])} - {""}
    labels = set(host.split("."))
    spelled = {letters(other) for other in others if other != title} - sites
    for part in SEPARATOR.finditer(title):
        before, after = title[: part.start()], title[part.end() :]
        is_site = letters(after) in sites or (len(after.split()) > 1 and labels.issuperset(after.lower().split()))
        if before and (letters(before) in spelled or is_site):
            return before
        if letters(before) in sites and after:
            return after
    return title
