"""What several verbs share: naming the archive, opening it, and answering in words or JSON."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Final

from docs_store import (
    Article,
    ArticleSummary,
    EntityKind,
    Store,
    clean,
    path_label,
)
from tui.alike import says_all
from tui.cli.exits import DONE, NOTHING, CommandError
from tui.config import Config, ConfigError, load_config, nearest
from tui.hints import told_hints
from tui.places import config_file, themes_folder

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")

_NOT_ASCII = re.compile("[^\x00-\x7e]")  # the same as a range to the last code point, which takes 4 ms to compile

_CANDIDATES: Final = 10
"""Articles named where a headline's words do not tell which is meant."""

_ARCHIVE_S_OWN: Final = frozenset(("sketch",))
"""Parts of an article that tell nobody anything: by those numbers its other editions are found."""

_MOST_HINTS: Final = 5

_MOST_JOBS: Final = 64

_COMPARED: Final = 20_000
_WORD: Final = re.compile(r"\w+")
_ALIKE: Final = 75.0
_OFFERED: Final = 3
"""Entities, the most frequent, among which some spelled like an unknown name are looked for; how like, and how many."""

_LONGEST_COMPLAINT: Final = 2_000

_VALUE: Final = re.compile(
    r"(?P<not>!*)(?P<field>person|place|org|entity|author|source|tag):(?P<value>[\w&](?:[^\s\"|!^:]|[ ](?=[\w&]))*)",
    re.IGNORECASE,
)
"""An argument that may be one field's value, of several words."""

_LONGEST_LINE: Final = 10_000
"""Code points of standard input that name an article or make a query."""

if TYPE_CHECKING:
    from docs_store import SearchPage, Skipped
    from themes import Themes

LIMIT: Final = 20
MOST: Final = 1_000_000
"""Answers printed unless told otherwise, and at most."""


def archive_argument(parser: argparse.ArgumentParser) -> None:
    """Add `--archive`."""
    parser.add_argument("--archive", metavar="DIR", help="the archive, or a folder that was opened before")


def answer_arguments(parser: argparse.ArgumentParser, *, limit: bool = True) -> None:
    """Add what every verb that answers takes."""
    archive_argument(parser)
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    if limit:
        parser.add_argument("-l", "--limit", type=positive, default=LIMIT, metavar="N", help="how many (default 20)")


def positive(text: str) -> int:
    """Return the number that an argument is; argparse tells what is wrong with it."""
    return _number(text, 1, MOST)


def jobs(text: str) -> int:
    """Return how many processes an argument asks for."""
    return _number(text, 0, _MOST_JOBS)


def _number(text: str, least: int, most: int) -> int:
    if not text.isdecimal() or not least <= int(text) <= most:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from {least} to {most:,}")
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


def typed(words: Iterable[str]) -> tuple[str, ...]:
    """Return the arguments that make a query. Raises `QueryError` where a part of it cannot be read.

    "-" alone is the first line of standard input.
    """
    words = tuple(words)
    if words == ("-",):
        words = (sys.stdin.readline(_LONGEST_LINE).strip(),)
    from docs_store import check_query

    check_query(" ".join(words))
    return words


def asked(arguments: Iterable[str], store: Store) -> str:
    """Return the query that the arguments make: what it would be were they typed in the box, with spaces between.

    The shell takes the quotation marks of `person:"Ada Quill"`, which arrives as one argument. They are put back where
    the archive has what such an argument names; `"author:quill tariff"`, which names nobody, is two parts of a query.
    """
    return " ".join(_quoted_again(argument, store) for argument in arguments)


def _quoted_again(argument: str, store: Store) -> str:
    if " " not in argument or not (match := _VALUE.fullmatch(argument)):
        return argument
    quoted = f'{match["field"]}:"{match["value"]}"'
    return f"{match['not']}{quoted}" if store.search(quoted, limit=1).hits else argument


def article_named(store: Store, name: str) -> Article:
    """Return the article meant by an id, a key, or words of its headline; "-" reads it from standard input.

    Words that a headline has only as scattered letters mean nothing: the error says which headlines have them.
    """
    if name == "-":
        name = sys.stdin.readline(_LONGEST_LINE).partition("\t")[0].strip()
    if article := store.get(name):
        return article
    summaries = [summary for summary in store.iter_summaries() if summary.key == name][:1] or _of_file(store, name)
    if not summaries and any(map(str.isalnum, name)):
        summaries = [hit.article for hit in store.find(name, limit=_CANDIDATES).hits]
        said = name.casefold()
        same = [summary for summary in summaries if summary.title.casefold() == said]
        same = same or [summary for summary in summaries if said in summary.title.casefold()]
        summaries = same if len(same) == 1 else _meant_by(name, summaries)
    if len(summaries) > 1:
        rows = "".join(f"\n  {'  '.join(filter(None, summary_row(summary)))}" for summary in summaries)
        raise CommandError(f"several articles match {name!r}; name one by its id:{rows}")
    article = store.get(summaries[0].id) if summaries else None
    if article is None:
        raise CommandError(
            f"no article has the id, the key or the headline {name!r}; try: broadsheet find WORDS", NOTHING
        )
    return article


def _meant_by(name: str, summaries: list[ArticleSummary]) -> list[ArticleSummary]:
    """Return those whose headline has all the words of `name`, or words spelled nearly so. Raises `CommandError`."""
    from rapidfuzz import fuzz

    words = [word for each in name.split() if ":" not in each for word in _WORD.findall(each.casefold())]

    def has(title: str) -> bool:
        there = _WORD.findall(title)
        return all(word in title or any(fuzz.ratio(word, other) >= _ALIKE for other in there) for word in words)

    likely = [summary for summary in summaries if has(summary.title.casefold())]
    if summaries and not likely:
        rows = "".join(f"\n  {'  '.join(filter(None, summary_row(summary)))}" for summary in summaries[:_OFFERED])
        raise CommandError(
            f"no headline has {name!r} in it; these have its letters, and are named by their ids:{rows}", NOTHING
        )
    return likely


def say_which(article: Article, named: str) -> None:
    """Say on standard error which article is told of, where it was not `named` by its id."""
    if named not in (article.id, "-"):
        complain(f"{article.title} ({article.id})")


def _of_file(store: Store, name: str) -> list[ArticleSummary]:
    """Return the articles read from the file at the path `name`, the first `_CANDIDATES`."""
    ids = sorted(store.ids_of_file(path_label(os.path.abspath(Path(name).expanduser()))))[:_CANDIDATES]  # noqa: PTH100
    return [article.summary for article_id in ids if (article := store.get(article_id))]


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
