"""Where the file of an article's picture is, and which files may be opened at all.

An article is text from outside, and may name any file. What is opened lies in the folder of the article's own file or
below it (where browsers put the pictures of a page saved complete), links in the file system followed before that is
asked. Addresses on the network are never loaded.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit

from docs_store import Article, Image

ENDINGS: Final = (".jpg", ".jpeg", ".png", ".gif", ".webp")

FILE_LIMIT: Final = 64 * 2**20
"""Bytes of a picture's file."""

_LONGEST_ENDING: Final = 12
"""Characters by which the name of a saved page's folder is longer than the page's: "_files", "-Dateien"."""

_LOCAL_HOSTS: Final = ("", "localhost")


class NoPictureError(Exception):
    """A picture cannot be shown; the message is a sentence for a person."""


def find_picture(article: Article, image: Image) -> Path:
    """Return the file of a picture, all links followed. Raises `NoPictureError`."""
    if not article.file:
        raise NoPictureError(
            "The article was imported, or read from standard input: no folder is known to look for its pictures in."
        )
    page = Path(article.path)
    try:
        folder = page.parent.resolve(strict=True)
    except (OSError, ValueError, RuntimeError) as error:
        raise NoPictureError(f"The folder of the article is no longer there: {page.parent}") from error
    leads_out = False
    for candidate in _candidates(page, image):
        try:
            found = (folder / candidate).resolve(strict=True)
            state = found.stat()
        except (OSError, ValueError, RuntimeError):  # not there, a NUL in it, links in a circle
            leads_out = leads_out or ".." in Path(candidate).parts
            continue
        if not found.is_relative_to(folder):
            leads_out = True
        elif stat.S_ISREG(state.st_mode):  # opening a pipe would wait forever
            if state.st_size > FILE_LIMIT:
                raise NoPictureError(f"The picture's file is larger than {FILE_LIMIT >> 20} MiB: {found}")
            return found
    raise NoPictureError(_why_not(image, folder, leads_out=leads_out))


def _candidates(page: Path, image: Image) -> Iterator[str]:
    """Yield the paths at which a picture's file may be, relative to the folder of its page, the likeliest first."""
    name = ""
    if not image.source:
        if image.alt and "/" not in image.alt:  # a slug line is often the file's own name
            yield from (image.alt + ending for ending in ("", *ENDINGS))
        return
    address = _parts(image.source)
    if address is None or (is_on_network(image.source) and not address.path):
        return
    path = unquote(address.path)
    name = PurePosixPath(path).name
    if address.scheme == "file":
        if address.hostname in (None, *_LOCAL_HOSTS):
            yield path
    elif not address.scheme and not is_on_network(image.source):
        yield image.source
        yield path
    if name and name != "..":
        yield from (f"{folder}/{name}" for folder in _folders_beside(page))


def _folders_beside(page: Path) -> Iterator[str]:
    """Yield the names of the folders that a browser may have put beside a page it saved."""
    try:
        with os.scandir(page.parent) as entries:
            names = [entry.name for entry in entries if entry.name.startswith(page.stem) and entry.is_dir()]
    except (OSError, ValueError):
        return
    for name in sorted(names):
        ending = name.removeprefix(page.stem)
        if ending[:1] in ("_", "-", ".") and len(ending) <= _LONGEST_ENDING:
            yield name


def is_on_network(source: str) -> bool:
    """Tell whether a picture's source is an address on the network."""
    return source.casefold().startswith(("http:", "https:", "//"))


def _parts(source: str) -> SplitResult | None:
    try:
        return urlsplit(source)
    except ValueError:
        return None


def _why_not(image: Image, folder: Path, *, leads_out: bool) -> str:
    source = image.source
    if not source:
        return "The article names no file for this picture."
    if is_on_network(source):
        return "The picture is not in the archive, only its address is. Nothing is loaded from the network; o opens it."
    if source.casefold().startswith("data:"):
        return "The picture is written into the page itself, and is not shown."
    if leads_out:
        return f"Its file lies outside the folder of the article, and is not opened from there: {source}"
    wanted = PurePosixPath(unquote(source.removeprefix("file://")))
    place = folder / (wanted.name if wanted.is_absolute() else wanted)
    return f"Its file is not beside the article. Put it there to see it: {place}"
