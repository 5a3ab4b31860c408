"""Where things are kept: the XDG folders, and their counterparts elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("broadsheet", appauthor=False)


def config_file() -> Path:
    """Return the reader's configuration file, whether or not it exists."""
    return Path(os.environ.get("BROADSHEET_CONFIG") or _DIRS.user_config_path / "config.toml").expanduser()


def themes_folder() -> Path:
    """Return the folder of the reader's own themes."""
    return config_file().parent / "themes"


def state_file() -> Path:
    """Return the file of what is remembered between runs."""
    return _DIRS.user_state_path / "state.json"


def archive_of(folder: Path) -> Path:
    """Return where the archive of a folder (or a file) of documents is kept: named for it, one for each place."""
    from hashlib import blake2b  # loads OpenSSL, and an archive that is named does without

    place = folder.resolve()
    mark = blake2b(os.fsencode(place), digest_size=5).hexdigest()
    name = "".join(c if c.isalnum() else "-" for c in place.name)[:40].strip("-") or "archive"
    return _DIRS.user_data_path / "archives" / f"{name}-{mark}"
