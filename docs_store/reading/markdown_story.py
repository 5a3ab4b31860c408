"""The blocks, pictures, links and tags of a Markdown text, by markdown-it's tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from docs_store.model import BlockKind, Image, Link, LinkKind
from docs_store.notes import SUFFIXES
from docs_store.reading.html.lines import BREAK, own_lines
from docs_store.reading.story import Story, StoryBuilder, story_blocks, without_credit

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_LONGEST: Final = 8 * 2**20
_MOST_MARKS: Final = 150_000
"""Code points, and marks among them, that are parsed (books have a third of it); a text of more is read as paragraphs.

The marks are what time goes into: 20 µs each, where somebody means harm.
"""
_MARKS_THERE_ARE: Final = "\n!#$%&*+-:<=>@[\\]^_`{|}~"
_DEEPEST: Final = 40
"""Quotations, lists and their items within each other; a text with more is read as paragraphs."""
_MOST_LINKS: Final = 200
_PICTURE_NAME: Final = r"\.(?i:jpe?g|png|gif|webp|avif|svg|tiff?|bmp|heic)$"

_WIKI = re.compile(r"(!?)\[\[([^\[\]|\n]{1,300})(?:\|([^\[\]\n]{0,500}))?\]\]")
_SHORTCODE = re.compile(r"\{\{[<%]\s*(/?[\w-]{1,40})((?:[^{}]){0,3000}?)/?\s*[>%]\}\}")
_ATTRIBUTE = re.compile(r"""([\w-]{1,40})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|(\S+))""")
_FIGURES: Final = ("figure", "img", "image", "picture", "photo")
_IS_PICTURE = re.compile(_PICTURE_NAME)
_NO_WORDS = re.compile(
    rf"\S*{_PICTURE_NAME}|(?i:image|img|photo|picture|untitled|screenshot)[\W\d_]*|[\W\d_]+|\d+x?\d*$"
)
_SIZE = re.compile(r"\d{1,5}(?:x\d{1,5})?")
"""How large Obsidian shows a picture, in the place of its words."""
_TAG = re.compile(r"(?<![\w/&#.:])#([^\W\d_][\w/-]{1,60})")
_ONLY_TAGS = re.compile(r"(?:#[^\W\d_][\w/-]{1,60}\s*)+")
_LINK = re.compile(r"\[([^\[\]]{0,500})\]\([^()]{0,500}\)")
_CALLOUT = re.compile(r"^\[![\w-]{1,30}\][+-]?\s*")
_MARKS = re.compile(r"==|\[\^[^\[\]\s]{1,40}\]:?|\s\^[\w-]{1,40}$|%%[^%]{0,5000}%%")


@dataclass(frozen=True, slots=True)
class Note:
    """What a Markdown text holds."""

    story: Story
    heading: str = ""
    """The first heading of the first level, whose block is `heading_at`."""
    heading_at: int = -1
    links: tuple[Link, ...] = ()
    tags: tuple[str, ...] = ()

    def without_heading(self) -> Note:
        """Return it without the block of the heading, which is the title."""
        blocks = self.story.blocks
        if self.heading_at < 0:
            return self
        kept = (*blocks[: self.heading_at], *blocks[self.heading_at + 1 :])
        return replace(self, story=replace(self.story, blocks=kept), heading_at=-1)


def read_note(text: str) -> Note:
    """Return what is in a Markdown text without its front matter."""
    if len(text) > _LONGEST or sum(map(text.count, _MARKS_THERE_ARE)) > _MOST_MARKS:
        return Note(story_blocks(text))
    tokens = _parser().parse(text)
    if any(token.level >= _DEEPEST - 1 for token in tokens):  # what is deeper has been dropped
        return Note(story_blocks(text))
    return _Reader().read(tokens)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    parser.inline.ruler.before("link", "wiki", _wiki)
    parser.inline.ruler.before("link", "shortcode", _shortcode)
    return parser


def _wiki(state: StateInline, silent: bool) -> bool:
    """Read Obsidian's `[[Note|label]]` and `![[picture.png|caption]]`."""
    found = _WIKI.match(state.src, state.pos) if state.src[state.pos] in "![" else None
    if found is None:
        return False
    if not silent:
        token = state.push("wiki", "", 0)
        token.meta = {"embeds": bool(found[1]), "target": found[2].strip(), "label": (found[3] or "").strip()}
    state.pos = found.end()
    return True


def _shortcode(state: StateInline, silent: bool) -> bool:
    """Read Hugo's `{{< figure src="…" caption="…" >}}`."""
    found = _SHORTCODE.match(state.src, state.pos) if state.src.startswith("{{", state.pos) else None
    if found is None:
        return False
    if not silent:
        values = {name: "".join(values) for name, *values in _ATTRIBUTE.findall(found[2])}
        state.push("shortcode", found[1], 0).meta = values
    state.pos = found.end()
    return True


@dataclass(slots=True)
class _Inline:
    """A run of text as it is read: its words, and the pictures in it."""

    words: list[str] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    stressed: bool = False
    """Whether the words after the last picture are all emphasised: `![](a.jpg)` with `*A caption*` under it."""

    @property
    def text(self) -> str:
        return " ".join(self._unmarked().split())

    @property
    def lines(self) -> list[str]:
        """Its words, line by line where its author has broken them."""
        return own_lines(self._unmarked())

    def _unmarked(self) -> str:
        return _MARKS.sub("", "".join(self.words))


@dataclass(slots=True)
class _Reader:
    """Goes through the tokens once."""

    story: StoryBuilder = field(default_factory=StoryBuilder)
    links: list[Link] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    heading: str = ""
    heading_at: int = -1
    quotes: int = 0
    items: int = 0
    level: str = ""
    """The tag of the heading that is being read."""
    row: list[str] | None = None
    """The cells of the table's row that is being read."""

    def read(self, tokens: list[Token]) -> Note:
        for token in tokens:
            self._block(token)
        return Note(self.story.build(), self.heading, self.heading_at, tuple(self.links), tuple(self.tags))

    def _block(self, token: Token) -> None:
        kind = token.type
        self.quotes += (kind == "blockquote_open") - (kind == "blockquote_close")
        self.items += (kind == "list_item_open") - (kind == "list_item_close")
        if kind == "heading_open":
            self.level = token.tag
        elif kind == "heading_close":
            self.level = ""
        elif kind == "tr_open":
            self.row = []
        elif kind == "tr_close":
            self._add(BlockKind.PARAGRAPH, " | ".join(filter(None, self.row or ())))
            self.row = None
        elif kind == "inline":
            self._inline(token)
        elif kind in ("fence", "code_block"):
            for line in token.content.splitlines():
                self._add(BlockKind.PARAGRAPH, line)
        elif kind == "html_block":
            self._html(token.content)

    def _inline(self, token: Token) -> None:
        run = _Inline()
        self._children(token.children or [], run)
        text = run.text
        if self.row is not None:
            self.row.append(text)
        elif self.level:
            if self.level == "h1" and not self.heading and text:
                self.heading, self.heading_at = text, len(self.story.blocks)
            self._add(BlockKind.HEADING, text)
        elif run.images and run.stressed and len(run.images) == 1:
            run.images = [without_credit(replace(run.images[0], caption=text))]
        elif not _ONLY_TAGS.fullmatch(text):
            kind = BlockKind.LIST_ITEM if self.items else BlockKind.QUOTE if self.quotes else BlockKind.PARAGRAPH
            lines = [text] if kind is BlockKind.LIST_ITEM else run.lines
            for line in lines:
                self._add(kind, _CALLOUT.sub("", line) if self.quotes else line)
        for image in run.images:
            self._picture(image)

    def _children(self, tokens: list[Token], run: _Inline) -> None:
        link = ""
        emphasis = at = 0
        for token in tokens:
            kind = token.type
            emphasis += (kind in ("em_open", "strong_open")) - (kind in ("em_close", "strong_close"))
            if kind == "image":
                alt, title = token.content, str(token.attrGet("title") or "")
                run.images.append(_picture(alt, title, str(token.attrGet("src") or "")))
                run.stressed = not run.text
            elif kind in ("text", "code_inline", "text_special"):
                run.words.append(token.content)
                run.stressed &= bool(emphasis) or not token.content.strip()
                if kind == "text" and not link and not self.level:
                    self.tags += _TAG.findall(token.content)
            elif kind in ("softbreak", "hardbreak"):
                run.words.append(BREAK if kind == "hardbreak" else " ")
            elif kind == "link_open":
                link, at = str(token.attrGet("href") or ""), len(run.words)
            elif kind == "link_close":
                self._link("".join(run.words[at:]).strip(), link)
                link = ""
            elif kind == "wiki":
                self._wiki(token.meta["target"], token.meta["label"], run, embeds=token.meta["embeds"])
            elif kind == "shortcode" and token.tag in _FIGURES:
                run.images.append(_figure(token.meta))
            elif kind == "html_inline" and token.content[:4].lower() in ("<img", "<br>", "<br/"):
                run.words.append(BREAK if token.content[1:2] in "bB" else " ")
                self._html(token.content)
        run.stressed = run.stressed and bool(run.text)

    def _link(self, title: str, url: str) -> None:
        if not title or url.startswith(("#", "mailto:")) or len(self.links) >= _MOST_LINKS:
            return
        note = unquote(url).partition("#")[0]
        if "://" not in note and note.lower().endswith(SUFFIXES):  # a vault without `[[links]]`
            self.links.append(Link(note, "", LinkKind.RELATED))
        else:
            self.links.append(Link(title, url if "://" in url else "", LinkKind.REFERENCE))

    def _wiki(self, target: str, label: str, run: _Inline, *, embeds: bool) -> None:
        if embeds and _IS_PICTURE.search(target):
            run.images.append(_picture("" if _SIZE.fullmatch(label) else label, "", target))
            run.stressed = not run.text
            return
        note = target.partition("#")[0].partition("^")[0].strip()
        if not embeds:
            run.words.append(label or target.replace("#", " › ").strip(" ›"))
        if note and len(self.links) < _MOST_LINKS:
            self.links.append(Link(note, "", LinkKind.RELATED))

    def _html(self, html: str) -> None:
        from docs_store.reading.html import read_fragment

        story = read_fragment(html)
        for block in story.blocks:
            if block.image is None:
                self.story.blocks.append(block)
            else:
                self._picture(story.images[block.image])

    def _picture(self, image: Image) -> None:
        if image != Image():
            self.story.add_picture(image)

    def _add(self, kind: BlockKind, text: str) -> None:
        if text.strip():
            self.story.add(kind, text)


def _picture(alt: str, title: str, source: str) -> Image:
    """Return a picture: its title is its caption, else its alt text where that is words."""
    words = [text for text in (title, alt) if text and not _NO_WORDS.fullmatch(text.strip())]
    caption = words[0] if words else ""
    return without_credit(Image(caption, alt="" if alt == caption else alt, source=source))


def _figure(values: dict[str, str]) -> Image:
    caption = _LINK.sub(r"\1", values.get("caption") or values.get("title", ""))
    image = _picture(values.get("alt", ""), caption, values.get("src", ""))
    return replace(image, credit=image.credit or values.get("attr", ""))
