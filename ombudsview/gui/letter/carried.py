"""What was learnt from earlier letters and nobody has answered yet, above Finish, with a box each for what was done about it."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.note_box import NoteBox
from ombudsview.gui.style.theme import UNIT

if TYPE_CHECKING:
    from ombudsview.history.compare import Besides
    from ombudsview.review.edit import Carried
    from ombudsview.review.review import Review

MOST = 2
"""Notes that are shown at once, so that there is room for the fields; the others wait for the next letter."""

_LONGEST_SHOWN = 120
"""Letters of a note that are shown; all of it is in the tooltip, and is what those hear who listen."""


class CarriedBar(QWidget):
    """Shows the open notes that were found in the history, and those that this letter answers. Nothing waits for an answer."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found: tuple[Carried, ...] = ()
        self._shown: list[Carried] = []
        self.rows = tuple(NoteBox(self.tr("What was done about it? (may stay empty)"), self) for _ in range(MOST))
        self.more = QLabel(self)
        self.more.setProperty("ink", "soft")
        self.more.setWordWrap(True)
        self.more.setContentsMargins(2 * UNIT + 2, 0, 2 * UNIT + 2, UNIT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for place, row in enumerate(self.rows):
            row.given.connect(lambda text, place=place: self._given(place, text))
            column.addWidget(row)
        column.addWidget(self.more)
        self.hide()
        desk.leaving.connect(self.commit)
        desk.read.connect(self.refresh)
        desk.changed.connect(self.refresh)
        desk.arriving.connect(lambda _: self._put_away())
        desk.left.connect(self._put_away)

    def show_besides(self, found: Besides) -> None:
        """The history has been looked through for this letter."""
        self._found = found.carried
        self.refresh()

    def refresh(self) -> None:
        """Bring it up to date; what was typed about a note that gives way to another is kept first."""
        review = self._desk.review
        if review is None:
            self._put_away()
            return
        wanted, left_out = self._wanted(review)
        if wanted != self._shown and any(row.is_typed_in for row in self.rows):
            self.commit()  # to the notes that it was typed for; what this letter answers is told, and shown, at once
            wanted, left_out = self._wanted(review)
        self._shown = wanted
        for row in self.rows[len(wanted) :]:
            row.put_away()
        for row, carried in zip(self.rows, wanted, strict=False):
            row.box.setAccessibleName(self.tr("What was done about the note of {year}").format(year=carried.year))
            note = shorten(carried.note, _LONGEST_SHOWN, placeholder="…")
            whole = self._said(review, carried, carried.note) if note != carried.note else ""
            row.show_note(self._said(review, carried, note), review.noted.done_about(carried), whole=whole)
            row.show()
        words = (
            self.tr("1 more note is still open.") if left_out == 1 else self.tr("{count} more notes are still open.")
        )
        self.more.setText(words.format(count=left_out))
        self.more.setVisible(left_out > 0)
        self.setVisible(bool(wanted))

    def commit(self) -> None:
        """Keep what is typed in the draft."""
        for row in self.rows:
            row.commit()

    def _wanted(self, review: Review) -> tuple[list[Carried], int]:
        """What to show, the newest year first, and how many are left out. What this letter answers stays, to be amended."""
        answered = {carried.letter: carried for carried, _ in review.noted.answered}
        waiting = {carried.letter: carried for carried in self._found}
        notes = answered | waiting
        chosen = sorted([*notes.values()][:MOST], key=lambda one: one.year, reverse=True)
        return chosen, len(notes) - len(chosen)

    def _said(self, review: Review, carried: Carried, note: str) -> str:
        """Whose note it is goes without saying where it is this authority's own."""
        from ombudsview.history.compare import year_before
        from ombudsview.letters.fields import year_name
        from ombudsview.reading.registered import official_name

        end, authority = (review.values().get(key) for key in ("period_end", "authority"))
        last, own = False, True
        if isinstance(end, str):
            last = carried.year == year_name(year_before(end))
            own = not isinstance(authority, str) or official_name(authority, end) == carried.authority
        if own:
            words = (
                self.tr("Last year, {year}, you noted: “{note}”") if last else self.tr("For {year} you noted: “{note}”")
            )
        else:
            words = self.tr("For {year} you noted of {authority}: “{note}”")
        return words.format(year=carried.year, authority=carried.authority, note=note)

    def _given(self, place: int, text: str) -> None:
        if self._desk.review is not None and place < len(self._shown):
            self._desk.follow_up(self._shown[place], text)

    def _put_away(self) -> None:
        self._found, self._shown = (), []
        for row in self.rows:
            row.put_away()
        self.hide()
