"""How well names are found in other languages than English: precision and recall of spans and kinds, by language.

usage: python -m tests.benchmarks.abroad [LANGUAGE …] [-v]

The texts, all fictional, are lines of tests/data/names/LANGUAGE.txt in which [p:…], [o:…] and [l:…] mark persons,
organisations and places. -v prints what is missed and what is wrong.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from docs_store.entities import find_entities
from docs_store.model import EntityKind

DATA: Final = Path(__file__).parents[1] / "data" / "names"
LANGUAGES: Final = ("ru", "uk", "ar", "ja", "zh", "ko", "de", "fr", "es")

_MARK: Final = re.compile(r"\[([pol]):([^\]]+)\]")
_KINDS: Final = {"p": EntityKind.PERSON, "o": EntityKind.ORGANISATION, "l": EntityKind.PLACE}

Span: TypeAlias = tuple[int, int, EntityKind]


class Text(NamedTuple):
    """A text and the names in it."""

    text: str
    named: frozenset[Span]


class Found(NamedTuple):
    """Names of texts: found rightly, found wrongly, missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of what is found that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of the names that are found."""
        return self.right / max(1, self.right + self.missed)


def texts(language: str) -> Iterator[Text]:
    """Yield the labelled texts of a language."""
    for line in (DATA / f"{language}.txt").read_text("utf-8").splitlines():
        text, named, end = "", [], 0
        for mark in _MARK.finditer(line):
            text += line[end : mark.start()]
            named.append((len(text), len(text) + len(mark[2]), _KINDS[mark[1]]))
            text += mark[2]
            end = mark.end()
        yield Text(text + line[end:], frozenset(named))


def found(language: str, *, verbose: bool = False) -> Found:
    """Find the names of a language's texts, each a document, and count."""
    right = wrong = missed = 0
    for text, named in texts(language):
        mine = frozenset((each.start, each.end, each.kind) for each in find_entities(text, language=language))
        right += len(mine & named)
        wrong += len(mine - named)
        missed += len(named - mine)
        if verbose:
            for what, spans in (("WRONG ", mine - named), ("missed", named - mine)):
                for start, end, kind in sorted(spans):
                    print(language, what, kind, text[start:end], "|", text[max(0, start - 14) : end + 14])
    return Found(right, wrong, missed)


def main() -> None:
    """Print the figures of each language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="*", choices=[[], *LANGUAGES])
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    for language in options.languages or LANGUAGES:
        counted = found(language, verbose=options.verbose)
        print(f"{language}: {len(list(texts(language)))} texts, {counted.right + counted.missed} names:"
              f" precision {counted.precision:.3f}, recall {counted.recall:.3f}")  # fmt: skip


if __name__ == "__main__":
    main()
