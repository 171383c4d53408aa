"""The window at 1366 x 768 with text at 200%, and in a language that is two fifths longer: nothing is cut off, nothing overlaps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QPushButton,
    QWidget,
)

from ombudsview.gui.dialogs.about import AboutDialog
from ombudsview.gui.dialogs.access import AccessSheet
from ombudsview.gui.dialogs.finish import FinishDialog
from ombudsview.gui.dialogs.keys import KeySheet
from ombudsview.gui.dialogs.password import PasswordDialog
from ombudsview.gui.dialogs.published import PublishedDialog
from ombudsview.gui.record.holding import Holding
from ombudsview.gui.record.reconciling import Question
from ombudsview.gui.style import theme
from ombudsview.gui.style.elided import Elided
from ombudsview.places import Places
from ombudsview.published.compare import Comparison
from ombudsview.published.hold import Held, Outcome
from ombudsview.published.table import Place
from tests.helpers.pseudo import Pseudo
from tests.stories.conftest import Officer
from tests.stories.questions import QUESTIONS
from tests.stories.test_access import PAGES, turn_to

SCREEN = QSize(1366, 768)
FRAME = QSize(16, 48)


@pytest.fixture(params=["as usual", "text at 200%", "longer words"])
def officer(request: pytest.FixtureRequest, qapp: QApplication, sits_down) -> Iterator[Officer]:
    """An officer before a small screen; with larger text, or in another language."""
    usual, pseudo = qapp.font(), Pseudo()
    if request.param == "text at 200%":
        font = qapp.font()
        font.setPixelSize(2 * QFontInfo(usual).pixelSize())
        qapp.setFont(font)
    if request.param == "longer words":
        QCoreApplication.installTranslator(pseudo)
    officer = sits_down()
    officer.window.resize(SCREEN - FRAME)
    yield officer
    QCoreApplication.removeTranslator(pseudo)
    qapp.setFont(usual)
    theme.apply(qapp, "light")


def cut_off(within: QWidget) -> list[tuple[str, str, QSize, QSize]]:
    """Words that have less room than they need: their text, what they have, what they need."""
    short = []
    for widget in within.findChildren(QWidget):
        if isinstance(widget, Elided):
            continue  # the name of a file, which is whole in its tooltip
        if not isinstance(widget, QLabel | QPushButton | QCheckBox) or not widget.isVisible() or not widget.text():
            continue
        needs = widget.sizeHint()
        if isinstance(widget, QLabel) and widget.wordWrap():
            needs = QSize(0, widget.heightForWidth(widget.width()))
        if widget.width() < needs.width() or widget.height() < needs.height():
            short.append((type(widget).__name__, widget.text(), widget.size(), needs))
    return short


def overlapping(within: QWidget) -> list[tuple[str, str]]:
    """Words and buttons that lie over others, where neither floats."""
    shown = [
        (widget, QRect(widget.mapTo(within, QPoint(0, 0)), widget.size()).intersected(region_of(widget, within)))
        for widget in within.findChildren(QWidget)
        if isinstance(widget, QLabel | QAbstractButton) and widget.isVisible() and widget.text() and not floats(widget)
    ]
    return [
        (one.text(), other.text())
        for number, (one, place) in enumerate(shown)
        for other, where in shown[number + 1 :]
        if place.intersects(where) and not one.isAncestorOf(other)
    ]


def region_of(widget: QWidget, within: QWidget) -> QRect:
    seen = widget.visibleRegion().boundingRect()
    return seen.translated(widget.mapTo(within, QPoint(0, 0)))


def floats(widget: QWidget) -> bool:
    """Whether it lies on something that is meant to lie over the page."""
    while (widget := widget.parentWidget()) is not None:
        if type(widget).__name__ == "Notice":
            return True
    return False


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_cut_off_and_nothing_overlaps(officer: Officer, page: str) -> None:
    turn_to(officer, page)
    QApplication.processEvents()
    window = officer.window
    assert window.width() <= SCREEN.width()
    assert window.height() <= SCREEN.height()
    assert not cut_off(window)
    assert not overlapping(window)


def _published() -> PublishedDialog:
    return PublishedDialog(Holding(Places.chosen(None)), lambda: "")


def _compared() -> PublishedDialog:
    """With figures, and much that was left out."""
    dialog = _published()
    held = Held(
        "a",
        "Mereford Borough Council",
        "upheld_rate",
        Outcome.DIFFERS,
        "57%",
        "62.5%",
        Place("Decided", "I4"),
        "Look. " * 30,
    )
    notes = tuple(f"No figure that letters give is meant by “Heading {number}”." for number in range(9))
    dialog.show()
    dialog.work.done.emit(Comparison("2020-03-31", (held,) * 30, 1, notes=notes, saved=("2020-03-31",)))
    return dialog


def _asked_for_the_year() -> PublishedDialog:
    dialog = _published()
    dialog.work.asked.emit(Question((), ("2020-03-31", "2019-03-31")))
    return dialog


DIALOGS = {
    "published": _published,
    "compared": _compared,
    "asked for the year": _asked_for_the_year,
    "keys": KeySheet,
    "accessibility": AccessSheet,
    "finish": lambda: FinishDialog("3 fields are open.", ["Upheld rate"] * 3),
    "password": lambda: PasswordDialog("letter.pdf", 2),
    "about": lambda: AboutDialog(("no network", "no files")),
    **QUESTIONS,
}


@pytest.mark.parametrize("make", DIALOGS.values(), ids=DIALOGS)
def test_dialogs_fit_the_screen_and_their_words_fit_them(officer: Officer, make, qtbot) -> None:
    dialog: QDialog = make()
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height() - FRAME.height()
    assert not cut_off(dialog)
