"""Styles as the codes that switch them on, and from one to another in the fewest characters."""

from __future__ import annotations

from typing import Final, NamedTuple

from rich.color import ColorSystem
from rich.style import Style
from textual.strip import Strip

from tui.colours import shown

_OFF: Final = {"1": "22", "2": "22", "3": "23", "4": "24", "21": "24", "5": "25", "6": "25", "7": "27", "8": "28",
               "9": "29", "51": "54", "52": "54", "53": "55"}  # fmt: skip
"""By the code that switches an attribute on, the one that switches it off (ECMA-48, SGR); some switch off two."""

_BRIGHT: Final = 3 * 128
"""Red, green and blue together, above which a background counts as bright."""


class Pen(NamedTuple):
    """A style as the codes that switch it on."""

    attributes: tuple[str, ...]
    foreground: str
    background: str

    def to(self, other: Pen) -> str:
        """Return what changes this style into `other`."""
        if self == other:
            return ""
        if other == NO_PEN:
            return "\x1b[0m"
        off = dict.fromkeys(_OFF[code] for code in self.attributes if code not in other.attributes)
        kept = [code for code in self.attributes if _OFF[code] not in off]
        codes = [*off, *(code for code in other.attributes if code not in kept)]
        if self.foreground != other.foreground:
            codes.append(other.foreground or "39")
        if self.background != other.background:
            codes.append(other.background or "49")
        anew = ("0", *other.attributes, *filter(None, (other.foreground, other.background)))
        return f"\x1b[{min(';'.join(codes), ';'.join(anew), key=len)}m"


NO_PEN: Final = Pen((), "", "")


def pen_of(style: Style | None, color_system: ColorSystem) -> Pen:
    """Return the pen of a style, in the colours the terminal has."""
    if style is None:
        return NO_PEN
    bare = style.without_color
    attributes = tuple(filter(None, Strip.render_ansi(bare, color_system).split(";")))
    color, background = style.color, style.bgcolor
    return Pen(
        attributes,
        ";".join(shown(color, color_system).get_ansi_codes()) if color else "",
        ";".join(shown(background, color_system).get_ansi_codes(foreground=False)) if background else "",
    )


def colourless(style: Style | None) -> Style | None:
    """Return `style` without colours, reversed where its background is bright."""
    if style is None:
        return None
    background = style.bgcolor
    is_bright = background is not None and sum(background.get_truecolor()) > _BRIGHT
    return style.without_color + Style(reverse=True) if is_bright else style.without_color
