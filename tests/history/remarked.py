"""Letters with remarks for the record: typed pages read as the reader does, reviewed and saved."""

from __future__ import annotations

import hashlib
from itertools import count

import msgspec

from ombudsview.history.rows import Saved
from ombudsview.history.store import Store
from ombudsview.paper.paper import Paper
from ombudsview.reading.read import read_letters
from ombudsview.review.edit import letter_name
from ombudsview.review.review import Review
from tests.history.made import ticking
from tests.paper.handmade import typed_paper
from tests.reading.test_wording import pages

_numbers = count()


class Remarked:
    """A letter with these paragraphs in it, as the desk holds it when it is saved."""

    def __init__(self, *remarks: str, authority: str = "Wraxmere District Council", year: int = 2020) -> None:
        self.document = f"%PDF-1.4 {next(_numbers)}".encode()
        sha256 = hashlib.sha256(self.document).hexdigest()
        self.paper: Paper = msgspec.structs.replace(
            typed_paper(*pages(*remarks, authority=authority, year=year)), sha256=sha256
        )
        (self.reading,) = read_letters(self.paper)
        self.name = letter_name(sha256, 1)
        self.review = Review(self.reading, self.name, who="A. Clerk", clock=ticking())

    def save(self, store: Store) -> Saved:
        """Put it into the record."""
        self.review.finish("Enough.")
        return store.save(self.document, "letter.pdf", self.paper, self.reading, self.review)
