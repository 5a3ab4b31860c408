"""Three paragraphs of our own with nothing in them but sentences."""

from __future__ import annotations

PROSE = (
    "The committee met on Tuesday in the old grain hall and talked until after midnight about the price of water, "
    "which has doubled since the spring and which nobody in the valley can pay for much longer without selling land.",
    "A second meeting is planned for next month, when the engineers will have measured the wells again. Until then "
    "the pumps stay off from noon to four, and the fountain in the square stays dry, as it has since the first of May.",
    "Some members left early. They had come on foot from the upper farms, where the road is still closed by the "
    "landslide of last winter, and wanted to be home before the rain that had been promised for most of the week.",
)
