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


_new_box = tuple.__new__  # a third of the time


class Run:
    """Words side by side, with their boxes on the page turned upright."""

    __slots__ = ("boxes", "height", "middle", "words", "x0", "x1", "y0", "y1")

    def __init__(self, words: list[Word], boxes: list[Box]) -> None:
        self.words = words
        self.boxes = boxes
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        self.x0, self.y0, self.x1, self.y1 = min(lefts), min(tops), max(rights), max(bottoms)
        self.height = boxes[0][3] - boxes[0][1]
        self.middle = (boxes[0][1] + boxes[0][3]) / 2

    @property
    def box(self) -> Box:
        return _new_box(Box, (self.x0, self.y0, self.x1, self.y1))

    def takes(self, box: Box, wide: float) -> bool:
        """Whether a word there goes on from this run's last word, over at most `wide` heights of white."""
        return _goes_on(self.boxes[-1], box, wide)

    def join(self, other: Run) -> None:
        """Take the words of a run on the right."""
        self.words += other.words
        self.boxes += other.boxes
        self.x0, self.y0, self.x1, self.y1 = around((self.box, other.box))


def _goes_on(last: Box, box: Box, wide: float) -> bool:
    """Whether two words may stand in one line: of like size, on one base line, neither far apart nor backward."""
    _, top, right, bottom = last
    x0, y0, _, y1 = box
    last_height, height = bottom - top, y1 - y0
    smaller, larger = (height, last_height) if height < last_height else (last_height, height)
    return (
        larger <= _SIZE_RATIO * smaller
        and _BACKWARD * smaller <= x0 - right <= wide * smaller
        and -smaller < y1 + y0 - bottom - top < smaller
    )


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


def drawn_blocks(sheet: Sheet) -> list[list[Run]]:
    """The page's blocks in the order in which the file draws them: a second way to see lines where columns touch."""
    found: list[list[Run]] = []
    for run in _drawn_runs(sheet):
        if found:
            last = found[-1][-1]
            smaller, larger = sorted((run.height, last.height))
            if larger <= _BLOCK_RATIO * smaller and -_LEADING * smaller <= run.y0 - last.y1 <= _LEADING * smaller:
                found[-1].append(run)
                continue
        found.append([run])
    return found


def _drawn_runs(sheet: Sheet) -> list[Run]:
    """Runs of words that the file draws as one line, parted where the size changes or the gap is wide."""
    words = list(sheet.words)
    level = not (sheet.turn or sheet.slant)
    boxes = [word.box for word in words] if level else [sheet.upright(word.box) for word in words]
    starts: list[int] = []
    line, right, top, bottom, back, wide = -1, 0.0, 0.0, 0.0, 0.0, -1.0
    for number, (word, (x0, y0, x1, y1)) in enumerate(zip(words, boxes, strict=True)):
        # `_goes_on` written out: it would be called for every word of every letter, most as high as the one before.
        if y0 == top and y1 == bottom and word.line == line and back <= x0 - right <= wide:
            right = x1
            continue
        last_height, height = bottom - top, y1 - y0
        smaller, larger = (height, last_height) if height < last_height else (last_height, height)
        if word.line != line or not (
            larger <= _SIZE_RATIO * smaller
            and _BACKWARD * smaller <= x0 - right <= _WIDE_GAP * smaller
            and -smaller < y1 + y0 - bottom - top < smaller
        ):
            starts.append(number)
            line = word.line
        top, right, bottom = y0, x1, y1
        back, wide = (_BACKWARD * height, _WIDE_GAP * height) if height > 0 else (0.0, -1.0)
    return [Run(words[start:end], boxes[start:end]) for start, end in pairwise((*starts, len(words)))]


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
