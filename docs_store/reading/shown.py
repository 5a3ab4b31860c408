"""Lines that say what a picture shows in the form of their sentence alone, whoever made it.

Weighed on 220 pages not tuned on and 3,000 articles without pictures: each form took no line, or one, that is no
caption. "Visitors wait" in the present, without a day, is as often the text as a picture.
"""

from __future__ import annotations

import re
from typing import Final

from docs_store.reading.dates import find_dates
from docs_store.reading.told_lines import tells

_SHORTEST: Final = 40
_LONGEST: Final = 280
"""Code points of such a line."""
_LONGEST_EASTERN: Final = 70
_END: Final = 50
"""Code points at the end of a line in which its day is looked for."""
_MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY: Final = rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?{_MONTH} \d{{1,2}}(?:, (?:19|20)\d\d)?"
_ON_DAY = re.compile(
    rf"\w,? (?:on )?{_DAY}(?:,? (?:in|at|near|outside) [A-Z][\w’'., -]{{2,60}}|,? after [\w’', -]{{2,80}})?\.?$"
)
"""How a caption ends: on a day that needs no year, as it is this year's."""
_DOES = re.compile(
    r"(?<!to )(?<!that )(?<!who )\b(?:walk|sit|stand|wait|look|watch|hold|carr(?:y|ie)|speak|address|arrive|leave|"
    r"attend|pose|gesture|wave|smile|shake|hug|embrace|kiss|celebrate|react|pray|mourn|march|rally|gather|chant|play|"
    r"ride|drive|work|clean|inspect|search|prepare|listen|greet|cross|queue|rest|swim|slide|head|adjust|signal|pick|"
    r"clear|take|use|talk|throw|kick|climb|enter|exit|board|light|lay|burn|fl(?:y|ie)|hang|line|block|guard|patrol|"
    r"perform|dance|sing|cheer|point|push|pull|make|eat|cook|shop|load|unload|dig|row|de-ice|shovel|examine|check)"
    r"(?:e?s)?\b"
)
"""What can be seen that somebody does."""
_OF_STORY = re.compile(
    r"(?i)[\"“”„«»?]|\b(?:is|are|be|been|has|have|will|would|can|could|may|might|must|shall|should|do|does|due|"
    r"says?|we|us|our|you|your|i|my|it|if|until|per|pct|percent|next|later|this (?:week|month|year)|also|"
    r"plans?|expects?|effect|deadline|season|schedule[ds]?)\b(?! \d)"
)
_OF_PICTURE = re.compile(
    r"""(?ix)(?:una\s|la\s)?(?:imagen|fotografía|fotograma|vista|captura|retrato)(?:\s\w+)?\sde\b
    |(?:une\s)?(?:vue|photo(?:graphie)?|image|capture\sd['’]écran)(?:\s\w+)?\s(?:de\b|du\b|des\b|d['’])
    |(?:an?|the|this)\s(?:\w+\s)?(?:view|photo|image|photograph|picture|screenshot|snapshot|rendering)\s
      (?:of|from|showing|shows|outside)\b
    |(?:aerial|general)\sview|promotional\s(?:image|art|photo)|screenshot\s(?:of|from)|still\sfrom
    |(?:blick|aussicht)\s(?:auf|über)\b|luftaufnahme|screenshot\s(?:aus|von)|szene\saus|standbild
    |(?:un['’]?a?\s)?(?:immagine|vista|foto)\s(?:di|del|d['’])|(?:uma\s)?(?:imagem|vista|foto)\sd[aeo]\b
    |widok|zdjęcie|вид\sна|фотография|скриншот"""
)
"""What a caption begins with that names the picture before what it shows."""
_SCREEN = re.compile(r"(?:报道|网页|视频|电视|画面|新闻|网络|监控|手机)?(?:截图|截屏|示意图|效果图)[）)。]?$")
_FROM = re.compile(r"(?:图片?|圖片?)?(?:来自|來自|来源|來源|源)")
"""Where a picture is from, and nothing of what it shows."""
_PLACE_BEFORE = re.compile(r"(?:[.!?»)]|[-–—]) [A-ZÀ-Þ][^\W\d_][\w’'. -]{1,30} [-–—] $")
"""Before a day: "… at its pier. Osk - ", "… at its pier - Osk - "."""
_SENTENCE_INSIDE = re.compile(r"[^\W\d_]{3}[”’»)\]]?[.!?…][\"”’»)]*\s+[\"“„«(]?[^\W\d_a-z]")


def is_shown(text: str) -> bool:
    """Tell whether the form of a line says that a picture shows it."""
    if len(text) <= _LONGEST_EASTERN and _SCREEN.search(text) and not _FROM.match(text):
        return True
    if len(text) > _LONGEST or ":" in text:
        return False
    is_one = not _SENTENCE_INSIDE.search(text)
    if is_one and _OF_PICTURE.match(text) and not tells(text) and not re.search(r"[\"“?]", text):
        return True
    return _happens_on_day(text) or _is_of_place(text)


def _happens_on_day(text: str) -> bool:
    """Tell whether somebody does something in one sentence, on a day: "Visitors wait at the pier on May 3."."""
    is_dated = bool(_ON_DAY.search(text)) and not _OF_STORY.search(text) and not tells(text)
    return is_dated and bool(_DOES.search(text)) and not _SENTENCE_INSIDE.search(text)


def _is_of_place(text: str) -> bool:
    """Tell whether a line ends in where and when its picture was taken: "The ferry at its pier. Osk - 3 May 2024"."""
    end = text[-_END:]
    if len(text) < _SHORTEST or not end[-1].isdigit():
        return False
    return any(
        last == len(end) and end[last - 4 : last].isdecimal() and _PLACE_BEFORE.search(end[:start])
        for _, start, last in find_dates(end)
    )
