"""Words that carry grammar and no subject, left out of a query that has others: they are in every article.

English alone. In other languages they weigh next to nothing anyway, since the rarer a word the more it counts; their
lists would take away English words ("die", "war", "son").
"""

from __future__ import annotations

from typing import Final

# A word a line would hide the rest of the file.
# fmt: off
STOPWORDS: Final = frozenset({
    "a", "about", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "could", "did",
    "do", "does", "for", "from", "had", "has", "have", "how", "i", "if", "in", "into", "is", "it", "its",
    "may", "me", "my", "no", "not", "of", "on", "or", "other", "our", "shall", "should", "so", "some",
    "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "to",
    "upon", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom", "whose", "why",
    "will", "with", "would", "you", "your",
})
# fmt: on
"""Articles, pronouns, prepositions, conjunctions, auxiliaries and question words; no noun, verb or adjective."""
