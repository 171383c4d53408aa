"""Misread words of recognised pages are put right, each with its place; typeset pages are never touched."""

from __future__ import annotations

import msgspec
import pytest

from ombudsview.authorities import Register
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Paper, Sheet, Word
from ombudsview.reading.misread import put_right


def _paper(*texts: str, recognised: str = "rapidocr 3", lines: tuple[int, ...] = ()) -> Paper:
    words = tuple(
        Word(text, Box(50.0 + 100 * number, 40.0, 140.0 + 100 * number, 52.0), lines[number] if lines else 0)
        for number, text in enumerate(texts)
    )
    return Paper("", (Sheet(595.0, 842.0, 0, words, recognised),))


def _texts(paper: Paper | None) -> list[str] | None:
    return [word.text for word in paper.sheets[0].words] if paper else None


@pytest.mark.parametrize(
    ("read", "put"),
    [
        ("Cornplaints", "Complaints"),
        ("(compIiance)", "(compliance)"),
        ("DEClSIONS", "DECISIONS"),
        ("1OO%", "100%"),
        ("O%", "0%"),
        ("3l/O3/2O20,", "31/03/2020,"),
        ("Oce,", "Office,"),
        ("ocers", "officers"),
        ("Sheeld", "Sheffield"),
    ],
)
def test_a_misread_word_is_put_right_where_it_stands(read: str, put: str) -> None:
    paper = _paper(read, "of")
    right = put_right(paper)
    assert _texts(right) == [put, "of"]
    assert right is not None
    assert right.sheets[0].words[0].box == paper.sheets[0].words[0].box


def test_no_name_of_the_register_is_a_misreading() -> None:
    names = {name for one in Register.load().authorities for name in one.names}
    assert "Woking Borough Council" in names
    read = {name: _texts(put_right(_paper(*name.split()))) for name in names}
    assert {name: texts for name, texts in read.items() if texts is not None} == {}
    assert _texts(put_right(_paper("“Hove", "cornplaints"))) == ["“Hove", "complaints"]


def test_words_that_ran_together_share_their_box() -> None:
    right = put_right(_paper("“basedon18", "cases"))
    assert right is not None
    first, second, third, last = right.sheets[0].words
    assert [first.text, second.text, third.text, last.text] == ["“based", "on", "18", "cases"]
    assert 50.0 == first.box.x0 < first.box.x1 < second.box.x0 < second.box.x1 < third.box.x0 < third.box.x1 <= 140.0


def test_a_torn_word_is_put_together() -> None:
    right = put_right(_paper("Com", "pliance.", "rate"))
    assert _texts(right) == ["Compliance.", "rate"]
    assert right is not None
    assert right.sheets[0].words[0].box == Box(50.0, 40.0, 240.0, 52.0)


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [(("c", "omplants"), "complaints"), (("Statist", "ic", "s"), "Statistics"), (("de", "csions"), "decisions")],
)
def test_the_pieces_of_a_misread_word_are_put_together(pieces: tuple[str, ...], whole: str) -> None:
    assert _texts(put_right(_paper(*pieces))) == [whole]


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [
        (("2021", "-22"), ["2021-22"]),
        (("2021-", "22."), ["2021-22."]),
        (("AR/20/", "WX7"), ["AR/20/WX7"]),
        (("JRW", "/417/cc"), ["JRW/417/cc"]),
        (("2021", "-", "22"), None),
        (("2021", "-7"), None),
        (("01/04/06/", "31/03/07"), None),
        (("01/04/06", "-31/03/07"), None),
        (("upheld", "-we"), None),
        (("and/", "or"), None),
        (("12", "-"), None),
    ],
)
def test_what_a_stroke_joins_is_put_together(pieces: tuple[str, ...], whole: list[str] | None) -> None:
    assert _texts(put_right(_paper(*pieces))) == whole


@pytest.mark.parametrize("words", [("up", "held"), ("upheld", "in"), ("I", "agree"), ("l", "O"), ("Wraxmere", "A1")])
def test_where_nothing_is_misread_there_is_no_other_paper(words: tuple[str, ...]) -> None:
    torn = words == ("up", "held")
    assert (put_right(_paper(*words)) is None) != torn


def test_a_stroke_between_two_figures_is_a_figure_and_elsewhere_none() -> None:
    assert _texts(put_right(_paper("12", "l", "O", "7"))) == ["12", "1", "0", "7"]
    assert put_right(_paper("12", "I", "agree")) is None


def test_halves_on_two_lines_are_two_words() -> None:
    assert put_right(_paper("Com", "pliance", lines=(0, 1))) is None


def test_a_typeset_page_is_never_touched() -> None:
    scanned = _paper("Cornplaints")
    typeset = msgspec.structs.replace(scanned.sheets[0], recognised="")
    assert put_right(Paper("", (typeset,))) is None
    both = put_right(Paper("", (typeset, *scanned.sheets)))
    assert both is not None
    assert both.sheets[0] is typeset
