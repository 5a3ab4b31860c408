"""The library under Broadsheet: it turns files into articles, keeps them and finds them. It knows no screen.

Everything a program may use is here; the rest of the package is private. Heavy parts load when they are first used, so
importing this costs a few milliseconds.

    ingestion → reading → entities    files → articles, with their names, and what is noted of the files
    importing                         the exports of other programs → articles
    store ← local, memory             what a store answers; the one on disk, the one in memory
    query                             what was typed → a query; which words of a text answer it
    corrections                       what people say about names
    stories                           texts of one page, editions of one article, articles of one story
    model, marks, answers, ledger     the values that all of these hand on
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from docs_store.errors import (
    CorrectionsError,
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
from docs_store.marks import Highlight, Marks
from docs_store.model import (
    Article,
    ArticleSummary,
    Block,
    BlockKind,
    EntityCount,
    EntityKind,
    EntityMention,
    Image,
    Link,
    LinkKind,
    Recogniser,
    SearchHit,
    Span,
)

if TYPE_CHECKING:
    from docs_store.annotation import AnnotationProgress, AnnotationReport, annotate_archive
    from docs_store.answers import Completion, Facets, Original, Related, Relation, SearchPage
    from docs_store.corrections.model import Action, Correction
    from docs_store.corrections.rules import Corrections
    from docs_store.entities import find_entities
    from docs_store.importing import IMPORTERS
    from docs_store.ingestion.bounded import read_bounded
    from docs_store.ingestion.importation import ImportReport, import_articles
    from docs_store.ingestion.run import IngestProgress, IngestReport, ingest
    from docs_store.ledger import FileSeen, Finding, Run, Skipped, StoreStats
    from docs_store.local import is_archive
    from docs_store.local.discarding import discard_if_empty
    from docs_store.memory.store import MemoryStore
    from docs_store.portraits import Companion, Portrait, asked_by, likely, portrait, query_for
    from docs_store.processes import give_way, module_command, module_environment
    from docs_store.query.model import FIELD_NAMES
    from docs_store.query.parsing import check_query
    from docs_store.reading import read_articles
    from docs_store.reading.columns import ARTICLE_PARTS
    from docs_store.reading.original import read_original
    from docs_store.relations import by_group
    from docs_store.store import Store, open_store
    from docs_store.stories.storylines import Chapter, related_stories, story
    from docs_store.text import clean, path_label

__all__ = [
    "ARTICLE_PARTS",
    "FIELD_NAMES",
    "IMPORTERS",
    "Action",
    "AnnotationProgress",
    "AnnotationReport",
    "Article",
    "ArticleSummary",
    "Block",
    "BlockKind",
    "Chapter",
    "Companion",
    "Completion",
    "Correction",
    "Corrections",
    "CorrectionsError",
    "DocsStoreError",
    "DocumentError",
    "EntityCount",
    "EntityKind",
    "EntityMention",
    "Facets",
    "FileSeen",
    "Finding",
    "Highlight",
    "Image",
    "ImportReport",
    "IngestProgress",
    "IngestReport",
    "Interrupted",
    "Link",
    "LinkKind",
    "Marks",
    "MemoryStore",
    "Original",
    "Portrait",
    "QueryError",
    "Recogniser",
    "RecogniserMissing",
    "Related",
    "Relation",
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
    "asked_by",
    "by_group",
    "check_query",
    "clean",
    "discard_if_empty",
    "find_entities",
    "give_way",
    "import_articles",
    "ingest",
    "is_archive",
    "likely",
    "module_command",
    "module_environment",
    "open_store",
    "path_label",
    "portrait",
    "query_for",
    "read_articles",
    "read_bounded",
    "read_original",
    "related_stories",
    "story",
]

_LAZY = {
    "Completion": "docs_store.answers",
    "Facets": "docs_store.answers",
    "Original": "docs_store.answers",
    "Related": "docs_store.answers",
    "Relation": "docs_store.answers",
    "SearchPage": "docs_store.answers",
    "FileSeen": "docs_store.ledger",
    "Finding": "docs_store.ledger",
    "Run": "docs_store.ledger",
    "Skipped": "docs_store.ledger",
    "StoreStats": "docs_store.ledger",
    "Action": "docs_store.corrections.model",
    "Correction": "docs_store.corrections.model",
    "Corrections": "docs_store.corrections.rules",
    "ARTICLE_PARTS": "docs_store.reading.columns",
    "FIELD_NAMES": "docs_store.query.model",
    "AnnotationProgress": "docs_store.annotation",
    "AnnotationReport": "docs_store.annotation",
    "annotate_archive": "docs_store.annotation",
    "IMPORTERS": "docs_store.importing",
    "ImportReport": "docs_store.ingestion.importation",
    "IngestProgress": "docs_store.ingestion.run",
    "IngestReport": "docs_store.ingestion.run",
    "MemoryStore": "docs_store.memory.store",
    "Store": "docs_store.store",
    "Chapter": "docs_store.stories.storylines",
    "Companion": "docs_store.portraits",
    "Portrait": "docs_store.portraits",
    "asked_by": "docs_store.portraits",
    "by_group": "docs_store.relations",
    "related_stories": "docs_store.stories.storylines",
    "check_query": "docs_store.query.parsing",
    "clean": "docs_store.text",
    "discard_if_empty": "docs_store.local.discarding",
    "find_entities": "docs_store.entities",
    "give_way": "docs_store.processes",
    "import_articles": "docs_store.ingestion.importation",
    "ingest": "docs_store.ingestion.run",
    "is_archive": "docs_store.local",
    "module_command": "docs_store.processes",
    "module_environment": "docs_store.processes",
    "open_store": "docs_store.store",
    "path_label": "docs_store.text",
    "likely": "docs_store.portraits",
    "portrait": "docs_store.portraits",
    "query_for": "docs_store.portraits",
    "read_bounded": "docs_store.ingestion.bounded",
    "read_articles": "docs_store.reading",
    "read_original": "docs_store.reading.original",
    "story": "docs_store.stories.storylines",
}


def __getattr__(name: str) -> object:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_LAZY[name]), name)
    globals()[name] = value
    return value
