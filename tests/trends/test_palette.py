from dataclasses import astuple

import pytest

from ombudsview.gui.style.theme import DARK, LIGHT
from ombudsview.gui.trends.canvas import palette_of
from ombudsview.trends.palette import PRINT

PALETTES = [PRINT, palette_of(LIGHT), palette_of(DARK)]

# Machado, Oliveira and Fernandes (2009), severity 1: linear RGB as such an eye sees it.
EYES = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour):
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", PALETTES)
def test_text_and_marks_stand_out_from_the_surface(palette):
    assert all(colour.startswith("#") and len(colour) == 7 for colour in astuple(palette))
    assert contrast(palette.ink, palette.surface) >= 7
    assert contrast(palette.soft, palette.surface) >= 4.5
    # The lines' names are text in the lines' colours.
    assert contrast(palette.own, palette.surface) >= 4.5
    assert contrast(palette.similar, palette.surface) >= 4.5


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("palette", PALETTES)
def test_the_two_lines_are_told_apart_by_colour_blind_eyes(palette, eye):
    seen = [
        [sum(weight * part for weight, part in zip(row, linear(colour), strict=True)) for row in EYES[eye]]
        for colour in (palette.own, palette.similar)
    ]
    assert sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5 > 0.15
