"""The letters of 2019 to 2022: every wording that these years use, and that the kind is what a declaration should be."""

from __future__ import annotations

import pytest

from ombudsview.letters.fields import FIELDS
from ombudsview.letters.find import Beside, Says, compiled
from ombudsview.letters.kind import Need
from ombudsview.letters.measures_2019 import MEASURES_2019
from ombudsview.reading.model import ReaderState
from tests.reading.made import BLOCKS, LETTER, changed, field, letter, reading


def value(key: str, changes: dict[str, str]) -> object:
    return field(reading(letter(blocks=changed(BLOCKS, changes))), key).value


def test_the_fields_stand_in_the_order_of_the_vocabulary() -> None:
    keys = [entry.key for entry in MEASURES_2019.entries]
    assert keys == [key for key in FIELDS if key in keys]
    assert len(keys) == 22


def test_what_may_be_missing() -> None:
    optional = {entry.key for entry in MEASURES_2019.entries if entry.need is Need.OPTIONAL}
    assert optional == {
        "reference", "addressees", "addressee_role", "signatory", "signatory_role", "remarks",
        "upheld_rate_similar", "compliance_rate_similar", "remedy_rate_similar",
    }  # fmt: skip
    depends = {entry.key: entry.of for entry in MEASURES_2019.entries if entry.need is Need.CONDITIONAL}
    assert depends == {
        "upheld_rate": "investigations",
        "compliance_rate": "compliance_outcomes",
        "remedy_rate": "upheld_decisions",
    }


@pytest.mark.parametrize("changes", [
    {},
    {"of complaints we investigated": "of the complaints that we investigated"},
    {"57% of complaints we investigated were": "57% of complaints we\ninvestigated were"},
    {"57%": "57 %"},
])  # fmt: skip
def test_wordings_of_the_upheld_rate(changes: dict[str, str]) -> None:
    assert value("upheld_rate", changes) == "57"


@pytest.mark.parametrize("body", ["the authority", "the Council", "the organisation", "that the body"])
def test_wordings_of_compliance(body: str) -> None:
    assert value("compliance_rate", {"satisfied the authority had": f"satisfied {body} had"}) == "100"


@pytest.mark.parametrize("body", ["the Council", "the organisation"])
def test_wordings_of_remedies(body: str) -> None:
    changes = {
        "Satisfactory remedies provided by the authority": f"Satisfactory remedies provided by {body}",
        "cases we found the authority": f"cases we found {body}",
        "Compliance with Ombudsman recommendations": "Compliance with the Ombudsman's recommendations",
    }
    one = reading(letter(blocks=changed(BLOCKS, changes)))
    assert [field(one, key).value for key in ("remedy_rate", "satisfactory_remedies", "remedy_base")] == [
        "25",
        "1",
        "4",
    ]
    assert one.doubts == ()


@pytest.mark.parametrize(
    "similar", ["in similar organisations", "in similar councils", "for similar types of authority"]
)
def test_wordings_of_the_averages(similar: str) -> None:
    one = reading(letter(blocks=changed(BLOCKS, {"in similar authorities": similar})))
    averages = [field(one, f"{rate}_similar").value for rate in ("upheld_rate", "compliance_rate", "remedy_rate")]
    assert averages == ["45", "99", "20"]


@pytest.mark.parametrize("base", ["upheld decisions", "investigations", "upheld cases", "detailed investigations"])
def test_wordings_of_the_base_of_remedies(base: str) -> None:
    one = reading(letter(blocks=changed(BLOCKS, {"4 detailed investigations": f"4 {base}"})))
    assert field(one, "remedy_base").value == "4"
    assert field(one, "upheld_decisions").value == "4"
    assert [place.page for place in field(one, "upheld_decisions").sources] == [2]


@pytest.mark.parametrize(("period", "start", "end"), [
    ("between 1 April 2019 to\n31 March 2020", "2019-04-01", "2020-03-31"),
    ("from 1 April 2019 to 31 March 2020", "2019-04-01", "2020-03-31"),
    ("between 1st April 2019 and 31st March 2020", "2019-04-01", "2020-03-31"),
    ("from 01/04/2019 - 31/03/2020", "2019-04-01", "2020-03-31"),
])  # fmt: skip
def test_wordings_of_the_period(period: str, start: str, end: str) -> None:
    one = reading(letter(blocks=changed(BLOCKS, {"between 1 April 2019 to\n31 March 2020": period})))
    assert (field(one, "period_start").value, field(one, "period_end").value) == (start, end)


@pytest.mark.parametrize(("key", "changes", "words"), [
    ("investigations", {
        "57% of complaints we investigated were upheld.": "There were no detailed investigations.",
        "This compares to an average of 45% in similar authorities.\n\n4\nupheld decisions\n\n": "",
        "Statistics are based on a total of 7 detailed investigations for the period between 1 April 2019 to\n31 March 2020": "",
    }, "no detailed investigations"),
    ("compliance_outcomes", {
        "In 100% of cases we were satisfied the authority had successfully implemented our recommendations.":
            "We did not check any recommendations this year.",
        "Statistics are based on a total of 3 compliance outcomes for the period between 1 April 2019 to\n31 March 2020": "",
    }, "did not check any recommendations this year"),
])  # fmt: skip
def test_noughts_in_words(key: str, changes: dict[str, str], words: str) -> None:
    found = field(reading(letter(blocks=changed(BLOCKS, changes))), key)
    assert (found.value, found.printed, found.state, found.sources) == ("0", None, ReaderState.WORKED_OUT, ())
    assert words in str(found.reason)


def test_a_word_that_ends_in_no_is_not_no() -> None:
    changes = {
        "Statistics are based on a total of 3 compliance outcomes for the period between 1 April 2019 to\n31 March 2020":
            "We looked at piano cases."
    }  # fmt: skip
    assert value("compliance_outcomes", changes) is None


def test_a_title_with_both_years() -> None:
    one = reading(letter(front=changed(LETTER, {"Annual Review letter 2020": "Annual Review letter 2019-20"})))
    assert field(one, "title").value == "Annual Review letter 2019-20"
    assert one.kind == "measures-2019"


def test_the_reference_where_there_is_one() -> None:
    one = reading(letter(front=changed(LETTER, {"By email": "Our ref: LG/2020/17"})))
    assert field(one, "reference").value == "LG/2020/17"
    assert field(one, "authority").value == "Wraxmere District Council"


PATTERNS = sorted(
    {anchor.pattern for anchor in MEASURES_2019.anchors}
    | {
        finder.label if isinstance(finder, Beside) else finder.pattern
        for entry in MEASURES_2019.entries
        for finder in (*entry.finders, *entry.fallbacks, *entry.noughts)
        if isinstance(finder, (Says, Beside))
    }
)
HOSTILE = {
    "digits": "1" * 300_000,
    "thousands": "1,234" * 60_000,
    "one line": "annual review letter 20" * 12_000,
    "lines": "for the period ending\n" * 15_000,
    "blocks": "\n" * 300_000,
    "openings": "no detailed investigations of upheld cases we found " * 6_000,
    "rates": "45% of cases we were satisfied " * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_pattern_goes_back_over_what_it_has_seen(name: str) -> None:
    """A pattern that did would need hours here; all of them together need a moment."""
    for pattern in PATTERNS:
        length = sum(1 for _ in compiled(pattern).finditer(HOSTILE[name]))
        assert length <= len(HOSTILE[name])
