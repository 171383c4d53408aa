"""What a worker of a cluster does with one file, in this process and with the real reader."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ombudsview.errors import Verdict
from ombudsview.letters.rule import Between, Rule
from ombudsview.many import task
from ombudsview.many.one import read_file
from ombudsview.paper.worker import Worker
from ombudsview.reading.rule_data import pack
from ombudsview.reading.version import READER_VERSION
from ombudsview.reports.file_reading import FileReading
from tests.helpers.process import python
from tests.many.archive import SAMPLE


@pytest.fixture(autouse=True)
def rested() -> Iterator[None]:
    yield
    task.rest()


def job(
    name: str = "letter.pdf", path: Path = SAMPLE, reader: str = READER_VERSION, data: bytes | None = None
) -> task.Job:
    return task.Job(name, str(path), reader, None, data)


def test_a_file_is_read_as_it_is_elsewhere() -> None:
    with Worker.start(spare=False) as worker:
        here = read_file(str(SAMPLE), worker)
    assert task.read(job(str(SAMPLE))) == here
    assert task.read(job(str(SAMPLE), Path("nowhere"), data=SAMPLE.read_bytes())) == here


def test_the_name_is_that_which_was_given() -> None:
    told = task.read(job("given/as.pdf"))
    assert isinstance(told, FileReading)
    assert (told.file, told.verdict) == ("given/as.pdf", Verdict.OK)


def test_a_file_that_is_not_to_be_seen_from_here_is_missing(tmp_path: Path) -> None:
    told = task.read(job(path=tmp_path / "gone.pdf"))
    assert isinstance(told, FileReading)
    assert told.verdict is Verdict.MISSING
    assert task.look(job(path=tmp_path / "gone.pdf")) is None


def test_a_look_tells_the_hash() -> None:
    assert task.look(job()) == hashlib.sha256(SAMPLE.read_bytes()).hexdigest()


def test_another_version_says_so_instead_of_reading() -> None:
    assert task.read(job(reader="of another time")) == task.OtherReader(READER_VERSION)


def test_questions_and_answers_can_travel() -> None:
    told = task.read(job())
    for thing in (job(), told, task.OtherReader("x")):
        assert pickle.loads(pickle.dumps(thing)) == thing


def test_the_package_is_wanted_only_for_a_cluster(tmp_path: Path) -> None:
    """Neither a run on this machine nor the part that runs in workers imports it."""
    done = python(
        "import sys\n"
        "sys.modules['distributed'] = sys.modules['dask'] = None\n"
        "from ombudsview.many import task\n"
        "from ombudsview.cli import asked, reading\n"
        "sys.exit(reading.main(asked.parse(['read', sys.argv[1], '--jobs', '2', '--resume', sys.argv[2]])))",
        str(SAMPLE),
        str(tmp_path / "results"),
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_without_the_package_one_sentence_says_what_to_install() -> None:
    done = python(
        "import sys\n"
        "sys.modules['distributed'] = None\n"
        "from ombudsview.cli import asked, reading\n"
        "sys.exit(reading.main(asked.parse(['read', sys.argv[1], '--scheduler', 'tcp://127.0.0.1:1'])))",
        str(SAMPLE),
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "pip install 'ombudsview[cluster]'" in done.stderr


def test_the_officers_rules_go_with_the_file() -> None:
    rule = Rule(
        "upheld_rate_similar",
        Between(after="of complaints we investigated were upheld"),
        kind="measures-2019",
        instead=True,
    )
    values = []
    for rules in ((), (rule,)):
        told = task.read(replace(job(), rules=pack(rules)))
        assert isinstance(told, FileReading)
        field = told.readings[0].field(rule.key)
        assert field is not None
        values.append(field.value)
    assert values[0] != values[1] == "57"
