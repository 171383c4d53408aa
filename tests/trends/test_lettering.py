from ombudsview.trends.lettering import measured, wrapped


def test_longer_text_is_wider_and_a_dollar_is_only_a_dollar():
    assert measured("5 of 6", 11)[0] < measured("15 of 16", 11)[0]
    assert measured("$x^2$", 11)[0] > measured("x^2", 11)[0]


def test_lines_are_no_wider_than_asked_and_lose_no_word():
    text = "Upheld rate: 5 of 6 in 2023-24, above the average of similar councils"
    lines = wrapped(text, 18, 300, bold=True)
    assert len(lines) > 1
    assert " ".join(lines) == text
    assert all(measured(line, 18, bold=True)[0] <= 300 for line in lines)


def test_nothing_has_no_lines():
    assert wrapped("", 11, 100) == ()
