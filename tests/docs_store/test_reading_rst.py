"""reStructuredText: fields, directives, and what of the marks is text."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs_store import DocumentError
from docs_store.reading import rst_story
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

   -- Bo *Osk*

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

SPHINX = r"""
.. _intro:

Digging
=======

.. contents:: Here
   :local:

.. versionadded:: 3.2
   :name: deep

   The ``--deep`` flag.

.. deprecated:: 4

See :ref:`the harbour <harbour>`, :py:func:`~osk.wells.dig`, :pep:`8`, Digging_ and :kbd:`Ctrl+C`.
As [Lima2031]_ says, H\ :sub:`2`\ O is dry.

.. py:function:: dig(depth, *, deep=False)

   Digs.

   :depth: How deep.

.. class:: Well(depth=2)

.. class:: wide left

.. py:attribute:: wells

   All of them.

.. tabs::

   .. tab:: Linux

      apt install dig

.. list-table:: Wells by year
   :header-rows: 1

   * - Year
     - Wells
   * - 2030
     - - 7
       - and more

.. csv-table:: Carts
   :header: "Year", "Carts, all"

   2030, "7, or *eight*"

.. table::
   :align: left

   +------+------+
   | Year | What |
   +======+======+
   | 2030 | * a  |
   |      | * b  |
   +------+------+
   | 2031 and    |
   | later       |
   +------+------+

.. admonition:: On *carts*
   :collapsible: closed

   They roll.

.. warning::
   :name: w

   Careful.

.. only:: html

   Words of the web.

.. note::

   Inner title
   -----------

   Inner text.

-a, --all   Dig all.
--deep=N    Dig N deep.

term : its kind
    What it means.

- .. versionchanged:: 3.3
     Since 3.3, it digs.

.. [Lima2031] *Wells*, Osk.
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
        "> — Ana Lima",
        "> We dig.",
        "> — Bo Osk",
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


def test_more_lines_than_any_book_has_are_read_as_paragraphs(tmp_path: Path) -> None:
    text = "Wells\n=====\n\n" + "They *dig* all day.\n\n" * 20_000
    assert told(read(tmp_path / "a.rst", text)).count("They *dig* all day.") == 20_000


def test_what_sphinx_and_its_authors_write_is_read_by_its_sense(tmp_path: Path) -> None:
    article = read(tmp_path / "a.rst", SPHINX)
    assert article.title == "Digging"
    assert told(article) == [
        "The --deep flag.",
        "See the harbour, dig, PEP 8, Digging and Ctrl+C. As [Lima2031] says, H2O is dry.",
        "dig(depth, *, deep=False)",
        "Digs.",
        "depth: How deep.",
        "Well(depth=2)",
        "wells",
        "All of them.",
        "# Linux",
        "apt install dig",
        "Wells by year",
        "Year | Wells",
        "2030 | 7 and more",
        "Carts",
        "Year | Carts, all",
        "2030 | 7, or eight",
        "Year | What",
        "2030 | a b",
        "2031 and later",
        "# On carts",
        "They roll.",
        "Careful.",
        "Words of the web.",
        "# Inner title",
        "Inner text.",
        "-a, --all",
        "Dig all.",
        "--deep=N",
        "Dig N deep.",
        "term : its kind",
        "What it means.",
        "* Since 3.3, it digs.",
        "[Lima2031] Wells, Osk.",
    ]


def test_a_title_under_the_title_is_the_standfirst_where_fields_follow(tmp_path: Path) -> None:
    text = "Wells\n=====\nOf Osk\n------\n\n:date: 2031-03-04\n:authors: - Ana Lima\n          - Bo Osk\n\nDry.\n"
    article = read(tmp_path / "a.rst", text)
    assert (article.title, article.authors, told(article)) == ("Wells", ("Ana Lima", "Bo Osk"), ["= Of Osk", "Dry."])
    assert told(read(tmp_path / "b.rst", "Wells\n=====\n\nOf Osk\n------\n\nDry.\n")) == ["# Of Osk", "Dry."]


def test_a_figure_has_all_of_its_options_and_its_legend(tmp_path: Path) -> None:
    text = """Wells
=====

.. figure:: well.jpg
   :alt: A well between
      two houses
   :loading: lazy

   The dry *well*, in `Osk <https://osk.example>`_.

   Photo: Ana Lima/AFP

   - seen from the hill

Text with |spade| and |nothing|.

.. |spade| image:: spade.png
.. figure::
"""
    article = read(tmp_path / "a.rst", text)
    told_of = [(image.caption, image.credit, image.alt, image.source) for image in article.images]
    assert told_of == [
        ("The dry well, in Osk.", "Ana Lima/AFP", "A well between two houses", "well.jpg"),
        ("", "", "spade", "spade.png"),
    ]
    assert told(article) == ["^ The dry well, in Osk.", "* seen from the hill", "Text with and |nothing|.", "^ "]
    assert [link.url for link in article.links] == ["https://osk.example"]


def test_what_a_text_names_is_not_opened(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "secret.txt").write_text("Secret")
    path = tmp_path / "secret.txt"
    text = f"""Wells
=====

.. include:: {path}
.. literalinclude:: {path}
.. raw:: html
   :file: {path}
.. csv-table:: Told
   :file: {path}
.. csv-table:: Told
   :url: {path.as_uri()}
.. role:: html(raw)
   :format: html

They :html:`<br>` dig.
"""
    assert told(read(tmp_path / "a.rst", text)) == ["Told", "Told", "They dig."]
    assert capfd.readouterr() == ("", "")


def test_what_one_text_defines_is_unknown_to_the_next(tmp_path: Path) -> None:
    from docutils.parsers.rst import directives, roles

    known = dict(vars(roles)["_roles"]), dict(vars(directives)["_directives"])
    text = "Wells\n=====\n\n.. role:: html(raw)\n.. default-role:: html\n\n`a` :html:`<b>`\n\n.. note:: They dig.\n"
    assert told(read(tmp_path / "a.rst", text)) == ["a", "They dig."]
    assert told(read(tmp_path / "b.rst", "Wells\n=====\n\nOf :html:`<b>`.\n\n.. a:: b c\n")) == ["Of <b>.", "b c"]
    assert known == (vars(roles)["_roles"], vars(directives)["_directives"])


def test_a_link_without_the_mark_behind_it_is_one(tmp_path: Path) -> None:
    article = read(tmp_path / "a.rst", "Wells\n=====\n\nSee `Osk <https://osk.example>` and :ref:`Sela <sela>`.\n")
    assert told(article) == ["See Osk and Sela."]
    assert [(link.title, link.url) for link in article.links] == [("Osk", "https://osk.example")]


def test_pictures_may_stand_before_the_title(tmp_path: Path) -> None:
    text = "|build| |docs|\n\nWells\n=====\n\nDry.\n\n.. |build| image:: a.svg\n.. |docs| image:: b.svg\n"
    article = read(tmp_path / "a.rst", text)
    assert (article.title, told(article)) == ("Wells", ["^ ", "^ ", "Dry."])


def test_substitutions_within_each_other_are_bounded(tmp_path: Path) -> None:
    names = "abcdefgh"
    bomb = "".join(f".. |{one}| replace:: {f'|{other}| ' * 10}\n" for one, other in pairwise(names))
    text = f"Wells\n=====\n\n|a| |a| is |again|.\n\n{bomb}.. |h| replace:: dig\n.. |again| replace:: x |again|\n"
    (one,) = told(read(tmp_path / "a.rst", text))
    assert len(one) < 1_000_000
    assert one.endswith("|again|.")
    many = "|h| " * 8 + "|e|\n\n.. |e| replace:: |f| |f|\n.. |f| replace:: dug\n.. |h| replace:: dig\n"
    assert told(read(tmp_path / "b.rst", f"Wells\n=====\n\n{many}")) == ["dig " * 8 + "dug dug"]


def test_marks_that_nobody_closes_are_text(tmp_path: Path) -> None:
    for mark in ("*a ", "`a ", "|a ", ":a:`b ", "a:", "[1]_ ", "http://a.example "):
        words = told(read(tmp_path / "a.rst", f"Wells\n=====\n\nThey dig {mark * 20_000}"))
        assert words[0].startswith("They dig")


def test_lists_and_titles_and_tables_where_docutils_sees_none(tmp_path: Path) -> None:
    text = """Wells
=====

They bring:
- carts
- *spades*

A. Tar left.

  Inner
  -----

  Text.

== ====
   Deep
== ====
3  4
== ====

Text.

== ====
1  a
2  b

Deep
~~~~

Odd
.....

*Of ``dig`` alone*, 2 -
- dry.

+----+
| ab |
+--+

End.
"""
    assert told(read(tmp_path / "a.rst", text)) == [
        "They bring:",
        "* carts",
        "* spades",
        "A. Tar left.",
        "# Inner",
        "> Text.",
        "Deep",
        "3 | 4",
        "Text.",
        "1 | a",
        "2 | b",
        "# Deep",
        "# Odd",
        "Of dig alone, 2 - - dry.",
        "ab",
        "End.",
    ]


def test_nothing_but_marks_says_so(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no text in it"):
        read(tmp_path / "a.rst", ".. toctree::\n\n   a\n")


PIECES = [".. note::", ".. |a| replace:: ", ".. csv-table::", ".. list-table::\n\n   * - a", ".. role:: a(raw)",
          ".. _a: b_\n", "a_ ", "`a <b>`__ ", "__ c\n", "-a b  c\n", "   :alt: a\n", ".. only:: a\n\n   A\n   -\n",
          ":a:`b`", ".. figure:: a.jpg",
          "\n", "\n\n", "\n   ", "====\n", "+--+", "| ", "- ", "1. ", ":a: ", "::", "`",
          "_", "*", "**", "``", "|a|", "[1]_", ">>> ", ".. [1] ", "== ==\n", "word "]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join))
def test_any_restructuredtext(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.rst"
    articles_of(path, f"A\n===\n\n{text}".encode("utf-8", "replace"))


@pytest.mark.parametrize(
    "sentence",
    [
        "24. Dezember war es kalt in Osk.",
        "II. Weltkrieg und Brunnen waren in Osk dasselbe.",
        "I. Newton had a well.",
        "1984. It was the year of the well.",
        "(c) Ana Lima has the rights.",
    ],
)
def test_a_number_before_one_sentence_is_a_part_of_it(tmp_path: Path, sentence: str) -> None:
    assert told(read(tmp_path / "a.rst", f"Wells\n=====\n\nIt is dry.\n\n{sentence}\n")) == ["It is dry.", sentence]


def test_days_one_after_the_other_are_no_list_and_numbers_from_one_on_are(tmp_path: Path) -> None:
    days = ["24. Mai: Der Brunnen ist trocken.", "25. Mai: Er ist es noch."]
    text = "Wells\n=====\n\n" + "\n\n".join(days) + "\n\nSo:\n\n1. Dig.\n2. Wait.\n\nOr:\n\n#. Pray.\n"
    assert told(read(tmp_path / "a.rst", text)) == [*days, "So:", "* Dig.", "* Wait.", "Or:", "* Pray."]


@pytest.mark.parametrize("many", ["*a " * 50_000, "- a\n\n" * 10_000])
def test_what_docutils_would_take_long_for_is_read_as_paragraphs(many: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rst_story, "parse", pytest.fail)
    (block, *_) = rst_story.read_note(f"Wells are dry.\n\n{many}").story.blocks
    assert block.text == "Wells are dry."
