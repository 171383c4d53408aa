"""Colours, type and spacing, once, as data: the palette and the one style sheet are made from these tokens."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from ombudsview.gui.style.resources import dark_arrow
from ombudsview.review.states import State

UNIT = 8
"""The spacing unit in pixels; hairs use half of it."""

CORNER = 6

FOCUS = 2
"""The width in pixels of whatever shows where the keys go."""


@dataclass(frozen=True)
class Theme:
    """One set of colours. Paper stays white in both, so what is drawn upon the page always uses `LIGHT`.

    Hairlines (`line`) only divide; what must be seen to be used has an `edge`. A test holds what the contrast of each pair must reach.
    """

    dark: bool
    ground: str
    panel: str
    line: str
    edge: str
    canvas: str
    ink: str
    soft: str
    accent: str
    on_accent: str
    look: str
    agreed: str
    changed: str
    gone: str
    row: str
    field: str
    thumb: str
    source: str = "#ffe08a"
    paper: str = "#ffffff"

    def of_state(self, state: State) -> QColor:
        """The colour of a state; shape and word say the same, so nothing hangs on it alone."""
        return QColor(getattr(self, _TOKENS[state]))


_TOKENS = {
    State.TO_CHECK: "accent",
    State.LOOK_HERE: "look",
    State.AGREED: "agreed",
    State.CHANGED: "changed",
    State.QUERY: "changed",
    State.NOT_IN_LETTER: "gone",
    State.WORKED_OUT: "soft",
    State.NOT_FOUND: "gone",
}

LIGHT = Theme(
    dark=False,
    ground="#f4f5f7",
    panel="#ffffff",
    line="#d9dce1",
    edge="#808893",
    canvas="#e3e6ea",
    ink="#1c2126",
    soft="#5a636d",
    accent="#0b5cad",
    on_accent="#ffffff",
    look="#b84a00",
    agreed="#00704f",
    changed="#8a3a72",
    gone="#646d76",
    row="#eef4fb",
    field="#ffffff",
    thumb="#808893",
)
DARK = Theme(
    dark=True,
    ground="#1b1e22",
    panel="#24282d",
    line="#3a4047",
    edge="#78828c",
    canvas="#14161a",
    ink="#e8eaed",
    soft="#a2abb5",
    accent="#6cb2f7",
    on_accent="#10202f",
    look="#ff9d57",
    agreed="#4fd0a3",
    changed="#e39bcb",
    gone="#98a2ad",
    row="#2b3542",
    field="#1b1e22",
    thumb="#78828c",
)

_current = LIGHT


def theme() -> Theme:
    """The colours in use; widgets ask at each painting, so that a change of scheme needs no wiring."""
    return _current


def type_size(nominal: int) -> int:
    """A step of the type scale (11, 13, 14, 18) in pixels, grown with the system's own text size, never below the nominal."""
    return max(nominal, round(nominal * _pixels(QApplication.font().key()) / 13))


@cache
def _pixels(_font: str) -> int:
    """The size of the system's font, which takes long to find out and is asked for by every row (letter on screen: 3 ms)."""
    return QFontInfo(QApplication.font()).pixelSize()


def type_font(nominal: int, *, bold: bool = False, tabular: bool = False) -> QFont:
    """The system's family at one step of the scale; `tabular` gives figures of equal width where the family has them."""
    font = QFont(QApplication.font())
    font.setPixelSize(type_size(nominal))
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def wants_dark(app: QApplication, choice: str) -> bool:
    """Whether to be dark: the officer's choice (`light`, `dark`), else as the desktop says."""
    if choice in {"light", "dark"}:
        return choice == "dark"
    return app.styleHints().colorScheme() is Qt.ColorScheme.Dark


def apply(app: QApplication, choice: str = "system") -> Theme:
    """Put a theme on the whole program: Fusion, the palette, the style sheet."""
    global _current  # noqa: PLW0603 - one screen has one theme; it is asked for at each painting
    _pixels.cache_clear()
    _current = DARK if wants_dark(app, choice) else LIGHT
    app.setPalette(_palette(_current))
    for kind in ("QCheckBox", "QComboBox"):  # as text: the bytes that the stubs ask for are refused
        app.setPalette(_edged(_current), kind)  # type: ignore[arg-type]
    app.setStyleSheet(_style_sheet(_current))
    return _current


def _palette(tokens: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(tokens.panel), QColor(tokens.ground))
    for which, colour in {
        role.Window: tokens.ground,
        role.WindowText: tokens.ink,
        role.Base: tokens.field,
        role.AlternateBase: tokens.ground,
        role.Text: tokens.ink,
        role.Button: tokens.panel,
        role.ButtonText: tokens.ink,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.ToolTipBase: tokens.panel,
        role.ToolTipText: tokens.ink,
        role.PlaceholderText: tokens.soft,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Mid: tokens.line,
        role.Accent: tokens.accent,
    }.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.gone))
    return palette


def _edged(tokens: Theme) -> QPalette:
    """For what the style draws itself: its outlines are the colour of the window made darker by two fifths."""
    palette = _palette(tokens)
    palette.setColor(QPalette.ColorRole.Window, QColor(tokens.edge).lighter(140))
    return palette


def _style_sheet(t: Theme) -> str:
    small, body = type_size(11), type_size(13)
    return f"""
    QWidget {{ font-size: {body}px; }}
    QMainWindow, QDialog {{ background: {t.panel}; }}
    QMenuBar {{ background: {t.panel}; border-bottom: 1px solid {t.line}; padding: 2px 4px; }}
    QMenuBar::item {{ padding: 2px 6px; border: 2px solid transparent; border-radius: 4px; background: transparent; }}
    QMenu::item {{ padding: 3px 26px 3px 22px; border: 2px solid transparent; border-radius: 4px; }}
    QMenuBar::item:selected, QMenu::item:selected {{ background: {t.row}; color: {t.ink}; border-color: {t.accent}; }}
    QMenu {{ background: {t.panel}; border: 1px solid {t.line}; padding: 4px; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QMenu::item:disabled {{ color: {t.gone}; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
    QToolTip {{ background: {t.panel}; color: {t.ink}; border: 1px solid {t.line}; padding: 4px; }}
    *[surface="panel"] {{ background: {t.panel}; }}
    *[surface="strip"] {{ background: {t.panel}; border-bottom: 1px solid {t.line}; }}
    *[surface="ground"] {{ background: {t.ground}; }}
    *[surface="float"] {{ background: {t.panel}; border: 1px solid {t.line}; border-radius: {CORNER}px; }}
    *[ink="soft"] {{ color: {t.soft}; }} *[ink="look"] {{ color: {t.look}; }}
    *[surface="drop"] {{ border: 2px dashed {t.line}; border-radius: {2 * CORNER}px; background: {t.panel}; }}
    *[surface="hairline"] {{ background: {t.line}; }}
    *[type="title"] {{ font-size: {type_size(18)}px; font-weight: 600; }}
    *[type="heading"] {{ font-size: {small}px; font-weight: 600; color: {t.soft}; padding: 12px 0 4px 10px; }}
    QDialog *[type="heading"] {{ padding-left: 0; }}
    *[type="strong"] {{ font-weight: 600; }}
    *[type="small"] {{ font-size: {small}px; }}
    {_controls(t)}{_boxes(t)}{_arrows() if t.dark else ""}"""


def _arrows() -> str:
    """Qt's own file dialog has black arrows, whatever the palette; on a dark ground it gets others."""
    arrows = {"back": "back", "forward": "forward", "toParent": "up"}
    return "".join(
        f'QFileDialog QToolButton#{name}Button {{ qproperty-icon: url("{dark_arrow(icon).as_posix()}"); }}\n'
        for name, icon in arrows.items()
    )


def _boxes(t: Theme) -> str:
    """What is chosen from, listed and scrolled."""
    return f"""
    QPushButton[look="inline"] {{ border: none; background: transparent; color: {t.accent}; padding: 5px 0; text-align: left; }}
    QPushButton[look="inline"]:hover {{ text-decoration: underline; }}
    QSplitter::handle {{ background: {t.line}; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
    QScrollBar::handle {{ background: {t.thumb}; border-radius: 3px; margin: 3px; min-height: 32px; min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {t.gone}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QAbstractScrollArea {{ border: none; }}
    QListView {{ background: {t.panel}; outline: none; }}
    *[look="boxed"] {{ border: 1px solid {t.line}; border-radius: {CORNER}px; padding: 3px; }}
    *[look="boxed"]:focus {{ border-color: {t.accent}; }}
    *[look="boxed"]::item {{ padding: 5px 2px; border-radius: 4px; }}
    *[look="boxed"]::item:selected {{ background: {t.row}; color: {t.ink}; }}
    *[look="boxed"]::item:focus {{ border: 2px solid {t.accent}; padding: 3px 0; }}
    QProgressBar {{ background: {t.line}; border: none; border-radius: 3px; max-height: 6px; }}
    QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
    """


def _controls(t: Theme) -> str:
    """Buttons and boxes; where the keys go has a frame of `FOCUS` pixels."""
    return f"""
    QPushButton {{ background: {t.panel}; border: 1px solid {t.line}; border-radius: {CORNER}px;
        padding: 5px 12px; min-height: 16px; }}
    QPushButton:hover {{ border-color: {t.accent}; }}
    QPushButton:focus {{ border: 2px solid {t.accent}; padding: 4px 11px; }}
    QPushButton:pressed {{ background: {t.row}; }}
    QPushButton:disabled {{ color: {t.gone}; }}
    QPushButton[look="primary"] {{ background: {t.accent}; color: {t.on_accent}; border: 2px solid {t.panel};
        font-weight: 600; padding: 7px 19px; }}
    QPushButton[look="primary"]:focus {{ border-color: {t.ink}; }}
    QPushButton[look="primary"]:disabled {{ background: {t.line}; color: {t.soft}; }}
    QPushButton[look="large"] {{ padding: 8px 20px; }}
    QPushButton[look="large"]:focus {{ padding: 7px 19px; }}
    QPushButton[look="tab"] {{ border: 2px solid transparent; padding: 5px 14px; font-weight: 600; }}
    QPushButton[look="tab"]:hover {{ background: {t.ground}; }}
    QPushButton[look="tab"]:checked {{ background: {t.row}; color: {t.accent}; border-bottom-color: {t.accent}; }}
    QPushButton[look="tab"]:focus {{ border-color: {t.accent}; }}
    QPushButton[look="link"] {{ border: none; background: transparent; color: {t.accent}; padding: 5px 10px;
        text-align: left; }}
    QPushButton[look="link"]:hover {{ background: {t.row}; }}
    QPushButton[look="link"]:focus {{ border: 2px solid {t.accent}; padding: 3px 8px; }}
    QPushButton[look="quiet"] {{ border: none; background: transparent; padding: 4px 8px; }}
    QPushButton[look="quiet"]:hover {{ background: {t.row}; }}
    QPushButton[look="quiet"]:focus {{ border: 2px solid {t.accent}; padding: 2px 6px; border-radius: 4px; }}
    QLineEdit {{ background: {t.field}; border: 1px solid {t.edge}; border-radius: 4px; padding: 3px 7px; }}
    QLineEdit:focus {{ border: 2px solid {t.accent}; padding: 2px 6px; }}
    QPlainTextEdit[look="box"] {{ background: {t.field}; border: 1px solid {t.edge}; border-radius: 4px; padding: 1px 4px; }}
    QPlainTextEdit[look="box"]:focus {{ border: 2px solid {t.accent}; padding: 0px 3px; }}
    QPlainTextEdit[look="words"] {{ background: transparent; border: none; padding: 0px; }}
    QCheckBox {{ border: 2px solid transparent; border-radius: 4px; padding: 3px; min-height: 18px; }}
    QCheckBox:focus {{ border-color: {t.accent}; }}
    """
