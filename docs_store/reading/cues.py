"""What tells a caption that carries no credit, in the words and forms that the world's picture desks use.

Each of these alone is enough. Weaker cues (a length, a missing full stop, a place between paragraphs) were weighed by
logistic regression once: on publishers it had not seen, three of four lines that it took for captions were headings,
standfirsts and first sentences, and pages without a picture got some. A caption that nothing tells stays in the text.
"""

from __future__ import annotations

import re
from typing import Final

from docs_store.reading.dates import find_dates
from docs_store.reading.lines import Line
from docs_store.reading.press_words import PICTURE_NOTE

_LONGEST_KICKED: Final = 170
"""Width of a caption with a word in capitals before it; an agency's first paragraph, begun with a city, is longer."""
_SHORTEST_DATED: Final = 40
"""Width of a sentence that ends in a date; shorter ones say when the page was made."""

_BRACKETED = re.compile(r"[(（\[]([^()（）\[\]]{1,60})[)）\]]")
_NAMES_PICTURE = re.compile(
    r"""(?ix)^[\W_]*(?:
    (?:file|archive)\s?(?:photo|picture|image|pic|footage)?\s?[:–—-]
    |(?:pictured|photos?|above|below)(?:\s(?:above|below|left|right|here))?:\s
    |(?:this|the|in\s(?:this|a)|an?\s)(?:\s?[\w,]+){0,5}\s(?:photo(?:graph)?|image|picture|screengrab|screenshot|illustration)
      (?:\s(?:taken|shows?|released|provided|made|illustration|shot)\b|,)
    |(?:im\sbild|(?:unser|das|dieses|auf\s(?:dem|diesem|unserem))\s(?:archiv)?(?:foto|bild)(?:\szeigt)?|(?:archiv|symbol)(?:foto|bild))\s?[:,]
    |(?:sur|dans)\s(?:la|cette)\s(?:photo|image)\b|photo\sd['’](?:archives?|illustration)\s?[:.,–-]
    |en\s(?:la|esta)\s(?:foto|imagen|fotografía)\b|(?:foto|imagen)\sde\sarchivo\b
    |n(?:a|esta)\s(?:foto|imagem)\b|(?:foto|imagem)\sde\sarquivo\b|nella\s(?:foto|immagine)\b|foto\sd['’]archivio\b
    |op\sde\s(?:archief)?foto\b|på\s(?:bildet|billedet|bilden)\b|arkiv(?:foto|bilde?|bild)\s?[:.]|kuvassa\b|arkistokuva
    |na\szdjęciu\b|zdjęcie\s(?:ilustracyjne|archiwalne)|na\s(?:snímku|fotke)\b|a\sképen\b|fotoğrafta\b|arşiv\b\W
    |на\s(?:фото|снимке|фотографии|світлині|снимката)\b|(?:архивное|иллюстративное)\sфото\b|архівне\sфото
    |στη\sφωτογραφία\b|בתמונה\b|(?:في\s)?الصورة\b|صورة\s(?:أرشيفية|من\sالأرشيف|تعبيرية)|trong\sảnh\b|ảnh\sminh\shọa|foto\silustrasi
    |写真は|【写真|資料写真|（写真|[▲△▼◀▶]|\[?사진\s?[=＝:]|자료\s?사진|图为|圖為|图[:：]|圖[:：]|资料图|資料照
    )"""
)
_POSITIONED = re.compile(
    r"""(?ix)\((?:from\s)?(?:l[-\s]?r|l\.?\s?to\sr\.?|left\sto\sright|v\.?\s?l\.?\s?n\.?\s?r\.?|v\.?\s?l\.?|t\.?h\.?)\)
    |\((?:von\s)?li(?:nks|\.)?\s(?:n\.|nach)\sre(?:chts|\.)?\)
    |\((?:de\s(?:izquierda\sa\sderecha|gauche\sà\sdroite)|da\s(?:sinistra|esquerda)(?:\s(?:a|para(?:\sa)?)\s(?:destra|direita))?)\)
    |（(?:左|右)(?:から|起|至右)）|左から[^。]*(?:氏|さん|首相|大統領|知事|市長|選手)[^。]*$"""
)
_KICKER = re.compile(r"^(?:[^\W\d_a-zß-ÿа-яё]['’-]?){2,}(?:[ ,]+(?:[^\W\d_a-zß-ÿа-яё]['’-]?)+){0,4} ?[:…] ?\S*[a-zß-ÿа-яё]")
_SENTENCE_INSIDE = re.compile(r"[.!?][\"”’»)\]]*\s+[\"“„«(]?[^\W\d_a-z]")
_EASTERN_DATELINE = re.compile(r"＝[^＝。、を]{1,12}(?:、[^＝。、を]{1,20})?(?:（[^（）]{1,20}）)?$")
_YEAR = re.compile(r"\d{4}")


def is_told(line: Line) -> bool:
    """Tell whether the words of `line` alone say that it is a caption."""
    return (
        has_picture_note(line.text)
        or bool(_NAMES_PICTURE.match(line.text) or _POSITIONED.search(line.text))
        or bool(_EASTERN_DATELINE.search(line.text))
        or _is_kicked(line)
        or _is_dated(line)
    )


def has_picture_note(text: str) -> bool:
    """Tell whether brackets in `text` say where somebody stands, or that the picture is an old one."""
    return any(PICTURE_NOTE.fullmatch(note.strip()) for note in _BRACKETED.findall(text))


def _is_kicked(line: Line) -> bool:
    """Tell whether a sentence has a kicker: "RELIEVED: Ada Byron after the landing."."""
    return (
        line.width <= _LONGEST_KICKED
        and line.text.rstrip("\"”’»").endswith((".", "。"))
        and bool(_KICKER.match(line.text))
        and not _SENTENCE_INSIDE.search(line.text)
    )


def _is_dated(line: Line) -> bool:
    """Tell whether a sentence ends in the day the picture was taken, as agencies have it: "…, January 16, 2024."."""
    text = line.text.rstrip(" .)")
    if line.width < _SHORTEST_DATED or not line.text.endswith(".") or not text[:1].isupper() or not _YEAR.search(text[-12:]):
        return False
    return any(end == len(text) for _, start, end in find_dates(text) if _YEAR.search(text[start:end]))
