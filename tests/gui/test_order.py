"""The order of attention."""

from ombudsview.gui.desk import Desk
from ombudsview.gui.order import by_attention, first_open


def test_who_and_when_come_first_then_what_cannot_be_read_then_what_breaks_a_rule_then_the_rest(opened: Desk) -> None:
    review = opened.review
    assert first_open(review) == "authority"
    assert by_attention(review)[:3] == ("authority", "period_end", "letter_date")
    for key in ("authority", "period_end", "letter_date"):
        review.agree(key)
    assert first_open(review) == "compliance_rate", "it was not found"
    review.correct("upheld_rate_similar", "45")
    review.correct("upheld_decisions", "1")
    assert by_attention(review)[:2] == ("compliance_rate", "upheld_rate")


def test_the_rest_goes_on_in_letter_order_round_the_end(opened: Desk) -> None:
    review = opened.review
    for key in ("authority", "period_end", "letter_date"):
        review.agree(key)
    review.deny("compliance_rate")
    assert by_attention(review, "upheld_rate") == (
        "upheld_rate_similar",
        "upheld_decisions",
        "investigations",
        "upheld_rate",
    )


def test_enter_goes_from_a_field_to_the_one_that_deserves_a_look_next(opened: Desk) -> None:
    opened.focus("upheld_rate_similar")
    opened.agree("upheld_rate_similar")
    assert opened.focus_key == "authority"
