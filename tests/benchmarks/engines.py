"""What the engines do without a screen: ingest, search, find, and what they take of memory and disk."""

from __future__ import annotations

import random
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Final

from docs_store import Article, Store, ingest, open_store, read_articles
from tests.benchmarks import xapian_peer
from tests.benchmarks.quality import known_items, measured
from tests.benchmarks.rows import Row

_QUERIES: Final = 200
_SEED: Final = 5
_XAPIAN_MOST: Final = 100_000
"""Articles up to which Xapian gets an index: a million take it an hour."""
_WORDS: Final = 20
_READ_INTO: Final = "the same, read into one FTS5 table"
_FTS5: Final = """
SELECT title, snippet(article, 1, '', '', '…', 20) FROM article WHERE article MATCH ? ORDER BY rank LIMIT 20"""
_WORD = re.compile(r"[^\W\d_]{4,}")


def ingested(records: Path, articles: int, folder: Path) -> list[Row]:
    """Read and store a file of records, with and without entities; the peer only stores what is read."""

    def into_store(annotate: bool) -> float:
        shutil.rmtree(folder / "ingested", ignore_errors=True)
        with open_store(folder / "ingested", create=True) as store:
            start = time.perf_counter()
            ingest([records], store, annotate=annotate)
        return articles / (time.perf_counter() - start)

    peer = into_fts5(((each.title, each.body) for each in read_articles(records, annotate=False)), folder / "fts5.db")
    return [
        Row("ingest without entities", articles, into_store(False), peer, "articles/s", _READ_INTO),
        Row("ingest with entities", articles, into_store(True), peer, "articles/s", _READ_INTO),
    ]  # fmt: skip


def into_fts5(texts: Iterable[tuple[str, str]], place: Path) -> float:
    """Put titles and bodies into an FTS5 table at `place`; return how many a second."""
    place.unlink(missing_ok=True)
    with closing(sqlite3.connect(place)) as database:
        database.execute("CREATE VIRTUAL TABLE article USING fts5(title, body)")
        start = time.perf_counter()
        with database:
            count = database.executemany("INSERT INTO article VALUES (?, ?)", texts).rowcount
        return count / (time.perf_counter() - start)


def queries(store: Store) -> list[str]:
    """Return queries of one to four words, each from one headline."""
    rng = random.Random(_SEED)
    titles = [summary.title for summary in store.iter_summaries()]
    found: list[str] = []
    while len(found) < _QUERIES:
        words = _WORD.findall(rng.choice(titles))
        if words:
            found.append(" ".join(rng.sample(words, min(len(words), rng.randint(1, 4)))))
    return found


def searched(archive: Path, articles: int, fts5: Path, records: Path) -> list[Row]:
    """Search for words, best first, with snippets, and find headlines.

    FTS5 and Xapian rank by BM25 with snippets too; ripgrep lists the records that hold one word, unranked.
    """
    theirs = xapian_peer.xapian()
    place = fts5.with_name("xapian")
    with open_store(archive, read_only=True) as store:
        asked = queries(store)
        store.find("warm up", limit=20)
        store.search("warm up", limit=20)
        search = _times(lambda query: store.search(query, limit=20), asked)
        find = _times(lambda query: store.find(query, limit=100), asked)
        related = [hit.article.id for query in asked[:50] for hit in store.search(query, limit=1).hits]
        likes = _times(lambda article_id: store.related(article_id, limit=12), related)
        one_word = [word for query in asked if len(words := query.split()) == 1 for word in words][:_WORDS]
        one = _times(lambda word: store.search(word, limit=20), one_word)
        if theirs and not place.exists() and articles <= _XAPIAN_MOST:
            xapian_peer.index(theirs, ((each.title, each.body) for each in whole(store)), place)
    with closing(sqlite3.connect(fts5)) as database:
        fts = _times(lambda query: database.execute(_FTS5, (query,)).fetchall(), asked[:60])
    others = {"SQLite FTS5, all words": fts}
    if place.exists():
        others["Xapian, all words"] = _times(xapian_peer.searcher(theirs, place), asked[:60])
    ripgrep = shutil.which("rg") if records.exists() else None
    grep: Callable[[str], object] = lambda word: subprocess.run(  # noqa: E731
        [str(ripgrep), "-c", "-i", "-w", word, records], capture_output=True, check=False
    )
    grepped = median(_times(grep, one_word)) if ripgrep else 0.0
    return [
        *(Row("search with snippets, median", articles, median(search), median(times), "ms", peer)
          for peer, times in others.items()),
        *(Row("search with snippets, 95th percentile", articles, _late(search), _late(times), "ms", peer)
          for peer, times in others.items()),
        Row("search one word, median", articles, median(one), grepped, "ms", "ripgrep" if ripgrep else "none here"),
        Row("find headlines, median", articles, median(find), 0, "ms", ""),
        Row("find headlines, 95th percentile", articles, _late(find), 0, "ms", ""),
        Row("related, 95th percentile", articles, _late(likes), 0, "ms", ""),
    ]  # fmt: skip


def _times(ask: Callable[[str], object], asked: Sequence[str]) -> list[float]:
    spent = []
    for query in asked:
        start = time.perf_counter()
        ask(query)
        spent.append(1000 * (time.perf_counter() - start))
    return spent


def _late(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def sizes(archive: Path, articles: int) -> list[Row]:
    """Measure memory in a process of its own, after a find, a search and its snippets; and the files."""
    program = (
        "import sys; from docs_store import open_store\n"
        "store = open_store(sys.argv[1], read_only=True)\n"
        "for query in ('harbour', 'minister oil', 'storm bridge crisis'):\n"
        "    store.find(query, limit=100); store.search(query, limit=100); store.facets(query, limit=10)\n"
        "print(open('/proc/self/statm').read().split()[1])"
    )
    if not Path("/proc/self/statm").exists():
        return []
    pages = subprocess.run([sys.executable, "-c", program, str(archive)], capture_output=True, text=True, check=True)
    index = sum(file.stat().st_size for folder in archive.glob("index-*") for file in folder.iterdir())
    with open_store(archive, read_only=True) as store:
        text = sum(len(article.body) for _, article in zip(range(1_000), whole(store), strict=False)) / 1_000
    return [
        Row("resident memory after searching", articles, int(pages.stdout) * 4_096 / 2**20, 450, "MiB", "the bar"),
        Row("index", articles, index / 2**20, text * articles / 2**20, "MiB", "the text itself"),
    ]


def whole(store: Store) -> Iterator[Article]:
    """Yield every article of a store, whole."""
    for summary in store.iter_summaries():
        if article := store.get(summary.id):
            yield article


def found(archive: Path, articles: int) -> list[Row]:
    """Find known items by two words, one of them mistyped."""
    with open_store(archive, read_only=True) as store:
        quality = measured(store, known_items((summary.title for summary in store.iter_summaries()), 500))
    return [
        Row("known items found among ten", articles, 100 * quality.among, 0, "%", ""),
        Row("known items found first", articles, 100 * quality.first, 0, "%", ""),
    ]
