"""Lines that say what a picture shows in the form of their sentence alone, whoever made it.

"Visitors wait" in the present, without a day, is as often the text as a picture; so is "Voters head to the polls" on
one, which was announced, and what begins with a view or an image and ends as a sentence does.
"""

from __future__ import annotations

import re
from typing import Final

from docs_store.reading.dates import find_dates
from docs_store.reading.line import is_sentence, is_several
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
    r"(?<!to )(?<!that )(?<!who )(?<!the )(?<!a )\b(?:walk|sit|stand|wait|look|watch|carr(?:y|ie)|pose|gesture|wave|"
    r"smile|shake|hug|embrace|kiss|react|pray|mourn|chant|ride|drive|clean|inspect|search|listen|greet|cross|queue|"
    r"swim|slide|adjust|throw|kick|climb|lay|burn|hang|guard|patrol|dance|cheer|push|pull|eat|cook|load|unload|dig|"
    r"de-ice|shovel|examine|check|hold(?=s? (?:up|hands)\b))(?:e?s)?\b"
)
"""What can be seen that somebody does, and is not announced for a day as votes, talks, games and concerts are."""
_OF_STORY = re.compile(
    r"(?i)[\"“”„«»?]|\b(?:is|are|be|been|has|have|will|would|can|could|may|might|must|shall|should|do|does|due|"
    r"says?|we|us|our|you|your|i|my|it|if|until|per|pct|percent|next|later|this (?:week|month|year)|also|"
    r"plans?|expects?|effect|deadline|season|schedule[ds]?)\b(?! \d)"
)
_OF_PICTURE = re.compile(
    r"""(?ix)(?:(?:una\s|la\s)?(?:fotografía|fotograma|captura|retrato)|imagen)(?:\s\w+)?\sde\b
    |(?:une\s)?(?:vue\s(?:aérienne|générale|panoramique)|photo(?:graphie)?\saérienne|capture\sd['’]écran)\sd
    |(?:an?|this)\s(?:\w+\s)?(?:view|photo|photograph|screenshot|snapshot|rendering)\s(?:of|from|showing|shows)\s
    |(?:an?\s|the\s)?(?:aerial|general)\sview\b|promotional\s(?:image|art|photo)\b|screenshot\s(?:of|from)\b|still\sfrom\b
    |luftaufnahme\b|screenshot\s(?:aus|von)\b|szene\saus\b|standbild\b
    |(?:immagine|foto)\s(?:di|del|d['’])|imagem\sd[aeo]\b|скриншот\b"""
)
"""What a caption begins with that names the picture before what it shows."""
_OF_VIEW = re.compile(
    r"""(?ix)(?:una\s|la\s)?(?:imagen|vista)(?:\s\w+)?\sde\b|(?:une\s)?(?:vue|photo|image)(?:\s\w+)?\s(?:d[eu]s?\b|d['’])
    |(?:an?|the|this)\s(?:\w+\s)?(?:view|photo|image|photograph|picture)\s(?:of|from|showing|outside)\b
    |(?:blick|aussicht)\s(?:auf|über)\b|(?:un['’]?a?\s)?(?:vista|foto)\s(?:di|del|d['’])|(?:uma\s)?(?:vista|foto)\sd[aeo]\b
    |widok\b|zdjęcie\s(?:z|przedstawia)\b|вид\sна\b|фотография\b"""
)
"""The same where it may as well be what somebody thinks of: a sentence that begins so is one of the text."""
_SCREEN = re.compile(
    r"(?!.*[，,了着把被将向对让]).*(?:报道|网页|视频|电视|画面|新闻|网络|监控|手机)?(?:截图|截屏|示意图|效果图)[）)。]?"
)
"""What a picture of a screen is called; a sentence says something of it."""
_IS = re.compile(r"(?i)\b(?:is|are|has|have|will|must|ist|sind|est|sont|è|são)\b")
_SAID = re.compile(r"[\"“?]")
_FROM = re.compile(r"(?:图片?|圖片?)?(?:来自|來自|来源|來源|源)")
"""Where a picture is from, and nothing of what it shows."""
_PLACE_BEFORE = re.compile(r"(?:[.!?»)]|[-–—]) [A-ZÀ-Þ][^\W\d_][\w’'. -]{1,30} [-–—] $")
"""Before a day: "… at its pier. Osk - ", "… at its pier - Osk - "."""


def is_shown(text: str) -> bool:
    """Tell whether the form of a line says that a picture shows it."""
    if len(text) <= _LONGEST_EASTERN and _SCREEN.fullmatch(text) and not _FROM.match(text):
        return True
    if len(text) > _LONGEST or ":" in text:
        return False
    return _names_picture(text) or _happens_on_day(text) or _is_of_place(text)


def _names_picture(text: str) -> bool:
    """Tell whether a line begins with what kind of picture it is under: "A view of the pier from the tower"."""
    is_named = bool(_OF_PICTURE.match(text)) and not _IS.search(text)
    is_viewed = len(text) >= _SHORTEST and not is_sentence(text) and bool(_OF_VIEW.match(text))
    return (is_named or is_viewed) and not (is_several(text) or tells(text) or _SAID.search(text))


def _happens_on_day(text: str) -> bool:
    """Tell whether somebody does something in one sentence, on a day: "Visitors wait at the pier on May 3."."""
    is_dated = bool(_ON_DAY.search(text)) and not _OF_STORY.search(text) and not tells(text)
    return is_dated and bool(_DOES.search(text)) and not is_several(text)


def _is_of_place(text: str) -> bool:
    """Tell whether a line ends in where and when its picture was taken: "The ferry at its pier. Osk - 3 May 2024"."""
    end = text[-_END:]
    if len(text) < _SHORTEST or not end[-1].isdigit():
        return False
    return any(
        last == len(end) and end[last - 4 : last].isdecimal() and _PLACE_BEFORE.search(end[:start])
        for _, start, last in find_dates(end)
    )
