"""The public contract of `ombudsview read`, field by field, through the real command line and the real reader process."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from ombudsview.letters.fields import FIELDS
from ombudsview.letters.measures_2019 import MEASURES_2019
from tests.letters import pages
from tests.letters.ask import command
from tests.letters.corpus import Bundle, Letter, letters
from tests.letters.fillers import MINUTES, paper, picture
from tests.letters.truth import expected

LETTER_KEYS = ["file", "sha256", "kind", "pages", "verdict", "trouble", "fields", "doubts"]
FIELD_KEYS = ["value", "unit", "printed", "state", "sources", "doubts", "reason"]
CSV_COLUMNS = [
    "file",
    "letter",
    "key",
    "item",
    "source",
    "value",
    "unit",
    "printed",
    "state",
    "page",
    "x0",
    "y0",
    "x1",
    "y1",
]
PASSWORD = "Tarn & Vale 7"
SOME = {letter.name[5:].partition("-drawn")[0].partition("-flowed")[0]: letter for letter in letters(seed=1, count=20)}
PLAIN, TWO, PARK, SAID = SOME["plain"], SOME["two-on-a-line"], SOME["national-park"], SOME["nothing-said"]
BUNDLE = Bundle("bundle", (paper(MINUTES), PLAIN, PARK))
OPENED = ("plain", "two", "park", "said", "bundle", "minutes", "picture", "repaired")
TROUBLED = ("locked", "text", "empty", "missing")
Object = dict[str, Any]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every sort of file that may be given, under the names above; `missing.pdf` is not there."""
    folder = tmp_path_factory.mktemp("contract")
    contents = {
        "plain": PLAIN.pdf(),
        "two": TWO.pdf(),
        "park": PARK.pdf(),
        "said": SAID.pdf(),
        "bundle": BUNDLE.pdf(),
        "minutes": paper(MINUTES, 2),
        "picture": picture(),
        "repaired": PLAIN.pdf().replace(b"startxref", b"startxxxx"),
        "locked": pages.locked(TWO.pdf(), PASSWORD),
        "text": b"Dear Sir or Madam, this is no PDF.\n",
        "empty": b"",
    }
    for name, content in contents.items():
        (folder / f"{name}.pdf").write_bytes(content)
    (folder / "password").write_text(PASSWORD + "\nnot this line\n", encoding="utf-8")
    (folder / "wrong").write_text("open sesame\n", encoding="utf-8")
    return folder


def _read(
    folder: Path, *names: str, form: str = "json", options: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[str]:
    return command("read", *(folder / f"{name}.pdf" for name in names), "--format", form, *options)


@pytest.fixture(scope="module")
def done(folder: Path) -> subprocess.CompletedProcess[str]:
    # Whether recognition is installed must make no difference here; tests/cli/test_pictures.py has it.
    return _read(folder, *OPENED, *TROUBLED, options=("--no-ocr",))


@pytest.fixture(scope="module")
def told(done: subprocess.CompletedProcess[str]) -> list[Object]:
    said: list[Object] = json.loads(done.stdout)
    return said


def _of(told: list[Object], name: str) -> Object:
    (one,) = [one for one in told if Path(one["file"]).stem == name]
    return one


def test_the_array_goes_by_file_in_the_order_given(told: list[Object], folder: Path) -> None:
    order = [name for name in (*OPENED, *TROUBLED) for _ in range(2 if name == "bundle" else 1)]
    assert [one["file"] for one in told] == [str(folder / f"{name}.pdf") for name in order]


def test_every_object_has_the_same_keys(told: list[Object]) -> None:
    for one in told:
        assert list(one) == LETTER_KEYS
        for key, field in one["fields"].items():
            assert list(field) == FIELD_KEYS
            assert field["unit"] == FIELDS[key].unit


def test_a_letter_gives_every_field_of_its_kind(told: list[Object]) -> None:
    for name in ("plain", "two", "park", "said", "repaired"):
        one = _of(told, name)
        assert one["kind"] == "measures-2019"
        assert list(one["fields"]) == [entry.key for entry in MEASURES_2019.entries]


def test_the_hash_is_that_of_the_file(told: list[Object], folder: Path) -> None:
    for name in (*OPENED, "locked"):
        content = folder / f"{name}.pdf"
        hashes = {one["sha256"] for one in told if one["file"] == str(content)}
        assert hashes == {hashlib.sha256(content.read_bytes()).hexdigest()}
    assert _of(told, "missing")["sha256"] is None


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("plain", "ok"),
        ("minutes", "ok"),
        ("picture", "no_text"),
        ("repaired", "repaired"),
        ("locked", "password"),
        ("text", "not_pdf"),
        ("empty", "empty"),
        ("missing", "missing"),
    ],
)
def test_the_verdict_says_what_became_of_the_file(told: list[Object], name: str, verdict: str) -> None:
    one = _of(told, name)
    assert one["verdict"] == verdict
    if name in TROUBLED:
        assert one["trouble"].endswith(".")
        assert (one["kind"], one["pages"], one["fields"]) == (None, None, {})
    else:
        assert one["trouble"] is None


def test_values_have_the_types_of_their_units(told: list[Object]) -> None:
    fields = _of(told, "two")["fields"]
    assert fields["upheld_decisions"]["value"] == 4
    assert fields["upheld_rate"]["value"] == 57
    assert fields["upheld_rate"]["printed"] == "57%"
    assert fields["period_start"]["value"] == "2019-04-01"
    assert fields["authority"]["value"] == "Wraxmere District Council"
    assert fields["addressees"]["value"] == ["Mrs Thistlewood", "Mr O'Garra"]
    assert fields["addressees"]["printed"] == ["Mrs Thistlewood", "Mr O'Garra"]
    assert [source["text"] for source in fields["addressees"]["sources"]] == ["Mrs Thistlewood", "Mr O'Garra"]


def test_decimals_and_thousands_are_json_numbers(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "large.pdf").write_bytes(SOME["thousands"].pdf())
    fields = json.loads(_read(tmp_path, "large").stdout)[0]["fields"]
    assert (fields["upheld_rate"]["value"], fields["upheld_rate"]["printed"]) == (68.8, "68.8%")
    assert (fields["upheld_decisions"]["value"], fields["upheld_decisions"]["printed"]) == (1234, "1,234")


@pytest.mark.parametrize(("name", "letter"), [("plain", PLAIN), ("park", PARK), ("said", SAID)])
def test_what_is_not_printed_has_a_reason_and_no_place(told: list[Object], name: str, letter: Letter) -> None:
    fields = _of(told, name)["fields"]
    absent = [key for key, value in expected(letter.facts).items() if value is None]
    assert absent
    for key in absent:
        field = fields[key]
        assert (field["printed"], field["sources"]) == (None, [])
        assert field["reason"].strip()
        if field["value"] is not None:
            assert field["state"] == "worked_out"
        else:
            assert field["state"] in ("absent", "look_here")


def test_a_source_is_a_page_boxes_and_text(told: list[Object]) -> None:
    for one in told:
        for field in one["fields"].values():
            for source in field["sources"]:
                assert list(source) == ["page", "boxes", "text"]
                assert one["pages"][0] <= source["page"] <= one["pages"][1] if one["pages"] else source["page"] >= 1
                assert len(source["boxes"]) == len(source["text"].split())
                for x0, y0, x1, y1 in source["boxes"]:
                    assert x0 < x1
                    assert y0 < y1


def test_doubts_name_their_fields_and_stand_on_them(told: list[Object]) -> None:
    assert any(one["doubts"] for one in told)
    for one in told:
        for doubt in one["doubts"]:
            assert list(doubt) == ["code", "sentence", "keys"]
            for key in doubt["keys"]:
                assert doubt in one["fields"][key]["doubts"]
        for field in one["fields"].values():
            assert all(doubt in one["doubts"] for doubt in field["doubts"])
            assert field["doubts"] or field["state"] != "look_here"


def test_several_letters_in_a_file_are_several_objects(told: list[Object], folder: Path) -> None:
    both = [one for one in told if one["file"] == str(folder / "bundle.pdf")]
    assert [one["pages"] for one in both] == [list(span) for span in BUNDLE.spans()]
    assert [one["fields"]["authority"]["value"] for one in both] == [letter.facts.council for letter in BUNDLE.letters]
    assert both[0]["sha256"] == both[1]["sha256"]


@pytest.mark.parametrize("name", ["minutes", "picture"])
def test_what_is_no_letter_opens_all_the_same_and_says_so(told: list[Object], name: str) -> None:
    one = _of(told, name)
    assert (one["kind"], one["pages"], one["trouble"]) == (None, None, None)
    assert one["doubts"]
    assert all(field["value"] is None or field["sources"] for field in one["fields"].values())


def test_exit_is_one_when_any_file_has_a_trouble(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_exit_is_nought_when_every_file_was_opened(folder: Path) -> None:
    assert _read(folder, *OPENED).returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("read",),
        ("read", "--format", "xml", "a.pdf"),
        ("read", "a.pdf", "--password-file", "there/is/none"),
        ("--nonsense",),
    ],
)
def test_exit_is_two_for_wrong_usage(arguments: tuple[str, ...]) -> None:
    done = command(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_the_password_file_opens_what_is_locked_and_leaves_the_rest(folder: Path) -> None:
    done = _read(folder, "locked", "plain", options=("--password-file", str(folder / "password")))
    assert done.returncode == 0
    told = json.loads(done.stdout)
    assert [one["verdict"] for one in told] == ["ok", "ok"]
    assert told[0]["fields"]["addressees"]["value"] == ["Mrs Thistlewood", "Mr O'Garra"]
    assert PASSWORD not in done.stdout + done.stderr


def test_a_wrong_password_is_a_trouble(folder: Path) -> None:
    done = _read(folder, "locked", options=("--password-file", str(folder / "wrong")))
    assert done.returncode == 1
    assert json.loads(done.stdout)[0]["verdict"] == "password"


def test_jsonl_is_the_same_objects_a_line_each(folder: Path, told: list[Object]) -> None:
    done = _read(folder, *OPENED, *TROUBLED, form="jsonl")
    assert done.returncode == 1
    assert [json.loads(line) for line in done.stdout.splitlines()] == told


def test_csv_is_long_with_a_row_for_each_box(folder: Path, told: list[Object]) -> None:
    rows = list(csv.DictReader(io.StringIO(_read(folder, "two", "bundle", "missing", form="csv").stdout)))
    assert list(rows[0]) == CSV_COLUMNS
    fields = _of(told, "two")["fields"]
    for key, field in fields.items():
        mine = [row for row in rows if row["file"].endswith("two.pdf") and row["key"] == key]
        boxes = [box for source in field["sources"] for box in source["boxes"]]
        assert len(mine) == max(1, len(boxes)), key
        placed = [[float(row[side]) for side in ("x0", "y0", "x1", "y1")] for row in mine if row["x0"]]
        assert placed == boxes
        assert {row["state"] for row in mine} == {field["state"]}
    rate = next(row for row in rows if row["key"] == "upheld_rate")
    assert (rate["value"], rate["unit"], rate["printed"]) == ("57", "percent", "57%")
    assert len({row["letter"] for row in rows if row["file"].endswith("bundle.pdf")}) == 2


def test_the_table_is_for_people(folder: Path) -> None:
    done = command("read", folder / "two.pdf", folder / "missing.pdf")
    assert done.returncode == 1
    assert "Wraxmere District Council" in done.stdout
    assert "57%" in done.stdout
    assert "missing.pdf" in done.stdout
