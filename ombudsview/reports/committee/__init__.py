"""THE COMMITTEE'S PAPER: what it says, made from the record, apart from how it is written as a Word document."""
