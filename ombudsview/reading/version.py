"""Which reader this is, known to whoever compares readings without the layouts that reading itself brings along."""

from __future__ import annotations

READER_VERSION = "19"
"""Raised with each change of what the reader reads, so that a reading tells which reader made it; golden readings hold it to that."""
