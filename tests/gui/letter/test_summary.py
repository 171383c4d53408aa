from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.summary import Summary
from tests.gui.letter.laid_out import letter_page


def test_it_shows_what_came_of_the_fields_once_nothing_is_open(opened: Desk, qtbot) -> None:
    summary = Summary()
    qtbot.addWidget(summary)
    summary.show_review(opened.review)
    assert summary.isHidden()
    opened.correct("upheld_rate", "99%")
    opened.deny("compliance_rate")
    opened.agree_safe()
    for key in opened.review.open_keys():
        opened.review.agree(key)
    summary.show_review(opened.review)
    assert not summary.isHidden()
    assert summary.tally.text() == "6 agreed, 1 changed, 1 not in letter"
    assert "Ctrl+Enter saves" in summary.next.text()
    opened.query("letter_date", "Which one?")
    summary.show_review(opened.review)
    assert "The queries go with it" in summary.next.text()
    summary.show_review(None)
    assert summary.isHidden()


def test_the_open_field_stays_whole_when_the_summary_comes_and_grows(opened: Desk, qtbot: QtBot) -> None:
    page = letter_page(opened, qtbot)
    page.resize(1200, 560)
    review = opened.review
    assert review is not None
    opened.deny("compliance_rate")
    *others, first = review.open_keys()
    for key in others:
        review.agree(key)
    opened.focus(first)
    QTest.qWait(100)
    bar, row = page.panel.verticalScrollBar(), page.panel.row(first)
    bar.setValue(row.y() + row.height() - page.panel.viewport().height())  # its lower edge at the foot
    assert page.summary.isHidden()
    review.agree(first)
    page.show_finish()
    QTest.qWait(100)
    assert page.summary.isVisible()
    page.summary.next.setText("word " * 60)
    QTest.qWait(100)
    top = row.y() - bar.value()
    assert top >= 0
    assert top + row.height() <= page.panel.viewport().height()
