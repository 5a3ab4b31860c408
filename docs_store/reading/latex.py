"""LaTeX, as authors write articles and arXiv keeps them: title, authors, abstract, sections, captions, notes.

Formulas stay as they are written. What a command that is not known has in braces is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from docs_store.reading.latex_braces import Braces
from docs_store.reading.latex_text import LatexText, words_of
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.record import to_document
from docs_store.reading.source import Source

_SIGN = re.compile(r"(?:[ \t]*(?:[%\\][^\n]*|\{[^\n]*|\})?\r?\n){0,2000}[ \t]*\\document(?:class|style)\b")
"""A document class below nothing but comments and commands: else a text tells of LaTeX."""
_BEGIN: Final = "\\begin{document}"
_END: Final = "\\end{document}"
_COMMENT = re.compile(
    r"\\(?P<edge>begin|end)\{(?P<code>[vV]erbatim|lstlisting|minted|alltt)\*?\}|\\(?:url|href|path)\s*\{[^{}\s]{1,2000}\}|"
    r"\\verb\*?(?P<quote>[^\w\s*])[^\n]{0,500}?(?P=quote)|"
    r"(?<!\\)(?P<before>(?:\\\\)*)%[^\n]*(?:\n(?![ \t]*\n)[ \t]*)?"
)
"""A comment, and where a percent sign begins none: in code and in addresses. The gap between paragraphs stays."""
_FRONT = re.compile(r"\\(?P<name>title|subtitle|author|date|keywords|abstract)\b[ \t]*(?:\[[^\[\]]{0,500}\])?(?=\s*\{)")
_MACRO = re.compile(
    r"\\(?:re)?newcommand\*?\s*\{?\\(?P<name>[A-Za-z]{1,60})\}?(?=\{)|\\def\\(?P<other>[A-Za-z]{1,60})(?=\{)"
)
_AND = re.compile(r"\\(?:and|And|AND|quad|qquad)\b|\\IEEEauthorblockA.*", re.DOTALL)
_ASIDE = re.compile(r"\\(?:thanks|inst|footnote|email|orcid\w*|affil\w*|textsuperscript|corref|fnref)\b|\$|\^|\\\\")
_TODAY = re.compile(r"\\today\b|^\s*$")
_MOST_FRONT: Final = 200
_LONGEST_MACRO: Final = 200


def matches(source: Source) -> bool:
    """Tell whether a file is a LaTeX document."""
    return _SIGN.match(source.text_head.lstrip("\ufeff")) is not None


def read(source: Source, reading: Reading) -> Iterator[RawDocument]:
    """Yield the article. Raises `DocumentError` where there is nothing in it."""
    text = _without_comments(source.read_text().replace("\r\n", "\n"))
    begin, end = text.find(_BEGIN), text.rfind(_END)
    body = text[begin + len(_BEGIN) if begin >= 0 else 0 : end if end > begin else len(text)]
    macros = _macros(text[: max(begin, 0)])
    front, authors = _front(text, macros)
    latex = LatexText(macros)
    latex.read(body)
    record: dict[str, object] = {**front, "authors": authors}
    if latex.abstract:
        record["summary"] = latex.abstract
    raw = to_document(record, reading.columns, latex.story.build())
    if raw is None:
        raise source.error("no text in it")
    yield replace(raw, links=(*raw.links, *latex.links))


def _without_comments(text: str) -> str:
    code = ""  # the environment of code that is open

    def kept(found: re.Match[str]) -> str:
        nonlocal code
        if found["edge"] == "begin":
            code = code or found["code"]
        elif found["edge"] and found["code"] == code:
            code = ""
        return found[0] if code or found["before"] is None else found["before"]

    return _COMMENT.sub(kept, text)


def _front(text: str, macros: Mapping[str, str]) -> tuple[dict[str, object], list[str]]:
    """Return what commands tell of the article, and its authors."""
    told: dict[str, object] = {}
    authors: list[str] = []
    parts = {"abstract": "summary", "keywords": "tags", "subtitle": "summary"}
    braces = Braces(text)
    for number, found in enumerate(_FRONT.finditer(text)):
        if number >= _MOST_FRONT:
            break
        value, _ = braces.argument(found.end())
        if found["name"] == "author":
            authors += (name for each in _AND.split(value) if (name := _name(each, macros)))
        elif not (found["name"] == "date" and _TODAY.search(value)) and (words := words_of(value, macros)):
            told.setdefault(parts.get(found["name"], found["name"]), words)
    return told, authors


def _name(author: str, macros: Mapping[str, str]) -> str:
    """Return whom a part of a command `author` names, without where they are and how they are reached."""
    author = author.strip().removeprefix("\\IEEEauthorblockN")
    aside = _ASIDE.search(author, 1)
    return words_of(author[: aside.start()] if aside else author, macros).strip(" ,")


def _macros(preamble: str) -> dict[str, str]:
    """Return the words that an author has given a name to; what takes arguments is none."""
    macros, braces = {}, Braces(preamble)
    for found in _MACRO.finditer(preamble):
        value, _ = braces.argument(found.end())
        if value and len(value) <= _LONGEST_MACRO and "#" not in value:
            macros[found["name"] or found["other"]] = value
    return macros
