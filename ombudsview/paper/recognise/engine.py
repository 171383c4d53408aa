"""The two networks: one says where on a picture there is text, the other spells a line. Files of a package, never fetched."""

from __future__ import annotations

import importlib.util
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from ombudsview.errors import Trouble

Grey = NDArray[np.uint8]
"""Rows of grey pixels, from the top; 0 is black."""

Chances = NDArray[np.float32]

LINE_HEIGHT = 48
"""Pixels: the height that a line must be brought to before it is spelt."""
STEP = 8
"""Pixels of such a line that one step of the spelling covers."""
_GRAIN = 32  # the finder's pictures have sides that are multiples of this
_PACKAGE = "rapidocr"
_FINDER, _SPELLER = "*_det_small.onnx", "*_rec_small.onnx"
# What British letters are printed with; the network knows 18,000 other signs, and would use them.
_ACCENTED = "àáâäçèéêëìíîïñòóôöùúûüŵŷÀÁÂÄÇÈÉÊËÌÍÎÏÑÒÓÔÖÙÚÛÜŴŶ"
_SIGNS = {*map(chr, range(0x21, 0x7F)), *"£€§°½¼¾‘’“”–—•·…®©™", *_ACCENTED}


class Spelt(NamedTuple):
    """A line as the network spells it: for each step the likeliest sign ("" for none) and how likely it is."""

    signs: list[str]
    chances: Chances


def networks() -> tuple[Path, Path, str] | None:
    """The finder's and the speller's files and what to call them, or None where the package is not installed."""
    found = importlib.util.find_spec(_PACKAGE)
    for place in (found and found.submodule_search_locations) or ():
        folder = Path(place) / "models"
        finders, spellers = sorted(folder.glob(_FINDER)), sorted(folder.glob(_SPELLER))
        if finders and spellers:
            name = spellers[-1].name.partition("_rec_")[0]
            return finders[-1], spellers[-1], f"{_PACKAGE} {metadata.version(_PACKAGE)}, {name}"
    return None


class Engine:
    """Both networks, loaded. One thread; Trouble `no_recognition` where they are not installed."""

    def __init__(self) -> None:
        files = networks()
        if files is None:
            raise Trouble("no_recognition", "The networks that read pictures are not installed.")
        self._finder, self._speller, self.name = _session(files[0]), _session(files[1]), files[2]
        known = self._speller.get_modelmeta().custom_metadata_map["character"].split("\n")
        signs = ["", *known, " "]
        self._columns = np.array([at for at, sign in enumerate(signs) if at == 0 or sign in _SIGNS or sign == " "])
        self._signs = [signs[at] for at in self._columns]

    def text_chances(self, picture: Grey) -> Chances:
        """For each pixel of a picture (rows, columns; both multiples of 32) how likely it belongs to the core of a line."""
        chances: Chances = self._run(self._finder, picture)[0, 0]
        return chances

    def spell(self, line: Grey) -> Spelt:
        """The signs on a picture of one line, `LINE_HEIGHT` rows high; a step for every `STEP` columns."""
        chances = self._run(self._speller, line)[0][:, self._columns]
        best = chances.argmax(axis=1)
        return Spelt([self._signs[at] for at in best], chances.max(axis=1))

    @staticmethod
    def _run(session: onnxruntime.InferenceSession, picture: Grey) -> Chances:
        level = picture.astype(np.float32) / 127.5 - 1
        given = np.broadcast_to(level, (1, 3, *level.shape))
        answer: Chances = session.run(None, {"x": np.ascontiguousarray(given)})[0]
        return answer


def multiple(length: float) -> int:
    """The length in pixels, as the finder takes it."""
    return max(_GRAIN, round(length / _GRAIN) * _GRAIN)


def _session(file: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # memory is given back after each page
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
