from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings, Qt

from ombudsview.gui.history.model import COLUMNS, FILE, SAVED, TITLE, YEAR, LettersModel
from ombudsview.gui.history.page import HistoryPage
from ombudsview.history.rows import LetterRow

FIRST = LetterRow(
    "a-1", "Exampleborough District Council", "2020-03-31", "2020-07-22", "Annual Review letter 2020", "a.pdf",
    "2026-11-02T09:30:00+00:00", 1, "a" * 64, (1, 3),
)  # fmt: skip
SECOND = replace(
    FIRST, letter="b-1", period_end="2021-03-31", letter_date="2021-07-21", title=None, file_name="b.pdf",
    saved="2026-11-03T10:00:00+00:00", revision=12,
)  # fmt: skip
NAMELESS = replace(
    FIRST,
    letter="c-4",
    authority=None,
    period_end=None,
    letter_date=None,
    saved="2026-11-01T10:00:00+00:00",
    revision=2,
)
ROWS = (FIRST, SECOND, NAMELESS)


@pytest.fixture
def page(qtbot):
    page = HistoryPage()
    qtbot.addWidget(page)
    page.resize(1100, 500)
    page.show_rows(ROWS)
    page.show()
    page.activateWindow()
    return page


def column(page, number):
    return [page.model.index(row, number).data() for row in range(page.model.rowCount())]


def test_model_keeps_qts_rules(qtmodeltester):
    model = LettersModel()
    model.show_rows(ROWS)
    qtmodeltester.check(model)


def test_filtered_model_keeps_qts_rules(page, qtmodeltester):
    page.filter.setText("exampleborough")
    qtmodeltester.check(page.model)


def test_every_column_is_shown_and_the_newest_save_is_first(page):
    header = [page.model.headerData(place, Qt.Orientation.Horizontal) for place in range(page.model.columnCount())]
    assert header == list(COLUMNS)
    assert column(page, YEAR) == ["2020-21", "2019-20", "–"]
    assert column(page, TITLE) == ["b.pdf", "Annual Review letter 2020", "Annual Review letter 2020"]
    assert [saved.split(",")[0] for saved in column(page, SAVED)] == [
        "3 November 2026",
        "2 November 2026",
        "1 November 2026",
    ]


def test_revisions_sort_as_numbers(page):
    page.table.sortByColumn(5, Qt.SortOrder.AscendingOrder)
    assert column(page, 5) == ["1", "2", "12"]


def test_a_second_letter_for_the_year_is_told_apart(page):
    page.show_rows((FIRST, replace(FIRST, letter="d-1", sequence=2)))
    assert sorted(column(page, YEAR)) == ["2019-20", "2019-20 (2)"]


@pytest.mark.parametrize(
    ("wish", "years"), [("2020-21", ["2020-21"]), ("EXAMPLE 2019", ["2019-20"]), ("22 July", ["2019-20"])]
)
def test_every_word_of_the_filter_must_be_there(page, wish, years):
    page.filter.setText(wish)
    assert column(page, YEAR) == years


def test_a_filter_that_finds_nothing_says_so_and_escape_clears_it(page, qtbot):
    qtbot.keyClicks(page.filter, "zebra")
    assert not page.table.isVisibleTo(page)
    assert "zebra" in page.empty.text()
    qtbot.keyClick(page.filter, Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.table


def test_without_letters_the_page_says_what_to_do(qtbot):
    page = HistoryPage()
    qtbot.addWidget(page)
    assert not page.table.isVisibleTo(page)
    assert "finish" in page.empty.text()
    assert page.filter.isHidden()
    with qtbot.waitSignal(page.open_asked):
        page.invite.click()


def test_enter_opens_the_letter_in_focus(page, qtbot):
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(1, 0))
    with qtbot.waitSignal(page.open_letter) as heard:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert heard.args == ["a-1"]


def test_the_filter_leads_into_the_table_by_keyboard(page, qtbot):
    page.filter.setFocus()
    qtbot.keyClicks(page.filter, "2020-21")
    qtbot.keyClick(page.filter, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.open_letter) as heard:
        qtbot.keyClick(page.table, Qt.Key.Key_Enter)
    assert heard.args == ["b-1"]


def test_double_click_opens_once(page, qtbot):
    heard = []
    page.open_letter.connect(heard.append)
    place = page.table.visualRect(page.model.index(2, 3)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard == ["c-4"]


def test_the_focus_stays_on_its_letter_when_the_list_changes(page):
    page.table.go_to("a-1")
    page.show_rows((*ROWS, replace(FIRST, letter="z-1", saved="2026-11-09T10:00:00+00:00")))
    assert page.table.current_letter() == "a-1"


def test_what_takes_the_focus_has_a_name(page):
    assert page.table.accessibleName()
    assert page.filter.accessibleName()
    assert page.table.accessibleDescription() == "3 of 3 letters"


def test_the_focus_goes_with_its_letter_when_the_order_changes(page):
    page.table.go_to("c-4")
    page.table.sortByColumn(YEAR, Qt.SortOrder.AscendingOrder)
    assert column(page, YEAR)[0] == "–"
    assert page.table.current_letter() == "c-4"
    assert page.table.currentIndex().row() == 0


def test_the_page_hands_its_focus_to_the_list_and_find_to_the_filter(page, qtbot):
    page.setFocus()
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filter.hasFocus()


def test_a_history_that_cannot_be_read_is_not_called_empty(page):
    page.show_trouble("The history was made by a newer OmbudsView.")
    assert page.empty.isVisible()
    assert page.empty.text() == "The history was made by a newer OmbudsView."
    assert page.invite.isHidden()
    page.show_rows(ROWS)
    assert page.table.isVisible()


def test_letters_of_one_year_are_told_apart_by_their_whole_year_and_their_file(page):
    page.show_rows((FIRST, replace(FIRST, letter="d-1", sequence=2, file_name="second\N{RIGHT-TO-LEFT OVERRIDE}.pdf")))
    room = page.table.columnWidth(YEAR) - 30
    assert page.table.fontMetrics().horizontalAdvance("2019-20 (2)") <= room
    assert sorted(column(page, FILE)) == ["a.pdf", "second\N{REPLACEMENT CHARACTER}.pdf"]
    tip = page.model.index(0, YEAR).data(Qt.ItemDataRole.ToolTipRole)
    assert "2019-20" in tip
    assert ".pdf" in tip


LONG = replace(FIRST, letter="e-1", file_name="annual-review-letter-of-a-council-with-a-very-long-name-2020-final.pdf")


def test_the_columns_fill_the_page_and_the_name_of_a_file_is_cut_in_its_middle(page, qtbot):
    page.show_rows((LONG,))
    for width in (1100, 1500):
        page.resize(width, 500)
        qtbot.waitUntil(lambda: sum(widths(page)) >= page.table.viewport().width())
    assert sum(widths(page)) == page.table.viewport().width()
    assert page.table.textElideMode() is Qt.TextElideMode.ElideMiddle
    index = page.model.index(0, FILE)
    assert LONG.file_name in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data() == LONG.file_name, "those who listen hear all of it"


def test_columns_stay_as_the_officer_left_them(qtbot, tmp_path):
    state = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)

    def shown(width):
        page = HistoryPage(state=state)
        qtbot.addWidget(page)
        page.resize(width, 500)
        page.show_rows((LONG,))
        page.show()
        return page

    first = shown(1400)
    first.table.horizontalHeader().resizeSection(FILE, 333)
    left = widths(first)
    first.resize(1000, 500)
    assert widths(first) == left
    state.sync()
    assert widths(shown(1200)) == left
    state.setValue("columns/history", ["1", "2"])
    assert widths(shown(1400))[FILE] != 333, "the columns of another version are not these"


def widths(page):
    return [page.table.columnWidth(place) for place in range(len(COLUMNS))]


def test_what_can_be_done_to_the_letter_in_focus_is_in_sight(page, qtbot):
    page.table.setCurrentIndex(page.model.index(1, 0))
    buttons = {button.text(): button for button in page.buttons}
    with qtbot.waitSignal(page.open_letter) as heard:
        buttons["Open"].click()
    assert heard.args == ["a-1"]
    with qtbot.waitSignal(page.saves_asked) as heard:
        buttons["Saves of this letter"].click()
    assert heard.args[0] == "a-1"
    with qtbot.waitSignal(page.paper_asked) as heard:
        buttons["For committee"].click()
    assert heard.args == ["a-1", "Exampleborough District Council 2019-20"]
    page.filter.setText("zebra")
    assert not any(button.isEnabled() for button in page.buttons)


def test_a_damaged_letter_is_listed_and_said_to_be_one(qtbot):
    page = HistoryPage()
    qtbot.addWidget(page)
    torn = LetterRow("a-1", "Alder Council", None, None, "A title", "a.pdf", "", 1, "a" * 64, (1, 1), 1, True)
    page.show_rows((torn,))
    cells = [page.model.index(0, column).data() for column in range(page.model.columnCount())]
    assert cells[0] == "Alder Council"
    assert "Check the history" in cells[3]
    assert cells[4] == "\N{EN DASH}"


def test_on_a_small_screen_the_filter_has_room_for_what_is_typed(page, qtbot):
    page.resize(667, 268)
    words = page.filter.placeholderText()
    qtbot.waitUntil(lambda: page.filter.width() > page.filter.fontMetrics().horizontalAdvance(words))
    for button in page.buttons:
        assert button.width() >= button.sizeHint().width()
        assert page.rect().contains(button.mapTo(page, button.rect().bottomRight()))
    assert page.table.height() > 100
