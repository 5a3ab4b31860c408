"""The demo archive's own pictures, drawn here: `python -m tests.tui.demo_pictures` writes them beside the articles."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Final, TypeAlias

from PIL import Image, ImageDraw, ImageFilter

from tui.demo import demo_folder

SIZE: Final = (720, 450)
HORIZON: Final = 330

Rgb: TypeAlias = tuple[int, int, int]


def sky(stops: Sequence[Rgb]) -> Image.Image:
    """Return a picture whose colours run from the first at the top to the last at the bottom."""
    column = Image.new("RGB", (1, len(stops)))
    column.putdata(list(stops))
    return column.resize(SIZE, Image.Resampling.BICUBIC)


def sea(picture: Image.Image, deep: Rgb) -> None:
    """Lay the sea over the lower part: what is above it, mirrored and dimmed."""
    width, height = SIZE
    above = picture.crop((0, 2 * HORIZON - height, width, HORIZON)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    water = Image.blend(above.filter(ImageFilter.BoxBlur(6)), Image.new("RGB", above.size, deep), 0.55)
    picture.paste(water, (0, HORIZON))


def eruption() -> Image.Image:
    """Return a column of ash over an island at dawn."""
    chance = random.Random(1214)
    picture = sky([(38, 44, 84), (92, 74, 112), (214, 122, 96), (250, 190, 120)])
    draw = ImageDraw.Draw(picture)
    for step in range(170):
        rise = step / 170
        x = 380 + 150 * rise**2 + chance.gauss(0, 14 + 44 * rise)
        y = 200 - 185 * rise + chance.gauss(0, 6)
        size = 16 + 46 * rise * chance.random()
        grey = int(62 + 60 * chance.random() * (1 - rise / 2))
        draw.ellipse((x - size, y - size, x + size, y + size), fill=(grey, grey - 8, grey - 6))
    picture = picture.filter(ImageFilter.GaussianBlur(3))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((352, 178, 412, 222), fill=(240, 110, 50))
    slopes = [(60, HORIZON), (190, 290), (290, 246), (356, 198), (404, 196), (470, 238), (580, 288), (690, HORIZON)]
    draw.polygon(slopes, fill=(34, 30, 40))
    sea(picture, (24, 34, 58))
    return picture


def bridge() -> Image.Image:
    """Return a suspension bridge without a car on it, in the first light."""
    picture = sky([(96, 128, 160), (150, 172, 190), (226, 206, 180), (244, 224, 190)])
    draw = ImageDraw.Draw(picture)
    draw.ellipse((520, 236, 576, 292), fill=(255, 244, 214))
    hills = [(0, HORIZON), (0, 286), (110, 262), (240, 300), (400, 276), (560, 304), (720, 268), (720, HORIZON)]
    draw.polygon(hills, fill=(120, 132, 142))
    iron, deck, top = (54, 58, 66), 268, 96
    towers = (210, 510)
    cable = []
    for x in range(0, SIZE[0] + 1, 6):
        reach = 150 if towers[0] < x < towers[1] else 210
        slack = 1 - min(*(abs(x - tower) for tower in towers), reach) / reach
        cable.append((x, top + (deck - 12 - top) * (1 - slack**2)))
    draw.line(cable, fill=iron, width=6, joint="curve")
    for x, y in cable[::4]:
        draw.line((x, y, x, deck), fill=iron, width=2)
    draw.rectangle((0, deck, SIZE[0], deck + 9), fill=iron)
    for tower in towers:
        for leg in (-13, 9):
            draw.rectangle((tower + leg, top - 8, tower + leg + 5, HORIZON), fill=iron)
        for beam in range(top, deck, 44):
            draw.rectangle((tower - 13, beam, tower + 14, beam + 5), fill=iron)
    sea(picture, (70, 92, 112))
    return picture


PICTURES: Final = {
    "20231214 Brava Ferro Eruption Ash 011.jpg": eruption,
    "20240206 Port Sela Bridge Closed First Morning 001.jpg": bridge,
}


def draw_all(folder: Path) -> None:
    """Write the pictures into `folder`."""
    for name, draw in PICTURES.items():
        draw().save(folder / name, "JPEG", quality=60, optimize=True)


if __name__ == "__main__":
    draw_all(demo_folder())
