"""Names in German, French, Spanish, Italian, Portuguese and Dutch, by the words in and beside them."""

from __future__ import annotations

import pytest

from docs_store import EntityKind, find_entities

PERSON, ORGANISATION, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE


def named(text: str, language: str) -> list[tuple[str, EntityKind]]:
    return [(text[each.start : each.end], each.kind) for each in find_entities(text, language=language)]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Das sagte die Oskberger Lampen GmbH am Montag.", "Oskberger Lampen GmbH"),
        ("de", "Das sagte der Lampenverein Osk e.V. am Montag.", "Lampenverein Osk e.V."),
        ("de", "Das sagte das Bundesministerium für Lampen am Montag.", "Bundesministerium für Lampen"),
        ("de", "Das sagte der Quenby Verlag am Montag.", "Quenby Verlag"),
        ("de", "Das sagte die Varnum-Stiftung am Montag.", "Varnum-Stiftung"),
        ("de", "Das sagte der FC Quenby am Montag.", "FC Quenby"),
        ("de", "Das sagte der Sprecher der Gewerkschaft Varnolt am Montag.", "Varnolt"),
        ("fr", "C'est ce que dit l'Université de Quenbourg.", "Université de Quenbourg"),
        ("fr", "C'est ce que dit le ministère des Lampes.", "ministère des Lampes"),
        ("fr", "C'est ce que dit le Parti socialiste.", "Parti socialiste"),
        ("fr", "C'est ce que dit l’ODLQ, selon eux.", "ODLQ"),
        ("fr", "C'est ce que dit le syndicat Varnolt.", "Varnolt"),
        ("es", "Lo dijo la Compañía de Lámparas del Osk.", "Compañía de Lámparas del Osk"),
        ("es", "Lo dijo la empresa Lámparas del Osk S.A. el lunes.", "Lámparas del Osk S.A."),
        ("it", "Lo ha detto la Fondazione Quarnaro ieri.", "Fondazione Quarnaro"),
        ("it", "Lo ha detto il ministro della Cgil.", "Cgil"),
        ("pt", "É o que diz a Universidade de Oskal hoje.", "Universidade de Oskal"),
        ("nl", "Dat zegt de Stichting Oskveld vandaag.", "Stichting Oskveld"),
        ("de", "Das sagte die Möbelkette Oskmann & Söhne am Montag.", "Oskmann & Söhne"),
        ("de", "Das sagte der Lampenhersteller Varnolt am Montag.", "Varnolt"),
        ("fr", "C'est ce que dit l'université de Quenbourg.", "université de Quenbourg"),
        ("es", "Lo dijo el Quenal CF ayer.", "Quenal CF"),
    ],
)
def test_bodies(language: str, text: str, name: str) -> None:
    assert named(text, language) == [(name, ORGANISATION)]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "de",
            "Das sagte Trainer Quen Tannhuber. Tannhuber ging, der Tannhuber nicht.",
            ["Quen Tannhuber", "Tannhuber"],
        ),
        ("de", "Das sagte Matthias von Osk. Von Osk ging.", ["Matthias von Osk", "Von Osk"]),
        ("de", "Das sagte Herr Quenholz am Montag.", ["Quenholz"]),
        ("fr", "Selon la députée Quenette Oskal, oui. Oskal est partie.", ["Quenette Oskal", "Oskal"]),
        ("fr", "Selon Quenette Oskal, directrice du port, oui.", ["Quenette Oskal"]),
        ("fr", "Selon Mme Oskal, oui.", ["Oskal"]),
        ("es", "Lo dijo el portero Quen Oskarri. Oskarri salió.", ["Quen Oskarri", "Oskarri"]),
        ("it", "Lo dice la sindaca Quena Oskari. Oskari è uscita.", ["Quena Oskari", "Oskari"]),
        ("pt", "Disse o deputado Quenal Oskal. Oskal saiu.", ["Quenal Oskal", "Oskal"]),
        ("nl", "Dat zegt minister Joost van Oskveld.", ["Joost van Oskveld"]),
    ],
)
def test_persons(language: str, text: str, names: list[str]) -> None:
    assert named(text, language) == [(name, PERSON) for name in names]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Sie Tests am Montag. Die Quelle und das Bild. Der Trainer Arbeitslosenversicherung Verwaltung."),
        ("de", "Die Partei und der Verein, eine Universität und das Ministerium. Technische Daten."),
        ("fr", "Le président Lundi. La banque et le ministère, le TGV et la TVA. Quelle est la suite."),
        ("es", "El presidente Lunes. La empresa y el ministerio, el IVA y la DNA."),
        ("de", "Eine Gruppe Jugendlicher lief weg, mit einer langen Kette Perlen."),
        ("de", "Wenn die Bank Kredite vergibt und die Partei Stimmen verliert, schläft die Zeitung."),
        ("de", "Dass die Bank Tulpen kauft, stimmt. Viele Tulpen welken. Mit ermessender Geduld."),
        ("de", "Gute Nachrichten kommen per Brief. Volle Kirche am Sonntag."),
        ("de", "Essen & Trinken, Kunst & Kultur: Tipps & Tricks."),
        ("de", "Neue Werke hängen dort. Internationale Presse kam."),
        ("es", "El señor Presidente habló. La señora Ministra calló."),
        ("de", "Herr Präsident, sagte sie. Frau Ministerin schwieg."),
        ("de", "Das AKW steht still, die DSGVO gilt, und das EKG war gut."),
        ("fr", "Le PDG a démissionné. Les SDF, les OGM et l'IRM."),
        ("es", "El IPC subió, la UCI está llena y los ERE siguen."),
    ],
)
def test_words_are_no_names(language: str, text: str) -> None:
    assert named(text, language) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Zeitung Bild schreibt es. Alle Bild-Leser schlafen.", "Bild"),
        ("Die Firma Druck Meier schläft.", "Druck Meier"),
        ("Die Band „Kinder“ spielte.", "Kinder"),
    ],
)
def test_what_bodies_have_may_be_their_name(text: str, name: str) -> None:
    assert named(text, "de") == [(name, EntityKind.ORGANISATION)]


def test_a_noun_of_the_language_is_nobody_of_that_name() -> None:
    text = "Tom Berg kam. Am Berg lag Schnee, auf dem hohen Berg auch; jeder Berg war weiß. Berg sagte nichts."
    assert named(text, "de") == [("Tom Berg", PERSON), ("Berg", PERSON)]
    assert named("Odile Roi est là. Le Roi est mort. Roi dit non.", "fr") == [("Odile Roi", PERSON), ("Roi", PERSON)]
    assert named("Jean-Marie Le Guen est là. Le Guen parle.", "fr")[1:] == [("Le Guen", PERSON)]


def test_what_is_called_so_is_told_from_how_many_there_are() -> None:
    assert named("Die Firma „Tulpen“ verkauft viele Tulpen.", "de") == [("Tulpen", ORGANISATION)]
    assert named("Eine Platte der Gruppe Oskert.", "de") == [("Oskert", ORGANISATION)]
    assert named("Das steht in der Alten Presse.", "de") == [("Alten Presse", ORGANISATION)]
    assert named("Herr Richter kam spät.", "de") == [("Richter", PERSON)]
    assert named("Frau Doktor Osk kam spät.", "de") == [("Osk", PERSON)]
    assert named("Tom Oskin, PDG de Lampes Osk SA.", "fr")[-1] == ("Lampes Osk SA", ORGANISATION)


def test_a_place_is_told_by_its_preposition() -> None:
    assert named("Il vit à Nice, près du tribunal de Bordeaux.", "fr") == [("Nice", PLACE), ("Bordeaux", PLACE)]
    assert named("Er lebt in Dortmund, Kassel und Essen.", "de") == [
        (name, PLACE) for name in ("Dortmund", "Kassel", "Essen")
    ]
    assert named("Das Essen schmeckt. Er lebt in Essen.", "de") == [("Essen", PLACE)]


def test_a_company_of_somebody_s_name_is_one_where_nobody_has_it() -> None:
    assert named("Les salariés de Renault partent.", "fr") == [("Renault", ORGANISATION)]
    assert named("Jean Renault est là. Renault part.", "fr") == [("Jean Renault", PERSON), ("Renault", PERSON)]
