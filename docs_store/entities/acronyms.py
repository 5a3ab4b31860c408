"""Acronyms that a text gives for its names: "Harbour Pilots' Association (HPA)", "Lamp Council, LMPC, said"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from docs_store.entities import lexicon as lex
from docs_store.entities import names
from docs_store.entities.candidates import Candidate, Definition
from docs_store.entities.context import OWNS
from docs_store.entities.words import CERTAIN, ORGANISATION, PLACE, Piece

_AFTER: Final = re.compile(
    r">?(?: <[A-Z.]{1,9}>)? ?\((?P<bracket>[A-Z][A-Za-z&.-]{1,9})\)"
    r"|, (?:or )?(?:the )?(?P<comma>[A-Z]{3,8})(?=[,.;)])"
)
"""What follows a name in brackets, or between commas; on the wire the ticker of its shares comes before."""
_OPENERS: Final = frozenset((" (", " <", "> ", ">(", "("))
_BRACKET: Final = re.compile(r" \(([A-Z][A-Za-z&.-]{1,9})\)")
_WORD: Final = re.compile(r"[^\W_][\w'’.&-]*")
_SMALL: Final = re.compile(" (?:of|for|on) ")
_BETWEEN: Final = re.compile("[ -]")
_THINGS: Final = lex.THING_HEADS - lex.words("Agreement Convention")
_LONGEST: Final = 100
"""Code points before a bracket that are searched for the name."""
_BREAK: Final = re.compile(r"[.!?;:,()\"“”\n](?=\s|$)|\n")


class Spelt(NamedTuple):
    """The candidates of one text with the names that acronyms show in it, and the acronyms."""

    candidates: list[Candidate]
    definitions: list[Definition]
    things: frozenset[str] = frozenset()
    """Acronyms of what is no name: "personal lamp recorder (PLR)"."""


def spelt_out(block: int | None, text: str, candidates: Sequence[Candidate]) -> Spelt:
    """Return the candidates, each name that its initials in brackets show whole, and what acronyms stand for."""
    definitions = list(_of_names(text, candidates))
    if "(" not in text:
        return Spelt(list(candidates), definitions)
    defined = {definition.acronym for definition in definitions}
    found = []
    things = set()
    for match in _BRACKET.finditer(text):
        if match[1] not in defined and _is_common(text, match.start(), match[1]):
            things.add(match[1])
            continue
        end = match.start() - len("'s") * text.endswith(OWNS, 0, match.start())  # "the Lamp Council's (LMPC) board"
        start = _start(text, end, match[1]) if match[1] not in defined else None
        if start is not None and _are_free(candidates, start, end):
            name = " ".join(text[start:end].split())
            piece = Piece(0, end - start, ORGANISATION, CERTAIN, name, names.key(name))
            found.append(Candidate(block, start, end, piece, (), silent=False))
            definitions.append(Definition(match[1], name))
    if found:
        kept = (each for each in candidates if not any(new.start < each.end and each.start < new.end for new in found))
        candidates = sorted([*kept, *found], key=lambda each: each.start)
    return Spelt(list(candidates), definitions, frozenset(things))


def without_things(
    candidates: Sequence[Candidate], things: Collection[str], texts: Mapping[int | None, str]
) -> list[Candidate]:
    """Return the candidates but the acronyms, in the plural too, that the texts give for what is no name."""
    return [each for each in candidates if texts[each.block][each.start : each.end].removesuffix("s") not in things]


def as_defined(
    candidates: Sequence[Candidate], definitions: Sequence[Definition], texts: Mapping[int | None, str]
) -> list[Candidate]:
    """Return the candidates, an acronym of the texts under the name that they give it: not every PGA golfs."""
    meant = {definition.acronym.replace(".", ""): definition.name for definition in definitions}
    return [_meaning(each, meant, texts) for each in candidates] if meant else list(candidates)


def _meaning(candidate: Candidate, meant: Mapping[str, str], texts: Mapping[int | None, str]) -> Candidate:
    if candidate.piece.kind is not ORGANISATION:
        return candidate
    name = meant.get(texts[candidate.block][candidate.start : candidate.end].replace(".", ""))
    if name is None or name == candidate.piece.name:
        return candidate
    return candidate._replace(piece=candidate.piece._replace(name=name, identity=names.key(name)))


def _of_names(text: str, candidates: Sequence[Candidate]) -> Iterator[Definition]:
    for candidate in candidates:
        end = candidate.end
        following = text[end : end + 2]
        asked = following in _OPENERS or (following == ", " and candidate.piece.kind is ORGANISATION)
        follows = _AFTER.match(text, end) if asked else None
        if follows is None:
            continue
        name = candidate.piece.name
        acronym = follows["bracket"] or follows["comma"]
        letters = acronym.replace(".", "")
        if len(name) <= len(acronym) or candidate.piece.kind is PLACE:
            continue
        body = candidate.piece.kind is ORGANISATION and names.abbreviates(letters, name)
        if body or (follows["bracket"] and names.initials(text[candidate.start : end]) == letters.upper()):
            yield Definition(acronym, name)


def _start(text: str, end: int, acronym: str) -> int | None:
    """Return where the name of a body begins that ends at `end` and whose words' initials `acronym` has."""
    letters = acronym.replace(".", "").replace("&", "").upper()
    words = list(_WORD.finditer(text, max(0, end - _LONGEST), end))
    if len(letters) < 2 or not words or words[-1].end() != end:
        return None
    for first in reversed(range(max(0, len(words) - 2 * len(letters)), len(words))):
        word = words[first][0]
        if not word[0].isupper():
            if word not in names.ACRONYM_SKIPS:
                return None
            continue
        whole = text[words[first].start() : end]
        if len(words) - first > 1 and letters in (names.initials(whole), names.initials(whole.replace("-", ""))):
            return None if _BREAK.search(whole) or _is_thing(whole) else words[first].start()
    return None


def _is_common(text: str, end: int, acronym: str) -> bool:
    """Tell whether the words of a phrase before `end`, in small letters, begin with the letters of `acronym`.

    "A board of lamp makers (BLM)": a small word may have no letter, and words joined by a hyphen have one each.
    """
    if len(acronym) < 2:
        return False
    words = _BETWEEN.split(text[max(0, end - _LONGEST) : end])
    wanted = list(acronym.lower())
    while wanted and words and words[-1].islower():
        word = words.pop()
        if word[0] == wanted[-1]:
            wanted.pop()
        elif word not in names.ACRONYM_SKIPS:
            return False
    return not wanted


def _is_thing(name: str) -> bool:
    """Tell "Lamp Control System" and "System of Lamps" by their heads."""
    head, *_ = _SMALL.split(name, maxsplit=1)
    return any(part.rpartition(" ")[2] in _THINGS for part in (head, name))


def _are_free(candidates: Sequence[Candidate], start: int, end: int) -> bool:
    """Tell whether no candidate that is certain goes beyond the span, or is somebody or a place in all of it."""
    for each in candidates:
        if each.start < end and start < each.end and each.piece.weight >= CERTAIN:
            whole = (each.start, each.end) == (start, end)
            if each.start < start or each.end > end or (whole and each.piece.kind is not ORGANISATION):
                return False
    return True
