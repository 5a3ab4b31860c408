"""Which archive is meant, and opening it: to read it, or to fill it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from docs_store import Store, discard_if_empty, is_archive, open_store
from tui.cli.exits import CommandError
from tui.cli.settings import configuration
from tui.places import archive_of, state_file
from tui.state import load_state


def archive_path(named: str | None) -> Path:
    """Return the archive meant: named, by the environment or the configuration, else the last one opened."""
    name = named or configuration().archive or load_state(state_file()).last_archive
    if not name:
        raise CommandError("no archive is named and none was opened before; name one with --archive DIR")
    return _kept(Path(name).expanduser())


def _kept(path: Path) -> Path:
    """Return the archive at `path`; a folder of documents stands for the archive that is kept for it."""
    kept = archive_of(path)
    return kept if kept.exists() and not is_archive(path) else path


def open_archive(named: str | None) -> Store:
    """Open the archive meant, for reading."""
    return open_store(archive_path(named), read_only=True)


@contextmanager
def archive_to_fill(named: str | None, path: Path) -> Iterator[Store]:
    """Open the archive to store in: the one meant, else the one that is kept for `path`; made where there is none.

    One that was made and got no article is taken back, the folders made for it too.
    """
    if named:
        place = Path(named).expanduser()
    else:
        name = configuration().archive or load_state(state_file()).last_archive
        place = _kept(Path(name).expanduser()) if name else archive_of(path)
    is_new = not is_archive(place)
    made = [folder for folder in (place, *place.parents) if not folder.exists()]
    try:
        with open_store(place, create=True) as store:
            yield store
    finally:
        if is_new:
            discard_if_empty(place)
            with suppress(OSError):  # the first that is not empty
                for folder in made:
                    if folder.exists():
                        folder.rmdir()
