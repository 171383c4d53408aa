"""Every value of every test letter: right, and the words under its boxes, read back independently, are what it says it read."""

from __future__ import annotations

import copy
import warnings
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.letters.ask import read_json
from tests.letters.corpus import Bundle, Letter, bundles, engine, letters
from tests.letters.judge import faults
from tests.letters.readback import leaves
from tests.letters.samples import samples

LETTERS = tuple(letters(seed=1, count=30))
BUNDLES = bundles()
Said = dict[str, list[dict[str, Any]]]


def _read(files: Sequence[Letter | Bundle], folder: Path) -> Said:
    """All of them written to disk and read by one run of the program: what it says, by name."""
    paths = [folder / f"{file.name}.pdf" for file in files]
    for file, path in zip(files, paths, strict=True):
        path.write_bytes(file.pdf())
    said: Said = {file.name: [] for file in files}
    for told in read_json(paths):
        said[Path(told["file"]).stem].append(told)
    return said


@pytest.fixture(scope="session")
def said(tmp_path_factory: pytest.TempPathFactory) -> Said:
    return _read((*LETTERS, *BUNDLES), tmp_path_factory.mktemp("letters"))


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.name)
def test_every_value_stands_where_it_is_said_to(letter: Letter, said: Said) -> None:
    _right([letter], said[letter.name], letter.pdf(), Bundle(letter.name, (letter,)).spans())


@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda bundle: bundle.name)
def test_every_letter_in_a_file_is_read_on_its_pages(bundle: Bundle, said: Said) -> None:
    _right(bundle.letters, said[bundle.name], bundle.pdf(), bundle.spans())


def test_letters_of_a_third_engine(tmp_path: Path) -> None:
    try:
        with warnings.catch_warnings(action="ignore"):
            engine("web")
    except (ImportError, OSError) as fault:
        pytest.skip(f"WeasyPrint or its libraries are not on this machine: {fault}")
    web = [replace(letter, engine="web", name=f"web-{letter.name}") for letter in LETTERS[:4]]
    for letter, told in zip(web, _read(web, tmp_path).values(), strict=True):
        _right([letter], told, letter.pdf(), Bundle(letter.name, (letter,)).spans())


def test_the_samples_are_read_right() -> None:
    places, letters_ = zip(*samples(), strict=True)
    for place, letter, told in zip(places, letters_, read_json(places), strict=True):
        _right([letter], [told], place.read_bytes(), Bundle(letter.name, (letter,)).spans())


def test_the_judge_sees_what_is_wrong(said: Said) -> None:
    (letter,) = (letter for letter in LETTERS if "singular" in letter.name)
    pages, span = leaves(letter.pdf()), Bundle(letter.name, (letter,)).spans()[0]

    def wrong(key: str, **change: object) -> list[str]:
        (told,) = copy.deepcopy(said[letter.name])
        told["fields"][key].update(change)
        return faults(told, letter, pages, span)

    fields = said[letter.name][0]["fields"]
    assert wrong("upheld_rate") == []
    # The same text at another field's place, another value, a place too many, no place at all.
    assert wrong("upheld_rate", sources=fields["compliance_rate"]["sources"])
    assert wrong("upheld_decisions", sources=fields["investigations"]["sources"])
    assert wrong("upheld_rate", value=99)
    assert wrong("upheld_rate", sources=fields["upheld_rate"]["sources"] * 2)
    assert wrong("upheld_rate", value=None, printed=None, sources=[], state="absent", reason="Not there.")
    assert wrong("reference", value="X", printed="X")


@pytest.mark.full
def test_many_letters_by_dice(tmp_path: Path) -> None:
    many = tuple(letters(seed=2, count=300))
    told = _read(many, tmp_path)
    wrong = []
    for letter in many:
        found = faults(told[letter.name][0], letter, leaves(letter.pdf()), Bundle(letter.name, (letter,)).spans()[0])
        wrong += [f"{letter.name}: {fault}" for fault in found]
    assert not wrong, "\n".join(wrong)


def _right(of: Sequence[Letter], told: list[dict[str, Any]], pdf: bytes, spans: Sequence[tuple[int, int]]) -> None:
    assert len(told) == len(of)
    pages = leaves(pdf)
    for letter, one, span in zip(of, told, spans, strict=True):
        wrong = faults(one, letter, pages, span)
        assert not wrong, "\n".join([letter.name, *wrong])
