"""`broadsheet completion SHELL`: what a shell needs to complete verbs, options and their values.

Made here: shtab makes such scripts too, but is under the MPL, and argcomplete starts Python at every Tab.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

from docs_store import IMPORTERS
from themes import Themes
from tui.cli.exits import DONE
from tui.cli.output import write

_VALUES: Final[Mapping[str, Callable[[], Iterable[str]]]] = {"theme": Themes, "name": lambda: IMPORTERS}
"""Values of arguments that the parser does not check, by their destination; those of `import` name a program."""

_UNSAID: Final = "open"
"""The verb that is meant where none is named."""

_EPILOG: Final = """\
bash: broadsheet completion bash > ~/.local/share/bash-completion/completions/broadsheet
zsh:  broadsheet completion zsh > DIR/_broadsheet, for a DIR in $fpath that is set before compinit
fish: broadsheet completion fish > ~/.config/fish/completions/broadsheet.fish
"""


class _Option(NamedTuple):
    names: tuple[str, ...]
    told: str
    takes_value: bool
    values: tuple[str, ...]


class _Verb(NamedTuple):
    name: str
    told: str
    options: tuple[_Option, ...]
    values: tuple[str, ...]
    """What an argument may be, where it is one of some words."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = _EPILOG
    parser.add_argument("shell", choices=list(_SCRIPTS), help="the shell")


def run(options: argparse.Namespace) -> int:
    """Print the script."""
    write(_SCRIPTS[options.shell](_verbs()).rstrip())
    return DONE


def _verbs() -> list[_Verb]:
    from tui.__main__ import VERBS, build_parser

    groups = [each for each in build_parser()._actions if isinstance(each, argparse._SubParsersAction)]
    return [_verb(name, VERBS[name], parser) for group in groups for name, parser in group.choices.items()]


def _verb(name: str, told: str, parser: argparse.ArgumentParser) -> _Verb:
    options = [each for each in parser._actions if each.option_strings]
    others = [each for each in parser._actions if not each.option_strings]
    return _Verb(
        name,
        told,
        tuple(_Option(tuple(o.option_strings), o.help or "", o.nargs != 0, _values(name, o)) for o in options),
        tuple(value for each in others for value in _values(name, each)),
    )


def _values(verb: str, action: argparse.Action) -> tuple[str, ...]:
    known = _VALUES.get(action.dest) if action.dest != "name" or verb == "import" else None
    return tuple(map(str, action.choices or (known() if known else ())))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _bash(verbs: Iterable[_Verb]) -> str:
    names = [verb.name for verb in verbs]
    lines = [
        f"        {verb.name}) options={_quoted(_names(verb))}; words={_quoted(_words(verb))} ;;" for verb in verbs
    ]
    return f"""\
_broadsheet() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} verb= options= words= word
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        case $word in {"|".join(names)}) verb=$word; break ;; esac
    done
    case $verb in
        '') options={_quoted(f"--version {_names(_unsaid(verbs))}")}; words={_quoted(" ".join(names))} ;;
{chr(10).join(lines)}
    esac
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        [[ " $words " == *" $word "* ]] && words=
    done
    case "${{verb:-{_UNSAID}}} $before" in
{_cases(verbs, "        {}) options=; words='{}' ;;")}
    esac
    [[ $current == -* ]] && words=$options
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o bashdefault -o default -F _broadsheet broadsheet
"""


def _zsh(verbs: Iterable[_Verb]) -> str:
    names = [verb.name for verb in verbs]
    told = " ".join(_quoted(f"{verb.name}:{verb.told}") for verb in verbs)
    lines = [f"        ({verb.name}) options=({_described(verb)}); values=({_words(verb)}) ;;" for verb in verbs]
    return f"""\
#compdef broadsheet
_broadsheet() {{
    local verb= word
    local -a verbs options values
    verbs=({told})
    for word in "${{(@)words[2,CURRENT-1]}}"; do
        case $word in ({"|".join(names)}) verb=$word; break ;; esac
    done
    case $verb in
        ('') options=('--version:print the version' {_described(_unsaid(verbs))}) ;;
{chr(10).join(lines)}
    esac
    for word in "${{(@)words[2,CURRENT-1]}}"; do
        (( $values[(Ie)$word] )) && values=()
    done
    case "${{verb:-{_UNSAID}}} $words[CURRENT-1]" in
{_cases(verbs, "        ({}) options=(); values=({}) ;;")}
    esac
    if [[ $PREFIX == -* ]]; then
        _describe option options
    elif (( $#values )); then
        compadd -a values || _files
    elif [[ -z $verb ]]; then
        _describe verb verbs
        _files
    else
        _files
    fi
}}
if [[ $funcstack[1] == _broadsheet ]]; then _broadsheet "$@"; else compdef _broadsheet broadsheet; fi
"""


def _fish(verbs: Iterable[_Verb]) -> str:
    lines = []
    for verb in verbs:
        lines.append(f"complete -c broadsheet -n __fish_use_subcommand -a {verb.name} -d {_fish_quoted(verb.told)}")
        unsaid = "__fish_use_subcommand; or " if verb.name == _UNSAID else ""
        within = f"complete -c broadsheet -n '{unsaid}__fish_seen_subcommand_from {verb.name}'"
        if verb.values:
            lines.append(f"{within} -a {_quoted(_words(verb))}")
        for option in verb.options:
            flags = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
            value = f" -x -a {_quoted(' '.join(option.values))}" if option.values else " -r" * option.takes_value
            lines.append(f"{within} {flags}{value} -d {_fish_quoted(option.told)}")
    return "\n".join(lines)


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _unsaid(verbs: Iterable[_Verb]) -> _Verb:
    return next(verb for verb in verbs if verb.name == _UNSAID)


def _names(verb: _Verb) -> str:
    return " ".join(name for option in verb.options for name in option.names)


def _words(verb: _Verb) -> str:
    return " ".join(verb.values)


def _described(verb: _Verb) -> str:
    return " ".join(_quoted(f"{name}:{option.told}") for option in verb.options for name in option.names)


def _cases(verbs: Iterable[_Verb], form: str) -> str:
    """Return a line for the value of each option: its words, or none, which leaves it to the names of files."""
    return "\n".join(
        form.format(_quoted(f"{verb.name} {name}"), " ".join(option.values))
        for verb in verbs
        for option in verb.options
        if option.takes_value
        for name in option.names
    )


_SCRIPTS: Final[Mapping[str, Callable[[list[_Verb]], str]]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
