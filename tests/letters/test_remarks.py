"""Remarks are the paragraphs about this authority; the year's standard wording is none."""

from __future__ import annotations

import pytest

from ombudsview.letters.remarks import fingerprint, going_on, is_shared, is_standard, prints, remarks, sentences
from ombudsview.letters.standard_wording import SENTENCES, SOURCES
from ombudsview.paper.text import Line, TextMap
from tests.paper.handmade import typed_paper

LATE = "During the year your Council agreed to our recommendations in four cases but carried them out late in three of them."
PRAISE = "I am pleased that your officers were quick to answer us and have put things right in the year before we asked them to."
PLAIN = "We want to give people the most useful information that we can and have changed how we show it in several ways now."


def test_only_the_paragraph_about_this_authority_is_a_remark() -> None:
    text = TextMap(typed_paper(f"{PLAIN}\n\n{LATE}\n\n{PLAIN}"))
    assert [text.printed(*span) for span in remarks(text)] == [LATE]


def test_standard_wording_is_no_remark(monkeypatch: pytest.MonkeyPatch) -> None:
    known = frozenset(fingerprint(one) for one in sentences(LATE.lower()))
    monkeypatch.setattr("ombudsview.letters.remarks.SENTENCES", {2020: known})
    assert is_standard(LATE.lower())
    assert not list(remarks(TextMap(typed_paper(f"{PLAIN}\n\n{LATE}"))))


def test_a_fingerprint_holds_whatever_the_figures_and_capitals() -> None:
    assert fingerprint("We trained 12 people, in 2020.") == fingerprint("we trained 1,400 people in 2021")
    assert fingerprint("We trained people in London.") != fingerprint("We trained people in Leeds.")


def test_the_fingerprints_are_there() -> None:
    assert len(SENTENCES[2020]) > 30
    assert all(len(one) == 12 and int(one, 16) >= 0 for prints in SENTENCES.values() for one in prints)
    assert SOURCES.keys() == SENTENCES.keys(), "of each year it is said where its wording is from"


def test_what_stands_in_another_letter_is_shared_whatever_the_breaks_and_capitals() -> None:
    others = frozenset(prints(LATE.replace(" in three", "\nin THREE")))
    assert is_shared(LATE, others)
    assert not is_shared(LATE, frozenset())


def test_other_figures_are_about_another_authority() -> None:
    told = "I am pleased that your Council put things right in 3 cases."
    assert not is_shared(told, frozenset(prints(told.replace("3", "14"))))


def test_a_sentence_of_its_own_makes_a_shared_paragraph_a_remark() -> None:
    others = frozenset(prints(PRAISE))
    assert is_shared(f"{PRAISE} They were asked to do so early in the spring.", others), "it is about nothing"
    assert not is_shared(f"{PRAISE} In one case it failed to reply to us at all.", others)


def test_a_line_that_was_not_filled_ends_no_paragraph_in_the_middle_of_a_sentence() -> None:
    told = f"{LATE} It was told so twice in the spring."
    whole = told.split(" ")
    lines = [" ".join(part) for part in (whole[:9], whole[9:23], whole[23:])]
    assert len(lines[0]) + len(f" {whole[9]}  ") < len(lines[1]), "the second line would have begun in the first"
    text = TextMap(typed_paper("\n".join(lines)))
    assert [" ".join(text.printed(*span).split()) for span in remarks(text)] == [told]


def test_a_remark_that_goes_on_overleaf_is_told_whole() -> None:
    words = LATE.split(" ")
    first, rest = " ".join(words[:11]), " ".join(words[11:])
    text = TextMap(
        typed_paper(f"Annual Review\n\n{PLAIN}\n\n{first}\n\n\n\n1", f"Annual Review\n\n{rest}\n\n{PRAISE}\n\n2")
    )
    assert [text.printed(*span) for span in remarks(text)] == [LATE, PRAISE]


@pytest.mark.parametrize("last", ["It wrote “we are sorry.”", "(We said so in our report.)"])
def test_a_remark_that_ends_with_a_quote_or_in_brackets_is_told_whole(last: str) -> None:
    half = LATE.index("in four")
    text = TextMap(typed_paper(f"{LATE[:half]}\n{LATE[half:]}\n{last}"))
    assert [text.printed(*span) for span in remarks(text)] == [f"{LATE} {last}"]


def test_a_heading_right_under_a_remark_is_no_part_of_it() -> None:
    half = LATE.index("in four")
    text = TextMap(typed_paper(f"{LATE[:half]}\n{LATE[half:]}\nComplaint statistics"))
    assert [text.printed(*span) for span in remarks(text)] == [LATE]


def test_a_remark_that_only_names_the_authority_over_a_lines_end_is_found() -> None:
    told = "In four cases this year what was agreed by Alder District\nCouncil had been carried out late, by as much as months."
    head = "22 July 2020\n\nMs A Marsh\nChief Executive\nAlder District Council\n\nDear Ms Marsh"
    text = TextMap(typed_paper(f"{head}\n\n{told}\n\n{PLAIN}"))
    assert [text.printed(*span) for span in remarks(text)] == [told.replace("\n", " ")]


THEN = "It then took four months before the apology was sent."


@pytest.mark.parametrize("between", ["\n\n", "\n\n\n\n1\n\f"])
def test_a_paragraph_that_goes_on_from_a_remark_is_one_too(between: str) -> None:
    pages = f"{LATE}{between}{THEN}\n\n{PLAIN}".split("\f")
    text = TextMap(typed_paper(*pages))
    assert [text.printed(*span) for span in remarks(text)] == [LATE, THEN]
    assert [text.printed(*span) for span in going_on(text)] == [THEN]


@pytest.mark.parametrize(
    "letter",
    [
        f"{PLAIN}\n\n{THEN}",  # behind no remark
        f"{LATE}\n\n{PLAIN}\n\n{THEN}",  # not right behind it
        f"{LATE}\n\nComplaint statistics\n\n{THEN}",  # under a heading of its own
        f"{LATE}\n\nComplaint statistics\n{THEN}",
        f"{LATE}\n\nIt did so.\n\n{THEN}",  # something stands between that is told by itself
        f"{LATE}\n\n1\n\n{THEN}",  # a number, but no turn of the page
    ],
)
def test_what_stands_elsewhere_goes_on_from_no_remark(letter: str) -> None:
    text = TextMap(typed_paper(letter))
    assert not going_on(text)
    assert THEN not in [text.printed(*span) for span in remarks(text)]


def test_a_heading_on_the_next_page_ends_what_goes_on() -> None:
    text = TextMap(typed_paper(f"{LATE}\n\n1", f"Complaint statistics\n\n{THEN}"))
    assert not going_on(text)


def test_a_running_head_ends_nothing() -> None:
    text = TextMap(typed_paper(f"Annual Review\n\n{LATE}\n\n1", f"Annual Review\n\n{THEN}\n\n2"))
    assert [text.printed(*span) for span in going_on(text)] == [THEN]


def test_standard_wording_goes_on_from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    known = frozenset(fingerprint(one) for one in sentences(THEN.lower()))
    monkeypatch.setattr("ombudsview.letters.remarks.SENTENCES", {2020: known})
    assert not going_on(TextMap(typed_paper(f"{LATE}\n\n{THEN}")))


def test_standard_wording_is_that_of_the_letters_year_where_it_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    late, praise = (frozenset(fingerprint(one) for one in sentences(words.lower())) for words in (LATE, PRAISE))
    monkeypatch.setattr("ombudsview.letters.remarks.SENTENCES", {2011: late, 2020: praise})
    assert is_standard(LATE.lower(), 2011)
    assert not is_standard(LATE.lower(), 2020), "another year's"
    assert is_standard(LATE.lower(), 2015), "of a year that nothing is known of, what any other has counts"
    opening = (
        "I write with the figures for the year ended 31 March 2020, and hope that they will be of use to all of us."
    )
    text = TextMap(typed_paper(f"{opening}\n\n{LATE}\n\n{PRAISE}"))
    assert [text.printed(*span) for span in remarks(text)] == [LATE]


class Counted(list[Line]):
    """Lines that count how often somebody goes through them."""

    times = 0

    def __iter__(self):  # type: ignore[no-untyped-def]
        Counted.times += 1
        return super().__iter__()


def test_the_lines_of_a_long_letter_are_not_gone_through_for_each_remark() -> None:
    said = (
        "In {} cases this year your council was late with what it had agreed with us, and we had to write to it again."
    )
    text = TextMap(typed_paper("\n\n".join(said.format(number) for number in range(3, 43))))
    text.lines = Counted(text.lines)
    Counted.times = 0
    assert len(list(remarks(text))) == 40
    assert Counted.times < 10
