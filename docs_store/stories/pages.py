"""What is kept of a page that several files hold: each text that says something of its own, as editions of one story.

A page is what files hold under one id, which is that of its address. Of its texts, the one that tells most comes first,
and one that adds nothing to a text before it is not kept beside that: it is the same, but for trifles, or a part of it,
and its file is noted as another one that holds it. All others are kept. The best (the newest, then the one that tells
most) has the page's own id, every other one an id of the page and its file. So which articles there are, and by which
ids, depends on what the files hold, and not on the order in which they are read.

Two things depend on what was there before: a fuller text stays while any file holds a part of it, though its own file
is gone; and what has more than `MOST` texts is no longer compared.

What is not kept is no longer known: where the text that stood for it goes, and the one in its place is another, the
files that held it are named, to be read again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from docs_store.model import Article, article_id, is_file
from docs_store.stories.differing import Text, adds, have_in_common, stands_for
from docs_store.stories.keeping import has_text, marks_of, with_marks, with_missing

MOST: Final = 50
"""Editions of a page. What more texts have is no page's address but a site's: all stay, neither compared nor joined."""


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
    What is imported takes the place of what was imported before from the same program, unless it says less; without a
    text it adds to what any program has told. What it holds stays when a file that stood for it goes.
    """
    if not page.editions:
        return Taken(Page(page.id, (_with_id(given, page.id),), page.holders, page.is_crowded), False, frozenset())
    before = {each.path: each for each in page.editions}
    marks = marks_of(given, page.editions)
    held = before.get(given.path)
    if held is None and given.path and not given.file and not has_text(given):
        held = next((each for each in page.editions if not each.file), None)
    if held is not None and given.marks and not has_text(given):
        given = with_missing(held, given)
    elif held is not None and not given.file and _is_less(given, held):
        given = held
    before |= _imported_too(page, given)
    lost_paths = {each.path for each in page.editions if each.id in lost} - {given.path}
    texts = {path: Text(each) for path, each in {**before, given.path: given}.items()}
    into = texts if page.is_crowded else _into([*texts.values()], lost_paths)
    kept = list({each.article.path: each for each in into.values()}.values())
    if not page.is_crowded and len(kept) > 1:
        kept.sort(key=Text.rank)
    ids = {
        each.article.path: edition_id(page.id, each.article.path) if place else page.id
        for place, each in enumerate(kept)
    }
    editions = tuple(with_marks(_with_id(each.article, ids[each.article.path]), marks) for each in kept)
    # Where there are now those that other files hold, and the texts that are not kept.
    now = {each.id: into[each.path] for each in page.editions}
    old = {each.id: Text(each) for each in page.editions if each.id in {*page.holders.values()}}
    changed = {held for held, text in old.items() if not stands_for(now[held], text)}
    places = {path: now[held] for path, held in page.holders.items()}
    places |= {path: into[path] for path in texts if path not in lost_paths}
    holders = {path: ids[text.article.path] for path, text in places.items() if path not in ids}
    again = {path for path, held in page.holders.items() if held in changed and path not in ids and is_file(path)}
    after = Page(page.id, editions, holders, page.is_crowded)
    return Taken(after, _is_outdone(given, into[given.path]), frozenset(again - {given.path}))


def _imported_too(page: Page, given: Article) -> dict[str, Article]:
    """Return, by what they came from, the texts that a file held as well as an import, and that it holds no more.

    What was imported cannot be read again.
    """
    held = {each.id: each for each in page.editions if each.path == given.path}
    imports = () if page.is_crowded else (path for path in page.holders if not is_file(path))
    stored = {path: held[page.holders[path]] for path in imports if page.holders[path] in held}
    return {path: replace(each, path=path) for path, each in stored.items() if adds(Text(each), Text(given))}


def without(page: Page, ids: Collection[str]) -> Page:
    """Return the page without some of its editions, be it all of them; the best of the others has its id then."""
    left = [Text(each) for each in page.editions if each.id not in ids]
    if len(left) > 1:
        left.sort(key=Text.rank)
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
    best, *others = map(Text, page.editions)
    return (page.id, *(each.article.id for each in others if have_in_common(best, each)))


def edition_id(page_id: str, path: str) -> str:
    """Return the id of an edition that is not the best of its page, by the file that it was read from."""
    return article_id(page_id, f"edition\0{path}")


def _into(texts: Sequence[Text], lost: Collection[str]) -> dict[str, Text]:
    """Return, for each text by its file, the one that is kept for it."""
    if len(texts) == 1:
        return {texts[0].article.path: texts[0]}
    alike: dict[str, list[Text]] = {}
    for text in texts:
        alike.setdefault(text.plain, []).append(text)
    same = [min(each, key=lambda text: text.preference(lost)) for each in alike.values()]  # copies cost no more
    if len(same) > 1:
        same.sort(key=lambda text: text.order(lost))
    kept: dict[str, Text] = {}
    for text in same:
        found = next((each for each in dict.fromkeys(kept.values()) if not adds(text, each)), text)
        kept[text.plain] = found
    return {text.article.path: kept[text.plain] for text in texts}


def _is_less(given: Article, held: Article) -> bool:
    """Whether a text is but a part of another: one program has cut what another one kept whole."""
    one, other = Text(given), Text(held)
    return one.size < other.size and not adds(one, other)


def _is_outdone(given: Article, kept: Text) -> bool:
    article = kept.article
    if article.path == given.path:
        return False
    dates = given.published, article.published
    return Text(given).plain != kept.plain or bool(dates[0] and dates[1] and dates[0] < dates[1])


def _with_id(article: Article, own: str) -> Article:
    return article if article.id == own else replace(article, id=own)
