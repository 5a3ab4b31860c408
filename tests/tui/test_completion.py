"""What shells complete, asked of the shells that are installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tui.__main__ import VERBS, main

ASKED = [
    ("broadsheet sea", {"search"}),
    ("broadsheet add --pr", {"--prune", "--prune-all"}),
    ("broadsheet demo --theme s", {"sepia"}),
    ("broadsheet annotate --recogniser s", {"spacy"}),
    ("broadsheet import po", {"pocket"}),
    ("broadsheet config ch", {"check"}),
    ("broadsheet --th", {"--theme"}),
    ("broadsheet --theme s", {"sepia"}),
    ("broadsheet search --archive sh", set()),
    ("broadsheet import pocket po", set()),
]
"""A line that is being typed, and what completes its last word, names of files aside."""


def script(shell: str, capsys: pytest.CaptureFixture[str], folder: Path) -> Path:
    assert main(["completion", shell]) == 0
    file = folder / f"completion.{shell}"
    file.write_text(capsys.readouterr().out, "utf-8")
    return file


def run(folder: Path, *argv: str) -> list[str]:
    return subprocess.run(argv, check=True, capture_output=True, text=True, cwd=folder).stdout.splitlines()


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
@pytest.mark.parametrize(("line", "completed"), ASKED)
def test_bash(capsys: pytest.CaptureFixture[str], tmp_path: Path, line: str, completed: set[str]) -> None:
    words = line.split(" ")
    file = script("bash", capsys, tmp_path)
    typed = f"COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _broadsheet"
    asks = f"source '{file}'; {typed}; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    assert set(filter(None, run(tmp_path, "bash", "--norc", "-c", asks))) == completed


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed")
@pytest.mark.parametrize(("line", "completed"), ASKED[:8])
def test_fish(capsys: pytest.CaptureFixture[str], tmp_path: Path, line: str, completed: set[str]) -> None:
    file = script("fish", capsys, tmp_path)
    told = run(tmp_path, "fish", "--no-config", "-c", f"source '{file}'; complete -C '{line}'")
    assert {each.split("\t")[0] for each in told} == completed


@pytest.mark.skipif(not shutil.which("zsh"), reason="zsh is not installed")
def test_zsh_takes_the_script(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = script("zsh", capsys, tmp_path)
    run(tmp_path, "zsh", "-f", "-n", str(file))
    assert (
        "broadsheet"
        in run(
            tmp_path, "zsh", "-f", "-c", f"autoload -Uz compinit; compinit -D; . '{file}'; print $_comps[broadsheet]"
        )[0]
    )


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_verb_is_there(capsys: pytest.CaptureFixture[str], tmp_path: Path, shell: str) -> None:
    text = script(shell, capsys, tmp_path).read_text("utf-8")
    assert all(verb in text for verb in VERBS)
