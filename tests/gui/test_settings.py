from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ombudsview.gui.settings import MOST_RECENT, Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "settings.json"


def test_settings_come_back(path: Path) -> None:
    first = Settings(path)
    first.theme = "dark"
    first.remember(Path("/letters/a.pdf"))
    again = Settings(path)
    assert (again.theme, again.recent) == ("dark", (Path("/letters/a.pdf"),))
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_the_last_letter_is_first_and_each_is_there_once(path: Path) -> None:
    settings = Settings(path)
    for name in ("a", "b", "a", *map(str, range(MOST_RECENT))):
        settings.remember(Path(f"/letters/{name}.pdf"))
    settings.remember(Path("/letters/3.pdf"))
    assert len(settings.recent) == MOST_RECENT
    assert settings.recent[0] == Path("/letters/3.pdf")
    assert len(set(settings.recent)) == MOST_RECENT


def test_keys_of_a_later_version_are_kept(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"theme": "light", "from_tomorrow": [1, 2]}')
    Settings(path).theme = "dark"
    assert json.loads(path.read_text()) == {"theme": "dark", "from_tomorrow": [1, 2]}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[1]",
        "{",
        '{"theme": 7, "recent": "x"}',
        '{"recent": [1, null]}',
        '{"theme": [], "recent": ["a\\u0000b"]}',
        "[" * 100_000,
    ],
)
def test_settings_that_cannot_be_read_are_as_on_the_first_day(path: Path, content: str) -> None:
    path.parent.mkdir()
    path.write_text(content)
    settings = Settings(path)
    assert (settings.theme, settings.recent) == ("system", ())
    settings.theme = "dark"
    assert Settings(path).theme == "dark"


def test_settings_that_cannot_be_written_hold_for_the_session(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    settings = Settings(in_the_way / "settings.json")
    settings.theme = "dark"
    assert settings.theme == "dark"


def test_what_is_set_holds_at_once_and_is_written_behind_the_last_one_last(path: Path) -> None:
    settings, waiting = Settings(path), list[Callable[[], object]]()
    settings.later = waiting.append
    settings.theme = "dark"
    settings.theme = "light"
    settings.remember(Path("/letters/a.pdf"))
    assert settings.recent == (Path("/letters/a.pdf"),)
    assert not path.exists()
    for write in waiting:
        write()
    again = Settings(path)
    assert (again.theme, again.recent) == ("light", settings.recent)
