"""A line taken apart: a caption, who made its picture, and how surely."""

from __future__ import annotations

from dataclasses import dataclass

from docs_store.reading.makers import Strength


@dataclass(frozen=True, slots=True)
class Credited:
    """A line taken apart. `caption` is "" where the line is nothing but a credit."""

    caption: str
    credit: str = ""
    strength: Strength = Strength.NONE
