"""The app and its archive: opening it, adding to it, and taking in what is stored there meanwhile."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from textual import work

from docs_store import StoreError, StoreNotFound, StoreVersion
from tui.display import DisplayApp
from tui.keeping import Keeper
from tui.library import Library, Opened
from tui.progress import Pace, outcome, told

if TYPE_CHECKING:
    from concurrent.futures import Future

    from tui.update import Update
    from tui.update_process import Progress

_PATIENCE: Final = 0.1
"""Seconds the first frame waits for the archive: it opens in a few hundredths where the disk is near."""

_REFRESH: Final = 2.0
"""Seconds between two looks for what other processes have stored. Looking costs microseconds and writes nothing."""


class Source(Struct, frozen=True):
    """What to read: an archive, and the documents it is kept up to date with, if any."""

    archive: Path
    documents: tuple[Path, ...] = ()
    name: str = ""

    @property
    def is_document(self) -> bool:
        """True where a single document was named."""
        return len(self.documents) == 1 and self.documents[0].is_file()


class ArchiveApp(DisplayApp):
    """An app on one archive. What becomes of it the reading screen shows and says."""

    def __init__(self, source: Source, keeper: Keeper, pictures: str, opening: Future[Opened] | None) -> None:
        """Prepare to read `source`; `opening` is its archive where that is being opened already."""
        super().__init__(pictures)
        self.keeper = keeper
        self.library: Library | None = None
        self._opening = opening or Library.opening(source.archive)
        self._source = source
        self._update: Update | None = None
        self._pace = Pace()
        self._opens_batch = False
        self._adding = ""
        self.last_added: tuple[str, ...] = ()
        """The report on what was added last, in lines."""
        self.progress_words = ""

    @property
    def archive(self) -> Path:
        """The folder of the archive."""
        return self._source.archive

    @property
    def archive_name(self) -> str:
        """What a reader calls it: the documents it is kept for, where they were named, else its folder."""
        return self._source.name or str(self.archive)

    @property
    def opens_article(self) -> bool:
        """True where what was named is one document: it is what one wants to see."""
        return self._source.is_document

    # ------------------------------------------------------------------ opening

    def open_archive(self) -> None:
        """Show the archive at once where it is soon open, else behind the first frame."""
        with suppress(TimeoutError):  # the list is then in the first frame
            if self._opening.exception(_PATIENCE) is None:
                self._show(self._opening.result())
        self._open()

    @work(group="archive", exclusive=True)
    async def _open(self) -> None:
        source, is_outdated = self._source, False
        try:
            if self.library is None:
                self._show(await asyncio.wrap_future(self._opening))
        except StoreNotFound as error:
            if not source.documents:
                self.reading.fail("There is no archive here.", str(error))
                return
            self.reading.await_first(source.name)
        except StoreVersion as error:  # opened for writing it is brought to this version, where that can be done
            self.reading.fail("The archive is of another version.", str(error))
            is_outdated = True
        except StoreError as error:
            self.reading.fail("The archive cannot be opened.", str(error))
            return
        if (source.documents or is_outdated) and self._update is None:
            self._bring_up_to_date()
        self.set_interval(_REFRESH, self._look_now_and_then)

    def _show(self, opened: Opened) -> None:
        self.library = opened.library
        self.remember_archive()
        self.reading.start(opened)

    async def _look_now_and_then(self) -> None:
        if not self.reading.is_correcting:  # that looks itself, and tells what is ours from what others stored
            await self.look()

    async def look(self) -> None:
        """Take in what was stored, and what was corrected, since."""
        if self.library is None:
            return
        try:
            changed = await self.library.refresh()
        except StoreError as error:  # among others of corrections, once: what held before holds until these are right
            self.reading.say(str(error), role="warning")
            return
        if changed:
            self.reading.articles_arrived()

    def remember_archive(self) -> None:
        """Take what was named for what is opened where nothing is."""
        self.keeper.remember_archive("".join(map(str, self._source.documents[:1])))

    async def close_archive(self) -> None:
        """Release the archive; what is being added ends with whole articles."""
        if self._update is not None:
            await self._update.close()
        if self.library is not None:
            await self.library.close()

    # ------------------------------------------------------------------ adding

    def mend(self) -> None:
        """Open the archive for writing, once: what is missing of its index is built anew."""
        if self._update is None:
            self._say_progress("building the search index anew …")
            self._bring_up_to_date()

    @property
    def adding(self) -> str:
        """What is being added, by name; "" where nothing is."""
        return self._adding

    def add(self, path: Path) -> None:
        """Add a folder or a file to the archive."""
        self._say_progress("adding …")
        self._bring_up_to_date((path,), path.name or str(path))

    def stop_adding(self) -> None:
        """Stop what is being added; what was read is stored before."""
        if self._update is not None:
            self._update.stop()

    @work(group="update", exclusive=True)
    async def _bring_up_to_date(self, paths: tuple[Path, ...] | None = None, name: str = "") -> None:
        from tui.update import Update

        source = self._source
        self._pace, self._adding = Pace(), name or source.name or "the archive"
        self._update = Update(source.archive, source.documents if paths is None else paths, self._progress)
        try:
            done = await self._update.run()
        except StoreError as error:
            self._say_progress("")
            if self.library is None:
                what = "documents cannot be read" if source.documents else "archive cannot be opened"
                self.reading.fail(f"The {what}.", str(error))
            else:
                await self.look()  # what was stored before stays
                self.reading.say(str(error), role="warning")
            return
        finally:
            self._adding = ""
        await self._after_update()
        self._say_progress("")
        if done is None:
            self._say_outcome("stopped; what was read stays, and adding it again goes on from there")
            return
        if paths is not None or done.skipped:
            self.last_added = told(name or source.name, done)
        nothing = paths is not None and not (done.files_read or done.files_unchanged or done.skipped)
        self._say_outcome(f"no files in {name}" if nothing else outcome(done))

    def _say_outcome(self, words: str) -> None:
        self.reading.say(" · ".join(filter(None, (words, self.reading.older_words))))

    async def _after_update(self) -> None:
        if self.library is None:
            try:
                self._show(await self._reopened())
            except StoreError as error:
                self.reading.fail("The archive cannot be opened.", str(error))
        else:
            await self.look()

    def _progress(self, progress: Progress) -> None:
        if words := self._pace.words(progress, time.monotonic()):
            self._say_progress(words)
        if self.library is None and not self._opens_batch:
            self._opens_batch = True
            self._open_first_batch()

    @work(group="batch")
    async def _open_first_batch(self) -> None:
        """Begin to show a new archive while the rest is still being read."""
        try:
            opened = await self._reopened()
        except StoreError:
            return  # not there yet: the next batch asks again, and the end of the update reports
        finally:
            self._opens_batch = False
        if opened.articles == 0 or self.library is not None:
            await opened.library.close()
            return
        self._show(opened)

    async def _reopened(self) -> Opened:
        return await asyncio.wrap_future(Library.opening(self._source.archive))

    def _say_progress(self, words: str) -> None:
        self.progress_words = words
        self.reading.say_progress()
