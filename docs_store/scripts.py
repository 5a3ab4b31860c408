"""Letters that the usual notion of a word gets wrong, as the inside of a regular expression's brackets."""

from __future__ import annotations

from typing import Final

UNSPACED: Final = (
    "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""Scripts written without spaces between words."""

MARKS: Final = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff\u0f18-\u0fbc"
)
"""Vowel signs and marks that belong to a word in their scripts, and that `\\w` leaves out."""
