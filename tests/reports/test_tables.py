from dataclasses import replace

import msgspec

from ombudsview.errors import Verdict
from ombudsview.reading.model import Doubt, FieldReading, ReaderState, Reading
from ombudsview.reports.tables import as_table
from tests.letters.test_remarks import LATE
from tests.reports.samples import BUNDLE, MISSING, OPENED, READING, found, replace_name


def line_of(text, label):
    (line,) = [line for line in text.splitlines() if line.strip().startswith(f"{label} ")]
    return line


def test_a_figure_stands_with_its_state_and_its_page():
    text = as_table([OPENED])
    assert [part.strip() for part in line_of(text, "Upheld decisions").split("  ") if part.strip()] == [
        "Upheld decisions",
        "1,400",
        "to check",
        "page 3",
    ]
    assert line_of(text, "Period to").endswith("pages 3, 2")
    assert "not found" in line_of(text, "Average of similar authorities")


def test_columns_stand_under_each_other():
    text = as_table([OPENED])
    starts = {
        line.index(word)
        for line in text.splitlines()
        for word in ("to check", "look here", "not found")
        if word in line
    }
    assert len(starts) == 1


def test_a_paragraph_takes_several_lines_and_leaves_the_columns_where_they_are():
    reading = msgspec.structs.replace(READING, fields=(*READING.fields, found("remarks", (LATE * 3,), sources=())))
    text = as_table([replace(OPENED, readings=(reading,))])
    assert max(map(len, text.splitlines())) < 120
    at = line_of(text, "Upheld decisions").index("1,400")
    start = text.splitlines().index(line_of(text, "Remarks about this authority"))
    words = line_of(text, "Remarks about this authority")[at:].split("  ")[0]
    for line in text.splitlines()[start + 1 :]:
        if not line.startswith(" " * at):
            break
        words += f" {line.strip()}"
    assert words == " ".join((LATE * 3).split())


def test_groups_are_those_of_the_letter_in_order():
    text = as_table([OPENED])
    assert text.index("Identity") < text.index("Complaints upheld") < text.index("Compliance")


def test_doubts_are_told_once_in_their_sentence():
    text = as_table([OPENED])
    assert text.count("! The bases differ.") == 1
    assert text.count("! Two letters may be joined here.") == 1


def test_a_worked_out_figure_says_from_what():
    assert "None is said to have been decided." in as_table([OPENED])


def test_trouble_is_told_and_the_other_files_follow():
    text = as_table([MISSING, OPENED])
    assert text.startswith("gone.pdf\n  ! There is no such file.\n\na.pdf (4 pages)\n")


def test_an_unknown_kind_and_a_file_without_letters_are_said():
    assert "of an unknown kind" in as_table([BUNDLE])
    assert "No letter was found in it." in as_table([replace(OPENED, readings=())])
    assert "repaired" in as_table([replace(OPENED, verdict=Verdict.REPAIRED)])


def test_a_name_cannot_steer_the_terminal():
    text = as_table([replace_name(OPENED, "a\x1b[2J\u202eb.pdf")])
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_reason_that_is_also_a_doubt_is_told_once():
    doubt = Doubt("not_found", "The rate was not found.", ("upheld_rate",))
    missing = FieldReading("upheld_rate", None, None, ReaderState.LOOK_HERE, (), (doubt,), doubt.sentence)
    text = as_table([replace(OPENED, readings=(Reading("measures-2019", (1, 3), (missing,), (), "1"),))])
    assert text.count(doubt.sentence) == 1


def test_remarks_say_what_they_are_about():
    reading = msgspec.structs.replace(READING, fields=(found("remarks", (LATE, "Nothing much."), sources=()),))
    text = as_table([replace(OPENED, readings=(reading,))])
    assert "\n        1: late remedy\n        2: about something else\n" in text
