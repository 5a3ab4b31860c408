"""The query language in a table: the help screen, README and the help of the command line show it."""

from __future__ import annotations

from typing import Final

QUERY_HELP: Final = (
    ("ferry crews", "plain words: any order, typos forgiven; articles with all of them come first"),
    ('"harbour bridge"', "a phrase: its words in a row"),
    ("'sela", "to the letter: no typo forgiven"),
    ("^harbour", "the headline begins with it (bridge$: ends with it)"),
    ("!strike", "without it; works before everything else too: !source:courier"),
    ("ferry | boat", "one or the other"),
    ("title:bridge", "in the headline (text: anywhere in the text, caption: under a picture)"),
    ("source:courier", "from a source (author: by a person, tag: with a tag, lang: in a language, as en or ja)"),
    ('person:"Ada Quill"', "names a person (place: org: entity: likewise)"),
    ("after:2024-01", "from a day, month or year on (before: until then)"),
    ("on:1987", "in that year; also 2024-03, 1987..1989, last march, yesterday, 3 weeks ago"),
    ("saved:2024-05", "saved then, in the program it was imported from; dates as with on:"),
    ("has:images", "with pictures (has:captions, has:links, has:entities; has:text: more than title and address)"),
    ("is:starred", "starred, here or in the program it was imported from (is:read: likewise; is:unread: not read)"),
    ("is:undated", "without a date (is:dated; is:untitled: the title was made from the text)"),
)
"""What can be typed, and what it asks."""


def query_table() -> str:
    """Return it for the help of a verb."""
    longest = max(len(example) for example, _ in QUERY_HELP)
    return "\n".join(("what can be asked:", *(f"  {example:<{longest}}  {words}" for example, words in QUERY_HELP)))
