"""Whom and what an article names: its blocks as one document, its title as a witness."""

from __future__ import annotations

from docs_store import Article, Block, BlockKind, EntityKind, EntityMention, Image
from docs_store.entities import annotate

PERSON, ORGANISATION, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE


def article(*blocks: Block, title: str = "A day at sea", title_made: bool = False) -> Article:
    return Article(
        "0" * 16,
        "key",
        title,
        blocks,
        language="en",
        title_made=title_made,
        images=(Image(alt="Boris Vlk", credit="Jan Hus"),),
    )


def marked(annotated: Article) -> set[tuple[str, str]]:
    return {
        (annotated.blocks[m.block].text[m.start : m.end], m.name) for m in annotated.mentions if m.block is not None
    }


def test_annotate_marks_every_kind_of_block_and_no_credit() -> None:
    annotated = annotate(
        article(
            Block(BlockKind.STANDFIRST, "Ilse Brandt is back."),
            Block(BlockKind.HEADING, "Brandt Goes Home"),
            Block(BlockKind.PARAGRAPH, "The boat left Oslo at six."),
            Block(BlockKind.CAPTION, "Brandt in Oslo.", 0),
            Block(BlockKind.CAPTION, "", 0),
            Block(BlockKind.LIST_ITEM, "Ilse Brandt"),
            Block(BlockKind.QUOTE, "I miss Oslo."),
        )
    )
    assert marked(annotated) == {("Ilse Brandt", "Ilse Brandt"), ("Brandt", "Ilse Brandt"), ("Oslo", "Oslo")}
    assert [m.block for m in annotated.mentions] == sorted(m.block or 0 for m in annotated.mentions)
    assert {m.block for m in annotated.mentions} == {0, 1, 2, 3, 5, 6}


def test_the_title_is_a_witness_unless_it_was_made() -> None:
    block = Block(BlockKind.PARAGRAPH, "The boat was late, said Brandt.")
    assert marked(annotate(article(block, title="Ilse Brandt speaks"))) == {("Brandt", "Ilse Brandt")}
    assert marked(annotate(article(block, title="Ilse Brandt speaks", title_made=True))) == {("Brandt", "Brandt")}


def test_annotate_replaces_old_mentions() -> None:
    once = annotate(article(Block(BlockKind.PARAGRAPH, "The boat left Oslo.")))
    assert once.mentions == (EntityMention(14, 18, PLACE, "Oslo", 0),)
    assert annotate(once) == once
