"""How fast, how large: ratios against other programs, both sides taken in one run. `python -m tests.benchmarks` prints the table."""
