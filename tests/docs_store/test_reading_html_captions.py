"""Captions of a saved page's pictures: shown on demand, in lines with a credit, beside a link to the picture."""

from __future__ import annotations

import pytest

from docs_store.model import Article, BlockKind
from docs_store.reading.credits import split_credit
from docs_store.reading.html import read_page
from docs_store.reading.normalise import normalise
from tests.docs_store.lamps import TEXTS


def _page(inside: str) -> Article:
    text = "".join(f"<p>{line}</p>" for line in TEXTS[1:])
    html = (
        "<!DOCTYPE html><html lang='en'><head><title>Lamps lit again</title></head><body><div class='story'>"
        f"<h1>Lamps lit again</h1><div class='text'><p>{TEXTS[0]}</p>{inside}{text}</div></div></body></html>"
    )
    return normalise(read_page(html, "https://tideway.example/lamps"), path="")


def _said(inside: str) -> list[tuple[str, str]]:
    article = _page(inside)
    assert [block.text for block in article.blocks if block.kind is not BlockKind.CAPTION] == TEXTS
    return [(image.caption, image.credit) for image in article.images]


@pytest.mark.parametrize(
    "inside",
    [
        "<div><img src='/a.jpg'><div class='large-caption' style='display:none'>Lamps at dusk</div></div>",
        "<div style='display: none'><figure><img src='/a.jpg'><figcaption>Lamps at dusk</figcaption></figure></div>",
        "<div hidden><div><img src='/a.jpg'><p class='caption'>Lamps at dusk</p></div></div>",
    ],
)
def test_a_caption_that_is_shown_on_demand_is_read(inside: str) -> None:
    assert _said(inside) == [("Lamps at dusk", "")]


def test_every_picture_of_a_gallery_has_its_caption_though_one_is_shown() -> None:
    captions = ["Lamps at dusk", "The cable on its drum", "Skippers waiting"]
    slides = "".join(
        f"<div class='slide'><img src='/{at}.jpg' style='{style}'>"
        f"<cite id='galleryCaption{at}' style='{style}'>{caption}</cite></div>"
        for at, (style, caption) in enumerate(zip(("", "display:none", "display:none"), captions, strict=True))
    )
    control = "<div class='galleryCaptionControl'>HIDE CAPTION <span>Lamps lit again</span></div>"
    assert [caption for caption, _ in _said(f"<div>{slides}{control}</div>") if caption] == captions


def test_what_else_a_page_does_not_show_is_not_read() -> None:
    menu = "<div style='display:none'><ul><li><a href='/b'><img src='/b.jpg'> Boats</a></li></ul><p>Sign in</p></div>"
    assert _said(menu) == []


@pytest.mark.parametrize(
    ("caption", "said"),
    [
        (
            "<span>© Tideway Post</span><br><span>The cable on its drum</span>",
            ("The cable on its drum", "Tideway Post"),
        ),
        ("The cable on its drum<br>Reuters", ("The cable on its drum", "Reuters")),
        ("The cable on its drum<br>and the men who laid it", ("The cable on its drum and the men who laid it", "")),
        ("(L-R) Ada Byron, Max Born, Rosa Vera", ("(L-R) Ada Byron, Max Born, Rosa Vera", "")),
    ],
)
def test_a_caption_and_its_credit_in_lines_of_one_element(caption: str, said: tuple[str, str]) -> None:
    assert _said(f"<div><img src='/a.jpg'><div class='caption'>{caption}</div></div>") == [said]


@pytest.mark.parametrize("href", ["#", "/a.jpg", "javascript:enlarge()"])
def test_a_picture_that_leads_to_itself_has_the_caption_below(href: str) -> None:
    inside = (
        f"<div class='inline'><div><a href='{href}'><img src='/a.jpg'></a><p>[+] Enlarge</p>"
        "<div><cite>Ada Byron/Osk Media</cite> The cable lay on its drum until Monday.</div></div></div>"
    )
    assert _said(inside) == [("The cable lay on its drum until Monday.", "Ada Byron/Osk Media")]


def test_a_picture_that_leads_elsewhere_has_none() -> None:
    inside = (
        "<div class='box'><div><a href='/ferry'><img src='/f.jpg'></a><div>Ferry to sail twice a day</div></div></div>"
    )
    assert all(caption == "" for caption, _ in [(image.caption, 0) for image in _page(inside).images])


def test_an_aside_that_holds_a_credited_picture_and_no_more_is_its_frame() -> None:
    inside = "<aside><div><img src='/a.jpg'></div><p>The cable on its drum. (Photo: Ada Byron)</p></aside>"
    assert _said(inside) == [("The cable on its drum.", "Ada Byron")]


def test_a_few_slanted_words_in_the_middle_under_a_picture_are_its_caption() -> None:
    inside = (
        "<div style='text-align: center'><a href='/a.jpg'><img src='/a.jpg'></a></div>"
        "<div style='text-align: center;'><span><em>Ada Byron</em></span></div>"
    )
    assert _said(inside) == [("Ada Byron", "")]


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("(L-R) Ada Byron, Max Born", "(L-R) Ada Byron, Max Born", ""),
        ("(from left) Ada Byron, Max Born", "(from left) Ada Byron, Max Born", ""),
        ("Ada Byron (left) Reuters", "Ada Byron (left)", "Reuters"),
    ],
)
def test_whom_a_line_tells_the_places_of_did_not_take_the_picture(line: str, caption: str, credit: str) -> None:
    found = split_credit(line)
    assert (found.caption, found.credit) == (caption, credit)


@pytest.mark.parametrize("credit", ["<p class='caption'>Ada Byron / AFP / Getty Images</p>", "<p>Photo: Ada Byron</p>"])
def test_a_picture_of_which_only_its_maker_is_told_is_one_picture_with_a_credit(credit: str) -> None:
    ((caption, maker),) = _said(f"<div><div><img src='/a.jpg' alt='Lamps'></div>{credit}</div>")
    assert caption == ""
    assert maker.startswith("Ada Byron")


def test_the_header_of_a_table_with_a_picture_made_no_picture() -> None:
    row = "<tr><td colspan='2'><img src='/a.jpg' width='230' height='334'><div>{}</div></td></tr>"
    name = "<tr><th colspan='2'>Den lange natta<br><span>(The Long Night)</span></th></tr>"
    facts = "<tr><th scope='row'>Keeper</th><td>Ole Vik</td></tr>"
    article = _page(f"<table class='infobox'>{row.format('The lamp of the mole')}{name}{facts}</table>")
    assert [(image.caption, image.credit) for image in article.images] == [("The lamp of the mole", "")]


@pytest.mark.parametrize(
    "inside",
    [
        "<span><span class='visually-hidden'>Image source, </span>Getty Images</span>"
        "<figcaption><span class='visually-hidden'>Image caption, </span><p>Lamps at dusk</p></figcaption>",
        "<div>Image source, Getty Images</div><figcaption><span>Image caption, </span>Lamps at dusk</figcaption>",
        "<figcaption>Image caption, Lamps at dusk</figcaption><small>© Getty Images</small>",
    ],
)
def test_a_credit_of_a_figure_beside_its_caption_is_the_pictures(inside: str) -> None:
    assert _said(f"<figure><img src='/a.jpg'>{inside}</figure>") == [("Lamps at dusk", "Getty Images")]


def test_a_button_of_a_figure_is_no_credit() -> None:
    button = "<button>Enlarge image</button><figcaption>Lamps at dusk</figcaption>"
    assert _said(f"<figure><img src='/a.jpg'>{button}</figure>") == [("Lamps at dusk", "")]


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<img src='/a.jpg' alt='Lamps at dusk (film still)'><div>Lamps at dusk (film still)</div>", "Lamps at dusk"),
        ("<p><img src='/a.jpg'></p><p class='text image_desc'>（港口的九盏灯）</p>", "（港口的九盏灯）"),
        ("<div><img src='/a.jpg'><span class='img_descr'>Lamps at dusk.</span></div>", "Lamps at dusk."),
        ("<div><img src='/a.jpg'></div><ul><li>Lamps at dusk. Photo: Ada Byron</li></ul>", "Lamps at dusk."),
    ],
)
def test_what_stands_under_a_picture_is_told_for_its_caption(inside: str, said: str) -> None:
    assert [caption.startswith(said) for caption, _ in _said(inside)] == [True]


def test_a_name_and_a_day_under_a_picture_with_its_maker_are_no_byline() -> None:
    legend = "Ada Byron, le 27 octobre 2012 à Osk (Photo Max Born. AFP)"
    inside = f"<div><img src='/a.jpg'><div class='legende'>{legend}</div></div>"
    assert [caption for caption, _ in _said(inside)] == ["Ada Byron, le 27 octobre 2012 à Osk"]


@pytest.mark.parametrize("shown", ["27", "‹ ›", "S"])
def test_numbers_arrows_and_initials_are_no_captions(shown: str) -> None:
    assert _said(f"<figure><img src='/lamps-at-dusk.jpg'><figcaption>{shown}</figcaption></figure>") == [("", "")]


def test_a_maker_told_under_a_picture_once_more_is_no_text() -> None:
    figure = (
        "<figure><img src='/a.jpg'><figcaption>Lamps at dusk. Photograph by Ada Byron, Tideway</figcaption></figure>"
    )
    article = _page(f"{figure}<p>Photograph by Ada Byron, Tideway</p>")
    assert [block.text for block in article.blocks if block.kind is not BlockKind.CAPTION] == TEXTS


def test_a_maker_that_is_a_link_under_a_picture_is_its_credit() -> None:
    source = "<p class='source'>Image: <a href='https://osk.example/ada'>Ada Byron</a></p>"
    assert _said(f"<div><img src='/a.jpg'></div>{source}") == [("", "Ada Byron")]
