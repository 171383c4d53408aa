"""Makes `ombudsview/letters/standard_wording.py`: fingerprints of the sentences that a year's letters share.

    python packaging/learn_wording.py LETTER.txt [LETTER.txt ...]

Each argument is the text of a letter without remarks of its own, its year of issue in the file's name. No sentence is kept.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

HEADER = '''"""Fingerprints of sentences that letters to all authorities share, by which a remark is told from the year's wording.

Made by `packaging/learn_wording.py` from letters at hand; the sentences themselves are not kept.
"""

from __future__ import annotations

SENTENCES = frozenset(
    (
'''


def main(paths: list[str]) -> int:
    """Write the module from the letters' texts."""
    target = ROOT / "ombudsview" / "letters" / "standard_wording.py"
    if not target.exists():
        target.write_text(HEADER + "    )\n)\n", encoding="utf-8")
    from ombudsview.letters.remarks import fingerprint, sentences

    found = set()
    for path in paths:
        text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", Path(path).read_text(encoding="utf-8")).replace("**", "")
        for paragraph in re.split(r"\n\s*\n", text):
            found |= {fingerprint(sentence) for sentence in sentences(paragraph)}
    lines = "".join(f'        "{one}",\n' for one in sorted(found))
    target.write_text(HEADER + lines + "    )\n)\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
