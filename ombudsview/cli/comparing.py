"""`ombudsview compare SPREADSHEET`: the saved letters held against published figures, where there is no screen."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ombudsview.errors import Trouble
from ombudsview.letters.fields import year_name
from ombudsview.paper.spreadsheet import Tabulator
from ombudsview.places import Places
from ombudsview.published.book import read_book, years_of
from ombudsview.published.compare import compare
from ombudsview.published.years import years_in


def main(arguments: Sequence[str]) -> int:
    """Compare and print: 0 when the letters were compared, 1 when they could not be, 2 for wrong usage or a year that is not told."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    path = Path(asked.spreadsheet)
    try:
        workbook = Tabulator().read(path)
        named = [one.period_end for one in years_of(workbook, path.name)]
        if asked.year is None and len(named) != 1:
            said = f"names {', '.join(map(year_name, named))}" if named else "does not say of which year it is"
            parser.error(f"the spreadsheet {said}: give its year with --year, such as --year 2019-20")
        book = read_book(workbook, asked.year or named[0])
        found = compare(Places.chosen(asked.base), book)
    except Trouble as trouble:
        print(f"ombudsview: {trouble.sentence}", file=sys.stderr)  # noqa: T201
        return 1
    if asked.format == "csv":
        from ombudsview.reports.published_csv import as_published_csv as as_printed
    else:
        from ombudsview.reports.published_text import as_published_text as as_printed
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    sys.stdout.write(as_printed(found))
    sys.stdout.flush()
    return 0


def _parser() -> argparse.ArgumentParser:
    about = "Hold the saved letters of a year against a spreadsheet that the Ombudsman published; nothing is changed."
    parser = argparse.ArgumentParser(prog="ombudsview", description=about, allow_abbrev=False)
    parser.add_argument("--base", metavar="DIR", help="where the history is kept, if not in its usual place")
    parser.add_argument("command", choices=["compare"], metavar="compare")
    parser.add_argument("spreadsheet", metavar="SPREADSHEET", help="an .xlsx, .xls, .ods or .csv file")
    parser.add_argument("--year", type=_year, help="the year that it is about, such as 2019-20")
    parser.add_argument("--format", choices=("table", "csv"), default="table", help="how to print (default: table)")
    return parser


def _year(text: str) -> str:
    """The last day of a year as people write it."""
    years = years_in(text)
    if len(years) != 1:
        raise argparse.ArgumentTypeError(f"“{text}” is no year such as 2019-20")
    return years[0]
