"""The angle at which a page lay is found to a twentieth of a degree, small angles included."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("onnxruntime", reason="recognition is not installed: pip install ombudsview[ocr]")

from PIL import Image

from ombudsview.paper.recognise.engine import Grey
from ombudsview.paper.recognise.straight import slants


def page() -> Grey:
    """Lines of small marks in two narrow columns: not much to tell an angle by."""
    page = np.full((2200, 1700), 245, np.uint8)
    dice = np.random.default_rng(3)
    for row in range(200, 2000, 47):
        for left in (150, 700):
            column, right = left, left + int(dice.integers(80, 400))
            while column < right:
                wide = int(dice.integers(4, 16))
                page[row : row + int(dice.integers(12, 20)), column : column + wide] = 30
                column += wide + int(dice.integers(3, 12))
    return page


@pytest.mark.parametrize("angle", [0.0, 0.1, -0.15, 0.25, -0.6, 1.2])
def test_the_angle_is_found(angle: float) -> None:
    turned = np.asarray(Image.fromarray(page()).rotate(-angle, Image.Resampling.BICUBIC, fillcolor=245))
    found, sideways = slants(turned)[0]
    assert found == pytest.approx(angle, abs=0.06)
    assert not sideways
