"""What time it is, for those who write it down; tests hand in clocks of their own."""

from __future__ import annotations

from datetime import UTC, datetime


def local_time() -> str:
    """Now, as ISO 8601 with the zone."""
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")
