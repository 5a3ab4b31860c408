"""People, organisations and places in articles, found without a model and named once however they are spelled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from docs_store.entities.abroad import find_names_abroad, speaks
from docs_store.entities.recognise import find_names
from docs_store.model import Article, EntityMention

__all__ = ["annotate", "find_entities"]

_SAMPLE: Final = 4_000
"""Code points looked at to tell whether a text of unknown language is English."""
_ENGLISH: Final = re.compile(r"\b(?:the|of|and|to|in|is|was|for|that|with|said)\b")
_ENGLISH_SHARE: Final = 0.08
"""Share of words that are among the above; English prose has 0.15 to 0.25, its neighbours under 0.04."""


def find_entities(text: str, *, language: str = "en") -> tuple[EntityMention, ...]:
    """Return the names in `text`, in order and apart from each other, as spans of code points.

    `language` is ISO 639-1 ("en-GB" will do), "" where unknown: then English is told by its commonest words. Languages
    that have no rules give no names. The text is one document: a surname stands for the full name found elsewhere.
    """
    return tuple(_find({None: text}, language, witness=""))


def annotate(article: Article) -> Article:
    """Return `article` with the mentions of its blocks: standfirst, headings, paragraphs, quotes, items, captions.

    All blocks are one document, and its title is a witness in the vote. Credits, alt texts and links are not read.
    """
    texts: dict[int | None, str] = {index: block.text for index, block in enumerate(article.blocks) if block.text}
    title = "" if article.title_made else article.title
    return replace(article, mentions=tuple(_find(texts, article.language, witness=title)))


def _find(texts: Mapping[int | None, str], language: str, *, witness: str) -> list[EntityMention]:
    language = language.lower().partition("-")[0].partition("_")[0]
    if language == "en" or (not language and _is_english(texts)):
        return find_names(texts, witness=witness)
    return find_names_abroad(texts, language) if speaks(language) else []


def _is_english(texts: Mapping[int | None, str]) -> bool:
    sample = " ".join(text[:_SAMPLE] for text in texts.values())[:_SAMPLE]
    words = sample.split()
    return bool(words) and len(_ENGLISH.findall(sample)) >= _ENGLISH_SHARE * len(words)
