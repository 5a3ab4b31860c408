"""The demo archive: articles of an invented world, written for Broadsheet, as people's clippings look."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def demo_folder() -> Path:
    """Return the folder of the demo's documents. It is in the package, and may not be written to."""
    return Path(str(files("tui.demo") / "articles"))
