"""The letters of every era: their words, marks and truth agree, on every engine that comes as a wheel and after every change."""

from __future__ import annotations

import random
from itertools import product

import pymupdf
import pytest

from ombudsview.letters.fields import FIELDS, Unit, parse
from tests.letters import degrade
from tests.letters.eras import edges
from tests.letters.eras.corpus import ERAS, Made, Order, book_of, make, orders
from tests.letters.eras.ink import Ink
from tests.letters.eras.setters import WHEELS, wanting
from tests.letters.grade import Mark, grade
from tests.letters.score import main
from tests.letters.tally import total

_ELSEWHERE = (
    {"thousands"},
    {"a rate with a decimal", "a whole rate by population", "a rate by population with a sign of per cent"},
    {"organisations", "the Council"},
    {
        "a name with London Borough of",
        "a name with Royal Borough",
        "a name with Isles",
        "a name with '",
        "a name cut short",
    },
    {"no average"},
    {"no investigations", "no compliance_outcomes", "a block without figures"},
    {"a late remedy with full compliance", "compliance below 100"},
    {"a late remedy", "a public report", "poor handling", "praise", "two remarks", "a remark that goes on"},
    {"a number as a word", "received.total contradicts itself"},
    {"headings far from figures", "a row drawn as one", "pages wide", "pages sideways", "a table goes on, bare"},
    {"~bundled", "~bundled-300"},
    {"~scan-200", "~stray", "~hidden-bad"},
)
"""What letters are known to have elsewhere, and the edge cases that stand for it."""

ORDERS = tuple(orders(1, 28, held=None, changes=()))
_KEYS = ("received", "decided")


@pytest.fixture(scope="module")
def made() -> dict[Order, Made]:
    return {order: make(order) for order in ORDERS}


def test_the_plan_covers_every_era_and_engine_and_both_sorts_of_wording() -> None:
    assert {order.era for order in ORDERS} == set(ERAS)
    assert {order.engine for order in ORDERS} == set(WHEELS)
    assert {order.held for order in ORDERS} == {True, False}
    many = tuple(orders(1, 300))
    assert {order.change for order in many} == {"", *degrade.CHANGES}
    assert len({order.name for order in many}) == 300


def test_every_layout_has_its_edge_cases_by_every_engine_and_every_change() -> None:
    plan = tuple(edges.plan(1, ERAS, WHEELS, degrade.CHANGES))
    assert len({order.name for order in plan}) == len(plan) >= 300
    assert edges.uncovered(plan) == []
    assert edges.uncovered(plan[::9]), "it takes more than some of them"
    there = {case for order in plan for case in edges.edges(order)}
    assert [some - there for some in _ELSEWHERE if some - there] == []
    changed = {(order.era, order.engine, order.change) for order in plan if order.change}
    assert changed == set(product(ERAS, WHEELS, degrade.CHANGES))
    assert {order.held for order in plan} == {True, False}


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.name)
def test_every_value_is_printed_at_its_place(order: Order, made: dict[Order, Made]) -> None:
    truth = made[order].truth
    with pymupdf.open("pdf", made[order].pdf) as document:
        for key, printed in truth["printed"].items():
            assert truth["places"].get(key), f"{key} is nowhere"
            assert printed
            for page, *box in truth["places"][key]:
                assert 0 <= box[0] < box[2] <= document[page - 1].rect.width + 1
                assert 0 <= box[1] < box[3] <= document[page - 1].rect.height + 1


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.name)
def test_the_program_makes_the_same_value_of_what_is_printed(order: Order) -> None:
    for key, answer in book_of(order).answers.items():
        unit = FIELDS[key].unit
        for text in answer.printed if unit in (Unit.COUNT, Unit.PERCENT, Unit.DAYS, Unit.DATE) else ():
            if text[0].isdigit() and not book_of(order).doubtful & {key}:
                assert parse(unit, text) in answer.values, (key, text)


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.name)
def test_rows_sum_to_their_totals_or_must_be_doubted(order: Order) -> None:
    book = book_of(order)
    values = {
        key: int(str(answer.value)) for key, answer in book.answers.items() if answer.value and key.startswith(_KEYS)
    }
    for name in _KEYS if order.era != "psow" else ():
        for key in [key for key in values if key.startswith(f"{name}.total") and "excluding" not in key]:
            year = key.partition("@")[1] + key.partition("@")[2]
            parts = [
                number
                for other, number in values.items()
                if other.startswith(f"{name}.")
                and ".total" not in other
                and other.partition("@")[1] + other.partition("@")[2] == year
            ]
            if parts and key not in book.doubtful:
                assert sum(parts) == values[key], key


def test_an_order_gives_the_same_letter_every_time(made: dict[Order, Made]) -> None:
    for order in ORDERS[:4]:
        assert make(order).truth == made[order].truth


_UNREADABLE = (*degrade.SCANS, "hidden-good", "no-maps", "locked", "locked-empty", "bundled-300")


@pytest.mark.parametrize("change", [name for name in degrade.CHANGES if name not in _UNREADABLE])
def test_a_change_carries_the_places_along(change: str) -> None:
    """Pdfium finds the marks in the changed file at the places that the change works out."""
    order = Order("tables-2014", "flowed", 3, change)
    made = make(order)
    again = Ink(book_of(order).keys).places(made.pdf)
    assert again.keys() == made.truth["places"].keys()
    for key, boxes in again.items():
        for page, x0, y0, x1, y1 in boxes:
            assert any(
                page == place[0]
                and place[1] - 2 <= x0
                and place[2] - 2 <= y0
                and x1 <= place[3] + 2
                and y1 <= place[4] + 2
                for place in made.truth["places"][key]
            ), key


def test_a_scan_moves_its_places_with_the_picture() -> None:
    order = Order("measures-2019", "drawn", 5, "scan-150")
    made = make(order)
    page, *box = made.truth["places"]["letter_date"][0]
    with pymupdf.open("pdf", made.pdf) as document:
        assert not document[0].get_text().strip()
        pixels = document[page - 1].get_pixmap(clip=pymupdf.Rect(box), colorspace=pymupdf.csGRAY)
    assert min(pixels.samples) < 120, "nothing dark stands there"


def test_engines_that_are_not_here_say_why() -> None:
    for engine in WHEELS:
        assert wanting(engine) is None
    for engine in ("browser", "word"):
        reason = wanting(engine)
        if reason is None:
            assert make(Order("overview-2025", engine, 1)).truth["places"]["upheld_decisions"]
        else:
            assert "machine" in reason or "installed" in reason


def test_the_grader_tells_right_from_wrong_and_doubted_from_silent() -> None:
    truth = make(Order("overview-2025", "drawn", 2)).truth
    page, *box = truth["places"]["dealt_with"][0]
    value = int(truth["dealt_with"])

    def graded(value: int | None, boxes: list[list[float]], doubts: list[str]) -> Mark:
        source = [{"page": page, "boxes": boxes, "text": ""}] if boxes else []
        field = {"value": value, "sources": source, "doubts": doubts, "state": "to_check"}
        said = {
            "kind": "overview-2025",
            "pages": truth["letter"]["pages"],
            "fields": {"dealt_with": field},
            "doubts": [],
        }
        return next(mark for mark in grade("x", truth, [said]).marks if mark.key == "dealt_with")

    assert graded(value, [box], []) == Mark("dealt_with", "right", False, "right", str(value), str(value))
    assert graded(value, [[1, 1, 9, 9]], []).box == "wrong"
    assert (graded(value + 1, [box], []).verdict, graded(value + 1, [box], ["why"]).doubted) == ("wrong", True)
    assert graded(None, [], []).verdict == "missing"
    wrong = grade("x", truth, [])
    assert not wrong.kind
    assert total([wrong]).right == 0 < total([wrong]).missing


def test_the_grader_pairs_remarks_and_tells_a_false_one_and_a_wrong_kind() -> None:
    order = next(order for order in (Order("measures-2019", "drawn", seed) for seed in range(99)) if _two(order))
    truth = make(order).truth
    first, second = truth["remarks"]

    def graded(*told: tuple[str, list[str]]) -> list[tuple[str, str, str]]:
        field = {"value": [words for words, _ in told], "kinds": [kinds for _, kinds in told]}
        said = {"kind": "measures-2019", "pages": truth["letter"]["pages"], "fields": {"remarks": field}, "doubts": []}
        marks = grade("x", truth, [said]).marks
        return [(mark.key, mark.verdict, mark.true) for mark in marks if mark.key.startswith("remarks")]

    one, other = truth["remark_kinds"]
    both = [("remarks", "right", second), ("remarks: kind", "right", other)]
    assert graded((second, [other])) == [*both, ("remarks", "missing", f"{one}: {first}")]
    misread = first.replace(" ", " x ", 1)
    assert graded((misread, [])) == [
        ("remarks", "wrong", first),
        ("remarks: kind", "missing", one),
        ("remarks", "missing", f"{other}: {second}"),
    ]
    assert graded((f"{first}.", [other]), (second, [other]))[1] == ("remarks: kind", "wrong", one)
    assert ("remarks", "wrong", "") in graded(("Nobody wrote this", []))
    assert ("remarks", "wrong", "") in graded((first[: len(first) // 3], []))


def _two(order: Order) -> bool:
    kinds = book_of(order).remark_kinds
    return len(kinds) == 2 and all(kinds)


def test_the_score_is_one_command_and_goes_on_where_it_was(tmp_path, capsys) -> None:  # type: ignore[no-untyped-def]
    line = ["--count", "2", "--era", "measures-2019", "--wheels", "--change", "none", "--folder", str(tmp_path)]
    assert main(line) == 0
    first = capsys.readouterr().out
    assert "measures-2019" in first
    assert main(line) == 0
    again = capsys.readouterr()
    assert again.out == first
    assert "." not in again.err, "read again what was read"


def test_dice_are_the_only_chance() -> None:
    random.seed(1)
    first = make(ORDERS[0]).pdf
    random.seed(2)
    assert make(ORDERS[0]).pdf == first
