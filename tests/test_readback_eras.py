"""Letters of every era, read by the program: told for what they are, nothing wrong without a doubt, every box on its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.letters import degrade
from tests.letters.eras.corpus import ERAS, orders
from tests.letters.eras.setters import WHEELS
from tests.letters.grade import Grade
from tests.letters.score import graded
from tests.letters.tally import total

LEGIBLE = tuple(
    name for name in degrade.CHANGES if name not in (*degrade.SCANS, "no-maps", "hidden-good", "bundled-300")
)


@pytest.fixture(scope="session")
def grades(tmp_path_factory: pytest.TempPathFactory) -> tuple[Grade, ...]:
    """Thirty letters or so, half of them changed on their way, in wordings that are open to everybody."""
    plan = tuple(orders(11, 28, engines=WHEELS, changes=LEGIBLE))
    return tuple(graded(plan, tmp_path_factory.mktemp("eras")))


@pytest.mark.parametrize("era", ERAS)
def test_a_letter_of_this_era_is_read(era: str, grades: tuple[Grade, ...]) -> None:
    some = [one for one in grades if one.era == era]
    so = total(some)
    faults = [
        f"{one.name} {mark}" for one in some for mark in one.marks if mark.verdict != "right" or mark.box == "wrong"
    ]
    assert so.kinds == so.letters == 4, [one.name for one in some if not one.kind]
    assert so.unsaid == so.wrong_boxes == so.strays == 0, "\n".join(faults)
    assert so.share >= 97, "\n".join(faults)


@pytest.mark.full
def test_three_hundred_letters(tmp_path: Path) -> None:
    so = total(graded(tuple(orders(12, 301, engines=WHEELS, changes=LEGIBLE)), tmp_path))
    assert so.unsaid == so.wrong_boxes == so.strays == 0
    assert so.share >= 99.5
