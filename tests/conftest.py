"""What holds for every test."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# An example may take as long as it takes, and so may making it: hypothesis' limits are timed assertions, which a busy
# machine fails.
settings.register_profile("broadsheet", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("broadsheet")

# What a screen shows does not depend on the terminal that the tests run in.
os.environ["COLORTERM"] = "truecolor"
