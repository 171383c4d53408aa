"""What already stands in a results file: which files are answered, and where the answer about which bytes begins.

It takes some hundred bytes of memory a file, whatever the letters say, so that archives of millions fit.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Annotated

import msgspec

from ombudsview.errors import Trouble, Verdict

_START = b'{"file": "'


class Line(msgspec.Struct):
    """What of a line matters for going on: one letter of `letters` in the file, or the word that there is none."""

    file: str
    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")] | None
    verdict: str
    trouble: str | None
    reader: str
    letter: int
    letters: int


_decoder = msgspec.json.Decoder(Line)


class Ledger:
    """What the reader of that version has answered. With `retry`, files that wanted a password are to be read again."""

    def __init__(self, reader: str, *, retry: bool) -> None:
        self._reader, self._retry = reader, retry
        self._answers: dict[bytes, int] = {}  # the hash of the bytes: where the answer begins
        self._files: dict[int, bool] = {}  # the file, in short: whether it is in trouble

    def load(self, lines: Iterable[bytes]) -> int:
        """Go through the lines of results; returns the offset at which the last whole answer ends.

        Raises Trouble `no_results` for a file that is something else: nobody's letter is taken for results and written to.
        """
        end = begin = at = 0
        for raw in lines:
            if not raw.endswith(b"\n"):
                if not (raw.startswith(_START) or _START.startswith(raw)):
                    raise _no_results()
                break
            line = _told(raw)
            if line.letter == 1:
                begin = at
            at += len(raw)
            if line.letter == line.letters:
                self.note(line, begin)
                end = at
        return end

    def note(self, line: Line, begin: int) -> None:
        """A file is answered from the offset `begin` on; `line` is any of its lines."""
        if line.reader != self._reader:
            return
        self._files[_short(line.file, line.sha256, line.verdict)] = line.trouble is not None
        if line.sha256 is not None and not (self._retry and line.verdict == Verdict.PASSWORD):
            self._answers.setdefault(bytes.fromhex(line.sha256), begin)

    def __contains__(self, sha256: object) -> bool:
        """Whether there is an answer about bytes of that hash."""
        return isinstance(sha256, str) and bytes.fromhex(sha256) in self._answers

    def __len__(self) -> int:
        return len(self._answers)

    def answer(self, sha256: str) -> int:
        """The offset at which the answer about these bytes begins."""
        return self._answers[bytes.fromhex(sha256)]

    def trouble(self, file: str, sha256: str | None, verdict: str) -> bool | None:
        """Whether the file, answered before, was in trouble; None where it is not answered yet."""
        return self._files.get(_short(file, sha256, verdict))


def _short(file: str, sha256: str | None, verdict: str) -> int:
    """A file and its bytes as one number. A file without a hash, or locked, is another once its verdict is another."""
    state = verdict if sha256 is None or verdict == Verdict.PASSWORD else ""
    whole = "\0".join((file, sha256 or "", state)).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(whole, digest_size=12).digest())


def _told(raw: bytes) -> Line:
    try:
        try:
            return _decoder.decode(raw)
        except msgspec.DecodeError:  # also a name that is no UTF-8, which only the slower one reads
            return msgspec.convert(json.loads(raw), Line)
    except (msgspec.ValidationError, ValueError) as error:
        raise _no_results() from error


def _no_results() -> Trouble:
    return Trouble(
        "no_results",
        "The file named with --resume holds something else than results of such a run.",
        "Name another file, or one that is not there yet.",
    )
