"""What every reader is given beside its file, and what the registry knows of a reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from typing import Final

from docs_store.errors import DocumentError, NotAnArticle
from docs_store.ledger import Skipped
from docs_store.reading.limits import TOO_DEEP, TOO_LARGE, begin_another
from docs_store.reading.raw import RawDocument
from docs_store.reading.source import Source

MOST_DEEP: Final = 2
"""Files within files within the file that was named: a page in a zip in a zip."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is to be read."""

    report: Callable[[Skipped], None]
    """Takes each bad record; the others go on."""
    read: Callable[[Source, Reading], Iterator[RawDocument]]
    """Reads a source with whichever reader fits it."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Names of columns by the article's parts they hold ({"title": "headline"}), where the user has told them."""
    repeated: Callable[[], Set[str]] = frozenset
    """Returns the lines that stand in many of the files beside this one."""
    depth: int = 0
    """Files around the one that is read."""

    def members(self, members: Iterable[Source]) -> Iterator[RawDocument]:
        """Yield the documents in the files within a file, each by the reader that fits; a bad one is reported.

        Raises `DocumentError` where the file around them turns out to be bad.
        """
        inner = replace(self, depth=self.depth + 1, repeated=frozenset)
        for member in members:
            begin_another()
            if inner.depth > MOST_DEEP:
                self.report(Skipped(member.name, f"more than {MOST_DEEP} files within each other"))
                continue
            try:
                for raw in self.read(member, inner):
                    yield replace(raw, member="/".join(filter(None, (member.member, raw.member))))
            except DocumentError as error:
                self.bad_member(member.name, error)
            except MemoryError:
                self.report(Skipped(member.name, TOO_LARGE))
            except RecursionError:
                self.report(Skipped(member.name, TOO_DEEP))

    def bad_member(self, name: str, error: DocumentError) -> None:
        """Report why the file `name` within another is not read; nothing is said of one that nobody would read.

        Raises `error` where it tells of what is around: nothing more will come.
        """
        if name.startswith(f"{error.path}!"):
            raise error
        if not isinstance(error, NotAnArticle):
            self.report(Skipped(name, error.reason))


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file, told from its content, and the reader that reads it."""

    name: str
    """As README's table has it."""
    matches: Callable[[Source], bool]
    """Tells it from a source's head; a name settles only what content cannot."""
    read: Callable[[Source, Reading], Iterator[RawDocument]]
    """Yields its documents. Raises `DocumentError` where the file as a whole cannot be read."""
    is_heavy: bool = True
    """Whether it is read by so much code that it had better be in a process that can be killed."""
