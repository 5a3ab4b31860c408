"""What a page says to its visitors and no article says to its readers: sharing, subscribing, cookies, comments.

Each rule wants a short line that tells nothing, so that an article about cookies or newsletters stays whole.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final

from docs_store.reading import page_talk, site_phrases
from docs_store.reading.press_words import RIGHTS
from docs_store.reading.told_lines import goes_on, is_of_story

_SHORT: Final = 60
"""Code points of a button, a counter or a heading of the page's own."""
_PLEA: Final = 320
"""Code points of the longest plea to subscribe or register."""


class Furniture(StrEnum):
    """What a line of the page itself is."""

    BUTTON = "button"
    """Sharing, playing, printing, an advertisement's label, a reading time."""
    PLEA = "plea"
    """Subscribe, register, accept, follow, download; and what is forbidden with the text."""
    COMMENTS = "comments"
    """Where the readers' own words begin."""
    RELATED = "related"
    """The heading of a list of other articles, or the words before the title of one."""
    REPEATED = "repeated"
    """What the site's other pages have, too."""
    TAGS = "tags"
    """What the article is filed under."""
    TRANSLATION = "translation"
    """The same article in another language."""


_PLEA_WORD_EVERY: Final = 120
"""Code points of a plea for each word of its kind: running text has fewer of them."""

_NETWORKS: Final = (
    r"x|twitter|facebook|whatsapp|telegram|linkedin|reddit|pinterest|tumblr|bluesky|threads|instagram|flipboard|"
    r"messenger|"
    r"xing|viber|vk|line|pocket|mastodon|gettr|gab|parler|truth(?:\ssocial)?|email|e-?mail|mail|sms|copy\slink|"
    r"youtube|tiktok|"
    r"send|share|tweet|print|save|imprimir|drucken|imprimer|stampa|web\sshare|link|rss"
)
_BUTTON = re.compile(
    rf"""(?ix)^\W*(?:
    (?:(?:{_NETWORKS})[\W]*)+
    |(?:share|partager|compartir|condividi|compartilhar|teilen|deel|del|dela|delen|jaa|udostępnij|sdílet|поделиться|поділитися|paylaş|シェア|分享|공유|شارك|مشاركة)
      (?:[\s:]+(?:this|on|via|to|with|article|story|cet|cette|l['’]article|sur|par|esta|este|en|su|questo|no|na|dit|op|på|av|w|in|в|у|على|{_NETWORKS})\w*\b.*)?
    |(?:artikel\s)?teilen(?:\smit)?|(?:über|per|via|auf|on|op|på|sur|en|su)\s(?:{_NETWORKS})(?:\s(?:teilen|share|partager|posten))?
    |ad(?:\s\d+)?
    |(?:advertisement|advert|anzeige|werbung|publicidad|publicité|pubblicità|publicidade|reklama|reklame|annonse|annons|advertentie
      |реклама|広告|广告|광고|إعلان|sponsored(?:\scontent)?|promoted)\b.{{0,40}}
    |(?:article|story)\scontent(?:\scontinues)?|(?:story|article)\scontinues?\sbelow.{{0,30}}|continue\sreading|scroll\sto\scontinue
    |skip\s(?:to|past)\s.{{1,30}}|(?:werbung|anzeige)\s(?:überspringen|ende)|hauptinhalt|auf\sdieser\sseite|table\sof\scontents|inhaltsverzeichnis
    |(?:listen|play|watch|pause|mute|loading|video|embed|player\swird\sgeladen|watch\snow|watch:|audio|anhören|escuchar|écouter|photos?|gallery)
      (?:\s(?:to\s)?(?:this\s)?(?:article|story|now|video))?
    |\d{{1,2}}:\d\d(?:\s?/\s?\d{{1,2}}:\d\d)?|aktuelle\szeit.{{0,40}}
    |(?:lesedauer|lesezeit|tiempo\sde\slectura|temps\sde\slecture|reading\stime|tempo\sdi\slettura|leestijd|czas\sczytania).{{0,30}}
    |\d{{1,2}}[-\s]?(?:min(?:ute[ns]?|utos?|uti)?\.?)(?:\s(?:read|lesezeit|lesedauer|de\slecture|de\slectura|de\sleitura))?
    |(?:font|text|tamaño\sde)\s?(?:size|letra)|color\sde\sfondo|news\sfolgen|follow(?:\sus)?|folgen|seguir|suivre|suivi
    |(?:regala|gift|offrir|verschenken|tip)\s(?:esta|this|cet|diesen)?\s?\w+|social\ssharing|bookmark|back\sto\stop|nach\soben|more\soptions|view\sall|see\sall|show\smore|mehr\sanzeigen|ver\smás(?:\sartículos)?
    |menu|menü|menú|navigation|search|log\s?in|sign\sin|home(?:\s[>›»/]\s.*)?|contact(?:\sus)?|about\sus|terms\s(?:of\s(?:use|service)|(?:and|&)\sconditions)|(?:cookie|privacy)\s(?:settings|policy|preferences|notice)
    |advertise\swith\sus|impressum|kontakt|datenschutz(?:erklärung)?|mentions\slégales|aviso\slegal|note\slegali
    |\d+\s(?:minuti\sdi\slettura|minutos\sde\s(?:lectura|leitura)|мин(?:ут[аы]?)?|хв|min\.?\slesetid|minuters\släsning|dk(?:\sokuma)?|分で読める)
    |(?:artikel\szum\shören|listen\sto\s(?:this\s)?article|écouter|escuchar|ascolta|beluister)\W+\d+\smin\w*
    |[←‹«<]?\s?(?:älterer|neuerer|vorheriger|nächster|previous|next|older|newer|vorige[rs]?|volgende|précédent|suivant|anterior|siguiente|próximo)\s
      (?:beitrag|artikel|post|article|story|entry|entrada|artículo|artigo|bericht)\s?[→›»>]?
    |\d+\s(?:view\s)?(?:comments?|kommentare?|comentarios?|commentaires?|shares?|views?|ergänzungen)
    |[\d.,]+\s?[km]?\s(?:followers?|likes?|restacks?|claps?|reposts?)|\d+(?:[.,]\d)?k
    )\W*$"""
)
_ROW = re.compile(
    rf"""(?ix)^(?:(?:
    (?:share|partager|compartir|condividi|compartilhar|partilhar|teilen|delen?|dela|udostępnij|поделиться|paylaş)
      (?:\s(?:on|via|by|sur|en|su|no|na|auf|per|op|på|w|в))?\s(?:{_NETWORKS})
    |cop(?:y|ier|iar|ia)\s(?:the\s|le\s|el\s|o\s|il\s)?(?:link|lien|enlace)|link\skopieren
    |print|imprimer|imprimir|drucken|stampa|afdrukken|печать
    )[\s|·•,/]*){{2,}}$"""
)
"""Buttons in a row, on one line."""
_PLEA_WORDS = re.compile(
    r"""(?ix)
    \b(?:subscribe\b|sign[\s-]?(?:up|in)|log[\s-]?in|register|registrier\w*|create\san\saccount|join\s(?:now|our
    |the)|download\s(?:the|our)\s|get\sour\sapp
    |abonnier\w*|newsletter|nieuwsbrief|ny(?:hets|heds)brev\w*|рассылк\w+|розсилк\w+|telegram[\s-]?(?:канал|channel|kanal)\w*|(?:daily|weekly|morning|evening|news)\s(?:news\s)?e-?mails?\b|(?:your|into?|twoj\w+)\s(?:inbox|mailbox)|abonn[ée]\b|abo\b|abonnez|inscrivez|suscriptor\w*|suscr[íi]b\w+|reg[íi]strate|regala\sesta\snoticia|iscriviti
    |abbonati|assine|inscreva|abonneer|tilmeld|abonner|prenumerera|zapisz\ssię
    |zaloguj|подпи(?:шитесь|саться|сывайтесь)|підпи(?:шіться|сатися)|cookies?|javascript|ad[\s-]?block\w*
    |privacy\spolicy|datenschutz\w*|terms\s(?:of
    |and)\s\w+|affiliate\slinks?|earn\sa\scommission
    |follow\sus|folgen\ssie\suns|folge\suns|síguenos|suivez-nous|seguici|comment\spolicy|our\sstandards
    |support\s(?:our|independent|local)\s\w*\s?journalism
    |your\ssubscription|subscribers?\sonly|for\ssubscribers|unlimited\s(?:online\s)?(?:digital\s)?access
    |whatsapp[\s-]?(?:channel|kanal|canal))
    |登録|購読|会員|ログイン|订阅|登录|구독|로그인|اشترك"""
)
_PLEA_START = re.compile(
    r"""(?ix)^\W*(?:please|you\scan|would\syou\slike|if\syou\s(?:buy|like|are|have)|don['’]t\s(?:miss|have)
    |get\s|receive\s|want\s|already\sa|to\s(?:continue|read)|this\s(?:article|content|site|story|post|page)\s(?:is|was|has\sbeen|requires|may|contains|includes|uses|originally)\b
    |we\s(?:use|may|encourage|want)|by\s(?:signing|clicking|using|continuing)|sign\b|log\b|subscribe\b|register\b
    |create|join|follow|download|click\shere|enjoy|support|stay\s(?:informed|up)|for\s(?:more|full)|our\s
    |abonnie|melden|registrie|folge|jetzt|lesen\ssie\smit|mit\s(?:der\sregistrierung|einem\sklick)
    |ich\sbin\sdamit|an\sdieser\sstelle|personenbezogene|wir\sverwenden|diese[rs]?\s(?:inhalt|artikel|text
    |zusammenfassung)|haben\ssie
    |suscr|¿?ya\seres|regístrate|recevez|s['’](?:abonner|inscrire)|déjà\sabonn|sie\shaben\sbereits|assine|receba|schrijf\sje|meld\sde[gn]|tilmeld|prenumerera|inscr|abonn|iscriv|zapisz|zaloguj|подпи|підпи|nous\s|newsletter\s(?:abonn|bestell|sign|und\s)|whatsapp|all\srights|©
    |copyright|this\ssite\suses|exclusive|unlimited|access\s)"""
)
_COMMENTS = re.compile(
    r"""(?ix)^\W*(?:leave\sa\s(?:reply|comment)|post\sa\scomment|add\sa\scomment|join\sthe\s(?:conversation
    |discussion)|(?:view\s|show\s|read\s)?comments?(?:\s?\(?\s?\d*\s?\)?)?
    |\d+\s(?:thoughts?|responses?|replies|comments?|gedanken?|kommentare?|antworten|commentaires?|comentarios?|réflexions?)\s(?:on|to|zu|sur|en)\s
      ["“„«].{1,150}
    |cancel\sreply|(?:your\semail\saddress\swill\snot|(?:deine|ihre)\se-mail-adresse\swird\snicht|tu\sdirección\sde\scorreo\selectrónico\sno).{0,60}|required\sfields\sare.{0,30}
    |kommentare?(?:\s?\(?\s?\d*\s?\)?)?|kommentar\s(?:schreiben|verfassen|hinterlassen)|(?:schreiben\ssie
    |hinterlasse)\seinen\skommentar
    |ihre\smeinung\sist\suns\swichtig.{0,80}|zu\sdiesem\sartikel\swurden\snoch\skeine.{0,40}|deja\s(?:un
    |tu)\scomentario|comentarios?(?:\s?\(?\s?\d*\s?\)?)?|añade\sun\scomentario
    |laisse[rz]\sun\scommentaire|commentaires?(?:\s?\(?\s?\d*\s?\)?)?|r[ée]agir|lascia\sun\scommento|commenti
    |deixe\sum\scomentário|comentários|reacties|geef\seen\sreactie|skriv\sen\skommentar|kommentarer
    |dodaj\skomentarz|komentarze|комментарии|оставить\sкомментарий|коментарі|コメント(?:を.{0,10})?|评论|發表評論|发表评论|댓글
    |التعليقات|اترك\sتعليق\w*|bir\syorum\syaz\w*|yorumlar)\W*$"""
)
_RELATED_WORDS: Final = (
    r"related(?:\s(?:articles?|stories|story|news|content|posts?|topics?|coverage|reading|links?))?|(?:read|see|"
    r"watch|listen)\s(?:also|next|more(?:\s(?:on|about|in|from)\s[\w .’'&-]{2,40})?)"
    r"|also\s(?:read|see|on\s\w+)|you\s(?:may|might)\salso\s(?:like|be\sinterested\sin)|"
    r"more\s(?:on\sthis(?:\sstory|\stopic)?|stories|from\s[\w .’']{2,50}|news|coverage|"
    r"must[-\s]reads?(?:\sfrom\s[\w .’']{2,30})?)|"
    r"recommended(?:\s(?:reading|stories|for\syou))?"
    r"|don['’]t\smiss|most\s(?:read|popular)|trending(?:\snow)?|further\sreading|must\sread|"
    r"editor['’]?s['’]?\s(?:picks?|choice)|up\snext|latest(?:\son|\snews)?|in\scase\syou\smissed\sit"
    r"|lesen\ssie\s(?:auch|mehr(?:\szum\sthema)?|hierzu|dazu)|lies\s(?:auch|mehr)|mehr\s(?:zum\sthema|dazu|"
    r"lesen|artikel|aus\s\w+|zu\s\w+)|weitere\s(?:artikel|nachrichten|themen|meldungen)|das\skönnte\s(?:sie|"
    r"dich)\sauch\sinteressieren"
    r"|passend\s(?:zum\sthema|dazu)|auch\sinteressant|verwandte\s(?:artikel|themen)|"
    r"empfohlener\sredaktioneller\sinhalt|à\slire\s(?:aussi|également)|lire\saussi|sur\sle\smême\s(?:sujet|"
    r"thème)|voir\saussi|"
    r"à\sla\sune(?:\s(?:de|sur)\s[\w .’'-]{2,30})?"
    r"|le[ea]\stambi[ée]n|lea\smás|noticias?\srelacionadas?|(?:más|otras)\s(?:noticias|información|sobre\s\w+)|"
    r"te\spuede\sinteresar|ver\stambién|también\ste\spuede\sinteresar|leggi\sanche|articoli\scorrelati|"
    r"potrebbe\sinteressarti"
    r"|le[ir]a\stambém|veja\s(?:também|mais)|saiba\smais|notícias\srelacionadas|lees\s(?:ook|meer)|"
    r"gerelateerd\w*|læs\s(?:også|mere)|les\s(?:også|mer)|läs\s(?:också|mer|även)|lue\s(?:myös|lisää)|"
    r"czytaj\s(?:więcej|też|także|również)|zobacz\s(?:też|także|również)"
    r"|čtěte\s(?:také|více)|přečtěte\ssi|citește\s(?:și|mai\smult)|olvassa\sel\sezt\sis|kapcsolódó\s\w+|"
    r"ilgili\shaberler|читайте\s(?:также|ещё|еще|також)|по\sтеме|материалы\sпо\sтеме|πηγή|διαβάστε\s(?:επίσης|ακόμη)"
    r"|اقرأ\sأيض[اً]+|مواضيع\sذات\sصلة|関連(?:記事|ニュース|キーワード)|あわせて読みたい|こちらもおすすめ|相关(?:阅读|新闻|文章)|延伸閱讀|相關新聞|"
    r"관련\s?(?:기사|뉴스)|baca\sjuga|xem\sthêm|bài\sliên\squan|funda\s(?:futhi|nale)|lees\sook"
)  # fmt: skip
_RELATED = re.compile(rf"(?ix)^[\W\d]*(?:{_RELATED_WORDS})\s*(?:[:：|»>–—-]\s*(?P<title>\S.*)|\W*)$")
_RELATED_GLUED = re.compile(
    r"(?:(?:Read|See|Watch|Also) (?:also|Also|ALSO|read|Read)|Lesen Sie auch|Lies auch|À lire aussi|A lire aussi|"
    r"Lire aussi|"
    r"Lee también|Leer también|Leggi anche|Leia também|Lees ook|Les også|Læs også|Läs också|Läs även|Lue myös|"
    r"Czytaj (?:też|także|również)|Zobacz (?:też|także|również)|Čtěte také|Читайте (?:также|також)|Διαβάστε επίσης)"
    r" (?P<title>[^\W\d_a-zß-ÿа-яё].{15,150}[^.。])"
)
"""Words before a title that no mark parts from it: "Les også Fergen som kom hjem"."""
_RELATED_FILM = re.compile(
    r"(?i)(?:video|podcast|audio|bildergalerie|fotostrecke|galerie|galería|quiz)\s?\|\s*(?P<title>\S.{14,})"
)
_MORE = re.compile(
    r"(?P<title>[^|]{15,}) \| (?i:mehr|more|read more|weiter(?:lesen)?|audio|video|podcast|lire|leer más)"
)
"""A title with where it leads behind it: "The ferry is back | more"."""
_LANGUAGES: Final = (
    r"japanese|english|spanish|french|german|chinese|korean|arabic|russian|portuguese|italian|dutch|ukrainian|"
    r"polish|turkish|hindi|vietnamese|indonesian|"
    r"español|castellano|inglés|français|anglais|deutsch|englisch|italiano|inglese|português|inglês|engels|"
    r"engelsk|engelska|polsku|angielsku|українською|русском|английском|english\sversion"
)
_TRANSLATION = re.compile(
    rf"""(?ix)^\W*(?:(?:read|view|see|also\savailable|available|this\s(?:article|story)|lire|leer|lee|leggi|ler|"
    rf"leia|lesen|lees|les|läs|læs|czytaj|читать|читати).{{0,60}}?\s(?:in|en|auf|på|op|po|на|"
    rf"in\sder)\s(?:the\s)?(?:{_LANGUAGES})\b.{{0,30}}
    |(?:auf|en|in)\s(?:{_LANGUAGES})\s(?:lesen|lire|leer)|(?:{_LANGUAGES})\s(?:version|fassung)|(?:英語|日本語|中国語|韓国語)(?:版|で読む).{{0,10}}|.{{0,10}}(?:英語|日本語)で読む.{{0,10}}|(?:英文|中文|繁體|简体)版|영문\s?기사.{{0,10}})\W*$"""
)

_RIGHTS_LINE = re.compile(rf"(?i)^\W*(?:{RIGHTS}|(?:copyright\b|©|ⓒ|\(c\)|저작권자).{{0,100}}(?:{RIGHTS}))")
_MARKS: Final = "©ⓒ(Cc"
_HOUSE_RIGHTS = re.compile(
    r"(?i)(?:©|ⓒ|\(c\)|copyright(?: ©)?)\s?(?:(?:19|20)\d\d\s?[–-]\s?)?(?:19|20)\d\d\b.{0,60}?"
    r"(?:\w\.(?:com|net|org|info|de|fr|es|it|pl|hu|ru|co\.\w\w)|"
    r"\b(?:inc|ltd|llc|gmbh|corp|kft|s\.?a|sp\. z o\.?\s?o))\b\W*$"
)
"""Whose a page is, and since when: "© 2009-2024 Osk.com"."""
_OF_HOUSE = re.compile(
    r"(?i)^.{0,60}?\b(?P<house>\w[\w&.' -]{3,60}?)[\W_]{1,3}(?:©|ⓒ|\(c\)|copyright)\s?(?:19|20)\d\d\s(?P=house)\W*$"
)
"""The same behind what a page calls itself: "A site of the Osk Press © 2024 Osk Press"."""
_TOLD_OF_PAGE = re.compile(
    r"""(?ix)^\W*(?:
    follow\s[\w’' .&-]{2,40}\son\s(?:facebook|twitter|x|instagram|google\snews|whatsapp|linkedin|bluesky)\b.{0,20}
    |.{2,40}\sis\snot\sresponsible\sfor\sthe\scontent\sof\sexternal\s(?:internet\s)?(?:sites|links|websites)
    |this\s(?:article|story|column)\s(?:originally|first)\sappeared\s(?:on|in)\s[^.:]{2,60}:\s.{10,200}
    |lecture\sdu\s\w+\sen\scours\ssur\sun\sautre\sappareil
    |a\sversion\sof\sthis\s(?:article|story)\s(?:appears|appeared)\sin\sprint\b.{0,200}
    |share\sor\scomment\son\sthis\sarticle\b.{0,160}|(?:this\s)?privacy\snotice:.{0,200}
    |(?:👉|📲|➡️?|▶️?)?\s?(?:clique|clica|clicca|cliquez|haz\sclic|pincha|klicken\ssie|klik|kliknij|tıkla\w*|нажмите)\s(?:aqui|qui|ici|aquí|hier|tutaj|здесь)\b.{0,120}
    |il\svous\sreste\s[\d.,]+\s?%\sde\scet\sarticle.{0,80}|この記事は有料記事です.{0,40}|有料会員になると.{0,40}|(?:残り)?\d+文字(?:（全文\d+文字）)?
    |if\syou\shave\sa\s(?:photo|story|tip|news\stip)\b.{0,120}@.{2,60}
    )\W*$"""
)
_COOKIES = re.compile(
    r"""(?ix)^\W*(?:(?:we|this\s(?:web)?site|wir|diese\s(?:web)?seite|nous|ce\ssite|utilizamos|esta\sweb|este\ss(?:itio|ite)
    |usamos|questo\ssito|utilizziamo|deze\s(?:web)?site|wij|vi|denne\sside\w*|den\shär\s\w+|tämä\ssivusto|käytämme|ta\sstrona
    |używamy|tento\sweb|ez\saz?\s\w+|acest\ssite|мы|этот\sсайт|ми|цей\sсайт|този\sсайт|bu\s(?:web\s)?site\w*)\b.{0,60}
      (?:cookie|informasjonskapsl|evästei|çerez|sütik|кук[иі]|файл\w*\scookie)
    |.{0,12}(?:クッキー|Cookie|쿠키|ملفات\sتعريف\sالارتباط).{0,40}$)"""
)
_ORNAMENT = re.compile(r"[\s*•·●■◆◇○★☆~=_#+§⁂※.…—–|-]+")
"""What parts one stretch of a text from the next: "* * *"."""
_EDGES: Final = " \t.,;:：!?！？…|»«>＞›<-–—•·*▶►→➤\"'“”„[]【】()（）《》"
_TITLE_AFTER = re.compile(r"\s?(?:[:：|»>】]|\s[–—-])\s*(?=\S)")


def _by_phrase() -> dict[str, Furniture]:
    kinds = (
        (Furniture.RELATED, site_phrases.RELATED),
        (Furniture.BUTTON, site_phrases.BUTTONS),
        (Furniture.COMMENTS, site_phrases.COMMENTS),
        (Furniture.PLEA, site_phrases.PLEAS),
        (Furniture.TAGS, site_phrases.TAGS),
    )
    return {phrase.strip(): kind for kind, phrases in kinds for phrase in phrases.split("|")}


_PHRASES: Final = _by_phrase()


def _plain(line: str) -> str:
    return line.strip(_EDGES).replace("’", "'").lower()


def _from_phrase(line: str) -> tuple[Furniture, str] | None:
    """Look a whole line up; or what stands before its colon, where a title or tags stand behind it."""
    kind = _PHRASES.get(_plain(line))
    if kind is not None:
        return kind, ""
    parted = _TITLE_AFTER.search(line, 0, _SHORT)
    if parted is None:
        return None
    kind, title = _PHRASES.get(_plain(line[: parted.start()])), line[parted.end() :].strip()
    if kind is Furniture.RELATED and goes_on(title):
        return None
    return (kind, title) if kind in (Furniture.RELATED, Furniture.TAGS) else None


def pleads(line: str) -> bool:
    """Tell whether a line has a word of pleas in it: among titles it is none."""
    return bool(_PLEA_WORDS.search(line))


def furniture(line: str) -> tuple[Furniture, str] | None:
    """Return what `line` is where it belongs to the page, and the title it names ("" where it names none)."""
    return _furniture(line) if len(line) <= _PLEA else None


@lru_cache(maxsize=2_048)  # a saved page's stretches are asked about again and again while its article is found
def _furniture(line: str) -> tuple[Furniture, str] | None:
    if _ORNAMENT.fullmatch(line):
        return Furniture.BUTTON, ""
    if len(line) <= 2 * _SHORT and _TRANSLATION.match(line):
        return Furniture.TRANSLATION, line.strip(" ().[]")
    if len(line) <= 4 * _SHORT:
        phrase = _from_phrase(line)
        if phrase is not None:
            return phrase
        related = _RELATED.match(line)
        related = related or _RELATED_GLUED.fullmatch(line) or _RELATED_FILM.fullmatch(line) or _MORE.fullmatch(line)
        if related and not goes_on(related["title"] or ""):
            return Furniture.RELATED, (related["title"] or "").strip()
    if (len(line) <= 2 * _SHORT and _COMMENTS.match(line)) or page_talk.is_about_comments(line):
        return Furniture.COMMENTS, ""
    kind = _speaks(line)
    return (kind, "") if kind and not is_of_story(line) else None


def _speaks(line: str) -> Furniture | None:
    """Return what a line is that speaks to the page's visitors, by its beginning or as a whole."""
    if (len(line) <= _SHORT and _BUTTON.match(line)) or _ROW.match(line[: 2 * _PLEA]) or page_talk.is_control(line):
        return Furniture.BUTTON
    if page_talk.is_plea(line):
        return Furniture.PLEA
    if (
        _RIGHTS_LINE.match(line)
        or (line[:1] in _MARKS and _HOUSE_RIGHTS.match(line))
        or (len(line) <= 2 * _SHORT and any(mark in line for mark in _MARKS[:2]) and _OF_HOUSE.match(line))
        or _COOKIES.match(line)
        or _TOLD_OF_PAGE.match(line)
    ):
        return Furniture.PLEA
    if _PLEA_START.match(line):
        pleas = len(set(map(str.lower, _PLEA_WORDS.findall(line))))
        if pleas > len(line) // _PLEA_WORD_EVERY:
            return Furniture.PLEA
    return None
