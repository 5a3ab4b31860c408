"""What each cue of `captions.cues` is worth.

Found by logistic regression over the lines of labelled scraped pages (95 pages of 69 publishers in about a dozen
languages), each page weighing the same, only the lines that no sure rule settles; rounded to one decimal. Strength of
regularisation and threshold were chosen by ten-fold cross-validation in which no publisher is in two folds. Positive
speaks for a caption.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

THRESHOLD: Final = 2.9
WEIGHTS: Final[Mapping[str, float]] = MappingProxyType(
    {
        "after byline": 0.3,
        "after credit": 0.2,
        "after furniture": -0.3,
        "after middling": -0.2,
        "after names": -0.6,
        "after short": -0.2,
        "after the text": -0.4,
        "asks": -0.3,
        "before byline": 0.1,
        "before furniture": -0.2,
        "before middling": -0.6,
        "before names": 0.4,
        "before prose": 0.4,
        "before short": 0.1,
        "begins with a quote": -0.1,
        "colon": 0.4,
        "date": 0.1,
        "ends": -0.3,
        "first, ends": 0.6,
        "front, after the title": 0.4,
        "front, before the byline": 0.7,
        "front, last": 0.4,
        "inside, ends, long": -1.0,
        "inside, ends, middling": -0.1,
        "inside, ends, short": 0.3,
        "inside, open, long": 0.3,
        "inside, open, short": 0.1,
        "kicker": 0.2,
        "long, open": 0.7,
        "name": 0.9,
        "page credits": -0.7,
        "page does not credit": 0.7,
        "placed": 0.2,
        "saying": -0.3,
        "three sentences": -0.3,
        "twice": -0.4,
        "width under 160": 0.4,
        "width under 230": 0.3,
        "width under 25": -0.4,
        "width under 320": -0.3,
        "width under 45": 0.2,
        "width under 70": 0.3,
        "width under any": -0.5,
    }
)
