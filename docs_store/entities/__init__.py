"""People, organisations and places in articles, named once however they are spelled.

Rules and a gazetteer find them; a pipeline of spaCy's may be asked too. The parts are imported when names are looked
for, not with the package: several threads begin with different ones, and would each wait for the other's.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from docs_store.errors import RecogniserMissing
from docs_store.model import Article, EntityMention, Recogniser

if TYPE_CHECKING:
    from docs_store.entities.recognise import Texts
    from docs_store.entities.spacy import Pipeline

__all__ = ["annotate", "find_entities", "recogniser_for"]

_SAMPLE: Final = 4_000
"""Code points looked at to tell whether a text of unknown language is English."""
_ENGLISH: Final = re.compile(r"\b(?:the|of|and|to|in|is|was|for|that|with|said)\b")
_ENGLISH_SHARE: Final = 0.08
"""Share of words that are among the above; English prose has 0.15 to 0.25, its neighbours under 0.04."""


def find_entities(
    text: str, *, language: str = "en", recogniser: Recogniser | str = Recogniser.RULES
) -> tuple[EntityMention, ...]:
    """Return the names in `text`, in order and apart from each other, as spans of code points.

    `language` is ISO 639-1 ("en-GB" will do), "" where unknown: then English is told by its commonest words. Languages
    that have no rules give no names. The text is one document: a surname stands for the full name found elsewhere.
    `recogniser` is one of "rules", "spacy" and "best"; `RecogniserMissing` is raised where it is not installed.
    """
    return tuple(_Choice({None: text}, language, Recogniser(recogniser)).find(witness=""))


def annotate(article: Article, recogniser: Recogniser = Recogniser.RULES) -> Article:
    """Return `article` with the mentions of its blocks: standfirst, headings, paragraphs, quotes, items, captions.

    All blocks are one document, and its title is a witness in the vote. Credits, alt texts and links are not read.
    Raises `RecogniserMissing` where the recogniser is not installed for the article's language.
    """
    choice = _Choice(_texts(article), article.language, recogniser)
    mentions = tuple(choice.find(witness="" if article.title_made else article.title))
    return replace(article, mentions=mentions, recogniser=choice.name)


def recogniser_for(article: Article, recogniser: Recogniser) -> str:
    """Return what `annotate` would note as `Article.recogniser`. Raises `RecogniserMissing` as it does."""
    return _Choice(_texts(article), article.language, recogniser).name


class _Choice:
    """A document, and what is to find its names."""

    def __init__(self, texts: Texts, language: str, recogniser: Recogniser) -> None:
        self._texts = texts
        self._recogniser = recogniser
        self._language = language.lower().partition("-")[0].partition("_")[0] or ("en" if _is_english(texts) else "")
        self._pipeline = self._installed() if recogniser is not Recogniser.RULES else None

    @property
    def name(self) -> str:
        """What an article remembers of it."""
        return f"{self._recogniser}: {self._pipeline.name}" if self._pipeline else Recogniser.RULES.value

    def _installed(self) -> Pipeline | None:
        from docs_store.entities import spacy

        found = spacy.pipeline(self._language)
        if found is None and self._recogniser is Recogniser.SPACY:
            language = f"the language {self._language!r}" if self._language else "a text of unknown language"
            raise RecogniserMissing(f"no pipeline of spaCy's is installed for {language}; {spacy.REMEDY}")
        return found

    def find(self, *, witness: str) -> list[EntityMention]:
        """Find the names; `witness` is the title, or ""."""
        from docs_store.entities.recognise import find_names, find_names_by

        texts, language, pipeline = self._texts, self._language, self._pipeline
        if self._recogniser is Recogniser.SPACY and pipeline:
            return find_names_by(pipeline, texts, language, witness=witness)
        if language == "en":
            return find_names(texts, witness=witness, pipeline=pipeline)
        from docs_store.entities.abroad import find_names_abroad, speaks

        mentions = find_names_abroad(texts, language) if speaks(language) else []
        return find_names_by(pipeline, texts, language, witness=witness, sure=mentions) if pipeline else mentions


def _texts(article: Article) -> Texts:
    return {index: block.text for index, block in enumerate(article.blocks) if block.text}


def _is_english(texts: Texts) -> bool:
    sample = " ".join(text[:_SAMPLE] for text in texts.values())[:_SAMPLE]
    words = sample.split()
    return bool(words) and len(_ENGLISH.findall(sample)) >= _ENGLISH_SHARE * len(words)
