"""What is marked in the open article: the hits of what was sought, and the mention one has come to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from docs_store import EntityCount, EntityMention, Span
from tui.commands.now import What
from tui.inside import Inside
from tui.kinds import Kinds
from tui.library import Library
from tui.mentions import Mention, Walk, mentions_in, walk_from
from tui.messages import GoToEntity
from tui.typeset import START, Passage, Position
from tui.widgets.article_view import ArticleView
from tui.wording import counted

_SEARCHED_ROLES: Final = frozenset({"headline", "standfirst", "heading", "paragraph", "quote", "caption"})
"""What a search can have matched: not the byline, not credits."""


class State(NamedTuple):
    """What was sought inside an article, and which hit one was at, from 1; 0 at none."""

    inside: str
    hit: int


class Marked:
    """The hits of a query, then of what is sought inside the article, and a walk along mentions."""

    def __init__(self, view: ArticleView, library: Library, kinds: Kinds) -> None:
        self._view = view
        self._library = library
        self._kinds = kinds
        self.query = ""
        """What led to the article, as far as it is marked there."""
        self._query_hits: Sequence[tuple[int, Span]] = ()
        self._inside = ""
        self._walk: Walk | None = None
        self._searched_inside: tuple[Sequence[Passage], Inside] | None = None

    def begin(self, query: str) -> None:
        """Forget what was marked in the article before; `query` leads to this one."""
        self.query, self._inside, self._walk = query, "", None
        self._query_hits = ()

    @property
    def searched(self) -> str:
        """What the marks in the article stand for; "" where there are none."""
        return self._inside or self.query

    @property
    def what(self) -> What:
        """What is marked, and `n` goes along. Cheap: it is asked at each key."""
        if self.walks:
            return What.MENTION
        if self.searched:
            return What.HITS
        named = self._view.article.mentions if self._view.article else ()
        return What.NAMES if any(mention.kind in self._kinds for mention in named) else What.NOTHING

    @property
    def looks_inside(self) -> bool:
        """True where the marks are of a search inside this article alone."""
        return bool(self._inside)

    # ------------------------------------------------------------------ hits

    async def mark_query(self, query: str, snippet: str) -> None:
        """Mark what the query matched, and go to the passage that the list showed, if it showed one."""
        searched = [(n, p.text) for n, p in enumerate(self._view.passages) if p.role in _SEARCHED_ROLES]
        spans = await self._library.locate(query, [text for _, text in searched], self._mentions_among(searched))
        hits = [(number, span) for (number, _), found in zip(searched, spans, strict=True) for span in found]
        if not hits:
            self.query = ""  # what only the author or a tag holds, say: there is nothing to mark
        self._query_hits = hits
        self._view.set_hits(hits)
        if snippet and hits:
            place = _place_of(snippet, searched)
            self._view.select_hit(next((at for at, (number, span) in enumerate(hits) if (number, span[0]) >= place), 0))

    def _mentions_among(self, searched: Sequence[tuple[int, str]]) -> list[EntityMention]:
        """Return the mentions of the article by their place in `searched`, numbered passages."""
        passages, article = self._view.passages, self._view.article
        place_of = {passages[number].block: place for place, (number, _) in enumerate(searched)}
        mentions = article.mentions if article else ()
        return [
            replace(each, block=place_of[each.block])
            for each in mentions
            if each.block is not None and each.block in place_of
        ]

    def mark_sentences(self, sentences: Sequence[str]) -> None:
        """Mark what the article adds to its story, and go to the first of it."""
        texts = [(number, each.text.replace("\n", " ")) for number, each in enumerate(self._view.passages)]
        places = ((sentence, _place_in(texts, sentence)) for sentence in sentences)
        hits = [(place.passage, (place.offset, place.offset + len(told))) for told, place in places if place]
        if hits:
            self._inside = "what it adds"
            self._view.set_hits(sorted(hits))
            self._view.select_hit(0)

    def find_inside(self, text: str) -> None:
        """Mark `text` inside the article, and go to its first place from here."""
        self._inside, self._walk = text, None
        hits = self._inside_of().find(text)
        self._view.set_hits(hits)
        if hits and not self._view.go_hit(1):
            self._view.select_hit(0)

    def prepare(self) -> None:
        """Make what is searched inside the article, before the first key."""
        self._inside_of()

    def _inside_of(self) -> Inside:
        """Return what is searched inside the article, which is made at the first key and kept for the others."""
        passages = self._view.passages
        if self._searched_inside is None or self._searched_inside[0] is not passages:
            self._searched_inside = passages, Inside(passages)
        return self._searched_inside[1]

    @property
    def state(self) -> State:
        """What `restore` brings back."""
        return State(self._inside, self._view.current_hit)

    def restore(self, state: State) -> bool:
        """Mark what was sought inside the article before it changed; return whether one is at the same hit again."""
        if state.inside and (hits := self._inside_of().find(state.inside)):
            self._inside = state.inside
            self._view.set_hits(hits)
        if not 0 < state.hit <= self._view.hits:
            return False
        self._view.select_hit(state.hit - 1)
        return True

    def clear(self) -> bool:
        """Clear what was marked last, the mentions of a name or what was sought; False where nothing was.

        What was sought before stays marked: what led to the article, under what was found inside it.
        """
        if self.walks:
            self.end_walk()
            return True
        if not self.searched:
            return False
        if not self._inside:
            self.query, self._query_hits = "", ()
        self._inside = ""
        self._view.set_hits(self._query_hits)
        return True

    def end_walk(self) -> None:
        """Be at no mention."""
        self._walk = None
        self._view.point(None)

    @property
    def walks(self) -> bool:
        """True from going to a mention until what is marked is cleared or something is sought."""
        return self._walk is not None

    @property
    def walked(self) -> EntityCount | None:
        """Whose mention one has gone to; None where to none."""
        return EntityCount(self._walk.mention.name, self._walk.mention.kind, 0) if self._walk is not None else None

    def where(self, keys: str = "") -> str:
        """Say which mention or hit one is at: "hit 4 of 14 for missile". `keys` are those that go on from a mention."""
        if self._walk is not None:
            return " · ".join(filter(None, (self._walk.where, keys)))
        if not self.searched:
            return ""
        if not self._view.hits:
            return f"“{self.searched}” is not in this article"
        if not self._view.current_hit:
            return f"{counted(self._view.hits, 'hit')} for {self.searched}"
        return f"hit {self._view.current_hit:,} of {self._view.hits:,} for {self.searched}"

    # ------------------------------------------------------------------ mentions

    def _mentions(self) -> tuple[Mention, ...]:
        return mentions_in(self._view.article, self._view.passages, self._kinds) if self._view.article else ()

    def mention_at(self, position: Position) -> Mention | None:
        """Return the mention at a position, None where there is none."""
        at, offset = position
        found = (each for each in self._mentions() if each.passage == at and each.span[0] <= offset < each.span[1])
        return next(found, None)

    def go_to_mention(self, entity: GoToEntity) -> None:
        """Go to the entity's first mention, the next time to its second, and so on."""
        mentions = tuple(each for each in self._mentions() if (each.name, each.kind) == (entity.name, entity.kind))
        further = self._walk.step(1) if self._walk is not None and self._walk.mentions == mentions else None
        self._show_mention(further or Walk(mentions, 0))

    def go_round(self) -> None:
        """Go to the next of the mentions one walks along, from the last to the first."""
        if self._walk is not None:
            self._show_mention(self._walk.step(1) or self._walk._replace(at=0))

    def go_mention(self, step: int) -> bool:
        """Go to the next mention of whom one walks along, else of anybody; False where there is none."""
        walk = self._walk.step(step) if self._walk is not None else walk_from(self._mentions(), self._view.top, step)
        if walk is not None:
            self._show_mention(walk)
        return walk is not None

    def _show_mention(self, walk: Walk) -> None:
        self._walk = walk
        self._view.point((walk.mention.passage, walk.mention.span))

    @property
    def no_further(self) -> str:
        """Say that there is nothing further to go to."""
        if self._walk is not None and self._walk.name:
            return f"no further mention of {self._walk.name} · enter goes round"
        if self._walk is not None or self._mentions():
            return "no further name in this article"
        return "nothing is marked: find an article by its words, or press / to find inside"


def _place_of(snippet: str, passages: Sequence[tuple[int, str]]) -> tuple[int, int]:
    """Return the number of the passage that a snippet is from, and where it begins there; (0, 0) where none is."""
    return _place_in([(number, text.replace("\n", " ")) for number, text in passages], snippet.strip("…")) or START


def _place_in(texts: Iterable[tuple[int, str]], words: str) -> Position | None:
    """Return where `words` stand first in numbered texts; None where they do not."""
    return next((Position(number, at) for number, text in texts if (at := text.find(words)) >= 0), None)
