"""Tables read by where things stand: wrapped headings, empty cells, rows over the page, headings that nobody has seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ombudsview.letters.columns import NO_FIELD
from ombudsview.letters.headings import Column
from ombudsview.letters.table import Row, Table, read_rows, second_table
from ombudsview.paper.paper import Paper
from ombudsview.paper.text import TextMap
from tests.paper.handmade import laid, paper, sheet, typed, typed_paper

SUBJECTS = Table(
    "complaints received",
    (
        Column("received.housing", ("housing",)),
        Column("received.planning_and_development", ("planning & building control", "planning")),
        Column("received.education", ("education services",)),
        Column("received.other", ("other",)),
        Column("received.total", ("total",)),
    ),
    ends=("decisions",),
)
HEADINGS = """
Complaints received

           Housing   Planning &    Education   Other   Total
                     building      Services
                     control
"""


def rows(pages: Paper, table: Table = SUBJECTS) -> list[tuple[str | None, dict[str, str], bool]]:
    text = TextMap(pages)

    def said(row: Row) -> dict[str, str]:
        return {key.partition(".")[2]: text.printed(*span) for key, span in row.cells.items()}

    return [(row.year, said(row), row.sure) for row in read_rows(text, table)]


def test_headings_over_several_lines() -> None:
    [(year, cells, sure)] = rows(typed_paper(HEADINGS + "              12           4            3       5      24\n"))
    assert (year, sure) == (None, True)
    assert cells == {
        "housing": "12",
        "planning_and_development": "4",
        "education": "3",
        "other": "5",
        "total": "24",
    }


def test_a_row_for_each_year() -> None:
    page = (
        HEADINGS
        + "2006/07       12           4            3       5      24\n2005/06        1           2            3       4      10\n"
    )
    assert [(year, cells["total"]) for year, cells, _ in rows(typed_paper(page))] == [
        ("2006-07", "24"),
        ("2005-06", "10"),
    ]


def test_years_over_the_page_go_on_the_table_and_what_follows_them_does_not() -> None:
    first = HEADINGS + "2006/07       12           4            3       5      24\n"
    second = "2005/06        1           2            3       4      10\n\nIn all       7    8    9    1    2\n"
    assert [year for year, _, _ in rows(typed_paper(first, second))] == ["2006-07", "2005-06"]


def test_figures_at_the_top_of_the_next_page_are_no_headings() -> None:
    first = "\n\n" + HEADINGS + "2006/07       12           4            3       5      24\n"
    second = "2005/06        1           2            3       4      10\n"
    assert [row.guessed for row in read_rows(TextMap(typed_paper(first, second)), SUBJECTS)] == [{}, {}]


def test_a_row_over_the_page_that_names_no_year_is_missed_where_rows_always_do() -> None:
    first = HEADINGS + "2006/07       12           4            3       5      24\n"
    second = "???/??         1           2            3       4      10\n2004/05        1           1            1       1       4\n"
    found = read_rows(TextMap(typed_paper(first, second)), replace(SUBJECTS, yearly=True))
    assert ([row.year for row in found], found[0].others) == (["2006-07", "2004-05"], 1)


def test_figures_two_pages_behind_the_title() -> None:
    title, headings = HEADINGS.strip("\n").split("\n\n")
    figures = "              12           4            3       5      24\n"
    [(_, cells, _)] = rows(typed_paper("prose\n\n" + title, headings, figures))
    assert cells["total"] == "24"


def test_a_page_of_another_size_is_the_same_paper() -> None:
    figures = "              12                        3              15\n"
    large = sheet(typed(figures, x=80, y=80, size=22), width=1190, height=1684)
    [(_, cells, _)] = rows(paper(sheet(typed(HEADINGS)), large))
    assert cells == {"housing": "12", "education": "3", "total": "15"}


def test_a_heading_that_nobody_knows_is_guessed_by_its_place_and_said() -> None:
    page = HEADINGS.replace("Housing", "Tenancy") + "              12           4            3       5      24\n"
    text = TextMap(typed_paper(page))
    [row] = read_rows(text, SUBJECTS)
    assert text.printed(*row.cells["received.housing"]) == "12"
    assert row.guessed == {"received.housing": "Tenancy"}


def test_a_heading_is_known_by_a_word_of_its_own() -> None:
    page = HEADINGS.replace("Education", "Education").replace("Services", "& skills") + (
        "              12           4            3       5      24\n"
    )
    [row] = read_rows(TextMap(typed_paper(page)), SUBJECTS)
    assert row.guessed == {"received.education": "Education & skills"}


def test_an_empty_cell_and_an_unknown_heading_do_not_make_each_other_up() -> None:
    """As many figures as headings that are known, and one of them under the heading that is not."""
    page = HEADINGS.replace("Education", "Elsewhere").replace("Services", "or never")
    page += "              12           4            3              19\n"
    table = replace(SUBJECTS, columns=tuple(column for column in SUBJECTS.columns if "education" not in column.key))
    [(_, _, sure)] = rows(typed_paper(page), table)
    assert not sure


def test_a_figure_under_an_unknown_heading_is_not_its_neighbours() -> None:
    page = HEADINGS.replace("Education", "Schooling").replace("Services", "& alike")
    page += "2006/07                                 3              19\n"
    [row] = read_rows(text := TextMap(typed_paper(page)), SUBJECTS)
    assert {key: text.printed(*span) for key, span in row.cells.items()} == {
        "received.education": "3",
        "received.total": "19",
    }
    assert row.guessed == {"received.education": "Schooling & alike"}


def test_a_column_that_is_no_field_is_left_out() -> None:
    table = Table(
        "decisions", (Column(f"{NO_FIELD}report", ("report",)), Column("decided.total", ("total",))), fewest=1
    )
    assert rows(typed_paper("Decisions\n\n    Report     Total\n\n         3        12\n"), table) == [
        (None, {"total": "12"}, True)
    ]


def test_a_figure_after_a_stroke_is_not_the_rest_of_a_date() -> None:
    page = "Complaints received\n\n             Housing    Total\n1/04/2009 /  36         36\n31/03/2010\n"
    [(year, cells, _)] = rows(typed_paper(page))
    assert (year, cells) == ("2009-10", {"housing": "36", "total": "36"})


def test_a_foot_between_headings_and_figures_is_no_heading() -> None:
    first = HEADINGS + "\n\n\n\n                                 Page 1 of 2\n"
    [(_, cells, sure)] = rows(typed_paper(first, "              12           4            3       5      24\n"))
    assert sure
    assert cells["education"] == "3"
    text = TextMap(typed_paper(first, "              12           4            3       5      24\n"))
    assert read_rows(text, SUBJECTS)[0].guessed == {}


def test_a_word_broken_in_a_narrow_cell_beside_empty_cells() -> None:
    """No row has a figure in each column, so that only the headings tell."""
    page = """
Complaints received

           Housing   Planni    Educat   Other   Total
                     ng        ion
2006/07       12        4                 5      21
2005/06                 3         2               5
"""
    education = Column("received.education", ("education",))
    table = replace(SUBJECTS, columns=(*SUBJECTS.columns[:2], education, *SUBJECTS.columns[3:]))
    first, second = rows(typed_paper(page), table)
    assert first[1] == {"housing": "12", "planning_and_development": "4", "other": "5", "total": "21"}
    assert second[1] == {"planning_and_development": "3", "education": "2", "total": "5"}


def test_a_figure_under_a_heading_of_no_field_is_left_out() -> None:
    page = HEADINGS.replace("Education", "Elsewhere").replace("Services", "or never")
    page += "              12           -            3       5      20\n"
    table = replace(SUBJECTS, columns=tuple(column for column in SUBJECTS.columns if "education" not in column.key))
    [(_, cells, _)] = rows(typed_paper(page), table)
    assert cells == {"housing": "12", "other": "5", "total": "20"}


def test_a_lone_figure_beside_a_wrapped_year_is_that_years_row() -> None:
    page = HEADINGS + "01/04/05 -     0\n31/03/06\n2004/05       12           4            3       5      24\n"
    assert [(year, cells.get("housing")) for year, cells, _ in rows(typed_paper(page))] == [
        ("2005-06", "0"),
        ("2004-05", "12"),
    ]


def test_the_first_cell_may_say_the_title_once_more() -> None:
    """Where the first lines of the headings stand beside it, they are not cut off with what stands above a title."""
    page = """
Decisions

Decisions     Housing   Planning &    Education   Other   Total
                        building      Services
                        control
2006/07          12         4            3         5       24
"""
    [(year, cells, sure)] = rows(typed_paper(page), replace(SUBJECTS, title="decisions", ends=()))
    assert (year, len(cells), cells["planning_and_development"], sure) == ("2006-07", 5, "4", True)


def test_a_second_table_of_the_same_title_with_other_figures() -> None:
    table = HEADINGS + "              12           4            3       5      24\n"
    other = table.replace("12   ", "13   ").replace("24", "25")
    for second, differs in ((other, True), (table, False), ("Complaints received by post\n", False)):
        text = TextMap(typed_paper(table, second))
        assert (second_table(text, SUBJECTS) is not None) is differs


def test_rows_that_name_no_year_are_counted() -> None:
    row = "              12           4            3       5      24\n"
    [first] = read_rows(TextMap(typed_paper(HEADINGS + row + row.replace("12", "11").replace("24", "23"))), SUBJECTS)
    assert first.others == 1
    [first] = read_rows(TextMap(typed_paper(HEADINGS + row)), SUBJECTS)
    assert first.others == 0


@pytest.mark.parametrize("rate", ["63 %", "45.5 %", "63.0%", "100 %"])
def test_figures_with_footnote_marks_and_signs_set_apart(rate: str) -> None:
    rated = replace(SUBJECTS, columns=(*SUBJECTS.columns, Column("upheld_rate", ("rate",), percent=True)))
    page = HEADINGS.replace("Total\n", "Total   Rate\n", 1)
    [(_, cells, sure)] = rows(
        typed_paper(page + f"              12*          4            3       5      24     {rate}\n"), rated
    )
    assert sure
    assert list(cells.values()) == ["12*", "4", "3", "5", "24", rate]


def test_a_sign_set_apart_from_thousands() -> None:
    rated = replace(SUBJECTS, columns=(*SUBJECTS.columns, Column("upheld_rate", ("rate",), percent=True)))
    page = HEADINGS.replace("Total\n", "Total   Rate\n", 1)
    [(_, cells, _)] = rows(
        typed_paper(page + "           1,200          4            3       5   1,212     45.5 %\n"), rated
    )
    assert (cells["housing"], cells["total"], cells[""]) == ("1,200", "1,212", "45.5 %")


@pytest.mark.parametrize("figure", ["12¹", "12²³", "12*"])
def test_a_raised_mark_is_no_part_of_a_figure(figure: str) -> None:
    page = HEADINGS + f"              {figure:<6}       4            3       5      24¹\n"
    [(_, cells, sure)] = rows(typed_paper(page))
    assert (cells["housing"], cells["total"], sure) == (figure.rstrip("¹²³"), "24", True)


def test_thousands_parted_by_a_space_are_not_sure_though_a_cell_is_empty() -> None:
    """As many words as columns, and every heading known."""
    page = HEADINGS + "             900         300                    5     1 205\n"
    [(_, cells, sure)] = rows(typed_paper(page + page.replace("1 205", "1,205").replace(HEADINGS, "")))[:1]
    assert not sure
    [(_, cells, sure)] = rows(typed_paper(HEADINGS + "             900         300           3        5    1,208\n"))
    assert (cells["total"], sure) == ("1,208", True)


def test_the_row_under_one_that_cannot_be_read_is_not_taken_for_that_years() -> None:
    page = HEADINGS + (
        "2006/07       12           4            3       5      24a\n"
        "2005/06        1           2            3       4      10\n"
    )
    assert [(year, cells["total"]) for year, cells, _ in rows(typed_paper(page))] == [("2005-06", "10")]


def test_thousands_parted_by_a_space_are_one_figure_of_a_row() -> None:
    lines = [laid("Complaints received", 40, 40)]
    for place, (heading, figure) in enumerate(
        (("Housing", "1 204"), ("Planning", "12"), ("Other", "20 000"), ("Total", "21 216"))
    ):
        lines += [laid(heading, 40 + 90 * place, 70), laid(figure, 45 + 90 * place, 90)]
    [(_, cells, sure)] = rows(paper(sheet(*lines)))
    assert (cells, sure) == (
        {"housing": "1 204", "planning_and_development": "12", "other": "20 000", "total": "21 216"},
        True,
    )


@pytest.mark.parametrize("gap", [0.1, 0.6, 1.0])
def test_figures_of_two_columns_are_never_one(gap: float) -> None:
    page = [laid("Complaints received", 40, 40), laid("Housing", 40, 70), laid("Total", 90, 70)]
    first = laid("12", 50, 90)
    [(_, cells, _)] = rows(paper(sheet(*page, first, laid("345", first[0].box.x1 + 20 + 20 * gap, 90))))
    assert cells == {"housing": "12", "total": "345"}


@pytest.mark.parametrize("foot", ["Page 4 of 5            1", "1        Page 4/5", "Page 4  1"])
def test_the_number_of_a_page_and_a_stray_figure_beside_it_are_no_row(foot: str) -> None:
    over = "Wraxmere    12          4            3       5      24\n"
    page = HEADINGS + "\n" * 20 + foot
    assert rows(typed_paper(page)) == []
    [(_, cells, _)] = rows(typed_paper(page, HEADINGS.replace("Complaints received", "") + over))
    assert (cells["housing"], cells["total"]) == ("12", "24")
