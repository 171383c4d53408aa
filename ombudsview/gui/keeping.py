"""The desk's way to the record: drafts at every step, the history on finishing. What it needs of the history it imports then."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from ombudsview.errors import Trouble
from ombudsview.gui import earlier, own_rules
from ombudsview.gui.open_letter import OpenLetter
from ombudsview.paper.document import Document
from ombudsview.places import Places

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ombudsview.history.rows import Figure, LetterRow
    from ombudsview.history.store import Store
    from ombudsview.reading.model import Reading
    from ombudsview.review.edit import Event
    from ombudsview.review.journal import Draft
    from ombudsview.review.review import Review


DISCARDED = ".discarded"


def now() -> str:
    """The time as events keep it: ISO 8601 with the zone."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def officer() -> str:
    """Who works here, as the system knows them."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # nobody by that number, or no such thing on this system
        return "officer"


def clock_time(iso: str) -> str:
    """`14:02` of an ISO time, in this machine's zone; with the day where it is another one."""
    when = datetime.fromisoformat(iso).astimezone()
    today = datetime.now().astimezone().date()
    return f"{when:%H:%M}" if when.date() == today else f"{when.day} {when:%B %Y}, {when:%H:%M}"


class Keeping:
    """One a session. Everything that can go wrong in the world comes out as Trouble."""

    def __init__(self, places: Places, clock: Callable[[], str] = now, who: str | None = None) -> None:
        self.places = places
        self._clock = clock
        self._who = who
        self._store: Store | None = None

    def check(self) -> Trouble | None:
        """What is wrong where nothing can be written, so that the officer hears of it before any work; None where all is well."""
        from tempfile import TemporaryFile

        try:
            self.places.data.mkdir(parents=True, exist_ok=True)
            with TemporaryFile(dir=self.places.data):
                return None
        except OSError as fault:
            return Trouble(
                "not_writable",
                f"Nothing can be kept: the folder {self.places.data} cannot be written to ({fault.strerror}).",
                "Letters can be read, but no edit outlives this window: make the folder writable, then start again.",
            )

    # Drafts

    def new_review(self, letter: OpenLetter, reading: Reading, events: tuple[Event, ...] = ()) -> Review:
        """The officer's work on one reading of a letter's document."""
        from ombudsview.review.review import Review

        self._who = self._who or officer()
        return Review(reading, name_of(letter, reading), who=self._who, clock=self._clock, events=events)

    def write(self, letter: OpenLetter, event: Event) -> None:
        """Put an event on the disk; where that fails, no time of an earlier one is left standing. The first begins the draft."""
        letter.drafted = ""
        if letter.journal is None and letter.review is not None:
            earlier = tuple(one for one in letter.review.events if one.sequence < event.sequence)
            self._begin_draft(letter, earlier)
        if letter.journal is not None:
            letter.journal.append(event)
            letter.drafted = clock_time(event.when)

    def read_anew(self, letter: OpenLetter, reading: Reading) -> None:
        """Put the officer's work upon another reading of the letter. Trouble where the draft could not be begun anew.

        The draft there was goes last, so that whatever happens one of them is there.
        """
        events, journal = tuple(letter.review.events) if letter.review is not None else (), letter.journal
        letter.review = self.new_review(letter, reading, events)
        if journal is not None:
            self._begin_draft(letter, events)
            journal.discard()

    def _begin_draft(self, letter: OpenLetter, events: tuple[Event, ...]) -> None:
        from ombudsview.history.documents import keep
        from ombudsview.review.journal import DraftHeader, Journal

        review, document = letter.review, letter.document
        if review is None or document is None:
            return
        keep(self.places.documents, document.data)
        authority, year = letter.identity
        header = DraftHeader(
            document.sha256,
            review.letter,
            letter.name,
            review.reading.pages,
            authority or None,
            year or None,
            seen=letter.seen,
        )
        letter.journal = Journal.start(self.places.drafts, header, review.reading, events)

    def drafts(self) -> tuple[Draft, ...]:
        """What was left unfinished, the one worked on last first."""
        if not self.places.drafts.is_dir():
            return ()
        from ombudsview.review.journal import drafts

        return drafts(self.places.drafts)

    def draft_of(self, letter: str) -> Draft | None:
        """The newest draft of a letter."""
        return next((draft for draft in self.drafts() if draft.header.letter == letter), None)

    def resume(self, draft: Draft) -> OpenLetter:
        """A letter with the edits of its draft upon it, the list of what can be undone included."""
        from ombudsview.history.documents import fetch

        header = draft.header
        data = fetch(self.places.documents, header.sha256)
        letter = OpenLetter(header.file_name, document=Document(header.file_name, None, data, header.sha256))
        letter.review = self.new_review(letter, draft.reading, draft.events)
        letter.journal, letter.seen = draft.journal, header.seen
        if letter.review.finished:  # killed while it was being saved: nobody knows whether the history has it
            letter.review.reopen()
            letter.journal.append(letter.review.events[-1])
        if draft.events:
            letter.drafted = clock_time(draft.events[-1].when)
        return letter

    def discard(self, draft: Draft) -> Path:
        """Take a draft off the list; its file stays, under another name, until the program's next start. Gives that name."""
        path = draft.journal.path
        put_away = path.with_name(path.name + DISCARDED)
        try:
            path.replace(put_away)
        except OSError as fault:
            raise Trouble(
                "not_writable",
                "The draft could not be discarded.",
                "Check that the folder of drafts may be written to.",
            ) from fault
        return put_away

    def restore(self, put_away: Path) -> None:
        """Put a discarded draft back on the list, never over another one. Trouble where that cannot be."""
        path = put_away.with_name(put_away.name.removesuffix(DISCARDED))
        try:
            if not path.exists():
                put_away.replace(path)
                return
        except OSError as fault:
            raise Trouble(
                "not_writable",
                "The draft could not be brought back.",
                "Check that the folder of drafts is there and may be written to.",
            ) from fault
        raise Trouble("exists", "This letter has a newer draft already.", "Finish that one first.")

    def sweep(self) -> None:
        """Remove what was discarded in an earlier session."""
        with suppress(OSError):  # what cannot be removed today is no reason not to start
            for path in self.places.drafts.glob("*" + DISCARDED):
                path.unlink(missing_ok=True)

    # The history

    @staticmethod
    def warm() -> None:
        """Import what the history needs, in another thread while the officer reads, so that finishing does not wait for it."""
        import ombudsview.history.store  # noqa: F401

    @property
    def store(self) -> Store:
        """The history, opened for writing at the first need and kept open. Trouble where that cannot be."""
        if self._store is None:
            from ombudsview.history.store import Store

            self._store = Store.open(self.places)
        return self._store

    def rows(self) -> tuple[LetterRow, ...]:
        """The saved letters; opens nothing for writing."""
        if self._store is not None:
            return self._store.letters()
        if not self._has_history:
            return ()
        from ombudsview.history.glance import glance

        return glance(self.places)

    def figures(self, authority: str | None = None) -> tuple[Figure, ...]:
        """Every figure of the saved letters, of one authority or of all."""
        return self.store.figures(authority) if self._has_history else ()

    def authorities(self) -> tuple[str, ...]:
        """The authorities that have a saved letter, by name."""
        return self.store.authorities() if self._has_history else ()

    def rules_for_reader(self) -> bytes:
        """The officer's own rules for the reader process; the errands' thread asks. See `own_rules`."""
        return own_rules.for_reader(self.places)

    @property
    def _has_history(self) -> bool:
        """Whether there is anything to ask: an officer who only looks around is not made to wait for an empty history."""
        return self._store is not None or self.places.history.exists()

    def load(self, letter: str) -> OpenLetter:
        """A saved letter with its kept PDF and the officer's corrections."""
        kept = self.store.load(letter)
        document = Document(kept.row.file_name, None, kept.document, kept.row.sha256)
        opened = OpenLetter(kept.row.file_name, document=document, paper=kept.paper, kept=letter)
        opened.review = self.new_review(opened, kept.reading, kept.events)
        opened.saved, opened.seen = clock_time(kept.row.saved), kept.version
        return opened

    def finish(self, letter: OpenLetter, review: Review, reason: str) -> Trouble | None:
        """Save a letter; a hint where it is safe but something beside it could not be done.

        Trouble `second_letter` and `stale` as `earlier.check` raises them, `still_open` without a reason, or what kept the
        history from saving: the letter stays open then, with its draft.
        """
        from ombudsview.review import finishing

        if letter.document is None or letter.paper is None:
            raise ValueError("only a letter that has been read can be saved")
        finishing.check_filing(review)
        finishing.check(review, reason)  # before anything of the history is touched
        earlier.check(self.places, letter, review)
        store = self.store
        review.finish(reason)
        try:
            saved = store.save(
                letter.document.data,
                letter.name,
                letter.paper,
                review.reading,
                review,
                seen=letter.seen,
                onto=letter.onto,
            )
        except BaseException:  # a bug as well: nothing may say later that the letter was saved
            review.reopen()
            raise
        letter.saved, letter.kept = clock_time(saved.when), saved.letter
        letter.seen, letter.onto = saved.version, ""
        if letter.journal is not None:
            letter.journal.discard()
            letter.journal = None
        return saved.trouble

    def close(self) -> None:
        """Let others write to the history."""
        if self._store is not None:
            self._store.close()
            self._store = None


def name_of(letter: OpenLetter, reading: Reading) -> str:
    """The letter's name within the program."""
    from ombudsview.review.edit import letter_name

    sha256 = letter.document.sha256 if letter.document is not None else ""
    return letter.kept or letter_name(sha256, reading.pages[0] if reading.pages else 1)
