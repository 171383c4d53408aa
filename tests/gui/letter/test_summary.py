from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.summary import Summary


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
