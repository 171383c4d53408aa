"""What showing the window must not import."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.process import python

SHOW = """
import sys
from pathlib import Path
from ombudsview.gui import app
assert "PySide6" not in sys.modules, "the first letter must be on its way before Qt is imported"
from ombudsview.gui.work.errands import Errands
from ombudsview.places import Places
from PySide6.QtWidgets import QApplication
qt = QApplication(["ombudsview"])
window = app.build(qt, Places.under(Path(sys.argv[1])), None, Errands())
window.refresh_welcome()
window.show()
if sys.argv[2]:
    from PySide6.QtCore import QTimer
    window.desk.read.connect(lambda: QTimer.singleShot(50, qt.quit))
    window.open_files([Path(sys.argv[2])])
    qt.exec()
    assert window.desk.review is not None
    assert "ombudsview.letters.kinds" not in sys.modules, "layouts are for the reader, and for letters of none"
else:
    qt.processEvents()
    assert "ombudsview.gui.letter.page" not in sys.modules
    assert "msgspec" not in sys.modules, "what talks to the reader comes after the window"
recognition = ["paper.ocr", "paper.recognise", "reading.again", "gui.again.rereading", "gui.letter.recognition"]
heavy = [*(f"ombudsview.{name}" for name in recognition), "onnxruntime"]
heavy += ["pymupdf", "matplotlib", "numpy", "sqlite_utils", "PySide6.QtNetwork", "PySide6.QtSvg", "PySide6.QtPrintSupport"]
found = [name for name in heavy if name in sys.modules]
from PySide6 import QtWidgets
made = [name for name in ("QWizard", "QStyle", "QMessageBox", "QFileDialog") if name in vars(QtWidgets)]
window.desk.bridge.close()
assert not found, found
# PySide makes its classes when they are first named, and all of them where it must guess what a widget of Qt's own is.
assert not made, made
"""


def test_the_empty_window(tmp_path: Path) -> None:
    done = python(SHOW, str(tmp_path), "")
    assert done.returncode == 0, done.stderr


def test_the_window_with_a_letter(tmp_path: Path) -> None:
    from ombudsview.places import resources

    done = python(SHOW, str(tmp_path), str(resources() / "sample-letter.pdf"))
    assert done.returncode == 0, done.stderr
