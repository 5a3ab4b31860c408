"""How far adding has come, in words: how much, how fast, how long it will take. Pure."""

from __future__ import annotations

from collections import deque
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from tui.wording import counted

if TYPE_CHECKING:
    from tui.update_process import Done, Progress, Reason

_WINDOW: Final = 10.0
"""Seconds that the rate is of: it follows files of other sizes, and does not jump."""

_SOONEST: Final = 1.0
"""Seconds after which a rate means something."""

_REASONS: Final = 5
"""Reasons that are told where one reads."""

_MINUTE: Final = 60
_HOUR: Final = 3600


class Pace:
    """What one run has told, each with its time."""

    def __init__(self) -> None:
        self._told: deque[tuple[float, Progress]] = deque()

    def words(self, progress: Progress, at: float) -> str:
        """Say how far it is at `at`, seconds of any clock; "" where there is nothing to add."""
        self._told.append((at, progress))
        while at - self._told[0][0] > _WINDOW:
            self._told.popleft()
        if not progress.total:
            return ""
        since, before = self._told[0]
        seconds = at - since
        articles = counted(progress.articles, "article")
        words = ["adding", f"{progress.files:,} of {progress.total:,} files"] if progress.total > 1 else ["adding"]
        words.append(articles)
        if seconds >= _SOONEST:
            words.append(f"{(progress.articles - before.articles) / seconds:,.0f}/s")
            if files := progress.files - before.files:
                words.append(f"{_time((progress.total - progress.files) * seconds / files)} left")
        return " · ".join(words)


def _time(seconds: float) -> str:
    if seconds < _MINUTE:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / _MINUTE)} min" if seconds < _HOUR else f"{seconds / _HOUR:.1f} h"


def outcome(done: Done) -> str:
    """Say in a line what adding did."""
    words = [f"{done.added:,} added"] if done.added else []
    words += [f"{done.changed:,} changed"] if done.changed else []
    words += [f"{done.vanished:,} vanished"] if done.vanished else []
    skipped = f"{done.skipped:,} skipped (A says why)"
    if not (words or done.files_read):
        return f"up to date, but for {skipped}" if done.skipped else "up to date"
    words += [skipped] if done.skipped else []
    return " · ".join(words) or "up to date"


def told(name: str, done: Done) -> tuple[str, ...]:
    """Return the lines that report what adding `name` did: in numbers, then why something was skipped, and hints."""
    lines = [f"Added last: {name}"]
    counts = {"added": done.added, "changed": done.changed, "the same": done.unchanged}
    lines.append(
        f"{', '.join(f'{number:,} {word}' for word, number in counts.items())}; "
        f"{done.files_read:,} files read, {done.files_unchanged:,} unchanged since last time"
    )
    if done.vanished:
        lines.append(f"{done.vanished:,} no longer in their files; they stay (broadsheet add --prune removes them)")
    if done.skipped:
        lines.append(f"{done.skipped:,} skipped:")
        lines += (f"  {each.number:,}  {each.words}: {_named(each)}" for each in done.reasons[:_REASONS])
        if len(done.reasons) > _REASONS:
            lines.append("  and for other reasons: broadsheet report -v names all")
    return (*lines, *(f"hint: {hint}" for hint in done.hints))


def _named(reason: Reason) -> str:
    names = ", ".join(PurePath(example).name for example in reason.examples)
    return f"{names}, …" if reason.number > len(reason.examples) else names
