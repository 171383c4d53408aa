"""What is saved comes back, revisions add up, and nothing is written over."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from ombudsview.errors import Trouble
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.history import asked
from tests.history.made import VALUES, Letter, finished, ticking


@pytest.fixture
def store(places: Places) -> Iterator[Store]:
    with closing(Store.open(places, ticking())) as store:
        yield store


def test_a_saved_letter_comes_back_whole(places: Places) -> None:
    letter = finished()
    with closing(Store.open(places)) as store:
        saved = letter.save(store)
    assert (saved.letter, saved.revision, saved.unchanged, saved.trouble) == (letter.name, 1, False, None)
    with closing(Store.open(places)) as store:
        assert store.notice is None
        kept = asked.load(store, letter.name)
        assert (kept.document, kept.paper, kept.reading) == (letter.document, letter.paper, letter.reading)
        assert list(kept.events) == letter.review.events
        again = letter.anew(kept.events)
        assert again.values() == letter.review.values()
        assert [field.state for field in again.fields()] == [field.state for field in letter.review.fields()]
        assert again.finished
        assert again.can_undo
        [row] = asked.letters(store)
        assert kept.row == row
        assert (row.letter, row.authority, row.period_end) == (letter.name, VALUES["authority"], "2020-03-31")
        assert (row.letter_date, row.title, row.file_name) == ("2020-07-22", "Annual Review letter 2020", "letter.pdf")
        assert (row.revision, row.sha256, row.pages, row.saved) == (1, letter.sha256, (1, 1), saved.when)


def test_figures_give_the_officers_value_its_state_and_its_page(store: Store) -> None:
    letter = finished()
    letter.save(store)
    figures = {figure.key: figure for figure in asked.figures(store, "mereford BOROUGH council")}
    assert figures.keys() == VALUES.keys()
    assert figures["upheld_decisions"].value == "3"
    assert (figures["upheld_decisions"].state, figures["upheld_decisions"].page) == ("changed", 1)
    assert figures["addressees"].value == ("Mr Alder", "Ms Birch")
    absent = figures["upheld_rate_similar"]
    assert (absent.value, absent.state, absent.page) == (None, "not_found", None)
    assert asked.figures(store, "Elsewhere") == ()
    assert asked.authorities(store) == (VALUES["authority"],)


def test_figures_of_all_are_by_period(store: Store) -> None:
    for end in ("2022-03-31", "2020-03-31", "2021-03-31"):
        finished(period_end=end).save(store)
    finished(authority="Alder Council").save(store)
    ends = [figure.period_end for figure in asked.figures(store, "Mereford Borough Council")]
    assert ends == sorted(ends)
    assert set(ends) == {"2020-03-31", "2021-03-31", "2022-03-31"}
    assert {figure.authority for figure in asked.figures(store, None)} == {"Alder Council", "Mereford Borough Council"}
    assert asked.authorities(store) == ("Alder Council", "Mereford Borough Council")


def test_saving_the_same_again_adds_nothing_and_says_so(store: Store) -> None:
    letter = finished()
    first = letter.save(store)
    again = letter.save(store)
    assert again.unchanged
    assert (again.letter, again.revision, again.when) == (first.letter, first.revision, first.when)
    letter.review.reopen()
    letter.review.correct("investigations", "6")
    letter.review.undo()
    letter.review.finish("The rest was not needed.")
    assert letter.save(store).unchanged


def test_an_amended_letter_is_a_new_revision_and_the_events_go_on(store: Store) -> None:
    letter = finished()
    letter.save(store)
    before = len(letter.review.events)
    letter.review.reopen()
    letter.review.correct("investigations", "6")
    letter.review.finish("Amended.")
    assert letter.save(store).revision == 2
    kept = asked.load(store, letter.name)
    assert kept.row.revision == 2
    assert list(kept.events) == letter.review.events
    assert len(kept.events) > before


def test_checked_anew_from_the_file_nobodys_events_are_written_over(store: Store, places: Places) -> None:
    letter = finished()
    letter.save(store)
    first = list(letter.review.events)
    letter.review = letter.anew()
    letter.review.correct("investigations", "7")
    letter.review.finish("By another officer.")
    assert letter.save(store).revision == 2
    assert list(asked.load(store, letter.name).events) == letter.review.events
    store.remove_save(letter.name)
    assert list(asked.load(store, letter.name).events) == first


def test_a_save_taken_back_leaves_the_one_before_and_its_events_in_the_record(store: Store, places: Places) -> None:
    letter = finished()
    letter.save(store)
    letter.review.reopen()
    letter.review.correct("authority", "Alder Council")
    letter.review.finish("Amended.")
    letter.save(store)
    written = letter.review.events[-1]
    store.remove_save(letter.name)
    row = asked.load(store, letter.name).row
    assert (row.revision, row.authority) == (1, VALUES["authority"])
    store.remove_save(letter.name)
    assert asked.letters(store) == asked.figures(store) == asked.authorities(store) == ()
    with pytest.raises(Trouble) as caught:
        store.remove_save(letter.name)
    assert caught.value.code == "no_letter"
    with closing(sqlite3.connect(places.history)) as connection:
        assert connection.execute("SELECT max(sequence) FROM event").fetchone()[0] == written.sequence
        assert connection.execute("SELECT count(*) FROM revision WHERE withdrawn IS NOT NULL").fetchone()[0] == 2
    assert letter.save(store).revision == 3
    assert list(asked.load(store, letter.name).events) == letter.review.events


def test_another_letter_for_the_same_year_is_kept_beside_the_first(store: Store) -> None:
    first = Letter(VALUES, text="The first letter.")
    second = Letter(VALUES, text="A second letter, sent in its place.")
    for letter in (first, second):
        letter.review.finish("Kept.")
        letter.save(store)
    rows = {row.letter: row.sequence for row in asked.letters(store)}
    assert rows == {first.name: 1, second.name: 2}
    assert asked.load(store, first.name).document == first.document
    assert asked.load(store, second.name).document == second.document


def test_the_same_letter_in_a_file_that_was_saved_again_is_its_revision(store: Store) -> None:
    letter, copy = Letter(salt="one"), Letter(salt="two")
    for one in (letter, copy):
        one.review.finish("Kept.")
    letter.save(store)
    saved = copy.save(store)
    assert (saved.letter, saved.revision) == (letter.name, 2)
    [row] = asked.letters(store)
    assert row.sha256 == copy.sha256
    assert asked.load(store, copy.name) == asked.load(store, letter.name)
    assert asked.load(store, letter.name).document == copy.document
    store.remove_save(letter.name)
    assert asked.load(store, letter.name).document == letter.document


def test_letters_without_text_are_not_taken_for_one_another(store: Store) -> None:
    scans = [Letter({"authority": None, "period_end": None}, salt=salt) for salt in ("one", "two")]
    for scan in scans:
        scan.paper = type(scan.paper)(scan.sha256, ())
        scan.review.finish("Nothing could be read.")
        scan.save(store)
    assert {row.letter for row in asked.letters(store)} == {scan.name for scan in scans}


def test_a_corrected_authority_or_year_files_the_letter_anew(store: Store) -> None:
    finished(authority="Alder Council").save(store)
    letter = finished()
    letter.save(store)
    letter.review.reopen()
    letter.review.correct("authority", "Alder Council")
    letter.review.finish("Amended.")
    letter.save(store)
    assert asked.authorities(store) == ("Alder Council",)
    assert sorted(row.sequence for row in asked.letters(store)) == [1, 2]
    letter.review.reopen()
    letter.review.correct("period_end", "2021-03-31")
    letter.review.finish("Amended.")
    letter.save(store)
    assert asked.load(store, letter.name).row.period_end == "2021-03-31"
    assert asked.load(store, letter.name).row.sequence == 1


def test_a_lost_copy_of_the_pdf_is_told_and_opening_the_file_again_mends_it(store: Store, places: Places) -> None:
    letter = finished()
    letter.save(store)
    [kept] = places.documents.iterdir()
    kept.write_bytes(b"something else")
    with pytest.raises(Trouble) as caught:
        asked.load(store, letter.name)
    assert caught.value.code == "document_missing"
    assert letter.save(store).unchanged
    assert asked.load(store, letter.name).document == letter.document


def test_events_can_only_be_added(store: Store, places: Places) -> None:
    finished().save(store)
    with closing(sqlite3.connect(places.history)) as connection:
        for statement in ("UPDATE event SET who = 'x'", "DELETE FROM event"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
                connection.execute(statement)


def test_a_letter_without_a_period_has_no_year(store: Store, places: Places) -> None:
    finished(period_end=None).save(store)
    with closing(sqlite3.connect(f"{places.history.as_uri()}?mode=ro", uri=True)) as connection:
        for view in ("letters", "figures"):
            assert set(connection.execute(f"SELECT year FROM {view}")) == {(None,)}


def test_another_program_reads_figures_by_year(store: Store, places: Places) -> None:
    finished().save(store)
    with closing(sqlite3.connect(f"{places.history.as_uri()}?mode=ro", uri=True)) as connection:
        wanted = "SELECT authority, year, value, number, unit, printed, state, page FROM figures WHERE key = ?"
        assert connection.execute(wanted, ["upheld_decisions"]).fetchall() == [
            (VALUES["authority"], "2019-20", "3", 3.0, "count", "4", "changed", 1)
        ]
        assert len(connection.execute(wanted, ["addressees"]).fetchall()) == 2
        assert connection.execute("SELECT count(*) FROM edits").fetchone()[0] == len(finished().review.events)


def test_a_corrected_figure_that_is_put_off_is_still_no_printed_one(store: Store) -> None:
    letter = Letter()
    letter.review.correct("upheld_decisions", "3")
    letter.review.query("upheld_decisions", "Is 3 right?")
    letter.review.query("investigations", "And this?")
    letter.save(store)
    figures = {figure.key: figure for figure in asked.figures(store, None)}
    assert figures["upheld_decisions"].by_hand
    assert not figures["investigations"].by_hand
