"""The seam: what every store answers, and `open_store`, which picks the adapter."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Protocol, Self, TypeAlias

from docs_store.corrections.model import Correction
from docs_store.corrections.rules import Corrections
from docs_store.errors import StoreError
from docs_store.model import Article, ArticleSummary, EntityCount, EntityKind, EntityMention, Span

if TYPE_CHECKING:  # the first list does without
    from docs_store.answers import Completion, Facets, Related, SearchPage
    from docs_store.ledger import FileSeen, Finding, Run, Stored, StoreStats

Kinds: TypeAlias = Collection[EntityKind] | None
"""The kinds of entities that are asked for; None for all."""

RUNS: Final = 100
"""Runs that are remembered: three months of nights."""


class Store(Protocol):
    """A store of articles. Methods block, return finished values, and raise only `StoreError` and its children.

    Any method may be called from any thread. Absence is a value. The order of an answer is stable: score, then date
    (newest first), then id. Nothing here assumes a file, a row number or one process.
    """

    def get(self, article_id: str) -> Article | None:
        """Return the article, or None. Raises `StoreDamaged` where it is not what was stored."""
        ...

    def iter_summaries(self, newest_first: bool = True) -> Iterator[ArticleSummary]:
        """Yield every article's summary by best known date, undated ones last (first where oldest come first)."""
        ...

    def count(self) -> int:
        """Return how many articles are stored."""
        ...

    def find(self, text: str, *, limit: int) -> SearchPage:
        """Find articles by headline: typos and any word order forgiven. An empty text gives the newest.

        Where names are asked for, each hit has the passage that names most of them as its snippet.
        """
        ...

    def search(self, text: str, *, limit: int) -> SearchPage:
        """Find articles by headline and text, best first, with snippets. An empty text gives the newest."""
        ...

    def moment(self) -> int:
        """Return a number that grows with each change of what is stored, for `arrived`."""
        ...

    def arrived(self, text: str, since: int, *, limit: int) -> SearchPage:
        """Find what was stored or changed after the moment `since` and has all that `text` asks for, newest first.

        Of more than 10,000 such articles, those stored last are looked at, and the page is `truncated`.
        """
        ...

    def facets(self, text: str, *, limit: int, kinds: Kinds = None) -> Facets:
        """Count what `text` finds: by month, and by the `limit` most frequent sources, languages, tags and entities.

        Where there are `kinds`, by entities of those.
        """
        ...

    def complete(self, text: str, *, limit: int) -> tuple[Completion, ...]:
        """Return how the last part of the query `text` can go on: a field's name, or values of a field with counts."""
        ...

    def locate(
        self, text: str, passages: Sequence[str], mentions: Sequence[EntityMention] = ()
    ) -> tuple[tuple[Span, ...], ...]:
        """Return, for each passage, the spans that the query `text` matched: what a hit would have marked there.

        Of the `mentions`, each in the passage that its `block` numbers, they are those of whom the query asks for.
        """
        ...

    def related(self, article_id: str, *, limit: int) -> tuple[Related, ...]:
        """Return what to read next: what the article links, then what is like it, each with its reason and group."""
        ...

    def editions(self, article_id: str) -> tuple[ArticleSummary, ...]:
        """Return the editions of an article, itself among them, oldest first; () where there is no such article."""
        ...

    def entity_counts(self, names: Iterable[tuple[str, EntityKind]]) -> tuple[EntityCount, ...]:
        """Return how many articles name each entity, by whichever of its `spellings`, in the order given.

        0 where no article has just this name.
        """
        ...

    def spellings(self, name: str, kind: EntityKind) -> tuple[EntityCount, ...]:
        """Return the names under which articles name an entity, the one to show first; () where none does.

        One entity has one answer, by whichever of its names it is asked for. A query that asks for one finds all.
        """
        ...

    def called(self, name: str, kind: EntityKind | None = None) -> tuple[EntityCount, ...]:
        """Return the entities called `name`, the likeliest first: what a field of a query with this value finds.

        Those that have just this name, the most frequent first. Where none has, those to which corrections gave another
        one; where there is none, those of which it is another spelling, or an acronym that their articles use, or the
        family name of who is named far more often than all namesakes: of these a query means the first. () where nobody
        and nothing is called so, whatever words a name has: a query then looks for its words in names.

        What corrections made of a name may be of another kind.
        """
        ...

    def top_entities(self, *, limit: int, kinds: Kinds = None, like: str = "") -> tuple[EntityCount, ...]:
        """Return the entities that most articles name, each once, by the first of its `spellings`.

        Where there are `kinds`, those of them; with `like`, those that have a name most like it, typos forgiven. Both
        are looked for among the 50,000 most frequent names.

        To unite the names of a whole archive would take minutes, so the rows are united, and the names with an eighth
        of the articles of the last row: an entity is listed where it is frequent enough by all of those. Of a list
        longer than 1,000, the names beyond stand each for itself.
        """
        ...

    def put_many(
        self, articles: Iterable[Article], files: Iterable[FileSeen] = (), *, missing: Collection[str] = ()
    ) -> Stored:
        """Store articles (replacing those of the same id) and notes on files, in one transaction.

        What another file holds under the same id is another text of one page: `pages` says what is kept, by which ids.
        What is from files that are `missing` gives way to the same from another.
        When it returns they are on disk, and this store finds them; other processes find them as soon as the index has
        followed.
        """
        ...

    def remove(self, ids: Iterable[str]) -> int:
        """Remove articles in one transaction; return how many there were. What is left of a page has the page's id."""
        ...

    def mark(self, article_id: str, *, starred: bool | None = None, read: bool | None = None) -> Article | None:
        """Note that a reader starred an article, or has read it, or not; None leaves a mark as it is.

        Return the article as it is then, None where there is none. It holds for all editions of its page, and against
        files and imports that are read later. It is no change for `arrived`.
        """
        ...

    @property
    def corrections(self) -> Corrections:
        """What people say about names; every answer has been corrected by it."""
        ...

    def correct(self, correction: Correction) -> int:
        """Correct an entity in all articles, stored and yet to come; return how many changed.

        What the recognisers found stays stored, so `undo_correction` is exact.
        """
        ...

    def undo_correction(self) -> tuple[Correction, int] | None:
        """Take the last correction back; return it, and how many articles changed. None where there is none."""
        ...

    def files(self) -> Iterator[FileSeen]:
        """Yield every file noted, by path."""
        ...

    def ids_of_file(self, path: str) -> frozenset[str]:
        """Return the ids of the articles that were read from `path`, those too that were read from others since."""
        ...

    def files_of(self, ids: Iterable[str]) -> dict[str, frozenset[str]]:
        """Return, by id, where articles were read from, imports too: `Article.path`, and others of the same id."""
        ...

    def pages_of(self, ids: Iterable[str]) -> dict[str, str]:
        """Return, by id, for editions of a page that have an id of their own, the id of the page: what files give."""
        ...

    def release(self, path: str, ids: Iterable[str]) -> None:
        """Note that the file no longer holds these articles, which others hold. `Article.path` stays as it is."""
        ...

    def forget_files(self, paths: Iterable[str]) -> None:
        """Drop the notes on files, and that they hold articles of others; their own articles stay."""
        ...

    def note_run(self, run: Run) -> None:
        """Remember what bringing the store up to date did; the last `RUNS` are kept."""
        ...

    def runs(self) -> tuple[Run, ...]:
        """Return what the last runs did, newest first."""
        ...

    def refresh(self) -> bool:
        """Take in what other processes have stored since; return whether anything changed. Cheap where nothing did.

        Raises `CorrectionsError`, once, where people have changed the corrections to what is not right; those that held
        before go on to hold.
        """
        ...

    def stats(self) -> StoreStats:
        """Return what the store holds."""
        ...

    def check(self, *, thorough: bool = True) -> tuple[Finding, ...]:
        """Return what is inconsistent, and what `repair()` would do about each; () where all is well.

        Unless `thorough`, only counts are compared: that takes no longer than opening, whatever is stored.
        """
        ...

    def repair(self) -> tuple[Finding, ...]:
        """Mend what `check()` finds; return what was mended."""
        ...

    def interrupt(self) -> None:
        """Stop the running query, which raises `Interrupted`. A no-op where none runs."""
        ...

    def close(self) -> None:
        """Release everything; a second call is a no-op."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None
    ) -> None: ...


def open_store(location: str | Path, *, create: bool = False, read_only: bool = False) -> Store:
    """Open the store at `location`, a directory (URLs of shared engines come later).

    `create` makes the directory where there is none. A store not opened `read_only` holds the writer's lock until it is
    closed, and catches its index up with its records. Raises `StoreNotFound`, `StoreLocked`, `StoreVersion`,
    `StoreDamaged`.
    """
    scheme, found, _ = str(location).partition("://")
    if found and scheme != "file":
        raise StoreError(f"{location}: no store of the kind {scheme}:// is known; name a directory")
    from docs_store.local.store import LocalStore  # engines load only when a store is opened

    path = Path(str(location).removeprefix("file://")).expanduser()
    return LocalStore.open(path, create=create, read_only=read_only)
