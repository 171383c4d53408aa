"""The history opens or heals: newer, foreign, damaged and missing files."""

from __future__ import annotations

import hashlib
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from ombudsview.errors import Trouble
from ombudsview.history.marks import APPLICATION_ID, VERSION
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.history import asked
from tests.history.made import YEARS, dump, finished


def test_a_new_history_is_marked_in_the_file_itself(places: Places) -> None:
    with closing(Store.open(places)):
        head = places.history.read_bytes()[:100]
    assert int.from_bytes(head[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(head[60:64], "big") == VERSION


@pytest.mark.parametrize("journal", ["delete", "wal"])
@pytest.mark.parametrize(
    ("pragma", "code"),
    [(f"user_version = {VERSION + 1}", "history_newer"), ("application_id = 77", "history_foreign")],
)
def test_what_is_not_ours_is_refused_and_stays_byte_for_byte(
    kept: Places, pragma: str, code: str, journal: str
) -> None:
    with closing(sqlite3.connect(kept.history, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA journal_mode = {journal}")
        connection.execute(f"PRAGMA {pragma}")
    before = _hashes(kept.data)
    with pytest.raises(Trouble) as caught:
        Store.open(kept)
    assert caught.value.code == code
    assert _hashes(kept.data) == before


def test_another_programs_database_without_a_mark_is_refused(kept: Places) -> None:
    kept.history.unlink()
    with closing(sqlite3.connect(kept.history)) as connection:
        connection.execute("CREATE TABLE songs (name TEXT)")
        connection.commit()
    before = _hashes(kept.data)
    with pytest.raises(Trouble) as caught:
        Store.open(kept)
    assert caught.value.code == "history_foreign"
    assert _hashes(kept.data) == before


def test_a_folder_in_its_place_is_told(places: Places) -> None:
    places.history.mkdir(parents=True)
    with pytest.raises(Trouble) as caught:
        Store.open(places)
    assert caught.value.code == "history_damaged"
    assert places.history.is_dir()


def _hashes(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "history.lock")
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


# Damage


def cut(share: float) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        content = path.read_bytes()
        path.write_bytes(content[: int(len(content) * share)])

    return spoil


def bytes_changed(number: int, start: int = 100) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        chance, content = random.Random(number), bytearray(path.read_bytes())
        for _ in range(number):
            content[chance.randrange(start, len(content))] ^= chance.randrange(1, 256)
        path.write_bytes(content)

    return spoil


def pages_blanked(*numbers: int) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        content = bytearray(path.read_bytes())
        for number in numbers:
            content[number * 4096 : (number + 1) * 4096] = bytes(4096)
        path.write_bytes(content)

    return spoil


def _header_gone(path: Path) -> None:
    path.write_bytes(b"\x00" * 100 + path.read_bytes()[100:])


def _not_a_database(path: Path) -> None:
    path.write_bytes(b"Dear Sir, this is no database. " * 100)


DAMAGES = {
    "empty": cut(0),
    "one byte": lambda path: path.write_bytes(b"S"),
    "half": cut(0.5),
    "most": cut(0.99),
    "header": _header_gone,
    "text": _not_a_database,
    "schema page": pages_blanked(0),
    "missing": Path.unlink,
    **{f"page {number}": pages_blanked(number) for number in range(1, 12)},
    **{f"{number} bytes": bytes_changed(number) for number in (300, 1000, 3000)},
}


@pytest.mark.parametrize("copies", ["both", "letter files", "backup"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_no_letter_is_lost_to_any_damage(kept: Places, damage: str, copies: str) -> None:
    with closing(Store.open(kept)) as store:
        store.back_up()
    before = dump(kept.history)
    if copies == "letter files":
        shutil.rmtree(kept.backups)
    if copies == "backup":
        shutil.rmtree(kept.letter_files)
    DAMAGES[damage](kept.history)
    spoilt = kept.history.read_bytes() if kept.history.exists() else None
    with closing(Store.open(kept)) as store:
        assert dump(kept.history) == before
        assert {row.period_end for row in asked.letters(store)} == set(YEARS)
        if store.notice is None:
            return  # SQLite found nothing wrong, and nothing was
        assert store.notice.code == "history_restored"
    asides = [path.read_bytes() for path in kept.data.glob("history.sqlite.damaged-*")]
    assert asides == ([] if spoilt is None else [spoilt])
    with closing(Store.open(kept)) as store:
        assert store.notice is None


def test_a_history_that_was_only_just_begun_when_letters_were_there_is_restored(kept: Places) -> None:
    before = dump(kept.history)
    kept.history.unlink()
    with closing(sqlite3.connect(kept.history)) as connection:
        connection.execute("PRAGMA journal_mode = wal")
    assert kept.history.stat().st_size > 0
    with closing(Store.open(kept)) as store:
        assert store.notice is not None
        assert dump(kept.history) == before


def test_with_no_second_copy_it_starts_anew_says_so_and_keeps_the_damaged_file(kept: Places) -> None:
    shutil.rmtree(kept.backups)
    shutil.rmtree(kept.letter_files)
    _header_gone(kept.history)
    spoilt = kept.history.read_bytes()
    with closing(Store.open(kept)) as store:
        assert asked.letters(store) == ()
        assert store.notice is not None
        [aside] = kept.data.glob("*.damaged-*")
        assert aside.name in store.notice.what
        assert aside.read_bytes() == spoilt


def test_a_spoilt_backup_is_passed_over_for_an_older_one(kept: Places) -> None:
    with closing(Store.open(kept, lambda: "2098-11-18T09:00:00+00:00")) as store:
        store.back_up()
    before = dump(kept.history)
    shutil.rmtree(kept.letter_files)
    newer = kept.backups / "history-20991231T000000Z.sqlite"
    newer.write_bytes(kept.history.read_bytes())
    pages_blanked(2, 3, 4)(newer)
    _header_gone(kept.history)
    with closing(Store.open(kept)) as store:
        assert store.notice is not None
        assert dump(kept.history) == before


def test_a_log_that_lost_its_database_is_kept_and_not_replayed(kept: Places) -> None:
    before = dump(kept.history)
    kept.history.unlink()
    log = kept.history.with_name("history.sqlite-wal")
    log.write_bytes(b"a log from another time")
    with closing(Store.open(kept)):
        assert dump(kept.history) == before
    [aside] = kept.data.glob("history.sqlite-wal.damaged-*")
    assert aside.read_bytes() == b"a log from another time"


def test_a_database_that_lost_its_log_gets_its_letters_back_from_their_files(kept: Places, tmp_path: Path) -> None:
    with closing(Store.open(kept)) as store:
        finished(authority="Alder Council").save(store)
        letter = finished(period_end=YEARS[0])
        letter.review = letter.anew(asked.load(store, letter.name).events)
        letter.review.reopen()
        letter.review.correct("investigations", "9")
        letter.review.finish("Amended.")
        letter.save(store)
        shutil.copy(kept.history, tmp_path / "without log")
        expected = dump(kept.history)
    shutil.copy(tmp_path / "without log", kept.history)
    assert dump(kept.history) != expected
    with closing(Store.open(kept)):
        assert dump(kept.history) == expected


@pytest.mark.parametrize("step", range(12))
def test_a_restoration_that_was_killed_is_begun_again(kept: Places, step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every rename of the restoration in turn is the last thing that happens."""
    before = dump(kept.history)
    _header_gone(kept.history)
    spoilt = kept.history.read_bytes()
    calls = iter(range(100))

    class KilledError(BaseException):
        pass

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object) -> object:
            if next(calls) == step:
                raise KilledError
            return real(*arguments)

        return call

    with monkeypatch.context() as patch:
        for name in ("rename", "replace"):
            patch.setattr(Path, name, counted(getattr(Path, name)))
        with suppress(KilledError):
            Store.open(kept).close()
    with closing(Store.open(kept)):
        assert dump(kept.history) == before
    [aside] = kept.data.glob("history.sqlite.damaged-*")
    assert aside.read_bytes() == spoilt
