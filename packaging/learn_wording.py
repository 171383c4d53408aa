"""Makes `ombudsview/letters/standard_wording.py`: fingerprints of the sentences that a year's letters share.

    python packaging/learn_wording.py 2020.txt [2011.txt ...]

Each argument is the text of a letter, or of a part of one, without remarks of its own; the file's name is the year in which
the period ended that it covers, its first line “Source: …” where it is from. Years that are not given stay as they are. No
sentence is kept.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

HEADER = '''"""Fingerprints of sentences that a year's letters to all authorities share: what has them is no remark.

Made by `packaging/learn_wording.py` from letters at hand; the sentences themselves are not kept. Of 2020 a whole letter was at
hand, of the other years what council pages print of one.
"""

from __future__ import annotations

'''


def main(paths: list[str]) -> int:
    """Write the module from the letters' texts. ValueError where one does not say where it is from."""
    from ombudsview.letters.remarks import fingerprint, sentences
    from ombudsview.letters.standard_wording import SENTENCES, SOURCES

    found, sources = dict(SENTENCES), dict(SOURCES)
    for path in map(Path, paths):
        source, _, text = path.read_text(encoding="utf-8").partition("\n")
        if not source.startswith("Source: "):
            raise ValueError(f"{path} does not say where it is from")
        text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("**", "")
        every = (one for paragraph in re.split(r"\n\s*\n", text) for one in sentences(paragraph))
        found[int(path.stem)] = frozenset(map(fingerprint, every))
        sources[int(path.stem)] = source.removeprefix("Source: ").strip()
    target = ROOT / "ombudsview" / "letters" / "standard_wording.py"
    target.write_text(
        HEADER
        + _dict("SOURCES", "str", (f'    {year}: "{sources[year]}",\n' for year in sorted(sources)))
        + "\n"
        + _dict("SENTENCES", "frozenset[str]", (_year(year, found[year]) for year in sorted(found))),
        encoding="utf-8",
    )
    return 0


def _dict(name: str, values: str, lines: Iterable[str]) -> str:
    return f"{name}: dict[int, {values}] = {{\n{''.join(lines)}}}\n"


def _year(year: int, prints: frozenset[str]) -> str:
    lines = "".join(f'            "{one}",\n' for one in sorted(prints))
    return f"    {year}: frozenset(\n        (\n{lines}        )\n    ),\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
