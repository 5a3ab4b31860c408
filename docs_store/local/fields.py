"""What the index holds of an article, field by field, and how each field's text is taken apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Final

import tantivy
from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from docs_store.model import Article
from docs_store.query.flags import flags_of
from docs_store.words import UNSPACED, Token, pairs

LAYOUT: Final = 5
"""Raised where the fields or their analysis change; an index of another layout is rebuilt."""

BEGIN: Final = "\u16a0begin"
END: Final = "\u16a0end"
"""Words that stand around each headline in the field `title`, so that a phrase can be tied to its beginning or end. A
rune begins them: what somebody types is not taken for their beginning."""

_NEWS: Final = "news"
"""Words without case, diacritics and English endings."""

_NAMES: Final = "names"
"""Words without case and diacritics."""

_PAIRS: Final = "pairs"
"""Pairs of characters, made before: for scripts without spaces."""

_RUN_END: Final = " | "
"""Stands between unspaced runs, so that no phrase reaches from one into the next."""

WORD_LIMIT: Final = 64
"""Letters of a word that is indexed."""

_MONTHS: Final = 4_096
"""Months whose first days are remembered: every answer over time has the same ones."""

NAMED: Final = ("author", "source", "tag")
"""Fields searched by word; each has a sister, `NAME_is`, that holds its whole values for counting."""


def schema() -> tantivy.Schema:
    """Return the index's schema."""
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("row", indexed=True, fast=True)
    builder.add_text_field("text", tokenizer_name=_NEWS)
    builder.add_text_field("title", tokenizer_name=_NEWS)
    builder.add_text_field("pairs", tokenizer_name=_PAIRS)
    builder.add_text_field("caption", tokenizer_name=_NEWS)
    for name in NAMED:
        builder.add_text_field(name, tokenizer_name=_NAMES)
        builder.add_text_field(f"{name}_is", tokenizer_name="raw", fast=True)
    builder.add_text_field("lang", tokenizer_name="raw", fast=True)
    builder.add_text_field("flag", tokenizer_name="raw")
    # The numbers that the records give entities: renaming one, or making two one, leaves the index as it is.
    builder.add_integer_field("entity", indexed=True, fast=True)
    builder.add_integer_field("time", fast=True)  # ArticleSummary.sort_time
    builder.add_integer_field("day", indexed=True, fast=True)  # date.toordinal(); none where undated
    builder.add_integer_field("saved", indexed=True, fast=True)  # the day it was saved, as `day`
    builder.add_integer_field("month", fast=True)  # month_number(); none where undated
    return builder.build()


def register(index: tantivy.Index) -> None:
    """Tell `index` how its fields are taken apart."""
    index.register_tokenizer(_NEWS, _news())
    index.register_tokenizer(_NAMES, _names())
    index.register_tokenizer(_PAIRS, TextAnalyzerBuilder(Tokenizer.whitespace()).build())


def _news() -> TextAnalyzer:
    builder = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(WORD_LIMIT)).filter(Filter.lowercase())
    return builder.filter(Filter.ascii_fold()).filter(Filter.stemmer("English")).build()


def _names() -> TextAnalyzer:
    builder = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(WORD_LIMIT)).filter(Filter.lowercase())
    return builder.filter(Filter.ascii_fold()).build()


class Analysis:
    """How the index takes a text apart; what marks its hits in a text takes it apart the same way."""

    def __init__(self) -> None:
        self._news = _news()
        self._names = _names()

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
            for token in self._news.pre_tokenize(text).tokens
        ]

    def terms(self, text: str) -> frozenset[str]:
        """Return the terms of `text`, wherever they stand: twice as fast."""
        if text.isascii() or not UNSPACED.search(text):
            return frozenset(self._news.analyze(text))
        return frozenset(token.term for token in self(text))

    def stem(self, word: str) -> str:
        """Return a word as the index has it, without its ending; as it is where the index has none."""
        return next((token.term for token in self(word)), word)

    def names(self, text: str) -> list[str]:
        """Return the terms of `text` in a field of names."""
        return list(self._names.analyze(text))


def month_number(year: int, month: int) -> int:
    """Return the number of a month: what the field `month` holds."""
    return year * 12 + month - 1


@lru_cache(maxsize=_MONTHS)
def first_of(month: int) -> dt.date:
    """Return the first day of a month by its number."""
    return dt.date(month // 12, month % 12 + 1, 1)


def text_of(article: Article) -> str:
    """Return all that is searched of an article."""
    return "\n".join([article.title, *(block.text for block in article.blocks)])


def document(row: int, article: Article, entities: Collection[int]) -> tantivy.Document:
    """Return the document of an article that names `entities`, by their numbers in the records."""
    document = tantivy.Document()
    document.add_integer("row", row)
    text = text_of(article)
    if not text.isascii() and UNSPACED.search(text):
        document.add_text("pairs", _RUN_END.join(map(_pairs, UNSPACED.findall(text))))
        text = UNSPACED.sub(" ", text)
    document.add_text("text", text)
    document.add_text("title", f"{BEGIN} {in_pairs(article.title)} {END}")
    for image in article.images:
        if image.caption:
            document.add_text("caption", in_pairs(image.caption))
    for name, value in _named(article):
        document.add_text(name, in_pairs(value))
        document.add_text(f"{name}_is", value)
    if article.language:
        document.add_text("lang", article.language)
    for flag in flags_of(article):
        document.add_text("flag", str(flag))
    for entity in entities:
        document.add_integer("entity", entity)
    summary = article.summary
    document.add_integer("time", summary.sort_time)
    if date := summary.date:
        document.add_integer("day", date.toordinal())
        document.add_integer("month", month_number(date.year, date.month))
    if saved := summary.saved_day:
        document.add_integer("saved", saved.toordinal())
    return document


def _named(article: Article) -> Iterator[tuple[str, str]]:
    yield from (("author", author) for author in dict.fromkeys(article.authors))
    if article.source:
        yield "source", article.source
    yield from (("tag", tag) for tag in dict.fromkeys(article.tags))


def in_pairs(text: str) -> str:
    """Return `text` with its unspaced runs as pairs, where both kinds share a field."""
    if text.isascii():
        return text
    return UNSPACED.sub(lambda run: f"{_RUN_END}{_pairs(run[0])}{_RUN_END}", text)


def _pairs(run: str) -> str:
    """Return the pairs of an unspaced run, and its last character, which begins no pair but may be asked for."""
    return " ".join([*(token.term for token in pairs(run, 0, len(run))), *run[-1:]])
