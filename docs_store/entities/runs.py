"""Runs of capitalised words: where names of the Latin script can be, found by one regular expression.

A run holds what may belong to one name, connectors included ("Bank of the West and Sons"); `grammar` takes it apart.
Everything in lower case is passed over at the speed of the regular expression engine.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from docs_store.entities import lexicon as lex

LONGEST_RUN: Final = 14
"""Capitalised words of a run at most. Real names are shorter; the bound keeps the work on "A A A A …" linear."""

_UPPER: Final = "A-Z"
_FAR_UPPER: Final = re.compile(
    "[" + "".join(chr(code) for code in [*range(0x80, 0x250), *range(0x1E00, 0x1F00)] if chr(code).isupper()) + "]"
)
_ANY_UPPER: Final = "Q"
"""What stands for each of those while runs are looked for; no part of the expression names it."""
_ABBREVIATED: Final = lex.words(
    "Mr. Mrs. Ms. Dr. St. Ste. Sen. Sens. Gov. Govs. Gen. Rep. Reps. Lt. Col. Sgt. Cpl. Pfc. Maj. Capt. Cmdr. Adm. "
    "Brig. Prof. Rev. Fr. Hon. Jr. Sr. Co. Cos. Corp. Inc. Ltd. Bros. Ft. Mt. Mme. Mlle. Dept. Univ. Alex. Geo. Wm. "
    "Chas. Thos."
)


def _behind(before: str, words: Iterable[str]) -> str:
    """Return what tells that `before` and one of `words` end here: one lookbehind for those of each length."""
    by_length: defaultdict[int, list[str]] = defaultdict(list)
    for word in sorted(words):
        by_length[len(word)].append(re.escape(word))
    return "|".join(f"(?<={before}(?:{'|'.join(same)}))" for same in by_length.values())


_ABBREVIATION: Final = "|".join((_behind(r"\b", _ABBREVIATED), _behind("(?:, |[DRI]-)", lex.STATES)))
# A company's own possessive, and a people's.
_MEMBERS: Final = _behind(r"\b", lex.words("People Women Men Children Seamen Seaman Fishermen Firemen"))
_BODIES: Final = "Society|Association|Federation|Institute|Trust|Club|Fund|Foundation|Guild|League|Union|Stores"
_FORMS: Final = "Inc|Corp|Cos?|Ltd|PLC|Plc"
_POSSESSIVE: Final = (
    rf"(?=['’])(?:['’]s(?= (?:{_FORMS}|University|College|Hospital|Cathedral|Theat(?:re|er))\b)"
    rf"|['’]s(?= (?:{_BODIES})\b(?! (?:of|for|on)\b| [{_UPPER}]))|(?<=s)['’](?= (?:{_BODIES}|Hospital|Alliance)\b)"
    rf"|['’]s(?= (?:Department )?(?:Supermarkets|Stores|Foods|Markets|Restaurants|Bakeries|Hotels) (?:{_FORMS})\b)"
    rf"|['’]s(?= (?:Park|Square|Street|Road|Lane|Bay|Gate|Wharf|Bridge)\b"
    rf"(?! (?:of|for|on)\b| [{_UPPER}]))"
    rf"|(?:{_MEMBERS}|(?<=\wmen)(?<!\bBremen)(?<!\bYemen)(?<!\bCarmen))['’]s(?= [{_UPPER}])"
    rf"|(?<=\bMoody)['’]s(?= (?:Investors|Analytics)\b))"
)
# What follows a word's capital: a chain of initials (after another letter too: "D-N.Y."), one initial before a name, or
# letters with inner hyphens, ampersands and apostrophes (never a possessive), and the full stop of an abbreviation.
_REST: Final = (
    rf"(?:\.(?:[{_UPPER}]\.)+(?:-\w+)?"
    rf"|-(?:[{_UPPER}]\.)+"
    rf"|\.(?= [{_UPPER}])"
    rf"|\w*(?:(?:[-‐–&/]|['’](?!(?:s|t|d|m|ll|re|ve)\b))\w+)*(?:\.(?:{_ABBREVIATION})|{_POSSESSIVE})?)"
)
_ARTICLE: Final = "(?:(?:[Aa]l|el|ul|as|ad|ash|ar|an|bin|ibn|d['’]|l['’])-?)"
_CONNECTORS: Final = (
    "of|for|and|on|the|&|de|da|do|dos|das|dal|del|della|di|du|des|van|von|der|den|ten|ter|la|le|el|al|bin|ibn|bint|ben|abu"
    "|zu|af|es|arap"
)
_FOUNDER: Final = rf"[{_UPPER}]\w+(?: [{_UPPER}]\w+)?"
# "Keel, Ferry and Co": commas that no list has.
_FIRM: Final = (
    rf"(?<!Co, )(?<!Corp, )(?<!Inc, )(?<!Ltd, )(?:{_FOUNDER}, ){{0,3}}{_FOUNDER} "
    rf"(?:(?:and|&) (?:Cos?|Sons|Bros|Company|Cie)\b|& [{_UPPER}])"
)
_RUN: Final = re.compile(
    # The lookbehind stands after the capital so that the engine can skip ahead to capitals.
    rf"[{_UPPER}](?<!\w.){_REST}"
    rf"(?:(?:[ \u00a0](?:(?:{_CONNECTORS})[ \u00a0]){{0,2}}{_ARTICLE}?|, (?=D\.C\.|[JS]r\b|I(?:nc|NC)\b|L(?:td|TD)\b"
    rf"|{_FIRM}))"
    rf"(?:[{_UPPER}]{_REST}|(?:49|76)ers\b)){{0,{LONGEST_RUN - 1}}}"
)
_IDLE: Final = frozenset(word.capitalize() for word in lex.FUNCTION) | lex.MONTHS_AND_DAYS - {"Sun"}
"""Runs that hold no name, and are most of all by far: "The", "In", "Monday"."""
_LINE: Final = re.compile(r"[^\n]+")
# The lookbehinds stand after the line's end so that the engine can skip ahead to it.
_WRAPPED: Final = re.compile(r"\n(?<=[a-z,]\n)[a-z]")
_FOLD: Final = re.compile(r"\n(?<=[^\n]{25}\n)(?=\S)")
_FOLDS_OF_WRAPPED: Final = 2
"""Line ends inside sentences that show a text to be hard-wrapped, as wire copy and mail are."""
_OPENING: Final = " \u00a0\"'“”‘’«»„()[]{}*_-–—•·>|#`~\t"
_SENTENCE_ENDS: Final = '.,;:”"'
_ENDING: Final = ".!?:;…"
_BEFORE_ARTICLE: Final = ("al-", "el-")
_GOING_ON: Final = frozenset(f"{letter} " for letter in "abcdefghijklmnopqrstuvwxyz,")
"""What stands before a capital inside a sentence."""
_SPOKEN: Final = 5
"""Capitals from which on they are a word, and no letters of a body."""
_LISTED: Final = re.compile(r"[a-z] \([A-Z][^()]{2,24}\)")
"""Where somebody is from, in a list: "Odile Varga (Norway)"."""
_HEADLINE_LENGTH: Final = 120
"""Code points of a headline at most."""


class Run(NamedTuple):
    """A run of capitalised words in a text (a tuple, because there is one for every eighth word)."""

    start: int
    text: str
    opens: bool
    """It opens a sentence or a quotation, where a capital says nothing."""
    headline: bool
    """Its line is a title-case headline, or all capitals: capitals say nothing anywhere in it."""


def find_runs(text: str, is_idle: Callable[[str], bool] = _IDLE.__contains__) -> Iterator[Run]:
    """Yield the runs of `text` in order, but those that are never a name by themselves: `is_idle` tells them."""
    text = unwrapped(text)
    spelt = _in_ascii(text)
    for line in _LINE.finditer(text):
        start, end = line.span()
        if text[start : start + 4].isupper() and text[start:end].isupper():
            yield from _shouted(line[0], start)
            continue
        is_headline = end - start <= _HEADLINE_LENGTH and _is_headline(line[0])
        for match in _RUN.finditer(spelt, start, end):
            begin, stop = match.span()
            words = text[begin:stop]
            if is_idle(words):
                continue
            if " " in words and words.isupper() and (told := _told(words)):
                yield Run(begin, told, True, False)
                continue
            before = text[begin - 2 : begin]
            if before in _GOING_ON:  # nearly always, and cheap to see
                yield Run(begin, words, False, is_headline)
                continue
            if before == "l-" and text[begin - 3 : begin] in _BEFORE_ARTICLE:
                begin -= 3
                words = text[begin:stop]
            yield Run(begin, words, _opens(text, start, begin), is_headline)


def unwrapped(text: str) -> str:
    """Return hard-wrapped `text` with its paragraphs as lines, code point for code point; other texts as they are."""
    if "\n" not in text:  # as nearly every paragraph
        return text
    folds = _WRAPPED.finditer(text)
    if sum(1 for _ in islice(folds, _FOLDS_OF_WRAPPED)) < _FOLDS_OF_WRAPPED:
        return text
    return _FOLD.sub(" ", text)


def _told(words: str) -> str:
    """Return a company's name in capitals as it is written else, "" for other words: "QUENBY LAMPS, INC."."""
    if len(words.partition(" ")[0]) < _SPOKEN:
        return ""
    spoken = words.title()
    last = spoken.rpartition(" ")[2]
    is_firm = last in lex.LEGAL or last.upper() in lex.LEGAL or last in lex.ORGANISATION_HEADS
    return spoken if is_firm and len(spoken) == len(words) else ""


def _shouted(line: str, start: int) -> Iterator[Run]:
    """Yield the runs of a line in capitals, read as if in title case; their text keeps its length."""
    spoken = line.title()
    if len(spoken) == len(line):
        for match in _RUN.finditer(_in_ascii(spoken)):
            begin, end = match.span()
            yield Run(start + begin, spoken[begin:end], True, True)


def _in_ascii(text: str) -> str:
    """Return `text`, as long as it is, with a capital of ASCII for any other of the Latin script."""
    return text if text.isascii() else _FAR_UPPER.sub(_ANY_UPPER, text)


def _opens(text: str, line_start: int, begin: int) -> bool:
    """Tell whether what begins in the line at `begin` opens a sentence or a quotation."""
    if text[begin - 2 : begin] in _GOING_ON:
        return False
    before = text[max(line_start, begin - 6) : begin]
    bare = before.rstrip(_OPENING)
    if not bare:
        return True
    # A quotation mark right before the word opens a sentence as often as not.
    return bare[-1] in _ENDING or (before[-1:] in '"“«„‘' and bare[-1] == ",")


def _is_headline(line: str) -> bool:
    """Tell whether nearly every word of four letters or more is capitalised, in a short line that is no sentence."""
    # Whoever wrote it, and who takes part, are no headline.
    if line[-1] in _SENTENCE_ENDS or line.startswith("By ") or ("(" in line and _LISTED.search(line)):
        return False
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in words) >= 0.8 * len(words) > 0
