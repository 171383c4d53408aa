"""What a paper on one letter is made from: the letter, the years before it, places, notes; and nothing of later years."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from ombudsview.errors import Trouble
from ombudsview.history.dossier import dossier
from ombudsview.history.store import Store
from ombudsview.paper.geometry import Box
from ombudsview.places import Places
from ombudsview.reading.model import Source
from tests.history.made import Letter, finished


@pytest.fixture
def store(places: Places):
    with closing(Store.open(places)) as opened:
        yield opened


def save(store: Store, year: int, **values) -> Letter:
    letter = finished(period_end=f"{year}-03-31", **values)
    letter.save(store)
    return letter


def test_a_letter_with_the_years_before_it(store: Store, places: Places) -> None:
    letters = {year: save(store, year) for year in (2021, 2018, 2020, 2019)}
    save(store, 2019, authority="Other Borough Council")
    found = dossier(places, letters[2020].name, in_use=True)
    assert found.letter.row.letter == letters[2020].name
    assert [one.row.period_end for one in found.earlier] == ["2018-03-31", "2019-03-31"]
    assert found.others == 0
    assert [one.paper is not None for one in (*found.earlier, found.letter)] == [False, True, True]
    assert found.letter.paper == letters[2020].paper
    assert found.letter.who == "A. Clerk"
    assert found.letter.early == "The rest was not needed."


def test_fields_have_their_value_state_and_places(store: Store, places: Places) -> None:
    letter = save(store, 2020)
    found = dossier(places, letter.name, in_use=True).letter
    review = {field.key: field for field in letter.review.fields()}
    assert set(found.fields) == set(review)
    for key, told in found.fields.items():
        assert told.figure.value == review[key].value
        assert told.figure.state == review[key].state
        assert told.sources == review[key].sources
    assert found.fields["upheld_decisions"].figure.by_hand
    assert found.fields["upheld_rate_similar"].reason == "No such line in this letter."


def test_whose_value_a_figure_is_goes_with_it_also_under_a_query(store: Store, places: Places) -> None:
    letter = Letter()
    letter.review.agree_safe()
    letter.review.point("upheld_rate", Source(1, (Box(300, 700, 340, 712),), "79%"))
    letter.review.point("investigations", Source(1, (Box(300, 720, 340, 732),), "7"))
    letter.review.query("investigations", "Seven of what?")
    letter.review.query("upheld_decisions", "Four?")
    letter.review.deny("title")
    letter.review.finish("It is late.")
    letter.save(store)
    fields = dossier(places, letter.name, in_use=True).letter.fields
    assert {key: told.was for key, told in fields.items()} == letter.values
    corrected = [key for key, told in fields.items() if told.figure.by_officer]
    assert corrected == ["investigations", "upheld_rate"]
    assert not any(fields[key].figure.by_hand for key in corrected)
    assert fields["title"].figure.denied == "Annual Review letter 2020"


def test_without_what_was_read_the_state_alone_tells(store: Store, places: Places) -> None:
    letter = Letter()
    letter.review.agree_safe()
    letter.review.point("upheld_rate", Source(1, (Box(300, 700, 340, 712),), "79%"))
    letter.review.finish("It is late.")
    letter.save(store)
    with closing(sqlite3.connect(places.history)) as connection, connection:
        connection.execute("UPDATE reading SET body = x'00'")
    told = dossier(places, letter.name, in_use=True).letter.fields["upheld_rate"]
    assert (told.known, told.was, told.figure.by_officer) == (False, None, True)


def test_each_item_of_a_list_has_its_own_place_and_one_has_none(store: Store, places: Places) -> None:
    remarks = ("You were late in two cases.", "I welcome your new team.")
    letter = finished(remarks=remarks)
    letter.review.correct("remarks", " | ".join((remarks[0], "Our own words.", remarks[1])))
    letter.review.finish("It is late.")
    letter.save(store)
    told = dossier(places, letter.name, in_use=True).letter.fields["remarks"]
    assert [source.text for source in told.sources] == [remarks[0], "", remarks[1]]


def test_a_query_keeps_its_note(store: Store, places: Places) -> None:
    letter = Letter()
    letter.review.agree_safe()
    letter.review.query("investigations", "Five of what?")
    letter.review.finish("It is late.")
    letter.save(store)
    told = dossier(places, letter.name, in_use=True).letter.fields["investigations"]
    assert (told.figure.state, told.figure.value, told.note) == ("query", "5", "Five of what?")


def test_notes_are_carried_answered_and_told_of_later(store: Store, places: Places) -> None:
    def learnt(year: int, lesson: str = "", answers: tuple[Letter, str] | None = None) -> Letter:
        letter = Letter(finished().values | {"period_end": f"{year}-03-31"})
        letter.review.agree_safe()
        if lesson:
            letter.review.learn(lesson)
        if answers is not None:
            earlier, text = answers
            (carried,) = [one for one in waiting(year) if one.letter == earlier.name]
            letter.review.follow_up(carried, text)
        letter.review.finish("The rest was not needed.")
        letter.save(store)
        return letter

    def waiting(year: int):
        from ombudsview.history.beside import beside

        return beside(places, "", "lgsco", "Mereford Borough Council", f"{year}-03-31", in_use=True).carried

    first, second = learnt(2018, "Answer sooner."), learnt(2019, "Call back.")
    third = learnt(2020, answers=(first, "We answer sooner."))
    learnt(2021, answers=(second, "We call back."))
    found = dossier(places, third.name, in_use=True)
    assert [(carried.note, text) for carried, text in found.letter.done] == [("Answer sooner.", "We answer sooner.")]
    assert found.still_open == ()  # the one of 2019 was answered a year later
    assert dossier(places, second.name, in_use=True).letter.lesson == "Call back."
    assert dossier(places, second.name, in_use=True).done_since == (("2020-21", "We call back."),)


def test_what_no_letter_answers_is_still_open(store: Store, places: Places) -> None:
    first = Letter(finished().values | {"period_end": "2019-03-31"})
    first.review.agree_safe()
    first.review.learn("Call back.")
    first.review.finish("It is late.")
    first.save(store)
    found = dossier(places, save(store, 2020).name, in_use=True)
    assert [one.note for one in found.still_open] == ["Call back."]


def test_another_letter_for_the_year_is_counted(store: Store, places: Places) -> None:
    letter = save(store, 2020)
    second = finished(period_end="2020-03-31", upheld_rate="60")
    second.save(store)
    assert dossier(places, letter.name, in_use=True).others == 1
    assert dossier(places, second.name, in_use=True).earlier == ()


def test_authorities_that_it_took_over_from_are_named(store: Store, places: Places) -> None:
    save(store, 2022, authority="Allerdale Borough Council")
    save(store, 2023, authority="Allerdale Borough Council")
    letter = save(store, 2024, authority="Cumberland Council")
    assert dossier(places, letter.name, in_use=True).took_over == ("Allerdale Borough Council",)


def test_a_letter_under_another_spelling_of_the_name_is_not_called_somebody_elses(store: Store, places: Places) -> None:
    save(store, 2019, authority="Mereford & Holtham Joint Board")
    letter = save(store, 2020, authority="Mereford and Holtham Joint Board")
    found = dossier(places, letter.name, in_use=True)
    assert (found.earlier, found.took_over) == ((), ())
    assert found.alike == ("Mereford & Holtham Joint Board",)


def test_of_nobodys_letter_none_is_made(store: Store, places: Places) -> None:
    for values in ({"authority": None}, {"period_end": None}):
        letter = Letter(finished().values | values)
        letter.review.agree_safe()
        letter.review.finish("It is late.")
        letter.save(store)
        with pytest.raises(Trouble) as told:
            dossier(places, letter.name, in_use=True)
        assert told.value.code == "no_year"


def test_a_letter_that_is_not_there(store: Store, places: Places) -> None:
    with pytest.raises(Trouble) as told:
        dossier(places, "nobody-1", in_use=True)
    assert told.value.code == "no_letter"


def test_without_a_history_there_is_no_letter(places: Places) -> None:
    with pytest.raises(Trouble) as told:
        dossier(places, "nobody-1")
    assert told.value.code == "no_letter"


def test_words_of_a_page_that_are_damaged_cost_no_figures(store: Store, places: Places) -> None:
    letter = save(store, 2020)
    with closing(sqlite3.connect(places.history)) as connection, connection:
        connection.execute("UPDATE paper SET body = x'00'")
    found = dossier(places, letter.name, in_use=True).letter
    assert found.paper is None
    assert found.fields["upheld_rate"].figure.value == "80"
