"""A scraped page as a whole: where its text begins and ends, what stands over it, what it lists of other articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from docs_store.reading.boilerplate import Furniture
from docs_store.reading.dated_list import find_dated_list
from docs_store.reading.datelines import day_filed, reporters_filed
from docs_store.reading.front import Front, read_front
from docs_store.reading.lines import PROSE, Line, is_sentence
from docs_store.reading.makers import Strength
from docs_store.reading.masthead import footer, masthead

_SHORT_PROSE: Final = 100
"""Width from which a sentence may be a paragraph of the text."""
_SHORTEST_PROSE: Final = 60
"""Width from which a sentence may be the text's last paragraph, where all of them are short."""
_SHORTEST_GOING_ON: Final = 30
"""Width from which a sentence goes on with the text, where nothing of the page's own stands between, or titles do."""
_LIST_AFTER_HEADING: Final = 4
"""Lines after "Related:" that may be titles of other articles."""
_LONGEST_LISTED: Final = 140
"""Width of such a title, where it ends like a sentence."""
_STOPPED = re.compile(r"[.…。][\"”’»)\]」』]*$")
"""How a sentence ends and a title hardly ever does: with a question mark many do."""
_ENLARGES = re.compile(r"(?i)(?:view|open|enlarge|expand) (?:this )?image(?: in (?:fullscreen|gallery))?")
_SAYS = re.compile(
    r"(?i)\S.{1,40} (?:says|said|wrote|sagt|sagte|schreibt|schrieb|meint|dit|a dit|a écrit|dice|dijo|escribió|"
    r"ha scritto|ha detto|diz|disse|zegt|schreef|пишет|написал):?(?: (?:on|am|le|el|il|em|op) .{4,40})?"
)
"""Over what a reader has to say."""
_ANSWER = re.compile(
    r"(?i)(?:[*•·-] |\d{1,3}\. )?(?:\+ )?(?:reply|replies|reply\s?delete|antworten|répondre|responder|rispondi|"
    r"beantwoorden|svar|svara|odpowiedz|odpovědět|ответить|відповісти|yanıtla|回复|回復|返信|답글|رد)"
)
"""The button under what a reader has said."""
_HEADS_COMMENTS = re.compile(
    r"(?i)\W*(?:\d+ )?(?:kommentare?|comments?|commentaires?|comentários?|comentarios?|commenti|reacties|discussions?|"
    r"responses?|thoughts|replies|réponses|antworten)\b[^.!?]{0,60}"
)
_LONGEST_COMMENT: Final = 12
"""Lines of the first comment, and of what stands over it."""
_LONGEST_TAG: Final = 30
_NEAR_PROSE: Final = 2
"""Lines between two paragraphs where the text has begun: a long standfirst stands apart."""
_WIDTHS: Final = (60, PROSE)
"""Where lines of a heading's, a short paragraph's and a paragraph's length part."""
_FEW: Final = 3
_RARE_SHARE: Final = 0.15
"""So many lines of one look, or such a share of the text's, are not yet its habit."""
_OPENING: Final = 60
"""Code points which two lines do not begin with by chance."""


@dataclass(frozen=True)
class Page:
    """The lines of a page, and what can be told of them together."""

    lines: Sequence[Line]

    @cached_property
    def prose(self) -> Sequence[int]:
        """The paragraphs that are nothing else for sure; where a page has few, its longer sentences."""
        is_short = not self._has_long_prose
        return [at for at, line in enumerate(self.lines) if line.is_prose or (is_short and self._is_short_prose(at))]

    @cached_property
    def first_prose(self) -> int:
        """Where the running text begins; the number of lines where there is none."""
        begins = (at for at, after in pairwise(self.prose) if after - at <= _NEAR_PROSE)
        return next(begins, self.prose[0] if self.prose else len(self.lines))

    @cached_property
    def last_prose(self) -> int:
        """Where it ends: its last paragraphs are often short."""
        if not self.prose:
            return len(self.lines)
        over = min(self.dated_list.start, self.comments_begin)
        last = max((at for at in self.prose if at < over), default=self.prose[-1])
        ends = range(over - 1, last, -1)
        least = _SHORT_PROSE if self._has_long_prose else _SHORTEST_PROSE
        last = next((at for at in ends if self._is_short_prose(at, least)), last)
        for at in range(last + 1, min(self._ends_after(last), over)):
            if self._is_short_prose(at, _SHORTEST_GOING_ON):
                last = at
        return last

    @cached_property
    def day_filed(self) -> str:
        """The day in the dateline of the first paragraph, "" where it has none."""
        return day_filed(self.lines[self.first_prose].text) if self.first_prose < len(self.lines) else ""

    @cached_property
    def reporters(self) -> tuple[str, ...]:
        """Whom the dateline of the first paragraph names, as agencies in China and Korea have it."""
        return reporters_filed(self.lines[self.first_prose].text) if self.first_prose < len(self.lines) else ()

    def is_enlarged(self, at: int) -> bool:
        """Whether a line is the button that enlarges a picture: over it stands what the picture is to who sees none."""
        return at < len(self.lines) and bool(_ENLARGES.fullmatch(self.lines[at].text))

    @cached_property
    def comments_begin(self) -> int:
        """Where readers say something; else the number of lines.

        Each does so under their name, below a heading for that, or with a button to answer.
        """
        after = range(self.first_prose + 1, len(self.lines))
        headings = [at for at in after if _is_of_comments(self.lines[at])]
        said = (at for at in headings if any(_SAYS.fullmatch(line.text) for line in self.lines[at + 1 : at + 5]))
        begins = next(said, len(self.lines))
        answers = [at for at in after if _ANSWER.fullmatch(self.lines[at].text)]
        if len(answers) < _FEW:
            return begins
        first = max(self.first_prose + 1, answers[0] - _LONGEST_COMMENT)
        heads = (
            at for at in range(first, answers[0]) if at in headings or _HEADS_COMMENTS.fullmatch(self.lines[at].text)
        )
        return min(begins, next(heads, answers[0]))

    @cached_property
    def ends(self) -> int:
        """Where the page's own lines begin after the text; pictures may stand before that."""
        return self._ends_after(self.last_prose)

    def _ends_after(self, last: int) -> int:
        rest = range(last + 1, len(self.lines))
        return next((at for at in rest if self.lines[at].furniture or self.lines[at].byline), len(self.lines))

    @cached_property
    def site_ends(self) -> int:
        """Where the menu at the page's end has begun for sure; the number of lines where there is none."""
        return footer(self.lines)

    @cached_property
    def _has_long_prose(self) -> bool:
        return sum(line.is_prose for line in self.lines) >= _FEW

    def _is_short_prose(self, at: int, least: int = _SHORT_PROSE) -> bool:
        line = self.lines[at]
        plain = line.furniture is None and line.byline is None and line.credited.strength < Strength.FAIR
        return plain and line.width >= least and is_sentence(line.text) and at not in self.related

    @cached_property
    def front(self) -> Front:
        """The headline and what stands beside it."""
        begins = self.begins
        return read_front(self.lines[begins:], self.first_prose - begins).moved(begins)

    def says_title(self, at: int) -> bool:
        """Whether a line has the headline in it: the title of the window, say."""
        title = self.front.title
        return title is not None and self.lines[title].text in self.lines[at].text

    @cached_property
    def begins(self) -> int:
        """Where the article begins: what stands over it are the menus of its site."""
        return masthead(self.lines, self.first_prose)

    @cached_property
    def related(self) -> frozenset[int]:
        """Lines under a heading such as "Read also": titles of other articles, and the credits of their pictures."""
        found, left = set(), 0
        titles: list[int] = []
        for at, line in enumerate(self.lines):
            if line.furniture and line.furniture[0] is Furniture.RELATED:
                titles = []
                left = 0 if line.furniture[1] else _LIST_AFTER_HEADING
            elif left and self._goes_on(at, titles):
                left = 0
            elif left and line.is_credit:
                found.add(at)
            elif (
                left
                and not (line.is_prose or line.furniture or line.byline or line.credited.strength >= Strength.FAIR)
                and (line.width < _LONGEST_LISTED or not is_sentence(line.text))
            ):
                found.add(at)
                titles.append(at)
                left -= 1
            else:
                left = 0
        return frozenset(found)

    def _goes_on(self, at: int, titles: Sequence[int]) -> bool:
        """Tell whether the text goes on after titles without full stops: a sentence, or a caption over its credit."""
        if not titles or any(_STOPPED.search(self.lines[title].text) for title in titles):
            return False
        line = self.lines[at]
        least = _SHORTEST_PROSE if len(titles) == 1 or not _STOPPED.search(line.text) else _SHORTEST_GOING_ON
        if line.width >= least and is_sentence(line.text):
            return True
        has_credits = any(self.lines[near].is_credit for near in range(titles[0] - 1, at))
        return at + 1 < len(self.lines) and self.lines[at + 1].is_credit and not has_credits

    @cached_property
    def tags(self) -> frozenset[int]:
        """Short lines under a heading such as "Topics"."""
        found, is_under = set(), False
        for at, line in enumerate(self.lines):
            if line.furniture == (Furniture.TAGS, ""):
                is_under = True
            elif is_under and line.width <= _LONGEST_TAG and not (line.furniture or line.byline):
                found.add(at)
            else:
                is_under = False
        return frozenset(found)

    @cached_property
    def list_begins(self) -> int:
        """Where the text has ended and a list of other articles begins, to the page's end; else the number of lines."""
        after = range(self.last_prose + 1, self.dated_list.start)
        return next((at for at in after if self._heads_list(at)), self.dated_list.start)

    @cached_property
    def dated_list(self) -> range:
        """Where a list of articles stands, each with its date or its age; empty, at the end, where none does."""
        return find_dated_list(self.lines)

    def _heads_list(self, at: int) -> bool:
        return self.lines[at].furniture == (Furniture.RELATED, "")

    @cached_property
    def credits_its_pictures(self) -> bool:
        """Whether some caption carries a sure credit: then one without is the exception."""
        return any(line.credited.strength is Strength.STRONG and line.credited.caption for line in self.lines)

    def is_common(self, at: int) -> bool:
        """Whether many lines of the text are about as long as one, and end as it does: then it is one of them."""
        count = self._sorts[_sort(self.lines[at])]
        return count > _FEW or count > max(1, self._sorts.total() * _RARE_SHARE)

    @cached_property
    def _sorts(self) -> Counter[tuple[bool, int]]:
        inside = self.lines[self.first_prose : self.last_prose + 1]
        return Counter(_sort(line) for line in inside if not line.furniture)

    @cached_property
    def _openings(self) -> frozenset[str]:
        return frozenset(line.text[:_OPENING] for line in self.lines if line.is_prose)

    def repeats(self, at: int) -> bool:
        """Whether a line says what a paragraph begins with: a teaser, though a picture's credit stands behind it."""
        line = self.lines[at]
        opening = line.credited.caption[:_OPENING]
        return not line.is_prose and len(opening) == _OPENING and opening in self._openings


def _sort(line: Line) -> tuple[bool, int]:
    """Return what a line looks like from afar: whether it is a sentence, and its class of length."""
    return is_sentence(line.text), sum(line.width >= width for width in _WIDTHS)


def _is_of_comments(line: Line) -> bool:
    return bool(line.furniture and line.furniture[0] is Furniture.COMMENTS)
