"""What articles write for the entities they name, where that has other words than the name: "UN", "Kiev", "Jacko"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Final, TypeAlias

from docs_store.model import Article, EntityKind
from docs_store.text import fold

Written: TypeAlias = Mapping[tuple[str, EntityKind], frozenset[str]]
"""Folded name and kind → the folded forms."""

_WORD: Final = re.compile(r"[^\W_]+")

_LONGEST: Final = 60
"""Code points of a form that somebody may type."""


def acronym_forms(letters: str) -> tuple[str, str]:
    """Return the folded forms of an acronym: with and without full stops."""
    plain = fold(letters)
    return plain, "".join(f"{letter}." for letter in plain)


def written_forms(article: Article) -> Written:
    """Return what `article` writes for each entity that it names otherwise.

    Not a part of the name: who looks for a surname, or for "Council", finds all names with that word.
    """
    found: defaultdict[tuple[str, EntityKind], set[str]] = defaultdict(set)
    for mention in article.mentions:
        if mention.block is not None and mention.block >= len(article.blocks):
            continue  # which `check` tells
        text = article.title if mention.block is None else article.blocks[mention.block].text
        written = text[mention.start : mention.end]
        if written == mention.name or len(written) > _LONGEST:
            continue
        form, name = " ".join(fold(written).split()), fold(mention.name)
        if not set(_WORD.findall(form)) <= set(_WORD.findall(name)):
            found[name, mention.kind].add(form)
    return {key: frozenset(forms) for key, forms in found.items()}
