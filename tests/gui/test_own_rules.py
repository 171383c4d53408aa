"""The officer's rules go along with each letter that the window has read; what is wrong with them holds no letter up."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from ombudsview.gui import own_rules
from ombudsview.gui.desk import Desk
from ombudsview.history import rules
from ombudsview.letters.rule import Between, Rule
from ombudsview.places import Places
from ombudsview.reading.rule_data import unpack
from tests.gui.handmade import FakeReader
from tests.gui.listen import waiting

RULE = Rule("upheld_rate", Between(after="of complaints were settled"), kind="psow")


def test_without_rules_nothing_is_sent_and_nothing_is_made(places: Places) -> None:
    assert own_rules.for_reader(places) == b""
    assert not places.data.exists()


def test_rules_are_sent_as_they_are_when_the_letter_is_read(
    desk: Desk, reader: FakeReader, places: Places, letter_file: Path, qtbot: QtBot
) -> None:
    with waiting(qtbot, desk.read):
        desk.open(letter_file)
    saved = rules.save(places, RULE)
    with waiting(qtbot, desk.read):
        desk.open(letter_file)
    rules.remove(places, saved.name)
    with waiting(qtbot, desk.read):
        desk.open(letter_file)
    assert [unpack(sent) for sent in reader.rules] == [(), (RULE,), ()]


def test_a_folder_of_rules_that_cannot_be_read_holds_no_letter_up(places: Places) -> None:
    places.rules.mkdir(parents=True)
    places.rules.joinpath("rule.json").write_text("{")
    assert own_rules.for_reader(places) == b""
