"""A picture file to the pixels a screen can show, in a process of its own.

Decoders are large, written in C, and fed with files from strangers. Run as a program this reads one file and writes it
as a PPM, within limits that the system enforces; what goes wrong in it ends this process, not the reading room.
"""

from __future__ import annotations

import sys
import warnings
from typing import Final

FORMATS: Final = ("JPEG", "PNG", "GIF", "WEBP")

PIXELS: Final = 50_000_000
"""Pixels of a picture, as its file claims: more than cameras make."""

MEMORY: Final = 512 * 2**20
"""Bytes of memory."""

SECONDS: Final = 5
"""Seconds of work."""

TOO_LARGE: Final = 3
"""The exit status that says: more than `PIXELS`."""


def main(path: str, width: int, height: int) -> int:
    """Write the picture at `path` to standard output, made to fit `width` and `height`; return the exit status."""
    from PIL import Image, ImageOps

    _set_limits()
    Image.MAX_IMAGE_PIXELS = PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        picture: Image.Image = Image.open(path, formats=FORMATS)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return TOO_LARGE
    if picture.mode.startswith("I"):  # 16 bits a pixel, which no screen has
        picture = picture.convert("I").point(lambda level: level * (1 / 256))
    elif picture.mode in ("P", "1"):  # of few colours: it would be scaled by leaving pixels out
        picture = picture.convert("RGBA")
    picture.thumbnail((width, height))
    picture = ImageOps.exif_transpose(picture)
    if picture.has_transparency_data:  # pages are white, and so is what is drawn for them
        picture = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture.convert("RGBA"))
    picture.convert("RGB").save(sys.stdout.buffer, "PPM")
    return 0


def _set_limits() -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
