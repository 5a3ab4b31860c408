"""The values that flow from a file to the screen: frozen, checked when made, free of any engine.

Positions are in code points of the text they name. An article is a sequence of typed blocks in reading order; its
standfirst and body are derived from them, so there is one truth.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final, TypeAlias

from docs_store.marks import NO_MARKS, Marks

Span: TypeAlias = tuple[int, int]
"""Start and end (exclusive) of a stretch of text, in code points."""

MADE_TITLE_LIMIT: Final = 90
"""Code points of a title made from the text, where a document has none."""


class BlockKind(StrEnum):
    """What a stretch of an article is."""

    STANDFIRST = "standfirst"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    CAPTION = "caption"


class EntityKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    EVENT = "event"
    OTHER = "other"


class Recogniser(StrEnum):
    """What finds the names in a text."""

    RULES = "rules"
    """Rules and a gazetteer: fast, and always there."""
    SPACY = "spacy"
    """A pipeline of spaCy's, for a language that one is installed for."""
    BEST = "best"
    """The rules with such a pipeline as a witness; the rules alone where there is none."""


class LinkKind(StrEnum):
    """Why an article links elsewhere."""

    RELATED = "related"
    TRANSLATION = "translation"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of an article. A caption block stands where its picture stands and names it by index."""

    kind: BlockKind
    text: str
    image: int | None = None
    """Index into `Article.images`; set for captions, and for them alone."""

    def __post_init__(self) -> None:
        if (self.image is None) is (self.kind is BlockKind.CAPTION):
            raise ValueError("a caption block names its image, and no other block does")
        if not self.text and self.kind is not BlockKind.CAPTION:
            raise ValueError(f"a {self.kind} block needs text")


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as the article tells of it. The store never opens it."""

    caption: str = ""
    credit: str = ""
    alt: str = ""
    """An alt text, or the slug line a scraper left where the picture was."""
    source: str = ""
    """File name or URL."""
    taken: dt.date | None = None


@dataclass(frozen=True, slots=True)
class EntityMention:
    """One naming of an entity: `text[start:end]` of the block `block`, or of the text given where `block` is None."""

    start: int
    end: int
    kind: EntityKind
    name: str
    """The canonical name, shared by every spelling of it in the document."""
    block: int | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")


@dataclass(frozen=True, slots=True)
class Link:
    """Something the article points to. `url` may be "" where only its title is known."""

    title: str
    url: str
    kind: LinkKind


IMPORTED: Final = "import:"
"""What `Article.path` begins with where an article was imported: no file's, those are absolute."""


@dataclass(frozen=True)
class Article:
    """One article, whole. `title` is never empty; times are aware."""

    id: str
    """16 hex digits, the same after every re-ingest of the same source: `article_id`."""
    key: str
    """The source's own identifier: a record's id, else the URL, else the file's path."""
    title: str
    blocks: tuple[Block, ...] = ()
    authors: tuple[str, ...] = ()
    published: dt.datetime | None = None
    inferred: dt.date | None = None
    """A date found in captions or the file's name; the list sorts by it where `published` is None."""
    language: str = ""
    """ISO 639-1, or "" where unknown."""
    source: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    mentions: tuple[EntityMention, ...] = ()
    links: tuple[Link, ...] = ()
    title_made: bool = False
    """True where the document had no title and this one was made from its text."""
    path: str = ""
    """The file it was read from, absolute; "" for standard input, `IMPORTED` and a program's name for its exports."""
    cleaned: int = 0
    """How many unsafe code points `text.clean` took out."""
    sketch: tuple[int, ...] = ()
    """Numbers by which other editions of it are found: `editions.sketch`."""
    recogniser: str = ""
    """What found its mentions: "rules", or "best" or "spacy" with the pipeline; "" where nothing did, or long ago."""
    marks: Marks = NO_MARKS
    """What a reader noted of it in the program it was imported from."""

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError(f"article {self.key!r} has no title")
        if self.published is not None and self.published.tzinfo is None:
            raise ValueError(f"article {self.key!r}: published {self.published} has no time zone")
        for block in self.blocks:
            if block.image is not None and block.image >= len(self.images):
                raise ValueError(f"article {self.key!r}: a caption names image {block.image} of {len(self.images)}")

    @property
    def file(self) -> str:
        """The file it was read from, "" where it is of none."""
        return self.path if is_file(self.path) else ""

    @cached_property
    def standfirst(self) -> str:
        """The dek or summary, "" where there is none."""
        return "\n\n".join(block.text for block in self.blocks if block.kind is BlockKind.STANDFIRST)

    @cached_property
    def body(self) -> str:
        """The reading text: paragraphs and headings, one blank line between them, no captions."""
        left_out = (BlockKind.STANDFIRST, BlockKind.CAPTION)
        return "\n\n".join(block.text for block in self.blocks if block.kind not in left_out)

    @cached_property
    def summary(self) -> ArticleSummary:
        """What a list shows of it."""
        return ArticleSummary(
            self.id,
            self.key,
            self.title,
            self.source,
            self.published,
            self.inferred,
            saved=self.marks.saved,
            starred=self.marks.starred,
            read=self.marks.read is True,
        )


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """A row of a list."""

    id: str
    key: str
    title: str
    source: str = ""
    published: dt.datetime | None = None
    inferred: dt.date | None = None
    story: str = ""
    """What all editions of one article share, an opaque name; "" where no other is stored."""
    editions: int = 1
    """How many are stored, itself included: copies, updates and cut versions from other files and sources."""
    saved: dt.datetime | None = None
    """When its reader saved it, in the program it was imported from."""
    starred: bool = False
    """Whether they starred it."""
    read: bool = False
    """Whether they have read it."""

    @property
    def date(self) -> dt.date | None:
        """The best date known."""
        return self.published.date() if self.published else self.inferred

    @property
    def saved_day(self) -> dt.date | None:
        """The day on which it was saved, where its reader was."""
        return self.saved.date() if self.saved else None

    @property
    def date_is_inferred(self) -> bool:
        """True where `date` was found in the text or the file's name, not stated as the date of publication."""
        return self.published is None and self.inferred is not None

    @property
    def dated_time(self) -> int:
        """Seconds since 1970 (UTC) of the best date known; `UNDATED` where none is."""
        if self.published is not None:
            return int(self.published.timestamp())
        if self.inferred is not None:
            return int(dt.datetime.combine(self.inferred, dt.time(), dt.UTC).timestamp())
        return UNDATED

    @property
    def sort_time(self) -> int:
        """What newest-first goes by: `dated_time`, else when it was saved; those without either come last."""
        if self.saved is not None and self.date is None:
            return int(self.saved.timestamp())
        return self.dated_time


UNDATED: Final = -(2**62)
"""The time of an article without any date: before every date there is."""


@dataclass(frozen=True, slots=True)
class EntityCount:
    """An entity and how many articles of the archive name it."""

    name: str
    kind: EntityKind
    articles: int


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One answer. Marks are spans of `article.title` and `snippet`."""

    article: ArticleSummary
    score: float
    """Higher is better; comparable within one page only."""
    title_marks: tuple[Span, ...] = ()
    snippet: str = ""
    snippet_marks: tuple[Span, ...] = ()


def is_file(path: str) -> bool:
    """Tell whether `Article.path` names a file, which can be read again, and vanish: no import, nor standard input."""
    return bool(path) and not path.startswith(IMPORTED)


def article_id(key: str, scope: str = "") -> str:
    """Return the id of the article with `key`, unique within `scope`: the file of a record's id, "" for URLs and paths.

    BLAKE2b, 64 bits: at ten million articles the chance of any collision is under 3 in a million.
    """
    from hashlib import blake2b  # loads OpenSSL, and the first list does without

    return blake2b(f"{scope}\0{key}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
