"""Tables and letter files agree after a start, whatever was done to either."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ombudsview.errors import Trouble
from ombudsview.history import letter_file
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.history import asked
from tests.history.made import dump, finished


@pytest.fixture
def file(places: Places) -> Path:
    """The letter file of a history with one letter."""
    with closing(Store.open(places)) as store:
        finished().save(store)
    [path] = places.letter_files.iterdir()
    return path


@pytest.mark.parametrize(
    ("spoil", "kept"),
    [
        (Path.unlink, 0),
        (lambda path: path.write_bytes(b""), 1),
        (lambda path: path.write_bytes(path.read_bytes()[:-30]), 1),
        (lambda path: path.write_bytes(b"\xff\xfe" + path.read_bytes()), 1),
        (lambda path: path.write_bytes(path.read_bytes().replace(b"Mereford", b"Harlford")), 1),
        (lambda path: path.touch(), 0),
        (lambda path: path.write_bytes(path.read_bytes().replace(b'"version": 1', b'"version": 0')), 0),
    ],
)
def test_a_file_that_is_not_what_was_written_is_written_again(
    places: Places, file: Path, spoil: Callable[[Path], object], kept: int
) -> None:
    content, before = file.read_bytes(), dump(places.history)
    spoil(file)
    Store.open(places).close()
    assert file.read_bytes() == content
    assert dump(places.history) == before
    assert len(list(places.letter_files.iterdir())) == 1 + kept


def test_files_that_were_not_touched_are_not_read(places: Places, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(content: bytes) -> None:
        raise AssertionError

    monkeypatch.setattr(letter_file, "decode", never)
    Store.open(places).close()
    file.touch()
    with pytest.raises(AssertionError):
        Store.open(places)


def test_a_file_of_another_history_is_taken_in(places: Places, file: Path, tmp_path: Path) -> None:
    other = Places.under(tmp_path / "other")
    with closing(Store.open(other)) as store:
        stranger = finished(title="Annual Review letter 2021")
        stranger.save(store)
    [path] = other.letter_files.iterdir()
    path.rename(places.letter_files / path.name)
    for _ in range(2):
        with closing(Store.open(places)) as store:
            assert sorted(row.sequence for row in asked.letters(store)) == [1, 2]
            assert list(asked.figures(store)) != []
    record = letter_file.decode((places.letter_files / path.name).read_bytes())
    assert (record.letter, record.sequence) == (stranger.name, 2)


@pytest.mark.parametrize(
    "contradict",
    [
        lambda record: record.update(document="f" * 64),
        lambda record: record.update(sequence=2**70),
        lambda record: record["revisions"][0].update(document="f" * 64),
        lambda record: record["revisions"][0]["readings"][0].update(paper="f" * 64),
    ],
)
def test_a_file_that_contradicts_itself_is_set_aside_and_stops_nothing(
    places: Places, file: Path, contradict: Callable[[dict[str, Any]], object]
) -> None:
    record = json.loads(file.read_bytes())
    contradict(record)
    stranger = file.with_name(f"{'a' * 64}-1.json")
    stranger.write_text(json.dumps(record | {"letter": stranger.stem, "number": 77}))
    with closing(Store.open(places)) as store:
        assert [row.letter for row in asked.letters(store)] == [file.stem]
    assert not stranger.exists()
    assert len(list(places.letter_files.glob(f"{stranger.name}.damaged-*"))) == 1


def test_a_file_of_a_newer_program_stops_the_start_untouched(places: Places, file: Path) -> None:
    content = file.read_bytes().replace(b'"format": 1', b'"format": 2')
    file.write_bytes(content)
    with pytest.raises(Trouble) as caught:
        Store.open(places)
    assert caught.value.code == "history_newer"
    assert file.read_bytes() == content
