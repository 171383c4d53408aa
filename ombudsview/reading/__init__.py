"""FROM PAPER TO FIGURES: which layout a letter has, and each field's value with its evidence and its doubts."""
