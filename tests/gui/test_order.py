"""The order of attention."""

from ombudsview.gui.desk import Desk
from ombudsview.gui.order import by_attention, first_open, next_open


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


def test_the_key_for_what_needs_a_look_walks_the_same_order_both_ways(opened: Desk) -> None:
    review = opened.review
    review.agree("authority")
    review.correct("upheld_decisions", "1")  # breaks a rule about the rate, which stands before others in the letter
    order = by_attention(review)
    assert order[:4] == ("period_end", "letter_date", "compliance_rate", "upheld_rate")
    opened.focus("letter_date")
    walked = []
    for _ in order:
        opened.seek_open(1)
        walked.append(opened.focus_key)
    assert walked == [*order[2:], *order[:2]]
    opened.seek_open(-1)
    assert opened.focus_key == order[0]
    opened.seek_open(-1)
    assert opened.focus_key == order[-1]


def test_from_a_settled_field_it_goes_where_enter_would(opened: Desk) -> None:
    review = opened.review
    for key in ("authority", "period_end", "letter_date"):
        review.agree(key)
    review.deny("compliance_rate")
    review.agree("upheld_rate_similar")
    assert next_open(review, "upheld_rate_similar") == by_attention(review, "upheld_rate_similar")[0]
    assert next_open(review, "upheld_rate_similar") == "upheld_decisions"
    assert next_open(review, "upheld_rate_similar", -1) == "upheld_rate"
    for key in review.open_keys():
        review.agree(key)
    assert next_open(review, "upheld_rate") == ""
