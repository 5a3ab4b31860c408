"""JSON and JSON Lines: the names and shapes people use, and bad records that stop nobody."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from docs_store.errors import DocumentError
from docs_store.ledger import Skipped
from docs_store.marks import Marks
from docs_store.model import Article, BlockKind, LinkKind
from docs_store.reading import read_articles


def read(path: Path, skipped: list[Skipped] | None = None) -> list[Article]:
    return list(read_articles(path, annotate=False, on_skip=(skipped if skipped is not None else []).append))


def record(tmp_path: Path, **fields: object) -> Article:
    path = tmp_path / "record.json"
    path.write_text(json.dumps(fields), encoding="utf-8")
    (article,) = read(path)
    return article


def test_a_full_record(tmp_path: Path) -> None:
    article = record(
        tmp_path,
        id=17,
        headline="The well of Osk",
        standfirst="A village looks for water.",
        content=["First paragraph.", "Second paragraph."],
        date_published="2024-03-04T10:15:00+09:00",
        author=[{"name": "Ana Lima"}, {"name": "Karl Osten"}],
        link="https://news.example/well",
        site_name="The Osk Courier",
        keywords="water, wells, Water",
        images=[
            {"caption": "The dry well.", "credit": "Ana Lima", "url": "https://news.example/1.jpg", "alt": "a well"},
            "https://news.example/2.jpg",
        ],
        related=[{"title": "The pump of Osk", "url": "https://news.example/pump"}],
        language="en-GB",
    )
    assert article.key == "17"
    assert (article.title, article.title_made) == ("The well of Osk", False)
    assert article.standfirst == "A village looks for water."
    assert article.body == "First paragraph.\n\nSecond paragraph."
    assert article.published == dt.datetime(2024, 3, 4, 1, 15, tzinfo=dt.UTC)
    assert article.authors == ("Ana Lima", "Karl Osten")
    assert (article.url, article.source) == ("https://news.example/well", "The Osk Courier")
    assert article.tags == ("water", "wells")
    first, second = article.images
    assert (first.caption, first.credit, first.alt) == ("The dry well.", "Ana Lima", "a well")
    assert second.source == "https://news.example/2.jpg"
    assert [(link.title, link.kind) for link in article.links] == [("The pump of Osk", LinkKind.RELATED)]
    assert article.language == "en"
    kinds = [block.kind for block in article.blocks]
    assert kinds == [
        BlockKind.STANDFIRST,
        BlockKind.CAPTION,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
        BlockKind.CAPTION,
    ]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-03-04", dt.date(2024, 3, 4)),
        ("Mon, 04 Mar 2024 10:15:00 GMT", dt.date(2024, 3, 4)),
        ("4. März 2024", dt.date(2024, 3, 4)),
        ("4 mars 2024", dt.date(2024, 3, 4)),
        ("4 de marzo de 2024", dt.date(2024, 3, 4)),
        ("4 марта 2024", dt.date(2024, 3, 4)),
        ("2024年3月4日", dt.date(2024, 3, 4)),
        ("March 4, 2024 5:00 PM EST", dt.date(2024, 3, 4)),
        (1709547300, dt.date(2024, 3, 4)),
        (1709547300000, dt.date(2024, 3, 4)),
        ("1709547300", dt.date(2024, 3, 4)),
        (20240304, dt.date(2024, 3, 4)),
        (0, None),
        ("0001-01-01", None),
        ("9999-12-31", None),
        ("2024", None),
        ("last Tuesday", None),
        (True, None),
        (1e300, None),
        ({"not": "a date"}, None),
    ],
)
def test_dates(tmp_path: Path, value: object, day: dt.date | None) -> None:
    published = record(tmp_path, title="a", date=value).published
    assert (published.date() if published else None) == day


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("3 May 2031 at 10:15 KST", "2031-05-03T01:15:00+00:00"),
        ("3 May 2031 at 10:15 GMT+3", "2031-05-03T07:15:00+00:00"),
        ("3 May 2031 at 10:15 UTC -05:30", "2031-05-03T15:45:00+00:00"),
        ("3 May 2031 at 10:15 +0530", "2031-05-03T04:45:00+00:00"),
        ("3 May 2031 at 10:15 XYZ", "2031-05-03T10:15:00+00:00"),
    ],
)
def test_zones(tmp_path: Path, value: str, moment: str) -> None:
    published = record(tmp_path, title="a", date=value).published
    assert published is not None
    assert published.astimezone(dt.UTC).isoformat() == moment


@pytest.mark.parametrize(
    ("value", "authors"),
    [
        ("By Ana Lima and Karl Osten", ("Ana Lima", "Karl Osten")),
        ("Ana Lima, Karl Osten", ("Ana Lima", "Karl Osten")),
        ("Lima, Ana", ("Lima, Ana",)),
        (["Ana Lima", "ANA LIMA"], ("Ana Lima",)),
        ({"name": "Ana Lima", "url": "https://news.example"}, ("Ana Lima",)),
        ([], ()),
        (None, ()),
    ],
)
def test_authors(tmp_path: Path, value: object, authors: tuple[str, ...]) -> None:
    assert record(tmp_path, title="a", authors=value).authors == authors


@pytest.mark.parametrize(
    "content",
    [
        '[{"title": "a"}, {"title": "b"}]',
        '[\n  {"title": "a"},\n  {"title": "b"}\n]',
        '{"articles": [{"title": "a"}, {"title": "b"}]}',
        '{"version": 1,\n "items": [\n{"title": "a"},\n{"title": "b"}\n]}',
        '{"title": "a"}\n{"title": "b"}\n',
        '\ufeff{"title": "a"}\r\n\r\n{"title": "b"}',
    ],
)
def test_lists_of_records(tmp_path: Path, content: str) -> None:
    path = tmp_path / "records"
    path.write_text(content, encoding="utf-8")
    articles = read(path)
    assert [article.title for article in articles] == ["a", "b"]
    assert [article.key for article in articles] == [str(path), f"{path}#2"]
    assert len({article.id for article in articles}) == 2
    path.write_text(content, encoding="utf-16")
    assert [article.title for article in read(path)] == ["a", "b"]


def test_a_bad_record_is_reported_and_the_others_are_read(tmp_path: Path) -> None:
    bad = [
        '{"title": "cut off',
        "[" * 100_000,
        '{"title": "x", "id": ' + "9" * 4301 + "}",
        "17",
        '{"neither": "title nor text"}',
    ]
    path = tmp_path / "records.jsonl"
    path.write_text("\n".join(['{"title": "first"}', *bad, '{"title": "last", "score": NaN}']), encoding="utf-8")
    skipped: list[Skipped] = []
    assert [article.title for article in read(path, skipped)] == ["first", "last"]
    assert [item.path for item in skipped] == [f"{path}:{line}" for line in range(2, 7)]
    assert all(item.reason for item in skipped)


def test_the_same_id_twice_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    records = [
        {"id": "1", "title": "a"},
        {"id": "1", "title": "b"},
        {"id": "1", "title": "a"},
        {"id": "2", "title": "a"},
    ]
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    ids = [article.id for article in read(path)]
    assert ids[0] == ids[2]
    assert len(set(ids)) == 3
    assert [article.id for article in read(path)] == ids


def test_ids_are_of_their_file_and_urls_of_the_world(tmp_path: Path) -> None:
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    for path in (one, other):
        path.write_text(
            '[{"id": "1", "title": "a"}, {"url": "https://news.example/a", "title": "b"}]', encoding="utf-8"
        )
    first, second = read(one), read(other)
    assert first[0].id != second[0].id
    assert first[1].id == second[1].id


def test_text_wrapped_with_indented_paragraphs_is_joined(tmp_path: Path) -> None:
    text = (
        "Farmers in the upper valley said rain this\nweek was too late for the early barley, though the oats may\n"
        "still be saved if it goes on until Sunday.\n    The cooperative will meet on Friday to set the price\n"
        "it pays for what is left of the crop this year.\n Wire"
    )
    article = record(tmp_path, title="a", text=text)
    assert [block.text for block in article.blocks][:2] == [
        "Farmers in the upper valley said rain this week was too late for the early barley, though the oats may still "
        "be saved if it goes on until Sunday.",
        "The cooperative will meet on Friday to set the price it pays for what is left of the crop this year.",
    ]


WIRE = (
    "{opening}\nCouncil of the upper valley on Monday opened a new office in\nthe old mill, which had stood empty for "
    "thirty\nyears.\n    The cooperative will meet on Friday to set the price\nit pays for what is left of the crop.\n"
)


@pytest.mark.parametrize(
    ("title", "opening", "first"),
    [
        ("Mill reopens", "Farmers said the Barley", "Farmers said the Barley Council of the upper valley on Monday"),
        ("", "Mill in the valley reopens", "Mill in the valley reopens"),
        ("Mill reopens", "It has reopened.", "It has reopened."),
        ("Mill reopens", "Mill reopens\n", "Mill reopens"),
    ],
)
def test_a_first_line_whose_dateline_was_taken_off_goes_on(
    tmp_path: Path, title: str, opening: str, first: str
) -> None:
    article = record(tmp_path, title=title, text=WIRE.format(opening=opening))
    assert article.blocks[0].text.partition(" opened")[0] == first


def test_only_a_sure_caption_leaves_a_records_text(tmp_path: Path) -> None:
    text = (
        "The wells are dry.\n\nA dry well near Osk. Photo by Ana Lima / AFP\n\n"
        "The dry well at noon\n\nThe rain came late."
    )
    article = record(tmp_path, title="a", text=text)
    assert [image.caption for image in article.images] == ["A dry well near Osk."]
    assert article.body == "The wells are dry.\n\nThe dry well at noon\n\nThe rain came late."
    alone = record(tmp_path, title="a", text="A dry well near Osk. Photo by Ana Lima / AFP")
    assert alone.images == ()


def test_a_missing_title_is_made_at_a_word_and_marked(tmp_path: Path) -> None:
    article = record(tmp_path, text="The wells of the upper valley are dry. More follows.")
    assert (article.title, article.title_made) == ("The wells of the upper valley are dry.", True)
    long = record(tmp_path, text="When Dr. Osten came down from the upper farms, " + "water " * 40)
    assert len(long.title) <= 90
    assert long.title.endswith("water…")


def test_hostile_text_is_cleaned_and_counted(tmp_path: Path) -> None:
    article = record(
        tmp_path,
        title="a\x1b[31mred\nline",
        text="b\u202eright",
        author="c\x07d",
        images=[{"caption": "e\u200bf"}],
    )
    assert article.title == "a␛[31mred line"
    assert article.body == "b\ufffdright"
    assert article.authors == ("c␇d",)
    assert article.images[0].caption == "ef"
    assert article.cleaned == 4


WELL = (
    "<p>A village looks for <b>water</b>.</p><figure><img src='1.jpg'><figcaption>The dry well.</figcaption></figure>"
)


def test_a_json_feed(tmp_path: Path) -> None:
    path = tmp_path / "feed"
    item = {
        "id": "https://osk.example/1",
        "url": "https://osk.example/1",
        "title": "The well of Osk",
        "content_html": WELL,
        "summary": "Dry.",
        "image": "https://osk.example/top.jpg",
        "date_published": "2024-03-04T10:15:00Z",
        "authors": [{"name": "Ana Lima", "avatar": "https://osk.example/ana.png"}],
        "tags": ["water"],
    }
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "The Osk Courier", "items": [item, {"id": "2"}]}
    path.write_text(json.dumps(feed), encoding="utf-8")
    skipped: list[Skipped] = []
    (article,) = read(path, skipped)
    assert (article.title, article.source, article.authors) == ("The well of Osk", "The Osk Courier", ("Ana Lima",))
    assert (article.standfirst, article.body) == ("Dry.", "A village looks for water.")
    assert [(image.caption, image.source) for image in article.images] == [
        ("The dry well.", "https://osk.example/1.jpg"),
        ("", "https://osk.example/top.jpg"),
    ]
    assert [item.path for item in skipped] == [f"{path}:1:2"]


def _within(*names: str, record: Mapping[str, object]) -> object:
    value: object = record
    for name in reversed(names):
        value = [value] if name == "[]" else {name: value, "status": "ok", "total": 1}
    return value


@pytest.mark.parametrize(
    "names",
    [
        ("hits", "hits", "[]", "_source"),
        ("response", "results", "[]"),
        ("response", "docs", "[]"),
        ("articles", "results", "[]"),
        ("response", "content"),
        ("data", "articles", "edges", "[]", "node"),
        ("data", "[]", "attributes"),
        ("rows", "[]", "doc"),
        ("data",),
        ("[]", "article"),
        ("data", "article"),
        ("metadata",),
        (),
    ],
)
def test_what_wraps_a_record_is_taken_off(tmp_path: Path, names: tuple[str, ...]) -> None:
    record = {"title": "A", "content": {"rendered": "<p>The text.</p>"}, "data": {"items": [{"title": "Not this"}]}}
    path = tmp_path / "wrapped"
    path.write_text(json.dumps(_within(*names, record=record)), encoding="utf-8")
    assert [(article.title, article.body) for article in read(path)] == [("A", "The text.")]


def test_the_records_of_scrapers(tmp_path: Path) -> None:
    article = record(
        tmp_path,
        title="The well of Osk",
        maintext="A village looks for water.",
        authors="['Ana Lima', \"Karl O'Sten\"]",
        date_publish="2024-03-04 10:15:00",
        date_download="2024-05-05 00:00:00",
        source_domain="osk.example",
        url="https://osk.example/1",
        image_url="https://osk.example/1.jpg",
        language="en",
        description=None,
    )
    assert (article.body, article.source) == ("A village looks for water.", "osk.example")
    assert article.authors == ("Ana Lima", "Karl O'Sten")
    assert article.published == dt.datetime(2024, 3, 4, 10, 15, tzinfo=dt.UTC)
    assert [image.source for image in article.images] == ["https://osk.example/1.jpg"]
    trafilatura = record(
        tmp_path,
        title="The well",
        author="Ana Lima; Karl Osten",
        source="https://osk.example/1",
        tags="water;wells",
        text="It is dry.",
        raw_text="x It is dry. y",
        excerpt="It is dr…",
        **{"source-hostname": "Osk Courier"},
    )
    assert (trafilatura.source, trafilatura.url) == ("Osk Courier", "https://osk.example/1")
    assert (trafilatura.authors, trafilatura.tags) == (("Ana Lima", "Karl Osten"), ("water", "wells"))
    assert (trafilatura.body, trafilatura.standfirst) == ("It is dry.", "")


def test_a_text_in_sections(tmp_path: Path) -> None:
    body = {
        "summary": ["In short."],
        "sections": [
            {"headline": [], "paragraphs": ["One.", "Two."]},
            {"headline": ["Later"], "paragraphs": ["Three."]},
        ],
    }
    images = [{"versions": [{"url": "https://osk.example/1.jpg"}], "caption": "A well", "authors": ["Ana Lima"]}]
    article = record(tmp_path, title="A", body=body, images=images)
    assert article.body == "In short.\n\nOne.\n\nTwo.\n\nLater\n\nThree."
    assert [block.kind for block in article.blocks if block.text == "Later"] == [BlockKind.HEADING]
    (image,) = article.images
    assert (image.caption, image.credit, image.source) == ("A well", "Ana Lima", "https://osk.example/1.jpg")
    blocks = {"blocks": [{"type": "header", "data": {"text": "One &amp; <b>all</b>"}}, {"data": {"text": "Two"}}]}
    assert record(tmp_path, title="A", content=blocks).body == "One & all\n\nTwo"


def test_the_answers_of_news_apis(tmp_path: Path) -> None:
    york = record(
        tmp_path,
        headline={"main": "The Well of Osk", "kicker": "Water"},
        byline={"original": "By Ana Lima and Karl Osten", "person": []},
        abstract="A village looks for water.",
        lead_paragraph="It is dry, they said.",
        web_url="https://osk.example/1",
        pub_date="2024-03-04T10:15:00+0000",
        keywords=[{"name": "subject", "value": "Wells"}],
        multimedia=[
            {"url": "images/1.jpg", "caption": "The well", "copyright": "Ana Lima"},
            {"url": "images/1-small.jpg", "caption": "The well", "copyright": "Ana Lima"},
        ],
        _id="nyt://article/1",
    )
    assert (york.title, york.authors, york.url) == (
        "The Well of Osk", ("Ana Lima", "Karl Osten"), "https://osk.example/1"
    )  # fmt: skip
    assert (york.standfirst, york.body, york.tags) == (
        "A village looks for water.",
        "It is dry, they said.",
        ("Wells",),
    )
    assert [(image.caption, image.credit) for image in york.images] == [("The well", "Ana Lima")]
    assert york.published == dt.datetime(2024, 3, 4, 10, 15, tzinfo=dt.UTC)
    guardian = record(
        tmp_path,
        id="town/2024/mar/04/well",
        webTitle="The well of Osk &#8211; dry",
        webPublicationDate="2024-03-04T10:15:00Z",
        webUrl="https://osk.example/1",
        sectionName="Town",
        fields={"bodyText": "Plain.", "body": WELL, "byline": "Ana Lima", "trailText": "It is <strong>dry</strong>"},
    )
    assert (guardian.title, guardian.authors, guardian.tags) == ("The well of Osk – dry", ("Ana Lima",), ("Town",))
    assert (guardian.standfirst, guardian.body) == ("It is dry", "A village looks for water.")
    assert [image.caption for image in guardian.images] == ["The dry well."]
    gdelt = record(tmp_path, title="A", url="https://osk.example/1", seendate="20240304T101500Z", domain="osk.example")
    assert gdelt.published == dt.datetime(2024, 3, 4, 10, 15, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "value", [{"$date": "2024-03-04T10:15:00Z"}, {"$date": {"$numberLong": "1709547300000"}}, {"$date": 1709547300000}]
)
def test_dates_of_databases(tmp_path: Path, value: object) -> None:
    article = record(tmp_path, title="a", created=value, _id={"$oid": "65e5a"})
    assert article.published == dt.datetime(2024, 3, 4, 10, 15, tzinfo=dt.UTC)
    assert article.key == "65e5a"


def test_names_of_pages_and_of_other_languages(tmp_path: Path) -> None:
    article = record(
        tmp_path,
        **{
            "og:title": "The well",
            "og:site_name": "Osk",
            "article:published_time": "2024-03-04",
            "Título": "",
            "texto": "Seco.",
        },
    )
    assert (article.title, article.source, article.body) == ("The well", "Osk", "Seco.")
    assert article.published == dt.datetime(2024, 3, 4, tzinfo=dt.UTC)


def test_html_without_paragraphs_has_them_by_its_empty_lines(tmp_path: Path) -> None:
    text = 'The well is <em>dry</em>.\n\nIt may\nrain, <a href="/1">they say</a>.\n\n<h2>Later</h2>\n\nIt did.'
    article = record(tmp_path, title="a", text=text)
    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.PARAGRAPH, "The well is dry."),
        (BlockKind.PARAGRAPH, "It may rain, they say."),
        (BlockKind.HEADING, "Later"),
        (BlockKind.PARAGRAPH, "It did."),
    ]


def test_companies_of_the_old_wires_are_no_html(tmp_path: Path) -> None:
    article = record(
        tmp_path, title="MILLS OF OSK <P> BUY PUMPS <B>", text="The mills <P> bought pumps.\n\nSo they say."
    )
    assert article.title == "MILLS OF OSK <P> BUY PUMPS <B>"
    assert article.body == "The mills <P> bought pumps.\n\nSo they say."


def test_a_record_may_tell_what_its_reader_noted(tmp_path: Path) -> None:
    marked = record(tmp_path, title="a", text="b", saved_at="2031-05-08T07:15:00Z", is_starred=1, is_archived=False)
    assert marked.marks == Marks(dt.datetime(2031, 5, 8, 7, 15, tzinfo=dt.UTC), True, False)
    assert not record(tmp_path, title="a", text="b", read="5 min", saved="yes", favorite=["x"]).marks
    assert record(tmp_path, title="a", text="b", unread="false").marks == Marks(read=True)


@pytest.mark.parametrize("text", ["[1]Home [2]News", "[12] The well, once more.", "[1]\nThe well."])
def test_numbers_in_brackets_may_begin_a_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "dump.txt"
    path.write_text(f"{text}\n\nThe well of Osk has run dry, the council said on Tuesday.\n", encoding="utf-8")
    (article,) = read(path)
    assert "The well of Osk has run dry" in article.body


@pytest.mark.parametrize("empty", ["[]", '{"articles": []}'])
def test_an_empty_list_is_reported(tmp_path: Path, empty: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"title": "One"}}\n{empty}\n{{"title": "Two"}}\n', encoding="utf-8")
    skipped: list[Skipped] = []
    assert [article.title for article in read(path, skipped)] == ["One", "Two"]
    assert [(bad.path, bad.reason) for bad in skipped] == [(f"{path}:2", "an empty list, no record")]


def test_the_names_that_desks_use(tmp_path: Path) -> None:
    article = record(
        tmp_path,
        hed="The well of Osk",
        dek="A village looks for water.",
        byl="By Ana Lima",
        pub_dt="2024-03-04 09:00:00",
        story="The well is dry.\n\nNobody knows why.",
        outlet="The Osk Courier",
        permalink="https://news.example/well",
        kw="water;wells",
        pix=[{"src": "well.jpg", "cap": "The dry well", "cr": "Karl Osten"}],
    )
    assert (article.title, article.standfirst) == ("The well of Osk", "A village looks for water.")
    assert article.body == "The well is dry.\n\nNobody knows why."
    assert (article.authors, article.source, article.tags) == (("Ana Lima",), "The Osk Courier", ("water", "wells"))
    assert [(image.caption, image.credit) for image in article.images] == [("The dry well", "Karl Osten")]
    assert article.published is not None


@pytest.mark.parametrize("ending", ["json", "jsonl"])
def test_fields_that_may_be_the_text_are_named_where_there_is_none(tmp_path: Path, ending: str) -> None:
    prose = "The well of Osk is dry, and nobody in the village could say on Monday why that is so."
    records = [{"title": f"Well {number}", "prose": f"{prose} {number}", "mood": "calm"} for number in range(3)]
    records[0]["text"] = "It has a text."
    path = tmp_path / f"wells.{ending}"
    path.write_text(json.dumps(records) if ending == "json" else "\n".join(map(json.dumps, records)), "utf-8")
    skipped: list[Skipped] = []
    assert len(read(path, skipped)) == 3
    told = 'no text in 2 of 3 records, and fields that were not read: "prose"; say which is which with --map text=prose'
    assert skipped == [Skipped(str(path), told, is_hint=True)]
    hints: list[Skipped] = []
    articles = list(read_articles(path, annotate=False, on_skip=hints.append, columns={"text": "prose"}))
    assert (hints, articles[1].body) == ([], f"{prose} 1")


def test_records_without_text_that_leave_nothing_unread_are_no_reason_to_ask(tmp_path: Path) -> None:
    path = tmp_path / "links.json"
    path.write_text(json.dumps([{"title": "A well", "url": "https://news.example/1", "mood": "calm"}]), "utf-8")
    skipped: list[Skipped] = []
    assert len(read(path, skipped)) == 1
    assert skipped == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            {
                "db": [
                    {"meta": {"version": "5"}, "data": {"posts": [{"id": 1, "title": "A", "html": "<p>It rains.</p>"}]}}
                ]
            },
            ("A", "It rains.", (), None),
        ),
        (
            {
                "title": "A",
                "textContent": "It rains.",
                "createdTimestampUsec": 1935990900000000,
                "labels": [{"name": "sea"}],
            },
            ("A", "It rains.", ("sea",), "2031-05-08"),
        ),
        (
            {"bookmarks": [{"title": "A", "tags": ["sea"], "content": {"type": "link", "url": "https://a.example/1"}}]},
            ("A", "", ("sea",), None),
        ),
    ],
    ids=["Ghost", "Google Keep", "Karakeep"],
)
def test_exports_of_programs(tmp_path: Path, value: object, expected: tuple[object, ...]) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps(value), "utf-8")
    (article,) = read(path)
    day = article.published and article.published.date().isoformat()
    assert (article.title, article.body, article.tags, day) == expected


def test_the_place_in_a_byline_is_no_part_of_a_name(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"title": "A", "byline": "Ada Quill in Port Sela and Ben Hark in Osk"}), "utf-8")
    (article,) = read(path)
    assert article.authors == ("Ada Quill", "Ben Hark")


MARKDOWN = (
    "# The well of Osk\n\nThe well is **dry**, says [the mayor](https://osk.example/mayor).\n\n"
    "![The dry well. Photo: Ana Lima/AFP](well.jpg)\n\n## Later\n\n- Carts\n"
)


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "The well of Osk", "text": MARKDOWN},
        {"success": True, "data": {"markdown": MARKDOWN, "metadata": {"title": "The well of Osk"}}},
        {"title": "The well of Osk", "text": MARKDOWN.replace("\n\n", "\n")},
    ],
    ids=["text", "crawler", "without empty lines"],
)
def test_a_text_in_markdown(tmp_path: Path, fields: Mapping[str, object]) -> None:
    article = record(tmp_path, **fields)
    assert article.title == "The well of Osk"
    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.PARAGRAPH, "The well is dry, says the mayor."),
        (BlockKind.CAPTION, "The dry well."),
        (BlockKind.HEADING, "Later"),
        (BlockKind.LIST_ITEM, "Carts"),
    ]
    assert [(image.credit, image.source) for image in article.images] == [("Ana Lima/AFP", "well.jpg")]


@pytest.mark.parametrize(
    "text", ["He wrote 2*3*4 # and * that.\n\n# 1 on the list: wells.", "Call {{name}} [here].", "a_b_c"]
)
def test_what_is_not_markdown_stays_as_it_is_written(tmp_path: Path, text: str) -> None:
    assert record(tmp_path, title="The well", text=text).body == text


def test_rows_of_a_table_stay_together_without_empty_lines(tmp_path: Path) -> None:
    text = "See [here](https://osk.example/).\n| Well | Depth | \n|---|---|\n| Osk | 40 m | \nThe end."
    article = record(tmp_path, title="Wells", text=text)
    assert [block.text for block in article.blocks] == ["See here.", "Well | Depth", "Osk | 40 m", "The end."]


def test_a_whole_text_may_be_given_as_the_summary(tmp_path: Path) -> None:
    article = record(tmp_path, title="Wells", summary="<p>The well is dry.</p><p>It may rain.</p>")
    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.PARAGRAPH, "The well is dry."),
        (BlockKind.PARAGRAPH, "It may rain."),
    ]
    brief = record(tmp_path, title="Wells", summary="The <b>well</b> is dry.")
    assert [(block.kind, block.text) for block in brief.blocks] == [(BlockKind.STANDFIRST, "The well is dry.")]


def starred(**more: object) -> dict[str, object]:
    return {
        "id": "tag:google.com,2005:reader/item/0005f1",
        "crawlTimeMsec": "1930469400000",
        "published": 1930469400,
        "title": "The well of Osk",
        "canonical": [{"href": "https://osk.example/well"}],
        "alternate": [{"href": "https://osk.example/well?utm_source=rss", "type": "text/html"}],
        "origin": {"streamId": "feed/3", "htmlUrl": "https://osk.example/", "title": "The Osk Courier"},
        "summary": {"content": "<p>The well is dry.</p><p>It may rain.</p>"},
        "author": "Ana Lima",
        **more,
    }


def test_items_of_google_readers_heirs(tmp_path: Path) -> None:
    states = ["user/-/state/com.google/reading-list", "user/-/state/com.google/starred", "user/-/label/Water", "wells"]
    article = record(
        tmp_path,
        id="user/-/state/com.google/starred",
        title="List of favourite articles",
        items=[starred(categories=states)],
    )
    assert (article.key, article.source) == ("https://osk.example/well", "The Osk Courier")
    assert (article.authors, article.tags) == (("Ana Lima",), ("Water", "wells"))
    assert article.body == "The well is dry.\n\nIt may rain."
    assert article.published == dt.datetime(2031, 3, 5, 9, 30, tzinfo=dt.UTC)
    assert article.marks == Marks(starred=True, read=False)
    read_one = record(tmp_path, **starred(starred=1930470000, categories=["user/1/state/com.google/read"]))
    assert read_one.marks == Marks(saved=dt.datetime(2031, 3, 5, 9, 40, tzinfo=dt.UTC), starred=True, read=True)
    bare = record(tmp_path, **starred(canonical=None, alternate=[], categories="x", starred=True))
    assert (bare.key, bare.marks) == ("tag:google.com,2005:reader/item/0005f1", Marks(starred=True))


def test_articles_are_found_wherever_an_answer_holds_them(tmp_path: Path) -> None:
    found = [
        {
            "heading": "HIGH WATER",
            "title": {"id": "11", "title": "The Osk Courier"},
            "articleText": "The well is full.",
        },
        {"heading": "LOW WATER", "title": {"id": "11", "title": "The Osk Courier"}, "articleText": "<p>It is dry.</p>"},
    ]
    path = tmp_path / "answer.json"
    path.write_text(
        json.dumps({"category": [{"code": "newspaper", "records": {"n": 2, "article": found}}], "name": "a"})
    )
    articles = read(path)
    assert [(article.title, article.source, article.body) for article in articles] == [
        ("HIGH WATER", "The Osk Courier", "The well is full."),
        ("LOW WATER", "The Osk Courier", "It is dry."),
    ]


@pytest.mark.parametrize(
    "inner",
    [
        {"url": "https://osk.example", "more": [{"title": "Other", "text": "Another text."}]},
        {"comments": [{"author": "Ana", "body": "First!"}]},
        {"summary": "It is dry.", "list": [{"title": "Other", "text": "Another text."}]},
    ],
)
def test_what_a_record_holds_beside_its_own_is_no_article(tmp_path: Path, inner: dict[str, object]) -> None:
    assert record(tmp_path, title="The well of Osk", **inner).title == "The well of Osk"


WHOLE = [{"title": f"Lamp {n}", "text": "It is lit.", "authors": [{"name": "Ada"}, {"name": "Bo"}]} for n in (1, 2, 3)]


@pytest.mark.parametrize("held", [WHOLE, {"title": "Lamps", "items": WHOLE}, {"db": [{"data": {"posts": WHOLE}}]}])
@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_of_json_that_is_cut_short_the_records_before_the_cut_are_read(
    tmp_path: Path, held: object, indent: int | None, encoding: str
) -> None:
    path = tmp_path / "a.json"
    text = json.dumps(held, indent=indent)
    for cut in range(text.index("Lamp 3") - 4, text.rindex("Bo")):
        path.write_bytes(text[:cut].encode(encoding))
        skipped: list[Skipped] = []
        articles: list[Article] = []
        with suppress(DocumentError):
            articles.extend(read_articles(path, annotate=False, on_skip=skipped.append))
            assert [bad.reason for bad in skipped] == ["JSON that is cut short"]
        assert [article.title for article in articles] == ["Lamp 1", "Lamp 2"], text[:cut]


@pytest.mark.parametrize("within", ["{}", "[{}]", '{{"articles": [{}]}}'])
def test_of_a_record_that_is_cut_short_nothing_is_read(tmp_path: Path, within: str) -> None:
    path = tmp_path / "a.json"
    record = {"title": "A lamp", "images": [{"caption": "It."}, {"caption": "Lit."}], "text": "9"}
    text = within.format(json.dumps(record, indent=1))
    path.write_text(text[: text.index("Lit.")])
    with pytest.raises(DocumentError, match="cut short"):
        read(path)


def test_the_records_before_what_is_no_json_are_read_and_its_place_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[\n {"title": "A lamp"},\n {"title": broken}\n]')
    reader = read_articles(path, annotate=False)
    assert next(reader).title == "A lamp"
    with pytest.raises(DocumentError, match=r"not JSON: expecting value \(line 3, column 12\)"):
        next(reader)


def test_notes_of_simplenote(tmp_path: Path) -> None:
    path = tmp_path / "notes.json"
    told = {"creationDate": "2031-03-04T10:15:00.000Z", "lastModified": "2031-03-05T10:15:00.000Z", "markdown": True}
    note = {"id": "8f1", "content": "The lamps of Osk\r\n\r\nThe council lit three lamps on Monday.", "tags": ["lamps"]}
    path.write_text(json.dumps({"activeNotes": [note | told], "trashedNotes": [note | told | {"id": "9"}]}))
    (article,) = read(path)
    assert (article.title, article.body) == ("The lamps of Osk", "The council lit three lamps on Monday.")
    assert (article.published, article.tags) == (dt.datetime(2031, 3, 4, 10, 15, tzinfo=dt.UTC), ("lamps",))
