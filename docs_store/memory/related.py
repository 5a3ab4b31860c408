"""What to read next to an article of a store in memory: what it links, then what shares the rarest words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from docs_store.answers import Related, Relation
from docs_store.interrupts import Interrupts
from docs_store.memory.entries import Entry, analyse, idf, recency
from docs_store.memory.names import Names, entity_keys
from docs_store.model import Article, ArticleSummary, EntityCount
from docs_store.notes import linked_notes, meant
from docs_store.relations import Common, are_few, are_few_for_headlines, relation, telling
from docs_store.stories.editions import EDITION
from docs_store.text import fold

_SIMILAR_TERMS: Final = 25
"""Words of an article that ask for the like."""


def related(
    article_id: str,
    entries: Mapping[str, Entry],
    stories: Mapping[str, frozenset[str]],
    known: Names,
    summary: Callable[[Article], ArticleSummary],
    interrupts: Interrupts,
) -> tuple[Related, ...]:
    """Return all that is related to an article, best first."""
    entry = entries[article_id]
    article = entry.article
    found: dict[str, Related] = {}
    editions = [entries[other].article for other in stories.get(article.id, ()) if other != article.id]
    for other in sorted(editions, key=lambda each: recency(each.summary)):
        found[other.id] = Related(summary(other), EDITION, 3.0 - len(found) / 1000, Relation.SAME_STORY, of_story=True)
    names = linked_notes(article)
    notes = meant(names, article.path, (each.article.path for each in entries.values())) if names else {}
    for link in article.links:
        note = notes.get(link.title) if not link.url else None
        for other in (each.article for each in entries.values()):
            same = (link.url and link.url == other.url) or fold(link.title) == fold(other.title)
            same = other.path == note if note else same
            if same and other.id != article.id and other.id not in found:
                found[other.id] = Related(
                    summary(other), f"linked: {link.kind}", 2.0 - len(found) / 1000, Relation.LINKED
                )
    holding = Counter(term for each in entries.values() for term in each.terms)
    weights = {
        term: count * idf(len(entries), holding[term]) for term, count in entry.terms.items() if holding[term] > 1
    }
    asking = sorted(weights, key=lambda term: (-weights[term], term))[:_SIMILAR_TERMS]
    whole = sum(weights[term] for term in asking)
    authors = {fold(author) for author in article.authors}  # who wrote it is not what it is about
    named = {(m.name, m.kind): (fold(m.name), m.kind) for m in article.mentions if fold(m.name) not in authors}
    counts = {key: EntityCount(*each, known.articles_with(*each)) for each, key in named.items()}
    alike: list[Related] = []
    for _, other, terms in entries.values():
        interrupts.check()
        common = [term for term in asking if term in terms]
        if common and other.id != article.id and not (other.id in found and found[other.id].of_story):
            likeness = sum(weights[term] for term in common) / whole
            theirs = entity_keys(other)
            shared = [entity for key, entity in counts.items() if key in theirs]
            shared.sort(key=lambda entity: (entity.articles, entity.name))
            entities = telling(shared, len(entries))
            tags = [tag for tag in dict.fromkeys(article.tags) if tag in other.tags]
            few = [term for term in common if not term.isdigit() and are_few(holding[term], len(entries))]
            of_headline = any(
                are_few_for_headlines(holding[token.term], len(entries))
                for token in (*analyse(article.title), *analyse(other.title))
                if token.term in common
            )
            in_common = Common(len(entries), likeness, entities, common, tags, len(few), of_headline)
            group, reason = relation(article.summary, other.summary, in_common)
            if other.id in found:
                found[other.id] = replace(found[other.id], of_story=group.of_story, likeness=likeness)
            else:
                alike.append(
                    Related(summary(other), reason, likeness, group, of_story=group.of_story, likeness=likeness)
                )
    alike.sort(key=lambda row: (-row.score, *recency(row.article)))
    return (*found.values(), *alike)
