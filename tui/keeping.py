"""What one reading has to remember: choices, positions, searches, kinds; kept with what other programs keep."""

from __future__ import annotations

import asyncio
from pathlib import Path

import msgspec

from tui.kinds import Kinds
from tui.remembering import Memory
from tui.searches import KeptSearches, Searches
from tui.state import PastVisits, ReadingPositions, State, members_merged, merged


class Keeper:
    """The state of this reading of one archive."""

    def __init__(self, memory: Memory, archive: Path, *, remembers_positions: bool) -> None:
        state = memory.base
        self._memory = memory
        self._archive = str(archive)
        self._remembers_positions = remembers_positions
        self._state = state
        self._lock = asyncio.Lock()
        self.positions = ReadingPositions(state.positions if remembers_positions else {})
        self.past = PastVisits(state.read.get(self._archive, ()) if remembers_positions else ())
        self.kinds = Kinds(state.kinds_off)
        self._kinds_kept = self.kinds.as_kept()
        self.searches = Searches(state.searches.get(self._archive, KeptSearches()))
        self.not_remembered = ""
        """Why the state could not be written, for who runs the app to tell at the end."""

    @property
    def theme(self) -> str:
        """The theme chosen last; "" where none was."""
        return self._state.theme

    @property
    def measure(self) -> int:
        """The width of text chosen last; 0 where none was."""
        return self._state.measure

    @property
    def tab(self) -> str:
        """The tab of the side panel shown last; "" where none was chosen."""
        return self._state.tab

    @property
    def remark(self) -> str:
        """What was found wrong with what is remembered, in words; "" where nothing was."""
        return self._memory.remark

    @property
    def is_kept(self) -> bool:
        """Whether there is nothing new to write."""
        return self._to_remember() == self._memory.base

    @property
    def panel_hidden(self) -> bool:
        """Whether the side panel was hidden last where there is room for it."""
        return self._state.panel_hidden

    def remember(
        self, *, theme: str = "", measure: int | None = None, tab: str = "", panel_hidden: bool | None = None
    ) -> None:
        """Take a choice for the next run; a `measure` of 0 is none."""
        state = self._state
        self._state = msgspec.structs.replace(
            state,
            theme=theme or state.theme,
            measure=state.measure if measure is None else measure,
            tab=tab or state.tab,
            panel_hidden=state.panel_hidden if panel_hidden is None else panel_hidden,
        )

    def remember_archive(self, documents: str) -> None:
        """Take this archive for the last one read; `documents` is for what it is kept, "" where it was named itself."""
        self._state = msgspec.structs.replace(self._state, last_archive=self._archive, last_documents=documents)

    async def keep(self) -> str:
        """Write what is to be remembered, with what other programs have written; return why it cannot be, else ""."""
        return await asyncio.shield(asyncio.ensure_future(self._keep()))  # half of it would take theirs for dropped

    async def _keep(self) -> str:
        async with self._lock:
            mine, kinds = self._to_remember(), self.kinds.as_kept()
            try:
                kept = await asyncio.to_thread(self._memory.keep, mine)
            except OSError as error:
                return self._why_not(error)
            # What came to pass meanwhile is new to what is kept, and will be written next.
            now = merged(mine, self._to_remember(), kept)
            self._state, self._kinds_kept = now, kinds
            self.searches.take(now.searches.get(self._archive, KeptSearches()))
            if self._remembers_positions:
                self.positions.take(now.positions)
                self.past.take(now.read.get(self._archive, ()))
        self.not_remembered = ""
        return ""

    def _why_not(self, error: OSError) -> str:
        self.not_remembered = (
            f"{self._memory.path}: cannot be written ({error.strerror or error}), so this reading is not remembered; "
            "make room on the disk, or let the file be written"
        )
        return self.not_remembered

    def _to_remember(self) -> State:
        state = self._state
        return msgspec.structs.replace(
            state,
            positions=self.positions.as_kept() if self._remembers_positions else state.positions,
            read=state.read | ({self._archive: self.past.as_kept()} if self._remembers_positions else {}),
            kinds_off=members_merged(self._kinds_kept, self.kinds.as_kept(), state.kinds_off),
            searches=state.searches | {self._archive: self.searches.as_kept()},
        )
