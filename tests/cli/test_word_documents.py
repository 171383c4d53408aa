"""`ombudsview read` on a letter that was saved as a Word document: its figures, and their places on the pages that it has in print."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from ombudsview.letters.fields import FIELDS, Unit
from ombudsview.paper import word_file
from tests.letters.ask import command
from tests.letters.eras.corpus import Order, book_of
from tests.letters.eras.head import imply_start
from tests.letters.eras.ink import Ink
from tests.letters.eras.look import look_of
from tests.letters.judge import canonical

FIGURES = (Unit.COUNT, Unit.PERCENT, Unit.RATE, Unit.DATE)


@pytest.mark.skipif(word_file.office() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(("era", "seed"), [("overview-2025", 4), ("tables-2014", 1)])
def test_every_figure_of_a_word_document_is_read(era: str, seed: int, tmp_path: Path) -> None:
    pytest.importorskip("docx")
    from tests.letters.eras.word import document

    book = book_of(Order(era, "word", seed))
    imply_start(book)
    file = tmp_path / "letter.docx"
    file.write_bytes(document(tuple(book.parts), look_of(random.Random(seed)), Ink(book.keys), None))
    done = command("read", file, "--base", tmp_path / "base", "--format", "json")
    assert done.returncode == 0, done.stderr
    (letter,) = json.loads(done.stdout)
    printed = {key: answer for key, answer in book.answers.items() if answer.printed and FIELDS[key].unit in FIGURES}
    assert (letter["kind"], len(printed) > 12) == (era, True)
    for key, answer in printed.items():
        field = letter["fields"][key]
        assert canonical(FIELDS[key].unit, field["value"]) in answer.values, key
        assert field["sources"], key
        assert "".join(field["sources"][0]["text"].split()).strip(".,") in {
            "".join(words.split()) for words in answer.printed
        }
