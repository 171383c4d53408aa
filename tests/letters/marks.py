"""Invisible marks: each field's words are printed in a black of their own, so that every printed character knows its field.

The shades differ by at most 40 of 255 from black: nobody sees them, text extraction ignores them, and they stay with the
words when pages are turned, cropped or bound together.
"""

from __future__ import annotations

from ombudsview.letters.fields import FIELDS

_KEYS = tuple(FIELDS)
_STEP = 8
_BASE = 6
IN_BLOCK = 16

Shade = tuple[int, int, int]


def shade(key: str | None, in_block: bool = False) -> Shade:
    """The colour (0-255) of a field's words; `in_block` where they stand in the statistics."""
    if key is None:
        return (0, 0, 0)
    number = _KEYS.index(key) + 1
    return (IN_BLOCK if in_block else 0, number // _BASE * _STEP, number % _BASE * _STEP)


def unshade(colour: Shade) -> tuple[str | None, bool]:
    """The field whose colour this is, and whether it stands in the statistics; (None, False) for any other colour."""
    red, green, blue = colour
    if red not in (0, IN_BLOCK) or green % _STEP or blue % _STEP or blue >= _BASE * _STEP:
        return None, False
    number = green // _STEP * _BASE + blue // _STEP
    if not 1 <= number <= len(_KEYS):
        return None, False
    return _KEYS[number - 1], red == IN_BLOCK
