"""Corrections as people write them: `entities.toml`, a table each, and watchlists, a name a line. Pure."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from typing import Final, NamedTuple, TypeVar, cast

import tomli

from docs_store.corrections.model import Action, Correction, Watched
from docs_store.errors import CorrectionsError
from docs_store.model import EntityKind
from docs_store.text import one_line

_T = TypeVar("_T")

_KEYS: Final[Mapping[Action, Mapping[str, str]]] = {
    Action.ALIAS: {"name": "name", "kind": "kind", "to": "to"},
    Action.MERGE: {"name": "name", "kind": "kind", "into": "to", "into_kind": "to_kind"},
    Action.SPLIT: {"name": "name", "kind": "kind", "in": "within", "as": "to", "as_kind": "to_kind"},
    Action.IGNORE: {"name": "name", "kind": "kind"},
    Action.ADD: {"name": "name", "kind": "kind"},
    Action.KIND: {"name": "name", "kind": "kind"},
    Action.APART: {"name": "name"},
}
"""The keys of each table, and the part of a `Correction` that each gives."""

_NEEDED: Final[Mapping[Action, tuple[str, ...]]] = {
    Action.ALIAS: ("name", "to"),
    Action.MERGE: ("name", "into"),
    Action.SPLIT: ("name", "in", "as"),
    Action.IGNORE: ("name",),
    Action.ADD: ("name", "kind"),
    Action.KIND: ("name", "kind"),
    Action.APART: ("name",),
}

_HEADER: Final = re.compile(r"^[ \t]*\[\[[ \t]*([\w-]+)[ \t]*\]\][ \t]*(?:#.*)?$", re.MULTILINE)
_EMPTY: Final = re.compile(r"[ \t]*(?:#.*)?")


class Written(NamedTuple):
    """What `entities.toml` says."""

    steps: tuple[Correction, ...]
    watch: tuple[str, ...]
    """File names of watchlists."""


class _Table(NamedTuple):
    """A stretch of the file: one correction, or what stands before the first."""

    action: str
    start: int
    end: int
    line: int


def parse(text: str, where: str) -> Written:
    """Return what the text of the file `where` says. Raises `CorrectionsError`, naming the line and the remedy."""
    whole = _loaded(text, where, 1)
    head, *tables = _tables(text)
    preamble = _loaded(text[: head.end], where, 1)
    for name in whole:
        if name != "watch":
            _one_of(name, {"watch": None, **dict.fromkeys(map(str, Action))}, f"{where}:{_line(name, text)}", "entry")
    watch = preamble.get("watch", [])
    if not isinstance(watch, list) or not all(isinstance(name, str) and _is_beside(name) for name in watch):
        raise _wrong(
            f"{where}:{_line('watch', text)}", 'watch must be a list of files beside this one, as ["people.txt"]'
        )
    # Each table is read by itself, so that their order and lines are known.
    read = Counter({name: len(each) for name, each in whole.items() if name != "watch" and isinstance(each, list)})
    if read != Counter(table.action for table in tables) or any(isinstance(each, dict) for each in whole.values()):
        raise _wrong(
            where, "each correction must be a table of its own, under a line as [[merge]], and watch before the first"
        )
    return Written(tuple(_step(text, table, where) for table in tables), tuple(watch))


def _is_beside(name: str) -> bool:
    """Whether `name` is of a file in a folder, whatever the system."""
    return name.isprintable() and not {"/", "\\", ":"} & set(name) and name not in ("", ".", "..")


def _tables(text: str) -> list[_Table]:
    headers = list(_HEADER.finditer(text))
    starts = [0, *(header.start() for header in headers)]
    ends = [*starts[1:], len(text)]
    names = ["", *(header[1] for header in headers)]
    return [
        _Table(name, start, end, text.count("\n", 0, start) + 1)
        for name, start, end in zip(names, starts, ends, strict=True)
    ]


def _loaded(text: str, where: str, line: int) -> dict[str, object]:
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise _wrong(f"{where}:{error.lineno + line - 1}", f"not valid TOML: {error.msg}") from error
    except RecursionError as error:
        raise _wrong(where, "nested deeper than any correction is") from error


def _step(text: str, table: _Table, where: str) -> Correction:
    at = f"{where}:{table.line}"
    action = Action(table.action)
    # One header makes one table.
    (entry,) = cast("list[dict[str, object]]", _loaded(text[table.start : table.end], where, table.line)[action])
    parts: dict[str, object] = {}
    for name, value in entry.items():
        _one_of(name, _KEYS[action], f"{where}:{table.line + _line(name, text[table.start : table.end]) - 1}", "key")
        if not isinstance(value, str):
            raise _wrong(at, f"{name} must be a string, not {value!r}")
        is_kind = name.endswith("kind")
        parts[_KEYS[action][name]] = _one_of(value, _KINDS, at, "kind") if is_kind else one_line(value)
    for name in _NEEDED[action]:
        if name not in entry:
            raise _wrong(at, f"[[{action}]] needs {name}")
    try:
        return Correction(action, **parts)  # type: ignore[arg-type]  # each was looked at above
    except ValueError as error:
        raise _wrong(at, str(error)) from error


_KINDS: Final = {str(kind): kind for kind in EntityKind}


def _one_of(name: str, known: Mapping[str, _T], at: str, what: str) -> _T:
    """Return what `name` stands for; fail, naming the nearest known one, where it is none of them."""
    if name in known:
        return known[name]
    from rapidfuzz import process

    found = process.extractOne(name, list(known), score_cutoff=60)
    remedy = f"did you mean {found[0]!r}?" if found else f"known are {', '.join(known)}"
    raise _wrong(at, f"unknown {what} {one_line(name, 80)!r}; {remedy}")


def _line(name: str, text: str) -> int:
    pattern = re.compile(rf"""[ \t]*(?:\[+[ \t]*)?["']?{re.escape(name)}["']?[ \t]*[=.\]]""")
    return next((number for number, line in enumerate(text.splitlines(), 1) if pattern.match(line)), 1)


def _wrong(at: str, problem: str) -> CorrectionsError:
    return CorrectionsError(f"{at}: {problem}")


def with_step(text: str, step: Correction) -> str:
    """Return `text` with a table for `step` at its end."""
    table = [f"[[{step.action}]]"]
    for name, part in _KEYS[step.action].items():
        if value := getattr(step, part):
            table.append(f"{name} = {json.dumps(str(value), ensure_ascii=False)}")  # TOML's strings hold JSON's
    before = text.rstrip("\n")
    return "\n".join([*([before, ""] if before else []), *table, ""])


def without_last(text: str) -> str:
    """Return `text` without its last table; comments and what stands after them stay. Itself where it has none."""
    last = _tables(text)[-1]
    if not last.action:
        return text
    lines = text[last.start : last.end].splitlines(keepends=True)
    while lines and _EMPTY.fullmatch(lines[-1].rstrip("\r\n")):
        lines.pop()
    rest = text[last.start + len("".join(lines)) :].lstrip("\r\n")
    before = text[: last.start].rstrip("\r\n")
    return "\n\n".join(filter(None, [before, rest])).rstrip("\n") + "\n" if before or rest else ""


def watched(text: str, where: str) -> tuple[Watched, ...]:
    """Return the names of a watchlist: one a line, with its kind after a tab where it says one; `#` comments.

    Raises `CorrectionsError`, naming the line.
    """
    names = []
    for number, line in enumerate(text.splitlines(), 1):
        name, _, kind = line.partition("\t")
        if not name.strip() or line.startswith("#"):
            continue
        at = f"{where}:{number}"
        try:
            names.append(Watched(one_line(name), _one_of(kind.strip().lower(), _KINDS, at, "kind") if kind else None))
        except ValueError as error:
            raise _wrong(at, str(error)) from error
    return tuple(names)
