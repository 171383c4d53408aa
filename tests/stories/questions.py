"""The program's questions and lists, each with much in it, for whoever looks whether their words have room."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog

from ombudsview.gui.arrival.gathering import Gathered
from ombudsview.gui.dialogs.chore import Chore, ChoreDialog
from ombudsview.gui.dialogs.many import ManyLetters
from ombudsview.gui.dialogs.proposal import Proposal
from ombudsview.gui.dialogs.read_again import ReadAgainDialog
from ombudsview.gui.dialogs.revisions import RevisionsDialog
from ombudsview.gui.dialogs.rules import RulesDialog
from ombudsview.gui.dialogs.twin import TwinDialog
from ombudsview.gui.record.holding import Holding
from ombudsview.history.alike import Alike, Difference, Likeness
from ombudsview.history.revisions import Revision
from ombudsview.history.rows import LetterRow
from ombudsview.letters.fields import FIELDS
from ombudsview.places import Places
from ombudsview.review import anew
from tests.gui.at_once import AtOnce
from tests.gui.handmade import read, source

SAVED = "2026-11-20T09:00:00+00:00"
COUNCIL, TITLE = "Wraxmere and Upper Thistledown District Council", "Annual Review letter 2020"
FIGURES = [key for key in FIELDS if key.startswith("decided.")]


def _twin(likeness: Likeness) -> TwinDialog:
    row = LetterRow("a-1", COUNCIL, "2020-03-31", "2020-07-22", TITLE, f"{'long ' * 20}.pdf", SAVED, 2, "a", (1, 3))
    told = tuple(Difference(key, "1204", "1240", now_by_hand=True) for key in FIGURES)
    return TwinDialog(Alike(likeness, row, 1), f"{'second ' * 20}.pdf", told)


def _read_again() -> ReadAgainDialog:
    fields = (read(key, "12", "12", source(7)) for key in FIGURES)
    return ReadAgainDialog(tuple(anew.Difference(one.key, None, one, None) for one in fields))


def _saves() -> RevisionsDialog:
    reason = "The rest was not needed. " * 6
    saves = tuple(Revision(number, SAVED, "A. Clerk", reason, None, number == 3, ()) for number in (3, 2, 1))
    return RevisionsDialog(f"{COUNCIL} 2019-20", saves)


def _chore() -> ChoreDialog:
    about = "Each letter is held against its second copy, which takes about a minute for a thousand of them. " * 3
    return ChoreDialog(Chore("Check the history", about, lambda _: "", "Check it"), AtOnce())


QUESTIONS: dict[str, Callable[[], QDialog]] = {
    "second letter": lambda: _twin(Likeness.SAME_YEAR),
    "same letter": lambda: _twin(Likeness.SAME_WORDS),
    "read again": _read_again,
    "saves": _saves,
    "rules": lambda: RulesDialog(Holding(Places.chosen(None))),
    "proposal": lambda: Proposal("Remember it", "You pointed at “80%”.", Places.chosen(None), whole=False),
    "very many letters": lambda: ManyLetters(Gathered((Path("a.pdf"),) * 2000, 2000, cut=True), lambda _: None),
    "chore": _chore,
}
