"""Tables and lines of saved pages: a table of data is told row by row, and lines that a page ends stay lines."""

from __future__ import annotations

import pytest

from docs_store.model import Article, BlockKind
from docs_store.reading.html import read_page
from docs_store.reading.html.lines import BREAK, own_lines
from docs_store.reading.normalise import normalise

FIRST = "The regatta of the four harbours was sailed on Saturday in a wind that most skippers called a bad joke."
SECOND = "Tarrow won it for the third time in a row, and the mayor had the cup brought home in a wheelbarrow."


def _read(inside: str) -> Article:
    html = (
        "<html lang='en'><head><title>Regatta</title></head><body><article><h1>Tarrow wins the regatta</h1>"
        f"<p>{FIRST}</p>{inside}<p>{SECOND}</p></article></body></html>"
    )
    return normalise(read_page(html, "https://tideway.example/regatta"), path="")


def _between(inside: str) -> list[str]:
    first, *texts, last = [block.text for block in _read(inside).blocks]
    assert (first, last) == (FIRST, SECOND)
    return texts


def _table(*rows: str, cell: str = "td") -> str:
    return "".join(f"<tr>{''.join(f'<{cell}>{text}</{cell}>' for text in row.split('|'))}</tr>" for row in rows)


def test_a_table_of_data_is_told_row_by_row_with_its_header() -> None:
    head, body = _table("Harbour|Boats|Points", cell="th"), _table("Tarrow|4|31", "Nether Quay|3|31", "Oss|2|7")
    rows = ["Harbour | Boats | Points", "Tarrow | 4 | 31", "Nether Quay | 3 | 31", "Oss | 2 | 7"]
    assert _between(f"<table><thead>{head}</thead><tbody>{body}</tbody></table>") == rows
    assert _between(f"<table>{head}{body}</table>") == rows
    assert _between(f"<figure class='table'><table>{head}{body}</table></figure>") == rows


def test_a_tables_caption_and_cells_with_paragraphs_and_links_stay() -> None:
    body = _table("<p><a href='/tarrow'>Tarrow</a></p>|31", "<p>Oss<br>and Weir</p>|7", "|Not sailed")
    rows = ["Points of the year", "Tarrow | 31", "Oss and Weir | 7", "Not sailed"]
    assert _between(f"<table><caption>Points of the year</caption>{body}</table>") == rows


def test_rows_that_are_alike_and_rows_like_a_date_line_all_stay() -> None:
    rows = ["3 May 2031 | Tarrow", "3 May 2031 | Tarrow", "Home | Share"]
    assert _between(f"<table>{_table('3 May 2031|Tarrow', '3 May 2031|Tarrow', 'Home|Share')}</table>") == rows


def test_a_table_that_sets_out_a_page_is_none() -> None:
    text = "".join(f"<p>{line}</p>" for line in (FIRST, SECOND))
    article = normalise(
        read_page(
            "<html><head><title>Regatta</title></head><body><table><tr><td><a href='/a'>News</a></td>"
            f"<td><h1>Tarrow wins the regatta</h1>{text}</td></tr></table></body></html>"
        ),
        path="",
    )
    assert [block.text for block in article.blocks] == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("inside", "lines"),
    [
        ("<p>O wind of Oss,<br>that will not blow,<br/>so let us row.</p>", 3),
        ("<pre>O wind of Oss,\n   that will not blow,\nso let us row.\n</pre>", 3),
        ("<blockquote>O wind of Oss,<br>that will not blow</blockquote>", 2),
        (f"<p>{'a word and another ' * 4}<br>runs on where the line was full.</p>", 1),
        ("<h2>The wind<br>of Oss</h2><p>It did not blow on that day, and nobody rowed either, for it was hot.</p>", 2),
        ("<p>See <a href='/x'>what the wind<br>of Oss did</a> to us, the crew of the Marigold, on that day.</p>", 1),
    ],
)
def test_lines_that_a_page_ends_are_lines(inside: str, lines: int) -> None:
    assert len(_between(inside)) == lines


def test_lines_keep_their_kind_and_their_links() -> None:
    article = _read("<blockquote><p>O wind,<br>of <a href='/oss'>Oss</a></p></blockquote>")
    quotes = [block.text for block in article.blocks if block.kind is BlockKind.QUOTE]
    assert quotes == ["O wind,", "of Oss"]
    assert [link.title for link in article.links] == ["Oss"]


def test_a_full_line_runs_on_where_its_sentence_does() -> None:
    long = "The wind of Oss is a wind that does not blow on Sundays"
    assert own_lines(f"{long}{BREAK}nor does it hurry.") == [f"{long} nor does it hurry."]
    assert own_lines(f"{long}.{BREAK}It does not hurry.") == [f"{long}.", "It does not hurry."]
    assert own_lines(f"{BREAK} {BREAK}") == []
