"""reStructuredText: fields, directives, and what of the marks is text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs_store import DocumentError
from tests.docs_store.as_told import read, told
from tests.properties.test_reading_anything import articles_of

RST = r"""The Well of Osk
###############

:date: 2031-03-04 10:15
:author: Ana Lima
:tags: wells, water
:slug: well
:summary: A village
    looks for water.

.. nobody reads this

The well of *Osk*, which three villages
share, is dry, [1]_ says `the mayor <https://osk.example/mayor>`_ in ``code*x*`` of
:ref:`the harbour <harbour>` and Courier_.

.. figure:: well.jpg
   :alt: Well

   The dry well. Photo: Ana Lima/AFP

What comes next
===============

- Carts
- A new
  well

  - nested one

1. first
2. second

Term
  What it means

    We shall dig.

    -- Ana Lima

.. epigraph::

   We dig.

.. note:: Keep away.
   From it.

.. code-block:: sh

   dig --deep

Look here::

   literal text

     more

| One line
| another line

===== =====
Year  Wells
===== =====
2030  7
2031  8 wells
===== =====

+------+-------+
| Year | Wells |
+======+=======+
| 2030 | 7 and |
|      | more  |
+------+-------+

----

2*3*4 stay, and snake_case_ too.

.. [1] Since March.
.. _Courier: https://courier.example/
"""


def test_restructuredtext(tmp_path: Path) -> None:
    article = read(tmp_path / "well.rst", RST)
    assert (article.title, article.authors, article.tags) == ("The Well of Osk", ("Ana Lima",), ("wells", "water"))
    assert article.published == dt.datetime(2031, 3, 4, 10, 15, tzinfo=dt.UTC)
    assert told(article) == [
        "= A village looks for water.",
        "The well of Osk, which three villages share, is dry, says the mayor in code*x* of the harbour and Courier.",
        "^ The dry well.",
        "# What comes next",
        "* Carts",
        "* A new well",
        "* nested one",
        "* first",
        "* second",
        "Term",
        "What it means",
        "> We shall dig.",
        "> -- Ana Lima",
        "> We dig.",
        "Keep away. From it.",
        "dig --deep",
        "Look here:",
        "literal text",
        "more",
        "One line",
        "another line",
        "Year | Wells",
        "2030 | 7",
        "2031 | 8 wells",
        "Year | Wells",
        "2030 | 7 and more",
        "2*3*4 stay, and snake_case_ too.",
        "Since March.",
    ]
    assert [(image.credit, image.alt, image.source) for image in article.images] == [
        ("Ana Lima/AFP", "Well", "well.jpg")
    ]
    links = [(link.title, link.url) for link in article.links]
    assert links == [("the mayor", "https://osk.example/mayor"), ("Courier", "https://courier.example/")]


def test_what_nikola_notes_in_comments_is_of_the_article(tmp_path: Path) -> None:
    article = read(
        tmp_path / "a.rst", ".. title: The Well\n.. slug: well\n.. date: 2031-03-04\n.. tags: a, b\n\nIt is dry.\n"
    )
    assert (article.title, article.tags, told(article)) == ("The Well", ("a", "b"), ["It is dry."])


def test_it_is_known_by_the_fields_under_its_title_whatever_its_name(tmp_path: Path) -> None:
    article = read(tmp_path / "well", "The Well\n########\n\n:date: 2031-03-04\n\nIt *is* dry.\n")
    assert (article.title, told(article)) == ("The Well", ["It is dry."])


def test_titles_over_and_under_lines_and_references_by_name(tmp_path: Path) -> None:
    text = "=====\nWells\n=====\n\n|osk| has `one`_.\n\nMore\n~~~~\n\nText.\n\n.. |osk| replace:: Port Osk\n"
    article = read(tmp_path / "a.rst", f"{text}.. _one: https://osk.example/1\n")
    assert (article.title, told(article)) == ("Wells", ["Port Osk has one.", "# More", "Text."])
    assert [link.url for link in article.links] == ["https://osk.example/1"]


def test_a_csv_table_a_topic_and_an_unknown_directive_keep_their_words(tmp_path: Path) -> None:
    text = """Wells
=====

.. csv-table:: Wells by year
   :header: "Year", "Wells"

   2030, 7

.. topic:: Of carts

   They roll.

.. postcard:: sent from Osk
   :colour: red

   Dear all.

.. toctree::

   other
"""
    assert told(read(tmp_path / "a.rst", text)) == [
        "Wells by year", "Year | Wells", "2030 | 7", "# Of carts", "They roll.", "sent from Osk", "Dear all.",
    ]  # fmt: skip


def test_a_word_behind_a_directive_may_be_its_text(tmp_path: Path) -> None:
    text = "Wells\n=====\n\n.. note:: Careful.\n\n.. versionadded:: 3.2\n\n.. tip:: \u4e95\u6238\u6c34\n\nThey dig.\n"
    assert told(read(tmp_path / "a.rst", text)) == ["Careful.", "\u4e95\u6238\u6c34", "They dig."]


def test_a_paragraph_may_begin_with_an_initial(tmp_path: Path) -> None:
    text = "Wells\n=====\n\nA. Lima said that it is\ndry, and left.\n\na. Carts\nb. Wells\n"
    assert told(read(tmp_path / "a.rst", text)) == ["A. Lima said that it is dry, and left.", "* Carts", "* Wells"]


def test_what_has_a_class_is_text_and_where_a_link_leads_is_none(tmp_path: Path) -> None:
    text = "Wells\n=====\n\nThey `dig`__.\n\n__ https://osk.example\n\n.. class:: wide\n\n   They drink.\n"
    assert told(read(tmp_path / "a.rst", text)) == ["They dig.", "They drink."]


def test_a_table_without_its_end_has_its_last_line(tmp_path: Path) -> None:
    assert told(read(tmp_path / "a.rst", "Wells\n=====\n\n==== ====\nYear Well\n==== ====\n2030 7")) == [
        "Year | Well",
        "2030 | 7",
    ]


def test_lines_without_gaps_are_gone_through_once(tmp_path: Path) -> None:
    text = "Wells\n=====\n\n" + "They dig,\nas they say:\n all day\n" * 40_000
    assert len(read(tmp_path / "a.rst", text).blocks) > 40_000


def test_nothing_but_marks_says_so(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no text in it"):
        read(tmp_path / "a.rst", ".. toctree::\n\n   a\n")


PIECES = [".. note::", ".. figure:: a.jpg",
          "\n", "\n\n", "\n   ", "====\n", "+--+", "| ", "- ", "1. ", ":a: ", "::", "`",
          "_", "*", "**", "``", "|a|", "[1]_", ">>> ", ".. [1] ", "== ==\n", "word "]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join))
def test_any_restructuredtext(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.rst"
    articles_of(path, f"A\n===\n\n{text}".encode("utf-8", "replace"))
