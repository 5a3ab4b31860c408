"""A text read from a file, and its article as lines: what tests of marked-up text compare."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from docs_store import Article, BlockKind, read_articles

_MARKS: Final = {
    BlockKind.PARAGRAPH: "", BlockKind.LIST_ITEM: "* ", BlockKind.CAPTION: "^ ",
    BlockKind.HEADING: "# ", BlockKind.QUOTE: "> ", BlockKind.STANDFIRST: "= ",
}  # fmt: skip


def read(path: Path, text: str) -> Article:
    """Return the one article in `text`, written to a file at `path`."""
    path.write_text(text, encoding="utf-8")
    (article,) = read_articles(path, annotate=False)
    return article


def told(article: Article) -> list[str]:
    """Return the blocks, each with a sign for its kind."""
    return [f"{_MARKS[block.kind]}{block.text}" for block in article.blocks]
