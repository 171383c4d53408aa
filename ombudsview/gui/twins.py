"""Letters that the history has already, or has something like: said when they come, asked about before they are saved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSettings

from ombudsview.errors import Trouble
from ombudsview.gui.desk import Desk
from ombudsview.gui.notice import Notice
from ombudsview.gui.open_letter import OpenLetter
from ombudsview.gui.record import earlier
from ombudsview.gui.record.keeping import clock_time
from ombudsview.gui.sitting import Sitting
from ombudsview.gui.talk import Talk
from ombudsview.letters.fields import year_name

if TYPE_CHECKING:
    from ombudsview.gui.dialogs.twin import TwinDialog
    from ombudsview.history.alike import Alike
    from ombudsview.history.rows import Figure

translate = QCoreApplication.translate


class Twins(QObject):
    """The same file, a re-saved file, a second letter for the year: each is told apart, and nothing replaces anything unasked."""

    def __init__(self, desk: Desk, sitting: Sitting, notice: Notice, talk: Talk, state: QSettings) -> None:
        super().__init__(talk)
        self._desk, self._sitting, self._notice, self._talk = desk, sitting, notice, talk
        self._state = state
        desk.beside_found.connect(self._found)
        desk.clashed.connect(self._clashed)

    def open_saved(self, name: str, key: str = "") -> None:
        """A letter asked for where its saved figures are shown; where what is open of it is a draft, that is said."""
        self._sitting.open_saved(name, key)
        letter = self._desk.letter
        if letter is None or letter.review is None or (letter.review.finished and letter.saved):
            return  # it is the saved one, or that is on its way
        from ombudsview.gui.letter import says
        from ombudsview.history.find import figures_of
        from ombudsview.letters.fields import FIELDS, shown

        nothing: tuple[Figure, ...] = ()
        try:
            figures = self._desk.keeping.ask(lambda connection: figures_of(connection, name), nothing)
        except Trouble as trouble:
            self._notice.warn(trouble.sentence)
            return
        saved = {figure.key: figure.value for figure in figures}
        words = translate("Talk", "This is a draft: it bears edits that are not saved to the history.")
        if key and saved.get(key) != letter.review.values().get(key):
            there = shown(FIELDS[key].unit, saved.get(key)) or translate("Talk", "nothing")
            words += " " + translate("Talk", "There it says {value} for {field}.").format(
                value=there, field=says.full_label(key)
            )
        self._notice.say(words)

    def _found(self, found: Alike) -> None:
        from ombudsview.history.alike import Likeness

        row = found.row
        when = clock_time(row.saved)
        saved = (translate("Talk", "Open the saved one"), lambda: self._sitting.open_saved(row.letter))
        compare = (translate("Talk", "Compare"), partial(self._compare, ""))
        match found.likeness:
            case Likeness.SAME_FILE:
                words = translate("Talk", "This letter is in the history already, saved {when}.").format(when=when)
                self._notice.say(words, saved)
            case Likeness.SAME_TEXT:
                words = translate(
                    "Talk",
                    "The history has this letter from another file, saved {when}. This one will be saved as a new revision of it.",
                )
                self._notice.say(words.format(when=when), saved, compare)
            case Likeness.SAME_WORDS:
                from ombudsview.gui.dialogs.twin import same_letter

                words = same_letter(when, recognised=found.recognised, differ=found.differ)
                self._notice.say(words, saved, compare)
            case Likeness.SAME_YEAR:
                words = translate(
                    "Talk", "The history has another letter of {authority} for {year}, saved {when}. Both can be kept."
                )
                year = year_name(row.period_end) if row.period_end else ""
                words = words.format(authority=row.authority or "", year=year, when=when)
                self._notice.say(words, saved, compare)

    def _clashed(self, trouble: Trouble, reason: str) -> None:
        """The letter was not saved: ask, and then save it with the same reason."""
        if not self._compare(reason, finishing=True):
            self._notice.warn(trouble.sentence)

    def _compare(self, reason: str, *, finishing: bool = False) -> bool:
        """Show what differs and ask; False where there is nothing to compare with any more."""
        letter = self._desk.letter
        if letter is None or letter.review is None:
            return False
        keeping = self._desk.keeping
        try:
            found = earlier.to_be_asked(keeping, letter, letter.review) if finishing else None
            found = found or earlier.beside(keeping, letter)
            differences = earlier.compared(keeping, found, letter.review) if found is not None else ()
        except Trouble as trouble:
            self._notice.warn(trouble.sentence)
            return True
        if found is None:
            return False
        from ombudsview.gui.dialogs.twin import TwinDialog

        window = self._notice.window()
        dialog = TwinDialog(found, letter.name, differences, window, self._state, finishing=finishing)
        dialog.finished.connect(lambda _: self._answered(dialog, letter, found, reason if finishing else None))
        self._talk.ask(dialog)
        return True

    def _answered(self, dialog: TwinDialog, letter: OpenLetter, found: Alike, reason: str | None) -> None:
        """Do as was chosen. Without a reason (None) nothing was being finished, and the choice is kept for the end."""
        from ombudsview.gui.dialogs.twin import Choice
        from ombudsview.history.alike import FILED_APART

        match dialog.choice:
            case Choice.LATER:
                return
            case Choice.SAVED:
                self._sitting.open_saved(found.row.letter)
                return
            case Choice.BOTH:
                letter.second_to, letter.onto = found.row.letter, ""
                words = translate("Talk", "Both letters will be kept.")
            case Choice.REVISION:
                letter.seen = found.version
                if found.likeness in FILED_APART:
                    letter.onto = found.row.letter
                words = translate(
                    "Talk", "When you finish this letter, it is saved as a new revision of the saved one."
                )
        if reason is None:
            self._notice.say(words)
        elif letter is self._desk.letter:
            self._desk.finish(reason)
