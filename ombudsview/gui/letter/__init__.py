"""THE LETTER ON THE DESK: the page with its highlights on one side, the fields on the other. They know the desk, not each other."""
