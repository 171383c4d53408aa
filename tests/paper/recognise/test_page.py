"""A page is read the way its lines run, also where its columns make it look as if it lay on its side."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("onnxruntime", reason="recognition is not installed: pip install ombudsview[ocr]")

from ombudsview.paper.recognise import page
from ombudsview.paper.recognise.engine import Engine, Grey
from ombudsview.paper.recognise.find import Strip

ACROSS, UPRIGHT = Strip(10, 10, 200, 30), Strip(10, 10, 30, 200)


@pytest.mark.parametrize(
    ("upright", "turned", "turn"), [(ACROSS, UPRIGHT, 0), (UPRIGHT, ACROSS, 90), (UPRIGHT, UPRIGHT, 90)]
)
def test_the_lines_found_tell_which_way_they_run(
    monkeypatch: pytest.MonkeyPatch, upright: Strip, turned: Strip, turn: int
) -> None:
    picture: Grey = np.full((400, 300), 245, np.uint8)
    monkeypatch.setattr(page, "slants", lambda _: [(0.0, True), (0.0, False)])
    monkeypatch.setattr(page, "find", lambda _, level: [upright] if level.shape == (400, 300) else [turned])
    level, strips, angle, found = page._level(object.__new__(Engine), picture, 2.0)
    assert found == turn
    assert strips == [turned if turn else upright]
    assert level.shape == ((300, 400) if turn else (400, 300))
    assert angle == 0.0
