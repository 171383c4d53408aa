"""What can only be a figure is made one; words stay words."""

from __future__ import annotations

import pytest

pytest.importorskip("onnxruntime", reason="recognition is not installed: pip install ombudsview[ocr]")

from ombudsview.paper.recognise.spell import Sign, as_figures


def _signs(text: str) -> list[Sign]:
    return [Sign(sign, float(place), 0.99) for place, sign in enumerate(text)]


@pytest.mark.parametrize(
    ("spelt", "meant"),
    [
        ("O", "0"),
        ("o", "0"),
        ("1O", "10"),
        ("l", "1"),
        ("2l", "21"),
        ("1,O50", "1,050"),
        ("57%", "57%"),
        ("1OO%", "100%"),
    ],
)
def test_signs_in_figures_are_figures(spelt: str, meant: str) -> None:
    assert "".join(sign.text for sign in as_figures(_signs(spelt))) == meant


@pytest.mark.parametrize("text", ["Ombudsman", "Of", "Ill", "2005/06", "LS", "OO", "Io"])
def test_words_stay_as_they_are(text: str) -> None:
    assert as_figures(_signs(text)) == _signs(text)


def test_a_stroke_made_a_figure_is_unsure() -> None:
    assert [sign.chance for sign in as_figures(_signs("2l"))] == [0.99, 0.5]
