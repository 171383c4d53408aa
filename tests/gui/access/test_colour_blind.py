"""States, highlights and the chart as they look to eyes that miss a colour, or all of them."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ombudsview.gui.letter.progress import ORDER, WEAVE
from ombudsview.gui.letter.thread import INKS_OF
from ombudsview.gui.style.marks import MARKS, paint_mark, state_word
from ombudsview.gui.style.theme import DARK, LIGHT, Theme
from ombudsview.review.states import State
from tests.helpers.contrast import luminance, ratio

# Viénot, Brettel and Mollon (1999) for the first two, Machado, Oliveira and Fernandes (2009, severity 1) for the third, and no colour
# at all: each row gives one channel of linear light from the three that are there.
EYES = {
    "no red": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "no green": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
}
SIZE = 32


def seen(colour: str, eyes: str) -> str:
    """A colour as such eyes see it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    changed = (min(1.0, max(0.0, sum(k * x for k, x in zip(row, light, strict=True)))) for row in EYES[eyes])
    back = (12.92 * x if x <= 0.0031308 else 1.055 * x ** (1 / 2.4) - 0.055 for x in changed)
    return "#" + "".join(f"{round(255 * x):02x}" for x in back)


def drawn(state: State) -> bytes:
    """A state's mark in black on white: its shape, and nothing of its colour."""
    image = QImage(SIZE, SIZE, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_mark(painter, state, QRectF(0, 0, SIZE, SIZE), QColor("black"))
    painter.end()
    return b"".join(bytes(image.constScanLine(y))[:SIZE] for y in range(SIZE))


def test_every_state_has_a_shape_and_a_word_of_its_own(qapp: QApplication) -> None:
    shapes = {state: drawn(state) for state in State}
    for one, other in combinations(State, 2):
        differing = sum(abs(a - b) > 128 for a, b in zip(shapes[one], shapes[other], strict=True))
        assert differing > 30, f"{one} looks like {other}"  # of 1024 pixels
        assert state_word(one) != state_word(other)
    assert set(MARKS) == set(State)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("eyes", EYES)
def test_no_state_fades_for_any_eyes(theme: Theme, eyes: str) -> None:
    for state in State:
        assert ratio(seen(theme.of_state(state).name(), eyes), seen(theme.panel, eyes)) >= 3, state


@pytest.mark.parametrize("eyes", EYES)
def test_the_focus_on_paper_stands_out_for_any_eyes(eyes: str) -> None:
    for state in State:
        outline = seen(LIGHT.of_state(state).name(), eyes)
        assert ratio(outline, seen(LIGHT.paper, eyes)) >= 3
        assert ratio(outline, seen(LIGHT.source, eyes)) >= 3


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("eyes", EYES)
def test_the_thread_to_the_source_does_not_fade_for_any_eyes(colours: Theme, eyes: str) -> None:
    """One of its inks stands out on whatever it crosses: paper, the ground around it, the fields."""
    inks = [seen(ink, eyes) for ink, _ in INKS_OF[colours.dark]]
    for ground in ("paper", "canvas", "panel", "row"):
        under = seen(getattr(colours, ground), eyes)
        assert max(ratio(ink, under) for ink in inks) >= 3, ground


def test_lengths_of_the_bar_differ_by_more_than_colour() -> None:
    assert set(WEAVE) == set(ORDER[:-1])
    assert len(set(WEAVE.values())) == len(WEAVE)


def test_grey_is_grey_and_white_stays_white() -> None:
    assert seen("#0b5cad", "grey") == "#" + seen("#0b5cad", "grey")[1:3] * 3
    assert luminance(seen("#0b5cad", "grey")) == pytest.approx(luminance("#0b5cad"), abs=0.005)
    for eyes in EYES:
        assert ratio(seen("#ffffff", eyes), "#ffffff") < 1.02
