"""`broadsheet`: reads arguments and configuration, wires, runs. Each verb's module loads only when it is used."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from types import ModuleType
from typing import Final, NoReturn

from tui.alike import print_alike
from tui.cli.exits import FAILED, INTERRUPTED, CommandError

VERBS: Final = {
    "open": "open an archive, a folder or a file (what PATH alone does)",
    "add": "add files and folders to an archive",
    "import": "bring in what another program has exported: articles, tags, stars, read marks",
    "find": "find articles by headline, typos forgiven",
    "search": "find articles by headline and text, with snippets",
    "show": "print an article",
    "related": "list what is related to an article, with reasons",
    "story": "tell an article's story: its articles in order of time, with what each adds",
    "entity": "tell what the archive knows of one name: when, with whom, in which sentences",
    "entities": "list who and what an article, or the archive, names",
    "annotate": "find the names in an archive's articles anew, with spaCy where it is installed",
    "correct": "correct a name in the whole archive: what it is called, whom it means, what it is",
    "parse": "read a file and print its articles; nothing is stored",
    "stats": "tell what an archive holds",
    "report": "tell what the last run added and skipped, and why",
    "check": "look over an archive: whether all is as it was stored, and mend what can be mended",
    "themes": "list the colour themes, or check a theme file",
    "config": "tell where the configuration is, what holds, and whether it is right",
    "completion": "print what bash, zsh or fish needs to complete verbs, options and values",
    "demo": "open the demo archive",
}
"""Every verb, in the order of the help; its module has its `arguments(parser)` and `run(options)`."""

_EPILOG: Final = """\
examples:
  broadsheet ~/clippings              read a folder; its archive is kept for you
  broadsheet add ~/clippings --archive ~/archive
  broadsheet search 'harbour inquiry' --json
  broadsheet parse page.txt | less

environment: BROADSHEET_ARCHIVE, BROADSHEET_THEME, BROADSHEET_MEASURE, BROADSHEET_PICTURES,
             BROADSHEET_CONFIG, NO_COLOR, BROWSER
exit codes: 0 found or done, 1 nothing found, 2 wrong use or failure, 130 interrupted
"""


class _Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line and the remedy."""

    def error(self, message: str) -> NoReturn:
        self.exit(FAILED, f"broadsheet: {message} (try: {self.prog} --help)\n")


def build_parser(verb: str | None = None, *, alone: bool = False) -> argparse.ArgumentParser:
    """Return the parser: every verb by name, with the arguments of `verb` alone (of all, where it is None).

    Where the verb is what the words begin with, it may be `alone`: a start is 3 ms shorter.
    """
    common = _Parser(add_help=False)
    common.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help="show tracebacks of failures")
    parser = _Parser(
        prog="broadsheet",
        usage="broadsheet [PATH]\n       broadsheet VERB …",
        description="A reading room for an archive of articles, in the terminal.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[common],
    )
    parser.add_argument("--version", action="store_true", help="print the version and leave")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", title="verbs", prog="broadsheet")
    for name, words in VERBS.items():
        if alone and name != verb:
            continue
        one = verbs.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".", parents=[common])
        if verb in (name, None):
            _module(name).arguments(one)
    return parser


def _not_taken(unknown: list[str], verb: str) -> str:
    """Say what a verb does not take, with the option that it is like."""
    from tui.config import nearest

    word = next((each for each in unknown if each.startswith("-")), unknown[0])
    if not word.startswith("-"):
        return f"{verb} takes no {word!r} there (try: broadsheet {verb} --help)"
    parser = _Parser(add_help=False)
    _module(verb).arguments(parser)
    known = dict.fromkeys(each for each in parser._option_string_actions if each.startswith("--"))
    near = nearest(word.partition("=")[0], known, else_all=False) if word.startswith("--") else ""
    return f"{verb} takes no option {word!r}{near} (try: broadsheet {verb} --help)"


def _module(verb: str) -> ModuleType:
    return import_module(f"tui.cli.{verb}_" if iskeyword(verb) else f"tui.cli.{verb}")


def main(arguments: list[str] | None = None) -> int:
    """Run; return the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in words
    print_alike()
    try:
        code = _run(words)
        sys.stdout.flush()  # here a closed pipe can still be met quietly
    except KeyboardInterrupt:
        if debug:
            raise
        return INTERRUPTED
    except BrokenPipeError:  # quiet, as every filter is; of the pipes to our own processes those who write take care
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INTERRUPTED
    except OSError as error:
        if debug:
            raise
        _complain(f"cannot be written or read: {error}")
        return FAILED
    except CommandError as failure:
        if debug:
            raise
        _complain(str(failure))
        return failure.code
    except Exception as error:
        from docs_store import DocsStoreError

        if debug or not isinstance(error, DocsStoreError):
            raise
        _complain(str(error))
        return FAILED
    else:
        return code


def _complain(text: str) -> None:
    from tui.cli.output import complain

    complain(text)


def _run(words: list[str]) -> int:
    first = next((word for word in words if not word.startswith("-")), None)
    if sys.stdout is None:
        raise CommandError("there is no standard output to write to")
    if first not in VERBS and not {"-h", "--help", "--version"} & set(words):
        named = [word for word in words if not word.startswith("-")]
        if len(named) > 1 and "--archive" not in words and "--theme" not in words and not Path(named[0]).exists():
            from tui.config import nearest

            raise CommandError(f"there is no verb {named[0]!r}{nearest(named[0], VERBS)}")
        words = ["open", *words]
        first = "open"
    if first == "open":
        gc.disable()  # what a start makes stays; the app enables it after its first frame
    verb = first if first in VERBS else ""
    options, unknown = build_parser(verb, alone=words[:1] == [verb]).parse_known_args(words)
    if options.version:
        from importlib.metadata import version

        print(f"broadsheet {version('broadsheet')}")  # noqa: T201
        return 0
    if unknown:
        raise CommandError(_not_taken(unknown, options.verb))
    code = int(_module(options.verb).run(options))
    sys.stdout.flush()  # a full disk is told here, not at the interpreter's end
    return code


if __name__ == "__main__":
    raise SystemExit(main())
