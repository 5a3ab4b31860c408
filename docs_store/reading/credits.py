"""Where a credit stands: after a caption, before it, or on a line of its own, in the world's press styles.

It is at the edge of the line, after a full stop, a label or a mark, in brackets, or glued to the last word. Only the
last `_WINDOW` code points of a line are looked at, so a line of any length costs the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from docs_store.reading.bylines import has_given_name
from docs_store.reading.credit_edges import POINTS, in_capitals, is_person_of_paper, signed, unglued, without_rights
from docs_store.reading.credits_east import cut_eastern
from docs_store.reading.licences import Licensed, licensed
from docs_store.reading.makers import (
    BY,
    EDGE,
    LABELLED,
    MAKER_FIRST,
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
from docs_store.reading.press_words import AGENCY, PARTICLES
from docs_store.reading.stops import is_of_number

_WINDOW: Final = LONGEST + 60


@dataclass(frozen=True, slots=True)
class Credited:
    """A line taken apart. `caption` is "" where the line is nothing but a credit."""

    caption: str
    credit: str = ""
    strength: Strength = Strength.NONE


# Of labels without a colon only these are looked for inside a line: the rest are words of running text.
_LABELLED_BY = re.compile(
    rf"(?i){EDGE}(?:(?:photo|foto|image|picture|bild|video|photograph|graphic|illustration|imagen|"
    rf"imagem)s?\s(?:{BY})\s"
    r"|(?:photos? )?courtesy (?:of )?(?:the )?|handout via )"
)
_BARE_LABEL = re.compile(
    rf"(?i){EDGE}(?:foto|photo|picture(?![ -]alliance)|bild|beeld|kuva|fotó|credit|фото|تصوير|image|fot\.|ph\.)"
    r"s?\s+(?=[^\W\d_])"
)
_GIVEN = re.compile(
    r"(?i)(?<=[.!?…])\s(?:cedida por|fourni par|zur verfügung gestellt von|supplied by|supplied|provided by|"
    r"privat)\b\s?"
)
_BRACKETS = re.compile(r"\s*[(（\[【［]([^()（）\[\]【】［］]+)[)）\]】］]?[.。]?$")
_OPEN_BRACKET = re.compile(r"[(（\[]\s*(?:[A-Z]\w+ )?$")
# Where a sentence (not an initial), a quotation or a bracket ends, or a dash or bar stands.
_BREAK = re.compile(
    r"(?:(?<=[.!?…])[—–―](?=[^\W\d_])|(?<![A-ZÀ-Þ])[.!?…][\"”’»)\]]*\s|[\"”’»)\]]\s|\s[|–—―-]\s|[。」』）]|\s\|\s?)"
)
_SENTENCE = re.compile(r"(?<![A-ZÀ-Þ])[.!?…]\s|[。！？].")
_DOUBLED = re.compile(r"[)\]]\s+\w")
_PARTED = re.compile(r"\s?[/|]\s?")
_MOST_NAMES: Final = 3
"""Names of one person."""
_MOST_PARTED_WORDS: Final = 4
"""Words of a maker's name, and of the paper's behind the slash, where not all of them are capitalised."""
_LONGEST_LABELLED: Final = 80
_LONGEST_LABEL: Final = 30
"""Code points of a label, and of what it is the label of, where small words may be in that."""
_BREAKS_TRIED: Final = 4
_INITIAL = re.compile(r"\b[A-ZÀ-Þ]\.$")
_AGENCY_FIRST = re.compile(rf"(?:{AGENCY})(?: [Ff]ile [Pp]hoto)? (?=(?:The|A|An|People) [a-z])")
_ENDED = re.compile(r"[.!?…。\"”’»)\]）]\s*$")
_SEPARATOR = re.compile(r"[:：=＝…]|\.{3}|source, ")
_WORD = re.compile(r"\S*\w\S*")
_SUFFIX = re.compile(r"(?:[IVX]{1,4}|Jr\.?|Sr\.?)(?:/.*)?")


def split_credit(line: str) -> Credited:
    """Return `line` as caption and credit."""
    line = line.strip()
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
        return _from_start(head + tail)
    if not head and (_is_credit_alone(tail) or is_unnamed(tail)):
        return Credited("", tail.strip(" ()[].") if is_unnamed(tail) else trimmed(tail), Strength.STRONG)
    tail = unglued(tail)
    found = _from_brackets(tail) or _from_mark(tail) or _from_label(tail) or _from_break(tail) or _from_run(tail)
    if found is None:
        return _from_start(line)
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
    )


def _ends_labelled(tail: str) -> bool:
    colon = tail.rfind(":")
    return colon >= len(tail) - _LONGEST_LABELLED and bool(LABELLED.search(tail, max(0, colon - _LONGEST_LABEL)))


def _from_brackets(tail: str) -> Credited | None:
    found = _BRACKETS.search(tail)
    if found is None:
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
        return _from_run(tail)
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


def _from_run(tail: str) -> Credited | None:
    """Find "… in the burning hills Region Office/EFE": a run of names with a slash and an agency, no stop before it."""
    words = tail.rstrip(".").split(" ")
    at = len(words)
    while at and is_name(words[at - 1]) and len(words) - at < MOST_WORDS:
        at -= 1
    while at < len(words) and words[at].lower() in PARTICLES:
        at += 1
    run = " ".join(words[at:])
    if not at:
        strength = judge(run)
        is_maker = names_agency(run) or is_person_of_paper(run)
        return Credited("", run, strength) if strength >= Strength.FAIR and is_maker else None
    slashed = re.search(r"\S ?[/|] ?\S", run)
    if slashed is None:
        caption, name = in_capitals(tail)
        return Credited(caption, name, Strength.FAIR) if name else None
    maker = run.rpartition(" / ")[2]
    is_person = 2 <= len(maker.split()) <= _MOST_NAMES and (maker.isupper() or has_given_name(maker))
    if maker != run and is_person and not AGENCY_NAME.search(maker):
        return Credited(tail[: -len(maker)].rstrip(" /"), maker, Strength.FAIR)  # "… in the old town / Ana Lima"
    if not names_agency(run):
        return None
    # No stop parts the caption from the credit: a photographer's two names are taken, more may be the caption's own.
    names = 0
    before_slash = len(run[: slashed.start() + 1].split())
    start = before_slash
    while start and names < 2:
        start -= 1
        names += run.split()[start].lower() not in PARTICLES and not _SUFFIX.fullmatch(run.split()[start])
    parts = run.split()
    return Credited(" ".join((*words[:at], *parts[:start])), " ".join(parts[start:]), Strength.STRONG)


def _from_start(line: str) -> Credited:
    """Take the credit off the beginning of a line: "Bild: AGENCY/ADA BYRON The caption", "Reuters The caption"."""
    agency = _AGENCY_FIRST.match(line)
    if agency:
        return Credited(line[agency.end() :], agency[0].strip(), Strength.STRONG)
    maker = MAKER_FIRST.match(line)
    if maker:
        return Credited(line[maker.end() :], maker[0].strip(), Strength.STRONG)
    label = LABELLED.match(line) or MARK.match(line) if "/" in line[:LONGEST] else None
    if label is None:
        return Credited(line)
    words = line[label.end() :].split(" ")
    last = next((at for at in range(min(len(words), MOST_WORDS) - 1, -1, -1) if "/" in words[at]), None)
    if last is None:
        return Credited(line)
    end = last + 1
    while end < len(words) and words[end].isupper() and len(words[end]) > 1:
        end += 1
    credit = " ".join(words[:end])
    if not is_names(credit):
        return Credited(line)
    return Credited(" ".join(words[end:]), credit, Strength.STRONG)
