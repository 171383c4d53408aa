"""What letters to two authorities about one year share is a remark about neither; a letter alone teaches nothing."""

from __future__ import annotations

from textwrap import fill

import pytest

from ombudsview.reading.model import ReaderState, Reading
from ombudsview.reading.read import read_letters
from ombudsview.reading.wording import Said, Wording, Year, said_in
from tests.letters.test_remarks import LATE, PRAISE
from tests.paper.handmade import typed_paper
from tests.reading.made import BLOCKS, LETTER

OTHER = "Barrowmere Borough Council"


def pages(*remarks: str, authority: str = "Wraxmere District Council", year: int = 2020) -> list[str]:
    """A typed letter with these paragraphs in it."""
    first = LETTER.replace("Wraxmere District Council", authority)
    first = first.replace("Yours sincerely,", "\n\n".join((*(fill(one, 90) for one in remarks), "Yours sincerely,")))
    return [page.replace("2020", str(year)).replace("2019", str(year - 1)) for page in (first, BLOCKS)]


def letter(*remarks: str, authority: str = "Wraxmere District Council", year: int = 2020) -> Reading:
    """Its reading."""
    (reading,) = read_letters(typed_paper(*pages(*remarks, authority=authority, year=year)))
    return reading


def told(reading: Reading) -> tuple[str, ...] | None:
    field = reading.field("remarks")
    assert field is not None
    assert field.value is None or isinstance(field.value, tuple)
    return field.value


def bare(remark: str) -> str:
    return remark.removesuffix(".")


def test_what_another_authoritys_letter_has_too_is_no_remark() -> None:
    wording = Wording()
    both = [letter(LATE, PRAISE), letter(LATE, authority=OTHER)]
    for one in both:
        wording.learn_from(one)
    first, second = map(wording.told_apart, both)
    assert told(first) == (bare(PRAISE),)
    field = first.field("remarks")
    assert field is not None
    assert [source.text for source in field.sources] == [PRAISE]
    assert told(second) is None
    gone = second.field("remarks")
    assert gone is not None
    assert (gone.state, gone.printed, gone.sources, gone.doubts) == (ReaderState.ABSENT, None, (), ())
    assert "other authorities" in (gone.reason or "")


@pytest.mark.parametrize(
    "others",
    [
        (letter(LATE, year=2020),),  # the same authority's other letter, or a copy of this one
        (letter(LATE, authority=OTHER, year=2021),),  # another year
        (letter(PRAISE, authority=OTHER),),  # other words
        (),
    ],
)
def test_what_only_this_authoritys_letters_of_the_year_say_stays(others: tuple[Reading, ...]) -> None:
    wording, reading = Wording(), letter(LATE)
    for one in (*others, reading):
        wording.learn_from(one)
    assert wording.told_apart(reading) is reading


def test_an_authority_is_itself_by_each_of_its_names() -> None:
    registered, printed = "London Borough of Barnet", "Barnet Council"
    for one, other in ((registered, printed), (printed, registered)):
        reading, said = letter(LATE, authority=one), said_of(letter(LATE))
        wording = Wording(lambda _, said=said, name=other: [Said(name, said.prints)])  # type: ignore[misc]
        assert wording.told_apart(reading) is reading
        wording.learn_from(letter(LATE, authority=other))
        assert wording.told_apart(reading) is reading
    wording.learn_from(letter(LATE, authority="London Borough of Camden"))
    assert told(wording.told_apart(reading)) is None


def test_the_letter_itself_need_not_be_learnt() -> None:
    wording = Wording()
    wording.learn_from(letter(LATE, authority=OTHER))
    assert told(wording.told_apart(letter(LATE))) is None


def test_the_order_of_learning_does_not_matter() -> None:
    letters = [letter(LATE, PRAISE), letter(LATE, authority=OTHER), letter(PRAISE)]
    answers = []
    for order in (letters, letters[::-1]):
        wording = Wording()
        for one in order:
            wording.learn_from(one)
        answers.append([told(wording.told_apart(one)) for one in letters])
    assert answers[0] == answers[1] == [(bare(PRAISE),), None, (bare(PRAISE),)]


def test_what_remarks_ask_goes_with_the_remark() -> None:
    reading = letter(LATE, PRAISE)
    field = reading.field("remarks")
    assert field is not None
    assert [doubt.code for doubt in field.doubts] == ["late_remedy"]
    assert field.state is ReaderState.LOOK_HERE
    wording = Wording()
    wording.learn_from(letter(LATE, authority=OTHER))
    left = wording.told_apart(reading)
    field = left.field("remarks")
    assert field is not None
    assert (field.doubts, field.state) == ((), ReaderState.TO_CHECK)
    assert "late_remedy" not in {doubt.code for doubt in left.doubts}
    assert {doubt.code for doubt in reading.doubts} - {doubt.code for doubt in left.doubts} == {"late_remedy"}


def test_the_record_is_asked_for_a_year_once_and_only_when_it_is_needed() -> None:
    asked: list[Year] = []

    def kept(year: Year) -> tuple[Said, ...]:
        asked.append(year)
        return (Said(OTHER, said_of(letter(LATE)).prints),)

    wording = Wording(kept)
    wording.told_apart(letter())
    assert asked == [], "a letter without remarks has nothing to compare"
    for _ in range(2):
        assert told(wording.told_apart(letter(LATE))) is None
    assert asked == [("lgsco", "2020-03-31")]


def test_the_paper_teaches_what_the_reading_does() -> None:
    said = said_in(typed_paper(*pages(LATE)), (1, 2), "Wraxmere District Council")
    assert said == said_of(letter(LATE))
    assert said.prints
    assert not any(word in print_ for print_ in said.prints for word in LATE.split()), "no word of the letter is kept"


def said_of(reading: Reading) -> Said:
    """What is learnt from a reading."""
    wording = Wording()
    wording.learn_from(reading)
    ((_, known),) = wording._years.items()
    return Said("Wraxmere District Council", tuple(known))
