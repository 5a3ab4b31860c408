"""The fields of a record, whatever it nests them in, and the words, numbers and moments their values hold."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from docs_store.reading.columns import NAMES, plain_name, unqualified
from docs_store.reading.dates import parse_time
from docs_store.reading.stated_dates import in_order, is_ambiguous, partial_date

Record: TypeAlias = Mapping[str, object]
"""What a format made of one record: names to strings, numbers, lists, and records within."""

_WRAPPERS: Final = frozenset({"article", "attributes", "content", "data", "doc", "document", "fields", "meta",
                              "metadata", "metatags", "news", "node", "og", "opengraph", "post", "response",
                              "result", "story"})  # fmt: skip
"""Names under which a record holds more of itself; `_source` is Elasticsearch's."""
_TITLES: Final = frozenset(NAMES["title"])
_PLACES: Final = {name: (part, rank) for part, names in NAMES.items() for rank, name in enumerate(names)}
"""The part that a field of each name holds, and how likely (0 is the likeliest)."""
# Where a value is an object, the names under which it holds what is meant, the likelier first.
_WORDS_IN: Final = ("value", "main", "original", "name", "fullname", "displayname", "text", "rendered", "title",
                    "webtitle", "label", "term", "#text", "content", "$date", "$oid", "$numberlong", "url",
                    "href")  # fmt: skip
_NOTHING: Final[tuple[object, ...]] = (None, "", [], {})
_MOST_WRAPPED: Final = 100
"""How deep a record is looked for within what wraps it."""
_LONGEST_LIST: Final = 20_000
"""Code points of a list that was written down as one string."""

_QUOTED_ITEM = re.compile(r"""'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)\"""")
# "<P>" alone is no paragraph but a company on the stock exchange, in the old wires.
_HTML = re.compile(
    r"(?i:</(?:p|div|a|li|h[1-6]|figure|em|strong|b|i|span|blockquote|sub|sup|q|cite|code|u|small|font)\s*>)"
    r"|<(?:p|img|br)\b[^<>]*>|<(?:P|IMG)\s[^<>]*>|<BR\b[^<>]*>"
)
_BREAKING_TAG = re.compile(r"(?i)</?(?:p|div|br|h[1-6]|ul|ol|li|img|figure|figcaption|tr|td)\b[^<>]{0,1000}>")
_TAG = re.compile(r"(?i)</?(?:a|abbr|b|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^<>]{0,1000}>")
_ESCAPE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")


class Fields:
    """A record's fields by their plain names: its own first, then those of the records it wraps."""

    def __init__(self, record: Record, columns: Mapping[str, str] | None = None) -> None:
        """`columns` names the fields that hold an article's parts, where the user has told them."""
        self._by_name: dict[str, object] = {}
        self._gather(_nested(record), 0)
        mapped = {part: self._at(column) for part, column in (columns or {}).items()}
        for column in (columns or {}).values():
            self._by_name.pop(plain_name(column), None)
        for name, value in list(self._by_name.items()):
            self._add(unqualified(name), value)
        ranked: dict[str, list[tuple[int, object]]] = {}
        for name, value in self._by_name.items():
            part, rank = _PLACES.get(name, ("", 0))
            if part and value not in _NOTHING:
                ranked.setdefault(part, []).append((rank, value))
        self._by_part = {part: [value for _, value in sorted(held, key=_rank)] for part, held in ranked.items()}
        self._by_part |= {part: [value] for part, value in mapped.items() if value not in _NOTHING}

    def _gather(self, record: Record, depth: int) -> None:
        within = []
        for name, value in sorted(record.items(), key=_is_qualified):  # "og:title" is asked after "title"
            plain = plain_name(name)
            if isinstance(value, dict) and (plain in _WRAPPERS or name == "_source"):
                within.append(_nested(value))
                if name == "_source" or not _TITLES.isdisjoint(map(plain_name, value)):
                    continue  # a record and not a value: {"content": {"title": …}}, unlike {"content": {"rendered": …}}
            self._add(plain, value)
        if depth < _MOST_WRAPPED:
            for record in within:
                self._gather(record, depth + 1)

    def _add(self, name: str, value: object) -> None:
        if self._by_name.get(name) in _NOTHING:
            self._by_name[name] = value

    def has(self, column: str) -> bool:
        """Tell whether there is a field that the user named, be it empty."""
        return plain_name(column) in self._by_name or self._at(column) is not None

    def _at(self, column: str) -> object:
        """Return the value of the field that the user named: by its name, or by its path ("meta.headline")."""
        first, _, rest = column.partition(".")
        value = self._by_name.get(plain_name(column), self._by_name.get(plain_name(first)) if rest else None)
        for name in rest.split(".") if rest and plain_name(column) not in self._by_name else ():
            inner = {plain_name(key): held for key, held in value.items()} if isinstance(value, dict) else {}
            value = inner.get(plain_name(name))
        return value

    def values(self, part: str) -> list[object]:
        """Return the values that may hold `part`, the likeliest first; none is empty."""
        return self._by_part.get(part, [])

    def has_any(self, names: frozenset[str]) -> bool:
        """Tell whether there is a field with one of those plain names."""
        return not names.isdisjoint(self._by_name)

    def named(self, name: str) -> object:
        """Return the value of the field with that plain name, else None."""
        return self._by_name.get(name)

    def all(self, part: str) -> tuple[str, ...]:
        """Return every word or phrase of the first value that has any."""
        for value in self.values(part):
            found = tuple(text for item in _listed(value) for each in words(item) if (text := unmarked(each)))
            if found:
                return found
        return ()

    def first(self, part: str) -> str:
        """Return the first words for `part`, "" where there are none."""
        return next(iter(self.all(part)), "")

    def identifier(self) -> str:
        """Return the record's own id; ids are often numbers."""
        for value in self.values("id"):
            if isinstance(value, int) and not isinstance(value, bool):
                return str(value) if abs(value) < 10**100 else ""  # past 4,300 digits str() raises
            found = next((text.strip() for text in words(value) if text.strip()), "")
            if found:
                return found
        return ""

    def published(self) -> str | dt.datetime | None:
        """Return what the record states of the day of publication."""
        return as_stated(self.values("date"))


def as_stated(values: Iterable[object]) -> str | dt.datetime | None:
    """Return the first of the values that tells a day, as written where it may mean two; else a year or a month.

    A later value that tells one of those two days, as a moment of change does, settles which it is.
    """
    partial: str | None = None
    unsure = ""
    for held in (each for value in values for each in scalars(value)):
        if isinstance(held, str) and is_ambiguous(held):
            unsure = unsure or held
            continue
        moment = parse_time(held)
        if moment is not None and not unsure:
            return moment
        if moment is not None:
            told = (in_order(unsure, is_day_first=order) for order in (True, False))
            agreed = next((each for each in told if each is not None and each.date() == moment.date()), None)
            if agreed is not None:
                return agreed
        if partial is None and partial_date(held):
            partial = str(held)
    return unsure or partial


def parts_in(names: Iterable[str]) -> frozenset[str]:
    """Return the parts of an article that fields of these names hold."""
    fields = Fields(dict.fromkeys(names, "x"))
    return frozenset(part for part in NAMES if any(fields.values(part)))


def as_moment(value: object) -> dt.datetime | None:
    """Return the moment `value` tells of, be it within an object (MongoDB's `{"$date": …}`)."""
    for held in scalars(value):
        moment = parse_time(held)
        if moment is not None:
            return moment
    return None


def words(value: object) -> Iterator[str]:
    """Yield the words in a value: itself, its items, or what an object holds under a name that means words."""
    return (held for held in scalars(value) if isinstance(held, str))


def scalars(value: object) -> Iterator[str | int | float]:
    """Yield the words and numbers in a value, however deep it nests them: {"author": [{"name": {"text": …}}]}."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, (str, int, float)) and not isinstance(value, bool):
            yield value
        elif isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict):
            inner = plain_fields(value)
            waiting.append(next((inner[name] for name in _WORDS_IN if inner.get(name)), None))


def plain_fields(value: Record) -> dict[str, object]:
    """Return an object by the plain names of its fields."""
    return {plain_name(name): held for name, held in value.items() if isinstance(name, str)}


def is_html(text: str) -> bool:
    """Tell whether a text is marked up: it closes what it opens, or breaks its lines."""
    return "<" in text and _HTML.search(text) is not None


def unmarked(text: str) -> str:
    """Return a title, a name or a summary without the HTML that feeds and APIs put in: one line of words."""
    if is_html(text):
        text = _TAG.sub("", _BREAKING_TAG.sub(" ", text))
    return unescaped(text).strip()


def unescaped(text: str) -> str:
    """Return `text` with `&amp;` and its like as the characters they stand for."""
    return _ESCAPE.sub(lambda escape: html.unescape(escape[0]), text) if "&" in text else text


def _listed(value: object) -> list[object]:
    """Return the items of a list, be it one that was written down as Python or JSON: "['Ana Lima', 'Karl Osten']"."""
    if isinstance(value, list):
        return value
    if not isinstance(value, str):
        return [value]
    text = value.strip()
    if not (text.startswith("[") and text.endswith("]")) or len(text) > _LONGEST_LIST:
        return [value]
    items: list[object] = [re.sub(r"\\(.)", r"\1", one or other) for one, other in _QUOTED_ITEM.findall(text)]
    return items or ([] if not text[1:-1].strip() else [value])


def _nested(record: Record) -> Record:
    """Return `record` with `author.name` as a record within, where names have dots (tables made from JSON)."""
    if not any("." in name for name in record):
        return record
    made: dict[str, object] = {}
    for name, value in record.items():
        first, dot, rest = name.strip().partition(".")
        held = made.get(first)
        if not (dot and first and rest):
            made.setdefault(name, value)
        elif isinstance(held, dict):
            held.setdefault(rest, value)
        elif held is None:
            made[first] = {rest: value}
    return made


def _rank(held: tuple[int, object]) -> int:
    return held[0]


def _is_qualified(item: tuple[str, object]) -> bool:
    return ":" in item[0]
