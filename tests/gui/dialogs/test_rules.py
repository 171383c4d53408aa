"""Your rules: listed in words, removed and brought back, handed on and taken in only after a trial."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ombudsview.gui.dialogs.rules import RulesDialog
from ombudsview.gui.dialogs.rules_model import RulesModel
from ombudsview.gui.record.holding import Holding
from ombudsview.history import rules
from ombudsview.letters.rule import Between, Rule
from ombudsview.places import Places
from tests.gui.listen import waiting
from tests.history.made import ticking

RATE = Rule("upheld_rate", Between(after="of complaints were settled"), "outcomes", kind="measures-2019", instead=True)
REFERENCE = Rule("reference", Between("our ref"), marks=("annual report {year}",))


@pytest.fixture
def dialog(places: Places, qtbot: QtBot) -> Iterator[RulesDialog]:
    for rule in (RATE, REFERENCE):
        rules.save(places, rule, ticking())
    dialog = RulesDialog(Holding(places))
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    if dialog.proposal is not None:
        dialog.proposal.trials.close()


def lines(dialog: RulesDialog) -> list[str]:
    return [dialog.model.index(row).data() for row in range(dialog.model.rowCount())]


def choose(dialog: RulesDialog, row: int) -> None:
    dialog.list.setFocus()
    dialog.list.setCurrentIndex(dialog.model.index(row))


def test_rules_are_listed_in_words_with_what_they_are_for(dialog: RulesDialog) -> None:
    reference, rate = (line.split("\n") for line in lines(dialog))
    assert reference == [
        "Reference: the rest of the line after “our ref”",
        "For letters of unknown layout that say “annual report …”  ·  kept on 20 November 2026",
    ]
    assert rate[0] == "Upheld rate: the percentage before “of complaints were settled”, under the heading “outcomes”"
    assert rate[1].startswith("For letters of the kind “Annual Review letter, 2019, with tables” or “")
    assert rate[1].endswith(
        "  ·  It is asked before the program's own way of finding this  ·  kept on 20 November 2026"
    )


def test_the_model_keeps_qts_rules(places: Places, qtmodeltester: ModelTester) -> None:
    model = RulesModel()
    for rule in (RATE, REFERENCE):
        rules.save(places, rule)
    model.show_rules(rules.load(places).rules)
    qtmodeltester.check(model)


def test_no_rules_says_what_to_do(places: Places, qtbot: QtBot) -> None:
    dialog = RulesDialog(Holding(places))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.empty.isVisible()
    assert "point at it on the page" in dialog.empty.text()
    assert not dialog.export_button.isEnabled()
    assert dialog.import_button.isEnabled()


def test_a_rule_is_removed_by_key_and_brought_back_as_it_was(dialog: RulesDialog, places: Places) -> None:
    before = rules.load(places).rules
    choose(dialog, 0)
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert [own.rule for own in rules.load(places).rules] == [RATE]
    assert len(lines(dialog)) == 1
    assert dialog.told.text() == "1 rule was removed."
    dialog.back_button.click()
    assert rules.load(places).rules == before
    assert not dialog.back_button.isVisible()


def test_rules_are_handed_on_and_taken_in_after_a_trial(dialog: RulesDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.export_to(tmp_path / "ours")
    assert dialog.told.text() == "2 rules are in ours.json."
    theirs = Places.under(tmp_path / "colleague")
    other = RulesDialog(Holding(theirs))
    qtbot.addWidget(other)
    other.show()
    other.import_from(tmp_path / "ours.json")
    assert other.proposal is not None
    proposal = other.proposal
    with waiting(qtbot, proposal.trials.done):
        pass
    assert rules.load(theirs).rules == ()
    proposal.keep.click()
    assert {own.rule for own in rules.load(theirs).rules} == {RATE, REFERENCE}
    assert len(lines(other)) == 2
    other.import_from(tmp_path / "ours.json")
    assert other.told.text() == "All the rules in ours.json are kept already."


def test_a_window_that_only_looks_keeps_all_rules_and_takes_none(
    dialog: RulesDialog, places: Places, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.export_to(tmp_path / "ours.json")
    rules.remove(places, rules.load(places).rules[1].name)
    before = rules.load(places).rules
    looking = RulesDialog(Holding(places, looks_only=True))
    qtbot.addWidget(looking)
    looking.show()
    choose(looking, 0)
    looking.remove()
    assert looking.told.text().startswith("This window only looks")
    looking.told.clear()
    looking.import_from(tmp_path / "ours.json")
    assert looking.told.text().startswith("This window only looks")
    assert looking.proposal is None
    assert rules.load(places).rules == before


def test_only_the_rules_that_are_selected_are_handed_on(dialog: RulesDialog, tmp_path: Path) -> None:
    choose(dialog, 1)
    dialog.export_to(tmp_path / "one.json")
    assert rules.read_export(tmp_path / "one.json") == (RATE,)


@pytest.mark.parametrize("content", [b"", b"{}", b'{"format": 99}', b"%PDF-1.7", b'{"format":1,"what":"x","rules":[]}'])
def test_a_file_that_holds_no_rules_is_refused_with_a_sentence(
    dialog: RulesDialog, places: Places, tmp_path: Path, content: bytes
) -> None:
    before = rules.load(places)
    path = tmp_path / "theirs.json"
    path.write_bytes(content)
    dialog.import_from(path)
    assert dialog.told.isVisible()
    assert dialog.told.text().endswith(".")
    assert dialog.proposal is None
    assert rules.load(places) == before


def test_a_damaged_rule_is_told_and_the_others_are_listed(dialog: RulesDialog, places: Places) -> None:
    places.rules.joinpath("broken.json").write_text("{")
    dialog.refresh()
    assert "broken.json" in dialog.told.text()
    assert len(lines(dialog)) == 2


def test_every_control_has_a_name_and_is_large_enough(dialog: RulesDialog) -> None:
    buttons = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
    assert len(buttons) == 4
    assert dialog.list.accessibleName()
    for button in buttons:
        assert button.text()
        assert min(button.width(), button.height()) >= 24
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
