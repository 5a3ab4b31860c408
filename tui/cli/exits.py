"""Exit codes, and the failure that carries one."""

from __future__ import annotations

from typing import Final

DONE: Final = 0
NOTHING: Final = 1
WRONG: Final = 1
"""What was looked over is not as it should be: as `diff` and `cmp` say that there is a difference."""
FAILED: Final = 2
INTERRUPTED: Final = 130


class CommandError(Exception):
    """A use or an input that cannot be served: one line naming the thing and the remedy."""

    def __init__(self, message: str, code: int = FAILED) -> None:
        super().__init__(message)
        self.code = code
