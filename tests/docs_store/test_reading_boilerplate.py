"""What sites say to visitors, in many languages, and the lines of articles that only look like it."""

from __future__ import annotations

import pytest

from docs_store.reading import site_phrases
from docs_store.reading.boilerplate import Furniture, furniture

_LINES = {
    Furniture.BUTTON: (
        "Share this article", "Copy Link", "Accept all", "Auf Facebook teilen", "Artikel merken",
        "Partager cet article",
        "Copier le lien", "Comparte esta noticia", "Condividi questo articolo", "Compartilhe esta notícia",
        "Deel dit artikel", "Kopier lenke", "Jaa artikkeli", "Skopiuj link", "Скопировать ссылку", "Κοινοποίηση",
        "نسخ الرابط", "שתפו", "साझा करें", "この記事をシェア", "复制链接", "공유하기", "Bagikan", "Skip to content",
        "Buy now", "Zum Angebot", "Sommaire", "In diesem Artikel",
        "3 min read", "Lesezeit: 3 Minuten", "Advertisement", "Follow us",
        "Video abspielen, abbrechen mit Escape", "Play video", "Osk wins the cup Back to video", "Duration 2:15",
        "We apologize, but this video has failed to load.", "03:10 Min. . Verfügbar bis 01.02.2031 .",
        "Placeholder image-3",
        "Externen Inhalt anzeigen", "Weitere Videos", "autoplay", "Passer la publicité", "Skip ad", "Saltar anuncio",
        "Pomiń reklamę", "Пропустить рекламу", "Don't want to see this? Remove ads",
        "This advertisement has not loaded yet, but your article continues below.", "Hopp over annonsen",
        "Der Artikel geht nach der Anzeige weiter", "La suite après cette publicité",
        "L'articolo continua dopo la pubblicità",
        "nächster Beitrag", "Article suivant", "次の記事", "mehr", "oder", "|", "Lien copié !",
        "Artikel mit Freunden teilen:",
        "Share this item on Facebook Share this item via WhatsApp Send this page to someone by mail",
        "Fehler gefunden?", "Page 1 of 3", "Seite 2 von 4", "Página 3/5",
    ),
    Furniture.PLEA: (
        "Sign up to our free morning newsletter for the day's top stories", "Get the best stories in your inbox",
        "This website uses cookies", "Wir verwenden Cookies, um Ihnen das beste Erlebnis zu bieten.",
        "Jetzt Newsletter abonnieren", "Nous utilisons des cookies pour améliorer votre expérience.",
        "Inscrivez-vous à notre newsletter",
        "S'abonner à la newsletter", "¿Ya eres suscriptor? Inicia sesión", "Questo sito utilizza i cookie",
        "Schrijf je in voor onze nieuwsbrief", "Denne siden bruker informasjonskapsler", "Meld deg på nyhetsbrevet",
        "Мы используем файлы cookie", "Подписывайтесь на наш канал в Telegram", "当サイトではクッキーを使用しています",
        "会員限定記事です",
        "订阅我们的新闻通讯", "뉴스레터 구독하기", "Copyright 2024 The Osk Star. All rights reserved.",
        "Iniciar sesión", "ログインする", "Thanks for signing up!", "Don't have an account? Create Account",
        "Enjoy additional articles per month.", "Continue with Google", "Access through your institution",
        "Esta funcionalidad es sólo para suscriptores", "Il vous reste 72% de cet article à lire.",
        "Pozostało jeszcze 63% artykułu", "Zum Folgen bitte anmelden.", "Get daily Osk news",
        "Mit meiner Anmeldung zum Newsletter stimme ich der Werbevereinbarung zu.",
        "By providing your email address, you agree to the Osk Star's terms and conditions.",
        "I would like to be emailed about offers and events from The Osk Star.",
        "For free breaking news alerts sent straight to your inbox sign up to our emails",
        "Stay informed with The Osk Star – invest in journalism, subscribe for only 3 crowns a month.",
        "CLICK HERE TO GET THE OSK STAR APP", "Hier die Osker-Stern-App herunterladen", "Descarga nuestra app",
        "Suivez les élections avec l'application de l'Étoile", "Add The Osk Star as a preferred source on Google.",
        "Folgst du schon dem Osker Stern auf WhatsApp?", "Listen here on your chosen podcast platform.",
        "Jetzt den Podcast abonnieren", "PODCAST - Écoutez le club de l'Étoile", "Escucha nuestro pódcast en Spotify",
        "The Osk Letter is a reader-supported publication. To receive new posts, consider becoming a subscriber.",
        "Thanks for reading The Osk Letter! Subscribe for free to receive new posts and support my work.",
        "This post is for paid subscribers", "View this email in your browser", "Unsubscribe from this list",
        "Unsubscribe | Help",
        "You are receiving this email because you signed up at osk.example.",
        "Sie erhalten diesen Newsletter, weil Sie ihn bestellt haben.", "Want to change how you receive these emails?",
        "© Wszystkie prawa zastrzeżone", "저작권자 ⓒ 북천일보, 무단 전재 및 재배포 금지",
    ),
    Furniture.COMMENTS: (
        "Leave a Reply", "Comments (12)", "Be the first to comment", "Schreibe einen Kommentar", "Deja una respuesta",
        "Laisser un commentaire", "Plaats een reactie", "Legg igjen en kommentar", "Dodaj komentarz",
        "Comenta", "Kommentare öffnen", "Ver comentarios", "Zum Kommentieren anmelden", "Vis kommentarer",
        "The Osk Star is committed to maintaining a lively but civil forum. Please be kind.",
        "You must be logged in to join the discussion.", "Have something to say? Subscribers may comment.",
        "Teile deine Erfahrungen mit uns und der Gemeinde.",
        "Добавить комментарий", "コメントを書く", "发表评论", "댓글 쓰기", "اترك تعليقا",
    ),
    Furniture.RELATED: (
        "Read next", "More on this story", "Most viewed", "Mehr zum Thema", "Meistgelesen", "À lire aussi",
        "Lo más leído",
        "Leggi anche", "Mais lidas", "Les også", "Czytaj także", "Читать также", "関連記事", "【関連記事】", "相关阅读",
        "많이 본 뉴스", "اقرأ أيضاً", "यह भी पढ़ें", "Baca juga",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in _LINES.items() for line in lines])
def test_is_the_sites_own(kind: Furniture, line: str) -> None:
    assert furniture(line) == (kind, "")


@pytest.mark.parametrize(
    "before",
    [
        "Video | ", "READ MORE | ", "Also Read: ", "WATCH: ", "Lesen Sie auch: ", "À lire aussi : ", "Lee también: ",
        "LEIA MAIS: ",
        "Lees ook: ", "LES OGSÅ: ", "Czytaj też: ", "Читайте также: ", "ये भी पढ़ें: ", "اقرأ أيضا: ", "相关阅读：",
    ],
)  # fmt: skip
def test_a_teaser_names_another_article(before: str) -> None:
    assert furniture(f"{before}How the bridge was built") == (Furniture.RELATED, "How the bridge was built")


@pytest.mark.parametrize("line", ["Tags: bridge, river", "Schlagwörter: bridge, river", "标签：bridge, river"])
def test_tags_are_told(line: str) -> None:
    assert furniture(line) == (Furniture.TAGS, "bridge, river")


@pytest.mark.parametrize(
    "line",
    [
        "More than a hundred people came to the meeting, and most of them stayed until the end.",
        "Watch out for the bridge, the mayor told them, and they did.",
        "Share prices fell by a third on Tuesday.",
        "Unsubscribe rates at the largest papers rose to 4 per cent in May.",
        "Comments by the mayor were met with laughter.",
        "The council wants to accept all of the proposals that the farmers made last year.",
        "Cookies were baked in the old school until the winter of 1974.",
        "Wir verwenden das Wasser der Quelle seit hundert Jahren, sagte der Bürgermeister.",
        "Topics of the day were the bridge and the well",
        "関連する法律は来年改正される見通しだ。",
        "The video shows the mayor on the bridge.",
        "Skip ads and see what is left, the studio told its editors last year.",
        "Podcasts are heard by every third farmer in the valley.",
        "Get well soon, the children wrote.",
        "Get the best of the harvest into the barn before Thursday, he told them.",
        "The letter is available until Friday in the town hall. Nobody has come.",
        "Close to the river stands a mill.",
        "For free bread they walked to Osk.",
        "Zum Kommentieren hatte die Bürgermeisterin keine Lust.",
        "I want to get the ranking back, she said, and be first again.",
        "Follow the river to the old mill and turn left.",
        "Weiter nördlich liegt der See.",
        "You must be mad, she said to the ferryman.",
        "Commentateurs et joueurs se sont tus.",
        "You are receiving this guest as a king, the ferryman told the mayor.",
        "Page 3 of the treaty names the bridge.",
        "The app that the pupils wrote counts the birds of the valley.",
        "로그인하지 않은 이용자도 글을 읽을 수 있게 됐다.",
    ],
)
def test_lines_of_articles_are_not(line: str) -> None:
    assert furniture(line) is None


def test_a_phrase_is_of_one_kind_and_written_as_it_is_looked_up() -> None:
    lists = (site_phrases.BUTTONS, site_phrases.COMMENTS, site_phrases.PLEAS, site_phrases.RELATED, site_phrases.TAGS)
    phrases = [phrase.strip() for each in lists for phrase in each.split("|")]
    assert all(phrase and phrase == phrase.lower() for phrase in phrases)
    assert sorted(phrases) == sorted(set(phrases))


@pytest.mark.parametrize("line", ["aB" * 150, "min . " * 50, "abonniere " * 30, ". subscribe to " * 20, "-" * 300])
def test_lines_made_to_be_slow_are_not(line: str) -> None:
    assert furniture(line) is None or len(line) == line.count("-")  # ends: where a rule tried every way, it would not
