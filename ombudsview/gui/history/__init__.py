"""The list of saved letters."""
