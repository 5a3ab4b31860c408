"""Wikitext, as MediaWiki's editors write it: its paragraphs, pictures, tables and links, without its templates."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from docs_store.model import Block, BlockKind, Image, Link, LinkKind
from docs_store.reading.fields import unescaped
from docs_store.reading.nesting import between, matched, within
from docs_store.reading.story import Story, StoryBuilder, without_credit

_MOST_LINKS: Final = 200
_FILES: Final = ("file", "image", "media", "datei", "bild", "fichier", "archivo", "imagen", "ficheiro", "imagem",
                 "bestand", "afbeelding", "immagine", "plik", "grafika", "файл", "изображение", "ファイル", "画像",
                 "文件")  # fmt: skip
_CATEGORIES: Final = ("category", "kategorie", "catégorie", "categoría", "categoria", "categorie", "kategoria",
                      "категория", "カテゴリ", "分类")  # fmt: skip
_PICTURE: Final = "\x00"
"""Stands in the text on both sides of a picture's number."""
_QUOTED, _UNQUOTED = "\x01", "\x02"
"""Lines between which words of somebody else stand."""

_COMMENT: Final = ("<!--", "-->")
_SIGN = re.compile(r"[{}\[\]=|*#:;']")
_NOTE = re.compile(r"(?i)<(?P<name>ref)(?:\s[^<>]{0,500})?/?>")
_GALLERY = re.compile(r"(?i)<(?P<name>gallery)(?:\s[^<>]{0,500})?>")
_LITERAL = re.compile(r"(?i)<(?P<name>nowiki|pre|syntaxhighlight|source|math)(?:\s[^<>]{0,500})?>")
_BLOCKQUOTE = re.compile(r"(?i)<(?P<end>/)?(?:blockquote|poem)\s*>")
_BREAK = re.compile(r"(?i)<(?:br|hr)\s*/?>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_EMPHASIS = re.compile("'{2,5}")
_MAGIC = re.compile(r"__[A-Z]{3,30}__")
_EXTERNAL = re.compile(r"\[(?P<url>(?:https?:)?//[^\s\[\]]{1,2000})(?:[ \t]+(?P<label>[^\[\]\n]{1,1000}))?\]")
_HEADING = re.compile(r"(?P<marks>={1,6})[ \t]*(?P<words>[^=].{0,500}?)[ \t]*(?P=marks)[ \t]*$")
_LIST = re.compile(r"(?P<marks>[*#:;]{1,20})[ \t]*")
_CELLS = re.compile(r"\|\||!!")
_ATTRIBUTES = re.compile(r"[^\[\]|]{0,300}=[^\[\]|]{0,300}\|(?!\|)")
"""What says how a cell looks, before its words."""
_OTHER_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z]{2,8}){0,2}")
_OPTION = re.compile(r"(?i)\s*(?:thumb(?:nail)?(?:=.*)?|frame(?:d|less)?|border|(?:up)?right(?:=.*)?|left|none|center|"
                     r"\d*x?\d+ ?px|mini(?:atur)?|hochkant(?:=.*)?|rechts|links|vignette|droite|gauche|derecha|"
                     r"miniatura(?:deimagen)?|izquierda|мини|справа|слева|(?:link|lang|page|class|alt|upright)=.*|"
                     r"baseline|sub|super|top|text-top|middle|bottom|text-bottom)\s*")  # fmt: skip
_BARS = re.compile(r"(\[\[|\]\]|\|)")
_NAMED = re.compile(r"\s*(?P<name>[\w -]{1,40}?)\s*=(?P<value>.*)", re.DOTALL)
_SAID: Final = {
    "convert": (1, 2), "cvt": (1, 2), "lang": (2,), "transl": (2,), "translit": (2,), "nowrap": (1,), "small": (1,),
    "abbr": (1,), "as of": (1,), "circa": (1,), "c.": (1,), "nihongo": (1,), "date": (1,), "start date": (1,),
    "w": (2, 1), "mvar": (1,), "val": (1,), "sic": (1,), "nobold": (1,), "em": (1,), "ill": (1,),
    "interlanguage link": (1,), "illm": (1,), "big": (1,), "visible anchor": (1,),
}  # fmt: skip
"""Templates that stand for words, and their parameters that are these; of `w` (Wikinews) the first one there is."""
_SIGNS: Final = {
    "ndash": "–",
    "spaced ndash": " – ",
    "snd": " – ",
    "mdash": "—",
    "nbsp": " ",
    "spaces": " ",
    "'": "’",
    "=": "=",
    "!": "|",
}
_QUOTES: Final = ("quote", "blockquote", "cquote", "quotation", "quote box", "rquote")


@dataclass(frozen=True, slots=True)
class WikiPage:
    """What is in a page of a wiki."""

    story: Story
    links: tuple[Link, ...] = ()
    tags: tuple[str, ...] = ()
    """Its categories."""
    date: str = ""
    """The day that a template says it is of, as Wikinews's do."""


def read_wikitext(text: str, files: str = "", categories: str = "") -> WikiPage:
    """Return what is in a page; `files` and `categories` are what its wiki calls those namespaces."""
    return _Reader({*_FILES, files.lower()} - {""}, {*_CATEGORIES, categories.lower()} - {""}).read(text)


@dataclass(slots=True)
class _Reader:
    """Goes through a page: what is no text is taken out of it, then it is read line by line."""

    files: set[str]
    categories: set[str]
    story: StoryBuilder = field(default_factory=StoryBuilder)
    pictures: list[Image] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    date: str = ""
    levels: dict[int, int] = field(default_factory=dict)
    """How deep each heading is, by its place among the blocks."""
    lines: list[str] = field(default_factory=list)
    """Of the paragraph that is being read."""
    row: list[str] = field(default_factory=list)
    tables: int = 0
    is_quoted: bool = False

    def read(self, text: str) -> WikiPage:
        for sign in (_PICTURE, _QUOTED, _UNQUOTED):
            text = text.replace(sign, "")
        text = between(text, *_COMMENT, lambda _: "")
        text = within(text, _LITERAL, lambda inner: _SIGN.sub(_escaped, inner))
        text = within(text, _NOTE, lambda _: "")
        text = within(text, _GALLERY, self._gallery)
        text = _BLOCKQUOTE.sub(lambda mark: f"\n{_UNQUOTED if mark['end'] else _QUOTED}\n", text)
        text = _TAG.sub("", _BREAK.sub(" ", text))
        text = matched(text, "{{", "}}", self._template)
        text = matched(text, "[[", "]]", self._link)
        text = _EXTERNAL.sub(self._external, text)
        for line in _MAGIC.sub("", _EMPHASIS.sub("", text)).split("\n"):
            self._line(line)
        self._end()
        return WikiPage(self._headed(), tuple(self.links), tuple(dict.fromkeys(self.tags)), self.date)

    def _line(self, line: str) -> None:
        bare = line.strip()
        heading, listed = _HEADING.match(bare), _LIST.match(bare)
        if bare.startswith("{|"):
            self._end()
            self.tables += 1
        elif self.tables and bare.startswith("|}"):
            self._end()
            self.tables -= 1
            self._after(bare[2:])
        elif self.tables and bare.startswith(("|", "!")):
            self._cells(bare)
        elif bare in (_QUOTED, _UNQUOTED):
            self._end()
            self.is_quoted = bare == _QUOTED
        elif heading and not self.tables:
            self._end()
            self.levels[len(self.story.blocks)] = len(heading["marks"])
            self._add(BlockKind.HEADING, heading["words"])
        elif listed and not self.tables:
            self._end()
            self._add(BlockKind.LIST_ITEM if set(listed["marks"]) & set("*#") else self._kind, bare[listed.end() :])
        elif not bare or bare.startswith("----"):
            self._end_paragraph()
        else:
            self._after(bare)

    @property
    def _kind(self) -> BlockKind:
        return BlockKind.QUOTE if self.is_quoted else BlockKind.PARAGRAPH

    def _after(self, line: str) -> None:
        """Go on with the paragraph, or with the last cell of a row."""
        if self.tables and self.row:
            self.row[-1] = f"{self.row[-1]} {line}".strip()
        elif line.strip():
            self.lines.append(line)

    def _cells(self, line: str) -> None:
        if line.startswith(("|-", "|+")):
            self._end()
            self._add(BlockKind.PARAGRAPH, _ATTRIBUTES.sub("", line[2:]) if line[1] == "+" else "")
            return
        self.row += [_ATTRIBUTES.sub("", cell, count=1).strip() for cell in _CELLS.split(line[1:])]

    def _end(self) -> None:
        """End the paragraph and the row."""
        self._end_paragraph()
        row, self.row = self.row, []
        self._add(BlockKind.PARAGRAPH, " | ".join(filter(None, row)))

    def _end_paragraph(self) -> None:
        lines, self.lines = self.lines, []
        self._add(self._kind, " ".join(lines))

    def _add(self, kind: BlockKind, text: str) -> None:
        """Add a block, and after it the pictures that stand in it."""
        words = text.split(_PICTURE)
        if plain := " ".join(unescaped("".join(words[::2])).split()):
            self.story.add(kind, plain)
        for number in words[1::2]:
            self.story.add_picture(self.pictures[int(number)])

    def _headed(self) -> Story:
        """Return the blocks without headings that have nothing under them: what they head was a list of notes."""
        kept: list[Block] = []
        below: int | None = 0  # as if a heading of the highest level followed
        for at in range(len(self.story.blocks) - 1, -1, -1):
            level = self.levels.get(at)
            if level is None or below is None or level < below:
                kept.append(self.story.blocks[at])
                below = level
        return Story(tuple(reversed(kept)), tuple(self.story.images))

    def _template(self, inner: str) -> str:
        """Return the words that a template stands for; what it says of a picture is kept, the rest is no text."""
        name, *parameters = _parted(inner)
        name = " ".join(name.replace("_", " ").lower().split())
        named = {told["name"].lower(): told["value"].strip() for each in parameters if (told := _NAMED.fullmatch(each))}
        placed = [each.strip() for each in parameters if not _NAMED.fullmatch(each)]
        placed += [named[key] for key in ("1", "text", "quote") if key in named]
        if name in _SIGNS:
            return _SIGNS[name]
        if name in _QUOTES and placed:
            return f"\n{_QUOTED}\n{placed[0]}\n{_UNQUOTED}\n"
        if name == "date" and placed:
            self.date = self.date or placed[0]
            return ""
        if name in _SAID:
            words = [placed[at - 1] for at in _SAID[name] if at <= len(placed)]
            return " ".join(words[:1] if name == "w" else words)
        if named.get("image") and named.get("caption"):
            file = named["image"].removeprefix("[[").partition("|")[0]
            return self._picture(file.rpartition(":")[2], named["caption"], named.get("alt", ""))
        return ""

    def _link(self, inner: str) -> str:
        """Return the words of a link between pages; those to files are pictures, those to categories are tags."""
        target, *parts = _parted(inner)
        space, colon, name = target.partition(":")
        space = space.strip().lower()
        if colon and space in self.files:
            captions = [part for part in parts if not _OPTION.fullmatch(part)]
            alt = next((part.strip()[4:] for part in parts if part.strip().lower().startswith("alt=")), "")
            return self._picture(name, captions[-1] if captions else "", alt)
        if colon and space in self.categories:
            self.tags.append(name.strip())
            return ""
        if colon and not parts and _OTHER_LANGUAGE.fullmatch(target.partition(":")[0]):
            return ""
        title = target.lstrip(":").partition("#")[0].replace("_", " ").strip()
        label = parts[-1] if parts else target.lstrip(":")
        if title and len(self.links) < _MOST_LINKS:
            self.links.append(Link(title, "", LinkKind.RELATED))
        return label

    def _gallery(self, inner: str) -> str:
        """Return the pictures of a gallery, one a line: `File:a.jpg|caption`."""
        pictures = []
        for line in inner.split("\n"):
            target, *parts = _parted(line.strip())
            space, _, name = target.rpartition(":")
            if name and (not space or space.strip().lower() in self.files):
                pictures.append(f"[[File:{name}|{'|'.join(parts)}]]")
        return "\n\n" + "\n\n".join(pictures) + "\n\n"

    def _picture(self, name: str, caption: str, alt: str) -> str:
        linked = matched(_EMPHASIS.sub("", caption.replace(_PICTURE, "")), "[[", "]]", self._link)
        plain = " ".join(unescaped(_EXTERNAL.sub(self._external, linked.partition(_PICTURE)[0])).split())
        self.pictures.append(without_credit(Image(caption=plain, alt=alt.strip(), source=name.strip())))
        return f"{_PICTURE}{len(self.pictures) - 1}{_PICTURE}"

    def _external(self, link: re.Match[str]) -> str:
        label = (link["label"] or "").strip()
        if label and len(self.links) < _MOST_LINKS:
            url = link["url"] if link["url"].startswith("http") else f"https:{link['url']}"
            self.links.append(Link(label, url, LinkKind.REFERENCE))
        return label


def _escaped(sign: re.Match[str]) -> str:
    return f"&#{ord(sign[0])};"


def _parted(inner: str) -> list[str]:
    """Return the parts between bars; bars within links of another do not part."""
    parts: list[list[str]] = [[]]
    depth = 0
    for piece in _BARS.split(inner):
        depth += (piece == "[[") - (piece == "]]")
        if piece == "|" and depth <= 0:
            parts.append([])
        else:
            parts[-1].append(piece)
    return ["".join(part) for part in parts]
