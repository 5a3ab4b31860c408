"""What a message forwards or answers within its own text, told by the headers that mail programs put before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

_NAMES: Final = {
    "from": "from, von, de, da, van, från, fra, od, lähettäjä, kimden, feladó, от, від, 发件人, 寄件者, 差出人, "
    "보낸 사람, 보낸사람",
    "date": "date, sent, datum, gesendet, envoyé, envoyé le, fecha, enviado, enviada, enviado el, data, inviato, "
    "verzonden, skickat, sendt, dato, wysłano, tarih, gönderildi, lähetetty, päivämäärä, odesláno, dátum, дата, "
    "отправлено, надіслано, 日期, 发送时间, 日時, 送信日時, 날짜, 보낸 날짜",
    "subject": "subject, betreff, objet, asunto, oggetto, onderwerp, assunto, ämne, emne, temat, konu, aihe, předmět, "
    "tárgy, тема, 主题, 主旨, 件名, 제목",
    "to": "to, an, à, a, para, aan, till, til, do, kime, vastaanottaja, komu, címzett, кому, 收件人, 宛先, "
    "받는 사람, 받는사람, cc, bcc, kopie, reply-to, antwort an",
}
"""Names of headers, by language."""

_KINDS: Final = {name: kind for kind, names in _NAMES.items() for name in names.split(", ")}
_HEADER = re.compile(r"\s*\*?([^\W\d_][\w-]{0,20}(?: [^\W\d_]{1,10})?)\*?\s?[:：]\*?(?:\s+|$)(.*)")
_MARKER = re.compile(
    r"\s*(?:[-_=*]{2,}[ ]?[^-_=*\s].{1,58}[^-_=*\s][ ]?[-_=*]{2,}|[-_=]{8,}|[^\W\d_][^:：\n]{3,60}[:：])\s*"
)
_LONGEST_MARKER: Final = 160
"""Code points of a line that says that something is forwarded."""
_QUOTED = re.compile(r"^> ?")
_BETWEEN: Final = 2
"""Blank lines at most between what says that something is forwarded and its headers."""
_MOST: Final = 20
"""Forwarded messages told apart in one."""
_MOST_HEADERS: Final = 60
"""Lines of headers, long lists of recipients too."""


@dataclass(frozen=True, slots=True)
class Forwarded:
    """A message within the text of another."""

    lines: tuple[str, ...]
    """What it says."""
    headers: dict[str, str] = field(default_factory=dict)
    """ "from", "date", "subject" and "to", as far as it has them."""
    heading: tuple[str, ...] = ()
    """The lines of its headers."""


def split_forwarded(lines: Sequence[str]) -> tuple[tuple[str, ...], tuple[Forwarded, ...]]:
    """Return what the sender wrote, and the messages that follow in it, in order."""
    own: tuple[str, ...] | None = None
    found: list[Forwarded] = []
    start = at = 0
    open_headers: tuple[dict[str, str], tuple[str, ...]] = {}, ()
    rest = list(lines)
    while at < len(rest) and len(found) < _MOST:
        begun = _begins(rest, at)
        if begun is None:
            at += 1
            continue
        first, end, headers = begun
        if _QUOTED.match(rest[first]):  # some programs quote what they forward
            rest[first:] = [_QUOTED.sub("", line) for line in rest[first:]]
        said = tuple(rest[start:at])
        if own is None:
            own = said
        else:
            found.append(Forwarded(said, *open_headers))
        open_headers = headers, tuple(rest[first:end])
        start = at = end
    if own is None:
        return tuple(lines), ()
    return own, (*found, Forwarded(tuple(rest[start:]), *open_headers))


def heading_in(texts: Sequence[str], inner: Forwarded) -> tuple[int, int] | None:
    """Return where the headers of a message begin and end among the paragraphs that a page made of its lines."""
    heading = " ".join(" ".join(inner.heading).split())
    for first, text in enumerate(texts):
        if heading in text:
            return first - _is_marked(texts, first), first + 1
        end = first
        joined = ""
        while end < len(texts) and joined != heading and heading.startswith(joined) and texts[end]:
            joined = f"{joined} {texts[end]}".strip()
            end += 1
        if joined == heading:
            return first - _is_marked(texts, first), end
    return None


def _is_marked(texts: Sequence[str], at: int) -> bool:
    return at > 0 and _is_marker(texts[at - 1])


def _is_marker(line: str) -> bool:
    return len(line) <= _LONGEST_MARKER and _MARKER.fullmatch(line) is not None


def _begins(lines: Sequence[str], at: int) -> tuple[int, int, dict[str, str]] | None:
    """Return where the headers begin and end, and these, where a message begins at line `at`; None where none does."""
    is_marked = _is_marker(lines[at])
    first = at + is_marked
    while is_marked and first < len(lines) and first <= at + _BETWEEN and not lines[first].strip():
        first += 1
    if first >= len(lines):
        return None
    if not is_marked and at and lines[at - 1].strip():
        return None
    headers: dict[str, str] = {}
    last = ""
    end = first
    for line in lines[first : first + _MOST_HEADERS]:
        match = _HEADER.match(_QUOTED.sub("", line))
        kind = _KINDS.get(match[1].lower()) if match else None
        if match and kind:
            last = headers.setdefault(kind, match[2].strip())
        elif not line.strip() or not (last.endswith((";", ",")) or (end > first and line[:1].isspace())):
            break
        else:
            last = line.rstrip()
        end += 1
    least = {"from"} if is_marked else {"from", "date", "subject"}
    if least <= headers.keys() and len(headers) > 1:
        return first, end, headers
    return None
