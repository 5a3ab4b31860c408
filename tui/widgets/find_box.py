"""Where one types what to find inside the open article."""

from __future__ import annotations

from textual.widgets import Input

from docs_store import clean
from tui.messages import FindChanged
from tui.widgets.finder import QueryBox


class FindBox(QueryBox):
    """Reports each change; Enter keeps the marks and returns to the article."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, placeholder="Find inside this article")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Report what is typed."""
        event.stop()
        if self.has_class("open"):
            self.post_message(FindChanged(clean(self.value)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Report Enter."""
        event.stop()
        self.post_message(FindChanged(clean(self.value), done=True))
