"""The lines of a scraped page, each with what can be told of it alone, and with what its neighbours tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from docs_store.reading.boilerplate import Furniture, pleads
from docs_store.reading.byline_forms import Byline
from docs_store.reading.byline_names import parted_paper
from docs_store.reading.byline_people import (
    ends_in_role,
    has_given_name,
    people_in,
    person_alone,
    tells_only_people,
    tells_role,
    with_role,
)
from docs_store.reading.byline_words import PAPER
from docs_store.reading.credited import Credited
from docs_store.reading.credits import split_credit
from docs_store.reading.dates import month_at_end
from docs_store.reading.line import PROSE, Line, is_sentence, is_several, is_window_title, read_line
from docs_store.reading.line_labels import with_credits, with_datelines, with_ends, with_labels
from docs_store.reading.live import with_moments
from docs_store.reading.makers import Strength
from docs_store.reading.names import AGENCY_NAME, is_names

__all__ = ["PROSE", "Line", "explained", "is_sentence", "read_line", "read_lines"]

_SENTENCE: Final = 100
"""Width from which a sentence is a paragraph, where all of them are short."""
_SHORT_SENTENCE: Final = 60
"""The same where no sentence is so long."""
_LONGEST_CAPTION: Final = 400
_DEEPEST_BYLINE: Final = 25
"""Lines from the top among which a name beside a date is the author's."""
_BUTTONS_ABOVE: Final = 2
"""Buttons that make a row of them."""
_MOST_ALONE: Final = 2
"""People on a line between headline and text that wrote it; more are those whom a picture shows."""
_AROUND: Final = 6
"""Lines before and after a name in which the people whom an article is about are named."""
_MOST_CAPITALS: Final = 6
"""Words of a credit in capitals."""
_LONGEST_ROLE: Final = 60
_NEAR_DATE: Final = 2
"""Lines under an author's house among which is the date: "Published" may stand over it."""
_HOUSE = re.compile(r"(?:[A-Z][\w&]* ){1,3}(?:News|Radio|TV|Media|Online|Press)(?:, |$)")
_WIDEST_BUTTON: Final = 25
_BUTTONS: Final = (Furniture.BUTTON, Furniture.COMMENTS)


def read_lines(texts: Iterable[str]) -> list[Line]:
    """Return the lines of a page, those that only their neighbours explain explained."""
    texts, moments = with_moments(with_datelines(with_credits(list(with_labels(with_ends(list(texts)))))))
    lines = [read_line(text) for text in texts]
    for at in moments:
        lines[at] = replace(lines[at], furniture=None, byline=None, is_moment=True)
    if lines and is_window_title(lines[0].text) and not lines[0].credited.caption.endswith("."):
        lines[0] = replace(lines[0], credited=Credited(lines[0].text))
    return explained(_with_brackets(lines))


def _with_brackets(lines: list[Line]) -> list[Line]:
    """Return the lines, a credit in brackets behind the sentence that it was cut from: "(Ana Lima/The Agency)"."""
    found: list[Line] = []
    for line in lines:
        before = found[-1] if found else None
        credit = _in_brackets(line)
        is_plain = before is not None and not (before.furniture or before.byline or before.credited.strength)
        if before is None or credit is None or not (is_plain and is_sentence(before.text)):
            found.append(line)
        elif before.width <= _LONGEST_CAPTION and (_is_sure(line, credit) or not is_several(before.text)):
            found[-1] = read_line(f"{before.text} {line.text}")
        else:
            found.append(line)
    return found


def _is_sure(line: Line, credit: Credited) -> bool:
    """Tell whether a credit in brackets is labelled, or names an agency."""
    return line.text.strip("()[]（）. ") != credit.credit or bool(AGENCY_NAME.search(credit.credit))


def _in_brackets(line: Line) -> Credited | None:
    """Return the credit that a line in brackets is, None where it is none, or an agency's sign under its text."""
    if line.text[0] not in "([（":
        return None
    if line.is_credit:  # an agency alone, "(dpa)", signs the text
        return None if AGENCY_NAME.fullmatch(line.credited.credit) else line.credited
    byline = line.byline  # "(Quelle: Die Agentur/Ana Lima)"
    if byline is None or not byline.source or byline.authors or byline.published:
        return None
    makers = [part.strip() for part in byline.source.split("/")]
    credit = split_credit(line.text)
    is_made = not all(map(AGENCY_NAME.fullmatch, makers))
    return credit if is_made and not credit.caption and credit.strength >= Strength.FAIR else None


def explained(lines: Iterable[Line]) -> list[Line]:
    """Return lines with what their neighbours tell of them, the first being the top of the page or of the article."""
    lines = list(lines)
    _take_capitals(lines)
    _take_makers(lines)
    _take_buttons(lines)
    return lines


def _take_makers(lines: list[Line]) -> None:
    """Make bylines of names, and of an agency beside the date, between a headline and the text."""
    headed = False
    text_at = next((at for at, line in enumerate(lines) if line.is_prose), None)
    for least in (_SENTENCE, _SHORT_SENTENCE) if text_at is None else ():
        found = (at for at, line in enumerate(lines) if line.width >= least and line.text.endswith("."))
        text_at = next(found, None) if text_at is None else text_at
    text_at = text_at or 0
    for at, line in enumerate(lines[:_DEEPEST_BYLINE]):
        beside = [near for near in (at - 1, at + 1) if 0 <= near < len(lines) and _is_date_line(lines[near])]
        is_near = bool(beside) or at < text_at or _is_over_role(lines, at)
        if headed and at < text_at and (dated := _month(lines, at)):
            line = lines[at] = replace(line, byline=dated, credited=Credited(line.text))
        if is_near and line.byline is None and not line.furniture:
            people = _wrote(lines, at, text_at, headed=headed, is_beside=bool(beside))
            name, paper = parted_paper(line.text) if at == 1 and headed and not people else ("", "")
            if paper and line.is_credit and has_given_name(name) and not any(each.byline for each in lines[:text_at]):
                lines[at] = replace(line, byline=Byline((name,), paper), credited=Credited(line.text))
            elif people:
                lines[at] = replace(line, byline=Byline(people, _paper_behind(line.text)), credited=Credited(line.text))
                for near in beside:  # "Ada Byron" over "Lindau, Bavaria · 6 April 2024"
                    lines[near] = replace(lines[near], byline=_without_authors(lines[near]))
            elif headed and beside and (source := _agency(line.text)):  # "dpa" over "6. April 2024"
                lines[at] = replace(line, byline=Byline(source=source), credited=Credited(line.text))
            elif at < text_at and _is_of_author(lines, at):
                paper = _paper_behind(line.text)
                lines[at] = replace(line, byline=Byline(source=paper), credited=Credited(line.text))
        headed = headed or not (line.furniture or lines[at].byline)
        twice = lines[at].byline if at and lines[at - 1].text == line.text else None
        if twice and twice.authors:  # the name under a portrait, and the name
            lines[at - 1] = replace(lines[at - 1], byline=twice, credited=Credited(line.text))


def _without_authors(line: Line) -> Byline:
    return replace(line.byline or Byline(), authors=())


def _paper_behind(text: str) -> str:
    """Return the paper that stands last in a byline: "Ada Byron, Science Editor, Osk Courier"; "" where none does."""
    last = text.rpartition(",")[2].strip()
    return last if PAPER.fullmatch(last) else ""


def _is_over_role(lines: list[Line], at: int) -> bool:
    return at + 1 < len(lines) and (tells_role(lines[at + 1].text) or _is_house(lines, at + 1))


def _is_house(lines: list[Line], at: int) -> bool:
    """Tell whether a line over the date is for whom its author writes, and where: "BBC News, Osk"."""
    line, below = lines[at], lines[at + 1 : at + 1 + _NEAR_DATE]
    is_house = line.width <= _LONGEST_ROLE and is_names(line.text) and bool(_HOUSE.match(line.text))
    return is_house and any(map(_is_date_line, below))


def _wrote(lines: list[Line], at: int, text_at: int, *, headed: bool, is_beside: bool) -> tuple[str, ...]:
    """Return whom a line names as who wrote the page.

    Where neither the date nor what they are stands beside them, and where no headline stands over them, the article
    may be about them: then those around tell of them.
    """
    line = lines[at]
    if _is_shown(lines, at):
        return ()
    is_over_role = _is_over_role(lines, at)
    is_over_text = at + 1 == text_at and line.text.isupper()
    is_sure = is_beside or is_over_role or (headed and bool(with_role(line.text)))
    people = people_in(line.text) or (person_alone(line.text) if is_sure or is_over_text else ())
    if not people and is_beside and any(_has_taken(line.text, other) for other in lines):
        return (line.text,)  # whoever writes and takes the pictures
    if not people or PAPER.fullmatch(line.text) or (line.is_credit and not (headed and with_role(line.text))):
        return ()
    if is_over_role or (is_sure and headed):
        return people
    is_alone = is_beside or (len(people) <= _MOST_ALONE and tells_only_people(line.text) and "(" not in line.text)
    return people if (is_alone or is_over_text) and not _are_told_of(lines, at, people) else ()


def _is_shown(lines: list[Line], at: int) -> bool:
    """Tell whether a line stands over the sure credit of a picture, and another one names the author."""
    below = lines[at + 1 : at + 2]
    is_over_credit = any(line.is_credit and line.credited.strength is Strength.STRONG for line in below)
    is_signed = any(line.byline and line.byline.authors for line in lines[:at])
    return is_over_credit and (is_signed or any(people_in(line.text) for line in lines[at + 2 : at + 3]))


def _has_taken(name: str, line: Line) -> bool:
    return bool(line.credited.caption) and line.credited.credit == name


def _are_told_of(lines: list[Line], at: int, people: tuple[str, ...]) -> bool:
    """Tell whether the lines around one name its people in saying something: "Byron, who built the bridge, …"."""
    around = (near for near in range(max(0, at - _AROUND), min(len(lines), at + 1 + _AROUND)) if near != at)
    said = " ".join(lines[near].credited.caption or "" for near in around if lines[near].byline is None)
    last = {form for name in people for form in (name.split()[-1], name.split()[-1].title())}
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", said) for form in last)  # "in the winter" is nobody


def _is_of_author(lines: list[Line], at: int) -> bool:
    """Tell whether a line under the author's name says what they are, or where, before the date."""
    if not at or not (lines[at - 1].byline or (at > 1 and lines[at - 2].announces_author)):
        return False
    if tells_role(lines[at].text) or (lines[at - 1].byline and ends_in_role(lines[at].text)):
        return True
    if lines[at - 1].byline and (PAPER.fullmatch(lines[at].text) or _is_house(lines, at)):
        return True
    is_dated = at + 1 < len(lines) and _is_date_line(lines[at + 1])
    is_place = lines[at].width <= _WIDEST_BUTTON and is_names(lines[at].text)
    return is_dated and is_place and not lines[at].is_credit and bool(lines[at - 1].byline)


def _take_capitals(lines: list[Line]) -> None:
    """Make credits of names in capitals under captions, where one stands so between a sentence and the author's name.

    Elsewhere a line in capitals may be a heading, a speaker, or the author.
    """
    capitals = [at for at in range(1, len(lines) - 1) if _may_be_capitals(lines, at)]
    is_style = any(at < _DEEPEST_BYLINE and _names_person(lines[at + 1]) for at in capitals)
    for at in capitals if is_style else ():
        lines[at] = replace(lines[at], credited=Credited("", lines[at].text, Strength.STRONG), byline=None)


def _may_be_capitals(lines: list[Line], at: int) -> bool:
    line, above = lines[at], lines[at - 1]
    is_capital = line.text.isupper() and 2 <= len(line.text.split()) <= _MOST_CAPITALS and is_names(line.text)
    return is_capital and not (line.furniture or above.furniture or above.byline) and above.text.endswith(".")


def _names_person(line: Line) -> bool:
    return not line.text.isupper() and bool((line.byline and line.byline.authors) or person_alone(line.text))


def _take_buttons(lines: list[Line]) -> None:
    """Make buttons of the few words among buttons: a place to share that no list knows; and pleas of those between."""
    for at in range(1, len(lines) - 1):
        line = lines[at]
        is_plain = line.width < _SENTENCE and not (line.furniture or line.byline or line.credited.strength)
        if is_plain and lines[at - 1].furniture and lines[at + 1].furniture and pleads(line.text):
            lines[at] = replace(line, furniture=(Furniture.PLEA, ""))
    for at in range(_BUTTONS_ABOVE, len(lines) - 1):
        line = lines[at]
        if line.width <= _WIDEST_BUTTON and not (line.furniture or line.byline or line.credited.strength):
            beside = (*lines[at - _BUTTONS_ABOVE : at], lines[at + 1])
            if all(other.furniture and other.furniture[0] in _BUTTONS for other in beside):
                lines[at] = replace(line, furniture=(Furniture.BUTTON, ""))


def _is_date_line(line: Line) -> bool:
    return bool(_published(line)) and not any(map(people_in, line.byline.authors if line.byline else ()))


def _agency(text: str) -> str:
    """Return the agency that a line names and nothing else, "" where it does not."""
    text = text.strip(" |·•")
    return text if any(map(AGENCY_NAME.fullmatch, (text, text.title()))) else ""


def _month(lines: list[Line], at: int) -> Byline | None:
    """Return the month and year that a line under the headline or beside the byline is, and nothing else."""
    month = month_at_end(lines[at].text.strip(" ()|•·"))
    is_beside = at == 1 or any(lines[near].byline for near in (at - 1, at + 1) if 0 <= near < len(lines))
    is_bare = month is not None and not month.start() and is_beside
    return Byline(published=month[0]) if month and is_bare else None


def _published(line: Line) -> str:
    return line.byline.published if line.byline else ""
