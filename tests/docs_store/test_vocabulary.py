"""The words of headlines tell what no headline can hold."""

from __future__ import annotations

from docs_store.local.vocabulary import Vocabulary


def test_each_part_is_sought_within_words() -> None:
    vocabulary = Vocabulary()
    vocabulary.add(["harbour", "bridge"])
    assert vocabulary.holds(["arb", "bridge"])
    assert not vocabulary.holds(["arb", "brdi"])
    assert not vocabulary.holds(["bridges"])
    vocabulary.add(["brdige"])
    assert vocabulary.holds(["brdi"])
