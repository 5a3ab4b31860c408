"""A key draws the pane it changes, and what is drawn in parts is what is drawn whole."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from textual._styles_cache import StylesCache
from textual.filter import LineFilter, Monochrome
from textual.geometry import Region
from textual.strip import Strip

from tests.tui.conftest import AppMaker
from tests.tui.test_finding import typed
from tests.tui.test_reading import WIDE
from tui.bare_styles import BareStyles
from tui.widgets.article_view import ArticleView


async def test_the_article_is_not_rendered_for_a_key_in_the_box(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: list[Region] = []
    render = ArticleView.render_lines

    def counted(view: ArticleView, crop: Region) -> list[Strip]:
        rendered.append(crop)
        return render(view, crop)

    async with make_app().run_test(size=WIDE) as pilot:
        await typed(pilot, "harbour")
        monkeypatch.setattr(ArticleView, "render_lines", counted)
        await pilot.press("s")  # finds the same: where the last line has a word to say too, all is drawn
        await pilot.pause()
        assert rendered == []
        await pilot.press("escape", "escape", "1", "ctrl+l")
        await pilot.pause()
        assert rendered


@pytest.mark.parametrize("region", [Region(0, 0, 40, 10), Region(30, 3, 60, 20), Region(100, 0, 20, 30)])
async def test_a_part_is_drawn_as_it_is_in_the_whole(make_app: AppMaker, region: Region) -> None:
    async with make_app().run_test(size=(120, 30)) as pilot:
        screen = await typed(pilot, "harbour")
        whole = [strip.text for strip in screen._compositor.render_strips()]
        screen._compositor._dirty_regions = {region}
        part = screen._compositor.render_partial_update()
        assert part is not None
        for y, first, last in part.spans:
            line = ""
            for x, strip in sorted(part.chops[y].items()):
                line = line if strip is None else line.ljust(x) + strip.text
            assert line[first:last] == whole[y][first:last]


@pytest.mark.parametrize("crop", [Region(0, 0, 30, 10), Region(5, 2, 12, 6)])
@pytest.mark.parametrize("filters", [(), (Monochrome(),)])
async def test_lines_with_nothing_around_them_are_as_textual_draws_them(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch, crop: Region, filters: tuple[LineFilter, ...]
) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        screen = await typed(pilot, "harbour")
        for widget in (screen.finder.hits, screen.finder.hits.vertical_scrollbar, screen.view):
            within = crop.intersection(Region(0, 0, *widget.content_size))
            monkeypatch.setattr(widget, "get_line_filters", lambda: filters)
            ours, theirs = (cache.render_widget(widget, within) for cache in (BareStyles(), StylesCache()))
            assert ours == theirs
            assert [strip.text for strip in ours] == [strip.text for strip in theirs]
        assert screen.view.styles.gutter
        assert not screen.finder.hits.styles.gutter


async def test_lines_of_a_former_width_fill_the_present_one(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        hits = (await typed(pilot, "harbour")).finder.hits
        monkeypatch.setattr(hits, "render_line", lambda _: Strip([Segment("narrow")]))
        crop = Region(0, 0, hits.content_size.width, 2)
        ours, theirs = (cache.render_widget(hits, crop) for cache in (BareStyles(), StylesCache()))
        assert ours == theirs
        assert [strip.cell_length for strip in ours] == 2 * [crop.width]
