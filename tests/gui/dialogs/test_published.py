"""The window of the comparison: totals, differences first, the year asked for, empty states, copies, the letter asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ombudsview.gui.dialogs.published import PublishedDialog
from ombudsview.gui.record.holding import Holding
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.gui.listen import Heard
from tests.history.made import VALUES, Letter, dump, ticking
from tests.published import sheets

MEREFORD = "Mereford Borough Council"


@pytest.fixture
def saved(places: Places) -> Places:
    """Letters of two years, one of them with a figure that is published otherwise."""
    store = Store.open(places, ticking())
    for change in ({}, {"authority": "Holtham District Council", "upheld_rate": "30"}, {"period_end": "2019-03-31"}):
        Letter(VALUES | change).save(store)
    store.close()
    return places


@pytest.fixture
def dialog(places: Places, qtbot: QtBot) -> Iterator[PublishedDialog]:
    made = PublishedDialog(Holding(places), lambda: MEREFORD)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.work.close()


def settled(dialog: PublishedDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.work.busy, timeout=30_000)


def column(dialog: PublishedDialog, number: int) -> list[str]:
    return [dialog.model.index(row, number).data() for row in range(dialog.model.rowCount())]


def test_differences_come_first_under_the_totals(
    saved: Places, dialog: PublishedDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    before = dump(saved.history)
    dialog.compare(sheets.put(tmp_path / "decided.xlsx", sheets.plain()))
    assert dialog.working.isVisible()
    settled(dialog, qtbot)
    assert dialog.table.isVisible()
    assert dialog.summary.text().startswith("2 letters: 3 figures agree, 3 differ.")
    assert column(dialog, 0)[:3] == ["\N{NOT EQUAL TO} differs"] * 3
    assert "held against the saved letters of 2019-20" in dialog.about.text()
    assert dialog.row.text().startswith("Upheld rate of Holtham District Council: 30% in the letter, 25% in the")
    assert dump(saved.history) == before


def test_enter_and_a_double_click_ask_for_the_letter_at_the_figure(
    saved: Places, dialog: PublishedDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.compare(sheets.put(tmp_path / "decided.xlsx", sheets.plain()))
    settled(dialog, qtbot)
    heard = Heard(dialog.letter_asked)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    first = dialog.model.rows[0]
    assert heard.args == (first.letter, "upheld_rate")
    last = len(dialog.model.rows) - 1
    assert dialog.model.rows[last].outcome == "only in the spreadsheet"
    dialog.table.scrollTo(dialog.model.index(last, 0))
    place = dialog.table.visualRect(dialog.model.index(last, 0)).center()
    for click in (QTest.mouseClick, QTest.mouseDClick):
        click(dialog.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert heard.args == (dialog.model.rows[last].letter, "")  # the letter does not have it


def test_the_year_is_asked_for_where_the_spreadsheet_does_not_say_one(
    saved: Places, dialog: PublishedDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.compare(sheets.put(tmp_path / "rates.csv", sheets.text()))
    settled(dialog, qtbot)
    assert dialog.question.isVisible()
    assert "does not say of which year" in dialog.question.why.text()
    offered = [dialog.question.years.itemText(number) for number in range(dialog.question.years.count())]
    assert offered == ["Choose the year", "2019-20 (to 31 March 2020)", "2018-19 (to 31 March 2019)"]
    assert not dialog.question.go.isEnabled()
    dialog.question.years.setCurrentIndex(1)
    dialog.question.go.click()
    settled(dialog, qtbot)
    assert dialog.summary.text().startswith("1 letter: 3 figures agree, none differs.")
    dialog.year_button.click()
    assert dialog.question.isVisible()
    dialog.question.years.setCurrentIndex(2)
    dialog.question.go.click()
    settled(dialog, qtbot)
    assert "2018-19" in dialog.about.text()


def test_more_years_than_one_are_named_in_the_question(
    saved: Places, dialog: PublishedDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.compare(sheets.put(tmp_path / "all.xlsx", sheets.by_sheet()))
    settled(dialog, qtbot)
    assert dialog.question.why.text() == "The spreadsheet names more than one year: 2019-20, 2018-19."
    dialog.question.years.setCurrentIndex(1)
    dialog.question.go.click()
    settled(dialog, qtbot)
    assert "“Upheld 2018-19” says that it is about another year" in dialog.left_out.toPlainText()
    assert "“Mereford”, which is taken for Mereford Borough Council" in dialog.left_out.toPlainText()


def save_another(places: Places) -> None:
    """Another revision of Holtham's letter, which now says what is published."""
    store = Store.open(places, ticking())
    letter = Letter(VALUES | {"authority": "Holtham District Council", "upheld_rate": "30"})
    letter.review.correct("upheld_rate", "25")
    letter.save(store)
    store.close()


def test_a_save_has_it_compared_anew_and_the_old_rows_are_gone_at_once(
    saved: Places, dialog: PublishedDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.compare(sheets.put(tmp_path / "decided.xlsx", sheets.plain()))
    settled(dialog, qtbot)
    dialog.table.selectRow(1)
    at = dialog.model.rows[1]
    save_another(saved)
    dialog.history_changed()
    assert dialog.found is None
    assert not dialog.copy_button.isVisible()
    assert not dialog.export_button.isVisible()
    assert dialog.working.sentence.text() == "The history has changed since: comparing again…"
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=30_000)
    assert "upheld_rate" not in [one.key for one in dialog.model.rows if one.outcome == "differs"]
    now = dialog.model.rows[dialog.table.currentIndex().row()]
    assert (now.letter, now.key) == (at.letter, at.key)


def test_what_was_saved_while_the_window_was_away_is_compared_when_it_is_back(
    saved: Places, dialog: PublishedDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.compare(sheets.put(tmp_path / "decided.xlsx", sheets.plain()))
    settled(dialog, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    save_another(saved)
    dialog.history_changed()
    assert not dialog.work.busy
    dialog.show()
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=30_000)
    assert "upheld_rate" not in [one.key for one in dialog.model.rows if one.outcome == "differs"]


def test_a_save_leaves_what_was_stopped_and_begins_what_waited_for_letters(
    dialog: PublishedDialog, places: Places, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.history_changed()
    assert dialog.empty.isVisible()  # nothing was chosen yet
    dialog.compare(sheets.put(tmp_path / "decided.csv", sheets.text()))
    settled(dialog, qtbot)
    assert "No letters are saved yet" in dialog.empty.text()
    store = Store.open(places, ticking())
    Letter(VALUES).save(store)
    store.close()
    dialog.history_changed()
    qtbot.waitUntil(dialog.question.isVisible, timeout=30_000)
    dialog.question.go.click()
    dialog.working.stop.click()
    settled(dialog, qtbot)
    dialog.history_changed()
    assert dialog.empty.text() == "Comparing was stopped. Nothing was changed."


def test_enter_presses_the_button_in_focus(dialog: PublishedDialog) -> None:
    heard = Heard(dialog.file_asked)
    assert dialog.choose.hasFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    QTest.keyClick(dialog.choose, Qt.Key.Key_Enter)
    assert heard.all == [(), ()]


def test_empty_states_say_what_to_do(dialog: PublishedDialog, places: Places, tmp_path: Path, qtbot: QtBot) -> None:
    assert "Choose one (.xlsx, .xls, .ods or .csv), or drop it here" in dialog.empty.text()
    assert dialog.choose.hasFocus()
    for content, name, says in (
        (sheets.plain(), "a.xlsx", "No letters of 2019-20 are saved"),
        (sheets.text(), "b.csv", "No letters are saved yet"),
        (sheets.table([["no", "table"], ["at", "all"]], "2019-20"), "c.xlsx", "No table with a row for each authority"),
        (b"%PDF", "d.xlsx", "“d.xlsx” is not a spreadsheet"),
    ):
        dialog.compare(sheets.put(tmp_path / name, content))
        settled(dialog, qtbot)
        assert dialog.empty.isVisible()
        assert says in dialog.empty.text()
        assert dialog.empty.accessibleName() == dialog.empty.text()
        assert not dialog.export_button.isVisible()
    Store.open(places, ticking()).close()


def test_a_council_without_a_row_is_said(places: Places, dialog: PublishedDialog, tmp_path: Path, qtbot: QtBot) -> None:
    store = Store.open(places, ticking())
    Letter(VALUES | {"authority": "Aldham Council"}).save(store)
    store.close()
    dialog.compare(sheets.put(tmp_path / "a.xlsx", sheets.plain()))
    settled(dialog, qtbot)
    assert dialog.empty.text() == "No row is of Aldham Council."


def test_it_is_stopped_and_says_so(saved: Places, dialog: PublishedDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.compare(sheets.put(tmp_path / "a.xlsx", sheets.plain()))
    QTest.mouseClick(dialog.working.stop, Qt.MouseButton.LeftButton)
    settled(dialog, qtbot)
    assert dialog.empty.text() == "Comparing was stopped. Nothing was changed."
    assert dialog.again_button.isVisible()
    dialog.again_button.click()
    settled(dialog, qtbot)
    assert dialog.table.isVisible()


def test_rows_are_copied_and_all_is_exported(
    saved: Places, dialog: PublishedDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.compare(sheets.put(tmp_path / "a.xlsx", sheets.plain()))
    settled(dialog, qtbot)
    dialog.copy_button.click()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == len(dialog.model.rows)
    assert lines[0].startswith(
        "\N{NOT EQUAL TO} differs\tHoltham District Council\tUpheld rate\t30%\t25%\tI5, Complaints"
    )
    dialog.table.selectRow(0)
    QTest.keyClick(dialog.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(dialog.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "\n".join(lines[:2])
    assert dialog.hint.text() == "2 rows are on the clipboard."
    path = tmp_path / "out.csv"
    dialog.export_to(path)
    assert len(path.read_text("utf-8-sig").splitlines()) == len(lines) + 1
    assert "Saved “out.csv”." in dialog.hint.text()
    dialog.export_to(path)
    assert "There is a file" in dialog.hint.text()


def test_everything_has_a_name_for_those_who_listen(dialog: PublishedDialog) -> None:
    assert dialog.table.accessibleName()
    assert dialog.left_out.accessibleName()
    assert dialog.working.bar.accessibleName()
    assert dialog.question.label.buddy() is dialog.question.years
    assert all(button.text() for button in dialog.findChildren(QPushButton))


def test_closing_ends_what_is_under_way(saved: Places, dialog: PublishedDialog, tmp_path: Path) -> None:
    dialog.compare(sheets.put(tmp_path / "a.xlsx", sheets.plain()))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not dialog.work.busy


@pytest.mark.parametrize("leave", [PublishedDialog.reject, PublishedDialog.close])
def test_a_window_that_was_closed_at_work_is_ready_when_it_is_shown_again(
    leave: Callable[[PublishedDialog], object],
    saved: Places,
    dialog: PublishedDialog,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    dialog.compare(sheets.put(tmp_path / "decided.xlsx", sheets.plain()))
    leave(dialog)
    dialog.show()
    assert not dialog.work.busy
    assert dialog.empty.isVisible()
    assert dialog.empty.text() == "Comparing was stopped. Nothing was changed."
    assert dialog.choose.isEnabled()
    dialog.again_button.click()
    settled(dialog, qtbot)
    assert dialog.table.isVisible()
