"""A watch on the log: whatever is written at WARNING or above must have been expected."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType


class Watch(logging.Handler):
    """Collects the warnings of one test. `unexpected` holds one line for each that nobody claimed."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)

    @property
    def unexpected(self) -> list[str]:
        return [f"{record.levelname} {record.name}: {record.getMessage()}" for record in self._records]

    @contextmanager
    def expected(self, pattern: str, level: int = logging.WARNING) -> Iterator[None]:
        """The block must log at least one message that the regular expression is found in, at that level; all such are claimed."""
        seen = len(self._records)
        yield
        new = self._records[seen:]
        claimed = [record for record in new if record.levelno == level and re.search(pattern, record.getMessage())]
        assert claimed, f"nothing was logged at {logging.getLevelName(level)} that matches {pattern!r}"
        self._records[seen:] = [record for record in new if record not in claimed]

    def __enter__(self) -> Watch:
        logging.getLogger().addHandler(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        logging.getLogger().removeHandler(self)
