"""The page: what is lit, how it moves, how it fills a field."""

from tests.promises.promise import Promise

_PAGE = "The page"

PAGE = (
    Promise(
        _PAGE,
        "Selecting a field lights its source and brings it into view.",
        (
            "gui/letter/test_page.py::test_a_focused_source_is_filled_and_others_are_outlined",
            "gui/letter/test_page.py::test_a_source_that_is_far_is_jumped_to",
        ),
        ("3-field",),
    ),
    Promise(
        _PAGE,
        "A page whose source shows does not move; a near one is glided to, a far one jumped to.",
        (
            "gui/letter/test_page.py::test_a_page_whose_source_shows_does_not_move",
            "gui/letter/test_page.py::test_a_source_that_is_near_is_glided_to",
            "gui/letter/test_page.py::test_a_source_that_is_far_is_jumped_to",
        ),
    ),
    Promise(
        _PAGE,
        "A click on a highlight goes to its field, a double click edits it.",
        (
            "gui/test_window.py::test_a_click_on_the_page_leads_to_the_field",
            "stories/test_a_letter.py::test_a_double_click_on_a_highlight_edits_its_value",
        ),
    ),
    Promise(
        _PAGE,
        "A highlight is solid where its words read as the printed value, dashed where they do not.",
        (
            "gui/letter/test_highlights.py::test_words_that_read_as_printed_are_sure",
            "gui/letter/test_highlights.py::test_words_that_read_otherwise_are_not_sure",
            "gui/letter/test_page.py::test_a_focused_source_is_filled_and_others_are_outlined",
        ),
    ),
    Promise(
        _PAGE,
        "A value without a place is listed and not hidden.",
        ("stories/test_pains_of_reading.py::test_an_unknown_layout_opens_says_what_it_lacks_and_is_filled_by_hand",),
    ),
    Promise(
        _PAGE,
        "A word clicked, or words in a box, fill the field with value and place.",
        (
            "gui/letter/test_filling.py::test_a_click_on_a_word_fills_the_field_in_focus",
            "gui/letter/test_filling.py::test_a_box_takes_the_whole_words_that_it_touches",
            "gui/letter/test_offering.py::test_a_text_that_was_read_is_not_replaced_by_one_click",
            "gui/letter/test_offering.py::test_a_second_click_takes_the_word_with_its_place",
        ),
        ("g-pointed",),
        otherwise="Where a text, an answer or what is being typed would be lost, a click offers the word and the second takes it:"
        " any word is a text, so that a stray click would replace a name.",
    ),
    Promise(
        _PAGE,
        "Typing offers the words of the letter that begin so, and where each stands.",
        (
            "gui/letter/test_type_ahead.py::test_what_matches_is_offered_with_its_page_and_what_stands_around",
            "gui/letter/test_type_ahead.py::test_down_and_enter_take_the_value_with_its_place",
        ),
        ("4-typing",),
    ),
    Promise(
        _PAGE,
        "The letter as plain text is one key away.",
        ("gui/letter/test_aids.py::test_the_text_is_there_page_by_page_with_the_source_selected",),
    ),
    Promise(
        _PAGE,
        "Pages are turned, fitted, and zoomed by wheel and by two fingers.",
        (
            "gui/letter/test_aids.py::test_turned_pages_keep_their_highlights_over_their_words",
            "gui/letter/test_page.py::test_fit_width_follows_the_window",
            "gui/letter/test_page.py::test_zoom_keeps_the_place_under_the_mouse",
            "gui/letter/test_page.py::test_two_fingers_zoom_about_the_place_between_them",
            "gui/letter/test_pinch.py::test_fingers_drawn_apart_on_a_touch_screen",
        ),
    ),
    Promise(
        _PAGE,
        "Long packs have small pages.",
        ("gui/letter/test_aids.py::test_small_pages_lead_to_their_page_and_tell_which_have_figures",),
    ),
    Promise(
        _PAGE,
        "The first page of the next letter is drawn while this one is checked.",
        ("stories/test_a_queue.py::test_the_next_letter_is_there_before_the_reader_is_asked",),
    ),
    Promise(
        _PAGE,
        "A stand-in shows until the sharp picture is there.",
        (
            "gui/letter/test_pictures.py::test_the_nearest_other_scale_stands_in",
            "gui/letter/test_sheet_painter.py::test_another_scales_picture_fills_the_page_until_the_sharp_one_comes",
        ),
    ),
)
