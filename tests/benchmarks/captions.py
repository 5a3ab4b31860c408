"""Captions in scraped text: how many are found, and how many are made up, source by source.

usage: python -m tests.benchmarks.captions [--labelled DIR] [--plain FILE.jsonl …]

DIR holds files/ and gold.jsonl ({"file", "blocks": [[label, text], …]}). FILE.jsonl holds articles whose text is known
to have no pictures: every caption found in one is false. A rule that pays for one source alone is seen here: the means
over sources are told with the worst of them, and beside them what is left when each source in turn is left out.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

import msgspec

from docs_store.reading.text import read_text
from tests.docs_store.test_reading_text import Labelled, letters

_WORST = 5


class _Plain(msgspec.Struct):
    title: str = ""
    text: str = ""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--labelled", type=Path)
    parser.add_argument("--plain", type=Path, nargs="+", default=[])
    options = parser.parse_args()
    if options.labelled:
        _print_labelled(options.labelled)
    for path in options.plain:
        counts = [_images(article) for article in _articles(path)]
        print(f"{path.name}: {sum(counts)} false captions in {len(counts)} articles, {mean(counts):.4f} each")


def _print_labelled(folder: Path) -> None:
    scores: dict[str, list[float]] = defaultdict(list)
    for line in (folder / "gold.jsonl").read_bytes().splitlines():
        gold = msgspec.json.decode(line, type=Labelled)
        if gold.lines("caption"):
            text = (folder / "files" / gold.file).read_text(encoding="utf-8")
            scores[gold.file.rpartition(".")[0].rstrip("_0123456789")].append(_f1(gold, text))
    means = {source: mean(values) for source, values in scores.items()}
    without = [mean(value for other, value in means.items() if other != source) for source in means]
    print(f"caption F1, mean over {len(means)} sources: {mean(means.values()):.3f}")
    print(f"one source left out: {min(without):.3f} to {max(without):.3f}")
    for source in sorted(means, key=means.__getitem__)[:_WORST]:
        print(f"  {means[source]:.2f}  {source}")


def _f1(gold: Labelled, text: str) -> float:
    found = [letters(image.caption) for image in read_text(text).images]
    captions = [letters(text) for text in gold.lines("caption")]
    hits = sum(any(caption and caption in label for caption in found) for label in captions)
    wrong = sum(not any(caption and caption in label for label in captions) for caption in found)
    return 2 * hits / (hits + wrong + len(captions))


def _articles(path: Path) -> Iterator[_Plain]:
    for line in path.read_bytes().splitlines():
        yield msgspec.json.decode(line, type=_Plain)


def _images(article: _Plain) -> int:
    return len(read_text(f"{article.title}\n\n{article.text}").images)


if __name__ == "__main__":
    main()
