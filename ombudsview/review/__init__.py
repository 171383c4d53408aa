"""THE OFFICER'S CORRECTIONS: a list of events upon a reading; undo, crash journal and audit trail are that one list."""
