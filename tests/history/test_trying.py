"""Rules on trial on the kept letters: all of them, with what is recorded, while the history is open elsewhere and unharmed."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from ombudsview.errors import Trouble
from ombudsview.history.store import Store
from ombudsview.history.trying import how_many, try_rules
from ombudsview.letters.rule import Between, Rule
from ombudsview.places import Places
from ombudsview.reading.trial import Outcome, Trial
from tests.history import asked
from tests.history.made import finished

RATE = Rule("upheld_rate", Between("settled"), marks=())


def tried(places: Places, rule: Rule = RATE) -> Trial:
    [trial] = try_rules(places, (rule,), lambda *_: True)
    return trial


def test_no_history_has_no_letters(places: Places) -> None:
    assert how_many(places) == 0
    assert tried(places) == Trial(RATE, ())
    assert not places.data.exists()


def test_every_letter_is_tried_beside_what_is_recorded(places: Places) -> None:
    with closing(Store.open(places)) as store:
        letters = [finished(), finished(authority="Alder Council", upheld_rate="75")]
        for letter in letters:
            letter.save(store)
        assert how_many(places) == 2
        found = tried(places).tried
    assert [(one.name, one.recorded) for one in found] == [
        ("Alder Council, 2019-20", "75"),
        ("Mereford Borough Council, 2019-20", "80"),
    ]
    assert [one.letter for one in found] == [letters[1].name, letters[0].name]


def test_a_letter_that_was_taken_back_is_not_tried(places: Places) -> None:
    with closing(Store.open(places)) as store:
        letter = finished()
        letter.save(store)
        store.remove_save(letter.name)
        assert how_many(places) == 0
        assert tried(places).tried == ()


def test_a_trial_changes_nothing(places: Places) -> None:
    rule = Rule("upheld_rate", Between("words that no", "letter has"))
    with closing(Store.open(places)) as store:
        finished().save(store)
        before = asked.letters(store), asked.figures(store)
        assert [one.outcome for one in tried(places, rule).tried] == [Outcome.NOTHING]
        assert (asked.letters(store), asked.figures(store)) == before


def test_a_file_that_is_no_history_is_told(places: Places) -> None:
    places.data.mkdir(parents=True)
    with closing(sqlite3.connect(places.history)) as other:
        other.execute("PRAGMA application_id = 7")
        other.execute("CREATE TABLE theirs (x)")
    with pytest.raises(Trouble) as caught:
        how_many(places)
    assert caught.value.code == "history_foreign"


def test_rules_for_several_fields_are_tried_in_one_go_and_can_be_stopped(places: Places) -> None:
    count = Rule("investigations", Between("settled"), marks=())
    with closing(Store.open(places)) as store:
        for name in ("Alder Council", "Birch Council", "Cedar Council"):
            letter = finished(authority=name)
            letter.text = "settled 80%"
            letter.__post_init__()
            letter.review.finish("A trial.")
            letter.save(store)
    heard: list[tuple[int, int]] = []
    whole = try_rules(places, (RATE, count), lambda *so: heard.append(so) is None)
    assert heard == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert [one.rule for one in whole] == [RATE, count]
    assert [len(one.of(Outcome.SAME)) for one in whole] == [3, 0]
    assert whole == tuple(tried(places, rule) for rule in (RATE, count))
    stopped = try_rules(places, (RATE,), lambda done, _: done < 2)
    assert [len(one.tried) for one in stopped] == [2]
    assert try_rules(places, (), lambda *_: True) == ()
