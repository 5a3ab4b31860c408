"""The library under Broadsheet: it turns files into articles, keeps them and finds them. It knows no screen.

Everything a program may use is here; the rest of the package is private. Heavy parts load when they are first used, so
importing this costs a few milliseconds.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from docs_store.errors import (
    DocsStoreError,
    DocumentError,
    Interrupted,
    QueryError,
    RecogniserMissing,
    StoreDamaged,
    StoreError,
    StoreLocked,
    StoreNotFound,
    StoreReadOnly,
    StoreVersion,
)
from docs_store.model import (
    Article,
    ArticleSummary,
    Block,
    BlockKind,
    Completion,
    EntityCount,
    EntityKind,
    EntityMention,
    Facets,
    FileSeen,
    Finding,
    Image,
    Link,
    LinkKind,
    Recogniser,
    Related,
    Run,
    SearchHit,
    SearchPage,
    Skipped,
    Span,
    StoreStats,
)

if TYPE_CHECKING:
    from docs_store.annotation import AnnotationProgress, AnnotationReport, annotate_archive
    from docs_store.entities import find_entities
    from docs_store.ingestion import IngestProgress, IngestReport, ingest
    from docs_store.local import is_archive
    from docs_store.memory import MemoryStore
    from docs_store.portraits import Companion, Portrait, portrait
    from docs_store.query import FIELD_NAMES, check_query
    from docs_store.reading import read_articles
    from docs_store.reading.columns import ARTICLE_PARTS
    from docs_store.store import Store, open_store
    from docs_store.text import clean

__all__ = [
    "ARTICLE_PARTS",
    "FIELD_NAMES",
    "AnnotationProgress",
    "AnnotationReport",
    "Article",
    "ArticleSummary",
    "Block",
    "BlockKind",
    "Companion",
    "Completion",
    "DocsStoreError",
    "DocumentError",
    "EntityCount",
    "EntityKind",
    "EntityMention",
    "Facets",
    "FileSeen",
    "Finding",
    "Image",
    "IngestProgress",
    "IngestReport",
    "Interrupted",
    "Link",
    "LinkKind",
    "MemoryStore",
    "Portrait",
    "QueryError",
    "Recogniser",
    "RecogniserMissing",
    "Related",
    "Run",
    "SearchHit",
    "SearchPage",
    "Skipped",
    "Span",
    "Store",
    "StoreDamaged",
    "StoreError",
    "StoreLocked",
    "StoreNotFound",
    "StoreReadOnly",
    "StoreStats",
    "StoreVersion",
    "annotate_archive",
    "check_query",
    "clean",
    "find_entities",
    "ingest",
    "is_archive",
    "open_store",
    "portrait",
    "read_articles",
]

_LAZY = {
    "ARTICLE_PARTS": "docs_store.reading.columns",
    "FIELD_NAMES": "docs_store.query",
    "AnnotationProgress": "docs_store.annotation",
    "AnnotationReport": "docs_store.annotation",
    "annotate_archive": "docs_store.annotation",
    "IngestProgress": "docs_store.ingestion",
    "IngestReport": "docs_store.ingestion",
    "MemoryStore": "docs_store.memory",
    "Store": "docs_store.store",
    "Companion": "docs_store.portraits",
    "Portrait": "docs_store.portraits",
    "check_query": "docs_store.query",
    "clean": "docs_store.text",
    "find_entities": "docs_store.entities",
    "ingest": "docs_store.ingestion",
    "is_archive": "docs_store.local",
    "open_store": "docs_store.store",
    "portrait": "docs_store.portraits",
    "read_articles": "docs_store.reading",
}


def __getattr__(name: str) -> object:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_LAZY[name]), name)
    globals()[name] = value
    return value
