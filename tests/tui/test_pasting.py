"""What is pasted, in whatever pieces it comes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Paste

from tui import pasting
from tui.pasting import BEGIN, Pastes

END = "\x1b[201~"

texts = st.text(st.sampled_from("ab\x1b[~q1\n"), max_size=12).filter(lambda text: END not in text + END[:-1])
typed = st.text(st.sampled_from("ab[~q1"), max_size=6)


@given(st.lists(st.tuples(typed, texts), max_size=4), typed, st.lists(st.integers(0, 80), max_size=5))
def test_pieces_of_any_size_give_the_same(parts: list[tuple[str, str]], last: str, cuts: list[int]) -> None:
    sent = "".join(f"{keys}{BEGIN}{pasted}{END}" for keys, pasted in parts) + last
    pastes, got, start = Pastes(), list[str | Paste](), 0
    for cut in [*sorted(cuts), len(sent)]:
        if sent[start:cut].endswith("\x1b"):
            continue  # the driver waits for the rest
        got += pastes.parted(sent[start:cut])
        start = max(start, cut)
    got += [*pastes.parted(sent[start:]), *pastes.given_up()]
    assert "".join(part for part in got if isinstance(part, str)) == "".join(keys for keys, _ in parts) + last
    told = [part.text for part in got if isinstance(part, Paste)]
    assert told == [pasted.replace("\x1b", "␛") for _, pasted in parts if pasted]


def test_a_paste_without_an_end_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    pastes = Pastes()
    assert list(pastes.parted(f"a{BEGIN}b\x9bc")) == ["a"]
    assert list(pastes.given_up()) == []
    monkeypatch.setattr(pasting, "_PATIENCE", -1.0)
    (paste,) = pastes.given_up()
    assert isinstance(paste, Paste)
    assert paste.text == "b\ufffdc"
    assert list(pastes.parted("d\x1b[2")) == ["d"]
    assert list(pastes.given_up()) == ["\x1b[2"]


def test_of_what_is_far_too_long_the_beginning_is_taken() -> None:
    (paste,) = Pastes().parted(BEGIN + "x" * 300_000 + END)
    assert isinstance(paste, Paste)
    assert paste.text == "x" * 100_000
