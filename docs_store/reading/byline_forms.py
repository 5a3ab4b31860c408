"""Bylines that tell by their first words, or their form, that they are such; and the names in any of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from docs_store.reading.byline_names import bare_name, is_degree, is_others_work, staff_in
from docs_store.reading.byline_people import AND, people_in
from docs_store.reading.byline_words import BY, ORGANISATION, ROLE
from docs_store.reading.bylines_east import reporters_from
from docs_store.reading.names import is_names

BEGINNING = re.compile(rf"(?i)^{BY}")
"""The words for the author that a byline begins with."""
PLACE = re.compile(r" in [^,;]+?(?=,| and |$)")
"""Where somebody is."""
SOURCE_LABEL = re.compile(
    r"(?i)^(?:source|quelle|fuente|fonte|kilde|källa|źródło|источник|джерело|bron|المصدر|出典|来源)\s?[:：]\s?(?P<name>.{2,60})$"
)
_BY_HEBREW = re.compile(r"מאת:?\s+(?P<names>[א-ת'׳\"״.-]{2,20}(?: [א-ת'׳\"״.-]{2,20}){1,3})")
"""Two to four words: its script has no capitals to tell names by."""
_LABELLED_PART = re.compile(r"[^\W\d_][\w &]{2,30}[:：] ?(?=\S)")
"""What somebody else did: "Pictures: Max Born"."""
_AUTHOR_LABEL = re.compile(
    r"(?i)^(?:authors?|autor(?:en|in|a|es|as|zy)?|auteurs?|autore|autori|forfatter|författare|skribent|автор|著者|"
    r"كتبت?|بقلم|إعداد|نویسنده|به قلم|執筆|作者|记者|기자|writer|byline|words|texte?|texto|testo|tekst|haber|yazan|"
    r"текст|文|文字|글)\s?[:：]\s?"
)
_SIGN_OFF = re.compile(
    r"(?i)^(?P<others>additional )?(?:reporting|writing|editing|production) by (?P<names>[^;]+?)"
    r"(?:[;,] ?(?:additional|reporting|writing|editing|compiled|production)\b.*)?$"
)
"""An agency's last line: "(Reporting by Ada Byron in London; Editing by Max Born)"."""
_SHORT_FORM = re.compile(r" \([a-zäöü]{2,4}\.?\)$")
"""How the author signs elsewhere: "Ada Byron (aby)"."""


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line says of the article's making. Empty parts are not in it."""

    authors: tuple[str, ...] = ()
    source: str = ""
    published: str = ""


def by_form(line: str) -> Byline | None:
    """Return what a line says that has the form of a byline, None where it has none."""
    return next(filter(None, (read(line) for read in _FORMS)), None)


def _east(line: str) -> Byline | None:
    reporters = None if line.isascii() else reporters_from(line)
    return None if reporters is None else Byline(reporters)


def _sourced(line: str) -> Byline | None:
    source = SOURCE_LABEL.match(line)
    is_source = source and is_names(source["name"]) and not people_in(source["name"])  # who is a person made a picture
    return Byline(source=source["name"].strip(" .)")) if source and is_source else None


def _hebrew(line: str) -> Byline | None:
    hebrew = _BY_HEBREW.fullmatch(line)
    return Byline(tuple(split_authors(hebrew["names"]))) if hebrew else None


def _labelled(line: str) -> Byline | None:
    label = _AUTHOR_LABEL.match(line)
    if not label:
        return None
    names, organisation = author_and_source(line[label.end() :])
    return Byline(tuple(split_authors(names)), organisation)


def _signed_off(line: str) -> Byline | None:
    sign_off = _SIGN_OFF.match(line)
    if not sign_off or not is_names(names := PLACE.sub("", sign_off["names"])):
        return None
    return Byline(() if sign_off["others"] else tuple(split_authors(names)))


def _of_others(line: str) -> Byline | None:
    return Byline() if is_others_work(line) else None


def _of_staff(line: str) -> Byline | None:
    return Byline((staff,)) if (staff := staff_in(line)) else None


_FORMS: Final = (_east, _sourced, _hebrew, _labelled, _signed_off, _of_others, _of_staff)
"""What tells a byline by its first words or its form, in the order in which they are asked."""


def signs_off(line: str) -> bool:
    """Tell whether a line says in so many words who reported, wrote or edited: agencies' last lines do."""
    line = line.strip(" ()|•·")
    return bool(_SIGN_OFF.match(line) or _AUTHOR_LABEL.match(line))


def split_authors(byline: str) -> Iterator[str]:
    """Yield the names in a byline: "By Ada Byron and Max Born", "Ada Byron, Max Born"; "Byron, Ada" is one."""
    text = BEGINNING.sub("", byline.strip(), count=1)
    for part in AND.split(text[:2000]):
        names = [bare_name(name.strip()) for name in part.split(",")]
        names = [name for name in names if not (ROLE.fullmatch(name) or is_degree(name) or _LABELLED_PART.match(name))]
        if len(names) > 1 and not all(len(name.split()) > 1 for name in names if name):
            names = [bare_name(part.strip())]
        yield from (_SHORT_FORM.sub("", name).strip(" ,.;") for name in names if name.strip(" ,.;"))


def author_and_source(text: str) -> tuple[str, str]:
    """Part "Editorial Board, The Daily Star" where what follows the last comma is a paper or an agency."""
    names, comma, last = text.rpartition(",")
    if comma and ORGANISATION.search(last) and is_names(last):
        return names.strip(), last.strip(" .")
    return text.strip(), ""
