"""Pages whose article is drawn by a program: what they hold is in their scripts alone."""

from __future__ import annotations

import json
from html import escape

import pytest

from docs_store.model import Article, BlockKind
from docs_store.reading.html import read_page
from docs_store.reading.normalise import normalise
from tests.docs_store.lamps import TEXTS

HTML = "".join(f"<p>{line}</p>" for line in TEXTS)
RECORD: dict[str, object] = {
    "headline": "Lamps lit again",
    "publishedAt": "2031-04-30T08:15:00Z",
    "authors": [{"name": "Ada Byron"}],
}
WEIR: dict[str, object] = {
    "headline": "The weir leaks",
    "body": f"<p>{'The weir has been leaking for a year. ' * 90}</p>",
}
PARTS = [{"type": "paragraph", "text": line} for line in TEXTS]
CACHE: dict[str, object] = {
    "ROOT_QUERY": {'article({"id":7})': {"__ref": "Article:7"}},
    "Article:7": {
        "__typename": "Article",
        "title": "Lamps lit again",
        "publishDate": "2031-04-30T08:15:00Z",
        "authors": [{"__ref": "Person:1"}],
        "content": {"__ref": "Body:7"},
    },
    "Person:1": {"__typename": "Person", "name": "Ada Byron"},
    "Body:7": {"html": HTML},
}
NUMBERED: list[object] = [
    ["Reactive", 1],
    {"article": 2},
    {"headline": 3, "body": 4, "publishedAt": 5, "authors": 6, "itself": 2},
    "Lamps lit again",
    HTML,
    ["Date", "2031-04-30T08:15:00Z"],
    [7],
    {"name": 8},
    "Ada Byron",
]


def _record(**text: object) -> dict[str, object]:
    return {**RECORD, **text}


def _page(script: str, body: str = "<div id='root'></div>") -> Article:
    html = (
        "<!DOCTYPE html><html lang='en'><head><title>Lamps lit again | The Tideway</title></head>"
        f"<body>{body}{script}</body></html>"
    )
    return normalise(read_page(html, "https://tideway.example/lamps"), path="")


def _texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind is not BlockKind.CAPTION]


def _of_next(value: object) -> str:
    return f"<script id='__NEXT_DATA__' type='application/json'>{json.dumps(value)}</script>"


def _assigned(value: object) -> str:
    return f"<script>window.__STATE__ = {json.dumps(value)};window.ready = true;</script>"


@pytest.mark.parametrize(
    "script",
    [
        _of_next({"props": {"pageProps": {"article": _record(body=HTML), "more": [WEIR]}}}),
        _of_next({"props": {"pageProps": {"article": _record(content=PARTS)}}}),
        f"<script type='application/json' id='__NUXT_DATA__'>{json.dumps(NUMBERED)}</script>",
        _assigned(CACHE),
        _assigned({"user": None, "data": [_record(body=HTML)]}).replace("null", "undefined"),
        f"<script>var s = JSON.parse({json.dumps(json.dumps({'a': _record(body=HTML)}))});</script>",
    ],
    ids=["html", "parts", "numbered", "cache", "assigned", "parsed"],
)
def test_an_article_that_is_in_a_script_alone_is_read(script: str) -> None:
    article = _page(script)
    assert _texts(article) == TEXTS
    assert article.title == "Lamps lit again"
    assert article.authors == ("Ada Byron",)
    assert article.published is not None
    assert article.published.date().isoformat() == "2031-04-30"


def test_json_ld_tells_the_text_that_a_page_shows_the_beginning_of() -> None:
    told = {"@type": "NewsArticle", "headline": "Lamps lit again", "articleBody": "\n\n".join(TEXTS)}
    script = f"<script type='application/ld+json'>{json.dumps(told)}</script>"
    picture = "<figure><img src='lamp.jpg'><figcaption>The ninth lamp, lit</figcaption></figure>"
    article = _page(script, f"<article><h1>Lamps lit again</h1>{picture}<p>{TEXTS[0]}</p></article>")
    assert _texts(article) == TEXTS
    assert [image.caption for image in article.images] == ["The ninth lamp, lit"]


def test_what_the_page_shows_is_its_article_where_a_script_holds_another() -> None:
    shown = f"<article><h1>Lamps lit again</h1>{HTML}</article>"
    assert _texts(_page(_assigned({"next": WEIR}), shown)) == TEXTS


def test_of_several_articles_in_a_script_none_is_that_of_a_page_called_otherwise() -> None:
    others = [{"headline": f"The weir leaks, part {part}", "body": HTML} for part in "abc"]
    assert _texts(_page(_assigned({"latest": others}), "<p>Loading…</p>")) == ["Loading…"]


def test_of_a_page_that_shows_nothing_nothing_is_told_but_its_title() -> None:
    article = _page("<script>start();</script>")
    assert article.blocks == ()
    assert article.title == "Lamps lit again | The Tideway"


@pytest.mark.parametrize(
    "script",
    [
        'var ct = "1935209700";',
        "window.ori_create_time = '1935209700' * 1;",
        'var page = {publish_time: "2031-04-29 06:15", id: 7};',
        '{"datePublished":"2031-04-29T06:15:00Z","page":1}',
    ],
)
def test_the_moment_in_a_script_is_that_of_a_page_that_tells_none(script: str) -> None:
    article = _page(f"<script>{script}</script>", f"<article><h1>Lamps lit again</h1>{HTML}</article>")
    assert article.published is not None
    assert article.published.date().isoformat() == "2031-04-29"


def test_several_days_in_a_script_are_of_other_pages_too() -> None:
    script = '<script>var list = [{publish_time: "2031-04-29"}, {publish_time: "2031-04-30"}];</script>'
    assert _page(script, f"<article><h1>Lamps lit again</h1>{HTML}</article>").published is None


@pytest.mark.parametrize(
    "hidden",
    [
        "<div hidden id='S:0'>{}</div>",
        "<div style='display: none'>{}</div>",
        "<noscript>{}</noscript>",
        "<story-text><template shadowrootmode='open'>{}</template></story-text>",
    ],
)
def test_what_a_script_would_show_is_read_as_it_is_set(hidden: str) -> None:
    listed = "<ul><li>Nine lamps of brass, each with a lens</li><li>A drum of cable, spare</li></ul>"
    story = f"<article><h1>Lamps lit again</h1><p>By Ada Byron</p>{HTML}{listed}<p>{WEIR['headline']}.</p></article>"
    article = _page("", f"<main><template id='B:0'></template><p>Loading…</p></main>{hidden.format(story)}")
    assert [block.text for block in article.blocks if block.kind is BlockKind.LIST_ITEM] == [
        "Nine lamps of brass, each with a lens",
        "A drum of cable, spare",
    ]
    assert article.authors == ("Ada Byron",)


def test_what_asks_for_consent_is_hidden_however_much_it_says() -> None:
    consent = "".join(f"<p>The {which} of our partners keeps what it likes for a year.</p>" for which in range(40))
    article = _page("", f"<article><h1>Lamps lit again</h1>{HTML}</article><div hidden id='cookie-box'>{consent}</div>")
    assert _texts(article) == TEXTS


def test_an_article_in_a_frame_that_was_saved_with_the_page_is_read() -> None:
    frame = f"<html><body><h1>Lamps lit again</h1><p>By Ada Byron</p>{HTML}</body></html>"
    article = _page("", f'<p>The Tideway</p><iframe srcdoc="{escape(frame)}"></iframe>')
    assert _texts(article) == TEXTS
    assert (article.title, article.authors) == ("Lamps lit again", ("Ada Byron",))


def test_a_frame_beside_an_article_is_none_of_it() -> None:
    frame = (
        f"<html><body><h1>The weir leaks</h1>{'<p>The weir leaks, and nobody has seen to it.</p>' * 9}</body></html>"
    )
    article = _page("", f'<article><h1>Lamps lit again</h1>{HTML}<iframe srcdoc="{escape(frame)}"></iframe></article>')
    assert _texts(article) == TEXTS


def test_a_plea_in_a_frame_stands_for_no_short_article_but_the_article_in_one_does() -> None:
    plea = "".join(
        f"<p>Each of our {which} partners keeps what it likes of yours for a year.</p>" for which in range(12)
    )
    frames = (f"<h1>What we keep</h1>{plea}", f"<h1>Lamps lit again</h1>{HTML}")
    shown = f"<article><h1>Lamps lit again</h1><p>{TEXTS[0]}</p></article>"
    articles = [_page("", f'{shown}<iframe srcdoc="{escape(frame)}"></iframe>') for frame in frames]
    assert [_texts(article) for article in articles] == [TEXTS[:1], TEXTS]


def test_what_a_site_says_of_itself_in_a_script_stands_for_no_short_article() -> None:
    site = {"title": "The Tideway", "body": WEIR["body"]}
    assert _texts(_page(_assigned({"site": site}), f"<p>{TEXTS[0]}</p>")) == TEXTS[:1]


def test_lists_in_lists_in_a_script_are_no_end_of_a_page() -> None:
    nested = "[{}," * 900 + '"lit"' + "]" * 900
    script = f'<script type="application/json">{{"title":"Lamps lit again","text":{nested}}}</script>'
    assert _texts(_page(script, f"<article><h1>Lamps lit again</h1>{HTML}</article>")) == TEXTS
