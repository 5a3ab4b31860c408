"""What a reader noted of an article in another program: when it was saved, a star, whether it was read, their tags."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Highlight:
    """A passage that a reader marked, and what they wrote to it; either may be ""."""

    quote: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """What a reader noted of an article. Empty, and false, for articles that come from files alone."""

    saved: dt.datetime | None = None
    """When they saved it; aware."""
    starred: bool = False
    read: bool | None = None
    """Whether they have read it; None where nobody says."""
    tags: tuple[str, ...] = ()
    """The tags they gave it. `Article.tags` has them too, beside those of its publisher."""
    highlights: tuple[Highlight, ...] = ()

    def __post_init__(self) -> None:
        if self.saved is not None and self.saved.tzinfo is None:
            raise ValueError(f"saved {self.saved} has no time zone")

    def __bool__(self) -> bool:
        return self != NO_MARKS

    def with_kept(self, earlier: Marks) -> Marks:
        """Return these and `earlier` ones of the same article: a mark is added, or known better, and never lost."""
        return Marks(
            min(filter(None, (self.saved, earlier.saved)), default=None),
            self.starred or earlier.starred,
            earlier.read if self.read is None else self.read,
            tuple(dict.fromkeys((*earlier.tags, *self.tags))),
            tuple(dict.fromkeys((*earlier.highlights, *self.highlights))),
        )


NO_MARKS: Final = Marks()
"""Of an article that nobody has marked."""
