"""An article as passages, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docs_store import Article, Block, BlockKind, Marks
from tui.typeset import Mark, Page, Passage
from tui.wording import byline, image_label


def article_passages(article: Article) -> tuple[Passage, ...]:
    """Return the article as it is read: headline, standfirst, byline, then its blocks in order."""
    passages = [Passage(article.title, "headline", gap=False)]
    blocks = list(enumerate(article.blocks))
    # A title made from the standfirst says nothing new above it: the standfirst follows all the same, whole.
    lead = [(index, block) for index, block in blocks if block.kind is BlockKind.STANDFIRST]
    passages += [Passage(block.text, "standfirst", index) for index, block in lead]
    if line := byline(article):
        passages.append(Passage(line, "byline", in_parts=True))
    previous = None
    for index, block in blocks:
        if block.kind is BlockKind.STANDFIRST:
            continue
        passages += _block_passages(article, index, block, previous)
        previous = block.kind
    if not article.body and article.url:
        passages.append(Passage("Only its title and address are stored: " + article.url, "paragraph"))
    passages += _highlight_passages(article.marks)
    return tuple(passages)


def _highlight_passages(marks: Marks) -> Iterator[Passage]:
    if marks.highlights:
        yield Passage("Highlights and notes", "heading")
    for highlight in marks.highlights:
        if highlight.quote:
            yield Passage(highlight.quote, "quote", None, "  ", "  ")
        if highlight.note:
            yield Passage(highlight.note, "paragraph", gap=not highlight.quote)


def _block_passages(article: Article, index: int, block: Block, previous: BlockKind | None) -> Iterator[Passage]:
    match block.kind:
        case BlockKind.CAPTION:
            assert block.image is not None  # noqa: S101 - Block's own invariant, told to the type checker
            image = article.images[block.image]
            text = block.text or image_label(image, block.image + 1)
            yield Passage(text, "caption", index if block.text else None, "▌ ", "▌ ", image=block.image)
            if image.credit:
                yield Passage(image.credit, "credit", None, "▌ ", "▌ ", gap=False)
        case BlockKind.LIST_ITEM:
            yield Passage(block.text, "paragraph", index, "• ", "  ", gap=previous is not BlockKind.LIST_ITEM)
        case BlockKind.QUOTE:
            yield Passage(block.text, "quote", index, "  ", "  ")
        case _:
            yield Passage(block.text, block.kind.value, index)


def entity_marks(article: Article, passages: Sequence[Passage]) -> list[list[Mark]]:
    """Return the entity marks of each passage, in order."""
    by_block: dict[int, list[Mark]] = {}
    for mention in article.mentions:
        if mention.block is not None:
            by_block.setdefault(mention.block, []).append(Mark(mention.start, mention.end, mention.kind.value))
    return [sorted(by_block.get(p.block, ())) if p.block is not None else [] for p in passages]


def as_text(article: Article, width: int) -> str:
    """Return the article as plain text, in lines of at most `width` cells."""
    page = Page(article_passages(article), width)
    page.extend(1 << 62)
    return "\n".join("".join(run.text for run in page.runs(line)) for line in range(len(page.lines)))
