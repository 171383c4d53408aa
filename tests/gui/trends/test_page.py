import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ombudsview.errors import Trouble
from ombudsview.gui.style import theme
from ombudsview.gui.trends.export import FORMS, suggested_name
from ombudsview.gui.trends.page import TrendsPage
from ombudsview.trends.measure import MEASURES
from ombudsview.trends.series import series
from tests.trends.figures import COUNCIL, TEN_YEARS, letter, upheld

OTHER = "Other Borough Council"
PNG, SVG, CSV = FORMS


class Record:
    """The history's part: figures by authority, which a test may change or take away."""

    def __init__(self):
        self.figures_of = {COUNCIL: TEN_YEARS, OTHER: letter(2024, name="other", authority=OTHER, upheld_rate="12")}
        self.trouble = None

    def figures(self, authority):
        return self.figures_of[authority]

    def authorities(self):
        if self.trouble:
            raise self.trouble
        return tuple(self.figures_of)


@pytest.fixture
def record():
    return Record()


@pytest.fixture(scope="session")
def font_cache(tmp_path_factory):
    """One for all tests: to make it takes the process that draws longer than all else."""
    return tmp_path_factory.mktemp("fonts")


@pytest.fixture
def page(qtbot, record, tmp_path, font_cache):
    QCoreApplication.sendPostedEvents(
        None, QEvent.Type.DeferredDelete
    )  # the pages of earlier tests, which only wait for it
    page = TrendsPage(
        record.figures,
        record.authorities,
        font_cache=font_cache,
        ask=lambda _parent, form, _name: (tmp_path / f"chart.{form.ending}", False),
    )
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    qtbot.waitUntil(lambda: page.chart.plan is not None, timeout=60_000)
    yield page
    page.drawer.close()


def row(page, number):
    return [page.model.index(number, column).data() for column in range(page.model.columnCount())]


def test_the_title_is_the_finding_and_the_table_repeats_every_figure(page):
    assert page.title.text().startswith("Upheld rate: 5 of 6 in 2023-24, above")
    assert page.progress.text().startswith("Up 8 points since 2022-23")
    assert row(page, 0) == ["2023-24", "83%", "5 of 6", "63%", "+20", "too few cases to tell"]
    assert page.model.rowCount() == 10
    assert "2019-20: 100%, 2 of 2" in page.chart.accessibleDescription()


def test_choosing_a_measure_an_authority_and_no_average(page):
    page.choices.measures.setCurrentRow(3)
    assert page.title.text().startswith("Upheld decisions: 5 in 2023-24")
    assert not page.choices.average.isEnabled()
    page.choices.measures.setCurrentRow(0)
    page.choices.average.setChecked(False)
    assert row(page, 0) == ["2023-24", "83%", "5 of 6", ""]
    page.show_authority(OTHER)
    assert page.title.text() == "Upheld rate: 12% in 2023-24"
    assert "One year is no trend yet" in page.caption.text()


def test_a_measure_that_no_letter_gives_says_what_to_do(page):
    page.choices.measures.setCurrentRow(1)
    assert page.title.text() == "Compliance rate: not in any saved letter"
    assert "Choose another measure" in page.caption.text()
    assert row(page, 0)[1] == "–"


@pytest.mark.parametrize(
    ("column", "key"),
    [(0, "upheld_rate"), (1, "upheld_rate"), (2, "upheld_decisions"), (3, "upheld_rate_similar"), (5, "upheld_rate")],
)
@pytest.mark.parametrize("pressed", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_opens_the_printed_line_of_the_cell(page, qtbot, column, key, pressed):
    page.table.setCurrentIndex(page.model.index(4, column))
    with qtbot.waitSignal(page.open_letter) as heard:
        qtbot.keyClick(page.table, pressed)
    assert heard.args == ["letter-2020", key]


def test_a_click_on_an_underlined_figure_opens_it_once_and_elsewhere_nothing(page, qtbot):
    heard = []
    page.open_letter.connect(lambda *args: heard.append(args))
    for column in (3, 5, 0):
        place = page.table.visualRect(page.model.index(1, column)).center()
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard == [("letter-2023", "upheld_rate_similar")]


def test_a_gap_leads_nowhere(page, qtbot, record):
    record.figures_of = {COUNCIL: (*upheld(2016, "40", "2", "5", "42"), *upheld(2018, "43", "3", "7", "47"))}
    page.refresh()
    assert row(page, 1)[:3] == ["2016-17", "–", ""]
    page.table.setCurrentIndex(page.model.index(1, 1))
    with qtbot.assertNotEmitted(page.open_letter):
        qtbot.keyClick(page.table, Qt.Key.Key_Return)


def test_a_click_on_a_point_opens_its_letter_at_the_line(page, qtbot):
    plan = page.chart.plan
    place = QPointF(plan.x(2020), plan.y(100)).toPoint()
    with qtbot.waitSignal(page.open_letter) as heard:
        qtbot.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=place)
    assert heard.args == ["letter-2020", "upheld_rate"]
    with qtbot.assertNotEmitted(page.open_letter):
        qtbot.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=QPointF(plan.x(2020), plan.y(75)).toPoint())


def test_pointing_at_a_mark_tells_its_year(page, qtbot):
    plan = page.chart.plan
    qtbot.mouseMove(page.chart, QPointF(plan.x(2020), plan.y(100)).toPoint())
    assert "2019-20: 100%, 2 of 2; average 45%" in page.chart.toolTip()
    assert page.chart.cursor().shape() is Qt.CursorShape.PointingHandCursor


def test_the_mark_that_is_picked_is_the_mark_that_is_seen(page):
    plan, picture = page.chart.plan, page.chart.grab().toImage()
    ratio = picture.width() / page.chart.width()
    colour = picture.pixelColor(round(plan.x(2024) * ratio), round(plan.y(83) * ratio))
    assert colour.name() == theme.theme().accent


def test_a_chart_made_smaller_is_drawn_for_its_new_size(page, qtbot):
    before = page.chart.plan
    page.resize(900, 600)
    qtbot.waitUntil(lambda: page.chart.plan not in (None, before), timeout=60_000)
    assert page.chart.plan.plot.right < page.chart.width() < before.plot.right


def test_a_change_of_colours_reaches_the_chart(page, qtbot):
    app = QApplication.instance()
    style, palette = app.styleSheet(), app.palette()
    try:
        for choice in ("dark", "light"):
            tokens = theme.apply(app, choice)
            qtbot.waitUntil(lambda: page.chart.plan is not None, timeout=60_000)
            plan, picture = page.chart.plan, page.chart.grab().toImage()
            assert picture.pixelColor(2, 2).name() == tokens.panel
            assert picture.pixelColor(round(plan.x(2024)), round(plan.y(83))).name() == tokens.accent
    finally:
        app.setStyleSheet(style)
        app.setPalette(palette)


def test_without_letters_the_page_says_what_to_do(page, record):
    record.figures_of = {}
    page.refresh()
    assert page.empty.isVisible()
    assert "finish it with Ctrl+Enter" in page.empty.text()
    assert not page.table.isVisible()
    record.figures_of = {COUNCIL: TEN_YEARS}
    page.refresh()
    assert page.table.isVisible()
    assert not page.empty.isVisible()


def test_a_record_that_cannot_be_read_is_told_in_its_sentence(page, record):
    record.trouble = Trouble("history_locked", "The history is in use.", "Close it there.")
    page.refresh()
    assert page.empty.text() == "The history is in use. Close it there."


def test_the_page_asks_again_when_it_is_shown(page, record):
    page.hide()
    record.figures_of[COUNCIL] = (*TEN_YEARS, *upheld(2025, "90", "9", "10", "66"))
    page.show()
    assert row(page, 0)[0] == "2024-25"


@pytest.mark.parametrize(("form", "start"), [(PNG, b"\x89PNG"), (SVG, b"<?xml"), (CSV, b"\xef\xbb\xbfauthority,")])
def test_saving_in_each_form_never_replaces_silently(page, qtbot, tmp_path, form, start):
    path = tmp_path / f"chart.{form.ending}"
    with qtbot.waitSignal(page.noticed) as heard:
        page.export_as(form)
    assert heard.args == [f"Saved “{path.name}”."]
    assert path.read_bytes().startswith(start)
    path.write_bytes(b"mine")
    with qtbot.waitSignal(page.troubled) as told:
        page.export_as(form)
    assert told.args[0].code == "exists"
    assert path.read_bytes() == b"mine"


def test_the_menu_offers_every_form(page, qtbot, tmp_path):
    actions = page.export_button.menu().actions()
    assert len(actions) == len(FORMS)
    actions[2].trigger()
    assert (tmp_path / "chart.csv").exists()


def test_a_suggested_name_holds_nothing_that_a_disk_refuses():
    odd = letter(2024, authority="St Albans / Old: <New>", upheld_rate="1")
    assert suggested_name(series(odd, MEASURES[0]), PNG) == "St Albans Old New - Upheld rate.png"


def test_what_takes_the_focus_has_a_name(page):
    focusable = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
    ]
    nameless = [widget for widget in focusable if not (widget.accessibleName() or getattr(widget, "text", str)())]
    assert nameless == []
    assert page.table in focusable


def test_the_model_keeps_qts_rules(page, qtmodeltester):
    qtmodeltester.check(page.model)


def test_figures_say_that_they_open_their_line(page):
    told = page.model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "83%, opens its printed line"


def test_tab_goes_through_the_page_as_it_is_read(page, qtbot):
    page.activateWindow()
    page.choices.authorities.setFocus()
    met = [QApplication.focusWidget()]
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
    choices = page.choices
    assert met == [choices.authorities, choices.measures, choices.average, page.export_button, page.table]


def test_the_table_is_there_while_the_chart_is_still_coming(qtbot, record, font_cache):
    page = TrendsPage(record.figures, record.authorities, font_cache=font_cache)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    assert page.chart.plan is None
    assert page.title.text().startswith("Upheld rate: 5 of 6")
    assert page.model.rowCount() == 10
    page.choices.measures.setCurrentRow(3)
    qtbot.waitUntil(lambda: page.chart.plan is not None, timeout=60_000)
    assert page.chart.series.measure.key == "upheld_decisions"
    assert page.split.widget(0) is page.chart
    page.drawer.close()


def test_the_page_opens_on_the_authority_that_is_wished(page, record):
    page.hide()
    page.show_authority(OTHER)
    page.show()
    assert page.choices.authority == OTHER
    page.hide()
    page.show_authority("Nobody's Council")
    page.show()
    assert page.choices.authority == OTHER


def test_a_remark_that_does_not_fit_is_told_in_full(page):
    assert page.model.index(0, 5).data(Qt.ItemDataRole.ToolTipRole) == "too few cases to tell"


def test_without_letters_one_can_be_opened_but_not_where_the_record_cannot_be_read(page, qtbot, record):
    record.figures_of = {}
    page.refresh()
    with qtbot.waitSignal(page.open_asked):
        page.invite.click()
    record.trouble = Trouble("history_locked", "The history is in use.", "Close it there.")
    page.refresh()
    assert page.invite.isHidden()
