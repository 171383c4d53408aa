"""The keys, and what goes without saying."""

from tests.promises.promise import Promise

_KEYS, _EXPECTED = "The keys", "What goes without saying"
_SHEET = "gui/dialogs/test_keys.py::test_every_promised_key_does_it_and_stands_in_the_sheet"
_WORKS = "gui/dialogs/test_keys.py::test_each_key_works_while_a_field_has_the_focus"

KEYS = (
    Promise(
        _KEYS,
        "Tab and Shift+Tab go to the next field and back, and commit the edit.",
        (
            "gui/letter/test_panel.py::test_tab_commits_and_moves_without_agreeing",
            "gui/test_keys.py::test_tab_commits_the_edit_and_goes_on_and_shift_tab_goes_back",
            _SHEET,
        ),
    ),
    Promise(
        _KEYS,
        "Enter confirms and goes on to the next open field.",
        (
            "gui/letter/test_panel.py::test_enter_agrees_and_goes_on",
            "gui/letter/test_panel.py::test_typing_and_enter_correct_and_go_on",
        ),
    ),
    Promise(
        _KEYS,
        "F8 and Shift+F8 go through the fields that need a look, in the order of attention.",
        (
            "gui/test_order.py::test_the_key_for_what_needs_a_look_walks_the_same_order_both_ways",
            "gui/test_keys.py::test_f8_goes_through_what_needs_a_look_and_shift_f8_back",
            _SHEET,
        ),
    ),
    Promise(
        _KEYS,
        "Esc drops the edit in progress; Ctrl+R brings back what was read.",
        (
            "gui/letter/test_panel.py::test_escape_drops_what_is_typed_and_nothing_else",
            "gui/test_keys.py::test_control_r_goes_back_to_the_readers_value",
            "stories/test_a_letter.py::test_undo_goes_to_the_text_first_and_then_across_fields",
        ),
    ),
    Promise(
        _KEYS,
        "Delete in an empty or untouched field says that it is not in the letter.",
        (
            "gui/letter/test_panel.py::test_delete_on_an_empty_field_says_not_in_letter",
            "gui/letter/test_panel.py::test_delete_inside_a_text_deletes_a_character",
        ),
    ),
    Promise(
        _KEYS,
        "Ctrl+Shift+Q puts a field off.",
        (
            "gui/test_keys.py::test_a_query_is_put_off_with_its_note",
            _SHEET,
            _WORKS,
            "gui/letter/test_panel.py::test_a_query_can_be_dropped",
        ),
    ),
    Promise(
        _KEYS,
        "Ctrl+Shift+Enter agrees to all that was found once and passes every check, as one step.",
        ("review/test_review.py::test_agreeing_all_that_is_safe_is_one_step_and_leaves_doubts_alone", _SHEET),
    ),
    Promise(
        _KEYS,
        "Ctrl+Enter finishes the letter and opens the next.",
        ("stories/test_few_keys.py::test_ten_letters_take_enter_and_control_enter_alone",),
    ),
    Promise(
        _KEYS,
        "Ctrl+PgDown and Ctrl+PgUp go to the next letter and back without finishing; no edit is asked for.",
        (
            "stories/test_a_queue.py::test_sorted_by_need_the_keys_follow_the_order_shown",
            "stories/test_pains_of_keeping.py::test_switching_letters_and_pages_and_losing_the_keyboard_keep_what_was_typed",
        ),
    ),
    Promise(
        _KEYS,
        "Ctrl+Z undoes, in the text first; Ctrl+Y and Ctrl+Shift+Z do it again.",
        ("stories/test_a_letter.py::test_undo_goes_to_the_text_first_and_then_across_fields", _SHEET),
    ),
    Promise(
        _KEYS,
        "F2 goes between field and page; a key flashes the source.",
        (
            "gui/test_window.py::test_f2_swaps_field_and_page",
            "gui/test_window.py::test_f2_swaps_field_and_text_where_the_page_is_shown_as_text",
            "gui/test_keys.py::test_space_on_a_field_flashes_its_source_and_types_where_it_is_typed_in",
        ),
        otherwise="Space does on the field itself as long as nothing is typed there, and Ctrl+Space always: a field's name is no stop"
        " of the keyboard, which would double the number of Tabs.",
    ),
    Promise(
        _KEYS,
        "On the page ] and [ walk the words, Shift takes in more, Enter takes them.",
        (
            "gui/letter/test_filling.py::test_words_are_walked_and_taken_by_key",
            "stories/test_few_keys.py::test_it_is_finished_without_a_mouse_a_source_pointed_at_anew_included",
        ),
    ),
    Promise(
        _KEYS,
        "Shift and a drag put a box of words into the field.",
        ("gui/letter/test_filling.py::test_a_box_takes_the_whole_words_that_it_touches",),
    ),
    Promise(
        _KEYS,
        "Ctrl with +, - and 0 zoom and fit the width.",
        ("gui/test_window.py::test_the_keys_of_the_zoom", "gui/test_keys.py::test_zoom_find_draft_and_key_sheet"),
        ("7-zoomed",),
    ),
    Promise(
        _KEYS,
        "Ctrl+F finds words in the letter.",
        (
            "gui/letter/test_aids.py::test_words_are_found_whatever_their_capitals_and_line_ends",
            "gui/letter/test_aids.py::test_the_place_that_is_looked_at_is_marked_and_comes_into_view",
        ),
    ),
    Promise(
        _KEYS,
        "Ctrl+S keeps the draft at once and says since when it is kept.",
        ("gui/test_keys.py::test_zoom_find_draft_and_key_sheet", _SHEET),
    ),
    Promise(
        _KEYS,
        "F1 shows every key.",
        (
            "gui/dialogs/test_keys.py::test_whatever_has_a_key_stands_in_the_sheet",
            "gui/access/test_menu.py::test_a_menu_shows_the_keys_of_the_fields",
            "gui/access/test_menu.py::test_each_button_shows_the_key_that_does_the_same",
        ),
        ("e-keys",),
    ),
    Promise(
        _KEYS,
        "No key does anything to a letter that another page hides.",
        (
            "gui/test_verbs.py::test_nothing_is_done_to_a_letter_that_is_not_seen",
            "gui/test_verbs.py::test_asked_once_more_it_is_done",
        ),
    ),
    Promise(
        _KEYS,
        "A letter alone is text and never acts.",
        (
            "gui/test_actions.py::test_no_letter_alone_is_a_key_of_an_action",
            "gui/letter/test_filling.py::test_brackets_are_typed_where_a_text_box_has_the_keyboard",
        ),
    ),
    Promise(
        _KEYS,
        "The end of the queue is a summary.",
        (
            "stories/test_a_queue.py::test_ten_letters_one_of_them_broken_are_finished_with_enter_alone",
            "gui/queue/test_summary.py::test_it_counts_what_became_of_the_letters",
        ),
        ("q3-summary",),
    ),
    Promise(
        _KEYS,
        "The whole job needs no mouse, pointing at another source included.",
        (
            "stories/test_few_keys.py::test_it_is_finished_without_a_mouse_a_source_pointed_at_anew_included",
            "stories/test_teaching.py::test_the_whole_of_it_works_by_key",
        ),
    ),
    Promise(
        _EXPECTED,
        "Last year's value stands beside each figure.",
        ("stories/test_over_the_years.py::test_last_years_value_stands_beside_this_years",),
        otherwise="Beside each figure. Names and titles are not compared, and a date of last year says nothing of this year's.",
    ),
    Promise(
        _EXPECTED,
        "Letters of our own council come first.",
        (
            "gui/queue/test_model.py::test_by_authority_our_own_comes_first_each_by_year",
            "gui/queue/test_model.py::test_by_need_our_own_comes_first_among_what_stands_alike",
        ),
        otherwise="In the orders by authority and, after what was begun, by need. Letters lie as they were dropped until another"
        " order is chosen: a list that arranges itself while letters are being read cannot be worked through.",
    ),
    Promise(
        _EXPECTED,
        "Kind, authority and year of an unknown letter are chosen by the officer.",
        ("gui/letter/test_unknown.py::test_kind_authority_and_year_are_the_officers_to_choose",),
        ("f-unknown",),
    ),
    Promise(
        _EXPECTED,
        "A finished letter is opened again and amended as a new revision.",
        ("stories/test_a_letter.py::test_open_correct_finish_and_reopen_without_the_file",),
    ),
    Promise(
        _EXPECTED,
        "A wrong save is taken back.",
        ("stories/test_over_the_years.py::test_a_wrong_save_is_taken_back_and_brought_back",),
    ),
    Promise(
        _EXPECTED,
        "Pages and the record are printed.",
        (
            "gui/test_printing.py::test_each_page_is_printed_sharp_enough_for_paper",
            "gui/test_printing.py::test_the_record_is_a_table_of_what_is_printed_and_final",
        ),
    ),
    Promise(
        _EXPECTED,
        "A figure is copied with where it stands.",
        (
            "gui/test_window.py::test_a_figure_is_copied_with_its_source",
            "gui/letter/test_copied.py::test_what_was_corrected_says_what_is_printed_there",
        ),
    ),
)
