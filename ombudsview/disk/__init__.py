"""THE DISK: files that are whole or not there, and locks between processes. Knows no letter: every room that writes stands on it."""
