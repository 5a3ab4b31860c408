"""What the words around an unknown name tell: whether it is somebody, a body or a place."""

from __future__ import annotations

import pytest

from docs_store import EntityKind, find_entities

ORGANISATION, PERSON = EntityKind.ORGANISATION, EntityKind.PERSON


def named(text: str) -> list[tuple[str, EntityKind]]:
    return [(text[mention.start : mention.end], mention.kind) for mention in find_entities(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It was told by the literary agency Varnolt today.",
        "He sold his stake in Varnolt and left.",
        "It was bought, after a merger with Varnolt, by others.",
        "The school is run by Varnolt, which makes lamps.",
        "It was said by a Varnolt analyst in the evening.",
        "Later Varnolt said it would sell lamps.",
        "They spoke of the takeover of Varnolt in May.",
    ],
)
def test_a_body(text: str) -> None:
    assert named(text) == [("Varnolt", ORGANISATION)]


@pytest.mark.parametrize(
    "text",
    [
        "Later Varnolt said he would sell lamps.",
        "It was the painter Varnolt who came.",
        "Then Varnolt, who was late, told us.",
    ],
)
def test_somebody(text: str) -> None:
    assert named(text) == [("Varnolt", PERSON)]


def test_an_article_at_the_beginning_is_no_body() -> None:
    assert named("The Varnolt came. The Lantern burned.") == []
