"""What sites say to their visitors in words that never change, by what it is: whole lines, in small letters.

Parted by bars. A phrase is here where no article would have it as a line of its own.
"""

from __future__ import annotations

from typing import Final

BUTTONS: Final = """
breadcrumb|breadcrumbs|breadcrumb trail links|email address|email address (required|first name|last name
|published|posted|updated|last updated|first published|veröffentlicht|aktualisiert|publié|publié le|mis à jour
|publicado|actualizado|pubblicato|opublikowano|опубликовано|опубліковано|tweet this|link copied|copied|copy url
|email this article|print this page|print this article|save article|save for later|toggle caption|hide caption
|enlarge this image|enlarge|enlarge image|enlarge photo
|click to enlarge|tap to enlarge|view larger image|bild vergrößern|vergrößern|agrandir|agrandir l'image|ampliar foto
|ampliar imagen|ampliar|ingrandisci|vergroot|förstora|forstørr|powiększ|увеличить|クリックして拡大|点击放大
|accept all|accept all cookies|accept cookies|accept|reject all|reject|manage preferences
|manage cookies|cookie settings|read in app|open in app|toggle navigation|toggle menu|close menu|open menu
|skip to content|skip to main content|view comments|hide comments|text size|listen to this article|sign in|log in
|register|subscribe now|show comments|artikel merken|merken|kommentieren|vorlesen|artikel drucken|link kopieren
|artikel speichern|zur merkliste hinzufügen|alle akzeptieren|alles akzeptieren|akzeptieren|ablehnen
|cookie-einstellungen|zum inhalt springen|zur startseite|zum seitenanfang|weiterlesen|startseite|enregistrer
|imprimer l'article|envoyer par e-mail|copier le lien|partager l'article|partager cet article|offrir l'article
|tout accepter|tout refuser|continuer sans accepter|accepter et continuer|aller au contenu|retour en haut|accueil
|guardar|copiar enlace|copiar el enlace|comparte esta noticia|compartir esta noticia|comparte|aceptar cookies
|aceptar|aceptar todo|rechazar|saltar al contenido|ir al contenido|inicio|escuchar artículo|copia link
|condividi questo articolo|accetta tutti|accetta|rifiuta|vai al contenuto|salva|compartilhe
|compartilhe esta notícia|partilhar|copiar link|aceitar todos|aceitar|recusar|ir para o conteúdo|salvar
|deel dit artikel|deel|bewaar|bewaar artikel|kopieer link|alles accepteren|accepteren|naar de inhoud|kopier lenke
|kopiér link|kopiera länk|godta alle|accepter alle|acceptera alla|gå til innhold|gå til indhold|kopioi linkki
|jaa artikkeli|hyväksy kaikki|siirry sisältöön|skopiuj link|udostępnij artykuł|zaakceptuj wszystkie|akceptuję
|przejdź do treści|zapisz artykuł|zkopírovat odkaz|sdílet|sdílet článek|přijmout vše|přeskočit na obsah|megosztás
|megosztom|link másolása|elfogadom|distribuie|copiază linkul|accept toate|скопировать ссылку|копировать ссылку
|принять|принять все|перейти к содержанию|поделиться|поделиться ссылкой|распечатать|скопіювати посилання|поділитися
|прийняти все|сподели|копирай линка|podijeli|podeli|дели|κοινοποίηση|αντιγραφή συνδέσμου|αποδοχή όλων
|bağlantıyı kopyala|kabul et|tümünü kabul et|içeriğe geç|مشاركة
|انقر هنا للمشاركة على وسائل التواصل الاجتماعي|نسخ الرابط|طباعة|قبول الكل|حفظ|שתף|שתפו|העתק קישור
|הדפסה|شیر کریں|اشتراک‌گذاری|کپی لینک|साझा करें|शेयर करें|लिंक कॉपी करें|শেয়ার করুন|แชร์|คัดลอกลิงก์|chia sẻ
|sao chép liên kết|bagikan|salin tautan|シェアする|この記事をシェア|この記事をシェアする|このニュースをシェア
|纠错|我要纠错|ツイートする|ポストする
|リンクをコピー|urlをコピー|印刷する|記事を印刷|印刷|保存する|記事を保存|メールで送る|文字サイズ|ブックマーク
|一覧へ戻る|トップページ|続きを読む|分享到微信|分享到微博|分享至|分享到|复制链接|複製連結|转发|收藏|打印|列印
|扫码分享|返回首页|返回頂部|공유하기|기사 공유|기사공유|url 복사|url복사|글자크기|글자 크기|프린트|인쇄|인쇄하기
|스크랩|북마크|본문 바로가기
|buy now|shop now|view deal|check price|see price|jetzt kaufen|zum angebot|zum shop|acheter maintenant|voir l'offre
|comprar ahora|ver oferta|acquista ora|vai all'offerta|compre agora|koop nu|bekijk aanbieding|kjøp nå|køb nu|köp nu
|osta nyt|kup teraz|koupit|купить|購入する|立即购买|sommaire|inhalt|in diesem artikel|in this article|dans cet article
|en este artículo|in questo articolo|neste artigo|in dit artikel|journalistic standards report an error
|save this story|save this article|close extra sharing options|view image in fullscreen|open image in gallery
|expand image|jump to recipe|buy reprints|order reprints|add comment|thanks for sharing|read later|share via
|your browser does not support iframes|your browser does not support the video tag
|your browser does not support the audio element|like loading|posted on|see all topics|hören|artikel anhören
|zum hören|ajouter à vos sélections|la suite après cette publicité|écouter l'article|écouter cet article
|salvar para ler depois|ouvir o texto|ouvir|diminuir fonte|aumentar fonte|escucha este artículo
|ascolta l'articolo|ascolta|haberi dinle|lyssna|lytt til saken|beluister dit artikel|写真・図版|写真|拡大
|画像を見る|有料記事|記事を読む|分享让更多人看到|小字号|大字号|기사 듣기|기사듣기|가|slide 1 of 1|image|images
|loading comments|click here to share on social media
|save articles to read later and create your own reading list|copy link to article|share full article
|show more sharing options|ir a los comentarios|ver biografía|sobre la firma|zur app|artikelrechte erwerben
|pr|요약|댓글|글자크기조정
|why you can trust sky news|more sharing options|listen to this episode|artikelzusammenfassung|lire plus tard
|end of article|passer la publicité|lire dans l'app|ακούστε το άρθρο|diesen artikel teilen
|view author publications|view more offers|close panel|share page|about sharing
|print article|continua a leggere|лента новостей|pulsa sobre la imagen para más información
|read the rest of this entry|lire la suite de l'article|seguir leyendo|continuar leyendo|continuar a ler
"""

COMMENTS: Final = """
no hay comentarios|sin comentarios|publicar un comentario|nessun commento|posta un commento|keine kommentare
|kommentar veröffentlichen|aucun commentaire|enregistrer un commentaire|nenhum comentário|postar um comentário
|geen opmerkingen|een reactie posten|свежие комментарии|отправить ответ|оставьте первый комментарий
|отправить комментарий|комментариев нет|brak komentarzy|prześlij komentarz|yorum yok|yorum gönder
|コメントはありません|沒有留言|張貼留言
|discussion about this post|reader interactions|visitor comments|reader comments|readers' comments|user comments
|be the first to comment|no comments yet|no comments|comments are closed|log in to leave a comment|leave a reply
|schreibe einen kommentar|antworten abbrechen|antwort abbrechen|diskutieren sie mit|jetzt mitdiskutieren
|ihr kommentar|laisser un commentaire|votre adresse e-mail ne sera pas publiée|annuler la réponse
|commenter cet article|réagir à cet article|deja una respuesta|cancelar la respuesta|comenta esta noticia
|sé el primero en comentar|lascia una risposta|scrivi un commento|deixe uma resposta|deixe o seu comentário
|plaats een reactie|geef een reactie|reageer|legg igjen en kommentar|legg igjen en kommentar avbryt svar
|efterlad en kommentar|lämna ett svar|lämna en kommentar|jätä kommentti|kommentoi|zostaw komentarz|zostaw odpowiedź
|napsat komentář|přidat komentář|hozzászólás|szólj hozzá|lasă un răspuns|lasă un comentariu|добавить комментарий
|написать комментарий|залишити коментар|додати коментар|напишете коментар|αφήστε ένα σχόλιο|yorum yap|yorum yaz
|bir yanıt yazın|أضف تعليقا|أضف تعليق|اترك ردا|إلغاء الرد|הוסף תגובה|टिप्पणी करें|bình luận|komentar
|tinggalkan balasan|コメントを書く|コメントを残す|コメントを投稿|コメントする|发表评论|發表回應|写评论|网友评论
|댓글 쓰기|댓글 달기|댓글쓰기|의견 남기기
"""

PLEAS: Final = """
there was an error, please provide a valid email address|please provide a valid email address
|enter your email|enter your email address|purchase licensing rights
|thank you for subscribing|thanks for subscribing|you are now subscribed|check your inbox
|this website uses cookies|this site uses cookies|follow us on google news|follow us on whatsapp
|suivez-nous sur google actualités|síguenos en google news|folgen sie uns auf google news
|segui la nostra pagina facebook|cet article est réservé aux abonnés|article réservé aux abonnés
|contenido exclusivo para suscriptores|solo para suscriptores|sólo para suscriptores|nur für abonnenten
|exklusiv für abonnenten|bereits abonnent? anmelden|apúntate a nuestro boletín|recevez notre newsletter
|receba as notícias no seu e-mail|tilaa uutiskirje|tilaa uutiskirjeemme|bültenimize abone olun|メールマガジンに登録
|メルマガに登録|メルマガ登録|無料会員登録|会員登録|会員登録はこちら|新規会員登録|会員限定記事です|会員限定記事
|この記事は会員限定です|この記事は有料会員限定です|有料会員限定|ログインして続きを読む|ログイン|订阅我们的新闻通讯
|订阅|登录|注册|訂閱電子報|加入會員|关注我们|扫码关注|뉴스레터 구독하기|뉴스레터 구독|네이버에서 구독하기|구독하기
|로그인|회원가입|اشترك في نشرتنا الإخبارية|اشترك الآن|تسجيل الدخول|हमारे न्यूज़लेटर की सदस्यता लें
|đăng ký nhận bản tin|berlangganan
|would you like to comment on this article|comments are not available on this story
|comments for this article are closed|something went wrong, please try again later
|something went wrong. please try again|please try again later|free weekly newsletter|free daily newsletter
|after newsletter promotion|kindly share this story|tu suscripción se está usando en otro dispositivo
|réservé à nos abonnés|réservé aux abonnés|article réservé à nos abonnés|article abonné|contenu réservé aux abonnés
|solo suscriptores|exclusivo para suscriptores|exclusivo suscriptores|contenuto riservato agli abbonati
|riservato agli abbonati|contenuto per gli abbonati|nur mit abo|für abonnenten|alleen voor abonnees
|exclusief voor abonnees|subscriber exclusive|subscriber only|subscribers only|exclusive to subscribers
|exclusivo para assinantes|conteúdo exclusivo para assinantes|только для подписчиков
|benefício do assinante|vi bryr oss om ditt personvern|reuse this content|get the latest news in your inbox
|support independent journalism|have a story? contact us|newsletter|tap here to see other videos from our team
|thanks for signing up|we encountered an issue signing you up. please try again
|share your thoughts and join the conversation in the comments|enjoy additional articles per month
|get email updates from your favourite authors
"""

RELATED: Final = """
more|watch|listen|more must-reads|阅读下一篇
|what to read next|most viewed|most shared|popular stories|popular|popular now|recent posts
|read this next|meistgelesen|meistgelesene artikel|lesetipp|lesetipps|mehr zum thema|zum thema|mehr davon
|neueste artikel|auch auf dieser seite|a lire aussi|a lire|à voir aussi|à lire|les plus lus
|nos articles sur le sujet|pour aller plus loin|dans la même rubrique|lo más leído|lo último|más leídas
|te recomendamos|notas relacionadas|relacionado|lea además|mira también|potrebbe interessarti anche|i più letti
|più letti|approfondisci|altri articoli|per approfondire|leia mais|mais lidas|matérias relacionadas|relacionadas
|artigos relacionados|recomendado para você|meest gelezen|ook interessant|meer over dit onderwerp|lees verder
|mest læst|mest lest|mest läst|relaterte artikler|relaterede artikler|relaterade artiklar|se også|se även
|luetuimmat|aiheesta lisää|suosittelemme|najczęściej czytane|najpopularniejsze|polecane|przeczytaj także
|przeczytaj też|powiązane artykuły|mohlo by vás zajímat|nejčtenější|související články|olvasta már|olvass tovább
|ajánlott cikkek|legolvasottabb|articole similare|cele mai citite|pe aceeași temă|povezane vijesti|најчитаније
|читать также|смотрите также|читайте ещё|материалы по теме|самое читаемое|популярное|новости по теме|что почитать
|читайте ще|читайте також|також читайте|дивіться також|новини за темою|популярне|прочетете още|вижте още
|още по темата|σχετικά άρθρα|δημοφιλή|ayrıca okuyun|bunları da okuyun|ilgili haberler|çok okunanlar|اقرأ أيضا
|اقرأ أيضاً|اقرأ المزيد|ذات صلة|الأكثر قراءة|قد يعجبك|קראו גם|כתבות נוספות|عوامی پسند|بیشتر بخوانید|यह भी पढ़ें
|ये भी पढ़ें|इसे भी पढ़ें|और पढ़ें|আরও পড়ুন|อ่านเพิ่มเติม|ข่าวที่เกี่ยวข้อง|tin liên quan|xem thêm|đọc thêm|baca juga
|berita terkait|artikel terkait|terpopuler|関連記事|関連ニュース|関連リンク|あわせて読みたい|人気記事
|人気記事ランキング|アクセスランキング|ランキング|おすすめ記事|こちらもおすすめ|新着記事|相关阅读|相关新闻|相关报道
|热门推荐|为你推荐|猜你喜欢|大家都爱看|点击排行|热点推荐|精彩推荐|新闻推荐|相关热门文章|本周热门|图集推荐
|weiterführende links|weiterführender link|verwandte themen auf unserem blog|themenseiten zu diesem artikel|siehe auch
|dies könnte sie auch interessieren|das thema könnte dich auch interessieren|editors' recommendations
|editor's recommendations|artikel empfehlen
|推荐阅读|热门文章|热门新闻|更多新闻|延伸阅读|延伸閱讀|相關新聞|相關報導|看更多|熱門新聞|推薦閱讀|관련 기사
|관련기사|관련 뉴스|많이 본 뉴스|많이 본 기사|추천 기사|추천기사|인기 기사|이 시각 주요뉴스
|zum selben thema|häufig gelesen|passend zum artikel|mehr zu diesem thema|das könnte dich auch interessieren
|recommended from editorial|top stories|featured local savings|more about|you can also check|à découvrir
|sur le même thème|sobre el mismo tema|sullo stesso tema|sobre o mesmo tema|rond hetzelfde onderwerp|samma ämne
|na ten temat|на ту же тему|на цю тему|おすすめ情報|社会の新着|記事一覧|新着
|more to read|in this section|top news|next up|in the headlines|in other news|more in this section|most recent
|latest stories|recommended for you|you may have missed|mehr aus dem ressort|aussi à la une|dans l'actualité
|otras noticias|altre notizie|outras notícias|ander nieuws|siste nytt|senaste nytt|seneste nyt|w tym temacie
|son haberler|последние новости|останні новини|最新ニュース|今、あなたにオススメ|最新闻|recommended editorials
|mirá también|read|à voir également|editors' picks|most discussed|τι διαβάζεται σήμερα|más en esta sección
"""

TAGS: Final = """
tags|tagged|topics|published under|filed under|posted in|subjects|more on these topics
|lesen sie mehr zu diesen themen
|keywords|related topics|schlagwörter|schlagworte|themen|stichwörter|mots-clés|mots clés|thèmes
|sujets|temas|etiquetas|palabras clave|tópicos|palavras-chave|assuntos|argomenti|tag|trefwoorden|onderwerpen
|emneord|emner|ämnen|avainsanat|aiheet|tagi|tematy|témata|štítky|címkék|etichete|теги|темы|ключевые слова|тэги
|ключові слова|теми|тагове|ετικέτες|etiketler|الوسوم|كلمات مفتاحية|תגיות|タグ|キーワード|トピックス|标签|关键词
|關鍵字|標籤|태그|키워드
|explore more on these topics|suggested topics|archivado en|category|categories|topic|kategorie|kategorien
|rubrik|catégorie|catégories|categoría|categorías|categoria|categorie|kategori|kategoria|рубрика|рубрики
|カテゴリー|カテゴリ|分类|分類|tags relacionados|temas relacionados|schlagwörter zum artikel
"""

FOOTER: Final = """
privacy|privacy policy|privacy notice|sitemap|site map|careers|jobs|newsletters|accessibility|accessibility statement
|my account|help centre|help center|adchoices|ad choices|terms|terms of use|terms of service|terms & conditions
|terms and conditions|about us|advertise|advertise with us|cookie policy|cookie settings|cookies
|do not sell my personal information|corrections and clarifications|rss|faq|impressum|datenschutz|agb
|mediadaten|karriere|mentions légales|cgu|cgv|plan du site|qui sommes-nous
|politique de confidentialité|aviso legal|política de privacidad|política de cookies|quiénes somos|publicidad
|mapa del sitio|condizioni d'uso|chi siamo|pubblicità|política de privacidade|termos de uso
|anuncie|quem somos|colofon|privacybeleid|privacy statement|voorwaarden|over ons|adverteren|о редакции
|реклама|关于我们|版权声明|网站地图|隐私政策|广告服务|회사소개|개인정보처리방침|이용약관|광고문의|利用規約
|プライバシーポリシー|会社概要|サイトマップ
"""
"""What the last lines of a page lead to; whom to ask is in press releases too."""
