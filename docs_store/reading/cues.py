"""What speaks for and against a line being a caption, where nothing settles it.

Its own words and its length, its place before the text or between paragraphs, what stands beside it, and how the rest
of the page is made: a sentence of 120 columns is a paragraph among its like, and something else among long paragraphs.
Each cue has a weight in `weights.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docs_store.reading.credits import is_names
from docs_store.reading.dates import find_dates
from docs_store.reading.lines import Line
from docs_store.reading.page import Page, is_sentence
from docs_store.reading.weights import WEIGHTS

_WIDTHS: Final = (25, 45, 70, 110, 160, 230, 320)
"""Where one class of width ends and the next begins."""
_NAME_AT: Final = 60
"""Code points from the start of a line in which a caption names whom it shows."""
_BYLINE_ABOVE: Final = 8
"""Lines above one in which a byline or a button is looked for."""

_SENTENCE_INSIDE = re.compile(r"[.!?…][\"”’»)\]]*\s+[\"“„«(]?[^\W\d_a-z]|[。！？]")
_QUOTE_MARK = re.compile('["“”„«»「『]')
_PLACED = re.compile(
    r"""(?ix)\b(?:pictured|from\sleft|left\sto\sright|l[-\s]?r|(?:at|on|far|bottom|top)\s(?:left|right)|center,
    |centre,|left,|right,
    |von\slinks|v\.\s?l\.|li\s?n(?:ach)?\s?re|im\sbild|im\shintergrund|archivbild|symbolbild
    |de\s(?:izquierda|gauche)|a\sla\s(?:izquierda|derecha)|en\sla\simagen|à\s(?:gauche|droite)|da\ssinistra
    |nella\sfoto
    |na\s(?:foto|imagem)|da\sesquerda|op\sde\sfoto|v\.l\.n\.r|fra\svenstre|til\s(?:venstre|høyre|højre)
    |på\s(?:billedet|bildet|bilden)|kuvassa|na\szdjęciu|od\slewej|на\s(?:фото|снимке|світлині)|слева|ліворуч)\b
    |＝|写真は|資料写真|左から"""
)
_SAYING = re.compile(
    r"""(?ix)\b(?:said|says|told|added|according\sto|wrote|argued|claimed|asked|replied|explained|sagte|sagt
    |erklärte?|betonte
    |teilte|laut|dijo|afirmó|explicó|aseguró|señaló|según|dit|déclaré|selon|affirme|ha\sdetto|secondo|disse|segundo
    |sier|sagde|siger|säger|sade|powiedział\w*|dodał\w*|według|сказал\w*|заявил\w*|сообщил\w*|за\sсловами
    |повідоми\w+)\b
    |述べた|話した|によると|という"""
)
_REFERRING = re.compile(
    r"""(?ix)^["“„«']?(?:he|she|it|they|we|i|you|but|and|so|however|this|that|these|those|there|then|if|yet|also|for|while|if|what|when
    |er|sie|es|wir|ich|aber|und|doch|denn|das|dies\w{0,2}|dabei|damit|auch|so|wenn|da|zudem|nun|man|wie|was|hier
    |il|elle|ils|elles|on|nous|je|mais|et|cela|ce|cette|ces|c['’]est|si|pour
    |él|ella|ellos|pero|y|esto|esta|este|así|además|también|no|si|yo|se|para
    |ma|e|questo|questa|così|però|non|se|mas|isso|ele|ela|eles|não
    |maar|en|hij|zij|dit|dat|het|we|men|og|han|hun|de|det|vi|jeg|jag|hon|och|dette|detta
    |ale|i|to|jednak|nie|on|ona|jest|но|и|а|он|она|они|это|мы|я|в\sто|однако|але|та|він|вона|це
    |しかし|また|この|その|彼|だが|一方|但|而|他|她|这|這|그러나|이|그는|하지만|لكن|وقال|كما)(?:[\s,]|$|(?<=[\u3040-\uffff]))"""
)
_ADDRESS = re.compile(r"https?:|www\.|\.com\b|(?<!\S)@\w|pic\.twitter|\S@\S+\.\w")
_PRICE = re.compile(r"[$€£¥]\s?\d|\d\s?[$€£%]")
_NUMBERED = re.compile(r"^\W?\d{1,3}[.)]\s")
_SEEN = re.compile(
    r"""(?ix)\b(?:seen|shown|pictured|poses?|stands?|standing|sits?|sitting|walks?|walking|holds?|holding|speaks|speaking|addresses|waves?
    |attends?|arrives?|looks?|looking|during|celebrates?|gestures?|wearing|wears
    |steht|stehen|sitzt|zeigt|zeigen|spricht|hält|bei\seinem|bei\seiner|während|beim
    |durante|pendant|lors|muestra|posa|tijdens|poseert|står|viser|visar|under|podczas|во\sвремя|під\sчас)\b
    |する(?:.{0,30})＝|様子"""
)
_KICKER = re.compile(r"^(?:[A-ZÀ-ÖØ-ÞА-Я0-9'’-]{2,}\s?){1,4}\s?[:…|–—]\s?\S")
_CAPITALS_FIRST = re.compile(r"^(?:[A-ZÀ-ÖØ-ÞА-Я'’-]{4,}[,.]?\s){1,5}(?:[.…]{1,3}\s)?\S*[a-zß-ÿа-я]")
_COLON_START = re.compile(r"^[^\s:.…]{2,20}(?:\s[^\s:.…]{1,20}){0,3}\s?[:…]\s\S")
_NAME_PAIR = re.compile(
    r"[^\W\d_a-zß-ÿ][\w.'’-]+\s(?:(?:von|van|de|del|di|da|al|el|bin|der)\s){0,2}[^\W\d_a-zß-ÿ][\w'’-]+"
)


def score(page: Page, at: int) -> float:
    """Return the sum of the weights of a line's cues."""
    return sum(WEIGHTS.get(cue, 0.0) for cue in cues(page, at))


def cues(page: Page, at: int) -> Iterator[str]:
    """Yield the names of the cues that `page.lines[at]` shows."""
    yield from _own_cues(page.lines[at])
    yield from _place_cues(page, at)
    yield from _neighbour_cues(page, at)


def _own_cues(line: Line) -> Iterator[str]:
    text = line.credited.caption or line.text
    if line.credited.strength:
        yield "weak credit"  # a better one would have settled it
    yield f"width under {next((width for width in _WIDTHS if line.width < width), 'any')}"
    if is_sentence(text):
        yield "ends"
    elif line.width > 70:
        yield "long, open"
    if len(_SENTENCE_INSIDE.findall(text)) > 1:
        yield "three sentences"
    if _SENTENCE_INSIDE.search(text):
        yield "two sentences"
    if _QUOTE_MARK.match(text):
        yield "begins with a quote"
    elif _QUOTE_MARK.search(text):
        yield "quotes"
    for cue, pattern in (("placed", _PLACED), ("saying", _SAYING), ("address", _ADDRESS), ("price", _PRICE), ("seen", _SEEN)):
        if pattern.search(text):
            yield cue
    for cue, pattern in (("kicker", _KICKER), ("colon", _COLON_START), ("refers", _REFERRING), ("numbered", _NUMBERED), ("capitals first", _CAPITALS_FIRST)):
        if pattern.match(text):
            yield cue
    if _NAME_PAIR.search(text, 0, _NAME_AT):
        yield "name"
    if line.width < 60 and is_names(text): yield "only names"
    if next(find_dates(text), None):
        yield "date"
    if text.endswith(("?", "!")):
        yield "asks"
    if text.endswith((":","：")):
        yield "announces"
    if text.endswith(("...", "…")):
        yield "cut"
    if text.isupper(): yield "upper"


def _place_cues(page: Page, at: int) -> Iterator[str]:
    line = page.lines[at]
    ends = is_sentence(line.credited.caption or line.text)
    if at < page.first_prose:
        above = page.lines[max(0, at - _BYLINE_ABOVE) : at]
        made = any(other.byline or other.furniture or other.announces_author for other in above)
        yield "front, after the byline" if made else "front, before the byline"
        yield "front, ends" if ends else "front, open"
        if at == 0 and ends:
            yield "first, ends"
        if at + 1 == page.first_prose:
            yield "front, last"
        if page.front.title is not None and at > page.front.title:
            yield "front, after the title"
    elif at > page.last_prose:
        yield "after the text"
    else:
        size = "short" if line.width < 60 else "middling" if line.width < 160 else "long"
        yield f"inside, {'ends' if ends else 'open'}, {size}"
        if line.width >= 60:
            yield f"among {page.like(at)} like it, {'ends' if ends else 'open'}"
    yield "page credits" if page.credits_its_pictures else "page does not credit"
    if ends: yield "page credits, ends" if page.credits_its_pictures else "page does not credit, ends"


def _neighbour_cues(page: Page, at: int) -> Iterator[str]:
    if at:
        yield f"after {_sort(page, at - 1)}"
    if at + 1 < len(page.lines):
        yield f"before {_sort(page, at + 1)}"
    if at and at+1 < len(page.lines) and page.lines[at-1].is_prose and page.lines[at+1].is_prose: yield "between prose"
    if page.times[page.lines[at].text] > 1:
        yield "twice"


def _sort(page: Page, at: int) -> str:
    """Return what a neighbouring line is, roughly."""
    line = page.lines[at]
    if line.is_prose:
        return "prose"
    if line.is_credit:
        return "credit"
    if line.furniture:
        return "furniture"
    if line.byline or line.announces_author:
        return "byline"
    if line.width < 45 and is_names(line.text):
        return "names"
    return "short" if line.width < 60 and not is_sentence(line.text) else "middling"
