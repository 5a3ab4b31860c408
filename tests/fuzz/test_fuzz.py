"""A short run of the fuzz driver over every reader; and that it sees what it is there to see."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from docs_store.errors import DocumentError
from docs_store.ledger import Skipped
from docs_store.model import Article
from docs_store.reading import limits
from docs_store.reading.limits import TOO_SLOW
from tests.fuzz import driver
from tests.fuzz.__main__ import main, shares
from tests.fuzz.driver import fuzz, input_of
from tests.fuzz.samples import Read, Target, all_parts, targets

TARGETS = targets()
OTHERS = all_parts(TARGETS.values())
REFUSED = ("beside", "references", "unread")
"""Readers that refuse whatever they recognise."""


@pytest.mark.parametrize("name", TARGETS)
def test_a_short_run(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--inputs", "12"]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("name", [name for name in TARGETS if name not in REFUSED])
def test_the_reader_reads_its_samples(name: str, tmp_path: Path) -> None:
    found = []
    for sample in TARGETS[name].samples:
        path = tmp_path / sample.file
        path.write_bytes(sample.pack(sample.parts))
        found += list(TARGETS[name].read(path, lambda _: None))
    assert len(found) >= len(TARGETS[name].samples)


def test_an_input_is_the_same_at_every_run() -> None:
    made = [input_of(TARGETS["html"], 7, number, OTHERS) for number in range(20)]
    assert made == [input_of(TARGETS["html"], 7, number, OTHERS) for number in range(20)]
    assert len(set(made)) == 20


def test_all_inputs_are_spread_over_all_readers() -> None:
    counts = shares(TARGETS, 54_321)
    assert sum(counts.values()) == 54_321
    assert max(counts.values()) > 10 * min(counts.values()) > 1000
    assert set(shares(TARGETS, 1).values()) == {1}


def _read_all(_: Path, __: Callable[[Skipped], None]) -> Iterator[Article]:
    return iter(())


def _refuse(path: Path, _: Callable[[Skipped], None]) -> Iterator[Article]:
    raise DocumentError(str(path), "bad")


def _stumble(_: Path, __: Callable[[Skipped], None]) -> Iterator[Article]:
    raise KeyError("stumbled")


def _hang(_: Path, __: Callable[[Skipped], None]) -> Iterator[Article]:
    while True:
        pass


def _die(_: Path, __: Callable[[Skipped], None]) -> Iterator[Article]:
    os._exit(9)


def _swell(_: Path, __: Callable[[Skipped], None]) -> Iterator[Article]:
    bytearray(b" ") * 2**27  # more than malloc ever serves from what other tests have freed
    return iter(())


@pytest.mark.skipif(sys.platform != "linux", reason="the system does not tell")
def test_memory_that_grows_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver, "MOST_GROWTH", 2**24)
    tally = fuzz(replace(TARGETS["text"], read=_swell), 0, range(2), OTHERS)
    assert [failure.why.partition(" by ")[0] for failure in tally.failures] == ["memory grew"] * 2
    assert 2**26 < tally.growth < 2**28


@pytest.mark.parametrize(
    ("read", "why"),
    [(_read_all, ""), (_refuse, ""), (_stumble, "KeyError: 'stumbled'"), (_hang, TOO_SLOW), (_die, "ended: 9")],
)
def test_what_fails_is_told_by_its_number(read: Read, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 0.1)
    target: Target = replace(TARGETS["text"], read=read)
    tally = fuzz(target, 0, range(5, 7), OTHERS)
    assert tally.inputs == 2
    assert [failure.number for failure in tally.failures] == ([5, 6] if why else [])
    assert all(why in failure.why for failure in tally.failures)
