"""The history made again from its letter files alone is the history that was."""

from __future__ import annotations

import shutil
from contextlib import closing

import pytest

from ombudsview.errors import Trouble
from ombudsview.history.healing import rebuild
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.history import asked
from tests.history.made import Letter, dump, finished


def _filled(places: Places) -> None:
    """Letters of every fate: amended, filed elsewhere, taken back, checked twice over, saved again, second of its year, unknown."""
    with closing(Store.open(places)) as store:
        for number in range(12):
            letter = finished(period_end=f"{2010 + number}-03-31", investigations=str(number + 5))
            letter.save(store)
            if number % 2:
                letter.review.reopen()
                letter.review.correct("authority", "Alder Council")
                letter.review.query("title", "Is this right?")
                letter.review.finish("Amended.")
                letter.save(store)
            if number % 3 == 0:
                store.remove_save(letter.name)
            if number % 4 == 0:
                letter.review = letter.anew()
                letter.review.deny("upheld_rate")
                letter.review.finish("Checked by another officer.")
                letter.save(store)
        for extra in (Letter(salt="copy"), Letter(text="A second one."), Letter({"authority": None, "title": "—"})):
            extra.review.finish("Kept.")
            extra.save(store)


def test_rebuilt_from_letter_files_it_is_equal_field_by_field_events_included(places: Places) -> None:
    _filled(places)
    before = dump(places.history)
    assert len(before["event"]) > 60
    with closing(Store.open(places)) as store:
        letters, figures = asked.letters(store), asked.figures(store)
        loaded = {row.letter: asked.load(store, row.letter) for row in letters}
    old = places.history.read_bytes()
    shutil.rmtree(places.backups)
    result = rebuild(places).result
    assert (result.taken_in, result.damaged) == (len(before["letter"]), [])
    assert dump(places.history) == before
    [aside] = places.data.glob("history.sqlite.replaced-*")
    assert aside.read_bytes() == old
    with closing(Store.open(places)) as store:
        assert (asked.letters(store), asked.figures(store)) == (letters, figures)
        assert {row.letter: asked.load(store, row.letter) for row in letters} == loaded


def test_a_history_that_is_gone_comes_back_at_the_next_start(places: Places) -> None:
    _filled(places)
    before = dump(places.history)
    places.history.unlink()
    shutil.rmtree(places.backups)
    with closing(Store.open(places)) as store:
        assert store.notice is not None
        assert "missing" in store.notice.what
        assert dump(places.history) == before


def test_a_spoilt_letter_file_is_named_and_the_others_are_taken_in(places: Places) -> None:
    _filled(places)
    spoilt = sorted(places.letter_files.iterdir())[3]
    spoilt.write_bytes(spoilt.read_bytes()[:-20])
    result = rebuild(places).result
    assert result.damaged == [spoilt.stem]
    assert not spoilt.exists()
    [kept] = places.letter_files.glob("*.damaged-*")
    assert kept.name.startswith(spoilt.name)


def test_it_waits_for_nobody_who_writes(places: Places) -> None:
    with closing(Store.open(places)), pytest.raises(Trouble) as caught:
        rebuild(places)
    assert caught.value.code == "history_locked"
