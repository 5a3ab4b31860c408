"""Org: what keywords and properties tell, and what of the marks is text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs_store import Article, DocumentError, read_articles
from docs_store.model import BlockKind
from tests.properties.test_reading_anything import articles_of

ORG = """#+title: The Well of Osk
#+AUTHOR: Ana Lima
#+date: <2031-03-04 Tue>
#+filetags: :wells:water:
#+startup: overview
:PROPERTIES:
:URL: https://osk.example/well
:ID: 17
:END:
# nobody reads this

The well of *Osk*, which three villages
share, is dry,[fn:1] says [[https://osk.example/mayor][the mayor]] in =code=.

#+caption: The dry well.
#+caption: Photo: Ana Lima/AFP
[[file:well.jpg]]

* TODO [#A] What comes next :plans:
:LOGBOOK:
- State "DONE"
:END:
- [ ] Carts
- A new
  well
#+begin_quote
We shall dig.
#+end_quote
#+begin_comment
not this
#+end_comment
#+begin_src sh
dig --deep
#+end_src
#+caption: Wells by year
| Year | Wells |
|------+-------|
| 2030 | 7     |
-----
a/b and 2*3*4 stay.

[fn:1] Since March.
"""


def read(path: Path, text: str) -> Article:
    path.write_text(text, encoding="utf-8")
    (article,) = read_articles(path, annotate=False)
    return article


def test_org(tmp_path: Path) -> None:
    article = read(tmp_path / "well.org", ORG)
    assert (article.title, article.authors, article.url) == (
        "The Well of Osk",
        ("Ana Lima",),
        "https://osk.example/well",
    )
    assert (article.published, article.tags) == (dt.datetime(2031, 3, 4, tzinfo=dt.UTC), ("wells", "water", "plans"))
    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.PARAGRAPH, "The well of Osk, which three villages share, is dry, says the mayor in code."),
        (BlockKind.CAPTION, "The dry well."),
        (BlockKind.HEADING, "What comes next"),
        (BlockKind.LIST_ITEM, "Carts"),
        (BlockKind.LIST_ITEM, "A new well"),
        (BlockKind.QUOTE, "We shall dig."),
        (BlockKind.PARAGRAPH, "dig --deep"),
        (BlockKind.PARAGRAPH, "Wells by year"),
        (BlockKind.PARAGRAPH, "Year | Wells"),
        (BlockKind.PARAGRAPH, "2030 | 7"),
        (BlockKind.PARAGRAPH, "a/b and 2*3*4 stay."),
        (BlockKind.PARAGRAPH, "Since March."),
    ]
    assert [(image.credit, image.source) for image in article.images] == [("Ana Lima/AFP", "well.jpg")]
    assert [(link.title, link.url) for link in article.links] == [("the mayor", "https://osk.example/mayor")]


def test_the_heading_is_the_title_where_no_keyword_tells_it(tmp_path: Path) -> None:
    article = read(
        tmp_path / "a.org", "* [[https://osk.example/well][The Well]] :water:\n\nIt is dry.\n* Later\nIt rains.\n"
    )
    assert (article.title, article.tags) == ("The Well", ("water",))
    assert article.body == "It is dry.\n\nLater\n\nIt rains."


@pytest.mark.parametrize("name", ["a.org", "a.txt"])
def test_a_text_that_has_no_sign_of_it_is_scraped_text(tmp_path: Path, name: str) -> None:
    text = "The well of Osk\n\nIt has been dry since the first of May, the council said on Tuesday.\n"
    assert read(tmp_path / name, text).title == "The well of Osk"


def test_nothing_but_marks_says_so(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no text in it"):
        read(tmp_path / "a.org", "#+startup: overview\n# nothing\n")


PIECES = ["#+title: ", "#+begin_quote", "#+end_quote", "#+begin_src", "#+caption: ", "\n", "\n\n", "* ",
          ":PROPERTIES:\n", ":END:\n", "- ", "| ", "|--", "[[", "][", "]]", "[fn:1]", "*", "/", "=", "word ",
          "a.jpg", ":a:"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join))
def test_any_org(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.org"
    articles_of(path, f"#+title: a\n{text}".encode("utf-8", "replace"))
