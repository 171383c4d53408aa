"""How a letter comes to the desk: sent to the reader, asked for a password, arrived with its pages, read."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ombudsview.errors import Trouble, Verdict
from ombudsview.gui.arrival.sending import Sent, no_rules, send, send_again, send_prepared
from ombudsview.gui.open_letter import OpenLetter, file_name
from ombudsview.gui.work.bridge import Bridge
from ombudsview.gui.work.errands import Errand
from ombudsview.paper import troubles
from ombudsview.paper.troubles import CANCELLED

if TYPE_CHECKING:
    from collections.abc import Callable

    from ombudsview.gui.arrival.looking import Prepared
    from ombudsview.paper.frames import Opened
    from ombudsview.reading.answer import Answer

translate = QCoreApplication.translate

PASSWORD_TRIES = 3


class Opening(QObject):
    """One letter at a time. `arrived` and `read` tell what the letter has grown by; `failed` ends it with a Trouble."""

    arrived = Signal(object, bool)
    read = Signal(object)
    failed = Signal(object, object)
    password_wanted = Signal(str, int)

    def __init__(self, bridge: Bridge, parent: QObject | None = None, *, rules: Callable[[], bytes] = no_rules) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._rules = rules
        self._letter: OpenLetter | None = None
        self._sent: Sent | None = None
        self._tries = 0
        self._prepared: Prepared | None = None

    @property
    def busy(self) -> bool:
        """Whether answers are still to come."""
        return self._sent is not None

    def open(self, path: Path, number: int = 0, *, large: bool = False, prepared: Prepared | None = None) -> OpenLetter:
        """Send a file; the letter of that number in it will be shown. `large`: it may be far larger than letters are.

        `prepared` is what was read of it before its turn, to be used where its bytes are the same still.
        """
        self._tries = 0
        self._prepared = prepared
        if prepared is not None:
            sent = send_prepared(self._bridge.errands, self._bridge.worker, path, prepared, rules=self._rules)
        else:
            sent = send(self._bridge.errands, self._bridge.worker, path, large=large, rules=self._rules)
        return self._begin(OpenLetter(file_name(path), path, number), sent)

    def take_over(self, sent: Sent) -> OpenLetter:
        """Go on with what the door has sent."""
        self._tries = 0
        path = (sent.path or Path()).absolute()
        return self._begin(OpenLetter(file_name(path), path), sent)

    def open_again(self, letter: OpenLetter) -> OpenLetter:
        """Send a letter whose bytes are at hand; it is read only where it has not been."""
        if letter.document is None:
            raise ValueError("only a letter that has its document can be opened again")
        again = send_again(
            self._bridge.errands,
            self._bridge.worker,
            letter.document,
            letter.password,
            read=letter.paper is None,
            rules=self._rules,
        )
        return self._begin(letter, again)

    def give_password(self, password: str) -> None:
        """Try a password on the letter that asked for one."""
        if self._letter is not None and self._letter.document is not None:
            self._letter.password = password
            self.open_again(self._letter)

    def leave_locked(self) -> None:
        """No password is given to the letter that asked for one: it fails. What came to the desk meanwhile is left alone."""
        letter = self._letter
        if letter is not None and self._sent is None and not letter.sizes:
            self._letter = None
            self.failed.emit(letter, troubles.trouble(Verdict.PASSWORD))

    def stop(self) -> None:
        """Want nothing more."""
        self._bridge.cancel()
        self._sent = None
        self._letter = None

    def _begin(self, letter: OpenLetter, sent: Sent) -> OpenLetter:
        self._letter, self._sent = letter, sent
        self._bridge.take_over(sent.opening, self._on_opened)
        if sent.reading is not None:
            self._bridge.take_over(sent.reading, self._on_read)
        if sent.drawing is not None:
            self._bridge.take_over(sent.drawing, partial(self._on_drawable, letter))
        return letter

    def _on_drawable(self, letter: OpenLetter, errand: Errand[Opened]) -> None:
        """The desk's own reader has a letter open whose fields are there already; where it cannot, nothing of it can be shown."""
        try:
            _ = errand.result
        except Trouble as trouble:
            if letter.sizes and trouble.code != CANCELLED:
                letter.sizes = ()
                self._sent = self._letter = None
                self.failed.emit(letter, trouble)

    def _on_opened(self, errand: Errand[Opened]) -> None:
        letter, sent = self._letter, self._sent
        if letter is None or sent is None or errand is not sent.opening:
            return
        try:
            opened = errand.result
        except Trouble as trouble:
            self._not_opened(letter, sent, trouble)
            return
        letter.document = sent.printing.result
        letter.sizes = opened.sizes
        if self._prepared is not None and opened is self._prepared.opened:
            letter.drawn = self._prepared
        self._prepared = None
        if sent.reading is None:
            self._sent = None
        self.arrived.emit(letter, opened.repaired)

    def _not_opened(self, letter: OpenLetter, sent: Sent, trouble: Trouble) -> None:
        sent.drop()
        self._sent = None
        if sent.taking.fault is None:
            letter.document = sent.taking.result
        if trouble.code == Verdict.PASSWORD and self._tries < PASSWORD_TRIES:
            self._tries += 1
            self.password_wanted.emit(letter.name, self._tries)
            return
        self._letter = None
        self.failed.emit(letter, trouble)

    def _on_read(self, errand: Errand[Answer]) -> None:
        letter, sent = self._letter, self._sent
        if letter is None or sent is None or errand is not sent.reading:
            return
        self._sent = None
        try:
            answer = errand.result
        except Trouble as trouble:
            self.failed.emit(letter, trouble)
            return
        letter.paper = answer.paper
        letter.readings = letter.readings or answer.readings
        self.read.emit(letter)


def printed_anew(letter: OpenLetter) -> Trouble | None:
    """What is said of a Word letter of an older history, which did not keep the print that was read; None for every other one."""
    from ombudsview.paper.formats import Format, format_of

    document = letter.document
    if document is None or format_of(document.data) is not Format.WORD:
        return None
    return Trouble(
        "printed_anew",
        translate("Opening", "The print of this Word document that was read was not kept: its pages are printed anew."),
        translate("Opening", "Where a box does not lie round its value, look for the value beside it."),
    )


def mended() -> str:
    """What is said of a damaged file that opened nevertheless."""
    return translate("Opening", "This file is damaged and was mended as far as possible: look at every figure.")


def is_picture(letter: OpenLetter) -> bool:
    """Whether nothing could be read of a letter because its pages are pictures."""
    from ombudsview.paper import legible

    return letter.paper is not None and legible.is_picture(letter.paper)


def why_unknown(letter: OpenLetter) -> str:
    """What is said of a letter that no kind fits: which came nearest and what it lacks, where there is text to tell by."""
    if letter.paper is not None and not letter.paper.has_text:
        return translate("Opening", "No text on any page: this is a picture of a letter.")
    if is_picture(letter):
        return translate("Opening", "Hardly any text on the pages: this is a picture of a letter.")
    doubts = letter.reading.doubts if letter.reading is not None else ()
    said = " ".join(doubt.sentence for doubt in doubts if doubt.code in {"unknown_kind", "kind_tie"})
    return said or translate("Opening", "No letter of a known kind was recognised here.")
