"""What tells a caption that carries no credit, in the words and forms that the world's picture desks use.

Each of these alone is enough. Weaker cues (a length, a missing full stop, a place between paragraphs) were weighed by
logistic regression once: of the lines that it took for captions on publishers it had not seen, three in four were
headings, standfirsts and first sentences, and of 2,225 articles without pictures every second got a caption. What
nothing tells stays in the text. `tests/benchmarks/captions.py` measures both.
"""

from __future__ import annotations

import re
from typing import Final

from docs_store.reading.byline_people import CAPITALISED, has_given_name
from docs_store.reading.dates import find_dates
from docs_store.reading.lines import Line
from docs_store.reading.makers import MARK
from docs_store.reading.press_words import CAPTION_LABEL, FIGURE, OLD_PICTURE, OLD_PICTURE_SAID, PICTURE_NOTE, TAKEN_ON
from docs_store.reading.shown import is_shown
from docs_store.reading.stops import is_of_number

_LONGEST_KICKED: Final = 170
"""Width of a caption with a kicker; an agency's first paragraph, begun with a city in capitals, is longer."""
_SHORTEST_DATED: Final = 40
"""Width of a caption that ends in a date; shorter lines say when the page was made."""
_DATE: Final = 30
"""Code points at the end of a line in which its date is looked for."""

_NOTE_AT_END: Final = 80
"""Code points at the end of a line in which a note without brackets, or an eastern agency's dateline, is looked for."""

_BRACKETED = re.compile(r"[(（\[]([^()（）\[\]]{1,60})[)）\]]")
_THEN: Final = r"(?:\s?[:,–—]|\s(?-i:(?=[^\W\d_a-zß-ÿа-яё])))"
"""What parts "In the picture" from what is in it: in running text a verb follows."""
_NAMES_PICTURE = re.compile(
    rf"""(?ix)^[^\w（(【\[▲△▼◀▶]*(?:
    (?:file|archive)\s?(?:photo|picture|image|pic|footage)?\s?[:–—-]\s
    |pictured(?:\s(?:above|below|left|right|here|from\sleft))?:\s
    |in\s(?:this|a|an)\s(?:[\w,.]+\s){{0,6}}(?:photo(?:graph)?|image|picture|screengrab|illustration)
      (?:,|\s(?:taken|released|provided|made|from)\b)
    |(?:this|these|a|an|undated)\s(?:\w+\s){{0,3}}(?:photo(?:graph)?|image|picture|screengrab|illustration)s?
      (?:\s\w+)?\s(?:taken|released|provided|made)\s
    |(?:im\sbild|(?:auf\s)?(?:dem|diesem|unserem|unser|das|dieses)\s(?:archiv)?(?:foto|bild)|(?:archiv|symbol)(?:foto|bild)){_THEN}
    |sur\s(?:la|cette)\s(?:photo|image){_THEN}|en\s(?:la|esta)\s(?:foto|imagen|fotografía){_THEN}
    |n(?:a|esta)\s(?:foto|imagem){_THEN}|nella\s(?:foto|immagine){_THEN}|op\sde\s(?:archief)?foto{_THEN}
    |på\s(?:bildet|billedet|bilden){_THEN}|kuvassa{_THEN}|na\s(?:zdjęciu|snímku){_THEN}|a\sképen{_THEN}|fotoğrafta{_THEN}
    |на\s(?:фото|снимке|фотографии|світлині|снимката){_THEN}|στη\sφωτογραφία{_THEN}
    |(?:בתמונה|في\sالصورة|الصورة|trong\sảnh)\s?[:,،]
    |写真は|[【（\[](?:写真|사진)|사진\s?[=＝:]|图为|圖為|(?:上|下|左|右)?[图圖][:：]|(?:资料图|資料照)(?=\W*\w)
    )"""
)
_IN_ORDER = re.compile(
    r"""(?ix)^(?:(?:pictured|shown|seen)\s)?(?:clockwise,?\sfrom\s[\w ]{3,20}|(?:from\s)?left\sto\sright
    |from\s(?:the\s)?(?:top\s)?left|l[-–]r|im\suhrzeigersinn\sab\s[\w ]{3,20}|von\slinks(?:\snach\srechts)?
    |v\.\s?l\.(?:\s?n\.\s?r\.)?|de\sgauche\sà\sdroite|de\sizquierda\sa\sderecha
    |da\sesq(?:uerda|\.)\s(?:para|à)\s(?:a\s)?dir(?:eita|\.)|da\ssinistra(?:\sa\sdestra)?|van\slinks\snaar\srechts
    |fra\svenstre|från\svänster|od\slewej|zleva|слева\sнаправо|зліва\sнаправо|soldan\ssağa)\s?(?::|,(?-i:(?!\s[a-zß-ÿ])))"""
)
"""The order in which people stand in a picture, before who they are."""
_TAKEN = re.compile(
    r"(?i)\bin (?:this|an?) (?:[\w-]+ ){0,3}(?:photo(?:graph)?|image|picture)s? "
    r"(?:taken|released|provided|obtained|made available)\b"
)
_LONGEST_TAKEN: Final = 320
"""Width of a caption that says when its picture was taken; a report on a picture is longer."""
_PLACED = re.compile(
    r"[A-ZÀ-Þ][\w’'-]+, (?:(?:far |top |bottom |front |back |(?:second|third|fourth) (?:from )?)?(?:left|right)"
    r"|cent(?:er|re)|(?:at |in the )(?:left|right|cent(?:er|re)|middle)|links|rechts|mitte|à (?:gauche|droite)"
    r"|au centre|(?:a la )?(?:izquierda|derecha)|(?:a )?(?:sinistra|destra))(?:,| and [A-ZÀ-Þ])"
)
"""Where somebody stands, between commas after a name: "Ada Byron, left, and Max Born"."""
_POSES = re.compile(
    r"\b(?:[Pp]oses for (?:a |the )?(?:group |family )?(?:photo|portrait|picture|selfie)|[Ss]een here|[Pp]ictured here"
    r"|(?<!was )(?<!were )(?<!been )(?<!being )[Pp]ictured (?:above|below|left|right|with|in|on|at|outside)\b)"
)
_AND = re.compile(r",? (?:and|und|et|y|e|en|og|och) |, ")
_NAMED = re.compile(rf"(?:^|(?<=[\w.] ))(?P<name>{CAPITALISED} {CAPITALISED})$")
"""A name at the end of who somebody is: "Democratic donor Ada Byron"."""
LABELLED: Final = re.compile(r"(?:Image|Picture|Bild|Imagen|Imagem|Immagine): (?=[A-ZÀ-Þ\"“„«]\S* \S+ \S+ \S)")
"""That what follows is what a picture shows, and not who made it."""
_BEFORE_CAPTION = re.compile(
    r"^(?:\d{1,2} (?:de|of|von|di|sur) \d{1,2} (?=[A-ZÀ-Þ])|"
    r"(?:Image|Photo|Picture|Bild|Foto|Imagen|Imagem|Immagine): (?=\S+ \S))"
)
"""Which of a gallery's pictures it is, and that it is one."""
_CONCEPT = re.compile(
    r"(?i)^(?:an?|the|this) artist['’]?s['’]? (?:illustration|concept|impression|rendering|depiction|view)\b"
)
_KICKER = re.compile(
    r"^((?:[^\W\d_a-zß-ÿа-яё]['’-]?){2,}(?:[ ,]+(?:[^\W\d_a-zß-ÿа-яё]['’-]?)+){0,4}) ?[:…] ?\S*[a-zß-ÿа-яё]"
)
_DESK_WORD = re.compile(
    r"""(?x)\b(?:UPDATED?|BREAKING|NOTE[SR]?|CORRECTION|DISCLAIMER|WARNING|WATCH|EXCLUSIVE|READ|RELATED|MORE|LISTEN|SUBSCRIBE
    |ANALYSIS|OPINION|COMMENT|VIDEO|LIVE|SPOILERS?|EILMELDUNG|HINWEIS|AKTUALISIERT|NOTA|LIRE|LEER|VÍDEO|MISE)\b"""
)
_SENTENCE_INSIDE = re.compile(r"[.!?][\"”’»)\]]*\s+[\"“„«(]?[^\W\d_a-z]")
_EASTERN_DATELINE = re.compile(
    r"（[^（）。]{0,8}\d日(?:午前|午後|朝|夕|夜|未明)?、[^（）。]{1,20}）$|"
    r"＝[^＝。、を]{1,12}(?:、[^＝。、を]{1,20})?(?:（[^（）]{1,20}）)?$"
)
_SOMEWHERE = re.compile(r"\b(?:[Ii]m|[Ii]n (?:de[rm]|the)|[Aa]uf (?:de[rm])|[Oo]n the|[Aa]u|[Ee]n el)\s[\w-]+\s$")
"""What says where, before a note in brackets: "Im Ofen (Mitte) backen" shows nobody."""
_PICTURES_BY = re.compile(
    r"(?i)(?:photos|photograph(?:s|y)|pictures|illustrations?|fotos|fotografi(?:e|as|en)|fotografías|bilder)"
    r"(?: (?:and|und|et|y) [a-z]+)?(?: (?:by|von|par|de|di)\b|:)"
)
_YEAR = re.compile(r"\d{4}")
_CITES = re.compile(r"[^\W\d_][^«»“”\"]{3,60}, [«“\"][^«»“”\"]+[»”\"],? ")
"""How a work is cited that a day follows: "Ada Byron, “On Wells”, The Osk Review, 3 May 2024."."""
_BRACKET = re.compile(r"\((?:[^\W\d]+,? )?$")
"""Before a day that stands in brackets alone; not in "12 percent (9 percent, January 16, 2024)."."""


def is_of_pictures(text: str) -> bool:
    """Tell whether a line says who took all of an article's pictures: "Photographs by Ana Lima"."""
    return _PICTURES_BY.match(text) is not None


def without_label(caption: str) -> str:
    """Return a caption without what a page says before it: that it is one, or which of several."""
    return _BEFORE_CAPTION.sub("", CAPTION_LABEL.sub("", caption))


def is_told(line: Line) -> bool:
    """Tell whether the words of `line` alone say that it is a caption."""
    text = line.text
    end = max(0, len(text) - _NOTE_AT_END)
    return has_picture_note(text) or any(
        (
            CAPTION_LABEL.match(text),
            FIGURE.match(text),
            _NAMES_PICTURE.match(text),
            _IN_ORDER.match(text),
            _CONCEPT.match(text),
            LABELLED.match(text) and not line.is_credit,
            "," in text and _PLACED.search(text),
            line.width <= _LONGEST_KICKED and _POSES.search(text),
            line.width <= _LONGEST_TAKEN and _TAKEN.search(text),
            OLD_PICTURE.search(text, end),
            TAKEN_ON.search(text, end),
            line.width <= _LONGEST_TAKEN and OLD_PICTURE_SAID.search(text, end),
            _EASTERN_DATELINE.search(text, end),
            is_shown(text),
        )
    )


def has_picture_note(text: str) -> bool:
    """Tell whether brackets in `text` say where somebody stands, or that the picture is an old one."""
    return any(map(_is_picture_note, _BRACKETED.finditer(text)))


def _is_picture_note(note: re.Match[str]) -> bool:
    text, start, end = note.string, note.start(), note.end()
    if MARK.match(note[0] + text[end:][:2]) or not PICTURE_NOTE.fullmatch(note[1].strip()):  # "(c)AFP"
        return False
    is_glued = note[0].isascii() and text[max(0, start - 1) : start].isalnum()  # "512(c)", "eine(r)"
    is_in_row = text[end:].lstrip()[:1] in tuple("([（")  # "[S] [M] [L]"
    return not (is_glued or is_in_row or _SOMEWHERE.search(text, 0, start))


def kicker(line: Line) -> str:
    """Return the capitals before what a line says, "" where there are none: "RELIEVED: Ada Byron lands."."""
    found = _KICKER.match(line.text)
    return "" if found is None or _DESK_WORD.search(found[1]) else found[1]


def lists_people(text: str) -> bool:
    """Tell whether a line names several people with what they are, and says nothing of them: "Mayor A. B., M. B."."""
    people = _AND.split(_BRACKETED.sub("", text)) if len(text) <= _LONGEST_KICKED else []
    named = [_NAMED.search(each.strip()) for each in people]
    are_known = len(named) > 1 and all(name and has_given_name(name["name"]) for name in named)
    return are_known and any(name.start() for name in named if name)


def is_single_sentence(line: Line) -> bool:
    """Tell whether a line is one short sentence and no more, as is what stands behind a caption's kicker."""
    ends = line.text.rstrip('"”’»').endswith(".")
    stops = (found.start() for found in _SENTENCE_INSIDE.finditer(line.text))
    return line.width <= _LONGEST_KICKED and ends and all(is_of_number(line.text, stop) for stop in stops)


def ends_in_day(line: Line, *, after_comma: bool) -> bool:
    """Tell whether a sentence ends in the day its picture was taken, as agencies have it: "…, January 16, 2024."."""
    text = line.text.rstrip(" .)")
    end = text[-_DATE:]
    if line.width < _SHORTEST_DATED or not line.text.endswith(".") or not _YEAR.search(end) or _CITES.match(line.text):
        return False
    is_bracketed = line.text.rstrip(".").endswith(")") and "(" in text
    return any(
        last == len(end)
        and _YEAR.search(end[start:last])
        and (not after_comma or end[:start].endswith(", "))
        and (not is_bracketed or _BRACKET.search(end[:start]))
        for _, start, last in find_dates(end)
    )
