"""Who made a picture: how surely a few words name a maker, and nothing else.

Told by what holds in every language: a label ("Photo:", "©", "写真"), an agency, names parted by slashes or bars.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Final

from docs_store.reading.byline_people import has_given_name
from docs_store.reading.credits_east import is_eastern_credit
from docs_store.reading.names import AGENCY_NAME, LONGEST, is_names
from docs_store.reading.press_words import AGENCY, LABEL, PICTURE_NOTE, UNNAMED

_MOST_LABELS: Final = 3
"""Labels before one name: "Foto: Bild: AGENCY"."""
_MOST_NAMES: Final = 3
"""Names of a person whose given name is not known."""
_MOST_CASELESS: Final = 3
"""Words of a maker in a script without capitals."""
_MOST_CAPITAL_WORDS: Final = 4
"""Words in capitals that may be names; more are a headline."""
MOST_BARE_WORDS: Final = 7
"""Words of a name without label or agency: "Ada Byron for The Daily Star"."""


class Strength(IntEnum):
    """How surely a stretch is a credit."""

    NONE = 0
    WEAK = 1
    """A name in brackets, or one on its own after the full stop: "(Ana Lima)"."""
    FAIR = 2
    """An agency alone, or names parted by a slash: running text has these too."""
    STRONG = 3
    """A label, "©", or a photographer with an agency."""


BY: Final = r"by|von|de|di|da|av|af|par|por|door|from|via|od|autor|courtesy of|courtesy"
EDGE: Final = r"(?:^|(?<=[\s.!?…\"”’»)\]）|–—/,;(\[（]))"
LABELLED: Final = re.compile(
    rf"(?i){EDGE}(?:(?:{LABEL})(?:\s?(?:[:：=＝…]|\.{{3}}(?!\.))\s?|\s(?:{BY})\s)(?:the )?"
    r"|(?:사진|이미지|자료|영상)\s?제공\s?[-–]\s?"
    r"|(?:image|photo|media) source, |(?-i:(?:Image|Media) copyright)(?: |(?=[A-Z]))"
    r"|courtesy (?:of )?|handout via |(?:ljós)?mynd(?:ir)?/)"
)
_LONGEST_UNNAMED: Final = 45
_UNNAMED = re.compile(rf"(?i)(?:{UNNAMED})")
_ENDS_UNNAMED = re.compile(rf"(?i)(?:^|\W)(?:{UNNAMED})[\s.)]*$")
_NEVER_ALONE = re.compile(
    r"(?i)(?:the )?(?:author|writer|reporter|reader|family)|social media|private|redaktion|redes soc.*|соцсети|"
    r"archiv(?:um)? .*|divulgação|fournie?s?.*|прес?с-служба.*|предоставлено.*|скриншот.*"
)
"""What stands for a maker only after a label."""
_LOWER_AGENCY: Final = 3
"""Code points from which an agency may sign in small letters: "(ansa)", not "(aa)"."""
_FOR = re.compile(r"\b(?:FOR|POUR|FÜR|PER|PARA|VOOR)\b")
_AGENCY_WORD = re.compile(
    r"\b(?:\w*Images?|Photos?|Photography|Pictures?|Press(?:e|ens)?|News|Agency|Media|"
    r"Foto(?:s|Services)?|Agentur|Agencia|Prensa)\b"
)
MAKER_FIRST: Final = re.compile(
    rf"(?:[A-ZÀ-Þ][\w'’.-]* ){{1,3}}?[A-ZÀ-Þ]?[\w'’.-]*\s?/\s?(?:{AGENCY})(?:(?:\s?/\s?| via )(?:{AGENCY}))*"
    r" (?=[“\"«]?[A-ZÀ-Þ][\w'’]*,? [a-zß-ÿ])"
)
"""A photographer and an agency before the caption."""
_OF_PAGE = re.compile(
    r"(?i)links?|read(?: more)?|more|here|watch|videos?|audio|pdf|update[ds]?|quellen?|source|full story|copyright \w+|"
    r"powered by .+|[^«‹]+[»›→]|"
    r".+\b(?:writer|reporter|correspondent|columnist|redakteur|korrespondent)(?:in(?:nen)?|s|en)?"
)
"""Words in brackets, or behind the last stop, that lead elsewhere, or say who writes: "AP Technology Writers"."""
_PARTED = re.compile(r"\s?[/|]\s?")
_NOTED = re.compile(
    rf"(?:\s?[/|]\s?{PICTURE_NOTE.pattern.removeprefix('(?i)')}|(?<=[^\W\d_]) (?:files?|archives?))$", re.IGNORECASE
)
"""What is said of a picture behind its maker: "Unsplash/Representational image", "Ana Lima/AFP files"."""
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7ff]")
MARK: Final = re.compile(r"©|ⓒ|\([cC]\)(?=\s?[A-Z])|\b(?i:copyright) (?=[A-ZÀ-Þ©\d])|℗")


def judge(text: str, most_words: int = MOST_BARE_WORDS) -> Strength:
    """Return how surely `text`, a stretch at the edge of a line, is a credit and nothing else.

    `most_words` is how long a name without label or agency may be.
    """
    text = _NOTED.sub("", text.strip(" ."))
    if not text or len(text) > LONGEST or _OF_PAGE.fullmatch(text) or PICTURE_NOTE.fullmatch(text.strip("()[]（）")):
        return Strength.NONE
    maker = _after_labels(text)
    if maker is not None:
        return Strength.STRONG if is_names(maker) or names_nobody(maker) else Strength.NONE
    if is_eastern_credit(text):
        return Strength.STRONG
    if not is_names(text) or not any(map(str.isupper, text)):
        return Strength.NONE
    agency = AGENCY_NAME.search(text)
    parted = "/" in text or "|" in text
    person = _FOR.split(text)[0]  # "ANA LIMA FOR THE VALLEY NEWS"
    if text.isupper() and not parted and len(person.split()) > _MOST_CAPITAL_WORDS:  # "REUTERS TO CARRY VALLEY NEWS"
        return Strength.NONE
    if agency and (parted or agency[0] != text):
        return Strength.STRONG
    if agency or (parted and _parts_people(text)):
        return Strength.FAIR
    if parted:  # "Sign out / Change", "Chrome | Firefox", "Wells in Osk/Sarn, Law of Water"
        return Strength.NONE
    return Strength.WEAK if not any(map(str.isdigit, text)) and len(text.split()) <= most_words else Strength.NONE


def _parts_people(text: str) -> bool:
    """Tell whether a person is among what slashes or bars part, as far as names are known; or a name before a paper."""
    parts = [part.split() for part in _PARTED.split(text)]
    people = (" ".join(part) for part in parts if len(part) > 1)
    if any(has_given_name(person) and not any(map(str.isdigit, person)) for person in people):
        return True
    is_pair = len(parts) == 2 and "/" in text and not any(map(str.isdigit, text))
    return is_pair and 2 <= len(parts[0]) <= _MOST_NAMES and all(word[0].isupper() for word in parts[0])


def is_caseless_name(text: str) -> bool:
    """Tell whether a few words may be a maker in a script without capitals, where spaces part them."""
    is_short = 0 < len(text.split()) <= _MOST_CASELESS and any(map(str.isalpha, text))
    return is_short and text.lower() == text.upper() and not _WIDE.search(text) and not PICTURE_NOTE.fullmatch(text)


def names_nobody(text: str) -> bool:
    """Tell whether `text`, after a label, stands for a maker without a name: "supplied", "privat"."""
    return bool(_UNNAMED.fullmatch(text.strip(" .)]）")))


def is_unnamed(text: str) -> bool:
    """Tell whether `text`, alone or in brackets, stands for a maker without a name: "Supplied", "(courtesy photo)"."""
    text = text.strip(" .()[]（）")
    return names_nobody(text) and not _NEVER_ALONE.fullmatch(text)


def ends_unnamed(text: str) -> bool:
    """Tell whether `text` ends in words that stand for a maker without a name."""
    return _ENDS_UNNAMED.search(text, max(0, len(text) - _LONGEST_UNNAMED)) is not None


def is_small_agency(text: str) -> bool:
    """Tell whether `text` is an agency's name in small letters, as some papers have it in brackets: "(ansa)"."""
    return (
        text.islower()
        and len(text) >= _LOWER_AGENCY
        and any(AGENCY_NAME.fullmatch(spelled) for spelled in (text.upper(), text.title()))
    )


def _after_labels(text: str) -> str | None:
    """Return what follows the labels and marks that `text` begins with, None where it begins with none."""
    found = None
    for _ in range(_MOST_LABELS):
        label = LABELLED.match(text) or MARK.match(text)
        if label is None:
            break
        found = text = _bared(text[label.end() :])
    return found


def _bared(credit: str) -> str:
    return credit.strip(" .:|–—―-\xa0").lstrip("([（【")


def trimmed(credit: str) -> str:
    """Return `credit` without its label, its mark and the brackets around it."""
    maker = _after_labels(credit.strip(" .:|–—―-\xa0"))
    credit = _bared(credit) if maker is None else maker
    closed = credit.count("(") + credit.count("（")
    return credit if closed else credit.rstrip(" )]）】.")


def ends_noted(text: str) -> bool:
    """Tell whether `text` ends in what is said of a picture behind its maker."""
    end = text[-_LONGEST_UNNAMED:]
    return ("/" in end or "|" in end) and _NOTED.search(end) is not None


def names_agency(text: str) -> bool:
    """Tell whether an agency is among the names in `text`, known or by what it calls itself: "Osk Images"."""
    return bool(AGENCY_NAME.search(text) or _AGENCY_WORD.search(text))
