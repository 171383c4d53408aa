"""What is packed comes out again; damaged bytes are a sentence for the officer and never more."""

from __future__ import annotations

import zlib

import pytest

from ombudsview.errors import Trouble
from ombudsview.history import packed
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Paper, Sheet, Word
from ombudsview.reading.model import Reading

PAPER = Paper("0" * 64, (Sheet(595.0, 842.0, 0, (Word("57%", Box(1.0, 2.0, 3.0, 4.0), 0),)),))
READING = Reading("measures-2019", (1, 2), (), (), "1")


def test_what_is_packed_comes_out_again() -> None:
    assert packed.unpack_paper(packed.pack_paper(PAPER).body) == PAPER
    assert packed.unpack_reading(packed.pack_reading(READING)) == READING


@pytest.mark.parametrize("place", [0, 2, -1])
def test_damaged_bytes_are_told(place: int) -> None:
    body = bytearray(packed.pack_reading(READING))
    body[place] ^= 0xFF
    with pytest.raises(Trouble) as told:
        packed.unpack_reading(bytes(body))
    assert told.value.code == "letter_damaged"


def test_what_is_cut_off_or_something_else_is_told() -> None:
    for body in (b"", packed.pack_reading(READING)[:-3], zlib.compress(b"no reading"), packed.pack_paper(PAPER).body):
        with pytest.raises(Trouble):
            packed.unpack_reading(body)


def test_what_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "LARGEST", 1000)
    with pytest.raises(Trouble):
        packed.unpack_paper(zlib.compress(b"\0" * 100_000))


def test_a_re_saved_letter_is_known_whether_its_soft_hyphens_were_kept_or_not() -> None:
    before, after = (
        Paper("0" * 64, (Sheet(595.0, 842.0, 0, tuple(Word(text, Box(1, 2, 3, 4), 0) for text in texts)),))
        for texts in (("reme", "dies"), ("reme\u00ad", "dies"))
    )
    assert packed.text_hash(before) == packed.text_hash(after)
