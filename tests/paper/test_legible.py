"""Pages judged by amount and readability of their text."""

from __future__ import annotations

import random

import pytest

from ombudsview.paper import extract
from ombudsview.paper.geometry import Box
from ombudsview.paper.legible import Legibility, garbled, judge, likely, to_recognise
from ombudsview.paper.paper import Paper, Sheet, Word
from tests.letters.corpus import letters
from tests.letters.scan import Scan, scanned

LETTERS = tuple(letters(seed=1, count=6))


def _paper(pdf: bytes) -> Paper:
    return extract.extract(extract.open_pdf(pdf, None), "")


def _scanned(layer: str) -> Paper:
    return _paper(scanned(LETTERS[0].pdf(), Scan(100, layer=layer), random.Random(2))[0])


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.name)
def test_typeset_pages_are_fine(letter: object) -> None:
    paper = _paper(letter.pdf())  # type: ignore[attr-defined]
    assert {judge(sheet) for sheet in paper.sheets} == {Legibility.FINE}
    assert to_recognise(paper) == ()


@pytest.mark.parametrize("layer", ["", "stray"])
def test_a_picture_is_one_whatever_letter_strayed_onto_it(layer: str) -> None:
    paper = _scanned(layer)
    assert {judge(sheet) for sheet in paper.sheets} == {Legibility.PICTURE}
    assert to_recognise(paper) == (0, 1, 2)


def test_a_garbled_layer_is_poor_and_a_good_one_is_used() -> None:
    bad, good = _scanned("bad"), _scanned("good")
    assert [judge(sheet) for sheet in bad.sheets] == [Legibility.POOR, Legibility.PICTURE, Legibility.POOR]
    assert [judge(sheet) for sheet in good.sheets] == [Legibility.HIDDEN, Legibility.PICTURE, Legibility.HIDDEN]
    assert all(sheet.unseen > 0.9 for sheet in good.sheets)


@pytest.mark.parametrize("seed", [3, 4])
def test_hidden_text_lies_as_askew_as_its_picture(seed: int) -> None:
    angle = random.Random(seed).uniform(-1.5, 1.5)  # the scanner's first throw
    pdf, _ = scanned(LETTERS[0].pdf(), Scan(72, skew=1.5, layer="good"), random.Random(seed))
    assert _paper(pdf).sheets[0].slant == pytest.approx(-angle, abs=0.06)
    assert {sheet.slant for sheet in _paper(LETTERS[0].pdf()).sheets} == {0.0}


def test_a_blank_page_is_nothing_to_recognise() -> None:
    assert judge(Sheet(595, 842, 0, ())) is Legibility.BLANK


def test_a_page_that_was_recognised_is_not_recognised_again() -> None:
    assert judge(Sheet(595, 842, 0, (), "rapidocr", pictured=1.0)) is Legibility.FINE


def test_letters_without_their_meaning_are_poor() -> None:
    words = tuple(Word("\uf041\uf042\uf043", Box(0, 0, 9, 9), 0) for _ in range(30))
    assert judge(Sheet(595, 842, 0, words)) is Legibility.POOR


@pytest.mark.parametrize(
    ("texts", "poor"), [("\uf041\uf042 \ufffd\ufffd\ufffd on", True), ("\uf0b7 Read on \uf0b7", False)]
)
def test_a_cover_of_few_words_whose_letters_nobody_names_is_poor(texts: str, poor: bool) -> None:
    words = tuple(Word(text, Box(0, 0, 9, 9), 0) for text in texts.split())
    assert judge(Sheet(595, 842, 0, words)) is (Legibility.POOR if poor else Legibility.FINE)


LIKELY = """
the Ombudsman’s Stoke-on-Trent MacDonald McGrath HMRC AND/OR King's Mrs Dr Ysgrifennydd Llywodraeth rhythm
57% £1,350 31/03/20 1st 2019-20 0300 01/04/06 12pm LGSCO/2020/0417 X12 a.b@lgo.org.uk www.lgo.org.uk
"""


@pytest.mark.parametrize("word", LIKELY.split())
def test_what_letters_are_made_of_is_likely(word: str) -> None:
    assert likely(word)


@pytest.mark.parametrize(
    "word", ["0mbudsman", "c0mp1aints", "thc1r", "2O2O", "S7%", "xkcdqrtz", "l|l", "~~", "dEciSion"]
)
def test_what_bad_layers_are_made_of_is_not(word: str) -> None:
    assert not likely(word)


def test_bullets_and_lists_are_no_garble() -> None:
    assert not garbled(("\uf0b7 Adult care \uf0b7 Housing \uf0b7 Highways & transport \uf0b7 Education " * 3).split())
