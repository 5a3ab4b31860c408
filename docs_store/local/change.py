"""A change of the records, as the index has to follow it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from docs_store.model import Article


class Change(NamedTuple):
    """What one transaction changed of what is searched; what it only marked is in the outbox alone."""

    number: int
    """The transaction's number: the clock's."""
    articles: Mapping[int, Article] = {}
    """The articles written, as corrected, by row."""
    mentions: Mapping[int, Collection[int]] = {}
    """Whom each of them names, by the numbers of entities."""
    added: Collection[int] = frozenset()
    """Those rows of them that the index cannot hold yet: they are new, and no number is given twice."""
    removed: Sequence[int] = ()
    """Rows of articles that are no longer there."""
