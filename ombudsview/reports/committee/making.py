"""The committee paper from beginning to end: described, its pictures cut, written; the one door for whoever wants one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ombudsview import __version__
from ombudsview.history import documents
from ombudsview.history.dossier import Dossier
from ombudsview.reports.committee.cutting_out import Progress, Reader, Source, strips, unheard
from ombudsview.reports.committee.describe import describe


@dataclass(frozen=True)
class Made:
    """The file's bytes; how many pictures it should have, and how many of these could not be made."""

    data: bytes
    pictures: int
    failed: int


def committee_paper(
    folder: Path,
    dossier: Dossier,
    reader: Reader,
    now: str,
    *,
    unsaved: bool = False,
    passwords: Mapping[str, str] | None = None,
    progress: Progress = unheard,
) -> Made:
    """The Word document on one letter. `folder` has the kept documents; `passwords` of documents by their SHA-256.

    `now` and `unsaved` are `describe`'s, the rest is `strips`'s. Trouble `cancelled`; what cannot be pictured is said in the paper.
    """
    from ombudsview.reports.committee.word import as_word  # python-docx is loaded for nobody who makes no paper

    paper = describe(dossier, now=now, version=__version__, unsaved=unsaved)
    sources = {
        filed.row.letter: Source(
            partial(documents.fetch, folder, filed.row.sha256),
            (passwords or {}).get(filed.row.sha256),
            filed.paper,
        )
        for filed in (dossier.letter, *dossier.earlier)
    }
    cut = strips(paper.evidence, sources, reader, progress)
    return Made(as_word(paper, cut, now), len(cut), sum(not strip.png for strip in cut.values()))
