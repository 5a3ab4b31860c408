"""Sixels: what they draw is the picture, and it is not too much for a slow line."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow
from PIL import ImageChops, ImageDraw

from tests.terminal.pictures import sixel_picture
from tui import kitty, sixel


@st.composite
def small(draw: st.DrawFn) -> Pillow.Image:
    """Make a picture of few colours, in stretches."""
    size = draw(st.tuples(st.integers(1, 30), st.integers(1, 20)))
    colours = draw(st.lists(st.tuples(*[st.integers(0, 255)] * 3), min_size=1, max_size=12))
    stretches = draw(st.lists(st.tuples(st.sampled_from(colours), st.integers(1, 40)), min_size=1))
    pixels = [colour for colour, length in stretches for _ in range(length)]
    picture = Pillow.new("RGB", size)
    picture.putdata((pixels * (size[0] * size[1]))[: size[0] * size[1]])
    return picture


def furthest(one: Pillow.Image, other: Pillow.Image) -> int:
    """Return by how much a level of two pictures differs at most."""
    return max(high for _, high in ImageChops.difference(one, other).convert("RGB").getextrema())  # type: ignore[misc]


@settings(max_examples=60)
@given(small())
def test_what_is_drawn_is_the_picture(picture: Pillow.Image) -> None:
    codes, size = sixel.encoded(picture)
    drawn = sixel_picture(codes)
    assert drawn.size == size == picture.size
    assert drawn.getchannel("A").getextrema() == (255, 255), "every pixel is drawn"
    few = picture.quantize(256, Pillow.Quantize.MEDIANCUT, dither=Pillow.Dither.NONE).convert("RGB")
    assert furthest(drawn.convert("RGB"), few) <= 2, "levels are told in hundredths"


def test_the_colours_of_a_gradient_are_near() -> None:
    grey = Pillow.linear_gradient("L")
    ramp = Pillow.merge("RGB", [grey, grey.rotate(90), Pillow.new("L", grey.size, 90)])
    drawn = sixel_picture(sixel.encoded(ramp)[0]).convert("RGB")
    assert furthest(drawn, ramp) < 48


def test_no_more_colours_are_named_than_the_terminal_has() -> None:
    codes, _ = sixel.encoded(Pillow.effect_noise((60, 40), 90).convert("RGB"), colours=16)
    assert len(set(re.findall(r"#(\d+);2;", codes))) == 16


@pytest.mark.parametrize("most", [60_000, 5_000, 300])
def test_a_picture_past_the_limit_is_made_smaller(most: int) -> None:
    noise = Pillow.effect_noise((600, 300), 90).convert("RGB")
    codes, size = sixel.encoded(noise, most)
    assert len(codes) <= most
    assert sixel_picture(codes).size == size
    assert size[0] < 600
    assert abs(size[0] / size[1] - 2) < 0.5


@pytest.mark.parametrize("encode", [sixel.encoded, lambda picture: kitty.encoded(picture, 150_000)])
def test_a_grey_page_is_drawn_in_fewer_shades_before_it_loses_pixels(encode: Callable[..., Any]) -> None:
    noise = Pillow.effect_noise((900, 600), 20)
    page = Pillow.merge("RGB", [noise] * 3)
    tinted = Pillow.merge("RGB", [noise, noise.rotate(180), noise])
    assert width(encode(page)) > 1.3 * width(encode(tinted))


def width(encoded: bytes | tuple[str, tuple[int, int]]) -> int:
    return Pillow.open(BytesIO(encoded)).width if isinstance(encoded, bytes) else encoded[1][0]


def test_a_limit_that_nothing_fits_ends_at_one_pixel() -> None:
    assert sixel.encoded(Pillow.new("RGB", (90, 40), "red"), 10)[1] == (1, 1)


def test_a_plain_picture_is_a_few_bytes() -> None:
    picture = Pillow.new("RGB", (1200, 600), "#204060")
    ImageDraw.Draw(picture).rectangle((100, 100, 300, 200), fill="#f0c000")
    assert len(sixel.encoded(picture)[0]) < 6_000
