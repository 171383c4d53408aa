"""A short answer says of the letters what the whole one says, and is believed no more."""

from __future__ import annotations

import msgspec
import pytest

from ombudsview.errors import Trouble
from ombudsview.paper.geometry import Box
from ombudsview.paper.worker import Worker
from ombudsview.reading import answer, brief
from ombudsview.reading.brief import Brief
from tests.many.archive import SAMPLE
from tests.paper.handmade import paper, sheet, typed_paper
from tests.reading.made import letter, reading

SIZES = tuple((one.width, one.height) for one in letter().sheets)
GOOD = Brief("ab" * 32, (reading(letter()),), True, ())


def _decoded(one: Brief) -> Brief:
    return brief.decode(msgspec.msgpack.encode(one), "ab" * 32, SIZES)


def test_the_reader_says_the_same_in_short() -> None:
    with Worker.start(spare=False) as worker:
        data = SAMPLE.read_bytes()
        opened = worker.open(data)
        whole = answer.decode(worker.read(), opened.sha256, opened.sizes)
        again, payload = worker.open_and_read(data, opened.sha256, None, b"")
        assert again == opened
    short = brief.decode(payload, opened.sha256, opened.sizes)
    assert (short.readings, short.has_text, short.unclear) == (whole.readings, True, ())
    assert len(payload) < len(answer.encode(whole)) / 2


def test_what_is_packed_comes_out() -> None:
    assert brief.decode(brief.encode(letter(), GOOD.readings), "ab" * 32, SIZES) == GOOD


def test_pages_that_want_recognition_are_told() -> None:
    picture = msgspec.structs.replace(sheet(), pictured=1.0)
    told = brief.encode(paper(typed_paper("Some words\nthat stand here").sheets[0], picture), ())
    assert brief.decode(told, "ab" * 32, ((595.0, 842.0),) * 2).unclear == (1,)


def _moved(box: Box) -> Brief:
    first = GOOD.readings[0].fields[0]
    source = msgspec.structs.replace(first.sources[0], boxes=(box,))
    field = msgspec.structs.replace(first, sources=(source,))
    return msgspec.structs.replace(GOOD, readings=(msgspec.structs.replace(GOOD.readings[0], fields=(field,)),))


@pytest.mark.parametrize(
    "lie",
    [
        msgspec.structs.replace(GOOD, sha256="cd" * 32),
        msgspec.structs.replace(GOOD, unclear=(2,)),
        msgspec.structs.replace(GOOD, unclear=(-1,)),
        msgspec.structs.replace(GOOD, unclear=(0,) * 3),
        _moved(Box(0.0, 0.0, 1e6, 10.0)),
        _moved(Box(float("nan"), 0.0, 10.0, 10.0)),
        msgspec.structs.replace(GOOD, readings=GOOD.readings * 501),
    ],
    ids=["document", "page", "negative", "pages", "outside", "nan", "readings"],
)
def test_lies_are_a_crash(lie: Brief) -> None:
    assert _decoded(GOOD) == GOOD
    with pytest.raises(Trouble) as told:
        _decoded(lie)
    assert told.value.code == "crashed"
