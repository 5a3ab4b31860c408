"""Processes of our own: this interpreter, running one of our modules beside the one that asks."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

_PACKAGES: Final = str(Path(__file__).resolve().parents[1])

_NICE: Final = 10
"""The niceness of what works in the background: half way to what only an idle machine runs."""


def module_command(module: str, *arguments: str) -> tuple[str, ...]:
    """Return the words that run a module of ours; the folder one is in has no say in what it imports."""
    return (sys.executable, "-P", "-m", module, *arguments)


def module_environment() -> dict[str, str]:
    """Return the environment in which `module_command` finds our modules, installed or not."""
    known = os.environ.get("PYTHONPATH")
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (_PACKAGES, known)))}


def give_way() -> None:
    """Let what a person waits for go before this process, where the system can be told; once is enough."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        os.nice(max(0, _NICE - os.nice(0)))
