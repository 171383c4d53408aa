"""A published spreadsheet comes to the desk: the saved letter is held against it, and a difference leads to the lit figure."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.published import sheets
from tests.stories.conftest import SAMPLE, Officer


def published(authority: str, values: dict[str, object]) -> list[list[object]]:
    """Rows in which the decisions are as in the letter, but for one more that was upheld."""
    upheld, investigations = int(str(values["upheld_decisions"])), int(str(values["investigations"]))
    not_upheld = investigations - upheld
    rate = (upheld + 1) / (investigations + 1)
    return [
        ["Complaints decided 2019-20"],
        [],
        ["Authority Name", "Not Upheld", "Upheld", "Uphold rate (%)", "Average uphold rate (%) of similar authorities"],
        [authority, not_upheld, upheld + 1, rate, float(str(values["upheld_rate_similar"])) / 100 - 0.0017],
        ["Kent County Council", 21, 36, 0.6316, 0.66],
    ]


def test_a_spreadsheet_that_is_dropped_leads_to_the_figure_that_differs(officer: Officer, tmp_path: Path) -> None:
    window = officer.window
    officer.opens(SAMPLE)
    values = dict(officer.desk.review.values())
    officer.does("agree_safe")
    officer.desk.finish("Checked.")
    officer.sees(lambda: officer.desk.letter.saved)
    officer.does("close_letter")
    officer.sees(lambda: officer.desk.letter is None)

    book = sheets.table(published(str(values["authority"]), values), "Complaints decided")
    window.dropped([QUrl.fromLocalFile(str(sheets.put(tmp_path / "decided.xlsx", book)))])
    officer.sees(lambda: window.published.dialog is not None and window.published.dialog.found is not None)
    dialog = window.published.dialog
    assert dialog.summary.text().startswith(
        "1 letter: 1 figure agrees, 3 differ."
    )  # the average, to its printed rounding
    differing = [one.key for one in dialog.model.rows if one.outcome == "differs"]
    assert differing == ["upheld_rate", "upheld_decisions", "investigations"]
    assert dialog.model.rows[1].place.words == "Complaints decided, C4"
    assert officer.desk.letter is None  # comparing opened nothing

    dialog.activateWindow()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(dialog.table, key)
    officer.sees(lambda: officer.desk.review is not None and officer.desk.focus_key == "upheld_decisions")
    officer.sees(officer.page_is_drawn)
    (mark,) = window.letter_page.view.focus_marks()
    assert (mark.key, mark.page) == ("upheld_decisions", 1)
    assert dialog.isVisible()

    officer.sees(lambda: window.notice.text.endswith("The comparison lies behind this window."))
    (back,) = window.notice._ways
    assert back.text() == "Back to the comparison"
    window.activateWindow()
    back.click()
    officer.sees(dialog.isActiveWindow)
    window.close()
    assert not any(widget.isVisible() for widget in QApplication.topLevelWidgets())


def test_a_revision_that_is_saved_beside_the_comparison_is_in_it(officer: Officer, tmp_path: Path) -> None:
    officer.opens(SAMPLE)
    values = dict(officer.desk.review.values())
    officer.does("agree_safe")
    officer.desk.finish("Checked.")
    officer.sees(lambda: officer.desk.letter.saved)
    book = sheets.table(published(str(values["authority"]), values), "Complaints decided")
    officer.window.dropped([QUrl.fromLocalFile(str(sheets.put(tmp_path / "decided.xlsx", book)))])
    officer.sees(
        lambda: officer.window.published.dialog is not None and officer.window.published.dialog.found is not None
    )
    dialog = officer.window.published.dialog
    upheld = str(int(str(values["upheld_decisions"])) + 1)

    officer.desk.correct("upheld_decisions", upheld)
    officer.desk.finish("As published.")
    officer.sees(lambda: dialog.found is not None and dialog.found.counts["differs"] == 2)
    assert [one.mine for one in dialog.model.rows if one.key == "upheld_decisions"] == [upheld]


def test_the_action_says_what_to_do_before_there_is_anything(officer: Officer, tmp_path: Path) -> None:
    officer.does("compare_published")
    dialog = officer.window.published.dialog
    assert dialog.empty.isVisible()
    assert "Choose one" in dialog.empty.text()
    officer.window.open_files([sheets.put(tmp_path / "a.xlsx", sheets.plain()), tmp_path / "b.csv"])
    officer.sees(lambda: "No letters of 2019-20 are saved" in dialog.empty.text())
    assert officer.window.notice.text == "One spreadsheet is compared at a time: “b.csv” was left out."
