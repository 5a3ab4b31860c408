"""What holds for every test."""

from __future__ import annotations

from hypothesis import settings

# An example may take as long as it takes: hypothesis' 200 ms are a timed assertion, which a busy machine fails.
settings.register_profile("broadsheet", deadline=None)
settings.load_profile("broadsheet")
