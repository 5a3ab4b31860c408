"""Substack: the ZIP archive of Settings, Exports: posts.csv, and in posts/ the text of each as a piece of HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docs_store.errors import DocumentError
from docs_store.importing.documents import Told
from docs_store.importing.export import Export
from docs_store.importing.tables import rows
from docs_store.importing.values import Item

_TABLE: Final = "posts.csv"
_COLUMNS: Final = ("postid", "title", "postdate")
_BUTTON = re.compile(r"<p class=\"button-wrapper\"[^<>]{0,2000}>(?:(?!</p>)[\s\S]){0,5000}</p>")
"""Pleas to subscribe, to share and to comment."""


def read(export: Export) -> Iterator[Told]:
    """Yield the posts, drafts too. Raises `DocumentError` where there is no list of them."""
    tables = [name for name in export.named(_TABLE) if name.rpartition("/")[2] == _TABLE]
    if not tables:
        raise export.error(f"no {_TABLE} in it")
    for name in tables:
        root = name.removesuffix(_TABLE)
        for item in rows(export, name, _COLUMNS):
            text = f"{root}posts/{item.text('postid')}.html"
            try:
                html = _BUTTON.sub("", export.text(text)) if text in export.names else ""
            except DocumentError as error:
                export.skip(text, error.reason)
                continue
            yield _told(item, html, text)


def _told(item: Item, html: str, place: str) -> Told:
    return Told(
        identifier=item.text("postid"),
        title=item.text("title"),
        html=html,
        summary=item.text("subtitle"),
        published=item.moment("postdate"),
        place=place,
    )
