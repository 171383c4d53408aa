"""A letter of a layout that nobody knows: a figure pointed at, taught, kept; the next letter like it is read by the rule."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ombudsview.gui.dialogs.rules import RulesDialog
from ombudsview.gui.letter.unknown import UnknownLetter
from ombudsview.gui.record.holding import Holding
from ombudsview.history import rules
from ombudsview.letters.overview_2025 import OVERVIEW_2025
from ombudsview.places import Places
from ombudsview.review.state import State
from tests.letters.ask import command
from tests.letters.fillers import paper
from tests.stories.conftest import SAMPLE, Officer


def letter(council: str, year: int, found: int, share: str) -> bytes:
    """A year's account of a body that writes as no Ombudsman did before."""
    return paper(
        (
            "Public Voice Commission",
            "Yearly account of complaints",
            f"{council}, in the year that ended on 31 March {year}",
            "To the Chief Executive. Thank you for the way in which your officers answered us.",
            f"We found for the resident in {found} of the matters that came to us.",
            f"Of these, {share} were put right before we were asked.",
            "We shall write again when the next year has ended.",
        )
    )


@pytest.fixture
def first(tmp_path: Path) -> Path:
    path = tmp_path / "first.pdf"
    path.write_bytes(letter("Alder Council", 2031, 9, "31%"))
    return path


@pytest.fixture
def second(tmp_path: Path) -> Path:
    path = tmp_path / "second.pdf"
    path.write_bytes(letter("Birch Council", 2031, 14, "27%"))
    return path


def opens_unknown(officer: Officer, path: Path) -> UnknownLetter:
    officer.window.open_files([path])
    panel = officer.window.letter_page.panel
    officer.sees(lambda: isinstance(panel.asking, UnknownLetter) and officer.desk.letter.name == path.name)
    pane = panel.asking
    assert isinstance(pane, UnknownLetter)
    return pane


def clicks(officer: Officer, text: str) -> None:
    """Click on a word of the first page."""
    page = officer.window.letter_page
    words = page.filling.pointer.words(0)
    number = next(n for n, (word, _) in enumerate(words.words) if word == text)
    place = page.view.lie.place(0, words.box(number)).center().toPoint()
    assert page.view.viewport().rect().contains(place)
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def says_what_it_is(officer: Officer, pane: UnknownLetter, council: str) -> None:
    pane.kind.setCurrentText(OVERVIEW_2025.name)
    pane.authority.setText(council)
    pane.year.setText("2030-31")
    pane.choose.click()
    officer.sees(lambda: officer.desk.review is not None)


def teaches(officer: Officer, key: str, word: str) -> None:
    officer.desk.focus(key)
    clicks(officer, word)
    details = officer.window.letter_page.panel.edit_in_focus._details
    assert details.teach_button.isVisible()
    details.teach_button.click()
    proposal = officer.window.teaching.proposal
    officer.sees(proposal.keep.isEnabled)


def test_what_was_taught_on_one_letter_reads_the_next_and_a_colleagues(
    officer: Officer, first: Path, second: Path, tmp_path: Path, places: Places
) -> None:
    pane = opens_unknown(officer, first)
    says_what_it_is(officer, pane, "Alder Council")
    assert officer.desk.letter.identity == ("Alder Council", "2030-31")
    officer.desk.focus("upheld_decisions")
    assert officer.field("upheld_decisions").value is None

    teaches(officer, "upheld_decisions", "9")
    assert officer.field("upheld_decisions").state is State.CHANGED
    proposal = officer.window.teaching.proposal
    assert "we found for the resident in" in proposal.rules.currentItem().text()
    proposal.keep.click()
    assert officer.window.notice.text.startswith("Kept.")
    [own] = rules.load(places).rules
    assert own.rule.key == "upheld_decisions"

    pane = opens_unknown(officer, second)
    assert "Upheld decisions 14" in " ".join(label.text() for label in pane.findChildren(type(pane._wrong)))
    says_what_it_is(officer, pane, "Birch Council")
    field = officer.field("upheld_decisions")
    assert (field.value, field.state) == ("14", State.TO_CHECK)
    assert field.read.reason.startswith("Read by your own rule: ")
    assert officer.window.letter_page.view.place_of("upheld_decisions") is not None

    officer.does("own_rules")
    dialog = officer.window.teaching.rules
    dialog.export_to(tmp_path / "rules.json")
    colleague = Places.under(tmp_path / "colleague")
    theirs = RulesDialog(Holding(colleague), officer.window)
    theirs.import_from(tmp_path / "rules.json")
    officer.sees(theirs.proposal.keep.isEnabled)
    theirs.proposal.keep.click()
    done = command("read", second, "--base", tmp_path / "colleague", "--format", "json")
    assert json.loads(done.stdout)[0]["fields"]["upheld_decisions"]["value"] == 14


def test_a_rule_is_tried_on_saved_letters_and_leads_to_them(
    officer: Officer, first: Path, second: Path, places: Places
) -> None:
    for path, council, wrong in ((first, "Alder Council", "10"), (second, "Birch Council", "14")):
        says_what_it_is(officer, opens_unknown(officer, path), council)
        officer.desk.correct("upheld_decisions", wrong)
        officer.desk.finish("a story")
        officer.sees(lambda: officer.desk.letter.saved)
    third = first.with_name("third.pdf")
    third.write_bytes(letter("Cedar Council", 2031, 16, "8%"))
    says_what_it_is(officer, opens_unknown(officer, third), "Cedar Council")
    teaches(officer, "upheld_decisions", "16")
    proposal = officer.window.teaching.proposal
    assert "Tried on 2 letters" in proposal.view.sentence.text()
    [line] = [proposal.view.letters.item(n).text() for n in range(proposal.view.letters.count())]
    assert line == "Alder Council, 2030-31: it finds 9, recorded is 10"
    proposal.view.letters.itemActivated.emit(proposal.view.letters.item(0))
    officer.sees(lambda: officer.desk.review is not None and officer.desk.letter.identity[0] == "Alder Council")
    assert officer.desk.focus_key == "upheld_decisions"
    assert proposal.isVisible(), "the letter is looked at beside the question"
    proposal.keep.click()
    assert len(rules.load(places).rules) == 1
    [forget] = [way for way in officer.window.notice._ways if way.text() == "Forget it"]
    forget.click()
    assert rules.load(places).rules == ()


def test_the_whole_of_it_works_by_key(officer: Officer, first: Path, places: Places) -> None:
    pane = opens_unknown(officer, first)
    assert pane.kind.hasFocus()
    pane.kind.setCurrentText(OVERVIEW_2025.name)
    officer.presses(Qt.Key.Key_Tab)
    assert pane.authority.hasFocus()
    pane.authority.insert(
        "Alder Council"
    )  # as pasted: Qt without a screen cannot open the list of names that typing brings
    officer.presses(Qt.Key.Key_Tab)
    officer.types("2030-31")
    officer.presses(Qt.Key.Key_Return)
    officer.sees(lambda: officer.desk.review is not None)
    officer.desk.focus("upheld_decisions")
    officer.does("swap_side")
    pointer = officer.window.letter_page.filling.pointer
    for _ in range(60):
        officer.presses(Qt.Key.Key_BracketRight)
        if pointer.shown.source.text == "9":
            break
    officer.presses(Qt.Key.Key_Return)
    assert officer.field("upheld_decisions").value == "9"
    officer.does("teach")
    proposal = officer.window.teaching.proposal
    officer.sees(proposal.keep.isEnabled)
    QTest.keyClick(proposal, Qt.Key.Key_Return)
    assert [own.rule.key for own in rules.load(places).rules] == ["upheld_decisions"]
    officer.desk.undo()
    assert officer.field("upheld_decisions").value is None


def test_another_place_in_a_known_layout_is_asked_before_the_programs_own(
    officer: Officer, places: Places, tmp_path: Path
) -> None:
    officer.opens(SAMPLE)
    average = officer.field("upheld_rate_similar").read.sources[0]
    officer.desk.focus("upheld_rate")
    officer.desk.review.point("upheld_rate", average)
    officer.does("teach")
    proposal = officer.window.teaching.proposal
    officer.sees(proposal.keep.isEnabled)
    assert "before the program's own way" in proposal.scope.text()
    proposal.keep.click()
    [own] = rules.load(places).rules
    assert own.rule.instead
    copy = tmp_path / "copy.pdf"
    shutil.copy(SAMPLE, copy)
    officer.window.open_files([copy])
    officer.sees(lambda: officer.desk.review is not None and officer.desk.letter.name == copy.name)
    assert officer.field("upheld_rate").read.value == officer.field("upheld_rate_similar").read.value
    assert officer.field("upheld_rate").read.reason.startswith("Read by your own rule")


def test_a_field_that_nobody_pointed_at_says_how_to_teach_it(officer: Officer, first: Path) -> None:
    says_what_it_is(officer, opens_unknown(officer, first), "Alder Council")
    officer.desk.focus("upheld_rate")
    officer.does("teach")
    assert officer.window.teaching.proposal is None
    assert "Point at “Upheld rate” on the page first" in officer.window.notice.text
