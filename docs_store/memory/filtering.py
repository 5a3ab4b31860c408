"""What of a query an article fulfils, decided by looking at the article."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from docs_store.memory.entries import analyse, passages
from docs_store.model import Article
from docs_store.query.completing import ENTITY_KINDS
from docs_store.query.flags import flags_of
from docs_store.query.headlines import title_holds
from docs_store.query.mentioned import Keys, Meant
from docs_store.query.model import Clause, Condition, Dated, Field, Flagged, Match, Query, Term, only
from docs_store.query.needles import needles
from docs_store.query.passages import Wanted, locate
from docs_store.text import fold
from docs_store.words import words


class Filter:
    """Tells which articles fulfil clauses."""

    def __init__(
        self,
        asked: Callable[[Query], Sequence[Wanted]],
        forgive: Callable[[Wanted], bool],
        meant: Meant,
    ) -> None:
        """`asked` tells what a text must hold for plain words, `forgive` which of these may be mistyped."""
        self._asked = asked
        self._forgive = forgive
        self._meant = meant

    def fulfils(self, article: Article, clauses: Sequence[Clause]) -> bool:
        """Whether all `clauses` hold of `article`."""
        return all(any(self._holds(article, condition) for condition in clause) for clause in clauses)

    def _holds(self, article: Article, condition: Condition) -> bool:
        match condition:
            case Dated(first, last):
                date = article.summary.saved_day if condition.saved else article.summary.date
                holds = date is not None and (first is None or first <= date) and (last is None or date <= last)
            case Flagged(flag):
                holds = flag in flags_of(article)
            case Term():
                holds = self._term_holds(article, condition)
        return holds is not condition.negated

    def _term_holds(self, article: Article, term: Term) -> bool:
        match term.field:
            case Field.ENTITY | Field.PERSON | Field.PLACE | Field.ORG as field:
                return _names_entity(article, self._meant(term.text, ENTITY_KINDS[field], term.match is not Match.WORD))
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
                texts = [article.title]
            case Field.CAPTION:
                texts = [image.caption for image in article.images if image.caption]
            case _:
                texts = passages(article)
        may_be_like = term.match is Match.WORD
        wanted = self._asked(only(term)) if may_be_like else needles(only(term), analyse)
        hits = locate(wanted, texts, analyse, forgive=self._forgive if may_be_like else _never)
        return {hit.needle for found in hits for hit in found} == set(range(len(wanted)))


def _names_entity(article: Article, meant: Keys) -> bool:
    return any((fold(mention.name), mention.kind) in meant for mention in article.mentions)


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
