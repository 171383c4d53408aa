from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui.style import theme
from ombudsview.gui.window import Window, first_size
from ombudsview.paper import troubles
from ombudsview.places import Places
from tests.gui.handmade import DATA, FakeReader
from tests.gui.listen import waiting


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifiers)


def test_the_empty_window_says_what_to_do(window: Window) -> None:
    assert window.welcome.isVisible()
    words = [child.text() for child in window.welcome.findChildren(QAbstractButton) if child.isVisible()]
    assert "Open a letter   Ctrl+O" in words
    assert "Try the sample letter" in words
    assert not window.actions_by_name["finish"].isEnabled()


def test_recent_letters_are_offered(working: Window, letter_file: Path) -> None:
    working.desk.close()
    assert working.welcome.isVisible()
    working._menus["file"].aboutToShow.emit()
    recent = working.actions_by_name["recent"].menu()
    assert [action.text() for action in cast(QWidget, recent).actions()] == [letter_file.name]
    assert letter_file.name in [child.text() for child in working.welcome.findChildren(QAbstractButton)]


def test_f6_goes_round_the_panes(working: Window) -> None:
    view, row = working.letter_page.view, working.letter_page.panel.row("authority")
    assert row.edit.hasFocus()
    press(Qt.Key.Key_F6)
    assert view.hasFocus()
    press(Qt.Key.Key_F6)
    assert row.edit.hasFocus()
    press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert view.hasFocus()


def test_f2_swaps_field_and_text_where_the_page_is_shown_as_text(working: Window) -> None:
    working.actions_by_name["plain_text"].trigger()
    press(Qt.Key.Key_F2)
    assert working.letter_page.aids.text.hasFocus()
    press(Qt.Key.Key_F2)
    assert working.letter_page.panel.row("authority").edit.hasFocus()


def test_f2_swaps_field_and_page(working: Window) -> None:
    press(Qt.Key.Key_F2)
    assert working.letter_page.view.hasFocus()
    press(Qt.Key.Key_F2)
    assert working.letter_page.panel.row("authority").edit.hasFocus()


def test_the_keys_of_the_zoom(working: Window) -> None:
    zoomed: list[tuple[float, bool]] = []
    working.letter_page.view.zoomed.connect(lambda scale, fits: zoomed.append((scale, fits)))
    control = Qt.KeyboardModifier.ControlModifier
    press(Qt.Key.Key_Plus, control)
    press(Qt.Key.Key_Minus, control)
    press(Qt.Key.Key_0, control)
    assert [fits for _, fits in zoomed] == [False, False, True]
    assert zoomed[0][0] == pytest.approx(1.2 * zoomed[1][0])


def test_a_click_on_the_page_leads_to_the_field(working: Window, qtbot: QtBot) -> None:
    view = working.letter_page.view
    place = view.place_of("letter_date")
    assert place is not None
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    assert working.desk.focus_key == "letter_date"
    assert working.letter_page.panel.row("letter_date").edit.hasFocus()


def test_the_thread_joins_source_and_row(working: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(working.letter_page.thread_line.isVisible)
    line = working.letter_page.thread_line.geometry()
    row = working.letter_page.panel.row("authority")
    end = row.mapTo(working.letter_page, row.thread_end())
    assert line.contains(end)
    assert line.left() < working.letter_page.view.width() < line.right()


def test_a_figure_is_copied_with_its_source(working: Window) -> None:
    working.desk.focus("upheld_rate")
    working.actions_by_name["copy_with_source"].trigger()
    assert QApplication.clipboard().text() == "Upheld rate: 100% (page 2, letter.pdf; Wraxmere Council 2019-20)"


def test_the_window_is_named_by_the_letter(working: Window) -> None:
    assert working.windowTitle() == "Wraxmere Council 2019-20 - OmbudsView"
    working.desk.correct("authority", "Exbourne Council")
    assert working.windowTitle().startswith("Exbourne Council")
    assert working.letter_page.header._authority.text() == "Exbourne Council"


def test_the_theme_can_be_overridden_and_is_kept(window: Window, places: Places) -> None:
    window.actions_by_name["theme_dark"].trigger()
    assert theme.theme() is theme.DARK
    assert QApplication.palette().window().color().name() == theme.DARK.ground
    window.actions_by_name["theme_light"].trigger()
    assert theme.theme() is theme.LIGHT
    assert '"theme": "light"' in places.preferences.read_text()


def test_a_letter_that_fails_is_named_and_can_be_tried_again(
    window: Window, reader: FakeReader, letter_file: Path, qtbot: QtBot
) -> None:
    reader.troubles = [("open", troubles.trouble("timed_out"))]
    window.open_files([letter_file])
    qtbot.waitUntil(lambda: "took too long" in window.notice.text)
    assert window.notice.text.startswith("letter.pdf: ")
    window.notice._ways[0].click()
    qtbot.waitUntil(lambda: window.desk.review is not None)
    assert window.notice.text == ""


def test_a_very_large_file_opens_where_the_officer_insists(
    window: Window, reader: FakeReader, letter_file: Path, qtbot: QtBot
) -> None:
    reader.troubles = [("open", troubles.large(60_000_000))]
    window.open_files([letter_file])
    qtbot.waitUntil(lambda: "60 MB" in window.notice.text)
    window.notice._ways[0].click()
    qtbot.waitUntil(lambda: window.desk.review is not None)
    assert reader.large == [False, True]


def test_a_password_is_asked_for(window: Window, reader: FakeReader, letter_file: Path, qtbot: QtBot) -> None:
    reader.troubles = [("open", troubles.trouble("password")), ("open", troubles.trouble("password"))]
    window.open_files([letter_file])
    for text in ("wrong", "right"):
        qtbot.waitUntil(lambda: window.talk.dialog is not None)
        dialog = window.talk.dialog
        box = dialog.findChild(QLineEdit)  # type: ignore[union-attr]
        box.setText(text)
        dialog.accept()  # type: ignore[union-attr]
        qtbot.waitUntil(lambda dialog=dialog: window.talk.dialog is not dialog)
    qtbot.waitUntil(lambda: window.desk.review is not None)
    assert [about for verb, *about in reader.asked if verb == "open"] == [[None], ["wrong"], ["right"]]


def test_a_letter_that_is_saved_already_says_so(working: Window, letter_file: Path, qtbot: QtBot) -> None:
    with waiting(qtbot, working.desk.finished):
        working.desk.finish("a test")
    working.queue.entries.clear()
    working.open_files([letter_file])
    qtbot.waitUntil(lambda: "in the history already" in working.notice.text)
    working.desk.correct("upheld_rate", "98")
    working.notice._ways[0].click()
    qtbot.waitUntil(lambda: working.desk.letter is not None and bool(working.desk.letter.kept))


def test_a_draft_can_be_discarded_and_brought_back(working: Window, qtbot: QtBot) -> None:
    working.desk.correct("upheld_rate", "98")
    working.desk.close()

    def lines() -> list[QAbstractButton]:
        return [b for b in working.welcome._drafts.findChildren(QAbstractButton) if b.isVisible()]

    assert [button.text() for button in lines()] == ["Go on with Wraxmere Council 2019-20", "Discard"]
    lines()[1].click()
    qtbot.waitUntil(lambda: not lines())
    assert working.desk.keeping.drafts() == ()
    working.notice._ways[0].click()
    qtbot.waitUntil(lambda: len(lines()) == 2)
    lines()[0].click()
    qtbot.waitUntil(lambda: working.desk.review is not None)
    assert working.desk.review is not None
    assert working.desk.review.field("upheld_rate").value == "98"


def test_whatever_can_have_the_focus_has_a_name(working: Window) -> None:
    nameless = [
        widget
        for widget in working.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisible()
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and type(widget).__name__ != "QMenuBar"
    ]
    assert nameless == []


def test_every_action_can_be_chosen_with_a_letter_and_without(working: Window, qtbot: QtBot, monkeypatch) -> None:
    from PySide6.QtWidgets import QFileDialog

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    leave_out = {"quit"}
    for _ in range(2):
        for name, action in working.actions_by_name.items():
            if name not in leave_out:
                action.trigger()
            dialog = working.talk.dialog
            if dialog is not None:
                assert isinstance(action, QAction)
                dialog.reject()
        working.desk.close()
    qtbot.wait(50)


def test_a_window_that_was_closed_left_nothing_unsaid(working: Window, letter_file: Path) -> None:
    row = working.letter_page.panel.row("upheld_rate")
    working.desk.focus("upheld_rate")
    QTest.keyClicks(row.edit, "98")
    working.close()
    (draft,) = working.desk.keeping.drafts()
    assert draft.events[-1].changes[0].after.value == "98"
    assert letter_file.read_bytes() == DATA


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1366, 768), (1280, 720)])
def test_the_first_window_fits_the_screen_with_its_frame(width: int, height: int) -> None:
    size = first_size(QSize(width, height))
    assert size.width() + 16 <= width
    assert size.height() + 40 <= height
    assert first_size(QSize(2560, 1440)) == QSize(1440, 900)


def test_a_bad_file_leaves_the_letter_on_the_desk_and_the_notice_explains(
    working: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    letter = working.desk.letter
    working.open_files([tmp_path / "gone.pdf"])
    qtbot.waitUntil(lambda: "gone.pdf" in working.notice.text)
    qtbot.waitUntil(lambda: working.desk.review is not None)
    assert working.desk.letter is letter
    assert working.letter_page.isVisible()
    assert "gone.pdf" in working.notice.text


def test_the_end_of_the_last_page_can_be_scrolled_above_what_floats_there(working: Window) -> None:
    page = working.letter_page
    bar = page.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    end = page.view._column.page(len(page.view._column.sizes) - 1).y1 - bar.value()
    working.notice.warn("The disk is full, so the draft is not kept. Make room on it. " * 3)
    assert end <= working.notice.geometry().top() - working._notice_place().top()


def test_the_zoom_lies_over_no_page_and_shows_with_the_letter_alone(working: Window) -> None:
    bar, page = working.letter_page.zoom_bar, working.letter_page
    assert bar.isVisible()
    place = QRect(bar.mapToGlobal(QPoint(0, 0)), bar.size())
    assert not place.intersects(QRect(page.mapToGlobal(QPoint(0, 0)), page.size()))
    working.show_page("history")
    assert not bar.isVisible()
    working.show_page("letter")
    assert bar.isVisible()
    working.workplace.show_summary()
    assert not bar.isVisible()
    assert not working.pages.tabs.find_button.isVisible()
    for name in ("history", "letter"):
        working.show_page(name)
        assert not bar.isVisible(), "the summary still stands in the letter's place"
    working.workplace.show_letter()
    assert bar.isVisible()
    working.desk.close()
    assert not bar.isVisible()


def test_a_letter_of_no_known_kind_can_be_searched_and_turned(
    window: Window, reader: FakeReader, letter_file: Path, qtbot: QtBot
) -> None:
    reader.readings = ()
    with waiting(qtbot, window.desk.unknown):
        window.open_files([letter_file])
    for name in ("find", "turn_page", "plain_text"):
        assert window.actions_by_name[name].isEnabled(), name


def test_a_letter_closes_with_a_value_half_typed_and_keeps_it(working: Window, letter_file: Path, qtbot: QtBot) -> None:
    working.desk.focus("letter_date")
    edit = working.letter_page.panel.row("letter_date").edit
    edit.selectAll()
    QTest.keyClicks(edit, "2019-07-2")
    working.actions_by_name["close_letter"].trigger()
    assert working.desk.letter is None
    (draft,) = working.desk.keeping.drafts()
    with waiting(qtbot, working.desk.read):
        working.sitting.go_on(draft)
    assert working.letter_page.panel.row("letter_date").edit.text() == "2019-07-2"
