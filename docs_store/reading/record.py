"""One record to a document: its text, pictures and links, in the shapes that programs and APIs put them in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from docs_store.model import Block, BlockKind, Image, Link, LinkKind
from docs_store.reading.byline_people import has_given_name
from docs_store.reading.fields import Fields, Record, as_moment, is_html, plain_fields, unescaped, unmarked, words
from docs_store.reading.markdown_signs import links_or_pictures, sure_signs
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader_marks import marks_in
from docs_store.reading.story import Story, StoryBuilder, story_blocks

_CAPTION: Final = ("caption", "cap", "title", "description", "text")
_CREDIT: Final = ("credit", "copyright", "photographer", "author", "authors", "attribution", "source", "cr")
_ALT: Final = ("alt", "alttext")
_IMAGE_URL: Final = ("url", "src", "href", "contenturl", "file", "path", "image", "default", "versions")
_TAKEN: Final = ("taken", "date", "datetaken", "created")
_LINKS: Final = {"related": LinkKind.RELATED, "relatedarticles": LinkKind.RELATED,
                 "translations": LinkKind.TRANSLATION, "links": LinkKind.REFERENCE}  # fmt: skip
_HEADING: Final = ("headline", "heading", "title", "subtitle")
_PARTS: Final = ("summary", "sections", "blocks", "paragraphs", "items", "children", "content", "body", "text", "data")
"""Names under which a text in parts holds them (Fundus, Editor.js, the Guardian's blocks)."""
_LEAST_SIGNS: Final = 2
"""Of Markdown, where none of them is a link."""
_OPENING: Final = 5
"""Blocks whose beginning many programs give as the summary."""

_CUT_OFF = re.compile(r" ?(?:\[ ?(?:…|\.\.\.) ?\]|…|\.\.\.)$")
_ADDRESS = re.compile(r"(?:https?:)?//\S+$|\S+\.(?i:jpe?g|png|gif|webp|avif|svg|tiff?)$")
_BREAKS = re.compile(r"(?i)<(?:p|br|div)\b")
_LINE_END = re.compile(r"(?<!\|)(?<!\| )\n|\n(?![ ]{0,3}\|)")
"""The end of a paragraph where no line is empty; the rows of a table stay together."""
_EMPTY_LINES = re.compile(r"\n\s*\n")
_FROM_PLACE = re.compile(
    r"(?P<name>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){1,3}) in [A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,3}(?=$|,| and | & )"
)
_TAG_MARKS = re.compile("[,;|]")


def to_document(
    record: Record,
    columns: Mapping[str, str] | None = None,
    story: Story | None = None,
    *,
    day_first: bool | None = None,
) -> RawDocument | None:
    """Return the article in `record`, None where it has neither title, text nor summary.

    `columns` names the fields that hold an article's parts, where the user has told them; `story` is its text, where
    the format has read that itself. `day_first` tells whether other records show that 01/03/2021 is in March.
    """
    fields = Fields(record, columns)
    title, of = _title(fields)
    standfirst, url = fields.first("summary"), fields.first("url")
    sources = [*(text for value in fields.values("source") for text in words(value)), *of]
    url = url or next(filter(_ADDRESS.match, sources), "")
    if story is None:
        told = (_story(value, url, has_headline=not title) for value in fields.values("text"))
        story = next(filter(None, told), Story())
        if not story.blocks and (told_at_length := _at_length(fields, url)):
            story, standfirst = told_at_length, ""
        story = _without_title(story, title)
    if not (title or standfirst or story.blocks):
        return None
    images = _given(fields, story)
    return RawDocument(
        identifier=fields.identifier(),
        title=title,
        blocks=_ordered(standfirst, _with_abstract(fields, story, standfirst), images),
        images=(*story.images, *images),
        authors=tuple(map(_without_places, fields.all("author"))),
        published=fields.published(),
        day_first=day_first,
        language=fields.first("language"),
        source=next((unmarked(text) for text in sources if text.strip() and not _ADDRESS.match(text)), ""),
        url=url,
        tags=tuple(part.strip().lstrip("#") for tag in fields.all("tags") for part in _TAG_MARKS.split(tag)),
        links=tuple(_links(fields)),
        marks=marks_in(fields),
    )


def _title(fields: Fields) -> tuple[str, list[str]]:
    """Return the headline, and the words of an object in the place of a title: beside a headline it is the paper's."""
    first, *others = fields.values("title") or ("",)
    headline = next((each for each in others if isinstance(each, str)), "") if isinstance(first, dict) else ""
    return (unmarked(headline), list(words(first))) if headline else (fields.first("title"), [])


def _without_places(author: str) -> str:
    """Return a byline without from where those whom it names write: "Ada Quill in Port Sela"."""
    return _FROM_PLACE.sub(lambda found: found["name"] if has_given_name(found["name"]) else found[0], author)


def _with_abstract(fields: Fields, story: Story, standfirst: str) -> Story:
    """Return a text with the abstract before it, where that is another thing than the standfirst."""
    abstract = next((text for each in words(fields.named("abstract")) if (text := unmarked(each))), "")
    if not abstract or not standfirst or abstract in standfirst or _begins_with(list(story.blocks), abstract):
        return story
    return replace(story, blocks=(Block(BlockKind.PARAGRAPH, " ".join(abstract.split())), *story.blocks))


def _ordered(standfirst: str, story: Story, images: tuple[Image, ...]) -> tuple[Block, ...]:
    """Return the blocks. Where a record's pictures stand nobody says: the first leads, the others follow the text."""
    blocks = list(story.blocks)
    if standfirst and not _begins_with(blocks, standfirst):
        blocks.insert(0, Block(BlockKind.STANDFIRST, standfirst))
    captions = [Block(BlockKind.CAPTION, image.caption, len(story.images) + at) for at, image in enumerate(images)]
    lead = int(bool(blocks) and blocks[0].kind is BlockKind.STANDFIRST)
    return (*blocks[:lead], *captions[:1], *blocks[lead:], *captions[1:])


def _begins_with(blocks: list[Block], summary: str) -> bool:
    """Tell whether a summary is but the beginning of the text, be it cut off."""
    opening = " ".join(" ".join(block.text for block in blocks[:_OPENING]).split())
    return _CUT_OFF.sub("", " ".join(summary.split())) in opening


def _story(value: object, url: str, *, has_headline: bool) -> Story | None:
    """Return the text in a value: plain, HTML, or in parts; None where there is none."""
    if _is_in_parts(value):
        builder = StoryBuilder()
        _add_parts(value, builder)
        story = builder.build()
    else:
        text = "\n\n".join(words(value))
        if _ADDRESS.fullmatch(text.strip()):  # a bookmark's content
            return None
        story = text_story(text, url, has_headline=has_headline)
    return story if story.blocks else None


def _at_length(fields: Fields, url: str) -> Story | None:
    """Return the whole text where it is given as the summary, a piece of a page, as readers of feeds have it."""
    pieces = (text for value in fields.values("summary") for text in words(value))
    return next((_story(text, url, has_headline=False) for text in pieces if _BREAKS.search(text)), None)


def _without_title(story: Story, title: str) -> Story:
    """Return a text without the heading that it begins with, where that is the title again."""
    first = next(iter(story.blocks), None)
    is_title = first is not None and first.kind is BlockKind.HEADING and first.text.strip() == title.strip()
    return replace(story, blocks=story.blocks[1:]) if is_title else story


def text_story(text: str, url: str = "", *, has_headline: bool = True) -> Story:
    """Return the paragraphs of a text that may be HTML or Markdown, or plain but for links and stress."""
    is_markdown = links_or_pictures(text) > 0 or sure_signs(text) >= _LEAST_SIGNS
    if is_markdown and not (is_html(text) and text.lstrip().startswith("<")):
        from docs_store.reading.markdown_story import read_note

        return read_note(text if "\n\n" in text else _LINE_END.sub("\n\n", text)).story
    if not is_html(text):
        return story_blocks(unescaped(text), has_headline=has_headline)
    from docs_store.reading.html import read_fragment

    return read_fragment(text if _BREAKS.search(text) else "<p>" + _EMPTY_LINES.sub("<p>", text), url)


def _is_in_parts(value: object) -> bool:
    if isinstance(value, list):
        return any(isinstance(item, dict) for item in value)
    return isinstance(value, dict) and any(isinstance(value.get(name), list) for name in _PARTS)


def _add_parts(value: object, story: StoryBuilder) -> None:
    """Add the paragraphs and headings of a text in parts, in their order, however deep they nest."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            for block in story_blocks(unmarked(value)).blocks:
                story.add_text(block.text)
        elif isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict):
            held = plain_fields(value)
            heading = _first(held, _HEADING)
            if heading:
                story.add(BlockKind.HEADING, heading)
            waiting += (held.get(name) for name in reversed(_PARTS))


def _given(fields: Fields, story: Story) -> tuple[Image, ...]:
    """Return the record's pictures that are not in its text, each once."""
    images: dict[str, Image] = {}
    known = {key for image in story.images for key in (image.source, image.caption) if key}
    for value in fields.values("image"):
        for item in value if isinstance(value, list) else [value]:
            image = _image(item)
            key = image.caption or image.source or image.alt
            if key and image.source not in known and key not in known:
                images.setdefault(key, image)
                known.add(image.source or key)
    found = tuple(images.values())
    caption = fields.first("caption")
    if not caption or caption in known or caption in images:
        return found
    if found and not found[0].caption:
        return (replace(found[0], caption=caption), *found[1:])
    return (*found, Image(caption))


def _image(item: object) -> Image:
    if isinstance(item, str):
        item = unmarked(item)
        return Image(caption=item) if " " in item and not _ADDRESS.match(item) else Image(source=item)
    if not isinstance(item, dict):
        return Image()
    held = plain_fields(item)
    taken = next(filter(None, (as_moment(held.get(name)) for name in _TAKEN)), None)
    return Image(
        caption=_first(held, _CAPTION),
        credit=_first(held, _CREDIT),
        alt=_first(held, _ALT),
        source=_first(held, _IMAGE_URL),
        taken=taken.date() if taken else None,
    )


def _links(fields: Fields) -> Iterator[Link]:
    for name, kind in _LINKS.items():
        value = fields.named(name)
        for item in value if isinstance(value, list) else []:
            held = plain_fields(item) if isinstance(item, dict) else {}
            url = _first(held, ("url", "link", "href", "permalink")) if held else next(words(item), "")
            title = _first(held, ("title", "headline", "name", "text")) or url
            if title:
                yield Link(title, url if held or "://" in url else "", kind)


def _first(held: Record, names: tuple[str, ...]) -> str:
    return next((text for name in names for each in words(held.get(name)) if (text := unmarked(each))), "")
