import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombudsview.reports.text import FORMULA_STARTS, encodable, for_terminal, safe_cell


@pytest.mark.parametrize("text", ['=HYPERLINK("x")', "+1", "-1", "@sum", "\tx", "\rx", "＝1", "  =1"])
def test_a_formula_gets_an_apostrophe(text):
    assert safe_cell(text) == "'" + text


@pytest.mark.parametrize("text", ["", "Harborough", "31/03/20", "45%", "King's Lynn"])
def test_other_texts_are_left_alone(text):
    assert safe_cell(text) == text


@given(st.text())
def test_the_apostrophe_can_be_taken_off_again(text):
    safe = safe_cell(text)
    assert not safe.startswith(FORMULA_STARTS)
    assert (safe.removeprefix("'")) == text


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_whatever_leaves_can_be_encoded_and_printed(text):
    encodable(text).encode("utf-8")
    assert for_terminal(text).isprintable()


def test_spaces_of_all_sorts_stay_spaces():
    assert for_terminal("a\u00a0b\nc") == "a b c"
