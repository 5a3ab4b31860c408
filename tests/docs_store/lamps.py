"""A short article of our own, in paragraphs."""

from __future__ import annotations

TEXTS = [
    "The nine lamps of the harbour were lit again on Monday, eleven weeks after a storm had torn their cable.",
    "Two boats had run aground on the bar since Christmas, and several skippers waited outside until morning.",
    *(
        f"The {which} of the skippers said that no boat had come in over the bar at night since the lamps went out."
        for which in ("oldest", "youngest", "tallest", "loudest", "third")
    ),
    "The harbour master said the lamps would be inspected every autumn, and a spare drum of cable would be kept.",
]
