from __future__ import annotations

import msgspec

from ombudsview.gui.letter import says
from ombudsview.gui.letter.sheet_of_record import table
from ombudsview.review.review import Review
from tests.gui.handmade import read, reading, source
from tests.history.made import VALUES, Letter
from tests.letters.test_remarks import LATE, PRAISE


def review(*extra) -> Review:
    first = reading()
    fields = (*(field for field in first.fields if field.key not in {one.key for one in extra}), *extra)
    changed = msgspec.structs.replace(first, fields=fields)
    return Review(changed, "x", who="", clock=lambda: "2026-11-23T10:00:00+00:00")


def test_printed_read_and_final_stand_side_by_side() -> None:
    one = review()
    assert says.values_line(one.field("upheld_rate")) == "printed and read <b>100%</b>, page\N{NO-BREAK SPACE}2"
    assert says.values_line(one.field("period_end")) == (
        "printed <b>31/03/20</b>, page\N{NO-BREAK SPACE}2  ·  read <b>31 March 2020</b>"
    )
    one.correct("period_end", "31 March 2021")
    assert says.values_line(one.field("period_end")) == (
        "printed <b>31/03/20</b>, page\N{NO-BREAK SPACE}2  ·  read <b>31 March 2020</b>  ·  yours <b>31 March 2021</b>"
    )
    one.deny("period_end")
    assert says.values_line(one.field("period_end")).endswith("yours: not in letter")


def test_pages_are_listed_as_people_say_them_and_never_broken() -> None:
    places = (source(0, 1), source(9))
    words = says.values_line(
        review(read("authority", "Wraxmere Council", "Wraxmere Council", *places)).field("authority")
    )
    assert words.endswith(", pages 1 and 2".replace(" ", "\N{NO-BREAK SPACE}").replace(",\N{NO-BREAK SPACE}", ", "))


def test_an_absent_field_gives_its_reason() -> None:
    assert says.values_line(review().field("reference")) == "No reference is printed."


def test_a_letters_own_text_is_shown_as_text() -> None:
    name = "<b>Wraxmere</b> & {Council}"
    one = review(read("authority", name, name, source(0, 1)))
    assert "<b>&lt;b&gt;Wraxmere&lt;/b&gt; &amp; {Council}</b>" in says.values_line(one.field("authority"))


def test_the_closed_row_strikes_the_printed_value_through() -> None:
    one = review()
    one.correct("upheld_rate", "99")
    assert says.line(one.field("upheld_rate")) == says.Line("99%", "100%", "")
    one.deny("upheld_rate")
    assert says.line(one.field("upheld_rate")) == says.Line("", "100%", "not in letter")
    assert says.line(one.field("reference")) == says.Line("", "", "not found")


def test_the_arithmetic_is_said_where_it_agrees_and_only_there() -> None:
    one = review()
    assert says.checks_line(one, one.field("upheld_rate")) == "2 of 2, the arithmetic agrees"
    one.correct("upheld_rate", "99")
    assert says.checks_line(one, one.field("upheld_rate")) == ""
    assert says.worry(one.field("upheld_rate")) == "2 of 2 is 100%, not 99%."
    assert says.checks_line(one, one.field("compliance_rate")) == ""


def test_the_arithmetic_does_not_agree_where_the_part_is_more_than_the_whole() -> None:
    one = review()
    one.correct("upheld_decisions", "12")
    assert says.worry(one.field("upheld_decisions")) != ""
    assert says.checks_line(one, one.field("upheld_rate")) == ""


def test_why_the_totals_differ_is_said_beside_both_and_is_no_doubt() -> None:
    one = Letter(VALUES | {"received.total": "79", "decided.total": "76"}).review
    for key in ("received.total", "decided.total"):
        assert says.totals_line(one, one.field(key)).startswith("79 received, 76 decided: cases cross the year's end")
        assert (one.field(key).doubts, says.worry(one.field(key))) == ((), "")
    assert says.totals_line(one, one.field("investigations")) == ""
    rows = {row[0]: row for row in table(one)}
    assert all("not the same cases" in rows[name][4] for name in ("Total received", "Total decided"))
    one.correct("decided.total", "79")
    assert says.totals_line(one, one.field("received.total")) == ""


def test_totals_are_not_explained_away_while_one_of_them_is_in_doubt() -> None:
    one = Letter(VALUES | {"received.total": "79", "received.housing": "80", "decided.total": "76"}).review
    assert one.field("received.total").doubts
    assert says.totals_line(one, one.field("decided.total")) == ""


def test_a_query_shows_its_note() -> None:
    one = review()
    one.query("upheld_rate", "Which page?")
    assert says.worry(one.field("upheld_rate")) == "Query: Which page?"


def test_a_field_is_described_in_one_line() -> None:
    assert says.described(review().field("upheld_rate")) == "To check. Printed 100%, page 2."


def test_fields_of_one_name_are_told_apart_by_their_group() -> None:
    assert says.full_label("upheld_rate") == "Upheld rate"
    assert says.full_label("upheld_rate_similar") == "Complaints upheld: average of similar authorities"


def test_the_rule_that_read_a_value_is_named_and_why_there_is_none_only_until_there_is() -> None:
    found = read("upheld_rate", "100", "100%", source(5))
    one = review(msgspec.structs.replace(found, reason="Read by your own rule: the percentage."))
    assert says.values_line(one.field("upheld_rate")).endswith("Read by your own rule: the percentage.")
    assert "No reference is printed." in says.values_line(one.field("reference"))
    one.point("reference", source(0, 1))
    assert says.values_line(one.field("reference")) == "yours <b>Wraxmere Council</b>, from page\N{NO-BREAK SPACE}1"
    assert says.described(one.field("reference")) == "Changed. Printed Wraxmere Council, page 1."


def test_remarks_say_what_they_are_about() -> None:
    one = review(read("remarks", (LATE, "Nothing much.", PRAISE), None))
    said = says.values_line(one.field("remarks"))
    assert "remark 1: late remedy" in said
    assert "remark 3: praise" in said
    assert "remark 2" not in said
    assert "note of what was learnt" in says.worry(one.field("remarks"))


def test_a_list_says_how_its_items_are_parted() -> None:
    one = Letter(VALUES | {"remarks": ("One; and more.", "Two.")}).review
    assert says.line(one.field("remarks")).value == "One; and more. | Two."
    way = "Each remark stands on a line of its own: Shift+Enter begins another."
    assert says.values_line(one.field("remarks")).endswith(way)
    assert "One; and more." not in says.values_line(one.field("remarks")), "the box shows it"
    one.correct("remarks", "One; and more. | Two. | Three.")
    assert "Three." not in says.values_line(one.field("remarks"))
    assert "printed <b>One; and more. | Two.</b>" in says.values_line(one.field("remarks")), (
        "the box shows something else"
    )
    assert says.line(one.field("addressees")).value == "Mr Alder; Ms Birch"
    one.deny("remarks")
    assert f"<br>{way}" in says.values_line(one.field("remarks"))


def test_the_button_of_remarks_does_not_quote_them() -> None:
    field = Letter(VALUES | {"remarks": ("One; and more.", "Two.")}).review.field("remarks")
    assert says.entering(field, "Both upheld cases were about care. | Another.").words == "Enter these remarks"
    assert says.entering(field, "Both upheld cases were about care.").words == "Enter this remark"


def test_what_is_said_not_to_be_in_the_letter_is_not_offered_again() -> None:
    one = review()
    assert says.entering(one.field("upheld_rate"), None).deny
    one.deny("upheld_rate")
    assert not says.entering(one.field("upheld_rate"), None).deny
    assert says.entering(one.field("upheld_rate"), "5").deny


def test_a_query_is_settled_by_agreeing_where_there_is_a_value() -> None:
    one = review()
    for key, words in (("upheld_rate", "Agree"), ("reference", "Next")):
        one.query(key, "Is that right?")
        assert says.entering(one.field(key), None).words == words


def test_a_question_ends_as_one_in_what_is_read_aloud() -> None:
    one = review()
    one.query("upheld_rate", "Is that right?")
    assert says.described(one.field("upheld_rate")).endswith("Query: Is that right?")
    assert ".." not in says.described(one.field("upheld_rate"))
