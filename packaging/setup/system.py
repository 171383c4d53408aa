"""What the libraries need of the system: found by asking the loader, so that only what is really missing is named or installed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from packages import command, install
from say import Stop, say
from virtual import Environment

# The Debian and Ubuntu package of each shared library that Qt's wheels leave to the system.
PACKAGE_OF = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libstdc++.so.6": "libstdc++6",
    "libgcc_s.so.1": "libgcc-s1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
_LOADED = (  # below PySide6; what a platform has not is passed over
    *(f"{module}.abi3.so" for module in ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtNetwork", "QtPrintSupport")),
    *(f"Qt/plugins/platforms/libq{platform}.so" for platform in ("offscreen", "xcb", "wayland")),
    "Qt/plugins/imageformats/libqsvg.so",
    "Qt/plugins/iconengines/libqsvgicon.so",
)
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
_TEST_PROGRAMS = {"Xvfb": "xvfb"}
_TEST_FILES = {  # for the story that drives the window as a screen reader does; without these it is skipped
    Path("/usr/bin/dbus-run-session"): "dbus-daemon",
    Path("/usr/share/dbus-1/services/org.a11y.Bus.service"): "at-spi2-core",
    Path("/usr/lib/python3/dist-packages/pyatspi"): "python3-pyatspi",
}


def prepare(environment: Environment, *, for_tests: bool) -> None:
    """Installs what is missing, or stops with a sentence that names it."""
    if sys.platform != "linux":
        return
    missing = _packages(environment, for_tests=for_tests)
    if missing and not install(missing, "the parts of the system that windows need"):
        raise Stop(f"Some packages of the system are missing; install them and run this again: {command(missing)}")
    wished = sorted({package for file, package in _TEST_FILES.items() if for_tests and not file.exists()})
    if wished and not install(wished, "what a screen reader stands on"):
        say(f"The tests of the accessibility tree are left out; they need: {command(wished)}")
    if left := _absent(environment):
        raise Stop(f"Windows need these libraries of the system, which are not there: {', '.join(sorted(left))}.")


def _packages(environment: Environment, *, for_tests: bool) -> list[str]:
    """Names of the packages that would supply what is not there."""
    wanted = {PACKAGE_OF[name] for name in _absent(environment) & PACKAGE_OF.keys()}
    if not any(_has_fonts(Path(folder).expanduser()) for folder in _FONT_FOLDERS):
        wanted.add("fonts-dejavu-core")
    if for_tests:
        wanted |= {package for program, package in _TEST_PROGRAMS.items() if shutil.which(program) is None}
    return sorted(wanted)


def _absent(environment: Environment) -> set[str]:
    """The shared libraries that the loader does not find."""
    return {name for file in _files(environment) for name in _not_found(file)}


def _files(environment: Environment) -> list[Path]:
    """The parts of Qt that the program loads."""
    return [file for name in _LOADED if (file := environment.libraries / "PySide6" / name).exists()]


def _not_found(file: Path) -> set[str]:
    listing = subprocess.run(["ldd", file], capture_output=True, text=True, check=False).stdout
    return {line.split()[0] for line in listing.splitlines() if line.endswith("not found")}


def _has_fonts(folder: Path) -> bool:
    return folder.is_dir() and any(path.suffix in {".ttf", ".otf", ".ttc"} for path in folder.rglob("*"))
