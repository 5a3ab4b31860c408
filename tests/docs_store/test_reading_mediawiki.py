"""MediaWiki: which pages of an export are articles, and what of their wikitext is text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs_store import Article, DocumentError, Skipped, read_articles
from docs_store.model import BlockKind, LinkKind
from docs_store.reading.wikitext import read_wikitext

HEAD = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">
<siteinfo><sitename>Oskpedia</sitename><base>https://osk.example/wiki/Main_Page</base><namespaces>
<namespace key="0"/><namespace key="6">Tiedosto</namespace><namespace key="14">Luokka</namespace></namespaces>
</siteinfo>
"""
PAGE = """<page><title>Well of Osk</title><ns>0</ns><id>1</id>
<revision><id>1</id><timestamp>2030-01-02T03:04:05Z</timestamp><model>wikitext</model><text>Old.</text></revision>
<revision><id>2</id><timestamp>2031-03-04T05:06:07Z</timestamp><contributor><username>Ada</username></contributor>
<model>wikitext</model><text xml:space="preserve">{{Infobox well|name=Well|image=Well.jpg|caption=The dry [[well]]}}
'''Osk''' has a [[well (water)|well]].&lt;ref&gt;{{cite news|title=Wells}}&lt;/ref&gt; [[Luokka:Wells]]</text>
</revision></page>
"""
TALK = """<page><title>{title}</title><ns>{ns}</ns>{more}<revision><model>{model}</model><text>It is dry.</text>
</revision></page>"""
WIKITEXT = """{{Short description|A well}}
<!-- nobody reads this -->
[[File:Well.jpg|thumb|upright=1.2|alt=a well|The well of [[Osk]] in 2031. Photo: Ana Lima/AFP]]
'''Osk''' is a ''town'' of {{convert|8|km2|abbr=on}} at the [[River Tarn (Sela)|Tarn]]{{snd}}dry since 1924.<ref
name="a" /><ref>[https://osk.example A paper]</ref>
It has {{Lang|fr|un puits}} &amp; <nowiki>[[no link]]</nowiki>.

== Water ==
* One pump
** A second one
:indented

{| class="wikitable"
|+ style="x" | Wells
! Year !! Depth
|-
| colspan=2 | 1924 || {{nowrap|40&nbsp;m}}
|-
| 1930
| 42 m
|}
=== Voices ===
{{quote|We shall dig.|The mayor}}
<blockquote>Water, water</blockquote>
See [https://osk.example/mayor the mayor] and [[:Category:Wells]].
<gallery mode="packed">
File:Cart.jpg|A ''cart'' at the [[well]]
Mule.jpg
</gallery>
== Notes ==
{{Reflist}}
=== External links ===
[[Category:Wells|Osk]] [[de:Osk]] __NOTOC__
"""


def read(path: Path, text: str, skipped: list[Skipped] | None = None) -> list[Article]:
    path.write_text(text, encoding="utf-8")
    return list(read_articles(path, annotate=False, on_skip=(skipped if skipped is not None else []).append))


def test_a_page_of_an_export_is_an_article_as_it_was_last(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "a.xml", f"{HEAD}{PAGE}</mediawiki>")
    assert (article.title, article.source, article.language) == ("Well of Osk", "Oskpedia", "en")
    assert (article.url, article.tags) == ("https://osk.example/wiki/Well_of_Osk", ("Wells",))
    assert (article.published, article.inferred) == (None, dt.date(2031, 3, 4))
    assert [block.text for block in article.blocks] == ["Osk has a well.", "The dry well"]
    assert [(image.caption, image.source) for image in article.images] == [("The dry well", "Well.jpg")]


@pytest.mark.parametrize(
    ("ns", "more", "model", "is_read"),
    [
        (0, "", "wikitext", True),
        (500, "", "wikitext", True),
        (1, "", "wikitext", False),
        (10, "", "wikitext", False),
        (501, "", "wikitext", False),
        (828, "", "Scribunto", False),
        (0, "", "css", False),
        (0, '<redirect title="Well of Osk"/>', "wikitext", False),
    ],
)
def test_which_pages_are_articles(tmp_path: Path, ns: int, more: str, model: str, *, is_read: bool) -> None:
    page = TALK.format(title="Pump", ns=ns, more=more, model=model)
    skipped: list[Skipped] = []
    articles = read(tmp_path / "a.xml", f"{HEAD}{PAGE}{page}</mediawiki>", skipped)
    assert [article.title for article in articles] == ["Well of Osk", *(["Pump"] if is_read else [])]
    assert not skipped


def test_wikitext(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "Osk_(town).wiki", WIKITEXT)
    assert (article.title, article.tags) == ("Osk (town)", ("Wells",))
    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.PARAGRAPH, "Osk is a town of 8 km2 at the Tarn – dry since 1924. It has un puits & [[no link]]."),
        (BlockKind.CAPTION, "The well of Osk in 2031."),
        (BlockKind.HEADING, "Water"),
        (BlockKind.LIST_ITEM, "One pump"),
        (BlockKind.LIST_ITEM, "A second one"),
        (BlockKind.PARAGRAPH, "indented"),
        (BlockKind.PARAGRAPH, "Wells"),
        (BlockKind.PARAGRAPH, "Year | Depth"),
        (BlockKind.PARAGRAPH, "1924 | 40 m"),
        (BlockKind.PARAGRAPH, "1930 | 42 m"),
        (BlockKind.HEADING, "Voices"),
        (BlockKind.QUOTE, "We shall dig."),
        (BlockKind.QUOTE, "Water, water"),
        (BlockKind.PARAGRAPH, "See the mayor and Category:Wells."),
        (BlockKind.CAPTION, "A cart at the well"),
        (BlockKind.CAPTION, ""),
    ]
    first = article.images[0]
    assert (first.credit, first.alt, first.source) == ("Ana Lima/AFP", "a well", "Well.jpg")
    assert [image.source for image in article.images] == ["Well.jpg", "Cart.jpg", "Mule.jpg"]
    related = [link.title for link in article.links if link.kind is LinkKind.RELATED]
    assert related[:2] == ["Osk", "River Tarn (Sela)"]
    assert ("the mayor", "https://osk.example/mayor") in [(link.title, link.url) for link in article.links]


def test_a_report_of_wikinews_says_its_day() -> None:
    page = read_wikitext(
        "{{date|March 4, 2031}}\n{{byline|location=Osk}}\nA {{w|Well (water)|well}} in {{w|Osk}} is dry."
    )
    assert page.date == "March 4, 2031"
    assert [block.text for block in page.story.blocks] == ["A well in Osk is dry."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{a {{b}} the well", "{{a the well"),
        ("a well}} and ]] more", "a well}} and ]] more"),
        ("the <ref>well", "the well"),
        ("the <!-- well", "the"),
        ("{| \n| the well", "the well"),
        ("[[a|[[b|the]] well", "[[a|the well"),
        ("[[War: a story]]", "War: a story"),
        ("== == the well", "== == the well"),
    ],
)
def test_what_nobody_closed(text: str, words: str) -> None:
    assert [block.text for block in read_wikitext(text).story.blocks] == [words]


def test_an_export_without_pages_says_so(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="without a page"):
        read(tmp_path / "a.xml", f"{HEAD}</mediawiki>")
    skipped: list[Skipped] = []
    page = TALK.replace("It is dry.", "{{{{Stub}}}}").format(title="Pump", ns=0, more="", model="wikitext")
    assert read(tmp_path / "b.xml", f"{HEAD}{page}</mediawiki>", skipped) == []
    assert [each.reason for each in skipped] == ["a page without text: Pump"]


PIECES = ["{{", "}}", "[[", "]]", "{|", "|}", "|", "||", "|-", "!!", "\n", "==", "*", "'''", "<ref>", "</ref>",
          "<gallery>", "</gallery>", "<!--", "-->", "File:a.jpg", "quote", "w", "=", "1", " ", "x"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=60).map("".join))
def test_any_wikitext(text: str) -> None:
    page = read_wikitext(text)
    pictures = [block.image for block in page.story.blocks if block.image is not None]
    assert pictures == list(range(len(page.story.images)))


@pytest.mark.parametrize(
    "piece",
    ["{{", "[[", "{{quote|", "<ref>", "<nowiki>", "<!--", "[[File:a|", "{|\n", "{{a|b=", "'", "=", "| ", "<a "],
)
def test_much_of_anything_is_read_in_time_that_grows_with_it(piece: str) -> None:
    page = read_wikitext(piece * 40_000)
    assert len(page.story.blocks) <= 40_000
