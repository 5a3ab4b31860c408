"""Whom the words of a byline name beside persons: a paper, an agency, its staff, "our correspondent"; and titles."""

from __future__ import annotations

import re
from typing import Final

from docs_store.reading.byline_words import ORGANISATION, PAPER
from docs_store.reading.names import is_names
from docs_store.reading.press_words import AGENCY

_MOST_NAMES: Final = 4
"""Names of one person."""
_OURS: Final = (
    r"(?:our|unser(?:e[mnr])?|notre|nos|nuestr[oa]s?|noss[oa]s?|(?:dal |del |della )?nostr[oa]|vår|vores|onze)"
)
_POST: Final = (
    r"(?:staff|correspondents?|reporters?|editors?|writers?|desk|team|columnists?|critics?|korrespondent(?:in|en)?|"
    r"reporter(?:in)?|redakteur(?:in|en)?|mitarbeiter(?:in|n)?|redaktion|envoyée?s? spéciale?s?|correspondante?s?|"
    r"rédaction|enviad[oa]s? especial(?:es)?|corresponsal(?:es)?|redacción|inviat[oa](?: speciale)?|corrispondente|"
    r"redazione|correspondentes?|medarbetare|medarbejder|redactie)"
)
_FROM: Final = r"(?:by|from|von|de|par|por|di|da|dal|fra|av|af|från|van|door)"
_STAFF = re.compile(
    rf"(?i){_FROM} (?P<staff>(?:{_OURS}|the|an?) (?:[\w’'-]+ ){{0,3}}{_POST})"
    r"(?: (?:in|en|à|i|a|aus) [\w .’'-]{2,30})?"
)
"""Whoever of the paper's, by their post: "From our Foreign Correspondent in Lindau"."""
_OF_STAFF = re.compile(
    rf"(?i){_FROM} (?:{_OURS} )(?:[\w’'-]+ ){{0,2}}{_POST}(?: (?:in|en|à|i|aus) (?-i:[A-ZÀ-Þ])[\w’'-]+)?"
    r"[,:]? (?=(?-i:[A-ZÀ-Þ]))"
)
"""The post before the name: "Von unserem Korrespondenten Ada Byron"."""
_FOR = re.compile(r" (?:for|für|pour|para|per|voor) (?=(?:[Tt]he )?[A-ZÀ-Þ])")
_AND_OTHERS = re.compile(
    r"(?i)(?:,| and| und| et| y| &) (?:(?:other |news )?agencies|agenturen|agences|agencias|wires?)$"
)
_OTHERS_WORK: Final = (
    r"(?:(?:fact[- ]?|medically |legally )?(?:checked|reviewed|edited|produced|curated)|editing|production) by"
)
_BY_OTHERS = re.compile(
    rf"(?i)(?:{_OTHERS_WORK}|(?:(?:copy|managing|online|sub) ?)?editors?|(?:fact[- ]?check|produc|review)er|"
    r"lektorat|bearbeitung|edición|édition|redigiert von)(?: ?[:：]|(?<= by)|(?<= von)) (?P<names>.{4,60})"
)
"""Who saw to a text, on a line of their own: "Editor: Max Born"."""
_OTHERS_FIRST = re.compile(rf"(?i)^{_OTHERS_WORK} [^—–|·•]{{3,60}}? ?[—–|·•] ?(?=(?:written )?by )")
"""Who saw to a text, before who wrote it: "Medically reviewed by Max Born — Written by Ada Byron"."""
_FILED = re.compile(r"(?i)^(?:posted|filed|published) (?:in|under) [\w ,&/-]{2,60}? (?=on |by )")
"""What a post is filed under: "Posted in News on March 12, 2024 by Ada Byron"."""
_FROM_PLACE = re.compile(r" [—–-] (?:De|Do|Da|Desde|From|Aus|Depuis) [A-ZÀ-Þ][\w .’'-]{2,40}$")
"""Where somebody wrote, behind the name: "Por Ana Lima — De Porto Osco"."""
_TOLD_TO = re.compile(r"(?i)(?:,? ?\(?)?\bas told to (?P<name>[^()]{3,60}?)\)?$")
_BY_STAFF = re.compile(rf"(?P<agency>(?:[Tt]he )?(?:{AGENCY}))(?: Staff)?(?: (?:Writer|Reporter)s?)?")
_PARTED = re.compile(r"\s?[/|]\s?|,\s(?=(?:[Tt]he )?[A-ZÀ-Þ])")
_TITLE = re.compile(
    r"(?:(?:Prof(?:essor(?:in)?)?|Dr|Dipl\.?-Ing|Mag|Ing|PD|Univ\.?-Prof)\.?"
    r"(?: (?:h\. ?c|med|phil|rer\. ?nat|jur)\.)* )+"
)
_DEGREES: Final = (
    r"(?:Ph\.?D\.?|M\.?D\.?|M\.?A\.?|M\.?Sc\.?|B\.?A\.?|B\.?Sc\.?|M\.?B\.?A\.?|LL\.?[MBD]\.?|D\.?Phil\.?|J\.?D\.?|"
    r"R\.?N\.?|F\.?R\.?S\.?|FRCP|FRCS|F\.?B\.?A\.?|O\.?B\.?E\.?|M\.?B\.?E\.?|C\.?B\.?E\.?|Q\.?C\.?|K\.?C\.?|M\.?P\.?|MPH|DVM|Esq\.?)"
)
_DEGREE = re.compile(_DEGREES)
_DEGREED = re.compile(rf"(?:,? {_DEGREES})+$")
_HANDLE = re.compile(r"\s+\(?@\w{2,30}\)?$")


def bare_name(name: str) -> str:
    """Return a person's name without academic titles, degrees and the handle of an account."""
    bare = _HANDLE.sub("", name)
    bare = _DEGREED.sub("", _TITLE.sub("", bare, count=1) if _TITLE.match(bare) else bare)
    return bare if " " in bare else name


def is_degree(text: str) -> bool:
    """Tell whether what stands after a comma is but a degree or an honour: "PhD", "FRS"."""
    return _DEGREE.fullmatch(text.strip()) is not None


def staff_in(line: str) -> str:
    """Return who of a paper's a line with "by" or "from" names by their post alone, "" where it does not."""
    found = _STAFF.fullmatch(line.rstrip("."))
    return found["staff"][0].upper() + found["staff"][1:] if found else ""


def without_post(line: str) -> str:
    """Return a byline with its "by" and without the post before the name: "By our Foreign Editor Ada Byron"."""
    return _OF_STAFF.sub("By ", line, count=1) if _OF_STAFF.match(line) else line


def without_others(text: str) -> str:
    """Return what follows "by" without those whom nobody names: "Ada Byron and agencies"."""
    return _AND_OTHERS.sub("", text.rstrip(" ."))


def is_others_work(line: str) -> bool:
    """Tell whether a line says who saw to a text that another wrote: "Editor: Max Born"."""
    others = _BY_OTHERS.fullmatch(line)
    return others is not None and is_names(others["names"])


def without_others_work(line: str) -> str:
    """Return a byline without who saw to the text, what it is filed under, and where its author was."""
    return _FILED.sub("", _FROM_PLACE.sub("", _OTHERS_FIRST.sub("", line)))


def parted_told_to(line: str) -> tuple[str, str]:
    """Return what stands before "as told to", and who was told; "" for what is not there."""
    found = _TOLD_TO.search(line) if "told to" in line.lower() else None
    if found is None or not is_names(found["name"]):
        return line, ""
    return line[: found.start()].strip(" ,("), found["name"].strip()


def organisation_in(text: str) -> str:
    """Return the agency or paper that is all that what follows "by" names, "" where it names another."""
    agency = _BY_STAFF.fullmatch(text.strip(" ."))
    if agency:
        return agency["agency"].removeprefix("the ").removeprefix("The ")
    is_paper = text.lower().startswith("the ") and PAPER.fullmatch(text.strip(" ."))
    return text.strip(" .") if is_paper else ""


def parted_paper(text: str) -> tuple[str, str]:
    """Part a name from the paper or agency behind it: "ADA BYRON/Island Tribune", "Ada Byron for the Daily Star"."""
    name, *rest = (_FOR if _FOR.search(text) else _PARTED).split(text.strip(" ."), 1)
    if not rest or not (2 <= len(name.split()) <= _MOST_NAMES and is_names(name)):
        return text, ""
    if not is_names(rest[0].removeprefix("the ")):
        return text, ""
    is_paper = PAPER.fullmatch(rest[0]) or _BY_STAFF.fullmatch(rest[0]) or ORGANISATION.search(rest[0])
    is_known = is_paper and not ORGANISATION.search(name)
    return (name, rest[0].removeprefix("the ")) if is_known else (text, "")
