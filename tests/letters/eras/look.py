"""How a letter of any era looks: what the dice decide about paper, tables and order, the same names for every engine."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.letters.eras.book import Table

PAPERS = {"a4": (595.28, 841.89), "us-letter": (612.0, 792.0)}


@dataclass(frozen=True)
class Look:
    """Lengths are in points.

    `pages` says how pages for wide tables lie: "upright", "wide" (landscape) or "sideways" (drawn along an upright page that
    is shown turned). `split` is how one of the tables meets the end of its page: "no", "bare" (headings on one page, numbers
    on the next) or "repeated" (the headings again). `far` is the room between the headings and the first numbers. `order` is
    the order of drawing; `joined` draws a row of numbers as one run of text. `script` changes the letters themselves: "nbsp",
    "thin", "soft" (hyphens), "ligatures".
    """

    paper: str = "a4"
    margin: float = 56.0
    size: float = 10.5
    leading: float = 1.3
    face: str = "sans"
    rules: str = "grid"  # "lines", "none"
    align: str = "centre"  # "left", "right"
    pages: str = "upright"
    split: str = "no"
    far: float = 0.0
    label_share: float = 0.16
    head_size: float = 7.5
    order: str = "natural"  # "numbers_last", "numbers_first", "shuffled"
    joined: bool = False
    script: str = "plain"
    running: bool = False
    footer: bool = True
    number: str = "right"  # where a block's big count stands: "above", "inline"
    number_size: float = 26.0
    justify: bool = False


def head_size(look: Look, table: Table) -> float:
    """The size at which no word of a table's headings need be broken, for engines that do not measure words."""
    across, along = PAPERS[look.paper]
    room = (across if look.pages == "upright" else along) - 2 * look.margin
    each = room * (1 - look.label_share * table.labelled) / len(table.headings) - 7
    longest = max(len(word) for head in table.headings for word in head.split())
    return max(min(look.head_size, each / (longest * 0.72)), 4.0)


def look_of(dice: random.Random) -> Look:
    """A look by dice."""
    return Look(
        paper=dice.choice(("a4", "a4", "a4", "us-letter")),
        margin=dice.choice((42.0, 56.0, 70.0)),
        size=dice.choice((9.5, 10.5, 11.0, 12.0)),
        leading=dice.choice((1.2, 1.3, 1.45)),
        face=dice.choice(("sans", "sans", "serif", "embedded")),
        rules=dice.choice(("grid", "grid", "lines", "none")),
        align=dice.choice(("centre", "centre", "right", "left")),
        pages=dice.choice(("upright", "wide", "sideways")),
        split=dice.choice(("no", "no", "no", "no", "bare", "repeated")),
        far=dice.choice((0.0, 0.0, 8.0, 40.0, 110.0)),
        label_share=dice.choice((0.14, 0.18, 0.24)),
        head_size=dice.choice((6.5, 7.5, 8.5)),
        order=dice.choice(("natural", "natural", "numbers_last", "numbers_first", "shuffled")),
        joined=dice.random() < 0.3,
        script=dice.choice(("plain", "plain", "plain", "nbsp", "thin", "soft", "ligatures")),
        running=dice.random() < 0.3,
        footer=dice.random() < 0.7,
        number=dice.choice(("right", "right", "above", "inline")),
        number_size=dice.choice((18.0, 26.0, 36.0)),
        justify=dice.random() < 0.2,
    )
