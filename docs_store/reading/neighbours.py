"""What the files of a folder have in common: a line that stands in many of them may be the site's, and no article's.

A folder is scanned once, before its first text is read, and by each process that reads from it. The scan looks at the
folder as it is and not at what was read before, so that a file gives the same article whenever it is read, as long as
the folder is the same. In a folder that grows, files read earlier keep what they were given until they change.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b
from heapq import nsmallest
from typing import Final

from docs_store.errors import DocumentError
from docs_store.reading.source import open_source

_MOST_FILES: Final = 200
"""Files looked at in a folder, by the hash of their names: one more file then changes the sample by one at most."""
_FEWEST_FILES: Final = 5
_SHARE: Final = 0.2
"""In as many files as these, and in more of the folder's texts than this share, a line is the site's."""
_SHORTEST: Final = 4
"""Code points of such a line."""
_MOST_TIMES: Final = 2
"""Times that such a line stands in one file; a speaker's name in a play stands there more often."""


class Neighbours:
    """Knows the lines that the files of a folder share; to be asked folder after folder."""

    def __init__(self) -> None:
        self._folder = ""
        self._lines: frozenset[str] = frozenset()

    def repeated(self, path: str) -> frozenset[str]:
        """Return the lines that stand in many of the text files in the folder of the file at `path`."""
        folder = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120 - Path.absolute() keeps ".."
        if folder != self._folder:
            self._folder, self._lines = folder, _shared(folder)
        return self._lines


def _shared(folder: str) -> frozenset[str]:
    texts = 0
    files: Counter[str] = Counter()
    for lines in _sampled(folder):
        texts += 1
        files.update(line for line, times in lines.items() if times <= _MOST_TIMES)
        files.subtract(dict.fromkeys((line for line, times in lines.items() if times > _MOST_TIMES), _MOST_FILES))
    least = max(_FEWEST_FILES, texts * _SHARE)
    return frozenset(line for line, count in files.items() if count >= least)


def _sampled(folder: str) -> Iterator[Counter[str]]:
    """Yield how often each line stands in each of a sample of the folder's texts, in what is read of them first."""
    from docs_store.reading.formats import is_scraped_text

    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if not entry.name.startswith(".")]
    except OSError:  # a file may be named that stands in a folder nobody may list
        return
    if len(names) < _FEWEST_FILES:
        return
    for name in nsmallest(_MOST_FILES, names, key=_by_hash):
        try:
            with open_source(os.path.join(folder, name)) as source:  # noqa: PTH118 - names need not be valid Unicode
                text = source.text_head if is_scraped_text(source) else ""
        except DocumentError:  # it will be reported when it is read
            continue
        if text:
            yield Counter(line for part in text.splitlines() if len(line := part.strip()) >= _SHORTEST)


def _by_hash(name: str) -> bytes:
    return blake2b(os.fsencode(name), digest_size=8).digest()
