"""From the bytes of JSON to a value; and of JSON that is cut short or damaged, what is whole before the fault."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from contextlib import suppress
from json import JSONDecodeError
from typing import Final

import msgspec

from docs_store.errors import DocumentError
from docs_store.reading.source import decode

_MARK: Final = re.compile(r'[\[{\]}"]')
_STRING_END: Final = re.compile(r'[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_CLOSING: Final = {"[": "]", "{": "}"}
_WORDS: Final = ("true", "false", "null", "-1")


def decode_json(data: bytes, name: str, legacy: Callable[[bytes], str] | None = None) -> object:
    """Return the value `data` spells. Raises `DocumentError` where it spells none.

    `legacy` decodes what is not Unicode, where it is known from the rest of a file.
    """
    with suppress(msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return msgspec.json.decode(data)
    text = decode(data, name, legacy).lstrip("\ufeff")
    with suppress(msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        return msgspec.json.decode(text)
    # The standard library reads what msgspec refuses: NaN, raw controls in strings, lone surrogates.
    try:
        return json.loads(text, strict=False)
    except JSONDecodeError as error:
        if _is_cut_short(error):
            raise DocumentError(name, "JSON that is cut short") from error
        place = f"{f'line {error.lineno}, ' if error.lineno > 1 else ''}column {error.colno}"
        raise DocumentError(name, f"not JSON: {error.msg.lower()} ({place})") from error
    except RecursionError as error:
        raise DocumentError(name, "JSON nested too deep") from error
    except ValueError as error:  # Python's own limit on digits
        raise DocumentError(name, "a number of thousands of digits") from error


def _is_cut_short(error: JSONDecodeError) -> bool:
    """Tell whether what is wrong with JSON is that it ends too early, be it within a word or an escape."""
    rest = error.doc[error.pos :].rstrip()
    is_half = error.msg.startswith("Invalid \\u") and len(rest) <= len("\\u123")
    return is_half or error.msg.startswith("Unterminated string") or any(word.startswith(rest) for word in _WORDS)


def closed_before(error: DocumentError) -> tuple[str, int]:
    """Return the JSON that `decode_json` refused up to its last whole record, closed there; "" where there is none.

    Records are what its outermost list holds that has one whole; how deep that list is within others is returned too.
    """
    fault = error.__cause__
    if not isinstance(fault, JSONDecodeError):
        return "", 0
    text, at = fault.doc[: fault.pos], 0
    opened: list[str] = []
    whole: list[int] = []  # by depth, where the last record ends in what is open there; 0 for none
    while mark := _MARK.search(text, at):
        at = mark.end()
        if mark[0] == '"':
            end = _STRING_END.match(text, at)
            if end is None:
                break
            at = end.end()
        elif mark[0] in _CLOSING:
            opened.append(mark[0])
            whole.append(0)
        else:
            del opened[-1:], whole[-1:]
            if opened and opened[-1] == "[":
                whole[-1] = at
    depth = next((depth for depth, end in enumerate(whole) if end), None)
    if depth is None:
        return "", 0
    return text[: whole[depth]] + "".join(_CLOSING[mark] for mark in reversed(opened[: depth + 1])), depth
