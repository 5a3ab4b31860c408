"""A deterministic generator of archives: headlines and bodies of news, words and names by Zipf's law, dates over years.

The same seed gives the same archive, to the byte, on every machine, and a longer one begins with the shorter. As in a
real archive the vocabulary grows with the number of articles: most of its words stand in a few headlines only.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, islice
from pathlib import Path
from typing import Final

from docs_store import Article, Block, BlockKind, EntityKind, EntityMention, Store
from tests.benchmarks.vocabulary import (
    ADJECTIVES,
    CODAS,
    COMMON,
    GIVEN,
    HEADLINES,
    NOUNS,
    ONSETS,
    ORG_ENDS,
    PLACE_ENDS,
    VERBS,
    VOWELS,
)

SEED: Final = 1
WORDS: Final = 300
"""Words of a body: a short news story."""

_DRAWN: Final = 1 << 17
"""Words drawn at a time: drawing by weight is what costs."""

_PARAGRAPH: Final = 4
"""Sentences of a paragraph."""

_BATCH: Final = 2_000
"""Articles stored in one transaction, as `ingest` does."""

_FIRST_DAY: Final = dt.datetime(1960, 1, 1, tzinfo=dt.UTC)
_MINUTES: Final = 65 * 365 * 24 * 60

_NAMED: Final = (EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION) * 3 + (EntityKind.PERSON,)
"""Kinds of the names in an article: ten."""
_SAID: Final = "and so on, with"
_ONCE: Final = 0.3
_INITIALS: Final = 0.05
"""Shares of people named who are hardly ever named again, and who are named by their initial."""

_Draw = Callable[[], str]

# Each headline as its parts: (text, False) and (slot, True) in turn.
_HEADLINES: Final = [
    [(part, bool(at % 2)) for at, part in enumerate(re.split("[{}]", line.replace("|", " ")))] for line in HEADLINES
]


class _Press:
    """What the articles of one archive are written with."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        tail = self._made(40_000, lambda: self._syllables(2, 3))
        surnames = self._made(60_000, lambda: self._syllables(2, 3).title())
        places = self._made(4_000, lambda: self._syllables(1, 2).title() + self.rng.choice(PLACE_ENDS))
        firms = self._made(8_000, lambda: f"{self._syllables(1, 2).title()} {self.rng.choice(ORG_ENDS)}")
        given, number = self._drawing(GIVEN), self._drawing([str(number) for number in range(2, 2_000)])
        surname = self._drawing(surnames)
        self._slots: dict[str, _Draw] = {
            "noun": self._drawing((*NOUNS, *tail[:10_000]), offset=20),
            "verb": self._drawing(VERBS, offset=10),
            "adjective": self._drawing(ADJECTIVES, offset=10),
            "tail": self._drawing(tail, offset=100),
            "place": self._drawing(places, offset=5),
            "org": self._drawing(firms, offset=5),
            "surname": surname,
            "person": lambda: f"{given()} {surname()}",
            "number": number,
        }
        self.byline = self._drawing([f"{given()} {surname()}" for _ in range(500)])
        self.outlet = self._drawing([f"The {place} {end}" for place in places[:20] for end in ("Post", "Courier")])
        written = (*COMMON, *NOUNS, *VERBS, *ADJECTIVES, *tail)
        self._word = self._drawing(written, offset=3)

    def _made(self, count: int, make: Callable[[], str]) -> list[str]:
        made: dict[str, None] = {}
        while len(made) < count:
            made[make()] = None
        return list(made)

    def _syllables(self, least: int, most: int) -> str:
        choice = self.rng.choice
        return "".join(choice(ONSETS) + choice(VOWELS) + choice(CODAS) for _ in range(self.rng.randint(least, most)))

    def _drawing(self, values: Sequence[str], *, offset: float = 0) -> _Draw:
        """Return what draws from `values` by Zipf's law: the r-th is 1 / (r + offset) as common as a first of 1."""
        weights = _zipf(len(values), offset)

        def drawn() -> Iterator[str]:
            while True:
                yield from self.rng.choices(values, cum_weights=weights, k=_DRAWN)

        return drawn().__next__

    def headline(self) -> str:
        slots = self._slots
        filled = "".join(slots[part]() if slot else part for part, slot in self.rng.choice(_HEADLINES))
        return filled[0].upper() + filled[1:]

    def body(self, headline: str, words: int) -> list[str]:
        """Return paragraphs of about `words` words, the first about the headline."""
        rng, word = self.rng.random, self._word
        sentences = [f"{self._slots['place']()}. {headline}, {self._slots['person']()} of {self._slots['org']()} said."]
        count = len(sentences[0].split())
        while count < words:
            length = 8 + int(rng() * 16)
            # Anew each time: cut from one text, each stretch of it came to stand in a dozen articles and more.
            sentences.append(" ".join([word() for _ in range(length)]).capitalize() + ".")
            count += length
        return [" ".join(sentences[at : at + _PARAGRAPH]) for at in range(0, len(sentences), _PARAGRAPH)]

    def moment(self) -> dt.datetime:
        return _FIRST_DAY + dt.timedelta(minutes=int(self.rng.random() * _MINUTES))


class _NamingPress(_Press):
    """What writes paragraphs that name people, companies and places."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        person = self._slots["person"]
        self.known = self._drawing([person() for _ in range(200_000)], offset=5)

    def named(self) -> tuple[str, tuple[EntityMention, ...]]:
        """Return a paragraph of sentences that name people, companies and places, and where it names them."""
        text, mentions = "", []
        for kind in _NAMED:
            for part, spelled in ((_SAID, ""), (" ", self._name(kind))):
                start = len(text) + len(part)
                text += part + spelled
                if spelled:
                    mentions.append(EntityMention(start, start + len(spelled), kind, spelled))
        return text, tuple(mentions)

    def _name(self, kind: EntityKind) -> str:
        """Return a name by Zipf's law; of people many are named once, and some by their initial."""
        if kind is not EntityKind.PERSON:
            return self._slots["place" if kind is EntityKind.PLACE else "org"]()
        chance = self.rng.random()
        if chance < _ONCE:
            return self._slots["person"]()
        name = self.known()
        return f"{name[0]}. {name.partition(' ')[2]}" if chance > 1 - _INITIALS else name


def _zipf(count: int, offset: float) -> list[float]:
    return list(accumulate(1 / (rank + offset) for rank in range(1, count + 1)))


def articles(*, words: int = WORDS, seed: int = SEED) -> Iterator[Article]:
    """Yield articles of about `words` words, without end."""
    press = _Press(seed)
    number = 0
    while True:
        title = press.headline()
        yield Article(
            id=f"{number:016x}",
            key=f"made-{number}",
            title=title,
            blocks=tuple(Block(BlockKind.PARAGRAPH, text) for text in press.body(title, words)),
            authors=(press.byline(),),
            published=press.moment(),
            language="en",
            source=press.outlet(),
        )
        number += 1


def write_jsonl(path: Path, count: int, *, words: int = WORDS, seed: int = SEED) -> Path:
    """Write `count` articles as JSON lines, one after the other; return the path."""
    with path.open("w", encoding="utf-8") as file:
        for article in islice(articles(words=words, seed=seed), count):
            record = {
                "id": article.key,
                "title": article.title,
                "text": article.body,
                "date": article.published.isoformat() if article.published else "",
                "author": article.authors[0],
                "source": article.source,
            }
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def named_articles(*, words: int = WORDS, seed: int = SEED) -> Iterator[Article]:
    """Yield the articles of `articles` with a paragraph more, in which ten names are marked."""
    press = _NamingPress(seed + 1)
    for article in articles(words=words, seed=seed):
        text, mentions = press.named()
        yield replace(
            article,
            blocks=(*article.blocks, Block(BlockKind.PARAGRAPH, text)),
            mentions=tuple(replace(mention, block=len(article.blocks)) for mention in mentions),
        )


def fill(store: Store, count: int, *, named: bool = False, words: int = WORDS, seed: int = SEED) -> None:
    """Put `count` articles straight into `store`: no files, no reading; with marked names if `named`, else none."""
    made = islice((named_articles if named else articles)(words=words, seed=seed), count)
    while batch := list(islice(made, _BATCH)):
        store.put_many(batch)
