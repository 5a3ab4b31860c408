"""What stands before a Markdown text, between `---` (YAML) or `+++` (TOML), told from the text and read as a record."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Final

from docs_store.reading.fields import Record

_LONGEST: Final = 64 * 2**10
"""Code points: no more is read, so that what is hostile in it costs little."""
_MOST_DEEP: Final = 8

_OPENING = re.compile(r"(---|\+\+\+)[ \t]*\r?\n")
_YAML_LINE = re.compile(r"(?m)^[\"']?[^\W\d][\w .-]{0,60}[\"']?[ \t]*:(?:[ \t]|\r?$)")
_TOML_LINE = re.compile(r"(?m)^[\"']?[\w-]{1,60}[\"']?[ \t]*=")
_PAIR = re.compile(r"(?m)^([^\W\d][\w -]{0,60}):[ \t]+([^\s\"'\[{|>].*)$")


def split_front_matter(text: str) -> tuple[str, str]:
    """Return the front matter with its opening mark, and the text after it; "" and the whole where there is none."""
    text = text.lstrip("\ufeff")
    opening = _OPENING.match(text)
    if opening is None:
        return "", text
    end = re.compile(rf"(?m)^(?:{re.escape(opening[1])}|\.\.\.)[ \t]*\r?$").search(text, opening.end(), _LONGEST)
    line = _YAML_LINE if opening[1] == "---" else _TOML_LINE
    if end is None or not line.search(text, opening.end(), end.start()):
        return "", text
    return text[: end.start()], text[end.end() :]


def read_front_matter(text: str) -> Record:
    """Return the fields of front matter with its opening mark: strings, lists and records, nothing else.

    What people write and YAML does not bear ("title: Osk: a town") is read as it is meant.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return {}
    text = text[opening.end() :]
    fields = _toml(text) if opening[1] == "+++" else _yaml(text)
    if fields is None and opening[1] == "---":
        fields = _yaml(_PAIR.sub(lambda pair: f"{pair[1]}: {json.dumps(pair[2], ensure_ascii=False)}", text))
    return fields if fields is not None else dict(_PAIR.findall(text))


def _yaml(text: str) -> Record | None:
    import yaml

    class Loader(yaml.BaseLoader):
        """Makes no objects, not even dates and numbers (`title: 1984`), and no aliases, which bombs are made of."""

        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            if self.check_event(yaml.AliasEvent):
                raise yaml.YAMLError("an alias")
            return super().compose_node(parent, index)

    try:
        value = yaml.load(text, Loader)  # noqa: S506 - its base makes strings, lists and dicts alone
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return {str(name): held for name, held in value.items()} if isinstance(value, dict) else None


def _toml(text: str) -> Record | None:
    import tomli

    try:
        return {name: _worded(value, 0) for name, value in tomli.loads(text.replace("\r\n", "\n")).items()}
    except (tomli.TOMLDecodeError, RecursionError, ValueError):
        return None


def _worded(value: object, depth: int) -> object:
    """Return a value of TOML with its dates written out."""
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, list) and depth < _MOST_DEEP:
        return [_worded(item, depth + 1) for item in value]
    if isinstance(value, dict) and depth < _MOST_DEEP:
        return {name: _worded(held, depth + 1) for name, held in value.items()}
    return value
