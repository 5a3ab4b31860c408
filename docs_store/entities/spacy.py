"""spaCy as a second recogniser: the pipelines that are installed, each for its own language.

spaCy is an extra. Nothing here imports it before `pipeline` is asked for a language that has one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from itertools import groupby
from typing import TYPE_CHECKING, Final

from docs_store.entities import lexicon as lex
from docs_store.entities.runs import unwrapped
from docs_store.entities.witness import Found
from docs_store.errors import RecogniserMissing
from docs_store.model import EntityKind

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span

REMEDY: Final = (
    "pip install 'broadsheet[entities]', then a pipeline for the language, as: python -m spacy download en_core_web_sm"
)
_KINDS: Final = {
    "PERSON": EntityKind.PERSON,
    "PER": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
    "EVENT": EntityKind.EVENT,
    "EVT": EntityKind.EVENT,
}
"""What pipelines call the kinds: those trained on OntoNotes, and those on Wikipedia. The rest is not ours."""
_SIZES: Final = ("trf", "lg", "md", "sm")
"""How the names of pipelines end, the best first."""
_NOT_NEEDED: Final = ("parser", "tagger", "morphologizer", "attribute_ruler", "lemmatizer", "trainable_lemmatizer",
                      "senter", "textcat")  # fmt: skip
_PIECE: Final = 5_000
"""Code points given to the pipeline at a time: its memory grows with its input, some 1 MB for 1,000 characters."""
_QUOTES: Final = " \u00a0\n\t\"'“”‘’«»„`*_()[]{}<>|#•·,;:–—-"
_ARTICLES: Final = frozenset(("the", "The", "THE", "a", "A", "an", "An"))
_POSSESSIVES: Final = ("'s", "’s", "'S", "’S", "'", "’")


class Pipeline:
    """One pipeline, loaded."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self.name = f"{language.meta['lang']}_{language.meta['name']} {language.meta['version']}"

    def find(self, text: str) -> list[Found]:
        """Return the names in `text`, in order and apart from each other; each line is read by itself."""
        pieces = list(_pieces(unwrapped(text)))
        documents = self._language.pipe((_readable(piece) for _, piece in pieces), batch_size=16)
        found = []
        for (offset, piece), document in zip(pieces, documents, strict=True):
            found += [name for entity in document.ents if (name := _trimmed(piece, offset, entity)) is not None]
        return found


def installed() -> dict[str, tuple[str, ...]]:
    """Return the pipelines there are, by language (ISO 639-1), the best first; none where spaCy itself is missing."""
    if find_spec("spacy") is None:
        return {}
    names = sorted({point.name for point in entry_points(group="spacy_models")}, key=_rank)
    names.sort(key=_language)  # stable: within a language the best stays first
    return {language: tuple(each) for language, each in groupby(names, key=_language)}


def require() -> None:
    """Raise `RecogniserMissing` unless there is a pipeline for some language."""
    if not installed():
        raise RecogniserMissing(f"no pipeline of spaCy's is installed here; {REMEDY}")


@cache
def pipeline(language: str) -> Pipeline | None:
    """Return the best pipeline for `language` that finds names, loaded once (1 to 2 s); None where there is none."""
    for name in installed().get(language, ()):
        import spacy

        loaded = spacy.load(name, exclude=_NOT_NEEDED)
        if "ner" in loaded.pipe_names:
            return Pipeline(loaded)
    return None


def _language(name: str) -> str:
    """Return the language of a pipeline, with which its name begins: "en_core_web_sm"."""
    return name.partition("_")[0]


def _rank(name: str) -> tuple[int, str]:
    return next((rank for rank, size in enumerate(_SIZES) if f"_{size}" in name), len(_SIZES)), name


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of `text` with where they begin, long ones in pieces that end between words."""
    offset = 0
    for line in text.split("\n"):
        begin = 0
        while begin < len(line):
            end = len(line)
            if end - begin > _PIECE:
                end = line.rfind(" ", begin + 1, begin + _PIECE) + 1 or begin + _PIECE
            if not line[begin:end].isspace():
                yield offset + begin, line[begin:end]
            begin = end
        offset += len(line) + 1


def _readable(piece: str) -> str:
    """Return `piece`, code point for code point, as the pipeline can read it: headlines in capitals are spoken."""
    spoken = piece.title() if piece.isupper() else piece
    return (spoken if len(spoken) == len(piece) else piece).encode("utf-8", "replace").decode()


def _trimmed(piece: str, offset: int, entity: Span) -> Found | None:
    """Return the entity without articles, titles and possessives; None where nothing of ours is left."""
    kind = _KINDS.get(entity.label_)
    text = piece[entity.start_char : entity.end_char]
    bare = text.rstrip(_QUOTES)
    ending = next((ending for ending in _POSSESSIVES if bare.endswith(ending)), "")
    end = len(bare.removesuffix(ending).rstrip(_QUOTES))
    start = len(text) - len(text.lstrip(_QUOTES))
    while (gap := text.find(" ", start, end)) > 0:
        word = text[start:gap]
        if word not in _ARTICLES and not (kind is EntityKind.PERSON and word in lex.TITLES):
            break
        start = gap + len(text[gap:end]) - len(text[gap:end].lstrip(_QUOTES))
    name = text[start:end]
    if kind is None or not any(map(str.isalpha, name)) or name.islower():
        return None
    begin = offset + entity.start_char
    return Found(begin + start, begin + end, kind)
