"""How many items a page shows of each list. Counts alone decide where a list is cut, so addresses follow from them.

They are chosen so that no page passes 30 KB compressed with its styles and scripts (a roll: 45 KB), which
``tests/test_budget.py`` measures with the project's records and with made cities.
"""

from __future__ import annotations

# On the page of a record or place: cards, bare names, figures, and lines of everything else.
CARDS = 24
NAMES = 60
# So few are cards in any case.
FEW_CARDS = 6
FIGURES = 60
LINES = 24
# In the section that a series gives an edition.
WINNERS = 60

# On a page of a whole list.
CARDS_A_PAGE = 60
LINES_A_PAGE = 100
NAMES_A_PAGE = 1_000
EDITIONS_A_PAGE = 12
SERIES_A_PAGE = 40
# Of a source: what it says, each line and each record's heading counted.
STATEMENTS_A_PAGE = 150
