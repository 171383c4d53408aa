"""WHAT KINDS OF LETTER THERE ARE: the vocabulary of fields, finders and checks, and one small file for each layout."""
