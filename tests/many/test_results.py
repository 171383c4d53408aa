"""The file of `--resume`: what stands there is not done again, what is torn is cut off, what is somebody else's is left alone."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from ombudsview.errors import Trouble, Verdict
from ombudsview.many import ledger, results
from ombudsview.many.one import Known
from ombudsview.many.results import Results
from ombudsview.reports.json_report import as_jsonl
from tests.many.archive import files, lines, made

ONE, TWO, THREE = ("1" * 64, "2" * 64, "3" * 64)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Results of two files, the second with three letters."""
    path = tmp_path / "results.jsonl"
    with Results(path) as kept:
        assert kept.add(made("a.pdf", sha256=ONE)) is False
        assert kept.add(made("b.pdf", sha256=TWO, letters=3)) is False
    return path


def test_a_line_is_that_of_the_contract_and_says_who_read_it_and_which_letter_it_is(path: Path) -> None:
    told = lines(path.read_bytes())
    assert files(told) == ["a.pdf", "b.pdf", "b.pdf", "b.pdf"]
    assert [(one.pop("reader"), one.pop("letter"), one.pop("letters")) for one in told] == [
        ("1" if results.READER_VERSION == "1" else results.READER_VERSION, number, count)
        for number, count in ((1, 1), (1, 3), (2, 3), (3, 3))
    ]
    assert told[0] == json.loads(as_jsonl(made("a.pdf", sha256=ONE)))


def test_what_stands_there_is_known_and_not_written_again(path: Path) -> None:
    before = path.read_bytes()
    with Results(path) as kept:
        assert ONE in kept.known
        assert TWO in kept.known
        assert THREE not in kept.known
        assert len(kept.known) == 2
        kept.add(Known("a.pdf", ONE))
        kept.add(made("b.pdf", sha256=TWO, letters=3))
    assert path.read_bytes() == before


def test_the_same_bytes_under_another_name_are_answered_from_there(path: Path) -> None:
    with Results(path) as kept:
        kept.add(Known("copy.pdf", TWO))
        kept.add(Known("copy.pdf", TWO))
    told = lines(path.read_bytes())
    assert files(told)[4:] == ["copy.pdf"] * 3
    assert [{**one, "file": "b.pdf"} for one in told[4:]] == told[1:4]


@pytest.mark.parametrize("cut", [1, 2, 40, 1_000])
def test_a_torn_end_is_cut_off_with_the_other_letters_of_its_file(path: Path, cut: int) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:-cut])
    with Results(path) as kept:
        assert ONE in kept.known
        assert TWO not in kept.known
        kept.add(made("b.pdf", sha256=TWO, letters=3))
    assert path.read_bytes() == whole


def test_every_cut_leaves_results_that_can_be_gone_on_with(path: Path) -> None:
    whole = path.read_bytes()
    for length in range(0, len(whole), 97):
        path.write_bytes(whole[:length])
        with Results(path) as kept:
            kept.add(made("a.pdf", sha256=ONE))
            kept.add(made("b.pdf", sha256=TWO, letters=3))
        assert path.read_bytes() == whole, length


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n1 0 obj\n",
        b"%PDF-1.7 without any line",
        b"[\n",
        b'{"file": "a.pdf"}\n',
        b"null\n",
        b'{"file": "a.pdf", "sha256": "short", "verdict": "ok", "trouble": null, "reader": "1", "letter": 1, "letters": 1}\n',
        b"\xff\xfe\n",
    ],
)
def test_a_file_that_is_something_else_is_not_touched(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(content)
    with pytest.raises(Trouble) as told:
        Results(path)
    assert told.value.code == "no_results"
    assert path.read_bytes() == content


def test_what_another_reader_read_is_read_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "READER_VERSION", "another")
    with Results(path) as kept:
        assert ONE not in kept.known
        kept.add(made("a.pdf", sha256=ONE))
    assert [(one["file"], one["reader"]) for one in lines(path.read_bytes())][-1] == ("a.pdf", "another")


def test_a_trouble_of_the_last_time_is_a_trouble_still(tmp_path: Path) -> None:
    path = tmp_path / "results"
    for _ in range(2):
        with Results(path) as kept:
            assert kept.add(made("hung.pdf", sha256=ONE, verdict=Verdict.TIMED_OUT)) is True
            assert kept.add(made("gone.pdf", sha256=None, verdict=Verdict.MISSING)) is True
    assert files(lines(path.read_bytes())) == ["hung.pdf", "gone.pdf"]


def test_a_file_that_has_come_since_is_added(tmp_path: Path) -> None:
    path = tmp_path / "results"
    with Results(path) as kept:
        kept.add(made("gone.pdf", sha256=None, verdict=Verdict.MISSING))
    with Results(path) as kept:
        kept.add(made("gone.pdf", sha256=ONE))
    assert [one["verdict"] for one in lines(path.read_bytes())] == ["missing", "ok"]


def test_a_locked_file_is_tried_again_only_with_a_password(tmp_path: Path) -> None:
    path = tmp_path / "results"
    with Results(path) as kept:
        kept.add(made("locked.pdf", sha256=ONE, verdict=Verdict.PASSWORD))
    with Results(path) as kept:
        assert ONE in kept.known
    with Results(path, retry=True) as kept:
        assert ONE not in kept.known
        kept.add(made("locked.pdf", sha256=ONE, verdict=Verdict.PASSWORD))
        kept.add(made("locked.pdf", sha256=ONE))
    assert [one["verdict"] for one in lines(path.read_bytes())] == ["password", "ok"]


def test_names_that_are_no_text_are_known_again(tmp_path: Path) -> None:
    path, name = tmp_path / "results", os.fsdecode(b"caf\xe9.pdf")
    for _ in range(2):
        with Results(path) as kept:
            kept.add(made(name, sha256=ONE))
    assert files(lines(path.read_bytes())) == [name]


def test_two_runs_do_not_write_to_one_file(path: Path) -> None:
    with Results(path), pytest.raises(Trouble) as told:
        Results(path)
    assert told.value.code == "results_busy"


def test_a_folder_without_locks_is_told_as_that(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(errno.EOPNOTSUPP, "Operation not supported")

    monkeypatch.setattr(results, "seize", unsupported)
    with pytest.raises(Trouble) as told:
        Results(path)
    assert told.value.code == "no_locks"


def test_a_full_disk_leaves_whole_answers_only(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    kept = Results(path)

    class Full:
        """A disk with room for a hundred bytes more."""

        def __init__(self, file: object) -> None:
            self._file, self._room = file, 100

        def write(self, data: memoryview) -> int:
            if not self._room:
                raise OSError(28, "No space left on device")
            self._room, room = 0, self._room
            return self._file.write(data[:room])  # type: ignore[attr-defined, no-any-return]

        def __getattr__(self, name: str) -> object:
            return getattr(self._file, name)

    monkeypatch.setattr(kept, "_file", Full(kept._file))
    with kept, pytest.raises(Trouble) as told:
        kept.add(made("c.pdf", sha256=THREE))
    assert told.value.code == "disk_full"
    assert path.read_bytes() == before


def test_a_folder_is_no_place_for_results(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as told:
        Results(tmp_path)
    assert told.value.code == "not_writable"


def test_the_memory_of_a_file_does_not_grow_with_its_letters() -> None:
    known = ledger.Ledger("1", retry=False)
    for number in range(1_000):
        known.note(ledger.Line("x" * 500, f"{number:064x}", "ok", None, "1", 1, 1), number)
    assert len(known) == 1_000
    assert all(isinstance(key, int) for key in known._files)
    assert known.answer(f"{7:064x}") == 7
