"""The corrections of one archive on disk: `entities.toml` in its folder, and the watchlists that it names."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from docs_store.corrections.rules import Corrections
from docs_store.errors import CorrectionsError

if TYPE_CHECKING:
    from docs_store.corrections.model import Correction

FILE: Final = "entities.toml"

_LARGEST: Final = 16 * 2**20
"""Bytes of a file: half a million names."""

_Stamp: TypeAlias = tuple[int, int, int] | None
"""Time, size and number of a file; None where there is none."""


class Kept:
    """The corrections of the archive in a folder, as last read. Raises `CorrectionsError` where they are not right."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stamps: dict[str, _Stamp] = {}
        self.now = Corrections()
        self.reread()

    def reread(self) -> bool:
        """Read what has changed on disk since; return whether the corrections are others now."""
        stamps = {name: self._stamp(name) for name in self._stamps or [FILE]}
        if stamps == self._stamps:
            return False
        before = self.now
        self._stamps = stamps
        self.now = self._read() if stamps[FILE] else Corrections()
        return self.now != before

    def _read(self) -> Corrections:
        from docs_store.corrections.toml import parse, watched

        written = parse(self._text(FILE), str(self._folder / FILE))
        self._stamps = {FILE: self._stamps[FILE], **{name: self._stamp(name) for name in written.watch}}
        names = (watched(self._text(name), str(self._folder / name)) for name in written.watch)
        return Corrections(written.steps, tuple(name for each in names for name in each))

    def _text(self, name: str) -> str:
        path = self._folder / name
        try:
            status = path.stat()
            if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
                raise CorrectionsError(f"{path}: not a text file of at most {_LARGEST // 2**20} MiB; replace it")
            return path.read_text("utf-8-sig")
        except OSError as error:
            raise CorrectionsError(f"{path}: cannot be read ({error.strerror}); {FILE} needs it") from error
        except UnicodeDecodeError as error:
            raise CorrectionsError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from error

    def _stamp(self, name: str) -> _Stamp:
        try:
            status = (self._folder / name).stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size, status.st_ino

    def add(self, step: Correction) -> None:
        """Write `step` at the end of the file. Raises `CorrectionsError`."""
        from docs_store.corrections.toml import with_step

        self._replace(with_step(self._current(), step), Corrections((*self.now.steps, step), self.now.watched))

    def drop(self) -> Correction | None:
        """Take the last correction out of the file, and return it; None where there is none."""
        from docs_store.corrections.toml import without_last

        text = self._current()
        if not self.now.steps:
            return None
        *rest, last = self.now.steps
        self._replace(without_last(text), Corrections(tuple(rest), self.now.watched))
        return last

    def _current(self) -> str:
        """Return the file's text, up to date with `now`."""
        self.reread()
        return self._text(FILE) if self._stamps[FILE] else ""

    def _replace(self, text: str, meant: Corrections) -> None:
        """Write the file whole, or not at all."""
        from docs_store.corrections.toml import parse

        path = (self._folder / FILE).resolve()  # where it is a link, what it leads to
        if parse(text, str(path)).steps != meant.steps:
            raise CorrectionsError(f"{path}: cannot be changed safely; edit it by hand")
        part = path.with_name(f"{path.name}.part")
        try:
            with part.open("w", encoding="utf-8", newline="") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            if path.exists():
                shutil.copymode(path, part)
            part.replace(path)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise CorrectionsError(
                f"{path}: cannot be written ({error.strerror}), and nothing was changed; make room on the disk, or let "
                "the file be written"
            ) from error
        self.reread()
