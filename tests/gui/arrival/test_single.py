from __future__ import annotations

import errno
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ombudsview.gui.arrival import single
from ombudsview.gui.arrival.single import First, hand_over
from ombudsview.places import Places


@pytest.fixture(autouse=True)
def own_sockets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


def test_one_is_first_and_the_next_is_not(places: Places) -> None:
    first = First(places)
    assert first.is_first
    assert not First(places).is_first
    first.release()
    again = First(places)
    assert again.is_first
    again.release()


def test_another_folder_is_another_window(places: Places, tmp_path: Path) -> None:
    here, there = First(places), First(Places.under(tmp_path / "other"))
    assert here.is_first
    assert there.is_first
    assert here.address != there.address
    here.release()
    there.release()


@pytest.mark.parametrize("letters", [[], ["a.pdf"], ["one letter.pdf", "zwei – \u00e9.pdf"]])
def test_letters_are_handed_over(places: Places, letters: list[str], qtbot: QtBot) -> None:
    first, owner = First(places), QObject()
    got: list[list[Path]] = []
    assert first.listen(got.append, owner) is not None
    taken: list[bool] = []
    paths = [Path("/letters") / name for name in letters]
    asking = threading.Thread(target=lambda: taken.append(hand_over(places, paths)))
    asking.start()
    qtbot.waitUntil(lambda: bool(taken))
    asking.join()
    assert taken == [True]
    assert got == [paths]
    first.release()


def test_nobody_answers(places: Places) -> None:
    assert not hand_over(places, [], patience=0.1)


def test_a_stale_socket_is_removed(places: Places, qtbot: QtBot) -> None:
    first, owner = First(places), QObject()
    Path(first.address).write_text("left by a window that was killed")
    assert not hand_over(places, [], patience=0.1)
    assert first.listen(lambda _: None, owner) is not None
    taken: list[bool] = []
    asking = threading.Thread(target=lambda: taken.append(hand_over(places, [])))
    asking.start()
    qtbot.waitUntil(lambda: taken == [True])
    asking.join()
    first.release()


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe has no mode")
def test_the_socket_is_its_owners_alone(places: Places) -> None:
    first, owner = First(places), QObject()
    server = first.listen(lambda _: None, owner)
    assert server is not None
    assert Path(server.fullServerName()).stat().st_mode & 0o077 == 0
    first.release()


def test_nonsense_is_not_taken(places: Places, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    first, owner = First(places), QObject()
    got: list[list[Path]] = []
    first.listen(got.append, owner)
    answers: list[bool] = []
    for message in (b"nonsense\n", b'{"a": 1}\n', b"[1, 2]\n"):
        before = len(answers)
        asking = threading.Thread(target=lambda message=message: answers.append(single._tell(first.address, message)))
        asking.start()
        qtbot.waitUntil(lambda before=before: len(answers) > before)
        asking.join()
    assert answers == [False, False, False]
    assert got == []
    first.release()


def test_a_folder_that_cannot_be_written_keeps_nobody_out(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    places = Places.under(in_the_way)
    assert First(places).is_first
    assert First(places).is_first
    assert in_the_way.is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has locks everywhere")
def test_a_folder_without_locks_keeps_nobody_out(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def unsupported(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", unsupported)
    assert First(places).is_first
    assert First(places).is_first


def test_ten_thousand_letters_are_handed_over(places: Places, qtbot: QtBot) -> None:
    first, owner = First(places), QObject()
    got: list[Path] = []
    first.listen(got.extend, owner)
    paths = [Path("/letters") / ("a long name " * 12) / f"letter {number}.pdf" for number in range(10_000)]
    taken: list[bool] = []
    asking = threading.Thread(target=lambda: taken.append(hand_over(places, paths)))
    asking.start()
    qtbot.waitUntil(lambda: bool(taken))
    asking.join()
    assert taken == [True]
    assert got == paths
    first.release()
