"""The files within a file: which of them are looked at, and which are refused before anything of them is read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from docs_store.ledger import Skipped
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source

MOST_MEMBERS: Final = 200_000
"""Files looked at within one file."""

_TAKEOUT: Final = "Takeout"
"""The folder of Google's exports, in which a page beside JSON of the same name is its copy for people."""
_PAGE_ENDS: Final = (".html", ".htm", ".xhtml")
PART_FOLDERS: Final = (
    "_files", ".files", "_file", "-dateien", "_archivos", "_fichiers", "_ficheiros", "_arquivos", "_bestanden",
    "_filer", "-filer", "_tiedostot", "_pliki", "_soubory", "_elemei", "_datoteke", "_failid", "_fitxers", "_dosyalar",
    "_fisiere",
)  # fmt: skip
"""How browsers end the name of the folder beside a page saved complete, each in its own language."""


class Members:
    """Looks at one member after another by its name, and reports those that are refused."""

    def __init__(self, source: Source, reading: Reading, names: Iterable[str] = ()) -> None:
        """Look at the members of `source`; `names` are those of all of them, where they are known beforehand."""
        self._source = source
        self._report = reading.report
        self._count = 0
        files = set(names)
        self._names = files
        self._beside = page_folders(files | {str(folder) for name in files for folder in PurePosixPath(name).parents})

    def wants(self, name: str) -> bool:
        """Tell whether to read the member `name`. Raises `DocumentError` past `MOST_MEMBERS`."""
        self._count += 1
        if self._count > MOST_MEMBERS:
            raise self._source.error(f"more than {MOST_MEMBERS:,} files in it; the others are left out")
        path = PurePosixPath(name.replace("\\", "/"))
        if ".." in path.parts or path.is_absolute():
            self.refuse(name, "its path leads out of the archive")
            return False
        # Hidden files, and what a Mac puts beside each file of a zip archive.
        if any(part == "__MACOSX" or part.startswith(".") for part in path.parts):
            return False
        if path.parts[:1] == (_TAKEOUT,) and path.suffix == ".html" and str(path.with_suffix(".json")) in self._names:
            return False
        return not self._beside or not any(str(folder) in self._beside for folder in path.parents)

    def refuse(self, name: str, reason: str) -> None:
        """Report the member `name` as not read."""
        self._report(Skipped(f"{self._source.name}!{name}", reason))


def page_folders(names: Iterable[str]) -> set[str]:
    """Return those of `names` that are the folder of a page among them: "a_files" beside "a.html"."""
    names = set(names)
    pages = {name for name in names if name.lower().endswith(_PAGE_ENDS)}
    pages |= {name.rpartition(".")[0] for name in pages}
    folders = [name for name in names if name.lower().endswith(PART_FOLDERS)]
    return {
        name for name in folders for end in PART_FOLDERS if name.lower().endswith(end) and name[: -len(end)] in pages
    }
