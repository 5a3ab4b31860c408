"""The public surface: what is promised is there, and importing it costs no screen and no engine."""

from __future__ import annotations

import subprocess
import sys

import docs_store

_HEAVY = ("textual", "rich", "tui", "tantivy", "frizbee", "rapidfuzz", "sqlite3", "charset_normalizer", "dateutil",
          "docutils")  # fmt: skip


def test_all_is_sorted_and_every_name_of_it_is_there() -> None:
    assert docs_store.__all__ == sorted(docs_store.__all__, key=lambda name: (not name.isupper(), name))
    for name in docs_store.__all__:
        value = getattr(docs_store, name)
        assert name in ("Span", "ARTICLE_PARTS", "FIELD_NAMES", "IMPORTERS") or value.__name__.split(".")[-1] == name


def test_the_contract_is_in_it() -> None:
    contract = {"Article", "Image", "EntityMention", "Link", "ArticleSummary", "SearchPage", "SearchHit", "Related"}
    contract |= {"read_articles", "find_entities", "open_store", "ingest", "Store", "MemoryStore", "Skipped"}
    assert contract <= set(docs_store.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(docs_store, "no_such_name")


def test_importing_loads_neither_a_screen_nor_an_engine() -> None:
    ask = f"import sys, docs_store; print([name for name in {_HEAVY!r} if name in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


def test_the_command_line_s_help_loads_no_screen() -> None:
    ask = (
        "import sys; from tui.__main__ import build_parser; build_parser('').format_help(); "
        f"print([name for name in {[*_HEAVY[:2], *_HEAVY[3:]]!r} if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
