"""The tree that docutils makes of reStructuredText, with what Sphinx, Pelican and Nikola add to the language.

Directives and roles are read here and not by docutils' own, which refuse whole blocks for an option that they do not
know, or for where they stand; so neither its registry nor any file or address is looked into.
"""

from __future__ import annotations

import csv
import html
import re
from contextlib import suppress
from types import SimpleNamespace
from typing import Final, TypeAlias, cast

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser, roles, states
from docutils.parsers.rst.directives import unicode_code
from docutils.statemachine import StateMachineWS, StringList
from docutils.transforms.references import AnonymousHyperlinks, ExternalTargets, IndirectHyperlinks, PropagateTargets
from docutils.utils import new_document

_Found: TypeAlias = "re.Match[str]"
_Nodes: TypeAlias = "list[nodes.Node]"
_Inlines: TypeAlias = "tuple[list[nodes.Node], list[nodes.system_message]]"

_SETTINGS: Final = {
    "file_insertion_enabled": False, "raw_enabled": False, "report_level": 5, "halt_level": 6, "warning_stream": False,
    "line_length_limit": 2**31, "trim_footnote_reference_space": True,
}  # fmt: skip
_MOST_WORK: Final = 10_000_000
"""Code points of a paragraph times the marks in it, each of which may be looked for to the end: past it all is text."""

_PICTURES: Final = ("image", "figure", "thumbnail")
_QUOTES: Final = ("epigraph", "pull-quote", "highlights", "pullquote")
_TITLED: Final = ("rubric", "topic", "sidebar", "admonition", "tab", "tab-item", "dropdown")
_TABLES: Final = ("table", "list-table", "csv-table")
_CODE: Final = ("code", "code-block", "sourcecode", "prompt", "math", "productionlist", "doctest", "testcode")
_WORDLESS: Final = ("class", "cssclass", "rst-class", "container", "only")
"""Directives around text, whose own words are for a program, but for `class`, where Python's are described."""
_NAMING: Final = ("attribute", "data", "exception", "option", "confval", "envvar", "describe")
"""Directives that describe what their words name."""
_UNREAD: Final = frozenset((
    "contents", "include", "raw", "meta", "toctree", "replace", "highlight", "index", "default-role", "role",
    "sectnum", "section-numbering", "header", "footer", "target-notes", "unicode", "date", "tableofcontents", "title",
    "youtube", "vimeo", "slides", "video", "audio", "currentmodule", "module", "testsetup", "graphviz", "disqus",
    "literalinclude", "autosummary",
))  # fmt: skip

_DIRECTIVE: Final = states.Body.explicit.constructs[-1][1]
_RAW_ROLE = re.compile(r"([\w.+-]{1,60})\s*\(\s*raw\s*\)")
_TAG = re.compile(r"<[^<>]*>")
_LABELLED = re.compile(r"(?s)(?P<label>.*?\S)\s*<(?P<target>[^<>]+)>")
_LINKED: Final = {"pep": roles.pep_reference_role, "rfc": roles.rfc_reference_role}


def parse(text: str) -> nodes.document:
    """Return the tree of a text. Raises `RecursionError` where it nests too deep."""
    settings = get_default_settings(Parser)
    for name, value in _SETTINGS.items():
        setattr(settings, name, value)
    document = new_document("", settings)
    parser = Parser(inliner=_Inliner())
    parser.state_classes = _STATES
    parser.parse(text, document)
    document.transformer.add_transforms([PropagateTargets, IndirectHyperlinks, ExternalTargets])
    references = sum(bool(each.get("anonymous")) for each in document.findall(nodes.reference))
    if references == sum(bool(each.get("anonymous")) for each in document.findall(nodes.target)):
        document.transformer.add_transform(AnonymousHyperlinks)
    document.transformer.apply_transforms()
    return document


class _Inliner(states.Inliner):
    """Reads roles as their text, and leaves addresses within the text as they are."""

    # docutils makes its patterns of others that it looks for in the class alone, and in none above it.
    vars().update({name: part for name, part in vars(states.Inliner).items() if name[0] != "_" and type(part) is str})

    def init_customizations(self, settings: object) -> None:
        super().init_customizations(settings)
        self.implicit_dispatch = []
        self.raw_roles = {"raw"}

    def parse(self, text: str, lineno: int, memo: SimpleNamespace, parent: nodes.Element) -> _Inlines:
        if len(text) * sum(map(text.count, "*`|_[:.-+")) > _MOST_WORK:
            return [nodes.Text(text)], []
        return super().parse(text, lineno, memo, parent)

    def interpreted(self, rawsource: str, text: str, role: str, lineno: int) -> _Inlines:
        name = role.lower().rpartition(":")[2]
        if name in self.raw_roles:
            return [nodes.Text(html.unescape(_TAG.sub(" ", nodes.unescape(text))))], []
        if name in _LINKED:
            return _LINKED[name](role, rawsource, text, lineno, self)
        words = nodes.unescape(text)
        labelled = _LABELLED.fullmatch(words)
        if labelled:  # a link where the `_` behind it was forgotten
            return [nodes.reference("", labelled["label"], refuri=labelled["target"])], []
        if words.startswith("~"):  # Sphinx shows the last name of a path alone
            words = words[1:].rpartition(".")[2] or words[1:]
        return [nodes.Text(words.lstrip("!"))], []


class _State(states.RSTState):
    """What all states have other than docutils' own: those within them are ours too, and titles stand anywhere."""

    nested_sm_cache = []  # noqa: RUF012 - docutils' name for the machines that it keeps: ours, not its own

    def __init__(self, state_machine: states.RSTStateMachine, debug: bool = False) -> None:
        super().__init__(state_machine, debug)
        self.nested_sm_kwargs = {"state_classes": _STATES, "initial_state": "Body"}

    def section(self, title: str, _: str, __: object, lineno: int, ___: object) -> None:
        """Read a title, whatever its level: articles have headings, and no tree of them."""
        heading = nodes.title(title, "", *self.inline_text(title, lineno)[0])
        heading["names"].append(nodes.fully_normalize_name(heading.astext()))
        self.parent += heading
        self.document.note_implicit_target(heading, heading)


class _Body(_State, states.Body):
    """Reads directives of any name, with any options."""

    inliner: _Inliner

    def explicit_construct(self, match: _Found) -> tuple[_Nodes, bool]:
        found = _DIRECTIVE.match(match.string)
        return self.directive(found) if found else super().explicit_construct(match)  # type: ignore[no-untyped-call]

    def enumerator(self, match: _Found, context: list[str], next_state: str) -> tuple[list[str], str, list[str]]:
        at = len(self.parent)
        done: tuple[list[str], str, list[str]] = super().enumerator(match, context, next_state)  # type: ignore[no-untyped-call]
        self.parent[at]["lead"] = match[0]
        return done

    @property
    def _machine(self) -> StateMachineWS[list[str]]:
        return cast("StateMachineWS[list[str]]", self.state_machine)

    def directive(self, match: _Found, **presets: str) -> tuple[_Nodes, bool]:
        found, _, offset, is_done = self._machine.get_first_known_indented(match.end(), strip_top=False)
        lines = StringList(list(found), "")
        name = match[1].lower().rpartition(":")[2]
        if isinstance(self, states.SubstitutionDef) and name in ("replace", "unicode"):
            return self._replacement(name, " ".join(lines).strip()), is_done
        return self._directive(name, lines, offset, presets), is_done

    def _replacement(self, name: str, text: str) -> _Nodes:
        if name == "replace":
            return self.inline_text(text, 0)[0]
        with suppress(ValueError):
            return [nodes.Text("".join(map(unicode_code, text.partition(" .. ")[0].split())))]
        return []

    def isolate_simple_table(self) -> tuple[StringList, _Nodes, bool]:
        """Return the lines of a table; one without its end has it where a line is empty, and not with the text."""
        machine, start = self._machine, self._machine.line_offset
        lines, messages, is_done = super().isolate_simple_table()  # type: ignore[no-untyped-call]
        if not lines:
            machine.previous_line(machine.line_offset - start)
            whole = machine.get_text_block()
            lines, messages, is_done = StringList([*whole, whole[0]], ""), [], True
        for at, line in enumerate(lines):  # a row may begin with an empty cell, which docutils wants to be told
            if line.startswith(" ") and self.simple_table_border_pat.match(lines[at - 1]):
                lines[at] = f"\\{line[1:]}"
        return lines, messages, is_done

    def _directive(self, name: str, lines: StringList, offset: int, presets: dict[str, str]) -> _Nodes:
        words, body = lines[0].strip(), lines[1:]
        is_text = " " in words or not words.isascii() or words.endswith((".", "!", "?"))  # else a version, say
        options, read = self._options(body)
        options, body = presets | options, body[read:]
        content = StringList([words, "", *body], "") if read else lines
        if name == "role" and (raw := _RAW_ROLE.match(words)):
            self.inliner.raw_roles.add(raw[1].lower())
        elif name in _PICTURES:
            image = nodes.image("", uri=words, alt=options.get("alt", ""))
            return [image if name == "image" else self._parsed(nodes.figure("", image), body, offset)]
        elif name in _CODE:
            code = "\n".join([words, *body] if name == "math" else body)
            return [nodes.literal_block(code, code)]
        elif name == "parsed-literal":
            return [nodes.literal_block("", "", *self.inline_text("\n".join(content), 0)[0])]
        elif name in _QUOTES:
            return list(self.block_quote(content, offset))  # type: ignore[no-untyped-call]
        elif name in _TABLES:
            table = self._titled(nodes.table(), words)
            if name == "csv-table":
                return [table, *self._rows([options.get("header", ""), *body], options)]
            return [self._parsed(table, body, offset)]
        elif name in _TITLED:
            return [self._parsed(self._titled(nodes.topic(), words), body, offset)]
        elif name not in _UNREAD:
            has_words = "(" in words or ((is_text or name in _NAMING) and name not in _WORDLESS)
            return [self._parsed(nodes.container(), content if has_words else body, offset)]
        return []

    def _options(self, body: StringList) -> tuple[dict[str, str], int]:
        """Return the options that a directive's text begins with, and how many lines they are."""
        end = next((at for at, line in enumerate(body) if not line.strip()), len(body))
        if not (end and body[0].startswith(":")):
            return {}, 0
        found = nodes.field_list()
        last, _ = self.nested_list_parse(body[:end], 0, found, initial_state="ExtensionOptions", blank_finish=True)
        options = {each[0].astext(): " ".join(each[1].astext().split()) for each in found.findall(nodes.field)}
        return options, min(last + 1, end)

    def _parsed(self, node: nodes.Element, lines: StringList, offset: int) -> nodes.Element:
        self.nested_parse(lines, offset, node, match_titles=True)
        return node

    def _titled(self, node: nodes.Element, words: str) -> nodes.Element:
        if words:
            node += nodes.title(words, "", *self.inline_text(words, 0)[0])
        return node

    def _rows(self, lines: list[str], options: dict[str, str]) -> _Nodes:
        delimiter = {"tab": "\t", "space": " "}.get(mark := options.get("delim", ","), mark)
        with suppress(csv.Error, TypeError, ValueError):
            rows = list(csv.reader(lines, delimiter=delimiter, skipinitialspace=True))
            lines = [" | ".join(filter(None, map(str.strip, row))) for row in rows]
        return [nodes.paragraph(line, "", *self.inline_text(line, 0)[0]) for line in lines]


_STATES: Final = [
    type(each.__name__, (_Body if issubclass(each, states.Body) else _State, each), {}) for each in states.state_classes
]
