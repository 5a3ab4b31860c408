"""`broadsheet stats`."""

from __future__ import annotations

import argparse

from tui.cli.archives import open_archive
from tui.cli.arguments import answer_arguments
from tui.cli.exits import DONE
from tui.cli.output import write_json, write_lines


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    answer_arguments(parser, limit=False)


def run(options: argparse.Namespace) -> int:
    """Print what the archive holds."""
    with open_archive(options.archive) as store:
        stats = store.stats()
        findings = store.check(thorough=False)
    if options.json:
        write_json(stats)
        return DONE
    span = f"{stats.earliest} to {stats.latest}" if stats.earliest else "none known"
    return write_lines(
        [
            f"articles  {stats.articles:,}",
            f"files     {stats.files:,}",
            f"pictures  {stats.images:,}",
            f"entities  {stats.entities:,} ({stats.mentions:,} mentions)",
            f"dates     {span}",
            *(f"source    {number:,}  {name or '(not named)'}" for name, number in stats.sources),
            *(f"problem   {finding.problem}; {finding.remedy}" for finding in findings if finding.is_fault),
        ]
    )
