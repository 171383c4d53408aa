"""Every action once, as data: its name, words, menu, keys and the verb it calls. Menus and key sheet are made from this."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ombudsview.gui.access.menu import KEY, Menu
from ombudsview.gui.style.words import QT_TRANSLATE_NOOP

Keys = tuple[str | QKeySequence.StandardKey, ...]

_K = QKeySequence.StandardKey


@dataclass(frozen=True)
class Act:
    """One action: `name` is its verb on the window, `menu` where it stands; `check` makes it one of the set of that name.

    `field_key` marks a key that only a field hears (Enter, Delete, Esc, Tab): it is shown in menu and key sheet, but the field
    itself handles it, so that text boxes keep their habits.
    """

    name: str
    text: str
    menu: str
    keys: Keys = ()
    field_key: str = ""
    check: str = ""
    breaks: bool = False


MENUS: tuple[tuple[str, str], ...] = (
    ("file", QT_TRANSLATE_NOOP("Menu", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Menu", "&Edit")),
    ("letter", QT_TRANSLATE_NOOP("Menu", "&Letter")),
    ("queue", QT_TRANSLATE_NOOP("Menu", "&Queue")),
    ("view", QT_TRANSLATE_NOOP("Menu", "&View")),
    ("go", QT_TRANSLATE_NOOP("Menu", "&Go")),
    ("tools", QT_TRANSLATE_NOOP("Menu", "&Tools")),
    ("help", QT_TRANSLATE_NOOP("Menu", "&Help")),
)

ACTS: tuple[Act, ...] = (
    Act("open", QT_TRANSLATE_NOOP("Action", "&Open letter..."), "file", (_K.Open,)),
    Act("open_folder", QT_TRANSLATE_NOOP("Action", "Open &folder..."), "file", ("Ctrl+Shift+O",)),
    Act("open_sample", QT_TRANSLATE_NOOP("Action", "Open the sam&ple letter"), "file"),
    Act("recent", QT_TRANSLATE_NOOP("Action", "&Recent"), "file"),
    Act("save_draft", QT_TRANSLATE_NOOP("Action", "&Save draft now"), "file", (_K.Save,), breaks=True),
    Act("print_pages", QT_TRANSLATE_NOOP("Action", "Pr&int the pages..."), "file", (_K.Print,), breaks=True),
    Act("print_record", QT_TRANSLATE_NOOP("Action", "Print the recor&d..."), "file"),
    Act("committee_paper", QT_TRANSLATE_NOOP("Action", "Co&mmittee paper..."), "file"),
    Act("close_letter", QT_TRANSLATE_NOOP("Action", "&Close letter"), "file", ("Ctrl+W",)),
    Act("quit", QT_TRANSLATE_NOOP("Action", "&Quit"), "file", ("Ctrl+Q",), breaks=True),
    Act("undo", QT_TRANSLATE_NOOP("Action", "&Undo"), "edit", (_K.Undo,)),
    Act("redo", QT_TRANSLATE_NOOP("Action", "&Redo"), "edit", ("Ctrl+Y", "Ctrl+Shift+Z")),
    Act(
        "copy_with_source",
        QT_TRANSLATE_NOOP("Action", "&Copy figure with its source"),
        "edit",
        ("Ctrl+Shift+C",),
        breaks=True,
    ),
    Act("find", QT_TRANSLATE_NOOP("Action", "&Find in letter..."), "edit", (_K.Find,), breaks=True),
    Act("find_next", QT_TRANSLATE_NOOP("Action", "Find &next"), "edit", (_K.FindNext,)),
    Act("find_previous", QT_TRANSLATE_NOOP("Action", "Find &previous"), "edit", (_K.FindPrevious,)),
    Act("agree", QT_TRANSLATE_NOOP("Action", "&Agree, and on to the next"), "letter", field_key="Enter"),
    Act("deny", QT_TRANSLATE_NOOP("Action", "&Not in letter"), "letter", field_key="Del"),
    Act("query", QT_TRANSLATE_NOOP("Action", "&Query..."), "letter", ("Ctrl+Shift+Q",)),
    Act("reset", QT_TRANSLATE_NOOP("Action", "&Back to the reader's value"), "letter", ("Ctrl+R",)),
    Act("continues", QT_TRANSLATE_NOOP("Action", "It goes &on, on the next page"), "letter", ("Ctrl+Shift+E",)),
    Act(
        "agree_safe",
        QT_TRANSLATE_NOOP("Action", "Agree all that pass every &check"),
        "letter",
        ("Ctrl+Shift+Enter", "Ctrl+Shift+Return"),
        breaks=True,
    ),
    Act("recognise", QT_TRANSLATE_NOOP("Action", "&Recognise pages"), "letter"),
    Act("stop_recognising", QT_TRANSLATE_NOOP("Action", "&Stop recognising"), "letter"),
    Act("fill_by_hand", QT_TRANSLATE_NOOP("Action", "Fill in by &hand..."), "letter"),
    Act("teach", QT_TRANSLATE_NOOP("Action", "&Teach a rule..."), "letter", ("Ctrl+T",), breaks=True),
    Act("own_rules", QT_TRANSLATE_NOOP("Action", "&Your rules..."), "letter"),
    Act("read_again", QT_TRANSLATE_NOOP("Action", "Read a&gain..."), "letter"),
    Act("finish", QT_TRANSLATE_NOOP("Action", "&Finish"), "letter", ("Ctrl+Enter", "Ctrl+Return"), breaks=True),
    Act("saves", QT_TRANSLATE_NOOP("Action", "Sa&ves of this letter..."), "letter", breaks=True),
    Act("take_back", QT_TRANSLATE_NOOP("Action", "Take the &last save back"), "letter"),
    Act("order_came", QT_TRANSLATE_NOOP("Action", "Order as they &came"), "queue", check="order"),
    Act("order_need", QT_TRANSLATE_NOOP("Action", "Order by &need"), "queue", check="order"),
    Act("order_authority", QT_TRANSLATE_NOOP("Action", "Order by &authority and year"), "queue", check="order"),
    Act("our_council", QT_TRANSLATE_NOOP("Action", "This is &our own council"), "queue", check="ours", breaks=True),
    Act("stop_reading", QT_TRANSLATE_NOOP("Action", "&Stop reading the others"), "queue", breaks=True),
    Act("go_on_reading", QT_TRANSLATE_NOOP("Action", "&Go on reading the others"), "queue"),
    Act("try_again", QT_TRANSLATE_NOOP("Action", "&Try the problems again"), "queue"),
    Act("remove_from_queue", QT_TRANSLATE_NOOP("Action", "&Remove from the queue"), "queue", breaks=True),
    Act("clear_finished", QT_TRANSLATE_NOOP("Action", "Remove all that are &finished"), "queue"),
    Act("zoom_in", QT_TRANSLATE_NOOP("Action", "Zoom &in"), "view", (_K.ZoomIn, "Ctrl+=")),
    Act("zoom_out", QT_TRANSLATE_NOOP("Action", "Zoom &out"), "view", (_K.ZoomOut,)),
    Act("fit_width", QT_TRANSLATE_NOOP("Action", "Fit &width"), "view", ("Ctrl+0",)),
    Act("turn_page", QT_TRANSLATE_NOOP("Action", "&Turn the pages"), "view", ("Ctrl+Alt+R",)),
    Act("plain_text", QT_TRANSLATE_NOOP("Action", "&Plain text of the letter"), "view", ("Ctrl+U",), check="text"),
    Act("thumbnails", QT_TRANSLATE_NOOP("Action", "Pages, &small"), "view", ("Shift+F9",), check="pages"),
    Act("move_line", QT_TRANSLATE_NOOP("Action", "&Move the line between panes"), "view", ("Ctrl+F6",)),
    Act("show_queue", QT_TRANSLATE_NOOP("Action", "Show the &queue"), "view", ("F9",), check="queue", breaks=True),
    Act("theme_system", QT_TRANSLATE_NOOP("Action", "Colours as the &desktop"), "view", check="theme", breaks=True),
    Act("theme_light", QT_TRANSLATE_NOOP("Action", "&Light colours"), "view", check="theme"),
    Act("theme_dark", QT_TRANSLATE_NOOP("Action", "Dar&k colours"), "view", check="theme"),
    Act("next_field", QT_TRANSLATE_NOOP("Action", "&Next field"), "go", field_key="Tab"),
    Act("previous_field", QT_TRANSLATE_NOOP("Action", "&Previous field"), "go", field_key="Shift+Tab"),
    Act("next_open", QT_TRANSLATE_NOOP("Action", "Next field that needs a &look"), "go", ("F8",)),
    Act("previous_open", QT_TRANSLATE_NOOP("Action", "Previous field that needs a loo&k"), "go", ("Shift+F8",)),
    Act("flash", QT_TRANSLATE_NOOP("Action", "&Show where it is printed"), "go", ("Ctrl+Space",)),
    Act("swap_side", QT_TRANSLATE_NOOP("Action", "Between field and p&age"), "go", ("F2",)),
    Act("next_pane", QT_TRANSLATE_NOOP("Action", "Ne&xt pane"), "go", ("F6",)),
    Act("previous_pane", QT_TRANSLATE_NOOP("Action", "Pre&vious pane"), "go", ("Shift+F6",)),
    Act("next_letter", QT_TRANSLATE_NOOP("Action", "N&ext letter"), "go", ("Ctrl+PgDown",), breaks=True),
    Act("previous_letter", QT_TRANSLATE_NOOP("Action", "P&revious letter"), "go", ("Ctrl+PgUp",)),
    Act("show_letter", QT_TRANSLATE_NOOP("Action", "Le&tter"), "go", ("Ctrl+1",), breaks=True),
    Act("show_history", QT_TRANSLATE_NOOP("Action", "&History"), "go", ("Ctrl+2",)),
    Act("show_trends", QT_TRANSLATE_NOOP("Action", "Tren&ds"), "go", ("Ctrl+3",)),
    Act("compare_published", QT_TRANSLATE_NOOP("Action", "Compare with the &published figures..."), "tools"),
    Act("copy_history", QT_TRANSLATE_NOOP("Action", "&Save a copy of the history..."), "tools", breaks=True),
    Act("backups_folder", QT_TRANSLATE_NOOP("Action", "&Where backups lie..."), "tools"),
    Act("check_history", QT_TRANSLATE_NOOP("Action", "&Check the history"), "tools"),
    Act("rebuild_history", QT_TRANSLATE_NOOP("Action", "&Rebuild the history from letter files..."), "tools"),
    Act("bring_back", QT_TRANSLATE_NOOP("Action", "&Bring back a save..."), "tools", breaks=True),
    Act("key_sheet", QT_TRANSLATE_NOOP("Action", "&Keys"), "help", ("F1",)),
    Act("accessibility", QT_TRANSLATE_NOOP("Action", "A&ccessibility"), "help"),
    Act("about", QT_TRANSLATE_NOOP("Action", "&About OmbudsView"), "help"),
)


def words(act: Act) -> str:
    """The action's words for people, mnemonic included."""
    return QCoreApplication.translate("Action", act.text)


def plain_words(act: Act) -> str:
    """The action's words without the mnemonic."""
    return words(act).replace("&", "")


def sequences(act: Act) -> list[QKeySequence]:
    """The keys as Qt wants them, each once."""
    found: list[QKeySequence] = []
    for key in act.keys:
        new = [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)[:2]
        found += [one for one in new if not one.isEmpty() and one not in found]
    return found


def keys_text(act: Act) -> str:
    """The first key as people write it; empty where there is none."""
    if act.field_key:
        return act.field_key
    made = sequences(act)
    return made[0].toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "Enter") if made else ""


def all_keys_text(act: Act) -> str:
    """Every key that does it, as people write them: `Ctrl+Y or Ctrl+Shift+Z`; not those of keyboards with a key for Open."""
    if act.field_key:
        return act.field_key
    rare = range(Qt.Key.Key_F13, Qt.Key.Key_F35 + 1)
    common = [
        one
        for one in sequences(act)
        if one[0].key() < Qt.Key.Key_Back and one[0].key() not in rare  # type: ignore[index]
    ]
    written = [one.toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "Enter") for one in common]
    return QCoreApplication.translate("Action", " or ").join(dict.fromkeys(written))


def build(owner: QWidget, verbs: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """One QAction for each act, connected to its verb; KeyError where a verb is missing."""
    made: dict[str, QAction] = {}
    for act in ACTS:
        action = QAction(words(act), owner)
        action.setObjectName(act.name)
        action.setShortcuts(sequences(act))
        action.setCheckable(bool(act.check))
        if act.field_key:
            action.setProperty(KEY, act.field_key)
        elif key := keys_text(act):
            action.setToolTip(f"{plain_words(act)} ({key})")
        verb = verbs[act.name]
        action.triggered.connect(lambda _=False, verb=verb: verb())
        owner.addAction(action)
        made[act.name] = action
    return made


def fill(bar: QMenuBar, made: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Put the menus into a menu bar, in order."""
    menus: dict[str, QMenu] = {}
    for name, text in MENUS:
        menu = menus[name] = Menu(QCoreApplication.translate("Menu", text), bar)
        bar.addMenu(menu)
        for act in ACTS:
            if act.menu == name:
                if act.breaks and menu.actions():
                    menu.addSeparator()
                menu.addAction(made[act.name])
    return menus


NEED_REVIEW = (
    "print_record",
    "copy_with_source",
    "agree",
    "deny",
    "query",
    "reset",
    "continues",
    "agree_safe",
    "teach",
    "read_again",
    "finish",
    "flash",
)
"""Actions that mean nothing before a letter has been read."""

NEED_PAPER = ("find", "find_next", "find_previous", "turn_page", "plain_text")
"""Actions that need the words of a letter, whatever kind it is."""


def plain_words_of(name: str) -> str:
    """The words of an action by its name, without the mnemonic."""
    return plain_words(next(act for act in ACTS if act.name == name))


def keys_of(name: str) -> str:
    """The first key of an action by its name, as people write it."""
    return keys_text(next(act for act in ACTS if act.name == name))
