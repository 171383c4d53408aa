"""A letter made by hand: two pages of words, a reading of them, and a reader that answers without a process."""

from __future__ import annotations

import threading

from ombudsview.errors import Trouble, Verdict
from ombudsview.paper.document import Document
from ombudsview.paper.frames import Opened, Picture
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Paper, Sheet, Word
from ombudsview.reading.answer import Answer, encode
from ombudsview.reading.model import Doubt, FieldReading, ReaderState, Reading, Source
from ombudsview.review.journal import Draft

DATA = b"%PDF-1.7 a letter made by hand"
DOCUMENT = Document.of("letter.pdf", DATA)
SIZES = ((595.0, 842.0), (595.0, 842.0))

WORDS = (
    (1, "Wraxmere", 100, 100),
    (1, "Council", 170, 100),
    (1, "22", 100, 140),
    (1, "July", 116, 140),
    (1, "2020", 146, 140),
    (2, "100%", 80, 200),
    (2, "45%", 240, 240),
    (2, "2", 400, 200),
    (2, "(2)", 300, 280),
    (2, "31/03/20", 430, 80),
)


def box(text: str, x: float, y: float) -> Box:
    """The box of a word at a place."""
    return Box(x, y, x + 7.0 * len(text), y + 12)


def paper() -> Paper:
    """What is printed."""
    sheets = []
    for page in (1, 2):
        words = tuple(Word(text, box(text, x, y), n) for n, (p, text, x, y) in enumerate(WORDS) if p == page)
        sheets.append(Sheet(595.0, 842.0, 0, words))
    return Paper(DOCUMENT.sha256, tuple(sheets))


def source(*numbers: int) -> Source:
    """The words of these numbers in `WORDS` as a source."""
    words = [WORDS[number] for number in numbers]
    return Source(words[0][0], tuple(box(*word[1:]) for word in words), " ".join(word[1] for word in words))


def read(key: str, value: str, printed: str, *sources: Source) -> FieldReading:
    """A field that was found."""
    return FieldReading(key, value, printed, ReaderState.TO_CHECK, sources, (), None)


def reading() -> Reading:
    """Six fields found, one that need not be there, one that must be and is not."""
    return Reading(
        "measures-2019",
        (1, 2),
        (
            read("authority", "Wraxmere Council", "Wraxmere Council", source(0, 1)),
            read("letter_date", "2020-07-22", "22 July 2020", source(2, 3, 4)),
            read("period_end", "2020-03-31", "31/03/20", source(9)),
            FieldReading("reference", None, None, ReaderState.ABSENT, (), (), "No reference is printed."),
            read("upheld_rate", "100", "100%", source(5)),
            read("upheld_rate_similar", "45", "45%", source(6)),
            read("upheld_decisions", "2", "2", source(7)),
            read("investigations", "2", "2", source(8)),
            FieldReading(
                "compliance_rate",
                None,
                None,
                ReaderState.LOOK_HERE,
                (),
                (Doubt("not_found", "Such a letter gives a compliance rate; none was found.", ("compliance_rate",)),),
                "Not found.",
            ),
        ),
        (),
        "test-1",
    )


class FakeReader:
    """Answers like the worker, at once unless `gate` is shut; what is in `troubles` is raised, once each, by the verb's name."""

    holds = ("nothing, in a test",)

    def __init__(self, readings: tuple[Reading, ...] | None = None) -> None:
        self.readings = (reading(),) if readings is None else readings
        self.paper = paper()
        self.troubles: list[tuple[str, Trouble]] = []
        self.asked: list[tuple[object, ...]] = []
        self.gate = threading.Event()
        self.gate.set()
        self.cancelled = 0
        self.large: list[bool] = []
        self.rules: list[bytes] = []

    def open(self, data: bytes, password: str | None = None, *, allow_large: bool = False) -> Opened:
        self.large.append(allow_large)
        self._pass("open", password)
        sha256 = Document.of("", data).sha256
        self.paper = Paper(sha256, self.paper.sheets)
        return Opened(Verdict.OK, sha256, SIZES, ())

    def read(self, instead: object = None, rules: bytes = b"") -> bytes:
        self.rules.append(rules)
        self._pass("read")
        return encode(Answer(self.paper, self.readings))

    def picture(self, page: int, scale: float, clip: Box | None = None) -> Picture:
        self._pass("picture", page, scale, clip)
        width, height = SIZES[page % len(SIZES)]
        if clip is not None:
            width, height = clip.width, clip.height
        across, down = max(1, round(width * scale)), max(1, round(height * scale))
        return Picture(across, down, across * 3, memoryview(bytearray(b"\xf0" * (across * 3 * down))))

    def cancel(self) -> None:
        self.cancelled += 1
        self.gate.set()

    def close(self) -> None:
        self.gate.set()

    def _pass(self, verb: str, *about: object) -> None:
        self.asked.append((verb, *about))
        self.gate.wait(5)
        for number, (name, trouble) in enumerate(self.troubles):
            if name == verb:
                del self.troubles[number]
                raise trouble


def edited(draft: Draft) -> list[str]:
    """The fields that a draft's events are about, in their order."""
    return [change.key for event in draft.events for change in event.changes]
