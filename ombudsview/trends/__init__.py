"""WHAT THE RECORD SAYS: a measure over the years with its gaps, and the figure drawn from it."""
