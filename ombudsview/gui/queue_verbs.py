"""What the actions about the queue do: folders opened, the order chosen, reading stopped, letters removed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ombudsview.gui.our_council import our_council
from ombudsview.gui.queue.model import Entry
from ombudsview.gui.queue.order import Order
from ombudsview.gui.recent import last_folder

if TYPE_CHECKING:
    from ombudsview.gui.window import Window

translate = QCoreApplication.translate


class QueueVerbs:
    """They call the sitting, the queue and the reading ahead; they hold nothing."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def table(self) -> dict[str, Callable[[], object]]:
        """Every such action's verb, by its name."""
        w = self._window
        return {
            "open_folder": self.open_folder,
            "order_came": lambda: self.order(Order.CAME),
            "order_need": lambda: self.order(Order.NEED),
            "order_authority": lambda: self.order(Order.AUTHORITY),
            "stop_reading": w.ahead.stop,
            "go_on_reading": w.ahead.go_on,
            "try_again": w.ahead.again,
            "our_council": self.name_our_council,
            "remove_from_queue": lambda: self.remove(self._chosen()),
            "clear_finished": lambda: self.remove([entry for entry in w.queue.entries if entry.finished]),
        }

    def open_folder(self) -> None:
        """Ask for a folder of letters."""
        from PySide6.QtWidgets import QFileDialog

        start = last_folder(self._window.settings)
        name = QFileDialog.getExistingDirectory(self._window, self._window.tr("Open a folder of letters"), start)
        if name:
            self._window.open_files([Path(name)])

    def order(self, order: Order) -> None:
        """Show the letters in this order, our own council's first."""
        w = self._window
        w.queue.ours = our_council(w.settings, w.desk.keeping)
        w.queue.set_order(order)

    def name_our_council(self) -> None:
        """Say that the letter in question is of our own council, or that it is not after all."""
        from ombudsview.reading.registered import official_name

        w = self._window
        chosen = self._chosen()
        seen = chosen[0].seen if chosen else None
        if seen is None or not seen.authority:
            w.notice.say(translate("Queue", "Choose a letter whose authority is known."))
            w.actions_by_name["our_council"].setChecked(False)
            return
        name = official_name(seen.authority, None)
        ours = w.settings.our_council.casefold() == name.casefold()
        w.settings.our_council = "" if ours else name
        self.order(w.queue.order)
        words = (
            translate("Queue", "Our own council is the one with most letters in the history.")
            if ours
            else translate("Queue", "Letters of {name} come first, except where they are shown as they came.")
        )
        w.notice.say(words.format(name=name))

    def remove(self, entries: list[Entry]) -> None:
        """Take letters off the queue, with a way back."""
        w = self._window
        if not entries or not w.commit():
            return
        at = list(w.queue.entries)
        w.sitting.remove(entries)
        if len(entries) == 1:
            words = translate("Queue", "“{name}” was taken off the queue.").format(name=entries[0].title)
        else:
            words = translate("Queue", "{count} letters were taken off the queue.").format(count=len(entries))
        if any(entry.letter is not None and not entry.finished for entry in entries):
            words += " " + translate("Queue", "What you did to it is kept as a draft.")
        w.notice.say(words, (translate("Queue", "Put back"), lambda: w.queue.put_back(entries, at)))

    def _chosen(self) -> list[Entry]:
        """The entries selected in the queue where it shows, else the letter on the desk."""
        w = self._window
        if w.workplace.shows_queue and (selected := w.workplace.queue_pane.selected()):
            return selected
        return [w.queue.current] if w.queue.current is not None else []
