"""From page to page: a sentence that a page break cuts runs on, past running headers and page numbers."""

from __future__ import annotations

import re

from ombudsview.paper.layout import Run

Block = list[Run]

_PAGE_NUMBER = re.compile(r"(?:page\s)?\d{1,4}(?:(?:\sof\s|\s?/\s?)\d{1,4})?\Z", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_ENDS = ".:!?"


def flowing(pages: list[list[Block]]) -> list[bool]:
    """Order each page's blocks (in place) so that a cut sentence is last on its page and its rest first on the next.

    Returns, for each page, whether its last block runs on into the next page.
    """
    if len(pages) < 2:
        return [False] * len(pages)
    heads = [_words(blocks[0]) if blocks else "" for blocks in pages]
    running = {head for head in heads if heads.count(head) > 1}
    runs_on = [False] * len(pages)
    for number in range(len(pages) - 1):
        tail = _last_of_text(pages[number])
        head = _first_of_text(pages[number + 1], running)
        if tail is not None and head is not None and _goes_on(pages[number][tail], pages[number + 1][head]):
            pages[number].append(pages[number].pop(tail))
            pages[number + 1].insert(0, pages[number + 1].pop(head))
            runs_on[number] = True
    return runs_on


def without_header(pages: list[list[Block]], number: int) -> list[Block]:
    """The blocks of one of the pages but for the header that another one has too, whatever number it bears."""
    heads = [_DIGITS.sub("", _words(blocks[0])) if blocks else "" for blocks in pages]
    return pages[number][1:] if heads[number].strip() and heads.count(heads[number]) > 1 else pages[number]


def is_page_number(block: Block) -> bool:
    """Whether a block is nothing but a number, as pages bear them."""
    return _PAGE_NUMBER.match(_words(block)) is not None


def _words(block: Block) -> str:
    return " ".join(word.text for run in block for word in run.words)


def _last_of_text(blocks: list[Block]) -> int | None:
    """The lowest block that is no page number."""
    return next((n for n in range(len(blocks) - 1, -1, -1) if not _PAGE_NUMBER.match(_words(blocks[n]))), None)


def _first_of_text(blocks: list[Block], running: set[str]) -> int | None:
    """The highest block that is neither a running header nor a page number."""
    for number, block in enumerate(blocks):
        words = _words(block)
        if words not in running and not _PAGE_NUMBER.match(words):
            return number
    return None


def _goes_on(tail: Block, head: Block) -> bool:
    before, after = tail[-1], head[0]
    smaller, larger = sorted((before.height, after.height))
    return before.words[-1].text[-1] not in _ENDS and larger < 1.2 * smaller
