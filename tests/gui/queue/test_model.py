from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ombudsview.gui.again.recognising import Phase, Standing
from ombudsview.gui.open_letter import OpenLetter
from ombudsview.gui.queue.glimpse import Glimpse, Twin
from ombudsview.gui.queue.model import NOTE_ROLE, PART_ROLE, STATUS_ROLE, Entry, Queue
from ombudsview.gui.queue.order import Order
from ombudsview.gui.queue.status import Status, shape_of, status_word
from ombudsview.paper.document import Document
from ombudsview.review.review import Review
from tests.gui.handmade import reading


def entry(name: str, glimpse: Glimpse | None = None) -> Entry:
    return Entry(name, Path(f"/letters/{name}"), glimpse=glimpse)


def letter() -> OpenLetter:
    made = OpenLetter("a.pdf")
    made.review = Review(reading(), "a-1", who="", clock=lambda: "2026-11-23T10:00:00+00:00")
    return made


def names(queue: Queue) -> list[str]:
    return [one.name for one in queue.entries]


@pytest.fixture
def queue(qtmodeltester: ModelTester) -> Queue:
    queue = Queue()
    qtmodeltester.check(queue)
    queue.add([entry("a.pdf"), entry("b.pdf"), entry("c.pdf")])
    return queue


def test_a_new_letter_shows_its_file(queue: Queue) -> None:
    index = queue.index(0)
    assert (index.data(), index.data(NOTE_ROLE), index.data(STATUS_ROLE)) == ("a.pdf", "New", Status.NEW)


def test_a_letter_shows_what_is_left_to_do(queue: Queue) -> None:
    first = queue.entries[0]
    first.letter = letter()
    review = first.letter.review
    assert review is not None
    assert (first.title, first.note, first.status) == ("Wraxmere Council", "2019-20  ·  New, 1 to look at", Status.NEW)
    assert first.account.endswith("7 to check"), "what the row has no room for"
    review.agree_safe()
    assert (first.note, first.status) == ("2019-20  ·  Draft, 1 to look at", Status.DRAFT)
    review.deny("compliance_rate")
    assert first.note == "2019-20  ·  Draft, ready to finish"
    review.query("upheld_rate", "Which?")
    assert (first.note, first.status) == ("2019-20  ·  Queried, ready to finish", Status.QUERIED)
    review.finish()
    first.letter.saved = "14:02"
    assert (first.note, first.status) == ("2019-20  ·  Queried 14:02", Status.QUERIED)
    assert first.finished, "a query put off stays in sight and holds nothing up"
    review.agree("upheld_rate")
    review.finish()
    assert (first.note, first.status) == ("2019-20  ·  Finished 14:02", Status.FINISHED)


def test_a_letter_that_was_only_read_shows_what_was_seen(queue: Queue) -> None:
    first = queue.entries[0]
    first.glimpse = Glimpse("Mereford Council", "2018-19", check=4)
    assert (first.title, first.note) == ("Mereford Council", "2018-19  ·  New, 4 to check")
    first.glimpse = Glimpse("Mereford Council", "2018-19", touched=True, look=2)
    assert (first.status, first.note) == (Status.DRAFT, "2018-19  ·  Draft, 2 to look at")
    first.glimpse = Glimpse(known=False)
    assert first.note == "New, layout not known"
    first.glimpse = Glimpse("Mereford Council", "2018-19", saved="3 May 2026", kept="x-1", twin=Twin.SAME)
    assert (first.status, first.finished, first.is_left) == (Status.FINISHED, True, False)
    assert "this file is in the history" in first.account


def test_a_problem_is_explained_in_its_row(queue: Queue) -> None:
    first = queue.entries[0]
    first.trouble = "This file is empty. Fetch the letter again and open the new copy."
    assert (first.status, first.note) == (Status.PROBLEM, "Problem: empty")
    assert first.account == f"Problem: {first.trouble}"
    assert queue.left == 2


def test_each_status_has_a_word_and_a_shape_of_its_own() -> None:
    assert len({status_word(status) for status in Status}) == len(Status)
    assert len({(shape_of(status).strokes, shape_of(status).ring) for status in Status}) == len(Status)


def test_a_file_of_several_letters_is_split_once(queue: Queue, qtmodeltester: ModelTester) -> None:
    queue.split(queue.entries[1], 3)
    queue.split(queue.entries[1], 3)
    assert [(one.name, one.number) for one in queue.entries] == [
        ("a.pdf", 0), ("b.pdf", 0), ("b.pdf", 1), ("b.pdf", 2), ("c.pdf", 0),
    ]  # fmt: skip
    qtmodeltester.check(queue)
    queue.set_order(Order.NEED)
    queue.set_order(Order.CAME)
    assert [(one.name, one.number) for one in queue.entries][1:4] == [("b.pdf", 0), ("b.pdf", 1), ("b.pdf", 2)]


def test_the_next_unfinished_one_is_found_round_the_end(queue: Queue) -> None:
    first, second, third = queue.entries
    queue.set_current(second)
    third.trouble = "It is damaged."
    assert queue.next_unfinished() is first
    assert queue.left == 2
    first.letter = letter()
    assert first.letter.review is not None
    first.letter.review.finish("a reason")
    queue.set_current(first)
    assert queue.next_unfinished() is second


def test_the_ends_hold_still(queue: Queue) -> None:
    queue.set_current(queue.entries[0])
    assert queue.neighbour(-1) is None
    assert queue.neighbour(1) is queue.entries[1]


@pytest.fixture
def mixed(qtmodeltester: ModelTester) -> Queue:
    """A letter of each status and of two councils, as they came."""
    queue = Queue()
    queue.add(
        [
            entry("done.pdf", Glimpse("Axford", "2019-20", saved="14:02", kept="d-1")),
            entry("broken.pdf"),
            entry("unread.pdf"),
            entry("few.pdf", Glimpse("Axford", "2018-19", look=1, check=3)),
            entry("many.pdf", Glimpse("Borley", "2019-20", look=5)),
            entry("begun.pdf", Glimpse("Borley", "2018-19", look=1, touched=True)),
            entry("queried.pdf", Glimpse("Axford", "2020-21", queries=1, touched=True)),
        ]
    )
    queue.entries[1].trouble = "It is damaged."
    qtmodeltester.check(queue)
    return queue


def test_by_need_what_was_begun_comes_first_and_what_is_done_last(mixed: Queue, qtmodeltester: ModelTester) -> None:
    mixed.set_order(Order.NEED)
    assert names(mixed) == [
        "begun.pdf", "many.pdf", "few.pdf", "unread.pdf", "queried.pdf", "broken.pdf", "done.pdf",
    ]  # fmt: skip
    qtmodeltester.check(mixed)


def test_by_need_our_own_comes_first_among_what_stands_alike(mixed: Queue) -> None:
    mixed.ours = "AXFORD"
    mixed.set_order(Order.NEED)
    assert names(mixed) == [
        "begun.pdf", "few.pdf", "many.pdf", "unread.pdf", "queried.pdf", "broken.pdf", "done.pdf",
    ]  # fmt: skip


def test_by_authority_our_own_comes_first_each_by_year(mixed: Queue) -> None:
    mixed.ours = "BORLEY"
    mixed.set_order(Order.AUTHORITY)
    assert names(mixed) == [
        "begun.pdf", "many.pdf", "few.pdf", "done.pdf", "queried.pdf", "broken.pdf", "unread.pdf",
    ]  # fmt: skip
    mixed.set_order(Order.CAME)
    assert names(mixed)[0] == "done.pdf"


def test_the_order_holds_still_until_a_letter_is_left(mixed: Queue) -> None:
    mixed.set_order(Order.NEED)
    current, later = mixed.entries[0], mixed.entries[3]
    mixed.set_current(current)
    before = names(mixed)
    later.glimpse = Glimpse("Axford", "2021-22", look=9)
    mixed.touch(later)
    assert names(mixed) == before
    assert mixed.neighbour(1) is mixed.entries[1]
    mixed.set_current(mixed.entries[1])
    assert names(mixed).index("unread.pdf") == 1, "nine to look at: it comes after what was begun"


def test_indexes_that_are_held_follow_their_letter(mixed: Queue) -> None:
    from PySide6.QtCore import QPersistentModelIndex

    held = QPersistentModelIndex(mixed.index(4))
    mixed.set_order(Order.NEED)
    assert (held.row(), held.data()) == (1, "Borley")


def test_letters_are_removed_and_put_back_where_they_were(mixed: Queue, qtmodeltester: ModelTester) -> None:
    at = list(mixed.entries)
    gone = [at[0], at[2], at[3], at[6]]
    mixed.remove(gone)
    assert names(mixed) == ["broken.pdf", "many.pdf", "begun.pdf"]
    assert mixed.find(at[0].path or Path()) is None
    mixed.put_back(gone, at)
    assert mixed.entries == at
    assert mixed.find(at[0].path or Path()) is at[0]
    qtmodeltester.check(mixed)


def test_ten_thousand_letters_are_put_in_order_in_a_moment() -> None:
    queue = Queue()
    queue.add([entry(f"{number}.pdf", Glimpse("Axford", "2019-20", look=number % 7)) for number in range(10_000)])
    queue.set_current(queue.entries[0])
    queue.set_order(Order.NEED)
    assert queue.left == 10_000
    assert [one.glimpse.look for one in queue.entries if one.glimpse][:3] == [6, 6, 6]


@pytest.mark.parametrize(
    ("standing", "words", "part"),
    [
        (Standing(Phase.RUNNING, (0, 1, 2, 3), 1), "recognising page 2 of 4", 0.25),
        (Standing(Phase.STOPPED, (0, 1), 1), "recognition stopped, 1 of 2", None),
        (Standing(Phase.FAILED, (0, 1)), "2 pages were not recognised", None),
        (Standing(Phase.FAILED, (4,)), "1 page was not recognised", None),
        (Standing(Phase.DONE, (0, 1), 2), "recognised, open it to check", None),
        (Standing(Phase.DONE, (0, 1), 0), "could not be recognised", None),
    ],
)
def test_a_letters_row_says_how_far_its_recognition_is(
    queue: Queue, standing: Standing, words: str, part: float | None
) -> None:
    queue.entries[1].recognition = standing
    index = queue.index(1)
    assert index.data(NOTE_ROLE) == f"New, {words}"
    assert index.data(PART_ROLE) == part
    assert words in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert queue.index(0).data(PART_ROLE) is None


def test_the_letters_of_a_document_are_found_by_its_file_or_by_its_bytes(queue: Queue) -> None:
    document = Document.of("b.pdf", b"%PDF- one", Path("/letters/b.pdf"))
    drafted = Entry("a draft", letter=OpenLetter("a draft", document=Document.of("a draft", b"%PDF- one")))
    queue.add([drafted])
    assert queue.of_document(document) == [queue.entries[1], drafted]


def test_rows_that_would_read_the_same_show_their_files(queue: Queue, qtbot: QtBot) -> None:
    same = Glimpse("Axford", "2020-21", check=20)
    queue.add([entry("one.pdf", same), entry("two.pdf", same), entry("other.pdf", Glimpse("Axford", "2021-22"))])
    queue.touch(queue.entries[3])
    qtbot.waitUntil(lambda: queue.index(3).data() == "Axford  ·  one.pdf")
    assert [queue.index(row).data() for row in (4, 5)] == ["Axford  ·  two.pdf", "Axford"]
    assert queue.index(4).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Axford  ·  two.pdf. 2020-21")
    order, gone = list(queue.entries), queue.entries[3]
    queue.remove([gone])
    qtbot.waitUntil(lambda: queue.index(3).data() == "Axford")
    queue.put_back([gone], order)
    qtbot.waitUntil(lambda: queue.index(4).data() == "Axford  ·  two.pdf")
