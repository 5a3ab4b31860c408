"""What is read: the demo's documents, and articles in many scripts, all of them invented."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Final

from docs_store import Article, Block, BlockKind, EntityKind, EntityMention, Image, Link, LinkKind, ingest, open_store
from tui.demo import demo_folder

_JOINED: Final = "👩‍👩‍👧 and ❤️ and 👍🏽 and 🇯🇵 and 1️⃣ and é and กำ and क्षि"
_TITLES: Final = (
    "港の橋の調査はじまる、町の人々が集まる長い見出しの記事",
    "مُحَمَّد يفتح جسر الميناء بعد سنوات من التأخير",
    "Harbour bridge 👩‍👩‍👧 inquiry ❤️ opens 🇯🇵",
    "한글 제목의 기사 harbour", "Ａ ｆｕｌｌ　ｗｉｄｔｈ ｌｉｎｅ", "x" * 300, "Ferry crews strike, " * 12,
    "☀️☀️☀️ 👍🏽👍🏽 weather", "Ada Quill 橋 Quill",
    "ที่ท่าเรือ กำลังเปิด", "Plain harbour report", "z̵̡̢̛a̶l̷g̸o the harbour",
)  # fmt: skip


def demo(place: Path) -> None:
    """Fill an archive with the demo's documents; two of its pictures lie beside them."""
    with open_store(place, create=True) as store:
        ingest([demo_folder()], store)


def scripts(place: Path) -> None:
    """Fill an archive with articles that are hard to draw."""
    with open_store(place, create=True) as store:
        store.put_many([_article(number, title) for number, title in enumerate(_TITLES * 4)])


def _article(number: int, title: str) -> Article:
    name = "Ada Quill"
    blocks = (
        Block(BlockKind.STANDFIRST, f"{title} — {_JOINED}"),
        Block(BlockKind.PARAGRAPH, f"{name} 橋の調査が月曜日にはじまった。{_JOINED} " * (1 + number % 5)),
        Block(BlockKind.CAPTION, f"{name} 橋 {_JOINED}", 0),
        Block(BlockKind.HEADING, f"見出し {_JOINED}"),
        *(Block(BlockKind.PARAGRAPH, f"{name} {'long' * 80} harbour {_TITLES[at]}") for at in range(len(_TITLES))),
        Block(BlockKind.QUOTE, "مُحَمَّد قال إن الجسر سيفتح يوم الاثنين harbour 橋 "),
        Block(BlockKind.LIST_ITEM, "👍🏽 " * 40),
    )
    mentions = [EntityMention(0, len(name), EntityKind.PERSON, name, at) for at in (1, *range(4, 4 + len(_TITLES)))]
    return Article(
        f"{number:016x}", f"key {number}", f"{title} {number}", blocks, ("橋 Ben Hark",),
        dt.datetime(2020 + number % 5, 1 + number % 12, 3, tzinfo=dt.UTC),
        source=("The 港 Post", "Sela ❤️ Courier")[number % 2],
        language=("en", "ja", "ar")[number % 3], url=f"https://courier.example/{number}", tags=("港", "❤️"),
        images=(Image(f"{name} 橋 {_JOINED}", "I. 港/Nordlicht", source="no such file.jpg"),),
        mentions=tuple(mentions),
        links=(Link(_TITLES[(number + 1) % len(_TITLES)], "https://courier.example/1", LinkKind.RELATED),),
    )  # fmt: skip


ARCHIVES: Final[dict[str, Callable[[Path], None]]] = {"demo": demo, "scripts": scripts}
