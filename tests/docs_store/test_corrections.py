"""Corrections of entities: what they say, what they do to an article, and the file that keeps them."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs_store import (
    Action,
    Correction,
    Corrections,
    CorrectionsError,
    EntityKind,
    MemoryStore,
    StoreError,
    open_store,
)
from docs_store.corrections.file import Kept
from docs_store.corrections.model import Watched
from docs_store.corrections.rules import Changed
from docs_store.corrections.toml import parse, watched, with_step, without_last
from docs_store.local.records import Records
from docs_store.model import Article, EntityMention
from tests.contract.articles import ALL, BRIDGE, HARBOUR, PERSON, PLACE, STRIKE, articles_of, made, naming

OTHER, ORGANISATION = EntityKind.OTHER, EntityKind.ORGANISATION


def marked(article: Article) -> list[str]:
    """Each mention as the text has it, and what it means."""
    return [
        f"{article.blocks[each.block or 0].text[each.start : each.end]}: {each.name}, {each.kind}"
        for each in article.mentions
    ]


def adding(text: str, *names: str, recognised: tuple[EntityMention, ...] = ()) -> list[str]:
    """What is marked in `text` with `names` added as places."""
    steps = tuple(Correction(Action.ADD, name, PLACE) for name in names)
    return marked(Corrections(steps).apply(made("text", "Title", text, mentions=recognised)))


# What corrections do


def test_without_corrections_the_article_is_the_same_object() -> None:
    assert Corrections().apply(HARBOUR) is HARBOUR
    assert Corrections((Correction(Action.IGNORE, "Nobody"),)).apply(HARBOUR) is HARBOUR


def test_corrections_hold_of_what_the_ones_before_made() -> None:
    steps = (
        Correction(Action.ALIAS, "Odile Varga", to="Mayor Varga"),
        Correction(Action.MERGE, "Mayor Varga", to="Port Selwyn", to_kind=PLACE),
        Correction(Action.KIND, "Port Selwyn", ORGANISATION),
    )
    assert marked(Corrections(steps).apply(HARBOUR)) == [
        "Odile Varga: Port Selwyn, organisation",
        "Port Selwyn: Port Selwyn, organisation",
    ]
    assert marked(Corrections(steps[::-1]).apply(HARBOUR)) == [
        "Odile Varga: Mayor Varga, person",
        "Port Selwyn: Port Selwyn, organisation",
    ]


def test_names_are_compared_without_case_and_accents() -> None:
    assert marked(Corrections((Correction(Action.IGNORE, "ÖDILE VARGA"),)).apply(HARBOUR)) == [
        "Port Selwyn: Port Selwyn, place"
    ]


def test_an_added_name_can_be_corrected_in_turn() -> None:
    add = Correction(Action.ADD, "Karst bridge", PLACE)
    assert marked(Corrections((add, Correction(Action.ALIAS, "Karst bridge", to="The bridge"))).apply(BRIDGE)) == [
        "Karst bridge: The bridge, place"
    ]
    ignore = Correction(Action.IGNORE, "Karst bridge")
    assert Corrections((add, ignore)).apply(BRIDGE) is BRIDGE
    assert Corrections((ignore, add)).apply(BRIDGE).mentions


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("In Sela, not Selas or Ursela.", ["Sela"], ["Sela"]),
        ("sela SELA Séla", ["Sela"], []),
        ("Port Sela and Sela", ["Sela", "Port Sela"], ["Port Sela", "Sela"]),
        ("Port Sela", ["Port", "Sela"], ["Port", "Sela"]),
        ("Port Sela Bay", ["Port Sela", "Sela Bay"], ["Port Sela"]),
        ("He asked 't Hooft.", ["'t Hooft"], ["'t Hooft"]),
        ("t Hooft", ["'t Hooft"], []),
        ("Yahoo! says", ["Yahoo!"], ["Yahoo!"]),
        ("_Sela_", ["Sela"], ["Sela"]),
        ("大連休に東京湾の", ["東京湾"], ["東京湾"]),
        ("मेरा नाम रामा है, राम नहीं", ["राम"], ["राम"]),
    ],
)
def test_added_names_are_whole_words_as_written(text: str, names: list[str], found: list[str]) -> None:
    assert [each.partition(":")[0] for each in adding(text, *names)] == found


@pytest.mark.parametrize(
    ("recognised", "added", "expected"),
    [
        ("Port Sela Council", "Sela", ["Port Sela Council: Port Sela Council, person"]),
        ("Sela", "Port Sela Council", ["Port Sela Council: Port Sela Council, place"]),
        ("Sela", "Sela", ["Sela: Sela, place"]),
        ("Sela Council", "Port Sela", ["Sela Council: Sela Council, person"]),
    ],
)
def test_the_longer_name_is_marked_and_a_stated_kind_wins(recognised: str, added: str, expected: list[str]) -> None:
    text = "The Port Sela Council met."
    assert adding(text, added, recognised=naming(text, (recognised, PERSON))) == expected


def test_a_watched_name_without_a_kind_leaves_what_was_recognised() -> None:
    watch = Corrections(watched=(Watched("Odile Varga"), Watched("Lindqvist Line"), Watched("Port Selwyn", OTHER)))
    assert marked(watch.apply(HARBOUR)) == [
        "Odile Varga: Odile Varga, person",
        "Port Selwyn: Port Selwyn, other",
        "Lindqvist Line: Lindqvist Line, other",
    ]


def test_a_split_holds_where_the_article_has_the_words() -> None:
    split = Corrections((Correction(Action.SPLIT, "Odile Varga", to="Varga the sailor", within="CREWS walked"),))
    assert "Odile Varga: Varga the sailor, person" in marked(split.apply(STRIKE))
    assert split.apply(HARBOUR) is HARBOUR
    nowhere = Corrections((Correction(Action.SPLIT, "Odile Varga", to="X", within="—"),))
    assert nowhere.apply(STRIKE) is STRIKE


def test_what_changed_names_only_what_is_seen_differently() -> None:
    one = Correction(Action.ALIAS, "A B", PERSON, to="C")
    two = Correction(Action.ADD, "D", PLACE)
    added = Changed(frozenset({("D", "")}), frozenset({"D"}))
    assert Corrections((one,)).changed_from(Corrections()).keys == {("a b", "person")}
    assert Corrections((one, two)).changed_from(Corrections((one,))) == added
    assert Corrections((one,)).changed_from(Corrections((one, two))) == added
    assert Corrections((one, one)).changed_from(Corrections((one,))) == Changed(frozenset(), frozenset())


NAMES = st.sampled_from(["Odile Varga", "Port Selwyn", "Lindqvist Line", "Port", "Line", "Varga"])
KINDS = st.none() | st.sampled_from([PERSON, PLACE])
STEPS = st.one_of(
    st.builds(Correction, st.just(Action.ALIAS), NAMES, KINDS, NAMES),
    st.builds(Correction, st.just(Action.MERGE), NAMES, KINDS, NAMES, KINDS),
    st.builds(Correction, st.just(Action.SPLIT), NAMES, KINDS, NAMES, KINDS, st.sampled_from(["harbour", STRIKE.id])),
    st.builds(Correction, st.just(Action.IGNORE), NAMES, KINDS),
    st.builds(Correction, st.sampled_from([Action.ADD, Action.KIND]), NAMES, st.sampled_from([PERSON, PLACE])),
)
SETS = st.builds(
    Corrections, st.lists(STEPS, max_size=4).map(tuple), st.lists(st.builds(Watched, NAMES), max_size=2).map(tuple)
)


@given(SETS, SETS)
def test_articles_without_what_changed_are_the_same_under_both(before: Corrections, after: Corrections) -> None:
    changed = after.changed_from(before)
    for article in ALL:
        was, becomes = before.corrected(article), after.corrected(article)
        shown = {(each.name.lower(), str(each.kind)) for each in was.article.mentions}
        holds = any(name in block.text for name in changed.spellings for block in article.blocks)
        if not (changed.keys & (was.keys | shown) or holds):
            assert was.article == becomes.article
        spans = [(each.block, each.start, each.end) for each in becomes.article.mentions]
        assert spans == sorted(spans)
        assert all(one[0] != other[0] or one[2] <= other[1] for one, other in pairwise(spans))


# The file


@given(st.lists(STEPS, max_size=6))
def test_what_is_written_is_read_and_can_be_taken_back(steps: list[Correction]) -> None:
    texts = ['# mine\nwatch = ["people.txt"]  # names\n']
    for step in steps:
        texts.append(with_step(texts[-1], step))
    assert parse(texts[-1], "e").steps == tuple(steps)
    for text in reversed(texts[:-1]):
        assert without_last(texts.pop()) == text


def test_comments_survive() -> None:
    text = '# first\n[[ignore]] # why\nname = "A"\n# about A\n\n\n[[ignore]]\nname = "B"\n\n# the end\n'
    assert without_last(text) == '# first\n[[ignore]] # why\nname = "A"\n# about A\n\n# the end\n'
    assert without_last("# nothing\n") == "# nothing\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[merge]]\nname = "A"\nintoo = "B"', "e:3: unknown key 'intoo'; did you mean 'into'?"),
        ('[[ignore]]\nname = "A"\n\n[[ignroe]]\nname = "B"', "e:4: unknown entry 'ignroe'; did you mean 'ignore'?"),
        ('[[kind]]\nname = "A"\nkind = "plcae"', "unknown kind 'plcae'; did you mean 'place'?"),
        ('[[merge]]\nname = "A"', "e:1: [[merge]] needs into"),
        ("[[ignore]]\nname = 3", "e:1: name must be a string, not 3"),
        ('[[ignore]]\nname = "!"', "'!' is no name"),
        ('\n\nname = = "A"', "e:3: not valid TOML"),
        ('[[ignore]]\nname = "A"\nwatch = ["x"]', "e:3: unknown key 'watch'"),
        ('watch = "people.txt"', "e:1: watch must be a list"),
        ('watch = ["../people.txt"]', "e:1: watch must be a list of files beside this one"),
        ('ignore = [{name = "A"}]', "each correction must be a table of its own"),
        ('[ignore]\nname = "A"', "each correction must be a table of its own"),
        ('[[ignore]]\nname = """\n[[ignore]]\nname = "A"\n"""', "e: each correction must be a table of its own"),
        ("a = " + "[" * 5_000, "nested deeper"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, told: str) -> None:
    with pytest.raises(CorrectionsError) as error:
        parse(text, "e")
    assert told in str(error.value)


@given(
    st.text() | st.lists(st.sampled_from(['"""', "[[add]]", "\n", "name", "=", '"A"', "[", "]", "#", "'"])).map("".join)
)
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (parse, watched):
        try:
            read(text, "e")
        except CorrectionsError:
            continue


def test_a_watchlist_is_a_name_a_line() -> None:
    text = "# people\nOdile Varga\tperson\n\n  Port   Selwyn\t Place \nNo. 7\n"
    assert watched(text, "w") == (Watched("Odile Varga", PERSON), Watched("Port Selwyn", PLACE), Watched("No. 7"))
    with pytest.raises(CorrectionsError, match=r"w:2: unknown kind 'persom'; did you mean 'person'\?"):
        watched("A\nB\tpersom", "w")


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "entities.toml").write_bytes(b"\xff")
    with pytest.raises(CorrectionsError, match="not UTF-8"):
        Kept(tmp_path)
    (tmp_path / "entities.toml").write_text('watch = ["people.txt"]', "utf-8")
    with pytest.raises(CorrectionsError, match=r"people\.txt: cannot be read"):
        Kept(tmp_path)
    (tmp_path / "people.txt").mkdir()
    with pytest.raises(CorrectionsError, match="not a text file"):
        Kept(tmp_path)


def test_a_link_is_followed_and_permissions_stay(tmp_path: Path) -> None:
    real = tmp_path / "mine.toml"
    real.write_text("# mine\n", "utf-8")
    real.chmod(0o640)
    (tmp_path / "entities.toml").symlink_to(real)
    Kept(tmp_path).add(Correction(Action.IGNORE, 'The "A"'))
    assert (tmp_path / "entities.toml").is_symlink()
    assert real.read_text("utf-8") == '# mine\n\n[[ignore]]\nname = "The \\"A\\""\n'
    assert real.stat().st_mode & 0o777 == 0o640


# The archive


def test_a_store_in_memory_is_given_its_corrections_at_once() -> None:
    with MemoryStore() as store:
        store.put_many(ALL)
        store.corrections = Corrections((Correction(Action.IGNORE, "Odile Varga"),), (Watched("Karst bridge", PLACE),))
        assert [each.name for each in store.top_entities(limit=5)] == ["Port Selwyn", "Karst bridge"]
        store.corrections = Corrections()
        assert [store.get(article.id) for article in ALL] == list(ALL)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    with open_store(tmp_path / "archive", create=True) as store:
        store.put_many(ALL)
    return tmp_path / "archive"


MERGE = '[[merge]]\nname = "Odile Varga"\ninto = "The mayor"\n'


def test_a_file_changed_by_hand_is_shown_at_once_and_applied_when_next_written(archive: Path) -> None:
    with open_store(archive, read_only=True) as reader:
        assert reader.get(HARBOUR.id) == HARBOUR
        (archive / "entities.toml").write_text(MERGE, "utf-8")
        assert reader.refresh()
        shown = reader.get(HARBOUR.id)
        assert shown is not None
        assert marked(shown)[0] == "Odile Varga: The mayor, person"
        assert not reader.refresh()
        with open_store(archive) as writer:
            assert articles_of(writer, "The mayor") == 2
        assert reader.refresh()
        assert reader.search('person:"The mayor"', limit=5).total == 2
    (archive / "entities.toml").unlink()
    with open_store(archive) as writer:
        assert articles_of(writer, "Odile Varga") == 2
        assert articles_of(writer, "The mayor") == 0
        assert writer.get(HARBOUR.id) == HARBOUR


def test_a_watchlist_changed_by_hand_is_applied(archive: Path) -> None:
    (archive / "entities.toml").write_text('watch = ["places.txt"]', "utf-8")
    for names, found in ("Ostrow\tplace\n", ["Karst"]), ("Karst bridge\tplace", ["Karst bridge"]):
        (archive / "places.txt").write_text(f"{names}\nKarst\tplace", "utf-8")
        with open_store(archive) as store:
            assert [hit.article.key for hit in store.search(f'place:"{found[0]}"', limit=5).hits] == ["bridge"]
    with open_store(archive, read_only=True) as store:
        assert store.search('place:"Ostrow"', limit=5).total == 0
        assert store.stats().mentions == 5


def test_a_file_that_is_wrong_is_told_when_the_archive_is_opened(archive: Path) -> None:
    (archive / "entities.toml").write_text("[[merge]]\nnaem = 'A'", "utf-8")
    for read_only in (True, False):
        with pytest.raises(StoreError, match=r"entities\.toml:2: unknown key 'naem'; did you mean 'name'\?"):
            open_store(archive, read_only=read_only)
    (archive / "entities.toml").unlink()
    with open_store(archive) as store:
        assert store.check() == ()


def test_a_file_that_goes_wrong_while_one_reads_is_told_once_and_changes_nothing(archive: Path) -> None:
    (archive / "entities.toml").write_text(MERGE, "utf-8")
    open_store(archive).close()
    with open_store(archive, read_only=True) as reader:
        shown = reader.get(HARBOUR.id)
        (archive / "entities.toml").write_text("[[merge", "utf-8")
        with pytest.raises(CorrectionsError, match="not valid TOML"):
            reader.refresh()
        assert not reader.refresh()
        assert reader.get(HARBOUR.id) == shown


def test_only_articles_that_are_concerned_are_looked_at(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    reading = Records.articles

    def noting(self: Records, rows: list[int]) -> dict[int, Article]:
        looked.append(len(rows))
        return reading(self, rows)

    with open_store(archive) as store:
        monkeypatch.setattr(Records, "articles", noting)
        store.correct(Correction(Action.ALIAS, "Odile Varga", to="The mayor"))
        assert looked == [2, 2]  # for the mentions, for the index
        store.correct(Correction(Action.ADD, "Karst bridge", PLACE))
        assert looked[2:] == [1, 1]
        store.correct(Correction(Action.ADD, "Zanzibar", PLACE))
        assert looked[4:] == []


@pytest.mark.parametrize("at", ["mentions", "index"])
def test_what_was_interrupted_is_resumed(archive: Path, monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    class PowerCutError(Exception):
        pass

    def cut(*_: object) -> None:
        raise PowerCutError

    (archive / "entities.toml").write_text(MERGE, "utf-8")
    place = "docs_store.local.mentioning.Mentions.note" if at == "mentions" else "docs_store.local.index.Index.update"
    with monkeypatch.context() as patch, pytest.raises(PowerCutError):
        patch.setattr(place, cut)
        open_store(archive)
    with open_store(archive, read_only=True) as reader:
        assert articles_of(reader, "The mayor") == (0 if at == "mentions" else 2)
    with open_store(archive) as store:
        assert articles_of(store, "The mayor") == 2
        assert store.search('person:"The mayor"', limit=5).total == 2
        assert store.check() == ()


def test_where_what_was_applied_cannot_be_told_all_is_done_anew(archive: Path) -> None:
    with open_store(archive) as store:
        store.correct(Correction(Action.IGNORE, "Odile Varga"))
    connection = sqlite3.connect(archive / "articles.sqlite")
    with connection:
        connection.execute("UPDATE correction SET applied = 'of another version'")
    connection.close()
    (archive / "entities.toml").unlink()
    with open_store(archive) as store:
        assert articles_of(store, "Odile Varga") == 2
        assert [store.get(article.id) for article in ALL] == list(ALL)


def test_an_index_built_anew_knows_the_corrections(archive: Path) -> None:
    with open_store(archive) as store:
        store.correct(Correction(Action.IGNORE, "Odile Varga"))
        store.correct(Correction(Action.IGNORE, "Port Selwyn"))
    for folder in archive.glob("index-*"):
        for file in folder.iterdir():
            file.unlink()
    with open_store(archive) as store:
        assert store.search("has:entities", limit=5).total == 0
        store.put_many([replace(HARBOUR, title="Harbour opens at last")])
        assert store.search("has:entities", limit=5).total == 0
        assert store.check() == ()
