"""The history copied, looked through, and made anew."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from ombudsview.errors import Trouble
from ombudsview.history import backups
from ombudsview.history.chores import check, copy_to, remake
from ombudsview.history.rules import export_to
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.history import asked
from tests.history.made import dump


def test_a_copy_is_one_sound_file_and_takes_an_older_ones_place(kept: Places, tmp_path: Path) -> None:
    path = tmp_path / "elsewhere" / "copy.sqlite"
    path.parent.mkdir()
    path.write_bytes(b"an older copy")
    with closing(Store.open(kept)):  # while it is in use
        assert copy_to(kept, path) == path.stat().st_size
    assert dump(path) == dump(kept.history)
    assert [one.name for one in path.parent.iterdir()] == ["copy.sqlite"]


def test_a_copy_that_cannot_be_written_leaves_nothing(kept: Places, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("no folder")
    with pytest.raises(Trouble):
        copy_to(kept, file / "copy.sqlite")
    assert file.read_text() == "no folder"


@pytest.mark.parametrize("chore", [check, lambda places: copy_to(places, places.data / "copy")])
def test_without_a_history_it_is_said(places: Places, chore) -> None:
    with pytest.raises(Trouble, match="no history yet"):
        chore(places)


def test_all_is_well(kept: Places) -> None:
    heard: list[tuple[int, int]] = []
    found = check(kept, lambda *done: heard.append(done))
    assert (
        found.sentence
        == "All is well: the history is sound, and each of its 6 letters has its PDF and its second copy."
    )
    assert heard[-1] == (12, 12)


def test_what_is_not_well_is_said_by_name(kept: Places) -> None:
    pdf, other = sorted(kept.documents.glob("*.pdf"))[:2]
    pdf.write_bytes(pdf.read_bytes() + b" ")
    other.unlink()
    copy, *_ = sorted(kept.letter_files.glob("*.json"))
    copy.unlink()
    found = check(kept).sentence
    assert found.count("Mereford Borough Council 20") == 2
    assert "1 letter has no second copy" in found
    assert "own file is sound" in found


def test_a_damaged_file_is_found(kept: Places) -> None:
    content = bytearray(kept.history.read_bytes())
    content[4096:8192] = b"\xaa" * 4096
    kept.history.write_bytes(content)
    try:
        sentence = check(kept).sentence
    except Trouble as trouble:
        sentence = trouble.sentence
    assert "damaged" in sentence


def test_it_is_made_anew_after_a_copy_of_it(kept: Places) -> None:
    before = dump(kept.history)
    heard: list[tuple[int, int]] = []
    said = remake(kept, lambda *done: heard.append(done))
    assert "made anew from 6 letters" in said
    assert heard == [(n, 6) for n in range(1, 7)]
    assert dump(kept.history) == before
    (copy,) = kept.backups.glob("*-before-rebuild.sqlite")
    assert copy.name in said
    assert dump(copy) == before
    assert copy in [path for _, path in backups.newest_first(kept.backups)]


def test_a_damaged_one_is_made_anew_and_kept_beside(kept: Places) -> None:
    rows = asked.letters(kept)
    kept.history.write_bytes(b"not a database at all" * 100)
    assert "6 letters" in remake(kept)
    assert asked.letters(kept) == rows
    assert list(kept.data.glob("history.sqlite.replaced-*"))


def test_without_letter_files_nothing_is_touched(kept: Places) -> None:
    for path in kept.letter_files.iterdir():
        path.unlink()
    before = kept.history.read_bytes()
    with pytest.raises(Trouble, match="no letter files"):
        remake(kept)
    assert kept.history.read_bytes() == before


def test_while_it_is_in_use_it_is_not_made_anew(kept: Places) -> None:
    with closing(Store.open(kept)), pytest.raises(Trouble) as told:
        remake(kept)
    assert told.value.code == "history_locked"


@pytest.mark.parametrize(
    ("pragma", "code"), [("user_version = 99", "history_newer"), ("application_id = 77", "history_foreign")]
)
@pytest.mark.parametrize("chore", [check, remake])
def test_what_is_not_ours_is_neither_checked_nor_made_anew(kept: Places, chore, pragma: str, code: str) -> None:
    with closing(sqlite3.connect(kept.history, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA {pragma}")
    before = kept.history.read_bytes()
    with pytest.raises(Trouble) as told:
        chore(kept)
    assert told.value.code == code
    assert kept.history.read_bytes() == before


def test_another_programs_unmarked_database_is_not_replaced(kept: Places) -> None:
    kept.history.unlink()
    with closing(sqlite3.connect(kept.history)) as connection:
        connection.execute("CREATE TABLE songs (name TEXT)")
        connection.commit()
    before = kept.history.read_bytes()
    with pytest.raises(Trouble, match="another program"):
        remake(kept)
    assert kept.history.read_bytes() == before


def test_the_file_that_was_replaced_is_named(kept: Places) -> None:
    said = remake(kept)
    (aside,) = kept.data.glob("history.sqlite.replaced-*")
    assert aside.name in said


def test_a_letter_without_second_copy_is_not_lost(kept: Places) -> None:
    before = dump(kept.history)
    next(kept.letter_files.glob("*.json")).unlink()
    assert "from 6 letters" in remake(kept)
    assert dump(kept.history) == before


def test_a_place_that_takes_no_copy_is_named_and_the_history_is_not_blamed(kept: Places, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.write_text("no folder")
    for chore in (lambda: copy_to(kept, stick / "copy.sqlite"), lambda: export_to(stick / "rules.json", ())):
        with pytest.raises(Trouble) as told:
            chore()
        assert str(stick) in told.value.sentence
        assert "history" not in told.value.sentence
