"""Where the queue is tied to the rest of the window: what is read ahead, what may be stopped, what is asked about folders."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ombudsview.gui.arrival.gathering import Gathered
from ombudsview.gui.arrival.reading_ahead import ReadingAhead
from ombudsview.gui.our_council import our_council
from ombudsview.gui.queue.standing import Standing
from ombudsview.gui.work.errands import Errand, Rank

if TYPE_CHECKING:
    from ombudsview.gui.window import Window

translate = QCoreApplication.translate


def tie(window: Window) -> ReadingAhead:
    """The reading ahead of a window, with its ties to sitting, actions and notices."""
    w, sitting = window, window.sitting
    ahead = ReadingAhead(w.desk, w.queue)
    sitting.prepared = ahead.prepared
    gathering = sitting.arrivals.gathering
    gathering.slow.connect(lambda name: _slow(w, name))
    gathering.asked.connect(lambda gathered, then: _ask_about_many(w, gathered, then))
    ahead.ended.connect(lambda standing: _ended(w, standing))
    return ahead


def show_reading(window: Window) -> None:
    """Whether reading the others can be stopped, or gone on with."""
    standing = window.ahead.standing
    window.actions_by_name["stop_reading"].setEnabled(standing is not None and not standing.stopped)
    window.actions_by_name["go_on_reading"].setEnabled(standing is not None and standing.stopped)


def _slow(window: Window, name: str) -> None:
    words = translate("Queue", "Looking for letters in “{name}”...").format(name=name)
    window.notice.say(words, (translate("Queue", "Take what is found by now"), window.sitting.arrivals.gathering.stop))


def _ended(window: Window, standing: Standing) -> None:
    """Said aloud, for those who do not see the bar go."""
    from ombudsview.gui.access.announce import announce

    words = translate("Queue", "Reading is done: {words}.").format(words=standing.words)
    announce(window, words)
    ours = partial(our_council, window.settings, window.desk.keeping)
    window.desk.record.ask(ours, partial(_know_ours, window), Rank.SOON)


def _know_ours(window: Window, errand: Errand[str]) -> None:
    """For when the letters are put into another order; what the officer said meanwhile is theirs to say."""
    window.queue.ours = window.settings.our_council or errand.result


def _ask_about_many(window: Window, gathered: Gathered, then: Callable[[Gathered], object]) -> None:
    from ombudsview.gui.dialogs.many import ManyLetters

    window.talk.ask(ManyLetters(gathered, then, window))
