"""The dialog of two letters that could be one says what was read and what was saved, and never "the same" over a table."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ombudsview.gui.window import Window
from tests.gui.handmade import DATA, FakeReader
from tests.gui.listen import waiting
from tests.gui.test_twins import dialog_of, opens, set_anew, ways


def test_what_was_corrected_before_it_was_saved_is_not_called_the_same(
    window: Window, reader: FakeReader, tmp_path: Path, qtbot: QtBot
) -> None:
    opens(window, qtbot, tmp_path / "letter.pdf", DATA)
    window.desk.correct("upheld_rate", "99")
    with waiting(qtbot, window.desk.finished):
        window.desk.finish("a test")
    window.desk.close()
    window.queue.remove(list(window.queue.entries))
    set_anew(reader)
    opens(window, qtbot, tmp_path / "anew.pdf", DATA + b" from another program")
    said = "both read the same; what you saved differs in 1 field."
    qtbot.waitUntil(lambda: window.notice.text.endswith(said))
    button = ways(window)["Compare"]
    button.click()  # type: ignore[attr-defined]
    dialog = dialog_of(window)
    assert dialog.table.model().rowCount() == 1
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(words.endswith(said) for words in told)
    assert not any("the same figures" in words for words in told)
