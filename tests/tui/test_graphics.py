"""Which way of drawing a terminal has, and what kitty's is like."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import termios
import unicodedata
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pillow
from rich.cells import cell_len, split_graphemes

from tests.terminal.pictures import Pictures
from tui import kitty
from tui.frames import _is_sure
from tui.graphics import Canvas, Way, cell_size, way_of
from tui.pictures import size_in_cells

MANY = 2**24

KITTYS = ({"TERM": "xterm-kitty"}, {"KITTY_WINDOW_ID": "1"}, {"TERM": "xterm-ghostty"}, {"TERM_PROGRAM": "ghostty"})


@pytest.mark.parametrize("environ", KITTYS)
def test_kitty_and_ghostty_are_told_by_their_names(environ: dict[str, str]) -> None:
    assert way_of("auto", 256, "", environ) is Way.KITTY
    assert way_of("blocks", MANY, "", environ) is Way.BLOCKS
    assert way_of("auto", 16, "", environ) is way_of("kitty", 16, "", environ) is Way.BLOCKS
    assert way_of("sixel", 16, "", environ) is Way.SIXEL
    for inner in ({"TMUX": "/tmp/tmux"}, {"TERM": "screen-256color"}, {"TERM": "tmux-256color"}):
        assert way_of("auto", MANY, "", environ | inner) is Way.BLOCKS
        assert way_of("kitty", MANY, "", environ | inner) is Way.KITTY
        assert way_of("sixel", MANY, "", environ | inner) is Way.SIXEL


@pytest.mark.parametrize("environ", [{}, {"TERM": "xterm-256color"}, {"TERM": "dumb"}, {"TERM_PROGRAM": "WezTerm"}])
def test_others_have_blocks(environ: dict[str, str]) -> None:
    assert way_of("auto", MANY, "", environ) is Way.BLOCKS


@pytest.mark.parametrize(
    ("size", "cell"),
    [((40, 120, 1200, 800), (10, 20)), ((40, 120, 0, 0), None), ((0, 0, 9, 9), None), ((1, 1, 65535, 9), None)],
)
def test_the_size_of_a_cell_is_what_the_terminal_told_the_system(
    size: tuple[int, ...], cell: tuple[int, int] | None
) -> None:
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", *size))
    assert cell_size(slave) == cell
    os.close(master)
    os.close(slave)
    assert cell_size(slave) is None


@pytest.mark.parametrize(
    ("picture", "room", "pixels", "cells"),
    [
        ((1600, 1200), (120, 30), (800, 600), (80, 30)),
        ((1600, 400), (120, 30), (1200, 300), (120, 15)),
        ((15, 15), (120, 30), (15, 15), (2, 1)),
        ((3000, 1), (10, 10), (100, 1), (10, 1)),
    ],
)
def test_a_picture_fits_into_its_cells_and_is_not_made_larger(
    picture: tuple[int, int], room: tuple[int, int], pixels: tuple[int, int], cells: tuple[int, int]
) -> None:
    assert size_in_cells(Pillow.new("RGB", picture), *room, (10, 20)) == (pixels, cells)


def test_blocks_need_fewer_pixels() -> None:
    assert Canvas().largest < Canvas(Way.KITTY).largest


# --------------------------------------------------------------------------------------------------- kitty


def test_kittys_numbers_are_the_accents_of_its_table() -> None:
    assert len(kitty.NUMBERS) == 297
    assert kitty.NUMBERS[:3] == ("\u0305", "\u030d", "\u030e")
    assert list(kitty.NUMBERS) == sorted(set(kitty.NUMBERS))
    for mark in kitty.NUMBERS:  # how the table says that it was made
        assert (unicodedata.category(mark), unicodedata.combining(mark)) == ("Mn", 230)
        assert not unicodedata.decomposition(mark)


def test_a_placeholder_is_a_cell() -> None:
    for number in range(len(kitty.NUMBERS)):
        for text in (kitty.placeholder(number, 0), kitty.placeholder(7, number)):
            assert cell_len(text) == 1
            assert split_graphemes(text + text) == ([(0, 3, 1), (3, 6, 1)], 2)
            assert _is_sure(text)


def pictures_of(codes: str) -> Pictures:
    pictures = Pictures()
    for code in codes.split("\x1b\\")[:-1]:
        assert code.startswith("\x1b_G")
        controls, _, payload = code[3:].partition(";")
        pictures.kitty(code.encode(), controls, payload)
    return pictures


@st.composite
def small(draw: st.DrawFn) -> Pillow.Image:
    """Make a picture of a few pixels."""
    size = draw(st.tuples(st.integers(1, 40), st.integers(1, 40)))
    length = 3 * size[0] * size[1]
    data = draw(st.binary(min_size=3, max_size=length))
    return Pillow.frombytes("RGB", size, (data * (length // len(data) + 1))[:length])


@given(small(), st.sampled_from(kitty.IDS), st.integers(1, 297), st.integers(1, 297))
def test_what_is_sent_is_the_picture(picture: Pillow.Image, number: int, columns: int, lines: int) -> None:
    got = pictures_of(kitty.transmission(kitty.encoded(picture), number, columns, lines))
    kept = got.kept[number]
    assert (kept.columns, kept.lines) == (columns, lines)
    assert (kept.pixels.size, kept.pixels.tobytes()) == (picture.size, picture.tobytes())
    assert pictures_of(kitty.transmission(kitty.encoded(picture), number, 1, 1) + kitty.deletion(number)).kept == {}


def test_what_tmux_is_to_pass_on_is_wrapped_code_by_code() -> None:
    codes = kitty.transmission(bytes(9_000), 20, 8, 3) + kitty.deletion(20)
    wrapped = kitty.through_tmux(codes)
    parts = re.findall(r"\x1bPtmux;((?:[^\x1b]|\x1b\x1b)*)\x1b\\", wrapped)
    assert "".join(f"\x1bPtmux;{part}\x1b\\" for part in parts) == wrapped
    assert [part.replace("\x1b\x1b", "\x1b") for part in parts] == re.findall(r"\x1b_[^\x1b]*\x1b\\", codes)
    assert len(parts) == 4


def test_a_picture_past_the_limit_is_made_smaller() -> None:
    noise = Pillow.merge("RGB", [Pillow.effect_noise((900, 500), 90) for _ in range(3)])
    data = kitty.encoded(noise)
    got = pictures_of(kitty.transmission(data, 20, 80, 30))
    assert got.sent <= kitty.BYTES
    width, height = got.kept[20].pixels.size
    assert 200 < width < 900
    assert abs(width / height - 9 / 5) < 0.02


def test_a_grey_is_kept_exactly_where_there_is_room() -> None:
    grey = Pillow.linear_gradient("L")
    got = Pillow.open(BytesIO(kitty.encoded(grey.convert("RGB"))))
    assert (got.mode, got.tobytes()) == ("L", grey.tobytes())


def test_many_colours_are_kept_where_there_is_room() -> None:
    ramp = Pillow.merge(
        "RGB", [Pillow.linear_gradient("L"), Pillow.linear_gradient("L").rotate(90), Pillow.new("L", (256, 256))]
    )
    got = Pillow.open(BytesIO(kitty.encoded(ramp)))
    assert (got.mode, got.convert("RGB").tobytes()) == ("RGB", ramp.tobytes())
