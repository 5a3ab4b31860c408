"""What of a query an article fulfils, decided by looking at the article: what a store without an index does."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TypeAlias

from docs_store.model import Article, EntityKind
from docs_store.query.completing import ENTITY_KINDS
from docs_store.query.flags import flags_of
from docs_store.query.headlines import title_holds
from docs_store.query.model import Clause, Condition, Dated, Field, Flagged, Match, Term, only
from docs_store.query.needles import needles
from docs_store.query.passages import Wanted, locate
from docs_store.text import fold
from docs_store.words import Analyse, words

Meant: TypeAlias = Callable[[str, EntityKind | None, bool], Collection[tuple[str, EntityKind]]]
"""What is typed, a kind, and whether it is whole → the names that it means, folded, and their kinds."""

Forgive: TypeAlias = Callable[[Wanted], bool]
"""Whether a word may be mistyped."""


def fulfils(
    article: Article,
    clauses: Sequence[Clause],
    analyse: Analyse,
    forgive: Forgive,
    meant: Meant,
) -> bool:
    """Whether all `clauses` hold of `article`."""
    return all(any(_holds(article, condition, analyse, forgive, meant) for condition in clause) for clause in clauses)


def _holds(
    article: Article,
    condition: Condition,
    analyse: Analyse,
    forgive: Forgive,
    meant: Meant,
) -> bool:
    match condition:
        case Dated(first, last):
            date = article.summary.saved_day if condition.saved else article.summary.date
            holds = date is not None and (first is None or first <= date) and (last is None or date <= last)
        case Flagged(flag):
            holds = flag in flags_of(article)
        case Term():
            holds = _term_holds(article, condition, analyse, forgive, meant)
    return holds is not condition.negated


def _term_holds(
    article: Article,
    term: Term,
    analyse: Analyse,
    forgive: Forgive,
    meant: Meant,
) -> bool:
    match term.field:
        case Field.ENTITY | Field.PERSON | Field.PLACE | Field.ORG as field:
            return _names_entity(article, term, ENTITY_KINDS[field], meant)
        case Field.LANG:
            return article.language == term.text.lower()
        case Field.AUTHOR:
            return any(_named(term, author) for author in article.authors)
        case Field.SOURCE:
            return _named(term, article.source)
        case Field.TAG:
            return any(_named(term, tag) for tag in article.tags)
        case _ if term.match in (Match.PREFIX, Match.SUFFIX):
            return title_holds(term, article.title)
        case Field.TITLE:
            passages = [article.title]
        case Field.CAPTION:
            passages = [image.caption for image in article.images if image.caption]
        case _:
            passages = [article.title, *(block.text for block in article.blocks)]
    wanted = needles(only(term), analyse)
    hits = locate(wanted, passages, analyse, forgive=forgive if term.match is Match.WORD else _never)
    return {hit.needle for passage in hits for hit in passage} == set(range(len(wanted)))


def _names_entity(article: Article, term: Term, kind: EntityKind | None, meant: Meant) -> bool:
    asked = meant(term.text, kind, term.match is not Match.WORD)
    return any((fold(mention.name), mention.kind) in asked for mention in article.mentions)


def _named(term: Term, name: str) -> bool:
    """Whether `name` has the words of `term`: in a row for a phrase, else the last perhaps unfinished."""
    sought = [token.term for token in words(term.text)]
    held = [token.term for token in words(name)]
    if not sought:
        return False
    if term.match is not Match.WORD:
        return any(held[at : at + len(sought)] == sought for at in range(len(held)))
    *whole, last = sought
    return set(whole) <= set(held) and any(word.startswith(last) for word in held)


def _never(wanted: Wanted) -> bool:  # noqa: ARG001
    return False
