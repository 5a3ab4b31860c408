"""From what a reader found to an article: text made safe, dates parsed, authors told apart, a title made."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b
from pathlib import PurePath
from typing import Final
from urllib.parse import urlsplit

from docs_store.addresses import of_original, without_tracking
from docs_store.errors import DocumentError
from docs_store.marks import Highlight, Marks
from docs_store.model import MADE_TITLE_LIMIT, Article, Block, BlockKind, Image, Link, article_id
from docs_store.reading.byline_forms import split_authors
from docs_store.reading.datelines import without_dateline
from docs_store.reading.dates import date_in_name, date_in_text, parse_time
from docs_store.reading.language import guess_language
from docs_store.reading.press_words import AGENCY
from docs_store.reading.raw import RawDocument
from docs_store.reading.stated_dates import Guess, Partial, in_order, is_ambiguous, partial_date, settled
from docs_store.reading.stops import is_of_number
from docs_store.stories.editions import sketch
from docs_store.text import CAPTION_LIMIT, TITLE_LIMIT, clean_counted, cut_at_word, fold, one_line

KEY_LIMIT: Final = 2_000
"""Code points of a key or URL; browsers allow about as many."""
_MOST_HIGHLIGHTS: Final = 500
_MOST_NAMES: Final = 50
"""Authors, and tags, that are kept."""
_LANGUAGE_SAMPLE: Final = 3_000
"""Code points of text the language is guessed from."""
_SHORTEST_SENTENCE: Final = 16
"""Code points of a first sentence that says enough for a title: "Hamburg." and "No." do not."""
_OPENING: Final = 5
"""Paragraphs among which the first that says something is looked for."""

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s|$)|[。！？؟।]")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|St|No|vs|Inc|Co|Jr|Sr|Nr|bzw))$")
_LANGUAGE = re.compile(r"[a-zA-Z]{2}(?![a-zA-Z])")


class _Cleaner:
    """Cleans, and counts what it took out."""

    def __init__(self) -> None:
        self.removed = 0

    def paragraph(self, text: str) -> str:
        """Return `text` cleaned and on one line, whole."""
        if text.isascii() and text.isprintable() and "  " not in text:
            return text.strip()  # as most paragraphs come
        cleaned = clean_counted(text)
        self.removed += cleaned.removed
        return " ".join(cleaned.text.split())

    def line(self, text: str, limit: int = TITLE_LIMIT) -> str:
        """Return `text` cleaned and on one line of at most `limit` code points."""
        text = self.paragraph(text) if text else ""
        return text if len(text) <= limit else one_line(text, limit)


def normalise(raw: RawDocument, *, path: str) -> Article:
    """Return the article in `raw`, read from the file at the absolute `path` ("" for standard input).

    Raises `DocumentError` where it has neither title nor text nor picture.
    """
    cleaner = _Cleaner()
    images = tuple(_image(image, cleaner) for image in raw.images)
    blocks = tuple(_blocks(raw.blocks, images, cleaner))
    stated = cleaner.line(raw.title)
    if not stated and not blocks and images in ((), (Image(),)):
        raise DocumentError(path or "-", "no text in it")
    title = stated or _made_title(blocks, raw.member or path)
    key, identity = _identity(raw, path, cleaner)
    stated_language = _LANGUAGE.match(raw.language)
    language = stated_language[0].lower() if stated_language else guess_language(_sample(blocks) or stated)
    published, guessed = _dated(raw, f"{stated}\n{_sample(blocks)}", raw.language if stated_language else language)
    inferred = _inferred(images, raw.member or path) or raw.guessed
    return Article(
        id=identity,
        key=key,
        title=title,
        blocks=blocks,
        authors=tuple(_distinct(_named(raw.authors), cleaner)),
        published=published,
        inferred=_likely(guessed, inferred),
        language=language,
        source=cleaner.line(_kept_by(raw)),
        url=without_tracking(cleaner.line(raw.url, KEY_LIMIT)),
        tags=tuple(_distinct((*raw.tags, *raw.marks.tags), cleaner)),
        images=images,
        links=tuple(_links(raw.links, cleaner)),
        title_made=not stated,
        path=path,
        cleaned=cleaner.removed,
        sketch=sketch(blocks, title),
        marks=_marks(raw.marks, cleaner),
    )


def _kept_by(raw: RawDocument) -> str:
    """Return the source; of a copy in a web archive that calls itself the source, that of the page."""
    page = of_original(raw.url)
    return urlsplit(page).netloc if page != raw.url and raw.source == urlsplit(raw.url).netloc else raw.source


def _dated(raw: RawDocument, text: str, language: str) -> tuple[dt.datetime | None, Partial | Guess | None]:
    """Return the stated day of publication, or what is guessed of it: one of two days, or within a month or a year."""
    value = raw.published
    if isinstance(value, str) and is_ambiguous(value):
        order = raw.day_first
        if order is None:
            order = settled(value, text=text, url=raw.url, language=language)
        moment = in_order(value, is_day_first=bool(order))
        if order is None and moment is not None:
            return None, Guess(moment.date())
        return moment, None
    moment = parse_time(value)
    return moment, partial_date(value) if moment is None else None


def _likely(guessed: Partial | Guess | None, inferred: dt.date | None) -> dt.date | None:
    """Return the day that is likely by what is guessed of the stated one and what captions and names tell."""
    if guessed is None:
        return inferred
    return guessed.settled_by(inferred) if inferred else guessed.first


def _marks(marks: Marks, cleaner: _Cleaner) -> Marks:
    if not marks:
        return marks
    highlights = (
        Highlight(cleaner.paragraph(each.quote), cleaner.paragraph(each.note))
        for each in marks.highlights[:_MOST_HIGHLIGHTS]
    )
    return replace(
        marks,
        tags=tuple(_distinct(marks.tags, cleaner)),
        highlights=tuple(dict.fromkeys(each for each in highlights if each != Highlight())),
    )


def _image(image: Image, cleaner: _Cleaner) -> Image:
    return Image(
        caption=cleaner.line(image.caption, CAPTION_LIMIT),
        credit=cleaner.line(image.credit),
        alt=cleaner.line(image.alt, CAPTION_LIMIT),
        source=cleaner.line(image.source, KEY_LIMIT),
        taken=image.taken or date_in_text(image.caption) or date_in_name(image.alt),
    )


def _blocks(blocks: Iterable[Block], images: tuple[Image, ...], cleaner: _Cleaner) -> Iterator[Block]:
    for block in blocks:
        if block.image is not None:
            yield Block(block.kind, images[block.image].caption, block.image)
            continue
        text = cleaner.paragraph(block.text)
        if text:
            yield block if text is block.text else Block(block.kind, text)


def _links(links: Iterable[Link], cleaner: _Cleaner) -> Iterator[Link]:
    for link in dict.fromkeys(links):
        title, url = cleaner.line(link.title), cleaner.line(link.url, KEY_LIMIT)
        if title or url:
            yield Link(title or url, url, link.kind)


def _named(authors: Sequence[str]) -> list[str]:
    """Return the names in bylines; where they name nobody but an agency, that one."""
    named = [name for text in authors for name in split_authors(text)]
    return named or [text for text in authors if re.fullmatch(AGENCY, text)]


def _distinct(names: Iterable[str], cleaner: _Cleaner) -> Iterator[str]:
    """Yield the names cleaned, each once whatever its case and accents, at most `_MOST_NAMES`."""
    seen: set[str] = set()
    for name in names:
        name = cleaner.line(name)
        if name and fold(name) not in seen:
            seen.add(fold(name))
            yield name
        if len(seen) == _MOST_NAMES:
            return


def _identity(raw: RawDocument, path: str, cleaner: _Cleaner) -> tuple[str, str]:
    """Return the article's key and its id.

    A record's own id is unique in its file, a URL everywhere, without what follows readers about. A second, different
    record under the same id or URL gets an id of its own by its content, so that neither replaces the other. A document
    without either is known by its file, the file within it, and its place there; one from standard input by what it
    says.
    """
    place = f"{path}!{raw.member}" if raw.member else path
    variant = f"\0{raw.variant}" if raw.variant else ""
    identifier = cleaner.line(raw.identifier, KEY_LIMIT)
    url = without_tracking(cleaner.line(raw.url, KEY_LIMIT))
    if identifier:
        return identifier, article_id(identifier, place + variant)
    if url:
        return url, article_id(url, variant)
    if path:
        key = place if raw.ordinal == 1 else f"{place}#{raw.ordinal}"
    else:
        key = blake2b(repr(raw).encode(), digest_size=16).hexdigest()
    return one_line(key, KEY_LIMIT), article_id(key)


def _made_title(blocks: tuple[Block, ...], path: str) -> str:
    """Return a title made from the text: its first sentence, cut at a word; else a caption, else the file's name."""
    for wanted in ((BlockKind.STANDFIRST,), (BlockKind.PARAGRAPH, BlockKind.QUOTE), tuple(BlockKind)):
        texts = [block.text for block in blocks if block.kind in wanted and block.text]
        if texts:
            text = next((text for text in texts[:_OPENING] if _says_something(text)), texts[0])
            return cut_at_word(_first_sentence(without_dateline(text)), MADE_TITLE_LIMIT)
    return one_line(PurePath(path).name) or "Untitled"


def _says_something(text: str) -> bool:
    """Tell whether a paragraph has a sentence in it: one that has none is a name, a place, a counter."""
    return len(text) >= MADE_TITLE_LIMIT or _SENTENCE_END.search(text, _SHORTEST_SENTENCE // 2) is not None


def _first_sentence(text: str) -> str:
    for end in _SENTENCE_END.finditer(text, 0, MADE_TITLE_LIMIT * 2):
        if not _ends_none(text, end.start()):
            return text[: end.end()]
    return text


def _ends_none(text: str, stop: int) -> bool:
    """Tell whether the stop at `stop` ends no sentence, or one too short for a title."""
    if _ABBREVIATED.search(text, max(0, stop - 5), stop) or is_of_number(text, stop):
        return True
    is_inside = text[stop - 1 : stop].isdigit() and text[stop + 1 : stop + 2] in (")", "]")  # "on Wednesday (12.3.)"
    return text[stop] == "." and (stop < _SHORTEST_SENTENCE or is_inside)


def _inferred(images: tuple[Image, ...], path: str) -> dt.date | None:
    """Return the latest day a picture was taken, else the day in the file's name."""
    return max((image.taken for image in images if image.taken), default=None) or _date_of_file(path)


@lru_cache(maxsize=1)  # a file of records is asked about for each of them
def _date_of_file(path: str) -> dt.date | None:
    return date_in_name(PurePath(path).name)


def _sample(blocks: tuple[Block, ...]) -> str:
    """Return enough of the text to tell its language from."""
    parts, size = [], 0
    for block in blocks:
        if size > _LANGUAGE_SAMPLE:
            break
        parts.append(block.text)
        size += len(block.text)
    return "\n".join(parts)
