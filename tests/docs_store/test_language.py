"""Short texts in letters of their own are in a language that the letters tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs_store import read_articles
from docs_store.reading.language import guess_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "أغلق الجسر القديم. ويستمر الإصلاح سنة، والحافلات تسلك طريقا أطول."),
        ("fa", "وزیر گفت پل قدیمی بسته است. چهار ماه تعمیر می‌گیرد."),
        ("ur", "پرانا پل بند ہے۔ وزیر نے بتایا مرمت چار ماہ چلے گی، ٹرک رکیں گے۔"),
        ("ru", "Старый мост закрыт. Министр сообщил: ремонт займёт год, автобусы пойдут объездом."),
        ("uk", "Старий міст закрито. Міністр повідомив: ремонт триватиме рік, автобуси їздитимуть довше."),
        ("bg", "Мостът край гарата бе затворен. Кметът обяви ремонт, автобусите ще обикалят."),
        ("be", "Стары мост закрыўся. Міністр паведаміў: рамонт працягнецца год, аўтобусы пойдуць даўжэй."),
        ("sr", "Затворен стари мост. Министар најављује поправку, аутобуси ће возити дуже, љути грађани."),
        ("mk", "Стариот мост затворен. Министерот најавува поправка, луѓето ќе чекаат, куќи крај кејот."),
        ("", "Ескі көпір жабылды. Министр жөндеу бір жылға созылатынын, автобустар айналып өтетінін айтты."),
        ("", "کۆنە پرد داخرا. وەزیر ڕایگەیاند نۆژەنکردنەوە ساڵێک دەخایەنێت."),
        ("", "Новый мост"),
        ("", "Cracks in bridge, says Министр Тарковский-Быстрый."),
        ("", "Abgesperrt: Brücke Łódź – Świętokrzyska."),
    ],
)
def test_letters_tell_the_language_of_a_few_words(language: str, text: str) -> None:
    assert guess_language(text) == language


def test_a_short_article_in_an_old_encoding_has_a_language_and_names(tmp_path: Path) -> None:
    path = tmp_path / "most.txt"
    text = "Новый мост открыт\n\nВ Казани открыли новый мост. Губернатор Игорь Лодыгин перерезал ленту, мэры хлопали.\n"
    path.write_bytes(text.encode("cp1251"))
    (article,) = read_articles(path)
    assert article.language == "ru"
    assert {"Игорь Лодыгин", "Kazan"} <= {mention.name for mention in article.mentions}
