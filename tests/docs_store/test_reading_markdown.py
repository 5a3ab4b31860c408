"""Markdown: front matter of every kind, pictures, links and tags, and texts that only look like it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from docs_store import Article, Block, BlockKind, DocumentError, Link, LinkKind, read_articles
from docs_store.reading import markdown
from docs_store.reading.front_matter import read_front_matter, split_front_matter
from docs_store.reading.source import open_source

HUGO = """+++
title = "The Old Pier"
date = 2024-03-04T10:15:00+09:00
authors = ["Ana Lima", "Karl Osten"]
tags = ["piers", "town"]
summary = "A village looks for water."
[cover]
image = "/img/spring.jpg"
caption = "The pier in spring"
+++
The first paragraph.

{{< figure src="/img/boat.jpg" caption="A [boat](https://osk.example) lies there" attr="Karl Osten" >}}

The second. {{< youtube w7Ft2ymGmfc >}}
"""

OBSIDIAN = """---
title: The Old Pier: a memory
author:
  - "[[Ana Lima]]"
source: https://osk.example/1
published: 2024-03-04
tags:
  - clippings
aliases: [pier]
---
# The Old Pier: a memory

It ==closed== on *Monday*, [[Mayors#Osk|the mayor]] said to [[The Courier]]. #osk/piers ^block-1

![[pier.png|The pier at noon. Photo: Ana Lima/AFP]]

![](img/b.png)
*The pier at night*

> [!note] Remember
> Nobody knew[^1] why.

%% not for others %%

#town #quiet
"""

PLAIN = """The Old Pier
============

See [the report](https://osk.example/report) and [more](more.md), or [below](#end).

![A dry well](well.jpg "The dry well at Osk") ![IMG_0001](IMG_0001.jpg)

* One
* Two **bold**

1. Three

Later
-----

    x = 1

| Year | Boats |
|------|-------|
| 1984 | 7     |

<figure><img src="e.jpg"><figcaption>Boats in June</figcaption></figure>
"""


def read(path: Path, text: str) -> Article:
    path.write_text(text, encoding="utf-8")
    (article,) = read_articles(path, annotate=False)
    return article


def shown(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in article.blocks]


def test_hugo(tmp_path: Path) -> None:
    article = read(tmp_path / "pier.md", HUGO)
    assert (article.title, article.title_made) == ("The Old Pier", False)
    assert article.published == dt.datetime(2024, 3, 4, 1, 15, tzinfo=dt.UTC)
    assert (article.authors, article.tags) == (("Ana Lima", "Karl Osten"), ("piers", "town"))
    assert shown(article) == [
        ("standfirst", "A village looks for water."),
        ("caption", "The pier in spring"),
        ("paragraph", "The first paragraph."),
        ("caption", "A boat lies there"),
        ("paragraph", "The second."),
    ]
    boat, spring = article.images
    assert (boat.source, boat.credit) == ("/img/boat.jpg", "Karl Osten")
    assert spring.source == "/img/spring.jpg"


def test_obsidian(tmp_path: Path) -> None:
    article = read(tmp_path / "note.md", OBSIDIAN)
    assert (article.title, article.authors) == ("The Old Pier: a memory", ("Ana Lima",))
    assert (article.url, article.tags) == ("https://osk.example/1", ("clippings", "osk/piers", "town", "quiet"))
    assert article.published == dt.datetime(2024, 3, 4, tzinfo=dt.UTC)
    assert shown(article) == [
        ("paragraph", "It closed on Monday, the mayor said to The Courier. #osk/piers"),
        ("caption", "The pier at noon."),
        ("caption", "The pier at night"),
        ("quote", "Remember Nobody knew why."),
    ]
    assert [(image.source, image.credit) for image in article.images] == [
        ("pier.png", "Ana Lima/AFP"),
        ("img/b.png", ""),
    ]
    assert [(link.title, link.kind) for link in article.links] == [
        ("Mayors", LinkKind.RELATED),
        ("The Courier", LinkKind.RELATED),
    ]


def test_a_text_without_front_matter(tmp_path: Path) -> None:
    article = read(tmp_path / "page", PLAIN)
    assert article.title == "The Old Pier"
    assert shown(article) == [
        ("paragraph", "See the report and more, or below."),
        ("caption", "The dry well at Osk"),
        ("caption", ""),
        ("list_item", "One"),
        ("list_item", "Two bold"),
        ("list_item", "Three"),
        ("heading", "Later"),
        ("paragraph", "x = 1"),
        ("paragraph", "Year | Boats"),
        ("paragraph", "1984 | 7"),
        ("caption", "Boats in June"),
    ]
    assert [(image.alt, image.source) for image in article.images] == [
        ("A dry well", "well.jpg"),
        ("IMG_0001", "IMG_0001.jpg"),
        ("", "e.jpg"),
    ]
    assert [(link.title, link.url) for link in article.links] == [
        ("the report", "https://osk.example/report"),
        ("more.md", ""),
    ]


def test_links_to_other_notes_of_a_vault_without_wiki_links(tmp_path: Path) -> None:
    text = '# A\n\nSee [one](../b/Old%20Pier.md#top), [two](two.MD "t"), [three](https://osk.example/r.md) and [x](x/).'
    assert read(tmp_path / "a.md", text).links == (
        Link("../b/Old Pier.md", "", LinkKind.RELATED),
        Link("two.MD", "", LinkKind.RELATED),
        Link("three", "https://osk.example/r.md", LinkKind.REFERENCE),
        Link("x", "", LinkKind.REFERENCE),
    )


def test_a_note_is_titled_by_its_name_where_nothing_else_is(tmp_path: Path) -> None:
    assert read(tmp_path / "The Old Pier.md", "It is *closed*.").title == "The Old Pier"
    for name in ("Kanban", "2031-05-04", "2031-W18", "Çeşme", "見出し", "Osk-Varn"):
        article = read(tmp_path / f"{name}.md", "## To do\n\nIt is *closed*.")
        assert (article.title, article.title_made) == (name, False)
        assert ("heading", "To do") in shown(article)
    for name in ("pier", "README", "Index", "IMG_0001", "2031-05-04-pier", "9f2c"):
        assert read(tmp_path / f"{name}.md", "It is *closed*.").title_made
    assert read(tmp_path / "Kanban.txt", "# A\n\n## To do\n\nSee [[It]].").title == "A"
    assert read(tmp_path / "Two Notes.md", "[[One]] and [[Two]] are closed.").body == "One and Two are closed."


def test_a_heading_that_is_not_the_title_stays(tmp_path: Path) -> None:
    article = read(tmp_path / "pier.md", "---\ntitle: The Old Pier\n---\n# Monday\n\nIt closed.\n")
    assert article.blocks[0] == Block(BlockKind.HEADING, "Monday")


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "---\ntitle: 1984\ndate: 2024-03-04\ndraft: no\n---\n",
            {"title": "1984", "date": "2024-03-04", "draft": "no"},
        ),
        ("---\ntitle: Osk: a town\ntags: [a, b]\n...\n", {"title": "Osk: a town", "tags": ["a", "b"]}),
        ("---\ntitle: @osk\n---\n", {"title": "@osk"}),
        ("---\na: &x [1]\nb: *x\n---\n", {"a": "&x [1]", "b": "*x"}),
        ("---\ntitle: !!python/object:os.system x\n---\n", {"title": "x"}),
        ("---\ntitle: a\nlist: " + "[" * 50_000 + "\n---\n", {"title": "a"}),
        ("---\r\ntitle: a\r\n---\r\nText", {"title": "a"}),
        ("+++\ntitle = 'a'\ndate = 2024-03-04\n+++\n", {"title": "a", "date": "2024-03-04"}),
        ("+++\ntitle = a\n+++\n", {}),
        ("---\nJust a line: of text, and no end", {}),
        ("---\nNo field at all.\n---\nText", {}),
    ],
)
def test_front_matter(text: str, fields: dict[str, object]) -> None:
    assert read_front_matter(split_front_matter(text)[0]) == fields


@pytest.mark.parametrize(
    "text",
    [
        "#1 The pier\n\n# of boats: 7 *** and * more\n\n- - -\n\nhttps://osk.example/(1) [Video] (2) _a_",
        "The Pier Closes\n\n- One\n- Two\n\n> He said so.\n\nNews | Sport\n---------\n\nIt is **closed**, he said.",
        "[Video] The pier (https://osk.example)\n\nBy Ana Lima\n\n* Photo: Ana Lima/AFP\n\n© Osk [1] [2]",
        "Einkaufen #osk #pier\n\n## \n\n--- Werbung ---\n\nMehr: [hier]",
        "---\n\nThe pier closed on Monday.\n\n---\n\nIt opens again.",
    ],
)
def test_scraped_text_is_no_markdown(tmp_path: Path, text: str) -> None:
    path = tmp_path / "page.txt"
    path.write_text(text)
    with open_source(str(path)) as source:
        assert not markdown.matches(source)


def test_a_name_alone_makes_no_markdown(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    for text, expected in (("The pier closed.", False), ("The pier is *closed*.", True)):
        path.write_text(text)
        with open_source(str(path)) as source:
            assert markdown.matches(source) is expected


def test_a_note_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no text"):
        read(tmp_path / "a.md", "---\ntags: [a]\n---\n\n")


def test_a_text_of_any_size_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for limit in ("_LONGEST", "_MOST_MARKS"):
        with monkeypatch.context() as patched:
            patched.setattr(f"docs_store.reading.markdown_story.{limit}", 30)
            article = read(tmp_path / "a.md", "---\ntitle: Long\n---\n" + "The *pier* closed.\n\n" * 20)
        assert (article.title, article.body.count("The *pier* closed.")) == ("Long", 20)


def test_lines_that_an_author_breaks_stay_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "# The ferry\n\nThe ferry waits,  \nthe rain\nfalls;\\\nthe town<br>sleeps.\n\n> A verse  \n> or two\n"
    )
    (article,) = read_articles(path, annotate=False)
    assert article.body.split("\n\n") == [
        "The ferry waits,",
        "the rain falls;",
        "the town",
        "sleeps.",
        "A verse",
        "or two",
    ]


JOPLIN = """The ferry waits

It waits *since* Monday. #harbour

id: 0a1b2c3d4e5f60718293a4b5c6d7e8f9
parent_id: bc33dce65848438199af0fd3912185dd
created_time: 2031-11-02T18:52:38.528Z
is_conflict: 0
author: Ada Quill
source_url: https://courier.example/ferry
encryption_applied: 0
markup_language: 1
user_created_time: 2031-11-02T18:52:38.528Z
type_: 1"""


def test_notes_of_joplin(tmp_path: Path) -> None:
    path = tmp_path / "0a1b2c3d4e5f60718293a4b5c6d7e8f9.md"
    path.write_text(JOPLIN)
    (clip,) = read_articles(path, annotate=False)
    assert (clip.title, clip.body, clip.authors) == (
        "The ferry waits",
        "It waits since Monday. #harbour",
        ("Ada Quill",),
    )
    assert (clip.url, clip.tags, clip.published) == ("https://courier.example/ferry", ("harbour",), None)
    assert clip.marks.saved is not None
    assert clip.marks.saved.date() == dt.date(2031, 11, 2)
    path.write_text(JOPLIN.replace("https://courier.example/ferry", "").replace("language: 1", "language: 2"))
    (note,) = read_articles(path, annotate=False)
    assert (note.url, note.published and note.published.date()) == ("", dt.date(2031, 11, 2))
    assert note.body == "It waits *since* Monday. #harbour"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [("type_: 1", "type_: 2", "a notebook"), ("applied: 0", "applied: 1", "encrypted")],
)
def test_what_joplin_keeps_beside_its_notes_is_no_article(tmp_path: Path, old: str, new: str, reason: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(JOPLIN.replace(old, new))
    with pytest.raises(DocumentError, match=reason):
        list(read_articles(path, annotate=False))


NOTION = """# The Old Pier

URL: https://osk.example/pier
Tags: piers, town
Published: 4 March 2024
Author: Ana Lima
Status: read

It closed on Monday.
"""
LOGSEQ = """title:: The Old Pier
url:: https://osk.example/pier
tags:: piers, town
author:: [[Ana Lima]]
published:: [[Mar 4th, 2024]]

- It closed on Monday.
  id:: 65f2a1b2-0000-0000-0000-000000000000
\t- Nobody knew why.
\t  collapsed:: true
"""
READWISE = """# Old Pier

![rw-book-cover](https://osk.example/cover.jpg)

## Metadata
- Author: [[Ana Lima]]
- Full Title: The Old Pier
- Category: #articles
- Document Tags: [[piers]] [[town]]
- Summary: A pier closes.
- URL: https://osk.example/pier

## Highlights
- It closed on Monday. ([View Highlight](https://read.readwise.example/read/1)) ^rw701
    - Note: why?
- Nobody knew. ([Location 17](https://readwise.example/17))
"""
JINA = """Title: The Old Pier

URL Source: https://osk.example/pier

Published Time: 2024-03-04T10:15:00+09:00

Markdown Content:
It **closed** on Monday.

![Image 1: The pier at noon](pier.png)
"""


@pytest.mark.parametrize(
    ("text", "authors", "tags", "day", "body"),
    [
        (NOTION, ("Ana Lima",), ("piers", "town"), dt.date(2024, 3, 4), "It closed on Monday."),
        (LOGSEQ, ("Ana Lima",), ("piers", "town"), dt.date(2024, 3, 4), "It closed on Monday.\n\nNobody knew why."),
        (
            READWISE,
            ("Ana Lima",),
            ("piers", "town"),
            None,
            "A pier closes.\n\nHighlights\n\nIt closed on Monday.\n\nNote: why?\n\nNobody knew.",
        ),
        (JINA, (), (), dt.date(2024, 3, 4), "It closed on Monday."),
    ],
    ids=["Notion", "Logseq", "Readwise", "Jina"],
)
def test_heads_of_programs_without_front_matter(
    tmp_path: Path, text: str, authors: tuple[str, ...], tags: tuple[str, ...], day: dt.date | None, body: str
) -> None:
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (article,) = read_articles(tmp_path / "a.md", annotate=False)
    assert (article.title, article.url) == ("The Old Pier", "https://osk.example/pier")
    assert (article.authors, article.tags) == (authors, tags)
    assert (article.published.date() if article.published else None) == day
    told = [article.standfirst, article.body] if article.standfirst not in article.body else [article.body]
    assert "\n\n".join(filter(None, told)) == body
    captions = [image.caption for image in article.images]
    assert captions == (["The pier at noon"] if text == JINA else [])


@pytest.mark.parametrize(
    "text",
    [
        "# The Old Pier\n\nKerr: It is closed.\nLima: Why?\n\nNobody knew.\n",
        "# The Old Pier\n\nURL: https://osk.example\n\nNobody knew.\n",
        "C++ has std::string\n\n- and *more*\n",
    ],
)
def test_other_lines_with_colons_are_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (article,) = read_articles(tmp_path / "a.md", annotate=False)
    words = {word for word in text.replace("#", "").split() if word.isalpha()}
    assert words <= set(f"{article.title} {article.body}".split())
    assert article.url == ""


def test_how_large_a_picture_is_shown_is_no_word_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "# Pier\n\n![[pier.png|300]]\n\n![[boat.png|300x200]] closed on Monday.\n", encoding="utf-8"
    )
    (article,) = read_articles(tmp_path / "a.md", annotate=False)
    assert [(image.caption, image.alt, image.source) for image in article.images] == [
        ("", "", "pier.png"),
        ("", "", "boat.png"),
    ]


@pytest.mark.parametrize(
    ("front", "standfirst", "body"),
    [
        (
            "subtitle: A pier closes\nabstract: |\n  Nobody\n  knew why.",
            "A pier closes",
            "Nobody knew why.\n\nIt closed.",
        ),
        ("abstract: Nobody knew why.", "Nobody knew why.", "It closed."),
        ("summary: Nobody knew why.\nabstract: Nobody knew why.", "Nobody knew why.", "It closed."),
        ("subtitle: A pier closes\nabstract: It closed.", "A pier closes", "It closed."),
    ],
)
def test_an_abstract_beside_a_subtitle_is_text(tmp_path: Path, front: str, standfirst: str, body: str) -> None:
    (tmp_path / "a.md").write_text(f"---\ntitle: Pier\n{front}\n---\n\nIt closed.\n", encoding="utf-8")
    (article,) = read_articles(tmp_path / "a.md", annotate=False)
    assert (article.standfirst, article.body) == (standfirst, body)
