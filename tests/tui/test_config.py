"""Configuration and state."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from tui.config import Config, ConfigError, as_toml, load_config
from tui.state import ReadingPositions, State, load_state, save_state
from tui.typeset import Position


def written(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, "utf-8")
    return path


def test_without_a_file_every_setting_has_its_default(tmp_path: Path) -> None:
    assert load_config(tmp_path / "none.toml", {}) == Config()


def test_environment_over_file_over_default(tmp_path: Path) -> None:
    path = written(tmp_path, 'theme = "sepia"\nmeasure = 60\n')
    assert load_config(path, {}) == Config(theme="sepia", measure=60)
    assert load_config(path, {"BROADSHEET_THEME": "mono", "BROADSHEET_MEASURE": "80"}) == Config("mono", 80)
    assert load_config(path, {"BROADSHEET_PICTURES": "blocks"}).pictures == "blocks"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('\ntheem = "ink"\n', ":2: unknown setting 'theem'; did you mean 'theme'?"),
        ("measure = 12\n", ":1: measure must be 40 to 120"),
        ('measure = "72"\n', ":1: measure must be a whole number"),
        ("# a\n\nmeasure = true\n", ":3: measure must be a whole number"),
        ("[theme]\nx = 1\n", ":1: theme must be a string"),
        ("theme = \n", "not valid TOML"),
        ('measure = 80\npictures = "sharp"\n', ":2: pictures must be one of auto, kitty, "),
    ],
)
def test_a_fault_names_file_line_and_remedy(tmp_path: Path, text: str, told: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load_config(path, {})
    assert str(caught.value).startswith(str(path))
    assert told in str(caught.value)


def test_a_fault_in_the_environment_names_the_variable(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="BROADSHEET_PICTURES: pictures must be one of"):
        load_config(tmp_path / "none", {"BROADSHEET_PICTURES": "sharp"})
    for text in ("wide", "7²"):
        with pytest.raises(ConfigError, match="BROADSHEET_MEASURE"):
            load_config(tmp_path / "none", {"BROADSHEET_MEASURE": text})


_LEGIBLE = st.characters(exclude_categories=["Cs"])  # a surrogate is in no file


@given(st.builds(Config, theme=st.text(_LEGIBLE), measure=st.sampled_from([0, 40, 120]), archive=st.text(_LEGIBLE)))
def test_what_is_shown_can_be_read_back(config: Config) -> None:
    assert Config(**tomli.loads(as_toml(config))) == config


def test_state_survives_a_run_and_a_damaged_file_is_no_state(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "state.json"
    state = State(last_archive="/a", theme="sepia", positions={"x": (3, 4)})
    save_state(path, state)
    assert load_state(path) == state
    path.write_text("{", "utf-8")
    assert load_state(path) == State()
    assert load_state(tmp_path / "none") == State()


def test_positions_keep_the_latest_and_forget_beginnings() -> None:
    positions = ReadingPositions({"a": (2, 1)})
    positions.put("b", Position(4, 0))
    positions.put("a", Position(0, 0))
    assert positions.as_kept() == {"b": (4, 0)}
    for number in range(1_500):
        positions.put(str(number), Position(1, number))
    assert len(positions.as_kept()) == 1_000
    assert positions.get("1499") == Position(1, 1499)
    assert positions.get("b") == Position(0, 0)
