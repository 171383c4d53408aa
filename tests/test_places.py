"""Every path comes from one object, and lies where it was asked to."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from ombudsview.places import ENVIRONMENT_VARIABLE, Places, resources


def every_path(places: Places) -> dict[str, Path]:
    names = [name for name, part in vars(Places).items() if isinstance(part, property)]
    return {name: getattr(places, name) for name in names}


def test_everything_lies_under_the_base(tmp_path: Path) -> None:
    paths = every_path(Places.under(tmp_path))
    assert len(paths) >= 8
    assert all(path.is_relative_to(tmp_path) for path in paths.values())
    assert len(set(paths.values())) == len(paths)


def test_naming_a_place_makes_nothing(tmp_path: Path) -> None:
    every_path(Places.under(tmp_path / "base"))
    assert list(tmp_path.iterdir()) == []


def test_what_can_be_made_again_lies_apart_from_the_record(tmp_path: Path) -> None:
    places = Places.under(tmp_path)
    for kept in (places.history, places.documents, places.letter_files, places.drafts, places.backups):
        assert kept.is_relative_to(places.data)
    assert places.logs.is_relative_to(places.cache)
    assert places.window_state.is_relative_to(places.settings)
    assert not places.cache.is_relative_to(places.data)


def test_a_base_is_made_absolute_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program may change its folder later; its places stay."""
    monkeypatch.chdir(tmp_path)
    places = Places.under(Path("mine"))
    assert places.data == tmp_path / "mine" / "data"
    monkeypatch.setenv("HOME", str(tmp_path))
    assert Places.under(Path("~/mine")).data == tmp_path / "mine" / "data"


def test_the_command_line_goes_before_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(tmp_path / "environment"))
    assert Places.chosen(str(tmp_path / "line")) == Places.under(tmp_path / "line")
    assert Places.chosen(None) == Places.under(tmp_path / "environment")
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, "")
    assert Places.chosen(None) == Places.of_platform()


def test_without_either_the_platforms_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT_VARIABLE)
    for name, folder in (("DATA", "d"), ("CONFIG", "c"), ("CACHE", "k")):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / folder))
    places = Places.chosen(None)
    assert {places.data.name, places.settings.name, places.cache.name} == {"ombudsview"}
    assert len({places.data, places.settings, places.cache}) == 3


def test_places_do_not_change(tmp_path: Path) -> None:
    places = Places.under(tmp_path)
    with pytest.raises(FrozenInstanceError):
        places.data = tmp_path  # type: ignore[misc]
    assert places == Places.under(tmp_path)


def test_the_resources_are_there() -> None:
    assert (resources() / "icons" / "ombudsview.svg").is_file()
