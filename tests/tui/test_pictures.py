"""Pictures: which file is opened, what of it is refused, and what is drawn."""

from __future__ import annotations

import asyncio
import os
import struct
import zlib
from importlib import util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pillow
from rich.color import Color, ColorSystem

from docs_store import Article, Image
from tui import picture_files, pictures
from tui.graphics import Canvas
from tui.picture_files import NoPictureError, find_picture
from tui.pictures import fitted, read_picture, terminal_colours

LARGEST = Canvas().largest


def page_in(folder: Path, name: str = "page.html") -> Article:
    folder.mkdir(exist_ok=True)
    return Article("a" * 16, "key", "Title", path=str(folder / name))


def drawn(path: Path, size: tuple[int, int] = (40, 20), colour: str = "#204060") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Pillow.new("RGB", size, colour).save(path)
    return path


# --------------------------------------------------------------------------------------------------- which file


@pytest.mark.parametrize(
    ("source", "file"),
    [
        ("tower.png", "tower.png"),
        ("./img/tower.png", "img/tower.png"),
        ("img/../img/tower.png", "img/tower.png"),
        ("a%20b.png", "a b.png"),
        ("100%.png", "100%.png"),
        ("tower.png?w=640#top", "tower.png"),
        ("page_files/tower.png", "page_files/tower.png"),
        ("https://cdn.example/2024/tower.png?w=640", "page_files/tower.png"),
        ("//cdn.example/tower.png", "page-Dateien/tower.png"),
        ("/elsewhere/tower.png", "page_files/tower.png"),
    ],
)
def test_a_picture_is_found_beside_its_article(tmp_path: Path, source: str, file: str) -> None:
    article = page_in(tmp_path / "web")
    path = drawn(tmp_path / "web" / file)
    assert find_picture(article, Image(source=source)) == path


def test_a_file_url_and_an_absolute_path_may_lead_below(tmp_path: Path) -> None:
    article = page_in(tmp_path / "web")
    path = drawn(tmp_path / "web" / "img" / "a b.png")
    assert find_picture(article, Image(source=path.as_uri())) == path
    assert find_picture(article, Image(source=str(path))) == path


def test_a_slug_line_is_a_file_s_name(tmp_path: Path) -> None:
    article = page_in(tmp_path / "web", "page.txt")
    path = drawn(tmp_path / "web" / "20240312 Bridge 004.jpg")
    assert find_picture(article, Image("A caption.", alt="20240312 Bridge 004")) == path


@pytest.mark.parametrize(
    "source", ["../secret.png", "img/../../secret.png", "{outside}", "file://{outside}", "link.png"]
)
def test_what_lies_outside_is_not_opened(tmp_path: Path, source: str) -> None:
    article = page_in(tmp_path / "web")
    outside = drawn(tmp_path / "secret.png")
    (tmp_path / "web" / "link.png").symlink_to(outside)
    (tmp_path / "web" / "img").mkdir()
    with pytest.raises(NoPictureError, match="outside the folder of the article"):
        find_picture(article, Image(source=source.format(outside=outside)))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("https://cdn.example/tower.png", "Nothing is loaded from the network"),
        ("https://[bad/tower.png", "Nothing is loaded from the network"),
        ("file://host.example/share/tower.png", "not beside the article"),
        ("data:image/png;base64,xxxx", "written into the page"),
        ("gone.png", "not beside the article. Put it there"),
        ("a\0b.png", "not beside the article"),
        ("pipe.png", "not beside the article"),
        ("loop.png", "not beside the article"),
        ("", "names no file"),
        (".", "not beside the article"),
        ("..", "outside the folder"),
    ],
)
def test_what_is_not_there_is_told_with_what_to_do(tmp_path: Path, source: str, words: str) -> None:
    article = page_in(tmp_path / "web")
    os.mkfifo(tmp_path / "web" / "pipe.png")
    (tmp_path / "web" / "loop.png").symlink_to("loop.png")
    with pytest.raises(NoPictureError, match=words):
        find_picture(article, Image(source=source))


def test_without_a_folder_there_is_nowhere_to_look(tmp_path: Path) -> None:
    for path, words in (("", "standard input"), (str(tmp_path / "gone" / "page.html"), "no longer there")):
        with pytest.raises(NoPictureError, match=words):
            find_picture(Article("a" * 16, "key", "Title", path=path), Image(source="a.png"))


def test_a_file_past_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_files, "FILE_LIMIT", 50)
    article = page_in(tmp_path / "web")
    drawn(tmp_path / "web" / "tower.png")
    with pytest.raises(NoPictureError, match="larger than"):
        find_picture(article, Image(source="tower.png"))


@given(st.text(max_size=40), st.text(max_size=20))
def test_no_source_leads_out(source: str, alt: str) -> None:
    try:
        found = find_picture(Article("a" * 16, "key", "Title", path=__file__), Image(alt=alt, source=source))
    except NoPictureError:
        return
    assert found.is_relative_to(Path(__file__).parent)


# --------------------------------------------------------------------------------------------------- decoding


@pytest.mark.parametrize("ending", [".png", ".jpg", ".gif", ".webp"])
async def test_pictures_are_read(tmp_path: Path, ending: str) -> None:
    picture = await read_picture(drawn(tmp_path / f"tower{ending}", (900, 300)), LARGEST)
    assert picture.size == (500, 167)
    pixel = picture.getpixel((250, 80))
    assert isinstance(pixel, tuple)
    assert all(abs(found - given) < 9 for found, given in zip(pixel, (0x20, 0x40, 0x60), strict=True))


async def test_a_grey_of_16_bits_is_as_grey(tmp_path: Path) -> None:
    Pillow.new("I;16", (20, 20), 32_768).save(tmp_path / "scan.png")
    assert (await read_picture(tmp_path / "scan.png", LARGEST)).getpixel((5, 5)) == (128, 128, 128)


async def test_a_picture_of_few_colours_is_scaled_smoothly(tmp_path: Path) -> None:
    stripes = Pillow.new("1", (1000, 20))
    stripes.putdata([255 * (number % 2) for number in range(1000 * 20)])
    stripes.save(tmp_path / "stripes.gif")
    pixel = (await read_picture(tmp_path / "stripes.gif", LARGEST)).getpixel((250, 5))
    assert isinstance(pixel, tuple)
    assert 100 < pixel[0] < 156


async def test_a_camera_held_upright_is_told_by_its_file(tmp_path: Path) -> None:
    exif = Pillow.Exif()
    exif[0x0112] = 6
    Pillow.new("RGB", (300, 200)).save(tmp_path / "upright.jpg", exif=exif)
    assert (await read_picture(tmp_path / "upright.jpg", LARGEST)).size == (200, 300)


async def test_what_is_seen_through_is_white_as_pages_are(tmp_path: Path) -> None:
    Pillow.new("RGBA", (20, 20), (0, 0, 0, 0)).save(tmp_path / "glass.png")
    assert (await read_picture(tmp_path / "glass.png", LARGEST)).getpixel((5, 5)) == (255, 255, 255)


def bomb(path: Path, side: int) -> Path:
    """Write a PNG of a few kilobytes that claims `side` squared pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress(bytes((side // 8 + 1) * 400), 9)
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b""))
    return path


@pytest.mark.parametrize("side", [8_000, 60_000])
async def test_a_bomb_is_refused(tmp_path: Path, side: int) -> None:
    with pytest.raises(NoPictureError, match="more than 50 million pixels"):
        await read_picture(bomb(tmp_path / "bomb.png", side), LARGEST)


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n" + bytes(50), b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"P6 9 9 255\n"],
)
async def test_a_broken_picture_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(data)
    with pytest.raises(NoPictureError, match="damaged, or no JPEG"):
        await read_picture(path, LARGEST)


async def test_a_decoder_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "_PATIENCE", 0.0)
    with pytest.raises(NoPictureError, match="takes too much time"):
        await read_picture(drawn(tmp_path / "tower.png"), LARGEST)


async def test_a_decoder_that_the_system_ends_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start = asyncio.create_subprocess_exec

    async def ended(*_: object, **how: object) -> asyncio.subprocess.Process:
        return await start("sh", "-c", "kill -XCPU $$", **how)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(asyncio, "create_subprocess_exec", ended)
    with pytest.raises(NoPictureError, match="too much time or memory"):
        await read_picture(drawn(tmp_path / "tower.png"), LARGEST)


@pytest.mark.parametrize("command", ["echo P6 9 9 255", "exec true"])
async def test_a_decoder_that_writes_no_picture_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    start = asyncio.create_subprocess_exec

    async def other(*_: object, **how: object) -> asyncio.subprocess.Process:
        return await start("sh", "-c", command, **how)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(asyncio, "create_subprocess_exec", other)
    with pytest.raises(NoPictureError, match="cannot be decoded"):
        await read_picture(drawn(tmp_path / "tower.png"), LARGEST)


async def test_without_pillow_it_is_told_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "find_spec", lambda name: None if name == "PIL" else util.find_spec(name))
    with pytest.raises(NoPictureError, match=r"pip install 'broadsheet\[pictures\]'"):
        await read_picture(drawn(tmp_path / "tower.png"), LARGEST)


# --------------------------------------------------------------------------------------------------- drawing


@pytest.mark.parametrize(
    ("size", "room", "pixels"),
    [
        ((400, 300), (80, 20), (53, 40)),
        ((400, 100), (80, 20), (80, 20)),
        ((10, 8), (80, 20), (10, 8)),
        ((500, 1), (20, 5), (20, 1)),
    ],
)
def test_a_picture_keeps_its_shape(size: tuple[int, int], room: tuple[int, int], pixels: tuple[int, int]) -> None:
    rows = fitted(Pillow.new("RGB", size), *room, ColorSystem.TRUECOLOR)
    assert (len(rows[0]), len(rows)) == pixels


@pytest.mark.parametrize("system", [ColorSystem.EIGHT_BIT, ColorSystem.STANDARD])
def test_a_terminal_of_few_colours_gets_none_but_its_own(system: ColorSystem) -> None:
    ramp = Pillow.linear_gradient("L").convert("RGB")
    colours = {colour for row in fitted(ramp, 60, 30, system) for colour in row}
    assert colours <= set(terminal_colours(system))
    assert len(colours) > 3
    for colour in colours:
        reaching = Color.from_rgb(*colour).downgrade(system)
        assert reaching.number is not None
        assert Color.parse(f"color({reaching.number})").get_truecolor() == colour
