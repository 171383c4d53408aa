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
asked = []
def rows(enough):
    asked.append((enough, "ombudsview.gui.trends.page" in sys.modules))
    return len([one for one in asked if one[0] == enough]) > 3
warm = warming.Warming(done.append, application, rows)
warm.start()
for_most = lambda: [late for enough, late in asked if enough == warming.MOST_ROWS]
there = lambda: len(for_most()) > 3 and all(f"ombudsview.gui.{name}" in sys.modules for name in warming.PAGES)
watch = QTimer(interval=20)
watch.timeout.connect(lambda: there() and loop.quit())
watch.start()
QTimer.singleShot(20_000, loop.quit)
loop.exec()
assert there()
assert done == [warming.behind, warming.further]
assert asked[:4] == [(warming.USUAL_ROWS, False)] * 4, "the rows come first"
assert all(for_most()), "rows for the longest letters come last"
print(*({"matplotlib", "numpy", "pymupdf", "sqlite_utils"} & set(sys.modules)))
"""


def test_what_is_imported_in_another_thread_brings_no_window_and_nothing_heavy() -> None:
    done = python(BEHIND)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


def test_rows_are_made_and_the_pages_imported_one_after_another_and_nothing_heavy_with_them() -> None:
    done = python(HERE)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""
