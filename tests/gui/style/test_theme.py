"""What the themes do to Qt's own parts."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QToolButton
from pytestqt.qtbot import QtBot

from ombudsview.gui.style import theme
from tests.helpers.contrast import SHAPE, ratio
from tests.helpers.process import ROOT


@pytest.fixture(params=["light", "dark"])
def dressed(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[theme.Theme]:
    yield theme.apply(qapp, request.param)
    theme.apply(qapp, "light")


def test_the_arrows_of_qts_own_file_dialog_are_seen_in_each_theme(dressed: theme.Theme, qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    for name in ("backButton", "toParentButton"):
        button = dialog.findChild(QToolButton, name)
        button.setEnabled(True)
        picture = button.grab().toImage()
        colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
        assert max(ratio(colour, dressed.panel) for colour in colours) >= SHAPE


def test_every_widget_of_our_own_that_names_its_ground_has_it_drawn() -> None:
    """Qt draws the style sheet's ground of a class derived from `QWidget` only where it is told to."""
    bare = []
    for path in sorted((ROOT / "ombudsview" / "gui").rglob("*.py")):
        for part in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(part, ast.ClassDef) and any(ast.unparse(base) == "QWidget" for base in part.bases):
                said = ast.unparse(part)
                if "self.setProperty('surface'" in said and "WA_StyledBackground" not in said:
                    bare.append(part.name)
    assert bare == []
