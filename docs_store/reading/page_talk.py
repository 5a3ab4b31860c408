"""What a page's machinery says: players, skipped advertisements, accounts, podcasts, apps, rules for comments.

A kind of line, not an outlet's wording: what a player can do, what has failed to load, whom an article is reserved for,
where a podcast is to be heard. Each rule takes a whole line, begun as no sentence of an article begins or ended as none
ends; so that an article about players, podcasts or comments stays whole.
"""

from __future__ import annotations

import re
from typing import Final

from docs_store.reading.page_talk_east import is_eastern_control, is_eastern_plea

_LONGEST_CONTROL: Final = 260
"""Code points of the longest line of buttons; `boilerplate` knows how long a plea may be."""

_NO_WORDS = re.compile(r"^[\s|:…·•›»«<>/\\,;.&→←-]+$")
_PLAYER: Final = (
    # Players and what they are embedded by
    r"(?:video|audio|podcast|livestream)s? (?:starten|abspielen|anhören|ansehen|stoppen|pausieren|teilen)\b.{0,40}",
    r"(?:play|start|pause|stop|replay|unmute) (?:the |this )?(?:video|audio|clip|episode|podcast)s?",
    r"(?:lire|lancer|regarder|voir) la vidéo|(?:ver|reproducir) (?:el )?v[ií]deo|guarda il video|"
    r"assistir (?:ao )?vídeo|"
    r"bekijk de video|se video(?:en)?|spill av(?: video)?|katso video|obejrzyj (?:wideo|film)|přehrát video|"
    r"смотреть видео|дивитися відео|動画を(?:再生|見る)|播放视频|동영상 재생",
    r"back to video",
    r"(?:we apologi[sz]e, but |sorry, )?(?:this|the) (?:video|audio|content|player|media)\b.{0,20} "
    r"(?:failed to load|could not be loaded|not available|unavailable|no longer available)\b.{0,60}",
    r"(?:try refreshing your browser|tap here to see other videos)\b.{0,80}",
    r"(?:your|the|ihr|dein|votre|tu|su|il tuo) (?:browser|navigateur|navegador)\b.{0,80}",
    r"(?:(?:video|audio|duration|dauer|durée|duración|durata|duração|varighet|länge|længde):?\s?)+"
    r"\d{1,2}:\d\d(?::\d\d)?(?: \d{1,2}:\d\d)?(?: min\w*\.?)?",
    r"\d{1,2}:\d\d(?::\d\d)? (?:min\w*\.?|std\.?|h)(?: ?[.|·] .{0,80})?",
    r"(?:verfügbar|available|disponible|disponibile|beschikbaar) (?:bis|until|"
    r"jusqu['’]au|hasta|"
    r"fino "
    r"al|tot)\b.{0,50}",
    r"(?:den )?link (?:des|zum) (?:video|audio|einbetten|\w+-inhalt)\S*\b.{0,40}",
    r"(?:externen? |den )?(?:\w+-)?inhalte? (?:anzeigen|laden|erlauben|zulassen|aktivieren|entsperren)",
    r"(?:show|load|display|allow|view) (?:external |embedded )?(?:content|tweet|post)|afficher (?:le contenu|"
    r"ce contenu)|"
    r"mostrar contenido|mostra contenuto|toon inhoud|vis innhold|visa innehåll",
    r"ich bin (?:damit )?einverstanden,? dass mir\b.{0,120}",
    r"placeholder(?: image)?[- ]?\d*|(?:(?:image|bild|photo|foto) )?\d+ (?:of|von|sur|de|di|van) \d+|auto-?play|"
    r"neuer (?:abschnitt|bereich)|bildergalerie(?: öffnen)?|open (?:image|gallery)(?: in .{1,20})?",
    r"(?:weitere|mehr|more|plus de|autres|más|otros|altri|mais|meer|flere|fler) v[ií]d[eé]os?",
    r"(?:schriftgröße|textgröße|schrift)(?: (?:anpassen|ändern|vergrößern))?!?|lautstärke|vollbild|full ?screen|"
    r"plein écran|pantalla completa|schermo intero|tela cheia|volledig scherm|fullskjerm|fullskärm|pełny ekran",
    # Advertisements that are to be skipped, or have not come
    r"(?:passer|fermer|masquer|ignorer) (?:la |cette )?publicité|skip (?:this |the )?ad(?:vert|vertisement)?s?|"
    r"close (?:this )?ad(?:vertisement)?|(?:saltar|omitir|cerrar) (?:el |la )?(?:anuncio|publicidad)|"
    r"(?:salta|chiudi) (?:l['’]|la )?(?:annuncio|pubblicità)|(?:pular|fechar) (?:o )?anúncio|"
    r"advertentie (?:overslaan|sluiten)|hopp over (?:annonse|reklame)n?|spring (?:annonce|reklame)n? over|"
    r"hoppa över annons\w*|ohita mainos|pomiń reklamę|přeskočit reklamu|reklám átugrása|пропустить рекламу|"
    r"пропустити рекламу|reklamı (?:geç|atla|kapat)|تخطي الإعلان|広告をスキップ|跳过广告|광고 건너뛰기",
    r"this ad(?:vertisement)? has not loaded yet\b.{0,60}|(?:don['’]t want to see this\? ?)?remove ads?|"
    r"(?:why am i seeing|report) this ad\??|advertisement (?:continues|ends) (?:below|here)|"
    r"(?:la suite|(?:l['’])?article continue|lire la suite) après (?:la|cette) publicité|"
    r"(?:der )?(?:artikel|text) (?:geht|wird) (?:nach|unter) der (?:anzeige|werbung) (?:weiter|fortgesetzt)|"
    r"nach der (?:anzeige|werbung) (?:geht es weiter|weiterlesen)|"
    r"(?:la noticia |el artículo )?(?:continúa|sigue) (?:después|tras|debajo)(?: de)? la publicidad|"
    r"(?:l['’]articolo )?continua dopo la pubblicità|continua (?:após|depois d)a publicidade|"
    r"(?:artikkelen|saken) fortsetter (?:under|etter) annonsen|artiklen fortsætter (?:under|efter) annoncen|"
    r"artikeln fortsätter (?:under|efter) annonsen|(?:juttu|artikkeli) jatkuu mainoksen (?:jälkeen|alla)|"
    r"(?:dalsza|dalszy|ciąg) .{0,30}(?:pod|poniżej) (?:reklam\w*|wideo|materiał\w*.{0,20})|"
    r"(?:tekst gaat|lees) verder (?:onder|na) de (?:advertentie|foto|video)|pokračování (?:článku|textu) pod reklamou|"
    r"продолжение (?:после|под) реклам\w+|продовження (?:після|під) реклам\w+",
    # Other controls
    r"(?:vorheriger|nächster) (?:beitrag|artikel)|(?:previous|next) (?:post|article|story|page)|"
    r"article (?:précédent|suivant)|(?:artículo|noticia) (?:anterior|siguiente)|articolo (?:precedente|successivo)|"
    r"(?:vorig|volgend)e? artikel|(?:poprzedni|następny) artykuł|(?:предыдущая|следующая) (?:статья|новость)|"
    r"前の記事|次の記事|上一篇|下一篇|이전 ?기사|다음 ?기사",
    r"(?:navigation|(?:zum|zur) (?:inhalt|navigation|hauptmenü)) (?:überspringen|springen)|← .{3,120}|.{3,120} →|"
    r"(?:vorherige[rs]?|zurück|previous|prev|précédente?|anterior|precedente)[\s/|·]{1,3}(?:nächste[rs]?|weiter|next|suivante?|"
    r"siguiente|successiv[oa])|(?:newer|older) posts(?: home)?(?: older posts)?|original (?:print )?headline: .{2,100}",
    r"(?:or|oder|ou|eller|lub|nebo|или|або|mehr|weiter|zurück|close|schließen|fermer|cerrar|chiudi|fechar|sluiten|lukk|"
    r"stäng|sulje|zamknij|zavřít|закрыть|закрити|kapat|إغلاق|閉じる|关闭|닫기)",
    r"(?:page|seite|página|pagina|sida|side|sivu|strona|страница|сторінка) \d{1,3} ?"
    r"(?:of|von|de|di|sur|av|af|z|из|з|/) ?\d{1,3}",
    # Where the page stands on its site
    r"(?:home(?:page)?|start(?:seite)?|inicio|início|accueil|главная|ana ?sayfa|strona główna|forsiden?|hem|etusivu|"
    r"trang chủ|首页|首頁|トップ|ホーム|홈|الرئيسية|you are here:|sie sind hier:|"
    r"vous êtes ici ?:|estás en:) ?[>›»/→] ?.{2,200}|"
    r"[^.!?<>›»:]{2,40}(?: [>›»→] [^.!?<>›»:]{2,60}){2,6}",
    # What is for machines, and shown where a template failed
    r"(?-i:[a-z]{2,}(?:[A-Z][a-z0-9]*)+:|true|false|null|undefined|NaN|\[object Object\])|"
    r"©? ?dpa-infocom.{0,60}|dpa:\d{6}-\d[\d/-]{4,20}(?: \(dpa\))?|"
    r"dieses thema im programm:?.{0,90}",
    r"view author publications|(?:you can also )?search (?:for this )?author (?:on|in)\b.{0,40}|"
    r"reprints and permissions|(?:lire|ouvrir) dans l['’]app\w*|(?:in (?:der )?app|app) (?:lesen|öffnen)|lien copié!?|"
    r"link(?: wurde)? kopiert!?|enlace copiado!?|link copiato!?|(?:diesen )?artikel (?:mit freunden )?teilen\b.{0,20}",
    r"share this (?:story|article|post) ?: .{2,180}|"
    r"(?:share|send|print) this (?:item|page|article|story|post) .{2,30} (?:share|send|print) this .{2,160}",
    r"journalistic standards|report an? (?:error|typo)|fehler (?:gefunden|melden|entdeckt)\??.{0,60}|"
    r"signaler une (?:erreur|faute).{0,30}|(?:reportar|comunicar) un error|segnala un errore|"
    r"нашли (?:ошибку|опечатку)\?.{0,80}|знайшли помилку\?.{0,80}|zauważyłeś błąd\?.{0,60}",
)
_SIGNS: Final = (
    # Who saw to a page, and the end of a wire's text
    r"字体\s?[:：].{0,12}|(?:责任编辑|責任編輯|责编|编辑|編輯|编审|校对|审核)\s?[:：].{1,40}|"
    r"\S{2,40}@\S{4,60}(?: ?\(end\))?|\(end\)",
)
_PLEA: Final = (
    # Letters and subscriptions that are offered
    r"a (?:welcome|confirmation) e-?mail is on its way\b.{0,100}|create a free account to continue\b.{0,30}|"
    r"unlimited (?:online|digital) access to .{5,160}|"
    r"exclusive (?:articles|content|stories) (?:by|from) .{5,160}|daily puzzles,? including\b.{0,60}|"
    r".{2,60} e-?paper, an electronic replica\b.{0,120}|if you are a (?:home delivery|print) subscriber\b.{0,160}",
    r".{2,60} is a reader-supported (?:publication|newsletter)\b.{0,200}|(?:thanks|thank you) for reading .{2,60}[!.] "
    r"(?:subscribe|share|this post is public)\b.{0,160}|this post is for (?:pa(?:id|ying) )?subscribers(?: only)?",
    # What stands under a letter, and over it
    r"(?:you(?: are|['’]re) (?:receiving|getting) this|sie erhalten diesen?|vous recevez cet(?:te)?|recibes? este) "
    r"(?:e-?mail|newsletter|message|nachricht|lettre|courriel|correo|boletín|mensaje)\b.{0,200}|"
    r"unsubscribe(?: (?:here|now|from|at any|if|or|instantly)\b.{0,60}| ?[|•·/,.].{0,60})?|"
    r"want to change how you receive these e-?mails\?.{0,80}|(?:update|manage) your (?:e-?mail )?preferences\b.{0,60}|"
    r"(?:view|open|read) (?:this )?(?:e-?mail |newsletter )?(?:in|on) (?:your |a )?(?:web ?)?browser",
    # Accounts
    r"(?:iniciar|inicia) sesión|se connecter|connectez-vous|s['’]identifier|(?:jetzt )?(?:anmelden|einloggen|"
    r"registrieren)|"
    r"accedi|registrati|fazer login|inloggen|log ind|logg inn|logga in|kirjaudu(?: sisään)?|zaloguj się|"
    r"přihlásit(?: se)?|bejelentkezés|войти|увійти|зарегистрироваться|giriş yap|ログインする|新規登録|会員登録する",
    r"(?:thanks|thank you) for (?:signing up|subscribing|registering)\b.{0,60}|"
    r"we encountered an (?:issue|error) signing you up\b.{0,40}|(?:please )?try again(?: later)?|"
    r"the next issue of .{1,60} will soon be in your inbox|interested in more newsletters\?.{0,30}",
    r"(?:enjoy|get|access|read|unlock|view|see) (?:additional|unlimited|more|exclusive) (?:articles?|offers)\b.{0,60}|"
    r"access articles from .{1,60} with one account|get e-?mail updates\b.{0,60}|share your thoughts and join\b.{0,60}",
    r"(?:don['’]t|do not) have an account\b.{0,40}|create an? account(?: or)? ?(?:sign in)?|"
    r"(?:continue|sign in|log in|sign up) (?:with|using|via) (?:google|apple|facebook|orcid|e-?mail|x|twitter)|"
    r"access through your institution|you (?:have full|currently do not have) access to this\b.{0,80}",
    r"(?:you|sie|du) (?:must|need to|have to|müssen|musst) (?:be )?(?:(?:logged|signed|eingeloggt|"
    r"angemeldet)\b).{0,120}",
    r"(?:esta|este) (?:funcionalidad|contenido|artículo|servicio) es (?:s[óo]lo|exclusiv[oa]) para\b.{0,60}|"
    r"(?:cet article|ce contenu|la suite) est réservée? aux?\b.{0,60}|"
    r"(?:il vous reste|encore) \d+(?:[.,]\d+)? ?% .{0,30}à (?:lire|découvrir)\b.{0,80}|"
    r"pozostało (?:jeszcze )?\d+ ?% artykułu|czytaj dalej\.? subskrybuj.{0,40}|"
    r"(?:zum|um zu) (?:folgen|kommentieren|weiterlesen|lesen)\b.{0,40}\b(?:anmelden|einloggen|registrieren)\b.{0,40}|"
    r"(?:questo|il) (?:articolo|contenuto) è riservato (?:agli|ai)\b.{0,60}|"
    r"dit artikel is (?:alleen )?voor abonnees\b.{0,60}",
    r"記事に『?リアクション』?ができます.{0,60}",
    # What is agreed to by whoever subscribes
    r"(?:by|when) (?:submitting|providing|entering|subscribing|registering|creating)\b.{0,120}\b(?:agree|consent|"
    r"accept|"
    r"terms|privacy)\b.{0,120}|"
    r"i (?:would like|want|agree|consent) to (?:be e-?mailed|receive|get)\b.{0,100}\b(?:offers?|e-?mails?|news|"
    r"updates?|"
    r"newsletters?|information)\b.{0,140}|"
    r"(?:mit|durch) (?:meiner|deiner|ihrer|der) (?:anmeldung|registrierung|bestellung)\b.{0,120}\b(?:stimme\w*|"
    r"akzeptier\w*|"
    r"einverstanden|datenschutz\w*|werbe\w*)\b.{0,120}|"
    r"en (?:vous inscrivant|validant|cliquant|renseignant)\b.{0,120}\b(?:accept\w+|conditions|données)\b.{0,120}|"
    r"al (?:suscribir\w*|registrar\w*|hacer clic)\b.{0,120}\b(?:acept\w+|términos|privacidad)\b.{0,120}",
    r"für links auf dieser seite erhält .{2,40} (?:ggf\. )?eine provision\b.{0,200}|"
    r"dieses video wird über .{2,20} abgespielt\b.{0,120}|get (?:reporter|author|news|business|breaking news) alerts|"
    r"melde dich an, um eine bewertung abzugeben",
    # News by mail, and on a telephone
    r"get (?:our |the |your )?(?:free )?(?:daily|weekly|latest|current|breaking|top|real-?time|"
    r"best)\b(?! of\b).{0,80}\b(?:news|"
    r"headlines|stories|updates|insights|newsletters?|columns|alerts|journalism)\b.{0,80}",
    r"for (?:free|the latest|more|breaking|real)\b.{0,120}\b(?:sign up|newsletters?|inbox|subscribe|"
    r"follow us)\b.{0,120}",
    r"(?:stay|keep) (?:informed|up to date|updated|ahead)\b.{0,160}\b(?:journalism|subscri\w+|newsletters?|inbox|"
    r"app|for only)"
    r"\b.{0,120}",
    r"(?:access|explore|discover) (?:the|our) (?:most recent|latest) (?:journalism|features|stories)\b.{0,80}",
    r"(?:click here to )?(?:get|download|install|try) (?:the|our) (?:.{1,30} )?app\b.{0,80}|"
    r"(?:hier |jetzt )?die .{1,30}-?app (?:herunterladen|laden|installieren|testen)\b.{0,60}|"
    r"(?:suivez|retrouvez) .{3,90} (?:avec|sur|dans) (?:l['’]|notre )app\w*\b.{0,40}|télécharge[rz] (?:l['’]|"
    r"notre )app\w*\b.{0,60}|"
    r"(?:descarga|descárgate) (?:la|nuestra) app\b.{0,60}|scarica (?:la nostra |l['’])app\b.{0,60}|"
    r"baixe o (?:nosso )?app\b.{0,60}|"
    r"download (?:de|onze) .{0,20}app\b.{0,40}|(?:last ned|hent|ladda ner) appen\b.{0,40}|"
    r"pobierz (?:naszą )?aplikację\b.{0,40}|"
    r"скачайте (?:наше )?приложение.{0,60}|завантажуйте (?:наш )?(?:за)?стосунок.{0,60}|アプリ(?:で|を)(?:開く|読む|"
    r"ダウンロード).{0,20}",
    r"add .{1,40} as (?:a|your) preferred source\b.{0,120}|"
    r"(?:añade|agrega)\w* .{0,40}como (?:tu )?fuente preferida\b.{0,60}",
    r"folgst du .{1,60}\?|(?:abonniere|abonnieren sie) (?:den|unseren|jetzt|hier)\b.{0,160}|"
    r"(?:follow|join|participe|folge|folgen sie|suivez|sigue|síganos|segui) .{0,40}"
    r"\b(?:whatsapp|telegram|google news|instagram|facebook)\b.{0,80}",
    r"(?:view|see) this post on \w+|ver esta publicación en \w+|voir cette publication sur \w+|"
    r"sieh dir diesen beitrag auf \w+ an|visualizza questo post su \w+|ver essa foto no \w+|"
    r"(?:a post shared by|una publicación compartida (?:por|de)|une publication partagée par|ein beitrag geteilt von|"
    r"un post condiviso da) .{2,80}",
    # Podcasts
    r"(?:listen|subscribe|tune in)(?: here| now| below)?\b.{0,60}\b(?:podcast (?:platform|app|player)s?|"
    r"apple podcasts?|spotify|"
    r"wherever you get your podcasts)\b.{0,60}",
    r"(?:jetzt |hier )?(?:den )?podcast (?:anhören|abonnieren|hören)\b.{0,60}|zum (?:anhören|nachhören|podcast)|"
    r"(?:podcast ?[-–:] ?)?écoute[rz] (?:le |notre |nos |ce )?(?:podcasts?|club)\b.{0,60}|escucha (?:el|nuestro|"
    r"este) p[óo]dcast\b.{0,60}|"
    r"ascolta (?:il|il nostro) podcast\b.{0,60}|ouça o (?:nosso )?podcast\b.{0,60}|luister naar (?:de|"
    r"onze) podcast\b.{0,60}|"
    r"hør (?:podkast|podcast)en\b.{0,60}|lyssna på podd\w*\b.{0,60}|posłuchaj podcastu\b.{0,60}|"
    r"слушайте (?:наш )?подкаст.{0,60}",
)  # fmt: skip
_COMMENTS: Final = (
    r"coment(?:a|ar|e)|comment(?:er|a|ez)|komment(?:er|oi|era)|s?komentuj|komentovat|комментировать|коментувати|"
    r"yorumla",
    r"kommentare? (?:öffnen|anzeigen|ansehen|lesen|einblenden|abgeben(?: abbruch)?)|(?:ver|mostrar|"
    r"leer) (?:los )?comentarios|"
    r"(?:voir|afficher|lire) les commentaires|(?:mostra|leggi|vedi) i commenti|ver (?:os )?comentários|"
    r"(?:bekijk|toon|lees) (?:de )?reacties|(?:vis|se|visa) kommentarer|(?:pokaż|zobacz) komentarze|"
    r"показать комментарии",
    r"#?\d{1,4}\.? (?:kommentar|comment|comentario|commentaire|reactie|commento) (?:von|by|de|par|van|di) .{2,40}",
    r"please keep (?:your )?comments\b.{0,160}|(?:all )?comments (?:are moderated|may take|must be|"
    r"will be (?:moderated|reviewed))\b.{0,160}",
    r"have something to say\?.{0,100}|would you like to comment on this article\?.{0,100}|"
    r"(?:you must|sie müssen|du musst) .{0,40}(?:to (?:join the discussion|comment|reply|post)|"
    r"um zu kommentieren)\b.{0,80}|"
    r"zum kommentieren (?:bitte )?(?:anmelden|einloggen)",
    r"para (?:ver|leer|escribir|publicar) (?:los |un )?comentarios?\b.{0,140}|"
    r"pour (?:lire|voir|poster) (?:les |un )?commentaires?\b.{0,140}",
    r"(?:partagez|donnez) votre avis\b.{0,100}|(?:comparte|danos) tu opinión\b.{0,100}",
)  # fmt: skip


_WITHIN_CONTROL: Final = (
    ("back to video", r".{3,110} back to video"),
    ("min", r".{0,60}\bmin\w*\.? ?[.|·] ?(?:verfügbar|available|disponible|disponibile|beschikbaar) \w.{0,50}"),
    ("フォロー", r".{0,24}を?フォロー(?:する|中)"),
)
_WITHIN_PLEA: Final = (
    (
        " be ",
        r".{2,80}\b(?:can|may) be (?:reached|contacted|e-?mailed|followed) (?:at|on|via|by) "
        r".{0,40}(?:@|\d{3}[-. ]\d{3}).{2,60}",
    ),
    ("@", r"(?:please )?(?:write|contact|e-?mail|reach|send|questions|comments|tips)\b.{0,80}\S@\S.{2,60}"),
    ("会員", r".{0,60}(?:会員の方のみ|会員登録が必要|会員限定).{0,40}"),
    ("bevorzugte quelle", r".{0,60}\bbevorzugte quelle\b.{0,80}\bgoogle\b.{0,40}"),
    *(
        (
            word,
            rf"(?:.{{0,220}}[.!?:…] )?{word}\b.{{0,50}}\b(?:\w*kanal|channel|canal|chaîne|canale|\w*newsletter|"
            r"infolettre|bolet[ií]n|nieuwsbrief|nyhe[dt]sbrev\w*|whatsapp|telegram)\b.{0,160}",
        )
        for word in (
            "abonniere",
            "abonnieren sie",
            "subscribe to",
            "abonnez-vous à",
            "suscríbete a",
            "iscriviti a",
            "melde dich",
            "melden sie sich",
            "sign up to",
            "sign up for",
            "schrijf je in",
            "meld deg på",
            "tilmeld dig",
            "zapisz się",
        )
    ),
)
_WITHIN_COMMENTS: Final = (
    ("is committed to maintaining", r".{1,40} is committed to maintaining a (?:lively|civil)\b.{0,280}"),
    ("zum kommentieren", r".{0,30}\bzum kommentieren (?:bitte )?(?:anmelden|einloggen)"),
    ("ihre meinung", r".{0,80}\bteilen sie (?:uns )?ihre meinung\b.{0,240}"),
    ("teile", r".{0,80}\bteile (?:uns )?deine (?:meinung|tipps|erfahrung\w*)\b.{0,240}"),
)  # fmt: skip
"""Rules that begin anywhere, after the words without which they are not tried."""


def _whole(rules: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?i)\W*(?:{'|'.join(rules)})\W*")


def _within(rules: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((word, _whole((rule,))) for word, rule in rules)


_CONTROL_LINE, _CONTROL_WITHIN = _whole((*_PLAYER, *_SIGNS)), _within(_WITHIN_CONTROL)
_PLEA_LINE, _PLEA_WITHIN = _whole(_PLEA), _within(_WITHIN_PLEA)
_COMMENTS_LINE, _COMMENTS_WITHIN = _whole(_COMMENTS), _within(_WITHIN_COMMENTS)


def is_control(line: str) -> bool:
    """Tell whether a line is what a player, an advertisement's place or another control says."""
    if len(line) > _LONGEST_CONTROL:
        return False
    is_one = _NO_WORDS.match(line) or _CONTROL_LINE.fullmatch(line) or _has(line, _CONTROL_WITHIN)
    return bool(is_one) or is_eastern_control(line)


def is_plea(line: str) -> bool:
    """Tell whether a line wants its reader to sign in, to subscribe, to follow, to listen or to install."""
    return bool(_PLEA_LINE.fullmatch(line)) or _has(line, _PLEA_WITHIN) or is_eastern_plea(line)


def is_about_comments(line: str) -> bool:
    """Tell whether a line asks for comments, or says how they are to be."""
    return bool(_COMMENTS_LINE.fullmatch(line)) or _has(line, _COMMENTS_WITHIN)


def _has(line: str, rules: tuple[tuple[str, re.Pattern[str]], ...]) -> bool:
    lower = line.lower()
    return any(word in lower and rule.fullmatch(line) for word, rule in rules)
