"""Answers that come late."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from docs_store import SearchPage
from tui.library import Headlines, Library


class LateAnswers:
    """Lets what answers a query wait: for the `gate`, once it has been `asked`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, only_texts: bool) -> None:
        """Wait before headlines are found, or, where it is `only_texts`, when all has been found."""
        self.asked, self.gate = asyncio.Event(), asyncio.Event()
        real = Library.answer

        def answer(
            library: Library, text: str, hits: int, texts: Callable[[SearchPage], int]
        ) -> tuple[asyncio.Future[Headlines], Coroutine[Any, Any, SearchPage]]:
            headlines, to_come = real(library, text, hits, texts)
            return headlines, self._late(to_come, only_texts=only_texts)

        monkeypatch.setattr(Library, "answer", answer)

    async def _late(self, to_come: Coroutine[Any, Any, SearchPage], *, only_texts: bool) -> SearchPage:
        page = await to_come if only_texts else None
        self.asked.set()
        try:
            await self.gate.wait()
            return await to_come if page is None else page
        finally:
            to_come.close()  # of what was given up for another key nothing is awaited any more
