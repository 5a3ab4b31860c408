"""One message to documents: what its sender wrote, and what is attached to it."""

from __future__ import annotations

import email
import email.message
from collections.abc import Iterable, Iterator
from dataclasses import replace
from email.errors import MessageError
from io import BytesIO
from typing import Final

from docs_store.errors import DocumentError
from docs_store.model import Block, BlockKind
from docs_store.reading.boilerplate import furniture
from docs_store.reading.html import read_article, read_fragment, read_page
from docs_store.reading.mail.forwarded import Forwarded, heading_in, split_forwarded
from docs_store.reading.mail.headers import BoundedHeaders, Headers, bare_subject, sender_of
from docs_store.reading.mail.plain import plain_story, unflowed
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source, decode
from docs_store.reading.story import Story
from docs_store.text import fold

_MOST_ATTACHMENTS: Final = 10
_ATTACHED: Final = frozenset(("application/pdf", "application/epub+zip", "text/html", "text/plain", "text/markdown"))
_MOST_PARTS: Final = 1_000
_LEAST_SHARE: Final = 0.5
"""Share of a message's text that the article in it has, for it to be one; else all of it is the message."""


class Message:
    """A message, its parts told apart."""

    def __init__(self, data: bytes, source: Source, prefix: str) -> None:
        """Take the message `data` out of `source`; `prefix` is put before the names of what is attached to it."""
        self._source = source
        self._prefix = prefix
        self._pages: list[str] = []
        self._location = ""
        """Where the page is from, if it is one saved."""
        self._texts: list[str] = []
        self._attached: list[tuple[str, bytes]] = []
        try:
            message = email.message_from_bytes(data, policy=BoundedHeaders())
            self._headers = Headers(message)
            self._sort(message)
        # Hostile headers make the library's own code stumble.
        except (MessageError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
            raise source.error("a damaged message") from error

    def documents(self, reading: Reading) -> Iterator[RawDocument]:
        """Yield the message and the documents attached. Raises `DocumentError` where a page in it is no text."""
        headers = self._headers
        if self._pages and "saved by" in headers.text("from").lower():  # MHTML, by whichever browser
            yield read_page(self._pages[0], headers.text("snapshot-content-location") or self._location)
            return
        within: tuple[Forwarded, ...] = ()
        inner = Story()
        if any(page.strip() for page in self._pages):
            story, language = self._page()
            if not headers.answers():
                story, inner, within = self._parted(story)
        else:
            own, within = split_forwarded("\n\n".join(self._texts).splitlines())
            story, language = plain_story(own), ""
        if within and headers.answers():
            story, within = Story((*story.blocks, *_quotations(within)), story.images), ()
        source = headers.mailing_list()
        sender = headers.sender()
        if story.blocks or not (self._attached or within):
            yield RawDocument(
                identifier=headers.bracketed("message-id"),
                title=headers.subject(),
                blocks=story.blocks,
                images=story.images,
                authors=(sender,) if sender and sender != source else (),
                published=headers.date(),
                language=language,
                source=source,
                url=headers.bracketed("archived-at"),
                marks=headers.marks(),
            )
        for number, each in enumerate(within, 1):
            is_all = number == 1 and not story.blocks
            told = inner if inner.blocks else plain_story(each.lines)
            yield self._forwarded(each, told, "" if is_all else f"forwarded-{number}")
        members = (self._source.within(self._prefix + name, BytesIO(data)) for name, data in self._attached)
        yield from reading.members(members)

    def _sort(self, message: email.message.Message) -> None:
        for number, part in enumerate(_leaves(message)):
            if number == _MOST_PARTS:
                return
            kind = part.get_content_type()
            name = part.get_filename() or ""
            is_attached = part.get_content_disposition() == "attachment" or (name and not kind.startswith("text/"))
            if kind == "message/rfc822":
                self._attach(name or f"part{number}.eml", _forwarded(part))
            elif is_attached and kind in _ATTACHED:
                self._attach(name or f"part{number}", _content(part))
            elif is_attached:
                continue
            elif kind == "text/html":
                self._pages.append(_text(part))
                self._location = self._location or str(part.get("Content-Location") or "")
            elif kind == "text/plain":
                self._texts.append(_text(part, as_flowed=True))

    def _attach(self, name: str, content: bytes) -> None:
        number = len(self._attached)
        if number < _MOST_ATTACHMENTS:
            is_new = all(name != other for other, _ in self._attached)
            self._attached.append((name if is_new else f"{number}-{name}", content))

    def _parted(self, story: Story) -> tuple[Story, Story, tuple[Forwarded, ...]]:
        """Return what is the sender's of a page, and what it forwards, with its headers; all is one where it is not."""
        from docs_store.reading.html.page import visible_lines

        html = "\n".join(self._pages)
        _, found = split_forwarded([*visible_lines(html)])
        whole = read_fragment(html)
        place = heading_in([block.text for block in whole.blocks], found[0]) if found else None
        if place is None:
            return story, Story(), ()
        own = _part(whole, 0, place[0])
        said = {block.text for block in whole.blocks[: place[1]]}
        kept = [block.text not in said for block in story.blocks]
        first = kept.index(True) if True in kept else len(kept)
        return own, _part(story, first, len(story.blocks)), found[:1]

    def _forwarded(self, inner: Forwarded, story: Story, name: str) -> RawDocument:
        """Return a message within the text; without a `name` it is all that there is, and goes by this one's id."""
        identifier = self._headers.bracketed("message-id")
        return RawDocument(
            identifier="/".join(filter(None, (identifier, name))) if identifier else "",
            title=bare_subject(inner.headers.get("subject", "")) or self._headers.subject(),
            blocks=story.blocks,
            images=story.images,
            authors=tuple(filter(None, (sender_of(inner.headers["from"]),))),
            published=inner.headers.get("date"),
            guessed=sent.date() if (sent := self._headers.date()) else None,
            source=self._headers.mailing_list(),
            member=f"{self._prefix}{name}" if name and not identifier else "",
            is_inner=bool(name),
        )

    def _page(self) -> tuple[Story, str]:
        html = "\n".join(self._pages)
        page, whole = read_article(html), read_fragment(html)
        if page is not None and _size(page.blocks) >= _LEAST_SHARE * _size(whole.blocks):
            return Story(page.blocks, page.images), page.language
        said = fold(self._headers.subject())
        kept = tuple(
            block
            for block in whole.blocks
            if block.image is not None or not (furniture(block.text) or fold(block.text) == said)
        )
        return Story(kept, whole.images), page.language if page is not None else ""


def _part(story: Story, first: int, last: int) -> Story:
    """Return some blocks of a story, with the pictures that are among them."""
    blocks = story.blocks[first:last]
    shown = [block.image for block in blocks if block.image is not None]
    places = {image: place for place, image in enumerate(shown)}
    return Story(
        tuple(block if block.image is None else replace(block, image=places[block.image]) for block in blocks),
        tuple(story.images[image] for image in shown),
    )


def _quotations(messages: Iterable[Forwarded]) -> Iterator[Block]:
    """Yield what a message answers as quotations, the headers of each as one."""
    for each in messages:
        yield Block(BlockKind.QUOTE, " · ".join(line.strip(" *>") for line in each.heading))
        yield from plain_story(each.lines, is_quoted=True).blocks


def _leaves(message: email.message.Message) -> Iterator[email.message.Message]:
    """Yield the parts that hold something, a forwarded message as one."""
    open_parts = [message]
    while open_parts:
        part = open_parts.pop()
        payload = part.get_payload()
        if isinstance(payload, list) and part.get_content_maintype() == "multipart":
            open_parts += [each for each in reversed(payload) if isinstance(each, email.message.Message)]
        else:
            yield part


def _content(part: email.message.Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _forwarded(part: email.message.Message) -> bytes:
    payload = part.get_payload()
    inner = payload[0] if isinstance(payload, list) and payload else None
    return inner.as_bytes() if isinstance(inner, email.message.Message) else _content(part)


def _text(part: email.message.Message, *, as_flowed: bool = False) -> str:
    """Return the text of a part in the encoding it names, else the likeliest; "" where it is no text."""
    data = _content(part)
    try:
        text = data.decode(part.get_content_charset() or "ascii")
    except (LookupError, ValueError):
        try:
            text = decode(data, "part")
        except DocumentError:
            return ""
    if as_flowed and str(part.get_param("format", "")).lower() == "flowed":
        return unflowed(text, delete_space=str(part.get_param("delsp", "")).lower() == "yes")
    return text


def _size(blocks: tuple[Block, ...]) -> int:
    return sum(len(block.text) for block in blocks)
