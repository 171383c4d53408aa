"""WHAT KINDS OF LETTER THERE ARE: the vocabulary of fields, finders and checks, and one small file for each layout."""

from ombudsview.letters.kind import Kind
from ombudsview.letters.measures_2019 import MEASURES_2019

KINDS: tuple[Kind, ...] = (MEASURES_2019,)
"""Every layout that can be told apart; a new year's layout is one file and one line here."""
