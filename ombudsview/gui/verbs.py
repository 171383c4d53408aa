"""What each action does: the names of `actions.ACTS`, each with its verb."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ombudsview.gui import undo
from ombudsview.gui.queue_verbs import QueueVerbs
from ombudsview.gui.recent import last_folder
from ombudsview.gui.style.resources import sample_letter
from ombudsview.paper.formats import ENDINGS

if TYPE_CHECKING:
    from ombudsview.gui.window import Window

Verb = Callable[[], object]

DEEDS = frozenset({"agree", "deny", "reset", "continues", "agree_safe", "finish"})
"""What is done to the letter on the desk, and must not be done where nobody sees it."""

_LOOKS = frozenset({"next_field", "previous_field", "next_open", "previous_open", "flash", "swap_side"})
_ASKS = frozenset({"find", "find_next", "find_previous", "query", "teach", "undo", "redo"})


class Verbs:
    """The window's verbs. They call the desk, the sitting and the pages; they hold nothing."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def table(self) -> dict[str, Verb]:
        """Every action's verb, by its name."""
        return {name: self._in_sight(name, verb) for name, verb in self._verbs().items()}

    def _in_sight(self, name: str, verb: Verb) -> Verb:
        """What is about the letter is done where it is seen. Another page gives way to it; a deed waits to be asked once more."""
        if name not in DEEDS | _LOOKS | _ASKS:
            return verb

        def act() -> None:
            w = self._window
            if w.desk.letter is None or self._sees(name):
                verb()
                return
            w.show_page("letter")
            w.workplace.show_letter()
            if name in DEEDS:
                w.notice.say(w.tr("This is the letter on the desk; nothing has been done to it yet."))
            else:
                verb()

        return act

    def _sees(self, name: str) -> bool:
        """Whether the letter shows. Undo in a text box is not about it, and Finish at the end of the queue goes on from there."""
        w = self._window
        if name in {"undo", "redo"} and undo.is_text(QApplication.focusWidget()):
            return True
        return w.pages.shows_letter and (name == "finish" or not w.workplace.shows_summary)

    def _verbs(self) -> dict[str, Verb]:
        w = self._window
        desk = w.desk
        return (
            {
                "open": self.open,
                "open_sample": self.open_sample,
                "recent": lambda: None,
                "save_draft": self.save_draft,
                "close_letter": self.close_letter,
                "print_pages": w.talk.print_pages,
                "print_record": w.talk.print_record,
                "quit": w.close,
                "undo": lambda: undo.undo(QApplication.focusWidget(), desk),
                "redo": lambda: undo.redo(QApplication.focusWidget(), desk),
                "copy_with_source": self.copy_with_source,
                "find": self.find,
                "find_next": lambda: w.letter_page.aids.find_step(1),
                "find_previous": lambda: w.letter_page.aids.find_step(-1),
                "recognise": w.talk.recognise,
                "stop_recognising": w.sitting.recognising.stop,
                "fill_by_hand": w.talk.fill_by_hand,
                "teach": w.teaching.teach,
                "own_rules": w.teaching.show_rules,
                "finish": self.finish,
                "read_again": w.talk.reading_again.ask,
                "move_line": self.move_line,
                "show_queue": lambda: None,
                "theme_system": lambda: w.set_theme("system"),
                "theme_light": lambda: w.set_theme("light"),
                "theme_dark": lambda: w.set_theme("dark"),
                "swap_side": self.swap_side,
                "next_pane": lambda: self.step_pane(1),
                "previous_pane": lambda: self.step_pane(-1),
                "next_letter": lambda: self.step_letter(1),
                "previous_letter": lambda: self.step_letter(-1),
                "show_letter": lambda: w.show_page("letter"),
                "show_history": lambda: w.show_page("history"),
                "show_trends": lambda: w.show_page("trends"),
                **QueueVerbs(w).table(),
                "key_sheet": w.talk.show_keys,
                "accessibility": w.talk.show_access,
                "about": w.talk.show_about,
            }
            | self._of_fields()
            | self._of_page()
            | self._of_history()
        )

    def _of_fields(self) -> dict[str, Verb]:
        """The verbs of the fields, and of the way through them."""
        desk = self._window.desk
        return {
            "agree": lambda: desk.agree(desk.focus_key),
            "deny": lambda: desk.deny(desk.focus_key),
            "query": self.query,
            "reset": lambda: desk.reset(desk.focus_key),
            "continues": self.continues,
            "agree_safe": self.agree_safe,
            "next_field": lambda: self.step_field(1),
            "previous_field": lambda: self.step_field(-1),
            "next_open": lambda: self.seek_open(1),
            "previous_open": lambda: self.seek_open(-1),
            "flash": desk.flash,
        }

    def _of_page(self) -> dict[str, Verb]:
        """The verbs of the page beside the fields."""
        w = self._window
        return {
            "turn_page": lambda: w.letter_page.view.turn_by(90),
            "plain_text": lambda: None,
            "thumbnails": lambda: None,
            "zoom_in": lambda: self.zoom(1),
            "zoom_out": lambda: self.zoom(-1),
            "fit_width": self.fit_width,
        }

    def _of_history(self) -> dict[str, Verb]:
        """The verbs of what is saved."""
        w = self._window
        return {
            "saves": w.history_side.saves_of_desk,
            "committee_paper": w.committee.of_desk,
            "take_back": w.history_side.take_back_of_desk,
            "bring_back": w.history_side.choose_taken_back,
            "compare_published": w.published.show,
            "copy_history": w.chores.save_copy,
            "backups_folder": w.chores.backups_folder,
            "check_history": w.chores.check,
            "rebuild_history": w.chores.rebuild,
        }

    def open(self) -> None:
        """Ask for letters."""
        from PySide6.QtWidgets import QFileDialog

        folder = last_folder(self._window.settings)
        title = self._window.tr("Open letters")
        kinds = self._window.tr("Letters ({endings})").format(endings=" ".join(f"*{ending}" for ending in ENDINGS))
        names, _ = QFileDialog.getOpenFileNames(self._window, title, folder, kinds)
        if names:
            self._window.open_files([Path(name) for name in names])

    def open_sample(self) -> None:
        """The letter of a council that does not exist."""
        sample = sample_letter()
        if sample is not None:
            self._window.open_files([sample])

    def save_draft(self) -> None:
        """Commit what is being typed, and say when the draft was written: that happens at every step anyway."""
        self._window.commit()
        letter = self._window.desk.letter
        if letter is None:
            return
        if letter.saved and letter.review is not None and letter.review.finished:
            words = self._window.tr("This letter is saved to the history, as of {time}.").format(time=letter.saved)
        elif letter.drafted:
            words = self._window.tr("The draft is on the disk, as of {time}.").format(time=letter.drafted)
        elif letter.review is not None and letter.review.events:
            words = self._window.tr("The last step is not on the disk yet: it is written with the next one.")
        else:
            words = self._window.tr("Nothing was done to this letter yet, so that there is nothing to keep.")
        self._window.notice.say(words)

    def query(self) -> None:
        """Ask for the note of a query."""
        self._window.letter_page.panel.ask_note()

    def continues(self) -> None:
        """The field in focus goes on, on the next page."""
        if self._committed():
            self._window.letter_page.filling.continuing.go_on()

    def zoom(self, steps: int) -> None:
        """Larger, or smaller."""
        from ombudsview.gui.letter.column import ZOOM_STEP

        self._window.letter_page.view.zoom_by(ZOOM_STEP**steps)

    def fit_width(self) -> None:
        """The page as wide as there is room."""
        self._window.letter_page.view.fit_width()

    def find(self) -> None:
        """Look for words in the letter."""
        self._window.letter_page.aids.ask_find()

    def close_letter(self) -> None:
        """Take the letter off the desk; its draft stays, with what is being typed in it."""
        self._window.desk.close()

    def finish(self) -> None:
        """Save the letter, and on to the next one."""
        if self._committed():
            self._window.desk.finish()

    def agree_safe(self) -> None:
        """Agree to all that is safe, by what stands in the boxes: no value and no question that is being typed is passed over."""
        if self._committed():
            self._window.desk.agree_safe()

    def step_field(self, by: int) -> None:
        if self._committed():
            self._window.desk.step(by)

    def seek_open(self, by: int) -> None:
        if self._committed():
            self._window.desk.seek_open(by)

    def step_letter(self, by: int) -> None:
        if self._committed():
            self._window.notice.moved_on()
            self._window.sitting.step(by)

    def copy_with_source(self) -> None:
        """The figure in focus, with where it is printed, as a line of text."""
        from ombudsview.gui.letter.copied import with_source

        key, letter = self._window.desk.focus_key, self._window.desk.letter
        if letter is None or letter.review is None or not key:
            return
        text = with_source(letter, key)
        QApplication.clipboard().setText(text)
        self._window.notice.say(self._window.tr("Copied: {text}").format(text=text))

    def swap_side(self) -> None:
        """From the field to the page, or to its text where that is shown, and back."""
        page = self._window.letter_page
        other = page.aids.panes[-1]
        if other.hasFocus():
            page.panel.take_keys()
        else:
            other.setFocus()

    def step_pane(self, by: int) -> None:
        """Queue, small pages, page or text, fields, and what the notice offers, in a round."""
        w = self._window
        panes = [w.workplace.queue_pane.list, *w.letter_page.aids.panes, w.letter_page.panel, w.notice]
        panes = [pane for pane in panes if pane.isVisible()]
        if not panes:
            return
        focus = QApplication.focusWidget()
        here = next((n for n, pane in enumerate(panes) if pane is focus or pane.isAncestorOf(focus or w)), -1)
        pane = panes[(here + by) % len(panes)]
        if pane is w.letter_page.panel:
            w.letter_page.panel.take_keys()
        else:
            pane.setFocus()

    def move_line(self) -> None:
        """Give the keyboard to the line between two panes, and to the next one where there are more."""
        from ombudsview.gui.style.splitter import Handle

        lines = [line for line in self._window.findChildren(Handle) if line.isVisible()]
        focus = QApplication.focusWidget()
        if lines:
            here = lines.index(focus) if focus in lines else -1
            lines[(here + 1) % len(lines)].take_keys(focus)

    def _committed(self) -> bool:
        """Commit what is being typed in a field; False where it will not do, and the row says why."""
        return self._window.commit()
