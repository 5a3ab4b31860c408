"""What is remembered, on the disk: written while one reads, together with what other programs have written there."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Final

from tui.outside import copyable
from tui.state import State, merged, read_state, save_state, set_aside

_PATIENCE: Final = 2.0
"""Seconds to wait for another program that writes, which takes a few thousandths: longer, and it hangs."""


class Memory:
    """The state file, as this program last saw it."""

    def __init__(self, path: Path, base: State) -> None:
        self.path = path
        self.base = base
        self.remark = ""
        """What has been found wrong with the file, and done about it, in words."""

    @classmethod
    def opened(cls, path: Path) -> Memory:
        """Read the file. One that cannot be read is set aside, not written over."""
        memory = cls(path, State())
        with suppress(OSError):  # `keep` will say it
            memory.base = memory._theirs() or State()
        return memory

    def keep(self, mine: State) -> State:
        """Write what has changed in `mine` since the file was last seen; return what it holds now. Raises `OSError`."""
        from filelock import FileLock, Timeout

        self.path.parent.mkdir(parents=True, exist_ok=True)
        with ExitStack() as held:
            # Where there are no locks, or one hangs that has it, what others have written is merged all the same.
            with suppress(Timeout, NotImplementedError):
                held.enter_context(FileLock(self.path.with_suffix(".lock"), timeout=_PATIENCE, thread_local=False))
            theirs = self._theirs()
            kept = merged(self.base, mine, self.base if theirs is None else theirs)
            if kept != theirs:
                save_state(self.path, kept)
            self.base = kept
        return kept

    def _theirs(self) -> State | None:
        try:
            return read_state(self.path)
        except (PermissionError, ValueError):
            aside = copyable(str(set_aside(self.path)))
            self.remark = f"{self.path.name} could not be read: begun anew; the old one is {aside}"
            return None
