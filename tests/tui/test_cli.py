"""The command line: answers, exit codes, one-line errors."""

from __future__ import annotations

import io
import json
import os
import re
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from docs_store import open_store
from tests.docs_store.importing.exports import POCKET_CSV
from tui.__main__ import main
from tui.cli.naming import asked

STORY = """Ferry strike enters second week

By Ada Quill

The ferries of Port Sela stayed in port for an eighth day. Passengers waited on the quay in the rain.

Crews want rest between the night crossings, said Ben Hark, who speaks for the Harbour Union.
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what is remembered in a folder of the test's."""
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    for name in ("BROADSHEET_ARCHIVE", "BROADSHEET_CONFIG", "BROADSHEET_THEME", "BROADSHEET_MEASURE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """An archive of two stories, named by the environment."""
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "2024-03-09-ferry.txt").write_text(STORY, "utf-8")
    (folder / "2024-03-12-end.txt").write_text(STORY.replace("enters second week", "ends in Port Sela"), "utf-8")
    archive = tmp_path / "archive"
    monkeypatch.setenv("BROADSHEET_ARCHIVE", str(archive))
    assert main(["add", str(folder)]) == 0
    assert capsys.readouterr().out.startswith("2 added")
    return archive


@pytest.mark.usefixtures("filled")
def test_find_forgives_a_typo(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "ferrry", "strke"]) == 0
    assert "Ferry strike enters second week" in capsys.readouterr().out


@pytest.mark.usefixtures("filled")
def test_nothing_found_is_exit_code_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "xylophone"]) == 1
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("filled")
def test_show_of_words_that_several_headlines_hold_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "ferry strike"]) == 2
    told = capsys.readouterr().err.splitlines()
    assert "several articles match 'ferry strike'" in told[0]
    assert len(told) == 3
    assert main(["show", told[1].split()[0]]) == 0


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("verb", ["show", "related", "story", "entities"])
def test_words_that_a_headline_has_only_as_scattered_letters_are_refused(
    verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["find", "fsesw"]) == 0  # which finds what begins its words
    capsys.readouterr()
    assert main([verb, "fsesw"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "no headline has 'fsesw' in it" in told.err
    assert "Ferry strike enters second week" in told.err


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("verb", ["related", "story", "entities"])
def test_which_article_words_mean_is_said(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    main([verb, "fery strike entrs"])
    told = capsys.readouterr().err
    assert told.startswith("broadsheet: Ferry strike enters second week (")
    article_id = told.strip()[-17:-1]
    main([verb, article_id])
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("filled")
def test_search_answers_in_json_with_the_names_of_the_library(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "passengers", "quay", "--json"]) == 0
    page = json.loads(capsys.readouterr().out)
    assert page["total"] == 2
    assert set(page["hits"][0]) >= {"article", "score", "snippet", "snippet_marks", "title_marks"}


@pytest.mark.usefixtures("filled")
def test_show_prints_the_article(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "ferry strike enters", "--json"]) == 0
    article = json.loads(capsys.readouterr().out)
    assert article["title"] == "Ferry strike enters second week"
    assert "sketch" not in article
    for name in (article["id"], article["key"]):
        assert main(["show", name]) == 0
        printed = capsys.readouterr().out
        assert "Ferry strike enters second week" in printed
        assert "Passengers waited on the quay" in " ".join(printed.split())
    assert main(["show", "zzzzqqqq"]) == 1
    assert "try: broadsheet find" in capsys.readouterr().err


@pytest.mark.usefixtures("filled")
def test_related_entities_and_stats(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["related", "ferry strike enters"]) == 0
    assert "ends in Port Sela" in capsys.readouterr().out
    assert main(["related", "ferry strike enters", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["group"] in {"same story", "earlier and later in this story"}
    assert main(["entities", "ferry strike enters"]) == 0
    assert "Ben Hark" in capsys.readouterr().out
    assert main(["entities", "--json"]) == 0
    assert {"name", "kind", "articles"} == set(json.loads(capsys.readouterr().out)[0])
    assert main(["stats"]) == 0
    assert "articles  2" in capsys.readouterr().out


def test_story_tells_its_articles_in_order_of_time_with_what_each_adds(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    added = "The owners have agreed to lay up two ships between midnight and dawn."
    (tmp_path / "clippings" / "2024-03-14-deal.txt").write_text(f"{STORY}\n{added}\n", "utf-8")
    assert main(["add", str(tmp_path / "clippings"), "--archive", str(filled)]) == 0
    capsys.readouterr()
    assert main(["story", "ferry strike ends"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("\t")[1] for line in lines if "\t" in line] == [
        "~2024-03-09",
        "~2024-03-12",
        "~2024-03-14",
    ]  # editions of one: the earliest, the one asked for, the newest
    assert lines[-1].strip() == added
    assert main(["story", "ferry strike ends", "--json"]) == 0
    chapters = json.loads(capsys.readouterr().out)
    assert [len(chapter["adds"]) for chapter in chapters] == [2, 0, 1]
    assert main(["story", "zzzzqqqq"]) == 1


@pytest.mark.usefixtures("filled")
def test_entity_tells_when_with_whom_and_in_which_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["entity", "ben", "hark"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Ben Hark · person · 2 articles\nwritten Ben Hark (2)\n")
    assert "    Crews want rest between the night crossings, said Ben Hark" in printed
    assert main(["entity", "Ben Hark", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["entity"]["articles"] == 2
    assert main(["entity", "Bne", "Hark"]) == main(["entity", "harkk"]) == 1
    assert capsys.readouterr().err.count("; did you mean 'Ben Hark'?") == 2
    assert main(["entity", "ben"]) == 1  # who has the word is not called so
    assert capsys.readouterr().err.endswith("called 'ben' in this archive; did you mean 'Ben Hark'?\n")
    assert main(["entity", "Nobody Known"]) == 1
    assert "try: broadsheet entities" in capsys.readouterr().err


@pytest.mark.usefixtures("filled")
def test_entity_tells_who_else_may_be_meant_by_a_bare_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["entity", "Ben Hark"]) == 0
    assert "see also" not in capsys.readouterr().out
    assert main(["correct", "split", "Ben Hark", "Hark", "enters second week"]) == 0
    capsys.readouterr()
    assert main(["entity", "hark"]) == 0
    assert capsys.readouterr().out.startswith("Hark · person · 1 article\nsee also Ben Hark (person, 1)\n")


@pytest.mark.usefixtures("filled")
def test_add_again_reads_nothing_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", str(tmp_path / "clippings")]) == 0
    assert capsys.readouterr().out.startswith("0 added, 0 changed, 0 removed; 0 files read, 2 unchanged")


@pytest.mark.usefixtures("filled")
def test_what_is_skipped_is_told_with_its_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "clippings" / "empty.txt").touch()
    (tmp_path / "clippings" / "noise.bin").write_bytes(bytes(range(256)) * 20)
    assert main(["add", str(tmp_path / "clippings"), "-v"]) == 0
    printed = capsys.readouterr().out
    assert "2 skipped" in printed
    assert "empty.txt: " in printed


@pytest.mark.usefixtures("filled")
def test_report_tells_what_the_last_run_did_and_what_is_skipped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "clippings" / "wire.jsonl").write_text('{"title": "A", "text": "b"}\n{broken\n', "utf-8")
    assert main(["add", str(tmp_path / "clippings")]) == 0
    capsys.readouterr()
    assert main(["report", "-v"]) == 0
    printed = capsys.readouterr().out
    assert "1 added, 0 changed, 0 the same, 0 removed" in printed
    assert "wire.jsonl:2: not JSON" in printed
    assert main(["report", "--runs"]) == 0
    assert [line.split("\t")[2] for line in capsys.readouterr().out.splitlines()] == ["1 added", "2 added"]
    assert main(["report", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [run["added"] for run in told["runs"]] == [1, 2]
    assert told["skipped"][0]["path"].endswith("wire.jsonl:2")


def test_what_changes_in_a_watched_folder_is_added_until_interrupted(tmp_path: Path) -> None:
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "one.txt").write_text(STORY, "utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "tui", "add", str(folder), "--watch", "--prune"],
        stdout=subprocess.PIPE,
        env=os.environ | {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("DATA", "STATE", "CONFIG")},
        text=True,
    ) as watching:
        try:
            assert watching.stdout
            assert watching.stdout.readline().startswith("1 added")
            for number in count():  # until the folder is being watched
                (folder / f"two-{number}.txt").write_text(
                    STORY.replace("enters second", f"enters {number} more"), "utf-8"
                )
                if select.select([watching.stdout], [], [], 0.5)[0]:
                    break
            assert " added, 0 changed" in watching.stdout.readline()
            (folder / "one.txt").unlink()
            assert any("1 removed" in line for line in iter(watching.stdout.readline, ""))
            watching.send_signal(signal.SIGINT)
            assert watching.wait(20) == 130
        finally:
            watching.kill()  # a failure must not wait for it
    assert len(list((tmp_path / "DATA/broadsheet/archives").iterdir())) == 1  # what changed went into the folder's own


def test_prune_refuses_where_a_folder_is_suddenly_empty(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = filled.parent / "clippings"
    for path in list(folder.iterdir()):
        path.unlink()
    assert main(["add", str(folder), "--prune"]) == 2
    told = capsys.readouterr()
    assert told.err == (
        f"broadsheet: {folder}: it held 2 files with articles, and none is there now; in case its disk is missing, "
        "nothing was removed (--prune-all does)\n"
    )
    assert "2 no longer in their files; they stay stored\n" in told.out
    assert main(["search", "ferry"]) == 0
    assert main(["add", str(folder), "--prune-all"]) == 0
    assert main(["search", "ferry"]) == 1


@pytest.mark.usefixtures("filled")
def test_what_is_piped_in_is_added(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.replace("second", "third").encode())))
    assert main(["add", "-"]) == 0
    assert capsys.readouterr().out.startswith("1 added")


def test_errors_and_answers_hold_no_byte_that_acts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "bad\x9b\u202e.csv"
    table.write_text("a\x1b[31m\x9bm,b\nx,y\nx,y\nx,y\n", "utf-8")
    story = tmp_path / "st\x9bory\u2028.txt"
    story.write_text(STORY, "utf-8")
    main(["parse", str(table)])
    assert main(["parse", str(story)]) == 0
    main(["show", "\x1b[31m", "--archive", str(tmp_path / "no\x1b[1m")])
    told = capsys.readouterr()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e]", told.out + told.err)


def test_parse_stores_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "story.txt"
    file.write_text(STORY, "utf-8")
    assert main(["parse", str(file)]) == 0
    article = json.loads(capsys.readouterr().out)
    assert article["title"] == "Ferry strike enters second week"
    assert article["authors"] == ["Ada Quill"]
    assert not (tmp_path / "XDG_DATA_HOME").exists()


def test_parse_reads_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    assert main(["parse", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Ferry strike enters second week"


def test_themes_and_config(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["themes"]) == 0
    assert "ink" in capsys.readouterr().out
    assert main(["config", "path"]) == 0
    path = Path(capsys.readouterr().out.strip())
    assert main(["config", "check"]) == 0
    path.parent.mkdir(parents=True)
    path.write_text('them = "ink"\n', "utf-8")
    capsys.readouterr()
    assert main(["config", "check"]) == 2
    assert f"{path}:1: unknown setting 'them'; did you mean 'theme'?" in capsys.readouterr().err
    (path.parent / "themes").mkdir()
    (path.parent / "themes" / "mine.toml").write_text("nonsense", "utf-8")
    assert main(["themes"]) == 2
    assert "mine.toml" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["add", "/nowhere/at/all"], "/nowhere/at/all: no such file or folder"),
        (["find", "x", "--archive", "/nowhere/at/all"], "/nowhere/at/all"),
        (["stats"], "no archive is named and none was opened before; name one with --archive DIR"),
        (["find"], "the following arguments are required"),
        (["find", "x", "-l", "0"], "'0' is no number from 1"),
        (["find", "x", "-l", "²"], "'²' is no number from 1"),
        (["add", "x", "-j", "65"], "'65' is no number from 0 to 64"),
        (["annotate", "-j", "two"], "'two' is no number from 0 to 64"),
        (["add", "-", "--watch"], "standard input cannot be watched; name files or folders"),
        (["/nowhere/at/all"], "no such archive, folder, file or verb"),
        (["serach", "ferry"], "did you mean 'search'?"),
        (["."], "terminal"),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_two(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = main(arguments)
    except SystemExit as leaving:  # argparse leaves by itself
        code = int(leaving.code or 0)
    printed = capsys.readouterr().err
    assert code == 2
    assert told in printed
    assert printed.startswith("broadsheet: ")
    assert printed.count("\n") == 1


def test_help_names_every_verb_and_loads_no_screen() -> None:
    program = (
        "import sys; from tui.__main__ import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "sys.exit(any(name.split('.')[0] in ('textual', 'rich', 'tantivy', 'sqlite3') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for verb in (
        "add",
        "find",
        "search",
        "show",
        "related",
        "story",
        "entities",
        "parse",
        "stats",
        "themes",
        "config",
        "demo",
    ):
        assert f"\n    {verb} " in done.stdout


@pytest.mark.usefixtures("filled")
def test_a_closed_pipe_is_quiet() -> None:
    command = f"{sys.executable} -m tui search ferries --json | head -c 1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout == "{"
    assert done.stderr == ""


@pytest.mark.usefixtures("filled")
def test_annotate_marks_what_is_not_marked_yet(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["annotate", "--recogniser", "rules"]) == 0
    assert capsys.readouterr().out.startswith("0 marked, 2 were before, 0 left")
    assert main(["annotate", "--recogniser", "rules", "--limit", "1", "--json"]) == 0
    assert set(json.loads(capsys.readouterr().out)) >= {"marked", "already", "left", "recognisers", "seconds"}
    assert main(["show", "ferry strike enters", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["recogniser"] == "rules"


@pytest.mark.usefixtures("filled")
def test_annotate_says_what_to_install(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docs_store.entities.spacy.installed", dict)
    assert main(["annotate"]) == 2
    assert "pip install 'broadsheet[entities]'" in capsys.readouterr().err


def test_importing_tells_what_came_and_what_has_no_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BROADSHEET_ARCHIVE", str(tmp_path / "archive"))
    path = tmp_path / "part_000000.csv"
    path.write_text(POCKET_CSV)
    assert main(["import", "pocket", str(path)]) == 0
    assert capsys.readouterr().out.splitlines()[:3] == [
        "2 added, 0 changed, 0 unchanged",
        "2 without text: only title and address (to list them: !has:text)",
        "1 skipped:",
    ]
    assert main(["import", "Pocket", str(path), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["added"], report["unchanged"], report["without_text"]) == (0, 2, 2)
    assert main(["search", "is:read", "!has:text"]) == 0
    assert "Ferry strike enters second week" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["pockett", "x"], "did you mean 'pocket'?; known are archivebox, bookmarks, instapaper,"),
        (["foo", "x"], "nothing is imported from 'foo'; known are archivebox,"),
        (["evernote", "x"], "nothing is imported from 'evernote'; known are archivebox,"),
        (["pocket", "absent.zip"], "absent.zip: no such file or folder"),
        (["newsboat", "letter.txt"], "what is read of newsboat: cache.db"),
    ],
)
def test_importing_the_wrong_thing_says_what_is_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letter.txt").write_text("Dear all,")
    assert main(["import", *words, "--archive", "archive"]) == 2
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1


def test_names_are_corrected_and_given_back(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["correct", "list"]) == 1
    assert main(["correct", "rename", "Ben Hark", "Benjamin Hark"]) == 0
    assert capsys.readouterr().out == "Ben Hark is called Benjamin Hark: 2 articles changed\n"
    assert main(["correct", "add", "night crossings", "event", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "correction": {
            "action": "add", "name": "night crossings", "kind": "event", "to": "", "to_kind": None, "within": "",
        },
        "undone": False,
        "articles": 2,
    }  # fmt: skip
    assert main(["entities", "--json"]) == 0
    named = [each["name"] for each in json.loads(capsys.readouterr().out)]
    assert {"Benjamin Hark", "night crossings"} <= set(named)
    assert "Ben Hark" not in named
    assert main(["correct", "list"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert main(["correct", "undo"]) == main(["correct", "undo"]) == 0
    assert main(["search", 'person:"Ben Hark"']) == 0
    capsys.readouterr()
    assert main(["correct", "undo"]) == 1
    assert "no correction to undo" in capsys.readouterr().err
    assert (filled / "entities.toml").read_text("utf-8") == ""


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ["rename", "Ben Harck", "B. Hark"],
            "no entity of this archive is called 'Ben Harck'; did you mean 'Ben Hark'?",
        ),
        (["merge", "Ben Hark", "Ada Quil"], "no entity of this archive is called 'Ada Quil'"),
        (["ignore", "Ben Hark", "--kind", "place"], "no place of this archive is called 'Ben Hark'"),
        (["kind", "Ben Hark", "persn"], "there is no kind 'persn'; did you mean 'person'?"),
        (["rename", "Ben Hark"], "correct rename takes NAME and NEW"),
        (["rename", "Ben Hark", "!"], "'!' is no name"),
        (["undo", "Ben Hark"], "correct undo takes no names"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_correction_that_cannot_be(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["correct", *words]) in (1, 2)
    assert told in capsys.readouterr().err


@pytest.mark.usefixtures("filled")
def test_one_name_is_made_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", 'person:"Ben Hark"', "--json"]) == 0
    one, other = (hit["article"] for hit in json.loads(capsys.readouterr().out)["hits"])
    assert main(["correct", "split", "Ben Hark", "Ben Hark the younger", one["key"]]) == 0
    assert capsys.readouterr().out == f"Ben Hark is Ben Hark the younger in {one['id']}: 1 article changed\n"
    assert main(["search", 'person:"Ben Hark the younger"', "--json"]) == 0
    assert [hit["article"]["id"] for hit in json.loads(capsys.readouterr().out)["hits"]] == [one["id"]]
    assert main(["correct", "undo"]) == 0
    assert main(["correct", "apart", "Ben Hark"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Ben Hark is nobody else: 0 articles changed"
    assert other["id"] != one["id"]


@pytest.mark.usefixtures("filled")
def test_two_names_are_made_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["correct", "merge", "Ben Hark", "Harbour Union"]) == 0
    assert capsys.readouterr().out == "Ben Hark is Harbour Union (organisation): 2 articles changed\n"
    assert main(["search", 'org:"Harbour Union"', "!person:Hark"]) == 0


@pytest.fixture
def asks(filled: Path) -> Iterator[Callable[..., str]]:
    """What arguments ask of an archive of two stories by Ada Quill, of The Courier."""
    front = "---\ntitle: Tariff vote\nsource: The Courier\nauthor: Ada Quill\ntags: [port news]\n---\n\n"
    (filled.parent / "tariff.md").write_text(f"{front}The tariff stays.\n", "utf-8")
    assert main(["add", str(filled.parent / "tariff.md")]) == 0
    with open_store(filled, read_only=True) as store:
        yield lambda *arguments: asked(arguments, store)


@pytest.mark.parametrize(
    ("argument", "query"),
    [
        ("person:Ben Hark", 'person:"Ben Hark"'),
        ("author:ada quill", 'author:"ada quill"'),
        ("!source:The Courier", '!source:"The Courier"'),
        ("tag:port news", 'tag:"port news"'),
    ],
)
def test_quotation_marks_that_the_shell_took_are_put_back_where_the_archive_has_the_value(
    asks: Callable[..., str], argument: str, query: str
) -> None:
    assert asks(argument) == query
    assert asks("strike", argument) == f"strike {query}"


@pytest.mark.parametrize(
    "argument",
    [
        "lang:en mill",
        "title:ferry !roof",
        "title:ferry strike",
        "lang:ja | lang:ko",
        "source:courier tariff",
        "source:The Courier tariff",
        "author:quill strike",
        "author:Ada Quill lang:en",
        "has:images mill",
        "is:undated penguin",
        "after:2031-05 coffee",
        "on:last march coffee",
        "before:2031 after:2030",
        'person:"Ben Hark" strike',
        "harbour bridge",
    ],
)
def test_an_argument_with_spaces_asks_what_it_would_in_the_box(asks: Callable[..., str], argument: str) -> None:
    assert asks(argument) == argument
    assert asks(*argument.split(" ")) == argument


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("lang:en ferry", 2),
        ("title:ferry !ends", 1),
        ("lang:ja | lang:en", 2),
        ("author:quill ferry", 2),
        ("!has:images ferry", 2),
        ("is:dated ferry", 2),
        ("on:march 2024 ferry", 2),
        ("after:10 march 2024 ferry", 1),
        ("person:Ben Hark", 2),
    ],
)
def test_a_quoted_query_finds_what_the_same_words_find_unquoted(
    query: str, found: int, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in ([query], query.split(" ")):
        assert main(["search", "--json", "--", *arguments]) == 0
        assert json.loads(capsys.readouterr().out)["total"] == found


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_locale_without_all_letters_gets_those_it_has_and_json_the_rest_too(filled: Path, encoding: str) -> None:
    def said(*words: str) -> str:
        command = [sys.executable, "-m", "tui", *words]
        environment = os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "PYTHONPATH": str(Path.cwd())}
        done = subprocess.run(command, capture_output=True, check=False, env=environment, cwd=filled)
        assert (done.returncode, done.stderr) == (0, b"")
        return done.stdout.decode(encoding)

    (filled / "cafe.txt").write_text("Café “Zola” — 港\n\nThe café of Port Sela is open again, on the quay.\n", "utf-8")
    assert "1 added" in said("add", "cafe.txt")
    assert ('Caf\xe9 "Zola" - ??' if encoding == "latin-1" else 'Cafe "Zola" - ??') in said("find", "zola")
    found = json.loads(said("find", "zola", "--json"))
    assert found["hits"][0]["article"]["title"] == "Café “Zola” — 港"
    assert "VERB ." in said("--help")
