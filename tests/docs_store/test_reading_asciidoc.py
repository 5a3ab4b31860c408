"""AsciiDoc: what its header tells, and what of the marks is text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs_store import DocumentError
from tests.docs_store.as_told import read, told
from tests.properties.test_reading_anything import articles_of

ASCIIDOC = r"""// a comment
= The Well of Osk: a _report_
Ana Lima <ana@osk.example>; Karl Osten
v1.0, 2031-03-04
:keywords: wells, water
:page-url: https://osk.example/well
:toc:
:where: Port Sela

The well of *Osk*, which three villages
share, is dry,footnote:[Since March.] says https://osk.example/mayor[the mayor] in `code` of {where}.

.The dry well. Photo: Ana Lima/AFP
image::well.jpg[Well,640,480]

[#next]
== What comes next

* Carts
** A new
well
. first
Term:: What it means
NOTE: Keep away.

[quote, Ana Lima, The Courier]
____
We shall dig.

And dig.
____

[source,sh]
----
dig --deep *x*

== not a heading
----

////
not this
////

.Wells by year
[cols="1,1",options="header"]
|===
|Year |Wells

|2030
|7
|2031 | 8
|===

[verse]
One line
another line

a*b and 2*3*4 stay +
here.

====
An "`example`" with <<next,what follows>> and snake_case_word.
====
"""


def test_asciidoc(tmp_path: Path) -> None:
    article = read(tmp_path / "well.adoc", ASCIIDOC)
    assert (article.title, article.authors) == ("The Well of Osk: a report", ("Ana Lima", "Karl Osten"))
    assert (article.published, article.tags) == (dt.datetime(2031, 3, 4, tzinfo=dt.UTC), ("wells", "water"))
    assert article.url == "https://osk.example/well"
    assert told(article) == [
        "The well of Osk, which three villages share, is dry, says the mayor in code of Port Sela.",
        "Since March.",
        "^ The dry well.",
        "# What comes next",
        "* Carts",
        "* A new well",
        "* first",
        "* Term: What it means NOTE: Keep away.",
        "> We shall dig.",
        "> And dig.",
        "> — Ana Lima, The Courier",
        "dig --deep *x*",
        "== not a heading",
        "Wells by year",
        "Year | Wells",
        "2030 | 7",
        "2031 | 8",
        "> One line",
        "> another line",
        "a*b and 2*3*4 stay",
        "here.",
        "An “example” with what follows and snake_case_word.",
    ]
    assert [(image.credit, image.alt, image.source) for image in article.images] == [
        ("Ana Lima/AFP", "Well", "well.jpg")
    ]
    assert [(link.title, link.url) for link in article.links] == [("the mayor", "https://osk.example/mayor")]


def test_front_matter_before_it_is_read_too(tmp_path: Path) -> None:
    text = "---\ntitle: The Well\ndate: 2031-03-04\ntags: [a, b]\n---\n:toc:\n\nIt *is* dry.\n\nNOTE: Keep away.\n"
    article = read(tmp_path / "a.adoc", text)
    assert (article.title, article.tags, told(article)) == ("The Well", ("a", "b"), ["It is dry.", "NOTE: Keep away."])


def test_attributes_over_the_title_and_lists_of_tags(tmp_path: Path) -> None:
    text = ":page-tags: ['wells', 'water']\n:page-date: 2031-03-04\n= The Well\n:toc:\n\nIt is dry.\n"
    article = read(tmp_path / "a.adoc", text)
    assert (article.title, article.tags, told(article)) == ("The Well", ("wells", "water"), ["It is dry."])


def test_it_is_known_by_its_header_whatever_its_name(tmp_path: Path) -> None:
    article = read(tmp_path / "well.txt", "= The Well\nAna Lima\n:toc:\n\nIt *is* dry.\n")
    assert (article.title, article.authors, told(article)) == ("The Well", ("Ana Lima",), ["It is dry."])


def test_the_heading_is_the_title_where_there_is_no_other(tmp_path: Path) -> None:
    article = read(
        tmp_path / "a.adoc", "== The *Well*\n\nIt is +dry+.\n// tag\nIt was 2 + 3 + 4.\n\n== Later\n\nRain.\n"
    )
    assert (article.title, told(article)) == ("The Well", ["It is dry. It was 2 + 3 + 4.", "# Later", "Rain."])


def test_pictures_in_lines_and_titles_of_pictures(tmp_path: Path) -> None:
    text = '= A\n\nSee image:b.png[A cart] here.\n\nimage::a.jpg[The well, title="It is dry"]\n'
    article = read(tmp_path / "a.adoc", text)
    assert told(article) == ["See here.", "^ ", "^ It is dry"]
    assert [(image.caption, image.alt) for image in article.images] == [("", "A cart"), ("It is dry", "The well")]


def test_titles_may_be_underlined(tmp_path: Path) -> None:
    text = """The Well of Osk
===============
Ana Lima <ana@osk.example>
v1.0, 2031-03-04

It is *dry*.

[[next]]
What comes next
---------------

They dig.

----
dig

here
----

Deeper
~~~~~~
They drink.
"""
    article = read(tmp_path / "a.adoc", text)
    assert (article.title, article.authors) == ("The Well of Osk", ("Ana Lima",))
    assert told(article) == ["It is dry.", "# What comes next", "They dig.", "dig", "here", "# Deeper", "They drink."]


def test_signs_conditions_and_marks_in_notes_are_no_text(tmp_path: Path) -> None:
    text = """= Wells
Ana Lima
:a: b

It is {cpp} and{nbsp}D{plus}{plus}, {unknown}.footnote:[So *they* say.]

ifdef::draft[]
They dig.
endif::[]
They drink.
"""
    told_of = told(read(tmp_path / "a.adoc", text))
    assert told_of == ["It is C++ and D++, {unknown}.", "So they say.", "They dig. They drink."]


def test_edges_within_each_other_without_end_are_read(tmp_path: Path) -> None:
    edges = "\n".join(f"{'=' * (4 + number)}\nWell {number}." for number in range(60))
    assert "Well 59." in told(read(tmp_path / "a.adoc", f"= Wells\nAna Lima\n:a: b\n\n{edges}\n"))[-1]


def test_nothing_but_marks_says_so(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no text in it"):
        read(tmp_path / "a.adoc", ":toc:\n// nothing\n")


PIECES = ["\n", "\n\n", "== ", "* ", ". ", "a:: ", ":a: b", "[quote]", "[verse]", "____\n", "----\n", "|===\n", "|a",
          "+\n", "image::a.jpg[b]", "footnote:[", "]", "https://a.example[", "<<", ">>", "*", "_", "`", "#", "{a}",
          ".T\n", "++++\n", "////\n", "--\n", "word "]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join))
def test_any_asciidoc(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.adoc"
    articles_of(path, f"= A\n\n{text}".encode("utf-8", "replace"))
