"""README, help and changelog agree with the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs_store import check_query
from docs_store.query.model import FIELD_NAMES, FLAGS
from docs_store.reading.formats import FORMATS
from tests.tui.documents import import_table, key_table, query_table, setting_table, theme_table, verb_table
from tui.command import READING, Scope
from tui.commands.every import COMMANDS
from tui.query_help import QUERY_HELP
from tui.screens.help import help_rows

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "table",
    [key_table, query_table, verb_table, import_table, setting_table, theme_table],
    ids=lambda table: table.__name__,
)
def test_readme_holds_every(table) -> None:  # type: ignore[no-untyped-def]
    readme = (ROOT / "README.md").read_text("utf-8")
    missing = [line for line in table().splitlines() if line not in readme]
    assert not missing, "python -m tests.tui.documents prints the tables"


def test_readme_names_every_format_that_is_read() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert not [each.name for each in FORMATS if each.name and f"| {each.name} |" not in readme]


def test_every_command_is_in_the_help_once() -> None:
    told = [words for _, rows in help_rows() for _, words in rows]
    assert sorted(told) == sorted(command.help for command in COMMANDS)


def test_every_field_and_flag_of_a_query_is_told() -> None:
    told = " ".join(f"{example} {words}" for example, words in QUERY_HELP)
    for name in FIELD_NAMES:
        assert f"{name}:" in told, name
    for field, flags in FLAGS.items():
        assert all(f"{field}:{flag}" in told for flag in flags), field


def test_every_example_of_a_query_can_be_asked() -> None:
    for example, _ in QUERY_HELP:
        assert check_query(example).clauses


def test_no_key_means_two_things_in_one_place() -> None:
    for scope in Scope:
        keys = [key for command in COMMANDS if scope in command.scopes for key in command.keys]
        assert len(keys) == len(set(keys)), scope


def test_no_key_needs_what_plain_terminals_cannot_send() -> None:
    for command in COMMANDS:
        assert any(not key.startswith(("ctrl+shift+", "super+")) and key != "ctrl+enter" for key in command.keys), (
            command
        )


def test_no_letter_is_a_command_where_one_types() -> None:
    for command in COMMANDS:
        if command.scopes & {Scope.BOX, Scope.FIND}:
            plain = [key for key in command.keys if len(key) == 1]
            assert not plain, command


def test_reading_commands_work_in_every_pane() -> None:
    assert frozenset({Scope.LIST, Scope.ARTICLE, Scope.PANEL, Scope.TIMELINE}) == READING


def test_the_changelog_names_the_version() -> None:
    from importlib.metadata import version

    assert f"## {version('broadsheet')}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_every_picture_of_the_readme_is_there_and_fetches_nothing() -> None:
    pictures = re.findall(r"!\[[^]]*\]\(([^)]+)\)", (ROOT / "README.md").read_text("utf-8"))
    assert pictures
    for picture in pictures:
        text = (ROOT / picture).read_text("utf-8")
        assert len(text) < 200_000
        assert "url(" not in text.replace("url(#", "")
