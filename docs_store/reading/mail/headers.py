"""The headers of a message as text: whatever stands in them, and nothing raised."""

from __future__ import annotations

import datetime as dt
import re
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from email.utils import parseaddr, parsedate_to_datetime
from typing import Final

from docs_store.errors import DocumentError
from docs_store.marks import Marks
from docs_store.reading.source import decode

_LONGEST: Final = 10_000
_LONGEST_OF_CONTENT: Final = 2_000
"""Code points of a header that are looked at, and of one that tells of a part and is parsed again and again: the
library's time grows with their square, and a boundary may come in a million pieces.
"""
_PREFIXES = re.compile(
    r"(?i)^\s*(?:(?:re|fwd?|aw|wg|sv|vs|tr|rv|enc|antw|doorst|odp|pd|ynt|ilt|res|r|i|回复|转发|答复|返信|転送)"
    r"(?:\[\d{1,3}\])?\s*[:：]\s*)+"
)
_FORWARDS = re.compile(r"(?i)\s*(?:fwd?|wg|tr|rv|i|enc|doorst|vb|vl|pd|ilt|转发|転送)\s*[:：]")
_SPACES = re.compile(r"\s+")
_GMAILS_LABEL = re.compile(
    r"(?i)inbox|sent|archived|important|opened|unread|starred|chat|spam|trash|drafts?|category .*|imap_.*|\^\w+"
)
"""Labels of the program's own."""
_IN_BRACKETS = re.compile(r"<([^<>\s]+)>")


class BoundedHeaders(Compat32):
    """How messages are parsed: as ever, and no header is longer than what can be parsed in good time."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Return the name and the value of a header."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[: _LONGEST_OF_CONTENT if name.lower().startswith("content-") else _LONGEST]


class Headers:
    """What a message says of itself."""

    def __init__(self, message: Message) -> None:
        self._values: dict[str, str] = {}
        for name, value in message.raw_items():
            self._values.setdefault(name.lower(), str(value))

    def text(self, name: str) -> str:
        """Return a header decoded and on one line; "" where there is none."""
        return _decoded(self._values.get(name, ""))

    def subject(self) -> str:
        """Return the subject without what answering and forwarding put before it."""
        return bare_subject(self.text("subject"))

    def answers(self) -> bool:
        """Whether it answers another message, and does not forward it."""
        if _FORWARDS.match(self.text("subject")):
            return False
        return bool(self._values.keys() & {"in-reply-to", "references"} or _PREFIXES.match(self.text("subject")))

    def sender(self) -> str:
        """Return the name of who sent it; the address where there is no name."""
        return sender_of(self.text("from"))

    def mailing_list(self) -> str:
        """Return the name of the list, or of the newsletter, it came by; "" where it came by none."""
        told = self.text("list-id")
        name = told.partition("<")[0].strip(" '\"")
        if name:
            return name
        if told:
            return told.strip(" <>").partition(".")[0]
        post = self.text("list-post")
        if "mailto:" in post:
            return post.partition("mailto:")[2].partition("@")[0]
        return self.sender() if "list-unsubscribe" in self._values else ""

    def marks(self) -> Marks:
        """Return the labels that Gmail's export gives a message: a star, whether it was read, and its reader's own."""
        labels = [label.strip() for label in self.text("x-gmail-labels").split(",") if label.strip()]
        known = {label.lower() for label in labels}
        own = tuple(label for label in labels if not _GMAILS_LABEL.fullmatch(label))
        return Marks(None, "starred" in known, False if "unread" in known else True if "opened" in known else None, own)

    def date(self) -> dt.datetime | None:
        """Return when it was sent."""
        try:
            return parsedate_to_datetime(self.text("date"))
        except (ValueError, TypeError, IndexError, OverflowError):
            return None

    def bracketed(self, name: str) -> str:
        """Return what stands in angle brackets in a header: an id, an address."""
        found = _IN_BRACKETS.search(self.text(name))
        return found[1] if found else ""


def sender_of(told: str) -> str:
    """Return the name in a From header; the address where there is no name."""
    try:
        name, address = parseaddr(told)
    except RecursionError:  # comments in comments
        return ""
    return name.strip(" '\"") or (address if "@" in told else told.strip())


def bare_subject(subject: str) -> str:
    """Return a subject without what answering and forwarding put before it."""
    return _PREFIXES.sub("", subject)


def _decoded(value: str) -> str:
    try:
        parts = decode_header(value)
    except (MessageError, ValueError, LookupError):  # encoded words that are none
        parts = [(value, None)]
    text = "".join(_part(part, charset) for part, charset in parts)
    return _SPACES.sub(" ", text).strip()


def _part(part: str | bytes, charset: str | None) -> str:
    data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
    if charset:
        try:
            return data.decode(charset, "replace")
        except (LookupError, ValueError):
            pass
    try:
        return decode(data, "header")
    except DocumentError:
        return data.decode("utf-8", "replace")
