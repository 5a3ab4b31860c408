"""A credit on a line of its own: beside a caption it is that one's, beside a paragraph it names a picture alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs_store.model import BlockKind
from docs_store.reading.raw import RawDocument
from docs_store.reading.text import read_text

LEAD = "The bell of the chapel in Lindau rang twice on Monday and nobody came but the ferryman, who is deaf."
NEXT = "The ferryman was told of it by his wife on the following day, and by the priest on the day after that."


def read(*lines: str) -> RawDocument:
    return read_text("\n\n".join(("Bell rings twice in Lindau", "By Nora Quill", "3 May 2001", *lines)))


def story(raw: RawDocument) -> list[str]:
    return [block.text for block in raw.blocks if block.kind is not BlockKind.CAPTION]


@given(
    credit=st.sampled_from(
        (
            "Credit: Ana Lima for The Osk Herald",
            "— Photo by Ana Lima",
            "Bild: dpa",
            "Foto: Ana Lima/dpa",
            "Getty Images",
        )
    ),
    at=st.integers(1, 3),
    sentences=st.lists(
        st.sampled_from(
            (
                "Nobody said a word.",
                "There is no light in the chapel. The ferryman brings a lamp.",
                "The old bell was cast in the year of the flood, and it had a crack from the first day.",
                "Its owner says that he will ring it again when the river freezes.",
            )
        ),
        max_size=3,
        unique=True,
    ),
)
def test_a_credit_makes_no_caption_of_the_story(credit: str, at: int, sentences: list[str]) -> None:
    texts = [LEAD, *sentences, NEXT]
    raw = read(*texts[:at], credit, *texts[at:])
    assert story(raw) == texts
    assert [image.caption for image in raw.images] in ([], [""])


@pytest.mark.parametrize(
    "lines",
    [
        ("The ferryman at the bell of Lindau.", "Photo: Ana Lima/AFP"),
        ("Photo: Ana Lima/AFP", "The ferryman at the bell of Lindau."),
        ("[Photo caption: The ferryman at the bell of Lindau. Photo by Ana Lima/AFP]",),
        ("Image source, Ana Lima/AFP", "Image caption, The ferryman at the bell of Lindau."),
        ("Image source, Ana Lima/AFP", "Image caption,", "The ferryman at the bell of Lindau."),
    ],
)
def test_a_caption_keeps_its_credit(lines: tuple[str, ...]) -> None:
    raw = read(LEAD, *lines, NEXT)
    assert [(image.caption, image.credit) for image in raw.images] == [
        ("The ferryman at the bell of Lindau.", "Ana Lima/AFP")
    ]
    assert story(raw) == [LEAD, NEXT]


def test_labelled_captions_are_as_many_as_pictures() -> None:
    raw = read(
        "Osk Radio's Highlands reporter",
        "Image source, Getty Images", "Image caption, The ferry calls at Lindau twice a week",
        LEAD, "An electric bell has arrived in the valley.",
        "Image source, Ana Lima", "Image caption, The bell came on a fishing boat", NEXT,
    )  # fmt: skip
    assert [(image.caption, image.credit) for image in raw.images] == [
        ("The ferry calls at Lindau twice a week", "Getty Images"),
        ("The bell came on a fishing boat", "Ana Lima"),
    ]
    assert story(raw)[-3:] == [LEAD, "An electric bell has arrived in the valley.", NEXT]


def test_who_took_the_pictures_makes_no_caption_of_the_headline() -> None:
    raw = read_text("\n\n".join(("Bell rings twice in Lindau", "Photographs by Ana Lima", LEAD, NEXT)))
    assert (raw.title, story(raw)) == ("Bell rings twice in Lindau", [LEAD, NEXT])
    assert raw.authors == ()
