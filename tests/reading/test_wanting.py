from __future__ import annotations

from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Paper, Sheet, Word
from ombudsview.reading.model import Reading
from ombudsview.reading.wanting import Wanting, asked_for, wanting

PROSE = ("This", "compares", "to", "an", "average", "of", "similar", "authorities", "in", "the", "year") * 4


def sheet(words: tuple[str, ...] = (), pictured: float = 0.0, unseen: float = 0.0, recognised: str = "") -> Sheet:
    made = tuple(Word(word, Box(9.0, 9.0, 40.0, 20.0), n) for n, word in enumerate(words))
    return Sheet(595.0, 842.0, 0, made, recognised, pictured=pictured, unseen=unseen)


TEXT, PICTURE, BLANK = sheet(PROSE), sheet(pictured=1.0), sheet()
POOR, HIDDEN = sheet(("c0mp1~|nts",) * 40, 1.0, 1.0), sheet(PROSE, 1.0, 1.0)
DONE = sheet(PROSE, 1.0, recognised="rapidocr")


def known(first: int, last: int) -> Reading:
    return Reading("measures-2019", (first, last), (), (), "1")


def paper(*sheets: Sheet) -> Paper:
    return Paper("", sheets)


def test_an_unknown_letter_wants_every_page_that_cannot_be_read() -> None:
    pages = paper(TEXT, PICTURE, POOR, HIDDEN, BLANK, DONE, PICTURE)
    assert wanting(pages, None) == Wanting((1, 6), (2,))
    assert wanting(pages, Reading(None, (1, 7), (), (), "1")) == Wanting((1, 6), (2,))


def test_a_known_letter_in_a_pack_wants_its_own_pages_and_pictures_beside_them() -> None:
    pages = paper(PICTURE, TEXT, PICTURE, TEXT, POOR, PICTURE, PICTURE, TEXT, PICTURE, POOR)
    assert wanting(pages, known(4, 5)) == Wanting((2, 5, 6), (4,))


def test_text_wants_nothing() -> None:
    assert wanting(paper(TEXT, TEXT), known(1, 2)) == Wanting((), ())


def test_who_asks_means_the_pictures_whether_readable_or_not() -> None:
    assert asked_for(paper(TEXT, HIDDEN, PICTURE, POOR, DONE), known(1, 1)) == (1, 2, 3)


def test_who_asks_about_a_letter_of_text_means_the_letters_pages() -> None:
    assert asked_for(paper(TEXT, TEXT, BLANK, TEXT), known(2, 3)) == (1,)
    assert asked_for(paper(TEXT, TEXT, BLANK, TEXT), None) == (0, 1, 3)


def test_nothing_is_left_to_ask_for_where_all_was_recognised() -> None:
    assert asked_for(paper(DONE, DONE, TEXT), known(1, 2)) == ()
