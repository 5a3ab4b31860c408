"""The words of picture desks: agencies as they sign, labels before a maker's name, notes in brackets.

Facts, gathered from what agencies and papers print; each a regular expression of alternatives.
"""

from __future__ import annotations

import re
from typing import Final

AGENCY: Final = "|".join((
    # World
    r"AFP(?:-JIJI|TV)?|AP(?: (?:Photos?|PHOTO|Images))?|(?:The )?Associated Press|REUTERS|Reuters(?: Photo|"
    r" Connect)?|UPI",
    r"EPA(?:-EFE)?|EFE|Bloomberg|Xinhua|XINHUA|Sputnik|SPUTNIK|TASS|ТАСС|РИА Новости|RIA Novosti|"
    r"Anadolu(?: Agency)?|ANADOLU",
    # Libraries and picture desks
    r"Getty(?: Images)?|GETTY(?: IMAGES)?|Shutterstock(?: Editorial)?|iStock(?:photo)?|IMAGO|"
    r"[iI]mago(?:[- ][iI]mages)?",
    r"Alamy(?: (?:Stock Photo|Live News))?|Adobe ?Stock|Depositphotos|Dreamstime|123RF|Unsplash|Pixabay|Pexels|"
    r"Flickr|g1|Google (?:Maps|Earth|Street View)|Midjourney|DALL[-·]?E(?: ?[23])?|Stable Diffusion|Adobe Firefly",
    r"Wikimedia(?: Commons)?|WireImage|FilmMagic|NurPhoto|SOPA Images|LightRocket|Zuma(?: Press)?|"
    r"ZUMA(?: Press)?|EyeEm",
    r"[Pp]icture[- ][Aa]lliance|Magnum(?: Photos)?|Panos(?: Pictures)?|Redux(?: Pictures)?|Eyevine|Polaris|VCG|"
    r"Newscom",
    r"Backgrid|BACKGRID|Splash News|MEGA|Cover Images|Icon Sportswire|Imagn(?: Images)?|USA TODAY(?: Sports|"
    r" Network)?",
    r"Hans Lucas|MAXPPP|MaxPPP|Sipa(?: (?:Press|USA))?|SIPA(?: PRESS)?|Abaca(?:press)?|ABACA(?:PRESS)?|"
    r"CQ Roll Call|Contacto",
    # By country
    r"dpa(?:-\w+)?|DPA|epd|KNA|ddp|APA(?:-\w+)?|KEYSTONE(?:-SDA)?|Keystone(?:-SDA)?|PA(?: (?:Wire|Archive|Media|"
    r"Images))?",
    r"Press Association|SWNS|Rex(?: Features)?|A(?:NSA|nsa)|LaPresse|LAPRESSE|Europa Press|EUROPA PRESS|Lusa|LUSA|"
    r"Belga(?: ?[Ii]mage)?|"
    r"BELGA(?: ?IMAGE)?|ANP",
    r"NTB|TT(?: Nyhetsbyrån)?|Ritzau(?: Scanpix)?|RITZAU|Scanpix|SCANPIX|Lehtikuva|LEHTIKUVA|PAP|ČTK|MTI|УНІАН|"
    r"Укрінформ",
    r"УНИАН|БТА|BTA|Tanjug|FENA|Hina|LETA|BNS|ELTA|İHA|DHA|AA|Kyodo(?: News)?|KYODO|Jiji(?: Press)?|JIJI|Yonhap|"
    r"YONHAP",
    r"PTI|ANI|IANS|Bernama|BERNAMA|Antara|ANTARA|VNA|AAP(?: Image)?|NZME|(?:The )?Canadian Press|"
    r"Postmedia(?: News| Network)?",
    r"(?:The )?(?:Yomiuri|Asahi|Mainichi|Sankei) Shimbun|Agência Brasil|Folhapress|Agencia Uno|Cuartoscuro|Notimex",
    r"GCIS|TASR|Profimedia|PIXSELL|Inquam Photos|EUROKINISSI|Eurokinissi|Divulgação|Reprodução|Afp|Efe",
    # Pools, hand-outs
    r"POOL|Pool|HANDOUT|Handout|STR|NASA|ESA",
))  # fmt: skip

AGENCY_EAST: Final = "|".join((
    "共同|時事|ロイター|アフロ|ゲッティ|ＡＰ|ＡＦＰ|新華社|新华社|中新社|中央社|视觉中国|視覺中國|路透社?|法新社|美联社|美聯社",
    "연합뉴스|뉴시스|뉴스1|로이터|게티이미지(?:뱅크|코리아)?",
    r"رويترز|فرانس\s?برس|الفرنسية|أ\s?ف\s?ب|أ\s?ب|أسوشيتد\s?برس|الأناضول|د\s?ب\s?أ|شينخوا|سبوتنيك|غيتي|وكالات|وام|واس|سانا|إرنا",
))  # fmt: skip
"""Agencies that sign in scripts without capitals."""

LABEL: Final = "|".join((
    r"(?:file |handout |stock |courtesy |lead |main |cover |top )?"
    r"(?:photo(?:graph|grapher)?|picture|image|video|graphic|pic|screenshot|illustration|visual|map|chart|artwork|collage|rendering)s?"
    r"(?: (?:credit|source|illustration|courtesy|supplied|copyright))?s?",
    r"(?:credit|courtesy|copyright|copyrights|credits)(?: photo| image)?(?: of| to)?|file|pictures? by",
    r"(?:archiv|arkiv|arhiv|symbol|titel|vorschau|beispiel|presse|privat|rubriklisten|beitrags|artikel|teaser|header|"
    r"aufmacher|cover|drohnen|luft|foto)?-?"
    r"(?:foto|bilde?|grafik|montage)(?:s|er|quelle|rechte|nachweis|"
    r"credit)?",
    r"quelle|archiv|repro|aufnahme|fotografie|illustration(?:en)?|visualisierung|"
    r"cr[ée]dits?(?: ?photos?| ?images?)?|photographie|"
    r"infographie",
    r"cr[ée]ditos?(?: de la (?:foto|imagen))?|fotograf[íi]as?|im[áa]gen(?:es)?|imagem|immagin[ei]|divulgação|"
    r"reprodução",
    r"foto(?:graf|gr|k)?\.?|fot\.|zdj[ęe]cie|źr[óo]dło|sn[íi]mek|kuvat?|kuvaaja|fotók?|kép|forr[áa]s|"
    r"zdroj|sursa(?: foto)?|fonte|fotoğraf|resim|ph\.?",
    r"ảnh|gambar|sumber|picha|izithombe|isithombe|umfanekiso|beeld|illustrasjon|illustratie|ilustración|ilustracja|"
    r"kilde|källa|bron",
    r"фото|снимка|світлина|слика|джерело|источник|φωτο(?:γραφία)?|φωτ\.?|πηγή|צילום|תמונה|(?:ال)?صور[ةه]|تصوير|المصدر|"
    r"عکس|फोटो|फ़ोटो|छवि|ছবি|ภาพ",
    r"写真|撮影|画像|資料|提供|图片来源|圖片來源|图片|图|图源|摄影|來源|来源|사진(?: ?제공)?|제공|자료",
))  # fmt: skip
"""Words after which a maker is named, in any case. The colon or the "by" behind it is what makes a label of one."""

UNNAMED: Final = (
    r"(?:photos? |pictures? |images? )?supplied(?: (?:photo|image|picture|by \w+))?|"
    r"(?:courtesy|contributed|submitted|handout|family|staff|stock) (?:photo|image|picture|handout)s?|handout|"
    r"(?:the )?(?:author|writer|reporter|reader|family)|special arrangement|social media|"
    r"screen(?:shot|grab)(?: (?:from|of|via) .{3,40})?|"
    r"photos? provided|(?:ai|ki|ia)[- ]?(?:generated?|generiert(?:es)?)(?: (?:image|bild|foto|photo))?|"
    r"(?:image |photo |illustration )?(?:generated|created) (?:with|by|using) (?:ai|artificial intelligence)|"
    r"(?:generad|gerad|générée?s?)[ao]?s? (?:con|com|por|par|avec) (?:l['’])?ia|mit ki (?:erstellt|generiert)|"
    r"cortes[íi]a(?: .{3,40})?|captura de (?:v[ií]deo|pantalla)(?:.{3,40})?|capture d['’]écran(?:.{3,40})?|"
    r"privat|private|zvg|zur verfügung gestellt|redaktion|eigenes foto|"
    r"archiwum [^\W\d_]{4,}(?: [^\W\d_]+)?|mat(?:eriały)?\.? pras(?:owe)?\.?|"
    r"archives? (?:personnelles?|privées?|familiales?)|fournie?s?(?: par .{3,40})?|"
    r"(?:archivo|arquivo|acervo|álbum) (?:personal|particular|privado|pessoal|familiar)|cedidas?(?: por .{3,40})?|"
    r"redes sociales|redes sociais|divulgação|reprodução(?: ?/.{3,40})?|archivio(?: privato| personale)?|"
    r"per gentile concessione|eigen foto|privéfoto|privatfoto|soukromý archiv|archiv [^\W\d_]{4,}|"
    r"прес?с-служба(?: .{3,60})?|предоставлено .{3,60}|скриншот(?: .{3,40})?|"
    r"из (?:личного |семейного )архива(?: [^\W\d_]+)?|личный архив|соцсети|"
    r"本人提供|筆者撮影|読者提供|受访者供图|资料图片"
)
"""Who made a picture, where nobody is named: after a label, in brackets, or alone on a line."""

_OLD: Final = (
    r"(?:in |im |i )?(?:archiv\w*|symbol(?:bild|foto)|file(?: (?:photo|picture|image|pic))?|arch?ivo|archives?|"
    r"illustration|(?:foto|imagen) de archivo|(?:foto|imagem) de arquivo|foto d['’]archivio|photo d['’](?:archives?|"
    r"illustration)|arkivfoto|arkivbilde?|archieffoto|arkistokuva|zdjęcie (?:ilustracyjne|archiwalne)|arşiv|"
    r"representat(?:ive|ional) (?:image|photo|picture)|"
    r"фото из архива|архивное фото|архів|صورة (?:أرشيفية|من الأرشيف)|أرشيف(?:ية)?|"
    r"資料写真|イメージ|资料图(?:片)?|資料照|자료 ?사진)"
)
_POSITION: Final = (
    r"(?-i:[lrcm])|li|re|left|right|cent(?:re|er)|middle|top|bottom|above|below|pictured(?: [\w ]{1,20})?|"
    r"from left(?: to right)?|left to right|l(?:eft)?[-– ]?(?:to)?[-– ]?r(?:ight)?|links|rechts?|mitte|"
    r"(?:von |v\. ?)?(?:links|li?\.?)[ .]n(?:ach|\.)[\w .]{0,20}|(?:von |v\. ?)(?:links|li?\b)[\w .]{0,20}|"
    r"(?:à )?(?:gauche|droite)|au centre|(?:de )?(?:a la |à )?(?:izquierda|derecha|esquerda|direita)"
    r"(?: a derecha| para a direita)?|de gauche à droite|"
    r"izq\.?|dcha\.?|centro|(?:a |da )?(?:sinistra|destra)(?: a destra)?|t\.?[hv]\.?|(?:po|od) (?:lewej|prawej)|"
    r"слева(?: направо)?|справа|в центре|ліворуч|праворуч|"
    r"左|右|中|中央|前列左|奥|手前|左(?:から|起|至右)|왼쪽(?:부터|에서)?|오른쪽|가운데"
)
PICTURE_NOTE: Final = re.compile(rf"(?i)(?:{_OLD}|{_POSITION})\.?")
"""What stands in brackets in a caption and is no credit: where somebody stands, and that a picture is an old one."""
OLD_PICTURE: Final = re.compile(rf"(?i)(?:[.!?…。]\s*|\s[|–—-]\s){_OLD}[.。]?$")
"""Such a note at the end of a line, without brackets."""

OLD_PICTURE_SAID: Final = re.compile(
    r"(?i)\b(?:en una (?:imagen|foto|fotografía) de archivo|numa (?:imagem|foto) de arquivo|"
    r"dans une photo d['’]archives|in una (?:foto|immagine) d['’]archivio|"
    r"in a file (?:photo|image|picture)|auf einem archiv(?:bild|foto))[.\s]*$"
)
"""The same in words, at the end of a caption."""

TAKEN_ON: Final = re.compile(
    r"(?i)(?:[.!?…\"”“»)]\s\(?|\()(?:aufnahme|aufgenommen|(?:archiv|symbol)?(?:bild|foto)|photo(?:graph)?(?: taken)?|"
    r"(?:picture|image) taken|foto(?:grafía)?(?: tomada)?|imagen(?: tomada)?|photo(?: prise)?|foto(?: scattata)?)\s"
    r"(?:vom|am|aus(?: dem jahr)?|from|on|in|du|le|en|del?|dal?|il|el)\s(?=[^.!?:]{0,15}\d)[^!?:]{1,35}$"
)
"""What a last sentence, or a bracket, says of when a picture was taken: "Aufnahme vom 3. Juli."."""

CAPTION_LABEL: Final = re.compile(
    r"(?i)^\[\d{1,3}/\d{1,3}\]\s|^\d{1,3}(?: of |/| ?von | de | sur )\d{1,3} \| (?=\S)|"
    r"^[▲△▼◀▶]\s*(?!.*(?:[▲△▼◀▶]|\(\d+\))$)|"
    r"^(?:(?:image|photo|picture|media|video) caption|caption|bildunterschrift|bildtext|billedtekst|"
    r"légende(?: de la photo)?|pie de foto|legenda(?: da foto)?|didascalia|(?:foto)?bijschrift|kuvateksti|"
    r"podpis(?: zdjęcia)?|подпись(?: к фото)?|підпис|キャプション|图片说明|圖片說明|图说|圖說|사진 ?설명)\s?[,:：]\s?|"
    r"^(?-i:(?:Image|Media) caption) (?=\W?(?-i:[A-ZÀ-Þ\d]|[^\W\x00-\u036f]))"
)
"""What a page says of a caption before it: that it is one, which of a gallery's, or where its picture is."""
FIGURE: Final = re.compile(
    r"(?i)[\[(（【]?(?:fig(?:ure|ura|uur|\.)?|abb(?:ildung|\.)?|photo|foto|illustration|image|imagen|рис(?:унок|\.)?|фото|"
    r"写真|図|图|圖|그림|사진)\s?(?:\d{1,3}|[A-Z]|[IVX]{1,4})(?:\s?[.:–—-]\s|\s?[\])）】]\s?(?=\w)|：)"
    r"|[図图圖]\s?\d{1,2}\s+(?=\w)"
)
"""What numbers a picture before it says what it shows; "Figure 1 shows" does not."""
PARTICLES: Final = frozenset((
    "von", "van", "de", "del", "della", "di", "da", "do", "dos", "du", "des", "la", "le", "el", "al", "der", "den",
    "ter", "ten", "bin", "ibn", "of", "and", "und", "et", "y", "e", "i", "og", "och", "via", "the", "for", "through",
    "at", "by", "mit", "with", "im", "für", "zur", "pour", "para", "pic", "pics", "photo", "photos", "file", "nuotr",
))  # fmt: skip
"""Lower-case words inside names, and between names in a credit."""

RIGHTS: Final = "|".join((
    r"all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|"
    r"todos os direitos reservados|tutti i diritti riservati|riproduzione riservata|alle rechten voorbehouden|"
    r"alle rettigheder forbeholdt|alle rettigheter reservert|alla rättigheter förbehållna|kaikki oikeudet pidätetään|"
    r"wszelkie prawa zastrzeżone|wszystkie prawa zastrzeżone|všechna práva vyhrazena|minden jog fenntartva|"
    r"toate drepturile rezervate|tüm hakları saklıdır|все права защищены|усі права захищені|"
    r"με επιφύλαξη παντός δικαιώματος|جميع الحقوق محفوظة|כל הזכויות שמורות|सर्वाधिकार सुरक्षित|hak cipta dilindungi",
    r"無断(?:転載|複製)(?:・?複製|・?転載)?(?:を禁じます|禁止)?|版权所有|版權所有|未经许可不得转载",
    r"무단 ?(?:전재|복제)[^.。\n]{0,30}금지",
))  # fmt: skip
"""What a publisher says of its rights, after a credit or alone."""
