"""Mail: single messages, mailboxes of them, and web pages saved as one (MHTML), which are built as mail is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docs_store.errors import DocumentError
from docs_store.ledger import Skipped
from docs_store.reading.limits import begin_another
from docs_store.reading.mail.mbox import messages
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import SIZE_LIMIT, Source

_HEADER = re.compile(rb"[!-9;-~]{1,76}:")
_KNOWN: Final = frozenset(
    (b"from", b"to", b"cc", b"subject", b"date", b"received", b"message-id", b"return-path", b"delivered-to", b"sender",
     b"reply-to", b"mime-version", b"content-type", b"newsgroups", b"path", b"list-id", b"x-mailer", b"in-reply-to")
)  # fmt: skip
_LEAST: Final = 3
"""Known headers that a message begins with, From among them."""
_COUNT = re.compile(rb"(\d{1,10})[ \t]*\r?\n")
"""Before a message of Apple Mail (EMLX): its bytes, after which follows what the program notes of it."""
_ENVELOPE = re.compile(rb"From \S+ [^\r\n]*\d{4}")


def matches(source: Source) -> bool:
    """Tell whether a file begins with the headers of a message."""
    head = source.head
    if count := _COUNT.match(head):
        head = head[count.end() :]
    elif _ENVELOPE.match(head):
        head = head.partition(b"\n")[2]
    known = set()
    for line in head.splitlines():
        if not line.strip():
            break
        if line[:1] in b" \t":  # a header goes on
            continue
        name = _HEADER.match(line)
        if name is None:
            return False
        known.add(name[0][:-1].lower())
    known &= _KNOWN
    return b"from" in known and len(known) >= _LEAST


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the messages in a file, and the documents attached to them. A bad message is reported."""
    from docs_store.reading.mail.message import Message

    if not _ENVELOPE.match(source.head):
        whole = source.read()
        if count := _COUNT.match(whole):
            whole = whole[count.end() : count.end() + int(count[1])]
        yield from Message(whole, source, "").documents(reading)
        return
    for number, data in enumerate(messages(source), 1):
        begin_another()
        place = f"{source.name}:{number}"
        if data is None:
            reading.report(Skipped(place, f"a message larger than {SIZE_LIMIT >> 20} MiB"))
            continue
        try:
            yield from Message(data, source, f"{number}/").documents(reading)
        except DocumentError as error:
            reading.report(Skipped(place, error.reason))
