"""Files of lines that are not UTF-8: all of them, or some, or each in an encoding of its own."""

from __future__ import annotations

import json
from pathlib import Path
from unittest.mock import Mock

import pytest

from docs_store.ledger import Skipped
from docs_store.model import Article
from docs_store.reading import legacy, read_articles, source

FRENCH = "La récolte de Brême était déjà très avancée, malgré l'été pluvieux et la grève à l'abattoir d'Évian."
GERMAN = "Die Brücke über die Öse wird für zwei Jahre gesperrt, weil die Träger größere Schäden haben als gemeldet."
RUSSIAN = "Жители деревни Оск третий месяц ждут воду, и колодец у старой школы снова пересох."
JAPANESE = "オスク村の井戸はこの夏も枯れ、村は隣町から水を運んでいる。町長は来年までに新しい井戸を掘ると話した。"


def read(path: Path) -> list[Article]:
    skipped: list[Skipped] = []
    articles = list(read_articles(path, annotate=False, on_skip=skipped.append))
    assert skipped == []
    return articles


def line(text: str, encoding: str, number: int = 0) -> bytes:
    return json.dumps({"title": f"Osk {number}", "text": text}, ensure_ascii=False).encode(encoding) + b"\n"


@pytest.mark.parametrize(
    ("text", "encoding"), [(FRENCH, "latin-1"), (GERMAN, "cp1252"), (RUSSIAN, "cp1251"), (JAPANESE, "shift_jis")]
)
def test_the_encoding_is_guessed_once_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, encoding: str
) -> None:
    guess = Mock(wraps=source.legacy_encoding)
    monkeypatch.setattr(legacy, "legacy_encoding", guess)
    path = tmp_path / "articles.jsonl"
    path.write_bytes(b"".join(line(text, encoding, number) for number in range(300)))
    assert [article.body for article in read(path)] == [text] * 300
    guess.assert_called_once()


def test_only_some_lines_are_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    whole = [line(JAPANESE, "utf-8", number) for number in range(1_000)]  # far past the head of the file
    path.write_bytes(b"".join([*whole, line(FRENCH, "latin-1"), line(JAPANESE, "utf-8"), line("Café", "latin-1")]))
    *_, french, japanese, short = read(path)
    assert (french.body, japanese.body, short.body) == (FRENCH, JAPANESE, "Café")


def test_little_is_not_taken_for_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_bytes(b"".join(line(text, "cp1251") for text in ("Osk 15 км", RUSSIAN, RUSSIAN)))
    assert [article.body for article in read(path)][1:] == [RUSSIAN] * 2


def test_lines_in_other_encodings_than_the_first(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_bytes(b"".join([line(JAPANESE, "shift_jis"), line(RUSSIAN, "koi8-r"), line(JAPANESE, "shift_jis")]))
    bodies = [article.body for article in read(path)]
    assert (bodies[0], bodies[2]) == (JAPANESE, JAPANESE)
    assert "\ufffd" not in bodies[1]


def test_no_more_than_a_few_guesses_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    guess = Mock(return_value="ascii")
    monkeypatch.setattr(legacy, "legacy_encoding", guess)
    lines = legacy.Legacy(FRENCH.encode("latin-1") * 10)
    assert all("\ufffd" in lines.decode(bytes(range(0x80, 0x100))) for _ in range(100))
    assert guess.call_count < 20


POLISH = (
    "Studnia w Osku została zamknięta w poniedziałek rano. Burmistrz powiedział, że naprawa potrwa rok i będzie "
    "kosztować dużo, a mieszkańcy się skarżą, że muszą nosić wodę z daleka, bo źródło jest suche."
)
TURKISH = (
    "İki köy arasındaki köprü kapatıldı. Başkan, onarımın bir yıl süreceğini ve çok pahalı olacağını söyledi, ama "
    "halk daha sonra ne olduğunu öğrenmek için bu kışı beklemek zorunda, dedi Şükrü Bey."
)
CZECH = "Studna v Osku je zavřená. Starosta řekl, že oprava bude stát mnoho a že potrvá rok, ale lidé jsou nespokojeni."
HUNGARIAN = "Hétfőn lezárták az öreg hidat. A polgármester azt mondta, hogy a felújítás egy évig tart, és nem olcsó."
SWEDISH = "Bron över ån är stängd och det tar ett år att laga den, säger borgmästaren som inte är nöjd med det."
SPANISH = "El alcalde de la ciudad explicó que el año pasado no había agua en los pozos y que no habrá más."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((POLISH, encoding) for encoding in ("cp1250", "iso8859-2", "cp852")),
        *((TURKISH, encoding) for encoding in ("cp1254", "iso8859-9", "cp857")),
        *((CZECH, encoding) for encoding in ("cp1250", "iso8859-2", "cp852")),
        *((HUNGARIAN, encoding) for encoding in ("cp1250", "iso8859-2", "cp852")),
        *((FRENCH, encoding) for encoding in ("cp1252", "latin-1", "cp850", "mac-roman")),
        *((GERMAN, encoding) for encoding in ("cp1252", "cp850", "cp437", "mac-roman")),
        *((SWEDISH, encoding) for encoding in ("cp1252", "cp850", "mac-roman")),
        *((SPANISH, encoding) for encoding in ("cp1252", "cp850", "mac-roman")),
        *((RUSSIAN, encoding) for encoding in ("cp1251", "koi8-r", "iso8859-5", "cp866")),
    ],
)
def test_letters_tell_the_encodings_of_a_language_apart(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(f"{text}\n\n{text}\n".encode(encoding))
    (article,) = read(path)
    assert text in (article.title, article.body.split("\n\n")[0])
