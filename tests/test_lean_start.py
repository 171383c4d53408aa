"""What a start must not load: showing the window waits for nothing that only a letter, a chart or a save needs."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.process import python

_SHOWN = """
import sys
from pathlib import Path
from ombudsview.paper.worker import Worker
from ombudsview.places import Places
with Worker.start() as worker:
    from PySide6.QtWidgets import QApplication
    from ombudsview.gui import app
    from ombudsview.gui.work.errands import Errands
    application = QApplication(["ombudsview"])
    window = app.build(application, Places.under(Path(sys.argv[1])), worker, Errands())
    window.refresh_welcome()
    window.show()
    application.processEvents()
    print("\\n".join(sorted({name.partition(".")[0] for name in sys.modules})))
    window.desk.bridge.close()
    window.desk.keeping.close()
"""
HEAVY = {"pymupdf", "matplotlib", "numpy", "sqlite_utils"}


def test_showing_the_window_loads_nothing_heavy(tmp_path: Path) -> None:
    done = python(_SHOWN, str(tmp_path))
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert {"PySide6", "ombudsview"} <= loaded
    assert not loaded & HEAVY


def test_the_door_of_the_reader_loads_no_qt() -> None:
    done = python(
        "import sys, ombudsview.__main__, ombudsview.reading.child, ombudsview.paper.worker; print(*sys.modules)"
    )
    assert done.returncode == 0, done.stderr
    assert "ombudsview.reading.child" in done.stdout.split()
    assert not {"PySide6", "pymupdf"} & set(done.stdout.split())
