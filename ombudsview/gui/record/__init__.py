"""THE DESK'S WAY TO THE RECORD: drafts, saves, what was done before; in the record's own thread, so that the window never waits."""
