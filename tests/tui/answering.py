"""Answers that come late."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

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
        ) -> tuple[asyncio.Future[Headlines], Callable[[], Awaitable[SearchPage]]]:
            headlines, ask_texts = real(library, text, hits, texts)
            return headlines, partial(self._late, ask_texts, only_texts=only_texts)

        monkeypatch.setattr(Library, "answer", answer)

    async def _late(self, ask_texts: Callable[[], Awaitable[SearchPage]], *, only_texts: bool) -> SearchPage:
        page = await ask_texts() if only_texts else None
        self.asked.set()
        await self.gate.wait()
        return page or await ask_texts()
