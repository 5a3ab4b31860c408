"""The ways out of the program: the browser and the clipboard. Both take outside text, and trust none of it."""

from __future__ import annotations

import asyncio
import os
import shlex
import shutil
from asyncio.subprocess import DEVNULL, PIPE
from typing import Final
from urllib.parse import urlsplit

from docs_store import Article, Image, clean
from tui.wording import date_words, image_label

COPY_LIMIT: Final = 8_192
"""Bytes copied at most: terminals refuse or cut longer OSC 52 strings."""

_PATIENCE: Final = 2.0
"""Seconds in which an opener that hands the address on has ended, and told whether it could."""

_OPENERS: Final = ("xdg-open", "open", "wslview")


def copyable(text: str) -> str:
    """Return `text` cleaned, and cut to what terminals take."""
    return clean(text).encode()[:COPY_LIMIT].decode(errors="ignore")


def citation(article: Article) -> str:
    """Return what cites an article: headline, source, date, address."""
    date = date_words(article.summary)
    return "\n".join(filter(None, (article.title, ", ".join(filter(None, (article.source, date))), article.url)))


def picture_citation(image: Image, number: int) -> str:
    """Return what is copied of a picture, the `number`th of its article: its caption and credit."""
    return "\n".join(filter(None, (image.caption or image_label(image, number), image.credit)))


def refusal(url: str) -> str:
    """Return why `url` may not be handed to a browser, "" where it may."""
    if not url:
        return "no address is known"
    if any(character.isspace() or not character.isprintable() for character in url) or clean(url) != url:
        return "the address has control characters or spaces in it"
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return "the address cannot be parsed"
    if parts.scheme not in ("http", "https"):
        return "only http and https addresses are opened"
    if not host:
        return "the address names no host"
    return ""


def shown_host(url: str) -> str:
    """Return the host as it is shown before it is trusted: punycode where it is not ASCII."""
    host = urlsplit(url).hostname or ""
    try:
        return host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        return ascii(host)


async def open_in_browser(url: str) -> str:
    """Hand `url` to the reader's browser; return what happened, in words. Never a shell, never an option."""
    if why := refusal(url):
        return f"not opened: {why}"
    try:
        command = _browser(url)
    except ValueError as error:
        return f"BROWSER cannot be read ({error}): {url}"
    if not command:
        return f"no browser here (set BROWSER): {url}"
    try:
        process = await asyncio.create_subprocess_exec(
            *command, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True
        )
        status = await asyncio.wait_for(process.wait(), _PATIENCE)
    except OSError as error:
        return f"the browser could not be started: {error.strerror or error}"
    except TimeoutError:  # it is a browser itself, and runs on; the event loop reaps it
        status = 0
    if status:
        return f"{command[0]} could not open it (exit status {status}): {url}"
    return f"opened at {shown_host(url)}"


async def hand_to_tmux(text: str) -> None:
    """Give what is copied to tmux, which gives it to the terminal around it. Programs in it may not, by its default."""
    for options in (["-w"], []):  # -w passes it on; before tmux 3.2 there is none
        try:
            process = await asyncio.create_subprocess_exec(
                "tmux", "load-buffer", *options, "-", stdin=PIPE, stdout=DEVNULL, stderr=DEVNULL
            )
        except OSError:
            return
        try:
            await asyncio.wait_for(process.communicate(text.encode()), _PATIENCE)
        except TimeoutError:
            process.kill()
        if process.returncode == 0:
            return


def _browser(url: str) -> list[str]:
    """Return the words that show `url`: those of BROWSER, `%s` standing for it, else an opener's; [] without either.

    An http(s) URL never begins with "-", so it cannot be taken for an option. Raises `ValueError`.
    """
    words = shlex.split(os.environ.get("BROWSER", "").split(os.pathsep)[0])
    if any("%s" in word for word in words):
        return [word.replace("%s", url) for word in words]
    words = words or [*filter(None, map(shutil.which, _OPENERS))][:1]
    return [*words, url] if words else []
