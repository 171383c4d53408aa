"""No promise without its proof, and no proof that is not there."""

from __future__ import annotations

import pytest

from tests.promises.every import EVERY
from tests.promises.promise import Promise, is_test, states


@pytest.mark.parametrize("promise", EVERY, ids=lambda promise: promise.words[:60])
def test_each_promise_is_shown_or_says_why_not(promise: Promise) -> None:
    assert promise.tests or promise.pictures or promise.otherwise
    assert promise.missing == []


def test_no_promise_stands_twice() -> None:
    assert len({promise.words for promise in EVERY}) == len(EVERY) > 80


def test_a_proof_that_is_not_there_would_be_seen() -> None:
    assert is_test("promises/test_promises.py::test_no_promise_stands_twice")
    assert not is_test("promises/test_promises.py::test_that_nobody_wrote")
    assert not is_test("promises/nowhere.py::test_no_promise_stands_twice")
    assert {"2-letter", "e-keys", "q3-summary"} <= states()
    assert "no such picture" not in states()
    assert Promise("x", "y", tests=("promises/nowhere.py::test_z",), pictures=("nothing",)).missing == [
        "promises/nowhere.py::test_z",
        "nothing",
    ]
