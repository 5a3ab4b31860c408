"""What a PDF file says of itself, where a person says it and no program, device or account."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from docs_store.text import fold

if TYPE_CHECKING:
    from pypdf import PdfReader

_MADE_BY_PROGRAM: Final = re.compile(
    r"(?i)^(?:microsoft (?:word|powerpoint|excel)\b.*|untitled.*|unbenannt.*|sans titre.*|document\s?\d*|"
    r"\(?(?:unspecified|anonymous|none|null|unknown|title|author)\)?|(?:admin\w*|user|owner|root|windows.*|pc)\d*|"
    r".*\.(?:docx?|odt|rtf|pdf|indd|qxp|qxd|tex|dvi|ps|html?|txt|xlsx?|pptx?)|[\W\d_]*)$"
)
_NO_PERSON: Final = re.compile(
    r"""(?ix)\b(?:adobe|abbyy|finereader|acrobat|indesign|illustrator|photoshop|quark\w*|distiller|ghostscript|\w*latex
    |pdf\w*|word|excel|powerpoint|office|libreoffice|openoffice|writer|pages|quartz|chrom(?:e|ium)|firefox|safari|skia
    |omnipage|tesseract|ocr\w*|naps2|camscanner|evernote|scan(?:s|ner|ned|snap|jet)?|printer|drucker|copier|kopierer
    |hewlett|hp|canon|epson|xerox|ricoh|konica|minolta|kyocera|toshiba|lexmark|fujitsu|workcentre|docucentre|laserjet
    |officejet|imagerunner|ir-?adv|bizhub|taskalfa|mfp|iphone|ipad|android|windows|macintosh|macos|mac\sos\sx?
    |users?|benutzer|utilisateur|usuario|utente|gebruiker|пользователь|registered|customer|preferred|guest|default
    |admin\w*|owner|test|demo|trial|unknown|office\d*|workstation|desktop|laptop)\b"""
)
"""Words of what is no person's name: programs, devices, and what accounts are called that nobody has named."""
_LONGEST_AUTHOR: Final = 300
"""Code points of what names authors."""
_ACCOUNT: Final = re.compile(r"[^\s@]+@\S+|\S*[\\/_\d]\S*|[a-z][\w.-]*|[A-Z]{2,}-\S+")
"""One word that a person's name is not: an address, "jsmith", "SCAN_01", "OFFICE\\quill"."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the file says of itself."""

    title: str = ""
    author: str = ""
    created: dt.date | None = None


def given(reader: PdfReader) -> Given:
    """Return what a file says of itself. Raises what pypdf raises of damage."""
    told = reader.metadata
    if told is None:
        return Given()
    try:
        created = told.creation_date
    except ValueError:  # no date, whatever it is
        created = None
    makers = fold(f"{told.creator} {told.producer}")
    author = _sane(told.author)
    if (
        len(author) > _LONGEST_AUTHOR
        or _NO_PERSON.search(author)
        or _ACCOUNT.fullmatch(author)
        or fold(author) in makers
    ):
        author = ""
    return Given(_sane(told.title), author, created.date() if created else None)


def _sane(value: object) -> str:
    text = value.strip() if isinstance(value, str) else ""
    return "" if _MADE_BY_PROGRAM.match(text) else text
