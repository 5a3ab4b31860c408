"""What is kept of a page that several files hold: each text that says something of its own, as editions of one story.

A page is what files hold under one id, which is that of its address. Of its texts, the one that tells most comes first,
and one that adds nothing to a text before it is not kept beside that: it is the same, but for trifles, or a part of it,
and its file is noted as another one that holds it. All others are kept. The best (the newest, then the one that tells
most) has the page's own id, every other one an id of the page and its file. So which articles there are, and by which
ids, depends on what the files hold, and not on the order in which they are read.

What is not kept is no longer known: where the text that stood for it goes, and the one in its place is another, the
files that held it are named, to be read again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, NamedTuple, TypeAlias

from docs_store.keeping import has_text, marks_of, with_marks
from docs_store.model import Article, BlockKind, article_id
from docs_store.telling import LEAST, NEW, figures_of, names_of, sentences_of, telling_words

MOST: Final = 50
"""Editions of a page. What more texts have is no page's address but a site's: all stay, neither compared nor joined."""

_FEW: Final = 8
"""Telling words of new sentences that are more than a trifle; a quarter of them where a text has fewer than 32."""

_TENTH: Final = 10
"""Which part of its telling words, scattered over its sentences, makes a text another."""

_SAID: Final = 6
"""Telling words of a sentence in which another figure, or a new name, is a correction: "1,234 views" has fewer."""

_IN_COMMON: Final = 0.2
"""Share of the telling words of the shorter text, and its title, from which two texts of a page are of one story.

Of random pairs in BBC news one in 25 shares as much."""

_LONGEST: Final = 2_000_000
"""Code points from which texts are only looked at whether one is in the other."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Page:
    """What is stored of a page."""

    id: str
    editions: tuple[Article, ...] = ()
    """The best one first, which has the page's id. Of a crowded page the best, and that of the file in question."""
    holders: Mapping[str, str] = field(default_factory=dict)
    """Files that hold an edition beside the one it was read from: their paths, with its id."""
    is_crowded: bool = False
    """Whether it has `MOST` editions or more."""


class Taken(NamedTuple):
    """What became of a page when a file gave a text of it."""

    page: Page
    is_outdone: bool
    """Whether that text is less, or older, than what another file holds and stays."""
    again: frozenset[str]
    """Files that have to be read again: what they hold may be in none of the editions any more."""


def taken(page: Page, given: Article, lost: Collection[str] = ()) -> Taken:
    """Return the page with the text that a file gives of it, in place of what the same file gave before.

    `lost` are ids of editions that the files they were read from hold no more: of two equal ones the other is kept.
    What is from no file takes the place of what was from none, but for marks that come with no text.
    """
    before = {each.path: each for each in page.editions}
    marks = marks_of(given, page.editions)
    if given.marks and not has_text(given) and given.path in before:
        given = before[given.path]
    lost_paths = {each.path for each in page.editions if each.id in lost} - {given.path}
    texts = {path: _Text(each) for path, each in {**before, given.path: given}.items()}
    into = texts if page.is_crowded else _into([*texts.values()], lost_paths)
    kept = list({each.article.path: each for each in into.values()}.values())
    if not page.is_crowded and len(kept) > 1:
        kept.sort(key=_Text.rank)
    ids = {
        each.article.path: edition_id(page.id, each.article.path) if place else page.id
        for place, each in enumerate(kept)
    }
    editions = tuple(with_marks(_with_id(each.article, ids[each.article.path]), marks) for each in kept)
    # Where there are now those that other files hold, and the texts that are not kept.
    now = {each.id: into[each.path] for each in page.editions}
    old = {each.id: _Text(each) for each in page.editions if each.id in {*page.holders.values()}}
    changed = {
        held for held, text in old.items() if not (_is_in(text, now[held]) and now[held].order() <= text.order())
    }
    places = {path: now[held] for path, held in page.holders.items()}
    places |= {path: into[path] for path in texts if path not in lost_paths}
    own = {"", *ids}
    holders = {path: ids[text.article.path] for path, text in places.items() if path not in own}
    again = {path for path, held in page.holders.items() if held in changed and path not in own} - {given.path}
    after = Page(page.id, editions, holders, page.is_crowded)
    return Taken(after, _is_outdone(given, into[given.path]), frozenset(again))


def without(page: Page, ids: Collection[str]) -> Page:
    """Return the page without some of its editions, or () of them; the best of the others has its id then."""
    left = [_Text(each) for each in page.editions if each.id not in ids]
    if len(left) > 1:
        left.sort(key=_Text.rank)
    new = {
        text.article.id: edition_id(page.id, text.article.path) if place else page.id for place, text in enumerate(left)
    }
    editions = tuple(_with_id(text.article, new[text.article.id]) for text in left)
    holders = {path: new[held] for path, held in page.holders.items() if held in new}
    return Page(page.id, editions, holders, page.is_crowded)


def joined(page: Page) -> tuple[str, ...]:
    """Return the ids of the editions that are of one story: those that have something in common with the best."""
    if page.is_crowded or len(page.editions) < 2:
        return ()
    best, *others = map(_Text, page.editions)
    return (page.id, *(each.article.id for each in others if _have_in_common(best, each)))


def edition_id(page_id: str, path: str) -> str:
    """Return the id of an edition that is not the best of its page, by the file that it was read from."""
    return article_id(page_id, f"edition\0{path}")


def adds(one: Article, other: Article) -> bool:
    """Tell whether a text says something that another one of its page does not: more than trifles.

    Sentences are compared by their telling words, each with the likest one of the other text; captions and headings are
    none. It does where sentences of which half is new have eight such words or more together (a quarter of all, in a
    short text), or a tenth of all its words is new; and where, in a sentence of six or more, a figure is another or a
    name is new to the whole text.
    """
    return _adds(_Text(one), _Text(other))


class _Sentence(NamedTuple):
    telling: frozenset[str]
    figures: frozenset[str]
    names: frozenset[str]


_Preference: TypeAlias = tuple[bool, int, int, str]


class _Text:
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

    def order(self, lost: Collection[str] = ()) -> tuple[int, int, _Preference]:
        """Return what sorts the texts of a page: what comes before another may stand for it."""
        return -self.size, -len(self.plain), self.preference(lost)

    def preference(self, lost: Collection[str]) -> _Preference:
        """Return what sorts texts of the same words, the one to keep first; `lost` files hold theirs no more."""
        article = self.article
        is_lost = not article.path or article.path in lost
        return is_lost, -article.summary.dated_time, -len(article.images), article.path


def _into(texts: Sequence[_Text], lost: Collection[str]) -> dict[str, _Text]:
    """Return, for each text by its file, the one that is kept for it."""
    alike: dict[str, list[_Text]] = {}
    for text in texts:
        alike.setdefault(text.plain, []).append(text)
    same = [
        min(each, key=lambda text: text.preference(lost)) for each in alike.values()
    ]  # copies cost no more than that
    if len(same) > 1:
        same.sort(key=lambda text: text.order(lost))
    kept: dict[str, _Text] = {}
    for text in same:
        found = next((each for each in dict.fromkeys(kept.values()) if not _adds(text, each)), text)
        kept[text.plain] = found
    return {text.article.path: kept[text.plain] for text in texts}


def _adds(one: _Text, other: _Text) -> bool:
    if one.plain in other.plain:
        return False
    if max(len(one.plain), len(other.plain)) > _LONGEST:
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


def _is_corrected(sentence: _Sentence, other: _Text, shared: Mapping[int, int]) -> bool:
    """Whether a sentence has a figure that none much like it has, or a name that the other text has nowhere."""
    if not sentence.names <= other.holding.keys():
        return True
    least = len(sentence.telling) * (1 - NEW)
    near = (other.all_sentences[place].figures for place, many in shared.items() if many > least)
    return bool(sentence.figures) and not any(sentence.figures <= figures for figures in near)


def _is_in(one: _Text, other: _Text) -> bool:
    """Whether each sentence of a text is in one of another: then whatever adds nothing to that adds nothing to this."""
    if one.plain == other.plain:
        return True
    if max(len(one.plain), len(other.plain)) > _LONGEST:
        return False
    return all(
        any(
            many == len(sentence.telling) and sentence.figures <= other.all_sentences[place].figures
            for place, many in other.shared(sentence).items()
        )
        for sentence in one.all_sentences
    )


def _have_in_common(one: _Text, other: _Text) -> bool:
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


def _is_outdone(given: Article, kept: _Text) -> bool:
    article = kept.article
    if article.path == given.path:
        return False
    dates = given.published, article.published
    return _Text(given).plain != kept.plain or bool(dates[0] and dates[1] and dates[0] < dates[1])


def _with_id(article: Article, own: str) -> Article:
    return article if article.id == own else replace(article, id=own)
