"""Letters over the years: last year's value beside this year's, a wrong save taken back, a letter read anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ombudsview.gui.history_side import HistorySide
from ombudsview.gui.letter.carried import CarriedBar
from ombudsview.history.store import Store
from ombudsview.paper.document import Document
from ombudsview.places import Places
from ombudsview.reading.model import Reading
from ombudsview.review.review import Review
from ombudsview.review.state import State
from tests.history.made import finished
from tests.stories.conftest import SAMPLE, Officer
from tests.stories.test_a_queue import YEARS


def keep(places: Places, *letters: dict[str, str | None]) -> None:
    store = Store.open(places)
    for values in letters:
        finished(**values).save(store)
    store.close()


def test_last_years_value_stands_beside_this_years(sits_down: Callable[[], Officer], places: Places) -> None:
    officer = sits_down()
    officer.opens(SAMPLE)
    values = officer.desk.review.values()
    authority, end = values["authority"], values["period_end"]
    assert officer.window.letter_page.panel.row("investigations")._last_year is None
    keep(places, {"authority": authority, "period_end": f"{int(end[:4]) - 1}{end[4:]}", "investigations": "9"})

    officer = sits_down()
    officer.opens(SAMPLE)
    row = officer.window.letter_page.panel.row("investigations")
    year = f"{int(end[:4]) - 2}-{int(end[2:4]) - 1:02d}"
    officer.sees(lambda: row._last_year is not None and row._last_year.text() == f"{year}: 9")
    assert row._last_year.isVisible()
    assert authority in row._last_year.toolTip()
    assert f"For {year} the letter to {authority} gave 9." in row.edit.accessibleDescription()
    officer.desk.focus("investigations")
    assert (f"{year}: 9" in row._details._values.text()) is not row._last_year.fits  # said once, wherever there is room
    assert officer.window.letter_page.panel.row("authority")._last_year is None  # names are not compared
    assert officer.window.letter_page.panel.row("remedy_rate")._last_year is None  # it gave none

    officer.desk.correct("period_end", "2031-03-31")  # a year without a letter before it
    officer.sees(lambda: not row._last_year.isVisible())
    officer.does("undo")
    officer.sees(row._last_year.isVisible)


def test_what_was_learnt_comes_to_the_next_letters_until_one_says_what_was_done(
    sits_down: Callable[[], Officer],
) -> None:
    note, authority = "Remedies on time: one name on each case.", "Wraxmere District Council"

    def checks(path: Path) -> tuple[Officer, CarriedBar]:
        officer = sits_down()
        officer.opens(path)
        assert officer.field("authority").value == authority
        return officer, officer.window.letter_page.carried

    def finishes(officer: Officer) -> None:
        officer.desk.finish("The rest was not needed.")
        officer.sees(lambda: officer.desk.letter.saved and not officer.desk.saving.busy)

    officer, bar = checks(YEARS[0])
    officer.desk.learn(note)
    finishes(officer)

    officer, bar = checks(SAMPLE)
    officer.sees(bar.isVisible)
    assert bar.rows[0].why.text() == f"Last year, 2018-19, you noted: “{note}”"
    assert bar.rows[0].isVisible()
    finishes(officer)  # nobody says anything, and nothing is held up

    officer, bar = checks(YEARS[1])
    officer.sees(bar.isVisible)
    assert bar.rows[0].why.text() == f"For 2018-19 you noted: “{note}”"
    officer.window.letter_page.footer.finish.setFocus()
    officer.presses(Qt.Key.Key_Backtab)  # over Undo, which is greyed out
    assert bar.rows[0].box.hasFocus()
    officer.types("A list each Monday.")
    officer.window.close()  # on leaving, what was typed is in the draft

    officer = sits_down()
    (draft,) = officer.desk.keeping.drafts()
    officer.window.sitting.go_on(draft)
    bar = officer.window.letter_page.carried
    officer.sees(lambda: officer.desk.review is not None and bar.isVisible())
    assert bar.rows[0].box.text() == "A list each Monday."
    finishes(officer)

    officer, bar = checks(YEARS[2])
    officer.sees(lambda: officer.window.workplace.comparing.besides is not None)
    assert officer.window.workplace.comparing.besides.past_year == "2020-21"
    assert not bar.isVisible()


def test_an_average_unlike_its_twins_is_something_to_look_at(sits_down: Callable[[], Officer], places: Places) -> None:
    end = "2020-03-31"
    keep(places, {"authority": "Adur District Council", "period_end": end, "upheld_rate_similar": "44"})
    officer = sits_down()
    officer.opens(SAMPLE)
    assert (officer.field("upheld_rate_similar").value, officer.desk.review.values()["period_end"]) == ("45", end)
    assert officer.field("upheld_rate_similar").state is State.TO_CHECK  # nobody knows of what type this council is
    officer.desk.correct("authority", "Exeter City Council")
    officer.sees(lambda: officer.field("upheld_rate_similar").state is State.LOOK_HERE)
    row = officer.window.letter_page.panel.row("upheld_rate_similar")
    assert "Adur District Council about this year gives 44%, not 45%" in row.edit.accessibleDescription()
    assert "upheld_rate_similar" in officer.desk.review.open_keys()
    officer.desk.correct("upheld_rate_similar", "44")  # the values as they stand are held against it, at once
    assert officer.field("upheld_rate_similar").doubts == ()
    officer.desk.undo()
    assert officer.field("upheld_rate_similar").state is State.LOOK_HERE
    officer.desk.agree("upheld_rate_similar")
    assert officer.field("upheld_rate_similar").state is State.AGREED


def test_a_wrong_save_is_taken_back_and_brought_back(officer: Officer) -> None:
    officer.opens(SAMPLE)
    officer.does("agree_safe")
    officer.desk.finish("too early")
    officer.sees(lambda: officer.desk.letter.saved)
    officer.does("take_back")
    question = officer.window.history_side.question
    assert "Take back save 1" in question.text()
    next(button for button in question.buttons() if button.text() == "Take it back").click()
    officer.sees(lambda: "taken back" in officer.window.notice.text)
    assert officer.desk.keeping.rows() == ()
    assert not officer.desk.review.finished
    assert "Draft saved" in officer.window.letter_page.footer._saved.text()
    officer.window.notice._ways[0].click()
    officer.sees(lambda: "counts again" in officer.window.notice.text)
    assert len(officer.desk.keeping.rows()) == 1

    officer.does("saves")
    side: HistorySide = officer.window.history_side
    assert side.dialog is not None
    assert side.dialog.tree.topLevelItem(0).text(0) == "1 (current)"
    side.dialog.reject()
    officer.desk.finish("now it is right")  # what was done since is nothing but opening it again
    officer.sees(lambda: officer.desk.letter.saved and not officer.desk.saving.busy)
    assert officer.desk.keeping.drafts() == ()


def older(read: Reading) -> Reading:
    """The letter as an older reader would have it: a figure misread, another one not found."""
    fields = {field.key: field for field in read.fields}
    fields["upheld_decisions"] = msgspec.structs.replace(fields["upheld_decisions"], value="3", printed="3")
    fields["investigations"] = msgspec.structs.replace(fields["investigations"], value="6", printed="6")
    return msgspec.structs.replace(read, fields=tuple(fields.values()), reader="0")


def test_a_letter_of_an_older_reader_is_read_again_and_the_hand_wins(
    sits_down: Callable[[], Officer], places: Places
) -> None:
    officer = sits_down()
    officer.opens(SAMPLE)
    letter = officer.desk.letter
    right = officer.desk.review.values()
    document: Document = letter.document
    work = Review(
        older(officer.desk.review.reading),
        officer.desk.review.letter,
        who="A. Clerk",
        clock=lambda: "2026-11-20T09:00:00+00:00",
    )
    work.agree_safe()
    work.correct("investigations", "8")
    work.reset("upheld_decisions")
    work.finish("saved by an older version")
    store = Store.open(places)
    store.save(document.data, letter.name, letter.paper, work.reading, work)
    store.close()

    officer = sits_down()
    officer.does("show_history")
    (row,) = officer.desk.keeping.rows()
    officer.window.pages.made["history"].open_letter.emit(row.letter)
    officer.sees(lambda: "2 fields are read otherwise" in officer.window.notice.text)
    officer.window.notice._ways[0].click()
    dialog = officer.window.talk.reading_again.dialog
    dialog.unanswered.click()
    assert dialog.ticked == {"upheld_decisions"}
    dialog.take.click()
    assert officer.field("upheld_decisions").value == right["upheld_decisions"]
    assert officer.field("investigations").value == "8"
    officer.does("undo")
    assert officer.field("upheld_decisions").value == "3"
    officer.does("redo")

    officer = sits_down()  # the draft has it, and nothing is asked twice
    (draft,) = officer.desk.keeping.drafts()
    officer.window.sitting.go_on(draft)
    officer.sees(lambda: officer.desk.review is not None)
    assert officer.field("upheld_decisions").value == right["upheld_decisions"]
    assert officer.field("investigations").value == "8"
    QApplication.processEvents()
    assert "read otherwise" not in officer.window.notice.text
    officer.desk.finish("amended")
    officer.sees(lambda: officer.desk.letter.saved and not officer.desk.saving.busy)
    assert officer.desk.keeping.rows()[0].revision == 2
