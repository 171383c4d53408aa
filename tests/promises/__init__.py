"""What an officer was promised of the desk, each beside the tests and pictures that show it. `python -m tests.promises` prints it."""
