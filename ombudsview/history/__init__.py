"""THE RECORD: saved letters with their readings and events in SQLite, a JSON file beside it for each, and the kept files."""
