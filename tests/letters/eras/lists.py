"""The tables of a letter set as lists of labels and figures, in the ways that word processors invite to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.letters.eras.book import Lines, Para, Part, Row, Sides, Table
from tests.letters.wording import Run, Text

FORMS = ("dots", "glued", "spaced-dots", "colon", "dash", "below", "above", "aside", "before", "one-column")
"""How a label and its figure stand: dots between them, run together or not; a colon; the figure on a line below or above, at the
other side of the page, before the label; a table of one column."""


def as_lists(parts: Iterable[Part], form: str) -> tuple[Part, ...]:
    """The parts, each table that has a figure for each of its headings as lists of that form."""
    return tuple(piece for part in parts for piece in (_list(part, form) if isinstance(part, Table) else (part,)))


def _list(table: Table, form: str) -> Iterator[Part]:
    named = [row for row in table.rows if any(run.key for cell in row.cells for run in cell)]
    if not named:
        yield table
        return
    if form == "one-column":
        across = zip(*(row.cells for row in named), strict=True)
        labels = [_plain(row.label) or "Number" for row in named]
        rows = tuple(Row((Run(head),), tuple(cells)) for head, cells in zip(table.headings, across, strict=True))
        yield Table(tuple(labels), rows, "")
        return
    for row in named:
        if len(named) > 1:
            yield Para("body", row.label)
        yield from _column([*zip(table.headings, row.cells, strict=True)], form)


def _column(pairs: list[tuple[str, Text]], form: str) -> Iterator[Part]:
    match form:
        case "below" | "above":
            for label, figure in pairs:
                both = (Para("body", (Run(label),)), Para("body", _shown(figure)))
                yield from both if form == "below" else reversed(both)
        case "aside":
            for label, figure in pairs:
                yield Sides((Run(label),), _shown(figure), "body")
        case _:
            yield Lines(tuple(_line(label, figure, form) for label, figure in pairs))


def _line(label: str, figure: Text, form: str) -> Text:
    match form:
        case "dots":
            return (Run(f"{label} {'.' * max(4, 60 - len(label))} "), *figure)
        case "glued":
            return (Run(f"{label}{'.' * max(4, 50 - len(label))}"), *figure)
        case "spaced-dots":
            return (Run(f"{label} {'. ' * max(4, 30 - len(label) // 2)}"), *figure)
        case "colon":
            return (Run(f"{label}: "), *figure)
        case "dash":
            return (Run(f"{label} \N{EN DASH} "), *figure)
        case "before":
            return (*figure, Run(f" {label}"))
    raise ValueError(form)


def _shown(figure: Text) -> Text:
    """A blank cell is a line with a dash where figures stand on lines of their own."""
    return figure if _plain(figure).strip() else (Run("-"),)


def _plain(words: Text) -> str:
    return "".join(run.text for run in words)
