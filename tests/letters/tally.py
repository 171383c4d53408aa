"""Adds grades up and prints them as a table: by layout, by engine, by change; kept-back wordings apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tests.letters.grade import Grade

_HEAD = (
    "", "letters", "kind", "fields", "right", "%", "missing", "wrong", "doubted", "WITHOUT DOUBT", "boxes", "wrong boxes",
    "strays",
)  # fmt: skip


@dataclass(frozen=True)
class Sum:
    """The sums over some letters. `unsaid` are wrong without a doubt, contradictions that nobody mentioned included."""

    letters: int
    kinds: int
    fields: int
    right: int
    missing: int
    wrong: int
    doubted: int
    unsaid: int
    boxes: int
    wrong_boxes: int
    strays: int

    @property
    def share(self) -> float:
        """Fields right, of 100 that the letters print."""
        return 100 * self.right / self.fields if self.fields else 0.0


def total(grades: Iterable[Grade]) -> Sum:
    """The sums over these letters."""
    grades = tuple(grades)
    marks = [mark for one in grades for mark in one.marks]
    wrong = [mark for mark in marks if mark.verdict in ("wrong", "silent")]
    return Sum(
        len(grades),
        sum(one.kind for one in grades),
        len(marks),
        sum(mark.verdict == "right" for mark in marks),
        sum(mark.verdict == "missing" for mark in marks),
        len(wrong),
        sum(mark.doubted for mark in marks),
        sum(not mark.doubted for mark in wrong),
        sum(mark.box == "right" for mark in marks),
        sum(mark.box == "wrong" for mark in marks),
        sum(one.strays for one in grades),
    )


def table(grades: Sequence[Grade]) -> str:
    """The report."""
    rows: list[tuple[str, ...]] = [_HEAD]
    ways: tuple[tuple[str, Callable[[Grade], str]], ...] = (
        ("layout", lambda one: one.era),
        ("engine", lambda one: one.engine),
        ("change", lambda one: one.change or "none"),
        ("layout x engine", lambda one: f"{one.era} {one.engine}"),
    )
    for title, group in ways:
        rows.append((f"-- by {title}",))
        names = sorted({group(one) for one in grades})
        rows += [_row(name, total(one for one in grades if group(one) == name)) for name in names]
    rows.append(("-- by wording",))
    for name, held in (("open", False), ("kept back", True)):
        some = [one for one in grades if one.held == held]
        eras = sorted({one.era for one in some})
        rows += [_row(f"{name}: {era}", total(one for one in some if one.era == era)) for era in eras]
        rows.append(_row(f"{name}: all", total(some)))
    rows.append(_row("ALL", total(grades)))
    widths = [max(len(row[place]) for row in rows if len(row) > place) for place in range(len(_HEAD))]
    widths[0] = max(len(row[0]) for row in rows)
    return "\n".join(_line(row, widths) for row in rows)


def _row(name: str, so: Sum) -> tuple[str, ...]:
    numbers = (so.missing, so.wrong, so.doubted, so.unsaid, so.boxes, so.wrong_boxes, so.strays)
    return (name, str(so.letters), str(so.kinds), str(so.fields), str(so.right), f"{so.share:.1f}", *map(str, numbers))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = row
    return "  ".join(
        (first.ljust(widths[0]), *(part.rjust(wide) for part, wide in zip(rest, widths[1:], strict=False)))
    ).rstrip()
