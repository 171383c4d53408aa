"""The officer's settings, one JSON file. Keys that this version does not know are kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from ombudsview.disk.durable import write_whole

MOST_RECENT = 10


class Settings:
    """Settings that cannot be read are as on the first day; settings that cannot be written hold for this session."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values = _load(path)
        self.later: Callable[[Callable[[], object]], object] = lambda write: write()
        """Writes in another thread, one after another, so that nobody waits for the disk. What is set holds at once."""

    @property
    def theme(self) -> str:
        """`system`, `light` or `dark`."""
        value = self._values.get("theme")
        return value if isinstance(value, str) and value in {"light", "dark"} else "system"

    @theme.setter
    def theme(self, value: str) -> None:
        self._put("theme", value)

    @property
    def our_council(self) -> str:
        """The authority whose letters come first, where the officer has said so; empty where the history is to tell."""
        value = self._values.get("our_council")
        return value if isinstance(value, str) else ""

    @our_council.setter
    def our_council(self, value: str) -> None:
        self._put("our_council", value)

    def is_new_place(self, folder: Path) -> bool:
        """Whether the officer has not yet heard what sort of folder the history lies in; from now on they have."""
        if self._values.get("place_told") == str(folder):
            return False
        self._put("place_told", str(folder))
        return True

    @property
    def recent(self) -> tuple[Path, ...]:
        """Letters opened lately, the last one first."""
        return self._paths("recent")[:MOST_RECENT]

    def remember(self, path: Path) -> None:
        """Put a letter at the head of the recent ones."""
        path = path.absolute()
        names = [str(path), *(str(other) for other in self.recent if other != path)]
        self._put("recent", names[:MOST_RECENT])

    @property
    def queue(self) -> tuple[Path, ...]:
        """The files that waited in the queue when it was last looked at, in its order."""
        return self._paths("queue")

    @queue.setter
    def queue(self, paths: Iterable[Path]) -> None:
        self._put("queue", [str(path) for path in paths])

    def _paths(self, key: str) -> tuple[Path, ...]:
        value = self._values.get(key)
        names = value if isinstance(value, list) else []
        return tuple(Path(name) for name in names if isinstance(name, str) and "\0" not in name)

    def _put(self, key: str, value: Any) -> None:
        if self._values.get(key) == value:
            return
        self._values[key] = value
        # Names that are no UTF-8 stay what they are.
        self.later(partial(_write, self._path, json.dumps(self._values, indent=2).encode()))


def _write(path: Path, content: bytes) -> None:
    with suppress(OSError):
        write_whole(path, content)


def _load(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
