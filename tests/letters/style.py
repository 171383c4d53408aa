"""How a letter looks, for any engine: paper, sizes, where the big number stands, where pages break."""

from __future__ import annotations

from dataclasses import dataclass

PAPERS = {"a4": (595.28, 841.89), "us-letter": (612.0, 792.0)}
NUMBERS = ("right", "left", "above", "below", "beside", "inline")
ORDERS = ("natural", "numbers_first", "bottom_up", "shuffled", "wild")


@dataclass(frozen=True)
class Style:
    """Lengths are in points. `column` is the share of the width that a block's sentences may take.

    `number` is where the count stands: right or left of the sentences, above or below them with its label under it, beside its
    label on one line, or inline in the size of the text. `order` and `pieces` say in which order a drawing engine sets its
    lines down, and whether word by word.
    """

    paper: str = "a4"
    margin: float = 62.0
    size: float = 10.5
    leading: float = 1.32
    face: str = "sans"
    column: float = 0.55
    number: str = "right"
    number_size: float = 26.0
    new_page: bool = True
    keep_blocks: bool = True
    graphic: bool = True
    footer: bool = True
    justify: bool = False
    order: str = "natural"
    pieces: str = "line"
    small_print: str = ""  # at the foot of every page, above its number
