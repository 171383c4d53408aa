"""What the window says of itself: versions, limits, licence, and the credit that the register's lists ask for."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ombudsview import __version__
from ombudsview.authorities import CREDIT
from ombudsview.gui.dialogs.about import AboutDialog


def test_versions_limits_licence_and_credit_are_told(qtbot: QtBot) -> None:
    dialog = AboutDialog(("no network", "no files"))
    qtbot.addWidget(dialog)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(f"OmbudsView {__version__}" in words and "no network, no files" in words for words in said)
    assert any("GNU Affero General Public License" in words for words in said)
    assert CREDIT in said
    assert "mySociety (CC BY 4.0)" in CREDIT
    assert "Open Government Licence v3.0" in CREDIT


def test_the_versions_can_be_copied(qtbot: QtBot) -> None:
    dialog = AboutDialog(())
    qtbot.addWidget(dialog)
    (copy,) = (button for button in dialog.findChildren(QPushButton) if button.text() == "Copy")
    copy.click()
    assert QApplication.clipboard().text().startswith(f"OmbudsView {__version__}\n")
