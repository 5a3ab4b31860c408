"""How the verbs answer: in words or in JSON, and nothing in either that a terminal would act on."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Final

from docs_store import Article, ArticleSummary, clean
from tui.alike import says_all
from tui.cli.arguments import MOST
from tui.cli.exits import DONE, NOTHING
from tui.hints import told_hints

if TYPE_CHECKING:
    from docs_store import SearchPage, Skipped

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")

_NOT_ASCII = re.compile("[^\x00-\x7e]")  # the same as a range to the last code point, which takes 4 ms to compile

_ARCHIVE_S_OWN: Final = frozenset(("sketch",))
"""Parts of an article that tell nobody anything: by those numbers its other editions are found."""

_MOST_HINTS: Final = 5

_LONGEST_COMPLAINT: Final = 2_000


def write(text: str) -> None:
    """Print a line of outside text, cleaned."""
    sys.stdout.write(clean(text).encode("utf-8", "replace").decode() + "\n")


def write_row(fields: Iterable[object]) -> None:
    """Print fields of outside text, each cleaned and on one line, tab-separated."""
    texts = (" ".join(clean(str(field)).split()) for field in fields)
    sys.stdout.write("\t".join(texts).encode("utf-8", "replace").decode() + "\n")


def write_rows(rows: Iterable[Iterable[object]]) -> int:
    """Print rows; return the exit code."""
    some = False
    for row in rows:
        write_row(row)
        some = True
    return DONE if some else NOTHING


def write_skipped(skipped: Sequence[Skipped], *, verbose: bool, earlier: int = 0) -> None:
    """Print what was not stored: each by name, or how many for each reason. `earlier`: by runs before the last."""
    if not skipped:
        return
    if earlier >= len(skipped):
        write(f"{len(skipped):,} still skipped from earlier runs:")
    elif earlier:
        write(f"{len(skipped):,} skipped, {earlier:,} of them in earlier runs:")
    else:
        write(f"{len(skipped):,} skipped:")
    if verbose:
        for bad in skipped:
            write(f"  {bad.path}: {bad.reason}")
        return
    for reason, number in sorted(Counter(bad.reason for bad in skipped).items(), key=lambda each: (-each[1], each[0])):
        write(f"  {number:,}  {reason}")
    write("  (-v names them)")


def write_hints(hints: Sequence[Skipped]) -> None:
    """Print what to know of files that are stored all the same, a line each; one that many share once."""
    for hint in told_hints(hints, _MOST_HINTS):
        write(f"hint: {hint}")
    if (more := len({hint.reason for hint in hints}) - _MOST_HINTS) > 0:
        write(f"hint: {more:,} more such hints (--json has them all)")


def complain(text: str) -> None:
    """Print an error: outside text in it cleaned, at most `_LONGEST_COMPLAINT` code points."""
    told = clean(text)
    told = told if len(told) <= _LONGEST_COMPLAINT else told[: _LONGEST_COMPLAINT - 1] + "…"
    sys.stderr.write(f"broadsheet: {told}\n".encode("utf-8", "replace").decode())


def write_json(value: object) -> None:
    """Print a value as one JSON document, without what only the archive itself asks of an article."""
    import msgspec

    if isinstance(value, Article):
        value = {each.name: getattr(value, each.name) for each in fields(value) if each.name not in _ARCHIVE_S_OWN}
    text = msgspec.json.format(msgspec.json.encode(value, enc_hook=str), indent=2).decode()
    # JSON's own escapes for what a terminal would act on, or does not have; C0 is escaped already.
    escaped = _UNSAFE if says_all(sys.stdout) else _NOT_ASCII
    sys.stdout.write(escaped.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n")


def summary_row(summary: ArticleSummary) -> tuple[str, ...]:
    """Return an article's row for a list: id, date ("~" where inferred; else when it was saved), source, headline."""
    if summary.date:
        date = f"{'~' * summary.date_is_inferred}{summary.date.isoformat()}"
    else:
        date = f"saved {summary.saved_day.isoformat()}" if summary.saved_day else "undated"
    return summary.id, date, summary.source, summary.title


def answer(page: SearchPage, *, as_json: bool, remedy: str = "") -> int:
    """Print a page of hits, or what else may help a person where there are none; return the exit code."""
    if not page.hits and not as_json and sys.stdout.isatty():
        sys.stderr.write(f"nothing found{remedy}\n")
    for note in page.notes:
        complain(note)
    if as_json:
        write_json(page)
    else:
        for hit in page.hits:
            write_row(summary_row(hit.article))
            if hit.snippet:
                write(f"    {' '.join(hit.snippet.split())}")
    if 0 < len(page.hits) < page.total and sys.stderr.isatty():  # a person may take it for all there is
        sys.stdout.flush()
        least = "at least " if page.truncated else ""
        sys.stderr.write(f"{len(page.hits):,} of {least}{page.total:,}; more with -l {min(page.total, MOST)}\n")
    return DONE if page.hits else NOTHING


def write_lines(lines: Iterable[str]) -> int:
    """Print lines; return the exit code."""
    some = False
    for line in lines:
        write(line)
        some = True
    return DONE if some else NOTHING
