"""Commands that switch kinds of names: on and off, in texts and lists alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from docs_store import EntityKind
from tui.command import READING, Command
from tui.kinds import ALL_KEY, KIND_WORDS

if TYPE_CHECKING:
    from tui.screens.reading import ReadingScreen


class _Switch(Command):
    """Switch names of a kind."""

    scopes = READING
    kind: ClassVar[EntityKind]

    async def run(self, screen: ReadingScreen) -> None:
        screen.switch_kind(self.kind)


class PeopleOff(_Switch):
    """Switch people."""

    kind = EntityKind.PERSON
    keys = (KIND_WORDS[kind].key,)
    help = "People off, or on again: whether they are marked and listed; remembered, as are those below"


class OrganisationsOff(_Switch):
    """Switch organisations."""

    kind = EntityKind.ORGANISATION
    keys = (KIND_WORDS[kind].key,)
    help = "Organisations off, or on again"


class PlacesOff(_Switch):
    """Switch places."""

    kind = EntityKind.PLACE
    keys = (KIND_WORDS[kind].key,)
    help = "Places off, or on again"


class EventsOff(_Switch):
    """Switch events."""

    kind = EntityKind.EVENT
    keys = (KIND_WORDS[kind].key,)
    help = "Events off, or on again"


class OtherNamesOff(_Switch):
    """Switch names of no other kind."""

    kind = EntityKind.OTHER
    keys = (KIND_WORDS[kind].key,)
    help = "Other names off, or on again"


class AllKinds(Command):
    """Switch all kinds on."""

    keys = (ALL_KEY,)
    help = "All kinds of names on again"

    async def run(self, screen: ReadingScreen) -> None:
        screen.switch_kind(None)


KIND_COMMANDS: Final[tuple[type[Command], ...]] = (
    PeopleOff, OrganisationsOff, PlacesOff, EventsOff, OtherNamesOff, AllKinds,
)  # fmt: skip
