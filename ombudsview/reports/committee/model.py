"""What a committee paper says, as frozen values: sections of lines and tables, each figure with the evidence that it leads to.

Nothing here knows of Word. Texts are as the record has them; whoever writes them out makes them fit for that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ombudsview.paper.geometry import Box


@dataclass(frozen=True)
class Part:
    """A stretch of text; one that is a figure names its evidence."""

    text: str
    evidence: str = ""


Line = tuple[Part, ...]


def line(*parts: str | Part) -> Line:
    """Parts put one after the other, empty texts left out."""
    made = (part if isinstance(part, Part) else Part(part) for part in parts)
    return tuple(part for part in made if part.text)


@dataclass(frozen=True)
class Paragraph:
    """`look`: `body`, `bullet`, `quote` (somebody else's words), `note` (small, below a table) or `warning`."""

    line: Line
    look: str = "body"


@dataclass(frozen=True)
class Table:
    """`caption` says what it holds, `about` describes it for those who hear it; the first column names the row.

    `widths` are the columns' shares of the page's width.
    """

    caption: str
    about: str
    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True)
class Heading:
    """A heading within a section."""

    text: str


Block = Paragraph | Table | Heading


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Evidence:
    """One figure and where it is printed. `figure` names it with its year, `value` is as the paper gives it.

    `letter` is the record's name of the letter it is from, `sha256` that of the document, `title` the letter's for people. `page` is
    None where it is printed nowhere; `boxes` in points of the page as shown; `printed` what stands in them. `remarks` are sentences
    that belong beside it. `pictured`: the paper carries a picture of its printed line; else it is named by letter and page.
    """

    name: str
    figure: str
    value: str
    letter: str
    sha256: str
    title: str
    page: int | None
    boxes: tuple[Box, ...] = ()
    printed: str = ""
    remarks: tuple[str, ...] = ()
    pictured: bool = True

    @property
    def caption(self) -> str:
        """`100% - page 3, Annual Review letter 2020`."""
        return f"{self.value} - {self.place}"

    @property
    def place(self) -> str:
        """`page 3, Annual Review letter 2020`, or that it has none."""
        return f"page {self.page}, {self.title}" if self.page is not None else f"not printed in {self.title}"


@dataclass(frozen=True)
class CommitteePaper:
    """The whole paper. `particulars` are label and text, `notices` what must be known before anything is read."""

    title: str
    subtitle: str
    particulars: tuple[tuple[str, str], ...]
    notices: tuple[str, ...]
    sections: tuple[Section, ...]
    evidence: tuple[Evidence, ...] = ()
    made: str = ""

    def lines(self) -> Iterator[Line]:
        """Every line of the sections in order, cell by cell."""
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Paragraph):
                    yield block.line
                elif isinstance(block, Table):
                    yield from (cell for row in block.rows for cell in row)
