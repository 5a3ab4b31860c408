"""What stands over an article: kicker, headline and standfirst, told by their order and by having no full stop."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from docs_store.reading.byline_people import tells_role
from docs_store.reading.cues import is_of_pictures, is_told
from docs_store.reading.lines import Line, is_sentence
from docs_store.reading.makers import Strength
from docs_store.reading.names import is_names
from docs_store.reading.press_words import CAPTION_LABEL

_DEEPEST: Final = 25
"""Lines from the top in which a headline is looked for; share buttons may come before it."""
_NEAR_TITLE: Final = 8
"""Lines after the headline in which the standfirst is looked for."""
_LONGEST_TITLE: Final = 180
_TWICE: Final = 2
"""Where the headline stands once more under a kicker and itself."""
_UNDER_CREDIT: Final = 2
"""Where the text begins under a headline and the credit of a picture, and nothing else."""
_SHORTEST_REPEATED: Final = 25
_LONGEST_KICKER: Final = 40
_MOST_KICKER_WORDS: Final = 3
_MOST_WORDS_OVER_ALL: Final = 5
"""Words of a kicker over a headline that has a standfirst and a byline under it."""
_SHORTEST_SUBTITLE: Final = 20
"""Width of a standfirst right between headline and byline."""
_SHORTEST_STANDFIRST: Final = 50
_LONGEST_STANDFIRST: Final = 500

_LONGEST_STOPPED: Final = 100
"""Width of a headline that ends in a full stop."""
_NEAR_BYLINE: Final = 3
"""Lines under such a headline among which is the byline."""
_WIDER: Final = 1.5
"""How much wider a headline is than a kicker of several words in capitals."""
_SECTIONS = re.compile(r"\w [•·|] \w")
"""What parts the sections that a headline is in: "Marketing • Medien"."""
_SECTION = re.compile(
    r"(?i)opinion|comment(?:ary)?|analysis|politics|business|economy|world|science|health|sports?|culture|arts?|books|"
    r"environment|climate|technology|travel|food|film|music|education|society|meinung|kommentar|politik|wirtschaft|"
    r"wissen(?:schaft)?|gesundheit|kultur|umwelt|klima|technik|reise|gesellschaft|panorama|politique|économie|santé|"
    r"sciences?|société|environnement|idées|monde|opinión|política|economía|ciencia|salud|cultura|deportes?|sociedad|"
    r"medio ambiente|opinione|economia|scienza|salute|ambiente|società|esteri|opinião|ciência|saúde|esporte"
)
_TELLS_NOTHING = re.compile(
    r"[\W\d_]*|\W*(?:https?://|www\.)\S*|[»›] [^«]*|[«‹] [^»]*|[^«]* [»›]|«[^«»]*\|[^«»]*»|"
    r"[\w.]{2,20}(?: [/>›»] [^/>›»]{2,30}){2,}"
)
"""A counter, an address, the way to the article before, or through the site to this one: no headline."""
_LONGEST_OCCASION: Final = 50
_OCCASION = re.compile(
    r"(?i)(?:nach|vor|trotz|wegen|bei|seit|gegen|mit|im|in|after|before|amid|despite|ahead of|après|avant|malgré|tras|"
    r"después de|antes de|dopo|prima di|após|depois de|na|etter|efter|før|före|po|przed|после|перед|після)\s"
)
"""How a kicker begins that tells the occasion: "Nach dem Hochwasser"."""
_SUMMARY = re.compile(
    r"(?i)(?:darum geht['’]?s|darum geht es|das wichtigste (?:in kürze|zusammengefasst)|auf einen blick|"
    r"kurz und bündig|"
    r"der artikel für sie zusammengefasst|zusammenfassung|key (?:points|takeaways)|at a glance|in brief|the gist|"
    r"tl;?dr|"
    r"summary|the main points|l['’]essentiel|en bref|les points clés|en resumen|claves|lo más importante|in breve|"
    r"in sintesi|os pontos principais|em resumo|in het kort|samenvatting|kort fortalt|kort sagt|sammanfattning|"
    r"w skrócie|najważniejsze informacje|коротко|главное|この記事のポイント|要点|要約)[:.!]?"
)
"""The heading of a box that sums the article up."""
_QUOTED = re.compile(r"[\"“„«»'‘].{10,}[\"”“»«'’]")
"""A headline that is what somebody said; what stands over it tells of what."""
_FULL_STOP = re.compile(r"[.…。;,:][\"”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Front:
    """Indices of lines; None where there is no such line."""

    kicker: int | None = None
    title: int | None = None
    standfirst: int | None = None
    repeated: int | None = None
    """The headline once more, with words of the page's own."""

    def moved(self, by: int) -> Front:
        """Return the same where `by` lines stand before those looked at."""
        places = (self.kicker, self.title, self.standfirst, self.repeated)
        return Front(*(None if at is None else at + by for at in places)) if by else self

    def __contains__(self, at: int) -> bool:
        return at in (self.kicker, self.title, self.standfirst, self.repeated)


def read_front(lines: Sequence[Line], first_prose: int) -> Front:
    """Return what stands over the text, whose first paragraph is `lines[first_prose]`."""
    top = min(first_prose, _DEEPEST, len(lines))
    own = [at for at in range(top) if _may_lead(lines[at]) and not _is_credited(lines, at)]
    between = lines[_UNDER_CREDIT:first_prose]
    is_over = first_prose >= _UNDER_CREDIT and all(is_sentence(line.text) and not line.byline for line in between)
    if is_over and not own and len(between) <= _TWICE and _may_lead(lines[0]) and _is_title(lines[0]):
        own = [0]  # over a credit and the text, the first of it short: there is no other headline
    if not own:
        return _without_title(lines, first_prose)
    if not (_is_title(lines[own[0]]) or _is_stopped_title(lines, own[0])):
        return _without_title(lines, first_prose)
    title, kicker, repeated = own[0], None, None
    again = next((at for at in own[1:] if _is_within(lines[title], lines[at])), None)
    if len(own) > 1 and lines[own[0]].text == lines[own[1]].text:  # the page's title, and the headline
        title, repeated = own[1], own[0]
    elif again is not None:  # "Home News The Headline", "Share this story: The Headline", "The Headline | The Paper"
        title, repeated = again, title
    elif len(own) > 1 and _is_kicker(lines, title, own[1]):
        kicker, title = title, own[1]
        if len(own) > _TWICE and lines[own[_TWICE]].text == lines[title].text:
            title, repeated = own[_TWICE], title
    if top == len(lines) or title == top:
        return Front(kicker, title, None, repeated)
    return Front(kicker, title, _standfirst(lines, title, first_prose), repeated)


def _is_within(line: Line, headline: Line) -> bool:
    """Tell whether `line` is the headline with words before it or after it."""
    is_longer = _SHORTEST_REPEATED <= len(headline.text) < len(line.text)
    return is_longer and (line.text.endswith(headline.text) or line.text.startswith(headline.text))


def _is_kicker(lines: Sequence[Line], at: int, after: int) -> bool:
    """Tell whether a line is a section's name or the like over the headline, and not the headline itself."""
    line, title = lines[at], lines[after]
    if _tells_occasion(lines, at, after) or _names_section(lines, at, after):
        return True
    words = len(line.text.split())
    if line.width > _LONGEST_KICKER or words > _MOST_WORDS_OVER_ALL or not _is_title(title):
        return False
    is_over_standfirst = after == at + 1 and line.width < title.width and _is_over_standfirst(lines, after)
    if words > _MOST_KICKER_WORDS:
        return is_over_standfirst and (title.width > _LONGEST_KICKER or bool(_QUOTED.fullmatch(title.text)))
    if after == at + 1 and (title.width > _LONGEST_KICKER or _is_over_standfirst(lines, after)):
        return True
    is_word = line.text.isupper() or " " not in line.text
    least = _WIDER if line.text.isupper() and not title.text.isupper() and " " in line.text else 2
    return is_word and after <= at + 2 and title.width >= least * line.width


def _names_section(lines: Sequence[Line], at: int, after: int) -> bool:
    """Tell whether a line names the section of a headline that looks unlike one: "Opinion" over "Now, it is here.".

    A headline of a word or two may be over such a sentence as well, which is then its standfirst: "Adrift".
    """
    line, title, below = lines[at], lines[after], lines[after + 1 : after + 2]
    if after != at + 1 or line.width > _LONGEST_KICKER or line.width >= title.width or _FULL_STOP.search(line.text):
        return False
    words = len(line.text.split())
    if line.text.isupper() and words == 1 and any(map(_is_made, below)):
        return True
    is_short = words < _MOST_KICKER_WORDS or bool(_SECTIONS.search(line.text))
    is_over_sentence = bool(_SECTION.fullmatch(line.text)) and _is_stopped_title(lines, after)
    looks_unlike = bool(_QUOTED.fullmatch(title.text)) or is_over_sentence
    return is_short and (looks_unlike or (bool(_SECTIONS.search(line.text)) and _is_title(title)))


def _tells_occasion(lines: Sequence[Line], at: int, after: int) -> bool:
    """Tell whether a line says on what occasion the headline right under it, which the byline follows, was written."""
    line, title, below = lines[at], lines[after], lines[after + 1 : after + 2]
    is_occasion = line.width <= _LONGEST_OCCASION and bool(_OCCASION.match(line.text))
    is_under = after == at + 1 and line.width < title.width <= _LONGEST_STOPPED and _is_title(title)
    return is_occasion and is_under and any(map(_is_made, below))


def _is_over_standfirst(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line is followed by a sentence, and that by who wrote the article, or when."""
    if at + 2 >= len(lines):
        return False
    below = lines[at + 1]
    is_text = below.width >= _SHORTEST_STANDFIRST and bool(_FULL_STOP.search(below.text))
    return is_text and not _is_picture(below) and _is_made(lines[at + 2])


def _standfirst(lines: Sequence[Line], title: int, first_prose: int) -> int | None:
    """Return the next line of some length after the headline, where something parts it from the text.

    After a byline it might as well be a caption, unless a sure caption follows it.
    """
    made = False
    for at in range(title + 1, min(title + _NEAR_TITLE, len(lines) - 1)):
        line, after = lines[at], lines[at + 1]
        if line.furniture or line.byline or line.announces_author:
            made = made or line.furniture is None
            continue
        if _is_picture(line) or after.is_credit:
            return None
        if made and line.width < _SHORTEST_STANDFIRST and not _FULL_STOP.search(line.text):
            continue  # "Madrid", "Newsletter": where it was written, and the page's own
        if at == title + 1 and _is_made(after) and line.width >= _SHORTEST_SUBTITLE and not is_names(line.text):
            return at
        if line.width < _SHORTEST_STANDFIRST:
            return None
        if made and _is_made(after) and line.width <= _LONGEST_STANDFIRST:
            return at
        is_parted = after.credited.strength is Strength.STRONG if made else at < first_prose and not after.is_prose
        return at if is_parted and line.width <= _LONGEST_STANDFIRST else None
    return None


def _is_picture(line: Line) -> bool:
    """Tell whether a line is a caption, or may be: where a name in brackets ends it."""
    is_signed = line.credited.strength is Strength.WEAK and line.text.endswith((")", "]", "）"))
    return line.credited.strength >= Strength.FAIR or is_signed or line.is_slug or is_told(line)


def _is_made(line: Line) -> bool:
    """Tell whether a line says who wrote the article, or when."""
    return line.byline is not None or line.announces_author


def _without_title(lines: Sequence[Line], first_prose: int) -> Front:
    """Take the first sentence of a page for its standfirst where a picture stands between it and the text."""
    if (
        not lines
        or len(lines) < 3
        or lines[0].furniture
        or lines[0].byline
        or lines[0].credited.strength >= Strength.FAIR
    ):
        return Front()
    after = lines[1]
    is_parted = after.is_slug or (after.credited.strength is Strength.STRONG and not after.is_credit)
    if is_parted and _SHORTEST_STANDFIRST <= lines[0].width <= _LONGEST_STANDFIRST and first_prose > 0:
        return Front(standfirst=0)
    return Front()


def _may_lead(line: Line) -> bool:
    return not (
        line.furniture
        or line.byline
        or line.announces_author
        or line.is_slug
        or line.credited.strength >= Strength.FAIR
        or is_told(line)
        or tells_role(line.text)
        or _SUMMARY.fullmatch(line.text)
        or _TELLS_NOTHING.fullmatch(line.text)
    )


def _is_credited(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a credit stands on the line before or after: then a line is a caption."""
    if lines[at + 1 : at + 2] and any(map(CAPTION_LABEL.match, (line.text for line in lines[at + 2 : at + 3]))):
        return False  # over "Image source, Ana Lima" and "Image caption, The ferry at its pier"
    beside = (lines[near] for near in (at - 1, at + 1) if 0 <= near < len(lines))
    return any(line.is_credit and not (at == 0 and is_of_pictures(line.text)) for line in beside)


def _is_stopped_title(lines: Sequence[Line], at: int) -> bool:
    """Tell whether the first line is a headline for all its full stop: short, and the byline stands under it."""
    below = lines[at + 1 : at + 1 + _NEAR_BYLINE]
    return at <= 1 and lines[at].width <= _LONGEST_STOPPED and any(map(_is_made, below))


def _is_title(line: Line) -> bool:
    return line.width <= _LONGEST_TITLE and not _FULL_STOP.search(line.text)
