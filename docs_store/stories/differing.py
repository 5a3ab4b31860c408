"""What one text of a page says that another does not, and what of it is a trifle."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Final, NamedTuple, TypeAlias

from docs_store.model import Article, BlockKind
from docs_store.stories.telling import LEAST, NEW, figures_of, names_of, sentences_of, telling_words

_FEW: Final = 8
"""Telling words of new sentences that are more than a trifle; a quarter of them where a text has fewer than 32."""

_TENTH: Final = 10
"""Which part of its telling words, scattered over its sentences, makes a text another."""

_SAID: Final = 6
"""Telling words of a sentence in which another figure, or a new name, is a correction: "1,234 views" has fewer."""

_IN_COMMON: Final = 0.2
"""Share of the telling words of the shorter text, and its title, from which two texts of a page are of one story.

Of random pairs in BBC news one in 25 shares as much."""

_LONGEST: Final = 200_000
_MOST_SENTENCES: Final = 2_000
"""Code points and sentences of a text beyond which it is only looked at whether one is in the other."""

_WORD = re.compile(r"\w+")


class _Sentence(NamedTuple):
    telling: frozenset[str]
    figures: frozenset[str]
    names: frozenset[str]


Preference: TypeAlias = tuple[bool, int, int, str]


class Text:
    """An article, and what its text says, found out when it is asked for."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def plain(self) -> str:
        """All words of the text but captions, one space before each."""
        texts = (block.text.casefold() for block in self.article.blocks if block.kind is not BlockKind.CAPTION)
        return "".join(f" {word}" for text in texts for word in _WORD.findall(_uncut(text)))

    @cached_property
    def all_sentences(self) -> list[_Sentence]:
        """The sentences that tell anything, each once."""
        distinct = dict.fromkeys(map(_uncut, sentences_of(self.article)))
        told = [_Sentence(telling_words(text), figures_of(text), names_of(text)) for text in distinct]
        return [each for each in told if each.telling]

    @cached_property
    def is_long(self) -> bool:
        """Whether its sentences are too many to be compared."""
        return len(self.plain) > _LONGEST or len(self.all_sentences) > _MOST_SENTENCES

    @cached_property
    def sentences(self) -> list[_Sentence]:
        """Those that say something; all of a text of a few words."""
        said = [each for each in self.all_sentences if len(each.telling) >= LEAST]
        return said if sum(len(each.telling) for each in said) >= _FEW else self.all_sentences

    @cached_property
    def size(self) -> int:
        """Telling words of those that say something."""
        return sum(len(each.telling) for each in self.sentences)

    @cached_property
    def holding(self) -> dict[str, list[int]]:
        """The places of the sentences that have a word."""
        holding: dict[str, list[int]] = {}
        for place, sentence in enumerate(self.all_sentences):
            for word in sentence.telling:
                holding.setdefault(word, []).append(place)
        return holding

    def shared(self, sentence: _Sentence) -> Counter[int]:
        """Return how many telling words of another text's sentence each of the sentences has."""
        return Counter(place for word in sentence.telling for place in self.holding.get(word, ()))

    def rank(self) -> tuple[int, int, str]:
        """Return what sorts the best of the texts of a page first: the newest, then the one that tells most."""
        return -self.article.summary.dated_time, -self.size, self.article.path

    def order(self, lost: Collection[str] = ()) -> tuple[int, int, Preference]:
        """Return what sorts the texts of a page: what comes before another may stand for it."""
        return -self.size, -len(self.plain), self.preference(lost)

    def preference(self, lost: Collection[str]) -> Preference:
        """Return what sorts texts of the same words, the one to keep first; `lost` files hold theirs no more."""
        article = self.article
        is_lost = not article.file or article.path in lost
        return is_lost, -article.summary.dated_time, -len(article.images), article.path


def adds(one: Text, other: Text) -> bool:
    """Tell whether a text says something that another one of its page does not: more than trifles.

    Sentences are compared by their telling words, each with the likest one of the other text; captions and headings are
    none. It does where sentences of which half is new have eight such words or more together (a quarter of all, in a
    short text), or a tenth of all its words is new; and where, in a sentence of six or more, a figure is another or a
    name is new to the whole text.
    """
    if one.plain in other.plain:
        return False
    if one.is_long or other.is_long:
        return True
    new = scattered = 0
    few = min(_FEW, max(1, one.size // 4))
    for sentence in one.sentences:
        shared = other.shared(sentence)
        many = len(sentence.telling)
        missing = many - max(shared.values(), default=0)
        if missing >= NEW * many:
            new += many
            if new >= few:
                return True
            continue
        scattered += missing
        if many >= _SAID and _is_corrected(sentence, other, shared):
            return True
    return new + scattered >= max(_FEW, one.size // _TENTH)


def _is_corrected(sentence: _Sentence, other: Text, shared: Mapping[int, int]) -> bool:
    """Whether a sentence has a figure that none much like it has, or a name that the other text has nowhere."""
    if not sentence.names <= other.holding.keys():
        return True
    least = len(sentence.telling) * (1 - NEW)
    near = (other.all_sentences[place].figures for place, many in shared.items() if many > least)
    return bool(sentence.figures) and not any(sentence.figures <= figures for figures in near)


def stands_for(one: Text, other: Text) -> bool:
    """Whether a text may stand for all that another one stood for: it says all that this says, and comes before it."""
    if one.plain == other.plain:
        return one.preference(()) <= other.preference(())
    return one.order() <= other.order() and _is_in(other, one)


def _is_in(one: Text, other: Text) -> bool:
    """Whether each sentence of a text is in one of another: then whatever adds nothing to that adds nothing to this."""
    if one.is_long or other.is_long:
        return False
    return all(
        any(
            many == len(sentence.telling) and sentence.figures <= other.all_sentences[place].figures
            for place, many in other.shared(sentence).items()
        )
        for sentence in one.all_sentences
    )


def have_in_common(one: Text, other: Text) -> bool:
    """Whether two texts are of one story: not where a site gives whatever it has one address."""
    words = [each.holding.keys() | telling_words(each.article.title) for each in (one, other)]
    return len(words[0] & words[1]) >= _IN_COMMON * min(map(len, words))


def _uncut(text: str) -> str:
    """Return a text without a last word that may be cut short."""
    if "…" not in text and "..." not in text:
        return text
    end = len(text)
    while end and not text[end - 1].isalnum():
        end -= 1
    if "…" not in (tail := text[end:]) and "..." not in tail:
        return text
    while end and text[end - 1].isalnum():
        end -= 1
    return text[:end]
