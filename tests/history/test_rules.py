"""The officer's rules on disk: one readable file each, handed on and taken in, and nothing lost or believed on the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ombudsview.errors import Trouble
from ombudsview.history import rules
from ombudsview.letters.rule import Between, Rule
from ombudsview.places import Places
from ombudsview.reading import rule_data
from tests.history.made import ticking

ONE = Rule("upheld_rate", Between(after="of complaints were settled"), "outcomes", kind="psow")
TWO = Rule("reference", Between("our ref"))


def test_no_folder_is_no_rules(places: Places) -> None:
    assert rules.load(places) == rules.Loaded(())
    rules.remove(places, "nothing")
    assert not places.data.exists()


def test_what_is_kept_comes_back(places: Places) -> None:
    saved = rules.save(places, ONE, ticking())
    assert rules.load(places).rules == (saved,)
    assert rules.load(places).plain == (ONE,)
    assert (saved.rule, saved.made[:10]) == (ONE, "2026-11-20")
    assert "of complaints were settled" in saved.says
    [path] = places.rules.iterdir()
    assert json.loads(path.read_bytes())["rule"]["says"] == saved.says


def test_the_same_rule_is_kept_once_and_may_change_when_it_is_asked(places: Places) -> None:
    first = rules.save(places, ONE, ticking())
    instead = Rule(ONE.key, ONE.anchor, ONE.under, kind=ONE.kind, instead=True)
    again = rules.save(places, instead)
    assert rules.load(places).rules == (again,)
    assert (again.name, again.made, again.rule.instead) == (first.name, first.made, True)


def test_a_rule_is_forgotten_by_its_name_whatever_its_file_is_called(places: Places) -> None:
    one, two = rules.save(places, ONE), rules.save(places, TWO)
    (places.rules / f"{one.name}.json").rename(places.rules / "copied from Anna.json")
    assert {own.name for own in rules.load(places).rules} == {one.name, two.name}
    rules.remove(places, one.name)
    assert rules.load(places).rules == (two,)


def test_a_damaged_file_is_told_and_left_and_the_others_count(places: Places) -> None:
    saved = rules.save(places, ONE)
    damaged = places.rules / "damaged.json"
    damaged.write_bytes(b'{"format": 1')
    later = places.rules / "later.json"
    later.write_bytes(b'{"format": 9}')
    loaded = rules.load(places)
    assert loaded.rules == (saved,)
    assert {trouble.code for trouble in loaded.troubles} == {"rule_refused", "rule_newer"}
    assert "damaged.json" in loaded.troubles[0].sentence
    assert damaged.read_bytes() == b'{"format": 1'


def test_rules_go_to_a_colleague_and_come_in_once(places: Places, tmp_path: Path) -> None:
    theirs = Places.under(tmp_path / "theirs")
    rules.save(places, ONE)
    rules.save(places, TWO)
    file = tmp_path / "rules.json"
    rules.export_to(file, rules.load(places).plain)
    handed_on = rules.read_export(file)
    assert set(handed_on) == {ONE, TWO}
    kept = rules.save(theirs, TWO)
    [added] = rules.save_all(theirs, handed_on)
    assert added.rule == ONE
    assert set(rules.load(theirs).rules) == {added, kept}
    assert rules.save_all(theirs, handed_on) == ()
    assert set(rules.load(theirs).plain) == {ONE, TWO}


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b'{"format": 1, "what": "rules for OmbudsView", "rules": [{}]}'])
def test_a_file_that_is_no_rules_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "rules.json"
    file.write_bytes(content)
    with pytest.raises(Trouble) as caught:
        rules.read_export(file)
    assert caught.value.code == "rule_refused"


def test_one_bad_rule_and_none_is_taken(tmp_path: Path) -> None:
    said = json.loads(rule_data.export((ONE, TWO)))
    said["rules"][1]["words"]["before"] = "(a+)+"
    file = tmp_path / "rules.json"
    file.write_text(json.dumps(said))
    with pytest.raises(Trouble):
        rules.read_export(file)


def test_a_file_that_is_not_there_or_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as caught:
        rules.read_export(tmp_path / "gone.json")
    assert caught.value.code == "not_readable"
    big = tmp_path / "big.json"
    with big.open("wb") as file:
        file.truncate(1 << 32)  # a hole, as large as it says and on no disk
    with pytest.raises(Trouble) as caught:
        rules.read_export(big)
    assert caught.value.code == "rule_refused"


def test_there_is_an_end_to_how_many_are_kept(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "MOST_RULES", 1)
    rules.save(places, ONE)
    rules.save(places, ONE)
    with pytest.raises(Trouble) as caught:
        rules.save(places, TWO)
    assert caught.value.code == "too_many_rules"
    with pytest.raises(Trouble) as caught:
        rules.save_all(places, (ONE, TWO))
    assert caught.value.code == "too_many_rules"
    assert rules.load(places).plain == (ONE,)


def test_a_file_that_cannot_be_written_is_told(places: Places, tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_bytes(b"")
    with pytest.raises(Trouble) as caught:
        rules.export_to(blocked / "rules.json", (ONE,))
    assert caught.value.code == "not_writable"
