"""PDF files: paragraphs from lines, what is running and what is not, and files that cannot be read."""

from __future__ import annotations

import datetime as dt
import io
import math
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PageObject, PdfReader, PdfWriter

from docs_store.errors import DocumentError
from docs_store.ledger import Skipped
from docs_store.model import Article, BlockKind
from docs_store.reading import pdf as module
from docs_store.reading import read_articles
from docs_store.reading.pdf.lines import lines_of
from docs_store.reading.pdf.paragraphs import paragraphs
from tests.docs_store.packing import pdf, pdf_of_streams

FIRST = [
    "Engineers found cracks in two of the piers on Monday and closed the",
    "lane to lorries. The council will meet again before the week is over to",
    "speak of the repairs, which may last until autumn.",
]
SECOND = [
    "Residents of the old town fear for the ferry, whose crews have been wai-",
    "ting for a new contract since the last one ended, on the last day of",
]
THIRD = ["March. Nobody could say whether the", "money will do."]
INFO = {"Title": "Microsoft Word - bridge_final2.docx", "Author": "user", "CreationDate": "D:20310602090000Z"}


def lines(texts: list[str], top: float, x: float = 60) -> list[tuple[float, float, float, str]]:
    return [(x, top - 12 * number, 10, text) for number, text in enumerate(texts)]


def page(number: int, *rest: tuple[float, float, float, str]) -> list[tuple[float, float, float, str]]:
    return [(60, 815, 8, "The Sela Courier - 3 May 2031"), *rest, (290, 25, 8, f"Page {number}")]


PAGES = [
    page(1, (60, 770, 24, "Cracks in the bridge"), (60, 740, 10, "By Ada Quill"), *lines([*FIRST], 715),
         *lines(SECOND, 667)),
    page(2, *lines(THIRD, 780), (60, 740, 14, "What comes next"),
         *lines(["- the lane stays closed", "- the ferry runs"], 710)),
    page(3, *lines(FIRST, 780)),
]  # fmt: skip


def read(path: Path, content: bytes) -> Article:
    path.write_bytes(content)
    (article,) = read_articles(path, annotate=False)
    return article


def refused(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    with pytest.raises(DocumentError) as caught:
        list(read_articles(path, annotate=False))
    return caught.value.reason


def test_an_article_over_pages(tmp_path: Path) -> None:
    article = read(tmp_path / "a.pdf", pdf(PAGES, **INFO))
    assert article.title == "Cracks in the bridge"
    assert article.authors == ("Ada Quill",)
    assert article.published is not None
    assert article.published.date().isoformat() == "2031-05-03"
    second = f"{SECOND[0][:-1]}{SECOND[1]} {' '.join(THIRD)}"
    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.PARAGRAPH, " ".join(FIRST)),
        (BlockKind.PARAGRAPH, second),
        (BlockKind.HEADING, "What comes next"),
        (BlockKind.LIST_ITEM, "the lane stays closed"),
        (BlockKind.LIST_ITEM, "the ferry runs"),
        (BlockKind.PARAGRAPH, " ".join(FIRST)),
    ]


def test_columns_and_indents(tmp_path: Path) -> None:
    left = [*lines(FIRST, 700), (70, 664, 10, "The mayor said nothing more on that day, and his office did not"),
            (60, 652, 10, "answer letters about it when it was")]  # fmt: skip
    article = read(tmp_path / "a.pdf", pdf([[*left, *lines(["asked for an answer."], 700, x=310)]]))
    assert [block.text for block in article.blocks] == [
        " ".join(FIRST),
        "The mayor said nothing more on that day, and his office did not answer letters about it when it was asked for "
        "an answer.",
    ]


def test_what_the_file_says_of_itself(tmp_path: Path) -> None:
    told = {"Title": "A year at the harbour", "Author": "Odile Varga", "CreationDate": "D:20310602090000+02'00'"}
    article = read(tmp_path / "a.pdf", pdf([lines(FIRST, 700)], **told))
    assert (article.title, article.authors) == ("A year at the harbour", ("Odile Varga",))
    assert (article.published, article.inferred) == (None, dt.date(2031, 6, 2))
    article = read(tmp_path / "a.pdf", pdf([lines(FIRST, 700)], **{**INFO, "CreationDate": "yesterday"}))
    assert (article.title_made, article.authors, article.published, article.inferred) == (True, (), None, None)


@pytest.mark.parametrize(
    "author",
    ["ABBYY FineReader", "scanner", "HP LaserJet MFP", "adm_quill", "SELA\\\\ada", "ada@sela.example", "Admin",
     "User 2", "quill", "Typesetter"],
)  # fmt: skip
def test_an_author_that_is_no_person_is_none(tmp_path: Path, author: str) -> None:
    told = {"Author": author, "Creator": "Typesetter 3.1"}
    assert read(tmp_path / "a.pdf", pdf([lines(FIRST, 700)], **told)).authors == ()


def test_a_printed_byline_comes_before_what_the_file_says(tmp_path: Path) -> None:
    told = {"Author": "Odile Varga", "CreationDate": "D:20310602090000Z"}
    text = [(60, 770, 24, "Cracks in the bridge"), (60, 740, 10, "By Ada Quill"), *lines(FIRST, 715)]
    article = read(tmp_path / "a.pdf", pdf([text], **told))
    assert (article.authors, article.body) == (("Ada Quill",), " ".join(FIRST))
    assert (article.published, article.inferred) == (None, dt.date(2031, 6, 2))


@pytest.mark.parametrize(("line", "day"), [("Spring 1994", "1994-01-01"), ("Port Sela, 3 May 1987", "1987-05-03")])
def test_the_day_a_file_was_made_is_no_newer_than_a_printed_one(tmp_path: Path, line: str, day: str) -> None:
    text = [(60, 770, 24, "Cracks in the bridge"), (60, 740, 10, line), *lines(FIRST, 700)]
    article = read(tmp_path / "a.pdf", pdf([text], CreationDate="D:20310602090000Z"))
    assert (article.published.date() if article.published else article.inferred) == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("The bridge before the storm. Photo: Cy Moss", "The bridge before the storm.", "Cy Moss"),
        ("Fig. 1: The two piers, from the east", "Fig. 1: The two piers, from the east", ""),
        ("Photo: Cy Moss", "", "Cy Moss"),
    ],
)
def test_captions(tmp_path: Path, line: str, caption: str, credit: str) -> None:
    text = [*lines(FIRST, 700), (60, 600, 8, line), *lines(FIRST, 560)]
    article = read(tmp_path / "a.pdf", pdf([text]))
    assert [(image.caption, image.credit) for image in article.images] == [(caption, credit)]
    assert article.body == f"{' '.join(FIRST)}\n\n{' '.join(FIRST)}"


def test_a_sentence_about_a_figure_is_no_caption(tmp_path: Path) -> None:
    text = [*lines(FIRST, 700), (60, 600, 10, "Figure 1 shows the two piers."), *lines(FIRST, 560)]
    assert read(tmp_path / "a.pdf", pdf([text])).images == ()


def test_pages_past_the_limit_are_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_PAGES", 2)
    (tmp_path / "a.pdf").write_bytes(pdf(PAGES))
    skipped: list[Skipped] = []
    (article,) = read_articles(tmp_path / "a.pdf", annotate=False, on_skip=skipped.append)
    assert article.blocks[-1].text == "the ferry runs"
    assert [each.reason for each in skipped] == ["pages after its first 2 are left out"]


def encrypted(password: str) -> bytes:
    writer, out = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(PAGES)))), io.BytesIO()
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def test_an_encrypted_file_says_so_unless_everybody_may_read_it(tmp_path: Path) -> None:
    assert refused(tmp_path / "a.pdf", encrypted("secret")) == "encrypted"
    assert read(tmp_path / "a.pdf", encrypted("")).title == "Cracks in the bridge"


def test_what_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    assert refused(path, pdf([[], []])) == "no text in it (a scan?)"
    assert refused(path, pdf(PAGES)[:60]) == "a damaged PDF file"
    data = zlib.compress(b" " * (200 * 2**20), 9)
    bomb = b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(data), data)
    assert refused(path, pdf_of_streams([bomb], {})) == "a damaged PDF file"


def test_a_file_whose_table_is_wrong_is_read_all_the_same(tmp_path: Path) -> None:
    content = pdf(PAGES, **INFO).replace(b"2 0 obj", b"% a remark that moves it all\n2 0 obj", 1)
    assert read(tmp_path / "a.pdf", content).title == "Cracks in the bridge"


class _PageOfNoSize:
    def extract_text(self, visitor_text: Callable[..., None]) -> None:
        visitor_text("Cracks in the bridge.", (1, 0, 0, 1, 0, 0), (1, 0, 0, 1, 60, 740), {}, math.nan)


def test_letters_of_no_size_are_letters() -> None:
    page = cast("PageObject", _PageOfNoSize())
    assert [found.text for found in paragraphs([lines_of(page)])] == ["Cracks in the bridge."]


_SEEDS = [pdf(PAGES, **INFO), encrypted("")]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_damage_gives_an_article_or_a_reason(tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(_SEEDS)))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(9, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    (tmp_path / "a.pdf").write_bytes(content[: data.draw(st.integers(9, len(content) + 1))])
    with suppress(DocumentError):
        list(read_articles(tmp_path / "a.pdf", annotate=False))
