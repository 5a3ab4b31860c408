"""What is awaited of the finder, state by state."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tui.screens.awaiting import Awaited, Awaiting

STEPS: dict[str, Callable[[Awaiting], object]] = {
    "list": Awaiting.list,
    "hit": lambda awaiting: awaiting.hit("ferry"),
    "opened": Awaiting.archive_opened,
    "failed": Awaiting.archive_failed,
    "end": Awaiting.end,
}


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ("list", Awaited.LIST),
        ("hit", Awaited.HIT),
        ("hit list", Awaited.LIST),
        ("list hit end", Awaited.NOTHING),
        ("hit opened", Awaited.HIT),
        ("hit failed", Awaited.NEVER),
        ("failed list", Awaited.NEVER),
        ("failed hit", Awaited.NEVER),
        ("failed end", Awaited.NEVER),
        ("failed opened", Awaited.NOTHING),
        ("failed opened list", Awaited.LIST),
    ],
)
def test_one_thing_is_awaited_at_a_time_and_nothing_of_an_archive_that_fails(steps: str, state: Awaited) -> None:
    awaiting = Awaiting()
    for step in steps.split():
        STEPS[step](awaiting)
    assert awaiting.state is state
    assert awaiting.is_something == (state in (Awaited.LIST, Awaited.HIT))


def test_the_hit_that_is_awaited_is_of_the_query_that_was_submitted() -> None:
    awaiting = Awaiting()
    awaiting.hit("ferry")
    assert awaiting.is_hit_of("ferry")
    assert not awaiting.is_hit_of("ferry crews")
    awaiting.end()
    assert not awaiting.is_hit_of("ferry")
