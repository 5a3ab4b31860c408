"""A small archive of invented articles, and the app on it."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from docs_store import (
    Article,
    Block,
    BlockKind,
    EntityKind,
    EntityMention,
    Image,
    Link,
    LinkKind,
    open_store,
)
from tests.tui.waiting import idle
from themes import Themes
from tui.app import BroadsheetApp
from tui.archive import Source
from tui.config import Config
from tui.library import Opened
from tui.remembering import Memory
from tui.state import State

AppMaker = Callable[..., BroadsheetApp]


def paragraph(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text)


def mentions_of(blocks: tuple[Block, ...], *names: tuple[str, EntityKind]) -> tuple[EntityMention, ...]:
    found = [
        EntityMention(at, at + len(name), kind, name, index)
        for index, block in enumerate(blocks)
        for name, kind in names
        if (at := block.text.find(name)) >= 0
    ]
    return tuple(sorted(found, key=lambda mention: (mention.block, mention.start)))


def invented() -> list[Article]:
    """Return three stories that share people, and fill that shares none."""
    inquiry = (
        Block(BlockKind.STANDFIRST, "Two warnings went unanswered, the first hearing was told."),
        paragraph("Ada Quill asked why the Harbour Board had kept the letters from the council of Port Sela."),
        Block(BlockKind.CAPTION, "Ada Quill outside the town hall of Port Sela.", 0),
        Block(BlockKind.HEADING, "The letters"),
        paragraph("The first letter named the rusted bolts. Ada Quill read it aloud, bolt by bolt."),
        paragraph("[Video] The bridge closed an hour later."),
        Block(BlockKind.HEADING, "What comes next"),
        *(paragraph(f"Witness {number} will be heard about the bolts and the tide tables.") for number in range(1, 30)),
    )
    people = (
        ("Ada Quill", EntityKind.PERSON),
        ("Harbour Board", EntityKind.ORGANISATION),
        ("Port Sela", EntityKind.PLACE),
    )
    volcano = (
        paragraph("The observatory on Mount Ferro measured a third swarm of tremors."),
        paragraph("Ada Quill said the harbour of Port Sela was safe."),
    )
    first = [
        Article(
            "a" * 16, "inquiry", "Harbour bridge inquiry opens", inquiry, ("Ben Hark",),
            dt.datetime(2024, 3, 9, 8, tzinfo=dt.UTC), source="The Meridian Post", url="https://meridian.example/inquiry",
            images=(Image("Ada Quill outside the town hall of Port Sela.", "I. Brandt/Nordlicht"),),
            mentions=mentions_of(inquiry, *people),
            links=(Link("Tremors under Mount Ferro", "", LinkKind.RELATED), Link("Lost link", "", LinkKind.RELATED)),
        ),
        Article(
            "b" * 16, "volcano", "Tremors under Mount Ferro", volcano, (), dt.datetime(2024, 3, 7, tzinfo=dt.UTC),
            source="Sela Courier", mentions=mentions_of(volcano, *people, ("Mount Ferro", EntityKind.PLACE)),
        ),
        Article(
            "c" * 16, "japanese", "港の橋の調査はじまる", (paragraph("港の橋の調査が月曜日にはじまった。"),),
            inferred=dt.date(2024, 3, 5), language="ja",
        ),
    ]  # fmt: skip
    fill = [
        Article(
            f"{number:016x}", f"fill{number}", f"Market report number {number}",
            (paragraph(f"Grain and copper rose on day {number}."),),
            published=dt.datetime(2023, 1, 1 + number, tzinfo=dt.UTC),
        )
        for number in range(20)
    ]  # fmt: skip
    return [*first, *fill]


@pytest.fixture(scope="session", autouse=True)
def _soon_idle() -> Iterator[None]:
    """Let a pilot wait as long as there is something to do."""
    with pytest.MonkeyPatch.context() as patch:
        for place in ("textual.app", "textual.pilot"):
            patch.setattr(f"{place}.wait_for_idle", idle)
        yield


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the invented articles; read only."""
    place = tmp_path_factory.mktemp("archive") / "invented"
    with open_store(place, create=True) as store:
        store.put_many(invented())
    return place


@pytest.fixture
def own(archive: Path, tmp_path: Path) -> Source:
    """A copy of that archive which a test may change."""
    shutil.copytree(archive, tmp_path / "own")
    return Source(tmp_path / "own", name="own")


@pytest.fixture
def make_app(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppMaker:
    """Return a maker of apps on that archive, or on another source."""
    monkeypatch.delenv("TMUX", raising=False)  # nothing is copied into the buffers of whoever runs the tests

    def make(
        source: Source | None = None,
        config: Config | None = None,
        state: State | None = None,
        opening: Future[Opened] | None = None,
    ) -> BroadsheetApp:
        return BroadsheetApp(
            source or Source(archive, name="invented"),
            config or Config(),
            Memory(tmp_path / "state.json", state or State()),
            Themes(),
            opening=opening,
        )

    return make
