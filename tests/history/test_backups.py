"""Backups: which are kept, and that each was checked."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombudsview.errors import Trouble
from ombudsview.history import backups
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.history import asked
from tests.history.made import dump, finished

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def days_kept(*ages: float) -> list[float]:
    kept = backups.keep((NOW - timedelta(days=age) for age in ages), NOW)
    return [(NOW - when) / timedelta(days=1) for when in kept]


@pytest.mark.parametrize(
    ("ages", "kept"),
    [
        ((), []),
        ((0.1, 0.2, 0.3, 1.5, 1.9), [0.1, 0.2, 0.3, 1.5, 1.9]),  # all of two days
        ((2.1, 2.2, 2.3, 3.1), [2.1, 3.1]),  # then the newest of each day
        (
            tuple(range(2, 20)),
            [*range(2, 14), 19],
        ),  # twelve of those, then the newest of each week: 13 and 14 days ago share one
    ],
)
def test_the_rule(ages: tuple[float, ...], kept: list[float]) -> None:
    assert days_kept(*ages) == pytest.approx(kept)


def test_years_of_daily_backups_come_down_to_two_days_12_days_10_weeks_and_9_months() -> None:
    kept = days_kept(*range(1500))
    assert kept[:2] == [0, 1]
    assert len(kept) == 2 + backups.DAILY + backups.WEEKLY + backups.MONTHLY
    assert 330 < kept[-1] < 400


def test_weeks_do_not_run_together_over_new_year() -> None:
    ends = [datetime(2026, 1, 4, 12, tzinfo=UTC) - timedelta(weeks=number) for number in range(8)]
    days = [datetime(2026, 2, 1, 12, tzinfo=UTC) - timedelta(days=number) for number in range(12)]
    kept = backups.keep([*ends, *days], datetime(2026, 2, 5, tzinfo=UTC))
    assert kept == sorted({*ends, *days}, reverse=True)


@given(st.lists(st.integers(0, 60 * 24 * 900), unique=True, max_size=200))
def test_thinning_day_by_day_keeps_the_newest_and_never_more_than_the_rule(minutes: list[int]) -> None:
    held: list[datetime] = []
    for minute in sorted(minutes):
        now = NOW + timedelta(minutes=minute)
        held = backups.keep([*held, now], now)
        assert held[0] == now
        older = [when for when in held if now - when >= backups.ALL_OF]
        assert len(older) <= backups.DAILY + backups.WEEKLY + backups.MONTHLY
    assert held == sorted(held, reverse=True)


def test_one_is_made_before_the_first_save_of_a_session_and_no_more(places: Places) -> None:
    for hour in (9, 10):
        with closing(Store.open(places, lambda hour=hour: f"2026-11-20T{hour:02}:00:00+00:00")) as store:  # type: ignore[misc]
            before = dump(places.history)
            assert asked.letters(store) is not None
            assert len(list(places.backups.glob("*"))) == hour - 9
            finished(investigations=str(hour)).save(store)
            finished(investigations=str(hour), title=None).save(store)
    newest = places.backups / "history-20261120T100000Z.sqlite"
    assert sorted(places.backups.iterdir()) == [places.backups / "history-20261120T090000Z.sqlite", newest]
    assert dump(newest) == before


def test_a_history_that_is_not_sound_is_told_before_anything_is_saved_to_it(places: Places) -> None:
    with closing(Store.open(places)) as store:
        for number in range(8):
            finished(investigations=str(number + 5)).save(store)
    with closing(Store.open(places)) as store:
        content = bytearray(places.history.read_bytes())
        root = store._db.conn.execute("SELECT rootpage FROM sqlite_master WHERE name = 'place'").fetchone()[0]
        content[(root - 1) * 4096 : root * 4096] = bytes(4096)
        places.history.write_bytes(content)
        with pytest.raises(Trouble) as caught:
            finished(investigations="30").save(store)
        assert caught.value.code == "history_damaged"
    with closing(Store.open(places)) as store:
        assert store.notice is not None
        assert len(asked.letters(store)) == 8


def test_thinning_leaves_copies_made_before_a_change_and_what_is_not_its_own(tmp_path: Path) -> None:
    names = ["history-20200101T000000Z-before-v2.sqlite", "history-20200101T000000Z.sqlite.bak", "notes.txt"]
    for name in [*names, *(f"history-202001{day:02}T000000Z.sqlite" for day in range(1, 29))]:
        (tmp_path / name).write_bytes(b"")
    backups.thin(tmp_path, NOW)
    left = {path.name for path in tmp_path.iterdir()}
    assert left >= set(names)
    assert len(left) < 28
