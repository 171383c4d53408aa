"""The officer's rules go to the reader process as data, and what is no rule is refused there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ombudsview.errors import Trouble, Verdict
from ombudsview.letters.rule import Between, Rule
from ombudsview.paper.worker import Worker
from ombudsview.reading import answer, rule_data
from tests.letters.corpus import letters

RULE = Rule(
    "upheld_rate_similar",
    Between(after="of complaints we investigated were upheld"),
    kind="measures-2019",
    instead=True,
)


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker.start(spare=False) as worker:
        yield worker


def test_a_letter_is_read_with_the_rules_that_are_sent_along(worker: Worker) -> None:
    letter = next(iter(letters(seed=5, count=1)))
    opened = worker.open(letter.pdf())
    [plain] = answer.decode(worker.read(), opened.sha256, opened.sizes).readings
    [taught] = answer.decode(worker.read(rules=rule_data.pack((RULE,))), opened.sha256, opened.sizes).readings
    rate, before, after = plain.field("upheld_rate"), plain.field(RULE.key), taught.field(RULE.key)
    assert rate is not None
    assert before is not None
    assert after is not None
    assert (after.value, after.sources[0]) == (rate.value, rate.sources[0])
    assert after.value != before.value
    assert after.reason is not None
    assert after.reason.startswith("Read by your own rule")


def test_the_process_does_not_go_on_with_what_is_no_rule(worker: Worker) -> None:
    worker.open(next(iter(letters(seed=5, count=1))).pdf())
    with pytest.raises(Trouble) as caught:
        worker.read(rules=b"\x91\x81\xa5field\xa3(a+")
    assert caught.value.code == Verdict.CRASHED
    assert worker.read()
