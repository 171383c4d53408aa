"""What the Trends page loads, and when."""

import subprocess
import sys
from pathlib import Path

from tests.helpers.process import ROOT


def test_the_page_with_its_chart_brings_no_matplotlib_into_the_window(tmp_path):
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QEventLoop\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from ombudsview.gui.trends.page import TrendsPage\n"
        "from tests.trends.figures import COUNCIL, TEN_YEARS\n"
        "page = TrendsPage(lambda name: TEN_YEARS, lambda: (COUNCIL,), font_cache=Path(sys.argv[1]))\n"
        "loop = QEventLoop()\n"
        "page.drawer.drawn.connect(loop.quit)\n"
        "page.show()\n"
        "loop.exec()\n"
        "assert page.chart.plan is not None\n"
        "assert not {'matplotlib', 'numpy', 'sqlite_utils', 'pymupdf'} & set(sys.modules)\n"
        "page.close()\n"
    )
    folder = Path(tmp_path) / "fonts"
    subprocess.run([sys.executable, "-c", code, folder], check=True, cwd=ROOT, timeout=120, capture_output=True)
    assert list(folder.glob("fontlist*")), "matplotlib keeps its fonts where it is told"
