"""What is imported before it is needed: in which thread, and that none of it is what a window must not hold."""

from __future__ import annotations

from tests.helpers.process import python

BEHIND = """
import sys
from ombudsview.gui import warming
before = set(sys.modules)
warming.behind()
warming.further()
new = set(sys.modules) - before
assert "ombudsview.review.journal" in new and "ombudsview.trends.drawing" in new
assert "rapidfuzz" in new and "ombudsview.letters.kinds" in new
print(*(name for name in new if name.startswith(("PySide6", "ombudsview.gui", "matplotlib", "numpy", "pymupdf"))))
"""

HERE = """
import sys, threading
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from ombudsview.gui import warming
application = QCoreApplication([])
loop = QEventLoop()
done = []
warm = warming.Warming(done.append, application)
warm.start()
there = lambda: all(f"ombudsview.gui.{name}" in sys.modules for name in warming.PAGES)
watch = QTimer(interval=20)
watch.timeout.connect(lambda: there() and loop.quit())
watch.start()
QTimer.singleShot(20_000, loop.quit)
loop.exec()
assert there()
assert done == [warming.behind, warming.further]
print(*({"matplotlib", "numpy", "pymupdf", "sqlite_utils"} & set(sys.modules)))
"""


def test_what_is_imported_in_another_thread_brings_no_window_and_nothing_heavy() -> None:
    done = python(BEHIND)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


def test_the_pages_are_imported_one_after_another_and_nothing_heavy_with_them() -> None:
    done = python(HERE)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""
