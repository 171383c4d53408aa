"""The committee's paper, from the letter on the desk to the document opened back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from ombudsview.history.store import Store
from ombudsview.places import Places, resources
from tests.history.made import finished
from tests.reports.committee.opened import Opened
from tests.stories.conftest import SAMPLE, Officer


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that is chosen wherever one is asked for."""
    path = tmp_path / "paper.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (str(path), ""))
    return path


def test_a_finished_letter_becomes_a_paper_with_its_printed_lines(officer: Officer, chosen: Path) -> None:
    officer.opens(SAMPLE)
    officer.does("committee_paper")
    assert officer.window.notice.text.startswith("Finish the letter first")
    officer.desk.correct("compliance_rate_similar", "98")
    officer.desk.learn("Remedies on time: one name on each case.")
    officer.does("agree_safe")
    values = officer.desk.review.values()
    officer.desk.finish("The rest was not needed.")
    officer.sees(lambda: officer.desk.letter.saved and not officer.desk.saving.busy)
    officer.does("committee_paper")
    officer.sees(lambda: "was saved as" in officer.window.notice.text)

    paper = Opened(chosen.read_bytes())
    rows = {row.cells[0].text: [cell.text for cell in row.cells] for row in paper.document.tables[0].rows}
    own = (
        f"{values['upheld_rate']}%, {values['upheld_decisions']} of {values['investigations']} detailed investigations"
    )
    assert rows["Upheld rate, of detailed investigations"][1] == own
    printed = officer.field("compliance_rate_similar").printed
    assert rows["Compliance rate, of compliance outcomes"][2] == f"98% (corrected by hand; the letter prints {printed})"
    assert "Noted with this letter: “Remedies on time: one name on each case.”" in paper.text
    captions = [one.text for one in paper.document.paragraphs if one.style.name == "Caption"]
    page = officer.field("upheld_rate").sources[0].page
    assert f"{values['upheld_rate']}% - page {page}, {values['title']}" in captions
    assert len(paper.pictures) >= 9
    assert all(f"“{values['upheld_rate']}%" in one[1] for one in paper.pictures if "line of Upheld rate, " in one[1])
    assert {anchor for _, anchor in paper.links} == set(paper.bookmarks)
    assert paper.fields == [" PAGE "]


def test_from_the_history_the_years_stand_side_by_side(
    sits_down: Callable[[], Officer], places: Places, chosen: Path
) -> None:
    store = Store.open(places)
    finished(authority="Other Borough Council").save(store)
    store.close()
    officer = sits_down()
    officer.opens(resources() / "samples" / "wraxmere-2019.pdf")
    officer.desk.finish("The rest was not needed.")
    officer.sees(lambda: officer.desk.letter.saved and not officer.desk.saving.busy)
    officer = sits_down()
    officer.opens(SAMPLE)
    officer.desk.finish("The rest was not needed.")
    officer.sees(lambda: officer.desk.letter.saved and not officer.desk.saving.busy)
    officer.desk.correct("investigations", "99")  # amended since, and not saved

    officer = sits_down()
    officer.does("show_history")
    page = officer.window.pages.history
    officer.sees(lambda: len(page.model.rows) == 3)
    officer.sees(lambda: page.model.saved > 0)
    row = next(
        row for row in page.model.rows if row.period_end == "2020-03-31" and row.authority != "Other Borough Council"
    )
    page.table.go_to(row.letter)
    next(button for button in page.buttons if button.text() == "For committee").click()
    officer.sees(lambda: "was saved as" in officer.window.notice.text)
    paper = Opened(chosen.read_bytes())
    assert "Please note: The letter is being amended" in paper.text
    assert "99" not in [text for text, _ in paper.links]
    assert [cell.text for cell in paper.document.tables[0].rows[0].cells][1:3] == ["2019-20", "2018-19"]
    assert "2018-19" in [row.cells[0].text.partition(" [")[0] for row in paper.document.tables[2].rows]
    assert any(title.endswith("Annual Review letter 2019") for title, _, _ in paper.pictures)
    assert "Other Borough Council" not in paper.text
