"""How often two spellings that name one entity get one name: precision and recall over labelled pairs.

usage: python -m tests.benchmarks.same_entity PAIRS.jsonl [--recogniser NAME] [-v]

A line has `text` (and `title`), `a` and `b` (spans of two mentions), and `same`. A pair counts as joined where both
spans are marked and share name and kind; -v prints the pairs that are wrong.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from docs_store import Article, Block, BlockKind, EntityMention, Recogniser
from docs_store.entities import annotate


def main() -> None:
    """Score the pairs and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--recogniser", type=Recogniser, default=Recogniser.RULES)
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    counts: Counter[tuple[bool, bool]] = Counter()
    unmarked = 0
    for line in options.pairs.read_text("utf-8").splitlines():
        pair = json.loads(line)
        one, other = (_marked(pair, side, options.recogniser) for side in "ab")
        joined = one is not None and other is not None and (one.name, one.kind) == (other.name, other.kind)
        unmarked += pair["same"] and (one is None or other is None)
        counts[pair["same"], joined] += 1
        if options.verbose and pair["same"] is not joined:
            texts = (pair["text"][slice(*pair[side])] for side in "ab")
            found = (f"{each.name} ({each.kind})" if each else "unmarked" for each in (one, other))
            print("missed" if pair["same"] else "WRONG ", *map(repr, texts), "→", " | ".join(found))
    right, wrong, missed = counts[True, True], counts[False, True], counts[True, False]
    print(f"{sum(counts.values())} pairs, {right + missed} of them the same: precision {right / (right + wrong):.3f},"
          f" recall {right / (right + missed):.3f}; {unmarked} have a mention that is not marked")  # fmt: skip


def _marked(pair: dict[str, Any], side: str, recogniser: Recogniser) -> EntityMention | None:
    """Return the mention with the bounds of a side of the pair, titles and articles aside."""
    block = Block(BlockKind.PARAGRAPH, pair["text"])
    article = Article("0" * 16, "pair", pair.get("title") or "—", (block,), language="en", title_made=not pair["title"])
    start, end = pair[side]
    inside = [m for m in annotate(article, recogniser).mentions if m.start < end and start < m.end]
    return inside[0] if len(inside) == 1 else None


if __name__ == "__main__":
    main()
