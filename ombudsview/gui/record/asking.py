"""What is only asked of the history: by a connection of its own, so that nothing is opened for writing and no save is waited for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from ombudsview.errors import Trouble
from ombudsview.places import Places

if TYPE_CHECKING:
    from sqlite3 import Connection

    from ombudsview.history.revisions import Revision, TakenBack
    from ombudsview.history.rows import Figure, LetterRow

T = TypeVar("T")


class Asking:
    """Any thread may. Trouble where the history cannot be read."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.hurt: Callable[[], object] = lambda: None
        """Called, in whatever thread, where an answer shows that the history is damaged."""

    @property
    def in_use(self) -> bool:
        """Whether this program has the history open for writing."""
        return False

    @property
    def has_history(self) -> bool:
        """Whether there is anything to ask: an officer who only looks around is not made to wait for an empty history."""
        if self.in_use or self.places.history.exists():
            return True
        from ombudsview.history.backups import has_second_copies

        return has_second_copies(self.places)

    def ask(self, question: Callable[[Connection], T], nothing: T, *, newer_too: bool = False) -> T:
        """What a question finds; `nothing` where there is no history. `newer_too`: see `glance.look`."""
        from ombudsview.history.glance import look

        try:
            if not self.has_history:
                return nothing
            return look(self.places, question, nothing, in_use=self.in_use, newer_too=newer_too)
        except Trouble as trouble:
            if trouble.code == "history_damaged":
                self.hurt()
            raise

    def rows(self) -> tuple[LetterRow, ...]:
        """The saved letters."""
        if not self.has_history:
            return ()
        from ombudsview.history import find

        return self.ask(find.letters, (), newer_too=True)

    def row_of(self, letter: str) -> LetterRow | None:
        """A letter's row in the history; None where it is not there, or where the history cannot be read just now."""
        try:
            return next((row for row in self.rows() if row.letter == letter), None)
        except Trouble:
            return None

    def figures(self, authority: str | None = None) -> tuple[Figure, ...]:
        """Every figure of the saved letters, of one authority or of all."""
        from ombudsview.history import find

        return self.ask(lambda connection: find.figures(connection, authority), (), newer_too=True)

    def authorities(self) -> tuple[str, ...]:
        """The authorities that have a saved letter, by name."""
        from ombudsview.history import find

        return self.ask(find.authorities, (), newer_too=True)

    def most_letters(self) -> str:
        """The authority that has most saved letters; empty where no single one has."""
        from ombudsview.history import find

        return self.ask(find.most_letters, "", newer_too=True)

    def revisions(self, letter: str) -> tuple[Revision, ...]:
        """Every save of a letter, the newest first. Trouble `no_letter`."""
        from ombudsview.history.revisions import revisions

        return self.ask(lambda connection: revisions(connection, letter), ())

    def taken_back(self) -> tuple[TakenBack, ...]:
        """The letters with a save that can be brought back."""
        from ombudsview.history.revisions import taken_back

        return self.ask(taken_back, ())
