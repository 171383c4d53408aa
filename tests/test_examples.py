"""The example letter, typeset by three programs, read without a fault: every field, every box, and `0%` in one place only.

The three PDFs lie beside the project and not in it; where they are not, these tests are skipped.
"""

from __future__ import annotations

from pathlib import Path

import pdfplumber
import pytest

from tests.letters.ask import read_json

EXPECTED = {
    "authority": "Harborough District Council",
    "period_start": "2019-04-01",
    "period_end": "2020-03-31",
    "letter_date": "2020-07-22",
    "title": "Annual Review letter 2020",
    "reference": None,
    "addressee_role": "Directors",
    "signatory": "Michael King",
    "signatory_role": "Local Government and Social Care Ombudsman",
    "upheld_rate": 100,
    "upheld_rate_similar": 45,
    "upheld_decisions": 2,
    "investigations": 2,
    "compliance_rate": 100,
    "compliance_rate_similar": 99,
    "compliance_outcomes": 1,
    "remedy_rate": 0,
    "remedy_rate_similar": 20,
    "satisfactory_remedies": 0,
    "remedy_base": 2,
    "remarks": None,
}
NAMES = 2
FIGURES = [key for key, value in EXPECTED.items() if isinstance(value, int)]


@pytest.fixture(params=["chromium", "libreoffice", "weasyprint"])
def example(request: pytest.FixtureRequest, shared: Path) -> Path:
    path = shared / "letters" / f"harborough-2020-{request.param}.pdf"
    if not path.exists():
        pytest.skip("this example letter is not here")
    return path


def test_every_field_is_read_and_nothing_is_doubted(example: Path) -> None:
    [letter] = read_json([example])
    assert (letter["kind"], letter["pages"], letter["doubts"]) == ("measures-2019", [1, 3], [])
    fields = letter["fields"]
    assert {key: field["value"] for key, field in fields.items() if key != "addressees"} == EXPECTED
    assert len(fields["addressees"]["value"]) == len(fields["addressees"]["sources"]) == NAMES


def test_the_words_under_every_box_are_what_is_printed(example: Path) -> None:
    [letter] = read_json([example])
    with pdfplumber.open(example) as document:
        for key, field in letter["fields"].items():
            for number, source in enumerate(field["sources"]):
                page = document.pages[source["page"] - 1]
                words = [_under(page, box) for box in source["boxes"]]
                assert " ".join(words) == source["text"], key
                if number == 0 and isinstance(field["printed"], str):
                    assert " ".join(words).strip(".,") == field["printed"]


def test_each_figure_has_one_place_of_its_own(example: Path) -> None:
    [letter] = read_json([example])
    places = [
        (source["page"], tuple(box))
        for key in FIGURES
        for source in letter["fields"][key]["sources"]
        for box in source["boxes"]
    ]
    assert len(places) == len(FIGURES) == len(set(places))
    assert letter["fields"]["remedy_rate"]["printed"] == "0%"
    assert len(letter["fields"]["remedy_rate"]["sources"]) == 1


def _under(page: pdfplumber.page.Page, box: list[float]) -> str:
    """The characters whose middles lie in a box, as another reader sees them."""
    x0, top, x1, bottom = box
    inside = [
        c for c in page.chars if x0 <= (c["x0"] + c["x1"]) / 2 <= x1 and top <= (c["top"] + c["bottom"]) / 2 <= bottom
    ]
    return "".join(c["text"] for c in sorted(inside, key=lambda c: c["x0"])).strip()
