"""A hit as a row of the finder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len

from docs_store import ArticleSummary, SearchHit, Span
from tui.typeset import Line, Run, hit_marks, wrapped_lines
from tui.wording import date_words, day_words
from tui.wrapping import fit, wrap

_TITLE_LINES: Final = (2, 4)
"""Lines of a headline in the finder: as a rule, and where what was matched stands further down."""

STARRED: Final = "★ "
READ: Final = "✓ "
"""What stands before the date of an article with that mark: nothing is told by shade alone."""


def hit_row(hit: SearchHit, width: int) -> tuple[Line, ...]:
    """Return a row of the finder: headline as far as it was matched, snippet in at most two lines, source and date."""
    title, marks = hit.article.title, hit_marks(hit.title_marks)
    usual, most = _TITLE_LINES
    matched = sum(start < marks[-1].end for start, _ in wrap(title, width)) if marks else 0
    lines = wrapped_lines(title, width, (title_role(hit.article),), marks, most=min(max(usual, matched), most))
    if hit.snippet:
        text, spans = around_first_mark(hit.snippet, hit.snippet_marks, 2 * width)
        lines += wrapped_lines(text, width, ("snippet",), hit_marks(spans), most=2)
    lines.append(meta_line(hit.article, width))
    return tuple(lines)


def around_first_mark(text: str, marks: Sequence[Span], room: int) -> tuple[str, tuple[Span, ...]]:
    """Return `text` from where its first mark comes into the first `room` code points, and the marks moved with it."""
    if not marks or marks[0][1] <= room * 2 // 3:
        return text, tuple(marks)
    start = text.rfind(" ", 0, max(0, marks[0][0] - room // 3)) + 1
    if start <= 1:
        return text, tuple(marks)
    moved = tuple((left - start + 1, right - start + 1) for left, right in marks)
    return "…" + text[start:], moved


def title_role(summary: ArticleSummary) -> str:
    """Return the role of a headline in a list: what is read steps back behind what is not."""
    return "row_title_read" if summary.read else "row_title"


def meta_line(summary: ArticleSummary, width: int) -> Line:
    """Return marks, date and source as one muted line; the date, shorter and more telling, is never cut."""
    date = date_words(summary) or (f"saved {day_words(summary.saved_day)}" if summary.saved_day else "undated")
    date = "".join((STARRED * summary.starred, READ * summary.read, date))
    if summary.editions > 1:
        date += f" · +{summary.editions - 1}"
    source = fit(summary.source, max(0, width - cell_len(date) - 3))
    return (Run(f"{date} · {source}" if source else date, ("muted",)),)
