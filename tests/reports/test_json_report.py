import json
from dataclasses import replace

import msgspec
import pytest

from ombudsview.letters.fields import Unit
from ombudsview.reports.json_report import as_json, as_jsonl, as_line, json_value
from tests.letters.test_remarks import LATE, PRAISE
from tests.reports.samples import BUNDLE, MISSING, OPENED, READING, found, replace_name

LETTER_KEYS = ["file", "sha256", "kind", "pages", "verdict", "trouble", "fields", "doubts"]
FIELD_KEYS = ["value", "unit", "printed", "state", "sources", "doubts", "reason"]


@pytest.fixture
def letter():
    return json.loads(as_json([OPENED]))[0]


def test_letters_are_grouped_by_file_in_the_order_given():
    letters = json.loads(as_json([BUNDLE, MISSING, OPENED]))
    assert [(one["file"], one["kind"]) for one in letters] == [
        ("pack.pdf", "measures-2019"),
        ("pack.pdf", None),
        ("gone.pdf", None),
        ("a.pdf", "measures-2019"),
    ]
    assert [list(one) for one in letters] == [LETTER_KEYS] * 4


def test_a_file_that_is_not_there_is_one_object_with_its_trouble():
    assert json.loads(as_json([MISSING])) == [
        {
            "file": "gone.pdf",
            "sha256": None,
            "kind": None,
            "pages": None,
            "verdict": "missing",
            "trouble": "There is no such file.",
            "fields": {},
            "doubts": [],
        }
    ]


def test_every_field_has_the_whole_shape_and_the_order_of_the_kind(letter):
    assert list(letter["fields"]) == [field.key for field in READING.fields]
    assert [list(field) for field in letter["fields"].values()] == [FIELD_KEYS] * len(READING.fields)
    assert letter["pages"] == [2, 4]


def test_remarks_are_marked_by_kind_one_by_one():
    remarks = found("remarks", (LATE, "Nothing much.", PRAISE), sources=())
    reading = msgspec.structs.replace(READING, fields=(remarks,))
    fields = json.loads(as_json([replace(OPENED, readings=(reading,))]))[0]["fields"]
    assert list(fields["remarks"]) == [*FIELD_KEYS, "kinds"]
    assert fields["remarks"]["kinds"] == [["late_remedy"], [], ["praise"]]


@pytest.mark.parametrize(
    ("key", "value", "unit", "printed"),
    [
        ("upheld_decisions", 1400, "count", "1,400"),
        ("upheld_rate", 100, "percent", "100%"),
        ("compliance_rate", 68.8, "percent", "68.8%"),
        ("period_end", "2020-03-31", "date", "31/03/20"),
        ("addressees", ["Ann Other", "Bo Thing"], "text", ["Ann Other", "Bo Thing"]),
        ("investigations", 0, "count", None),
        ("upheld_rate_similar", None, "percent", None),
    ],
)
def test_values_have_the_type_of_their_unit(letter, key, value, unit, printed):
    field = letter["fields"][key]
    assert (field["value"], type(field["value"]), field["unit"], field["printed"]) == (
        value,
        type(value),
        unit,
        printed,
    )


def test_whole_numbers_are_written_without_a_point():
    assert '"value": 100,' in as_json([OPENED])
    assert '"value": 1400,' in as_json([OPENED])


def test_what_is_not_there_has_a_reason_and_no_source(letter):
    field = letter["fields"]["upheld_rate_similar"]
    assert (field["state"], field["sources"], field["reason"]) == ("absent", [], "The letter gives no average.")


def test_worked_out_has_a_value_but_no_source(letter):
    field = letter["fields"]["investigations"]
    assert (field["state"], field["value"], field["sources"]) == ("worked_out", 0, [])
    assert field["reason"]


def test_a_source_has_page_rounded_boxes_and_text(letter):
    assert letter["fields"]["authority"]["sources"] == [
        {"page": 1, "boxes": [[10.0, 20.0, 30.12, 41.0], [32.0, 20.0, 60.0, 41.0]], "text": "=Sum District Council"}
    ]
    assert [source["page"] for source in letter["fields"]["period_end"]["sources"]] == [3, 2]


def test_a_doubt_about_a_field_stands_on_the_field_and_on_the_letter(letter):
    doubt = {"code": "remedy_base", "sentence": "The bases differ.", "keys": ["remedy_base", "upheld_decisions"]}
    assert letter["fields"]["remedy_base"]["doubts"] == [doubt]
    assert letter["doubts"] == [
        {"code": "two_letters", "sentence": "Two letters may be joined here.", "keys": []},
        doubt,
    ]


def test_jsonl_is_one_line_a_letter_and_says_the_same():
    lines = as_jsonl(BUNDLE).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(as_json([BUNDLE]))
    assert as_jsonl(MISSING).endswith("}\n")


def test_a_line_is_written_as_json_itself_writes_it():
    odd = {
        "file": 'a "b" \\ c\td\x1f\x7f\u2028é\U0001f600',
        "pages": [1, 2],
        "x": [0.1, 72.0, -3.25, 7, True, None],
        "fields": {},
    }
    assert as_line(odd) == json.dumps(odd, ensure_ascii=False)
    unknown = {"file": "caf\udce9.pdf"}
    assert as_line(unknown) == json.dumps(unknown, ensure_ascii=False)


def test_no_files_are_an_empty_array():
    assert json.loads(as_json([])) == []


def test_a_file_name_that_is_no_utf8_survives():
    name = b"caf\xe9.pdf".decode("utf-8", "surrogateescape")
    text = as_json([replace_name(OPENED, name)])
    assert json.loads(text.encode("utf-8"))[0]["file"] == name


@pytest.mark.parametrize(("unit", "value"), [(Unit.RATE, "11"), (Unit.DAYS, "24.6"), (Unit.PERCENT, "0")])
def test_rates_and_days_are_numbers(unit, value):
    assert json_value(unit, value) == float(value)
    assert not isinstance(json_value(unit, value), str)
