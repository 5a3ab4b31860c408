"""The finder: all headlines in memory, looked up by their words or scanned by frizbee.

A scan for letters as they stand costs 9 to 25 ms a million headlines on two threads, one that forgives typos 30 to 140
ms: a word's letters, two of them missing, are in every second headline somewhere. So what was typed is taken as it
stands first, from the words that have it where these have few headlines; then one word at a time is forgiven, which the
others, sought first, make cheap; then words that no headline holds are sought as the words that are like them, of which
there are a tenth as many as headlines.
"""

from __future__ import annotations

import re
import threading
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice, product
from pathlib import Path
from typing import Final, NamedTuple

from frizbee import Haystacks, Match, Pattern

from docs_store.errors import StoreError
from docs_store.interrupts import Interrupts
from docs_store.local import snapshot
from docs_store.local.lookup import Lookup
from docs_store.local.patterns import THREADS, WORD_LIMIT, literal, matcher
from docs_store.local.records import Records
from docs_store.query.matching import Asked
from docs_store.query.passages import typos_allowed
from docs_store.stopwords import STOPWORDS
from docs_store.text import fold

CANDIDATES: Final = 250
"""How many of the scan's best are looked at closely: about 10 ms of work."""

COUNTED: Final = 10_000
"""Headlines up to which those that match are counted: of more, making a list of them costs more than finding them."""

_NEWEST: Final = 131_072
"""Headlines that are scanned before the others: where they hold all that is wanted, no others are."""

_GONE: Final = -1
"""In place of a row: its headline was removed or has changed."""

_SCANS: Final = 6
"""Combinations of such words that are scanned for."""

_FEWEST: Final = 100
"""How many of one combination's best are looked at closely at least."""

_WORTH: Final = 10_000
"""Headlines that were changed since the snapshot from which on a new one is worth its writing: 100 ms of loading."""

_LATE: Final = 20
"""A snapshot is written anew where more than one in so many headlines came after it."""

_WASTE: Final = 4
"""Everything is loaded anew where more than one in this many headlines is gone."""

_INITIALS: Final = 2
"""Letters of a word that may have full stops in headlines."""

_NOT_WORDED = re.compile(r"[\W_]+")


class Scan(NamedTuple):
    """What a scan found."""

    rows: tuple[int, ...]
    """The most promising rows, best first; those that hold every word as typed come before those that only might."""
    literal: int
    """How many headlines hold every word as typed, counted up to `COUNTED` or to as many as were asked for; where those
    that have them as whole words are enough, these alone."""
    possible: int
    """How many might match, counted so too."""


class _Matched(NamedTuple):
    rows: tuple[int, ...]
    total: int


class Headlines:
    """The headlines of all articles, loaded at the first scan. Any thread may call."""

    def __init__(self, folder: Path, records: Records, interrupts: Interrupts) -> None:
        self._folder = folder
        self._records = records
        self._interrupts = interrupts
        self._lock = threading.Lock()
        self._clear()

    def _clear(self) -> None:
        self._haystacks = Haystacks()
        self._newest = Haystacks()
        """The last of them once more, from `_newest_at` on; none where there are few in all."""
        self._newest_at = 0
        self._rows = array("q")
        self._lookup = Lookup()
        self._highest = 0  # row held
        self._gone = 0
        self._change: int | None = None

    # ------------------------------------------------------------------ scanning

    def scan(self, asked: Asked, candidates: int) -> Scan:
        """Return what holds the words of `asked`, with typos by the length of each."""
        needles = [word[:WORD_LIMIT] for word in asked.words]
        with self._lock:
            self._catch_up()
            vocabulary = self._lookup.vocabulary
            found = []
            # Those that have the words whole come first, and may be enough.
            if vocabulary.has(part for needle in needles for part in needle.split()):
                found.append(self._match_literally(needles, candidates, whole=True))
            if not found or found[0].total <= candidates:
                may_match = vocabulary.holds(part for needle in needles for part in needle.split())
                found.append(self._match_literally(needles, candidates) if may_match else _Matched((), 0))
            as_typed = found[-1]
            if as_typed.total <= candidates and any(" " in needle for needle in needles):  # "Email" for "e-mail"
                found.append(self._match_literally([needle.replace(" ", "") for needle in needles], candidates))
            initials = {needle for needle in needles if _may_be_initials(needle) and vocabulary.has(needle)}
            if as_typed.total <= candidates and initials:  # "U.S." for "us"
                spaced = (" " + " ".join(needle) + " " if needle in initials else needle for needle in needles)
                found.append(self._match(map(literal, spaced), candidates))
            if not any(matched.total for matched in found):  # of such words too a part may be mistyped
                needles = [part for needle in needles for part in needle.split()]
            if as_typed.total <= candidates:
                found += self._forgiving(needles, candidates)
        rows = dict.fromkeys(row for matched in found for row in matched.rows)
        return Scan(tuple(rows), as_typed.total, max(matched.total for matched in found))

    def _forgiving(self, needles: Sequence[str], candidates: int) -> Iterator[_Matched]:
        """Forgive typos in one word after the other; in all of them where none is found so."""
        some = False
        for at, needle in enumerate(needles if len(needles) > 1 else ()):
            if typos := typos_allowed(needle):
                others = map(literal, [*needles[:at], *needles[at + 1 :]])
                matched = self._match([*others, Pattern(needle, max_typos=typos)], candidates)
                some = some or bool(matched.rows)
                yield matched
        if not some:
            spellings = [self._lookup.vocabulary.like(needle, only_unknown=len(needles) > 1) for needle in needles]
            sought = [each for each in islice(product(*spellings), _SCANS) if list(each) != list(needles)]
            for chosen in sought:
                yield self._match_literally(chosen, max(candidates // len(sought), _FEWEST))

    def scan_loosely(self, asked: Asked, candidates: int) -> Scan:
        """Return what holds the letters of each word in order, be they far apart: this brings up much not meant."""
        needles = [word[:WORD_LIMIT] for word in asked.words]
        with self._lock:
            self._catch_up()
            matched = self._match([Pattern(needle, max_typos=typos_allowed(needle)) for needle in needles], candidates)
        return Scan(matched.rows, 0, matched.total)

    def spellings(self, word: str) -> list[str]:
        """Return the words of headlines that `word`, folded, is very likely a misspelling of, the likest first."""
        with self._lock:
            self._catch_up()
            return self._lookup.vocabulary.misspelt(word)

    def have_any(self, words: Iterable[str]) -> bool:
        """Tell whether headlines have one of the words, folded."""
        with self._lock:
            self._catch_up()
            return any(self._lookup.vocabulary.has([word]) for word in words)

    def _match_literally(self, needles: Sequence[str], candidates: int, *, whole: bool = False) -> _Matched:
        """Find what holds `needles` as they stand, as `whole` words: among words, where not too many hold them."""
        places = self._lookup.places(needles, whole=whole)
        if places is None:
            return self._match([literal(f" {needle} " if whole else needle) for needle in needles], candidates)
        self._interrupts.check()
        return self._live(places, len(places), candidates)

    def _match(self, patterns: Iterable[Pattern], candidates: int) -> _Matched:
        self._interrupts.check()
        # Those that are gone may be among the best.
        at, matches = self._best(list(patterns), max(COUNTED, candidates) + self._gone)
        return self._live((at + match.index for match in matches), len(matches), candidates)

    def _live(self, places: Iterable[int], many: int, candidates: int) -> _Matched:
        """Return the rows of the first of so many headlines, and how many there are, without those that are gone."""
        live = (row for place in places if (row := self._rows[place]) != _GONE)
        rows = tuple(islice(live, candidates))
        total = len(rows) + sum(1 for _ in live) if self._gone else many
        return _Matched(rows, min(total, max(COUNTED, candidates)))

    def _best(self, patterns: list[Pattern], most: int) -> tuple[int, Sequence[Match]]:
        """Return the best matches, the newest of equals first, and where the headlines that they count from begin."""
        scanner = matcher(patterns, most)
        if self._newest_at and (top := _top(patterns)):
            matches = scanner.match_list_parallel(self._newest, THREADS)
            if len(matches) == most and matches[-1].score >= top:  # an older one can only be as good
                return self._newest_at, matches
        return 0, scanner.match_list_parallel(self._haystacks, THREADS)

    # ------------------------------------------------------------------ loading

    def _catch_up(self) -> None:
        """Take in what was stored, changed and removed since the last scan."""
        now = self._records.clock().change
        if now == self._change:
            return
        if self._change is None or self._gone * _WASTE > len(self._rows):
            self._load(now)
        if self._change != now:
            changed = list(self._records.titles_since(self._change or 0))
            gone = {row for chunk in changed for row, _ in chunk if row <= self._highest}
            self._drop(gone | set(self._records.removed_since(self._change or 0)))
            self._extend(changed)
        self._change = now

    def _load(self, now: int) -> None:
        """Load all headlines anew: from the snapshot where there is one, up to its change; else from the records."""
        self._clear()
        stored = snapshot.read(self._folder)
        if stored is None or stored.change > now:
            self._extend(self._records.titles_since(0))
            self._change = now
            return
        self._newest_at = max(0, len(stored.rows) - _NEWEST)
        at = 0
        for piece in stored.pieces():
            self._interrupts.check()
            self._add(piece, at)
            at += len(piece)
        self._lookup = Lookup(stored.words, stored.postings)
        self._rows = stored.rows
        self._highest = max(stored.rows, default=0)
        self._change = stored.change

    def _extend(self, chunks: Iterable[list[tuple[int, str]]]) -> None:
        for chunk in chunks:
            self._interrupts.check()
            worded = [_worded(title) for _, title in chunk]
            self._add(worded, len(self._rows))
            self._lookup.add(worded, len(self._rows))
            self._rows.extend(row for row, _ in chunk)
            self._highest = max(self._highest, max((row for row, _ in chunk), default=0))

    def _add(self, worded: Sequence[str], at: int) -> None:
        """Take in headlines, the first of which is the `at`th of all."""
        self._haystacks.extend(worded)
        if self._newest_at:
            self._newest.extend(worded[max(0, self._newest_at - at) :])

    def _drop(self, rows: Collection[int]) -> None:
        if not rows:
            return
        for at, row in enumerate(self._rows):
            if row in rows:
                self._rows[at] = _GONE
                self._gone += 1

    # ------------------------------------------------------------------ keeping

    def save(self) -> None:
        """Write the snapshot where it is missing or far behind, and there is much to load."""
        with suppress(StoreError):  # of damaged records nothing is written: check() tells
            self._save()

    def _save(self) -> None:
        behind = snapshot.change_of(self._folder)
        late = self._records.changed_since(behind or 0)
        if late < _WORTH or (behind is not None and late * _LATE < self._records.count()):
            return
        with self._lock:
            rows, headlines = array("q"), list[bytes]()
            words: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
            change = self._records.clock().change
            for chunk in self._records.titles_since(0):
                worded = [_worded(title) for _, title in chunk]
                for place, text in enumerate(worded, len(rows)):
                    for word in dict.fromkeys(text.split()):
                        words[word].append(place)
                rows.extend(row for row, _ in chunk)
                headlines.append("\n".join(worded).encode())
            snapshot.write(self._folder, change, rows, words, filter(None, headlines))


def _may_be_initials(word: str) -> bool:
    return len(word) == _INITIALS and word.isascii() and word.isalpha() and word not in STOPWORDS


def _top(patterns: Sequence[Pattern]) -> int:
    """Return what a headline scores that holds all the patterns where words begin; 0 where they are not literal."""
    if any(pattern.matching != "substring" for pattern in patterns):
        return 0
    whole = matcher(list(patterns), 1).match_one("".join(f" {pattern.needle}" for pattern in patterns), 0)
    return whole.score if whole else 0


def _worded(title: str) -> str:
    """Return the words of a headline, folded, a space before, between and after them: so whole words can be sought."""
    return f" {_NOT_WORDED.sub(' ', fold(title)).strip()} "
