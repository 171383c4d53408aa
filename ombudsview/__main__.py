"""The door: the window, the command line, or the reader process."""

from __future__ import annotations

import sys


def main() -> int:
    if "--reader" in sys.argv[1:]:
        from ombudsview.reading import child

        return child.main()
    return 2


if __name__ == "__main__":
    sys.exit(main())
