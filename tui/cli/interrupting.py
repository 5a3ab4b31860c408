"""Being interrupted while something is stored, by ctrl-C or by the system: the same end, and what is stored is told."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

from docs_store import Store
from tui.cli.output import complain
from tui.wording import counted

_ENDING: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""What the system sends to end a program: as a timer runs out, a line is lost, it shuts down."""


@contextmanager
def interruptible(store: Store) -> Iterator[None]:
    """Let the system's signals end the block as ctrl-C does: by `KeyboardInterrupt`. It says what was stored till then.

    A signal that is ignored, as under nohup, stays so.
    """
    ending = [each for each in _ENDING if signal.getsignal(each) is signal.SIG_DFL]
    count = store.count()
    for each in ending:
        signal.signal(each, signal.default_int_handler)
    try:
        yield
    except KeyboardInterrupt:
        with suppress(OSError):  # there may be no terminal any more
            stored = counted(store.count() - count, "new article")
            complain(f"interrupted; stored are {stored}, the same command adds the rest")
        raise
    finally:
        for each in ending:
            signal.signal(each, signal.SIG_DFL)
