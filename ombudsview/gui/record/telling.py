"""What the officer hears of a letter's drafts: it goes on from its draft by itself, another one is set aside, or put away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from ombudsview.errors import Trouble
from ombudsview.gui.record import one_draft
from ombudsview.gui.record.keeping import clock_time

if TYPE_CHECKING:
    from pathlib import Path

    from ombudsview.gui.desk import Desk
    from ombudsview.gui.notice import Notice
    from ombudsview.gui.sitting import Sitting
    from ombudsview.history.alike import Alike
    from ombudsview.review.journal import Draft

translate = QCoreApplication.translate


class OfDrafts(QObject):
    """Each of these has a way back. It is a notice and no question: whoever reads on loses nothing."""

    def __init__(self, desk: Desk, sitting: Sitting, notice: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._sitting, self._notice = desk, sitting, notice
        self._back: tuple[Draft, str, Alike | None] | None = None
        desk.draft_found.connect(self._found)
        desk.read.connect(self._read)
        desk.set_aside.connect(self._set_aside)

    def put_away(self, path: Path, title: str) -> None:
        """A letter was saved, and what another draft of it held is put away until the next start."""
        words = translate("Talk", "The other draft of {title} was put away.").format(title=title)
        self._notice.say(words, (translate("Talk", "Bring it back"), lambda: self._bring_back(path)))

    def _found(self, draft: Draft, when: str, found: Alike | None) -> None:
        """The file of a letter was opened that has a draft. Where it cannot go on from that by itself, the draft is offered."""
        self._back = draft, when, found
        if self._sitting.bringing.resume(draft):
            return
        self._back = None
        words = translate("Talk", "Edits of this letter from {when} were not saved to the history.").format(when=when)
        self._say(words, found, (translate("Talk", "Bring them back"), lambda: self._sitting.go_on(draft)))

    def _read(self) -> None:
        """The letter that goes on from its draft is there: that is said, with the way to begin it anew."""
        back, self._back = self._back, None
        review, bringing = self._desk.review, self._sitting.bringing
        if back is None or review is None or not bringing.can_begin_anew:
            return
        draft, when, found = back
        name = draft.header.letter
        if review.letter == name:
            words = translate("Talk", "Your edits of this letter from {when} are back; finish it to save them.")
            anew = (translate("Talk", "Begin anew"), lambda: bringing.begin_anew(name))
            self._say(words.format(when=when), found, anew)

    def _say(self, words: str, found: Alike | None, way: tuple[str, Callable[[], object]]) -> None:
        """Of a draft, and of the letter that is saved beside it where that is this very one."""
        if found is None or found.likeness == "same_year":
            self._notice.say(words, way)
            return
        saved, name = clock_time(found.row.saved), found.row.letter
        words += " " + translate("Talk", "The history has this letter, saved {saved}.").format(saved=saved)
        open_saved = (translate("Talk", "Open the saved one"), lambda: self._sitting.open_saved(name))
        self._notice.say(words, way, open_saved)

    def _set_aside(self, draft: Draft, when: str) -> None:
        self._sitting.bringing.let_go_of(draft.header.letter)
        words = translate("Talk", "Other edits of this letter, from {when}, are set aside until it is finished.")
        way = (translate("Talk", "Bring those back"), lambda: self._sitting.bringing.change_places(draft))
        self._notice.say(words.format(when=when), way)

    def _bring_back(self, path: Path) -> None:
        try:
            draft = one_draft.bring_back(self._desk.keeping.places.drafts, path)
        except Trouble as trouble:
            self._desk.troubled.emit(trouble)
            return
        self._sitting.go_on(draft)
