"""The register: names, types, predecessors and successors of the bodies that the Ombudsman writes to.

Nothing in the program depends on its knowing one.
"""

from ombudsview.authorities.authority import COMPARED, Authority
from ombudsview.authorities.credit import CREDIT, SOURCES
from ombudsview.authorities.match import How, Match
from ombudsview.authorities.register import Register

__all__ = ["COMPARED", "CREDIT", "SOURCES", "Authority", "How", "Match", "Register"]
