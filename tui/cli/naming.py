"""What words on the command line mean in an archive: a query, an article, a name."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from docs_store import Article, ArticleSummary, EntityKind, Store, path_label
from tui.cli.exits import NOTHING, CommandError
from tui.cli.output import complain, summary_row

_CANDIDATES: Final = 10
"""Articles named where a headline's words do not tell which is meant."""

_WORD: Final = re.compile(r"\w+")

_COMPARED: Final = 20_000
_ALIKE: Final = 75.0
_OFFERED: Final = 3
"""Entities, the most frequent, among which some spelled like an unknown name are looked for; how like, and how many."""

_VALUE: Final = re.compile(
    r"(?P<not>!*)(?P<field>person|place|org|entity|author|source|tag):(?P<value>[\w&](?:[^\s\"|!^:]|[ ](?=[\w&]))*)",
    re.IGNORECASE,
)
"""An argument that may be one field's value, of several words."""

_LONGEST_LINE: Final = 10_000
"""Code points of standard input that name an article or make a query."""


def typed(words: Iterable[str]) -> tuple[str, ...]:
    """Return the arguments that make a query. Raises `QueryError` where a part of it cannot be read.

    "-" alone is the first line of standard input.
    """
    words = tuple(words)
    if words == ("-",):
        words = (sys.stdin.readline(_LONGEST_LINE).strip(),)
    from docs_store import check_query

    check_query(" ".join(words))
    return words


def asked(arguments: Iterable[str], store: Store) -> str:
    """Return the query that the arguments make: what it would be were they typed in the box, with spaces between.

    The shell takes the quotation marks of `person:"Ada Quill"`, which arrives as one argument. They are put back where
    the archive has what such an argument names; `"author:quill tariff"`, which names nobody, is two parts of a query.
    """
    return " ".join(_quoted_again(argument, store) for argument in arguments)


def _quoted_again(argument: str, store: Store) -> str:
    if " " not in argument or not (match := _VALUE.fullmatch(argument)):
        return argument
    quoted = f'{match["field"]}:"{match["value"]}"'
    return f"{match['not']}{quoted}" if store.search(quoted, limit=1).hits else argument


def article_named(store: Store, name: str) -> Article:
    """Return the article meant by an id, a key, or words of its headline; "-" reads it from standard input.

    Words that a headline has only as scattered letters mean nothing: the error says which headlines have them.
    """
    if name == "-":
        name = sys.stdin.readline(_LONGEST_LINE).partition("\t")[0].strip()
    if article := store.get(name):
        return article
    summaries = [summary for summary in store.iter_summaries() if summary.key == name][:1] or _of_file(store, name)
    if not summaries and any(map(str.isalnum, name)):
        summaries = [hit.article for hit in store.find(name, limit=_CANDIDATES).hits]
        said = name.casefold()
        same = [summary for summary in summaries if summary.title.casefold() == said]
        same = same or [summary for summary in summaries if said in summary.title.casefold()]
        summaries = same if len(same) == 1 else _meant_by(name, summaries)
    if len(summaries) > 1:
        rows = "".join(f"\n  {'  '.join(filter(None, summary_row(summary)))}" for summary in summaries)
        raise CommandError(f"several articles match {name!r}; name one by its id:{rows}")
    article = store.get(summaries[0].id) if summaries else None
    if article is None:
        raise CommandError(
            f"no article has the id, the key or the headline {name!r}; try: broadsheet find WORDS", NOTHING
        )
    return article


def _meant_by(name: str, summaries: list[ArticleSummary]) -> list[ArticleSummary]:
    """Return those whose headline has all the words of `name`, or words spelled nearly so. Raises `CommandError`."""
    from rapidfuzz import fuzz

    words = [word for each in name.split() if ":" not in each for word in _WORD.findall(each.casefold())]

    def has(title: str) -> bool:
        there = _WORD.findall(title)
        return all(word in title or any(fuzz.ratio(word, other) >= _ALIKE for other in there) for word in words)

    likely = [summary for summary in summaries if has(summary.title.casefold())]
    if summaries and not likely:
        rows = "".join(f"\n  {'  '.join(filter(None, summary_row(summary)))}" for summary in summaries[:_OFFERED])
        raise CommandError(
            f"no headline has {name!r} in it; these have its letters, and are named by their ids:{rows}", NOTHING
        )
    return likely


def say_which(article: Article, named: str) -> None:
    """Say on standard error which article is told of, where it was not `named` by its id."""
    if named not in (article.id, "-"):
        complain(f"{article.title} ({article.id})")


def _of_file(store: Store, name: str) -> list[ArticleSummary]:
    """Return the articles read from the file at the path `name`, the first `_CANDIDATES`."""
    ids = sorted(store.ids_of_file(path_label(os.path.abspath(Path(name).expanduser()))))[:_CANDIDATES]  # noqa: PTH100
    return [article.summary for article_id in ids if (article := store.get(article_id))]


def names_like(store: Store, name: str, kind: EntityKind | None) -> str:
    """Return "; did you mean …?" with the frequent names that are spelled nearly so, or have a word that is; or ""."""
    from rapidfuzz import fuzz, process, utils

    known: dict[str, str] = {}  # the most frequent name that is, or has, each word
    for each in store.top_entities(limit=_COMPARED):
        if kind in (None, each.kind):
            for spelled in (each.name, *each.name.split()):
                known.setdefault(spelled, each.name)
    near = process.extract(
        name, list(known), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_ALIKE, limit=3 * _OFFERED
    )
    found = list(dict.fromkeys(known[spelled] for spelled, _, _ in near))[:_OFFERED]
    return f"; did you mean {' or '.join(map(repr, found))}?" if found else ""
