"""The one object that knows a path. Everything the program writes lies under its folders; it is passed in, never patched."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

ENVIRONMENT_VARIABLE = "OMBUDSVIEW_BASE"


@dataclass(frozen=True)
class Places:
    """The folders of one installation: `data` holds the record, `settings` and `cache` what can be made again."""

    data: Path
    settings: Path
    cache: Path

    @classmethod
    def under(cls, base: Path) -> Places:
        """All folders below one base, as `--base` asks."""
        base = base.expanduser().absolute()
        return cls(data=base / "data", settings=base / "settings", cache=base / "cache")

    @classmethod
    def of_platform(cls) -> Places:
        """The folders that the platform keeps for programs."""
        import platformdirs  # 10 ms that `--base` need not pay

        return cls(
            data=Path(platformdirs.user_data_dir("ombudsview", appauthor=False)),
            settings=Path(platformdirs.user_config_dir("ombudsview", appauthor=False)),
            cache=Path(platformdirs.user_cache_dir("ombudsview", appauthor=False)),
        )

    @classmethod
    def chosen(cls, base: str | None) -> Places:
        """`base` from the command line, else from the environment, else the platform's folders."""
        base = base or os.environ.get(ENVIRONMENT_VARIABLE)
        return cls.under(Path(base)) if base else cls.of_platform()

    @property
    def history(self) -> Path:
        """The SQLite file."""
        return self.data / "history.sqlite"

    @property
    def documents(self) -> Path:
        """Kept copies of the PDFs, named by their SHA-256."""
        return self.data / "documents"

    @property
    def letter_files(self) -> Path:
        """One JSON file a saved letter, from which the history can be rebuilt."""
        return self.data / "letters"

    @property
    def drafts(self) -> Path:
        """Journals of letters that are not finished."""
        return self.data / "drafts"

    @property
    def rules(self) -> Path:
        """One JSON file for each rule that the officer taught."""
        return self.data / "rules"

    @property
    def wording(self) -> Path:
        """What was learnt of each year's wording: one JSON file a year, which can be made again from the history."""
        return self.data / "wording"

    @property
    def backups(self) -> Path:
        """Copies of the history, made before migrations and by rule."""
        return self.data / "backups"

    @property
    def recognised(self) -> Path:
        """What was recognised on pictures of pages, a file a page."""
        return self.cache / "recognised"

    @property
    def logs(self) -> Path:
        """Rotating logs: field keys and counts, never values or names."""
        return self.cache / "logs"

    @property
    def window_state(self) -> Path:
        """Window geometry and splitters, an INI file."""
        return self.settings / "window.ini"

    @property
    def preferences(self) -> Path:
        """The officer's settings and the recent letters, a JSON file."""
        return self.settings / "settings.json"


def resources() -> Path:
    """The folder of shipped icons, themes, sample letter and register: inside the package once installed, beside it in a checkout."""
    inside = Path(__file__).parent / "resources"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "resources"
