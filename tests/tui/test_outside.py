"""The browser and the clipboard."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.conftest import AppMaker
from tests.tui.waiting import until
from tui.outside import COPY_LIMIT, copyable, open_in_browser, refusal, shown_host


@pytest.mark.parametrize(
    "url",
    [
        "--help", "-x", "javascript:alert(1)", "file:///etc/passwd", "ftp://example.org/a", "http://", "https:///path",
        "http://exa mple.org/", "http://example.org/\x1b]0;x\x07", "http://example.org/\u202egpj.exe", "http://[::1",
        "", "//example.org/a", "data:text/html,x", "http://example.org/\n--help",
    ],
)  # fmt: skip
async def test_only_plain_web_addresses_are_opened(url: str) -> None:
    assert refusal(url)
    assert (await open_in_browser(url)).startswith("not opened:")


@given(st.text(max_size=60))
def test_no_text_is_handed_on_unless_it_is_a_web_address(text: str) -> None:
    if not refusal(text):
        assert text.lower().startswith(("http://", "https://"))


def test_a_host_that_is_not_ascii_is_shown_as_punycode() -> None:
    assert shown_host("https://xn--e1afmkfd.example/") == "xn--e1afmkfd.example"
    assert shown_host("https://аррӏе.example/").startswith("xn--")


async def test_the_browser_gets_the_address_as_one_argument(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tmp_path / "told"
    script = tmp_path / "browser"
    script.write_text(f'#!/bin/sh\nprintf "%s|%s" "$#" "$1" > "{told}"\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    url = "https://example.org/a?b=c;d&e=$(touch%20x)"
    for words, number in (("", 1), (" %s", 1), (" %s -new-tab", 2)):  # as other programs read BROWSER
        monkeypatch.setenv("BROWSER", f"{script}{words}")
        assert await open_in_browser(url) == "opened at example.org"
        assert told.read_text() == f"{number}|{url}"


async def test_a_browser_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", "false")
    assert "exit status 1" in await open_in_browser("https://example.org/")


async def test_a_missing_browser_is_told_with_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", "/nonexistent/browser")
    assert "could not be started" in await open_in_browser("https://example.org/")
    monkeypatch.setenv("BROWSER", "lynx 'x")
    assert (
        await open_in_browser("https://a.example/")
        == "BROWSER cannot be read (No closing quotation): https://a.example/"
    )


@given(st.text())
def test_what_is_copied_is_clean_and_fits(text: str) -> None:
    copied = copyable(text * 50)
    assert len(copied.encode()) <= COPY_LIMIT
    assert "\x1b" not in copied


@pytest.mark.parametrize("knows_w", [True, False])
async def test_in_tmux_what_is_copied_is_given_to_tmux(
    make_app: AppMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knows_w: bool
) -> None:
    told = tmp_path / "told"
    script = tmp_path / "tmux"
    refuses = "" if knows_w else '[ "$2" = -w ] && exit 1\n'
    script.write_text(f'#!/bin/sh\n{refuses}echo "$@" > "{told}"\ncat >> "{told}"\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    app = make_app()
    monkeypatch.setenv("TMUX", "/tmp/tmux-1000/default,1,0")
    async with app.run_test() as pilot:
        app.copy_to_clipboard("The quay; $(date)\nÉtretat")
        await until(pilot, lambda: told.exists() and told.read_text().endswith("tretat"), "what tmux got")
        assert told.read_text() == f"load-buffer{' -w' * knows_w} -\nThe quay; $(date)\nÉtretat"
        assert app.clipboard == "The quay; $(date)\nÉtretat"


async def test_where_a_long_text_is_copied_in_part_that_is_said(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test():
        assert app.copy("Quay\nNoon") == "copied: Quay · Noon"
        assert app.copy("é" * 4_096) == f"copied: {'é' * 4_096}"
        assert app.copy("é" * 4_097).startswith("copied, the first 8 KiB of it: é")
        assert app.clipboard == "é" * 4_096
