"""What this program is made of, and what holds the reader process in."""

from __future__ import annotations

import platform
import sqlite3
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from ombudsview import __version__
from ombudsview.authorities import CREDIT
from ombudsview.gui.style.heading import Heading
from ombudsview.gui.style.theme import UNIT, type_size
from ombudsview.gui.style.words import QT_TRANSLATE_NOOP

_ABOUT = QT_TRANSLATE_NOOP(
    "About",
    "Checks the Ombudsman's annual letters against their printed lines, keeps them, and shows the trend. It runs on this "
    "machine alone, makes no network connections, and is not connected with the Ombudsman.",
)


def facts(holds: tuple[str, ...]) -> str:
    """Versions and limits as plain text, to read and to copy."""
    parts = [
        f"OmbudsView {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, SQLite {sqlite3.sqlite_version}",
        f"PyMuPDF {_version('pymupdf')}, matplotlib {_version('matplotlib')}",
        platform.platform(),
    ]
    if holds:
        parts.append(
            QCoreApplication.translate(
                "About",
                "Letters are read by a process apart that is kept from harming this machine; its limits, for support: {limits}",
            ).format(limits=", ".join(holds))
        )
    return "\n".join(parts)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"


class AboutDialog(QDialog):
    """Versions of what is inside, which can be copied, and whose lists the register was made from."""

    def __init__(self, holds: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About OmbudsView"))
        self.setMinimumWidth(min(type_size(460), self.screen().availableSize().width() - 2 * UNIT))
        title = Heading("OmbudsView", self, look="title")
        about = QLabel(QCoreApplication.translate("About", _ABOUT), self)
        text = facts(holds)
        inside = QLabel(text, self)
        inside.setProperty("ink", "soft")
        inside.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        licence = QLabel(
            self.tr("Free software under the GNU Affero General Public License, version 3 or later."), self
        )
        licence.setProperty("ink", "soft")
        credit = QLabel(CREDIT, self)
        credit.setProperty("ink", "soft")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(text))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT + 4)
        for words in (title, about, inside, licence, credit):
            words.setWordWrap(True)
            column.addWidget(words)
        column.addWidget(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Words that wrap say only now how high they are."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))
