"""The fields: their states, what holds up finishing, the order in which they ask for attention."""

from tests.promises.promise import Promise

_STATES, _ORDER = "The states of a field", "The order of attention"
_TOLD = "gui/access/test_colour_blind.py::test_every_state_has_a_shape_and_a_word_of_its_own"

FIELDS = (
    Promise(
        "What it is",
        "A tool for checking: fields and page side by side, the next field in focus.",
        (
            "gui/test_desk.py::test_work_starts_with_who_and_when",
            "gui/test_window.py::test_the_thread_joins_source_and_row",
        ),
        ("2-letter",),
    ),
    Promise(
        _STATES,
        "Each state has a shape, a word and a colour; none is told by its colour alone.",
        (_TOLD, "gui/access/test_colour_blind.py::test_no_state_fades_for_any_eyes"),
        ("6-edited",),
    ),
    Promise(
        _STATES,
        "To check: read, and nobody has looked.",
        ("review/test_state.py::test_unanswered_it_is_the_readers_state_or_a_doubt", _TOLD),
        ("2-letter",),
    ),
    Promise(
        _STATES,
        "Look here: a check failed, two places differ, or a field that must be there is not; with one sentence.",
        (
            "gui/letter/test_panel.py::test_a_failed_check_is_said_at_every_field_that_it_concerns",
            "reading/test_beside.py::test_prose_that_disagrees_is_said_and_the_tables_figure_kept",
            "gui/test_order.py::test_who_and_when_come_first_then_what_cannot_be_read_then_what_breaks_a_rule_then_the_rest",
        ),
        ("5-failed-check",),
    ),
    Promise(
        _STATES,
        "Agreed: the officer confirmed what was read.",
        ("gui/letter/test_panel.py::test_enter_agrees_and_goes_on",),
        ("6-edited",),
    ),
    Promise(
        _STATES,
        "Changed: the officer's value stands, the printed one is struck through beside it.",
        ("gui/letter/test_says.py::test_the_closed_row_strikes_the_printed_value_through",),
        ("6-edited",),
    ),
    Promise(
        _STATES,
        "Not in letter: the officer says so.",
        ("gui/letter/test_panel.py::test_delete_on_an_untouched_field_says_not_in_letter",),
        ("6-edited",),
    ),
    Promise(
        _STATES,
        "Worked out: follows from other fields, which are named, and is never given out as printed.",
        (
            "reading/test_read.py::test_what_is_worked_out_says_from_what_and_has_no_place",
            "letters/test_measures_2019.py::test_noughts_in_words",
            "stories/test_pains_of_reading.py::test_what_is_worked_out_is_never_given_out_as_printed",
            "reports/test_json_report.py::test_worked_out_has_a_value_but_no_source",
        ),
        ("j-worked-out",),
    ),
    Promise(
        _STATES,
        "Query: put off with a note, which stays beside the answer.",
        (
            "gui/letter/test_panel.py::test_a_query_is_kept_with_its_note_and_the_work_goes_on",
            "gui/letter/test_panel.py::test_the_question_stays_beside_the_answer",
            "gui/test_keys.py::test_enter_settles_a_query",
        ),
        ("6-edited",),
    ),
    Promise(
        _STATES,
        "What a letter need not have and has not reads “not found” and asks for nothing.",
        (
            "stories/test_pains_of_reading.py::test_what_the_letter_does_not_give_is_read_from_nowhere_else",
            "gui/letter/test_says.py::test_the_closed_row_strikes_the_printed_value_through",
        ),
        ("2-letter",),
    ),
    Promise(
        _STATES,
        "Only what is to check and what asks for a look hold up finishing.",
        (
            "review/test_state.py::test_only_two_states_hold_up_finishing",
            "review/test_finishing.py::test_text_that_was_not_entered_holds_the_letter_open_whatever_the_reason",
            "review/test_finishing.py::test_a_question_that_is_half_typed_holds_the_letter_open_whatever_the_reason",
            "gui/test_keys.py::test_a_question_that_is_half_typed_is_not_left_behind_by_finish",
        ),
        otherwise="A value or a question that is typed and not entered holds it up too, with or without a reason: it would be lost"
        " without a word, and one key takes it or drops it.",
    ),
    Promise(
        _STATES,
        "Asking what was learnt holds nothing up.",
        (
            "gui/letter/test_lesson.py::test_an_empty_note_holds_nothing_up",
            "gui/test_keys.py::test_a_note_that_is_half_typed_goes_with_the_letter_that_is_finished",
        ),
    ),
    Promise(
        _STATES,
        "A draft is always kept.",
        (
            "gui/test_desk.py::test_every_step_is_on_the_disk_when_it_is_told",
            "stories/test_kills.py::test_no_committed_edit_is_lost_whenever_the_window_is_killed",
        ),
    ),
    Promise(
        _STATES,
        "A letter with open fields is finished for a reason that is typed, or not at all.",
        (
            "stories/test_a_letter.py::test_finishing_too_early_leads_to_what_is_open",
            "review/test_review.py::test_finishing_wants_every_field_or_a_reason",
        ),
        ("8-finish",),
    ),
    Promise(
        _STATES,
        "Leaving a field confirms nothing.",
        ("gui/letter/test_panel.py::test_tab_commits_and_moves_without_agreeing",),
    ),
    Promise(
        _STATES,
        "No percentage says how sure the reader is: a state and a reason do.",
        (
            "reading/test_model.py::test_nothing_of_a_reading_is_a_score",
            "gui/letter/test_says.py::test_a_field_is_described_in_one_line",
        ),
    ),
    Promise(
        _ORDER,
        "First who and when: authority, year, date of the letter.",
        (
            "gui/test_order.py::test_who_and_when_come_first_then_what_cannot_be_read_then_what_breaks_a_rule_then_the_rest",
            "review/test_finishing.py::test_a_letter_is_not_filed_without_whose_and_when",
        ),
    ),
    Promise(
        _ORDER,
        "Then what deserves a look: what could not be read before what breaks a rule.",
        (
            "gui/test_order.py::test_who_and_when_come_first_then_what_cannot_be_read_then_what_breaks_a_rule_then_the_rest",
        ),
    ),
    Promise(
        _ORDER,
        "Then the rest in the letter's order.",
        ("gui/test_order.py::test_the_rest_goes_on_in_letter_order_round_the_end",),
    ),
    Promise(
        _ORDER,
        "At the end a summary counts what came of the fields, and Finish has the keyboard.",
        (
            "gui/letter/test_summary.py::test_it_shows_what_came_of_the_fields_once_nothing_is_open",
            "stories/test_a_letter.py::test_a_letter_is_finished_with_keys_alone",
        ),
    ),
)
