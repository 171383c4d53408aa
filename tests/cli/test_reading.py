"""Letters read in this process, with a reader that says what it is told to: exit codes, what is printed where."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from ombudsview.cli import reading
from ombudsview.cli.asked import parse
from ombudsview.errors import Trouble, Verdict
from ombudsview.paper.frames import Opened
from ombudsview.paper.paper import Paper, Sheet
from ombudsview.reading.brief import encode
from ombudsview.reading.read import read_letters
from tests.paper.handmade import sheet
from tests.reading.made import letter

PDF = b"%PDF-1.7\n"


@dataclass
class Reader:
    """Opens everything that is given to it, unless its bytes name a verdict; prints the same letter in all."""

    passwords: list[str | None] = field(default_factory=list)
    started: int = 0
    closed: int = 0
    sheets: tuple[Sheet, ...] = ()
    _sha256: str = ""

    def start(self, *, spare: bool) -> Reader:
        assert not spare, "a second process is of no use without a window"
        self.started += 1
        return self

    def close(self) -> None:
        self.closed += 1

    def open(self, data: bytes, password: str | None = None, *, allow_large: bool = False) -> Opened:
        self.passwords.append(password)
        verdict = data.removeprefix(PDF).decode()
        if verdict and not Verdict(verdict).opened:
            raise Trouble(verdict, "It went wrong.", "Do something.")
        self.sheets = (sheet(),) if verdict == "no_text" else letter().sheets
        self._sha256 = hashlib.sha256(data).hexdigest()
        sizes = tuple((one.width, one.height) for one in self.sheets)
        opened = Verdict.REPAIRED if verdict == "repaired" else Verdict.OK
        return Opened(opened, self._sha256, sizes, ())

    def open_and_read(self, data: bytes, sha256: str, password: str | None, rules: bytes) -> tuple[Opened, bytes]:
        opened = self.open(data, password, allow_large=True)
        assert (opened.sha256, rules) == (sha256, b"")
        paper = Paper(self._sha256, self.sheets)
        return opened, encode(paper, read_letters(paper))


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    reader = Reader()
    monkeypatch.setattr(reading, "Worker", reader)
    return reader


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    """A file for each way that it can go."""
    named = {
        "good": "",
        "repaired": "repaired",
        "pictures": "no_text",
        "locked": "password",
        "hung": "timed_out",
        "dead": "crashed",
    }
    for name, verdict in named.items():
        (tmp_path / f"{name}.pdf").write_bytes(PDF + verdict.encode())
    (tmp_path / "empty.pdf").touch()
    (tmp_path / "words.pdf").write_text("no PDF at all")
    return {path.stem: str(path) for path in tmp_path.iterdir()} | {
        "gone": str(tmp_path / "gone.pdf"),
        "folder": str(tmp_path),
    }


def run(*arguments: str) -> int:
    return reading.main(parse(["read", *arguments]))


def test_all_well_is_0(reader: Reader, files: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    names = [files[name] for name in ("good", "repaired", "pictures")]
    assert run(*names, "--format", "json") == 0
    said = capsys.readouterr()
    told = json.loads(said.out)
    assert [(one["file"], one["verdict"], one["trouble"]) for one in told] == [
        (names[0], "ok", None),
        (names[1], "repaired", None),
        (names[2], "no_text", None),
    ]
    assert told[0]["fields"]["upheld_rate"]["value"] == 57
    assert told[0]["sha256"] == hashlib.sha256(PDF).hexdigest()
    assert said.err == ""
    assert (reader.started, reader.closed) == (1, 1)


TROUBLES = {
    "locked": "password", "hung": "timed_out", "dead": "crashed",
    "empty": "empty", "words": "not_pdf", "gone": "missing", "folder": "not_pdf",
}  # fmt: skip


@pytest.mark.parametrize("name", TROUBLES)
def test_one_trouble_is_1_and_the_others_are_read(
    name: str, reader: Reader, files: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(files["good"], files[name], files["good"], "--format", "json") == 1
    before, trouble, after = json.loads(capsys.readouterr().out)
    assert trouble["verdict"] == TROUBLES[name]
    assert trouble["trouble"].endswith(".")
    assert trouble["fields"] == {}
    assert before == after
    assert before["verdict"] == "ok"


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_every_format_ends_with_one_line_feed_and_the_same_exit_code(
    form: str, reader: Reader, files: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(files["good"], "--format", form) == 0
    out = capsys.readouterr().out
    assert out.endswith("\n")
    assert not out.endswith("\n\n")
    assert run(files["good"], files["gone"], "--format", form) == 1


def test_lines_are_printed_as_soon_as_they_are_known(
    files: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Last(Reader):
        def open(self, data: bytes, password: str | None = None, *, allow_large: bool = False) -> Opened:
            if self.passwords:
                seen.append(capsys.readouterr().out)
            return super().open(data, password, allow_large=allow_large)

    seen: list[str] = []
    monkeypatch.setattr(reading, "Worker", Last())
    assert run(files["good"], files["repaired"], "--format", "jsonl") == 0
    assert [json.loads(line)["verdict"] for line in seen[0].splitlines()] == ["ok"]


@pytest.mark.parametrize(
    ("verdict", "pages"), [("timed_out", " (2 pages)"), ("crashed", " (2 pages)"), ("password", "")]
)
def test_a_file_that_opened_and_could_not_be_read_tells_its_pages(
    verdict: str, pages: str, files: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Failing(Reader):
        def open_and_read(self, data: bytes, sha256: str, password: str | None, rules: bytes) -> tuple[Opened, bytes]:
            raise Trouble(verdict, "It went wrong.", "Do something.")

    monkeypatch.setattr(reading, "Worker", Failing())
    assert run(files["good"], files["dead"]) == 1
    good, dead = capsys.readouterr().out.split("\n\n")
    assert good.splitlines() == [f"{files['good']}{pages}", "  ! It went wrong. Do something."]
    assert dead.splitlines() == [files["dead"], "  ! It went wrong. Do something."], (
        "one that did not open has none to tell"
    )


def test_a_reader_that_lies_is_a_trouble(
    files: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Liar(Reader):
        def open_and_read(self, data: bytes, sha256: str, password: str | None, rules: bytes) -> tuple[Opened, bytes]:
            opened, _ = super().open_and_read(data, sha256, password, rules)
            paper = Paper("0" * 64, self.sheets)
            return opened, encode(paper, read_letters(paper))

    monkeypatch.setattr(reading, "Worker", Liar())
    assert run(files["good"], "--format", "json") == 1
    [told] = json.loads(capsys.readouterr().out)
    assert (told["verdict"], told["fields"]) == ("crashed", {})


@pytest.mark.parametrize(
    ("text", "password"),
    [
        (b"Tarn & Vale 7\nnot this\n", "Tarn & Vale 7"),
        (b"windows\r\n", "windows"),
        (b" spaces stay \n", " spaces stay "),
        ("\ufeffmarked\n".encode(), "marked"),
        ("pässwörd".encode(), "pässwörd"),
        (b"", ""),
    ],
)
def test_the_password_is_the_first_line(
    text: bytes,
    password: str,
    reader: Reader,
    files: dict[str, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "password").write_bytes(text)
    assert run(files["good"], files["repaired"], "--password-file", str(tmp_path / "password")) == 0
    assert reader.passwords == [password, password]
    assert password.strip() not in capsys.readouterr().out or not password


@pytest.mark.parametrize("text", [None, b"\xff\xfe\xd0 in no language"])
def test_a_password_file_that_cannot_be_read_is_wrong_usage(
    text: bytes | None, reader: Reader, files: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if text is not None:
        (tmp_path / "password").write_bytes(text)
    assert run(files["good"], "--password-file", str(tmp_path / "password")) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "password file cannot be read" in said.err
    assert reader.started == 0
