"""Figures quoted, with their evidence: the same one each time, and what stands beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ombudsview.history.dossier import Filed
from ombudsview.paper.geometry import Box
from ombudsview.reading.model import Source
from ombudsview.reports.committee.citing import Citing, label
from tests.reports.committee.dossiers import LAST, THIS, filed, told


def evidence(letter: Filed, key: str):
    citing = Citing((letter,))
    citing.cite(letter, key)
    (one,) = citing.evidence
    return one


def test_a_figure_quoted_twice_has_one_piece_of_evidence() -> None:
    citing = Citing((THIS,))
    assert citing.cite(THIS, "upheld_rate") == citing.cite(THIS, "upheld_rate")
    assert citing.cite(LAST, "upheld_rate").evidence != citing.cite(THIS, "upheld_rate").evidence
    assert [one.pictured for one in citing.evidence] == [True, False]


def test_what_is_not_in_the_letter_has_none() -> None:
    citing = Citing((THIS,))
    assert citing.quoted(THIS, "remedy_rate") == ()
    assert citing.evidence == ()


def test_a_figure_without_a_place_says_so_and_from_what_it_follows() -> None:
    one = told(
        "x", 2020, "investigations", "0", "worked_out", placed=False, reason="None is said to have been decided."
    )
    piece = evidence(filed(2020, one), "investigations")
    assert (piece.page, piece.boxes) == (None, ())
    assert piece.caption == "0 - not printed in Annual Review letter 2020"
    assert piece.remarks == ("Worked out, not printed.", "None is said to have been decided.")


def test_a_figure_corrected_by_hand_says_what_is_printed() -> None:
    piece = evidence(filed(2020, told("x", 2020, "upheld_rate", "54", "changed", printed="45%")), "upheld_rate")
    assert piece.caption == "54% - page 3, Annual Review letter 2020"
    assert piece.printed == "45%"
    assert piece.remarks == ("Corrected by hand; the letter prints 45%.",)


def test_a_query_on_a_figure_that_was_corrected_by_hand_is_said_too() -> None:
    letter = filed(2020, told("x", 2020, "upheld_rate", "54", "query", printed="45%"))
    said = "".join(part.text for part in Citing(()).quoted(letter, "upheld_rate"))
    assert said == "54% (corrected by hand; the letter prints 45%; put off with a query)"


@pytest.mark.parametrize(
    ("was", "known", "says"),
    [
        ("45", True, "corrected by the officer; read as 45%"),
        (None, True, "pointed out by the officer; the program had read none"),
        (None, False, "corrected by the officer"),
    ],
)
def test_a_figure_set_right_by_pointing_says_so_and_what_was_read(was: str | None, known: bool, says: str) -> None:
    field = replace(told("x", 2020, "upheld_rate", "54", "changed", printed="54%"), was=was, known=known)
    letter = filed(2020, field)
    assert "".join(part.text for part in Citing(()).quoted(letter, "upheld_rate")) == f"54% ({says})"
    assert evidence(letter, "upheld_rate").remarks == (f"{says[:1].upper()}{says[1:]}.",)


def test_a_figure_that_an_officer_denies_says_so_and_what_was_read() -> None:
    letter = filed(2020, told("x", 2020, "upheld_rate_similar", None, "not_in_letter", printed="45%"))
    (said,) = Citing(()).quoted(letter, "upheld_rate_similar")
    assert said.text == "not in the letter, says the officer; it was read as 45%"
    assert not said.evidence


def test_words_that_do_not_read_as_the_figure_are_named() -> None:
    letter = filed(2020, told("x", 2020, "upheld_rate", "54", "agreed", printed="of 9"))
    assert evidence(letter, "upheld_rate").remarks == ("What stands there, “of 9”, does not read as this figure.",)


def test_the_first_place_that_is_known_counts() -> None:
    field = told("x", 2020, "upheld_rate", "54")
    places = (Source(2, (), ""), Source(3, (Box(1, 2, 3, 4),), "54%"))
    piece = evidence(filed(2020, type(field)(field.figure, places)), "upheld_rate")
    assert (piece.page, piece.boxes) == (3, (Box(1, 2, 3, 4),))


def test_names_are_told_apart() -> None:
    keys = [key for key in THIS.fields if key.endswith("_similar")]
    assert len({label(key) for key in keys}) == len(keys) == 2
    assert label("upheld_rate") == "Upheld rate"
    assert label("decided.upheld") != label("upheld_decisions")
