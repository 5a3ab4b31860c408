"""What the terminal answers is taken out of what is typed, however the bytes come."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.asking import Answers
from tui.graphics import Ask, Survey, Way, way_of

MANY = 2**24

ANSWERS = [
    "\x1b[?1;0;256S",
    "\x1b[?2;0;1000;800S",
    "\x1b[6;20;10t",
    "\x1bP>|XTerm(390)\x1b\\",
    "\x1bP>|kitty(0.32.2)\x1b\\",
]
KEYS = [
    "a",
    "q",
    "é",
    "日",
    "\x1b",
    "\x1b[A",
    "\x1b[<35;10;12M",
    "\x1bOP",
    "\x1b[13;2u",
    "\x1b[I",
    "\r",
    "6",
    "P",
    "[?c",
]


@given(st.lists(st.sampled_from([*KEYS, *ANSWERS])), st.sampled_from(["\x1b[?62;4;22c", "\x1b[?6c"]), st.data())
def test_keys_and_answers_are_told_apart(parts: list[str], last: str, data: st.DataObject) -> None:
    async def run() -> None:
        answers = Answers()
        wanted = answers.expected()
        text, typed = "".join([*parts, last, "xyz"]), "".join(part for part in parts if part in KEYS)
        got = ""
        while text:
            length = data.draw(st.integers(1, len(text)))
            got += answers.taken(text[:length])
            text = text[length:]
        assert got + answers.released() == typed + "xyz"
        assert await wanted == "".join(part for part in parts if part in ANSWERS) + last
        assert answers.taken("\x1b") == "\x1b", "nothing is waited for any more"

    asyncio.run(run())


async def test_a_lone_esc_is_a_key_once_nothing_follows() -> None:
    answers = Answers()
    assert answers.taken("\x1b[?6") == "\x1b[?6", "nothing was asked"
    wanted = answers.expected()
    assert answers.taken("a\x1b") == "a"
    assert answers.released() == "\x1b"
    assert answers.released() == ""
    assert answers.taken("\x1b[?6") == ""
    assert answers.taken("2cb") == "b"
    assert await wanted == "\x1b[?62c"


async def test_each_question_gets_its_own_answers() -> None:
    answers = Answers()
    first, second = answers.expected(), answers.expected()
    assert answers.taken("\x1b[?62;4c\x1b[?1;0;16S\x1b[?62;4c") == ""
    assert (await first, await second) == ("\x1b[?62;4c", "\x1b[?1;0;16S\x1b[?62;4c")
    assert answers.taken("\x1b[?62;4cx") == "x", "an answer that nobody waits for is no key either"


# --------------------------------------------------------------------------------------------------- what is made of it


@pytest.mark.parametrize(
    ("environ", "told", "way"),
    [
        ({}, "\x1b[?62;4;22c", Way.SIXEL),
        ({}, "\x1b[?4;22c", Way.BLOCKS),  # what comes first is the terminal's kind
        ({}, "\x1b[?62;22;44c", Way.BLOCKS),
        ({"TERM": "xterm-kitty"}, "\x1b[?62;c", Way.KITTY),
        ({"TERM": "xterm-kitty"}, "\x1bP>|kitty(0.26.5)\x1b\\\x1b[?62;c", Way.BLOCKS),
        ({"TERM": "xterm-kitty"}, "\x1bP>|kitty(0.28.0)\x1b\\\x1b[?62;c", Way.KITTY),
        ({"TERM": "xterm-kitty"}, "\x1bP>|kitty(1.0.0)\x1b\\\x1b[?62;c", Way.KITTY),
        ({"TERM": "xterm-ghostty"}, "\x1bP>|ghostty 1.1.3\x1b\\\x1b[?62;22c", Way.KITTY),
        ({"TMUX": "x"}, "\x1b[?62;4;22c", Way.BLOCKS),
    ],
)
def test_what_a_terminal_says_of_itself_decides(environ: dict[str, str], told: str, way: Way) -> None:
    assert way_of("auto", MANY, told, environ) is way


def asking(said: dict[str, str], asked: list[str]) -> Ask:
    """Return a terminal that answers what is in `said`, and never anything else."""

    def ask(question: str) -> asyncio.Future[str]:
        asked.append(question)
        future: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        if question in said:
            future.set_result(said[question])
        return future

    return ask


LIMITS = "\x1b[?1;1;0S\x1b[?2;4;0S\x1b[16t"


async def test_a_terminal_is_asked_once_and_says_what_a_picture_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.graphics.cell_size", lambda: None)
    asked: list[str] = []
    said = {"": "\x1b[?62;4c", LIMITS: "\x1b[?1;0;16S\x1b[?2;0;900;700S\x1b[6;30;15t\x1b[?62;4c"}
    survey = Survey("auto", asking(said, asked), {})
    for _ in range(2):
        canvas = await survey.canvas(MANY)
        assert (canvas.way, canvas.colours, canvas.limit) == (Way.SIXEL, 16, (900, 700))
        assert canvas.cell == (15, 30)
    assert asked == ["", LIMITS]


@pytest.mark.parametrize("wish", ["blocks", "kitty"])
async def test_what_is_set_needs_no_question(wish: str) -> None:
    asked: list[str] = []
    assert (await Survey(wish, asking({}, asked), {}).canvas(MANY)).way == wish
    assert asked == []


async def test_what_is_not_answered_in_time_counts_for_the_next_picture() -> None:
    asked: list[str] = []
    late: list[asyncio.Future[str]] = []

    def ask(question: str) -> asyncio.Future[str]:
        asked.append(question)
        late.append(asyncio.get_running_loop().create_future())
        return late[-1]

    survey = Survey("auto", ask, {})
    assert (await survey.canvas(MANY)).way is Way.BLOCKS
    late[0].set_result("\x1b[?62;4c")
    assert (await survey.canvas(MANY)).way is Way.SIXEL
    assert asked == ["", LIMITS]


async def test_where_nobody_can_be_asked_names_must_do() -> None:
    assert (await Survey("auto", None, {}).canvas(MANY)).way is Way.BLOCKS
    assert (await Survey("auto", None, {"TERM": "xterm-kitty"}).canvas(MANY)).way is Way.KITTY
    assert (await Survey("auto", None, {"TERM": "xterm-kitty"}).canvas(16)).way is Way.BLOCKS
