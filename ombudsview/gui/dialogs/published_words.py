"""What the comparison's window says where there are no figures to show, and how it counts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ombudsview.gui.style.words import visible
from ombudsview.letters.fields import year_name

translate = QCoreApplication.translate


def nothing_yet() -> str:
    """Before a spreadsheet was chosen."""
    return translate(
        "PublishedDialog",
        "Beside the letters, the Ombudsman publishes spreadsheets each year with a row for each authority.\n"
        "Choose one (.xlsx, .xls, .ods or .csv), or drop it here: every figure of your saved letters of that year is held "
        "against it. Nothing in the history is changed.",
    )


def no_letters() -> str:
    """Where nothing was ever saved."""
    return translate(
        "PublishedDialog",
        "No letters are saved yet that could be compared.\n"
        "Open a letter, check its figures and finish it with Ctrl+Enter; then compare again.",
    )


def no_letters_of(year: str) -> str:
    """Where there are none of the spreadsheet's year."""
    words = translate(
        "PublishedDialog",
        "No letters of {year} are saved, and the spreadsheet is about that year.\n"
        "Open one, check its figures and finish it with Ctrl+Enter; then compare again. Or choose another spreadsheet, or another "
        "year if this is not its year.",
    )
    return words.format(year=year)


def which_year(named: list[str]) -> str:
    """Why the year is asked for; `named` are those that the spreadsheet names, by their last days."""
    if not named:
        return translate(
            "PublishedDialog",
            "The spreadsheet does not say of which year it is. The years of your saved letters are offered.",
        )
    words = translate("PublishedDialog", "The spreadsheet names more than one year: {years}.")
    return words.format(years=", ".join(year_name(end) for end in named))


def held_against(name: str, year: str) -> str:
    """Which file is compared with which letters."""
    words = translate("PublishedDialog", "Spreadsheet: {name}, held against the saved letters of {year}")
    return words.format(name=visible(name), year=year)


def stopped() -> str:
    """Where the officer stopped it."""
    return translate("PublishedDialog", "Comparing was stopped. Nothing was changed.")


def copied(number: int) -> str:
    """So many rows."""
    one = translate("PublishedDialog", "1 row is on the clipboard.")
    return count(number, one, translate("PublishedDialog", "{count} rows are on the clipboard."))


def letters(number: int) -> str:
    """So many letters."""
    return count(number, translate("PublishedDialog", "1 letter"), translate("PublishedDialog", "{count} letters"))


def count(number: int, one: str, many: str) -> str:
    """The words for one, or those for as many."""
    return one if number == 1 else many.format(count=f"{number:,}")
