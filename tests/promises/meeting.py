"""What committees ask, and what no other program has."""

from tests.promises.promise import Promise

_MEETING, _NEW = "What committees ask", "What nobody else has"

MEETING = (
    Promise(
        _MEETING,
        "Better or worse than last year, year by year in a table.",
        (
            "trends/test_finding.py::test_better_or_worse_than_last_year",
            "gui/trends/test_page.py::test_the_title_is_the_finding_and_the_table_repeats_every_figure",
            "reports/committee/test_tables.py::test_year_by_year_gaps_are_gaps_and_breaks_are_notes",
        ),
        ("b-trend",),
    ),
    Promise(
        _MEETING,
        "Against similar councils by the printed average, as a gap in points.",
        (
            "trends/test_finding.py::test_gaps_carry_their_sign",
            "reports/committee/test_questions.py::test_the_gap_to_the_printed_average",
            "gui/trends/test_page.py::test_the_title_is_the_finding_and_the_table_repeats_every_figure",
        ),
    ),
    Promise(
        _MEETING,
        "Whether numbers so small tell of a change at all.",
        (
            "trends/test_interval.py::test_what_the_difference_of_two_years_can_tell",
            "trends/test_interval.py::test_what_a_gap_to_the_average_can_tell",
            "reports/committee/test_questions.py::test_how_much_one_case_weighs_and_what_chance_can_do",
        ),
    ),
    Promise(
        _MEETING,
        "Why received and decided differ.",
        (
            "letters/test_totals.py::test_both_figures_are_named_and_why_they_differ",
            "gui/letter/test_says.py::test_why_the_totals_differ_is_said_beside_both_and_is_no_doubt",
            "gui/letter/test_row.py::test_why_the_totals_differ_stands_in_the_open_row_of_either",
            "reports/committee/test_questions.py::test_why_received_and_decided_differ_where_both_are_there_and_do",
        ),
    ),
    Promise(
        _MEETING,
        "What was learnt, asked for where there is occasion, kept with the letter.",
        (
            "gui/letter/test_lesson.py::test_it_shows_itself_where_there_is_occasion_and_goes_with_it",
            "gui/letter/test_lesson.py::test_what_is_typed_is_kept_with_the_letter_and_shown_among_its_saves",
        ),
    ),
    Promise(
        _MEETING,
        "What was done about the lateness that the letter criticises.",
        (
            "letters/test_topics.py::test_what_a_remark_is_about",
            "review/test_lesson.py::test_what_asks_for_a_lesson",
            "history/test_carried.py::test_it_comes_again_the_year_after_until_a_letter_answers_it",
            "gui/letter/test_carried.py::test_what_is_typed_is_kept_with_the_letter_shown_among_its_saves_and_printed",
            "reports/committee/test_wrote.py::test_what_was_done_and_what_is_still_open",
        ),
    ),
    Promise(
        _MEETING,
        "Why rates rise everywhere: the Ombudsman's own choice of cases breaks the series.",
        (
            "trends/test_breaks.py::test_breaks_are_those_the_ombudsman_made_each_with_a_reason",
            "trends/test_finding.py::test_a_break_forbids_comparison",
            "reports/committee/test_questions.py::test_why_rates_rise_everywhere",
        ),
    ),
    Promise(
        _MEETING,
        "The denominator is named, and n of N printed.",
        (
            "trends/test_caption.py::test_authority_years_denominator_and_marks_are_named",
            "trends/test_figure.py::test_every_point_says_its_n_of_n",
            "reports/committee/test_tables.py::test_a_rate_names_its_cases_its_denominator_and_how_far_it_is_from_the_average",
        ),
        ("b-trend",),
    ),
    Promise(
        _MEETING,
        "Each figure of the paper carries a picture of its printed line.",
        (
            "reports/committee/test_making.py::test_each_picture_shows_the_very_line_with_the_figure_outlined",
            "reports/committee/test_making.py::test_every_figure_of_the_paper_is_the_historys",
            "reports/committee/test_word.py::test_each_figure_leads_to_its_evidence_and_back",
            "stories/test_a_paper.py::test_a_finished_letter_becomes_a_paper_with_its_printed_lines",
        ),
    ),
    Promise(
        _MEETING,
        "No league tables: a chart is of one authority and the printed average.",
        (
            "trends/test_series.py::test_a_series_is_of_one_authority",
            "reports/committee/test_describe.py::test_nothing_ranks_anybody",
        ),
    ),
    Promise(
        _NEW,
        "The Ombudsman's arithmetic is checked.",
        (
            "letters/test_check.py::test_rates_that_do_not_fit",
            "stories/test_a_letter.py::test_a_failed_check_is_said_and_goes_with_its_cause",
        ),
        ("5-failed-check",),
    ),
    Promise(
        _NEW,
        "Averages are held against those of twin letters.",
        ("stories/test_over_the_years.py::test_an_average_unlike_its_twins_is_something_to_look_at",),
    ),
    Promise(
        _NEW,
        "Small numbers are guarded.",
        (
            "trends/test_figure.py::test_bars_are_the_intervals_and_do_not_say_more",
            "trends/test_interval.py::test_the_interval_is_wilsons",
        ),
    ),
    Promise(
        _NEW,
        "Breaks of the series are marked on the trend.",
        ("trends/test_figure.py::test_the_line_is_broken_at_breaks_and_gaps",),
        ("b-trend",),
    ),
    Promise(
        _NEW,
        "A point of the chart leads to the lit line.",
        (
            "stories/test_a_letter.py::test_several_letters_make_a_queue_and_a_trend",
            "gui/trends/test_page.py::test_a_click_on_a_point_opens_its_letter_at_the_line",
        ),
    ),
    Promise(
        _NEW,
        "A highlight checks itself.",
        (
            "gui/letter/test_highlights.py::test_words_that_read_otherwise_are_not_sure",
            "gui/letter/test_highlights.py::test_the_printed_figure_is_not_part_of_another",
        ),
    ),
    Promise(
        _NEW,
        "The strip of evidence in the paper.",
        (
            "reports/committee/test_strip.py::test_the_whole_line_is_cut_out_and_no_other",
            "reports/committee/test_making.py::test_what_is_outlined_is_what_the_page_prints_there",
            "reports/committee/test_word.py::test_each_strip_has_its_picture_with_its_words_and_its_caption",
            "reports/committee/test_word.py::test_what_could_not_be_pictured_keeps_its_words_and_its_place",
        ),
        ("b-paper",),
        otherwise="A strip for every figure of the letter and of the year before it; older figures are named by letter and page.",
    ),
    Promise(
        _NEW,
        "The Ombudsman's worries become actions that are carried to next year.",
        (
            "stories/test_over_the_years.py::test_what_was_learnt_comes_to_the_next_letters_until_one_says_what_was_done",
            "history/test_carried.py::test_a_note_comes_to_the_next_years_letter_and_to_no_other_authority_or_ombudsman",
            "review/test_noted.py::test_it_is_in_the_draft_at_once",
        ),
    ),
    Promise(
        _NEW,
        "Reading again is three ways: old, new and hand.",
        (
            "review/test_anew.py::test_all_three_ways_are_told_and_nothing_is_touched",
            "gui/again/test_reading_again.py::test_field_by_field",
        ),
    ),
    Promise(
        _NEW,
        "Letters are reconciled with what the Ombudsman publishes as a spreadsheet.",
        (
            "stories/test_published.py::test_a_spreadsheet_that_is_dropped_leads_to_the_figure_that_differs",
            "published/test_hold.py::test_rounding_is_respected_and_said",
            "published/test_table.py::test_a_heading_that_two_figures_fit_and_two_columns_of_one_figure_are_not_used",
            "published/test_number.py::test_nothing_is_never_nought",
            "published/test_compare.py::test_nothing_in_the_record_is_changed",
            "paper/test_spreadsheet.py::test_a_small_file_that_unpacks_to_far_more_than_the_limit",
            "gui/dialogs/test_published.py::test_the_year_is_asked_for_where_the_spreadsheet_does_not_say_one",
        ),
    ),
)
