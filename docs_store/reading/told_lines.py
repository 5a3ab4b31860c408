"""Sentences of a story that begin as a page's pleas do: "Subscribe," he said, "or I close the paper".

A page speaks to its reader, now; a story tells what somebody said or did. To lose a sentence of it is worse than to
keep a plea.
"""

from __future__ import annotations

import re
from typing import Final

_FEWEST: Final = 5
"""Words of such a sentence."""
_LONG: Final = 8
"""Words from which one that speaks to nobody is no plea."""
_ENDS = re.compile(r"[.!…][\"”’»)\]]*$")
_TELLS = re.compile(
    r"(?i)(?<![\w’'-])(?:said|says|asked|asks|told|tells|wrote|writes|joked|jokes|cried|cries|shouted|replied|added|advised|"
    r"warned|announced|declared|whispered|called|urged|demanded|insisted|promised|explained|answered|laughed|repeated|"
    r"was|were|had|did|died|went|came|saw|took|gave|made|became|began|stood|sat|ran|knew|thought|felt|held|kept|left|"
    r"sagte|sagt|rief|fragte|schrieb|meinte|antwortete|hieß|wurde|wurden|hatte|hatten|dijo|dice|preguntó|escribió|era|fue|"
    r"dit|demanda|écrivit|était|étaient|avait|disse|chiese|scrisse|aveva|perguntou|escreveu|zei|vroeg|schreef|werd|"
    r"sade|sa|skrev|sagde|сказал[аи]?|спросил[аи]?|написал[аи]?|был[аио]?)(?![\w’'-])"
)
_OF_PAGE = re.compile(
    r"(?i)^\W*(?:©|\(c\)|copyright\b)|\b(?:this|your|dieser|diese|cet|este|questo) "
    r"(?:article|story|content|site|page|website|post|video|newsletter|subscription|account|e-?mail|artikel|inhalt|"
    r"contenu|artículo|contenido|articolo)\b.{0,30}\b(?:was|were|had|wurde|hatte|était|avait|fue|era)\b|"
    r"\b(?:went wrong|if you (?:were|had|did|made|came|saw)|you (?:were|had|did|made|have)|as (?:was|were) )\b"
)
_SPOKEN_TO = re.compile(
    r"(?i)\b(?:you\w*|ours?|us|we|my|i|me|here|now|free|newsletters?|inbox|accounts?|apps?|access|unlimited|channels?|"
    r"podcasts?|e-?mails?|updates?|alerts?|offers?|digital|online|website|site|cookies|articles?|news|stories|readers?|journalism|"
    r"ihre?\w*|sie|dein\w*|du|uns\w*|wir|jetzt|hier|kostenlos\w*|vous|votre|vos|notre|nos|nous|ici|tu|tus|su|sus|"
    r"nuestr\w+|aquí|ahora|vostr\w+|nostr\w+|qui|ora|nossa?s?|aqui|agora|onze|ons|hier|nu)\b"
)
_OF_NOTICE = re.compile(
    r"(?i:advertisements?|adverts?|anzeigen?|annonces?) (?:for|of|in|für|im|pour|des?|par) [a-zß-ÿ]"
)
"""What an advertisement is for, or where it is: no label of one says that in a sentence."""
_OPENED = re.compile(r"[^\W\d_]")


def is_of_story(line: str) -> bool:
    """Tell whether a line that begins as a plea does is a sentence of a story."""
    words = line.split()
    if len(words) < _FEWEST or not _ENDS.search(line) or _OF_PAGE.search(line):
        return False
    if _TELLS.search(line) or _OF_NOTICE.match(line):
        return True
    names = any(word[:1].isupper() for word in words[1:]) or any(map(str.isdigit, line))  # the paper, its price
    return len(words) >= _LONG and not names and not _SPOKEN_TO.search(line)


def tells(line: str) -> bool:
    """Tell whether a line tells what somebody said, or what was."""
    return _TELLS.search(line) is not None


def goes_on(title: str) -> bool:
    """Tell whether what follows "Watch:" or "Related:" goes on with a sentence, and is no other article's title."""
    first = _OPENED.search(title)
    return first is not None and first[0].islower() and _ENDS.search(title) is not None
