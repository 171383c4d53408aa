"""OmbudsView: check the Ombudsman's annual letters against their printed lines, keep them, and see the trend."""

__version__ = "0.1.0"
