"""Page and fields side by side: the line between them moves only as far as nothing is cut."""

from __future__ import annotations

from PySide6.QtTest import QTest

from ombudsview.gui.style.splitter import Splitter
from ombudsview.gui.window import Window


def test_the_fields_are_never_narrower_than_what_stands_in_them(working: Window) -> None:
    splitter = working.letter_page.findChild(Splitter, "page_and_fields")
    assert splitter is not None
    splitter.setSizes([2000, 10])
    panel = working.letter_page.panel
    for key in ("authority", "upheld_rate"):
        working.desk.focus(key)
        QTest.qWait(50)
        assert panel.widget().minimumSizeHint().width() <= panel.viewport().width()
