"""The rows of the Entities tab: who and what the open article names, by kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from rich.cells import cell_len

from docs_store import Article, EntityKind, Recogniser
from tui.kinds import ALL_KEY, KIND_WORDS, Kinds
from tui.messages import GoToEntity
from tui.typeset import Line, Passage, Position, Run, wrapped_lines
from tui.widgets.finder import heading_row
from tui.widgets.row_list import Row
from tui.wording import counted


def entity_rows(
    article: Article,
    passages: Sequence[Passage],
    in_archive: Mapping[tuple[str, EntityKind], int],
    kinds: Kinds,
) -> list[Row]:
    """Return the entities by kind, most mentioned first, with their counts here and in the archive.

    Of a kind that is off, the heading stands alone and says how many there are.
    """
    passage_of = {passage.block: number for number, passage in enumerate(passages) if passage.block is not None}
    places: dict[tuple[str, EntityKind], list[Position]] = {}
    for mention in article.mentions:
        if mention.block in passage_of:
            place = Position(passage_of[mention.block], mention.start)
            places.setdefault((mention.name, mention.kind), []).append(place)

    def forms(name: str, kind: EntityKind) -> tuple[str, str, str]:
        elsewhere, here = in_archive.get((name, kind), 0), len(places[name, kind])
        told = f"{here:,} here"
        if not elsewhere:
            return told, told, told
        return (
            f"{told} · {counted(elsewhere, 'article')}",
            f"{told} · {elsewhere:,}",
            f"{here:,} · {elsewhere:,}",
        )

    shown = [(cell_len(name) + 2, forms(name, kind)) for name, kind in places if kind in kinds]

    @cache
    def form(width: int) -> int:
        """Return the longest form for which there is room in every row: counts of two forms are hard to compare."""
        return next((at for at in (0, 1) if all(used + len(told[at]) <= width for used, told in shown)), 2)

    def row(name: str, kind: EntityKind, at: list[Position]) -> Row:
        every = forms(name, kind)

        def typeset(width: int) -> tuple[Line, ...]:
            *lines, last = wrapped_lines(name, width, (kind.value,), most=2, indent="  ")
            room = width - sum(cell_len(run.text) for run in last) - 2
            told = every[form(width)]
            if len(told) > room:
                return (*lines, last, (Run(f"{told:>{width}}", ("muted",)),))
            return (*lines, (*last, Run(f"{told:>{room + 2}}", ("muted",))))

        return Row(typeset, GoToEntity(name, kind, tuple(sorted(at))), gap=False)

    rows: list[Row] = []
    for kind, words in KIND_WORDS.items():
        of_kind = sorted(
            ((name, at) for (name, of), at in places.items() if of is kind), key=lambda item: (-len(item[1]), item[0])
        )
        if not of_kind:
            continue
        if kind in kinds:
            rows.append(heading_row(words.heading, f"{words.key} hides"))
            rows += [row(name, kind, at) for name, at in of_kind]
        else:
            rows.append(heading_row(f"{words.heading}: {len(of_kind):,} off", f"{words.key} shows"))
    return rows


def entities_about(article: Article, rows: Sequence[Row], *, are_counted: bool) -> str:
    """Return how many names there are, how many of them are listed, and who recognised them where not the rules.

    Where they `are_counted` in the archive, also what their counts are.
    """
    names = len({(mention.name, mention.kind) for mention in article.mentions if mention.block is not None})
    listed = sum(row.value is not None for row in rows)
    about = counted(names, "name") if names else "No names recognised in this article."
    if listed < names:
        about = f"{listed:,} of {about} · {ALL_KEY} shows all"
    elif names and are_counted:
        about += ", here · articles"
    return about if article.recogniser in ("", Recogniser.RULES) else f"{about} · {article.recogniser}"
