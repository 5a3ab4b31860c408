"""What is said of an article and its pictures in words: who wrote it and when, what a picture is called."""

from __future__ import annotations

import datetime as dt
import re

from docs_store import Article, ArticleSummary, Image, Marks


def counted(number: int, thing: str) -> str:
    """Return how many things there are: "1 article", "1,204 articles"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def byline(article: Article) -> str:
    """Return who wrote it, where and when, on one line: "By A and B · The Post · 16 January 2024"."""
    names = article.authors
    by = ""
    if names:
        by = "By " + (names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}")
    date = date_words(article.summary, long=True)
    return " · ".join(filter(None, (by, article.source, date, mark_words(article.marks))))


def mark_words(marks: Marks) -> str:
    """Return what its reader noted of an article, in words: "★ · saved 3 May 2021, read"."""
    saved = f"saved {day_words(marks.saved)}" if marks.saved else ""
    read = "read" if marks.read else ""
    return " · ".join(filter(None, ("★" * marks.starred, ", ".join(filter(None, (saved, read))))))


def day_words(day: dt.date) -> str:
    """Return a day in words: "3 May 2021"."""
    return f"{day.day} {day:%B %Y}"


def date_words(summary: ArticleSummary, *, long: bool = False) -> str:
    """Return the best date known, an inferred one told as such ("~" short, in words long); "" where there is none."""
    date = summary.date
    if date is None:
        return ""
    words = day_words(date) if long else date.isoformat()
    if summary.date_is_inferred:
        return f"{words} (date inferred)" if long else f"~{words}"
    return words


_HASH = re.compile(r"(?=[^.]*\d)[0-9a-fA-F_-]{6,}(?:\.\w{2,5})?")
"""A file's name that is a number or a hash, which says nothing."""


def image_label(image: Image, number: int) -> str:
    """Return what names a picture where it has no caption: its alt text, its file's name, or its number."""
    name = file_name(image)
    return image.alt or ("" if _HASH.fullmatch(name) else name) or f"Picture {number}"


def file_name(image: Image) -> str:
    """Return the name of a picture's file, without its folder or host, and without a query; "" where none is known."""
    path = re.split("[?#]", image.source, maxsplit=1)[0]
    return path.rstrip("/").rsplit("/", 1)[-1]
