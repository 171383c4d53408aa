"""What the Trends page loads, and when."""

import subprocess
import sys
from pathlib import Path

from tests.helpers.process import ROOT


def test_importing_and_making_the_page_needs_no_matplotlib():
    code = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from ombudsview.gui.trends.page import TrendsPage\n"
        "page = TrendsPage(lambda name: (), lambda: ())\n"
        "page.show()\n"
        "assert not {'matplotlib', 'numpy', 'sqlite_utils', 'pymupdf'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, timeout=60, capture_output=True)


def test_matplotlib_keeps_its_fonts_where_it_is_told(tmp_path):
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from ombudsview.gui.trends.page import TrendsPage\n"
        "from tests.trends.figures import COUNCIL, TEN_YEARS\n"
        "page = TrendsPage(lambda name: TEN_YEARS, lambda: (COUNCIL,), font_cache=Path(sys.argv[1]))\n"
        "page.show()\n"
        "import matplotlib\n"
        "assert Path(matplotlib.get_cachedir()) == Path(sys.argv[1])\n"
    )
    folder = Path(tmp_path) / "fonts"
    subprocess.run([sys.executable, "-c", code, folder], check=True, cwd=ROOT, timeout=60, capture_output=True)
