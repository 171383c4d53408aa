"""Lines and blocks of a page, made from where its words stand and not from the order in which the file draws them."""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter

from ombudsview.paper.geometry import Box, around
from ombudsview.paper.paper import Sheet, Word

# All in heights of the smaller of two words. A space is about 0.25 high, justified text stretches it to about 1.
_WIDE_GAP = 1.6  # within a line that the PDF itself draws as one
_NEAR_GAP = 0.6  # between words that the PDF draws apart
_STRETCHED = 1.5  # times the usual gap of a justified line, which in a narrow column may be very wide
_STRETCHED_MOST = 6.0
_BACKWARD = -0.4
_SIZE_RATIO = 1.75  # figures this much larger than their sentence are graphics
_BLOCK_RATIO = 1.4
_SAME_ROW = 0.35
_LEADING = 1.05  # the gap from one line of a block to the next, at the most


class Run:
    """Words side by side, with their box on the page turned upright."""

    __slots__ = ("boxes", "height", "middle", "words", "x0", "x1", "y0", "y1")

    def __init__(self, word: Word, box: Box) -> None:
        self.words = [word]
        self.boxes = [box]
        self.x0, self.y0, self.x1, self.y1 = box
        self.height = box.y1 - box.y0
        self.middle = (box.y0 + box.y1) / 2

    @property
    def box(self) -> Box:
        return Box(self.x0, self.y0, self.x1, self.y1)

    def takes(self, box: Box, wide: float) -> bool:
        """Whether a word there goes on from this run's last word, over at most `wide` heights of white."""
        last = self.boxes[-1]
        last_height, height = last[3] - last[1], box[3] - box[1]
        smaller = min(last_height, height)
        if max(last_height, height) > _SIZE_RATIO * smaller:
            return False
        if not _BACKWARD * smaller <= box[0] - last[2] <= wide * smaller:
            return False
        return abs(box[3] + box[1] - last[3] - last[1]) < smaller

    def append(self, word: Word, box: Box) -> None:
        """Take one more word on the right."""
        self.words.append(word)
        self.boxes.append(box)
        self.x1 = max(self.x1, box.x1)
        self.y0 = min(self.y0, box.y0)
        self.y1 = max(self.y1, box.y1)

    def join(self, other: Run) -> None:
        """Take the words of a run on the right."""
        self.words += other.words
        self.boxes += other.boxes
        self.x0, self.y0, self.x1, self.y1 = around((self.box, other.box))


def blocks(sheet: Sheet) -> list[list[Run]]:
    """The page's blocks from top to bottom, each a list of lines from top to bottom."""
    runs = _join_rows(_drawn_runs(sheet))
    runs.sort(key=attrgetter("y0", "x0"))
    found: list[list[Run]] = []
    waiting: list[list[Run]] = []
    for run in runs:
        reach = run.y0 - _LEADING * run.height * _BLOCK_RATIO
        waiting = [block for block in waiting if block[-1].y1 >= reach]
        block = _block_above(run, waiting)
        if block is None:
            block = []
            found.append(block)
            waiting.append(block)
        block.append(run)
    return found


def _drawn_runs(sheet: Sheet) -> list[Run]:
    """Runs of words that the file draws as one line, parted where the size changes or the gap is wide."""
    runs: list[Run] = []
    line = None
    for word in sheet.words:
        box = word.box.turned(sheet.turn, sheet.width, sheet.height) if sheet.turn else word.box
        if word.line == line and runs[-1].takes(box, _WIDE_GAP):
            runs[-1].append(word, box)
        else:
            runs.append(Run(word, box))
            line = word.line
    return runs


def _join_rows(runs: list[Run]) -> list[Run]:
    """Runs that follow each other on one base line become one, whatever was drawn between them."""
    runs.sort(key=attrgetter("middle"))
    rows: list[list[Run]] = []
    row: list[Run] = []
    for run in runs:
        if row and run.middle - row[-1].middle > _SAME_ROW * min(run.height, row[-1].height):
            rows.append(_joined(row))
            row = []
        row.append(run)
    rows.append(_joined(row))
    lines = [run for row in rows for run in row]
    parted = [row for row in rows if len(row) > 1]
    return _join_stretched(lines, parted) if parted else lines


def _join_stretched(lines: list[Run], rows: list[list[Run]]) -> list[Run]:
    """Two words alone on a justified line: they begin and end where a line just above or below does."""
    taken: set[int] = set()
    for row in rows:
        for left, right in pairwise(row):
            if (
                id(left) in taken
                or len(left.words) + len(right.words) > 2
                or not (left.words[-1].text[-1:].isalpha() and right.words[0].text[:1].isalpha())
            ):
                continue
            if left.takes(right.boxes[0], 4 * _STRETCHED_MOST) and any(_spans(line, left, right) for line in lines):
                left.join(right)
                taken.add(id(right))
    return [line for line in lines if id(line) not in taken]


def _spans(line: Run, left: Run, right: Run) -> bool:
    """Whether a line near these two has its edges where they have theirs together."""
    height = left.height
    return (
        abs(line.x0 - left.x0) < 0.15 * height
        and abs(line.x1 - right.x1) < 0.15 * height
        and 0 < abs(line.middle - left.middle) < 3 * height
        and line.height < _BLOCK_RATIO * height
    )


def _joined(row: list[Run]) -> list[Run]:
    if len(row) < 2:
        return row
    row.sort(key=attrgetter("x0"))
    near = _usual_gap(row)
    kept = [row[0]]
    for run in row[1:]:
        # A large figure may stand between two parts of a small line: look past it.
        before = next((k for k in reversed(kept) if k.takes(run.boxes[0], near)), None)
        if before is None:
            kept.append(run)
        else:
            before.join(run)
    return kept


def _usual_gap(row: list[Run]) -> float:
    """The gap, in heights, that still parts two words of one line: wider where a justified line is stretched evenly.

    Only rows of prose are stretched; figures side by side are columns of a table however even their gaps.
    """
    words = [(word, box) for run in row for word, box in zip(run.words, run.boxes, strict=True)]
    if len(words) < 3 or 2 * sum(word.text[:1].isalpha() for word, _ in words) < len(words):
        return _NEAR_GAP
    gaps = sorted((after.x0 - box.x1) / max(box.height, 1) for (_, box), (_, after) in pairwise(words))
    return max(_NEAR_GAP, min(_STRETCHED_MOST, _STRETCHED * gaps[(len(gaps) - 1) // 2]))


def _block_above(run: Run, waiting: list[list[Run]]) -> list[Run] | None:
    """The block that this line goes on: near above, of like size, over one another; the closest of several."""
    best, best_distance = None, 0.0
    for block in waiting:
        last = block[-1]
        smaller, larger = sorted((run.height, last.height))
        gap = run.y0 - last.y1
        if larger > _BLOCK_RATIO * smaller or not -0.5 * smaller <= gap <= _LEADING * smaller:
            continue
        if run.y0 <= last.y0 or min(run.x1, last.x1) <= max(run.x0, last.x0):
            continue
        distance = gap + abs(run.x0 - last.x0) / 4
        if best is None or distance < best_distance:
            best, best_distance = block, distance
    return best
