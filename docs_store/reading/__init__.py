"""From a file to articles: which reader reads it, and one article after another out of it."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Mapping

from docs_store.errors import DocumentError
from docs_store.model import Article, Skipped

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
    """
    from docs_store.reading.columns import check_columns
    from docs_store.reading.formats import read_documents
    from docs_store.reading.normalise import normalise

    name = os.fspath(path)
    file = "" if name == "-" else os.path.abspath(name)  # noqa: PTH100 - Path.absolute() keeps ".."
    report = on_skip or (lambda skipped: _log.warning("%s: %s", skipped.path, skipped.reason))
    for raw in read_documents(name, report, check_columns(columns or {})):
        try:
            article = normalise(raw, path=file)
        except DocumentError as error:
            report(Skipped(error.path, error.reason))
            continue
        if annotate:
            from docs_store.entities import annotate as find_mentions

            article = find_mentions(article)
        yield article
