"""Files to add, and what came of it."""

from __future__ import annotations

import json
import os
from functools import partial
from pathlib import Path

from docs_store import IngestReport, Store
from docs_store import ingest as ingest_and_annotate

ingest = partial(ingest_and_annotate, annotate=False)  # entities have tests of their own


def write(path: Path, text: str | bytes) -> None:
    """Write, with a time that no earlier version had."""
    before = path.stat().st_mtime_ns if path.exists() else 10**18
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    os.utime(path, ns=(before + 10**9, before + 10**9))


def write_records(path: Path, records: list[dict[str, str]]) -> None:
    write(path, "".join(json.dumps(record) + "\n" for record in records))


def counts(report: IngestReport) -> tuple[int, int, int, int]:
    return report.added, report.changed, report.unchanged, report.removed


def titles(store: Store) -> set[str]:
    return {summary.title for summary in store.iter_summaries()}
