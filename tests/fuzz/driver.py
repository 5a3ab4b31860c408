"""Reads input after input in a process that can be killed, and tells of each that is not read as promised.

The promise: whatever a file holds, it becomes articles or a `DocumentError`, within the limits of a document.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import re
import sys
import tempfile
import threading
import time
import traceback
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Final

from docs_store.errors import DocumentError
from docs_store.ledger import Skipped
from docs_store.model import Article
from docs_store.reading.limits import TOO_LARGE, TOO_SLOW, begin_another, limit_this_process
from docs_store.text import clean
from tests.fuzz.damage import damaged
from tests.fuzz.samples import Target

_LIMITS: Final = (TOO_SLOW, TOO_LARGE)

_FORKING: Final = threading.Lock()
"""Held while a process is made: one made for another thread would hold the pipe open when its own has ended."""

MOST_GROWTH: Final = 2**28
"""Bytes by which memory may grow for one input, which are short: a quarter of what a process may have in all."""

_RESET: Final = Path("/proc/self/clear_refs")
_RESET_PEAK: Final = b"5"
_PEAK = re.compile(rb"Vm(HWM|RSS):\s*(\d+) kB")
_STATUS: Final = Path("/proc/self/status")
_QUICK: Final = Path("/dev/shm")
"""Where files cost no disk, if the system has it."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that is not read as promised."""

    number: int
    why: str


@dataclass(slots=True)
class Tally:
    """What came of the inputs of one reader."""

    inputs: int = 0
    articles: int = 0
    refused: int = 0
    slowest: float = 0.0
    slowest_number: int = 0
    growth: int = 0
    """Bytes by which memory grew most for one input; 0 where the system does not tell."""
    growth_number: int = 0
    failures: list[Failure] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Take in what came of other inputs."""
        self.inputs += other.inputs
        self.articles += other.articles
        self.refused += other.refused
        self.failures += other.failures
        if other.slowest > self.slowest:
            self.slowest, self.slowest_number = other.slowest, other.slowest_number
        if other.growth > self.growth:
            self.growth, self.growth_number = other.growth, other.growth_number


def input_of(target: Target, seed: int, number: int, others: Sequence[bytes]) -> tuple[str, bytes]:
    """Return the name and the content of the input `number` of a reader: the same whenever it is asked for."""
    random = Random(f"{seed}/{target.name}/{number}")
    sample = random.choice(target.samples)
    return sample.file, damaged(sample, random, others)


def load(targets: Iterable[Target]) -> None:
    """Read all samples once, so that what readers load is in no input's time and memory."""
    with tempfile.TemporaryDirectory() as folder:
        for target in targets:
            for sample in target.samples:
                path = Path(folder) / sample.file
                path.write_bytes(sample.pack(sample.parts))
                read_one(target, path, 0)


def fuzz(target: Target, seed: int, numbers: range, others: Sequence[bytes]) -> Tally:
    """Read the inputs of these numbers; where the process that reads is killed by one, another goes on behind it."""
    tally = Tally()
    fork = multiprocessing.get_context("fork")
    while numbers:
        with _FORKING:
            receiving, sending = fork.Pipe(duplex=False)
            process = fork.Process(target=_work, args=(target, seed, numbers, others, sending))
            process.start()
            sending.close()
        done = 0
        for one in _received(receiving):
            tally.add(one)
            done += one.inputs
        process.join()
        if done < len(numbers):
            why = f"the process that read it ended: {process.exitcode}"
            tally.add(Tally(1, failures=[Failure(numbers[done], why)]))
            done += 1
        numbers = numbers[done:]
    return tally


def _received(connection: Connection) -> Iterator[Tally]:
    try:
        while True:
            yield connection.recv()
    except EOFError:
        return


def _work(target: Target, seed: int, numbers: range, others: Sequence[bytes], sending: Connection) -> None:
    """Read, in the process made for it, and send what comes of each input."""
    leaked: list[str] = []
    warnings.simplefilter("error")
    sys.unraisablehook = lambda told: leaked.append(repr(told.exc_value))
    logging.lastResort = _Screen(leaked)
    limit_this_process()
    with tempfile.TemporaryDirectory(dir=_QUICK if _QUICK.is_dir() else None) as folder:
        for number in numbers:
            begin_another()
            name, content = input_of(target, seed, number, others)
            path = Path(folder) / name
            path.write_bytes(content)
            before = _memory(begins=True)
            tally = read_one(target, path, number)
            tally.growth, tally.growth_number = max(0, _memory() - before), number
            if tally.growth > MOST_GROWTH:
                tally.failures.append(Failure(number, f"memory grew by {tally.growth >> 20} MiB"))
            path.unlink()
            gc.collect(0)
            tally.failures += [Failure(number, f"told on the screen: {text}") for text in leaked]
            leaked.clear()
            sending.send(tally)


def _memory(*, begins: bool = False) -> int:
    """Return the bytes of memory the process has; at the end of an input, the most it had since that began."""
    if not _RESET.exists():  # no Linux
        return 0
    if begins:
        _RESET.write_bytes(_RESET_PEAK)
    told = dict(_PEAK.findall(_STATUS.read_bytes()))
    return int(told[b"RSS" if begins else b"HWM"]) << 10


class _Screen(logging.Handler):
    """Takes what libraries log, which else lands on a screen that is no place for it."""

    def __init__(self, told: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._told = told

    def emit(self, record: logging.LogRecord) -> None:
        self._told.append(f"{record.name}: {record.getMessage()}")


def read_one(target: Target, path: Path, number: int) -> Tally:
    """Read one file; return what came of it."""
    tally = Tally(1, slowest_number=number)
    skipped: list[Skipped] = []
    begun = time.process_time()
    try:
        for article in target.read(path, skipped.append):
            tally.articles += 1
            _check(article)
    except DocumentError as error:
        tally.refused = 1
        skipped.append(Skipped(error.path, error.reason))
    except Exception:  # noqa: BLE001 - what is looked for
        tally.failures.append(Failure(number, traceback.format_exc(limit=-6)))
    tally.slowest = time.process_time() - begun
    tally.failures += [Failure(number, f"{each.path}: {each.reason}") for each in skipped if each.reason in _LIMITS]
    return tally


def _check(article: Article) -> None:
    texts = (article.title, *(block.text for block in article.blocks), *(image.caption for image in article.images))
    if not article.title.strip() or any(clean(text) != text for text in texts):
        raise AssertionError(f"an article with text that is not clean, or without a title: {article.title!r}")
