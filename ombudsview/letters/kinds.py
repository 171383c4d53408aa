"""Every layout that can be told apart. It stands apart from the room's door: what only needs the vocabulary loads no layouts."""

from __future__ import annotations

from ombudsview.letters.annual_letter_2006 import ANNUAL_LETTER_2006
from ombudsview.letters.annual_review_2009 import ANNUAL_LETTER_2012, ANNUAL_REVIEW_2009
from ombudsview.letters.kind import Kind
from ombudsview.letters.measures_2019 import MEASURES_2019
from ombudsview.letters.overview_2025 import OVERVIEW_2025
from ombudsview.letters.population_2023 import POPULATION_2023
from ombudsview.letters.psow import PSOW
from ombudsview.letters.tables_2014 import TABLES_2014, TABLES_2019

KINDS: tuple[Kind, ...] = (
    ANNUAL_LETTER_2006,
    ANNUAL_REVIEW_2009,
    ANNUAL_LETTER_2012,
    TABLES_2014,
    TABLES_2019,
    MEASURES_2019,
    POPULATION_2023,
    OVERVIEW_2025,
    PSOW,
)
"""Every layout that can be told apart; a new year's layout is one file and one line here. Forms of one era share their key."""
