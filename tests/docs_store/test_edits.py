"""Loading in two threads at once, as the app does while its archive is being opened."""

from __future__ import annotations

import subprocess
import sys

import pytest

BOTH = "both are loaded"

TOGETHER = """
import sys, threading
from importlib.machinery import PathFinder

first, second = sys.argv[1:]
failed = []

def load(module):
    try:
        __import__(module)
    except BaseException as error:
        failed.append(f"{module}: {error!r}")

class Meanwhile:
    def find_spec(self, name, path=None, target=None):
        if name != "rapidfuzz":
            return None
        spec = PathFinder.find_spec(name, path, target)
        execute = spec.loader.exec_module

        def executed(module):  # the first thread has the package by now, and none of its parts
            other.start()
            other.join(0.5)
            execute(module)

        spec.loader.exec_module = executed
        return spec

other = threading.Thread(target=load, args=(second,))
sys.meta_path.insert(0, Meanwhile())
load(first)
other.join()
print("; ".join(failed) or "both are loaded")
"""


def together(first: str, second: str) -> str:
    run = subprocess.run([sys.executable, "-c", TOGETHER, first, second], capture_output=True, text=True, check=True)
    return run.stdout.strip()


def test_a_part_of_a_package_and_the_package_cannot_be_loaded_at_once() -> None:
    """Should this fail, Python is mended (3.12 is not), and `docs_store.edits` may go."""
    if sys.version_info < (3, 12):
        assert together("rapidfuzz", "rapidfuzz.distance") != BOTH


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("docs_store.query.parsing", "docs_store.query.passages"),
        ("docs_store.query.passages", "docs_store.query.parsing"),
        ("docs_store.query.matching", "docs_store.local.vocabulary"),
        ("docs_store.local.vocabulary", "docs_store.local.asking"),
    ],
)
def test_what_looks_for_misspelt_words_is_loaded_by_two_threads_at_once(first: str, second: str) -> None:
    assert together(first, second) == BOTH
