"""Japanese in the seven bits of ISO-2022-JP, whose bytes are UTF-8 as well: read, in pages and in plain text."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs_store.reading import read_articles
from docs_store.reading.source import encoding_of

SAID = (
    "港の九つの灯が月曜日の夜、十一週間ぶりにともった。嵐で海底の電線が切れて以来のことである。",
    "船長たちは岸壁に立って長いこと待ち、これで夜でも港に入れると口々に話した。市長も喜んだ。",
    "港長によると、灯は毎年秋に点検され、予備の電線が一巻き倉庫に置かれることになっている。",
)


def _texts(path: Path, data: bytes) -> list[str]:
    path.write_bytes(data)
    (article,) = read_articles(path, annotate=False)
    return [block.text for block in article.blocks]


@pytest.mark.parametrize("head", ["<meta charset='iso-2022-jp'>", ""])
def test_a_page_is_read(tmp_path: Path, head: str) -> None:
    body = "".join(f"<p>{line}</p>" for line in SAID)
    html = f"<html><head>{head}<title>灯がともる</title></head><body><h1>灯がともる</h1>{body}</body></html>"
    assert _texts(tmp_path / "lamps.html", html.encode("iso2022_jp")) == list(SAID)


def test_a_text_is_read(tmp_path: Path) -> None:
    text = "灯がともる\n\n" + "\n\n".join(SAID)
    assert _texts(tmp_path / "lamps.txt", text.encode("iso2022_jp"))[-3:] == list(SAID)


@pytest.mark.parametrize("data", [b"\x1b[1mbold\x1b[0m", b"It cost \x1b$B and no more", "灯 \x1b$B \x1b(B".encode()])
def test_escapes_alone_are_no_japanese(data: bytes) -> None:
    assert encoding_of(data) is None
