"""One letter in the queue: a file, or a letter of a file that holds several; how it stands and what is left to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from ombudsview.gui.again.recognising import Phase, Standing
from ombudsview.gui.open_letter import OpenLetter
from ombudsview.gui.queue.glimpse import Glimpse, Twin, of_letter
from ombudsview.gui.queue.recognised import recognition_words
from ombudsview.gui.queue.status import Status, status_word
from ombudsview.gui.style.words import visible

translate = QCoreApplication.translate


@dataclass(eq=False)
class Entry:
    """`letter` is kept while the officer works on it, `glimpse` is what is known of it otherwise. `trouble` says why it cannot
    be opened. `place` counts the entries as they came. `recognition`
    is how far its pages are recognised, None where nobody needs to know.
    """

    name: str
    path: Path | None = None
    number: int = 0
    letter: OpenLetter | None = None
    trouble: str = ""
    glimpse: Glimpse | None = None
    place: int = 0
    recognition: Standing | None = None

    @property
    def seen(self) -> Glimpse | None:
        """What is known of it; None where it has not been read."""
        if self.letter is not None and self.letter.review is not None:
            return of_letter(self.letter)
        return self.glimpse

    @property
    def finished(self) -> bool:
        """Whether the letter has been saved and not touched since."""
        letter = self.letter
        if letter is not None and letter.review is not None:
            return letter.review.finished
        return self.glimpse is not None and self.glimpse.finished

    @property
    def kept(self) -> str:
        """Its name in the history while it stands there as it is; else empty."""
        if self.letter is not None:
            return self.letter.kept
        return self.glimpse.kept if self.glimpse is not None else ""

    @property
    def letter_name(self) -> str:
        """Its name within the program; empty while nobody has read it."""
        if self.letter is not None and self.letter.review is not None:
            return self.letter.review.letter
        return self.glimpse.name if self.glimpse is not None else ""

    @property
    def is_left(self) -> bool:
        """Whether the officer has still to do with it."""
        return not self.finished and not self.trouble

    @property
    def status(self) -> Status:
        """Where the letter is on its way into the history; one with queries stays in sight, saved or not."""
        if self.trouble:
            return Status.PROBLEM
        seen = self.seen
        if seen is None:
            return Status.NEW
        if seen.queries and not seen.look and not seen.check:
            return Status.QUERIED
        if self.finished:
            return Status.FINISHED
        return Status.DRAFT if seen.touched else Status.NEW

    @property
    def title(self) -> str:
        """The authority once it is known, else the file's name."""
        seen = self.seen
        return (seen.authority if seen is not None else "") or self.name

    @property
    def note(self) -> str:
        """The year, the status and what matters most of what is left, in a few words."""
        seen = self.seen
        if self.trouble:
            return f"{status_word(Status.PROBLEM)}: {self._reason}"
        word, rest = status_word(self.status), self._rest(seen)
        year = seen.year if seen is not None else ""
        said = f"{word} {seen.saved}" if seen is not None and seen.saved else f"{word}, {rest}" if rest else word
        return "  ·  ".join(part for part in (year, said) if part)

    @property
    def _reason(self) -> str:
        """Why it cannot be opened, in few words: what is wrong, without whose trouble it is (the title says that) and the way out."""
        subjects = (f"“{visible(self.name)}” ", "This letter ", "This file ", "It ")
        whose = next((words for words in subjects if self.trouble.startswith(words)), "")
        return self.trouble.removeprefix(whose).partition(". ")[0].rstrip(".").removeprefix("is ")

    def _rest(self, seen: Glimpse | None) -> str:
        if self._tells_recognition and self.recognition is not None and (words := recognition_words(self.recognition)):
            return words
        if seen is None:
            return ""
        if seen.pictured:
            return translate("Queue", "a scan, recognised when opened")
        if not seen.known:
            return translate("Queue", "layout not known")
        if seen.look:
            return translate("Queue", "{count} to look at").format(count=seen.look)
        if seen.check:
            return translate("Queue", "{count} to check").format(count=seen.check)
        return translate("Queue", "ready to finish")

    @property
    def _tells_recognition(self) -> bool:
        """Whether recognition matters more than what is left to do: while it goes on, and until the officer has begun."""
        going_on = self.recognition is not None and self.recognition.phase is Phase.RUNNING
        return going_on or self.status is Status.NEW

    @property
    def account(self) -> str:
        """All that is known of it, for the tooltip and for those who listen."""
        seen = self.seen
        parts = [f"{status_word(Status.PROBLEM)}: {self.trouble}" if self.trouble else self.note]
        if seen is not None and not self.trouble:
            if seen.saved:
                parts.append(translate("Queue", "saved to the history"))
            if seen.look and seen.check:
                parts.append(translate("Queue", "{count} to check").format(count=seen.check))
            if seen.queries == 1:
                parts.append(translate("Queue", "1 query"))
            elif seen.queries:
                parts.append(translate("Queue", "{count} queries").format(count=seen.queries))
            if seen.twin is not None:
                parts.append(twin_words(seen.twin))
        return "  ·  ".join(parts)


def namesakes(entries: Iterable[Entry]) -> frozenset[Entry]:
    """Those of which the list would say the same as of another one: one authority, one year."""
    said = {entry: (seen.authority, seen.year) for entry in entries if (seen := entry.seen) and seen.authority}
    often = Counter(said.values())
    return frozenset(entry for entry, words in said.items() if often[words] > 1)


def twin_words(twin: Twin) -> str:
    """What else the history has, in a few words."""
    match twin:
        case Twin.SAME:
            return translate("Queue", "this file is in the history")
        case Twin.RESAVED:
            return translate("Queue", "the history has the same letter from another file")
        case Twin.SECOND:
            return translate("Queue", "the history has another letter for this year")
