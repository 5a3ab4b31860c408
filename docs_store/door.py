"""The store's door: articles are cleaned on their way in, and once more on their way out.

Readers clean too. This is for articles from elsewhere, and for an archive that somebody has edited: whatever lies on
the disk, no summary, article or name that leaves a store can act on a terminal.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from docs_store.marks import Highlight, Marks
from docs_store.model import Article, ArticleSummary, Block, BlockKind, EntityMention, Image, Link
from docs_store.text import CAPTION_LIMIT, TITLE_LIMIT, are_lines, clean, is_clean, one_line, path_line

ADDRESS_LIMIT: Final = 4_096
"""Code points of a URL, path or key: longer than any system's paths, and than what browsers are sent."""


def clean_article(article: Article) -> Article:
    """Return `article` with every text in it clean; the same object where it already is. The id is kept.

    Mentions in a block that had to be changed are dropped: their positions no longer hold.
    """
    if not article.marks and _has_clean_blocks(article.blocks) and _has_clean_lines(article):
        return article
    blocks = tuple([_block(block) for block in article.blocks])
    changed = {at for at, block in enumerate(blocks) if block is not article.blocks[at]}
    title = _line(article.title)
    cleaned: dict[str, Any] = {
        "key": _address(article.key),
        "title": title if title.strip() else _line(article.key) or "—",
        "blocks": blocks,
        "authors": _lines(article.authors),
        "language": _line(article.language),
        "source": _line(article.source),
        "url": _address(article.url),
        "tags": _lines(article.tags),
        "images": tuple(_image(image) for image in article.images),
        "mentions": tuple(
            [_mention(each) for each in article.mentions if each.block not in changed and each.name.strip()]
        ),
        "links": tuple(Link(_line(link.title), _address(link.url), link.kind) for link in article.links),
        "path": path_line(article.path, ADDRESS_LIMIT),
        "recogniser": _line(article.recogniser),
        "marks": _marks(article.marks),
    }
    different = {name: value for name, value in cleaned.items() if value != getattr(article, name)}
    return replace(article, **different) if different else article


def _has_clean_blocks(blocks: Iterable[Block]) -> bool:
    """Tell at a glance that every block is clean, as a reader left it: a fifth of the work."""
    captions = [block.text for block in blocks if block.kind is BlockKind.CAPTION]
    return is_clean(" ".join([block.text for block in blocks])) and are_lines(captions, CAPTION_LIMIT)


def _has_clean_lines(article: Article) -> bool:
    """Tell at a glance that every line of an article is clean, as a reader left it: a tenth of the work."""
    required = (article.title, *article.authors, *article.tags, *(each.name for each in article.mentions))
    texts = [*required, article.key, article.language, article.source, article.url, article.path, article.recogniser]
    for image in article.images:
        texts += (image.caption, image.credit, image.alt, image.source)
    for link in article.links:
        texts += (link.title, link.url)
    return all(required) and are_lines(texts)


def clean_summary(summary: ArticleSummary) -> ArticleSummary:
    """Return `summary` with every text in it clean; the same object where it already is."""
    cleaned = ArticleSummary(
        _line(summary.id),
        _address(summary.key),
        _line(summary.title) or "—",
        _line(summary.source),
        summary.published,
        summary.inferred,
        summary.story,
        summary.editions,
        summary.saved,
        summary.starred,
        summary.read,
    )
    return summary if cleaned == summary else cleaned


def _marks(marks: Marks) -> Marks:
    if not marks:
        return marks
    highlights = tuple(Highlight(_paragraph(each.quote), _paragraph(each.note)) for each in marks.highlights)
    return replace(marks, tags=_lines(marks.tags), highlights=highlights)


def _block(block: Block) -> Block:
    if _is_plain(block.text) and block.kind is not BlockKind.CAPTION:
        return block
    text = one_line(block.text, CAPTION_LIMIT) if block.kind is BlockKind.CAPTION else clean(block.text)
    if text == block.text:
        return block
    # Nothing was left of an invisible paragraph; it keeps its place, so that positions elsewhere hold.
    return replace(block, text=text if text or block.kind is BlockKind.CAPTION else "\ufffd")


def _image(image: Image) -> Image:
    return Image(
        _line(image.caption, CAPTION_LIMIT),
        _line(image.credit),
        _line(image.alt),
        _address(image.source),
        image.taken,
    )


def _mention(mention: EntityMention) -> EntityMention:
    name = _line(mention.name)
    return mention if name == mention.name else replace(mention, name=name or "—")


def _line(text: str, limit: int = TITLE_LIMIT) -> str:
    if _is_plain(text) and len(text) <= limit and "  " not in text and text == text.strip():
        return text
    return one_line(text, limit)


def _paragraph(text: str) -> str:
    return text if _is_plain(text) else clean(text)


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(line for line in map(_line, texts) if line)


def _address(text: str) -> str:
    return _line(text, ADDRESS_LIMIT)


def _is_plain(text: str) -> bool:
    """Whether `text` is of visible ASCII and spaces alone, as most is: five times as fast to see as to clean."""
    return text.isascii() and text.isprintable()
