from ombudsview.trends.breaks import BREAKS, breaks_within


def test_breaks_are_those_the_ombudsman_made_each_with_a_reason():
    assert [one.year for one in BREAKS] == [2009, 2012, 2014, 2019, 2021, 2023, 2025]
    assert all(one.reason.endswith(".") and one.label for one in BREAKS)
    assert len({one.label for one in BREAKS}) == len(BREAKS)


def test_a_break_lies_before_its_first_year():
    assert [one.year for one in breaks_within(2020, 2021)] == [2021]
    assert breaks_within(2021, 2022) == ()
    assert [one.year for one in breaks_within(2018, 2023)] == [2019, 2021, 2023]
