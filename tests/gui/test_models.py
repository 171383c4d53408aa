"""No model of the window goes without Qt's own tester of models."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel

from ombudsview import gui
from tests.helpers.process import ROOT

TESTED = {
    "gui.dialogs.differences.DifferencesModel": "gui/again/test_reading_again.py::test_the_table_is_a_sound_model",
    "gui.dialogs.held_model.HeldModel": "gui/dialogs/test_held_model.py::test_the_model_keeps_qts_rules",
    "gui.dialogs.rules_model.RulesModel": "gui/dialogs/test_rules.py::test_the_model_keeps_qts_rules",
    "gui.dialogs.twin_differences.Differences": "gui/test_twins.py::test_the_table_of_differences_keeps_to_the_rules_of_models",
    "gui.history.model.LettersModel": "gui/history/test_page.py::test_model_keeps_qts_rules",
    "gui.letter.thumbnails.PagesModel": "gui/letter/test_aids.py::test_small_pages_lead_to_their_page_and_tell_which_have_figures",
    "gui.queue.model.Queue": "gui/queue/test_model.py::queue",
    "gui.trends.model.SeriesModel": "gui/trends/test_page.py::test_the_model_keeps_qts_rules",
}
"""Each model, and the test or fixture that hands one to the tester; a proxy of Qt's own is tested where the history's is."""


def models() -> Iterator[str]:
    """Every class of the window that is a model of Qt's."""
    for module in pkgutil.walk_packages(gui.__path__, "ombudsview.gui."):
        for name, one in vars(importlib.import_module(module.name)).items():
            is_ours = isinstance(one, type) and one.__module__ == module.name and issubclass(one, QAbstractItemModel)
            if is_ours and not one.__subclasses__():  # what others are made from is tested with them
                yield f"{module.name.removeprefix('ombudsview.')}.{name}"


def test_every_model_is_known() -> None:
    assert set(models()) == set(TESTED)


@pytest.mark.parametrize("model", TESTED)
def test_each_is_handed_to_qts_tester(model: str) -> None:
    place, _, name = TESTED[model].partition("::")
    tree = ast.parse((ROOT / "tests" / place).read_text("utf-8"))
    (test,) = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == name]
    checks = [node for node in ast.walk(test) if isinstance(node, ast.Attribute) and node.attr == "check"]
    assert any(isinstance(one.value, ast.Name) and one.value.id == "qtmodeltester" for one in checks)
