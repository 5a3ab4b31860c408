"""The open article's text given to a command of the reader's own: `|`, as in less and mutt.

The command is what was typed, run by the reader's shell. Nothing of an article is ever part of it: the text comes on
its standard input, cleaned as everything that is shown.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from typing import Final

from tui.alike import errors_for

_SHELL: Final = "/bin/sh"
_NOT_FOUND: Final = 127
"""What shells end with where there is no such command."""


def piped(command: str, text: str) -> str:
    """Run `command` in this terminal with `text` on its standard input; return how it ended, in words.

    Ctrl-C is for the command, and what it does not read is dropped.
    """
    earlier = signal.signal(signal.SIGINT, lambda *_: None)  # no SIG_IGN, which the command would inherit
    try:
        done = subprocess.run([_shell(), "-c", command], input=_encoded(text), check=False)  # noqa: S603 - it is asked for
    except OSError as error:
        return f"{_shell()} could not be started: {error.strerror or error}"
    finally:
        signal.signal(signal.SIGINT, earlier)
    if done.returncode == _NOT_FOUND:
        return f"no such command: {command}"
    if done.returncode < 0:
        return f"ended by {_signal_name(-done.returncode)}: {command}"
    return f"exit status {done.returncode}: {command}" if done.returncode else f"done: {command}"


def wait_for_enter(words: str) -> None:
    """Say how it ended below what it has written, and wait until that has been read."""
    sys.stdout.write(f"\n[{words}] Enter returns to Broadsheet ")
    sys.stdout.flush()
    with suppress(OSError, KeyboardInterrupt):
        sys.stdin.buffer.readline()  # whatever bytes are typed


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:  # those of "real time" have numbers alone
        return f"signal {number}"


def _encoded(text: str) -> bytes:
    """Return `text` as the terminal's programs write and read."""
    encoding = sys.stdout.encoding
    return text.encode(encoding, errors_for(encoding))


def _shell() -> str:
    return os.environ.get("SHELL") or _SHELL
