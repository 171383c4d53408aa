"""Kept PDFs: named by their content, and checked against it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from ombudsview.errors import Trouble
from ombudsview.history import documents


def test_bytes_come_back_by_their_hash(tmp_path: Path) -> None:
    name = documents.keep(tmp_path / "new", b"%PDF")
    assert name == hashlib.sha256(b"%PDF").hexdigest()
    assert documents.fetch(tmp_path / "new", name) == b"%PDF"
    assert [path.name for path in (tmp_path / "new").iterdir()] == [f"{name}.pdf"]


def test_kept_again_it_is_written_only_where_it_was_spoilt(tmp_path: Path) -> None:
    name = documents.keep(tmp_path, b"%PDF")
    [path] = tmp_path.iterdir()
    before = path.stat().st_ino
    documents.keep(tmp_path, b"%PDF")
    assert path.stat().st_ino == before
    path.write_bytes(b"%PD")
    documents.keep(tmp_path, b"%PDF")
    assert documents.fetch(tmp_path, name) == b"%PDF"


@pytest.mark.parametrize("content", [None, b"", b"%PDF-other"])
def test_gone_or_changed_is_told(tmp_path: Path, content: bytes | None) -> None:
    name = documents.keep(tmp_path, b"%PDF")
    [path] = tmp_path.iterdir()
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Trouble) as caught:
        documents.fetch(tmp_path, name)
    assert caught.value.code == "document_missing"


@pytest.mark.parametrize(
    ("content", "ending"), [(b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"II*\x00", "tiff")]
)
def test_a_picture_is_named_as_one(tmp_path: Path, content: bytes, ending: str) -> None:
    name = documents.keep(tmp_path, content)
    assert [path.name for path in tmp_path.iterdir()] == [f"{name}.{ending}"]
    assert documents.fetch(tmp_path, name) == content


def test_a_picture_that_was_kept_as_a_pdf_stays_where_it_is(tmp_path: Path) -> None:
    content = b"\x89PNG\r\n\x1a\n"
    name = hashlib.sha256(content).hexdigest()
    (tmp_path / f"{name}.pdf").write_bytes(content)
    assert documents.keep(tmp_path, content) == name
    assert documents.fetch(tmp_path, name) == content
    assert [path.name for path in tmp_path.iterdir()] == [f"{name}.pdf"]
