"""A deterministic generator of archives: invented words by Zipf's law, names, dates. Same seed, same archive."""

from __future__ import annotations

import datetime as dt
import json
import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Final

_ONSETS: Final = [
    "b",
    "br",
    "c",
    "d",
    "dr",
    "f",
    "g",
    "gl",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "r",
    "s",
    "st",
    "t",
    "v",
]
_VOWELS: Final = ["a", "e", "i", "o", "u", "ea", "ou"]
_CODAS: Final = ["", "n", "r", "s", "l", "nd", "st", "ck", "m", "ng"]
_VOCABULARY: Final = 20_000
_NAMES: Final = 2_000


def articles(count: int, *, words: int = 300, seed: int = 1) -> Iterator[dict[str, object]]:
    """Yield `count` records of about `words` words: id, title, text, date, author, source."""
    rng = random.Random(seed)
    vocabulary = sorted({_word(rng) for _ in range(_VOCABULARY * 2)})
    rng.shuffle(vocabulary)
    vocabulary = vocabulary[:_VOCABULARY]
    # Zipf: the r-th commonest word is 1/r as common as the first.
    weights = list(accumulate(1 / rank for rank in range(1, len(vocabulary) + 1)))
    names = [f"{_word(rng).title()} {_word(rng).title()}" for _ in range(_NAMES)]
    name_weights = list(accumulate(1 / rank for rank in range(1, _NAMES + 1)))
    sources = [f"The {_word(rng).title()} Post" for _ in range(40)]
    first_day = dt.date(1990, 1, 1)
    for number in range(count):
        who = rng.choices(names, cum_weights=name_weights, k=4)
        body = rng.choices(vocabulary, cum_weights=weights, k=words)
        for name in who:
            body[rng.randrange(len(body))] = name
        for stop in range(12, len(body), 12):
            body[stop] += "."
        paragraphs = [" ".join(body[start : start + 60]).capitalize() for start in range(0, len(body), 60)]
        headline = rng.choices(vocabulary, cum_weights=weights, k=rng.randint(4, 9))
        headline[rng.randrange(len(headline))] = who[0]
        yield {
            "id": f"a{number}",
            "title": " ".join(headline).capitalize(),
            "text": "\n\n".join(paragraphs),
            "date": (first_day + dt.timedelta(days=rng.randrange(12_000))).isoformat(),
            "author": rng.choice(names),
            "source": rng.choice(sources),
        }


def write_jsonl(path: Path, count: int, *, words: int = 300) -> Path:
    """Write an archive as JSON lines; return the path."""
    with path.open("w", encoding="utf-8") as file:
        for record in articles(count, words=words):
            file.write(json.dumps(record) + "\n")
    return path


def _word(rng: random.Random) -> str:
    return "".join(
        rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS) for _ in range(rng.choice([1, 1, 2, 2, 2, 3]))
    )
