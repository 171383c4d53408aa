"""A rule on trial: what it would do to each letter that is kept, said before it is done, and nothing changed."""

from __future__ import annotations

from collections.abc import Sequence

from ombudsview.letters.fields import Value
from ombudsview.letters.rule import Between, Rule
from ombudsview.reading.read import read_letters
from ombudsview.reading.trial import Outcome, Stored, Trial, Tried, best, try_each
from tests.paper.handmade import typed_paper
from tests.reading.made import BLOCKS, LETTER, changed

KIND = "measures-2019"
SENTENCE = "57% of complaints we investigated were upheld."
RULE = Rule("upheld_rate", Between(after="of the cases ended"), kind=KIND)
NEW = "{} of the cases ended well."


def stored(sentence: str, recorded: Value | None, kind: bool = True) -> tuple[Stored, Value | None]:
    """A letter of the record, and the field's final value."""
    paper = typed_paper(LETTER, changed(BLOCKS, {SENTENCE: sentence})) if kind else typed_paper(sentence)
    [reading] = read_letters(paper)
    return Stored("name", "Wraxmere, 2019-20", paper, reading), recorded


def tried(rule: Rule, letter: tuple[Stored, Value | None]) -> Tried:
    [one] = try_each((rule,), letter[0], {rule.key: letter[1]})
    return one


def trial(rule: Rule, letters: Sequence[tuple[Stored, Value | None]]) -> Trial:
    return Trial(rule, tuple(tried(rule, letter) for letter in letters))


def outcome(rule: Rule, letter: tuple[Stored, Value | None]) -> Outcome:
    return tried(rule, letter).outcome


def test_what_a_rule_does_in_each_letter() -> None:
    assert outcome(RULE, stored(NEW.format("57%"), "57")) is Outcome.SAME
    assert outcome(RULE, stored(NEW.format("57%"), None)) is Outcome.FOUND
    assert outcome(RULE, stored(NEW.format("57%"), "56")) is Outcome.CHANGED
    assert outcome(RULE, stored(f"{SENTENCE} {NEW.format('43%')}", "57")) is Outcome.AGAINST
    assert outcome(RULE, stored(f"{NEW.format('43%')} {NEW.format('44%')}", None)) is Outcome.UNSURE
    assert outcome(RULE, stored(SENTENCE, "57")) is Outcome.NOTHING
    assert outcome(RULE, stored(NEW.format("57%"), "57", kind=False)) is Outcome.OTHER_KIND


def test_a_rule_asked_instead_changes_what_the_finders_found() -> None:
    instead = Rule(RULE.key, RULE.anchor, kind=KIND, instead=True)
    assert outcome(instead, stored(f"{SENTENCE} {NEW.format('43%')}", "57")) is Outcome.CHANGED


def test_a_trial_tells_what_was_and_what_would_be_and_changes_nothing() -> None:
    letter = stored(NEW.format("57%"), "56")
    before = letter[0].reading
    one = tried(RULE, letter)
    assert (one.recorded, one.finds, one.printed) == ("56", "57", "57%")
    assert [place.text for place in one.sources] == ["57%"]
    assert letter[0].reading == before == read_letters(letter[0].paper)[0]


def test_what_a_trial_says() -> None:
    letters = [stored(NEW.format("57%"), "57"), stored(NEW.format("57%"), None), stored(NEW.format("57%"), "1")]
    assert (
        trial(RULE, letters[:2]).sentence
        == "Tried on 2 letters: it finds “Upheld rate” as recorded in 1, and newly in 1."
    )
    assert trial(RULE, letters).sentence.endswith(
        "In 1 letter it finds something else than is recorded: look at these first."
    )
    assert trial(RULE, letters[:2]).is_safe
    assert not trial(RULE, letters).is_safe
    assert "No letter" in trial(RULE, []).sentence


def test_words_broken_or_bent_in_a_letter_are_still_looked_for() -> None:
    bent = NEW.format("57%").replace("cases ended", "case en-\nded")
    assert outcome(RULE, stored(bent, None)) is Outcome.FOUND


def test_the_rule_to_propose_contradicts_nothing_and_finds_most() -> None:
    letters = [stored(NEW.format("57%"), "57"), stored("57% of the cases ended badly.", "57")]
    narrow = Rule("upheld_rate", Between(after="of the cases ended well"), kind=KIND)
    wrong = Rule("upheld_rate", Between(after="in similar authorities"), kind=KIND)
    trials = [trial(rule, letters) for rule in (wrong, narrow, RULE)]
    chosen = best(trials)
    assert chosen is not None
    assert chosen.rule == RULE
    assert best([Trial(narrow, ()), Trial(RULE, ())]) == Trial(narrow, ())
    assert best(trials[:1]) == trials[0]
    assert best([]) is None
