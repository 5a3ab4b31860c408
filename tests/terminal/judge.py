"""Judges what a program wrote to a terminal: every escape sequence must be one that Textual's drawing needs."""

from __future__ import annotations

import re

# An allow-list. What draws: SGR colours, cursor placement, erasing, scrolling modes and keyboard modes Textual sets.
_ALLOWED = re.compile(
    rb"\x1b\[[0-9;:]*m"  # SGR: colours and attributes
    rb"|\x1b\[[0-9;]*[HABCDGJKX]"  # cursor placement and erasing
    rb"|\x1b\[\?[0-9;]+(\$p|[hlu])"  # modes: alternate screen, mouse, paste, synchronised output, and asking for them
    rb"|\x1b\[[<>=]?[0-9;]*u"  # the Kitty keyboard protocol
    rb"|\x1b\[>[0-9;]*[mq]|\x1b\[[0-9;]*[ntc]|\x1b\[[0-9]* q"  # asking for sizes and versions, cursor shape
    rb"|\x1bP\$q[^\x1b]*\x1b\\|\x1b_G[^\x1b]*\x1b\\"  # asking what is supported
    rb"|\x1b\[\?[0-9;]*c"
    rb"|\x1b\]22;[a-z-]*\x07"  # the pointer's shape, which Textual sets by its own names alone
)
_ESCAPE = re.compile(rb"\x1b[^\x1b]{0,24}", re.DOTALL)
_C1 = re.compile("[\x80-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\U000e0020-\U000e007f]")


def faults(raw: bytes) -> list[str]:
    """Return what in `raw` could act on a terminal beyond drawing; [] where all is well."""
    found = []
    left = _ALLOWED.sub(b"", raw)
    found += [repr(match[0]) for match in _ESCAPE.finditer(left)]
    found += [repr(match) for match in re.findall(rb"[\x00-\x06\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]", left)]
    text = left.decode("utf-8", "replace")
    found += [ascii(match) for match in _C1.findall(text)]
    return found
