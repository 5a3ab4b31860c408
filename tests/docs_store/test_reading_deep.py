"""However deep a file nests, and whatever controls are in it, its text comes out, or what is missing is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs_store.ledger import Skipped
from docs_store.reading import read_articles

DEEP = "The deepest words are about lamps."
LAST = "The last words come after all of it."
PROSE = "<p>" + "The harbour opens on Monday, after years of delay. " * 10 + "</p>"


def nested(opening: str, closing: str, times: int = 5_000) -> str:
    return f"{opening * times}{DEEP}{closing * times}"


def page(inner: str) -> str:
    return f"<html><head><title>The harbour opens</title></head><body>{PROSE}{inner}<p>{LAST}</p></body></html>"


def read(path: Path, content: str) -> tuple[str, list[str]]:
    path.write_text(content)
    skipped: list[Skipped] = []
    articles = list(read_articles(path, annotate=False, on_skip=skipped.append))
    return "\n".join(article.body for article in articles), [each.reason for each in skipped]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", page(nested("<div>", "</div>"))),
        ("a.html", page(nested("<h1>", "</h1>"))),
        ("a.html", page("<font size=2><p>Some words of it." * 5_000 + f"<p>{DEEP}</p>")),
        ("a.html", page(nested("<table><tr><td>", ""))),
        ("a.eml", f"From: a\nTo: b\nSubject: c\nContent-Type: text/html\n\n{page(nested('<div>', '</div>'))}"),
        ("a.json", f'{{"title": "a", "html": "{PROSE}{nested("<div>", "</div>")}{LAST}"}}'),
        ("a.rss", "<rss><channel><item><title>a</title><description><![CDATA["
                  f"{PROSE}{nested('<div>', '</div>')}]]></description></item>"
                  f"<item><title>b</title><description>{LAST}</description></item></channel></rss>"),
        ("a.sgml", f"<DOC>\n<DOCNO>1</DOCNO>\n<TEXT>\n{nested('<P>', '</P>')}\n<P>{LAST}</P>\n</TEXT>\n</DOC>\n"),
        *(("a.md", f"# A\n\n{nested(opening, '', times)}\n\n{LAST}") for opening in ("> ", "- ") for times in (15, 99)),
        ("a.md", f"# A\n\n{nested('[', ']')}\n\n{LAST}"),
        *(("a.rst", f"A\n===\n\n{nested('- ', '', times)}\n\n{LAST}\n") for times in (15, 5_000)),
        ("a.rst", "A\n===\n\n" + "".join(f"{' ' * at}a\n\n" for at in range(300)) + f"{' ' * 300}{DEEP}\n\n{LAST}\n"),
    ],
)  # fmt: skip
def test_the_text_comes_out(tmp_path: Path, name: str, content: str) -> None:
    text, skipped = read(tmp_path / name, content)
    assert DEEP in text
    assert LAST in text
    assert skipped == []


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"text": ', "}"), ('[{"content": ', "}]")])
def test_the_text_of_a_record_comes_out(tmp_path: Path, opening: str, closing: str) -> None:
    inner = f'{opening * 300}"{DEEP}"{closing * 300}'
    text, skipped = read(tmp_path / "a.json", f'{{"title": "a", "text": [{inner}, "{LAST}"]}}')
    assert text.split("\n\n") == [DEEP, LAST]
    assert skipped == []


@pytest.mark.parametrize(
    "control", ["\0", "\x01", "\x1b", "\f", "\ufffe", "&#1;", "&#x1B;", "&#00012;", "&#xfffe;", "&#65535"]
)
def test_controls_that_no_tree_can_hold_are_left_out(tmp_path: Path, control: str) -> None:
    inner = f"<p>{DEEP}<svg>b</svg>{control} <script>1</script>{control} <nav>c</nav>{control} </p>"
    text, skipped = read(tmp_path / "a.html", page(inner))
    assert DEEP in text
    assert LAST in text
    assert skipped == []


def test_a_page_that_is_flattened_keeps_its_title_and_its_pictures(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(page(nested("<div>", "</div>") + "<img src='lamp.jpg' alt='A lamp on the mole'>"))
    (article,) = read_articles(path, annotate=False)
    assert (article.title, article.title_made) == ("The harbour opens", False)
    assert [image.source for image in article.images] == ["lamp.jpg"]


@pytest.mark.parametrize(
    "content",
    [
        f"<FictionBook><body><section><p>First.</p></section>{nested('<section>', '</section>')}</body></FictionBook>",
        "<rss><channel><item><title>a</title><description>First.</description></item><item><title>b</title>"
        f"<description>{nested('<div>', '</div>')}</description></item></channel></rss>",
        '{"title": "a", "text": "First."}\n{"title": "b", "text": ' + "[" * 100_000 + "]" * 100_000 + "}",
    ],
)
def test_what_is_missing_is_told(tmp_path: Path, content: str) -> None:
    text, skipped = read(tmp_path / "a", content)
    assert text == "First."
    assert len(skipped) == 1
    assert "nested too deep" in skipped[0]
