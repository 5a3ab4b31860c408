"""The names of an archive are united with the other spellings of their entity about as well as was measured."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.same_name import judged, scores

PRECISION, RECALL = 0.95, 0.85


def test_pairs_of_names() -> None:
    found = list(judged())
    assert len(found) >= 300
    counted = scores(found)
    assert counted.precision >= PRECISION
    assert counted.recall >= RECALL


def test_what_is_counted(tmp_path: Path) -> None:
    lines = ("## own: person", "= Odile Varga | O. Varga", "= Odile Varga | Odile Tarrow", "≠ Lena Tarrow | Lena Tarow")
    (tmp_path / "pairs.txt").write_text("\n".join(lines), "utf-8")
    counted = scores(list(judged(tmp_path / "pairs.txt")))
    # A slip of a letter is forgiven, here wrongly.
    assert (counted.right, counted.wrong, counted.missed) == (1, 1, 1)
    assert (counted.precision, counted.recall) == (0.5, 0.5)
