"""Which language a text is in, by its script and commonest words, else its letters: to choose rules and label articles.

Cheap on purpose (about an eighth of a millisecond an article). A text too short or too mixed to tell is "".
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import chain
from typing import Final

from docs_store.reading.language_letters import language_by_letters

_SAMPLES: Final = (500, 1500)
"""Code points looked at: more where few leave a doubt."""
_CLEAR: Final = 10
"""Function words by which the first language must lead for few code points to do."""
_LEAST_HITS: Final = 3
"""Function words that must be found before a language is named."""

# The commonest function words, chosen so that near neighbours (Danish and Norwegian, Spanish and Catalan) differ.
_WORDS: Final = {
    "en": "the of and to in is that for was with on as it by are from this be at have has not his they which but were",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es werden aus bei wird",
    "fr": "le la les de des et en un une du est que qui dans pour pas sur au par plus ce avec il sont mais ont cette",
    "es": "el la los de que y en un una por con no para las del se su al lo como más pero sus ha este entre cuando",
    "it": "il di che e la in un per è una non con del della sono le dei si da alla più gli nel anche ha come i al",
    "pt": "o de que e do da em um para com não uma os no se na por mais as dos como mas ao foi das são à pelo",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als bij door maar naar heeft uit",
    "da": "og i at det er en til på som for af med den de ikke der han var et har fra men blev efter ikke også",
    "nb": "og i det er en til på som for av med den de ikke at har han var et fra men ble etter også seg sier ved",
    "sv": "och i att det som en på är av för med den till inte om har de ett han var från men så vid kan sig efter",
    "fi": "ja on ei se että oli hän mutta ovat myös kun tai joka sen ole mukaan jo kuin vuoden mitä",
    "pl": "w i na z do się nie to że jest o a za od po przez jak przy są ale tym oraz dla był które który",
    "cs": "a v se na je že to s z do o i ve pro za by jsou ale jako po od který byl podle není jeho jsem",
    "ro": "de și în a la pe cu o nu din este că care un mai pentru sunt prin după fost au lui dar ale fi",
    "hu": "a az és hogy nem is egy van meg de csak ez volt már el még azt mint ha vagy lesz ami",
    "tr": "ve bir bu da de için ile çok olarak daha olan gibi kadar sonra en ama ne var olduğu dedi ise",
    "ca": "el la de que i en un una per amb no els del les es ha al més com però són aquest també va dels",
    "id": "yang dan di dengan untuk dari pada ini itu tidak dalam akan adalah juga oleh ke telah sebagai atau",
    "vi": "và của là có trong được cho không một với các những người này đã để khi đến từ về",
    "xh": "ukuba kwaye ngokuba abantu kunye uthi xa njengoko kodwa nge malunga ukuze emva oku",
    "zu": "ukuthi futhi uma kodwa abantu lapho kanye uthe njengoba ngoba emva kule ukuze lo",
    "af": "die en van in is het nie dat te met op vir wat aan hy om sy was deur maar ook word sal",
    "ru": "и в не на что с по как это он из за к от о для его но а до также был все было",
    "uk": "і в не на що з у та як це він за до від про для його але а також був який є",
    "bg": "и на за се от да в с не е че са ще по като той това до си беше",
    "sr": "и у је да се на за су од са који није али што као до био",
    "ar": "في من على إلى أن عن مع هذا التي الذي بعد قال ما لا كان هذه بين وقد كما",
    "fa": "و در به از که این را با است برای آن یک خود تا بر شده های کرد می",
    "ur": "کے میں کی ہے اور سے کا کو نے پر یہ کہ ہیں نہیں تھا",
    "hi": "के में की है और से का को ने पर यह कि हैं नहीं था",
    "mr": "आहे आणि या ते की हे नाही होते मध्ये एक",
}
_LANGUAGES_OF: Final = {
    word: tuple(code for code, words in _WORDS.items() if word in words.split())
    for words_of_one in _WORDS.values()
    for word in words_of_one.split()
}
# Scripts that one language all but owns.
_OWN_SCRIPT: Final = {
    "HANGUL": "ko", "GREEK": "el", "HEBREW": "he", "THAI": "th", "BENGALI": "bn", "TAMIL": "ta", "TELUGU": "te",
    "GEORGIAN": "ka", "ARMENIAN": "hy", "KHMER": "km", "MYANMAR": "my", "GUJARATI": "gu", "KANNADA": "kn",
    "MALAYALAM": "ml", "AMHARIC": "am", "ETHIOPIC": "am", "LAO": "lo", "SINHALA": "si", "GURMUKHI": "pa",
}  # fmt: skip
_OWN_SCRIPT_SHARE: Final = 0.3
# Letters past the Latin blocks; punctuation such as "–" and "…" is past them too, and no letter.
_FAR = re.compile("[\u0370-\u1dff\u2e80-\uffef]")
_KANA = re.compile("[\u3040-\u30ff]")
_HAN = re.compile("[\u4e00-\u9fff]")


def guess_language(text: str) -> str:
    """Return the ISO 639-1 code of the language `text` is in, "" where it cannot be told."""
    for size in _SAMPLES:
        likeliest, hits, lead = _likeliest(text[:size])
        if lead >= _CLEAR or len(text) <= size:
            break
    if lead and hits >= _LEAST_HITS:
        return likeliest
    return language_by_letters(text[:size]) if _FAR.search(text, 0, size) else ""


def _likeliest(sample: str) -> tuple[str, int, int]:
    """Return the likeliest language, how many of its function words the sample has, and how many more than others'."""
    if not sample.isascii() and _FAR.search(sample) and (script := _script(sample)):
        return script, len(sample), len(sample)
    # Not \w+, which takes Hindi apart at its vowel signs.
    languages = filter(None, map(_LANGUAGES_OF.get, sample.lower().split()))
    counts = Counter(chain.from_iterable(languages))
    likeliest = max(counts, key=counts.__getitem__, default="")
    hits = counts.pop(likeliest, 0)
    return likeliest, hits, hits - max(counts.values(), default=0)


def _script(sample: str) -> str:
    kana, han = len(_KANA.findall(sample)), len(_HAN.findall(sample))
    least = len(sample) * _OWN_SCRIPT_SHARE
    if kana + han > least:
        return "ja" if kana * 20 > han else "zh"
    letters = [character for character in sample[:400] if character.isalpha() and not character.isascii()]
    counts = Counter(unicodedata.name(letter, "").split(" ", 1)[0] for letter in letters)
    name, count = counts.most_common(1)[0] if counts else ("", 0)
    return _OWN_SCRIPT.get(name, "") if count > min(least, 400 * _OWN_SCRIPT_SHARE) else ""
