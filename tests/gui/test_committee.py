"""The committee paper asked for at the desk: when there can be one, progress and Stop, what came of it and the way to it."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import cast

import docx
import pytest
from PySide6.QtCore import QRect, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ombudsview.errors import Trouble
from ombudsview.gui import by_system
from ombudsview.gui import committee as room
from ombudsview.gui.committee import Committee
from ombudsview.gui.desk import Desk
from ombudsview.gui.notice import Notice
from ombudsview.history.store import Store
from ombudsview.paper.frames import Picture
from ombudsview.paper.worker import Worker
from ombudsview.places import Places
from tests.gui.handmade import FakeReader
from tests.history.made import Letter, finished


class OwnReader(FakeReader):
    """The reader that cuts the pictures; cancelled, whatever it is asked ends with that trouble."""

    started: list[OwnReader]

    def __enter__(self) -> OwnReader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def cancel(self) -> None:
        super().cancel()
        self.troubles.append(("picture", Trouble("cancelled", "Stopped.")))


@pytest.fixture
def letter(places: Places) -> Letter:
    """A letter that is saved."""
    made = finished()
    with closing(Store.open(places)) as store:
        made.save(store)
    return made


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    return window


@pytest.fixture
def notice(place: QWidget) -> Notice:
    return Notice(lambda: QRect(0, 0, 900, 600), place)


@pytest.fixture
def own() -> OwnReader:
    return OwnReader()


@pytest.fixture
def committee(desk: Desk, notice: Notice, place: QWidget, own: OwnReader, tmp_path: Path) -> Iterator[Committee]:
    made = Committee(
        desk,
        notice,
        place,
        ask=lambda *asked: (tmp_path / "paper.docx", False),
        start=cast(Callable[[], Worker], lambda: own),
    )
    yield made
    own.gate.set()
    made.close()


def ways(notice: Notice) -> dict[str, Callable[[], None]]:
    return {button.text(): button.click for button in notice._ways}


def test_without_a_letter_it_says_how_to_come_by_one(committee: Committee, notice: Notice) -> None:
    committee.of_desk()
    assert notice.text == "Open a saved letter first, or choose one on the History page."
    assert not committee.busy


def test_of_a_letter_that_was_never_saved_there_is_none(committee: Committee, opened: Desk, notice: Notice) -> None:
    committee.of_desk()
    assert notice.text.startswith("Finish the letter first")
    assert not committee.busy


def test_a_letter_that_is_amended_is_made_from_its_last_save_where_that_is_wanted(
    committee: Committee, desk: Desk, notice: Notice, letter: Letter, qtbot: QtBot, tmp_path: Path
) -> None:
    loaded = desk.keeping.load(letter.name)
    assert loaded.review is not None
    loaded.review.reopen()
    desk.letter = loaded
    committee.of_desk()
    assert notice.text.startswith("This letter is being amended.")
    ways(notice)["From the last save"]()
    qtbot.waitUntil(lambda: not committee.busy)
    assert (tmp_path / "paper.docx").exists()


def test_the_paper_is_made_and_the_way_to_it_offered(
    committee: Committee, notice: Notice, letter: Letter, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url) or True)
    monkeypatch.setattr(by_system, "who_knows", lambda: None)
    with qtbot.waitSignal(committee.made) as made:
        committee.ask(letter.name, "Mereford 2019-20")
    path = tmp_path / "paper.docx"
    assert made.args == [path]
    assert notice.text == "The committee paper was saved as “paper.docx”."
    assert asked == []  # nothing is opened that nobody asked for
    assert docx.Document(io.BytesIO(path.read_bytes())).paragraphs[0].text.startswith("Mereford Borough Council")
    assert set(ways(notice)) == {"Open it", "Show the folder"}
    ways(notice)["Open it"]()
    assert notice.text == f"“paper.docx” is being opened. It is in {tmp_path}."
    ways(notice)["Show the folder"]()
    assert asked == [QUrl.fromLocalFile(str(path)), QUrl.fromLocalFile(str(tmp_path))]


def test_where_no_program_opens_it_that_is_said_and_the_folder_stays_a_press_away(
    committee: Committee, notice: Notice, letter: Letter, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(asked.append(url)))
    monkeypatch.setattr(by_system, "who_knows", lambda: None)
    with qtbot.waitSignal(committee.made):
        committee.ask(letter.name, "Mereford 2019-20")
    ways(notice)["Open it"]()
    assert notice.text == f"No program here opens Word documents. “paper.docx” is in {tmp_path}."
    ways(notice)["Show the folder"]()
    assert asked[-1] == QUrl.fromLocalFile(str(tmp_path))
    assert notice.text == f"No program here shows folders. The paper is in {tmp_path}."


def test_progress_is_told_and_it_can_be_stopped(
    committee: Committee, notice: Notice, letter: Letter, own: OwnReader, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(room, "SLOW_MS", 0)
    monkeypatch.setattr(room, "EVERY", 0.0)
    held = threading.Event()
    picture = own.picture

    def slow(page: int, scale: float, clip=None) -> Picture:
        if len([one for one in own.asked if one[0] == "picture"]) == 2:
            held.wait(10)
        return picture(page, scale, clip)

    own.picture = slow  # type: ignore[method-assign]
    committee.make(letter.name, tmp_path / "paper.docx", replace=False)
    qtbot.waitUntil(lambda: "2 of 4 pictures" in notice.text or "2 of 3 pictures" in notice.text)
    committee.ask(letter.name, "Mereford 2019-20")
    assert notice.text == "Another committee paper is being made."
    ways(notice)["Stop it"]()
    held.set()
    qtbot.waitUntil(lambda: not committee.busy)
    assert notice.text == "Stopped. No committee paper was made."
    assert list(tmp_path.glob("*.docx")) == []


def test_what_goes_wrong_is_one_sentence_and_nothing_is_written(
    committee: Committee, notice: Notice, letter: Letter, qtbot: QtBot, tmp_path: Path
) -> None:
    committee.ask("nobody-1", "Nobody")
    qtbot.waitUntil(lambda: not committee.busy)
    assert notice.text.startswith("The committee paper was not made. ")
    (tmp_path / "paper.docx").write_bytes(b"somebody else's")
    committee.ask(letter.name, "Mereford 2019-20")
    qtbot.waitUntil(lambda: not committee.busy)
    assert 'There is a file "paper.docx" already.' in notice.text
    assert (tmp_path / "paper.docx").read_bytes() == b"somebody else's"


def test_a_full_disk_is_said(
    committee: Committee, notice: Notice, letter: Letter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno

    def full(path: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("ombudsview.reports.saving.write_whole", full)
    committee.ask(letter.name, "Mereford 2019-20")
    qtbot.waitUntil(lambda: not committee.busy)
    assert notice.text == (
        "The committee paper was not made. The disk is full. Nothing was saved. Make some room on it and save again."
    )


def test_a_reader_that_dies_costs_pictures_and_not_the_paper(
    committee: Committee, notice: Notice, letter: Letter, own: OwnReader, qtbot: QtBot, tmp_path: Path
) -> None:
    own.troubles.append(("open", Trouble("crashed", "The reader stopped over this letter.")))
    with qtbot.waitSignal(committee.made):
        committee.ask(letter.name, "Mereford 2019-20")
    document = docx.Document(io.BytesIO((tmp_path / "paper.docx").read_bytes()))
    words = "\n".join(one.text for one in document.paragraphs)
    assert "The picture could not be made: the reader stopped over this letter" in words
    assert len(document.inline_shapes) == 0
    assert "of 3 pictures could not be made; it says why." in notice.text


def test_the_password_that_was_typed_opens_the_kept_copy_too(
    committee: Committee, desk: Desk, letter: Letter, own: OwnReader, qtbot: QtBot
) -> None:
    loaded = desk.keeping.load(letter.name)
    loaded.password = "open sesame"
    desk.letter = loaded
    with qtbot.waitSignal(committee.made):
        committee.of_desk()
    assert ("open", "open sesame") in own.asked


def test_where_nothing_is_chosen_nothing_is_made(desk: Desk, notice: Notice, place: QWidget, letter: Letter) -> None:
    committee = Committee(desk, notice, place, ask=lambda *asked: None)
    committee.ask(letter.name, "Mereford 2019-20")
    assert not committee.busy
    assert notice.text == ""


def test_a_window_that_closes_does_not_wait_for_it(
    committee: Committee, notice: Notice, letter: Letter, own: OwnReader, qtbot: QtBot, tmp_path: Path
) -> None:
    own.gate.clear()
    committee.make(letter.name, tmp_path / "paper.docx", replace=False)
    committee.close()
    qtbot.wait(50)
    assert not committee.busy
    assert notice.text == ""
    assert list(tmp_path.glob("*.docx")) == []
