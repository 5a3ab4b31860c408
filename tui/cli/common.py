"""What several verbs share: naming the archive, opening it, and answering in words or JSON."""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from docs_store import (
    ARTICLE_PARTS,
    Article,
    ArticleSummary,
    EntityKind,
    SearchPage,
    Skipped,
    Store,
    clean,
    is_archive,
    open_store,
)
from tui.cli.exits import DONE, NOTHING, CommandError
from tui.config import Config, ConfigError, load_config, nearest
from tui.places import archive_of, config_file, state_file, themes_folder
from tui.state import load_state

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")

_CANDIDATES: Final = 10
"""Articles named where a headline's words do not tell which is meant."""

_COMPARED: Final = 20_000
_ALIKE: Final = 75.0
_OFFERED: Final = 3
"""Entities, the most frequent, among which some spelled like an unknown name are looked for; how like, and how many."""

_LONGEST_COMPLAINT: Final = 2_000

_LONGEST_LINE: Final = 10_000
"""Code points of standard input that name an article or make a query."""

if TYPE_CHECKING:
    from themes import Themes

LIMIT: Final = 20
"""Answers printed unless told otherwise."""


def archive_argument(parser: argparse.ArgumentParser) -> None:
    """Add `--archive`."""
    parser.add_argument("--archive", metavar="DIR", help="the archive, or a folder that was opened before")


def answer_arguments(parser: argparse.ArgumentParser, *, limit: bool = True) -> None:
    """Add what every verb that answers takes."""
    archive_argument(parser)
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    if limit:
        parser.add_argument("-l", "--limit", type=positive, default=LIMIT, metavar="N", help="how many (default 20)")


def columns_argument(parser: argparse.ArgumentParser) -> None:
    """Add `--map`."""
    parser.add_argument(
        "--map",
        type=_columns,
        default={},
        metavar="PART=COLUMN,…",
        help=f"which column or field is which ({', '.join(ARTICLE_PARTS)}), as title=headline,text=body",
    )


def _columns(text: str) -> dict[str, str]:
    columns = {}
    for pair in re.split(r",(?=\s*\w+=)", text):  # names of columns may have commas
        part, sign, column = (each.strip() for each in pair.partition("="))
        if not (sign and part and column):
            raise argparse.ArgumentTypeError(f"{pair!r} is not PART=COLUMN, as title=headline")
        if part not in ARTICLE_PARTS:
            known = dict.fromkeys(ARTICLE_PARTS)
            raise argparse.ArgumentTypeError(f"{part!r} is no part of an article{nearest(part, known)}")
        columns[part] = column
    return columns


def positive(text: str) -> int:
    """Return the number that an argument is; argparse tells what is wrong with it."""
    if not text.isdigit() or not 0 < int(text) <= 1_000_000:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to 1,000,000")
    return int(text)


def configuration() -> Config:
    """Return the configuration, its errors as failures."""
    try:
        return load_config(config_file())
    except ConfigError as error:
        raise CommandError(f"{error} (see: broadsheet config check)") from error


def require_theme(name: str) -> tuple[Themes, tuple[str, ...]]:
    """Return the themes there are, and what is wrong with others; fail unless `name` is one of them, or ""."""
    from themes import Themes, user_themes

    own, problems = user_themes(themes_folder())
    themes = Themes(own)
    if name and name not in themes:
        raise CommandError(f"there is no theme {name!r}{nearest(name, themes)}")
    return themes, tuple(map(str, problems))


def archive_path(named: str | None) -> Path:
    """Return the archive meant: named, by the environment or the configuration, else the last one opened."""
    name = named or configuration().archive or load_state(state_file()).last_archive
    if not name:
        raise CommandError("no archive is named and none was opened before; name one with --archive DIR")
    path = Path(name).expanduser()
    kept = archive_of(path)
    # A folder of documents stands for the archive that is kept for it.
    return kept if kept.exists() and not is_archive(path) else path


def archive_to_fill(named: str | None, path: Path) -> Path:
    """Return the archive to store in: the one meant, else the one that is kept for `path`."""
    name = named or configuration().archive or load_state(state_file()).last_archive
    return Path(name).expanduser() if name else archive_of(path)


def open_archive(named: str | None) -> Store:
    """Open the archive meant, for reading."""
    return open_store(archive_path(named), read_only=True)


def asked(words: Iterable[str]) -> str:
    """Return the query that the arguments make. Raises `QueryError` where a part of it cannot be read.

    What the shell has unquoted is quoted again: `person:'Ada Quill'` arrives as one argument with a space. "-" alone
    is the first line of standard input.
    """
    words = list(words)
    if words == ["-"]:
        words = [sys.stdin.readline(_LONGEST_LINE).strip()]
    parts = []
    for word in words:
        field, colon, value = word.partition(":")
        bare = field.lstrip("!").isalpha() and " " in value and '"' not in value
        parts.append(f'{field}:"{value}"' if colon and bare and not value.startswith(" ") else word)
    query = " ".join(parts)
    from docs_store import check_query

    check_query(query)
    return query


def article_named(store: Store, name: str) -> Article:
    """Return the article meant by an id, a key, or words of its headline; "-" reads it from standard input."""
    if name == "-":
        name = sys.stdin.readline(_LONGEST_LINE).partition("\t")[0].strip()
    if article := store.get(name):
        return article
    summaries = [summary for summary in store.iter_summaries() if summary.key == name][:1]
    if not summaries and any(map(str.isalnum, name)):
        summaries = [hit.article for hit in store.find(name, limit=_CANDIDATES).hits]
        said = name.casefold()
        same = [summary for summary in summaries if summary.title.casefold() == said]
        same = same or [summary for summary in summaries if said in summary.title.casefold()]
        summaries = same if len(same) == 1 else summaries
    if len(summaries) > 1:
        rows = "".join(f"\n  {'  '.join(filter(None, summary_row(summary)))}" for summary in summaries)
        raise CommandError(f"several articles match {name!r}; name one by its id:{rows}")
    article = store.get(summaries[0].id) if summaries else None
    if article is None:
        raise CommandError(
            f"no article has the id, the key or the headline {name!r}; try: broadsheet find WORDS", NOTHING
        )
    return article


def names_like(store: Store, name: str, kind: EntityKind | None) -> str:
    """Return "; did you mean …?" with the frequent names that are spelled nearly so, or have a word that is; or ""."""
    from rapidfuzz import fuzz, process, utils

    known: dict[str, str] = {}  # the most frequent name that is, or has, each word
    for each in store.top_entities(limit=_COMPARED):
        if kind in (None, each.kind):
            for spelled in (each.name, *each.name.split()):
                known.setdefault(spelled, each.name)
    near = process.extract(
        name, list(known), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_ALIKE, limit=3 * _OFFERED
    )
    found = list(dict.fromkeys(known[spelled] for spelled, _, _ in near))[:_OFFERED]
    return f"; did you mean {' or '.join(map(repr, found))}?" if found else ""


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


def write_skipped(skipped: Sequence[Skipped], *, verbose: bool) -> None:
    """Print what was not stored: each by name, or how many for each reason."""
    if not skipped:
        return
    write(f"{len(skipped):,} skipped:")
    if verbose:
        for bad in skipped:
            write(f"  {bad.path}: {bad.reason}")
        return
    for reason, number in Counter(bad.reason for bad in skipped).most_common():
        write(f"  {number:,}  {reason}")
    write("  (-v names them)")


def complain(text: str) -> None:
    """Print an error: outside text in it cleaned, at most `_LONGEST_COMPLAINT` code points."""
    told = clean(text)
    told = told if len(told) <= _LONGEST_COMPLAINT else told[: _LONGEST_COMPLAINT - 1] + "…"
    sys.stderr.write(f"broadsheet: {told}\n".encode("utf-8", "replace").decode())


def write_json(value: object) -> None:
    """Print a value as one JSON document."""
    import msgspec

    text = msgspec.json.format(msgspec.json.encode(value, enc_hook=str), indent=2).decode()
    # JSON's own escapes for what a terminal would act on; C0 is escaped already.
    sys.stdout.write(_UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n")


def summary_row(summary: ArticleSummary) -> tuple[str, ...]:
    """Return an article's row for a list: id, date ("~" where it is inferred), source, headline."""
    date = summary.date.isoformat() if summary.date else "undated"
    return summary.id, f"{'~' * summary.date_is_inferred}{date}", summary.source, summary.title


def answer(page: SearchPage, *, as_json: bool) -> int:
    """Print a page of hits; return the exit code."""
    if not page.hits and not as_json and sys.stdout.isatty():
        sys.stderr.write("nothing found\n")
    if as_json:
        write_json(page)
    else:
        for hit in page.hits:
            write_row(summary_row(hit.article))
            if hit.snippet:
                write(f"    {' '.join(hit.snippet.split())}")
    return DONE if page.hits else NOTHING


def write_lines(lines: Iterable[str]) -> int:
    """Print lines; return the exit code."""
    some = False
    for line in lines:
        write(line)
        some = True
    return DONE if some else NOTHING
