from __future__ import annotations

import re
from dataclasses import fields

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui.letter.route import Route
from ombudsview.gui.letter.thread import Thread
from ombudsview.gui.style import theme
from ombudsview.gui.style.theme import DARK, LIGHT, Theme
from ombudsview.trends.palette import PRINT
from tests.helpers.contrast import ON_PAPER, PAIRS, SHAPE, ratio
from tests.helpers.process import ROOT


def test_the_ratio_is_that_of_the_guidelines() -> None:
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert ratio("#0000ff", "#ffff00") == ratio("#ffff00", "#0000ff") == pytest.approx(8.0, abs=0.1)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("one", "other", "least"), sorted(set(PAIRS)))
def test_every_pair_reaches_its_ratio(colours: Theme, one: str, other: str, least: float) -> None:
    assert ratio(getattr(colours, one), getattr(colours, other)) >= least


@pytest.mark.parametrize(("one", "other", "least"), ON_PAPER)
def test_what_is_lit_on_paper_stands_out(one: str, other: str, least: float) -> None:
    assert ratio(getattr(LIGHT, one), getattr(LIGHT, other)) >= least


def test_every_colour_of_a_theme_is_measured() -> None:
    measured = {name for one, other, _ in (*PAIRS, *ON_PAPER) for name in (one, other)}
    assert {field.name for field in fields(Theme)} - measured == {"dark"}, "which is no colour"


def test_no_colour_is_named_but_in_the_theme() -> None:
    named = [
        path.name
        for path in (ROOT / "ombudsview" / "gui").rglob("*.py")
        if re.search(r"[\"\']#[0-9a-fA-F]{3,8}\b", path.read_text("utf-8"))
    ]
    assert named == ["theme.py"]


@pytest.mark.parametrize("ink", ["ink", "soft", "own", "similar"])
def test_charts_on_paper_can_be_read(ink: str) -> None:
    assert ratio(getattr(PRINT, ink), PRINT.surface) >= 4.5


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("under", ["paper", "canvas", "panel"])
def test_the_thread_is_seen_on_whatever_it_crosses(qtbot: QtBot, qapp: QApplication, dark: bool, under: str) -> None:
    theme.apply(qapp, "dark" if dark else "light")
    ground = getattr(DARK if dark else LIGHT, under)
    place = QWidget()
    qtbot.addWidget(place)
    place.setStyleSheet(f"background: {ground}")
    place.resize(400, 200)
    thread = Thread(place)
    thread.join(Route(QPointF(10, 100), QPointF(30, 100), QPointF(390, 100)))
    place.show()
    image = place.grab().toImage()
    seen = [
        x for x in range(20, 380) if max(ratio(image.pixelColor(x, y).name(), ground) for y in range(96, 105)) >= SHAPE
    ]
    theme.apply(qapp, "light")
    assert len(seen) >= 360 // 5  # a dot at every five pixels
