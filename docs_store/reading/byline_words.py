"""The words of bylines and date lines, in several languages: who wrote, what they are, what goes with a date."""

from __future__ import annotations

import re
from typing import Final

BY_WORDS: Final = (
    r"by|von|par|por|di|da|door|av|af|od|автор|"
    r"(?:posted|submitted|published|created|uploaded|contributed) by|publi(?:é|ée|cado|cada) (?:par|por)|postado por|"
    r"(?:eingestellt|veröffentlicht|gepostet) von|pubblicato da|(?:gepost|geplaatst) door|(?:lagt inn|skrevet) av|"
    r"written by|story by|words by|text by|reported by|review by|"
    r"opinion by|"
    r"(?:story|text|words|report|article) (?:and|&) (?:photos?|photographs?|photography|pictures?|images?|video) by|"
    r"an? (?:essay|analysis|column|commentary) by|(?:eine? )?(?:artikel|beitrag|bericht|reportage|essay|"
    r"gastkommentar|kommentar|analyse) von|un (?:article|texte|reportage|récit|entretien) (?:de|par)|"
    r"una? (?:artículo|reportaje|crónica) de|"
    r"analysis by|a cura di|kolumne von|ein gastbeitrag von|interview von|"
    r"una columna de|texto(?: de)?|interview by|verfasst von|geschrieben von|text von|propos recueillis par|"
    r"entrevista (?:de|por)|intervista di|tekst"
)
BY: Final = rf"(?:{BY_WORDS})(?::\s*|\s+)"
"""How a byline begins, whatever the case."""
ORGANISATION: Final = re.compile(
    r"(?i)\b(?:the|news|times|post|daily|shimbun|herald|tribune|zeitung|press|agency|media|journal|gazette|"
    r"review|magazine|"
    r"dpa|apa|afp|ap|reuters|efe|ansa|network|today|observer|guardian|standard|mail|bbc|cbc|cnn|telegraph|"
    r"nachrichten|redaktion)\b"
)
PAPER: Final = re.compile(
    r"(?i)(?:[\w&.'’-]+ ){1,5}(?:times|post|daily|herald|tribune|zeitung|journal|gazette|magazine|observer|guardian|"
    r"standard|mail|telegraph|chronicle|courier|mercury|argus|advertiser|examiner|echo|globe|dispatch|sentinel|"
    r"bulletin|intelligencer|inquirer|nachrichten|tageblatt|anzeiger|kurier|rundschau|allgemeine)"
)
"""A newspaper by its name: "Yorkshire Gazette"."""
DATE_WORDS: Final = re.compile(
    r"(?i)\b(?:zuerst|first|published|posted|updated?|last|modified|on|at|am|um|uhr|stand|aktualisiert|"
    r"veröffentlicht|erstellt|vom|den|le|el|il|kl|klokken|publi[ée]|publiziert|gepubliceerd|mis à jour|à|"
    r"publicado|actualizado|a las|(?-i:h)|hrs|atualizado|atualizada|às|sist|endret|giriş|güncelleme|dernière|"
    r"modification|"
    r"op|om|bijgewerkt|klo|julkaistu|päivitetty|vydáno|aktualizováno|обновлено|опубликовано|оновлено|опубліковано|"
    r"pubblicato|aggiornato|alle|ore|opublikowano|aktualizacja|godz|publisert|oppdatert|publicerad|uppdaterad|lesedauer|"
    r"lesezeit|minuten|minute|minutes|min|read|ago|hours?|days?|time|date|datum|"
    r"yayın\w*|tarihi|saat|نشر|في|تاريخ|النشر|آخر|تحديث|الساعة|بتوقيت|توقيت|مكة|المكرمة|غرينتش|الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|"
    r"gmt|utc|est|edt|et|pst|pdt|bst|cet|cest|jst|mez|mesz|pm|am|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|"
    r"thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|"
    r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|"
    r"domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|公開|更新|配信|発表|時|分|秒)\b"
)
ROLE: Final = re.compile(
    r"(?i)(?:[\w&-]+ ){0,3}(?:(?:chef|politik|sport|wirtschafts)?redakteur(?:in)?|reporter(?:in)?|journalist(?:in|e|"
    r"a|en)?|"
    r"editor(?:-in-chief|-at-large)?|correspondent|korrespondent(?:in|en)?|correspondante?|corresponsal|corrispondente|"
    r"(?:staff |senior |freelance )?writer|(?:opinion )?contributor|columnist|kolumnist(?:in)?|chroniqueu(?:r|se)|"
    r"editorialista|reportero|"
    r"periodista|"
    r"redactora?(?: jefe)?|rédact(?:eur|rice)(?: en chef)?|redaktør|dziennikarka?|журналист(?:ка)?|dpa|afp|ap|apa|"
    r"reuters|efe|"
    r"ansa)(?: (?:in|en|à|a|i|w|em|aus|für|for|at|de|du|au|del) (?:[\w.’'-]+ ?){1,3}|"
    r" (?:innen|außen|lokal)?(?:politik|wirtschaft|sport|kultur|lokales|wissen(?:schaft)?|gesellschaft|panorama|"
    r"feuilleton|digital|netzwelt|medien|reise|ausland|inland|politique|société|économie|culture|sports?))?"
)
