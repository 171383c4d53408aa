"""Files that earlier versions wrote, kept as they were: every later version opens them, and says the same of them."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from ombudsview.history import letter_file
from ombudsview.history.store import Store
from ombudsview.paper.geometry import Box
from ombudsview.places import Places
from ombudsview.review.journal import Journal
from ombudsview.review.review import Review
from ombudsview.review.state import State
from tests.history import asked

GOLDEN = Path(__file__).resolve().parents[1] / "golden"


def test_a_draft_of_the_first_format_is_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "letter.draft"
    shutil.copy(GOLDEN / "draft-1.draft", path)
    draft = Journal.resume(path)
    assert (draft.damaged, draft.header.year, len(draft.events)) == (False, "2019-20", 5)
    review = Review(draft.reading, draft.header.letter, who="A. Clerk", clock=lambda: "", events=draft.events)
    assert review.field("upheld_rate").value == "79"
    assert review.field("authority").state is State.AGREED
    assert review.field("title").answer is None
    assert review.typed_keys() == ("letter_date",)
    assert draft.reading.nearest is None


def test_a_draft_with_places_that_were_pointed_at_is_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "letter.draft"
    shutil.copy(GOLDEN / "draft-1-pointed.draft", path)
    draft = Journal.resume(path)
    review = Review(draft.reading, draft.header.letter, who="A. Clerk", clock=lambda: "", events=draft.events)
    rate, names = review.field("upheld_rate"), review.field("addressees")
    assert (rate.value, rate.printed, rate.sources[0].boxes) == ("79", "79%", (Box(300.0, 700.0, 340.0, 712.0),))
    assert names.value == ("Mr Alder", "Ms Birch", "Dr Cedar")
    assert len(names.sources) == 3


def test_a_letter_file_of_the_first_format_rebuilds_the_history(places: Places) -> None:
    places.letter_files.mkdir(parents=True)
    record = letter_file.decode((GOLDEN / "letter-1.json").read_bytes())
    shutil.copy(GOLDEN / "letter-1.json", letter_file.path_of(places.letter_files, record.letter))
    with closing(Store.open(places)) as store:
        [row] = asked.letters(store)
        figures = {figure.key: figure for figure in asked.figures(store)}
    assert (row.authority, row.period_end) == ("Mereford Borough Council", "2020-03-31")
    assert (figures["upheld_decisions"].value, figures["upheld_rate"].value) == ("3", "80")
    assert figures["upheld_rate"].page == 1
