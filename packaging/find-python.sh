# Sourced by packaging/start and packaging/test: puts a Python that is new enough into $PYTHON, or says what is missing.
PYTHON=
for candidate in python3 python3.14 python3.13 python3.12 python3.11 python; do
    if command -v "$candidate" >/dev/null 2>&1 &&
        "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        PYTHON=$candidate
        break
    fi
done
if [ -z "$PYTHON" ]; then
    echo "OmbudsView needs Python 3.11 or later, and none was found: install it (on Debian: apt install python3 python3-venv) and run this again." >&2
    exit 1
fi
