from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from docs_store import Article, Block, BlockKind, MemoryStore, Store, clean, open_store
from docs_store.model import EntityKind, EntityMention, Image, article_id
from docs_store.text import one_line
from tests.contract.articles import made
from tests.contract.conftest import Fill

_MARKUP = st.text("[]/@=\\'\"()<>&; abcß字\u0301\x1b\x07\u202e\u200b\n")
_LINES = st.one_of(_MARKUP, st.text())

HOSTILE = (
    "[@click=app.quit]go[/]",
    "[/Reuters]",
    "\x1b]0;title\x07 and \x1b[2J",
    "a\u202eb\u2066c\u200bd",
    "\x9b31m red",
    "'; DROP TABLE article; --",
    '" OR 1=1',
    "lone \ud800 surrogate",
    "e" + "\u0301" * 50,
)


def test_markup_like_text_is_stored_as_it_is(fill: Fill) -> None:
    plain = [text for text in HOSTILE if clean(text) == text]
    store = fill([made(text, text, text) for text in plain])
    for text in plain:
        article = store.get(article_id(text))
        assert article is not None
        assert (article.title, article.body) == (text, text)


def test_no_byte_that_acts_leaves_a_store(fill: Fill) -> None:
    store = fill(
        [made(f"{number}{text}", text, text, source=text, authors=(text,)) for number, text in enumerate(HOSTILE)]
    )
    for summary in store.iter_summaries():
        article = store.get(summary.id)
        assert article is not None
        for text in (summary.title, summary.key, summary.source, article.body, *article.authors):
            assert clean(text) == text
            assert "\x1b" not in text


def test_an_unclean_block_keeps_the_others_mentions(fill: Fill) -> None:
    mentions = (
        EntityMention(0, 5, EntityKind.PERSON, "Varga", 0),
        EntityMention(0, 5, EntityKind.PERSON, "Varga", 2),
    )
    stored = fill([made("m", "Title", "Varga\x1b", "\u200b", "Varga", mentions=mentions)]).get(article_id("m"))
    assert stored is not None
    assert len(stored.blocks) == 3
    assert stored.mentions == mentions[1:]


def test_any_query_is_answered(store: Store) -> None:
    for text in (
        *HOSTILE,
        "a" * 5_000,
        "word " * 100_000,
        '"' * 99,
        "-",
        "AND OR NOT",
        "title:x^2 ~ *",
        "ب",
        "\U0001f600",
    ):
        assert store.find(text, limit=3).total >= 0
        assert store.search(text, limit=3).total >= 0
        assert len(store.locate(text, ["a word", text[:100]])) == 2


def _hostile_article(key: str, title: str, texts: list[str]) -> Article:
    return Article(
        article_id(key),
        key,
        title if title.strip() else "x",
        blocks=(*(Block(BlockKind.PARAGRAPH, text) for text in texts if text), Block(BlockKind.CAPTION, title, 0)),
        images=(Image(caption=title, credit=key),),
    )


@settings(max_examples=60)
@given(st.lists(st.tuples(_LINES, _LINES, st.lists(_LINES, max_size=3)), max_size=4))
def test_round_trips(rows: list[tuple[str, str, list[str]]]) -> None:
    articles = {article_id(key): _hostile_article(key, title, texts) for key, title, texts in rows}
    with tempfile.TemporaryDirectory() as folder, MemoryStore() as memory:
        with open_store(Path(folder) / "archive", create=True) as local:
            local.put_many(articles.values())
        memory.put_many(articles.values())
        with open_store(Path(folder) / "archive", read_only=True) as local:
            assert local.check() == ()
            assert list(local.iter_summaries()) == list(memory.iter_summaries())
            for article_id_, article in articles.items():
                stored = local.get(article_id_)
                assert stored == memory.get(article_id_)
                assert stored is not None
                assert stored.title == (one_line(article.title) or one_line(article.key, 4_096) or "—")
                assert [block.text for block in stored.blocks[:-1]] == [
                    clean(block.text) or "\ufffd" for block in article.blocks[:-1]
                ]
