"""Sentences of a story that begin as the pleas of a page do: they are told from pleas by what they tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs_store.reading.boilerplate import furniture
from docs_store.reading.text import read_text

BODY = (
    "The old bridge over the Osk has been closed since Monday, and nobody in the valley knows for how long. The "
    "council wants to decide in April what is to become of it, and the farmers drive round by the weir until then.",
    "The ferryman has not had so many passengers in forty years, he says, and his two sons came home from the coast.",
)
WORDS = (
    "Sign up for our newsletter", "Subscribe", "Subscribe now", "Follow us", "Follow us on Facebook", "Share this",
    "Sign in", "Log in", "Register", "Create an account", "Download the app", "Support our journalism", "Read more",
    "We use cookies", "All rights reserved", "Get our daily newsletter", "Listen to this article", "Click here",
    "Don't miss our podcast", "Join the conversation",
)  # fmt: skip


@given(
    words=st.sampled_from(WORDS),
    told=st.sampled_from(
        (
            "“{0},” said the ferryman, and pushed off.", "“{0},” she cried, “or I close the ferry.”",
            "{0} was the slogan of the ferrymen that winter.", "{0}, the posters said, and the boys of Lindau did.",
            "“{0},” the mayor joked in the inn, “before the goose is dead.”",
        )
    ),
)  # fmt: skip
def test_a_sentence_of_the_story_stays(words: str, told: str) -> None:
    sentence = told.format(words)
    raw = read_text("\n\n".join(("The bridge is closed again", "By Nora Quill", BODY[0], sentence, BODY[1])))
    assert [block.text for block in raw.blocks] == [BODY[0], sentence, BODY[1]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Watch: the hand goes up, and the goose is gone.",
        "Related: she was his aunt.",
        "Subscribe to the theory or not, the tide still comes in by noon.",
        "We use cookies in the trenches as money, wrote the drummer in 1917.",
        "Log in to the mill, said the miller, meaning wood.",
        "„Abonnieren Sie den Kurier“, sagte der Wirt und ging.",
        "« Abonnez-vous », dit le curé, et il ferma la porte.",
    ],
)
def test_what_is_told_is_no_plea(sentence: str) -> None:
    assert furniture(sentence) is None
    raw = read_text("\n\n".join(("The bridge is closed again", "By Nora Quill", BODY[0], sentence, BODY[1])))
    assert (raw.links, [block.text for block in raw.blocks]) == ((), [BODY[0], sentence, BODY[1]])


@pytest.mark.parametrize(
    "plea",
    [
        "Subscribe to our newsletter and get the best of the valley in your inbox.",
        "This article was written for subscribers. Subscribe now to read more of it.",
        "Sign in to continue reading.",
        "We use cookies to give you the best experience on our website.",
        "Follow us on Facebook, and join our WhatsApp channel for more stories.",
        "Something went wrong. Please try again.",
        "Watch: The Goose Is Gone",
        "Read more: Who was the man in the boat?",
    ],
)
def test_a_plea_is_one(plea: str) -> None:
    assert furniture(plea) is not None
