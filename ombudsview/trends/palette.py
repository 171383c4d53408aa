"""The colours of a chart. Shape and dash say the same as colour, so that it can be read in grey and by colour-blind eyes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Colours as `#rrggbb`: what is drawn on, hairlines, text, secondary text, the authority's own line, and the average's."""

    surface: str
    line: str
    ink: str
    soft: str
    own: str
    similar: str


PRINT = Palette(surface="#ffffff", line="#d9dce1", ink="#1c2126", soft="#5a636d", own="#0b5cad", similar="#b84a00")
"""For paper and for other people's documents, whatever the screen looks like."""
