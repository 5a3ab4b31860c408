"""The command line in daily use: what a failure leaves, what was cut short, what is remembered and looked over."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from docs_store import is_archive
from tests.docs_store.importing.exports import POCKET_CSV, READECK, zipped
from tests.docs_store.older import make_older
from tui.__main__ import main
from tui.demo import demo_folder
from tui.places import state_file
from tui.query_help import QUERY_HELP
from tui.state import State, save_state

TEXT = "The ferries of Port Sela stayed in port for an eighth day, and passengers waited on the quay in the rain."


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what is remembered in a folder of the test's."""
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    for name in ("BROADSHEET_ARCHIVE", "BROADSHEET_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """An archive of thirty articles from one file, named by the environment."""
    records = [{"id": f"r{at}", "title": f"Ferry strike, day {at}", "text": TEXT} for at in range(30)]
    (tmp_path / "wire.jsonl").write_text("\n".join(map(json.dumps, records)), "utf-8")
    archive = tmp_path / "archive"
    monkeypatch.setenv("BROADSHEET_ARCHIVE", str(archive))
    assert main(["add", str(tmp_path / "wire.jsonl")]) == 0
    capsys.readouterr()
    return archive


def change(archive: Path, sql: str) -> None:
    connection = sqlite3.connect(archive / "articles.sqlite")
    with connection:
        connection.execute(sql)
    connection.close()


# Nothing is left of what failed


@pytest.mark.parametrize(
    "words",
    [
        ["import", "pocket", "soup.txt"],
        ["add", "bad.bin"],
        ["add", "empty"],
    ],
)
@pytest.mark.parametrize("place", ["deep/er/archive", "there", ""])
def test_what_stores_nothing_leaves_nothing(tmp_path: Path, words: list[str], place: str) -> None:
    (tmp_path / "soup.txt").write_text("no export", "utf-8")
    (tmp_path / "bad.bin").write_bytes(bytes(range(256)))
    for folder in ("empty", "there"):
        (tmp_path / folder).mkdir()
    before = sorted(tmp_path.rglob("*"))
    named = ["--archive", str(tmp_path / place)] if place else []
    assert main([*words[:-1], str(tmp_path / words[-1]), *named]) != 0
    after = [path for path in sorted(tmp_path.rglob("*")) if not path.is_relative_to(tmp_path / "XDG_STATE_HOME")]
    assert after == before


def test_what_people_wrote_beside_an_archive_stays(tmp_path: Path) -> None:
    place = tmp_path / "archive"
    place.mkdir()
    (place / "entities.toml").write_text('watch = ["people.txt"]\n', "utf-8")
    (place / "people.txt").write_text("Ada Quill\n", "utf-8")
    (tmp_path / "bad.bin").write_bytes(bytes(range(256)))
    assert main(["add", str(tmp_path / "bad.bin"), "--archive", str(place)]) == 2
    assert sorted(path.name for path in place.iterdir()) == ["entities.toml", "people.txt"]


def test_an_archive_that_was_there_stays(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.bin").write_bytes(bytes(range(256)))
    assert main(["add", str(tmp_path / "bad.bin")]) == 2
    assert is_archive(archive)


def test_a_folder_of_documents_is_no_archive(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "a.txt").write_text(f"Ferry strike\n\n{TEXT}\n", "utf-8")
    assert main(["add", str(folder), "--archive", str(folder)]) == 2
    told = capsys.readouterr().err
    assert f"{folder}: a folder with other files in it, and no archive; name a folder that is empty" in told
    assert [path.name for path in folder.iterdir()] == ["a.txt"]


def test_a_folder_without_files_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["add", str(tmp_path / "empty")]) == 1
    assert capsys.readouterr().out == f"nothing to add: no files in {tmp_path / 'empty'}\n"


# What was interrupted, and what is followed


@pytest.mark.parametrize("words", [["add"], ["import", "pocket"]])
def test_a_signal_of_the_system_ends_as_ctrl_c_does_and_what_is_stored_is_told(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "part_000000.csv"
    path.write_text(POCKET_CSV, "utf-8")
    module = import_module("tui.cli.add" if words == ["add"] else "tui.cli.import_")
    name = "ingest" if words == ["add"] else "import_articles"
    store_it = getattr(module, name)

    def stopped(*arguments: object, **named: object) -> None:
        store_it(*arguments, **named)
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(module, name, stopped)
    before = signal.getsignal(signal.SIGTERM)
    assert main([*words, str(path)]) == 130
    told = capsys.readouterr().err
    assert re.fullmatch(
        r"broadsheet: interrupted; stored are [23] new articles, the same command adds the rest\n", told
    )
    assert signal.getsignal(signal.SIGTERM) == before


def test_an_import_that_breaks_off_tells_what_it_stored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = zipped(tmp_path / "export.zip", READECK)
    path.write_bytes(path.read_bytes()[:-60])
    assert main(["import", "readeck", str(path)]) == 2
    assert "damaged or cut short; stored before that: 2 new articles\n" in capsys.readouterr().err


def test_what_is_deleted_in_a_watched_folder_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "clippings"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"Ferry strike, day {number}\n\n{TEXT}\n", "utf-8")

    def changes(*_: object, **__: object) -> Iterator[set[tuple[int, str]]]:
        capsys.readouterr()
        (folder / "1.txt").unlink()
        yield {(3, str(folder / "1.txt"))}
        told.append(capsys.readouterr().out)
        yield {(3, str(folder / "1.txt"))}
        told.append(capsys.readouterr().out)
        raise KeyboardInterrupt

    told: list[str] = []
    monkeypatch.setattr("watchfiles.watch", changes)
    assert main(["add", str(folder), "--watch"]) == 130
    assert "1 no longer in their files; they stay stored (--prune removes them)" in told[0]
    assert told[1] == ""


# What was cut short


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("verb", ["find", "search"])
def test_a_person_is_told_that_there_is_more(
    verb: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([verb, "ferry"]) == 0
    assert capsys.readouterr().err == ""  # no terminal
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main([verb, "ferry"]) == 0
    told = capsys.readouterr()
    assert told.err == "20 of 30; more with -l 30\n"
    assert "more with" not in told.out
    assert main([verb, "ferry", "-l", "30"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(("verb", "remedy"), [("find", "; the texts too are looked"), ("search", "\n")])
def test_a_person_who_finds_nothing_is_told_where_else_to_look(
    verb: str, remedy: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main([verb, "xqzzkv"]) == 1
    assert capsys.readouterr().err.startswith(f"nothing found{remedy}")


def test_show_takes_the_path_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "ferry.txt").write_text(f"Ferry strike\n\n{TEXT}\n", "utf-8")
    (folder / "page.html").write_text(
        '<html><head><link rel="canonical" href="https://a.example/bridge"></head>'
        f"<body><article><h1>The bridge</h1><p>{TEXT}</p></article></body></html>",
        "utf-8",
    )
    monkeypatch.setenv("BROADSHEET_ARCHIVE", str(tmp_path / "archive"))
    assert main(["add", str(folder)]) == 0
    monkeypatch.chdir(folder)
    for name, title in (("ferry.txt", "Ferry strike"), ("../clippings/page.html", "The bridge")):
        capsys.readouterr()
        assert main(["show", name]) == 0
        assert capsys.readouterr().out.strip().startswith(title)


def test_a_path_of_many_articles_names_them(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(archive.parent)
    assert main(["show", "wire.jsonl"]) == 2
    assert "several articles match 'wire.jsonl'" in capsys.readouterr().err


# What is remembered


@pytest.mark.usefixtures("archive")
def test_a_mapping_is_remembered_and_one_that_misfits_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "table.csv"
    table.write_text(f'nr,hl,prose\n1,The pier closes,"{TEXT}"\n', "utf-8")
    assert main(["add", str(table), "--map", "id=nr,title=hl,text=prose"]) == 0
    table.write_text(f'nr,hl,prose\n1,The pier closes,"{TEXT}"\n2,The pier opens,"{TEXT}"\n', "utf-8")
    assert main(["add", str(table)]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("1 added, 0 changed")
    assert main(["add", str(table), "--map", "id=nr,title=headline,text=prose"]) == 2
    assert '1  there is no column "headline", which --map names; the columns are "nr", "hl", "prose"' in (
        capsys.readouterr().out
    )


def test_add_and_report_agree_on_what_is_skipped(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "dangling.txt").symlink_to(folder / "nowhere.txt")
    (folder / "bad.bin").write_bytes(bytes(range(256)))
    (folder / "table.csv").write_text(f'title,text,wer,wo,was\nThe pier closes,"{TEXT}",Ana,Osk,x\n', "utf-8")
    assert main(["add", str(folder)]) == 0
    told = capsys.readouterr().out.splitlines()[1:]
    assert told[0] == "2 skipped:"
    assert told[-1].startswith(f"hint: {folder / 'table.csv'}: columns that were not recognised")
    assert main(["report"]) == 0
    assert capsys.readouterr().out.splitlines()[3:] == told
    (tmp_path / "pocket.csv").write_text(POCKET_CSV, "utf-8")
    assert main(["import", "pocket", str(tmp_path / "pocket.csv")]) == 0
    capsys.readouterr()
    assert main(["report"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert "1 skipped in that run alone:" in told
    assert "2 still skipped from earlier runs:" in told
    (tmp_path / "worse.bin").write_bytes(bytes(range(256)))
    (tmp_path / "fine.txt").write_text(f"The pier opens\n\n{TEXT}\n", "utf-8")
    assert main(["add", str(tmp_path / "worse.bin"), str(tmp_path / "fine.txt")]) == 0
    capsys.readouterr()
    assert main(["report"]) == 0
    assert "3 skipped, 2 of them in earlier runs:" in capsys.readouterr().out.splitlines()
    assert is_archive(archive)


def test_report_tells_of_a_first_run_that_broke_off(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(archive, "DELETE FROM run")  # which is noted last
    assert main(["report"]) == 1
    assert capsys.readouterr().out.startswith("30 articles; no run has come to its end yet: broadsheet add PATH")


# Looking over


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "30 articles; all is well: counts and index agree (--all reads every article)\n"),
        (["--all"], "30 articles; all is well: each is what was stored, and the index agrees\n"),
        (["--repair"], "30 articles; all is well: counts and index agree (--all reads every article)\n"),
    ],
)
def test_a_sound_archive_is_told_so(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *words]) == 0
    assert capsys.readouterr().out == told
    assert main(["check", *words, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "articles": 30,
        "all": "--all" in words,
        "mended": [],
        "findings": [],
    }


def test_a_lost_index_is_found_at_once_and_built_anew(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (index,) = archive.glob("index-*")
    for path in index.iterdir():
        path.unlink()
    assert main(["check"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "wrong: the search index is missing or cannot be read (rebuild the index from the records)",
        "30 articles; 1 thing wrong; --repair mends what can be mended",
    ]
    assert main(["check", "--repair", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (len(told["mended"]), told["findings"]) == (1, [])
    assert main(["check", "--all"]) == 0
    assert main(["search", "ferry"]) == 0


def test_a_damaged_article_is_found_by_reading_all(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(
        archive, "UPDATE payload SET body = CAST(replace(body, 'day 7', 'day 9') AS BLOB) WHERE instr(body, 'day 7')"
    )
    assert main(["check"]) == 0
    assert main(["check", "--all", "--json"]) == 1
    (finding,) = json.loads(capsys.readouterr().out.partition("\n")[2])["findings"]
    assert finding["problem"].endswith("its text is not what was stored")
    assert finding["remedy"] == "remove it; adding its file again brings it back"
    assert main(["check", "--all", "--repair"]) == 0
    assert "mended: article" in capsys.readouterr().out
    assert main(["add", str(archive.parent / "wire.jsonl")]) == 0
    assert capsys.readouterr().out.startswith("1 added")


def test_what_cannot_be_read_at_all_is_a_failure(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in archive.glob("articles.sqlite*"):
        path.unlink()
    (archive / "articles.sqlite").write_bytes(b"not a database at all" * 100)
    assert main(["check", "--repair"]) == 2
    assert "restore it from a backup" in capsys.readouterr().err
    assert main(["check", "--archive", str(archive / "nowhere")]) == 2


def test_an_older_archive_is_brought_up_to_date_by_repair(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_older(archive, 6)
    assert main(["check"]) == 2
    assert "broadsheet add" in capsys.readouterr().err
    assert main(["check", "--repair"]) == 0
    assert main(["check", "--all"]) == 0


@pytest.mark.usefixtures("archive")
def test_a_timeline_says_how_many_articles_are_undated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Ada Quill spoke in Leeds. Ada Quill left."
    texts = [{"id": f"u{at}", "title": f"Tide {at}", "text": text} for at in range(3)]
    dated = tmp_path / "dated.jsonl"
    dated.write_text("\n".join(map(json.dumps, texts)), "utf-8")
    assert main(["add", str(dated)]) == 0
    capsys.readouterr()
    assert main(["entity", "Ada", "Quill"]) == 0
    assert "all of them undated" in capsys.readouterr().out
    dated.write_text("\n".join(map(json.dumps, [{**texts[0], "date": "2024-10-03"}, *texts[1:]])), "utf-8")
    assert main(["add", str(dated)]) == 0
    capsys.readouterr()
    assert main(["entity", "Ada", "Quill"]) == 0
    assert "October 2024 to October 2024, and 2 undated" in capsys.readouterr().out
    assert main(["search", "--facets", "tide"]) == 0
    assert capsys.readouterr().out.endswith("month\t2024-10\t1\nmonth\tundated\t2\n")
    assert main(["search", "is:undated", "tide"]) == 0


# What is wrong with the words is said with the remedy


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "search tide --jsno",
            "search takes no option '--jsno'; did you mean '--json'?",
        ),
        (
            "find tide --lmit=3",
            "find takes no option '--lmit=3'; did you mean '--limit'?",
        ),
        ("stats -q", "stats takes no option '-q'"),
        ("stats harbour", "stats takes no 'harbour' there"),
    ],
)
def test_what_a_verb_does_not_take_is_told_with_what_it_is_like(
    capsys: pytest.CaptureFixture[str], words: str, told: str
) -> None:
    assert main(words.split()) == 2
    assert capsys.readouterr().err == f"broadsheet: {told} (try: broadsheet {words.split(maxsplit=1)[0]} --help)\n"


@pytest.mark.parametrize("verb", ["find", "search"])
def test_the_help_of_what_takes_a_query_tells_all_that_can_be_asked(
    capsys: pytest.CaptureFixture[str], verb: str
) -> None:
    with pytest.raises(SystemExit):
        main([verb, "--help"])
    told = capsys.readouterr().out
    assert all(example in told and words in told for example, words in QUERY_HELP)


# What was opened last


def test_without_a_path_the_documents_named_last_are_opened_as_they_are_by_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str, str]] = []

    def read(named: str, *, theme: str, name: str = "") -> int:
        assert not theme
        opened.append((named, name))
        return 0

    monkeypatch.setattr("tui.cli.open.read", read)
    clippings, kept = tmp_path / "clippings", tmp_path / "kept"
    for folder in (clippings, kept):
        folder.mkdir()

    def left(documents: Path | str) -> None:
        save_state(state_file(), State(last_archive=str(kept), last_documents=str(documents)))
        assert main(["open"]) == 0

    assert main([]) == 0
    left(clippings)
    left("")
    clippings.rmdir()
    left(clippings)
    left("x" * 300)  # cannot be looked for, as what is on a server that is down
    left(demo_folder())
    demo = str(demo_folder()), "the demo archive"
    assert opened == [demo, (str(clippings), ""), *3 * [(str(kept), "")], demo]
