"""What a reader noted of an article, here or elsewhere: when it was saved, a star, whether it was read, their tags."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
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
    own: tuple[str, ...] = ()
    """Which of "starred" and "read" the reader has set in this archive: no file and no import changes those."""

    def __post_init__(self) -> None:
        if self.saved is not None and self.saved.tzinfo is None:
            raise ValueError(f"saved {self.saved} has no time zone")
        if not {"starred", "read"}.issuperset(self.own):
            raise ValueError(f"{self.own}: nobody sets these")

    def __bool__(self) -> bool:
        return self != NO_MARKS

    def with_kept(self, earlier: Marks) -> Marks:
        """Return these and `earlier` ones of the same article: a mark is added, or known better, and never lost.

        What the reader has set in the archive stays as it is.
        """
        kept = {*earlier.own}.difference(self.own)
        return Marks(
            min(filter(None, (self.saved, earlier.saved)), default=None),
            earlier.starred if "starred" in kept else self.starred or (earlier.starred and "starred" not in self.own),
            earlier.read if "read" in kept else self.read if "read" in self.own else _either(self.read, earlier.read),
            tuple(dict.fromkeys((*earlier.tags, *self.tags))),
            tuple(dict.fromkeys((*earlier.highlights, *self.highlights))),
            tuple(sorted({*earlier.own, *self.own})),
        )

    def set(self, *, starred: bool | None = None, read: bool | None = None) -> Marks:
        """Return these as the reader sets them in the archive; None leaves a mark as it is."""
        said = {"starred": starred, "read": read}
        own = {name for name, value in said.items() if value is not None}
        return replace(
            self,
            starred=self.starred if starred is None else starred,
            read=self.read if read is None else read,
            own=tuple(sorted({*self.own, *own})),
        )


def _either(one: bool | None, other: bool | None) -> bool | None:
    """Return whether an article was read, by what two programs say: what one of them has seen read is read."""
    return other if one is None else one or bool(other)


NO_MARKS: Final = Marks()
"""Of an article that nobody has marked."""
