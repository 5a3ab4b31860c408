"""Xapian, the engine of notmuch and recoll, searching the same texts: stemmed English terms, BM25, snippets.

Its Python package is not on PyPI (Debian: python3-xapian); without it there is no such row.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Final

_HITS: Final = 20
_SNIPPET: Final = 200
_DISTRIBUTION: Final = Path("/usr/lib/python3/dist-packages")
"""Where Debian keeps its packages; they load into a Python of the same version."""


def xapian() -> ModuleType | None:
    """Return Xapian's package, None where it is not on this machine."""
    try:
        return import_module("xapian")
    except ImportError:
        pass
    sys.path.append(str(_DISTRIBUTION))
    try:
        return import_module("xapian")
    except ImportError:
        return None
    finally:
        sys.path.remove(str(_DISTRIBUTION))


def index(engine: Any, texts: Iterable[tuple[str, str]], place: Path) -> None:
    """Index titles and bodies into a database at `place`, which is made whole or not at all."""
    making = place.with_suffix(".making")
    shutil.rmtree(making, ignore_errors=True)
    database = engine.WritableDatabase(str(making), engine.DB_CREATE_OR_OVERWRITE)
    terms = engine.TermGenerator()
    terms.set_stemmer(engine.Stem("en"))
    for title, body in texts:
        document = engine.Document()
        terms.set_document(document)
        terms.index_text(title)
        terms.increase_termpos()
        terms.index_text(body)
        document.set_data(body)
        database.add_document(document)
    database.close()
    making.rename(place)


def searcher(engine: Any, place: Path) -> Callable[[str], object]:
    """Return what searches for all the words of a query: the best 20, each with its snippet."""
    database = engine.Database(str(place))
    stemmer = engine.Stem("en")
    parser = engine.QueryParser()
    parser.set_stemmer(stemmer)
    parser.set_stemming_strategy(engine.QueryParser.STEM_SOME)
    parser.set_default_op(engine.Query.OP_AND)
    parser.set_database(database)

    def search(query: str) -> object:
        enquire = engine.Enquire(database)
        enquire.set_query(parser.parse_query(query))
        found = enquire.get_mset(0, _HITS)
        return [found.snippet(hit.document.get_data().decode(), _SNIPPET, stemmer) for hit in found]

    return search
