"""A photographed page in the shade, with the desk around it, tells its angle as a scanned one does."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("onnxruntime", reason="recognition is not installed: pip install ombudsview[ocr]")

from PIL import Image

from ombudsview.paper.recognise.engine import Grey
from ombudsview.paper.recognise.light import evened
from ombudsview.paper.recognise.straight import slants
from tests.paper.recognise.test_straight import page


def _photographed(angle: float) -> Grey:
    """The page turned on a dark desk, its lower right corner in the shade."""
    turned = np.asarray(Image.fromarray(page()).rotate(-angle, Image.Resampling.BICUBIC, expand=True, fillcolor=60))
    rows, columns = turned.shape
    shade = 1 - 0.45 * np.linspace(0, 1, rows)[:, None] * np.linspace(0.4, 1, columns)[None, :]
    taken: Grey = (turned * shade).astype(np.uint8)
    return np.pad(taken, 150, constant_values=50)


@pytest.mark.parametrize("angle", [-2.5, 0.0, 1.5])
def test_the_angle_of_a_photographed_page_is_found(angle: float) -> None:
    photographed = _photographed(angle)
    # The edges of the paper run both ways; which way the text runs is told by its lines, later.
    [found] = [slant for slant, sideways in slants(evened(photographed)) if not sideways]
    assert found == pytest.approx(angle, abs=0.1)


def test_its_ground_is_white_and_its_print_is_not() -> None:
    even = evened(_photographed(0.0))
    assert np.median(even[:100]) > 240
    assert np.median(even[-600:-200, -600:-200]) > 240
    assert even.min() < 100


def test_a_scanned_page_stays_as_it_is() -> None:
    scanned = page()
    assert evened(scanned) is scanned
    darker: Grey = (scanned * 0.7).astype(np.uint8)
    assert evened(darker) is darker
