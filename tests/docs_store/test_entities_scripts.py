"""Names in other languages are found about as well as was measured, in texts that were made for it."""

from __future__ import annotations

import pytest

from docs_store import EntityKind
from docs_store.entities import find_entities
from tests.benchmarks.abroad import LANGUAGES, found, texts

PRECISION, RECALL = 0.90, 0.60


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_in_other_languages(language: str) -> None:
    assert len(list(texts(language))) >= 10
    counted = found(language)
    assert counted.precision >= PRECISION
    assert counted.recall >= RECALL


def named(text: str, language: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.name) for each in find_entities(text, language=language)]


def test_cases_are_united_under_the_nominative() -> None:
    text = "Встреча с Ольгой Таровой и Павлом Ветровым. Таровой задали вопрос, Ветрова не спросили."
    assert named(text, "ru") == [
        ("Ольгой Таровой", "Ольга Тарова"),
        ("Павлом Ветровым", "Павел Ветров"),
        ("Таровой", "Ольга Тарова"),
        ("Ветрова", "Павел Ветров"),
    ]
    assert named("Юрієм Коваленком пишаються. Коваленка чули.", "uk") == [
        ("Юрієм Коваленком", "Юрій Коваленко"),
        ("Коваленка", "Юрій Коваленко"),
    ]


def test_a_family_name_that_two_bear_is_given_to_neither() -> None:
    text = "Иван Таров и Павел Таров приехали. Тарова ждали."
    assert [name for _, name in named(text, "ru")] == ["Иван Таров", "Павел Таров"]
    text = "قال سامي الطرواني لخالد الطرواني إن الطرواني غائب."
    assert len(named(text, "ar")) == 2


def test_regions_and_bodies_go_by_the_nominative() -> None:
    text = "В Тульской области и в Тарском районе врачи Министерства обороны и Тарского государственного университета."
    assert [name for _, name in named(text, "ru")] == [
        "Тульская область",
        "Тарский район",
        "Министерство обороны",
        "Тарский государственный университет",
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Роман Толстого лежал на столе. Вера людей крепка, а министерство молчит. Большой суд начался."),
        ("uk", "Віра людей міцна. Міністерство мовчить, а суд триває."),
        ("ar", "قال الرجل إن الوزارة ستفتح الجامعة غدا. محمد سعيد بذلك."),
        ("ru", "На Ивана Купалу прыгают через костры. Романа Толстого не читали."),
        ("ja", "国立大学と地方銀行は、同省の次官と会った。社長が話した。"),
        ("zh", "这所大学的教授说，该银行将关闭。市长出席了会议。"),
        ("ko", "중앙은행과 지방은행은 전기자동차를 판다. 장관이 말했다."),
    ],
)
def test_none_rather_than_wrong_ones(language: str, text: str) -> None:
    assert named(text, language) == []


def test_a_club_in_quotes_is_named_without_them() -> None:
    (club,) = find_entities("Тренер «Спартака» ушёл.", language="ru")
    assert (club.start, club.end, club.kind) == (8, 16, EntityKind.ORGANISATION)


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        (
            "ko",
            "최민석 서울시장은 웃었다. 한지민 경남도지사도 웃었다. 박준호 관장이 답했다.",
            ["최민석", "한지민", "박준호"],
        ),
        ("ko", "박물관은 오래된 신문을 소장하고 있다. 우리는 고구마 대표하는 음식을 먹었다.", []),
        ("ja", "田中健一館長は話した。山口博物館長は黙った。松本美術館長も来た。", ["田中健一"]),
        ("zh", "周日开幕。国家主席王明发来贺信。馆长李明说，收藏丰富。", ["王明", "李明"]),
        ("zh", "館長陳美玲說，報紙來自各地。", ["陳美玲"]),
    ],
)
def test_a_title_beside_a_name_tells_a_person_and_a_verb_does_not(language: str, text: str, people: list[str]) -> None:
    found = find_entities(text, language=language)
    assert [each.name for each in found if each.kind is EntityKind.PERSON] == people
