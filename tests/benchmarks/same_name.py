"""How well names of an archive are united with the other spellings of their entity: precision and recall over pairs.

usage: python -m tests.benchmarks.same_name [PAIRS] [-v]

A pair is told from the names themselves, as an archive tells it: the names of one kind, with the articles each is in,
are that archive. By default the pairs are those of tests/data/names/pairs.txt, which says how a line is read.
-v prints the pairs that are wrong.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from docs_store.entities.spellings import Name, agreed, keys, united
from docs_store.model import EntityKind

PAIRS: Final = Path(__file__).parents[1] / "data" / "names" / "pairs.txt"

_LINE: Final = re.compile(r"(?P<label>[=~≠]) (?P<one>.+?)(?: ×(?P<ones>\d+))? \| (?P<other>.+?)(?: ×(?P<others>\d+))?")


class Pair(NamedTuple):
    """Two names, and whether they are one entity's."""

    part: str
    kind: EntityKind
    names: tuple[str, str]
    same: bool


class Scores(NamedTuple):
    """Of pairs: united rightly, united wrongly, left apart wrongly."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of the united pairs that are one entity; 1 where none is united."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of the pairs of one entity that are united; 1 where there is none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def judged(path: Path = PAIRS) -> Iterator[tuple[Pair, bool]]:
    """Yield each pair of the file, and whether its names are united in the archive that all its names are."""
    pairs, archive, called = _read(path)
    look = {kind: _Archive(kind, named, called) for kind, named in archive.items()}
    for pair in pairs:
        one, other = pair.names
        yield pair, look[pair.kind].unites(one, other)


def scores(found: Sequence[tuple[Pair, bool]]) -> Scores:
    """Count what was judged."""
    return Scores(
        sum(pair.same and joined for pair, joined in found),
        sum(joined and not pair.same for pair, joined in found),
        sum(pair.same and not joined for pair, joined in found),
    )


class _Archive:
    """The names of one kind, each found by the keys it shares."""

    def __init__(self, kind: EntityKind, named: Mapping[str, int], called: frozenset[tuple[str, str]]) -> None:
        self._kind = kind
        self._called = called
        self._by_key: dict[str, list[Name]] = defaultdict(list)
        for name, articles in named.items():
            for key in keys(name, kind):
                self._by_key[key].append(Name(name, articles))

    def unites(self, one: str, other: str) -> bool:
        """Tell whether each is among the names of the other."""
        found = [{each.name for each in agreed(name, self._look)} for name in (one, other)]
        return other in found[0] and one in found[1]

    def _look(self, name: str) -> tuple[Name, ...]:
        near = dict.fromkeys(each for key in sorted(keys(name, self._kind)) for each in self._by_key[key])
        return united(name, list(near), self._kind, attests=lambda body, letters: (body.name, letters) in self._called)


def _read(path: Path) -> tuple[list[Pair], dict[EntityKind, dict[str, int]], frozenset[tuple[str, str]]]:
    """Return the pairs of the file, the articles of each name by kind, and which bodies are called by which letters."""
    pairs: list[Pair] = []
    archive: dict[EntityKind, dict[str, int]] = defaultdict(dict)
    called = set()
    part, kind = "", EntityKind.OTHER
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("## "):
            part, _, of_kind = line[3:].partition(": ")
            kind = EntityKind(of_kind)
        elif match := _LINE.fullmatch(line):
            for name, articles in ((match["one"], match["ones"]), (match["other"], match["others"])):
                archive[kind][name] = max(archive[kind].get(name, 1), int(articles or 1))
            pairs.append(Pair(part, kind, (match["one"], match["other"]), match["label"] != "≠"))
            if match["label"] == "~":
                called.add((match["one"], match["other"]))
    return pairs, archive, frozenset(called)


def main() -> None:
    """Print the figures, of each part and kind and of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path, nargs="?", default=PAIRS)
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    found = list(judged(options.pairs))
    if options.verbose:
        for pair, joined in found:
            if joined is not pair.same:
                print("missed" if pair.same else "WRONG ", pair.kind, *pair.names, sep=" | ")
    parts = dict.fromkeys((pair.part, pair.kind) for pair, _ in found)
    for part, kind in parts:
        _print(f"{part}: {kind}", [each for each in found if (each[0].part, each[0].kind) == (part, kind)])
    for part in dict.fromkeys(part for part, _ in parts):
        _print(part, [each for each in found if each[0].part == part])
    _print("all", found)


def _print(what: str, found: Sequence[tuple[Pair, bool]]) -> None:
    counted = scores(found)
    same = counted.right + counted.missed
    print(f"{what:20} {len(found):4} pairs, {same:3} of them the same: precision {counted.precision:.3f},"
          f" recall {counted.recall:.3f}")  # fmt: skip


if __name__ == "__main__":
    main()
