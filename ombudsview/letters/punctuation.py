"""What is left off around words and figures, part by part: each finder takes off what may stand around what it looks for."""

from __future__ import annotations

STOPS = " .,;:"
"""The space, and what ends a clause."""

BRACKETS = "()[]"
BULLETS = "*•·…"
QUOTES = "'\"‘’“”"
DASHES = "–—-"

AROUND_LABEL = STOPS + "()*"
"""Around a word of a heading or of a row's label."""
