"""What a page holds in its scripts alone: the article of one that a program draws, the moment it was published.

Sites that are made in the browser send the article as the state of their program: JSON in a script of its own (Next,
JSON-LD), or assigned to a variable. In a page that was saved before it was drawn, it is nowhere else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeAlias

from docs_store.model import BlockKind
from docs_store.reading.columns import NAMES, plain_name, unqualified
from docs_store.reading.dates import parse_time
from docs_store.reading.fields import Fields
from docs_store.reading.html.page import letters, weight
from docs_store.reading.raw import RawDocument
from docs_store.reading.record import to_document

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_Node: TypeAlias = dict[str, object]

_LEAST: Final = 200
"""Code points of what may be an article's text."""
_MOST_ASSIGNED: Final = 12
"""Values assigned to variables that are read in one script."""
_MOST_NODES: Final = 20_000
"""Objects looked at on one page."""
_DEEPEST: Final = 40
"""How deep a value is within those that a numbered list of Nuxt's names."""
_TELLING: Final = 8
"""Letters by which a headline is known."""
_TEXTS: Final = frozenset(NAMES["text"])
_TITLES: Final = frozenset(NAMES["title"])
_NUXT: Final = "__NUXT_DATA__"
_JSON = re.compile(r"(?i)\s*application/(?:[\w.+-]{1,30}\+)?json")
_ASSIGNED = re.compile(r"""(?:[\w$\])]\s{0,4}=|\bJSON\.parse\()\s{0,4}(?=[\[{]\s{0,20}[\[{"]|"[\[{])""")
_UNDEFINED = re.compile(r"([:\[,]\s?)undefined(?=\s?[,\]}])")
_MOMENT = re.compile(
    r"""(?i)(?<![\w-])(?:"|')?(?:publish(?:ed)?[_-]?(?:time|date|at|on)|(?:ori[_-]?)?create[_-]?time|pub[_-]?(?:date|time)|"""
    r"""date[_-]?published|first[_-]?published(?:[_-]?(?:at|date))?|(?<=var )ct)(?:"|')?\s{0,4}[:=]\s{0,4}"""
    r"""(?:"|')?(\d{4}-\d\d-\d\d[\dT:.+Z ]{0,30}|\d{13}|\d{10})(?!\d)"""
)


def told_in_scripts(tree: HtmlElement, titles: Sequence[str], *, must_be_called: bool) -> RawDocument | None:
    """Return the article that the scripts of a page hold, None where they hold none, or several of one weight.

    It is the one that is called as the page is, in its `titles`; else, unless it `must_be_called` so, one that says
    more than all the others together.
    """
    known = list(spelled(titles))
    found: dict[str, tuple[bool, int, _Node]] = {}
    for state in _states(tree):
        for node in _articles(state):
            fields = Fields(node)
            title, text = letters(fields.first("title")), _length(fields)
            is_own = is_called_as(title, known)
            if text >= _LEAST and (is_own, text) > found.get(title, (False, 0))[:2]:
                found[title] = (is_own, text, node)
    most = max(found.values(), key=lambda each: each[:2], default=None)
    if most is None:
        return None
    is_own, size, node = most
    is_most = not must_be_called and 2 * size > sum(text for _, text, _ in found.values())
    return to_document(node) if is_own or is_most else None


def spelled(titles: Iterable[str]) -> Iterator[str]:
    """Yield the letters of titles by which something may be known."""
    return (each for each in map(letters, titles) if len(each) >= _TELLING)


def is_called_as(title: str, known: Iterable[str]) -> bool:
    """Tell whether a title, by its letters, is one of those of a page, or most of one: the rest is the site's name."""
    return len(title) >= _TELLING and any(
        each in title or (title in each and 2 * len(title) >= len(each)) for each in known
    )


def moment_in_scripts(tree: HtmlElement) -> str:
    """Return when the scripts of a page say that it was published, "" where they say nothing, or several days."""
    moments = [each for script in tree.iter("script") for each in _MOMENT.findall(script.text or "")]
    told = {moment.date(): each for each in moments if (moment := parse_time(each)) is not None}
    return next(iter(told.values())) if len(told) == 1 else ""


def prose(document: RawDocument) -> int:
    """Return how much the text of a document says, without captions and standfirst."""
    return sum(
        weight(block.text) for block in document.blocks if block.kind not in (BlockKind.CAPTION, BlockKind.STANDFIRST)
    )


def _states(tree: HtmlElement) -> Iterator[object]:
    """Yield the values that the scripts of a page hold as JSON."""
    for script in tree.iter("script"):
        text = script.text or ""
        if len(text) < _LEAST:
            continue
        if _JSON.match(script.get("type") or ""):
            value = _value(text, len(text) - len(text.lstrip()))
            yield _revived(value, 0, {}) if isinstance(value, list) and script.get("id") == _NUXT else value
        elif not script.get("type") or "javascript" in script.get("type", ""):
            text = _UNDEFINED.sub(r"\1null", text)
            end = 0
            for assigned in islice(_ASSIGNED.finditer(text), _MOST_ASSIGNED):
                if assigned.end() >= end:  # not within a value that was read
                    value, end = _value_and_end(text, assigned.end())
                    yield _value(value, 0) if isinstance(value, str) else value


def _value(text: str, at: int) -> object:
    return _value_and_end(text, at)[0]


def _value_and_end(text: str, at: int) -> tuple[object, int]:
    """Return the value that JSON spells at a place, and where it ends; None and the place where it spells none."""
    try:
        value, end = json.JSONDecoder(strict=False).raw_decode(text, at)
    except (ValueError, RecursionError):
        return None, at
    return value, end


def _revived(flat: list[object], at: int, seen: dict[int, object], depth: int = 0) -> object:
    """Return the value that a list spells whose objects name others by their places in it, as Nuxt's do."""
    if not 0 <= at < len(flat) or depth > _DEEPEST:
        return None
    value = flat[at]
    if at in seen or not isinstance(value, (dict, list)):
        return seen.get(at, value)
    seen[at] = None  # what names itself is told nowhere
    if isinstance(value, dict):
        made: object = {
            name: _revived(flat, each, seen, depth + 1) for name, each in value.items() if isinstance(each, int)
        }
    else:
        marked = value[1:] if value and isinstance(value[0], str) else value  # ["Reactive", 1], ["Date", "2031-04-30"]
        inner = [_revived(flat, each, seen, depth + 1) if isinstance(each, int) else each for each in marked]
        made = inner[0] if marked is not value and inner else inner
    seen[at] = made
    return made


def _articles(state: object) -> Iterator[_Node]:
    """Yield the objects in a state that have a title and a text, with what they name elsewhere in it in its place."""
    named = state if isinstance(state, dict) else {}
    queue, at = [state], 0
    while at < len(queue) and at < _MOST_NODES:
        value = queue[at]
        at += 1
        if isinstance(value, dict):
            names = {unqualified(plain_name(name)) for name in value}
            if not (names.isdisjoint(_TEXTS) or names.isdisjoint(_TITLES)):
                yield {name: _told(each, named) for name, each in value.items()}
            queue.extend(each for each in value.values() if isinstance(each, (dict, list)))
        elif isinstance(value, list):
            queue.extend(each for each in value if isinstance(each, (dict, list)))


def _told(value: object, named: _Node) -> object:
    """Return a value, or what it names elsewhere: `{"__ref": "Person:1"}`, as caches of GraphQL have it."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [each if isinstance(each, list) else _told(each, named) for each in value]
    name = value.get("__ref") if isinstance(value, dict) else None
    return named.get(name, value) if isinstance(name, str) else value


def _length(fields: Fields) -> int:
    """Return how long the longest text of a record is, in code points."""
    return max((_size(value) for value in fields.values("text")), default=0)


def _size(value: object) -> int:
    waiting, total = [value], 0
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            total += len(value)
        elif isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return total
