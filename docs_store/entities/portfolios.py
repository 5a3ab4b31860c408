"""What a body is for, where that is a list: "Department for Lamps, Ports and Sport" is one name, and two commas."""

from __future__ import annotations

import re
from typing import Final

from docs_store.entities import lexicon as lex
from docs_store.entities import names
from docs_store.entities.candidates import Candidate
from docs_store.entities.gazetteer import Gazetteer

_FIELD: Final = "[A-Z][a-z]+(?: [A-Z][a-z]+)?"
_FURTHER: Final = re.compile(rf"(?:, {_FIELD}){{1,3}},? (?:and|&) {_FIELD}(?! [A-Z])")
_FIRST: Final = re.compile(rf"([A-Z]\w+) (?:of|for|on) {_FIELD}$")
_NO_FIELDS: Final = (lex.HEADS | lex.MONTHS_AND_DAYS) - lex.PORTFOLIOS
_WORD: Final = re.compile("[A-Z][a-z]+")


def with_fields(text: str, candidate: Candidate, gazetteer: Gazetteer) -> Candidate:
    """Return the candidate, an organisation that a comma follows, with the fields that go on behind it."""
    begun, further = _FIRST.search(candidate.piece.name), _FURTHER.match(text, candidate.end)
    if not begun or not further or begun[1] not in lex.AND_ORGANISATIONS:
        return candidate
    fields = _WORD.findall(further[0])
    if not all(gazetteer.is_word(word.lower()) and word not in _NO_FIELDS for word in fields):
        return candidate
    end = further.end()
    name = " ".join(text[candidate.start : end].split())
    piece = candidate.piece._replace(
        end=candidate.piece.start + end - candidate.start, name=name, identity=names.key(name)
    )
    return candidate._replace(end=end, piece=piece)
