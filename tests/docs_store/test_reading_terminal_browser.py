"""Dumps of browsers in the terminal: the numbers of their links, and the lists of addresses below."""

from __future__ import annotations

import pytest

from docs_store.reading.terminal_browser import without_numbers

STORY = "   The well of Osk, which [2]three villages share, has run dry, the council said.\n   [1]Home\n\n"


@pytest.mark.parametrize(
    "rest",
    [
        "   3. https://courier.example/a\n\n   Hidden links:\n   5. https://courier.example/b\n",
        "   3. https://share.example/?text=The well of Osk runs dry\n",
        "   3. mailto:?subject=Osk&body=\n   4. https://courier.example/a\n\n[USEMAP]\nhttps://courier.example/#map\n"
        "   1. https://courier.example/c\n",
        "   3. javascript:void(window.open('https://share.example/'));\n   4. https://courier.example/a\n"
        + "".join(f"   {number}. https://courier.example/{number}\n" for number in range(5, 20))
        + "and the rest of an address\n",
    ],
    ids=["hidden links", "an address with spaces", "a map", "a cut address"],
)
def test_a_list_of_addresses_is_known_whatever_is_in_it(rest: str) -> None:
    listed = "References\n\n   Visible links:\n   1. https://courier.example/\n   2. https://courier.example/villages\n"
    text, links = without_numbers(STORY + listed + rest)
    assert text.split() == STORY.replace("[1]", "").replace("[2]", "").split()
    assert [link.url for link in links] == ["https://courier.example/villages"]


@pytest.mark.parametrize(
    "listed",
    [
        "Wells\n\n   1. The one at Osk\n   2. The one at Lindau\n",
        "Wells\n\n   1. https://courier.example/a\n   4. https://courier.example/b\n",
        "Wells\n\n   1. https://courier.example/a\n   2. https://courier.example/b\n\n   So it goes on, they said.\n",
        "Wells\n\n   2. https://courier.example/a\n   3. https://courier.example/b\n",
    ],
    ids=["items", "a number left out", "text behind it", "no first"],
)
def test_another_list_stays(listed: str) -> None:
    assert without_numbers(STORY + listed) == (STORY + listed, ())
