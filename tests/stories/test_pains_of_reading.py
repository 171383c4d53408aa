"""What officers suffered from other programs when a letter was read and lit: none of it in the real window with the real reader."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from ombudsview.gui.again.recognising import Phase
from ombudsview.gui.letter.highlights import Highlight
from ombudsview.history.store import Store
from ombudsview.letters.fields import FIELDS, Unit
from ombudsview.places import Places
from ombudsview.review.state import State
from tests.letters import pages
from tests.letters.eras.corpus import Order, make
from tests.letters.eras.look import look_of
from tests.letters.readback import leaves
from tests.letters.samples import samples
from tests.stories.conftest import SAMPLE, Officer
from tests.stories.test_a_queue import YEARS
from tests.stories.test_teaching import first, opens_unknown, says_what_it_is

__all__ = ["first"]

COUNTS = ("upheld_decisions", "investigations", "compliance_outcomes", "satisfactory_remedies")


def lit(officer: Officer, key: str) -> list[Highlight]:
    """What is lit on the pages for a field."""
    return [mark for mark in officer.window.letter_page.view._highlights if mark.key == key]


def under_lights(officer: Officer, pdf: bytes) -> dict[str, list[str]]:
    """What another reader of PDFs finds under the boxes of each field, each of which must lie in something lit and sure."""
    sheets, found = leaves(pdf), {}
    for field in officer.desk.review.fields():
        marks = lit(officer, field.key)
        assert all(mark.sure for mark in marks), field.key
        texts = []
        for source in field.sources:
            for box in source.boxes:
                inside = [one for mark in marks if mark.page == source.page - 1 for one in mark.boxes]
                assert any(one.holds(*box.middle) for one in inside), field.key
                glyphs = sheets[source.page - 1].under((box.x0, box.y0, box.x1, box.y1))
                texts.append("".join(glyph.text for glyph in glyphs).strip())
        found[field.key] = texts
    return found


def test_nought_per_cent_is_lit_once_though_it_stands_within_other_figures(officer: Officer) -> None:
    path = YEARS[0]
    officer.opens(path)
    with pymupdf.open(path) as letter:
        assert "".join(page.get_text() for page in letter).count("0%") > 1, "a search for it finds too many"
    (mark,) = lit(officer, "remedy_rate")
    assert len(mark.boxes) == 1
    assert under_lights(officer, path.read_bytes())["remedy_rate"] == ["0%"]


def test_turned_and_cropped_pages_are_lit_under_the_same_words(officer: Officer, tmp_path: Path) -> None:
    plain = SAMPLE.read_bytes()
    officer.opens(SAMPLE)
    words, values = under_lights(officer, plain), officer.desk.review.values()
    assert words["upheld_rate"] == ["57%"]
    for degrees in (0, 90, 180, 270):
        for name, pdf in (("whole", plain), ("cropped", pages.cropped(plain))):
            path = tmp_path / f"{name} {degrees}.pdf"
            path.write_bytes(pages.turned(pdf, degrees))
            officer.opens(path)
            officer.sees(lambda path=path: officer.desk.letter.path == path and officer.desk.review is not None)
            assert officer.desk.review.values() == values, path.name
            assert under_lights(officer, path.read_bytes()) == words, path.name


def test_a_big_number_is_not_glued_to_the_words_beside_it(officer: Officer) -> None:
    officer.opens(SAMPLE)
    words = under_lights(officer, SAMPLE.read_bytes())
    big = [key for key in COUNTS if max(box.height for box in officer.field(key).sources[0].boxes) > 20]
    assert "upheld_decisions" in big, "the sample prints it large"
    for key in big:
        assert words[key][0] == officer.field(key).value


def test_one_stray_letter_makes_no_text_of_a_scan(officer: Officer, tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    with pymupdf.open(SAMPLE) as letter, pymupdf.open() as scan:
        page = scan.new_page(width=letter[1].rect.width, height=letter[1].rect.height)
        page.insert_image(page.rect, pixmap=letter[1].get_pixmap(dpi=100))
        page.insert_text((40, 40), "x", fontsize=4)
        scan.save(path)
    officer.window.open_files([path])
    recognising = officer.window.sitting.recognising
    officer.sees(lambda: recognising.standing is not None)
    assert recognising.standing.phase in {Phase.RUNNING, Phase.FAILED}, "failed where recognition is not installed"
    assert recognising.standing.pages == (0,)
    assert officer.window.workplace.recognition.isVisible()


@pytest.mark.parametrize("split", ["bare", "repeated"])
def test_a_table_that_goes_on_over_the_page_is_one_table(officer: Officer, tmp_path: Path, split: str) -> None:
    era = "tables-2014"
    seed = next(n for n in range(200) if look_of(random.Random(f"look {n} {era}")).split == split)
    made = make(Order(era, "flowed", seed))
    path = tmp_path / "letter.pdf"
    path.write_bytes(made.pdf)
    officer.opens(path)
    keys = [key for key in made.truth["places"] if key.startswith(("received.", "decided.")) and "@" not in key]
    assert len(keys) > 8
    for key in keys:
        assert officer.field(key).value == made.truth[key], key
        assert [mark.page + 1 for mark in lit(officer, key)][:1] == [made.truth["places"][key][0][0]], key
    for table in ("received.", "decided."):
        there = {made.truth["places"][key][0][0] for key in keys if key.startswith(table)}
        assert there


def test_what_the_letter_does_not_give_is_read_from_nowhere_else(
    officer: Officer, tmp_path: Path, places: Places
) -> None:
    _, letter = next(iter(samples()))
    facts = replace(letter.facts, upheld=replace(letter.facts.upheld, average=None))
    path = tmp_path / "letter.pdf"
    path.write_bytes(replace(letter, name="no average", facts=facts).pdf())
    officer.opens(path)
    for key in ("upheld_rate_similar", "reference"):
        assert officer.field(key).value is None
        assert lit(officer, key) == []
    assert officer.field("reference").state is State.NOT_FOUND
    assert "reference" not in officer.desk.review.open_keys(), "such a letter need not have it"
    officer.desk.focus("upheld_rate_similar")
    officer.presses(Qt.Key.Key_Delete)
    assert officer.field("upheld_rate_similar").state is State.NOT_IN_LETTER
    assert officer.desk.finish("a story")
    officer.sees(lambda: officer.desk.letter.saved)
    (row,) = officer.desk.keeping.rows()
    officer.desk.keeping.close()
    store = Store.open(places)
    kept = store._db.conn.execute("SELECT value, state FROM value WHERE key = 'upheld_rate_similar'").fetchall()
    store.close()
    assert row.revision == 1
    assert kept == [(None, "not_in_letter")]


def test_what_is_worked_out_is_never_given_out_as_printed(officer: Officer, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(make(Order("measures-2019", "flowed", 3)).pdf)
    officer.opens(path)
    worked = officer.field("period_start")
    assert (worked.state, worked.printed, worked.sources) == (State.WORKED_OUT, None, ())
    assert lit(officer, "period_start") == []
    assert "period_start" not in officer.desk.review.open_keys(), "it asks for nothing"
    officer.desk.focus("period_start")
    said = officer.window.letter_page.panel.row("period_start")._details._values.text()
    assert "worked out: <b>1 April 2018</b>" in said
    assert "the year that ends on 31 March 2019" in said, "from what is named"
    officer.does("copy_with_source")
    assert "worked out and not printed" in QApplication.clipboard().text()
    assert officer.desk.finish("a story")
    officer.sees(lambda: officer.desk.letter.saved and not officer.desk.saving.busy)
    (path,) = officer.desk.keeping.places.letter_files.glob("*.json")
    kept = json.loads(path.read_text("utf-8"))
    (value,) = [one for one in kept["revisions"][-1]["values"] if one["key"] == "period_start"]
    assert (value["state"], value.get("printed")) == ("worked_out", None)


def test_two_addressees_are_two(officer: Officer) -> None:
    officer.opens(SAMPLE)
    assert officer.field("addressees").value == ("Mrs Thistlewood", "Mr O'Garra")
    assert len(officer.field("addressees").sources) == len(lit(officer, "addressees")) == 2
    assert under_lights(officer, SAMPLE.read_bytes())["addressees"] == ["Mrs", "Thistlewood", "Mr", "O'Garra"]


def test_an_unknown_layout_opens_says_what_it_lacks_and_is_filled_by_hand(officer: Officer, first: Path) -> None:
    pane = opens_unknown(officer, first)
    words = " ".join(label.text() for label in pane.findChildren(QLabel))
    assert "This layout is not known" in words
    assert "no layout that the program knows" in words, (
        "what one lacks that comes near is told where one does (`test_identify`)"
    )
    officer.sees(officer.page_is_drawn)
    says_what_it_is(officer, pane, "Alder Council")
    officer.desk.focus("upheld_decisions")
    officer.types("9")
    officer.presses(Qt.Key.Key_Return)
    assert officer.field("upheld_decisions").value == "9"
    row = officer.window.letter_page.panel.row("upheld_decisions")
    assert lit(officer, "upheld_decisions") == [], "a value that nobody pointed at has no place"
    assert row.isVisible(), "and is listed all the same"
    assert row.edit.text() == "9"
    assert officer.desk.finish("The rest is not in it.")
    officer.sees(lambda: officer.desk.letter.saved)
    (row,) = officer.desk.keeping.rows()
    assert (row.authority, row.period_end) == ("Alder Council", "2031-03-31")


def test_every_field_of_the_sample_has_a_light_or_a_reason(officer: Officer) -> None:
    officer.opens(SAMPLE)
    for field in officer.desk.review.fields():
        if field.value is not None and FIELDS[field.key].unit in (Unit.COUNT, Unit.PERCENT):
            assert lit(officer, field.key), field.key
        if field.value is None:
            assert field.read.reason, field.key
