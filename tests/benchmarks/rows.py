"""One line of the table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """What was measured: ours, the peer's, and how many times the peer's ours is. `peer` is 0 where there is none."""

    what: str
    articles: int
    ours: float
    peer: float
    unit: str
    against: str

    @property
    def ratio(self) -> float:
        """Ours by the peer's."""
        return self.ours / self.peer if self.peer else float("nan")

    def __str__(self) -> str:
        peer = f"{self.peer:,.1f}" if self.peer else "–"
        ratio = f"{self.ratio:.2f} x" if self.peer else ""
        return f"| {self.what} | {self.articles:,} | {self.ours:,.1f} {self.unit} | {peer} | {ratio} | {self.against} |"


HEAD = "| what | articles | ours | peer | ratio | peer is |\n|---|---:|---:|---:|---:|---|"
