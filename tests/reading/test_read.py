"""A whole letter read: values with their places, what is worked out, what is missing, what does not fit."""

from __future__ import annotations

import pytest

from ombudsview.letters.measures_2019 import MEASURES_2019
from ombudsview.reading.model import ReaderState, Reading
from ombudsview.reading.read import read_letters
from ombudsview.reading.version import READER_VERSION
from tests.paper.handmade import paper, sheet, typed_paper
from tests.reading.made import BLOCKS, HEADER, LETTER, NO_CASES, changed, field, letter, reading

EXPECTED = {
    "authority": "Wraxmere District Council",
    "period_start": "2019-04-01",
    "period_end": "2020-03-31",
    "letter_date": "2020-07-22",
    "title": "Annual Review letter 2020",
    "reference": None,
    "addressees": ("Mrs Thistlewood", "Mr O'Garra"),
    "addressee_role": "Directors",
    "signatory": "Michael King",
    "signatory_role": "Local Government and Social Care Ombudsman",
    "upheld_rate": "57",
    "upheld_rate_similar": "45",
    "upheld_decisions": "4",
    "investigations": "7",
    "compliance_rate": "100",
    "compliance_rate_similar": "99",
    "compliance_outcomes": "3",
    "remedy_rate": "25",
    "remedy_rate_similar": "20",
    "satisfactory_remedies": "1",
    "remedy_base": "4",
    "remarks": None,
}
OF_UPHELD = """57% of complaints we investigated were upheld.

This compares to an average of 45% in similar authorities.

4
upheld decisions

Statistics are based on a total of 7 detailed investigations for the period between 1 April 2019 to
31 March 2020
"""


def values(one: Reading) -> dict[str, object]:
    return {each.key: each.value for each in one.fields}


def codes(one: Reading) -> list[str]:
    return [doubt.code for doubt in one.doubts]


def blocks(**changes: str) -> Reading:
    return reading(letter(blocks=changed(BLOCKS, {old.replace("_", " "): new for old, new in changes.items()})))


def test_a_letter_in_which_all_is_well() -> None:
    one = reading(letter())
    assert values(one) == EXPECTED
    assert (one.kind, one.pages, one.doubts, one.reader) == ("measures-2019", (1, 2), (), READER_VERSION)
    assert {each.state for each in one.fields if each.value} == {ReaderState.TO_CHECK}


def test_every_declared_field_is_there_in_order() -> None:
    for document in (letter(), letter(blocks=changed(BLOCKS, {OF_UPHELD: ""}))):
        assert [each.key for each in reading(document).fields] == [entry.key for entry in MEASURES_2019.entries]


def test_a_value_lies_on_its_own_words_on_its_own_page() -> None:
    document = letter()
    one = reading(document)
    for each in one.fields:
        for place in each.sources:
            on_page = {word.box: word.text for word in document.sheets[place.page - 1].words}
            assert " ".join(on_page[box] for box in place.boxes) == place.text
    assert [place.page for place in field(one, "remedy_rate").sources] == [2]
    lone = field(one, "satisfactory_remedies").sources[0]
    assert (lone.text, len(lone.boxes)) == ("1", 1)


def test_a_fact_printed_more_than_once_has_every_place() -> None:
    one = reading(letter(header=HEADER))
    assert [(place.page, place.text) for place in field(one, "period_end").sources] == [
        (2, "31/03/20"),
        (2, "31 March 2020"),
        (2, "31 March 2020"),
        (2, "31 March 2020"),
        (1, "31 March 2020."),
    ]
    assert field(one, "period_end").printed == "31/03/20"
    assert [place.page for place in field(one, "authority").sources] == [1, 2]
    assert one.doubts == ()


def test_places_that_disagree_are_both_kept_and_doubted() -> None:
    one = reading(letter(header=changed(HEADER, {"31/03/20": "31/03/19"})))
    found = field(one, "period_end")
    assert (found.value, found.state) == ("2019-03-31", ReaderState.LOOK_HERE)
    assert len(found.sources) == 5
    assert "printed_twice" in [doubt.code for doubt in found.doubts]
    assert "printed_twice" in codes(one)


def test_a_name_cut_short_is_doubted_and_one_in_other_case_is_not() -> None:
    other = reading(letter(header=changed(HEADER, {"Wraxmere District Council": "WRAXMERE DISTRICT COUNCIL"})))
    assert other.doubts == ()
    short = reading(letter(header=changed(HEADER, {"Wraxmere District Council": "Wraxmere D C"})))
    assert field(short, "authority").value == "Wraxmere District Council"
    assert codes(short) == ["printed_twice"]


def test_a_figure_that_cannot_be_read_is_shown_where_it_is() -> None:
    one = reading(letter(blocks=changed(BLOCKS, {"57%": "570%"})))
    found = field(one, "upheld_rate")
    assert (found.value, found.printed, found.state) == (None, "570%", ReaderState.LOOK_HERE)
    assert [doubt.code for doubt in found.doubts] == ["unreadable"]
    assert found.sources


def test_a_sum_that_does_not_come_out_marks_the_fields_it_is_about() -> None:
    one = reading(letter(blocks=changed(BLOCKS, {"57%": "75%"})))
    assert codes(one) == ["upheld_rate"]
    marked = {each.key for each in one.fields if each.doubts}
    assert marked == {"upheld_rate", "upheld_decisions", "investigations"}
    assert {each.key for each in one.fields if each.state is ReaderState.LOOK_HERE} == marked
    assert field(one, "upheld_rate").value == "75"


def test_no_number_is_taken_where_one_is_missing() -> None:
    """The prose is full of numbers, and `0%` lies in `100%`."""
    one = reading(letter(blocks=changed(BLOCKS, {OF_UPHELD: ""})))
    found = field(one, "upheld_rate")
    assert (found.value, found.printed, found.sources, found.state) == (None, None, (), ReaderState.LOOK_HERE)
    assert [doubt.code for doubt in found.doubts] == ["not_found"]
    assert found.reason
    assert field(one, "upheld_decisions").value is None
    assert field(one, "upheld_rate_similar").state is ReaderState.ABSENT
    # The other blocks are as they were.
    assert (field(one, "remedy_rate").value, field(one, "satisfactory_remedies").value) == ("25", "1")


def test_a_letter_need_not_give_averages() -> None:
    without = "\n".join(line for line in BLOCKS.split("\n") if "compares" not in line)
    one = reading(letter(blocks=without))
    for key in ("upheld_rate_similar", "compliance_rate_similar", "remedy_rate_similar"):
        found = field(one, key)
        assert (found.value, found.state, found.sources, found.doubts) == (None, ReaderState.ABSENT, (), ())
        assert found.reason
    assert one.doubts == ()


def test_one_average_missing_beside_others_is_looked_for() -> None:
    one = reading(letter(blocks=changed(BLOCKS, {"This compares to an average of 99% in similar authorities.": ""})))
    assert field(one, "compliance_rate_similar").state is ReaderState.LOOK_HERE
    assert codes(one) == ["not_found"]


NONE = f"""{NO_CASES}
Statistics are based on a total of 0 detailed investigations for the period between 1 April 2019 to
31 March 2020
"""


def test_a_year_without_investigations() -> None:
    one = reading(letter(blocks=NONE))
    for key in ("investigations", "compliance_outcomes", "upheld_decisions", "satisfactory_remedies"):
        found = field(one, key)
        assert (found.value, found.printed, found.sources, found.state) == ("0", None, (), ReaderState.WORKED_OUT), key
        assert found.reason, key
    for key in ("upheld_rate", "compliance_rate", "remedy_rate"):
        found = field(one, key)
        assert (found.value, found.state) == (None, ReaderState.ABSENT), key
        assert "so there is no rate" in str(found.reason)
    assert field(one, "remedy_base").value == "0"
    assert field(one, "remedy_base").sources
    assert one.doubts == ()


def test_an_empty_block() -> None:
    empty = NONE.replace("There were no detailed investigations in this period.", "")
    one = reading(letter(blocks=empty))
    assert field(one, "investigations").value is None
    assert field(one, "investigations").state is ReaderState.LOOK_HERE
    assert set(codes(one)) == {"not_found"}


def test_what_is_worked_out_says_from_what_and_has_no_place() -> None:
    one = reading(letter(blocks=changed(BLOCKS, {"57%": "100%", "\n4\nupheld decisions\n": ""})))
    found = field(one, "upheld_decisions")
    assert (found.value, found.printed, found.sources, found.state) == ("7", None, (), ReaderState.WORKED_OUT)
    assert "upheld rate is 100% of 7 investigations" in str(found.reason)


def test_a_year_that_the_layout_does_not_have() -> None:
    years = {"2020": "2016", "2019": "2015"}
    one = reading(typed_paper(changed(LETTER, {"2020": "2016"}), changed(BLOCKS, years)))
    assert codes(one) == ["kind_year"]
    assert "31 March 2016" in one.doubts[0].sentence
    assert field(one, "period_end").state is ReaderState.LOOK_HERE


def test_a_year_that_ends_on_another_day() -> None:
    one = reading(letter(header=HEADER, blocks=changed(BLOCKS, {"31 March 2020": "30 March 2020"})))
    assert "printed_twice" in codes(one)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_pages_on_their_side(turn: int) -> None:
    upright = letter()
    turned = paper(*(sheet(list(one.words), width=one.width, height=one.height, turn=turn) for one in upright.sheets))
    one = reading(turned)
    assert values(one) == EXPECTED
    for each in one.fields:
        for place in each.sources:
            shown = {word.box for word in turned.sheets[place.page - 1].words}
            assert set(place.boxes) <= shown


def test_several_letters_each_with_its_own_figures() -> None:
    other = {"2020": "2021", "April 2019": "April 2020", "57%": "60%", "7 det": "5 det", "\n4\n": "\n3\n"}
    document = typed_paper(LETTER, BLOCKS, changed(LETTER, {"2020": "2021"}), changed(BLOCKS, other))
    first, second = read_letters(document)
    assert (first.pages, second.pages) == ((1, 2), (3, 4))
    assert (field(first, "upheld_rate").value, field(second, "upheld_rate").value) == ("57", "60")
    assert (field(first, "period_end").value, field(second, "period_end").value) == ("2020-03-31", "2021-03-31")
    assert all(3 <= place.page <= 4 for each in second.fields for place in each.sources)


def test_an_unknown_document_gives_an_empty_reading_with_its_reason() -> None:
    [one] = read_letters(typed_paper("Minutes of the committee.\n\n45% of complaints we investigated were upheld."))
    assert (one.kind, one.pages) == (None, None)
    assert codes(one)[0] == "unknown_kind"


def test_a_file_without_text() -> None:
    [one] = read_letters(paper(sheet()))
    assert (one.kind, one.pages, one.fields, codes(one)) == (None, None, (), ["no_text"])


def test_every_doubt_of_a_field_is_a_doubt_of_the_letter_once() -> None:
    one = reading(letter(header=changed(HEADER, {"31/03/20": "31/03/17"}), blocks=changed(BLOCKS, {"57%": "75%"})))
    on_fields = {doubt for each in one.fields for doubt in each.doubts}
    assert set(one.doubts) == on_fields
    assert len(one.doubts) == len(on_fields)
    for each in one.fields:
        assert all(each.key in doubt.keys for doubt in each.doubts)


@pytest.mark.parametrize("figure", ["1 204", "21 204", "321 204"])
def test_thousands_parted_by_a_wide_space_are_one_count_and_doubted(figure: str) -> None:
    changes = {
        "4\nupheld": f"{figure}\nupheld",
        "total of 7 d": f"total of {figure} d",
        "total of 3 c": f"total of {figure} c",
    }
    one = reading(letter(blocks=changed(BLOCKS, changes)))
    for key in ("upheld_decisions", "investigations", "compliance_outcomes"):
        assert (field(one, key).value, field(one, key).printed) == (figure.replace(" ", ""), figure)
        assert "spaced" in [doubt.code for doubt in field(one, key).doubts]


def test_a_year_before_a_count_is_no_thousands_of_it() -> None:
    one = reading(letter(blocks=changed(BLOCKS, {"4\nupheld": "In 2020 204\nupheld"})))
    assert field(one, "upheld_decisions").value == "204"
