"""Bylines in Chinese and Korean, whose names have neither capitals nor spaces: fixed words stand around them."""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = "[\u4e00-\u9fff]{2,4}"
_REPORTER: Final = "記者|记者|編譯|编译"
_SENT: Final = "報導|报道|報道|专电|專電|外電"
"""What stands behind the place that a report is from."""

_NAMES: Final = rf"{_NAME}(?:[、,，\s]+{_NAME})*"
_ALONE = re.compile(
    r"(?:\S{1,10}[=＝])?(?P<name>[가-힣]{2,4}) 기자$|"
    rf"(?:采写[:：\s]\s?)?[\u4e00-\u9fff《》]{{0,10}}?(?:记者|《[\u4e00-\u9fff]{{2,8}}》作者)[\s:：]*(?P<names>{_NAMES})$"
)
_IN_DATELINE = re.compile(
    rf"[^。！？（(]{{0,30}}[（(][^）)]{{0,4}}?(?:记者|記者)[\s:：]*(?P<names>{_NAMES})(?:\s?(?:整合|综合|摄影)?报道)?[）)]"
)
"""Who sent a report, before its first words: "潮汐社3月1日电（记者王小明）"."""
_SIGNS = re.compile(r"(?:原创|作者|文)[\s:：/]\s?|\s(?:整合|编辑|摄影)$")
"""What pages put beside an author's name."""
_FROM_PLACE = re.compile(
    rf"[【〔\[（(]?(?:[\u4e00-\u9fff]{{2,6}}(?:中心|組|组)|[^/／、。]{{0,8}}?(?:{_REPORTER})\s?"
    rf"(?P<names>{_NAME}(?:[、,，\s]{_NAME})*)|(?P<name>{_NAME}))\s?[/／╱\\＼]\s?[\u4e00-\u9fff]{{2,8}}?(?:{_SENT})[】〕\]）)]?"
)
_BETWEEN = re.compile(r"[、,，\s]+")
_SEVERAL: Final = 3
_ONE = re.compile(_NAME)


def reporters_alone(line: str) -> tuple[str, ...]:
    """Return whom a line names as its reporters and nothing else, () for nobody: "김민수 기자", "记者 王小明"."""
    found = _ALONE.match(line)
    return tuple(_BETWEEN.split(found["name"] or found["names"])) if found else ()


def reporters_in_dateline(text: str) -> tuple[str, ...]:
    """Return who sent the report that `text` begins, () where nobody is named: "潮汐社3月1日电（记者王小明）"."""
    found = None if text.isascii() else _IN_DATELINE.match(text)
    return tuple(_BETWEEN.split(_SIGNS.sub("", found["names"]))) if found else ()


def apart(name: str) -> tuple[str, ...]:
    """Return the people whom what is stated as one author names in Chinese, or that author as it is."""
    if name.isascii():
        return (name,)
    name = _SIGNS.sub("", name)
    parts = name.split()
    are_several = len(parts) >= _SEVERAL and all(map(_ONE.fullmatch, parts))  # two are a family's and a given name
    return reporters_alone(name) or (tuple(parts) if are_several else (name,))


def reporters_from(line: str) -> tuple[str, ...] | None:
    """Return who reported from where, as papers of Taiwan have it; None where a line says something else.

    "記者王小明／奧斯克報導" names one, "地方中心/綜合報導", a desk, nobody.
    """
    found = _FROM_PLACE.fullmatch(line)
    if found is None:
        return None
    return tuple(_BETWEEN.split(found["names"] or found["name"] or "")) if found["names"] or found["name"] else ()
