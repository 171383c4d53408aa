"""Pictures written without a library are what a library reads back."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pytest
from PIL import Image

from ombudsview.reports.committee.png import INK, encoded, outlined

WHITE = (255, 255, 255)


@dataclass
class Grey:
    """A grey picture with a black pixel at its top left and rows longer than they need be."""

    width: int
    height: int

    @property
    def stride(self) -> int:
        return 3 * self.width + 5

    @property
    def pixels(self) -> memoryview:
        row = bytes([200] * (3 * self.width)) + b"\x01\x02\x03\x04\x05"
        return memoryview(bytes(3) + (row * self.height)[3:])


def read(png: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(png))
    image.load()
    return image


def test_rows_come_back_as_they_were() -> None:
    image = read(encoded([bytearray(b"\x00\x01\x02\x03\x04\x05"), bytearray(b"\x06\x07\x08\x09\x0a\x0b")]))
    assert (image.size, image.mode) == ((2, 2), "RGB")
    assert [image.getpixel((x, y)) for y in (0, 1) for x in (0, 1)] == [(0, 1, 2), (3, 4, 5), (6, 7, 8), (9, 10, 11)]


def test_the_outline_goes_round_a_rectangle_and_touches_nothing_of_it() -> None:
    image = read(outlined(Grey(20, 10), [(4, 3, 9, 7)], 2, 6))
    assert image.size == (32, 22)
    assert image.getpixel((0, 0)) == WHITE  # the border
    assert image.getpixel((6, 6)) == (0, 0, 0)
    inside = [(x, y) for x in range(4, 9) for y in range(3, 7)]
    assert all(image.getpixel((6 + x, 6 + y)) == (200, 200, 200) for x, y in inside)
    around = [(x, y) for x in range(2, 11) for y in range(1, 9) if (x, y) not in inside]
    assert len(around) == 52
    assert all(image.getpixel((6 + x, 6 + y)) == tuple(INK) for x, y in around)
    assert image.getpixel((6 + 11, 6 + 9)) == (200, 200, 200)


def test_an_outline_at_the_edge_lies_in_the_border() -> None:
    image = read(outlined(Grey(20, 10), [(0, 0, 20, 10)], 2, 3))
    assert image.getpixel((1, 1)) == tuple(INK)
    assert image.getpixel((0, 0)) == WHITE
    assert image.getpixel((3, 3)) == (0, 0, 0)


def test_a_rectangle_beyond_the_picture_is_cut_off() -> None:
    assert read(outlined(Grey(20, 10), [(-50, -50, 500, 500)], 2, 3)).size == (26, 16)


@pytest.mark.parametrize(("turn", "corner"), [(0, (0, 0)), (90, (9, 0)), (180, (19, 9)), (270, (0, 19))])
def test_it_is_turned_clockwise(turn: int, corner: tuple[int, int]) -> None:
    image = read(outlined(Grey(20, 10), [], 1, 0, turn))
    assert image.size == ((20, 10) if turn in (0, 180) else (10, 20))
    assert image.getpixel(corner) == (0, 0, 0)
