"""The desk's way to the record: drafts at every step, the history on finishing. What it needs of the history it imports then."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from threading import Thread
from typing import TYPE_CHECKING

from ombudsview.errors import Trouble
from ombudsview.gui import own_rules
from ombudsview.gui.open_letter import OpenLetter
from ombudsview.gui.record import discarding, earlier, one_draft
from ombudsview.gui.record.holding import Holding, only_looks
from ombudsview.gui.record.one_draft import ASIDE
from ombudsview.letters.fields import Unit, shown
from ombudsview.paper.document import Document
from ombudsview.places import Places

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ombudsview.history.rows import Saved
    from ombudsview.reading.model import Reading
    from ombudsview.review.edit import Event
    from ombudsview.review.journal import Draft
    from ombudsview.review.review import Review

AT_ONCE = 2**20
"""Bytes of a document whose copy is written before the draft goes on; a longer one takes a moment, for which nobody waits."""


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
    """`14:02` of an ISO time, in this machine's zone; with the day where it is another one; nothing for none."""
    if not iso:
        return ""
    when = datetime.fromisoformat(iso).astimezone()
    today = datetime.now().astimezone().date()
    return f"{when:%H:%M}" if when.date() == today else f"{shown(Unit.DATE, when.date().isoformat())}, {when:%H:%M}"


class Keeping(Holding):
    """One a session. Everything that can go wrong in the world comes out as Trouble."""

    def __init__(
        self, places: Places, clock: Callable[[], str] = now, who: str | None = None, *, looks_only: bool = False
    ) -> None:
        super().__init__(places, looks_only=looks_only)
        self._clock = clock
        self._who = who
        self.later: Callable[[Callable[[], object]], object] = lambda work: work()
        """Does in another thread what nobody should wait for."""

    def check(self) -> Trouble | None:
        """What is wrong where nothing can be written, so that the officer hears of it before any work; None where all is well."""
        from tempfile import TemporaryFile

        if self.looks_only:
            return only_looks()
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
        if letter.journal is not None and letter.journal.is_gone:
            letter.journal = None  # set aside for the same letter elsewhere, or taken: all of it goes into another
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
            self._begin_draft(letter, events, before=journal.path)
            journal.discard()

    def _begin_draft(self, letter: OpenLetter, events: tuple[Event, ...], before: Path | None = None) -> None:
        """Begin the letter's draft. An earlier one, but for the one `before` that it goes on from, is set aside."""
        self.insist_on_writing()
        from ombudsview.history.documents import keep
        from ombudsview.review.journal import DraftHeader, Journal

        review, document = letter.review, letter.document
        if review is None or document is None:
            return
        folder, data = self.places.documents, document.data
        if len(data) > AT_ONCE and not document.printed_from:  # meanwhile the letter's own file is still where it was
            self.later(lambda: keep(folder, data))
        else:
            keep(folder, data)
        authority, year = letter.identity
        header = DraftHeader(
            document.sha256,
            review.letter,
            letter.name,
            review.reading.pages,
            authority or None,
            year or None,
            seen=letter.seen,
            printed_from=document.printed_from,
        )
        journal = letter.journal = Journal.start(self.places.drafts, header, review.reading, events)
        letter.aside = self._alone(review.letter, journal.path, before)
        if letter.aside is None and before is None:  # what gave way to a draft that was discarded since
            letter.aside = one_draft.aside_of(self.places.drafts, review.letter)

    def drafts(self) -> tuple[Draft, ...]:
        """What was left unfinished, the one worked on last first."""
        if not self.places.drafts.is_dir():
            return ()
        from ombudsview.review.journal import drafts

        return drafts(self.places.drafts)

    def drafts_of(self, letter: str) -> tuple[Draft, ...]:
        """The drafts of a letter, the one worked on last first."""
        if not self.places.drafts.is_dir():
            return ()
        from ombudsview.review.journal import drafts

        return drafts(self.places.drafts, letter)

    def begun(self) -> frozenset[str]:
        """The letters that have a draft."""
        if not self.places.drafts.is_dir():
            return frozenset()
        from ombudsview.review.journal import letters

        return letters(self.places.drafts)

    def resume(self, draft: Draft, at_hand: Document | None = None) -> OpenLetter:
        """A letter with the edits of its draft upon it, the list of what can be undone included.

        `at_hand` is a document that is open, in case it is this one and its kept copy was not written in time.
        """
        from ombudsview.history.documents import fetch

        header = draft.header
        here = at_hand is not None and at_hand.sha256 == header.sha256
        data = at_hand.data if here and at_hand else fetch(self.places.documents, header.sha256)
        document = Document(header.file_name, None, data, header.sha256, header.printed_from)
        letter = OpenLetter(header.file_name, document=document)
        letter.review = self.new_review(letter, draft.reading, draft.events)
        letter.journal, letter.seen = None if self.looks_only else draft.journal, header.seen
        letter.place = draft.journal.place
        if letter.review.finished:  # killed while it was being saved: nobody knows whether the history has it
            letter.review.reopen()
            if letter.journal is not None:
                letter.journal.append(letter.review.events[-1])
        if draft.events:
            letter.drafted = clock_time(draft.events[-1].when)
        gave_way = self._alone(header.letter, draft.journal.path) if ASIDE not in draft.journal.path.name else None
        letter.aside = gave_way or one_draft.aside_of(self.places.drafts, header.letter)
        return letter

    def _alone(self, letter: str, *mine: Path | None) -> Draft | None:
        """Set the letter's other drafts aside, and give the newest; where that cannot be they lie beside it, and nothing is lost."""
        with suppress(Trouble):
            self.insist_on_writing()
            return one_draft.set_others_aside(self.places.drafts, letter, *mine)
        return None

    def change_places(self, aside: Draft, at_hand: Document | None = None) -> OpenLetter:
        """The letter with the edits of a draft that was set aside, which is its draft again; the other one is set aside."""
        self.insist_on_writing()
        letter = self.resume(aside, at_hand)  # first: where its pages are gone, nothing is changed
        one_draft.take_back(self.places.drafts, aside)
        letter.aside = one_draft.aside_of(self.places.drafts, aside.header.letter)
        return letter

    def discard(self, draft: Draft) -> Path:
        """Take a draft off the list; its file stays, under another name, until the program's next start. Gives that name."""
        self.insist_on_writing()
        return discarding.discard(draft)

    def restore(self, put_away: Path) -> None:
        """Put a discarded draft back on the list, never over another one. Trouble where that cannot be."""
        discarding.restore(put_away)

    def sweep(self) -> None:
        """Remove what was discarded in an earlier session; what that one had set aside is offered where nothing else is."""
        if not self.looks_only:
            discarding.sweep(self.places)
            one_draft.offer_again(self.places.drafts)

    # The history

    def warm(self) -> None:
        """Import what the history needs, in another thread while the officer reads, so that finishing does not wait for it.

        What was learnt of the years' wording is made again where it is gone; that may take a while, and nobody waits for it.
        """
        import ombudsview.history.store  # noqa: F401
        from ombudsview.history import rewording

        with suppress(Trouble):
            if not self.looks_only and (years := rewording.missing(self.places)):
                Thread(target=rewording.make, args=(self.places, years), name="wording", daemon=True).start()

    def told_apart(self, reading: Reading) -> Reading:
        """A reading without the remarks that saved letters to other authorities share: the year's wording is no remark."""
        remarks = reading.field("remarks")
        if remarks is None or remarks.value is None:  # most letters: nothing is imported for them
            return reading
        from ombudsview.history.wording import told_apart

        return told_apart(self.places, reading)

    def rules_for_reader(self) -> bytes:
        """The officer's own rules for the reader process; the errands' thread asks. See `own_rules`."""
        return own_rules.for_reader(self.places)

    def load(self, letter: str) -> OpenLetter:
        """A saved letter with its kept PDF and the officer's corrections."""
        from ombudsview.history import faults
        from ombudsview.history.loading import load

        kept = self.ask(lambda connection: load(connection, self.places, letter), None)
        if kept is None:
            raise faults.no_letter()
        document = Document(kept.row.file_name, None, kept.document, kept.row.sha256)
        opened = OpenLetter(kept.row.file_name, document=document, paper=kept.paper, kept=letter)
        opened.review = self.new_review(opened, kept.reading, kept.events)
        opened.saved, opened.seen = clock_time(kept.row.saved), kept.version
        return opened

    @staticmethod
    def snapshot(review: Review) -> Review:
        """The review as it stands, for another thread to look at."""
        from ombudsview.review.review import Review

        return Review(review.reading, review.letter, who="", clock=now, events=tuple(review.events))

    def save(self, letter: OpenLetter, snapshot: Review) -> Saved:
        """Put a finished letter into the history, in whatever thread; Trouble where that cannot be, and nothing is changed then."""
        if letter.document is None or letter.paper is None:
            raise ValueError("only a letter that has been read can be saved")
        store = self.store  # restored first, where that must be
        earlier.check(self, letter, snapshot)
        saved = store.save(
            letter.document.data,
            letter.name,
            letter.paper,
            snapshot.reading,
            snapshot,
            seen=letter.seen,
            onto=letter.onto,
        )
        letter.seen, letter.onto = saved.version, ""  # at once: another save of it may wait behind this one
        return saved


def name_of(letter: OpenLetter, reading: Reading) -> str:
    """The letter's name within the program."""
    from ombudsview.review.edit import letter_name

    sha256 = letter.document.came_as if letter.document is not None else ""
    return letter.kept or letter_name(sha256, reading.pages[0] if reading.pages else 1)
