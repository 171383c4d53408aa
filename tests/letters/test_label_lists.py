"""Statistics as lists of labels and figures: which figure is whose, and when none can be told."""

from __future__ import annotations

import pytest

from ombudsview.letters.headings import Column
from ombudsview.letters.table import Table, read_rows
from ombudsview.paper.paper import Paper
from ombudsview.paper.text import TextMap
from tests.letters.ask import read_json
from tests.letters.eras.corpus import Order, make
from tests.letters.eras.lists import FORMS
from tests.letters.grade import grade
from tests.paper.handmade import laid, paper, sheet, typed_paper

SUBJECTS = Table(
    "complaints received",
    (
        Column("received.housing", ("housing",)),
        Column("received.planning_and_development", ("planning and building control", "planning")),
        Column("received.other", ("other",)),
        Column("received.total", ("total",)),
        Column("upheld_rate", ("uphold rate",), percent=True),
    ),
    ends=("decisions",),
)
READ = {"housing": "12", "planning_and_development": "4", "other": "5", "total": "21"}


def listed(pages: Paper) -> list[tuple[str | None, dict[str, str], bool]]:
    text = TextMap(pages)
    return [
        (row.year, {key.partition(".")[2] or key: text.printed(*span) for key, span in row.cells.items()}, row.sure)
        for row in read_rows(text, SUBJECTS)
    ]


def typed(page: str) -> Paper:
    return typed_paper(f"Complaints received\n\n{page}")


@pytest.mark.parametrize(
    "page",
    [
        "Housing ............... 12\nPlanning .............. 4\nOther ................. 5\nTotal ................. 21",
        "Housing...............12\nPlanning..............4\nOther.................5\nTotal.................21",
        "Housing . . . . . . 12\nPlanning  . . . . . 4\nOther . . . . . . . 5\nTotal . . . . . . . 21",
        "Housing: 12\nPlanning: 4\nOther: 5\nTotal: 21",
        "Housing - 12\nPlanning - 4\nOther - 5\nTotal - 21",
        "12 Housing\n4 Planning\n5 Other\n21 Total",
        (
            "Housing                          12\nPlanning                          4\nOther                             5\n"
            "Total                            21"
        ),
        "Housing       12          Other       5\nPlanning       4          Total      21",
        "Housing\n12\nPlanning\n4\nOther\n5\nTotal\n21",
        "12\nHousing\n4\nPlanning\n5\nOther\n21\nTotal",
        "Housing: 12\nPlanning and\nbuilding control: 4\nOther: 5\nTotal: 21",
        (
            "Housing                  12\n\nPlanning and\nbuilding                  4\ncontrol\n\nOther                     5\n\n"
            "Total                    21"
        ),
    ],
)
def test_each_figure_goes_to_its_label(page: str) -> None:
    assert listed(typed(page)) == [(None, READ, True)]


def test_a_label_without_a_figure_leaves_the_others_theirs() -> None:
    assert listed(typed("Housing: 12\nPlanning:\nOther: -\nTotal: 12\nUphold rate: 45%")) == [
        (None, {"housing": "12", "total": "12", "upheld_rate": "45%"}, True)
    ]


def test_a_percentage_is_no_count_and_an_unknown_label_is_said_to_be_there() -> None:
    text = TextMap(typed("Housing: 12\nPlanning: 4%\nLeisure: 5\nTotal: 17"))
    [row] = read_rows(text, SUBJECTS)
    assert {key: text.printed(*span) for key, span in row.cells.items()} == {
        "received.housing": "12",
        "received.total": "17",
    }
    assert row.unclaimed


def test_years_stand_over_lists_or_over_columns() -> None:
    years = [("2006-07", {"housing": "12", "total": "12"}, True), ("2005-06", {"housing": "3", "total": "3"}, True)]
    assert listed(typed("2006/07\nHousing: 12\nTotal: 12\n2005/06\nHousing: 3\nTotal: 3")) == years
    across = "             2006/07   2005/06\nHousing         12         3\nTotal           12         3"
    assert listed(typed(across)) == years


def test_columns_that_name_no_year_are_nobodys() -> None:
    assert (
        listed(typed("             Number   Average\nHousing         12         3\nTotal           12         3")) == []
    )


def test_labels_and_figures_in_turn_that_add_up_to_nothing_are_not_sure() -> None:
    assert listed(typed("Housing\n12\nPlanning\n4")) == [
        (None, {"housing": "12", "planning_and_development": "4"}, False)
    ]


@pytest.mark.parametrize(
    ("why", "page"),
    [
        (
            "the figure of an unknown label might be taken for its neighbour's",
            "Housing\n12\nPlanning\nLeisure\n4\nOther\n5",
        ),
        ("each figure stands between two labels that might be its own", "9\nHousing\n12\nPlanning\n4"),
        ("one label has two figures", "Housing: 12\nPlanning: 4\nHousing: 7"),
        (
            "nothing leads over the gap and no column goes on",
            "Housing                     12\nPlanning                              4",
        ),
        ("one figure alone is no list", "Housing: 12"),
        ("the words are those of prose", "Housing complaints made 12\nand for planning there were 4"),
        ("the label is a part of a longer one", "Supported housing: 12\nPlanning fees: 4"),
    ],
)
def test_where_it_cannot_be_told_nothing_is_read(why: str, page: str) -> None:
    assert listed(typed(page)) == [], why


def test_a_number_drawn_large_is_glued_to_no_label() -> None:
    lines = [laid("Complaints received", 40, 40)]
    for number, (label, figure) in enumerate((("Housing", "12"), ("Planning", "4"))):
        lines += [laid(label, 40, 100 + 60 * number), laid(figure, 90, 92 + 60 * number, size=26)]
    assert listed(paper(sheet(*lines))) == []


@pytest.fixture(scope="module")
def marks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[str, str, bool]]]:
    """Letters of three eras with each form of list, by two engines, whatever the dice make of size, order and signs."""
    folder = tmp_path_factory.mktemp("lists")
    orders = [
        Order(era, ("drawn", "flowed")[(number + turn) % 2], 9000 + 20 * turn + number, form=form)
        for turn, era in enumerate(("annual-letter-2006", "annual-review-2009", "tables-2014"))
        for number, form in enumerate(FORMS)
    ]
    made = {folder / f"{order.name}.pdf": make(order) for order in orders}
    for path, letter in made.items():
        path.write_bytes(letter.pdf)
    found: dict[str, list[tuple[str, str, bool]]] = {form: [] for form in FORMS}
    said = read_json([*made], "--base", str(folder), "--no-ocr")
    for order, (path, letter) in zip(orders, made.items(), strict=True):
        graded = grade(path.name, letter.truth, [one for one in said if one["file"] == str(path)])
        found[order.form] += [
            (f"{path.stem} {m.key}", m.verdict, m.doubted)
            for m in graded.marks
            if m.key.startswith(("received", "decided"))
        ]
    return found


@pytest.mark.parametrize("form", FORMS)
def test_no_form_of_list_gives_a_wrong_figure_without_a_doubt(
    form: str, marks: dict[str, list[tuple[str, str, bool]]]
) -> None:
    assert [mark for mark in marks[form] if mark[1] in ("wrong", "silent") and not mark[2]] == []


@pytest.mark.parametrize("form", [form for form in FORMS if form not in ("below", "above")])
def test_a_figure_on_its_label_s_line_is_found(form: str, marks: dict[str, list[tuple[str, str, bool]]]) -> None:
    right = sum(mark[1] == "right" for mark in marks[form])
    assert right >= 0.9 * len(marks[form]) > 20, [mark for mark in marks[form] if mark[1] != "right"]
