"""Cells on their way between the processes: what a sheet cannot hold is not believed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombudsview.paper.cells import MOST_CELLS, Cell, Grid, Merged, NotCells, Workbook, address, decode, encode

VALUES = st.one_of(st.floats(allow_nan=False, allow_infinity=False), st.text(min_size=1, max_size=30))
PLACES = st.lists(st.tuples(st.integers(1, 1 << 20), st.integers(1, 1 << 14)), unique=True, max_size=20)


@given(PLACES, st.data())
def test_cells_come_through_whole(places: list[tuple[int, int]], data: st.DataObject) -> None:
    cells = tuple(Cell(row, column, data.draw(VALUES)) for row, column in sorted(places))
    book = Workbook((Grid("All", cells, (Merged(1, 1, 2, 3),)), Grid("", ())))
    assert decode(encode(book)) == book


@pytest.mark.parametrize(
    "cells",
    [
        (Cell(0, 1, "a"),),
        (Cell(1, 1 << 15, "a"),),
        (Cell(1, 1, ""),),
        (Cell(1, 1, "a" * 3000),),
        (Cell(1, 1, float("nan")),),
        (Cell(1, 1, float("inf")),),
        (Cell(2, 1, "a"), Cell(1, 1, "b")),
        (Cell(1, 1, "a"), Cell(1, 1, "b")),
        tuple(Cell(1 + n // 100, 1 + n % 100, 1.0) for n in range(MOST_CELLS + 1)),
    ],
)
def test_what_cannot_be_is_refused(cells: tuple[Cell, ...]) -> None:
    with pytest.raises(NotCells):
        decode(encode(Workbook((Grid("All", cells),))))


@pytest.mark.parametrize(
    "data", [b"", b"\xc0", b"\x91\x91\x93", encode(Workbook((Grid("", (), (Merged(5, 1, 2, 1),)),)))]
)
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(NotCells):
        decode(data)


@pytest.mark.parametrize(
    ("place", "name"), [((1, 1), "A1"), ((27, 6), "F27"), ((3, 26), "Z3"), ((3, 27), "AA3"), ((9, 16384), "XFD9")]
)
def test_a_cells_address(place: tuple[int, int], name: str) -> None:
    assert address(*place) == name
