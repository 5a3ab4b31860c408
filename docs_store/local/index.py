"""The full-text index, in Tantivy: derived from the records, and rebuilt from them at any time."""

from __future__ import annotations

import math
import shutil
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import tantivy
from tantivy import Filter, Occur, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from docs_store.errors import StoreDamaged
from docs_store.model import Article
from docs_store.passages import UNSPACED, Needle, Token, Wanted, pairs, typos_allowed
from docs_store.stopwords import STOPWORDS
from docs_store.text import fold

LAYOUT: Final = 1
"""Raised where the fields or their analysis change; an index of another layout is rebuilt."""

_ANALYSIS: Final = "news"
_PAIRS: Final = "pairs"

_RUN_END: Final = " | "
"""Stands between unspaced runs, so that no phrase reaches from one into the next."""

_HEAP: Final = 64 * 2**20
"""Bytes of new documents held before they are written out; a batch fits."""

_TITLE_BOOST: Final = 0.3
"""Weight of the headline on its own, beside the text that holds it too."""

_SIMILAR_TERMS: Final = 80
"""Words of an article that ask for the like; on BBC news precision at 5 is .91 with 25, .94 with 100, .945 with 200."""

_SIMILAR_TEXT: Final = 30_000
"""Code points of an article that say what it is about."""


class Scored(NamedTuple):
    """A document found: the article's row, and how well it matches."""

    row: int
    score: float


class Similar(NamedTuple):
    """Articles like another, best first, and the terms that were looked for with the word each stands for."""

    hits: tuple[Scored, ...]
    words: Mapping[str, str]


class Found(NamedTuple):
    """The best documents and how many match in all."""

    hits: tuple[Scored, ...]
    total: int


def _analyser() -> TextAnalyzer:
    builder = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(64)).filter(Filter.lowercase())
    return builder.filter(Filter.ascii_fold()).filter(Filter.stemmer("English")).build()


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("row", indexed=True, fast=True)
    builder.add_text_field("text", tokenizer_name=_ANALYSIS)
    builder.add_text_field("title", tokenizer_name=_ANALYSIS)
    builder.add_text_field("pairs", tokenizer_name=_PAIRS)
    return builder.build()


class Analysis:
    """How the index takes a text apart; what marks its hits in a text takes it apart the same way."""

    def __init__(self) -> None:
        self._analyser = _analyser()

    def __call__(self, text: str) -> Sequence[Token]:
        """Return the terms of `text` in order."""
        if text.isascii() or not UNSPACED.search(text):
            return self._words(text)
        tokens = self._words(UNSPACED.sub(lambda run: " " * len(run[0]), text))
        for run in UNSPACED.finditer(text):
            tokens += pairs(text, *run.span())
        return sorted(tokens, key=lambda token: token.start)

    def _words(self, text: str) -> list[Token]:
        return [
            Token(token.text, token.char_offset_from, token.char_offset_to)
            for token in self._analyser.pre_tokenize(text).tokens
        ]


class Index:
    """The index in one directory. Any thread may read; the caller lets only one write."""

    def __init__(self, path: Path, *, writable: bool) -> None:
        """Open the index at `path`. Raises `StoreDamaged` where there is none, or it is not readable."""
        self._links: tempfile.TemporaryDirectory[str] | None = None
        self._path = path
        self._schema = _schema()
        self._writer: tantivy.IndexWriter | None = None
        self._lock = threading.Lock()
        self.analyse = Analysis()
        try:
            self._index = self._open(writable)
            self._searcher = self._index.searcher()
        except (ValueError, OSError) as error:
            self.close()
            raise _damaged(path, error) from error

    def _open(self, writable: bool) -> tantivy.Index:
        if not writable and not tantivy.Index.exists(str(self._path)):
            raise FileNotFoundError("no index")
        try:
            return self._configured(tantivy.Index(self._schema, path=str(self._path)))
        except (ValueError, OSError):
            if writable:
                raise
        # Tantivy takes a lock file even to read. Where the directory may not be written, links to its files may.
        self._links = tempfile.TemporaryDirectory(prefix="broadsheet-")
        self._relink()
        return self._configured(tantivy.Index(self._schema, path=self._links.name))

    def _configured(self, index: tantivy.Index) -> tantivy.Index:
        index.register_tokenizer(_ANALYSIS, _analyser())
        index.register_tokenizer(_PAIRS, TextAnalyzerBuilder(Tokenizer.whitespace()).build())
        index.config_reader("manual")  # the other policy wakes a thread twice a second
        return index

    def _relink(self) -> None:
        if self._links is None:
            return
        for file in self._path.iterdir():
            link = Path(self._links.name, file.name)
            if not file.name.startswith(".") and not link.is_symlink():  # the others concern its writer
                link.symlink_to(file.absolute())

    def reload(self) -> None:
        """See what has been committed since."""
        try:
            self._relink()
            self._index.reload()
            self._searcher = self._index.searcher()
        except (ValueError, OSError) as error:
            raise _damaged(self._path, error) from error

    def count(self) -> int:
        """Return how many articles are indexed."""
        return self._searcher.num_docs

    def close(self) -> None:
        """Let go of the files; what was not committed is dropped."""
        with self._lock:
            self._writer = None
        if self._links is not None:
            self._links.cleanup()
            self._links = None

    # Writing

    def update(self, articles: Mapping[int, Article], removed: Iterable[int]) -> None:
        """Put the articles, by row, in place of what those rows held; drop `removed`; commit and reload.

        Raises `StoreDamaged` where the index cannot be written.
        """
        try:
            with self._lock:
                writer = self._writer or self._index.writer(_HEAP, 1)
                self._writer = writer
                fresh = self._searcher.num_docs == 0
                for row in removed:
                    writer.delete_documents_by_term("row", row)
                for row, article in articles.items():
                    if not fresh:
                        writer.delete_documents_by_term("row", row)
                    writer.add_document(_document(row, article))
                writer.commit()
                self._share()
            self.reload()
        except (ValueError, OSError) as error:
            with self._lock:
                self._writer = None
            raise _damaged(self._path, error) from error

    def _share(self) -> None:
        """Let read the list of segments who may read the folder: Tantivy makes it for its owner alone."""
        allowed = self._path.stat().st_mode & 0o666
        for name in ("meta.json", ".managed.json"):
            (self._path / name).chmod(allowed)

    # Searching

    def search(
        self, wanted: Sequence[Wanted], limit: int, recency: Callable[[Iterable[int]], Mapping[int, tuple[int, str]]]
    ) -> Found:
        """Return the `limit` best for what is wanted and how many match.

        `recency` gives what equal scores are ordered by, for each row: the age and the id.
        """
        if not wanted:
            return Found((), 0)
        parts = [tantivy.Query.boost_query(self._needle(asked.needle), asked.times) for asked in wanted]
        return self._best(tantivy.Query.boolean_query([(Occur.Should, part) for part in parts]), limit, recency)

    def unknown(self, wanted: Wanted) -> bool:
        """Whether no article holds the word, so that what is like it was looked for."""
        return len(wanted.needle) == 1 and not self._searcher.doc_freq("text", wanted.needle[0])

    def _best(
        self, query: tantivy.Query, limit: int, recency: Callable[[Iterable[int]], Mapping[int, tuple[int, str]]]
    ) -> Found:
        searcher = self._searcher
        fetch = limit + 16
        while True:
            result = searcher.search(query, fetch)
            hits = result.hits
            # All that tie with the last one asked for must be here, or the order among them would be the index's.
            if len(hits) < fetch or len(hits) <= limit or hits[limit - 1][0] > hits[-1][0] or fetch > 100_000:
                break
            fetch *= 8
        rows = _rows(searcher, result)
        known = recency(rows)
        scored = [Scored(row, score) for row, (score, _) in zip(rows, hits, strict=True) if row in known]
        scored.sort(key=lambda hit: (-hit.score, known[hit.row]))
        return Found(tuple(scored[:limit]), int(getattr(result, "count", len(hits))))

    def _needle(self, needle: Needle) -> tantivy.Query:
        if UNSPACED.match(needle[0]):
            if needle == (needle[0][:1],):
                return tantivy.Query.fuzzy_term_query(self._schema, "pairs", needle[0], 0, True, True)
            return self._phrase("pairs", needle)
        text = self._phrase("text", needle)
        if len(needle) == 1 and not self._searcher.doc_freq("text", needle[0]):
            return self._near(needle[0])
        title = tantivy.Query.boost_query(self._phrase("title", needle), _TITLE_BOOST)
        return tantivy.Query.boolean_query([(Occur.Should, text), (Occur.Should, title)])

    def _phrase(self, field: str, needle: Needle) -> tantivy.Query:
        if len(needle) == 1:
            return tantivy.Query.term_query(self._schema, field, needle[0])
        return tantivy.Query.phrase_query(self._schema, field, list(needle))

    def _near(self, word: str) -> tantivy.Query:
        """Look for a word that no article holds as the beginning of one, or as one mistyped."""
        distance = min(1, typos_allowed(word))
        return tantivy.Query.fuzzy_term_query(self._schema, "text", word, distance, True, True)

    def similar(self, article: Article, limit: int) -> Similar:
        """Return the articles whose words are most like this one's, itself among them.

        Its terms weighted by (1 + log tf) · idf ask for the like. Tantivy's own more-like-this weighs a term of the
        query by its idf alone; precision at 5 on BBC news by topic: .88 with its 25 terms, .91 with 100, .94 so.
        """
        searcher = self._searcher
        text = _text(article)[:_SIMILAR_TEXT]
        words: dict[str, str] = {}
        counts: Counter[str] = Counter()
        for token in self.analyse(text):
            word = text[token.start : token.end]
            if len(word) > 1 and fold(word) not in STOPWORDS:
                counts[token.term] += 1
                words.setdefault(token.term, word)
        weights = self._weights(counts)
        terms = sorted(weights, key=lambda term: (-weights[term], term))[:_SIMILAR_TERMS]
        parts = [tantivy.Query.boost_query(self._term(term), 1 + math.log(counts[term])) for term in terms]
        result = searcher.search(
            tantivy.Query.boolean_query([(Occur.Should, part) for part in parts]), limit, count=False
        )
        rows = _rows(searcher, result)
        hits = (Scored(row, score) for row, (score, _) in zip(rows, result.hits, strict=True))
        return Similar(tuple(hits), {term: words[term] for term in terms})

    def terms_of(self, article: Article) -> frozenset[str]:
        """Return the terms of the article's beginning."""
        return frozenset(token.term for token in self.analyse(_text(article)[:_SIMILAR_TEXT]))

    def _weights(self, counts: Mapping[str, int]) -> dict[str, float]:
        """Return the weight of each term that some other article holds too."""
        articles = self._searcher.num_docs
        weights: dict[str, float] = {}
        for term, count in counts.items():
            holding = self._searcher.doc_freq("pairs" if UNSPACED.match(term) else "text", term)
            if holding > 1:
                idf = math.log(1 + (articles - holding + 0.5) / (holding + 0.5))
                weights[term] = (1 + math.log(count)) * idf
        return weights

    def _term(self, term: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, "pairs" if UNSPACED.match(term) else "text", term)

    def with_title_like(self, title: str, limit: int) -> tuple[int, ...]:
        """Return the rows whose headlines share most words with `title`."""
        searcher = self._searcher
        terms = {token.term for token in self.analyse(title) if not UNSPACED.match(token.term)}
        parts = [(Occur.Should, tantivy.Query.term_query(self._schema, "title", term)) for term in sorted(terms)]
        result = searcher.search(tantivy.Query.boolean_query(parts), limit, count=False)
        return tuple(_rows(searcher, result))


def _rows(searcher: tantivy.Searcher, result: tantivy.SearchResult) -> list[int]:
    found = searcher.fast_field_values("row", [address for _, address in result.hits])
    return [int(row) for row in found if row is not None]  # every document has one


def _text(article: Article) -> str:
    return "\n".join([article.title, *(block.text for block in article.blocks)])


def _pairs(run: str) -> str:
    """Return the pairs of an unspaced run, and its last character, which begins no pair but may be asked for."""
    return " ".join([*(token.term for token in pairs(run, 0, len(run))), *run[-1:]])


def _document(row: int, article: Article) -> tantivy.Document:
    document = tantivy.Document()
    text = _text(article)
    document.add_integer("row", row)
    if not text.isascii() and UNSPACED.search(text):
        document.add_text("pairs", _RUN_END.join(map(_pairs, UNSPACED.findall(text))))
        text = UNSPACED.sub(" ", text)
        document.add_text("title", UNSPACED.sub(" ", article.title))
    else:
        document.add_text("title", article.title)
    document.add_text("text", text)
    return document


def remove(path: Path) -> None:
    """Remove the index at `path`, if one is there."""
    if path.exists():
        shutil.rmtree(path)


def _damaged(path: Path, error: Exception) -> StoreDamaged:
    return StoreDamaged(
        f"{path}: the search index cannot be used ({error}); it is rebuilt when the archive is next opened for "
        "writing, for example with: broadsheet add"
    )
