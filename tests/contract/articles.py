"""A small fictional archive, and ways to make more of it."""

from __future__ import annotations

import datetime as dt

from docs_store import Store
from docs_store.marks import Highlight, Marks
from docs_store.model import Article, Block, BlockKind, EntityKind, EntityMention, Image, Link, LinkKind, article_id


def made(key: str, title: str, *paragraphs: str, **fields: object) -> Article:
    """An article of plain paragraphs; `fields` are `Article`'s own."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs)
    return Article(**{"id": article_id(key), "key": key, "title": title, "blocks": blocks} | fields)  # type: ignore[arg-type]  # tests name the fields


def naming(article_text: str, *names: tuple[str, EntityKind], block: int = 0) -> tuple[EntityMention, ...]:
    """Mentions of `names` where the text has them."""
    return tuple(
        EntityMention(article_text.index(name), article_text.index(name) + len(name), kind, name, block)
        for name, kind in names
    )


def day(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


PERSON, PLACE = EntityKind.PERSON, EntityKind.PLACE


def articles_of(store: Store, person: str) -> int:
    """How many articles name a person."""
    return store.entity_counts([(person, PERSON)])[0].articles


_HARBOUR = (
    "Mayor Odile Varga opened the new harbour at Port Selwyn. The ferries of the Lindqvist Line will call twice a day."
)
_STRIKE = (
    "Ferry crews of the Lindqvist Line walked out. Odile Varga asked both sides to return to Port Selwyn for talks."
)
_BRIDGE = "Engineers found cracks in the piers of the Karst bridge; lorries must take the long way round."

HARBOUR = made(
    "harbour",
    "Harbour opens after ten years of building",
    _HARBOUR,
    published=day("2031-05-04"),
    source="Selwyn Courier",
    url="https://courier.example/2031/harbour/?utm_source=letter",
    mentions=naming(_HARBOUR, ("Odile Varga", PERSON), ("Port Selwyn", PLACE)),
    path="/archive/harbour.txt",
)
STRIKE = made(
    "strike",
    "Ferry crews walk out in Port Selwyn",
    _STRIKE,
    published=day("2031-05-06"),
    source="Selwyn Courier",
    mentions=naming(_STRIKE, ("Odile Varga", PERSON), ("Port Selwyn", PLACE)),
    links=(
        Link("Harbour opens", "http://www.courier.example/2031/harbour", LinkKind.RELATED),
        Link("Cracks in the Karst bridge", "", LinkKind.RELATED),
        Link("Fährleute streiken", "", LinkKind.TRANSLATION),
    ),
    path="/archive/strike.txt",
    marks=Marks(day("2031-05-08"), True, True, (), (Highlight("stayed in port", "Since when?"),)),
)
BRIDGE = made(
    "bridge",
    "Cracks in the Karst bridge",
    _BRIDGE,
    inferred=dt.date(2031, 4, 30),
    source="Upland Mercury",
    images=(Image(caption="The bridge seen from Ostrow", credit="T. Hale"),),
    path="/archive/bridge.txt",
)
SOUP = made(
    "soup",
    "How to cook a beetroot soup",
    "Peel the beetroots, then grate them.",
    path="/archive/soup.txt",
    marks=Marks(read=False),
)
TOKYO = made(
    "tokyo",
    "東京湾のフェリー、大型連休に増便",
    "東京湾を結ぶフェリー会社は、連休中の便を二倍にすると発表した。",
    published=day("2031-04-20"),
    language="ja",
    path="/archive/tokyo.txt",
)
STREIK = made(
    "streik",
    "Fährleute streiken",
    "Die Fährleute der Linie Lindqvist legen die Arbeit nieder.",
    published=day("2031-05-07"),
    language="de",
    path="/archive/streik.txt",
)

ALL = (HARBOUR, STRIKE, BRIDGE, SOUP, TOKYO, STREIK)
NEWEST_FIRST = ("streik", "strike", "harbour", "bridge", "tokyo", "soup")
