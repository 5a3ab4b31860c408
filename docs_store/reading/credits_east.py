"""Credits in scripts without capitals, where nothing but fixed words tells a maker: "（共同）", "记者 王小明 摄"."""

from __future__ import annotations

import re
from typing import Final

from docs_store.reading.press_words import AGENCY_EAST

_LONGEST: Final = 40
"""Code points of a credit in these scripts."""
_MADE: Final = "(?<![をはがもにでの])(?:撮影|提供|摄影|攝影|摄|攝|供图|供圖|제공|촬영|作成)"
"""What follows a maker's name; after a particle it is a verb of the text."""
_LABEL: Final = r"写真|撮影|图片?|圖片?|사진(?:\s?제공)?"
"""What stands before it."""

_DAY: Final = r"(?:\s*\d{2,4}年\d{1,2}月\d{1,2}日)?"
"""The day that an agency puts behind its maker: "記者 王小明 攝 114年11月28日"."""

_CREDIT = re.compile(
    rf"(?:.*(?:{_MADE}){_DAY}|(?:{_LABEL})\s?[:：=＝/／|｜\s]\s?.+"
    rf"|(?:{AGENCY_EAST})(?:通信社?|社)?(?:\s?[/／・=＝-].*|提供)?|\S{{2,4}} ?기자"
    rf"|翻[攝摄].+|.*(?:檔案照片?|資料照片?|资料照片?))"
)
_ENDING = re.compile(
    rf"""(?x)(?:^|[\s\u3000。.、=＝/／|｜])[/／]?(
    (?:新华社|中新社|中央社|本报|本報|本社)?(?:记者|記者|通讯员)?\s?[\w·]{{2,10}}\s?[/／]?\s?(?:{_MADE})(?:\s\w{{2,8}}(?:网|網|报|報|社|发|發))?
    |(?:{_LABEL})\s?[:：=＝/／|｜]\s?[^\s。].{{0,30}}
    |(?:{AGENCY_EAST})(?:通信社?)?)$"""
)


def is_eastern_credit(text: str) -> bool:
    """Tell whether `text`, a stretch at the edge of a line, is a credit and nothing else."""
    return len(text) <= _LONGEST and bool(_CREDIT.fullmatch(text.strip(" /／")))


def cut_eastern(line: str) -> tuple[str, str] | None:
    """Return the caption and the credit that `line` ends in, None where it ends in none."""
    found = _ENDING.search(line, max(0, len(line) - _LONGEST))
    if found is None or not found.start():
        return None
    return line[: found.start()].rstrip(" 、") + ("。" if line[found.start()] == "。" else ""), found[1].strip()
