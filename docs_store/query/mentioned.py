"""Where an article names whom a query asks for: hits like those of its words, and the passage worth showing. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeAlias

from docs_store.model import Article, EntityKind, EntityMention, Span
from docs_store.query.completing import ENTITY_KINDS
from docs_store.query.model import Clause, Match, Term
from docs_store.query.passages import Hit, best_passage
from docs_store.text import fold

Keys: TypeAlias = Collection[tuple[str, EntityKind]]
"""All names of whom a part of a query asks for, folded, and their kinds."""

Meant: TypeAlias = Callable[[str, EntityKind | None, bool], Keys]
"""What is typed, a kind, and whether it is whole → the names that it means."""


def asked_for(filters: Iterable[Clause], meant: Meant) -> tuple[Keys, ...]:
    """Return whom the filters of a query ask for, in the order typed."""
    return tuple(
        meant(term.text, ENTITY_KINDS[term.field], term.match is not Match.WORD)
        for clause in filters
        for term in clause
        if isinstance(term, Term) and term.field in ENTITY_KINDS and not term.negated
    )


def with_mentions(
    hits: Sequence[Sequence[Hit]], texts: Sequence[str], mentions: Iterable[EntityMention], asked: Sequence[Keys]
) -> tuple[tuple[Hit, ...], ...]:
    """Return the hits of each text and its mentions of those who are asked for, in order.

    The block of a mention is the number of a text. Each of those asked for counts as a needle of its own.
    """
    found = [list(each) for each in hits]
    for mention in mentions if asked else ():
        if mention.block is None or mention.block >= len(texts) or mention.end > len(texts[mention.block]):
            continue
        key = fold(mention.name), mention.kind
        found[mention.block] += [Hit(mention.start, mention.end, ~at) for at, keys in enumerate(asked) if key in keys]
    return tuple(tuple(sorted(each)) for each in found)


def naming_passage(article: Article, asked: Sequence[Keys]) -> tuple[str, tuple[Span, ...]]:
    """Return the passage that names most of those asked for, and its marks; "" where the text names none of them."""
    texts = [block.text for block in article.blocks]
    hits = with_mentions([()] * len(texts), texts, article.mentions, asked)
    return best_passage(texts, hits) if any(hits) else ("", ())
