"""How many edits make one word another: the optimal string alignment distance of rapidfuzz.

Its package loads its parts, and a part loads its package first: of two threads that begin with one each, Python 3.11
gives one a module that is half there. So whoever needs a part asks here, where the package comes first.
"""

from __future__ import annotations

import rapidfuzz  # noqa: F401
from rapidfuzz.distance import OSA  # noqa: TID251

__all__ = ["OSA"]
