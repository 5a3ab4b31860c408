"""Where a credit stands: after a caption, before it, or on a line of its own, in the world's press styles.

It is at the edge of the line, after a full stop, a label or a mark, in brackets, or glued to the last word. Only the
last `_WINDOW` code points of a line are looked at, so a line of any length costs the same.
"""

from __future__ import annotations

import re
from typing import Final

from docs_store.entities.gazetteer import load
from docs_store.reading.byline_people import has_given_name
from docs_store.reading.credit_edges import POINTS, glued_name, signed, unglued, without_rights
from docs_store.reading.credit_runs import from_run, from_start
from docs_store.reading.credited import Credited
from docs_store.reading.credits_east import cut_eastern, is_eastern_credit
from docs_store.reading.licences import Licensed, licensed
from docs_store.reading.makers import (
    BY,
    EDGE,
    LABELLED,
    MARK,
    MOST_BARE_WORDS,
    Strength,
    ends_noted,
    ends_unnamed,
    is_caseless_name,
    is_small_agency,
    is_unnamed,
    judge,
    names_agency,
    names_nobody,
    trimmed,
)
from docs_store.reading.names import AGENCY_NAME, LONGEST, MOST_WORDS, is_name, is_names
from docs_store.reading.stops import is_of_number
from docs_store.reading.told_lines import tells

_WINDOW: Final = LONGEST + 60


# Of labels without a colon only these are looked for inside a line: the rest are words of running text.
_LABELLED_BY = re.compile(
    rf"(?i){EDGE}(?:(?:photo|foto|image|picture|bild|video|photograph|graphic|illustration|imagen|"
    rf"imagem)s?\s(?:{BY})\s"
    r"|(?:photos? )?courtesy (?:of )?(?:the )?|handout via )"
)
_BARE_LABEL = re.compile(
    rf"(?i){EDGE}(?:foto|photo (?:d['’])?archive|photo|picture(?![ -]alliance)|bild|beeld|kuva|fotó|credit|фото|تصوير|"
    r"image|fot\.|ph\.)s?\s+(?=[^\W\d_])"
)
_LABEL_IN_BRACKETS = re.compile(r"(?i)(?:foto|photo|ph|bild|pic|фото|снимка|φωτο)\.?\s(?=[^\W\d_])")
_SOURCE = re.compile(
    r"(?i)(?:[.!?…]\s|\s?[(\[（])(?:sources?|fuentes?)\s?[:：]\s?(?P<maker>[^()\[\]（）:：]{2,80}?)[)\]）]?\.?$"
)
"""Where a picture is from, in words that cite in running text, too: "The dam at noon (Source: Osk Waterworks)"."""
_FIGURE = re.compile(r"(?<!\d)(?!(?:1[5-9]|20)\d\d(?!\d))\d")
"""A figure that is no year."""
_GIVEN = re.compile(
    r"(?i)(?<=[.!?…])\s(?:cedida por|fourni par|zur verfügung gestellt von|supplied by|supplied|provided by|"
    r"privat)\b\s?"
)
_FILE_IN_BRACKETS = re.compile(r"\s*\[[^\s\[\]]*[_-][^\s\[\]]*\]")
"""The name of a picture's file, as browsers in the terminal write it."""
_BRACKETS = re.compile(r"\s*[(（\[【［]([^()（）\[\]【】［］]+)[)）\]】］]?[.。]?$")
_OPEN_BRACKET = re.compile(r"[(（\[]\s*(?:[A-Z]\w+ )?$")
# Where a sentence (not an initial), a quotation or a bracket ends, or a dash or bar stands.
_BREAK = re.compile(
    r"(?:(?<=[.!?…])[—–―](?=[^\W\d_])|(?<![A-ZÀ-Þ])[.!?…][\"”’»)\]]*\s|[\"”’»)\]]\s|\s[|–—―-]\s|[。」』）]|\s\|\s?)"
)
_SENTENCE = re.compile(r"(?<![A-ZÀ-Þ])[.!?…]\s|[。！？].")
_DOUBLED = re.compile(r"[)\]]\s+\w")
_PARTED = re.compile(r"\s?[/|]\s?")
_MOST_PARTED_WORDS: Final = 4
"""Words of a maker's name, and of the paper's behind the slash, where not all of them are capitalised."""
_LONGEST_LABELLED: Final = 80
_LONGEST_LABEL: Final = 30
"""Code points of a label, and of what it is the label of, where small words may be in that."""
_BREAKS_TRIED: Final = 4
_INITIAL = re.compile(r"\b[A-ZÀ-Þ]\.$")
_ENDED = re.compile(r"[.!?…。\"”’»)\]）]\s*$")
_SEPARATOR = re.compile(r"[:：=＝…]|\.{3}|source, |(?:Image|Media) copyright")
_WORD = re.compile(r"\S*\w\S*")


def split_credit(line: str) -> Credited:
    """Return `line` as caption and credit."""
    line = line.strip()
    if name := glued_name(line):
        return Credited(line.removesuffix(name), name, Strength.FAIR)
    found = licensed(line)
    return (_under_licence(found) if found else None) or _split(line)


def _under_licence(line: Licensed) -> Credited | None:
    """Return the caption and credit of a line that names a licence or a library; None where it does so in passing."""
    if line.behind and not is_names(line.behind):
        return None
    if line.behind:  # "Bild: CC BY-SA 2.0 Ana Lima"
        found = _split(f"{line.rest} {line.behind}") if line.rest.endswith(":") else Credited(line.rest, line.behind)
        return Credited(found.caption, f"{found.credit or line.behind}, {line.said}", Strength.STRONG)
    if not line.rest:
        return Credited("", line.said, Strength.FAIR)
    found = split_credit(line.rest)
    is_maker = is_names(line.rest) and (has_given_name(line.rest) or not line.is_alone)
    if not found.strength and not line.is_library and is_maker:
        found = Credited("", trimmed(line.rest), Strength.WEAK)
    if found.strength >= (Strength.FAIR if line.is_library else Strength.WEAK):
        credit = found.credit.removeprefix("By ")
        parted = " " if line.is_library else ", "
        return Credited(found.caption, f"{credit}{parted}{line.said}", Strength.STRONG)
    return Credited(line.rest, line.said, Strength.STRONG) if line.is_alone else None


def _split(line: str) -> Credited:
    head, tail = line[:-_WINDOW], line[-_WINDOW:]
    tail = without_rights(tail)
    if not (_may_end_in_credit(tail) or (":" in tail and _may_end_in_credit(unglued(tail)))):
        return from_start(head + tail)
    if not head and (_is_credit_alone(tail) or is_unnamed(tail)):
        return Credited("", tail.strip(" ()[].") if is_unnamed(tail) else trimmed(tail), Strength.STRONG)
    tail = unglued(tail)
    found = _from_brackets(tail) or _from_mark(tail) or _from_label(tail) or _from_break(tail) or from_run(tail)
    if found is None and not head:
        found = _from_source(tail)
    if found is None:
        return from_start(line)
    credit = trimmed(found.credit)
    again = _from_brackets(found.caption) or _from_mark(found.caption) or _from_label(found.caption)
    if again is not None and again.strength >= Strength.FAIR:
        # Doubled, "(AP Photo/A. Byron) AP Photo", or in two parts, "Foto: A. Byron (Daily Star)".
        first = trimmed(again.credit)
        credit = first if credit in first else f"{first} ({credit})"
        found = Credited(again.caption, credit, max(found.strength, again.strength))
    elif found.caption != tail and AGENCY_NAME.fullmatch(credit):
        caption, name = signed(found.caption.rstrip())
        found, credit = Credited(caption, "", found.strength), f"{name} ({credit})" if name else credit
    return Credited((head + found.caption).strip().rstrip(" |–—―•·/-"), credit, found.strength)


def _is_credit_alone(line: str) -> bool:
    """Tell whether a line is a credit and nothing else."""
    least = Strength.FAIR if ends_noted(line) else Strength.STRONG
    if len(_WORD.findall(line)) > MOST_BARE_WORDS or _SENTENCE.search(line) or judge(line) < least:
        return False
    if cut_eastern(line):
        return False
    bracket = _BRACKETS.search(line)
    before = line[: bracket.start()] if bracket else ""
    # "枯れた井戸 (AP)": in a script without capitals any few words look like names.
    return not before or any(map(str.isupper, before)) or judge(before) >= Strength.FAIR


def _may_end_in_credit(tail: str) -> bool:
    """Tell quickly most running text apart: a credit ends in a name or a bracket, or has a mark or a label."""
    last = tail.rstrip(" .").rpartition(" ")[2]
    return bool(last) and (
        is_name(last)
        or last[-1] in ")]）】］"
        or MARK.search(tail) is not None
        or _GIVEN.search(tail) is not None
        or _ends_labelled(tail)
        or ends_unnamed(tail)
        or ends_noted(tail)
        or is_small_agency(last)
        or (not tail.isascii() and is_eastern_credit(tail))
    )


def _ends_labelled(tail: str) -> bool:
    colon = tail.rfind(":")
    return colon >= len(tail) - _LONGEST_LABELLED and bool(LABELLED.search(tail, max(0, colon - _LONGEST_LABEL)))


def _from_brackets(tail: str) -> Credited | None:
    found = _BRACKETS.search(tail)
    if found is None or _FILE_IN_BRACKETS.fullmatch(found[0]):
        return None
    before = tail[: found.start()]
    stands_alone = (
        bool(_ENDED.search(before))
        and not _INITIAL.search(before)
        and not (found[0].endswith(".") and " " not in found[1])
    )
    strength = judge(found[1], MOST_WORDS if stands_alone else MOST_BARE_WORDS)
    if is_small_agency(found[1]) or is_unnamed(found[1]):
        strength = max(strength, Strength.FAIR)
    if strength is Strength.WEAK and not before.strip() and " " in found[1]:
        strength = Strength.FAIR  # "(Osk Town Council)" on a line of its own
    if strength and stands_alone:  # "… of the dam. (Ana Lima/Star)": nothing but a credit stands there
        strength = Strength(min(strength + 1, Strength.STRONG))
    if strength is Strength.NONE and is_caseless_name(found[1]) and not found[0].endswith("."):
        return Credited(before, found[1], Strength.WEAK)
    if strength is Strength.WEAK and not _ENDED.search(before) and (" " not in found[1] or found[0].endswith(".")):
        return None  # an abbreviation explained, a party: "(SPD)"
    bare = _LABEL_IN_BRACKETS.match(found[1])
    if bare and _is_bare_maker(found[1][bare.end() :]):  # "… cuts the ribbon (foto Rossi)"
        return Credited(before, found[1][bare.end() :], Strength.STRONG)
    label, colon, named = found[1].partition(": ")
    if strength is Strength.NONE and stands_alone and colon and is_names(label) and is_names(named):
        strength = Strength.FAIR  # "… of the dam. (Valley News: Ana Lima)"
    if strength is Strength.NONE:
        inner = _from_mark(found[1]) or _from_label(found[1])
        if inner is None:  # the other case is "(archive picture; photo by Ada Byron)"
            return None
        return Credited(before, inner.credit, inner.strength)
    return Credited(before, found[1], strength)


def _from_mark(tail: str) -> Credited | None:
    mark = MARK.search(tail)
    if mark is None or len(tail) - mark.start() > LONGEST:
        return None
    rest = tail[mark.end() :]
    before = tail[: mark.start()].rstrip()
    is_word, is_maker = mark[0].strip().isalpha(), is_names(rest) or names_nobody(rest)
    if (is_word and (not is_maker or before[-1:].isalnum() or before.endswith((",", ";")))) or (
        not is_maker and tail[: mark.start()][-1:].isalpha()
    ):
        return None  # "the Osk Copyright Office’s ruling"; "©" that stands for a letter, of another encoding
    if tail[: mark.start()].endswith("/"):  # "Ada Byron/Copyright 2024 The Agency"
        return from_run(tail)
    if not rest.strip() or len(rest.split()) > MOST_WORDS:
        return None
    return Credited(_OPEN_BRACKET.sub("", tail[: mark.start()]), rest, Strength.STRONG)


def _from_label(tail: str) -> Credited | None:
    labels = LABELLED if _SEPARATOR.search(tail) else _LABELLED_BY
    for label in labels.finditer(tail):
        if _is_labelled_maker(tail[label.end() :]) and not _DOUBLED.search(tail, label.end()):
            return Credited(_OPEN_BRACKET.sub("", tail[: label.start()]), tail[label.end() :], Strength.STRONG)
    given = _GIVEN.search(tail)
    if given is not None:
        return Credited(tail[: given.start()].rstrip(), tail[given.end() :] or given[0].strip(), Strength.STRONG)
    for label in _BARE_LABEL.finditer(tail) if not tail.isupper() else ():
        rest = tail[label.end() :]
        before = tail[: label.start()].rstrip()
        is_maker = (is_names(rest) and len(rest.split()) <= 6) or names_nobody(rest)
        if not before and not (names_agency(rest) or has_given_name(rest) or names_nobody(rest)):
            continue  # "Credit Control", "Photo Gallery"
        if is_maker and (not before or before[-1] in '.!?…"”’»)]|–—/'):
            return Credited(_OPEN_BRACKET.sub("", before), rest, Strength.STRONG)
    return None


def _from_source(line: str) -> Credited | None:
    """Take where a picture is from off a line that tells nothing: running text cites its sources in the same words."""
    found = _SOURCE.search(line)
    if found is None or not found.start() or not is_names(found["maker"]):
        return None
    caption = line[: found.start() + 1] if line[found.start()] in ".!?…" else line[: found.start()]
    if tells(caption) or _FIGURE.search(caption) or _SENTENCE.search(caption):
        return None
    return Credited(caption, found["maker"], Strength.FAIR)


def _is_bare_maker(text: str) -> bool:
    """Tell whether a maker follows a label without a colon, in brackets: neither "photo ID" nor "Photo Gallery"."""
    if not is_names(text) or len(text.split()) > MOST_BARE_WORDS or any(map(str.isdigit, text)):
        return False
    return names_agency(text) or has_given_name(text) or not any(map(load().is_word, text.lower().split()))


def _is_labelled_maker(text: str) -> bool:
    """Tell whether a maker follows a label: names, or a name and a paper: "Ana Lima / Das freie Wort"."""
    if is_names(text) or names_nobody(text):
        return True
    name, *paper = _PARTED.split(text, 1)
    is_short = len(name.split()) <= _MOST_PARTED_WORDS >= len(" ".join(paper).split())
    return bool(paper) and is_short and is_names(name) and not _SENTENCE.search(text)


def _from_break(tail: str) -> Credited | None:
    eastern = cut_eastern(tail)
    if eastern:
        return Credited(*eastern, Strength.STRONG)
    found = None
    for cut in list(_BREAK.finditer(tail))[: -_BREAKS_TRIED - 1 : -1]:
        last = tail[cut.end() :].strip()
        is_slashed = last.startswith(("/ ", "| "))
        last = last.lstrip("/| ")
        is_small = is_small_agency(last) and tail[cut.start()] in ".!?…"  # "… in May. getty"
        is_sign = is_small or AGENCY_NAME.fullmatch(last) is not None  # "iStock"
        is_sign = is_sign or is_unnamed(last)  # "zVg"
        is_none = not last or len(last) > LONGEST or (last[0].islower() and " " not in last and not is_sign)
        if is_none or is_of_number(tail, cut.start()):  # "Aufnahme vom 3. Juli"
            continue
        strength = judge(last) if ")" not in last[:-1] and not last.endswith(("!", "?", "…", "..")) else Strength.NONE
        if (
            is_small
            or is_unnamed(last)
            or (strength is Strength.WEAK and "|" in cut[0] and last.isupper() and " " in last and has_given_name(last))
        ):
            strength = Strength.FAIR  # "… of the dam | ANA LIMA"
        before = tail[: cut.end()].rstrip(" |–—―-")
        if strength is Strength.WEAK and (not _ENDED.search(before) or POINTS.search(before)):
            continue  # "Best value - The Tall Lamp", "(L-R) Ada Byron, Max Born"
        if strength is Strength.WEAK and (tail[cut.start()] in "—–" or " via " in last):
            strength = Strength.FAIR  # "… of the dam.—White Star", "… of the dam. Ana Lima via Osk Trust"
        if strength is Strength.WEAK and last.isupper() and " " in last and tail[cut.start()] in ".…":
            strength = Strength.FAIR  # "… of the dam. ANA LIMA"
        if strength and is_slashed:
            strength = Strength.STRONG  # "… of the dam. / Ana Lima"
        if strength is Strength.STRONG or strength > (found.strength if found else Strength.NONE):
            found = Credited(tail[: cut.end()].rstrip(" |–—―-"), last, strength)
    return found
