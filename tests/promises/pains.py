"""What officers suffered from other programs: a story through the real window, or the real reader, for each."""

from tests.promises.promise import Promise

_PAINS = "What is suffered elsewhere"
_READING, _KEEPING = "stories/test_pains_of_reading.py", "stories/test_pains_of_keeping.py"

PAINS = (
    Promise(
        _PAINS,
        "Highlights on wrong words: 0% is lit in one place, though it stands within 100% too.",
        (
            f"{_READING}::test_nought_per_cent_is_lit_once_though_it_stands_within_other_figures",
            "test_examples.py::test_each_figure_has_one_place_of_its_own",
        ),
    ),
    Promise(
        _PAINS,
        "Highlights that shift: four turns, whole and cropped, have their boxes under the same words.",
        (
            f"{_READING}::test_turned_and_cropped_pages_are_lit_under_the_same_words",
            "paper/test_extract.py::test_boxes_lie_where_the_words_are_shown",
        ),
    ),
    Promise(
        _PAINS,
        "Big numbers glued to what stands beside them: nothing is read over a change of size or a wide gap.",
        (
            f"{_READING}::test_a_big_number_is_not_glued_to_the_words_beside_it",
            "paper/test_extract.py::test_a_big_figure_is_not_glued_to_the_small_word_after_it",
            "paper/test_layout.py::test_a_wide_gap_parts_a_line_that_the_file_draws_as_one",
        ),
    ),
    Promise(
        _PAINS,
        "Edits lost on switching and on losing the keyboard: each is in the draft, and when it was kept is shown.",
        (
            f"{_KEEPING}::test_switching_letters_and_pages_and_losing_the_keyboard_keep_what_was_typed",
            f"{_KEEPING}::test_a_click_on_another_letter_keeps_what_was_typed",
        ),
    ),
    Promise(
        _PAINS,
        "Edits lost in a crash: after a kill at any instant each committed field and the undo list come back.",
        (
            "stories/test_kills.py::test_no_committed_edit_is_lost_whenever_the_window_is_killed",
            "stories/test_bad_days.py::test_edits_come_back_after_a_kill_when_they_are_asked_for",
            "gui/record/test_keeping.py::test_work_goes_on_at_the_field_that_had_the_focus",
            "review/test_journal.py::test_every_event_that_was_acknowledged_survives_a_kill",
            "history/test_kills.py::test_what_was_acknowledged_is_whole_after_a_kill",
        ),
        ("d-drafts",),
    ),
    Promise(
        _PAINS,
        "Hand edits wiped by reading again: old, new and hand stand side by side, and the hand wins until told otherwise.",
        (
            "stories/test_over_the_years.py::test_a_letter_of_an_older_reader_is_read_again_and_the_hand_wins",
            "gui/again/test_reading_again.py::test_field_by_field",
        ),
    ),
    Promise(
        _PAINS,
        "Warnings of unsaved work that was saved: there is one truth of what is kept, and closing asks nothing.",
        (f"{_KEEPING}::test_no_warning_of_unsaved_work_for_nothing_is_ever_unsaved",),
    ),
    Promise(
        _PAINS,
        "A record that cannot be trusted: steps are only ever added, and any past state is made again from them.",
        (
            f"{_KEEPING}::test_any_past_state_can_be_rebuilt_from_the_record_of_what_was_done",
            "review/test_review.py::test_coming_back_from_events_at_any_point_is_the_same_review",
        ),
    ),
    Promise(
        _PAINS,
        "Slow pages on large screens: at 100, 150 and 200% only what shows is drawn.",
        (
            f"{_KEEPING}::test_at_every_scaling_only_pages_that_show_are_drawn",
            "gui/letter/test_column.py::test_only_pages_that_show_are_drawn_and_all_of_them",
            "gui/letter/test_sheet_painter.py::test_the_sharp_picture_has_a_pixel_for_each_of_the_screens",
        ),
        ("2-letter",),
    ),
    Promise(
        _PAINS,
        "A scan taken for text for one stray letter: each page is judged by how much of it can be read.",
        (
            f"{_READING}::test_one_stray_letter_makes_no_text_of_a_scan",
            "paper/test_legible.py::test_a_picture_is_one_whatever_letter_strayed_onto_it",
        ),
    ),
    Promise(
        _PAINS,
        "Tables over two pages: the parts are one table, with its headings repeated or not; the officer can say that it goes on.",
        (
            f"{_READING}::test_a_table_that_goes_on_over_the_page_is_one_table",
            "gui/letter/test_continuing.py::test_a_figure_of_the_table_is_sought_in_its_column_and_taken_with_enter",
            "gui/letter/test_continuing.py::test_a_text_goes_on_with_the_first_paragraph_of_the_next_page",
        ),
    ),
    Promise(
        _PAINS,
        "Absent values read from elsewhere: without its words there is no value, and “not in letter” is kept as such.",
        (f"{_READING}::test_what_the_letter_does_not_give_is_read_from_nowhere_else",),
    ),
    Promise(
        _PAINS,
        "Lists forced into one value: two addressees are two, each with its place.",
        (f"{_READING}::test_two_addressees_are_two",),
    ),
    Promise(
        _PAINS,
        "The same file, a re-saved file and a second letter for the year get three answers, and both are kept unless told otherwise.",
        (
            "stories/test_a_queue.py::test_the_three_answers_to_a_letter_that_is_saved_already",
            "gui/test_twins.py::test_a_second_letter_is_asked_about_with_what_differs",
            "gui/test_twins.py::test_enter_keeps_both",
        ),
        ("q4-second", "q5-compare"),
        otherwise="A second letter for the year is kept beside the first as a letter of its own, not as its revision, which would put"
        " its figures in the place of the first one's; to make it a revision is the answer beside that.",
    ),
    Promise(
        _PAINS,
        "An unknown layout that stops the work: it opens, says what it lacks, and is filled in by hand.",
        (
            f"{_READING}::test_an_unknown_layout_opens_says_what_it_lacks_and_is_filled_by_hand",
            "reading/test_identify.py::test_an_unknown_document_says_what_it_lacks",
            "gui/letter/test_unknown.py::test_the_nearest_kind_and_what_was_seen_are_there_already",
        ),
        ("f-unknown",),
    ),
    Promise(
        _PAINS,
        "A history on a share or in a synced folder: it lies on this machine unless told otherwise, and such a folder is named.",
        (
            f"{_KEEPING}::test_a_history_in_a_synced_folder_is_named_once",
            "history/test_whereabouts.py::test_a_network_folder_is_named",
            "history/test_whereabouts.py::test_a_folder_that_is_kept_in_step_is_named_with_its_program",
        ),
    ),
    Promise(
        _PAINS,
        "Charts that mislead: n of N at every point, the table beside the chart, shapes as well as colours.",
        (
            f"{_KEEPING}::test_every_point_of_a_chart_says_n_of_n_and_the_table_beside_it_repeats_it",
            "trends/test_figure.py::test_every_point_says_its_n_of_n",
            "trends/test_figure.py::test_the_average_is_dashed_squares_and_can_be_left_out",
        ),
        ("b-trend",),
    ),
)
