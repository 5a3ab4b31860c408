"""Names in scripts of their own are found about as well as was measured, in texts that were made for it."""

from __future__ import annotations

import pytest

from tests.benchmarks.abroad import LANGUAGES, found, texts

PRECISION, RECALL = 0.85, 0.40


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_in_scripts_of_their_own(language: str) -> None:
    assert len(list(texts(language))) >= 10
    counted = found(language)
    assert counted.precision >= PRECISION
    assert counted.recall >= RECALL
