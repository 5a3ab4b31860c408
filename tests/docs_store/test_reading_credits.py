"""Credits in the styles of the world's press, and the running text that only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs_store.reading.credits import split_credit
from docs_store.reading.makers import Strength
from docs_store.reading.names import is_names

_AFTER = {
    "A dry well near Osk.": (
        ("(Ana Lima/Star)", "Ana Lima/Star"),
        ("[Ana Lima/Al Jazeera]", "Ana Lima/Al Jazeera"),
        ("(Ana Lima via AP)", "Ana Lima via AP"),
        ("(Osk District Court, Eastern District of Sarn)", "Osk District Court, Eastern District of Sarn"),
        ("(Valley News: Ana Lima)", "Valley News: Ana Lima"),
        ("(Express photo by Ana Lima)", "Express photo by Ana Lima"),
        ("— Reuters pic", "Reuters pic"),
        ("| Photo Credit: ANA LIMA", "ANA LIMA"),
        ("Credit... Ana Lima for The Osk Star", "Ana Lima for The Osk Star"),
        ("Picture: ANA LIMA", "ANA LIMA"),
        ("Photo courtesy of the Osk Museum", "Osk Museum"),
        ("© 2024 Ana Lima", "2024 Ana Lima"),
        ("REUTERS/Ana Lima/File Photo Purchase Licensing Rights , opens new tab", "REUTERS/Ana Lima/File Photo"),
        ("Copyright Ana Lima. All rights reserved.", "Ana Lima"),
        ("ANA LIMA", "ANA LIMA"),
        ("Supplied", "Supplied"),
    ),
    "Un puits à sec près d'Osk": (
        ("© AFP - Ana Lima", "AFP - Ana Lima"),
        ("• © Ana Lima / France Télévisions", "Ana Lima / France Télévisions"),
        ("- AFP/Ana Lima", "AFP/Ana Lima"),
    ),
    "Ein Brunnen bei Osk.": (
        ("picture alliance/dpa/Ana Lima", "picture alliance/dpa/Ana Lima"),
        ("Foto: Ana Lima / Das freie Wort", "Ana Lima / Das freie Wort"),
        ("Privat", "Privat"),
    ),
    "Un pozo seco cerca de Osk": (("/ ANA LIMA", "ANA LIMA"), (". Crédito: Ana Lima", "Ana Lima")),
    "Um poço seco perto de Osk": (
        ("— Foto: Ana Lima/G1", "Ana Lima/G1"),
        ("- Ana Lima - 3.mai.24/Folhapress", "Ana Lima - 3.mai.24/Folhapress"),
        ("(Reprodução/Instagram)", "Reprodução/Instagram"),
    ),
    "Vyschlá studna u Osku.": (("Zdroj: ČTK", "ČTK"), ("Foto: Ana Lima, Deník", "Ana Lima, Deník")),
    "O fântână lângă Osk.": (("Sursa foto: Inquam Photos / Ana Lima", "Inquam Photos / Ana Lima"),),
    "Þurr brunnur við Osk.": (("Ljósmynd/Ana Lima", "Ana Lima"),),
    "Un pozzo secco vicino a Osk": (("(foto Ana Lima)", "Ana Lima"),),
    "Een droge put bij Osk.": (("Beeld Ana Lima", "Ana Lima"), ("© ANP / Ana Lima", "ANP / Ana Lima")),
    "En torr brunn vid Osk.": (("Bild: Ana Lima", "Ana Lima"), ("Foto: Ana Lima/TT", "Ana Lima/TT")),
    "Kuiva kaivo Oskin lähellä.": (("Kuva: Ana Lima / Lehtikuva", "Ana Lima / Lehtikuva"),),
    "Sucha studnia koło Osk": (("/ Fot. Ana Lima", "Ana Lima"), ("Źródło: PAP / Ana Lima", "PAP / Ana Lima")),
    "Kiszáradt kút Osk mellett": (("Fotó: Ana Lima / MTI", "Ana Lima / MTI"),),
    "Osk yakınında kuru bir kuyu": (("(Fotoğraf: Ana Lima)", "Ana Lima"),),
    "Пересохший колодец": (
        ("© Анна Лима/ТАСС", "Анна Лима/ТАСС"),
        ("(Фото: Анна Лима)", "Анна Лима"),
        (". Фото: Анна Лима / Вечерние вести", "Анна Лима / Вечерние вести"),
    ),
    "Висохлий колодязь біля Оска": (("/ Фото Анна Ліма", "Анна Ліма"),),
    "Пресъхнал кладенец.": (("Снимка: Ана Лима, БТА", "Ана Лима, БТА"),),
    "Ξερό πηγάδι κοντά στο Οσκ": (("(φωτ.: ΑΠΕ)", "ΑΠΕ"),),
    "באר יבשה ליד אוסק": (("(צילום: אנה לימה)", "אנה לימה"),),
    "بئر جافة قرب القرية": (("(أ ف ب)", "أ ف ب"), ("- تصوير: أحمد علي", "أحمد علي"), ("(الأناضول)", "الأناضول")),
    "सूखा कुआँ": (("(फोटो: एएनआई)", "एएनआई"),),
    "Giếng khô gần Osk": (("(Ảnh: AFP)", "AFP"),),
    "枯れた井戸": (
        ("（森田恵子撮影）", "森田恵子撮影"),
        ("＝ＡＰ", "ＡＰ"),
        (" 写真：共同通信", "共同通信"),
        (" (AP)", "AP"),
        ("（写真：森田恵子）", "森田恵子"),
    ),
    "村外干涸的水井。": (
        ("新华社记者 王小明 摄", "新华社记者 王小明 摄"),
        ("記者王小明／攝影", "記者王小明／攝影"),
        ("图源：视觉中国", "视觉中国"),
        ("（翻攝自臉書）", "翻攝自臉書"),
        ("（圖／王小明攝）", "圖／王小明攝"),
    ),
    "말라 버린 우물.": (
        ("/사진=김민수 기자", "김민수 기자"),
        ("/연합뉴스", "연합뉴스"),
        ("[사진=연합뉴스]", "연합뉴스"),
        ("사진 제공=북천시", "북천시"),
        ("ⓒ 김민수", "김민수"),
    ),
}


@pytest.mark.parametrize(
    ("caption", "after", "credit"),
    [(caption, after, credit) for caption, styles in _AFTER.items() for after, credit in styles],
)
def test_after_the_caption(caption: str, after: str, credit: str) -> None:
    joint = "" if after[0] in ".（＝ " or caption.endswith("。") else " "
    found = split_credit(f"{caption}{joint}{after}")
    assert (found.caption.rstrip("."), found.credit) == (caption.rstrip("."), credit)
    assert found.strength >= Strength.FAIR


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("A dry well near Osk.Ana Lima/AFP/Getty Images", "A dry well near Osk.", "Ana Lima/AFP/Getty Images"),
        ("A dry well near the millAna Lima/AFP", "A dry well near the mill", "Ana Lima/AFP"),
        ("A dry well near Osk.Credit...Ana Lima/Star", "A dry well near Osk.", "Ana Lima/Star"),
        ("A dry well near the mill. — Photo by writer", "A dry well near the mill.", "writer"),
        ("Ein Brunnen bei Osk Foto: privat", "Ein Brunnen bei Osk", "privat"),
        ("Studnia we wsi (Fot. archiwum gminy)", "Studnia we wsi", "archiwum gminy"),
        ("Poço seco — Foto: Arquivo pessoal", "Poço seco", "Arquivo pessoal"),
        ("بئر جافة قرب القرية (رويترز-أرشيف)", "بئر جافة قرب القرية", "رويترز-أرشيف"),
        ("枯れた井戸＝3日、北浜市、森田恵子撮影", "枯れた井戸＝3日、北浜市", "森田恵子撮影"),
        ("Ein Brunnen bei Osk.Foto: Ana Lima/dpa", "Ein Brunnen bei Osk.", "Ana Lima/dpa"),
        ("Пересохший колодец© РИА Новости / Анна Лима", "Пересохший колодец", "РИА Новости / Анна Лима"),
        ("A well. (Photo by Ana Lima/Getty Images) Getty Images", "A well.", "Ana Lima/Getty Images"),
        ("A well. (AP Photo/Ana Lima) AP Photo", "A well.", "AP Photo/Ana Lima"),
        ("A dry well. Ana Lima/AP hide caption", "A dry well.", "Ana Lima/AP"),
        ("Ein Brunnen bei der KornhalleBild: Ana Lima/dpa", "Ein Brunnen bei der Kornhalle", "Ana Lima/dpa"),
        ("A dry well in Osk. ― Reuters pic", "A dry well in Osk.", "Reuters pic"),
        ("ANA LIMA / AFP Un puits, près d'Osk.", "Un puits, près d'Osk.", "ANA LIMA / AFP"),
        ("Ana Lima/Getty Images The well near Osk.", "The well near Osk.", "Ana Lima/Getty Images"),
        ("Bild: APA/ANA LIMA Ein Brunnen bei Osk", "Ein Brunnen bei Osk", "APA/ANA LIMA"),
        ("Photo: Ana Lima/AFP A dry well near Osk", "A dry well near Osk", "Ana Lima/AFP"),
        ("Reuters The well near Osk has been dry since May.", "The well near Osk has been dry since May.", "Reuters"),
    ],
)
def test_glued_doubled_and_first(line: str, caption: str, credit: str) -> None:
    found = split_credit(line)
    assert (found.caption, found.credit, found.strength) == (caption, credit, Strength.STRONG)


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("A dry well near the mill.—White Star", "A dry well near the mill.", "White Star"),
        ("A dry well. Ana Lima via Osk Well Trust", "A dry well.", "Ana Lima via Osk Well Trust"),
        ("The well, dug in May. getty", "The well, dug in May.", "getty"),
        ("Un pozo seco, cerca de Osk. Ana Lima (EFE)", "Un pozo seco, cerca de Osk.", "Ana Lima (EFE)"),
        ("O poço seco junto à aldeia ANA LIMA SALGADO", "O poço seco junto à aldeia", "ANA LIMA SALGADO"),
        ("A dry well near Osk | ANA LIMA", "A dry well near Osk", "ANA LIMA"),
        ("A dry well. Screengrab from video", "A dry well.", "Screengrab from video"),
        ("Il pozzo asciutto (ansa)", "Il pozzo asciutto", "ansa"),
        ("Un puits. ANA LIMA POUR « L’ÉCHO »", "Un puits.", "ANA LIMA POUR « L’ÉCHO »"),
    ],
)
def test_what_running_text_may_end_in_too(line: str, caption: str, credit: str) -> None:
    found = split_credit(line)
    assert (found.caption, found.credit, found.strength) == (caption, credit, Strength.FAIR)


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("© Ana Lima/dpa", "Ana Lima/dpa"),
        ("(c) Ana Lima", "Ana Lima"),
        ("Foto: Bild: APA/ANA LIMA", "APA/ANA LIMA"),
        ("Ana Lima Fotografa | Moment | Getty Images", "Ana Lima Fotografa | Moment | Getty Images"),
        ("Image source, Ana Lima", "Ana Lima"),
        ("KUVA: Ana Lima", "Ana Lima"),
        ("Фото: Анна Лима / РИА Новости", "Анна Лима / РИА Новости"),
        ("تصوير: أحمد علي", "أحمد علي"),
        ("（写真：ロイター/アフロ）", "ロイター/アフロ"),
        ("图片来源：新华社", "新华社"),
        ("[연합뉴스 제공]", "연합뉴스 제공"),
        ("Supplied", "Supplied"),
        ("(Courtesy photo)", "Courtesy photo"),
    ],
)
def test_on_a_line_of_its_own(line: str, credit: str) -> None:
    found = split_credit(line)
    assert (found.caption, found.credit, found.strength) == ("", credit, Strength.STRONG)


@pytest.mark.parametrize(
    "line",
    [
        "The deal was signed in April, according to two people who were in the room, said Reuters.",
        "Reuters reported that the well had been dry since May, and the council did not deny it.",
        "The AP A-list of the valley's wells was published on Tuesday, to the surprise of its owners.",
        "He asked one question: who owns the well, the council or the farmers who dug it with their own hands?",
        "Sie nannten es einen Erfolg: mehr Wasser für alle, die es bezahlen können.",
        "共同開発の井戸は三年前に完成し、今も村の人々に使われているという。",
        "The school that they built is private.",
        "Nobody knew the author.",
        "The well (private)",
        "無料のサービスを提供",
        "사진을 찍는 사람들이 우물가에 모였다.",
    ],
)
def test_running_text_has_no_sure_credit(line: str) -> None:
    assert split_credit(line).strength < Strength.FAIR


@given(st.text(max_size=400))
def test_nothing_is_added(line: str) -> None:
    found = split_credit(line)
    letters = {character for character in line if character.isalnum()}
    assert {character for character in found.caption + found.credit if character.isalnum()} <= letters


def test_spaces_are_no_names() -> None:
    assert not any(map(is_names, ("", " ", "(\t", "\u2028", "(\x1c)")))
