"""Dumps of browsers in the terminal: the numbers of their links, and the lists of addresses below."""

from __future__ import annotations

import pytest

from docs_store.reading.doubled import parted
from docs_store.reading.terminal_browser import Dump, read_dump, without_controls

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
    dump = read_dump(STORY + listed + rest)
    assert " ".join(dump.paragraphs()).split() == STORY.replace("[1]", "").replace("[2]", "").split()
    assert [link.url for link in dump.links] == ["https://courier.example/villages"]


@pytest.mark.parametrize(
    "listed",
    [
        "Wells\n\n   1. The one at Osk\n   2. The one at Lindau\n",
        "Wells\n\n   1. https://courier.example/a\n   4. https://courier.example/b\n",
        "Wells\n\n   1. https://courier.example/a\n   2. https://courier.example/b\n\n   So it goes on, they said.\n",
        "Wells\n\n   2. https://courier.example/a\n   3. https://courier.example/b\n",
        "Notes\n\n   1. https://courier.example/a Lima, The Wells\n   2. https://courier.example/b Born, Pumps\n",
        "Notes\n\n   1. vgl.: Lima, The Wells\n   2. ebd.: Lima, The Wells, 7\n",
    ],
    ids=["items", "a number left out", "text behind it", "no first", "sources", "notes"],
)
def test_another_list_stays(listed: str) -> None:
    assert read_dump(STORY + listed) == Dump(STORY + listed)


def test_lines_are_joined_as_the_numbers_of_links_have_wrapped_them() -> None:
    wrapped = (
        "   The council of [2]Osk meets on\n   Friday to hear how deep the [3]well\n"
        "   would have to be, and who is to\n"
        "   pay for it in a year without a\n   harvest, as [4]Ada Byron has asked\n   in a letter to all of its\n"
        "   members and to the three villages\n   that share the water, which they\n   have carried up from the river\n"
        "   since the [5]spring, as they had\n   done in the war and in the years\n   after it.\n"
        "   Ada Byron at the old well\n   Share this with your friends, and\n   with ours.\n\n"
    )
    listed = "".join(f"   {number}. https://courier.example/{number}\n" for number in range(1, 6))
    found = read_dump(f"   [1]Home\n\n{wrapped}References\n\n{listed}").paragraphs()
    assert found[0] == "Home"
    assert found[1].startswith("The council of Osk meets on Friday to hear how deep the well would")
    assert found[2:] == ["Ada Byron at the old well", "Share this with your friends, and with ours."]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("The ferry of Osk at its pier The ferry at Osk at its pier", None),
        (
            "The ferry of Osk at its pier The ferry of Osk at its pier. Ana Lima",
            ["The ferry of Osk at its pier", "The ferry of Osk at its pier. Ana Lima"],
        ),
        (
            "The ferry of Osk at its pier. The ferry of Osk at its pier. The ferry of Osk at its pier.",
            ["The ferry of Osk at its pier."] * 2,
        ),
        ("The ferry of Osk at its pier The ferry of Osk at its piers", None),
        ("The river runs down to the sea. " * 3 + "The river runs down to the sea.", None),
        ("“No water, no taxes for us!” “No water, no taxes for us!” they cried.", None),
        ("Again and again and again and again and again they asked", None),
    ],
)
def test_what_says_the_same_again_is_parted(line: str, parts: list[str] | None) -> None:
    assert list(parted([line])) == (parts or [line])


@pytest.mark.parametrize(
    "control",
    [
        "   IFRAME: https://courier.example/frame?id=1\n\n",
        "   IFRAME:\n   [1]https://courier.example/frame?id=12345\n   67&lang=en\n\n",
        "   REFRESH(0 sec):\n   https://courier.example/plain.html\n",
        "   #[1]Osk Courier » Feed [2]Osk Courier »\n   Comments\n\n",
        "   #publisher alternate alternate\n\n",
        "   (BUTTON) [INS: :INS]\n",
    ],
)
def test_what_a_browser_writes_of_the_pages_beside_one_is_left_out(control: str) -> None:
    assert without_controls(f"{control}{STORY}").split() == STORY.split()


def test_what_begins_with_a_hash_is_told() -> None:
    assert without_controls(f"   #wells of Osk\n{STORY}") == f"   #wells of Osk\n{STORY}"


def test_the_line_under_the_pages_that_belong_to_one_is_its_own() -> None:
    assert without_controls(f"   #alternate alternate\n{STORY}").split() == STORY.split()
