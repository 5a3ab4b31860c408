"""From a file to articles: which reader reads it, and one article after another out of it."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from docs_store.errors import DocumentError
from docs_store.ledger import Skipped
from docs_store.model import Article

if TYPE_CHECKING:
    from docs_store.reading.neighbours import Neighbours

_log = logging.getLogger("docs_store")


def read_articles(
    path: str | os.PathLike[str],
    *,
    annotate: bool = True,
    on_skip: Callable[[Skipped], None] | None = None,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Article]:
    """Yield the articles in the file at `path`, whatever its format, one at a time; "-" is standard input.

    `annotate` finds their entities too. `columns` names the columns of a table, or the fields of JSON, by the article's
    parts they hold ({"title": "headline"}). A bad record is passed to `on_skip` (logged where there is none) and the
    rest goes on. Raises `DocumentError` where the file as a whole cannot be read.

    It reads in this process, and as long as it takes: `read_bounded` reads where a hostile document can be stopped.
    """
    return read_among(path, None, annotate=annotate, on_skip=on_skip, columns=columns)


def read_among(
    path: str | os.PathLike[str],
    neighbours: Neighbours | None,
    *,
    annotate: bool,
    on_skip: Callable[[Skipped], None] | None = None,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Article]:
    """Yield what `read_articles` yields, without the lines that `neighbours` finds in many files beside this one."""
    from docs_store.reading.columns import check_columns
    from docs_store.reading.formats import read_documents
    from docs_store.reading.normalise import normalise

    name = os.fspath(path)
    file = "" if name == "-" else os.path.abspath(name)  # noqa: PTH100 - Path.absolute() keeps ".."
    report = on_skip or (lambda skipped: _log.warning("%s: %s", skipped.path, skipped.reason))
    repeated = partial(neighbours.repeated, file) if neighbours and file else frozenset
    for raw in read_documents(name, report, check_columns(columns or {}), repeated):
        try:
            article = normalise(raw, path=file)
            if annotate:
                from docs_store.entities import annotate as find_mentions

                article = find_mentions(article)
        except DocumentError as error:
            report(Skipped(file or name, error.reason))  # what has run out of time does not know its file
            continue
        yield article
