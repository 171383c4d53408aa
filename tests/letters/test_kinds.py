"""Every layout is a small declaration, and another year is added as the README says."""

from __future__ import annotations

import textwrap
from pathlib import Path

from ombudsview.letters import blocks
from ombudsview.letters.find import Says
from ombudsview.letters.identity import REMARKS, identity
from ombudsview.letters.kind import Anchor, Kind, required
from ombudsview.letters.kinds import KINDS
from ombudsview.letters.sections import Regions
from ombudsview.paper.text import TextMap
from tests.paper.handmade import typed_paper

ROOT = Path(__file__).resolve().parents[2]
ERAS = {
    "annual-letter-2006",
    "annual-review-2009",
    "tables-2014",
    "measures-2019",
    "population-2023",
    "overview-2025",
}
MOST_LINES = 120


def test_every_era_of_the_ombudsmans_letters_has_its_layout_and_another_sender_has_one() -> None:
    assert {kind.key for kind in KINDS if kind.office == "lgsco"} == ERAS
    assert {kind.office for kind in KINDS} == {"lgsco", "psow"}


def test_a_layout_is_a_small_file() -> None:
    for kind in KINDS:
        file = ROOT / "ombudsview" / "letters" / f"{kind.key.replace('-', '_')}.py"
        assert len(file.read_text(encoding="utf-8").splitlines()) < MOST_LINES, file.name


def test_a_new_year_is_added_in_ten_lines_as_the_readme_shows() -> None:
    told = (ROOT / "README.md").read_text(encoding="utf-8").partition("## A new year's layout")[2].partition("\n## ")[0]
    code = textwrap.dedent("\n".join(line for line in told.splitlines() if line.startswith("    ")))
    assert len(code.splitlines()) == 10
    names = {one.__name__: one for one in (Anchor, Kind, Says, identity, required)}
    given = {**names, "blocks": blocks, "REMARKS": REMARKS, "TITLE": r"(?P<value>annual review letter 20\d\d)"}
    exec(code, given)
    (kind,) = (one for name, one in given.items() if isinstance(one, Kind) and name not in names)
    text = TextMap(typed_paper("In the year we looked into 31 cases about your council."))
    (finder,) = kind.entry("dealt_with").finders
    assert [text.printed(*span) for span in finder.find(text, Regions(text, kind.sections))] == ["31"]
