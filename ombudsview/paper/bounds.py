"""How much of a document is taken: said once for both sides of the pipe, so that what the reader sends is what the desk believes."""

from __future__ import annotations

LARGEST_DOCUMENT = 200 << 20
"""Bytes of a file, and of what a Word document unpacks to."""

MOST_PAGES = 5_000
MOST_WORDS = 1_000_000
LONGEST_WORD = 2_000
"""Characters."""

LARGEST_PAGE = 1e6
"""Points of a side; PDF itself stops at 14,400 units, times a user unit."""

MOST_PIXELS = 8_000_000
"""Of one picture of a page; more of it is asked for in clips."""

DRAWN_WHOLE = 7_500_000
"""Pixels of a page that is drawn as one picture; less than it may have, as sides are rounded."""
