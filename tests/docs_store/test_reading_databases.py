"""Text exports of press databases: each document with its headline, byline, day and paper."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from docs_store import Article, read_articles
from docs_store.ledger import Skipped
from docs_store.model import BlockKind
from docs_store.reading.formats import format_name
from docs_store.reading.place import place_of
from docs_store.reading.source import open_source

NEXIS = """
                               1 of 3 DOCUMENTS


                          The Osk Herald (Lindau)

                            May 3, 1996, Friday

Bridge too far: ferrymen warn
of a long winter

BYLINE: By Ada Byron, Transport Correspondent

SECTION: VALLEY; Pg. 7

LENGTH: 112 words

DATELINE: LINDAU

HIGHLIGHT: The crossing is two years late

THE bridge over the Osk will cost twice as much as the council
was told, said two engineers who left it in the spring.

"It was drawn for a river that is not there," one of them wrote.

NOTES: The ferry runs until ten.

GRAPHIC: Photo, The ferry at Lindau in 1903

LOAD-DATE: May 4, 1996

LANGUAGE: ENGLISH

PUB-TYPE: Paper

                  Copyright 1996 Osk Newspapers Ltd.
                         All Rights Reserved

                               2 of 3 DOCUMENTS

                  Copyright 1996 Osk Newspapers Ltd.

                          The Osk Herald

                    June 1996

SECTION: VALLEY; Pg. 1
LENGTH: 64 words
HEADLINE: Council asks what a bridge is
BYLINE: Max Born
BODY:
The council asked on Monday what a bridge is.

LOAD-DATE: July 4, 1996

                               3 of 3 DOCUMENTS

LOAD-DATE: July 4, 1996
"""
FACTIVA = """SE   Valley
HD   Ferrymen march on Lindau
BY   By Clara Winter
WC   88 words
PD   2 June 2009
SN   Osk Herald
SC   OSKH
LA   English
CY   (c) 2009 Osk Herald

LP   \n
Some 300 ferrymen marched on the town hall of Lindau yesterday.

TD
The mayor met them, and promised an answer by Friday.

"We have had many Fridays," said the oldest.

NS   c42 : Labor Issues | gcat : Political/General News
AN   Document OSKH00020090602e562

HD   A second headline
SN   Osk Herald
PD   3 June 2009
LP   Nobody came.
AN   Document OSKH00020090603e563
"""
PROQUEST = """____________________________________________________________

Report Information from ProQuest

____________________________________________________________

Document 1 of 2

Ferrymen march on Lindau

Author: Winter, Clara; Born, Max

Publication info: Osk Herald ; Lindau [Lindau]. 02 June 2009: A.4.

https://proquest.example/docview/1

Abstract: They want an answer.

Links: http://links.example/x

Full text:

Some 300 ferrymen marched on the town hall of Lindau yesterday.

The mayor met them: on Friday, he said, they will have an answer.

Credit: STAFF WRITER

CAPTION: The ferry at Lindau

Subject: Strikes; Ferries;

Title: Ferrymen march on Lindau

Publication title: Osk Herald; Lindau

Publication date: Jun 2, 2009

Section: Valley

Language of publication: English

ProQuest document ID: 4001

____________________________________________________________

Document 2 of 2

Nobody came

Publication info: Osk Herald ; Lindau [Lindau]. 03 June 2009: 1.

Full text: Nobody came on Wednesday either.

ProQuest document ID: 4002

____________________________________________________________

Contact ProQuest
"""


def _shown(*parts: str, last: str) -> str:
    paragraphs = "".join(f'<p class="articleParagraph enarticleParagraph">{part}</p>' for part in parts)
    return f'<div class="article enArticle"><p>{"".join(HEADS.pop(0))}{paragraphs}<p>Document {last}</p></div><br/>'


HEADS = [
    ("<div>Valley</div>", '<div id="hd"><span class="enHeadline">Ferrymen march on Lindau</span></div>',
     '<div class="author">By Clara Winter</div>', "<div>88 words</div><div>2 June 2009</div><div>08:00</div>",
     "<div>Osk Herald</div><div>OSKH</div><div>English</div><div>(c) 2009 Osk Herald</div>"),
    ('<div id="hd"><span class="enHeadline">A second headline</span></div><div>2 words</div><div>3 June 2009</div>',
     "<div>Osk Herald</div><div>OSKH</div><div>English</div><div>(c) 2009 Osk Herald</div>"),
]  # fmt: skip
LAST = ("OSKH000020090602e562000b1", "OSKH000020090603e562000b2")
FACTIVA_PAGE = "<html><head><title>Factiva</title></head><body>" + "".join((
    _shown("Some 300 ferrymen marched on the town hall.", "The mayor met them.", last=LAST[0]).replace(
        "<p>Document", "<table><tr><td>Monday</td><td>300</td></tr></table><p>Document"),
    _shown("Nobody came.", last=LAST[1]),
)) + "</body></html>"  # fmt: skip
FACTIVA_TEXT = f"""Valley
Ferrymen march on Lindau
By Clara Winter
88 words
2 June 2009
08:00
Osk Herald
OSKH
English
(c) 2009 Osk Herald

Some 300 ferrymen marched on the town hall.

The mayor met them.

Monday | 300

Document {LAST[0]}

A second headline
2 words
3 June 2009
Osk Herald
OSKH
English
(c) 2009 Osk Herald

Nobody came.

Document {LAST[1]}
"""


def _tabled(**fields: str) -> str:
    rows = (f"<tr><td><b>{code}</b>&nbsp;</td><td>{value}</td></tr>" for code, value in fields.items())
    return f'<div class="article enArticle"><table>{"".join(rows)}</table></div>'


FACTIVA_TABLES = "<html><body>" + "".join((
    _tabled(HD="<span class='enHeadline'>Ferrymen march on Lindau</span>", BY="By Clara Winter", PD="2 June 2009",
            SN="Osk Herald", LP="<p>Some 300 ferrymen marched on the town hall.</p>",
            TD="<p>The mayor met them.</p><p>Monday | 300</p>", AN=f"Document {LAST[0]}"),
    _tabled(HD="A second headline", PD="3 June 2009", LP="<p>Nobody came.</p>", AN=f"Document {LAST[1]}"),
)) + "</body></html>"  # fmt: skip


def read(path: Path, text: str) -> tuple[list[Article], list[Skipped]]:
    path.write_text(text)
    skipped: list[Skipped] = []
    return list(read_articles(path, annotate=False, on_skip=skipped.append)), skipped


def day(article: Article) -> dt.date | None:
    return article.published.date() if article.published else None


def test_documents_of_lexisnexis(tmp_path: Path) -> None:
    (first, second), skipped = read(tmp_path / "nexis.txt", NEXIS)
    assert (first.title, first.authors, first.source, day(first), first.tags) == (
        "Bridge too far: ferrymen warn of a long winter",
        ("Ada Byron",),
        "The Osk Herald (Lindau)",
        dt.date(1996, 5, 3),
        ("VALLEY",),
    )
    assert first.standfirst == "The crossing is two years late"
    assert first.body.split("\n\n") == [
        "LINDAU — THE bridge over the Osk will cost twice as much as the council was told, said two engineers who left "
        "it in the spring.",
        '"It was drawn for a river that is not there," one of them wrote.',
        "NOTES: The ferry runs until ten.",
    ]
    assert [image.caption for image in first.images] == ["Photo, The ferry at Lindau in 1903"]
    assert (second.title, second.authors, second.source, second.published, second.inferred) == (
        "Council asks what a bridge is",
        ("Max Born",),
        "The Osk Herald",
        None,
        dt.date(1996, 6, 1),
    )
    assert second.body == "The council asked on Monday what a bridge is."
    assert first.id != second.id
    assert [bad.reason for bad in skipped] == ["document 3: no text in it"]


def test_articles_of_factiva(tmp_path: Path) -> None:
    (first, second), skipped = read(tmp_path / "factiva.txt", FACTIVA)
    assert (first.key, first.title, first.authors, first.source, day(first)) == (
        "OSKH00020090602e562",
        "Ferrymen march on Lindau",
        ("Clara Winter",),
        "Osk Herald",
        dt.date(2009, 6, 2),
    )
    assert first.tags == ("Valley", "Labor Issues", "Political/General News")
    assert [block.text for block in first.blocks if block.kind is BlockKind.PARAGRAPH] == [
        "Some 300 ferrymen marched on the town hall of Lindau yesterday.",
        "The mayor met them, and promised an answer by Friday.",
        '"We have had many Fridays," said the oldest.',
    ]
    assert (second.title, second.body, day(second)) == ("A second headline", "Nobody came.", dt.date(2009, 6, 3))
    assert skipped == []


def test_articles_as_factiva_shows_them(tmp_path: Path) -> None:
    for name, text in (("a.html", FACTIVA_PAGE), ("a.txt", FACTIVA_TEXT), ("b.html", FACTIVA_TABLES)):
        (first, second), skipped = read(tmp_path / name, text)
        assert (first.key, first.title, first.authors, first.source, day(first)) == (
            "OSKH000020090602e562000b1",
            "Ferrymen march on Lindau",
            ("Clara Winter",),
            "Osk Herald",
            dt.date(2009, 6, 2),
        )
        assert first.body == "Some 300 ferrymen marched on the town hall.\n\nThe mayor met them.\n\nMonday | 300"
        assert (second.title, second.authors, second.body) == ("A second headline", (), "Nobody came.")
        assert skipped == []


def test_articles_of_proquest(tmp_path: Path) -> None:
    (first, second), skipped = read(tmp_path / "proquest.txt", PROQUEST)
    assert (first.key, first.title, first.authors, first.source, day(first), first.tags, first.language) == (
        "4001",
        "Ferrymen march on Lindau",
        ("Clara Winter", "Max Born"),
        "Osk Herald",
        dt.date(2009, 6, 2),
        ("Valley",),
        "en",
    )
    assert (first.standfirst, [image.caption for image in first.images]) == (
        "They want an answer.",
        ["The ferry at Lindau"],
    )
    assert first.body.split("\n\n") == [
        "Some 300 ferrymen marched on the town hall of Lindau yesterday.",
        "The mayor met them: on Friday, he said, they will have an answer.",
        "Credit: STAFF WRITER",
    ]
    assert (second.title, second.body, day(second)) == (
        "Nobody came",
        "Nobody came on Wednesday either.",
        dt.date(2009, 6, 3),
    )
    assert skipped == []


def test_a_document_is_found_in_its_file(tmp_path: Path) -> None:
    for name, text, begins in (("n.txt", NEXIS, "2 of 3 DOCUMENTS"), ("f.txt", FACTIVA, "HD   A second")):
        (_, second), _ = read(tmp_path / name, text)
        with open_source(str(tmp_path / name)) as source:
            place = place_of(source, second)
        assert text.encode()[place.start :].decode().lstrip().startswith(begins)


def test_a_text_that_only_speaks_of_them_is_none(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    for text in (
        "The library\n\n1 of 2 DOCUMENTS\n\nThe librarian showed me the paper.\n",
        "HD television is here\n\nPD James wrote on, and SN Osten read it.\n",
        "1 of 20 people has never crossed the Osk\n\nLENGTH: they do not know it.\n",
    ):
        path.write_text(text)
        with open_source(str(path)) as source:
            assert format_name(source) == "scraped plain text"


EUROPRESSE = """<!DOCTYPE html><html><head><title>Europresse</title></head><body>
<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">Le Courrier de Sela, no. 4512<br>
</span></div><div><span class="DocHeader">Édition du matin, mardi 2 novembre 2031 620 mots, p. 3</span></div>
<div><span class="DocTitreSousSection">Rubrique :</span> <span>Mer</span></div>
<div class="titreArticle"><p class="titreArticleVisu rdp__articletitle">Les bacs restent à quai</p>
<p class="sm-margin-TopNews rdp__subtitle">Huitième jour de grève</p></div>
<p class="sm-margin-bottomNews">Ada Quill et Bo Lind</p></header>
<section><div class="docOcurrContainer"><p>Les <mark>bacs</mark> de Port Sela sont restés à quai.</p><h2>Repos</h2>
<p>Les équipages veulent du repos.</p><p><a href="https://sela.example/bacs">Cet article est paru dans Sela</a></p>
</div></section><footer><small>© 2031</small><p>Numéro de document : news·20311102·CS·17</p></footer>
</article>
<article><header><span class="DocPublicationName">La Gazette</span><span class="DocHeader">2031</span></header>
</article>
<article><header><span class="DocPublicationName">La Gazette</span><span class="DocHeader">3 novembre 2031</span>
<div class="titreArticle"><p class="titreArticleVisu">Pluie</p></div><div class="docAuthors">Ilse Varga</div></header>
<div class="DocText clearfix"><p>Il pleut à Sela.</p></div></article></body></html>"""


def test_articles_of_europresse(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(EUROPRESSE, encoding="utf-8")
    skipped: list[Skipped] = []
    ferries, rain = read_articles(path, annotate=False, on_skip=skipped.append)
    assert (ferries.title, ferries.standfirst) == ("Les bacs restent à quai", "Huitième jour de grève")
    assert (ferries.authors, ferries.source) == (("Ada Quill", "Bo Lind"), "Le Courrier de Sela")
    assert (ferries.url, ferries.tags) == ("https://sela.example/bacs", ("Mer",))
    assert ferries.published == dt.datetime(2031, 11, 2, tzinfo=dt.UTC)
    assert ferries.body.startswith("Les bacs de Port Sela sont restés à quai.\n\nRepos\n\nLes équipages")
    assert (rain.title, rain.authors, rain.body) == ("Pluie", ("Ilse Varga",), "Il pleut à Sela.")
    assert rain.published == dt.datetime(2031, 11, 3, tzinfo=dt.UTC)
    assert [each.reason for each in skipped] == ["article 2: no text in it"]
