"""How inputs are made from samples: damage as disks, networks, editors and enemies do it, each settled by chance."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Final, TypeAlias

from tests.fuzz.samples import Sample

_LARGEST: Final = 128 * 2**10
"""Bytes of a part of an input."""

_DOUBLINGS: Final = (5, 5, 5, 13)
"""How long a stretch is, or how often it is repeated, at most: most inputs stay small, for there are to be many."""

_MOST_DAMAGES: Final = 4

_TOKEN = re.compile(rb"[\w.-]+|[^\w\s.-]+")
_WIDTHS: Final = (1, 2, 4, 8)
_FIELDS: Final = (b"\0", b"\xff", b"\x7f\xff", b"\xff\x7f", b"\x80\0", b"\0\x80", b"\1\0", b"\0\1")
"""What a number of a binary format may be: none, all ones, the largest and the smallest with a sign, one."""

_NUMBER = re.compile(rb"\d{1,20}")
_NUMBERS: Final = (b"0", b"-1", b"255", b"65536", b"2147483648", b"18446744073709551616", b"1e999", b"9" * 4301, b"NaN")
_ENCODINGS: Final = ("utf-16", "utf-16-be", "utf-32", "utf-7", "cp1252", "shift_jis", "utf-8-sig")
_PAIRS: Final = (
    (b"<div>", b"</div>"), (b"<b>", b""), (b"<p>", b""), (b"<section>", b"</section>"), (b"<ul><li>", b"</ul>"),
    (b"<table><tr><td>", b""), (b"<svg>", b"</svg>"), (b"<a href=x>", b""), (b"<blockquote>", b"</blockquote>"),
    (b"<item>", b"</item>"), (b"<title>", b"</title>"), (b"[", b"]"), (b'{"a":', b"}"), (b'{"items":[', b"]}"),
    (b"(", b")"), (b"> ", b""), (b"- ", b""), (b"*", b"*"), (b"_", b""), (b"`", b"`"), (b"![", b"](a)"), (b"[[", b"]]"),
    (b"<!--", b"-->"), (b"<![CDATA[", b"]]>"), (b'"', b'"'), (b"<<", b">>"), (b"q ", b" Q"), (b"<DOC>\n", b"</DOC>\n"),
)  # fmt: skip
"""What opens, and what closes it."""
_PIECES: Final = (
    b"\0", b"\n", b"\r", b" ", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xcc\x81", b"\xe2\x80\xa8",
    b"\xe2\x80\xae", b"\x1b[2J", b"&#0;", b"&#x110000;", b"&amp", b"&nbsp;", b"<", b">", b"</p>", b"<!--", b"--",
    b"]]>", b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;", b"<?xml version='1.0' encoding='ebcdic'?>",
    b"<meta charset=utf-7>", b"<base href='http://['>", b"\\u0000", b"=?utf-8?b?4?=", b"boundary*99999=x;",
    b"charset*0*=x''%", b"--aa\n", b"From a 2031\n", b"Content-Length: -1\r\n", b"---\n", b"+++\n", b"```\n", b"|--|",
    b"Content-Type: multipart/mixed; boundary=aa\n", b",,,,", b"\t\t", b'""', b"By ", b"(c)", b"/AP)", b"Photo: ",
    b"99:99 31.02.0000", b"2031-13-45", b"../../etc/passwd", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08", b"ustar",
    b"WARC/1.1\r\n", b"0\r\n\r\n", b"%PDF-1.7\n", b"endobj\n", b"1 0 R", b"/Kids[1 0 R]", b"stream\n",
    b"/Filter/FlateDecode", b"<</Length 99999999999>>", "ﷺ".encode(), "İ".encode(),
)  # fmt: skip

_Damage: TypeAlias = Callable[[bytes, Random, Sequence[bytes]], bytes]


def damaged(sample: Sample, random: Random, others: Sequence[bytes]) -> bytes:
    """Return a file made from `sample`: damaged in one of its parts or as a whole; `others` may get into it."""
    if random.random() < 0.5:
        return _hurt(sample.pack(sample.parts), random, others)
    parts = list(sample.parts)
    at = random.randrange(len(parts))
    parts[at] = _hurt(parts[at], random, others)
    return sample.pack(parts)


def _hurt(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    for _ in range(random.randint(1, _MOST_DAMAGES)):
        data = random.choice(_DAMAGES)(data, random, others)[:_LARGEST]
    return data


def _slice(data: bytes, random: Random) -> tuple[int, int]:
    """Return where a stretch of `data` begins and ends: a short one more often than a long one."""
    begin = random.randint(0, len(data))
    return begin, min(len(data), begin + _times(random))


def _times(random: Random) -> int:
    return int(2 ** random.triangular(0, random.choice(_DOUBLINGS), 0))  # seldom often


def _flip(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    flipped = bytearray(data)
    for _time in range(random.randint(1, 8) if data else 0):
        flipped[random.randrange(len(flipped))] ^= 1 << random.randrange(8)
    return bytes(flipped)


def _truncate(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    return data[: random.randint(0, len(data))]


def _drop(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    begin, end = _slice(data, random)
    return data[:begin] + data[end:]


def _repeat(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    begin, end = _slice(data, random)
    return data[:end] + data[begin:end] * min(_times(random), _LARGEST // max(1, end - begin)) + data[end:]


def _splice(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    begin, end = _slice(data, random)
    other = random.choice(others)
    first, last = _slice(other, random)
    return data[:begin] + other[first:last] + data[end:]


def _insert(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + random.choice(_PIECES) * random.choice((1, 1, 1, _times(random))) + data[at:]


def _nest(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    begin, end = _slice(data, random)
    opening, closing = random.choice(_PAIRS)
    times = _times(random)
    return data[:begin] + opening * times + data[begin:end] + closing * times + data[end:]


def _renumber(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    found = list(_NUMBER.finditer(data, *_slice(data, random)))
    if not found:
        return data
    number = random.choice(found)
    return data[: number.start()] + random.choice(_NUMBERS) + data[number.end() :]


def _recode(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    return data.decode("utf-8", "replace").encode(random.choice(_ENCODINGS), "replace")


def _overwrite(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    width = random.choice(_WIDTHS)
    at = random.randint(0, max(0, len(data) - width))
    field = random.choice(_FIELDS)
    return data[:at] + (field * width)[:width] + data[at + width :]


def _exchange(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    """Put one of the format's own words, or another format's, in another one's place."""
    begin = random.randint(0, len(data))
    found = _TOKEN.search(data, begin)
    source = data if random.random() < 0.8 else random.choice(others)
    other = _TOKEN.search(source, random.randint(0, len(source)))
    if not found or not other:
        return data
    return data[: found.start()] + other[0] + data[found.end() :]


def _shuffle(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    """Move a line, or leave it out, or have it twice."""
    lines = data.splitlines(keepends=True)
    if lines:
        line = lines.pop(random.randrange(len(lines)))
        for _time in range(random.choice((0, 1, 1, 2))):
            lines.insert(random.randint(0, len(lines)), line)
    return b"".join(lines)


_DAMAGES: Final[tuple[_Damage, ...]] = (
    _flip, _flip, _truncate, _drop, _repeat, _splice, _splice, _insert, _insert, _nest, _renumber, _recode,
    _overwrite, _exchange, _exchange, _shuffle,
)  # fmt: skip
"""The commoner, the more often."""
