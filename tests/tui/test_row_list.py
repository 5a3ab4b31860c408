"""A list typesets the rows that come near to being seen, and goes to each of them all the same."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from tui.typeset import Line, Run
from tui.widgets.row_list import Row, RowList

_ROWS = 400
_HEIGHT = 20


class Lists(App[None]):
    """A list of rows of one to three lines, which notes what was typeset."""

    CSS = "RowList { height: 20; width: 40; }"

    def __init__(self) -> None:
        super().__init__()
        self.typeset: list[int] = []

    def row(self, number: int) -> Row:
        """Return a row that notes when it is typeset."""

        def typeset(_: int) -> tuple[Line, ...]:
            self.typeset.append(number)
            return tuple((Run(f"row {number} line {line}", ()),) for line in range(1 + number % 3))

        return Row(typeset, number)

    def compose(self) -> ComposeResult:
        yield RowList(id="rows")

    @property
    def rows(self) -> RowList:
        """The list."""
        return self.query_one(RowList)

    def on_mount(self) -> None:
        """Fill it."""
        self.rows.set_rows([self.row(number) for number in range(_ROWS)])


def words(number: int) -> Row:
    """Return a row of words, which cannot be selected."""
    return Row(lambda _: ((Run(f"above {number}", ()),),), gap=False)


def shown(rows: RowList) -> list[str]:
    """Return the visible lines."""
    view = rows.scroll_offset.y
    lines = [rows.line(y) for y in range(view, view + rows.size.height)]
    return ["".join(run.text for run in line[0])[2:] if line else "" for line in lines]


async def test_what_is_far_below_is_not_typeset() -> None:
    app = Lists()
    async with app.run_test(size=(40, _HEIGHT)) as pilot:
        await pilot.pause()
        assert shown(app.rows)[0] == "row 0 line 0"
        assert len(app.typeset) == len(set(app.typeset)) < 3 * _HEIGHT
        app.rows.append_rows([app.row(_ROWS)])
        await pilot.pause()
        assert _ROWS not in app.typeset


@pytest.mark.parametrize("way", ["end", "select", "scroll", "pages", "wheel"])
async def test_every_row_can_be_reached(way: str) -> None:
    app = Lists()
    async with app.run_test(size=(40, _HEIGHT)) as pilot:
        await pilot.pause()
        rows = app.rows
        match way:
            case "end":
                rows.move_end(last=True)
            case "select":
                rows.select(_ROWS - 1)
            case "scroll":
                while rows.scroll_offset.y < rows.max_scroll_y:
                    rows.move_view(rows.max_scroll_y)
                    await pilot.pause()
            case "pages":
                while rows.cursor < _ROWS - 1:
                    rows.move_page(1)
            case _:
                while rows.scroll_offset.y < rows.max_scroll_y:
                    rows.scroll_down(animate=False)
                    await pilot.pause()
        await pilot.pause()
        assert shown(rows)[-1] == f"row {_ROWS - 1} line {(_ROWS - 1) % 3}"
        lines = sum(1 + number % 3 for number in range(_ROWS)) + _ROWS - 1  # a blank one between two rows
        assert rows.virtual_size.height == lines
        rows.set_rows([app.row(number) for number in range(5)])
        await pilot.pause()
        assert shown(rows)[0] == "row 0 line 0"
        assert rows.virtual_size.height == sum(1 + number % 3 for number in range(5)) + 4


async def test_what_stands_above_the_first_row_to_select_is_seen_where_that_begins_in_view() -> None:
    app = Lists()
    async with app.run_test(size=(40, _HEIGHT)) as pilot:
        await pilot.pause()
        for above, first in (
            (_HEIGHT - 2, "above 0"),
            (_HEIGHT - 1, "above 2"),
        ):  # its three lines are then all in view
            app.rows.set_rows([*map(words, range(above - 1)), app.row(2)], above - 1, below=True)
            await pilot.pause()
            assert app.rows.cursor == above - 1
            assert shown(app.rows)[0] == first
