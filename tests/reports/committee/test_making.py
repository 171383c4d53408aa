"""The paper of a saved letter from the record to the file, its pictures cut by the real reader process and held against the page."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing

import pymupdf
import pytest
from PIL import Image

from ombudsview.errors import Trouble
from ombudsview.history import documents
from ombudsview.history.dossier import Dossier, dossier
from ombudsview.history.store import Store
from ombudsview.letters.fields import FIELDS, shown
from ombudsview.paper.worker import Worker
from ombudsview.places import Places, resources
from ombudsview.reading.answer import decode
from ombudsview.reports.committee.cutting_out import BORDER, DPI
from ombudsview.reports.committee.making import committee_paper
from ombudsview.reports.committee.png import INK
from ombudsview.review.edit import letter_name
from ombudsview.review.review import Review
from tests.reports.committee.dossiers import NOW
from tests.reports.committee.opened import Opened

SAMPLES = (resources() / "samples" / "wraxmere-2019.pdf", resources() / "sample-letter.pdf")


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker.start(spare=False) as worker:
        yield worker


@pytest.fixture
def saved(places: Places, worker: Worker) -> Dossier:
    """The sample letter, with the one of the year before it."""
    with closing(Store.open(places)) as store:
        for path in SAMPLES:
            data = path.read_bytes()
            opened = worker.open(data)
            answer = decode(worker.read(), opened.sha256, opened.sizes)
            review = Review(answer.readings[0], letter_name(opened.sha256, 1), who="A. Clerk", clock=lambda: NOW)
            review.agree_safe()
            review.finish("The rest was not needed.")
            saved = store.save(data, path.name, answer.paper, review.reading, review)
        return dossier(places, saved.letter, in_use=True)


def inked(image: Image.Image) -> tuple[int, int, int, int]:
    """The extent of what is drawn in the outline's colour."""
    mask = image.convert("RGB").point(lambda value: value)
    pixels = mask.load()
    spots = [(x, y) for x in range(image.width) for y in range(image.height) if pixels[x, y] == tuple(INK)]
    assert spots
    across, down = zip(*spots, strict=True)
    return min(across), min(down), max(across) + 1, max(down) + 1


def test_each_picture_shows_the_very_line_with_the_figure_outlined(
    saved: Dossier, places: Places, worker: Worker
) -> None:
    heard: list[tuple[int, int]] = []
    paper = Opened(committee_paper(places.documents, saved, worker, NOW, progress=lambda *so: heard.append(so)).data)
    letters = [saved.letter, *saved.earlier]
    assert heard[-1] == (len(paper.pictures), len(paper.pictures))
    assert len(paper.pictures) >= 18
    scale = DPI / 72
    for title, alternative, png in paper.pictures:
        letter = next(one for one in letters if title.endswith(one.row.title or "?"))
        value = title.partition(" - ")[0]
        boxes = [
            told.sources[0].boxes[0]
            for key, told in letter.fields.items()
            if told.sources and told.sources[0].boxes and shown(FIELDS[key].unit, told.figure.value) == value
        ]
        image = Image.open(io.BytesIO(png))
        left, top, right, bottom = inked(image)
        width, height = (right - left) / scale, (bottom - top) / scale
        fitting = [box for box in boxes if abs(box.width - width) < 8 and box.height * 0.7 < height < box.height + 8]
        assert fitting, f"no box of {value} is outlined"
        dark = image.convert("L").crop((left + 4, top + 4, right - 4, bottom - 4)).getextrema()[0]
        assert dark < 120, f"nothing is printed within the outline of {value}"
        assert value.rstrip("%") in alternative


def test_what_is_outlined_is_what_the_page_prints_there(saved: Dossier, places: Places, worker: Worker) -> None:
    """The strip of the upheld rate is the page itself, pixel by pixel, but for the outline."""
    paper = Opened(committee_paper(places.documents, saved, worker, NOW).data)
    told = saved.letter.fields["upheld_rate"]
    (box,), page = told.sources[0].boxes, told.sources[0].page
    (_, _, png) = next(
        one for one in paper.pictures if one[1].startswith("Picture of the printed line of Upheld rate, 2019-20")
    )
    image, scale = Image.open(io.BytesIO(png)), DPI / 72
    left, top, *_ = inked(image)
    data = documents.fetch(places.documents, saved.letter.row.sha256)
    with pymupdf.open(stream=data, filetype="pdf") as document:
        whole = document[page - 1].get_pixmap(matrix=pymupdf.Matrix(scale, scale), alpha=False)
    shown_page = Image.frombytes("RGB", (whole.width, whole.height), whole.samples)
    size = (round(box.width * scale) - 2, round(box.height * scale) - 2)
    on_page = shown_page.crop(
        (
            round(box.x0 * scale) + 1,
            round(box.y0 * scale) + 1,
            round(box.x0 * scale) + 1 + size[0],
            round(box.y0 * scale) + 1 + size[1],
        )
    )
    found = [
        (dx, dy)
        for dx in range(2, 12)
        for dy in range(2, 12)
        if image.crop((left + dx, top + dy, left + dx + size[0], top + dy + size[1])).tobytes() == on_page.tobytes()
    ]
    assert found, "the page's own pixels are not within the outline"
    assert image.width <= 595 * scale + 2 * BORDER * scale + 2


def test_every_figure_of_the_paper_is_the_historys(saved: Dossier, places: Places, worker: Worker) -> None:
    paper = Opened(committee_paper(places.documents, saved, worker, NOW).data)
    printed = {
        shown(FIELDS[key].unit, told.figure.value)
        for letter in (saved.letter, *saved.earlier)
        for key, told in letter.fields.items()
    }
    quoted = [text for text, anchor in paper.links if anchor.startswith("strip_")]
    assert set(quoted) <= printed
    assert {anchor for _, anchor in paper.links} == set(paper.bookmarks)
    rates = [[cell.text for cell in row.cells] for row in paper.document.tables[0].rows]
    assert rates[1][1] == "57%, 4 of 7 detailed investigations"
    assert rates[1][2] == "56%, 5 of 9 detailed investigations"


def test_a_document_that_is_gone_costs_its_pictures_and_nothing_else(
    saved: Dossier, places: Places, worker: Worker
) -> None:
    documents.path_of(places.documents, saved.earlier[0].row.sha256).unlink()
    made = committee_paper(places.documents, saved, worker, NOW)
    paper = Opened(made.data)
    assert made.pictures - made.failed == len(paper.pictures) > 0
    assert made.failed > 5
    assert "56%, 5 of 9 detailed investigations" in paper.text
    assert (
        "56% - page 2, Annual Review letter 2019. There is printed “56%”. The picture could not be made: the kept copy"
        in paper.text
    )
    assert all(title.endswith("Annual Review letter 2020") for title, _, _ in paper.pictures)


def test_stopping_makes_none(saved: Dossier, places: Places, worker: Worker) -> None:
    def stop(done: int, of: int) -> None:
        raise Trouble("cancelled", "Stopped.")

    with pytest.raises(Trouble) as told:
        committee_paper(places.documents, saved, worker, NOW, progress=stop)
    assert told.value.code == "cancelled"
