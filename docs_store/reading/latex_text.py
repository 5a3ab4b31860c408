"""The blocks of a LaTeX text, by its commands and environments."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from docs_store.model import BlockKind, Image, Link, LinkKind
from docs_store.reading.latex_braces import LONGEST, SPACE, Braces
from docs_store.reading.latex_letters import ACCENTS, SIGNS, accented, typeset
from docs_store.reading.story import StoryBuilder, without_credit

_TOKEN = re.compile(
    r"\\(?P<name>[A-Za-z@]{1,60})\*?|\\(?P<sign>.)|(?P<mark>\$\$?|[{}&~])|(?P<gap>\n[ \t]*\n\s*)", re.DOTALL
)
_DOTLESS = re.compile(r"\\(?P<letter>[ij])(?![A-Za-z])(?:\{\}|[ \t]+)?")
_VERBATIM = re.compile(r"(?P<quote>[^\w\s*])(?P<words>[^\n]{0,500}?)(?P=quote)")
_OPTIONS = re.compile(r"(?:\s*\[[^\[\]]{0,1000}\]){1,3}")
_DEEPEST: Final = 6
"""Arguments within each other."""
_MOST_OPEN: Final = 200
"""Environments within each other; what is within more is in those alone."""
_MOST_LINKS: Final = 200

_HEADINGS: Final = ("part", "chapter", "section", "subsection", "subsubsection", "paragraph", "subparagraph",
                    "frametitle")  # fmt: skip
_DROPPED: Final = {
    name: count
    for count, names in (
        (1, "label ref cite eqref pageref autoref cref Cref citep citet citealp citeauthor citeyear parencite textcite "
            "footcite nocite vspace hspace usepackage bibliography bibliographystyle pagestyle thispagestyle input "
            "include index footnotemark phantom graphicspath email thanks affil affiliation address institute inst "
            "orcid pacs documentclass pagenumbering title subtitle author date keywords abstract theoremstyle "
            "captionsetup addbibresource authorrunning titlerunning vskip hskip"),
        (2, "setcounter setlength newtheorem hypersetup definecolor newcommand renewcommand providecommand markboth "
            "rule addtocounter multirow"),
        (3, "addcontentsline"),
    )
    for name in names.split()
}  # fmt: skip
"""Commands that leave nothing in the text, by how many arguments go with them."""
_ASIDE: Final = {"href": 1, "textcolor": 1, "colorbox": 1, "multicolumn": 2, "parbox": 1, "raisebox": 1, "rotatebox": 1,
                 "scalebox": 1, "hyperlink": 1, "color": 1}  # fmt: skip
"""Arguments that are no text before the one that is."""
_UNREAD: Final = frozenset(
    ("comment", "thebibliography", "tikzpicture", "pspicture", "picture", "filecontents", "CCSXML", "keywords", "asy")
)
_CODE: Final = frozenset(("verbatim", "lstlisting", "minted", "Verbatim", "alltt", "algorithm", "algorithmic"))
_MATH: Final = frozenset(("equation", "align", "displaymath", "eqnarray", "gather", "multline", "flalign", "alignat"))
_QUOTES: Final = frozenset(("quote", "quotation", "verse", "displayquote"))
_TABLES: Final = frozenset(("tabular", "tabularx", "longtable", "tabu", "supertabular"))
_FIGURES: Final = frozenset(("figure", "wrapfigure", "SCfigure", "subfigure"))
_REFERENCE = re.compile(r"(?:\w*cite|\w*ref\b|label|index)")
_LABEL = re.compile(r"\\(?:label|tag)\{[^{}]{0,200}\}|\\(?:nonumber|notag)\b")


def words_of(text: str, macros: Mapping[str, str]) -> str:
    """Return the words of a piece of LaTeX."""
    return LatexText(macros).inline(text)


@dataclass(slots=True)
class LatexText:
    """Gathers the blocks of a text."""

    macros: Mapping[str, str]
    """Words by the names of commands that stand for them."""
    depth: int = 0
    story: StoryBuilder = field(default_factory=StoryBuilder)
    links: list[Link] = field(default_factory=list)
    abstract: str = ""
    _words: list[str] = field(default_factory=list)
    _notes: list[str] = field(default_factory=list)
    _pictures: list[str] = field(default_factory=list)
    _caption: str = ""
    _kind: BlockKind = BlockKind.PARAGRAPH
    _open: list[str] = field(default_factory=list)
    """The environments that are open."""
    _endless: set[str] = field(default_factory=set)
    """Those of which one was begun that does not end."""
    _abstract_at: int = 0
    _braces: Braces = field(default_factory=lambda: Braces(""))

    def read(self, text: str) -> None:
        """Read a text to its end."""
        at, self._braces, self._endless = 0, Braces(text), set()
        while found := _TOKEN.search(text, at):
            self._words.append(text[at : found.start()])
            at = found.end()
            if found["name"]:
                at = self._command(found["name"], text, at)
            elif found["gap"]:
                self._end()
            elif found["sign"]:
                at = self._sign(found["sign"], text, at)
            elif found["mark"][0] == "$":
                at = self._formula(found["mark"], text, at)
            elif found["mark"] == "&":
                self._words.append(" | " if self._is_in(_TABLES) else " ")
            elif found["mark"] == "~":
                self._words.append(" ")
        self._words.append(text[at:])
        self._end()

    def inline(self, text: str) -> str:
        """Return the words of an argument, whose notes and links are this text's."""
        if self.depth >= _DEEPEST:
            return typeset(text)
        inner = LatexText(self.macros, self.depth + 1, links=self.links)
        inner.read(text)
        return " ".join(block.text for block in inner.story.blocks)

    def _command(self, name: str, text: str, at: int) -> int:
        if name in ("begin", "end"):
            environment, at = self._braces.argument(at)
            return (self._begin if name == "begin" else self._close)(environment.rstrip("*"), text, at)
        if (end := self._spelled(name, text, at)) is not None:
            return end
        options = _OPTIONS.match(text, at)
        if name == "item":
            self._end()
            self._kind = BlockKind.LIST_ITEM
            self._words += [self.inline(options[0].strip(" \n[]")), ": "] if options else []
            return options.end() if options else at
        at = options.end() if options and (name in _DROPPED or text.startswith("{", options.end())) else at
        for _ in range(_DROPPED.get(name, 0)):
            _, at = self._braces.argument(at)
        if name in _DROPPED and _REFERENCE.match(name) and text[at : at + 1] in ".,;:)":
            self._words = ["".join(self._words).rstrip()]
        if name in _HEADINGS:
            words, at = self._braces.argument(at)
            self._end()
            self._add(BlockKind.HEADING, self.inline(words))
        elif name in ("footnote", "footnotetext", "caption"):
            words, at = self._braces.argument(at)
            if name == "caption":
                self._caption = " ".join(filter(None, (self._caption, self.inline(words))))
            else:
                self._notes.append(self.inline(words))
        elif name in ("includegraphics", "url", "href"):
            at = self._addressed(name, at)
        elif name in ("newline", "par"):
            self._end()
        else:
            for _ in range(_ASIDE.get(name, 0)):
                _, at = self._braces.argument(at)
        return at

    def _spelled(self, name: str, text: str, at: int) -> int | None:
        """Add the letters or words that a command stands for; return where it ends, None where it stands for none."""
        if name in SIGNS:
            self._words.append(SIGNS[name])
            if text.startswith("{}", at):
                return at + len("{}")
            space = SPACE.match(text, at) if SIGNS[name].isalpha() and len(SIGNS[name]) == 1 else None
            return space.end() if space else at  # a space ends the command, and is none in a word
        if name in ACCENTS:
            return self._accent(name, text, at)
        if name == "verb" and (verbatim := _VERBATIM.match(text, at)):
            self._words.append(verbatim["words"])
            return verbatim.end()
        if name in self.macros:
            self._words.append(words_of(self.macros[name], {}))  # in which others would swell
            return at
        return None

    def _addressed(self, name: str, at: int) -> int:
        address, at = self._braces.argument(at)
        address = address.strip()
        if name == "includegraphics":
            self._pictures.append(address)
            return at
        label = address
        if name == "href":
            words, at = self._braces.argument(at)
            label = self.inline(words)
        if address.startswith(("http://", "https://")) and label and len(self.links) < _MOST_LINKS:
            self.links.append(Link(label, address.replace("\\", ""), LinkKind.REFERENCE))
        self._words.append(label)
        return at

    def _sign(self, sign: str, text: str, at: int) -> int:
        if sign in "([":
            return self._formula("\\)" if sign == "(" else "\\]", text, at)
        if sign in ACCENTS:
            return self._accent(sign, text, at)
        if sign == "\\":
            options = _OPTIONS.match(text, at)
            if self._is_in(_TABLES) or "verse" in self._open:
                kind = self._kind
                self._end()
                self._kind = kind
            self._words.append(" ")
            return options.end() if options else at
        self._words.append(sign if sign in "%&$#_{}" else "" if sign in "-/!" else " ")
        return at

    def _accent(self, accent: str, text: str, at: int) -> int:
        if dotless := _DOTLESS.match(text, at):
            self._words.append(accented(accent, dotless["letter"]))
            return dotless.end()
        letter, end = self._braces.argument(at)
        if not letter:
            end = end + 1
            letter = text[end - 1 : end]
        self._words.append(accented(accent, letter.replace("\\", "") or " "))
        return end

    def _formula(self, closing: str, text: str, at: int) -> int:
        """Keep a formula as it is; one that does not end within a paragraph is none."""
        end = text.find(closing, at, at + LONGEST)
        if end < 0 or "\n\n" in text[at:end]:
            return at
        self._words.append(_LABEL.sub("", text[at:end]))
        return end + len(closing)

    def _begin(self, name: str, text: str, at: int) -> int:
        self._end()
        options = _OPTIONS.match(text, at) if name in _CODE else None
        at = options.end() if options else at
        end = self._end_of(name, text, at) if name in _UNREAD | _CODE | _MATH else -1
        if end >= 0:
            held = text[at:end]
            if name in _CODE:
                for line in held.strip("\n").split("\n"):
                    self._add(BlockKind.PARAGRAPH, line)
            elif name in _MATH:
                self._add(BlockKind.PARAGRAPH, " ".join(_LABEL.sub("", held).split()))
            return text.find("}", end) + 1 or len(text)
        if len(self._open) < _MOST_OPEN:
            self._open.append(name)
        self._abstract_at = len(self.story.blocks) if name == "abstract" else self._abstract_at
        options = _OPTIONS.match(text, at)
        at = options.end() if options else at
        for _ in range(
            (name in _TABLES) + (name in ("tabularx", "minipage", "multicols")) + 2 * (name == "wrapfigure")
        ):
            _, at = self._braces.argument(at)
        if name == "frame":  # of slides
            words, at = self._braces.argument(at)
            self._add(BlockKind.HEADING, self.inline(words))
        return at

    def _end_of(self, name: str, text: str, at: int) -> int:
        """Return where an environment ends, -1 where it does not; then none of its name does from there on."""
        end = -1 if name in self._endless else text.find(f"\\end{{{name}", at)
        if end < 0:
            self._endless.add(name)
        return end

    def _close(self, name: str, _: str, at: int) -> int:
        self._end()
        if name in self._open:
            while self._open.pop() != name:
                pass
        if name in _FIGURES:
            self._show()
        elif name == "abstract":
            blocks = self.story.blocks
            self.abstract = " ".join(block.text for block in blocks[self._abstract_at :])
            del blocks[self._abstract_at :]
        elif self._caption and not self._is_in(_FIGURES):  # of a table
            self._add(BlockKind.PARAGRAPH, self._caption)
            self._caption = ""
        return at

    def _show(self) -> None:
        pictures, caption = self._pictures, self._caption
        self._pictures, self._caption = [], ""
        for source in pictures or [""] * bool(caption):
            self.story.add_picture(without_credit(Image(caption, source=source)))
            caption = ""

    def _is_in(self, names: frozenset[str]) -> bool:
        return not names.isdisjoint(self._open)

    def _end(self) -> None:
        """End the block that the words so far are; its notes come after it."""
        words, notes, kind = typeset("".join(self._words)), self._notes, self._kind
        self._words, self._notes, self._kind = [], [], BlockKind.PARAGRAPH
        if kind is BlockKind.PARAGRAPH and self._is_in(_QUOTES):
            kind = BlockKind.QUOTE
        self._add(kind, words)
        for note in notes:
            self._add(BlockKind.PARAGRAPH, note)
        if self._pictures and not self._is_in(_FIGURES):
            self._show()

    def _add(self, kind: BlockKind, text: str) -> None:
        if any(map(str.isalnum, text)):
            self.story.add(kind, text)
