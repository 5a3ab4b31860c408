"""Bylines in Chinese and Korean, whose names have neither capitals nor spaces: fixed words stand around them."""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = "[\u4e00-\u9fff]{2,4}"
_REPORTER: Final = "記者|记者|編譯|编译"
_SENT: Final = "報導|报道|報道|专电|專電|外電"
"""What stands behind the place that a report is from."""

_ALONE = re.compile(
    r"(?:\S{1,10}[=＝])?(?P<name>[가-힣]{2,4}) 기자$|"
    r"(?:本报|本報|新华社|.{2,6}社)?记者[\s\u3000:：]*(?P<last>[\u4e00-\u9fff]{2,4})$"
)
_FROM_PLACE = re.compile(
    rf"[【〔\[（(]?(?:[\u4e00-\u9fff]{{2,6}}(?:中心|組|组)|[^/／、。]{{0,8}}?(?:{_REPORTER})\s?"
    rf"(?P<names>{_NAME}(?:[、,，\s]{_NAME})*)|(?P<name>{_NAME}))\s?[/／╱\\＼]\s?[\u4e00-\u9fff]{{2,8}}?(?:{_SENT})[】〕\]）)]?"
)
_BETWEEN = re.compile(r"[、,，\s]")


def reporter_alone(line: str) -> str:
    """Return whom a line names as its reporter and nothing else, "" for nobody: "김민수 기자", "记者 王小明"."""
    found = _ALONE.match(line)
    return (found["name"] or found["last"]) if found else ""


def reporters_from(line: str) -> tuple[str, ...] | None:
    """Return who reported from where, as papers of Taiwan have it; None where a line says something else.

    "記者王小明／奧斯克報導" names one, "地方中心/綜合報導", a desk, nobody.
    """
    found = _FROM_PLACE.fullmatch(line)
    if found is None:
        return None
    return tuple(_BETWEEN.split(found["names"] or found["name"] or "")) if found["names"] or found["name"] else ()
