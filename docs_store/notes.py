"""Which note of a vault a link by name means: by its file's name, as Obsidian and its kin resolve `[[links]]`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from docs_store.model import Article, LinkKind
from docs_store.text import fold

SUFFIXES: Final = (".md", ".markdown")
"""What the names of notes end in."""


def linked_notes(article: Article) -> tuple[str, ...]:
    """Return what a note calls the notes it links, as its links' titles have it; nothing for what is no note."""
    if not article.path.lower().endswith(SUFFIXES):
        return ()
    return tuple(link.title for link in article.links if not link.url and link.kind is LinkKind.RELATED)


def meant(names: Iterable[str], note: str, paths: Iterable[str]) -> Mapping[str, str]:
    """Return the path that each of `names`, in the note at the path `note`, means; without those that mean none.

    A name is that of a file, or its folders' too (`trips/Osk`), whatever the case and the accents. Of several such
    files the nearest is meant: most folders in common with the note, then fewest folders, then the first by alphabet.
    """
    wanted = {name: parts for name in names if (parts := _parts(name))}
    files: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for path in dict.fromkeys(paths):
        if parts := _parts(path):
            files.setdefault(parts[-1], []).append((parts, path))
    own = _parts(note)
    found = {}
    for name, parts in wanted.items():
        alike = [
            each
            for each in files.get(parts[-1], ())
            if each[0][-len(parts) :] == parts and each[0][:1] == own[:1]  # "/" is no vault
        ]
        if alike:
            found[name] = min(alike, key=lambda each: (-_in_common(own, each[0]), len(each[0]), each[1]))[1]
    return found


def _parts(name: str) -> tuple[str, ...]:
    """Return the folders and the name of a file, folded, without what its kind adds."""
    folded = fold(name)
    for suffix in SUFFIXES:
        folded = folded.removesuffix(suffix)
    return tuple(part.strip() for part in folded.split("/") if part.strip() not in ("", ".", ".."))


def _in_common(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Return how many folders two paths begin with alike."""
    shared = 0
    for mine, theirs in zip(one[:-1], other[:-1], strict=False):
        if mine != theirs:
            break
        shared += 1
    return shared
