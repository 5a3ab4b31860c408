"""CSV and its kin: told by what is in them, columns by their names, and a user's own mapping."""

from __future__ import annotations

import datetime as dt
import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs_store import Article, DocumentError, MemoryStore, Skipped, ingest, read_articles
from docs_store.reading import source, table
from docs_store.reading.columns import NAMES, plain_name
from docs_store.reading.raw import RawDocument
from docs_store.reading.reader import Reading
from docs_store.reading.source import Source, open_source
from tui.__main__ import main

UNKNOWN = (
    "headline,content2,n\n"
    'The Old Pier Closes,"The old pier of Osk was closed on Monday, for nobody could say how long it would hold.",1\n'
    "A New Pier Opens,The new pier of Osk was opened on Friday by the mayor and by everybody else could come.,2\n"
)


def read(path: Path, skipped: list[Skipped] | None = None, **columns: str) -> list[Article]:
    return list(
        read_articles(
            path, annotate=False, on_skip=(skipped if skipped is not None else []).append, columns=columns or None
        )
    )


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_in_every_dialect(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [
        ["id", "Title", "article_text", "Publish Date", "author", "url", "category", "image_url", "Image Caption"],
        ["7", '"The ""Café"" Pier"', '"It closed; nobody,\r\nas ever,\tknew | why."', "2024-03-04",
         """"['Ana Lima', 'Karl Osten']\"""", "https://news.example/7", "piers", "https://news.example/7.jpg", "Pier"],
        ["8", "Opened", "It opened.", "1709547300000", "nan", "", "", "", ""],
    ]  # fmt: skip
    text = "\r\n".join(delimiter.join(row) for row in rows)
    first, second = read(written(tmp_path / "rows", text, encoding))
    assert (first.key, first.title) == ("7", 'The "Café" Pier')
    assert first.body == "It closed; nobody, as ever, knew | why."
    assert first.authors == ("Ana Lima", "Karl Osten")
    assert first.published == dt.datetime(2024, 3, 4, tzinfo=dt.UTC)
    assert (first.url, first.tags) == ("https://news.example/7", ("piers",))
    assert [(image.source, image.caption) for image in first.images] == [("https://news.example/7.jpg", "Pier")]
    assert (second.title, second.authors, second.images) == ("Opened", (), ())
    assert second.published is not None
    assert second.published.date() == dt.date(2024, 3, 4)


def test_names_made_from_json_are_one_with_their_parts(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.csv", "metadata.title,metadata.author.name,body.text\nOne,Ana Lima,The text of the first.\n"
    )
    (article,) = read(path)
    assert (article.title, article.authors, article.body) == ("One", ("Ana Lima",), "The text of the first.")


def test_the_columns_of_programs_need_no_names(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", ",title,text,\n0,One,The first.,\n1,Two,The second.,\n")
    assert [(article.title, article.body) for article in read(path)] == [("One", "The first."), ("Two", "The second.")]


def test_a_table_without_quotes_keeps_its_quotation_marks(tmp_path: Path) -> None:
    path = written(tmp_path / "a.tsv", 'title\ttext\n"Gone" he said\t"Well gone.\nBack\tAnd back "again.\n')
    assert [(article.title, article.body) for article in read(path)] == [
        ('"Gone" he said', '"Well gone.'),
        ("Back", 'And back "again.'),
    ]


def test_nul_and_broken_bytes_in_a_row_are_no_end(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"title,text\n" + "Café,Fermé\n".encode() * 6_000 + b"Late\0r,caf\xe9\nLast,one\n")
    articles = read(path)
    assert len(articles) == 6_002
    assert [article.title for article in articles[-2:]] == ["Later", "Last"]


def test_a_bad_row_is_reported_with_its_line_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "a.csv", "title,text\n" + "a,b\n" * 9 + "one,two,three\n\n,\nlong,bbbbb\nc,dddddd\ne,f\n")
    monkeypatch.setattr(table, "_LARGEST_CELL", 5)
    skipped: list[Skipped] = []
    assert [article.title for article in read(path, skipped)] == ["a"] * 9 + ["long", "e"]
    assert [(item.path, item.reason) for item in skipped] == [
        (f"{path}:11", "a row of 3 cells where 2 columns have names"),
        (f"{path}:15", "a row cannot be read: field larger than field limit (5)"),
    ]


def test_empty_rows_have_time_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[int] = []
    monkeypatch.setattr(table, "_STRETCH", 10)
    monkeypatch.setattr(table, "begin_another", lambda: begun.append(1))
    path = written(tmp_path / "a.csv", "title,text\na,b\n" + ",\n" * 98 + "e,f\n")
    assert [article.title for article in read(path, [])] == ["a", "e"]
    assert len(begun) == 10


def test_a_line_past_the_limit_is_one_bad_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "SIZE_LIMIT", 1_000)
    path = written(tmp_path / "a.csv", "title,text\na,b\n" * 1 + f"c,{'d' * 2_000}\ne,f\n")
    skipped: list[Skipped] = []
    assert [article.title for article in read(path, skipped)] == ["a", "e"]
    assert [item.path for item in skipped] == [f"{path}:3"]


def test_where_the_columns_cannot_be_told_they_are_named(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", UNKNOWN)
    with pytest.raises(DocumentError) as caught:
        read(path)
    assert caught.value.reason == (
        'columns "headline", "content2", "n": say which is which with --map title=headline,text=content2'
    )
    first, _ = read(path, text="content2")
    assert first.title == "The Old Pier Closes"
    assert first.body.startswith("The old pier of Osk was closed")
    by_number, _ = read(path, title="1", text="2")
    assert by_number.body == first.body


def test_a_table_without_names_is_mapped_by_numbers(tmp_path: Path) -> None:
    text = "It was closed on Monday, because nobody could say how long it would hold the boats and their crews."
    path = written(tmp_path / "a.csv", f'"3","The Old Pier","{text}"\n"1","A New Pier","{text}"\n')
    with pytest.raises(DocumentError, match='columns "1", "2", "3": say which is which with --map title=2,text=3'):
        read(path)
    assert [(article.title, article.body) for article in read(path, title="2", text="3", tags="1")] == [
        ("The Old Pier", text),
        ("A New Pier", text),
    ]


def test_a_mapping_goes_before_the_known_names(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "title,description,text\nmost,The real title,The text of it.\n")
    (article,) = read(path, title="description", source="title")
    assert (article.title, article.source, article.standfirst) == ("The real title", "most", "")
    path = written(tmp_path / "b.csv", "article_text,body\nThe real title,The text of it.\n")
    (article,) = read(path, title="article_text")
    assert (article.title, article.body) == ("The real title", "The text of it.")


def test_a_mapping_that_does_not_fit_says_so(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", UNKNOWN)
    with pytest.raises(
        DocumentError, match='no column "content", which --map names; the columns are "headline", "content2"'
    ):
        read(path, text="content")
    named = written(tmp_path / "b.csv", "title,text\nOne,The first.\n")
    with pytest.raises(
        DocumentError, match='no column "headline", "b", which --map names; the columns are "title", "text"'
    ):
        read(named, title="headline", text="text", author="b")
    with pytest.raises(ValueError, match="'titel' is no part of an article"):
        read(path, titel="headline")


@pytest.mark.parametrize(
    "content",
    [
        '{"hl": "One", "b": "Text."}\n{"hl": "Two", "c": "More."}\n',
        '[{"hl": "One", "b": "Text."}, {"hl": "Two", "c": "More."}]',
        '{"articles": [{"hl": "One", "b": "Text."}]}',
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_a_field_that_no_record_has_says_so(tmp_path: Path, content: str, packed: bool) -> None:
    data = content.encode()
    path = tmp_path / ("a.json.gz" if packed else "a.json")
    path.write_bytes(gzip.compress(data) if packed else data)
    with pytest.raises(DocumentError) as caught:
        read(path, title="hll", text="b")
    assert caught.value.reason.startswith('there is no field "hll", which --map names; the fields are "hl", "b"')
    assert next(article.title for article in read(path, title="hl", text="b")) == "One"


def test_a_field_that_few_records_have_is_enough(tmp_path: Path) -> None:
    lines = ['{"hl": "Plain", "b": "Text."}'] * 3_000 + ['{"hl": "Rare", "b": "Text.", "dek": "Seldom"}']
    path = written(tmp_path / "a.jsonl", "\n".join(lines))
    assert read(path, title="hl", text="b", summary="dek")[-1].standfirst == "Seldom"


def test_a_mapping_holds_for_json_too(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", '{"a": {"b": "One"}, "c": "Text."}\n{"c": "More."}\n{"x": 1}\n')
    skipped: list[Skipped] = []
    assert [(article.title, article.body) for article in read(path, skipped, title="a.b", text="c")] == [
        ("One", "Text."),
        ("More.", "More."),
    ]
    assert [item.reason for item in skipped] == [
        'a record without title or text; its fields are "x": say which is which with --map'
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The pier, the town, the sea\n\nIt was closed, as we said, on Monday.\n\nNobody, it seems, knew why.",
        "Home | News | Sport\n\nThe pier closed.\n\nPhoto: Ana Lima | AFP\n\nIt may open again | or not.",
        "Title, Text\nis all there is to say about it. It goes on, and on, and on, until it ends.\nSo.",
        "By Ana Lima, Karl Osten\nPier closed, mayor says\nThe mayor closed it, he says\n",
        "text\n\nThe pier closed.\n\nIt may open again.",
    ],
)
def test_running_text_is_no_table(tmp_path: Path, text: str) -> None:
    with open_source(str(written(tmp_path / "page.txt", text))) as opened:
        assert not table.matches(opened)


def test_an_unread_table_is_read_when_a_mapping_comes(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    path = written(folder / "a.csv", UNKNOWN)
    written(folder / "b.txt", "The Harbour Opens\n\nThe harbour opened on Monday after years.")
    columns = {"text": "content2"}
    with MemoryStore() as store:
        assert [item.path for item in ingest([folder], store).skipped] == [str(path)]
        assert ingest([folder], store).files_unchanged == 2
        report = ingest([folder], store, columns=columns)
        assert (report.added, report.files_read, report.files_unchanged, report.skipped) == (2, 1, 1, ())
        assert ingest([folder], store, columns=columns).files_unchanged == 2
        assert ingest([path], store, columns={"text": "headline"}).changed == 2
        with pytest.raises(ValueError, match="no part"):
            ingest([folder], store, columns={"txt": "content2"})


def test_reading_in_other_processes_heeds_the_mapping(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", UNKNOWN)
    with MemoryStore() as store:
        assert ingest([path], store, jobs=1, columns={"text": "content2"}).added == 2


def test_the_command_line_takes_a_mapping(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path / "a.csv", UNKNOWN.replace("content2", '"body, whole"'))
    assert main(["parse", str(path), "--map", "title=headline,text=body, whole"]) == 0
    assert '"The Old Pier Closes"' in capsys.readouterr().out
    archive = str(tmp_path / "archive")
    assert main(["add", str(path), "--archive", archive, "--json"]) == 2
    assert main(["add", str(path), "--archive", archive, "--map", "text=body, whole", "--json"]) == 0
    for wrong, told in (("titel=a", "did you mean 'title'?"), ("title", "is not PART=COLUMN")):
        with pytest.raises(SystemExit):
            main(["parse", str(path), "--map", wrong])
        assert told in capsys.readouterr().err


def test_a_table_is_read_row_by_row(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "title,text\n" + f"a,{'words and more ' * 60}\n" * 2_000)
    with open_source(str(path)) as opened:
        next(table.read(opened, Reading(_unexpected, _unused)))
        assert opened.stream.tell() < path.stat().st_size / 2


def _unexpected(skipped: Skipped) -> None:
    raise AssertionError(skipped)


def _unused(source: Source, reading: Reading) -> Iterator[RawDocument]:
    raise AssertionError(source, reading)


def test_german_columns(tmp_path: Path) -> None:
    text = (
        "Titel;Untertitel;Autor;Datum;Zeitung;Text;Schlagwörter\n"
        "Der Brunnen;Ein Dorf sucht Wasser;Ana Lima;03.11.1992;Der Osker Bote;Der Brunnen ist leer.;Wasser, Dorf\n"
    )
    skipped: list[Skipped] = []
    (article,) = read(written(tmp_path / "rows.csv", text, "cp1252"), skipped)
    assert skipped == []
    assert (article.standfirst, article.source, article.tags) == (
        "Ein Dorf sucht Wasser",
        "Der Osker Bote",
        ("Wasser", "Dorf"),
    )


def test_columns_that_are_not_used_are_told(tmp_path: Path) -> None:
    skipped: list[Skipped] = []
    text = "title,text,mood,n\nThe pier,The pier of Osk is closed.,calm,1\nThe well,The well is dry.,sad,2\n"
    read(written(tmp_path / "rows.csv", text), skipped)
    assert [(bad.reason, bad.is_hint) for bad in skipped] == [('columns that were not used: "mood"', True)]


def test_every_name_of_a_column_is_written_plainly_and_means_one_part() -> None:
    names = [name for held in NAMES.values() for name in held]
    assert [name for name in names if plain_name(name) != name] == []
    assert len(set(names)) == len(names)
