"""The mentions of an article, and a walk from one to the next. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from docs_store import Article, EntityKind, Span
from tui.kinds import Kinds
from tui.typeset import Passage, Position, next_position


class Mention(NamedTuple):
    """Where an entity is named."""

    passage: int
    span: Span
    name: str
    kind: EntityKind

    @property
    def place(self) -> Position:
        """Where it begins."""
        return Position(self.passage, self.span[0])


class Walk(NamedTuple):
    """Mentions in reading order, and the one that the reader is at."""

    mentions: tuple[Mention, ...]
    at: int

    @property
    def mention(self) -> Mention:
        """The one that the reader is at."""
        return self.mentions[self.at]

    @property
    def where(self) -> str:
        """Say which one it is: "mention 3 of 17: Ada Quill"."""
        return f"mention {self.at + 1:,} of {len(self.mentions):,}: {self.mention.name}"

    @property
    def name(self) -> str:
        """Whose mentions they are; "" where they are several names'."""
        names = {mention.name for mention in self.mentions}
        return self.mention.name if len(names) == 1 else ""

    def step(self, step: int) -> Walk | None:
        """Go on; None past the last one, and before the first."""
        index = self.at + step
        return self._replace(at=index) if 0 <= index < len(self.mentions) else None


def mentions_in(article: Article, passages: Sequence[Passage], kinds: Kinds) -> tuple[Mention, ...]:
    """Return the mentions of the kinds that are on, in reading order."""
    passage_of = {passage.block: number for number, passage in enumerate(passages) if passage.block is not None}
    return tuple(
        sorted(
            Mention(passage_of[mention.block], (mention.start, mention.end), mention.name, mention.kind)
            for mention in article.mentions
            if mention.block in passage_of and mention.kind in kinds
        )
    )


def walk_from(mentions: tuple[Mention, ...], here: Position, step: int) -> Walk | None:
    """Begin at the first mention from `here` on (the last before it, where `step` is -1); None where there is none."""
    before = Position(here.passage, here.offset - 1) if step > 0 else here
    index = next_position([mention.place for mention in mentions], before, step)
    return None if index is None else Walk(mentions, index)
