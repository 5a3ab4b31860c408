"""Persons with a nickname inside their names."""

from __future__ import annotations

import pytest

from docs_store import EntityKind, find_entities


@pytest.mark.parametrize("quotes", ['""', "“”"])
def test_a_nickname_is_inside_the_name_and_no_part_of_whom_it_names(quotes: str) -> None:
    text = f"Then Thomas J. {quotes[0]}Lamp{quotes[1]} Varga came. Varga slept."
    found = find_entities(text)
    assert text[found[0].start : found[0].end] == f"Thomas J. {quotes[0]}Lamp{quotes[1]} Varga"
    assert [(each.name, each.kind) for each in found] == [("Thomas J. Varga", EntityKind.PERSON)] * 2


@pytest.mark.parametrize(
    "text",
    [
        'It was Thomas Varga. "I came," Tarrow said.',
        'So says Thomas "and so it is" Varga thinks.',
        'He read to Thomas "The Lamp" and slept.',
    ],
)
def test_a_quotation_is_no_nickname(text: str) -> None:
    assert all('"' not in text[each.start : each.end] for each in find_entities(text))
